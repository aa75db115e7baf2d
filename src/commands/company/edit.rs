//! `company edit`

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Edited, Outcome};
use crate::domain::audit::Change;
use crate::domain::name::{Code, Name};
use crate::ops::lookup;

/// Give a company another name
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia company edit nordwind north --name 'Nordwind Norr AB'"
)]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// The company's code
    code: Code,
    /// The name, for people
    #[arg(long, value_name = "NAME")]
    name: Name,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let work = command.begin(&mut home)?;
    let customer = lookup::customer(work.tx.reader(), &args.customer)?;
    let before = lookup::company(work.tx.reader(), &customer.code, &args.code)?;
    let mut after = before.clone();
    after.name = args.name.clone();
    let edited = Edited::of(
        &crate::commands::company::object(&before),
        crate::commands::company::object(&after),
    );
    if !edited.is_nothing() {
        work.tx.set_company(&after)?;
        work.commit(&Change::new(
            "company.edit",
            format!("{}/{}", customer.code, before.code),
            edited.detail(),
        ))?;
    }
    Ok(edited.outcome(
        &format!("company {} of customer {}", before.code, customer.code),
        command.is_dry(),
    ))
}
