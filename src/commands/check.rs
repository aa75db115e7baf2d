//! `check`: the health report. It changes nothing.

use std::fmt::Write as _;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::remedy;
use crate::domain::finding::FindingCode;
use crate::domain::time::{Days, parse_instant};
use crate::ops::error::Result;
use crate::ops::health::answer::HealthReport;
use crate::ops::health::{Item, look};

/// Report the problems that need attention
///
/// Reports licenses that end soon and have no successor, changes that are not in a published status
/// list, status lists that become stale, and containers whose receipts contradict the database. Run
/// the command each day; the exit status is 1 if there is a problem.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia check\n  licentia check --within 60d --json")]
pub struct Args {
    /// Number of days before its end from which a license is reported [default: 30d]
    #[arg(long, value_name = "DURATION")]
    within: Option<Days>,
}

/// The default of `--within`.
const WITHIN: Days = Days(30);

/// The exit status while there is a problem.
const OPEN: u8 = 1;

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    context.run_as_maintenance();
    let home = context.home()?;
    let items = look(home.reader(), &home.vendor, args.within.unwrap_or(WITHIN), home.now)?;
    let mut text = String::new();
    for item in &items {
        // The problem already states the last day, which is the day before the end.
        let due = item.due_at.as_deref().filter(|_| item.code != FindingCode::EndsSoon);
        let due = due.map(|at| {
            parse_instant(at).map(|at| format!(", due {}", crate::domain::time::day_of(at)))
        });
        let due = due.transpose()?.unwrap_or_default();
        let Item { kind, code, subject, .. } = item;
        let code = code.as_str();
        let _ = writeln!(text, "{kind} {subject}: {} ({code}{due})", message(item));
    }
    if items.is_empty() {
        text = "no problems\n".to_owned();
    }
    Ok(Outcome {
        data: Outcome::answer_text(HealthReport::of(&items, message), &[], text).data,
        exit: if items.is_empty() { 0 } else { OPEN },
        ..Outcome::default()
    })
}

/// Returns the problem with its correction.
fn message(item: &Item) -> String {
    format!("{}; {}", item.problem, remedy::render(&item.remedy))
}
