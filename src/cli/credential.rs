//! The options of a credential's file: the key that signs it, the encryption, and the target. The key and the encryption are
//! prepared before the lock is taken.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use licentia_runtime::Edition;
use secrecy::ExposeSecret as _;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, Home, UnitOfWork};
use crate::cli::key_files::KeyFiles;
use crate::cli::outcome::Outcome;
use crate::cli::private_output::{PrivateOutput, PrivateTarget};
use crate::domain::audit::credential::IssueDetail;
use crate::domain::container::Container;
use crate::domain::credential::Credential;
use crate::domain::key;
use crate::domain::key::{Key, Purpose, within_scope_of_file};
use crate::domain::name::Code as KeyName;
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Refusal};
use crate::ops::credential::issue::{NewCredential, key_need};
use crate::ops::lookup;
use crate::ops::materials::Materials;
use crate::signing;
use crate::signing::envelope;
use crate::signing::envelope::Envelope;
use crate::signing::{Passphrase, Signer};

/// Which key signs a credential, who can read its file, and where that goes.
#[derive(Clone, Debug, Default, Args)]
pub struct Emission {
    /// The commercial key that signs [default: the one named commercial, else the only one that may]
    #[arg(long, value_name = "NAME")]
    pub key: Option<KeyName>,
    /// Encrypt the credential to this X25519 recipient of age (age1…); can be given several times
    #[arg(long, value_name = "RECIPIENT", conflicts_with_all = ["encrypt", "encrypt_passphrase_file"])]
    pub encrypt_to: Vec<String>,
    /// Encrypt the credential to the passphrase in this file's first line, for age; never the vendor's own
    #[arg(long, value_name = "FILE", conflicts_with = "encrypt")]
    pub encrypt_passphrase_file: Option<PathBuf>,
    /// Encrypt the credential to a passphrase that is asked for
    #[arg(long)]
    pub encrypt: bool,
    #[command(flatten)]
    pub out: Out,
    /// What it is signed for, where that is not an issue
    #[arg(skip)]
    pub purpose: Option<Purpose>,
}

/// The key and the encryption of a credential, for a verb that is no use case yet.
pub struct Ready {
    signer: Signer,
    key: Key,
    envelope: Option<Envelope>,
    out: Out,
    tag: String,
    purpose: Purpose,
}

/// A credential that is not committed yet, and its file.
pub struct Written {
    /// The credential.
    pub credential: Credential,
    file: PrivateOutput,
}

impl Emission {
    /// Whether anything was said about a credential's file.
    pub fn is_asked(&self) -> bool {
        self.key.is_some() || self.is_encrypted() || self.out.is_asked() || self.out.force
    }

    fn is_encrypted(&self) -> bool {
        self.encrypt || self.encrypt_passphrase_file.is_some() || !self.encrypt_to.is_empty()
    }

    /// Where it goes: a secret has to go somewhere, so it is this folder where nothing is said.
    pub fn out(&self) -> Out {
        if self.out.is_asked() {
            self.out.clone()
        } else {
            Out { out_dir: Some(PathBuf::new()), ..self.out.clone() }
        }
    }

    /// Looks whether the file could be written, for whom, and who shall sign it.
    pub fn check(&self, command: &mut CommandContext<'_>, home: &Home) -> Result<Key> {
        command.check_out(&self.out(), None)?;
        if command.is_dry() {
            self.opened(command, home)?;
        }
        choose_for(command, home, "credential", self.key.as_ref(), &self.purpose())
    }

    /// Returns the purpose for which it is signed.
    pub fn purpose(&self) -> Purpose {
        self.purpose.clone().unwrap_or_else(Purpose::issue)
    }

    /// Unlocks the key and prepares the envelope: whatever takes its time, or a person.
    pub fn ready(&self, command: &mut CommandContext<'_>, home: &Home) -> Result<Ready> {
        let key = self.check(command, home)?;
        let signer = command.unlock(home, &key)?;
        let envelope = self.opened(command, home)?;
        let tag = home.staging_tag();
        Ok(Ready { signer, key, envelope, out: self.out(), tag, purpose: self.purpose() })
    }

