//! The audit log's rows.

use rusqlite::named_params;
use serde_json::Value;

use super::{Books, Result, Tx, optional, stored};
use crate::domain::audit::{Author, Change, Entry, Hash, START, Walk, link};

/// Which entries to list; `None` asks for all.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// At this instant or later, RFC 3339.
    pub since: Option<String>,
    /// Before this instant, RFC 3339.
    pub until: Option<String>,
    /// By this actor.
    pub actor: Option<String>,
    /// As this process.
    pub process: Option<String>,
    /// `noun.verb`
    pub action: Option<String>,
    /// About this; of a license, what happened to its sessions too.
    pub subject: Option<String>,
    /// After this sequence number.
    pub after: i64,
    /// At most so many.
    pub limit: Option<u32>,
}

/// Where the book stops being true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The last good entry.
    pub good: i64,
    /// What is wrong with the next.
    pub why: String,
}

impl Books<'_> {
    /// The sequence number and hash of the newest entry; zero and nothing in an empty book.
    pub fn audit_head(&self) -> Result<(i64, Hash)> {
        let mut newest = self.connection.prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?;
        Ok(optional(newest.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))?.unwrap_or((0, START)))
    }

    /// The latest instant of an entry, RFC 3339: where a clock was set back, not that of the newest entry.
    pub fn find_newest_entry(&self) -> Result<Option<String>> {
        let mut newest = self.connection.prepare_cached("SELECT max(at) FROM audit")?;
        Ok(newest.query_row([], |row| row.get(0))?)
    }

    /// The entries that fit, oldest first, with their hashes.
    pub fn list_audit(&self, filter: &AuditFilter) -> Result<Vec<(Entry, Hash)>> {
        // Two statements, because one that leaves the subject open could use no index for it.
        let mut rows = match filter.subject {
            Some(_) => self.connection.prepare_cached(
                "SELECT entry, hash FROM audit
                 WHERE seq IN (SELECT seq FROM audit WHERE subject = :subject COLLATE NOCASE
                               UNION SELECT seq FROM audit WHERE license = :subject COLLATE NOCASE)
                   AND seq > :after AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
                   AND (:actor IS NULL OR actor = :actor) AND (:process IS NULL OR process = :process)
                   AND (:action IS NULL OR action = :action)
                 ORDER BY seq LIMIT coalesce(:limit, -1)",
            )?,
            None => self.connection.prepare_cached(
                "SELECT entry, hash FROM audit
                 WHERE seq > :after AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
                   AND (:actor IS NULL OR actor = :actor) AND (:process IS NULL OR process = :process)
                   AND (:action IS NULL OR action = :action) AND :subject IS NULL
                 ORDER BY seq LIMIT coalesce(:limit, -1)",
            )?,
        };
        let rows = rows.query_map(
            named_params! {
                ":after": filter.after, ":since": filter.since, ":until": filter.until, ":actor": filter.actor,
                ":process": filter.process, ":action": filter.action, ":subject": filter.subject, ":limit": filter.limit,
            },
            |row| Ok((stored(&row.get::<_, String>(0)?)?, row.get(1)?)),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Follows the whole chain. The outcome tells how far it is true.
    pub fn walk_audit(&self) -> Result<std::result::Result<Walk, Broken>> {
        let mut rows = self.connection.prepare_cached("SELECT seq, entry, hash FROM audit ORDER BY seq")?;
        let mut rows = rows.query([])?;
        let mut walk = Walk::default();
        while let Some(row) = rows.next()? {
            let (seq, text, hash): (i64, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let good = walk.seq;
            if let Err(why) = walk.step(seq, &text, &hash) {
                return Ok(Err(Broken { good, why }));
            }
        }
        Ok(Ok(walk))
    }
}

impl Tx<'_> {
    pub(super) fn append_audit(&self, change: &Change, author: &Author, at: &str) -> Result<()> {
        let (seq, previous) = self.books().audit_head()?;
        let entry = Entry {
            seq: seq + 1,
            at: at.to_owned(),
            actor: author.actor.clone(),
            os_user: author.os_user.clone(),
            process: author.process.to_owned(),
            action: change.action.to_owned(),
            subject: change.subject.clone(),
            detail: without_nulls(change.detail.clone()),
        };
        let text = super::json(&entry)?;
        self.write(
            "INSERT INTO audit (seq, entry, hash) VALUES (:seq, :entry, :hash)",
            named_params! { ":seq": entry.seq, ":entry": text, ":hash": link(&previous, &text) },
        )
    }
}

/// What was not said takes no room in the book.
fn without_nulls(detail: Value) -> Value {
    match detail {
        Value::Object(members) => {
            members.into_iter().filter(|(_, value)| !value.is_null()).collect::<serde_json::Map<_, _>>().into()
        }
        other => other,
    }
}
