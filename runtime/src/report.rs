//! The verification of a file of any kind with a log of all checks. The checks are the same as
//! those without a log.

use crate::code::{VerdictCode, VerifyError, Warning};
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
    /// A credential of a cloud container.
    Credential(Box<Credential>),
    /// The desired state of a container.
    Update(Box<Update>),
    /// A container's request or receipt, or a vendor's state.
    Context(Box<Context>),
    /// A list of the files that were ended or suspended.
    StatusList(Box<StatusToken>),
}

impl Document {
    /// Returns the warnings about the file.
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

/// The verdict on a file, with every check up to the first failure.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// Kind of the file according to the header, if the header is readable.
    pub kind: Option<Kind>,
    /// Checks in the order of execution.
    pub checks: Vec<Check>,
    /// Subject of the file, such as a license's serial, once its signature and claims passed.
    pub subject: Option<String>,
    /// Claim `exp` of the file, once its signature and claims passed.
    pub expires: Option<i64>,
    /// Verified file, or the first refusal.
    pub verdict: Result<Document, VerifyError>,
}

/// Verifies a file of any kind and logs each check. `trust` is used for key sets, updates and
/// requests; other files require `keys`.
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
        let header = jws::read(&text).map_err(|error| log.fail("shape", error))?.header;
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
                VerifyError::new(
                    VerdictCode::UnknownKey,
                    "a key set is required for the check of the signature",
                ),
            )),
            _ => {
                let message = format!("this version cannot check files of type {:?}", header.typ);
                Err(log.fail("type", VerifyError::new(VerdictCode::Unsupported, message)))
            }
        }
    })();
    let Notes { checks, subject, expires } = log.into_notes();
    Report { kind, checks, subject, expires, verdict }
}
