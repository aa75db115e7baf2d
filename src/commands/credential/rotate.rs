//! `credential rotate`: the next credential, and the end of the one before.

use anyhow::Result;
use serde_json::json;

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::credential;
use crate::cli::credential::Emission;
use crate::cli::outcome::Outcome;
use crate::commands::credential::object;
use crate::domain::audit::Change;
use crate::ops::credential::opened;
use crate::ops::lookup;

/// Make the next credential of a cloud container
///
/// The one before opens nothing any more; the licenses in the container stay as they are. The secret is in the new file alone,
/// which is written into this folder where nothing else is said.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia credential rotate K-4T9WX-C0MR7 --out nordwind.cred")]
pub struct Args {
    /// The container's serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    #[command(flatten)]
    emission: Emission,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let container = opened(home.reader(), &serial)?;
    container.check_unblocked()?;
    args.emission.check(command, &home)?;
    if command.is_dry() {
        let generation = home.reader().find_newest_generation(&serial)? + 1;
        let ends = home.reader().find_credential_in_force(&serial)?;
        let outcome = Outcome::done(format!(
            "Would make credential generation {generation} of container {serial}"
        ));
        let outcome = ends.iter().fold(outcome, |outcome, ends| {
            outcome.say(format!("Credential {ends} opens it no more"))
        });
        return Ok(outcome.with(json!({
            "container": serial.as_str(), "generation": generation, "ends": ends, "licenses": container.licenses,
        })));
    }
    let ready = args.emission.ready(command, &home)?;
    let vendor = home.vendor.clone();
    let work = command.begin(&mut home)?;
    let container = opened(work.tx.reader(), &serial)?;
    container.check_unblocked()?;
    let before = work.tx.reader().find_credential_in_force(&serial)?;
    let before =
        before.map(|before| lookup::credential(work.tx.reader(), &before.parse()?)).transpose()?;
    let written = ready.write(command, &work, &vendor, &container)?;
    let credential = &written.credential;
    let ended = before.as_ref().map(|before| before.serial.as_str());
    let detail = json!({
        "container": serial.as_str(), "generation": {"from": before.as_ref().map(|before| before.generation), "to": credential.generation},
        "ends": ended, "jti": credential.jti, "kid": credential.kid,
    });
    work.commit(&Change::new("credential.rotate", credential.serial.as_str(), detail))?;
    let (credential, emitted) = written.finish(command)?;
    let said = format!(
        "Credential {} opens container {serial}, generation {}",
        credential.serial, credential.generation
    );
    let outcome = Outcome::done(said).with(object(&credential, emitted.path().as_deref()));
    let outcome = match &before {
        Some(before) => outcome
            .say(format!("Credential {} opens it no more", before.serial))
            .say("Applications learn of it with the next published status list"),
        None => outcome,
    };
    Ok(credential::told(outcome, &credential, emitted))
}
