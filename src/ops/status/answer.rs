//! The answers about status lists.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::{Answer, Columns, SignedFile};
use crate::ops::status::comparison::TamperedEntry;
use crate::ops::status::{NewStatus, Shown, Stand};

/// A status list with the changes that are not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "StatusList")]
pub struct StatusListAnswer {
    /// Number of the list in this home, from 1.
    pub list: i64,
    /// URI of the list.
    pub uri: String,
    /// Number of entries in use.
    pub taken: u32,
    /// Number of entries that are invalid by the records of this home.
    pub invalid: usize,
    /// Number of entries that are suspended by the records of this home.
    pub suspended: usize,
    /// Instant of the newest publication (RFC 3339, UTC); `null` for a list that was never
    /// published.
    pub issued_at: Option<String>,
    /// Instant at which the newest publication expires (RFC 3339, UTC), or `null`.
    pub expires_at: Option<String>,
    /// Thumbprint of the key that signed the newest publication (RFC 7638, base64url), or `null`.
    pub kid: Option<String>,
    /// Id of the newest publication (UUID, version 7), or `null`.
    pub jti: Option<String>,
    /// Number of entries that differ from the newest publication.
    pub unpublished: usize,
    /// State: `unpublished` (never published), `published`, `stale` (expired) or `refused` (the key
    /// that signed it was revoked, or retired before).
    pub state: &'static str,
}

impl Answer for StatusListAnswer {}

impl StatusListAnswer {
    /// Returns the answer about a list with its state.
    pub fn of(stand: &Stand, state: &'static str) -> StatusListAnswer {
        let (newest, (invalid, suspended)) = (stand.newest.as_ref(), stand.counts);
        StatusListAnswer {
            list: stand.list,
            uri: stand.uri.clone(),
            taken: stand.taken,
            invalid,
            suspended,
            issued_at: newest.map(|it| it.issued_at.clone()),
            expires_at: newest.map(|it| it.expires_at.clone()),
            kid: newest.map(|it| it.kid.clone()),
            jti: newest.map(|it| it.jti.clone()),
            unpublished: stand.unpublished,
            state,
        }
    }
}

impl Columns for StatusListAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "list",
        "uri",
        "taken",
        "invalid",
        "suspended",
        "issued-at",
        "expires-at",
        "unpublished",
        "state",
    ];
}

/// A status list that was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublishedStatusList {
    /// Number of the list in this home, from 1.
    pub list: i64,
    /// URI of the list.
    pub uri: String,
    /// Instant of the signature (RFC 3339, UTC); missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub issued_at: Option<String>,
    /// Instant at which the list expires (RFC 3339, UTC); missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub expires_at: Option<String>,
    /// Number of invalid entries.
    pub invalid: usize,
    /// Number of suspended entries.
    pub suspended: usize,
    /// Number of entries that differ from the publication before.
    pub changed: usize,
    /// Records whose row, audit log and publication before differ; their strictest entries are
    /// published.
    pub tampered: Vec<TamperedRecord>,
    /// Signed text (JWS, compact serialization); missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub text: Option<String>,
    /// File; missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "SignedFile")]
    pub file: Option<SignedFile>,
    /// `true` in a dry run, else missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub dry_run: Option<bool>,
}

impl Answer for PublishedStatusList {}

impl PublishedStatusList {
    /// Returns the answer about a list that a dry run would publish.
    pub fn planned(list: &NewStatus) -> PublishedStatusList {
        let (invalid, suspended) = list.counts;
        PublishedStatusList {
            list: list.token.list,
            uri: list.uri.clone(),
            issued_at: None,
            expires_at: None,
            invalid,
            suspended,
            changed: list.changed,
            tampered: list.tampered.iter().map(TamperedRecord::of).collect(),
            text: None,
            file: None,
            dry_run: Some(true),
        }
    }

    /// Returns the answer about a list that was published, with the path of its file.
    pub fn of(list: &NewStatus, path: Option<String>) -> PublishedStatusList {
        let token = &list.token;
        PublishedStatusList {
            issued_at: Some(token.issued_at.clone()),
            expires_at: Some(token.expires_at.clone()),
            text: Some(token.text.clone()),
            file: Some(SignedFile { path, jti: token.jti.clone(), kid: token.kid.clone() }),
            dry_run: None,
            ..PublishedStatusList::planned(list)
        }
    }
}

impl Columns for PublishedStatusList {
    const COLUMNS: &'static [&'static str] =
        &["list", "uri", "issued-at", "expires-at", "invalid", "suspended", "changed"];
}

/// A record that was changed in the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TamperedRecord {
    /// Serial of the license or credential, or URI of the list.
    pub subject: String,
    /// Difference, for people.
    pub problem: String,
}

impl TamperedRecord {
    fn of(entry: &TamperedEntry) -> TamperedRecord {
        TamperedRecord { subject: entry.subject.clone(), problem: entry.problem.clone() }
    }
}

/// The entry of a file in its status list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "StatusEntry")]
pub struct StatusEntryAnswer {
    /// Serial of the license or credential.
    pub serial: String,
    /// Serial of the container that the file is for; `null` for a file that is bound to none.
    pub container: Option<String>,
    /// Revision of the license, or generation of the credential.
    pub revision: u32,
    /// Number of the list in this home; negative for a list of another home.
    pub list: i64,
    /// Index in the list, from 0 to 1,048,575.
    pub idx: u32,
    /// URI of the list; `null` for a list of another home.
    pub uri: Option<String>,
    /// Entry by the records of this home: `valid`, `invalid` or `suspended`; `null` for a list of
    /// another home.
    pub status: Option<&'static str>,
    /// Entry in the newest published list; `null` if none was published.
    pub published: Option<&'static str>,
    /// Instant of that publication (RFC 3339, UTC), or `null`.
    pub published_at: Option<String>,
    /// Id of the file (UUID, version 7).
    pub jti: String,
    /// Instant at which the file was signed (RFC 3339, UTC).
    pub issued_at: String,
}

impl Answer for StatusEntryAnswer {}

impl StatusEntryAnswer {
    /// Returns the answer about the entry of a file.
    pub fn of(shown: &Shown) -> StatusEntryAnswer {
        let (subject, (list, idx)) = (&shown.subject, shown.subject.listed);
        let published = shown.published.as_ref();
        StatusEntryAnswer {
            serial: subject.serial.to_string(),
            container: subject.container.clone(),
            revision: subject.revision,
            list,
            idx,
            uri: shown.uri.clone(),
            // The home that keeps a list knows its entries.
            status: shown.uri.as_ref().map(|_| shown.entry.as_str()),
            published: published.map(|(entry, _)| entry.as_str()),
            published_at: published.map(|(_, at)| at.clone()),
            jti: subject.jti.clone(),
            issued_at: subject.issued_at.clone(),
        }
    }
}

impl Columns for StatusEntryAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "serial",
        "container",
        "revision",
        "list",
        "idx",
        "uri",
        "status",
        "published",
        "published-at",
        "jti",
        "issued-at",
    ];
}
