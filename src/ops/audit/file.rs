//! The comparison of a signed file with the audit log. The claim `log` of the file is the hash of
//! the last entry of the transaction that signed the file.

use licentia_runtime::inspect::unverified;
use licentia_runtime::{Binding, KeySet, Kind, Policy, Update, VerdictCode, VerifyError, texts};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::Error;
use crate::domain::audit::{Hash, LogHash, Walk};
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::vendor::Vendor;
use crate::ops::audit::{VerifiedLog, verify_with};
use crate::ops::error::Result;
use crate::ops::key::key_set::{trust, verified_keys};
use crate::store::{AuditStep, Reader};

/// The actions that record files which another site signed.
const IMPORTS: [&str; 4] =
    ["license.import", "license.adopt", "container.import", "container.adopt"];

/// The action that accepts a restored database. Its subject is `key:NAME`.
const ACCEPT: &str = "doctor.accept";

/// A signed file, whose signature is valid under the newest key set of the home.
#[derive(Clone, Debug)]
pub struct SignedFile {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub jti: String,
    /// The instant of the signature.
    pub iat: Timestamp,
    /// The claim `log`; `None` in a file without the claim, or with another form of it.
    pub log: Option<String>,
    claims: Map<String, Value>,
}

impl SignedFile {
    /// Reads and verifies the one signed file in a text. An expired file, and one whose time has
    /// not begun, is as good a proof as another file.
    ///
    /// # Errors
    ///
    /// The verdict on the file; `usage` for several files, and for a file that is not signed by the
    /// vendor; `tampered` if the home has no key set.
    pub fn open(
        raw: &[u8],
        reader: Reader<'_>,
        vendor: &Vendor,
        now: Timestamp,
    ) -> Result<SignedFile> {
        let found = texts(raw)?;
        let [text] = found.as_slice() else {
            let message = format!("the file contains {} signed files, not one", found.len());
            return Err(Error::usage(message).advice("name a file with one signed file").into());
        };
        let keys = verified_keys(reader, vendor, now)?;
        let read = unverified(text)?;
        let kind = read.kind.ok_or_else(not_of_the_vendor)?;
        match check(text, kind, &keys, vendor, now) {
            Some(Err(verdict)) if !is_of_a_signed_file(verdict.code) => Err(verdict.into()),
            Some(_) => {
                let claims = read.claims;
                let text = |name: &str| claims.get(name).and_then(Value::as_str);
                let iat = claims.get("iat").and_then(Value::as_i64).unwrap_or_default();
                Ok(SignedFile {
                    kind,
                    jti: text("jti").unwrap_or_default().to_owned(),
                    iat: Timestamp::from_second(iat)?,
                    log: text("log").map(str::to_owned),
                    claims,
                })
            }
            None => Err(not_of_the_vendor().into()),
        }
    }

