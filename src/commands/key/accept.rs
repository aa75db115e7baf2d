//! `key accept`: imports the next key set at a second site.

use std::path::PathBuf;

use licentia_runtime::{Kind, MAX_BUNDLE};

use crate::cli::context::{CommandContext, called, texts_of};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::WarningCode;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::key::accept::{AcceptKeySet, check_joined};
use crate::ops::key::answer::AcceptedKeySetAnswer;

/// Import the next key set of the vendor's first home
///
/// For a second site (`init --join`): keys are created, retired and revoked in the home that has
/// the root key, and this command is the only way to transfer the changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key accept acme.keyset")]
pub struct Args {
    /// Key set file, as `key publish` writes it; - is standard input
    file: PathBuf,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    check_joined(&home.vendor)?;
    let raw = context.read(&args.file, MAX_BUNDLE)?;
    let text =
        texts_of(&raw, Kind::KeySet).first().map(|text| text.to_string()).unwrap_or_default();
    let accept = AcceptKeySet { text, source: called(&args.file) };
    let (execution, _) = context.execute(&mut home, &Options::default(), &accept)?;
    let (plan, word) = match execution {
        Execution::Unchanged(version) => {
            let answer = AcceptedKeySetAnswer { version, was: version, accepted: false };
            let done = format!("No change: version {version} of the key set is already imported");
            return Ok(Outcome::done(done).with(answer));
        }
        Execution::DryRun(plan) => (plan, "Would import"),
        Execution::Applied(plan) => (plan, "Imported"),
    };
    let answer = AcceptedKeySetAnswer { version: plan.version, was: plan.was, accepted: true };
    let done = format!("{word} version {} of the key set", plan.version);
    let mut outcome = Outcome::done(done).with(answer);
    for key in plan.ended.iter().filter(|key| home.has_key(key)) {
        let path = home.key_file(key);
        outcome = outcome.warn(
            WarningCode::PrivateKeyLeft,
            format!(
                "key {} no longer signs, and its private key is still in this home: remove {}",
                key.name,
                path.display()
            ),
        );
    }
    Ok(outcome)
}
