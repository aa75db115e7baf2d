//! Anchors: signed statements of the newest state of a database.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use licentia_runtime::inspect::{self, Unverified};
use licentia_runtime::{FORMAT, Kind, VerifyError, thumbprint};
use serde_json::Value;

use crate::domain::anchor::AnchorClaims;
use crate::signing::Signer;
use crate::signing::signer::is_signature;

/// The reason why an anchor cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnchorFault {
    /// The text is not a token.
    #[error("{}", .0.message)]
    Unreadable(VerifyError),
    /// The token is of another kind.
    #[error("it is not an anchor")]
    OtherKind,
    /// Another key signed the anchor. The thumbprint is that of the header.
    #[error("it is signed with key {0}")]
    OtherKey(String),
    /// The signature does not match.
    #[error("its signature does not match")]
    BadSignature,
    /// A claim is missing or has another type.
    #[error("its claims cannot be read: {0}")]
    Malformed(String),
    /// The version of the format is unknown.
    #[error("its format {0} is unknown")]
    Unsupported(u32),
}

/// Signs the claims of an anchor.
pub fn sign(signer: &Signer, claims: &AnchorClaims) -> String {
    signer.sign(Kind::Anchor, claims)
}

/// Verifies an anchor with one public key, the `x` member of a JWK. White space around the token is
/// ignored.
///
/// # Errors
///
/// The reason why the text is not an anchor of this key.
pub fn open(text: &str, x: &str) -> Result<AnchorClaims, AnchorFault> {
    let text = text.trim();
    let found = inspect::unverified(text).map_err(AnchorFault::Unreadable)?;
    found.readable.clone().map_err(AnchorFault::Unreadable)?;
    if found.kind != Some(Kind::Anchor) {
        return Err(AnchorFault::OtherKind);
    }
    let kid = found.header.get("kid").and_then(Value::as_str).unwrap_or_default();
    if kid != thumbprint(x) {
        return Err(AnchorFault::OtherKey(kid.to_owned()));
    }
    check_signature(text, x).ok_or(AnchorFault::BadSignature)?;
    claims_of(found)
}

/// Reads the claims of an anchor without verifying its signature.
///
/// # Errors
///
/// The reason why the text is not an anchor.
pub fn unverified(text: &str) -> Result<AnchorClaims, AnchorFault> {
    let found = inspect::unverified(text.trim()).map_err(AnchorFault::Unreadable)?;
    if found.kind != Some(Kind::Anchor) {
        return Err(AnchorFault::OtherKind);
    }
    claims_of(found)
}

fn claims_of(found: Unverified) -> Result<AnchorClaims, AnchorFault> {
    let malformed = |error: serde_json::Error| AnchorFault::Malformed(error.to_string());
    let fmt = found.claims.get("fmt").and_then(Value::as_u64).unwrap_or_default();
    let claims = serde_json::from_value::<AnchorClaims>(Value::Object(found.claims));
    match u32::try_from(fmt) {
        Ok(FORMAT) => claims.map_err(malformed),
        Ok(0) | Err(_) => Err(AnchorFault::Malformed("the member fmt is invalid".to_owned())),
        Ok(fmt) => Err(AnchorFault::Unsupported(fmt)),
    }
}

/// Returns `None` unless the signature is strictly valid: no key of small order, no malleable
/// signature.
fn check_signature(text: &str, x: &str) -> Option<()> {
    let (signed, signature) = text.rsplit_once('.')?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    is_signature(x, signed.as_bytes(), &signature).then_some(())
}

#[cfg(test)]
mod tests {
    use licentia_runtime::{KeySet, Policy, Trust};
    use serde_json::{Map, json};

    use super::*;
    use crate::domain::anchor::{AnchoredHead, AnchoredKeySet};
    use crate::domain::audit::{LogHash, START};

    fn signer(byte: u8) -> Signer {
        Signer::from_secret(&[byte; 32])
    }

