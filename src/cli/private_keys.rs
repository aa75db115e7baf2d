//! The work on private key files that an execution asks of the command line: it generates and opens
//! keys, asks for passphrases, and writes the files.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cli::front_end::CommandFrontEnd;
use crate::cli::key_files::{KeyFileOptions, StagedKey};
use crate::domain::key::Key;
use crate::domain::name::Slug;
use crate::domain::{Error, ErrorCode};
use crate::host::files::Existing;
use crate::host::{files, output_files, pending};
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::key::anchor_file::{AnchorFile, NewAnchor};
use crate::ops::key::changed;
use crate::ops::key::private_key::{KeyFile, KeyFileNeed, PrivateKeyFiles};
use crate::signing;
use crate::signing::Signer;

impl CommandFrontEnd<'_, '_> {
    fn key_file_options(&self) -> Result<KeyFileOptions<'_>> {
        self.options.key_file.context("a verb without options of a private key file")
    }

    /// Returns the file to import, as the user named it.
    fn source(&self) -> Result<PathBuf> {
        let file = self.key_file_options()?.file.context("an import without a file")?;
        Ok(file.to_owned())
    }

    /// Returns whether the imported file is already where the key is kept.
    fn is_in_place(&self, path: &Path) -> Result<bool> {
        Ok(files::is_same(&self.context.host.path(&self.source()?), path))
    }

    /// Refuses to put a private key where there is a file that belongs to no key of the database.
    fn check_free(&self, name: &Slug) -> Result<()> {
        let path = self.key_files.path_of(name);
        if !files::exists(&path) {
            return Ok(());
        }
        let shown = path.display();
        let message = format!("{shown} exists, but the database has no key {name} with this file");
        let hint = format!(
            "`licentia key import {name} {shown} --edition EDITION` imports the file; or move the \
             file away"
        );
        Err(Error::new(ErrorCode::WouldOverwrite, message).hint(hint).into())
    }

    fn imported(&self) -> Result<Zeroizing<String>> {
        self.key_file.imported.clone().context("a file that was not read")
    }

    fn open_imported(&mut self) -> Result<Signer> {
        let (pem, shown) = (self.imported()?, self.source()?.display().to_string());
        self.context.open_key(&pem, &shown).map_err(|error| match error {
            Failure::PrivateKey(fault) if fault != signing::Fault::WrongPassphrase => {
                unreadable(&shown, &fault).into()
            }
            error => error.within(shown),
        })
    }
}

impl PrivateKeyFiles for CommandFrontEnd<'_, '_> {
    fn check(&mut self, need: &KeyFileNeed) -> Result<()> {
        let name = match need {
            KeyFileNeed::Relocked(_) => return Ok(()),
            KeyFileNeed::Generated { name } => name,
            KeyFileNeed::Imported { name } => {
                let source = self.source()?;
                self.key_file.imported = Some(self.context.read_key(&source)?);
                if self.is_in_place(&self.key_files.path_of(name))? {
                    return Ok(());
                }
                name
            }
        };
        self.check_free(name)?;
        Ok(files::check(&self.key_files.path_of(name), None, Existing::Replace)?)
    }

    fn preview(&mut self, need: &KeyFileNeed) -> Result<Option<Signer>> {
        self.context.check_new_passphrase(self.key_file_options()?.no_passphrase)?;
        if !matches!(need, KeyFileNeed::Imported { .. }) {
            return Ok(None);
        }
        let (pem, shown) = (self.imported()?, self.source()?.display().to_string());
        let is_encrypted =
            signing::is_encrypted(&pem).map_err(|fault| unreadable(&shown, &fault))?;
        if is_encrypted { Ok(None) } else { self.open_imported().map(Some) }
    }

