//! The container on the customer's side: a folder on the customer's computer or on a dongle. The
//! folder has a key pair that never leaves it, and the state of the vendor's last update. `key.jwk`
//! is written once. `container.json` is replaced atomically, so that an interrupted command leaves
//! the old state or the new one.

mod disk;
mod error;
mod machine;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey};
use serde::{Deserialize, Serialize};

pub use disk::{Disk, KEY, Lock, STATE, System};
pub use error::Fault;
pub use machine::{Linux, Machine, Read};

use crate::bundle::texts;
use crate::claims::{FORMAT, Jwk, Properties, UpdateClaims, is_false};
use crate::code::{VerdictCode, VerifyError};
use crate::context::{Carrier, ContextClaims, Held, HeldFile, Purpose, REMEMBERED};
use crate::fingerprint::{Device, Salt, is_own};
use crate::jws::{self, Kind, MAX_TEXT, thumbprint};
use crate::keyset::{KeySet, Trust};
use crate::license::License;
use crate::status::Statuses;
use crate::update::Update;

/// The maximum number of bytes of a state: an update, a key set, and the status lists.
pub(crate) const MOST: usize = 16 * MAX_TEXT;

/// A function that fills a slice with random bytes.
pub type Entropy<'a> = &'a mut dyn FnMut(&mut [u8]);

/// The result of an operation on a folder.
pub type Result<T> = std::result::Result<T, Fault>;

/// The contents of `container.json`. The counter, the licenses and the block are read only from the
/// signed update.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    fmt: u32,
    /// Thumbprint of the trusted root key.
    root: String,
    #[serde(default, skip_serializing_if = "is_false")]
    test: bool,
    /// Hardware serial of a dongle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hardware: Option<String>,
    /// Token of the newest key set seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keyset: Option<String>,
    /// Token of the last applied update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    update: Option<String>,
    /// Tokens of the newest status lists that the licenses name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    status: Vec<String>,
    /// Ids of the last receipts that the container wrote.
    #[serde(default)]
    previous: Vec<String>,
}

/// A container's folder.
///
/// An application on a customer's computer opens the folder at its start and verifies each license
/// in it with the application's own pin:
///
/// ```no_run
/// use licentia_runtime::container::{Folder, Linux, Machine as _, System};
/// use licentia_runtime::{Binding, KeySet, Policy, Trust};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let now = 1_795_305_600;
/// const PIN: &str = "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA";
/// let folder = Folder::open(&System, "/var/lib/acme".as_ref(), now)?;
/// let here = folder.device(&Linux::default().properties(false))?; // an error if the vendor blocked the container
/// let keys = KeySet::open(folder.keyset().unwrap_or_default().as_bytes(), &Trust::new(PIN, now))?;
/// let policy = Policy::at(now).product("work-management").binding(Binding::Device(&here)).statuses(folder.statuses());
/// let good: Vec<_> = folder.texts().iter().filter_map(|text| keys.license(text.as_bytes(), &policy).ok()).collect();
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    key: SigningKey,
    x: String,
    stored: Stored,
    keys: Option<KeySet>,
    state: Option<Update>,
    statuses: Statuses,
    broken: Option<VerifyError>,
}

/// The parameters of a new folder.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// Thumbprint of the vendor's first root key.
    pub root: &'a str,
    /// Token of the vendor's key set, if one is given.
    pub keyset: Option<&'a str>,
    /// True if the vendor is a test vendor.
    pub test: bool,
    /// Hardware serial of a dongle.
    pub hardware: Option<&'a str>,
}

/// The outcome of applying an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The container has exactly the state of the update.
    Now,
    /// The container's counter is equal to or higher than that of the update: the warning
    /// `already_applied`.
    Already {
        /// Counter of the container.
        at: u64,
    },
}

