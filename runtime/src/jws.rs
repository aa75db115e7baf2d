//! Steps 1 and 2 of reading a file: size, marks that mail adds, three canonical base64url parts,
//! and the header (RFC 7515 compact serialization, Ed25519 only). This module does not read the
//! payload.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, VerifyingKey};
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest as _, Sha256};

use crate::code::{VerdictCode, VerifyError};
use crate::json;

/// The maximum number of bytes of one token, after the marks that mail adds are removed.
pub const MAX_TEXT: usize = 1 << 20;
/// The maximum number of bytes of a bundle.
pub const MAX_BUNDLE: usize = 64 << 20;

/// The kind of a file, given by the `typ` of its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Public keys that applications trust, signed by the root key.
    KeySet,
    /// Change of the root key, inside a key set.
    RootChange,
    /// License to use a product.
    License,
    /// Credential that opens a cloud container.
    Credential,
    /// Request, state or receipt of a container.
    Context,
    /// Desired state of one container.
    Update,
    /// List of the files that were ended or suspended.
    StatusList,
    /// Head of the audit chain.
    Anchor,
}

impl Kind {
    const ALL: [(Kind, &'static str, &'static str); 8] = [
        (Kind::KeySet, "keyset", "licentia-keyset+jwt"),
        (Kind::RootChange, "root", "licentia-root+jwt"),
        (Kind::License, "license", "licentia-license+jwt"),
        (Kind::Credential, "credential", "licentia-credential+jwt"),
        (Kind::Context, "context", "licentia-context+jwt"),
        (Kind::Update, "update", "licentia-update+jwt"),
        (Kind::StatusList, "status", "statuslist+jwt"),
        (Kind::Anchor, "anchor", "licentia-anchor+jwt"),
    ];

    /// Returns all kinds.
    pub fn all() -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().map(|entry| entry.0)
    }

    /// Returns the `typ` of the header.
    pub fn typ(self) -> &'static str {
        Kind::ALL.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.2)
    }

    /// Returns the short name, as used in a key's scope (`kinds`) and in JSON.
    pub fn name(self) -> &'static str {
        Kind::ALL.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// Returns the name for messages, with an article.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Kind::KeySet => "a key set",
            Kind::RootChange => "a root change",
            Kind::License => "a license file",
            Kind::Credential => "a credential",
            Kind::Context => "a request, a receipt or a context",
            Kind::Update => "an update",
            Kind::StatusList => "a status list",
            Kind::Anchor => "an audit head",
        }
    }

    /// Returns the kind with this `typ`.
    pub fn from_typ(typ: &str) -> Option<Kind> {
        Kind::ALL.iter().find(|entry| entry.2 == typ).map(|entry| entry.0)
    }
}

/// The protected header. Its members can have any order, and other members are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) typ: String,
    pub(crate) kid: String,
}

/// The parts of one token before the signature is verified.
pub(crate) struct Compact<'a> {
    pub(crate) header: Header,
    pub(crate) payload: Vec<u8>,
    pub(crate) signed: &'a str,
    signature: Vec<u8>,
}

impl Compact<'_> {
    /// Verifies the signature strictly (no small-order keys, no malleable signatures) over the
    /// exact bytes of the token.
    pub(crate) fn check(&self, key: &VerifyingKey) -> Result<(), VerifyError> {
        Signature::from_slice(&self.signature)
            .and_then(|signature| key.verify_strict(self.signed.as_bytes(), &signature))
            .map_err(|_| {
                VerifyError::new(
                    VerdictCode::BadSignature,
                    "the signature does not match: the file was changed, cut or forged",
                )
            })
    }
}

/// Removes the marks that mail adds: white space and line breaks, `>` at the beginning of a line,
/// `=` at the end of a line, zero-width characters.
pub(crate) fn clean(raw: &[u8]) -> Result<Cow<'_, str>, VerifyError> {
    let text = file_text(raw)?;
    let text = if text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split('\n').fold(String::new(), |whole, line| whole + &clean_line(line)))
    };
    if text.len() > MAX_TEXT {
        return Err(too_large(text.len(), MAX_TEXT));
    }
    Ok(text)
}