    /// Returns the URIs of the status lists that the file and the files in it name, with the index
    /// of each entry.
    fn lists(&self) -> Vec<(String, Option<u32>)> {
        let claims = Value::Object(self.claims.clone());
        let of_file = |claims: &Value| {
            let list = &claims["status"]["status_list"];
            let idx = list["idx"].as_u64().and_then(|idx| u32::try_from(idx).ok());
            list["uri"].as_str().map(|uri| (uri.to_owned(), idx))
        };
        let of_list = |uri: &Value| uri.as_str().map(|uri| (uri.to_owned(), None));
        match self.kind {
            Kind::License | Kind::Credential => of_file(&claims).into_iter().collect(),
            Kind::StatusList => of_list(&claims["sub"]).into_iter().collect(),
            Kind::Context => of_list(&claims["status"]["uri"]).into_iter().collect(),
            Kind::Update => {
                let licenses = claims["licenses"].as_array().into_iter().flatten();
                let read = licenses.filter_map(|text| unverified(text.as_str()?).ok());
                let lists = read.filter_map(|read| of_file(&Value::Object(read.claims)));
                lists.map(|(uri, _)| (uri, None)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns whether another site of the vendor signed the file, by the claims of the file.
    fn is_of_other_site(&self, reader: Reader<'_>, vendor: &Vendor) -> Result<bool> {
        // A second site signs no key set, and only a second site adopts a context.
        let is_by_kind = match self.kind {
            Kind::KeySet => vendor.joined,
            Kind::Update => {
                !vendor.joined && self.claims.get("context").is_some_and(Value::is_string)
            }
            _ => false,
        };
        if is_by_kind {
            return Ok(true);
        }
        let lists = self.lists();
        for (uri, idx) in &lists {
            let is_here = match (vendor.list_of(uri), idx) {
                (None, None) => false,
                (Some(_), None) => true,
                // An entry of the first home that a context reserves for this site.
                (None, Some(idx)) => reader.has_foreign(uri, &[*idx])?,
                (Some(list), Some(idx)) => !reader.is_reserved(list, *idx)?,
            };
            if is_here {
                return Ok(false);
            }
        }
        Ok(!lists.is_empty())
    }
}

/// Verifies a file. `None` for a kind that a vendor does not sign by itself.
fn check(
    text: &str,
    kind: Kind,
    keys: &KeySet,
    vendor: &Vendor,
    now: Timestamp,
) -> Option<std::result::Result<(), VerifyError>> {
    let (raw, at) = (text.as_bytes(), now.as_second());
    let root = keys.roots().last().cloned().unwrap_or_default();
    let trust = trust(vendor, &root, now);
    Some(match kind {
        Kind::License => {
            let policy = Policy::at(at).binding(Binding::Unchecked);
            keys.license(raw, &policy).map(drop)
        }
        Kind::Credential => keys.credential(raw, at).map(drop),
        Kind::StatusList => keys.status_list(raw, at).map(drop),
        Kind::Context => keys.state(raw, at).map(drop),
        Kind::Update => Update::open(raw, Some(keys), &trust).map(drop),
        Kind::KeySet => KeySet::open(raw, &trust).map(drop),
        _ => return None,
    })
}

/// Returns whether a verdict concerns a file whose signature is valid.
fn is_of_a_signed_file(code: VerdictCode) -> bool {
    matches!(code, VerdictCode::Expired | VerdictCode::NotYetValid)
}

fn not_of_the_vendor() -> Error {
    Error::usage("the file is of a kind that has no entry in the audit log")
        .advice("name a license, credential, update, context, status list or key set")
}

/// The relation of a signed file to the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileInLog {
    /// The log has the entry, and its transaction names the file.
    Recorded {
        /// The sequence number of the entry.
        seq: i64,
    },
    /// The file is later than the newest entry: entries are missing at the end.
    Cut,
    /// The log has later entries, but not this one, or the transaction does not name the file.
    Rewritten,
    /// Another site of the vendor signed the file.
    OtherSite,
    /// The entry was lost when a backup was restored, and a key holder accepted the database since.
    BeforeRestore,
}

impl FileInLog {
    /// Returns the word of the answer.
    pub fn as_str(self) -> &'static str {
        match self {
            FileInLog::Recorded { .. } => "recorded",
            FileInLog::Cut => "cut",
            FileInLog::Rewritten => "rewritten",
            FileInLog::OtherSite => "other_site",
            FileInLog::BeforeRestore => "before_restore",
        }
    }

    /// Returns whether the log was changed, or the file was signed without this home.
    pub fn is_tampering(self) -> bool {
        matches!(self, FileInLog::Cut | FileInLog::Rewritten)
    }
}

/// Verifies the log, and compares it with a file.
///
/// # Errors
///
/// `tampered` for a log that is broken; the faults of the database.
pub fn compare(
    file: &SignedFile,
    reader: Reader<'_>,
    vendor: &Vendor,
    now: Timestamp,
) -> Result<(FileInLog, VerifiedLog)> {
    let mut search = Search::of(file);
    let log = verify_with(reader, vendor, now, &mut |step, walk| search.step(step, walk))?;
    let answer = match search.found {
        Some((seq, true)) => FileInLog::Recorded { seq },
        Some((_, false)) => FileInLog::Rewritten,
        None if search.is_imported || file.is_of_other_site(reader, vendor)? => {
            FileInLog::OtherSite
        }
        None if search.is_restored => FileInLog::BeforeRestore,
        None if search.newest.is_none_or(|newest| newest <= file.iat) => FileInLog::Cut,
        None => FileInLog::Rewritten,
    };
    Ok((answer, log))
}

/// The members of an entry that the search reads.
#[derive(Deserialize)]
struct Facts {
    at: String,
    action: String,
    subject: String,
}

/// The search for a file in the log, entry by entry.
struct Search {
    log: Option<String>,
    /// The id of the file as a JSON text.
    name: String,
    iat: Timestamp,
    /// The entry of the claim `log`, and whether its transaction names the file.
    found: Option<(i64, bool)>,
    /// The instant of the current entries, and whether one of them names the file. All entries of a
    /// transaction have one instant.
    current: Option<(Timestamp, bool)>,
    newest: Option<Timestamp>,
    is_imported: bool,
    is_restored: bool,
    /// The sequence numbers of the acceptances that no key has signed so far.
    unsigned: Vec<i64>,
}

impl Search {
    fn of(file: &SignedFile) -> Search {
        Search {
            log: file.log.clone(),
            name: Value::from(file.jti.as_str()).to_string(),
            iat: file.iat,
            found: None,
            current: None,
            newest: None,
            is_imported: false,
            is_restored: false,
            unsigned: Vec::new(),
        }
    }

    fn step(&mut self, step: AuditStep<'_>, walk: &Walk) {
        match step {
            AuditStep::Entry(text) => self.entry(text, walk.seq, walk.hash),
            // A person who can write the database can insert an acceptance, but not sign it.
            AuditStep::Anchor(anchor) => {
                let range = anchor.range.first..=anchor.range.last;
                self.is_restored |= self.unsigned.iter().any(|seq| range.contains(seq));
            }
        }
    }

    fn entry(&mut self, text: &str, seq: i64, hash: Hash) {
        let Ok(facts) = serde_json::from_str::<Facts>(text) else { return };
        let Ok(at) = parse_instant(&facts.at) else { return };
        let names = text.contains(&self.name);
        let is_same = self.current.filter(|(known, _)| *known == at);
        let is_named = names || is_same.is_some_and(|(_, named)| named);
        self.current = Some((at, is_named));
        self.newest = self.newest.max(Some(at));
        if self.log.as_ref().is_some_and(|log| *log == LogHash::of_last(hash).to_string()) {
            self.found = Some((seq, is_named));
        }
        self.is_imported |= names && IMPORTS.contains(&facts.action.as_str());
        if facts.action == ACCEPT && facts.subject.starts_with("key:") && at >= self.iat {
            self.unsigned.push(seq);
        }
    }
}
