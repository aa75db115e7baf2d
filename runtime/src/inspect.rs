//! For tools that show a person what somebody sent, good or bad. **Nothing here is verified**: an
//! application never calls it.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use crate::bundle;
use crate::code::{Code, Refusal};
use crate::json;
use crate::jws::{self, Kind, MAX_TEXT};

/// A text as it stands, with no word on whether it is genuine.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unverified {
    /// The kind that its header claims.
    pub kind: Option<Kind>,
    /// The header.
    pub header: Map<String, Value>,
    /// The claims.
    pub claims: Map<String, Value>,
    /// Whether a reader could take the header at all.
    pub readable: Result<(), Refusal>,
}

/// Takes a text apart without checking anything but its shape.
///
/// # Errors
///
/// `too_large`, and `malformed` where there are no three base64url parts or no JSON objects in
/// them.
pub fn unverified(text: &str) -> Result<Unverified, Refusal> {
    let text = jws::clean(text.as_bytes())?;
    let (_, [header, payload, _]) = jws::split(&text)?;
    let header: Map<String, Value> = json::parse(&header, "the header")?;
    let claims = json::parse(&payload, "the payload")?;
    let kind = header.get("typ").and_then(Value::as_str).and_then(Kind::from_typ);
    Ok(Unverified { kind, header, claims, readable: jws::read(&text).map(drop) })
}

/// Finds signed texts in whatever was sent: a file, a bundle, a mail with a text in its body or
/// attached in base64.
///
/// # Errors
///
/// `too_large` over 64 MiB, `malformed` where there is none.
pub fn find(raw: &[u8]) -> Result<Vec<String>, Refusal> {
    jws::check_size(raw)?;
    // A file that a reader would take as it is, whatever its header begins with.
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
        return Err(Refusal::new(Code::Malformed, "there is no signed text in it"));
    }
    // What only looked like one (a mail program's own header) is no text that somebody sent, beside
    // one that is.
    let (readable, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|text| unverified(text).is_ok());
    Ok(if readable.is_empty() { others } else { readable })
}

/// The length of an Ed25519 signature in base64url.
const SIGNATURE: usize = 86;

/// A token that is being gathered line by line.
#[derive(Default)]
struct Open {
    text: String,
    dots: usize,
    /// Characters behind the last dot.
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

/// Runs of lines that begin with a JOSE header and go on as base64url, until the signature is
/// whole.
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
        // A line may lead in with words: "license: eyJ…".
        if let Some(start) = line.find("eyJ").and_then(|at| line.get(at..)) {
            open.push(start);
        }
    }
    if open.dots > 0 {
        found.push(open.text);
    }
    found
}

/// Base64 runs (MIME attachments) that decode to a text with a JOSE header at its beginning.
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
