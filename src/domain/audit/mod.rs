//! The audit log: changes with their instant, author and process. The hash of an entry covers the
//! previous hash, so that a changed, removed or inserted entry breaks the chain at its place.

pub mod anchor;
pub mod container;
pub mod container_contents;
pub mod credential;
pub mod difference;
pub mod doctor;
pub mod key;
pub mod license;
pub mod module;
pub mod personal;
pub mod process;
pub mod product;
pub mod record;
pub mod recovery;
pub mod recovery_issue;
pub mod redemption;
pub mod retirement;
pub mod session;
pub mod statement;
pub mod status;
pub mod ticket;
pub mod vendor;

pub use difference::Difference;
pub use process::ProcessName;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::domain::Random;
use crate::domain::audit::personal::{
    ERASED, HashedValue, PersonalValues, Salt, SaltedValue, Texts, add_hashes, base64url,
};

/// An audit entry before its place in the chain is known.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// The action, `noun.verb`.
    pub action: &'static str,
    /// The subject of the change: a serial, a code or a name.
    pub subject: String,
    /// The facts, without secrets.
    pub detail: Value,
    /// The rows whose records the detail contains, each once.
    pub recorded: BTreeSet<RecordedRow>,
}

/// The rows of a table whose records belong to one subject: the activations of a license are one
/// group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordedRow {
    /// The table: `license`, `activation`, …
    pub table: &'static str,
    /// The subject: a serial, a code or a name.
    pub subject: String,
}

impl NewEntry {
    /// Creates an entry with a typed detail.
    pub fn of(
        action: &'static str,
        subject: impl Into<String>,
        detail: &impl Serialize,
    ) -> NewEntry {
        NewEntry::new(action, subject, serde_json::to_value(detail).unwrap_or_default())
    }

    /// Creates an entry with a detail in JSON.
    pub fn new(action: &'static str, subject: impl Into<String>, detail: Value) -> NewEntry {
        NewEntry { action, subject: subject.into(), detail, recorded: BTreeSet::new() }
    }
}

/// The author of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The stated author: `--actor`, or `LICENTIA_ACTOR`, or the user of the operating system.
    pub actor: String,
    /// The user of the operating system.
    pub os_user: String,
    /// The name of the process.
    pub process: String,
}

/// An entry of the audit log. `P` is the form of its personal values: the text, or its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<P = String> {
    /// The sequence number: 1, 2, … without gaps.
    pub seq: i64,
    /// The instant, RFC 3339.
    pub at: String,
    /// 16 random bytes, base64url, so that a published hash does not reveal a short entry.
    pub nonce: String,
    /// The stated author.
    pub actor: P,
    /// The user of the operating system.
    pub os_user: P,
    /// The name of the process.
    pub process: String,
    /// The action, `noun.verb`.
    pub action: String,
    /// The subject of the change.
    pub subject: String,
    /// The facts.
    pub detail: Value,
}

/// An entry as it is stored. Its JSON text is hashed and stored exactly as written.
pub type HashedEntry = Entry<HashedValue>;

/// A new entry of the chain, with the personal values that are stored beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct ComposedEntry {
    /// The entry.
    pub entry: HashedEntry,
    /// The personal values, in the order in which the entry first names them: first the actor.
    pub values: Vec<SaltedValue>,
}

impl ComposedEntry {
    /// Composes the entry of a change with its place in the chain and its instant, RFC 3339. Null
    /// members of the detail are omitted, to save space in the log.
    pub fn of(
        change: &NewEntry,
        author: &Author,
        seq: i64,
        at: &str,
        random: &mut Random<'_>,
    ) -> ComposedEntry {
        let detail = without_nulls(&change.detail);
        let mut texts = Texts::default();
        texts.add(&author.actor);
        texts.add(&author.os_user);
        texts.add_all(&detail);
        let mut bytes = vec![[0; 16]; texts.len() + 1];
        random("audit entry", bytes.as_flattened_mut());
        let (nonce, salts): (&Salt, &[Salt]) = bytes.split_first().unwrap_or((&[0; 16], &[]));
        let nonce = base64url(nonce);
        let texts = texts.salted(salts);
        let entry = Entry {
            seq,
            at: at.to_owned(),
            nonce,
            actor: texts.hashed(&author.actor),
            os_user: texts.hashed(&author.os_user),
            process: author.process.clone(),
            action: change.action.to_owned(),
            subject: change.subject.clone(),
            detail: texts.hash_all(&detail),
        };
        ComposedEntry { entry, values: texts.values }
    }
}

impl HashedEntry {
    /// Returns the entry with its personal values, and [`ERASED`] in place of an erased one.
    pub fn resolve(self, values: &PersonalValues) -> Entry {
        let text = |hashed: &HashedValue| values.text(hashed).unwrap_or(ERASED).to_owned();
        Entry {
            actor: text(&self.actor),
            os_user: text(&self.os_user),
            detail: values.resolve(&self.detail),
            seq: self.seq,
            at: self.at,
            nonce: self.nonce,
            process: self.process,
            action: self.action,
            subject: self.subject,
        }
    }

    /// Returns the different hashes of the personal values, in the order of the entry. The value
    /// with the number 1 in `audit_person` has the first hash.
    pub fn hashes(&self) -> Vec<String> {
        let mut hashes = vec![self.actor.sha256.clone()];
        if self.os_user != self.actor {
            hashes.push(self.os_user.sha256.clone());
        }
        add_hashes(&self.detail, &mut hashes);
        hashes
    }
}

