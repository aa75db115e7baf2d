//! `key list`

use anyhow::Result;
use licentia_runtime::KeyState;

use super::super::args::Page;
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use crate::domain::key::find_any;

/// List the keys, the root first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key list --all")]
pub struct Args {
    /// Retired ones too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let keys = home.books().list_keys()?;
    let after = args.page.after.as_deref().map(|name| find_any(&keys, name)).transpose()?;
    let first = after.and_then(|after| keys.iter().position(|key| key == after)).map_or(0, |place| place + 1);
    let most = args.page.limit.map_or(usize::MAX, |limit| limit as usize);
    let shown = keys.iter().skip(first).filter(|key| args.all || key.state != KeyState::Retired).take(most);
    let things = shown.map(|key| {
        let present = if home.has_key(key) { "here" } else { "away" };
        let edition = key.edition.map_or("-", |edition| edition.as_str());
        let row = [
            key.name.as_str(),
            edition,
            key.state.as_str(),
            &super::scope(key),
            &key.files_signed.to_string(),
            present,
            &key.kid,
        ];
        (super::object(key, &home), row.map(str::to_owned).to_vec())
    });
    Ok(Outcome::many(&["name", "edition", "state", "signs", "signed", "private", "kid"], super::CSV, "no keys", things.collect()))
}