impl Folder {
    /// Opens a folder and checks that it is complete. `now` is in seconds since 1970.
    ///
    /// # Errors
    ///
    /// `not_found` if there is no container, `key_missing`, `corrupt`, `io`; and the refusal of a
    /// stored update that was edited.
    pub fn open(disk: &dyn Disk, path: &Path, now: i64) -> Result<Folder> {
        let folder = Folder::open_broken(disk, path, now)?;
        match &folder.broken {
            Some(error) => Err(Fault::Edited(path.join(STATE), error.clone())),
            None => Ok(folder),
        }
    }

    /// Opens a folder like [`Folder::open`], but accepts an edited update, which the next update
    /// replaces.
    fn open_broken(disk: &dyn Disk, path: &Path, now: i64) -> Result<Folder> {
        let stored = read(disk, &path.join(STATE), MOST)?;
        let key = match (read(disk, &path.join(KEY), MAX_TEXT)?, &stored) {
            (Some(key), _) => read_key(&path.join(KEY), &key)?,
            (None, Some(_)) => return Err(Fault::KeyMissing(path.join(KEY))),
            (None, None) => return Err(Fault::NotThere(path.to_owned())),
        };
        let Some(stored) = stored else { return Err(Fault::StateMissing(path.join(STATE))) };
        let corrupt = |reason: String| Fault::Corrupt(path.join(STATE), reason);
        let stored: Stored =
            serde_json::from_slice(&stored).map_err(|error| corrupt(error.to_string()))?;
        if stored.fmt > FORMAT {
            return Err(corrupt(format!(
                "format {} is not supported; this version supports formats up to {FORMAT}",
                stored.fmt
            )));
        }
        let x = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
        let mut folder = Folder {
            path: path.to_owned(),
            key,
            x,
            stored,
            keys: None,
            state: None,
            statuses: Statuses::new(),
            broken: None,
        };
        match folder.verify(now) {
            // A wrong clock is not a fault of the folder.
            Err(verdict) if verdict.code == VerdictCode::NotYetValid => return Err(verdict.into()),
            Err(verdict) => folder.broken = Some(verdict),
            Ok(()) => {}
        }
        Ok(folder)
    }

    fn verify(&mut self, now: i64) -> std::result::Result<(), VerifyError> {
        // The key set and the update are read separately: if one was edited, the other is still
        // used.
        let keys = self
            .stored
            .keyset
            .as_ref()
            .map(|text| KeySet::open(text.as_bytes(), &self.trust(now)))
            .transpose();
        self.keys = keys.as_ref().ok().cloned().flatten();
        let update = self.stored.update.as_ref();
        let state = update
            .map(|text| Update::open(text.as_bytes(), self.keys.as_ref(), &self.trust(now)))
            .transpose()?;
        if let Some(state) = &state {
            self.check_own(state.claims())?;
        }
        // The lists in the update are covered by its signature, so that removing the lists beside
        // the update does not remove these.
        self.statuses = state.as_ref().map(|state| state.statuses().clone()).unwrap_or_default();
        if let Some(keys) = state.as_ref().map(Update::keys).or(self.keys.as_ref()) {
            self.statuses.take(keys.read_status_lists(&self.stored.status, now)?);
        }
        self.state = state;
        keys.map(drop)
    }