/// Removes the marks that mail adds from one line. Returns an empty string for a blank line.
pub(crate) fn clean_line(line: &str) -> String {
    let line: String = line.chars().filter(|c| !c.is_whitespace() && !is_zero_width(*c)).collect();
    let line = line.trim_start_matches('>');
    line.strip_suffix('=').unwrap_or(line).to_owned()
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Returns a file as text, after checking the size, age encryption and UTF-8.
pub(crate) fn file_text(raw: &[u8]) -> Result<&str, VerifyError> {
    check_size(raw)?;
    if is_sealed(raw) {
        return Err(VerifyError::new(
            VerdictCode::Malformed,
            "the file is encrypted with age and must be decrypted first",
        ));
    }
    str::from_utf8(raw)
        .map_err(|_| VerifyError::new(VerdictCode::Malformed, "the file is not a text file"))
}

/// Returns true if a file is encrypted with age (age-encryption.org/v1), armored or binary.
fn is_sealed(raw: &[u8]) -> bool {
    let start = raw
        .iter()
        .position(|byte| !byte.is_ascii_whitespace() && *byte != b'>')
        .and_then(|at| raw.get(at..));
    start.is_some_and(|rest| {
        rest.starts_with(b"-----BEGIN AGE ENCRYPTED FILE")
            || rest.starts_with(b"age-encryption.org/")
    })
}

/// Refuses a file that is larger than a bundle can be.
pub(crate) fn check_size(raw: &[u8]) -> Result<(), VerifyError> {
    if raw.len() > MAX_BUNDLE { Err(too_large(raw.len(), MAX_BUNDLE)) } else { Ok(()) }
}

fn too_large(len: usize, most: usize) -> VerifyError {
    VerifyError::new(
        VerdictCode::TooLarge,
        format!("the file has {len} bytes; at most {most} are allowed"),
    )
}

/// Splits a clean token into its parts (the check `shape`).
pub(crate) fn split(text: &str) -> Result<(&str, [Vec<u8>; 3]), VerifyError> {
    let shape = |message: &str| VerifyError::new(VerdictCode::Malformed, message);
    let (signed, signature) = text.rsplit_once('.').ok_or_else(|| {
        shape("not a valid signed file: three parts separated by dots are required")
    })?;
    let (header, payload) = signed
        .split_once('.')
        .ok_or_else(|| shape("not a valid signed file: a part is missing"))?;
    let decode = |part: &str, name: &str| {
        URL_SAFE_NO_PAD
            .decode(part)
            .map_err(|_| shape(&format!("not a valid signed file: the {name} is not base64url")))
    };
    Ok((
        signed,
        [decode(header, "header")?, decode(payload, "payload")?, decode(signature, "signature")?],
    ))
}

/// Reads a clean token up to its header (steps 1 and 2, without the check of the expected `typ`).
pub(crate) fn read(text: &str) -> Result<Compact<'_>, VerifyError> {
    let (signed, [header, payload, signature]) = split(text)?;
    Ok(Compact { header: read_header(&header)?, payload, signed, signature })
}

fn read_header(bytes: &[u8]) -> Result<Header, VerifyError> {
    // The usual header is parsed in one pass: exactly the three members, each once. The slow path
    // finds the error of any other header.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Usual<'a> {
        #[serde(borrow)]
        alg: Cow<'a, str>,
        kid: String,
        typ: String,
    }
    let usual = json::object(bytes).and_then(|()| json::typed::<Usual<'_>>(bytes, "the header"));
    match usual {
        Ok(Usual { alg, kid, typ }) if is_known(&alg) && Kind::from_typ(&typ).is_some() => {
            Ok(Header { typ, kid })
        }
        _ => read_unusual_header(bytes),
    }
}

