//! `key passphrase`: another passphrase for a key's file. The key stays the same.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::key::find_any;
use crate::host::files;
use crate::host::files::{Access, Existing};

/// Give a key another passphrase
///
/// --passphrase-file has the old one, --new-passphrase-file the new one; without them both are asked for. Copies of the file
/// elsewhere keep the old passphrase.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key passphrase commercial")]
pub struct Args {
    /// Its name or thumbprint
    #[arg(value_name = "NAME")]
    name: String,
    /// Keep it without a passphrase
    #[arg(long)]
    no_passphrase: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let keys = home.reader().list_keys()?;
    let key = find_any(&keys, &args.name)?;
    if command.is_dry() {
        command.check_new_passphrase(args.no_passphrase)?;
        home.check_clock()?;
        let done = format!("Would give key {} another passphrase", key.name);
        return Ok(Outcome::done(done).with(crate::commands::key::object(key, &home)));
    }
    let (path, folder) = (home.key_file(key), home.keys());
    let before = if files::is_file(&path) { Some(command.read_key(&path)?) } else { None };
    let signer = command.unlock(&home, key)?;
    let passphrase = command.new_passphrase(key.name.as_str(), args.no_passphrase, false)?;
    let pem = command.lock(&signer, passphrase.as_ref());
    let kept = if passphrase.is_some() { "encrypted" } else { "plain" };
    // Under the lock, so that a key that is retired meanwhile does not come back.
    let work = command.begin(&mut home)?;
    files::sweep(&folder);
    crate::commands::key::unchanged(work.tx.reader(), key)?;
    let before = before
        .filter(|_| files::is_file(&path))
        .ok_or_else(|| crate::commands::key::changed(key))?;
    if *command.read_key(&path)? != *before {
        return Err(crate::commands::key::changed(key).into());
    }
    // Complete on the disk before it is in the log, so that only a rename is left: a disk that is full changes nothing.
    let pending = files::prepare(&path, pem.as_bytes(), Access::Private, Existing::Replace)?;
    work.commit(&Change::new(
        "key.passphrase",
        key.name.as_str(),
        json!({"kid": key.kid, "kept": kept}),
    ))?;
    pending.finish().context("the old passphrase still holds, although the log has the new one")?;
    let done = match passphrase {
        Some(_) => format!("Key {} has another passphrase", key.name),
        None => format!("Key {} is kept without a passphrase", key.name),
    };
    Ok(Outcome::done(done).with(crate::commands::key::object(key, &home)))
}