    fn trust(&self, now: i64) -> Trust<'_> {
        let trust = Trust::new(&self.stored.root, now);
        if self.stored.test { trust.allow_test() } else { trust }
    }

    /// Checks that an update is for this container: it names the container's key and the same kind
    /// of vendor.
    fn check_own(&self, claims: &UpdateClaims) -> std::result::Result<(), VerifyError> {
        let own = self.kid();
        let wrong = |reason: String| Err(VerifyError::new(VerdictCode::WrongContainer, reason));
        match &claims.key {
            Some(key) if *key == own => {}
            Some(key) => {
                let sub = &claims.sub;
                return wrong(match self.serial().filter(|serial| serial != sub) {
                    Some(serial) => {
                        format!("the update is for container {sub}, and this container is {serial}")
                    }
                    None => format!(
                        "the update is for container {sub} with key {key}, and the key of this \
                         container is {own}"
                    ),
                });
            }
            None => {
                return wrong(format!(
                    "the update is for container {}, which has no key",
                    claims.sub
                ));
            }
        }
        if claims.test != self.stored.test {
            let (file, folder) = if claims.test { ("test", "live") } else { ("live", "test") };
            return Err(VerifyError::new(
                VerdictCode::TestFile,
                format!("the update is a {file} file, and this container is a {folder} container"),
            ));
        }
        match self.serial().filter(|serial| *serial != claims.sub) {
            Some(serial) => wrong(format!(
                "the update is for container {}, and this container is {serial}",
                claims.sub
            )),
            None => Ok(()),
        }
    }

    /// Creates the folder and the key pair if they do not exist, and returns the token of a request
    /// for the vendor. A repeated request for the same folder has the same key.
    ///
    /// # Errors
    ///
    /// `exists` if the folder is another vendor's container, `not_found` if no property identifies
    /// the computer, `io`; and the refusal of the key set.
    pub fn request(
        disk: &dyn Disk,
        path: &Path,
        order: &Order<'_>,
        read: &[Read],
        now: i64,
        entropy: Entropy<'_>,
    ) -> Result<String> {
        if let Some(keyset) = order.keyset {
            let trust = Trust::new(order.root, now);
            let trust = if order.test { trust.allow_test() } else { trust };
            let keys = KeySet::open(keyset.as_bytes(), &trust)?;
            if keys.claims().test != order.test {
                let message = "the key set is a live file, and the container is a test container";
                return Err(VerifyError::new(VerdictCode::TestFile, message).into());
            }
        }
        let properties = Salt::of_root(order.root)
            .properties(read.iter().map(|(name, values)| (*name, values.clone())));
        if order.hardware.is_none() && !is_own(&properties) {
            return Err(Fault::Nothing);
        }
        disk.make_folder(path).map_err(Fault::io(path))?;
        let _lock = disk.lock(path).map_err(Fault::io(path))?;
        if self::read(disk, &path.join(KEY), MAX_TEXT)?.is_none() {
            if self::read(disk, &path.join(STATE), MOST)?.is_some() {
                return Err(Fault::KeyMissing(path.join(KEY)));
            }
            let mut secret = [0; 32];
            entropy(&mut secret);
            let text = write_key(&SigningKey::from_bytes(&secret));
            disk::replace(disk, path, KEY, text.as_bytes(), true)
                .map_err(Fault::io(&path.join(KEY)))?;
        }
        let folder = match Folder::open_broken(disk, path, now) {
            Ok(folder) => folder.check_order(order)?,
            // A folder with a key and without a state gets a new state for this key.
            Err(Fault::StateMissing(_)) => {
                let (root, hardware) = (order.root.to_owned(), order.hardware.map(str::to_owned));
                let keyset = order.keyset.map(str::to_owned);
                let stored = Stored {
                    fmt: FORMAT,
                    root,
                    test: order.test,
                    hardware,
                    keyset,
                    update: None,
                    status: Vec::new(),
                    previous: Vec::new(),
                };
                store(disk, path, &stored)?;
                Folder::open(disk, path, now)?
            }
            Err(fault) => return Err(fault),
        };
        let claims = folder.context(Purpose::Request, properties, now, entropy);
        Ok(folder.sign(&claims))
    }

    fn check_order(self, order: &Order<'_>) -> Result<Folder> {
        let stored = &self.stored;
        if stored.root != order.root || stored.test != order.test {
            let is = if stored.root != order.root {
                format!("the container of another vendor, with root key {}", stored.root)
            } else if stored.test {
                "a test container, and --test is missing".to_owned()
            } else {
                "a live container, and --test is given".to_owned()
            };
            return Err(Fault::Exists(self.path.clone(), is));
        }
        if stored.hardware.as_deref() != order.hardware {
            let is =
                stored.hardware.as_ref().map_or("the container of a computer".to_owned(), |own| {
                    format!("the container of dongle {own}")
                });
            return Err(Fault::Exists(self.path.clone(), is));
        }
        Ok(self)
    }

    /// Applies an update completely or not at all.
    ///
    /// # Errors
    ///
    /// The refusals of [`Update::open`]; `wrong_container` for an update of another container; the
    /// errors of the folder.
    pub fn apply(disk: &dyn Disk, path: &Path, raw: &[u8], now: i64) -> Result<(Folder, Applied)> {
        // The error for a missing folder comes first, and no folder is created for the lock.
        Folder::open_broken(disk, path, now)?;
        let _lock = disk.lock(path).map_err(Fault::io(path))?;
        let folder = Folder::open_broken(disk, path, now)?;
        let text = update_in(raw)?;
        let update = Update::open(text.as_bytes(), folder.keys.as_ref(), &folder.trust(now))?;
        folder.check_own(update.claims())?;
        if let Some(at) = folder.counter().filter(|at| *at >= update.claims().counter) {
            return Ok((folder, Applied::Already { at }));
        }
        let newer = update.claims().keyset.as_ref().filter(|text| {
            let newer = KeySet::open(text.as_bytes(), &folder.trust(now)).map(|keys| keys.seen());
            newer.is_ok_and(|seen| seen == update.keys().seen())
        });
        let keyset = newer.cloned().or_else(|| folder.stored.keyset.clone());
        let before = folder.state.iter().flat_map(|state| &state.claims().status);
        let status = newest_lists(&update, folder.stored.status.iter().chain(before), now);
        let stored = Stored { keyset, update: Some(text), status, ..folder.stored };
        store(disk, path, &stored)?;
        Ok((Folder::open(disk, path, now)?, Applied::Now))
    }

    /// Returns the token of a receipt, which tells the vendor the contents of the container and the
    /// current properties of the computer. Stores the id of the receipt first, so that later
    /// receipts name it.
    ///
    /// # Errors
    ///
    /// `wrong_state` before the first update; the errors of the folder.
    pub fn receipt(
        disk: &dyn Disk,
        path: &Path,
        read: &[Read],
        now: i64,
        entropy: Entropy<'_>,
    ) -> Result<String> {
        Folder::open(disk, path, now)?;
        let _lock = disk.lock(path).map_err(Fault::io(path))?;
        let folder = Folder::open(disk, path, now)?;
        if folder.state.is_none() {
            return Err(Fault::NoUpdate(path.to_owned()));
        }
        let claims = folder.context(Purpose::Receipt, folder.properties(read), now, entropy);
        let mut stored = folder.stored.clone();
        stored.previous.push(claims.jti.clone());
        let too_many = stored.previous.len().saturating_sub(REMEMBERED);
        stored.previous.drain(..too_many);
        store(disk, path, &stored)?;
        Ok(folder.sign(&claims))
    }

    /// Returns the computer or dongle that runs the application, with this container's key.
    /// Licenses are bound to these values.
    ///
    /// # Errors
    ///
    /// `blocked` if the vendor blocked the container.
    pub fn device(&self, read: &[Read]) -> Result<Device> {
        if let Some(code) = self.blocked() {
            return Err(VerifyError::new(
                VerdictCode::Blocked,
                format!("the vendor blocked this container ({code})"),
            )
            .into());
        }
        Ok(self.found(read))
    }

    /// Returns the same as [`Folder::device`], also for a blocked container. For inspection only.
    pub fn found(&self, read: &[Read]) -> Device {
        Device {
            properties: self.properties(read),
            hardware: self.stored.hardware.clone(),
            key: Some(self.kid()),
        }
    }

    fn properties(&self, read: &[Read]) -> Properties {
        if self.stored.hardware.is_some() {
            return Properties::new();
        }
        Salt::of_root(&self.stored.root)
            .properties(read.iter().map(|(name, values)| (*name, values.clone())))
    }

    /// Returns the serial of the container, or `None` before the first update.
    pub fn serial(&self) -> Option<&str> {
        self.state.as_ref().map(|state| state.claims().sub.as_str())
    }

    /// Returns the counter of the container, or `None` before the first update.
    pub fn counter(&self) -> Option<u64> {
        self.state.as_ref().map(|state| state.claims().counter)
    }

    /// Returns the code of the reason for which the vendor blocked the container.
    pub fn blocked(&self) -> Option<&str> {
        self.state.as_ref().and_then(|state| state.claims().blocked.as_deref())
    }

    /// Returns the thumbprint of the container's key.
    pub fn kid(&self) -> String {
        thumbprint(&self.x)
    }

    /// Returns the thumbprint of the trusted root key.
    pub fn root(&self) -> &str {
        &self.stored.root
    }

    /// Returns true if the folder accepts only the files of a test vendor.
    pub fn is_test(&self) -> bool {
        self.stored.test
    }

    /// Returns the hardware serial of a dongle.
    pub fn hardware(&self) -> Option<&str> {
        self.stored.hardware.as_deref()
    }

    /// Returns the token of the newest key set that came with an update. The application must open
    /// the key set with its own pin, because the folder is not trusted.
    pub fn keyset(&self) -> Option<&str> {
        self.stored.keyset.as_deref()
    }

    /// Returns the key set that verified the licenses when the folder was opened, under the root
    /// key that the folder names.
    pub fn keys(&self) -> Option<&KeySet> {
        self.state.as_ref().map(Update::keys).or(self.keys.as_ref())
    }

    /// Returns the tokens of the licenses in the container. The application must verify each token
    /// with [`KeySet::license`], bound to [`Folder::device`].
    pub fn texts(&self) -> &[String] {
        self.state.as_ref().map_or(&[], |state| &state.claims().licenses)
    }

    /// Returns the licenses in the container, which were verified when the folder was opened. A
    /// license can start later or can have expired.
    pub fn licenses(&self) -> &[License] {
        self.state.as_ref().map_or(&[], Update::licenses)
    }

    /// Returns the newest status lists that came with updates and that the licenses name, for
    /// [`Policy::statuses`](crate::Policy::statuses).
    pub fn statuses(&self) -> &Statuses {
        &self.statuses
    }

    fn context(
        &self,
        purpose: Purpose,
        properties: Properties,
        now: i64,
        entropy: Entropy<'_>,
    ) -> ContextClaims {
        let is_receipt = purpose == Purpose::Receipt;
        let held = self
            .licenses()
            .iter()
            .filter(|_| is_receipt)
            .map(|license| Held::File(HeldFile::of_claims(license.claims())));
        let hardware = self.stored.hardware.clone();
        ContextClaims {
            iss: None,
            root: Some(self.stored.root.clone()),
            sub: self.serial().map(str::to_owned),
            jti: jti(now, entropy),
            iat: now,
            fmt: FORMAT,
            test: self.stored.test,
            purpose,
            counter: self.counter().unwrap_or(0),
            container: Carrier {
                kind: if hardware.is_some() { "dongle" } else { "device" }.to_owned(),
                properties: if hardware.is_some() { Properties::new() } else { properties },
                hardware,
                key: Some(Jwk::ed25519(self.x.as_str())),
            },
            customer: None,
            licenses: held.collect(),
            blocked: self.blocked().filter(|_| is_receipt).map(str::to_owned),
            previous: if is_receipt { self.stored.previous.clone() } else { Vec::new() },
            status: None,
        }
    }

    fn sign(&self, claims: &ContextClaims) -> String {
        let header =
            serde_json::json!({"alg": "EdDSA", "kid": self.kid(), "typ": Kind::Context.typ()})
                .to_string();
        let payload = serde_json::to_vec(claims).unwrap_or_default();
        let signed =
            format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
        let signature = self.key.sign(signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}

/// Returns the newest of the lists in an update and of the stored lists that the licenses of the
/// update name. Drops a list that the key set refuses now.
fn newest_lists<'a>(
    update: &'a Update,
    here: impl Iterator<Item = &'a String>,
    now: i64,
) -> Vec<String> {
    let mut newest: std::collections::BTreeMap<String, (i64, &String)> =
        std::collections::BTreeMap::new();
    for text in update.claims().status.iter().chain(here) {
        let Ok(token) = update.keys().status_list(text.as_bytes(), now) else { continue };
        let (uri, iat) = (&token.claims().sub, token.claims().iat);
        let is_named = |license: &License| {
            license.claims().status.as_ref().is_some_and(|status| status.status_list.uri == *uri)
        };
        if update.licenses().iter().any(is_named)
            && newest.get(uri).is_none_or(|(known, _)| iat > *known)
        {
            newest.insert(uri.clone(), (iat, text));
        }
    }
    newest.into_values().take(crate::status::MAX_LISTS).map(|(_, text)| text.clone()).collect()
}