/// Removes the null members of a detail.
fn without_nulls(detail: &Value) -> Value {
    match detail {
        Value::Object(members) => {
            let present = members.iter().filter(|(_, value)| !value.is_null());
            present.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

/// A hash of the chain.
pub type Hash = [u8; 32];

/// The hash before the first entry.
pub const START: Hash = [0; 32];

/// Returns the hash of an entry: SHA-256 over the previous hash and the JSON text of the entry.
pub fn link(previous: &Hash, text: &str) -> Hash {
    Sha256::new().chain_update(previous).chain_update(text.as_bytes()).finalize().into()
}

/// A check of the chain, row by row, which finds the first row that breaks the chain.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The sequence number of the last valid entry.
    pub seq: i64,
    /// The hash of the last valid entry.
    pub hash: Hash,
    /// The number of personal values that were erased.
    pub erased: u64,
}

/// A row of `audit_person`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalRow {
    /// The number of the value in its entry, from 1.
    pub number: i64,
    /// The value; `None` if it was erased.
    pub value: Option<SaltedValue>,
}

impl Default for Walk {
    fn default() -> Self {
        Walk { seq: 0, hash: START, erased: 0 }
    }
}

impl Walk {
    /// Checks the next row: its sequence number, its text and its stored hash. Returns the entry.
    ///
    /// # Errors
    ///
    /// A description of the mistake.
    pub fn step(&mut self, seq: i64, text: &str, hash: &[u8]) -> Result<HashedEntry, String> {
        if seq != self.seq + 1 {
            return Err(format!(
                "entry {} is followed by entry {seq}: an entry was removed or inserted",
                self.seq
            ));
        }
        let own = serde_json::from_str::<HashedEntry>(text)
            .map_err(|error| format!("entry {seq} cannot be read: {error}"))?;
        if own.seq != seq {
            return Err(format!("entry {seq} states the sequence number {}", own.seq));
        }
        let expected = link(&self.hash, text);
        if expected[..] != *hash {
            return Err(format!(
                "entry {seq} does not match its hash: the entry or an earlier entry was changed"
            ));
        }
        (self.seq, self.hash) = (seq, expected);
        Ok(own)
    }

    /// Checks the stored personal values of an entry, and counts the erased ones.
    ///
    /// # Errors
    ///
    /// A description of the mistake.
    pub fn check_personal(
        &mut self,
        entry: &HashedEntry,
        rows: &[PersonalRow],
    ) -> Result<(), String> {
        let hashes = entry.hashes();
        let mut present = 0;
        for row in rows {
            let place = usize::try_from(row.number - 1).ok();
            let hash = place.and_then(|place| hashes.get(place));
            let is_right = match &row.value {
                None => hash.is_some(),
                Some(value) => hash == Some(&value.hashed().sha256),
            };
            if !is_right {
                return Err(format!(
                    "personal value {} of entry {} does not match the hash in the entry: the value \
                     was changed",
                    row.number, entry.seq
                ));
            }
            present += usize::from(row.value.is_some());
        }
        self.erased += u64::try_from(hashes.len() - present).unwrap_or_default();
        Ok(())
    }
}

/// The hash of the last audit entry of a transaction: the claim `log` of each file that the
/// transaction signs. `store` creates it when all entries of the transaction are appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogHash(Hash);

impl LogHash {
    /// Creates the value from the hash of the last entry of a transaction.
    pub fn of_last(entry: Hash) -> LogHash {
        LogHash(entry)
    }
}

impl std::fmt::Display for LogHash {
    /// Writes the form of the claim: 43 characters of base64url without padding.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&data_encoding::BASE64URL_NOPAD.encode(&self.0))
    }
}

impl Serialize for LogHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Returns a hash in hexadecimal digits for people and JSON.
pub fn hex(hash: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(seq: i64, subject: &str) -> String {
        let author = Author { actor: "a".into(), os_user: "b".into(), process: "licentia".into() };
        let change = NewEntry::new("product.add", subject, Value::Null);
        let entropy = &mut |_: &'static str, bytes: &mut [u8]| bytes.fill(7);
        let composed = ComposedEntry::of(&change, &author, seq, "2026-11-21T00:00:00Z", entropy);
        serde_json::to_string(&composed.entry).expect("an entry is JSON")
    }

    fn log() -> Vec<(i64, String, Hash)> {
        let mut hash = START;
        (1..=3)
            .map(|seq| {
                let text = text(seq, "p");
                hash = link(&hash, &text);
                (seq, text, hash)
            })
            .collect()
    }

    fn walk(rows: &[(i64, String, Hash)]) -> Result<(), String> {
        let mut walk = Walk::default();
        rows.iter().try_for_each(|(seq, text, hash)| walk.step(*seq, text, hash).map(|_| ()))
    }

    #[test]
    fn an_unchanged_log_is_valid() {
        assert_eq!(walk(&log()), Ok(()));
    }

    #[test]
    fn a_changed_a_cut_a_moved_and_a_rehashed_entry_are_found() {
        let mut changed = log();
        changed[1].1 = text(2, "q");
        let mut rehashed = log();
        rehashed[1].1 = text(2, "q");
        rehashed[1].2 = link(&rehashed[0].2, &rehashed[1].1);
        let mut cut = log();
        cut.remove(1);
        let mut moved = log();
        moved.swap(0, 1);
        let mut renamed = log();
        renamed[2].1 = text(9, "p");
        renamed[2].2 = link(&renamed[1].2, &renamed[2].1);
        for (rows, says) in [
            (changed, "entry 2 does not match"),
            (rehashed, "entry 3 does not match"),
            (cut, "entry 1 is followed by entry 3"),
            (moved, "entry 0 is followed by entry 2"),
            (renamed, "states the sequence number 9"),
        ] {
            let wrong = walk(&rows).expect_err("must be found");
            assert!(wrong.contains(says), "{wrong}");
        }
    }
}
