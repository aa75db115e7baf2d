//! What was checked, in order, with what outcome: the same code path as the silent one, with a pen.

use crate::code::{Code, Refusal, Warning};
use crate::context::Context;
use crate::credential::Credential;
use crate::jws::{self, Kind};
use crate::keyset::{KeySet, Trust};
use crate::license::{License, Policy};
use crate::log::{Check, Log, Notes};
use crate::status::StatusToken;
use crate::update::Update;

/// A file that was verified.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Document {
    /// A key set.
    KeySet(Box<KeySet>),
    /// A license.
    License(Box<License>),
    /// What opens a cloud container.
    Credential(Box<Credential>),
    /// The desired state of a container.
    Update(Box<Update>),
    /// What a container says of itself, or a vendor of one.
    Context(Box<Context>),
    /// Which files were ended.
    StatusList(Box<StatusToken>),
}

impl Document {
    /// What to know about the file although it is good.
    pub fn warnings(&self) -> &[Warning] {
        match self {
            Document::KeySet(set) => set.warnings(),
            Document::License(license) => license.warnings(),
            Document::Credential(credential) => credential.warnings(),
            Document::StatusList(token) => token.warnings(),
            Document::Update(_) | Document::Context(_) => &[],
        }
    }
}

/// A file's verdict, with every check up to the first that failed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// The kind that the header claims, if it could be read.
    pub kind: Option<Kind>,
    /// The checks in the order in which they were made.
    pub checks: Vec<Check>,
    /// What the file is about (a license's serial), known once its signature and claims passed.
    pub subject: Option<String>,
    /// The file's `exp`, known once its signature and claims passed.
    pub expires: Option<i64>,
    /// The verified file, or the first refusal.
    pub verdict: Result<Document, Refusal>,
}

/// Checks a file of any kind and tells each step. `trust` is for key sets; other files need the key
/// set.
pub fn examine(
    raw: &[u8],
    keys: Option<&KeySet>,
    trust: &Trust<'_>,
    policy: &Policy<'_>,
) -> Report {
    let mut log = Log::on();
    let mut kind = None;
    let verdict = (|| {
        let text = log.step("size", jws::clean(raw), |text| format!("{} bytes", text.len()))?;
        let header = jws::read(&text).map_err(|refusal| log.fail("shape", refusal))?.header;
        kind = Kind::from_typ(&header.typ);
        match (kind, keys) {
            (Some(Kind::KeySet), _) => {
                KeySet::read(&text, trust, &mut log).map(|set| Document::KeySet(Box::new(set)))
            }
            (Some(Kind::License), Some(keys)) => keys
                .read_license(&text, policy, &mut log)
                .map(|license| Document::License(Box::new(license))),
            (Some(Kind::Credential), Some(keys)) => {
                let found = keys.read_credential(&text, policy.listed(), trust.now(), &mut log);
                found.map(|credential| Document::Credential(Box::new(credential)))
            }
            (Some(Kind::Update), keys) => Update::read(&text, keys, trust, &mut log)
                .map(|update| Document::Update(Box::new(update))),
            (Some(Kind::Context), keys) => Context::read(&text, keys, trust, &mut log)
                .map(|context| Document::Context(Box::new(context))),
            (Some(Kind::StatusList), Some(keys)) => keys
                .read_status_list(&text, trust.now(), &mut log)
                .map(|token| Document::StatusList(Box::new(token))),
            (Some(Kind::License | Kind::Credential | Kind::StatusList), None) => Err(log.fail(
                "key",
                Refusal::new(Code::UnknownKey, "there is no key set to check it against"),
            )),
            _ => {
                let message =
                    format!("files of type {:?} cannot be checked by this version", header.typ);
                Err(log.fail("type", Refusal::new(Code::Unsupported, message)))
            }
        }
    })();
    let Notes { checks, subject, expires } = log.into_notes();
    Report { kind, checks, subject, expires, verdict }
}