    /// The envelope, opened for who shall open it; a dry run asks nobody.
    fn opened(&self, command: &mut CommandContext<'_>, home: &Home) -> Result<Option<Envelope>> {
        self.envelope(command, &home.key_files, &home.reader().list_keys()?)
    }

    /// Prepares the encryption of the file; `None` for a plain file. A dry run asks no person.
    ///
    /// # Errors
    ///
    /// `usage` for a recipient that is not one, and for a passphrase of the home's own keys.
    pub fn envelope(
        &self,
        command: &mut CommandContext<'_>,
        key_files: &KeyFiles,
        keys: &[Key],
    ) -> Result<Option<Envelope>> {
        let to = if !self.encrypt_to.is_empty() {
            envelope::To::Recipients(self.encrypt_to.clone())
        } else if let Some(passphrase) = self.passphrase(command)? {
            check_not_ours(command, key_files, keys, &passphrase)?;
            envelope::To::Passphrase { passphrase, log_n: command.host.key_cost.0 + 4 }
        } else {
            return Ok(None);
        };
        Ok(Some(Envelope::open(&to).map_err(|fault| refused(&fault))?))
    }

    fn passphrase(&self, command: &mut CommandContext<'_>) -> Result<Option<Passphrase>> {
        if let Some(file) = &self.encrypt_passphrase_file {
            let lines = command.passphrases(Some(file.clone()), "")?;
            let first = lines.into_iter().next().filter(|line| !line.expose_secret().is_empty());
            return Ok(Some(first.ok_or_else(|| {
                Refusal::usage(format!("the first line of {} is empty", file.display()))
                    .hint("it is the passphrase")
            })?));
        }
        if !self.encrypt || command.is_dry() && command.person().is_some() {
            return Ok(None);
        }
        let empty = "an empty passphrase protects nothing; leave --encrypt out for a plain file";
        command
            .ask_twice("passphrase of the credential", "--encrypt-passphrase-file", empty)
            .map(Some)
    }
}

fn refused(fault: &envelope::Fault) -> anyhow::Error {
    let message = fault.to_string();
    match fault {
        envelope::Fault::Recipient(_) => Refusal::usage(message)
            .hint("a recipient is public and begins with age1; `age-keygen -y FILE` shows the one of an identity, which stays with its owner")
            .into(),
        #[cfg(not(feature = "encrypt"))]
        envelope::Fault::Missing => Refusal::usage(message).hint("pipe the file through age yourself").into(),
        envelope::Fault::Failed(_) => Refusal::new(Why::Io, message).into(),
    }
}

/// A passphrase of the vendor's would leave the house with the credential: one that was given for a key, or that opens any key
/// that is here.
fn check_not_ours(
    command: &mut CommandContext<'_>,
    key_files: &KeyFiles,
    keys: &[Key],
    passphrase: &Passphrase,
) -> Result<()> {
    let trimmed: Passphrase = passphrase.expose_secret().trim().into();
    let refused = |what: String| {
        let hint = "take one that the customer may know";
        Err(Refusal::usage(format!("that is {what}, which must not leave the house"))
            .hint(hint)
            .into())
    };
    let file = command.globals.passphrase_file.clone();
    let given = match &command.unlocking {
        Some(given) => given.clone(),
        // Standard input may still be needed, and can be read once.
        None if file.as_deref() == Some(Path::new("-")) => Vec::new(),
        None => command.passphrases(file, "LICENTIA_PASSPHRASE")?,
    };
    if given.iter().any(|line| line.expose_secret().trim() == trimmed.expose_secret()) {
        return refused("a passphrase of your own keys".to_owned());
    }
    let tried = [passphrase.clone(), trimmed];
    for key in keys.iter().filter(|key| key_files.has(key)) {
        let pem = command.read_key(&key_files.readable(key))?;
        if signing::is_encrypted(&pem).unwrap_or(false) && signing::unlock(&pem, &tried).is_ok() {
            return refused(format!("the passphrase of your own key {}", key.name));
        }
    }
    Ok(())
}

/// The commercial key that signs a file of a kind, within its scope.
pub fn choose(
    command: &CommandContext<'_>,
    home: &Home,
    kind: &str,
    named: Option<&KeyName>,
) -> Result<Key> {
    choose_for(command, home, kind, named, &Purpose::issue())
}