    fn claims() -> AnchorClaims {
        AnchorClaims {
            iss: "urn:acme".into(),
            iat: 1_795_305_600,
            fmt: FORMAT,
            test: true,
            root: "r".repeat(43),
            keyset: AnchoredKeySet { version: 3, hash: "h".repeat(43) },
            log: AnchoredHead { seq: 7, hash: "ab".repeat(32), at: 1_795_305_600 },
        }
    }

    /// Signs the claims with changed members.
    fn signed(change: impl FnOnce(&mut Map<String, Value>)) -> String {
        let mut members = match serde_json::to_value(claims()) {
            Ok(Value::Object(members)) => members,
            other => panic!("{other:?}"),
        };
        change(&mut members);
        signer(1).sign(Kind::Anchor, &members)
    }

    #[test]
    fn an_anchor_is_read_with_the_key_that_signed_it_only() {
        let text = sign(&signer(1), &claims());
        assert_eq!(open(&text, signer(1).x()), Ok(claims()));
        assert_eq!(open(&format!("{text}\n"), signer(1).x()), Ok(claims()));
        let other = open(&text, signer(2).x());
        assert_eq!(other, Err(AnchorFault::OtherKey(signer(1).kid().to_owned())));
    }

    #[test]
    fn a_changed_anchor_is_refused() {
        let (text, x) = (sign(&signer(1), &claims()), signer(1).x().to_owned());
        let parts: Vec<&str> = text.split('.').collect();
        let forged = signed(|members| drop(members.insert("root".into(), json!("x"))));
        let forged: Vec<&str> = forged.split('.').collect();
        let mixed = format!("{}.{}.{}", forged[0], forged[1], parts[2]);
        assert_eq!(open(&mixed, &x), Err(AnchorFault::BadSignature));
        assert_eq!(open(&text, "A"), Err(AnchorFault::OtherKey(signer(1).kid().to_owned())));
        for length in 0..text.len() {
            assert!(open(&text[..length], &x).is_err(), "{length}");
        }
        let other_kind = signer(1).sign(Kind::License, &claims());
        assert_eq!(open(&other_kind, &x), Err(AnchorFault::OtherKind));
        let newer = signed(|members| drop(members.insert("fmt".into(), json!(2))));
        assert_eq!(open(&newer, &x), Err(AnchorFault::Unsupported(2)));
        let without = signed(|members| drop(members.remove("log")));
        assert!(matches!(open(&without, &x), Err(AnchorFault::Malformed(_))));
        let zero = signed(|members| drop(members.insert("fmt".into(), json!(0))));
        assert!(matches!(open(&zero, &x), Err(AnchorFault::Malformed(_))));
    }

    #[test]
    fn members_of_a_later_version_are_ignored() {
        let text = signed(|members| drop(members.insert("new".into(), json!({"a": 1}))));
        assert_eq!(open(&text, signer(1).x()), Ok(claims()));
    }

    #[test]
    fn applications_accept_an_anchor_as_nothing() {
        let text = sign(&signer(1), &claims());
        let root = signer(1);
        let set = licentia_runtime::KeySetClaims {
            iss: "urn:acme".into(),
            jti: "1".into(),
            iat: 0,
            exp: None,
            fmt: FORMAT,
            test: false,
            version: 1,
            root: licentia_runtime::Jwk::ed25519(root.x()),
            transitions: Vec::new(),
            keys: Vec::new(),
        };
        let trust = Trust::new(root.kid(), 1_795_305_600);
        let set = crate::signing::keyset::sign(root.with_log(LogHash::of_last(START)), &set);
        let set = KeySet::open(set.as_bytes(), &trust).expect("a key set");
        let (raw, now) = (text.as_bytes(), 1_795_305_600);
        assert!(KeySet::open(raw, &trust).is_err());
        assert!(set.license(raw, &Policy::at(now)).is_err());
        assert!(set.credential(raw, now).is_err());
        assert!(set.status_list(raw, now).is_err());
        assert!(set.state(raw, now).is_err());
    }
}
