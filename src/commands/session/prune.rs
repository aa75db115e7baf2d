//! `session prune`: ends the stale sessions. Their seats are free already; pruning records the end.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::render::Format;
use crate::domain::session::Session;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::session::answer::SessionFacts;
use crate::ops::session::end::PruneSessions;

/// End the sessions whose time to live has passed
///
/// The seats of these sessions are already idle. Lists omit pruned sessions.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia session prune")]
pub struct Args {}

pub fn run(_: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let (execution, _) = context.execute(&mut home, &Options::default(), &PruneSessions)?;
    let (pruned, word) = match execution {
        Execution::DryRun(plan) => (plan.0, "Would prune"),
        Execution::Applied(plan) => (plan.0, "Pruned"),
    };
    let outcome = Outcome::done(format!("{word} {}", count_of(pruned.len(), "session")));
    let outcome = pruned.iter().map(Session::brief).fold(outcome, Outcome::with_message);
    Ok(match context.format() {
        Format::Table => outcome,
        Format::Json | Format::Csv => {
            let objects = pruned.iter().map(|session| session.facts(home.now)).collect();
            outcome.with_many(SessionFacts::COLUMNS, objects)
        }
    })
}
