//! `key list`

use licentia_runtime::KeyState;

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::key::find_any;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::key::answer::KeyAnswer;

/// List the keys, the root first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key list --all")]
pub struct Args {
    /// Include retired keys
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let keys = home.reader().list_keys()?;
    let after =
        args.page.after.as_deref().map(|name| find_any(&keys, name).cloned()).transpose()?;
    let shown = Page::following(keys, after.as_ref())
        .filter(|key| args.all || key.state != KeyState::Retired);
    let things = shown.take(args.page.limit()).map(|key| {
        let present = if home.has_key(&key) { "here" } else { "away" };
        let edition = key.edition.map_or("-", |edition| edition.as_str());
        let row = [
            key.name.as_str(),
            edition,
            key.state.as_str(),
            &super::shared::scope(&key),
            &key.files_signed.to_string(),
            present,
            &key.kid,
        ];
        (super::shared::answer(&key, &home), row.map(str::to_owned).to_vec())
    });
    Ok(Outcome::many(
        &["name", "edition", "state", "signs", "signed", "private", "kid"],
        KeyAnswer::COLUMNS,
        "no keys",
        things.collect(),
    ))
}
