//! `check`: the health report. It changes nothing.

use std::fmt::Write as _;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::progress::with_progress;
use crate::cli::remedy;
use crate::domain::ErrorCode;
use crate::domain::finding::FindingCode;
use crate::domain::time::{Days, parse_instant};
use crate::ops::error::Result;
use crate::ops::health::answer::HealthReport;
use crate::ops::health::comparison::compare;
use crate::ops::health::{Findings, Item, look};

/// Report the problems that need attention
///
/// Compares the whole database: each record with its signed files and with the audit log, the audit
/// log with its chain and its anchors, and the pages, indexes and references of the database. Each
/// difference is a finding (`tampered`): another program changed the database. Signatures are
/// verified on all cores. --quick omits this comparison.
///
/// Also reports licenses that end soon and have no successor, changes that are not in a published
/// status list, status lists that become stale, and containers whose receipts contradict the
/// database. Run the command each day; the exit status is 4 if there is a difference, and 1 if
/// there is another problem.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia check\n  licentia check --quick\n  licentia check --within \
        60d --json"
)]
pub struct Args {
    /// Number of days before its end from which a license is reported [default: 30d]
    #[arg(long, value_name = "DURATION")]
    within: Option<Days>,
    /// Omit the comparison of the records with signed files and the audit log
    #[arg(long)]
    quick: bool,
}

/// The default of `--within`.
const WITHIN: Days = Days(30);

/// The exit status while there is a problem.
const OPEN: u8 = 1;

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    context.run_as_maintenance();
    let mut home = context.home()?;
    let (vendor, now) = (home.vendor.clone(), home.now);
    let snapshot = home.store.snapshot()?;
    let reader = snapshot.reader();
    let mut findings = Findings::default();
    if !args.quick {
        findings = with_progress(context, |show| compare(reader, &vendor, now, show))?;
    }
    findings.items.extend(look(reader, &vendor, args.within.unwrap_or(WITHIN), now)?);
    let mut text = String::new();
    for item in &findings.items {
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
    if findings.further > 0 {
        let _ = writeln!(text, "further differences: {}", findings.further);
    }
    if findings.items.is_empty() {
        text = "no problems\n".to_owned();
    }
    let exit = match findings {
        _ if findings.has_difference() => ErrorCode::Tampered.exit(),
        Findings { ref items, .. } if items.is_empty() => 0,
        Findings { .. } => OPEN,
    };
    Ok(Outcome {
        data: Outcome::answer_text(HealthReport::of(&findings, message), &[], text).data,
        exit,
        ..Outcome::default()
    })
}

/// Returns the problem with its correction.
fn message(item: &Item) -> String {
    format!("{}; {}", item.problem, remedy::render(&item.remedy))
}
