//! The rows of the audit log.

use rusqlite::named_params;
use serde_json::Value;

use crate::domain::audit::{Author, Entry, Hash, NewEntry, START, Walk, link};
use crate::store::{
    FEW, Fault, Fewest, Reader, Result, Take, Transaction, at_most, optional, stored,
};

/// A filter of audit entries. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// First instant, RFC 3339.
    pub since: Option<String>,
    /// Instant after the last one, RFC 3339.
    pub until: Option<String>,
    /// Actor.
    pub actor: Option<String>,
    /// Process.
    pub process: Option<String>,
    /// Action: `noun.verb`.
    pub action: Option<String>,
    /// Subject. For a license, the entries of its sessions are included.
    pub subject: Option<String>,
    /// Sequence number after which the list begins.
    pub after: i64,
    /// Maximum number of entries.
    pub limit: Option<u32>,
}

/// A break in the chain of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Sequence number of the last correct entry.
    pub good: i64,
    /// The fault of the next entry.
    pub reason: String,
}

impl Reader<'_> {
    /// Returns the sequence number and the hash of the newest entry; zero and the initial hash for
    /// an empty log.
    pub fn audit_head(&self) -> Result<(i64, Hash)> {
        let mut newest = self
            .connection
            .prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?;
        Ok(optional(newest.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))?
            .unwrap_or((0, START)))
    }

    /// Returns the latest instant of an entry, RFC 3339. If a clock was set back, this is not the
    /// instant of the newest entry.
    pub fn find_newest_entry(&self) -> Result<Option<String>> {
        let mut newest = self.connection.prepare_cached("SELECT max(at) FROM audit")?;
        Ok(newest.query_row([], |row| row.get(0))?)
    }

    /// Lists the entries that match a filter, oldest first, with their hashes.
    pub fn list_audit<E: From<Fault>>(
        &self,
        filter: &AuditFilter,
        take: Take<'_, (Entry, Hash), E>,
    ) -> std::result::Result<(), E> {
        let (by, from) = self.leading_entries(filter)?;
        self.each(
            "SELECT entry, hash
             FROM (SELECT seq FROM audit WHERE :by = 'all' AND seq > :from
                   UNION ALL SELECT seq FROM audit WHERE :by = 'action' AND action = :action AND seq > :from
                   UNION ALL SELECT seq FROM audit WHERE :by = 'actor' AND actor = :actor AND seq > :from
                   UNION ALL SELECT seq FROM audit WHERE :by = 'process' AND process = :process AND seq > :from
                   UNION ALL SELECT seq FROM audit WHERE :by = 'subject' AND subject = :subject COLLATE NOCASE AND seq > :from
                   UNION ALL SELECT seq FROM audit
                             WHERE :by = 'subject' AND license = :subject COLLATE NOCASE AND subject <> :subject COLLATE NOCASE AND seq > :from
                   ORDER BY seq LIMIT 9223372036854775807) AS found
                  CROSS JOIN audit ON audit.seq = found.seq
             WHERE (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until) AND (:actor IS NULL OR actor = :actor)
               AND (:process IS NULL OR process = :process) AND (:action IS NULL OR action = :action)
             ORDER BY found.seq LIMIT :limit",
            named_params! {
                ":by": by, ":from": from, ":since": filter.since, ":until": filter.until,
                ":actor": filter.actor,
                ":process": filter.process, ":action": filter.action, ":subject": filter.subject,
                ":limit": at_most(filter.limit),
            },
            |row| Ok((stored(&row.get::<_, String>(0)?)?, row.get(1)?)),
            take,
        )
    }

    /// Returns the entries about the private key of a key, oldest first: its exports, its
    /// retirement and its destruction.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_private_key_entries(&self, kid: &str) -> Result<Vec<Entry>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT entry FROM audit
             WHERE kid = :kid AND action IN ('key.export', 'key.retire', 'key.destroy') ORDER BY seq",
        )?;
        let rows = rows.query_map(named_params! { ":kid": kid }, |row| {
            stored(&row.get::<_, String>("entry")?)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the filter that leaves the fewest entries, and the sequence number before the first
    /// entry.
    fn leading_entries(&self, filter: &AuditFilter) -> Result<(&'static str, i64)> {
        let mut from = filter.after;
        if let Some(since) = &filter.since {
            // Entries are in the order of their instants, unless a clock was set back.
            let mut first =
                self.connection.prepare_cached("SELECT min(seq) FROM audit WHERE at >= :since")?;
            let first: Option<i64> =
                first.query_row(named_params! { ":since": since }, |row| row.get(0))?;
            from = from.max(first.map_or(i64::MAX, |first| first - 1));
        }
        if filter.subject.is_some() {
            return Ok(("subject", from));
        }
        let mut fewest = Fewest::all();
        if let Some(action) = &filter.action {
            let values = named_params! { ":action": action, ":few": FEW };
            fewest.offer(
                "action",
                self.number(
                    "SELECT count(*) FROM (SELECT 1 FROM audit WHERE action = :action LIMIT :few) AS few",
                    values,
                )?,
            );
        }
        if let Some(actor) = &filter.actor {
            let values = named_params! { ":actor": actor, ":few": FEW };
            fewest.offer(
                "actor",
                self.number(
                    "SELECT count(*) FROM (SELECT 1 FROM audit WHERE actor = :actor LIMIT :few) AS few",
                    values,
                )?,
            );
        }
        if let Some(process) = &filter.process {
            let values = named_params! { ":process": process, ":few": FEW };
            fewest.offer(
                "process",
                self.number(
                    "SELECT count(*) FROM (SELECT 1 FROM audit WHERE process = :process \
                    LIMIT :few) AS few",
                    values,
                )?,
            );
        }
        Ok((fewest.by, from))
    }

    /// Verifies the chain from the first entry on. Returns the end of the chain, or the first
    /// break.
    pub fn walk_audit(&self) -> Result<std::result::Result<Walk, Broken>> {
        let mut rows =
            self.connection.prepare_cached("SELECT seq, entry, hash FROM audit ORDER BY seq")?;
        let mut rows = rows.query([])?;
        let mut walk = Walk::default();
        while let Some(row) = rows.next()? {
            let (seq, text, hash): (i64, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let good = walk.seq;
            if let Err(reason) = walk.step(seq, &text, &hash) {
                return Ok(Err(Broken { good, reason }));
            }
        }
        Ok(Ok(walk))
    }
}

impl Transaction<'_> {
    pub(super) fn append_audit(&self, change: &NewEntry, author: &Author, at: &str) -> Result<()> {
        let (seq, previous) = self.reader().audit_head()?;
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
        let text = crate::store::json(&entry)?;
        self.write(
            "INSERT INTO audit (seq, entry, hash) VALUES (:seq, :entry, :hash)",
            named_params! { ":seq": entry.seq, ":entry": text, ":hash": link(&previous, &text) },
        )
    }
}

/// Removes the null members of a detail, to save space in the log.
fn without_nulls(detail: Value) -> Value {
    match detail {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other,
    }
}