/// The same for another purpose.
pub fn choose_for(
    command: &CommandContext<'_>,
    home: &Home,
    kind: &str,
    named: Option<&KeyName>,
    purpose: &Purpose,
) -> Result<Key> {
    let keys = home.reader().list_keys()?;
    let choose = |present: &dyn Fn(&Key) -> bool| {
        key::choose(&keys, Edition::Commercial, kind, named, home.now.as_second(), present).cloned()
    };
    let chosen = match choose(&|key| home.has_key(key)) {
        // A dry run needs no key, but it takes the real run's where that would find one.
        Err(refusal) if command.is_dry() && refusal.code == Why::KeyMissing => choose(&|_| true)?,
        chosen => chosen?,
    };
    within_scope_of_file(&chosen, kind, purpose)?;
    Ok(chosen)
}

/// The key that was unlocked may still sign a file of a kind.
pub fn check_still(work: &UnitOfWork<'_>, key: &Key, kind: &str) -> Result<()> {
    check_still_for(work, key, kind, &Purpose::issue())
}

/// The same for another purpose.
pub fn check_still_for(
    work: &UnitOfWork<'_>,
    key: &Key,
    kind: &str,
    purpose: &Purpose,
) -> Result<()> {
    let keys = work.tx.reader().list_keys()?;
    let still = key::choose(
        &keys,
        Edition::Commercial,
        kind,
        Some(&key.name),
        work.now.as_second(),
        |_| true,
    );
    match still {
        Ok(still) if still.kid == key.kid => Ok(within_scope_of_file(still, kind, purpose)?),
        _ => Err(Refusal::new(
            Why::ChangedMeanwhile,
            format!("key {} was changed meanwhile", key.name),
        )
        .hint("nothing was done; look again, then try again")
        .into()),
    }
}

impl Ready {
    /// Makes the next credential of a container: its row, and its file up to the last bytes.
    pub fn write(
        self,
        command: &mut CommandContext<'_>,
        work: &UnitOfWork<'_>,
        vendor: &Vendor,
        container: &Container,
    ) -> Result<Written> {
        check_still_for(work, &self.key, "credential", &self.purpose)?;
        let (tx, signer, now) = (&work.tx, &self.signer, work.now);
        let reader = tx.reader();
        let customer = lookup::customer(reader, &container.customer)?;
        let generation = reader.find_newest_generation(&container.serial)? + 1;
        let need = key_need(None, self.purpose);
        let mut new = NewCredential::plan(container, customer, generation, &need);
        let random = &mut *command.host.entropy;
        new.identify(reader, container, signer.kid(), now, random)?;
        let materials = Materials { tx, vendor, signer, now };
        let (signed, file) = new.seal(&materials, container, self.envelope, random)?;
        let target = PrivateTarget { out: self.out, tag: &self.tag };
        let is_recorded = |name: &str| reader.has_staged_file(name).unwrap_or(true);
        let file = command.stage_private(&target, file, &is_recorded)?;
        signed.keep(tx, &new.credential, file.paths()?)?;
        Ok(Written { credential: new.credential, file })
    }
}

impl Written {
    /// Completes the file, once its change has committed.
    pub fn finish(self, command: &mut CommandContext<'_>) -> Result<(Credential, Emitted)> {
        (command.host.point)("committed");
        Ok((self.credential, command.finish_private(self.file)?))
    }
}

/// The answer of a verb that emitted a credential: what was said before, and where the file went.
pub fn told(outcome: Outcome, credential: &Credential, emitted: Emitted) -> Outcome {
    let lost =
        format!("`licentia credential rotate {}` makes another credential", credential.container);
    let once = "Its secret is in that file alone: it can be rotated, not written again";
    match emitted {
        Emitted::Standard(bytes) => Outcome { lost: Some(lost), ..outcome.with_bytes(bytes) },
        other => other
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.say(format!("Wrote {path}")))
            .say(once),
    }
}

/// Returns the audit detail of a new credential, for a verb that is no use case yet.
pub fn facts(credential: &Credential) -> serde_json::Value {
    serde_json::to_value(IssueDetail::of(credential)).unwrap_or_default()
}
