//! An anchor: the state of the database that a key signed last. An older state, another history or
//! another root is found by the comparison of the database with it.

use serde::{Deserialize, Serialize};

use crate::domain::remedy::Remedy;
use crate::domain::time::instant_of;
use crate::domain::{Error, ErrorCode};

/// The claims of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchorClaims {
    /// The issuer of the home.
    pub iss: String,
    /// The instant of the signature, in seconds since 1970.
    pub iat: i64,
    /// The version of the format.
    pub fmt: u32,
    /// The mark of a test home.
    #[serde(default)]
    pub test: bool,
    /// The thumbprint of the root key.
    pub root: String,
    /// The newest key set.
    pub keyset: AnchoredKeySet,
    /// The newest entry of the audit log.
    pub log: AnchoredHead,
}

/// The newest key set at the instant of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchoredKeySet {
    /// The version.
    pub version: u64,
    /// The SHA-256 of the token, in base64url.
    pub hash: String,
}

/// The newest entry of the audit log at the instant of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchoredHead {
    /// The sequence number.
    pub seq: i64,
    /// The hash of the chain at this entry, in hexadecimal digits as `audit verify` prints it.
    pub hash: String,
    /// The instant of the entry, in seconds since 1970.
    pub at: i64,
}

/// The facts of a database that an anchor is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedDatabase {
    /// The state that an anchor would state now.
    pub state: AnchorClaims,
    /// The hash of the entry with the sequence number of the anchor; `None` without this entry.
    pub entry: Option<String>,
    /// True if the root key of the anchor is the root key of the database, or if a root change in
    /// the newest key set leads from the one to the other.
    pub is_root_reached: bool,
}

/// The first difference between an anchor and a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorDifference {
    /// The database is of another issuer, or of the other kind of home.
    Issuer,
    /// The database has another root key.
    Root,
    /// The newest key set of the database is older.
    OlderKeySet,
    /// The database has another key set of this version.
    OtherKeySet,
    /// The audit log ends before the entry of the anchor.
    CutLog,
    /// The audit log has another entry in the place of the entry of the anchor.
    OtherLog,
}

impl AnchorDifference {
    /// Returns the code of the difference in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            AnchorDifference::Issuer => "issuer",
            AnchorDifference::Root => "root",
            AnchorDifference::OlderKeySet => "older_keyset",
            AnchorDifference::OtherKeySet => "other_keyset",
            AnchorDifference::CutLog => "cut_log",
            AnchorDifference::OtherLog => "other_log",
        }
    }

    /// Returns the difference as a clause about the database: `its root key is A, not B`.
    pub fn clause(self, anchor: &AnchorClaims, state: &AnchorClaims) -> String {
        let word = |claims: &AnchorClaims| if claims.test { "test" } else { "live" };
        match self {
            AnchorDifference::Issuer => format!(
                "it is the database of a {} home of issuer {}, not of a {} home of issuer {}",
                word(state),
                state.iss,
                word(anchor),
                anchor.iss
            ),
            AnchorDifference::Root => {
                format!("its root key is {}, not {}", state.root, anchor.root)
            }
            AnchorDifference::OlderKeySet => format!(
                "its newest key set is version {}, not version {}",
                state.keyset.version, anchor.keyset.version
            ),
            AnchorDifference::OtherKeySet => {
                format!("its key set of version {} is another one", anchor.keyset.version)
            }
            AnchorDifference::CutLog => format!(
                "its audit log ends at entry {}, before entry {}",
                state.log.seq, anchor.log.seq
            ),
            AnchorDifference::OtherLog => {
                format!("entry {} of its audit log is another one", anchor.log.seq)
            }
        }
    }
}

impl AnchorClaims {
    /// Returns the first difference to a database. A database that is newer than the anchor has
    /// none.
    pub fn difference(&self, database: &ComparedDatabase) -> Option<AnchorDifference> {
        let state = &database.state;
        let (own, newest) = (&self.keyset, &state.keyset);
        if self.iss != state.iss || self.test != state.test {
            Some(AnchorDifference::Issuer)
        } else if !database.is_root_reached {
            Some(AnchorDifference::Root)
        } else if newest.version < own.version {
            Some(AnchorDifference::OlderKeySet)
        } else if newest.version == own.version && newest.hash != own.hash {
            Some(AnchorDifference::OtherKeySet)
        } else if database.entry.is_none() {
            Some(AnchorDifference::CutLog)
        } else {
            (database.entry.as_ref() != Some(&self.log.hash)).then_some(AnchorDifference::OtherLog)
        }
    }

