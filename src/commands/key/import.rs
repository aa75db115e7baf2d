//! `key import`: imports a private key of another program, such as openssl. It gets a new
//! passphrase.

use std::path::PathBuf;

use licentia_runtime::Edition;

use crate::cli::arguments::edition;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::key_files::KeyFileOptions;
use crate::cli::outcome::Outcome;
use crate::domain::key::find;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::key::answer::{ImportedKey, PlannedImport};
use crate::ops::key::import::{Import, ImportKey};

/// Import an existing private key
///
/// The file is PKCS#8 in PEM, encrypted or plain, as `openssl genpkey -algorithm ed25519` writes
/// it. --passphrase-file opens it (and the root), --new-passphrase-file sets the passphrase of the
/// stored key. If the database has the key and only its private key file is missing, the file is
/// restored and nothing else changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  openssl genpkey -algorithm ed25519 -aes256 -out partner.pem
  licentia key import partner partner.pem --edition commercial --products work-management")]
pub struct Args {
    /// Key name; the private key is stored in keys/NAME.pem
    name: Slug,
    /// Private key file; - is standard input
    file: PathBuf,
    /// Edition of the signed licenses: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Edition,
    /// Store the key without a passphrase
    #[arg(long)]
    no_passphrase: bool,
    #[command(flatten)]
    limits: super::shared::LimitArgs,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let (shown, key_files) = (args.file.display().to_string(), home.key_files.clone());
    let import = ImportKey {
        name: args.name.clone(),
        edition: args.edition,
        limits: args.limits.requested()?,
        source: shown.clone(),
        known: find(&home.reader().list_keys()?, &args.name).ok().cloned(),
        private_keys: &key_files,
    };
    let key_file = KeyFileOptions { file: Some(&args.file), no_passphrase: args.no_passphrase };
    let options = Options { key_file: Some(key_file), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &import)?;
    let plan = match execution {
        Execution::Unchanged(()) => return Ok(Outcome::default()),
        Execution::DryRun(_) => return Ok(would(args)),
        Execution::Applied(plan) => plan,
    };
    Ok(match plan.import {
        Import::New(new) => {
            let key = super::shared::answer(&new.key, &home);
            let answer = ImportedKey { key, created: true, keyset: Some(new.keyset.version) };
            let done = format!("Imported {shown} as key {} ({})", new.key.name, new.key.kid);
            Outcome::done(done)
                .with(answer)
                .with_message(super::shared::published(new.keyset.version))
        }
        Import::Returned(key) => {
            let done = format!("Restored private key {}", key.name);
            let key = super::shared::answer(&key, &home);
            Outcome::done(done).with(ImportedKey { key, created: false, keyset: None })
        }
    })
}

fn would(args: &Args) -> Outcome {
    let answer = PlannedImport {
        name: args.name.to_string(),
        edition: args.edition.as_str(),
        created: false,
    };
    Outcome::done(format!("Would import {} as key {}", args.file.display(), args.name)).with(answer)
}
