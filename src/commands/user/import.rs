//! `user import`: all rows of a spreadsheet, or none.

use anyhow::Result;

use crate::cli::change::hit;
use crate::cli::context::CommandContext;
use crate::cli::csv_import::{File, Told};
use crate::cli::outcome::Outcome;
use crate::commands::user::object;
use crate::ops::csv_import::{USERS, users};
use crate::ops::license::apply::entries;
use crate::ops::user;

/// Add and change users from a spreadsheet
///
/// Its first line names the columns: customer,username,name,email,company,admin, as `licentia user list --format csv` writes
/// them. A user who is there is changed where a cell says something else; an empty cell says nothing, none clears. Users that
/// it does not name stay. If anything is wrong with it, all of it is told and nothing is written; --dry-run shows what would
/// change.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user import users.csv --dry-run")]
pub struct Args {
    #[command(flatten)]
    file: File,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let vendor = home.vendor.clone();
    let mut sheet = args.file.read(command, USERS, 2)?;
    let work = command.begin(&mut home)?;
    let (reader, now) = (work.tx.reader(), work.now);
    let changes = users(reader, &mut sheet, now)?;
    args.file.check(sheet)?;
    let mut told = Told::of("user");
    for (before, after) in changes {
        let subject = format!("{}/{}", after.customer, after.username);
        let (what, was) = (
            format!("user {} of customer {}", after.username, after.customer),
            before.as_ref().map(object),
        );
        if !told.tell(["user.add", "user.edit"], &subject, &what, was.as_ref(), &object(&after)) {
            continue;
        }
        let Some(before) = before else {
            work.tx.insert_user(&after)?;
            continue;
        };
        // Who goes to another company is logged off from what is not open to him there.
        let plan = user::edit(reader, &before, after, now)?;
        hit(&plan).into_iter().for_each(|line| told.say(format!("    {line}")));
        for step in &plan.steps {
            told.sessions.extend(step.sessions.iter().map(|session| session.serial.to_string()));
        }
        for step in plan.carry_out(&work.tx, &vendor, &[], &mut *command.host.entropy, now)? {
            told.entries.extend(entries(&step, now));
        }
    }
    if !told.entries.is_empty() {
        work.commit_all(&told.entries)?;
    }
    Ok(told.outcome(&args.file.name(), command.is_dry()))
}
