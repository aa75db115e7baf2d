//! `status list`

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::status::{Stand, stands};

/// List the status lists, and what of each is not published yet
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia status list --json")]
pub struct Args {}

pub fn run(_: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = command.home()?;
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
    let csv = &[
        "list",
        "uri",
        "taken",
        "invalid",
        "suspended",
        "issued-at",
        "expires-at",
        "unpublished",
        "state",
    ];
    let things = stands(home.reader(), &home.vendor, home.now)?
        .iter()
        .map(|stand| thing(stand, home.now))
        .collect::<Result<_>>()?;
    Ok(Outcome::many(
        columns,
        csv,
        "no status list yet: `licentia status publish` makes the first",
        things,
    ))
}

/// `unpublished`, `stale`, `refused` or `published`.
fn state(stand: &Stand, now: Timestamp) -> Result<&'static str> {
    let Some(newest) = &stand.newest else { return Ok("unpublished") };
    Ok(match () {
        () if stand.refused => "refused",
        () if parse_instant(&newest.expires_at)? <= now => "stale",
        () => "published",
    })
}

fn thing(stand: &Stand, now: Timestamp) -> Result<(Value, Vec<String>)> {
    let (newest, (invalid, suspended), state) =
        (stand.newest.as_ref(), stand.counts, state(stand, now)?);
    let object = json!({
        "list": stand.list, "uri": stand.uri, "taken": stand.taken, "invalid": invalid,
        "suspended": suspended,
        "issued_at": newest.map(|it| &it.issued_at), "expires_at": newest.map(|it| &it.expires_at),
        "kid": newest.map(|it| &it.kid),
        "jti": newest.map(|it| &it.jti), "unpublished": stand.unpublished, "state": state,
    });
    let optional = |value: Option<&String>| value.cloned().unwrap_or_else(|| "-".into());
    let row = vec![
        stand.list.to_string(),
        stand.uri.clone(),
        stand.taken.to_string(),
        invalid.to_string(),
        suspended.to_string(),
        optional(newest.map(|it| &it.issued_at)),
        optional(newest.map(|it| &it.expires_at)),
        stand.unpublished.to_string(),
        state.to_owned(),
    ];
    Ok((object, row))
}
