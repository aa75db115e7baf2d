//! `license renew`: the next file of a checkpoint license, or of all whose files end soon.

use anyhow::Result;

use super::super::change::{Done, Signing, Way, carry_out, finish, hit, prepare};
use super::super::desk::{Desk, Home};
use super::super::outcome::{Data, Outcome, count_of};
use super::super::record::{Named, find_to_change};
use super::super::show::Format;
use super::{Words, answer, marked, shown};
use crate::domain::Refusal;
use crate::domain::license::License;
use crate::domain::name::Reference;
use crate::domain::time::Days;
use crate::ops::change::Decision;
use crate::ops::revise::{due, renew};

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
    #[arg(value_name = "LICENSE", required_unless_present = "due", conflicts_with = "due")]
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
    #[command(flatten)]
    signing: Signing,
}

/// How soon a file ends that is renewed, where nobody says it.
const WITHIN: Days = Days(30);

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let Some(named) = &args.license else { return all(args, desk, &mut home) };
    let serial = find_to_change(desk, &home, named)?;
    let now = home.now;
    let keys: Vec<_> = args.signing.key.iter().cloned().collect();
    let way = Way { keys: &keys, out: Some(&args.signing.out), ..Way::default() };
    let done = carry_out(desk, &mut home, &way, &|books| renew(books, &serial, args.reference.as_ref(), now))?;
    let words = Words { did: "Renewed", would: "renew", already: "needs no newer file" };
    Ok(answer(done, &words, &home, desk.format(), |_, after| until(after)))
}

/// `: good until …`
fn until(license: &License) -> String {
    let end = license.file().and_then(|file| file.expires_at.as_deref());
    end.map(|end| format!(": its file is good until {end}")).unwrap_or_default()
}

fn all(args: &Args, desk: &mut Desk<'_>, home: &mut Home) -> Result<Outcome> {
    let (within, now, out) = (args.within.unwrap_or(WITHIN), home.now, &args.signing.out);
    if out.out.is_some() {
        return Err(Refusal::usage("--due writes several files, and --out names one")
            .hint("name a folder: --out-dir DIR")
            .into());
    }
    let format = desk.format();
    let found = due(home.books(), within, now)?;
    desk.check_out(out, None)?;
    let keys: Vec<_> = args.signing.key.iter().cloned().collect();
    let way = Way { keys: &keys, out: Some(out), ..Way::default() };
    let mut rows = Vec::new();
    let mut outcome = Outcome::done(format!("No file of a checkpoint license ends within {within}"));
    if !found.plan.steps.is_empty() {
        match carry_out(desk, home, &way, &|books| Ok(Decision::New(Box::new(due(books, within, now)?.plan))))? {
            Done::Did(steps) => {
                outcome = Outcome::done(format!("Renewed {}", count_of(steps.len(), "license")));
                for (step, emitted) in steps {
                    outcome = outcome.say(format!("{}{}", step.after.serial, until(&step.after)));
                    rows.push(marked(shown(&step.after, home, &emitted, format), false));
                }
            }
            Done::Would(plan) => {
                outcome = Outcome::done(format!("Would renew {}", count_of(plan.steps.len(), "license")));
                outcome = hit(&plan).into_iter().fold(outcome, Outcome::say);
                rows.extend(plan.steps.iter().map(|step| shown(&step.after, home, &super::Emitted::Nowhere, format)));
            }
            Done::Repeated(..) => {}
        }
    } else if !found.again.is_empty() {
        outcome = Outcome::done("Nothing new is due");
    }
    if !found.again.is_empty() {
        outcome = outcome.say(format!("{} renewed within a day: the same files again", count_of(found.again.len(), "license")));
    }
    for license in &found.again {
        let emitted = if desk.is_dry() { super::Emitted::Nowhere } else { finish(prepare(desk, license, out)?, license)? };
        rows.push(marked(shown(license, home, &emitted, format), true));
    }
    if out.out_dir.is_some() && !rows.is_empty() && !desk.is_dry() {
        outcome = outcome.say(format!("Wrote {}", count_of(rows.len(), "file")));
    }
    // Machines get the list; people were told.
    outcome.data = match format {
        Format::Table => Data::Nothing,
        Format::Json | Format::Csv => {
            Data::Many { objects: rows, csv: super::super::record::CSV, columns: &[], rows: Vec::new(), empty: "" }
        }
    };
    Ok(outcome)
}