/// Returns the only update in a file, which can be a bundle.
fn update_in(raw: &[u8]) -> std::result::Result<String, VerifyError> {
    let all = texts(raw)?;
    let is_update = |text: &&std::borrow::Cow<'_, str>| {
        jws::read(text).is_ok_and(|read| Kind::from_typ(&read.header.typ) == Some(Kind::Update))
    };
    let updates: Vec<String> = all.iter().filter(is_update).map(|text| text.to_string()).collect();
    match updates.as_slice() {
        [one] => Ok(one.clone()),
        [] => Ok(jws::clean(raw)?.into_owned()),
        many => Err(VerifyError::new(
            VerdictCode::Malformed,
            format!("the file contains {} updates; one update is required", many.len()),
        )),
    }
}

/// Returns a new file id: a UUID of version 7 (RFC 9562).
fn jti(now: i64, entropy: Entropy<'_>) -> String {
    let mut bytes = [0; 10];
    entropy(&mut bytes);
    let millis = u64::try_from(now).unwrap_or_default().saturating_mul(1000);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().to_string()
}

/// Returns the bytes of a file, or `None` if the file does not exist.
fn read(disk: &dyn Disk, path: &Path, most: usize) -> Result<Option<Vec<u8>>> {
    match disk.read(path, most) {
        Ok(bytes) if bytes.len() > most => {
            Err(Fault::Corrupt(path.to_owned(), format!("the file has more than {most} bytes")))
        }
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::io(path)(error)),
    }
}

