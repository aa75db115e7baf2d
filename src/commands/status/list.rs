//! `status list`

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, Row};
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::status::answer::StatusListAnswer;
use crate::ops::status::{Stand, stands};

/// List the status lists and their unpublished changes
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia status list --json")]
pub struct Args {}

pub fn run(_: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let columns = &[
        "list",
        "uri",
        "files",
        "invalid",
        "suspended",
        "published",
        "expires",
        "unpublished",
        "state",
    ];
    let things = stands(home.reader(), &home.vendor, home.now)?
        .iter()
        .map(|stand| thing(stand, home.now))
        .collect::<Result<_>>()?;
    Ok(Outcome::many(
        columns,
        StatusListAnswer::COLUMNS,
        "no status lists; `licentia status publish --out-dir DIR --force` publishes the first",
        things,
    ))
}

/// Returns `unpublished`, `stale`, `refused` or `published`.
fn state(stand: &Stand, now: Timestamp) -> Result<&'static str> {
    let Some(newest) = &stand.newest else { return Ok("unpublished") };
    Ok(match () {
        () if stand.refused => "refused",
        () if parse_instant(&newest.expires_at)? <= now => "stale",
        () => "published",
    })
}

fn thing(stand: &Stand, now: Timestamp) -> Result<Row<StatusListAnswer>> {
    let answer = StatusListAnswer::of(stand, state(stand, now)?);
    let optional = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
    let row = vec![
        answer.list.to_string(),
        answer.uri.clone(),
        answer.taken.to_string(),
        answer.invalid.to_string(),
        answer.suspended.to_string(),
        optional(&answer.issued_at),
        optional(&answer.expires_at),
        answer.unpublished.to_string(),
        answer.state.to_owned(),
    ];
    Ok((answer, row))
}
