//! `key create`: creates a signing key that the root certifies.

use licentia_runtime::Edition;

use crate::cli::arguments::edition;
use crate::cli::context::{CommandContext, Home};
use crate::cli::front_end::Options;
use crate::cli::key_files::KeyFileOptions;
use crate::cli::outcome::Outcome;
use crate::domain::key::Key;
use crate::domain::name::Slug;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::key::answer::{CreatedKey, KeyAnswer};
use crate::ops::key::create::{CreateKey, ExistingKey};

/// Create a signing key
///
/// The edition and the limits of the key are permanent and stated in the key set, which the root
/// signs again: --passphrase-file unlocks the root, --new-passphrase-file sets the passphrase of
/// the new key. A key with any limit other than its last day signs licenses only, unless --kinds
/// states otherwise, and signs only if --key names it. A trial key signs only licenses and audit
/// entries. A key with --kinds anchor signs audit entries and no files; its default edition is
/// commercial.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia key create commercial-2 --edition commercial
  licentia key create sales --kinds anchor
  licentia key create ci --edition trial --products work-management --max-term 14d --max-seats 5 --max-files 1000")]
#[command(group = clap::ArgGroup::new("signs").required(true).multiple(true).args(["edition", "kinds"]))]
pub struct Args {
    /// Key name; the private key is stored in keys/NAME.pem
    name: Slug,
    /// Edition of the signed licenses: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Option<Edition>,
    /// Store the key without a passphrase
    #[arg(long)]
    no_passphrase: bool,
    /// Succeed without a change if a key with this name, edition and limits exists
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    limits: super::shared::LimitArgs,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let limits = args.limits.requested()?;
    let edition = match args.edition {
        Some(edition) => edition,
        None if args.limits.signs_entries_only() => Edition::Commercial,
        None => {
            return Err(Error::usage("the key needs an edition")
                .hint("--edition commercial or --edition trial")
                .into());
        }
    };
    let create = CreateKey { name: args.name.clone(), edition, limits };
    let key_file = KeyFileOptions { file: None, no_passphrase: args.no_passphrase };
    let options = Options { key_file: Some(key_file), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &create)?;
    match execution {
        Execution::Unchanged(existing) => already_exists(&existing, args.if_missing, &home),
        Execution::DryRun(plan) => {
            let key = KeyAnswer { kid: None, ..super::shared::answer(&plan.key, &home) };
            Ok(Outcome::added(&object(&plan.key), CreatedKey { key, keyset: None }, true))
        }
        Execution::Applied(plan) => {
            let key = super::shared::answer(&plan.key, &home);
            let answer = CreatedKey { key, keyset: Some(plan.keyset.version) };
            let done = Outcome::added(&object(&plan.key), answer, false);
            Ok(done.with_message(super::shared::published(plan.keyset.version)))
        }
    }
}

/// Returns the answer for a name that a key already has.
fn already_exists(existing: &ExistingKey, if_missing: bool, home: &Home) -> Result<Outcome> {
    let key = &existing.key;
    if if_missing && !existing.is_like {
        let message =
            format!("key {} already exists with a different edition or different limits", key.name);
        return Err(Error::new(ErrorCode::Conflict, message)
            .hint(format!(
                "`licentia key show {}` shows the edition and the limits; choose another name",
                key.name
            ))
            .into());
    }
    let answer = CreatedKey { key: super::shared::answer(key, home), keyset: None };
    Ok(Outcome::already_exists(&format!("key {}", key.name), answer, if_missing)?)
}

fn object(key: &Key) -> String {
    format!(
        "{} key {} (signs {})",
        key.edition.map_or("", |edition| edition.as_str()),
        key.name,
        super::shared::scope(key)
    )
}
