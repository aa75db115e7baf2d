//! `module edit`: another name, another place in the tree. A license never grants a child without its parent.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Edited, Outcome, check_named};
use crate::domain::audit::Change;
use crate::domain::license::terms::Clear;
use crate::domain::module::{is_below, lacking, part_of_itself};
use crate::domain::name::{Code, Name};
use crate::domain::{Code as Why, Refusal};
use crate::ops::lookup;

/// Change a module
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia module edit work-management calculator.pro --name 'Calculator Professional' --parent none"
)]
pub struct Args {
    /// The product's code
    product: Code,
    /// The module's code
    code: Code,
    /// The module that it is a part of, or none
    #[arg(long, value_name = "CODE")]
    parent: Option<Clear<Code>>,
    /// Its name, for people, or none
    #[arg(long, value_name = "NAME")]
    name: Option<Clear<Name>>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    check_named(args.parent.is_some() || args.name.is_some())?;
    let work = command.begin(&mut home)?;
    let reader = work.tx.reader();
    let product = lookup::product(reader, &args.product)?;
    let (before, modules) = lookup::module(reader, &product.code, &args.code)?;
    let mut after = before.clone();
    after.name = args.name.clone().map_or(after.name, Clear::value);
    if let Some(parent) = &args.parent {
        after.parent = match parent {
            Clear::Nothing => None,
            Clear::Value(code) => Some(lookup::module(reader, &product.code, code)?.0.code),
        };
    }
    let mut moved = modules.clone();
    moved
        .iter_mut()
        .filter(|module| module.code == after.code)
        .for_each(|module| *module = after.clone());
    if let Some(parent) = after.parent.as_ref().filter(|_| after.parent != before.parent) {
        if is_below(&modules, parent, &before.code) {
            return Err(part_of_itself(&before.code, parent).into());
        }
        let granting = reader.list_granting_without(&product.code, &before.code, parent)?;
        if !granting.is_empty() {
            return Err(lacking(&before.code, parent, &granting)
                .hint("add a new module under that parent instead")
                .into());
        }
        product.terms.clone().fit_modules(&product.code, &moved).map_err(|refusal| {
            Refusal::new(
                Why::InUse,
                format!("the terms of product {} would not fit: {}", product.code, refusal.message),
            )
            .hint(format!("`licentia product edit {} --modules …` changes them", product.code))
        })?;
    }
    // How deep it stands follows from its parent, and is no change of its own.
    let depth = crate::commands::module::depth(&moved, &after.code);
    let edited = Edited::of(
        &crate::commands::module::object(&product, &before, depth),
        crate::commands::module::object(&product, &after, depth),
    );
    if !edited.is_nothing() {
        work.tx.set_module(&product.code, &after)?;
        let subject = format!("{}/{}", product.code, before.code);
        work.commit(&Change::new("module.edit", subject, edited.detail()))?;
    }
    Ok(edited
        .outcome(&format!("module {} of product {}", before.code, product.code), command.is_dry()))
}
