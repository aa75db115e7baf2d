//! `key create`: a new signing key, certified by the root. Its file is durable before the books name it.

use anyhow::Result;
use licentia_runtime::Edition;

use crate::cli::arguments::edition;
use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::Outcome;
use crate::commands::key::LimitArgs;
use crate::domain::key::{Key, Limits};
use crate::domain::name::Code;
use crate::domain::{Code as Why, Refusal};
use crate::host::files;
use crate::host::files::Existing;
use crate::signing::Signer;

/// Make a signing key
///
/// Its edition and its limits stay for ever, and stand in the key set, which the root signs anew: --passphrase-file unlocks
/// the root, --new-passphrase-file sets the new key's own passphrase. A key that is limited in anything but its last day signs
/// licenses only, unless --kinds says otherwise, and signs only where --key names it. A trial key signs nothing but licenses.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia key create commercial-2 --edition commercial
  licentia key create ci --edition trial --products work-management --max-term 14d --max-seats 5 --max-files 1000")]
pub struct Args {
    /// Its name; the private part becomes keys/NAME.pem
    name: Code,
    /// What it signs: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Edition,
    /// Keep it without a passphrase
    #[arg(long)]
    no_passphrase: bool,
    /// Succeed without a change if there is such a key
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    limits: LimitArgs,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let now = home.now;
    let limits = args.limits.limits(home.reader(), args.edition)?;
    if let Some(there) = there(args, &limits, &home)? {
        return Ok(there);
    }
    crate::commands::key::check_days(&limits, now)?;
    let keys = home.reader().list_keys()?;
    crate::commands::key::check_name(&keys, &args.name)?;
    let root = crate::commands::key::root(&keys)?;
    let draft =
        Key::new(args.name.clone(), "", "", Some(args.edition), limits.clone(), &now.to_string());
    let path = home.key_file(&draft);
    if let Err(taken) = crate::commands::key::check_free(&path, &args.name) {
        // Another process may be as far as this between its file and its row.
        return there(args, &limits, &home)?.ok_or_else(|| taken.into());
    }
    if command.is_dry() {
        command.check_new_passphrase(args.no_passphrase)?;
        home.check_clock()?;
        files::check(&path, None, Existing::Keep)?;
        let mut object = crate::commands::key::object(&draft, &home);
        object["kid"] = serde_json::Value::Null;
        return Ok(Outcome::added(&what(&draft), object, true));
    }
    let passphrase =
        command.new_passphrase(args.name.as_str(), args.no_passphrase, home.vendor.plain_keys)?;
    let root = command.unlock(&home, root)?;
    let signer = Signer::generate(&mut *command.host.entropy);
    let pem = command.lock(&signer, passphrase.as_ref());
    let key = Key::new(
        args.name.clone(),
        signer.kid(),
        signer.x(),
        Some(args.edition),
        limits.clone(),
        &now.to_string(),
    );
    let version = match crate::commands::key::keep(
        &key,
        &pem,
        crate::commands::key::Origin::Made,
        &root,
        command,
        &mut home,
    ) {
        Ok(version) => version,
        // Somebody else made it while this one waited.
        Err(error) => return there(args, &limits, &home)?.ok_or(error),
    };
    let mut object = crate::commands::key::object(&key, &home);
    object["keyset"] = version.into();
    Ok(Outcome::added(&what(&key), object, false).say(crate::commands::key::published(version)))
}

/// The answer where there is a key of this name.
fn there(args: &Args, limits: &Limits, home: &Home) -> Result<Option<Outcome>> {
    let keys = home.reader().list_keys()?;
    let Some(key) = keys.iter().find(|key| key.name.is(&args.name)) else { return Ok(None) };
    if args.if_missing && !key.is_like(args.edition, limits) {
        return Err(Refusal::new(
            Why::Conflict,
            format!("there is a key {} of another edition or with other limits", key.name),
        )
        .hint(format!("`licentia key show {}` shows them; take another name", key.name))
        .into());
    }
    Ok(Some(Outcome::there_already(
        &format!("a key {}", key.name),
        crate::commands::key::object(key, home),
        args.if_missing,
    )?))
}

fn what(key: &Key) -> String {
    format!(
        "{} key {} (signs {})",
        key.edition.map_or("", |edition| edition.as_str()),
        key.name,
        crate::commands::key::scope(key)
    )
}
