//! `customer edit`

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Edited, Outcome, check_named};
use crate::domain::audit::Change;
use crate::domain::license::terms::Clear;
use crate::domain::name::{Code, Email, Name, Reference};
use crate::ops::lookup;

/// Change a customer
///
/// Files that were delivered keep the name that they were signed with.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia customer edit nordwind --name 'Nordwind Holding AB' --email none"
)]
pub struct Args {
    /// The code
    code: Code,
    /// The name, for people
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// Where to write to, or none
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Clear<Email>>,
    /// The number in another system, or none
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Clear<Reference>>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    check_named(args.name.is_some() || args.email.is_some() || args.reference.is_some())?;
    let work = command.begin(&mut home)?;
    let before = lookup::customer(work.tx.reader(), &args.code)?;
    let mut after = before.clone();
    after.name = args.name.clone().unwrap_or(after.name);
    after.email = args.email.clone().map_or(after.email, Clear::value);
    after.reference = args.reference.clone().map_or(after.reference, Clear::value);
    let edited = Edited::of(
        &crate::commands::customer::object(&before),
        crate::commands::customer::object(&after),
    );
    if !edited.is_nothing() {
        work.tx.set_customer(&after)?;
        work.commit(&Change::new("customer.edit", before.code.as_str(), edited.detail()))?;
    }
    Ok(edited.outcome(&format!("customer {}", before.code), command.is_dry()))
}
