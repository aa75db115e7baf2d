//! How a credential's file is emitted: the key and the envelope are ready before the lock is taken, and the file is complete
//! under another name before its row is in the books, because its secret is nowhere else.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use licentia_runtime::Edition;
use secrecy::ExposeSecret as _;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, Home, Prepared, UnitOfWork};
use crate::cli::key_files::KeyFiles;
use crate::cli::outcome::Outcome;
use crate::domain::container::Container;
use crate::domain::credential::Credential;
use crate::domain::key;
use crate::domain::key::{Key, Purpose, within_scope_of_file};
use crate::domain::name::Code as KeyName;
use crate::domain::{Code as Why, Refusal};
use crate::host::files::Access;
use crate::ops::credential::{Made, make};
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

/// What is ready before the lock is taken.
pub struct Ready {
    key: Key,
    signer: Signer,
    envelope: Option<Envelope>,
    out: Out,
    purpose: Purpose,
}

/// A credential of which the row lacks its commit, and the file its name.
pub struct Written {
    /// The credential.
    pub credential: Credential,
    file: Prepared,
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

    fn purpose(&self) -> Purpose {
        self.purpose.clone().unwrap_or_else(Purpose::issue)
    }

    /// Unlocks the key and prepares the envelope: whatever takes its time, or a person.
    pub fn ready(&self, command: &mut CommandContext<'_>, home: &Home) -> Result<Ready> {
        let key = self.check(command, home)?;
        let signer = command.unlock(home, &key)?;
        let envelope = self.opened(command, home)?;
        Ok(Ready { key, signer, envelope, out: self.out(), purpose: self.purpose() })
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
    /// Makes the next credential of a container: its row, and its file up to its name.
    pub fn write(
        self,
        command: &mut CommandContext<'_>,
        work: &UnitOfWork<'_>,
        home: &crate::domain::vendor::Vendor,
        container: &Container,
    ) -> Result<Written> {
        check_still_for(work, &self.key, "credential", &self.purpose)?;
        let made: Made =
            make(&work.tx, home, container, &self.signer, &mut *command.host.entropy, work.now)?;
        let is_encrypted = self.envelope.is_some();
        let content = match self.envelope {
            Some(envelope) => zeroize::Zeroizing::new(
                envelope.close(made.text.as_bytes()).map_err(|fault| refused(&fault))?,
            ),
            None => zeroize::Zeroizing::new(made.text.as_bytes().to_vec()),
        };
        let name =
            format!("{}.cred{}", made.credential.serial, if is_encrypted { ".age" } else { "" });
        let file = command.prepare_bytes(&self.out, &name, &content, Access::Private)?;
        made.keep(&work.tx, &content, file.names()?)?;
        Ok(Written { credential: made.credential, file })
    }
}

impl Written {
    /// Gives the file its name, once its row is in the books.
    pub fn finish(self, command: &mut CommandContext<'_>) -> Result<(Credential, Emitted)> {
        (command.host.point)("credential committed");
        let Written { credential, file } = self;
        let (serial, container, is_staged) =
            (&credential.serial, &credential.container, file.is_staged());
        if file.is_through() {
            // A pipe waits for its reader: whoever gives up now has to know what there is.
            command.warn(&format!("credential {serial} is in the books; if it does not arrive, `licentia credential rotate {container}` makes another"));
        }
        let finish = if is_staged {
            format!(
                "`licentia doctor` finishes it once the way is free; `licentia credential rotate {container}` makes another"
            )
        } else {
            format!("`licentia credential rotate {container}` makes another")
        };
        let emitted = file.finish().map_err(|error| {
            let message = format!(
                "credential {serial} is in the books, but its file could not be written: {error:#}"
            );
            Refusal::new(Why::Io, message).hint(finish)
        })?;
        Ok((credential, emitted))
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

/// What the log says of a new credential.
pub fn facts(credential: &Credential) -> serde_json::Value {
    serde_json::json!({
        "container": credential.container, "generation": credential.generation, "username": credential.username,
        "jti": credential.jti, "kid": credential.kid,
    })
}
