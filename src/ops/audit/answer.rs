//! The answers about the audit log.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::audit::{Entry, Hash, hex};
use crate::ops::answer::{Answer, Columns};
use crate::ops::audit::VerifiedLog;
use crate::ops::audit::anchor::{ComparedAnchor, SignedAnchor};
use crate::ops::audit::file::{FileInLog, SignedFile};

/// An entry of the audit log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "AuditEntry")]
pub struct AuditEntryAnswer {
    /// Sequence number, from 1 without a gap.
    pub seq: i64,
    /// Instant of the change (RFC 3339, UTC).
    pub at: String,
    /// Random bytes of the entry (16 bytes, base64url).
    pub nonce: String,
    /// Actor: `--actor`, else `LICENTIA_ACTOR`, else the system's user.
    pub actor: String,
    /// System's user.
    pub os_user: String,
    /// Process that made the change.
    pub process: String,
    /// Action: `noun.verb`, such as `license.issue`.
    pub action: String,
    /// Record that was changed: a serial, code or name; a user has their current name, or the id
    /// after the user was removed.
    pub subject: String,
    /// Names of the keys that signed the entry; empty for an entry without a signature.
    /// `licentia audit verify` checks the signatures.
    pub signed_by: Vec<String>,
    /// Facts of the change. The members depend on the action.
    #[schemars(with = "Map<String, Value>")]
    pub detail: Value,
    /// Hash of the entry (SHA-256, hexadecimal). It covers the hash of the entry before.
    pub hash: String,
}

impl Answer for AuditEntryAnswer {}

impl AuditEntryAnswer {
    /// Returns the answer about an entry with the names of its signers and its hash.
    pub fn of(entry: Entry, signed_by: Vec<String>, hash: &Hash) -> AuditEntryAnswer {
        AuditEntryAnswer {
            seq: entry.seq,
            at: entry.at,
            nonce: entry.nonce,
            actor: entry.actor,
            os_user: entry.os_user,
            process: entry.process,
            action: entry.action,
            subject: entry.subject,
            signed_by,
            detail: entry.detail,
            hash: hex(hash),
        }
    }
}

impl Columns for AuditEntryAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "seq",
        "at",
        "nonce",
        "actor",
        "os_user",
        "process",
        "action",
        "subject",
        "signed-by",
        "detail",
        "hash",
    ];
}

/// The result of a check of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VerifiedAudit {
    /// Always `true`: a log that was changed is an error.
    pub valid: bool,
    /// Number of entries.
    pub entries: i64,
    /// Number of anchors: signatures of keys over ranges of entries.
    pub anchors: u64,
    /// Number of personal values that were erased. The entries keep their hashes.
    pub erased: u64,
    /// Hash of the last entry (SHA-256, hexadecimal). Compare it with a hash that was written down
    /// elsewhere.
    pub head: String,
    /// Anchor that the log continues; missing without `--anchor`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ContinuedAnchor")]
    pub anchor: Option<ContinuedAnchor>,
}

/// An anchor that the audit log continues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContinuedAnchor {
    /// Sequence number of the entry that the anchor states.
    pub seq: i64,
    /// Instant of this entry (RFC 3339, UTC).
    pub at: String,
    /// Thumbprint of the key that signed the anchor (RFC 7638, base64url).
    pub kid: String,
}

impl From<&ComparedAnchor> for ContinuedAnchor {
    fn from(anchor: &ComparedAnchor) -> ContinuedAnchor {
        let ComparedAnchor { claims, kid, .. } = anchor;
        ContinuedAnchor { seq: claims.log.seq, at: claims.since(), kid: kid.clone() }
    }
}

/// An anchor: the signed head of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignedHead {
    /// Sequence number of the newest entry, which records the signature.
    pub seq: i64,
    /// Hash of this entry (SHA-256, hexadecimal).
    pub hash: String,
    /// Instant of this entry (RFC 3339, UTC).
    pub at: String,
    /// Version of the newest key set.
    pub keyset: u64,
    /// Thumbprint of the key that signed the anchor (RFC 7638, base64url).
    pub kid: String,
    /// Signed text (JWS, compact serialization).
    pub text: String,
    /// Path of the file, as it was typed; `null` if nothing was written to a path.
    pub path: Option<String>,
}

impl Answer for SignedHead {}

impl SignedHead {
    /// Returns the answer about a signed anchor, with the path of its file.
    pub fn of(signed: &SignedAnchor, kid: &str, path: Option<String>) -> SignedHead {
        let SignedAnchor { claims, text } = signed;
        SignedHead {
            seq: claims.log.seq,
            hash: claims.log.hash.clone(),
            at: claims.since(),
            keyset: claims.keyset.version,
            kid: kid.to_owned(),
            text: text.clone(),
            path,
        }
    }
}

impl Answer for VerifiedAudit {}

/// The comparison of a signed file with the audit log, which is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VerifiedFile {
    /// Path of the file; `-` for standard input.
    pub path: String,
    /// Result: `recorded`, `cut`, `rewritten`, `other_site` or `before_restore`.
    pub result: &'static str,
    /// Kind of the file.
    pub kind: &'static str,
    /// Id of the file.
    pub jti: String,
    /// Instant of the signature (RFC 3339, UTC).
    pub signed_at: String,
    /// Hash of the audit log that the file carries (claim `log`).
    pub log: Option<String>,
    /// Sequence number of the entry with this hash; only if the file is recorded.
    pub seq: Option<i64>,
    /// Number of entries in the log.
    pub entries: i64,
    /// Hash of the last entry (SHA-256, hexadecimal).
    pub head: String,
}

impl Answer for VerifiedFile {}

impl VerifiedFile {
    /// Returns the answer about a file.
    pub fn of(path: String, file: SignedFile, found: FileInLog, log: &VerifiedLog) -> VerifiedFile {
        VerifiedFile {
            path,
            result: found.as_str(),
            kind: file.kind.name(),
            jti: file.jti,
            signed_at: file.iat.to_string(),
            log: file.log,
            seq: match found {
                FileInLog::Recorded { seq } => Some(seq),
                _ => None,
            },
            entries: log.head.seq,
            head: hex(&log.head.hash),
        }
    }
}

/// An export of the audit log to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExportedAudit {
    /// Path of the file, as it was typed.
    pub path: String,
    /// Number of entries.
    pub entries: usize,
    /// Number of anchors: signatures of ranges of entries.
    pub anchors: usize,
    /// Hash of the last entry (SHA-256, hexadecimal).
    pub head: Option<String>,
}

impl Answer for ExportedAudit {}
