//! `recovery reverse`

use anyhow::Result;

use super::super::desk::{Desk, Home};
use super::super::outcome::Outcome;
use super::super::place::noting;
use super::super::record::{Of, check_whole, confirm_named};
use super::{Named, Signing, find, finish, licenses, object, prepare, tell_files};
use crate::domain::name::Name;
use crate::domain::recovery::Recovery;
use crate::domain::serial::Serial;
use crate::ops::known;
use crate::ops::recover::{Signers, carry_undo, needs, undo};

/// Undo a recovery that was a mistake
///
/// As long as no receipt has confirmed the new container: its licenses go back into the old one, which goes on, and the recoveries that
/// were used are there again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia recovery reverse R-8ZK2P-Q41MN --reason 'it was in the other bag' --out-dir out")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "RECOVERY")]
    recovery: Named,
    /// Why, for the audit log and for whoever looks at it here
    #[arg(long, value_name = "REASON")]
    reason: Name,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let Of(wanted) = &args.recovery;
    check_whole(desk, wanted)?;
    let recovery = find(home.books(), &args.recovery)?;
    let record = format!(
        "recovery {}: {} from {} into {}",
        recovery.serial,
        licenses(recovery.licenses.len()),
        recovery.from,
        recovery.to
    );
    confirm_named(desk, wanted, &record, &format!("recovery {}", recovery.serial))?;
    let done = reversed(args, &recovery.serial, desk, &mut home);
    noting(desk, &mut home, done)
}

fn reversed(args: &Args, serial: &Serial, desk: &mut Desk<'_>, home: &mut Home) -> Result<Outcome> {
    let out = args.signing.out();
    desk.check_out(&out, None)?;
    let recovery = known::recovery(home.books(), serial)?;
    let plan = undo(home.books(), &recovery, home.now)?;
    let (old, new) =
        (known::container(home.books(), &recovery.from.parse()?)?, known::container(home.books(), &recovery.to.parse()?)?);
    let (_, is_told) = needs(home.books(), &plan, &[&old, &new])?;
    for name in recovery.licenses.iter().map(|it| format!("{}.lic", it.license)) {
        desk.check_in_folder(&out, &name, None)?;
    }
    let keys = args.signing.choose(desk, home, &plan, is_told)?;
    let said = |word: &str| {
        format!("{word} recovery {serial}: {} back in container {}", super::licenses(recovery.licenses.len()), old.serial)
    };
    if desk.is_dry() {
        home.check_clock()?;
        let outcome = Outcome::done(said("Would reverse"));
        return Ok(tell(outcome, &recovery).with(object(&recovery, &[])));
    }
    let (licenses, updates) = keys.unlock(desk, home)?;
    let vendor = home.vendor.clone();
    let work = desk.begin(home)?;
    let recovery = known::recovery(work.tx.books(), serial)?;
    let plan = undo(work.tx.books(), &recovery, work.now)?;
    keys.check_still(&work, &plan, &vendor)?;
    let signers = Signers { licenses: &licenses, updates: updates.as_ref() };
    let (done, entries) =
        carry_undo(&work.tx, &vendor, &recovery, (plan, &args.reason), &signers, &mut *desk.host.entropy, work.now)?;
    let mut changes: Vec<_> = done.steps.iter().flat_map(|step| super::super::change::entries(step, work.now)).collect();
    changes.extend(entries);
    let mut stale = Vec::new();
    for container in [&recovery.from, &recovery.to] {
        stale.extend(crate::ops::adopt::made_stale(work.tx.books(), &container.parse()?)?);
    }
    let (ready, _) = prepare(desk, &done, &recovery.from, &out)?;
    work.commit_all(&changes)?;
    stale.iter().for_each(|warning| desk.warn(warning));
    let files = finish(ready, serial.as_str())?;
    let outcome = tell(Outcome::done(said("Reversed")), &recovery);
    Ok(tell_files(outcome, &files, serial.as_str()).with(object(&done.recovery, &files)))
}

fn tell(outcome: Outcome, recovery: &Recovery) -> Outcome {
    outcome
        .say(format!(
            "What was handed out for container {} is worth nothing once applications have the next published status list",
            recovery.to
        ))
        .say(format!("Container {} goes on; it needs its new files", recovery.from))
}