fn store(disk: &dyn Disk, path: &Path, stored: &Stored) -> Result<()> {
    let text = serde_json::to_vec_pretty(stored).unwrap_or_default();
    disk::replace(disk, path, STATE, &text, false).map_err(Fault::io(&path.join(STATE)))
}

/// A private key as a JWK (RFC 8037).
#[derive(Serialize, Deserialize)]
struct PrivateJwk {
    kty: String,
    crv: String,
    x: String,
    d: String,
}

fn write_key(key: &SigningKey) -> String {
    let x = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
    let jwk = PrivateJwk {
        kty: "OKP".into(),
        crv: "Ed25519".into(),
        x,
        d: URL_SAFE_NO_PAD.encode(key.to_bytes()),
    };
    serde_json::to_string_pretty(&jwk).unwrap_or_default()
}

fn read_key(path: &Path, bytes: &[u8]) -> Result<SigningKey> {
    // An unreadable value is not quoted, because it is a secret.
    let corrupt = |reason: &str| Fault::Corrupt(path.to_owned(), reason.to_owned());
    let jwk: PrivateJwk = serde_json::from_slice(bytes)
        .map_err(|_| corrupt("the file does not contain a private key as a JWK"))?;
    let secret =
        URL_SAFE_NO_PAD.decode(&jwk.d).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let key = SigningKey::from_bytes(
        &secret.ok_or_else(|| corrupt("the private key is not an Ed25519 key"))?,
    );
    if jwk.kty != "OKP"
        || jwk.crv != "Ed25519"
        || URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()) != jwk.x
    {
        return Err(corrupt("the private key and the public key do not match"));
    }
    Ok(key)
}
