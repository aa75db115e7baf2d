//! The options of a credential's file: the key that signs it, the encryption, and the target. The
//! key and the encryption are prepared before the lock is taken.

use std::path::{Path, PathBuf};

use clap::Args;
use secrecy::ExposeSecret as _;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::key_files::KeyFiles;
use crate::cli::outcome::Outcome;
use crate::domain::credential::Credential;
use crate::domain::key::{Key, Purpose};
use crate::domain::name::Slug;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::signing;
use crate::signing::Passphrase;
use crate::signing::envelope;
use crate::signing::envelope::Envelope;

/// The signing key of a credential, the encryption of its file, and its target.
#[derive(Clone, Debug, Default, Args)]
pub struct CredentialFileOptions {
    /// Commercial signing key [default: the key named commercial, else the only key without limits
    /// that may sign]
    #[arg(long, value_name = "NAME")]
    pub key: Option<Slug>,
    /// X25519 recipient of age (age1…) for the encryption of the credential; repeatable
    #[arg(long, value_name = "RECIPIENT", conflicts_with_all = ["encrypt", "encrypt_passphrase_file"])]
    pub encrypt_to: Vec<String>,
    /// File whose first line is the passphrase with which the credential is encrypted (age); a
    /// passphrase of the vendor's keys is refused
    #[arg(long, value_name = "FILE", conflicts_with = "encrypt")]
    pub encrypt_passphrase_file: Option<PathBuf>,
    /// Encrypt the credential with a passphrase, which is prompted for
    #[arg(long)]
    pub encrypt: bool,
    #[command(flatten)]
    pub out: Out,
    /// The purpose of the signature; `None` for an issue.
    #[arg(skip)]
    pub purpose: Option<Purpose>,
}

impl CredentialFileOptions {
    /// Returns whether the command line has an option of a credential's file.
    pub fn is_asked(&self) -> bool {
        self.key.is_some() || self.is_encrypted() || self.out.is_asked() || self.out.force
    }

    fn is_encrypted(&self) -> bool {
        self.encrypt || self.encrypt_passphrase_file.is_some() || !self.encrypt_to.is_empty()
    }

    /// Returns the target. The default is the current folder: a secret must be written somewhere.
    pub fn out(&self) -> Out {
        if self.out.is_asked() {
            self.out.clone()
        } else {
            Out { out_dir: Some(PathBuf::new()), ..self.out.clone() }
        }
    }

    /// Returns the purpose of the signature.
    pub fn purpose(&self) -> Purpose {
        self.purpose.clone().unwrap_or_else(Purpose::issue)
    }

    /// Prepares the encryption of the file; `None` for a plain file. A dry run asks no person.
    ///
    /// # Errors
    ///
    /// `usage` for a recipient that is not one, and for a passphrase of the home's own keys.
    pub fn envelope(
        &self,
        context: &mut CommandContext<'_>,
        key_files: &KeyFiles,
        keys: &[Key],
    ) -> Result<Option<Envelope>> {
        let to = if !self.encrypt_to.is_empty() {
            envelope::To::Recipients(self.encrypt_to.clone())
        } else if let Some(passphrase) = self.passphrase(context)? {
            check_not_ours(context, key_files, keys, &passphrase)?;
            envelope::To::Passphrase { passphrase, log_n: context.host.key_cost.0 + 4 }
        } else {
            return Ok(None);
        };
        Ok(Some(Envelope::open(&to).map_err(|fault| refused(&fault))?))
    }

    fn passphrase(&self, context: &mut CommandContext<'_>) -> Result<Option<Passphrase>> {
        if let Some(file) = &self.encrypt_passphrase_file {
            let lines = context.passphrases(Some(file.clone()), "")?;
            let first = lines.into_iter().next().filter(|line| !line.expose_secret().is_empty());
            return Ok(Some(first.ok_or_else(|| {
                Error::usage(format!("the first line of {} is empty", file.display()))
                    .hint("write the passphrase to the first line")
            })?));
        }
        if !self.encrypt || context.is_dry() && context.person().is_some() {
            return Ok(None);
        }
        let empty = "the passphrase is empty; omit --encrypt for an unencrypted file";
        context
            .ask_twice("passphrase of the credential", "--encrypt-passphrase-file", empty)
            .map(Some)
    }
}

fn refused(fault: &envelope::Fault) -> Error {
    let message = fault.to_string();
    match fault {
        envelope::Fault::Recipient(_) => Error::usage(message).hint(
            "a recipient begins with age1; its owner gets the recipient of an identity file with \
             `age-keygen -y FILE`",
        ),
        #[cfg(not(feature = "encrypt"))]
        envelope::Fault::Missing => {
            Error::usage(message).hint("encrypt the file with the age program")
        }
        envelope::Fault::Failed(_) => Error::new(ErrorCode::Io, message),
    }
}

/// Refuses a passphrase of the vendor, which would be disclosed with the credential: a passphrase
/// that was given for a key, or that opens any key of the home.
fn check_not_ours(
    context: &mut CommandContext<'_>,
    key_files: &KeyFiles,
    keys: &[Key],
    passphrase: &Passphrase,
) -> Result<()> {
    let trimmed: Passphrase = passphrase.expose_secret().trim().into();
    let refused = |object: String| {
        let hint = "choose a passphrase that the customer may know";
        Err(Error::usage(format!(
            "the passphrase of the credential is {object}, which the customer must not know"
        ))
        .hint(hint)
        .into())
    };
    let file = context.globals.passphrase_file.clone();
    let given = match &context.unlocking {
        Some(given) => given.clone(),
        // Standard input can be read only once, and may be needed later.
        None if file.as_deref() == Some(Path::new("-")) => Vec::new(),
        None => context.passphrases(file, "LICENTIA_PASSPHRASE")?,
    };
    if given.iter().any(|line| line.expose_secret().trim() == trimmed.expose_secret()) {
        return refused("a passphrase of this home's keys".to_owned());
    }
    let tried = [passphrase.clone(), trimmed];
    for key in keys.iter().filter(|key| key_files.has(key)) {
        let pem = context.read_key(&key_files.readable(key))?;
        if signing::is_encrypted(&pem).unwrap_or(false) && signing::unlock(&pem, &tried).is_ok() {
            return refused(format!("the passphrase of key {}", key.name));
        }
    }
    Ok(())
}

/// Returns the answer of a verb that emitted a credential, with the place of the file.
pub fn with_credential(outcome: Outcome, credential: &Credential, emitted: Emitted) -> Outcome {
    let lost = format!(
        "`licentia credential rotate {} --out FILE` creates another credential",
        credential.container
    );
    let once = format!(
        "Only this file contains the secret. If the file is lost, run `licentia credential rotate \
         {} --out FILE`",
        credential.container
    );
    match emitted {
        Emitted::Standard(bytes) => {
            Outcome { hint_if_lost: Some(lost), ..outcome.with_bytes(bytes) }
        }
        other => other
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.with_message(format!("Wrote {path}")))
            .with_message(once),
    }
}