    fn open(&mut self, need: &KeyFileNeed) -> Result<Signer> {
        match need {
            KeyFileNeed::Generated { .. } => Ok(Signer::generate(&mut *self.context.host.entropy)),
            KeyFileNeed::Imported { .. } => self.open_imported(),
            KeyFileNeed::Relocked(key) => {
                let path = self.key_files.readable(key);
                if files::is_file(&path) {
                    self.key_file.before = Some(self.context.read_key(&path)?);
                }
                self.context.unlock_file(self.key_files, self.vendor, key)
            }
        }
    }

    fn lock(&mut self, need: &KeyFileNeed, signer: &Signer) -> Result<Zeroizing<String>> {
        let (name, is_plain_home) = match need {
            KeyFileNeed::Generated { name } | KeyFileNeed::Imported { name } => {
                (name, self.vendor.plain_keys)
            }
            KeyFileNeed::Relocked(key) => (&key.name, false),
        };
        let no_passphrase = self.key_file_options()?.no_passphrase;
        let passphrase =
            self.context.new_passphrase(name.as_str(), no_passphrase, is_plain_home)?;
        Ok(self.context.lock(signer, passphrase.as_ref()))
    }

    fn settle(&mut self, keys: &[Key]) {
        for key in keys {
            self.key_files.complete(key);
        }
        self.key_files.sweep(keys);
    }

    fn stage(&mut self, need: &KeyFileNeed, file: &KeyFile) -> Result<()> {
        let (name, path, existing) = match need {
            KeyFileNeed::Imported { name }
                if self.is_in_place(&self.key_files.path_of(name))? =>
            {
                (name, self.key_files.path_of(name), Existing::Replace)
            }
            KeyFileNeed::Generated { name } | KeyFileNeed::Imported { name } => {
                self.check_free(name)?;
                (name, self.key_files.path_of(name), Existing::Keep)
            }
            KeyFileNeed::Relocked(key) => {
                let path = self.key_files.path(key);
                let is_there = files::is_file(&path);
                let now = if is_there { Some(self.context.read_key(&path)?) } else { None };
                if now.is_none() || now != self.key_file.before {
                    return Err(changed(key).into());
                }
                (&key.name, path, Existing::Replace)
            }
        };
        let pending = pending::path(&path, &file.hash);
        pending::write(&pending, file.pem.as_bytes())?;
        let name = name.clone();
        self.key_file.staged = Some(StagedKey { name, pending, path, existing });
        Ok(())
    }

    fn anchor(&mut self, key: &Key) -> Result<AnchorFile> {
        self.key_files.anchor(key)
    }

    fn warn_of_missing_anchor(&mut self, key: &Key) {
        self.context.warn_of_missing_anchor(self.key_files, key);
    }

    fn write_anchor(&mut self, anchor: &NewAnchor) {
        let path = self.key_files.anchor_path(&anchor.key);
        if let Err(fault) = output_files::replace_unsynced(&path, anchor.token.as_bytes()) {
            self.context.detail(&format!("the anchor file stays as it is: {fault}"));
        }
    }

    fn destroy(&mut self, key: &Key) -> Result<()> {
        for pending in self.key_files.all_pending(key) {
            files::remove(&pending)?;
        }
        let path = self.key_files.path(key);
        if files::exists(&path) {
            files::remove(&path)?;
        }
        let anchor = self.key_files.anchor_path(key);
        if files::exists(&anchor) {
            files::remove(&anchor)?;
        }
        Ok(())
    }
}

/// Returns the error for a file that cannot be imported.
fn unreadable(file: &str, fault: &signing::Fault) -> Error {
    let (code, hint) = match fault {
        signing::Fault::OtherAlgorithm => (
            ErrorCode::WrongKind,
            "licentia signs with Ed25519; `openssl genpkey -algorithm ed25519` creates a key",
        ),
        signing::Fault::OtherEncryption => (
            ErrorCode::Corrupt,
            "`openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE` encrypts the key in a supported way",
        ),
        _ => (
            ErrorCode::Corrupt,
            "a private key must be PKCS#8 in PEM, as `openssl genpkey -algorithm ed25519` writes \
             a key",
        ),
    };
    Error::new(code, format!("{file}: {fault}")).hint(hint)
}
