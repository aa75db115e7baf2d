//! `session start`: a seat is counted and taken in one transaction, so that none is sold twice.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::license::{Named, find_to_change};
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::name::{Name, Username};
use crate::domain::session::Ttl;
use crate::ops::session::start;

/// Take a seat of a license for a user
///
/// It is held until it is ended, or until its time to live passes without `session touch`. If no seat is free, the error
/// names the oldest holders, at most ten, their number, and the user's own sessions, which the user may end to free a seat.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia session start L-7K3MQ-9X2D9 --user anna --host desk-12
  licentia session start ref:ORDER-123 --user bo --ttl 8h --json")]
pub struct Args {
    /// The license's serial, or ref: and its reference
    #[arg(value_name = "LICENSE")]
    license: Named,
    /// Who works
    #[arg(long, value_name = "USERNAME")]
    user: Username,
    /// At which computer
    #[arg(long, value_name = "NAME")]
    host: Option<Name>,
    /// How long without a touch, like 90s, 15min, 8h [default: 15min]
    #[arg(long, value_name = "DURATION")]
    ttl: Option<Ttl>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.license)?;
    let ttl = args.ttl.unwrap_or_default();
    let work = command.begin(&mut home)?;
    let now = work.now;
    let session = start(
        &work.tx,
        &serial,
        &args.user,
        args.host.as_ref(),
        ttl,
        &mut *command.host.entropy,
        now,
    )?;
    let mut object = session.facts(now);
    work.commit(&Change::new("session.start", session.serial.as_str(), object.clone()))?;
    if command.is_dry() {
        object["serial"] = serde_json::Value::Null;
        return Ok(Outcome::done(format!(
            "Would start a session of {} on license {serial}",
            session.user
        ))
        .with(object));
    }
    let until = format!("until {} unless it is touched", session.expires_at);
    Ok(Outcome::done(format!(
        "Started session {} of {} on license {serial}, {until}",
        session.serial, session.user
    ))
    .with(object))
}
