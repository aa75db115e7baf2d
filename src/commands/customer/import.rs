//! `customer import`: all rows of a spreadsheet, or none.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::csv_import::{File, Told};
use crate::cli::outcome::Outcome;
use crate::commands::customer::object;
use crate::ops::csv_import::{CUSTOMERS, customers};

/// Add and change customers from a spreadsheet
///
/// Its first line names the columns: code,name,email,reference, as `licentia customer list --format csv` writes them. A code
/// that is there is changed where a cell says something else; an empty cell says nothing, none clears. Customers that it does
/// not name stay. If anything is wrong with it, all of it is told and nothing is written; --dry-run shows what would change.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer import customers.csv --dry-run")]
pub struct Args {
    #[command(flatten)]
    file: File,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let mut sheet = args.file.read(command, CUSTOMERS, 1)?;
    let work = command.begin(&mut home)?;
    let changes = customers(work.tx.reader(), &mut sheet, work.now)?;
    args.file.check(sheet)?;
    let mut told = Told::of("customer");
    for (before, after) in &changes {
        let (what, code) = (format!("customer {}", after.code), after.code.as_str());
        let was = before.as_ref().map(object);
        if told.tell(["customer.add", "customer.edit"], code, &what, was.as_ref(), &object(after)) {
            if before.is_some() {
                work.tx.set_customer(after)?
            } else {
                work.tx.insert_customer(after)?
            }
        }
    }
    if !told.entries.is_empty() {
        work.commit_all(&told.entries)?;
    }
    Ok(told.outcome(&args.file.name(), command.is_dry()))
}
