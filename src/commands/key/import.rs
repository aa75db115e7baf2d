//! `key import`: a private key that was made elsewhere, such as with openssl. It gets a passphrase of its own here.

use std::path::PathBuf;

use anyhow::Result;
use licentia_runtime::{Edition, KeyState};
use serde_json::json;

use crate::cli::arguments::edition;
use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::Outcome;
use crate::commands::key::{LimitArgs, Origin};
use crate::domain::audit::Change;
use crate::domain::key::{Key, Limits, check_private};
use crate::domain::name::Code;
use crate::domain::{Code as Why, Refusal};
use crate::host::files;
use crate::host::files::{Access, Existing};
use crate::signing;

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
    /// Keep it without a passphrase
    #[arg(long)]
    no_passphrase: bool,
    #[command(flatten)]
    limits: LimitArgs,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let now = home.now;
    let keys = home.reader().list_keys()?;
    let limits = args.limits.limits(home.reader(), args.edition)?;
    let same_name = |key: &&Key| key.name.is(&args.name);
    let returns = keys.iter().find(|key| same_name(key) && !home.has_key(key));
    match returns {
        None => {
            crate::commands::key::check_name(&keys, &args.name)?;
            crate::commands::key::check_days(&limits, now)?;
        }
        Some(key) => check_returns(key, args, &limits)?,
    }
    let pem = command.read_key(&args.file)?;
    let shown = args.file.display().to_string();
    let path = home.keys().join(format!("{}.pem", args.name));
    let origin = if files::is_same(&command.host.path(&args.file), &path) {
        Origin::InPlace
    } else {
        Origin::Elsewhere
    };
    if origin != Origin::InPlace {
        crate::commands::key::check_free(&path, &args.name)?;
    }
    if command.is_dry() {
        command.check_new_passphrase(args.no_passphrase)?;
        home.check_clock()?;
        files::check(&path, None, Existing::Replace)?;
    }
    // A dry run needs no passphrase: it looks into a plain file only.
    if command.is_dry()
        && signing::is_encrypted(&pem).map_err(|fault| unreadable(&shown, &fault))?
    {
        return Ok(would(args));
    }
    let signer = command.open_key(&pem, &shown).map_err(|error| {
        match error.downcast_ref::<signing::Fault>() {
            Some(fault) if *fault != signing::Fault::WrongPassphrase => {
                unreadable(&shown, fault).into()
            }
            _ => error.context(shown.clone()),
        }
    })?;
    if !home.vendor.test {
        check_private(signer.kid())?;
    }
    let known = keys.iter().find(|key| key.kid == signer.kid());
    match (returns, known) {
        (Some(key), known) if known != Some(key) => {
            return Err(Refusal::new(
                Why::KeyMissing,
                format!("{shown} holds another key than {}", key.name),
            )
            .hint(format!("the key that is known as {} has the thumbprint {}", key.name, key.kid))
            .into());
        }
        (None, Some(key)) => {
            return Err(Refusal::new(
                Why::Exists,
                format!("this key is here already, as {}", key.name),
            )
            .into());
        }
        _ => {}
    }
    if command.is_dry() {
        return Ok(would(args));
    }
    let passphrase =
        command.new_passphrase(args.name.as_str(), args.no_passphrase, home.vendor.plain_keys)?;
    let pem = command.lock(&signer, passphrase.as_ref());
    if let Some(key) = returns {
        return restore(key, &pem, command, &mut home);
    }
    let root = command.unlock(&home, crate::commands::key::root(&keys)?)?;
    let key = Key::new(
        args.name.clone(),
        signer.kid(),
        signer.x(),
        Some(args.edition),
        limits,
        &now.to_string(),
    );
    let version = crate::commands::key::keep(&key, &pem, origin, &root, command, &mut home)?;
    let mut object = crate::commands::key::object(&key, &home);
    (object["created"], object["keyset"]) = (true.into(), version.into());
    Ok(Outcome::done(format!("Took in {shown} as key {} ({})", key.name, key.kid))
        .with(object)
        .say(crate::commands::key::published(version)))
}

/// What the books know of a key holds, whatever is asked for with its private part.
fn check_returns(key: &Key, args: &Args, limits: &Limits) -> Result<(), Refusal> {
    let own = key.edition.map_or("the root", |edition| edition.as_str());
    if key.edition != Some(args.edition) {
        return Err(Refusal::new(Why::EditionMismatch, format!("key {} is {own}", key.name))
            .hint("a key keeps its edition for ever"));
    }
    if key.state != KeyState::Active {
        return Err(Refusal::new(
            Why::WrongState,
            format!(
                "key {} is {}: its private part has no place here",
                key.name,
                key.state.as_str()
            ),
        )
        .hint("a key that was retired or revoked never signs again"));
    }
    if args.limits.is_given() && !key.is_like(args.edition, limits) {
        return Err(Refusal::new(
            Why::Conflict,
            format!("key {} has other limits, and keeps them for ever", key.name),
        )
        .hint(format!(
            "`licentia key show {}` shows them; leave them out to bring its private part back",
            key.name
        )));
    }
    Ok(())
}

/// A file that cannot be taken in, told with what would help.
fn unreadable(file: &str, fault: &signing::Fault) -> Refusal {
    let (code, hint) = match fault {
        signing::Fault::OtherAlgorithm => {
            (Why::WrongKind, "licentia signs with Ed25519: `openssl genpkey -algorithm ed25519`")
        }
        signing::Fault::OtherEncryption => (
            Why::Corrupt,
            "`openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE` encrypts it in a way that is",
        ),
        _ => (
            Why::Corrupt,
            "a private key is read as PKCS#8 in PEM, as `openssl genpkey -algorithm ed25519` writes it",
        ),
    };
    Refusal::new(code, format!("{file}: {fault}")).hint(hint)
}

fn would(args: &Args) -> Outcome {
    let object =
        json!({"name": args.name.as_str(), "edition": args.edition.as_str(), "created": false});
    Outcome::done(format!("Would take in {} as key {}", args.file.display(), args.name))
        .with(object)
}

/// The private part of a key that the books know: back under the lock, so that nobody retires the key meanwhile.
fn restore(key: &Key, pem: &str, command: &CommandContext<'_>, home: &mut Home) -> Result<Outcome> {
    let (path, folder) = (home.key_file(key), home.keys());
    let work = command.begin(home)?;
    files::sweep(&folder);
    crate::commands::key::unchanged(work.tx.reader(), key)?;
    crate::commands::key::check_free(&path, &key.name)?;
    files::write(&path, pem.as_bytes(), Access::Private, Existing::Keep)?;
    work.commit(&Change::new(
        "key.import",
        key.name.as_str(),
        json!({"kid": key.kid, "private_part": "back"}),
    ))
    .inspect_err(|_| drop(files::remove(&path)))?;
    let mut object = crate::commands::key::object(key, home);
    object["created"] = false.into();
    Ok(Outcome::done(format!("The private part of key {} is back", key.name)).with(object))
}
