//! `customer import`: all rows of a CSV file, or none.

use crate::cli::context::CommandContext;
use crate::cli::csv_import::{File, answer};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::Customer;
use crate::ops::csv_import::ImportCustomers;
use crate::ops::error::Result;

/// Import customers from a CSV file
///
/// The first line names the columns: code,name,email,reference, as `licentia customer list --format
/// csv` writes them. An existing customer is changed if a cell has a different value; an empty cell
/// changes nothing, none clears a value. Customers that are not in the file are unchanged. If the
/// file has mistakes, all of them are reported and nothing is written; --dry-run shows the changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer import customers.csv --dry-run")]
pub struct Args {
    #[command(flatten)]
    file: File,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let file = args.file.name();
    let import = ImportCustomers::read(file.clone(), &args.file.read(context)?);
    let (execution, _) = context.execute(&mut home, &Options::default(), &import)?;
    let object = |customer: &Customer| format!("customer {}", customer.code);
    Ok(answer("customer", &file, &object, &execution))
}
