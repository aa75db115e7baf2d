//! `session touch`: keeps a session alive. The audit log has no entry for a touch: it happens every
//! few minutes and changes no entitlement.

use super::shared::{SessionArgument, find_to_change};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::WarningCode;
use crate::ops::error::Result;

/// Keep a session live
///
/// The time to live begins again. For an ended session, the touch fails with the reason, and the
/// application logs the user out. For a session that ends soon, the answer states the time, so that
/// the user can save their work.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia session touch S-2PZDP-41QN9")]
pub struct Args {
    /// Session serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "SESSION")]
    session: SessionArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.session)?;
    let session = context.touch(&mut home, &serial)?;
    let word = if context.is_dry() { "would be" } else { "is" };
    let until = session.until();
    let outcome = Outcome::done(format!("Session {} {word} live until {until}", session.serial))
        .with(session.facts(home.now));
    Ok(match session.ended_at {
        Some(at) => outcome.warn(
            WarningCode::SessionEnds,
            format!("session {} ends at {at}{}", session.serial, session.why()),
        ),
        None => outcome,
    })
}
