//! `session end`: a log-out, the user's own or an administrator's, at once or so that there is time to save.

use anyhow::Result;
use serde_json::json;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::session::{Named, find_to_change};
use crate::domain::audit::Change;
use crate::domain::name::Name;
use crate::domain::session::Ttl;
use crate::ops::lookup;

/// End a session
///
/// Its seat is free at once, or --after a while in which the user can save. The next `session touch` fails with the reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia session end S-2PZDP-41QN9
  licentia session end S-2PZDP-41QN9 --after 2min --reason 'the seat is needed, please save'")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "SESSION")]
    session: Named,
    /// Why, as the user is told [default: ended]
    #[arg(long, value_name = "REASON")]
    reason: Option<Name>,
    /// Not at once, but after so long, like 2min
    #[arg(long, value_name = "DURATION")]
    after: Option<Ttl>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.session)?;
    let work = command.begin(&mut home)?;
    let now = work.now;
    let mut session = lookup::session(work.tx.reader(), &serial)?;
    let reason = args.reason.as_ref().map_or("ended", Name::as_str);
    session.end(args.after.map_or(now, |after| after.after(now)), reason, now)?;
    let at = session.ended_at.unwrap_or(now);
    work.tx.set_session(&session)?;
    let facts = json!({
        "license": session.license, "user": session.user.as_str(), "reason": reason,
        "ended_at": (at > now).then(|| at.to_string()),
    });
    work.commit(&Change::new("session.end", session.serial.as_str(), facts))?;
    let done = match (at > now, command.is_dry()) {
        (false, false) => format!("Ended session {} of {}", session.serial, session.user),
        (false, true) => format!("Would end session {} of {}", session.serial, session.user),
        (true, false) => format!("Session {} of {} ends at {at}", session.serial, session.user),
        (true, true) => format!("Session {} of {} would end at {at}", session.serial, session.user),
    };
    Ok(Outcome::done(done).with(session.facts(now)))
}
