//! `container update`: the file that tells a container what it shall hold.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::cli::arguments::Out;
use crate::cli::container;
use crate::cli::container::{find_to_change, object};
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::credential::{check_still, choose};
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::audit::Change;
use crate::domain::container::Container;
use crate::domain::name::Code as KeyName;
use crate::host::files::Access;
use crate::ops::container::stale::made_stale;
use crate::ops::container::{Next, carried, next, update};
use crate::ops::lookup;
use crate::store::SignedUpdate;

/// Write a container's update file
///
/// The whole of what it shall hold: its licenses, whether it is blocked, and the key set. Without a change since the last one
/// it is the same file again, and no key is needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container update K-4T9WX-C0MR7 --out press.upd")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    /// Bring the vendor's instant, for a container whose clock was once in the future
    #[arg(long)]
    time: bool,
    /// The commercial key that signs [default: the one named commercial, else the only one that may]
    #[arg(long, value_name = "NAME")]
    key: Option<KeyName>,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let container = lookup::container(home.reader(), &serial)?;
    let to_standard = !args.out.is_asked() && command.format() == Format::Table;
    let out = if to_standard {
        Out { out: Some("-".into()), ..Out::default() }
    } else {
        args.out.clone()
    };
    let name = format!("{serial}.upd");
    match next(home.reader(), &container, args.time)? {
        Next::Same(same) => {
            command.check_out(&out, Some(&same.text))?;
            command.check_in_folder(&out, &name, Some(&same.text))?;
            if command.is_dry() {
                let said =
                    format!("Would write update {} of container {serial} again", same.counter);
                return Ok(Outcome::done(said).with(object(&container)));
            }
            let emitted = command.prepare(&out, &name, &same.text, Access::Public)?.finish()?;
            let said = format!(
                "Update {} of container {serial} again: nothing was changed since",
                same.counter
            );
            let (_, refused) = carried(home.reader(), &container)?;
            return Ok(left_out(
                told(said, &container, &same, emitted, true),
                &container,
                &refused,
            ));
        }
        Next::New(counter) => {
            command.check_out(&out, None)?;
            command.check_in_folder(&out, &name, None)?;
            if command.is_dry() {
                choose(command, &home, "update", args.key.as_ref())?;
                let mut object = object(&container);
                (object["counter"], object["issued_counter"]) = (counter.into(), counter.into());
                return Ok(Outcome::done(format!(
                    "Would write update {counter} of container {serial}"
                ))
                .with(object));
            }
        }
    }
    let key = choose(command, &home, "update", args.key.as_ref())?;
    let signer = command.unlock(&home, &key)?;
    let vendor = home.vendor.clone();
    let work = command.begin(&mut home)?;
    let container = lookup::container(work.tx.reader(), &serial)?;
    let counter = match next(work.tx.reader(), &container, args.time)? {
        Next::New(counter) => counter,
        // Somebody else was a little faster.
        Next::Same(same) => {
            let emitted = command.prepare(&out, &name, &same.text, Access::Public)?.finish()?;
            return Ok(told(
                format!("Update {} of container {serial}", same.counter),
                &container,
                &same,
                emitted,
                true,
            ));
        }
    };
    check_still(&work, &key, "update")?;
    let updated = update(
        &work.tx,
        &vendor,
        &container,
        (counter, args.time),
        &signer,
        &mut *command.host.entropy,
        work.now,
    )?;
    let stale = made_stale(work.tx.reader(), &serial)?;
    let file = command.prepare(&out, &name, &updated.update.text, Access::Public)?;
    let detail = json!({
        "counter": counter, "licenses": updated.container.licenses, "blocked": container.block.as_ref().map(|block| &block.code),
        "time": args.time, "jti": updated.update.jti, "kid": updated.update.kid, "left_out": updated.refused,
    });
    work.commit(&Change::new("container.update", serial.as_str(), detail))?;
    let emitted = file
        .finish()
        .with_context(|| format!("update {counter} is in the books, but its file could not be written (`licentia container update {serial}` writes it again)"))?;
    let outcome = told(
        format!("Update {counter} of container {serial}"),
        &updated.container,
        &updated.update,
        emitted,
        false,
    );
    let outcome = stale.into_iter().fold(outcome, Outcome::warn);
    Ok(left_out(outcome, &container, &updated.refused))
}

/// Says which licenses are not in an update, and what helps.
fn left_out(outcome: Outcome, container: &Container, refused: &[String]) -> Outcome {
    refused.iter().fold(outcome, |outcome, license| {
        let helps = match &container.context {
            None => "its next revision (extend, edit, renew) is signed by another".to_owned(),
            Some(_) => format!("`licentia license return {license} --container {}` and issue another, or have it changed at home", container.serial),
        };
        outcome.warn(format!("license {license} is left out: no application takes what its key signed then (it was revoked, or retired before); {helps}"))
    })
}

fn told(
    said: String,
    container: &Container,
    update: &SignedUpdate,
    emitted: Emitted,
    repeated: bool,
) -> Outcome {
    let mut object = object(container);
    (object["repeated"], object["text"]) = (repeated.into(), update.text.as_str().into());
    object["file"] = json!({"path": emitted.path(), "jti": update.jti, "kid": update.kid});
    let outcome = Outcome::done(said);
    match emitted {
        Emitted::Standard(bytes) => outcome.with_bytes(bytes),
        other => other
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.say(format!("Wrote {path}")))
            .with(object),
    }
}
