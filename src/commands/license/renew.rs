//! `license renew`: the next file of a checkpoint license, or of all whose files end soon.

use std::cell::RefCell;

use anyhow::Result;
use licentia_runtime::Edition;
use serde_json::Value;

use crate::cli::arguments::Out;
use crate::cli::change::{Done, Way, carry_out, check_file, finish, hit, prepare};
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::license::{Named, find_to_change};
use crate::cli::outcome::{Outcome, count_of};
use crate::commands::license::{Words, answer, many, marked, shown};
use crate::domain::key;
use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::name::{Code as KeyName, Reference};
use crate::domain::time::Days;
use crate::domain::{Code as Why, Refusal};
use crate::ops::license::revise::{due, renew};
use crate::store::Reader;

/// Write the next file of checkpoint licenses
///
/// One of them, or with --due all whose files end soon. It is the next revision. Within a day of the last file it is that file
/// again, so that a run that was interrupted can be repeated.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license renew L-7K3MQ-9X2D9 --out nordwind.lic
  licentia license renew --due --within 7d --out-dir renewed --json")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE", conflicts_with = "due")]
    license: Option<Named>,
    /// All whose files end soon
    #[arg(long)]
    due: bool,
    /// How soon, in days [default: 30d]
    #[arg(long, value_name = "DAYS", conflicts_with = "license")]
    within: Option<Days>,
    /// Where it comes from (an order number): the same call again renews nothing
    #[arg(long, value_name = "REFERENCE", conflicts_with = "due")]
    reference: Option<Reference>,
    /// A key that signs, one for each edition; with --due only licenses of its edition are renewed [default: those named like the editions]
    #[arg(long, value_name = "NAME")]
    key: Vec<KeyName>,
    /// What it is signed for, where the key is kept for a purpose [default: issue]
    #[arg(long, value_name = "WORD")]
    purpose: Option<Purpose>,
    #[command(flatten)]
    out: Out,
}

/// How soon a file ends that is renewed, where nobody says it.
const WITHIN: Days = Days(30);

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let Some(named) = &args.license else {
        if args.due {
            return all(args, command, &mut home);
        }
        return Err(Refusal::usage("no license is named")
            .hint("name one, or --due for all whose files end soon")
            .into());
    };
    let serial = find_to_change(command, &home, named)?;
    let way = Way {
        keys: &args.key,
        purpose: args.purpose.as_ref(),
        out: Some(&args.out),
        ..Way::default()
    };
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        renew(reader, &serial, args.reference.as_ref(), now)
    })?;
    // A reference may be kept for an answer that needed no newer file.
    let done = match done {
        Done::Did(mut steps, ()) => match steps.pop() {
            Some((step, emitted)) if !step.signs() => Done::Repeated(Box::new(step.after), emitted),
            last => Done::Did(last.into_iter().collect(), ()),
        },
        other => other,
    };
    let words = Words { did: "Renewed", would: "renew", already: "needs no newer file" };
    Ok(answer(done, &words, &home, command.format(), |_, after| until(after)))
}

/// Where a key is away, what the others sign can be renewed.
fn with_way_out(error: anyhow::Error) -> anyhow::Error {
    match error.downcast::<Refusal>() {
        Ok(refusal) if refusal.code == Why::KeyMissing => refusal
            .hint("--key NAME renews those of its edition: name the keys that are here")
            .into(),
        Ok(refusal) => refusal.into(),
        Err(error) => error,
    }
}

/// `: good until …`
fn until(license: &License) -> String {
    let ends: Vec<&str> =
        license.live().filter_map(|it| it.file.as_ref()?.expires_at.as_deref()).collect();
    match ends.as_slice() {
        [] => String::new(),
        [end] => format!(": its file is good until {end}"),
        [end, ..] => format!(": its {} files are good until {end}", ends.len()),
    }
}

fn all(args: &Args, command: &mut CommandContext<'_>, home: &mut Home) -> Result<Outcome> {
    let (within, out) = (args.within.unwrap_or(WITHIN), &args.out);
    if out.out.is_some() {
        return Err(Refusal::usage("--due writes several files, and --out names one")
            .hint("name a folder: --out-dir DIR")
            .into());
    }
    let keys = home.reader().list_keys()?;
    let named: Vec<_> =
        args.key.iter().map(|name| key::find(&keys, name)).collect::<Result<_, _>>()?;
    let editions: Vec<Edition> = match named.as_slice() {
        [] => vec![Edition::Commercial, Edition::Trial],
        named => named.iter().filter_map(|key| key.edition).collect(),
    };
    // What is written again is looked at before anything is signed.
    let found = due(home.reader(), within, &editions, home.now)?;
    for license in &found.again {
        check_file(command, license, out, None)?;
    }
    let way =
        Way { keys: &args.key, purpose: args.purpose.as_ref(), out: Some(out), ..Way::default() };
    // Of what is decided under the lock: another command may have renewed some of them first.
    let again = RefCell::new(found.again);
    let decide = |reader: Reader<'_>, now| {
        let due = due(reader, within, &editions, now)?;
        again.replace(due.again);
        Ok(due.plan.into())
    };
    let done = carry_out(command, home, &way, &decide).map_err(with_way_out)?;
    let mut rows: Vec<Value> = Vec::new();
    let format = command.format();
    let mut outcome = match &done {
        Done::Would(plan) if !plan.steps.is_empty() => {
            rows.extend(
                plan.steps.iter().map(|step| shown(&step.after, home, &Emitted::Nowhere, format)),
            );
            let would =
                Outcome::done(format!("Would renew {}", count_of(plan.steps.len(), "license")));
            hit(plan).into_iter().fold(would, Outcome::say)
        }
        Done::Did(steps, _) if !steps.is_empty() => {
            let mut did = Outcome::done(format!("Renewed {}", count_of(steps.len(), "license")));
            for (step, emitted) in steps {
                did = did.say(format!("{}{}", step.after.serial, until(&step.after)));
                rows.push(marked(shown(&step.after, home, emitted, format), false));
            }
            did
        }
        _ => Outcome::done("No file of a checkpoint license is due"),
    };
    let again = again.into_inner();
    if !again.is_empty() {
        outcome = outcome.say(format!(
            "{} renewed within a day: the same files again",
            count_of(again.len(), "license")
        ));
    }
    let mut written: usize = match &done {
        Done::Did(steps, _) => steps.iter().map(|(_, emitted)| emitted.paths().len()).sum(),
        Done::Would(_) | Done::Repeated(..) => 0,
    };
    for license in &again {
        let emitted = if command.is_dry() {
            Emitted::Nowhere
        } else {
            finish(prepare(command, license, out, None)?, license)?
        };
        written += emitted.paths().len();
        rows.push(marked(shown(license, home, &emitted, format), true));
    }
    if out.out_dir.is_some() && !rows.is_empty() && !command.is_dry() {
        outcome = outcome.say(format!("Wrote {}", count_of(written, "file")));
    }
    Ok(many(outcome, rows, format))
}
