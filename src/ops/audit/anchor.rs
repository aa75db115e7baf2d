//! Anchors of the audit log: a key signs the head of the log for another place, and a later log is
//! compared with it.

use std::convert::Infallible;

use licentia_runtime::{Edition, KeyRecord, KeySetClaims, KeyState, Kind, thumbprint};

use crate::domain::anchor::AnchorClaims;
use crate::domain::audit::NewEntry;
use crate::domain::audit::anchor::AnchorDetail;
use crate::domain::key::{Purpose, ROOT, within_scope_of_file};
use crate::domain::name::Slug;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{
    ChosenKeys, Decision, FileKind, Needs, Plan, PlannedFile, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::key::anchor::AnchoredDatabase;
use crate::ops::key::choose::{self, KeyNeed, NamedKeys};
use crate::ops::key::key_set::NewestKeySet;
use crate::signing;
use crate::signing::anchor::AnchorFault;
use crate::store::Reader;

/// The subject of the entry, and of the file.
const SUBJECT: &str = "audit";

/// A request to sign the head of the audit log.
#[derive(Clone, Debug)]
pub struct AnchorLog {
    /// The name of the key that signs; `None` for the only usable key.
    pub key: Option<Slug>,
}

impl AnchorLog {
    fn key_need(&self) -> KeyNeed {
        KeyNeed::Signing {
            edition: Edition::Commercial,
            kind: Kind::Anchor.name(),
            purpose: Purpose::issue(),
            named: NamedKeys::exactly(self.key.as_slice()),
        }
    }
}

impl UseCase for AnchorLog {
    type Plan = LogAnchor;
    type Unchanged = Infallible;

    const IS_PLANNED_ONCE: bool = true;

    fn known_needs(&self) -> Needs {
        Needs { keys: vec![self.key_need()], ..Needs::default() }
    }

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<LogAnchor, Infallible>> {
        let keyset = reader.find_keyset()?.context("the key set of a home")?.version;
        let need = self.key_need();
        Ok(Decision::Change(LogAnchor { keyset, need, kid: String::new(), signed: None }))
    }
}

/// A plan that signs the head of the audit log. The head is the entry that records the signature,
/// so the log has no entry after it.
#[derive(Clone, Debug)]
pub struct LogAnchor {
    keyset: u64,
    need: KeyNeed,
    /// The thumbprint of the key; empty until the rows are written.
    pub kid: String,
    /// The signed anchor; `None` until it is signed.
    pub signed: Option<SignedAnchor>,
}

/// A signed anchor.
#[derive(Clone, Debug)]
pub struct SignedAnchor {
    /// The claims.
    pub claims: AnchorClaims,
    /// The token.
    pub text: String,
}

impl Plan for LogAnchor {
    fn needs(&self) -> Needs {
        Needs { keys: vec![self.need.clone()], ..Needs::default() }
    }

    fn check_scope(&self, _vendor: &Vendor, keys: &ChosenKeys, _now: Timestamp) -> Result<()> {
        // A key for licenses also fits the need, because it signs the entries of its licenses.
        let key = keys.get(&self.need).context("a key that was not chosen")?;
        Ok(within_scope_of_file(key, Kind::Anchor.name(), &Purpose::issue())?)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        unit.signers.get(&self.need)?.kid().clone_into(&mut self.kid);
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = AnchorDetail { keyset: self.keyset, kid: &self.kid };
        vec![NewEntry::of("audit.anchor", SUBJECT, &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let signer = signing.signers.get(&self.need)?;
        let (reader, vendor, now) = (signing.tx.reader(), signing.vendor, signing.now);
        let claims = AnchoredDatabase { reader, vendor, now }.state()?;
        let text = signing::anchor::sign(signer, &claims);
        self.signed = Some(SignedAnchor { claims, text });
        Ok(signing.tx.set_signed(signer.kid())?)
    }

    fn files(&self) -> Vec<PlannedFile> {
        vec![PlannedFile {
            kind: FileKind::Anchor,
            subject: Some(SUBJECT.to_owned()),
            container: None,
            name: None,
            content: self.signed.as_ref().map(|signed| signed.text.clone().into_bytes()),
            withheld: None,
        }]
    }
}

/// An anchor that the database continues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedAnchor {
    /// The claims.
    pub claims: AnchorClaims,
    /// The name of the key that signed the anchor.
    pub key: String,
    /// The thumbprint of the key.
    pub kid: String,
}

/// Verifies an anchor with the newest key set, and compares the database with it. The chain of the
/// database must be verified before.
///
/// # Errors
///
/// `tampered` for an anchor that is not valid, for a database that does not continue it, and for a
/// key set that the root key did not sign.
pub fn compare(database: AnchoredDatabase<'_>, text: &str) -> Result<ComparedAnchor> {
    let AnchoredDatabase { reader, vendor, now } = database;
    let root = choose::root(&reader.list_keys()?)?.kid.clone();
    let set = NewestKeySet::open(reader, vendor, &root, now)?;
    let anchor = open(text, &set.claims)?;
    let (state, difference) = database.compare(&anchor.claims, Some(&set))?;
    let Some(difference) = difference else { return Ok(anchor) };
    let message = format!(
        "the database is not the one whose audit log key {} signed at {}, and was changed or \
         replaced since: {}",
        anchor.key,
        anchor.claims.since(),
        difference.clause(&anchor.claims, &state)
    );
    let advice = "compare the database with a backup that is newer than this instant";
    Err(Error::new(ErrorCode::Tampered, message).advice(advice).into())
}

/// Verifies an anchor with the key of a key set that signed it.
fn open(text: &str, set: &KeySetClaims) -> Result<ComparedAnchor, Error> {
    let root = (ROOT, &set.root.x, None);
    let keys = set.keys.iter().map(|key| (key.name.as_str(), &key.x, Some(key)));
    for (name, x, record) in std::iter::once(root).chain(keys) {
        let claims = match signing::anchor::open(text, x) {
            Err(AnchorFault::OtherKey(_)) => continue,
            opened => opened.map_err(|fault| invalid(&fault.to_string()))?,
        };
        if let Some(reason) = record.and_then(|key| refusal(key, claims.iat)) {
            return Err(invalid(&reason));
        }
        return Ok(ComparedAnchor { claims, key: name.to_owned(), kid: thumbprint(x) });
    }
    Err(invalid("the newest key set has no key that signed it"))
}

fn invalid(reason: &str) -> Error {
    Error::new(ErrorCode::Tampered, format!("the anchor is not valid: {reason}"))
        .advice("use the anchor as it was written, or another one")
}

/// Returns the reason why a signing key must not have signed an anchor at an instant, in seconds
/// since 1970.
fn refusal(key: &KeyRecord, iat: i64) -> Option<String> {
    let name = &key.name;
    let is_before = |end: Option<i64>| end.is_some_and(|end| iat < end);
    let is_late = key.state == KeyState::Retired && key.retired_at.is_none_or(|end| iat > end);
    if key.edition != Edition::Commercial || !key.scope.allows_kind(Kind::Anchor.name()) {
        Some(format!("key {name} signs no anchors"))
    } else if key.state == KeyState::Revoked && !is_before(key.revoked_at) {
        Some(format!("key {name} was revoked"))
    } else if is_late {
        Some(format!("it was signed after key {name} was retired"))
    } else if is_before(key.not_before) || key.not_after.is_some_and(|end| iat > end) {
        Some(format!("it was signed outside the period of key {name}"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use licentia_runtime::Scope;

    use super::*;

    fn key() -> KeyRecord {
        KeyRecord {
            kid: "k".into(),
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            x: "x".into(),
            name: "ci".into(),
            edition: Edition::Commercial,
            state: KeyState::Active,
            not_before: Some(10),
            not_after: Some(20),
            retired_at: None,
            revoked_at: None,
            scope: Scope { kinds: Some(vec!["anchor".into()]), ..Scope::default() },
        }
    }

    #[test]
    fn a_key_signs_anchors_within_its_limits() {
        let accepts = |edit: &dyn Fn(&mut KeyRecord), iat| {
            let mut key = key();
            edit(&mut key);
            refusal(&key, iat).is_none()
        };
        for (iat, is_within) in [(9, false), (10, true), (20, true), (21, false)] {
            assert_eq!(accepts(&|_| (), iat), is_within, "{iat}");
        }
        let retired = |key: &mut KeyRecord| {
            (key.state, key.retired_at) = (KeyState::Retired, Some(15));
        };
        assert!(accepts(&retired, 15) && !accepts(&retired, 16));
        assert!(!accepts(&|key| key.state = KeyState::Retired, 15));
        let revoked = |key: &mut KeyRecord| {
            (key.state, key.revoked_at) = (KeyState::Revoked, Some(15));
        };
        assert!(accepts(&revoked, 14) && !accepts(&revoked, 15));
        assert!(!accepts(&|key| key.state = KeyState::Revoked, 14));
        assert!(!accepts(&|key| key.edition = Edition::Trial, 15));
        assert!(!accepts(&|key| key.scope.kinds = Some(vec!["license".into()]), 15));
        assert!(accepts(&|key| key.scope.kinds = None, 15));
    }
}