    /// Returns the instant of the newest entry, RFC 3339.
    pub fn since(&self) -> String {
        instant_of(self.log.at).unwrap_or_else(|| format!("{} s", self.log.at))
    }
}

/// An anchor file, for messages.
#[derive(Clone, Copy, Debug)]
pub struct NamedAnchor<'a> {
    /// The name of the key.
    pub key: &'a str,
    /// The path of the file.
    pub place: &'a str,
}

/// Returns the error for a database that differs from an anchor.
pub fn replaced(
    named: NamedAnchor<'_>,
    anchor: &AnchorClaims,
    difference: AnchorDifference,
    state: &AnchorClaims,
) -> Error {
    let text = difference.clause(anchor, state);
    let message = format!(
        "the database is not the one that key {} used at {}, and was changed or replaced since: \
         {text} ({})",
        named.key,
        anchor.since(),
        named.place
    );
    Error::new(ErrorCode::Tampered, message)
        .remedy(Remedy::AcceptDatabase { key: named.key.to_owned() })
}

/// Returns the error of an anchor file whose key is not in the database, so that no key can accept
/// the database.
pub fn of_unknown_key(error: Error) -> Error {
    error.advice(
        "restore the newer database; if this database was put back on purpose, remove the anchor \
         file",
    )
}

/// Returns the error for an anchor file that is not a valid anchor of its key. `reason` is a
/// clause.
pub fn unusable(named: NamedAnchor<'_>, reason: &str) -> Error {
    let message =
        format!("the anchor file of key {} is not valid: {reason} ({})", named.key, named.place);
    Error::new(ErrorCode::Tampered, message)
        .remedy(Remedy::AcceptDatabase { key: named.key.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor() -> AnchorClaims {
        AnchorClaims {
            iss: "urn:acme".into(),
            iat: 0,
            fmt: 1,
            test: false,
            root: "r".into(),
            keyset: AnchoredKeySet { version: 3, hash: "h".into() },
            log: AnchoredHead { seq: 7, hash: "e".into(), at: 0 },
        }
    }

    fn database() -> ComparedDatabase {
        ComparedDatabase { state: anchor(), entry: Some("e".into()), is_root_reached: true }
    }

    #[test]
    fn a_newer_database_has_no_difference() {
        assert_eq!(anchor().difference(&database()), None);
        let mut newer = database();
        newer.state.keyset = AnchoredKeySet { version: 4, hash: "i".into() };
        newer.state.log = AnchoredHead { seq: 9, hash: "f".into(), at: 5 };
        assert_eq!(anchor().difference(&newer), None);
    }

    #[test]
    fn each_difference_is_tampering_since_an_instant() {
        type Edit = fn(&mut ComparedDatabase);
        let edits: [(AnchorDifference, &str, Edit); 7] = [
            (AnchorDifference::Issuer, "issuer urn:b", |it| it.state.iss = "urn:b".into()),
            (AnchorDifference::Issuer, "a test home", |it| it.state.test = true),
            (AnchorDifference::Root, "its root key is r", |it| it.is_root_reached = false),
            (AnchorDifference::OlderKeySet, "version 2, not", |it| it.state.keyset.version = 2),
            (AnchorDifference::OtherKeySet, "of version 3 is", |it| {
                it.state.keyset.hash = "i".into();
            }),
            (AnchorDifference::CutLog, "ends at entry 7", |it| it.entry = None),
            (AnchorDifference::OtherLog, "entry 7 of", |it| it.entry = Some("f".into())),
        ];
        for (difference, text, edit) in edits {
            let mut database = database();
            edit(&mut database);
            assert_eq!(anchor().difference(&database), Some(difference));
            let named = NamedAnchor { key: "ci", place: "keys/ci.anchor" };
            let error = replaced(named, &anchor(), difference, &database.state);
            assert_eq!(error.code, ErrorCode::Tampered);
            assert!(error.message.contains(text), "{}", error.message);
            assert!(error.message.contains("1970-01-01T00:00:00Z"), "{}", error.message);
            let remedy = Remedy::AcceptDatabase { key: "ci".into() };
            assert_eq!(error.remedy.as_deref(), Some(&remedy));
        }
    }
}
