//! `user import`: all rows of a CSV file, or none.

use crate::cli::context::CommandContext;
use crate::cli::csv_import::{File, answer};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::User;
use crate::ops::csv_import::ImportUsers;
use crate::ops::error::Result;

/// Import users from a CSV file
///
/// The first line names the columns: customer,username,name,email,company,admin, as `licentia user
/// list --format csv` writes them. An existing user is changed if a cell has a different value; an
/// empty cell changes nothing, none clears a value. Users who are not in the file are unchanged. If
/// the file has mistakes, all mistakes are reported and nothing is written; --dry-run shows the
/// changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user import users.csv --dry-run")]
pub struct Args {
    #[command(flatten)]
    file: File,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let file = args.file.name();
    let import = ImportUsers::read(file.clone(), &args.file.read(context)?);
    let (execution, _) = context.execute(&mut home, &Options::default(), &import)?;
    let object = |user: &User| format!("user {} of customer {}", user.username, user.customer);
    Ok(answer("user", &file, &object, &execution))
}
