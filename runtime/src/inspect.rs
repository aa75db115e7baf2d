//! The inspection of any file for tools that show it to a person. **No claim here is verified**: an
//! application must not use this module.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use crate::bundle;
use crate::code::{VerdictCode, VerifyError};
use crate::json;
use crate::jws::{self, Kind, MAX_TEXT};

/// The contents of a token that was not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unverified {
    /// Kind of the file according to the header.
    pub kind: Option<Kind>,
    /// Members of the header.
    pub header: Map<String, Value>,
    /// Members of the payload.
    pub claims: Map<String, Value>,
    /// Error of the header, if a verifier cannot read the header.
    pub readable: Result<(), VerifyError>,
}

/// Splits a token and checks only its shape.
///
/// # Errors
///
/// `too_large`; `malformed` if the token does not have three base64url parts, or the header or the
/// payload is not a JSON object.
pub fn unverified(text: &str) -> Result<Unverified, VerifyError> {
    let text = jws::clean(text.as_bytes())?;
    let (_, [header, payload, _]) = jws::split(&text)?;
    let header: Map<String, Value> = json::parse(&header, "the header")?;
    let claims = json::parse(&payload, "the payload")?;
    let kind = header.get("typ").and_then(Value::as_str).and_then(Kind::from_typ);
    Ok(Unverified { kind, header, claims, readable: jws::read(&text).map(drop) })
}

/// Finds tokens in a file, a bundle, or a mail with a token in its body or in a base64 attachment.
///
/// # Errors
///
/// `too_large` over 64 MiB; `malformed` if there is no token.
pub fn find(raw: &[u8]) -> Result<Vec<String>, VerifyError> {
    jws::check_size(raw)?;
    // A file that a verifier accepts is returned as it is, even if its header does not start with
    // `eyJ`.
    if let Ok(whole) = bundle::texts(raw)
        && whole.iter().all(|text| unverified(text).is_ok())
    {
        return Ok(whole.into_iter().map(Cow::into_owned).collect());
    }
    let mail = String::from_utf8_lossy(raw);
    let mut found = tokens(&mail);
    for text in attachments(&mail) {
        found.extend(tokens(&text));
    }
    if found.is_empty() {
        jws::file_text(raw)?;
        return Err(VerifyError::new(VerdictCode::Malformed, "the file contains no signed token"));
    }
    // Text that only resembles a token (the header of a mail program) is dropped if a readable
    // token was found.
    let (readable, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|text| unverified(text).is_ok());
    Ok(if readable.is_empty() { others } else { readable })
}

/// The length of an Ed25519 signature in base64url.
const SIGNATURE: usize = 86;

/// A token that is collected line by line.
#[derive(Default)]
struct Open {
    text: String,
    dots: usize,
    /// Number of characters after the last dot.
    tail: usize,
}

impl Open {
    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.dots = self.dots.saturating_add(line.matches('.').count());
        self.tail = match line.rsplit_once('.') {
            Some((_, tail)) => tail.len(),
            None => self.tail.saturating_add(line.len()),
        };
    }

    fn is_whole(&self) -> bool {
        self.text.len() > MAX_TEXT || (self.dots >= 2 && self.tail >= SIGNATURE)
    }
}

/// Finds lines that begin with a JOSE header and continue in base64url until the signature is
/// complete.
fn tokens(mail: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = Open::default();
    for line in mail.split('\n').map(jws::clean_line) {
        let of_token = !line.is_empty()
            && line.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        if !open.text.is_empty() && of_token && !open.is_whole() {
            open.push(&line);
            continue;
        }
        let closed = std::mem::take(&mut open);
        if closed.dots > 0 {
            found.push(closed.text);
        }
        // Words can precede the token: "license: eyJ…".
        if let Some(start) = line.find("eyJ").and_then(|at| line.get(at..)) {
            open.push(start);
        }
    }
    if open.dots > 0 {
        found.push(open.text);
    }
    found
}

/// Decodes base64 runs (MIME attachments) that begin with an encoded JOSE header.
fn attachments(mail: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = String::new();
    for line in mail.lines().map(str::trim).chain([""]) {
        let of_base64 = !line.is_empty()
            && line.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='));
        if of_base64 && (!open.is_empty() || line.starts_with("ZXlK")) {
            open.push_str(line);
        } else if !open.is_empty() {
            found.extend(
                STANDARD.decode(&open).ok().and_then(|bytes| String::from_utf8(bytes).ok()),
            );
            open.clear();
        }
    }
    found
}
