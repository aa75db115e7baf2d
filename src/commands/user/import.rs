//! `user import`: all rows of a CSV file, or none.

use crate::cli::context::CommandContext;
use crate::cli::csv_import::{File, answer};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::User;
use crate::ops::csv_import::ImportUsers;
use crate::ops::error::Result;

/// Add and change users from a spreadsheet
///
/// Its first line names the columns: customer,username,name,email,company,admin, as `licentia user
/// list --format csv` writes them. A user who is there is changed where a cell says something else;
/// an empty cell says nothing, none clears. Users that it does not name stay. If anything is wrong
/// with it, all of it is told and nothing is written; --dry-run shows what would change.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user import users.csv --dry-run")]
pub struct Args {
    #[command(flatten)]
    file: File,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let file = args.file.name();
    let import = ImportUsers::read(file.clone(), &args.file.read(command)?);
    let (execution, _) = command.execute(&mut home, &Options::default(), &import)?;
    let what = |user: &User| format!("user {} of customer {}", user.username, user.customer);
    Ok(answer("user", &file, &what, &execution))
}