fn is_known(alg: &str) -> bool {
    matches!(alg, "EdDSA" | "Ed25519")
}

fn read_unusual_header(bytes: &[u8]) -> Result<Header, VerifyError> {
    #[derive(Deserialize)]
    struct Raw {
        alg: Option<String>,
        typ: Option<String>,
        kid: Option<String>,
        #[serde(flatten)]
        others: BTreeMap<String, IgnoredAny>,
    }
    let raw: Raw = json::parse(bytes, "the header")?;
    let missing = |name: &str| {
        VerifyError::new(VerdictCode::Malformed, format!("the header has no member {name:?}"))
    };
    let alg = raw.alg.ok_or_else(|| missing("alg"))?;
    if !is_known(&alg) {
        return Err(VerifyError::new(
            VerdictCode::Unsupported,
            format!("algorithm {alg:?} is not supported; EdDSA is required"),
        ));
    }
    let typ = raw.typ.ok_or_else(|| missing("typ"))?;
    if Kind::from_typ(&typ).is_none() {
        return Err(VerifyError::new(
            VerdictCode::WrongType,
            format!("type {typ:?} is not a file type of licentia"),
        ));
    }
    let kid = raw.kid.ok_or_else(|| missing("kid"))?;
    // The last check, because a wrong algorithm or type is the more useful error. Refuses crit,
    // b64, jwk, jku, x5c, x5u and all unknown members.
    match raw.others.keys().next() {
        Some(name) => Err(VerifyError::new(
            VerdictCode::Unsupported,
            format!("header member {name:?} is not supported"),
        )),
        None => Ok(Header { typ, kid }),
    }
}

/// Returns the RFC 7638 thumbprint of an Ed25519 key: base64url of SHA-256 over the required
/// members (RFC 8037), 43 characters.
///
/// `x` is the public key as in a JWK: 43 base64url characters.
pub fn thumbprint(x: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(br#"{"crv":"Ed25519","kty":"OKP","x":""#);
    hash.update(x.as_bytes());
    hash.update(br#""}"#);
    URL_SAFE_NO_PAD.encode(hash.finalize())
}

/// Parses the public key in a JWK's `x`.
pub(crate) fn public_key(x: &str) -> Result<VerifyingKey, VerifyError> {
    let key = URL_SAFE_NO_PAD
        .decode(x)
        .ok()
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok())
        .filter(|key| !key.is_weak());
    key.ok_or_else(|| {
        VerifyError::new(VerdictCode::Malformed, format!("{x:?} is not an Ed25519 public key"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_8037_thumbprint() {
        assert_eq!(
            thumbprint("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
        );
    }

    #[test]
    fn marks_of_mail_come_off_and_nothing_else() {
        let cases = [
            ("eyJ.a.b\n", "eyJ.a.b"),
            ("> eyJ.\r\n> > a=\r\n>.b  \r\n", "eyJ.a.b"),
            ("\u{feff}eyJ\u{200b}.a.\u{a0}b", "eyJ.a.b"),
            ("eyJ.a>b.c", "eyJ.a>b.c"),
            ("eyJ.a=b.c", "eyJ.a=b.c"),
        ];
        for (raw, clean_text) in cases {
            assert_eq!(clean(raw.as_bytes()).expect("text"), clean_text);
        }
    }

    #[test]
    fn sizes_have_a_limit() {
        assert_eq!(clean(&vec![b'a'; MAX_TEXT]).map(|text| text.len()), Ok(MAX_TEXT));
        assert_eq!(
            clean(&vec![b'a'; MAX_TEXT + 1]).map_err(|error| error.code),
            Err(VerdictCode::TooLarge)
        );
        assert_eq!(
            clean(&vec![b' '; MAX_BUNDLE + 1]).map_err(|error| error.code),
            Err(VerdictCode::TooLarge)
        );
    }
}
