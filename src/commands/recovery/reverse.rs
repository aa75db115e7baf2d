//! `recovery reverse`

use anyhow::Result;

use crate::cli::container::noting;
use crate::cli::context::{CommandContext, Home};
use crate::cli::license::{Of, check_whole, confirm_named};
use crate::cli::outcome::Outcome;
use crate::commands::recovery::{
    Named, Signing, find, finish, licenses, object, prepare, tell_files,
};
use crate::domain::container::Container;
use crate::domain::name::{Name, some_of};
use crate::domain::recovery::Recovery;
use crate::domain::serial::Serial;
use crate::ops::license::apply::file_name;
use crate::ops::license::plan::Step;
use crate::ops::lookup;
use crate::ops::recovery::issue::{Done, Signers, carry_undo, needs, undo};

/// Undo a recovery that was a mistake
///
/// As long as no receipt has confirmed the new container: its licenses go back into the old one, which goes on, and the recoveries that
/// were used are there again.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia recovery reverse R-8ZK2P-Q41MN --reason 'it was in the other bag' --out-dir out"
)]
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

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let Of(wanted) = &args.recovery;
    check_whole(command, wanted)?;
    let recovery = find(home.reader(), &args.recovery)?;
    let record = format!(
        "recovery {}: {} from {} into {}",
        recovery.serial,
        licenses(recovery.licenses.len()),
        recovery.from,
        recovery.to
    );
    confirm_named(command, wanted, &record, &format!("recovery {}", recovery.serial))?;
    let done = reversed(args, &recovery.serial, command, &mut home);
    noting(command, &mut home, done)
}

fn reversed(
    args: &Args,
    serial: &Serial,
    command: &mut CommandContext<'_>,
    home: &mut Home,
) -> Result<Outcome> {
    let out = args.signing.out();
    command.check_out(&out, None)?;
    let recovery = lookup::recovery(home.reader(), serial)?;
    let plan = undo(home.reader(), &recovery, home.now)?;
    let (old, new) = (
        lookup::container(home.reader(), &recovery.from.parse()?)?,
        lookup::container(home.reader(), &recovery.to.parse()?)?,
    );
    let (_, is_told) = needs(home.reader(), &plan, &[&old, &new])?;
    for step in &plan.steps {
        let is_alone = step.after.live().count() == 1;
        for activation in step
            .after
            .live()
            .filter(|it| [&old, &new].iter().any(|container| it.is_in(container.serial.as_str())))
        {
            command.check_in_folder(&out, &file_name(&step.after, activation, is_alone), None)?;
        }
    }
    let again = again(&recovery, &old);
    let keys = args.signing.choose(command, home, &plan, is_told)?;
    let said = |word: &str| {
        format!(
            "{word} recovery {serial}: {} back in container {}",
            crate::commands::recovery::licenses(recovery.licenses.len()),
            old.serial
        )
    };
    if command.is_dry() {
        home.check_clock()?;
        let outcome = Outcome::done(said("Would reverse"));
        return Ok(tell(outcome, &recovery).with(object(&recovery, &[])));
    }
    let (licenses, updates) = keys.unlock(command, home)?;
    let vendor = home.vendor.clone();
    let work = command.begin(home)?;
    let recovery = lookup::recovery(work.tx.reader(), serial)?;
    let plan = undo(work.tx.reader(), &recovery, work.now)?;
    keys.check_still(&work, &plan, &vendor)?;
    let signers = Signers { licenses: &licenses, updates: updates.as_ref() };
    let (done, entries) = carry_undo(
        &work.tx,
        &vendor,
        &recovery,
        (plan, &args.reason),
        &signers,
        &mut *command.host.entropy,
        work.now,
    )?;
    let mut changes: Vec<_> = done
        .steps
        .iter()
        .flat_map(|step| crate::ops::license::apply::entries(step, work.now))
        .collect();
    changes.extend(entries);
    let mut stale = Vec::new();
    for container in [&recovery.from, &recovery.to] {
        stale.extend(crate::ops::container::stale::made_stale(
            work.tx.reader(),
            &container.parse()?,
        )?);
    }
    let (ready, _) = prepare(command, &done, &[&recovery.from, &recovery.to], &out)?;
    work.commit_all(&changes)?;
    stale.iter().for_each(|warning| command.warn(warning));
    let rest = still_in(&done, &recovery.to);
    let files = finish(ready, serial, &again)?;
    let outcome = tell(Outcome::done(said("Reversed")), &recovery);
    let outcome = rest.iter().fold(outcome, |outcome, license| {
        outcome.say(format!(
            "Container {} still holds seats of license {license}, and needs its new file",
            recovery.to
        ))
    });
    Ok(tell_files(outcome, &files, &again).with(object(&done.recovery, &files)))
}

/// The licenses of which the new container had seats before; they stay there.
fn still_in(done: &Done, to: &str) -> Vec<String> {
    let stays = |step: &&Step| step.after.live().any(|it| it.is_in(to));
    done.steps.iter().filter(stays).map(|step| step.after.serial.to_string()).collect()
}

/// How the files are had that the old container needs.
fn again(recovery: &Recovery, old: &Container) -> String {
    if old.kind.is_hardware() {
        return format!(
            "`licentia container update {} --out FILE` writes the update that tells it",
            old.serial
        );
    }
    let exports: Vec<String> = recovery
        .licenses
        .iter()
        .map(|it| format!("`licentia license export {} --container {}`", it.license, old.serial))
        .collect();
    format!("{} {} them", some_of(&exports), if exports.len() == 1 { "writes" } else { "write" })
}

fn tell(outcome: Outcome, recovery: &Recovery) -> Outcome {
    outcome
        .say(format!(
            "What was handed out for container {} is worth nothing once applications have the next published status list",
            recovery.to
        ))
        .say(format!("Container {} goes on; it needs its new files", recovery.from))
}
