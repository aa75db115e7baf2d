//! `session start`: takes a seat. The seats are counted in the same transaction, so that none is
//! taken twice.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::Outcome;
use crate::domain::name::{Name, Username};
use crate::domain::session::Ttl;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::session::start::StartSession;

/// Start a session, which takes a seat of a license for a user
///
/// The session uses the seat until it is ended, or until its time to live passes without `licentia
/// session touch`. If no seat is idle, the error states the number of sessions, at most ten of the
/// oldest sessions, and the sessions of the same user, which the user can end.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia session start L-7K3MQ-9X2D9 --user anna --host pc-12
  licentia session start ref:ORDER-123 --user bo --ttl 8h --json")]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// User name
    #[arg(long, value_name = "USERNAME")]
    user: Username,
    /// Computer name
    #[arg(long, value_name = "NAME")]
    host: Option<Name>,
    /// Time to live without a touch, for example 90s, 15min, 8h [default: 15min]
    #[arg(long, value_name = "DURATION")]
    ttl: Option<Ttl>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let start = StartSession {
        license: find_to_change(context, &home, &args.license)?,
        user: args.user.clone(),
        host: args.host.clone(),
        ttl: args.ttl.unwrap_or_default(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &start)?;
    match execution {
        Execution::DryRun(plan) => {
            let (session, mut facts) = (&plan.0, plan.0.facts(home.now));
            facts.serial = None;
            let (user, license) = (&session.user, &session.license);
            Ok(Outcome::done(format!("Would start a session of user {user} on license {license}"))
                .with(facts))
        }
        Execution::Applied(plan) => {
            let session = &plan.0;
            Ok(Outcome::done(format!(
                "Started session {} of user {} on license {}; without a touch, the session ends at \
                 {}",
                session.serial, session.user, session.license, session.expires_at
            ))
            .with(session.facts(home.now)))
        }
    }
}
