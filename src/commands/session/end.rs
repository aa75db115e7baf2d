//! `session end`: logs a user out, at once or after a time to save.

use super::shared::{SessionArgument, find_to_change};
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Name;
use crate::domain::session::Ttl;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::session::end::{EndSession, EndedSession};

/// End a session
///
/// The seat is idle at once, or after the time of --after, in which the user can save their work.
/// The first `licentia session touch` after the end fails with the reason; with --after, each touch
/// before the end warns of it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia session end S-2PZDP-41QN9
  licentia session end S-2PZDP-41QN9 --after 2min --reason 'the seat is needed, please save'")]
pub struct Args {
    /// Session serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "SESSION")]
    session: SessionArgument,
    /// Reason (shown to the user) [default: ended]
    #[arg(long, value_name = "REASON")]
    reason: Option<Name>,
    /// Time until the end, for example 2min [default: at once]
    #[arg(long, value_name = "DURATION")]
    after: Option<Ttl>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.session)?;
    let end = EndSession { serial, reason: args.reason.clone(), after: args.after };
    let (execution, _) = context.execute(&mut home, &Options::default(), &end)?;
    let (EndedSession(session), is_dry) = match execution {
        Execution::DryRun(plan) => (plan, true),
        Execution::Applied(plan) => (plan, false),
    };
    let (serial, user, now) = (&session.serial, &session.user, home.now);
    let later = session.ended_at.filter(|at| *at > now);
    let done = match (later, is_dry) {
        (None, false) => format!("Ended session {serial} of user {user}"),
        (None, true) => format!("Would end session {serial} of user {user}"),
        (Some(at), false) => format!("Session {serial} of user {user} ends at {at}"),
        (Some(at), true) => format!("Session {serial} of user {user} would end at {at}"),
    };
    Ok(Outcome::done(done).with(session.facts(now)))
}
