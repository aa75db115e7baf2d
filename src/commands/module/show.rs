//! `module show`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::module::ModuleInTree;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::module::answer::{ModuleAnswer, ModuleDetails};

/// Show a module
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia module show work-management calculator.pro")]
pub struct Args {
    /// Product code
    product: Slug,
    /// Module code
    code: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let product = lookup::product(home.reader(), &args.product)?;
    let (module, modules) = lookup::module(home.reader(), &product.code, &args.code)?;
    let children: Vec<&str> = modules
        .iter()
        .filter(|other| other.parent.as_ref() == Some(&module.code))
        .map(|other| other.code.as_str())
        .collect();
    let placed = ModuleInTree::among(&modules, &product.code, module.clone());
    let fields = vec![
        ("product", product.code.to_string()),
        ("code", module.code.to_string()),
        ("name", module.shown_name().to_owned()),
        ("parent", module.parent.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("children", if children.is_empty() { "-".into() } else { children.join(", ") }),
        ("added", module.created_at.clone()),
    ];
    let children = children.into_iter().map(str::to_owned).collect();
    Ok(Outcome::one(ModuleDetails { module: ModuleAnswer::of(&placed), children }, fields))
}
