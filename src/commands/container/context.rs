//! `container context`: the state of a cloud container, for another desk.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::cli::arguments::OneOut;
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
use crate::ops::container::adopt::{current, keeps, write};
use crate::store::SignedContext;

/// Write the state of a cloud container, for another desk of yours
///
/// The desk (`init --join`) adopts it, puts licenses in or takes some out, and its update is imported here. Until then nothing of the
/// container may change here, or the update is stale. Without a change since the last one it is the same file again, and no key is
/// needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container context K-4T9WX-C0MR7 --out hamburg.ctx")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    /// The commercial key that signs [default: the one named commercial, else the only one that may]
    #[arg(long, value_name = "NAME")]
    key: Option<KeyName>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let container = keeps(home.reader(), &serial)?;
    let out =
        args.out.out(if command.format() == Format::Json { Format::Json } else { Format::Table });
    let same = current(home.reader(), &container)?;
    command.check_out(&out, same.as_ref().map(|same| same.text.as_str()))?;
    if let Some(same) = same {
        let said = format!(
            "Context {} of container {serial} again: nothing was changed since",
            same.counter
        );
        if command.is_dry() {
            return Ok(Outcome::done(said).with(object(&container)));
        }
        let emitted = command.prepare(&out, "", &same.text, Access::Public)?.finish()?;
        return Ok(told(said, &container, &same, emitted, true));
    }
    let key = choose(command, &home, "context", args.key.as_ref())?;
    if command.is_dry() {
        let said = format!("Would write context {} of container {serial}", container.counter);
        return Ok(Outcome::done(said).with(object(&container)));
    }
    let signer = command.unlock(&home, &key)?;
    let vendor = home.vendor.clone();
    let work = command.begin(&mut home)?;
    let container = keeps(work.tx.reader(), &serial)?;
    check_still(&work, &key, "context")?;
    let (context, refused) =
        write(&work.tx, &vendor, &container, &signer, &mut *command.host.entropy, work.now)?;
    let file = command.prepare(&out, "", &context.text, Access::Public)?;
    let detail = json!({
        "counter": context.counter, "licenses": container.licenses, "jti": context.jti, "kid": context.kid, "left_out": refused,
    });
    work.commit(&Change::new("container.context", serial.as_str(), detail))?;
    let emitted = file
        .finish()
        .with_context(|| format!("the context is in the books, but its file could not be written (`licentia container context {serial}` writes it again)"))?;
    let outcome = told(
        format!("Context {} of container {serial}", context.counter),
        &container,
        &context,
        emitted,
        false,
    );
    Ok(refused.iter().fold(outcome, |outcome, license| {
        outcome.warn(format!(
            "license {license} is left out: its file was signed by a key that was revoked since"
        ))
    }))
}

fn told(
    said: String,
    container: &Container,
    context: &SignedContext,
    emitted: Emitted,
    repeated: bool,
) -> Outcome {
    let mut object = object(container);
    (object["repeated"], object["text"]) = (repeated.into(), context.text.as_str().into());
    object["file"] = json!({"path": emitted.path(), "jti": context.jti, "kid": context.kid});
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
