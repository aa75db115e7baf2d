//! `module remove`: a module that nobody has. One that a license grants stays for ever.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, check_same};
use crate::domain::audit::Change;
use crate::domain::license::terms::Clear;
use crate::domain::module::Module;
use crate::domain::name::Code;
use crate::domain::product::Product;
use crate::ops::lookup;
use crate::ops::record::{Uses, check_unused};
use crate::store::Reader;

/// Remove a module that no license grants
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia module remove work-management reports")]
pub struct Args {
    /// The product's code
    product: Code,
    /// The module's code
    code: Code,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let (product, module, depth) = decide(home.reader(), args)?;
    let object = crate::commands::module::object(&product, &module, depth);
    let what = format!("module {} of product {}", module.code, product.code);
    let name = module.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    command.confirm(&[format!("{what}{name}: no license grants it")], &format!("remove {what}"))?;
    let work = command.begin(&mut home)?;
    check_same("module", decide(work.tx.reader(), args)?.1 == module)?;
    work.tx.delete_module(&product.code, &module.code)?;
    work.commit(&Change::new(
        "module.remove",
        format!("{}/{}", product.code, module.code),
        object.clone(),
    ))?;
    let done = if command.is_dry() { "Would remove" } else { "Removed" };
    Ok(Outcome::done(format!("{done} {what}")).with(object))
}

fn decide(reader: Reader<'_>, args: &Args) -> Result<(Product, Module, usize)> {
    let product = lookup::product(reader, &args.product)?;
    let (module, modules) = lookup::module(reader, &product.code, &args.code)?;
    let children = modules
        .iter()
        .filter(|other| other.parent.as_ref() == Some(&module.code))
        .map(|other| other.code.to_string());
    let in_terms = matches!(&product.terms.modules, Some(Clear::Value(grants)) if grants.0.iter().any(|grant| grant.code.is(&module.code)));
    let terms = if in_terms {
        vec![format!("the modules of product {}", product.code)]
    } else {
        Vec::new()
    };
    let uses = vec![
        Uses {
            noun: "license",
            ids: reader.list_granting(&product.code, &module.code)?,
            hint: "what a license grants stays",
        },
        Uses {
            noun: "module",
            ids: children.collect(),
            hint: "remove its parts first, or `licentia module edit … --parent none`",
        },
        Uses {
            noun: "term",
            ids: terms,
            hint: "`licentia product edit … --modules …` changes them",
        },
    ];
    check_unused(&format!("module {}", module.code), uses)?;
    let depth = crate::commands::module::depth(&modules, &module.code);
    Ok((product, module, depth))
}
