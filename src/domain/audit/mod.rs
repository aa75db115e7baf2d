//! The audit log: what changed, when, by whom, as what process. Each entry's hash covers the one
//! before, so that an entry that was changed, dropped or put in breaks the chain at its place.

pub mod container;
pub mod container_contents;
pub mod credential;
pub mod difference;
pub mod key;
pub mod license;
pub mod module;
pub mod product;
pub mod record;
pub mod recovery;
pub mod recovery_issue;
pub mod redemption;
pub mod retirement;
pub mod session;
pub mod status;
pub mod ticket;
pub mod vendor;

pub use difference::Difference;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What a change is recorded as, before it has its place in the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// `noun.verb`
    pub action: &'static str,
    /// What was changed: a serial, a code, a name.
    pub subject: String,
    /// The facts, without any secret.
    pub detail: Value,
}

impl Change {
    /// Returns an entry with a typed detail.
    pub fn of(action: &'static str, subject: impl Into<String>, detail: &impl Serialize) -> Change {
        Change::new(action, subject, serde_json::to_value(detail).unwrap_or_default())
    }

    /// A change of something.
    pub fn new(action: &'static str, subject: impl Into<String>, detail: Value) -> Change {
        Change { action, subject: subject.into(), detail }
    }
}

/// Who changes the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Who is said to: `--actor`, else `LICENTIA_ACTOR`, else the system's user.
    pub actor: String,
    /// The system's user.
    pub os_user: String,
    /// As what.
    pub process: &'static str,
}

/// An entry as it stands in the book. Its JSON text is hashed as written and kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// 1, 2, … without a gap.
    pub seq: i64,
    /// RFC 3339.
    pub at: String,
    /// Who is said to have done it.
    pub actor: String,
    /// The system's user who did it.
    pub os_user: String,
    /// As what.
    pub process: String,
    /// `noun.verb`
    pub action: String,
    /// What was changed.
    pub subject: String,
    /// The facts.
    pub detail: Value,
}

/// A hash of the chain.
pub type Hash = [u8; 32];

/// What comes before the first entry.
pub const START: Hash = [0; 32];

/// The hash of an entry: SHA-256 over the hash before and the entry's JSON text.
pub fn link(previous: &Hash, text: &str) -> Hash {
    Sha256::new().chain_update(previous).chain_update(text.as_bytes()).finalize().into()
}

/// Follows the chain. Feed it the rows in order; it says at which one the book stops being true.
#[derive(Debug)]
pub struct Walk {
    /// The sequence number of the last good entry.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
}

impl Default for Walk {
    fn default() -> Self {
        Walk { seq: 0, hash: START }
    }
}

impl Walk {
    /// Takes the next row: its sequence number, its text and the hash that the book has for it.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words.
    pub fn step(&mut self, seq: i64, text: &str, hash: &[u8]) -> Result<(), String> {
        if seq != self.seq + 1 {
            return Err(format!(
                "entry {} is followed by entry {seq}: something was cut or put in",
                self.seq
            ));
        }
        let own = serde_json::from_str::<Entry>(text)
            .map_err(|error| format!("entry {seq} cannot be read: {error}"))?;
        if own.seq != seq {
            return Err(format!("entry {seq} says that it is entry {}", own.seq));
        }
        let expected = link(&self.hash, text);
        if expected[..] != *hash {
            return Err(format!(
                "entry {seq} does not fit its hash: it, or one before it, was changed"
            ));
        }
        (self.seq, self.hash) = (seq, expected);
        Ok(())
    }
}

/// A hash as people and JSON see it.
pub fn hex(hash: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(seq: i64, subject: &str) -> String {
        serde_json::to_string(&Entry {
            seq,
            at: "2026-11-21T00:00:00Z".into(),
            actor: "a".into(),
            os_user: "b".into(),
            process: "licentia".into(),
            action: "product.add".into(),
            subject: subject.into(),
            detail: Value::Null,
        })
        .expect("an entry is JSON")
    }

    fn book() -> Vec<(i64, String, Hash)> {
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
        rows.iter().try_for_each(|(seq, text, hash)| walk.step(*seq, text, hash))
    }

    #[test]
    fn an_honest_book_is_followed_to_its_end() {
        assert_eq!(walk(&book()), Ok(()));
    }

    #[test]
    fn a_changed_a_cut_a_moved_and_a_rehashed_entry_are_found() {
        let mut changed = book();
        changed[1].1 = text(2, "q");
        let mut rehashed = book();
        rehashed[1].1 = text(2, "q");
        rehashed[1].2 = link(&rehashed[0].2, &rehashed[1].1);
        let mut cut = book();
        cut.remove(1);
        let mut moved = book();
        moved.swap(0, 1);
        let mut renamed = book();
        renamed[2].1 = text(9, "p");
        renamed[2].2 = link(&renamed[1].2, &renamed[2].1);
        for (rows, says) in [
            (changed, "entry 2 does not fit"),
            (rehashed, "entry 3 does not fit"),
            (cut, "entry 1 is followed by entry 3"),
            (moved, "entry 0 is followed by entry 2"),
            (renamed, "says that it is entry 9"),
        ] {
            let wrong = walk(&rows).expect_err("must be found");
            assert!(wrong.contains(says), "{wrong}");
        }
    }
}
