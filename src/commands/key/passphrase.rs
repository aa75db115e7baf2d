//! `key passphrase`: changes the passphrase of a key file. The key is unchanged.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::key_files::KeyFileOptions;
use crate::cli::outcome::Outcome;
use crate::domain::key::find_any;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::key::passphrase::ChangePassphrase;

/// Change the passphrase of a key
///
/// --passphrase-file has the old passphrase, --new-passphrase-file the new one; without them, both
/// are prompted for. Copies of the file elsewhere keep the old passphrase.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key passphrase commercial")]
pub struct Args {
    /// Key name or thumbprint
    #[arg(value_name = "NAME")]
    name: String,
    /// Store the key without a passphrase
    #[arg(long)]
    no_passphrase: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let key = find_any(&home.reader().list_keys()?, &args.name)?.clone();
    let key_file = KeyFileOptions { file: None, no_passphrase: args.no_passphrase };
    let options = Options { key_file: Some(key_file), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &ChangePassphrase { key })?;
    let (key, done) = match execution {
        Execution::Unchanged(()) => return Ok(Outcome::default()),
        Execution::DryRun(plan) => {
            let done = format!("Would change the passphrase of key {}", plan.key.name);
            (plan.key, done)
        }
        Execution::Applied(plan) if plan.is_encrypted => {
            let done = format!("Changed the passphrase of key {}", plan.key.name);
            (plan.key, done)
        }
        Execution::Applied(plan) => {
            let done = format!("Removed the passphrase of key {}", plan.key.name);
            (plan.key, done)
        }
    };
    Ok(Outcome::done(done).with(super::shared::answer(&key, &home)))
}
