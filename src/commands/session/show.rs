//! `session show`

use super::shared::{SessionArgument, find};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::session::DEFAULT_REASON;
use crate::ops::error::Result;

/// Show a session
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia session show S-2PZDP-41QN9 --json")]
pub struct Args {
    /// Session serial or a unique prefix
    #[arg(value_name = "SESSION")]
    session: SessionArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let session = find(home.reader(), &args.session)?;
    let optional = |text: Option<String>| text.unwrap_or_else(|| "-".into());
    let (end, reason) = (session.ended_at, session.reason.clone());
    // A later end is requested; the session expires at that instant at the latest.
    let is_requested = end.is_some_and(|at| at > home.now);
    let fields = vec![
        ("serial", session.serial.to_string()),
        ("state", session.state(home.now).as_str().to_owned()),
        ("license", session.license.clone()),
        ("customer", session.customer.to_string()),
        ("user", session.user.to_string()),
        ("host", optional(session.host.as_ref().map(ToString::to_string))),
        ("started", session.started_at.to_string()),
        ("last seen", session.last_seen.to_string()),
        ("time to live", session.ttl.to_string()),
        ("expires", session.until().to_string()),
        (
            if is_requested { "ends (requested)" } else { "ended" },
            optional(end.map(|at| at.to_string())),
        ),
        ("reason", optional(reason.filter(|reason| reason != DEFAULT_REASON))),
    ];
    Ok(Outcome::one(session.facts(home.now), fields))
}
