//! `module add`

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::module::{Module, tree};
use crate::domain::name::{Code, Name};
use crate::domain::{Code as Why, Refusal};
use crate::ops::lookup;

/// Add a module to a product
///
/// A module under a parent is usable only where the parent is granted too.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia module add work-management calculator.pro --parent calculator --name 'Calculator Pro'"
)]
pub struct Args {
    /// The product's code
    product: Code,
    /// The module's code, unique in the product
    code: Code,
    /// The module that it is a part of
    #[arg(long, value_name = "CODE")]
    parent: Option<Code>,
    /// Its name, for people [default: the code]
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// Succeed without a change if the product has a module with this code
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let created_at = home.now.to_string();
    let work = command.begin(&mut home)?;
    let product = lookup::product(work.tx.reader(), &args.product)?;
    let modules = work.tx.reader().list_modules(&product.code)?;
    let placed = tree(&modules);
    let find = |code: &Code| placed.iter().find(|(_, module)| module.code.is(code));
    if let Some((depth, found)) = find(&args.code) {
        return Ok(Outcome::there_already(
            &format!("a module {} of product {}", found.code, product.code),
            crate::commands::module::object(&product, found, *depth),
            args.if_missing,
        )?);
    }
    let parent = match &args.parent {
        None => None,
        Some(code) => Some(find(code).ok_or_else(|| {
            Refusal::new(
                Why::NotFound,
                format!("product {} has no module {code} to be the parent", product.code),
            )
            .hint(format!("`licentia module list {}` shows its modules", product.code))
        })?),
    };
    let depth = parent.map_or(0, |(depth, _)| depth + 1);
    let parent = parent.map(|(_, module)| module.code.clone());
    let module = Module { code: args.code.clone(), name: args.name.clone(), parent, created_at };
    work.tx.insert_module(&product.code, &module)?;
    let object = crate::commands::module::object(&product, &module, depth);
    work.commit(&Change::new(
        "module.add",
        format!("{}/{}", product.code, module.code),
        object.clone(),
    ))?;
    let under = module.parent.as_ref().map(|parent| format!(" under {parent}")).unwrap_or_default();
    Ok(Outcome::added(
        &format!("module {} to product {}{under}", module.code, product.code),
        object,
        command.is_dry(),
    ))
}
