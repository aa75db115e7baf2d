//! Private keys and their passphrases: from a file, a variable, or a prompt. No secret is in an
//! argument, a message or an error.

use std::path::{Path, PathBuf};

use secrecy::ExposeSecret as _;
use zeroize::Zeroizing;

use crate::cli::context::{CommandContext, Home, prompt_error};
use crate::cli::key_files::KeyFiles;
use crate::domain::anchor::NamedAnchor;
use crate::domain::key::{Key, Role};
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::host::files;
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::key::anchor::AnchoredDatabase;
use crate::signing;
use crate::signing::{Cost, Passphrase, Signer};

/// The largest size of a key file or a passphrase file, in bytes.
const MOST_KEY: usize = 64 << 10;
/// The maximum number of attempts to type a passphrase.
const TRIES: usize = 3;

impl CommandContext<'_> {
    /// Unlocks a key for a command that only reads, and checks the clock and the anchor of the key.
    ///
    /// # Errors
    ///
    /// The errors of [`CommandContext::unlock_file`]; `clock_behind`, `tampered`.
    pub fn unlock(&mut self, home: &Home, key: &Key) -> Result<Signer> {
        home.check_clock()?;
        let signer = self.unlock_file(&home.key_files, &home.vendor, key)?;
        let file = home.key_files.anchor(key)?;
        let database =
            AnchoredDatabase { reader: home.reader(), vendor: &home.vendor, now: home.now };
        match file.open(key)? {
            Some(claims) => {
                let named = NamedAnchor { key: key.name.as_str(), place: &file.place };
                database.check(&claims, named, None)?;
            }
            None => self.warn_of_missing_anchor(&home.key_files, key),
        }
        Ok(signer)
    }

    /// Warns a person that a key has no anchor file, once for each command.
    pub fn warn_of_missing_anchor(&mut self, key_files: &KeyFiles, key: &Key) {
        if self.unanchored.contains(&key.kid) {
            return;
        }
        self.unanchored.push(key.kid.clone());
        let message = format!(
            "key {} has no anchor file {}: the database is trusted without a comparison",
            key.name,
            key_files.anchor_path(key).display()
        );
        self.warn(WarningCode::AnchorMissing, message);
    }

    /// Unlocks a key, once for each command. The write lock must not be held meanwhile: a key
    /// derivation takes a tenth of a second, and a person longer.
    ///
    /// # Errors
    ///
    /// `key_missing`, `bad_passphrase`, `needs_answer`.
    pub fn unlock_file(
        &mut self,
        key_files: &KeyFiles,
        vendor: &Vendor,
        key: &Key,
    ) -> Result<Signer> {
        if let Some(signer) = self.unlocked.iter().find(|signer| signer.kid() == key.kid) {
            return Ok(signer.clone());
        }
        if key.role == Role::Root {
            vendor.check_root()?;
        }
        let path = key_files.complete(key);
        if !files::is_file(&path) {
            return Err(Error::new(
                ErrorCode::KeyMissing,
                format!("private key {} is not in this home", key.name),
            )
            .hint(format!("put the private key file at {}", path.display()))
            .into());
        }
        if files::is_open_to_others(&path)? {
            self.warn(
                WarningCode::ReadableByOthers,
                format!("{0} can be read by other users; run `chmod 600 {0}`", path.display()),
            );
        }
        self.detail(&format!("key {} ({}) from {}", key.name, key.kid, path.display()));
        let pem = self.read_key(&path)?;
        let signer =
            self.open_key(&pem, key.name.as_str()).with_context(|| path.display().to_string())?;
        if signer.kid() != key.kid {
            return Err(Error::new(
                ErrorCode::KeyMissing,
                format!("{} contains key {}, not key {}", path.display(), signer.kid(), key.name),
            )
            .hint(format!("put the file of key {} at this path", key.kid))
            .into());
        }
        self.unlocked.push(signer.clone());
        Ok(signer)
    }

    /// Opens the text of a key file, with the passphrases that were given, else with typed ones.
    pub fn open_key(&mut self, pem: &str, name: &str) -> Result<Signer> {
        if !signing::is_encrypted(pem)? {
            return Ok(signing::unlock(pem, &[])?);
        }
        if self.unlocking.is_none() {
            let mut given =
                self.passphrases(self.globals.passphrase_file.clone(), "LICENTIA_PASSPHRASE")?;
            given.retain(|line| !line.expose_secret().is_empty());
            self.unlocking = Some(given);
        }
        if let Some(given) = self.unlocking.as_ref().filter(|given| !given.is_empty()) {
            return Ok(signing::unlock(pem, given)?);
        }
        for left in (0..TRIES).rev() {
            let typed = self.ask(&format!("Passphrase of key {name}"), "--passphrase-file")?;
            match signing::unlock(pem, &[typed]) {
                Err(signing::Fault::WrongPassphrase) if left > 0 => {
                    self.print_warning("wrong passphrase; try again");
                }
                other => return Ok(other?),
            }
        }
        Err(signing::Fault::WrongPassphrase.into())
    }

    /// Reads the text of a private key file; `-` is standard input.
    pub fn read_key(&mut self, path: &Path) -> Result<Zeroizing<String>> {
        let unreadable =
            || Failure::from(signing::Fault::Unreadable).within(path.display().to_string());
        let bytes = Zeroizing::new(self.read(path, MOST_KEY)?);
        if bytes.len() > MOST_KEY {
            return Err(unreadable());
        }
        let text = str::from_utf8(&bytes).map_err(|_| unreadable())?;
        // Editors, shells and CI variables add white space around a PEM text.
        let mut plain = Zeroizing::new(String::with_capacity(text.len() + 1));
        for line in text.trim_start_matches('\u{feff}').trim().lines() {
            plain.push_str(line.trim_end());
            plain.push('\n');
        }
        Ok(plain)
    }

    /// Returns the passphrase of a new or newly locked key; `None` for a plain key. If none is
    /// given, the key is plain in a home of plain keys, and elsewhere the passphrase is prompted
    /// for twice.
    pub fn new_passphrase(
        &mut self,
        name: &str,
        no_passphrase: bool,
        plain_home: bool,
    ) -> Result<Option<Passphrase>> {
        match self.check_new_passphrase(no_passphrase)? {
            Some(given) => Ok(Some(given)),
            None if no_passphrase || plain_home => Ok(None),
            None => self.ask_for_key(name).map(Some),
        }
    }

    /// Asks for the passphrase of a new key.
    pub fn ask_for_key(&mut self, name: &str) -> Result<Passphrase> {
        let (object, flag) =
            (format!("passphrase of key {name}"), "--no-passphrase, or --new-passphrase-file");
        self.ask_twice(
            &object,
            flag,
            "the passphrase is empty; --no-passphrase stores the key unencrypted",
        )
    }

    /// Returns the passphrase of a new key if one was given. A dry run needs no more.
    pub fn check_new_passphrase(&mut self, no_passphrase: bool) -> Result<Option<Passphrase>> {
        if no_passphrase {
            if self.globals.new_passphrase_file.is_some() {
                return Err(Error::usage(
                    "--no-passphrase and --new-passphrase-file cannot be used together",
                )
                .hint("omit one of the options")
                .into());
            }
            return Ok(None);
        }
        let given =
            self.passphrases(self.globals.new_passphrase_file.clone(), "LICENTIA_NEW_PASSPHRASE")?;
        Ok(given.into_iter().find(|line| !line.expose_secret().is_empty()))
    }

    /// Prompts for a new passphrase until the same one is typed twice. `empty` is the complaint
    /// about an empty one.
    pub fn ask_twice(&mut self, object: &str, flag: &str, empty: &str) -> Result<Passphrase> {
        loop {
            let first = self.ask(&format!("New {object}"), flag)?;
            if first.expose_secret().is_empty() {
                self.print_warning(empty);
                continue;
            }
            let second = self.ask(&format!("Repeat the {object}"), flag)?;
            if first.expose_secret() == second.expose_secret() {
                return Ok(first);
            }
            self.print_warning("the two passphrases differ; try again");
        }
    }

    /// Returns the text of a key file, locked at the key derivation cost of this host.
    pub fn lock(&mut self, signer: &Signer, passphrase: Option<&Passphrase>) -> Zeroizing<String> {
        let (log_n, r, p) = self.host.key_cost;
        signing::lock(signer, passphrase, Cost { log_n, r, p }, &mut *self.host.entropy)
    }

    /// Reads passphrases from a file, a variable or a file that a variable names; none if there is
    /// no source. Empty lines are kept: they stand for a missing passphrase.
    pub fn passphrases(
        &mut self,
        file: Option<PathBuf>,
        variable: &str,
    ) -> Result<Vec<Passphrase>> {
        let file = match file {
            Some(file) => Some(file),
            None => match self.host.var(variable) {
                Some(secret) => return Ok(vec![secret.to_string_lossy().into_owned().into()]),
                None => self.host.var(&format!("{variable}_FILE")).map(PathBuf::from),
            },
        };
        let Some(file) = file else { return Ok(Vec::new()) };
        let bytes = Zeroizing::new(self.read(&file, MOST_KEY)?);
        let wrong = |why: &str| Error::usage(format!("passphrase file {} {why}", file.display()));
        if bytes.len() > MOST_KEY {
            return Err(wrong("is too large").into());
        }
        let text = str::from_utf8(&bytes).map_err(|_| wrong("is not text"))?;
        // Some editors write a byte order mark, which is not a part of the passphrase.
        let lines: Vec<Passphrase> =
            text.trim_start_matches('\u{feff}').lines().map(Into::into).collect();
        if lines.iter().all(|line| line.expose_secret().is_empty()) {
            return Err(wrong("is empty").into());
        }
        Ok(lines)
    }

    /// Prompts for a secret.
    pub fn ask(&mut self, prompt: &str, flag: &str) -> Result<Passphrase> {
        let Some(person) = self.person() else {
            return Err(Error::new(
                ErrorCode::NeedsAnswer,
                format!("the {} is required, and there is no terminal", prompt.to_lowercase()),
            )
            .hint(format!("use {flag} FILE"))
            .into());
        };
        let typed = person.secret(prompt).map_err(prompt_error)?;
        Ok(typed.as_str().into())
    }
}
