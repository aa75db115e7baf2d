//! `key import`: a private key that was made elsewhere, such as with openssl. It gets a passphrase of its own here.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use licentia_runtime::Edition;

use super::super::args::edition;
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::LimitArgs;
use crate::domain::audit::Change;
use crate::domain::key::{Key, check_private};
use crate::domain::name::Code;
use crate::domain::{Code as Why, Refusal};
use crate::seal;

/// Take in a private key that was made elsewhere
///
/// The file is PKCS#8 in PEM, encrypted or plain, as `openssl genpkey -algorithm ed25519` writes it. --passphrase-file opens
/// it (and the root), --new-passphrase-file sets the passphrase that it has here. Where the books know the key and only its
/// private part is away, the part comes back and nothing else changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  openssl genpkey -algorithm ed25519 -aes256 -out partner.pem
  licentia key import partner partner.pem --edition commercial --products work-management")]
pub struct Args {
    /// Its name here; the private part becomes keys/NAME.pem
    name: Code,
    /// The private key's file; - is standard input
    file: PathBuf,
    /// What it signs: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Edition,
    #[command(flatten)]
    limits: LimitArgs,
    /// Keep it without a passphrase
    #[arg(long, help_heading = "Options")]
    no_passphrase: bool,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let now = home.now;
    let keys = home.books().list_keys()?;
    let limits = args.limits.limits(home.books(), args.edition, now)?;
    let returns = keys.iter().find(|key| key.name.as_str().eq_ignore_ascii_case(args.name.as_str()) && !home.has_key(key));
    match returns {
        None => super::check_name(&keys, &args.name)?,
        Some(key) if key.edition != Some(args.edition) => {
            return Err(Refusal::new(
                Why::EditionMismatch,
                format!("key {} is {}", key.name, key.edition.map_or("the root", |edition| edition.as_str())),
            )
            .hint("a key keeps its edition for ever")
            .into());
        }
        Some(_) => {}
    }
    let pem = desk.read_key(&args.file)?;
    // A dry run needs no passphrase: it looks into a plain file only.
    if desk.is_dry() && seal::is_encrypted(&pem).with_context(|| args.file.display().to_string())? {
        return Ok(would(args));
    }
    let signer = desk.open_key(&pem, &args.file.display().to_string()).with_context(|| args.file.display().to_string())?;
    if !home.vendor.test {
        check_private(signer.kid())?;
    }
    let known = keys.iter().find(|key| key.kid == signer.kid());
    match (returns, known) {
        (Some(key), known) if known != Some(key) => {
            return Err(Refusal::new(Why::KeyMissing, format!("{} holds another key than {}", args.file.display(), key.name))
                .hint(format!("the key that is known as {} has the thumbprint {}", key.name, key.kid))
                .into());
        }
        (None, Some(key)) => {
            return Err(Refusal::new(Why::Exists, format!("this key is here already, as {}", key.name)).into());
        }
        _ => {}
    }
    if desk.is_dry() {
        return Ok(would(args));
    }
    let passphrase = desk.new_passphrase(args.name.as_str(), args.no_passphrase, home.vendor.plain_keys)?;
    let pem = desk.lock(&signer, passphrase.as_ref());
    if let Some(key) = returns {
        return restore(key, &pem, desk, &mut home);
    }
    let root = desk.unlock(&home, super::root(&keys)?)?;
    let key = Key::new(args.name.clone(), signer.kid(), signer.x(), Some(args.edition), limits, &now.to_string());
    let version = super::keep(&key, &pem, &root, "key.import", desk, &mut home)?;
    let mut object = super::object(&key, &home);
    (object["created"], object["keyset"]) = (true.into(), version.into());
    Ok(Outcome::done(format!("Took in {} as key {} ({})", args.file.display(), key.name, key.kid))
        .with(object)
        .say(super::published(version)))
}

fn would(args: &Args) -> Outcome {
    let object =
        serde_json::json!({"name": args.name.as_str(), "edition": args.edition.as_str(), "created": false, "dry_run": true});
    Outcome::done(format!("Would take in {} as key {}", args.file.display(), args.name)).with(object)
}

/// The private part of a key that the books know.
fn restore(key: &Key, pem: &str, desk: &Desk<'_>, home: &mut super::super::desk::Home) -> Result<Outcome> {
    let pending = desk.prepare_private(&home.key_file(key), pem, false)?;
    let work = home.begin()?;
    work.commit(&Change::new("key.import", key.name.as_str(), serde_json::json!({"kid": key.kid, "private_part": "back"})))?;
    pending.finish()?;
    let mut object = super::object(key, home);
    object["created"] = false.into();
    Ok(Outcome::done(format!("The private part of key {} is back", key.name)).with(object))
}
