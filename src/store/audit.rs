//! The rows of the audit log.

use rusqlite::{Row, named_params};

use crate::domain::Random;
use crate::domain::audit::anchor::{Anchor, EntryRange};
use crate::domain::audit::personal::{PersonalValues, Salt, SaltedValue};
use crate::domain::audit::{
    Author, ComposedEntry, Entry, Hash, HashedEntry, NewEntry, PersonalRow, START, Walk, link,
};
use crate::domain::customer::user_of_subject;
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
    /// Sequence number after which the list begins, in its order.
    pub after: Option<i64>,
    /// Maximum number of entries.
    pub limit: Option<u32>,
    /// Order and part of the list.
    pub order: AuditOrder,
}

/// The order of a list of audit entries, and the part of the entries that a limit leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuditOrder {
    /// The oldest entries, oldest first.
    #[default]
    OldestFirst,
    /// The newest entries, newest first.
    NewestFirst,
    /// The newest entries, oldest first.
    NewestLast,
}

/// The part of the log that a filter can select.
#[derive(Clone, Copy, Debug)]
struct Range {
    /// The filter that leaves the fewest entries.
    by: &'static str,
    /// The sequence number before the first entry.
    from: i64,
    /// The sequence number of the last entry.
    to: i64,
}

/// An entry as it is stored. It may have been changed by another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// The hashed text.
    pub entry: String,
    /// The hash.
    pub hash: Vec<u8>,
}

/// A link of the audit chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The hash of the chain at this entry.
    pub hash: Hash,
    /// The instant of the entry, RFC 3339.
    pub at: String,
}

/// A valid part of the log at the current place of a walk.
#[derive(Clone, Copy, Debug)]
pub enum AuditStep<'a> {
    /// The text of an entry.
    Entry(&'a str),
    /// An anchor whose last entry is the current one.
    Anchor(&'a Anchor),
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

    /// Returns the link of the chain with this sequence number.
    pub fn find_link(&self, seq: i64) -> Result<Option<Link>> {
        let mut link =
            self.connection.prepare_cached("SELECT hash, at FROM audit WHERE seq = :seq")?;
        optional(link.query_row(named_params! { ":seq": seq }, |row| {
            Ok(Link { hash: row.get("hash")?, at: row.get("at")? })
        }))
    }

    /// Returns the latest instant of an entry, RFC 3339. If a clock was set back, this is not the
    /// instant of the newest entry.
    pub fn find_newest_entry(&self) -> Result<Option<String>> {
        let mut newest = self.connection.prepare_cached("SELECT max(at) FROM audit")?;
        Ok(newest.query_row([], |row| row.get(0))?)
    }

    /// Lists the entries that match a filter, with their personal values and their hashes.
    pub fn list_audit<E: From<Fault>>(
        &self,
        filter: &AuditFilter,
        take: Take<'_, (Entry, Hash), E>,
    ) -> std::result::Result<(), E> {
        let mut range = self.range(filter)?;
        match filter.order {
            AuditOrder::OldestFirst => self.list_oldest_first(filter, range, take),
            AuditOrder::NewestFirst => self.list_newest_first(filter, range, take),
            AuditOrder::NewestLast => {
                // The log is read backwards to the first entry of the list, so that neither the
                // whole log is read nor the whole list is in memory.
                let mut first = range.to;
                self.list_newest_first(filter, range, &mut |(entry, _): (Entry, Hash)| {
                    first = entry.seq - 1;
                    Ok::<_, Fault>(())
                })?;
                range.from = first;
                self.list_oldest_first(filter, range, take)
            }
        }
    }

    fn list_oldest_first<E: From<Fault>>(
        &self,
        filter: &AuditFilter,
        range: Range,
        take: Take<'_, (Entry, Hash), E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT entry, hash
             FROM (SELECT seq FROM audit WHERE :by = 'all' AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit WHERE :by = 'action' AND action = :action AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit_person WHERE :by = 'actor' AND number = 1 AND value = :actor AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit WHERE :by = 'process' AND process = :process AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit WHERE :by = 'subject' AND subject = :subject COLLATE NOCASE AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit
                             WHERE :by = 'subject' AND license = :subject COLLATE NOCASE AND subject <> :subject COLLATE NOCASE
                               AND seq > :from AND seq <= :to
                   ORDER BY seq LIMIT 9223372036854775807) AS found
                  CROSS JOIN audit ON audit.seq = found.seq
             WHERE (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
               AND (:actor IS NULL OR EXISTS (SELECT 1 FROM audit_person WHERE audit_person.seq = found.seq AND number = 1 AND value = :actor))
               AND (:process IS NULL OR process = :process) AND (:action IS NULL OR action = :action)
             ORDER BY found.seq LIMIT :limit",
            named_params! {
                ":by": range.by, ":from": range.from, ":to": range.to, ":since": filter.since,
                ":until": filter.until, ":actor": filter.actor, ":process": filter.process,
                ":action": filter.action, ":subject": filter.subject,
                ":limit": at_most(filter.limit),
            },
            |row| Ok((self.resolved(&row.get::<_, String>("entry")?)?, row.get("hash")?)),
            take,
        )
    }

    fn list_newest_first<E: From<Fault>>(
        &self,
        filter: &AuditFilter,
        range: Range,
        take: Take<'_, (Entry, Hash), E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT entry, hash
             FROM (SELECT seq FROM audit WHERE :by = 'all' AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit WHERE :by = 'action' AND action = :action AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit_person WHERE :by = 'actor' AND number = 1 AND value = :actor AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit WHERE :by = 'process' AND process = :process AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit WHERE :by = 'subject' AND subject = :subject COLLATE NOCASE AND seq > :from AND seq <= :to
                   UNION ALL SELECT seq FROM audit
                             WHERE :by = 'subject' AND license = :subject COLLATE NOCASE AND subject <> :subject COLLATE NOCASE
                               AND seq > :from AND seq <= :to
                   ORDER BY seq DESC LIMIT 9223372036854775807) AS found
                  CROSS JOIN audit ON audit.seq = found.seq
             WHERE (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
               AND (:actor IS NULL OR EXISTS (SELECT 1 FROM audit_person WHERE audit_person.seq = found.seq AND number = 1 AND value = :actor))
               AND (:process IS NULL OR process = :process) AND (:action IS NULL OR action = :action)
             ORDER BY found.seq DESC LIMIT :limit",
            named_params! {
                ":by": range.by, ":from": range.from, ":to": range.to, ":since": filter.since,
                ":until": filter.until, ":actor": filter.actor, ":process": filter.process,
                ":action": filter.action, ":subject": filter.subject,
                ":limit": at_most(filter.limit),
            },
            |row| Ok((self.resolved(&row.get::<_, String>("entry")?)?, row.get("hash")?)),
            take,
        )
    }

    /// Parses the text of an entry, and adds its personal values.
    fn resolved(&self, text: &str) -> rusqlite::Result<Entry> {
        let entry: HashedEntry = stored(text)?;
        let values = self.personal_values(entry.seq)?;
        Ok(entry.resolve(&values))
    }

    /// Lists the entries with records of the rows of a table and a subject, newest first.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_recorded(&self, table: &str, subject: &str) -> Result<Vec<i64>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT seq FROM audit_record WHERE kind = :kind AND subject = :subject
             ORDER BY seq DESC",
        )?;
        let rows = rows
            .query_map(named_params! { ":kind": table, ":subject": subject }, |row| {
                row.get("seq")
            })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the newest entry with a subject that records rows of a table. The log is read, and
    /// not the index of its records.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_newest_record(&self, table: &str, subject: &str) -> Result<Option<i64>> {
        let mut newest = self.connection.prepare_cached(
            "SELECT seq FROM audit
             WHERE subject = :subject COLLATE NOCASE AND entry -> ('$.detail.record.' || :kind) IS NOT NULL
             ORDER BY seq DESC LIMIT 1",
        )?;
        optional(
            newest.query_row(named_params! { ":kind": table, ":subject": subject }, |row| {
                row.get("seq")
            }),
        )
    }

    /// Returns an entry in the hashed form, with its personal values.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_statement(&self, seq: i64) -> Result<Option<(HashedEntry, PersonalValues)>> {
        let Some(text) = self.find_entry_text(seq)? else { return Ok(None) };
        Ok(Some((stored(&text)?, self.personal_values(seq)?)))
    }

    /// Returns the anchors whose ranges contain an entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_anchors_of(&self, seq: i64) -> Result<Vec<Anchor>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT first_seq, last_seq, hash, kid, signature FROM audit_anchor
             WHERE last_seq = (SELECT min(last_seq) FROM audit_anchor WHERE last_seq >= :seq)
               AND first_seq <= :seq",
        )?;
        let rows = rows.query_map(named_params! { ":seq": seq }, read_anchor)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the names of the keys whose anchors contain an entry. The signatures are not
    /// verified. The range is found by the index of the last entries.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_signers_of(&self, seq: i64) -> Result<Vec<String>> {
        let mut names = self.texts(
            "SELECT name FROM audit_anchor JOIN key ON key.kid = audit_anchor.kid
             WHERE last_seq = (SELECT min(last_seq) FROM audit_anchor WHERE last_seq >= :seq)
               AND first_seq <= :seq",
            named_params! { ":seq": seq },
        )?;
        names.sort();
        Ok(names)
    }

    /// Returns the hash before an entry, and the texts of the entries from it to the last one.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_chain(&self, first: i64, last: i64) -> Result<Option<(Hash, Vec<String>)>> {
        let mut row =
            self.connection.prepare_cached("SELECT hash FROM audit WHERE seq = :seq - 1")?;
        let before = optional(
            row.query_row(named_params! { ":seq": first }, |row| row.get::<_, Hash>("hash")),
        )?;
        let before = if first == 1 { Some(START) } else { before };
        let texts = self.texts(
            "SELECT entry FROM audit WHERE seq BETWEEN :first AND :last ORDER BY seq",
            named_params! { ":first": first, ":last": last },
        )?;
        Ok(before.map(|before| (before, texts)))
    }

    /// Returns the personal values of an entry that are not erased.
    fn personal_values(&self, seq: i64) -> rusqlite::Result<PersonalValues> {
        Ok(PersonalValues::of(self.salted_values(seq)?))
    }

    /// Returns the personal values of an entry that are not erased, in the order of their numbers.
    pub(super) fn salted_values(&self, seq: i64) -> rusqlite::Result<Vec<SaltedValue>> {
        Ok(self.personal_rows(seq)?.into_iter().filter_map(|row| row.value).collect())
    }

    fn personal_rows(&self, seq: i64) -> rusqlite::Result<Vec<PersonalRow>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT number, salt, value FROM audit_person WHERE seq = :seq ORDER BY number",
        )?;
        let rows = rows.query_map(named_params! { ":seq": seq }, read_personal_row)?;
        rows.collect()
    }

    /// Returns the subject of an entry for people: a user has their current name in place of the
    /// id.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_shown_subject(&self, subject: &str) -> Result<Option<String>> {
        let Some((customer, id)) = user_of_subject(subject) else { return Ok(None) };
        let mut row = self.connection.prepare_cached(
            "SELECT username FROM customer_user JOIN customer ON customer.id = customer_id
             WHERE customer_user.id = :id AND code = :customer",
        )?;
        let username: Option<String> =
            optional(row.query_row(named_params! { ":id": id, ":customer": customer }, |row| {
                row.get("username")
            }))?;
        Ok(username.map(|username| format!("{customer}/{username}")))
    }

    /// Lists all entries as they are stored, oldest first.
    pub fn list_audit_texts<E: From<Fault>>(
        &self,
        take: Take<'_, StoredEntry, E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT entry, hash FROM audit NOT INDEXED ORDER BY seq",
            named_params! {},
            |row| Ok(StoredEntry { entry: row.get("entry")?, hash: row.get("hash")? }),
            take,
        )
    }

    /// Lists all anchors as they are stored, in the order of their last entries.
    pub fn list_anchors<E: From<Fault>>(
        &self,
        take: Take<'_, Anchor, E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT first_seq, last_seq, hash, kid, signature FROM audit_anchor
             ORDER BY last_seq, kid",
            named_params! {},
            read_anchor,
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
            self.resolved(&row.get::<_, String>("entry")?)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the part of the log that a filter can select.
    fn range(&self, filter: &AuditFilter) -> Result<Range> {
        let (mut from, mut to) = (0, i64::MAX);
        // Entries are in the order of their instants, unless a clock was set back.
        if let Some(since) = &filter.since {
            let mut first =
                self.connection.prepare_cached("SELECT min(seq) FROM audit WHERE at >= :since")?;
            let first: Option<i64> =
                first.query_row(named_params! { ":since": since }, |row| row.get(0))?;
            from = first.map_or(i64::MAX, |first| first - 1);
        }
        if let Some(until) = &filter.until {
            let mut last =
                self.connection.prepare_cached("SELECT max(seq) FROM audit WHERE at < :until")?;
            let last: Option<i64> =
                last.query_row(named_params! { ":until": until }, |row| row.get(0))?;
            to = last.unwrap_or(0);
        }
        if let Some(after) = filter.after {
            match filter.order {
                AuditOrder::NewestFirst => to = to.min(after.saturating_sub(1)),
                AuditOrder::OldestFirst | AuditOrder::NewestLast => from = from.max(after),
            }
        }
        Ok(Range { by: self.leading_filter(filter)?, from, to })
    }

    /// Returns the filter that leaves the fewest entries.
    fn leading_filter(&self, filter: &AuditFilter) -> Result<&'static str> {
        if filter.subject.is_some() {
            return Ok("subject");
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
                    "SELECT count(*) FROM (SELECT 1 FROM audit_person WHERE number = 1 AND value = :actor LIMIT :few) AS few",
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
        Ok(fewest.by)
    }

    /// Verifies the chain from the first entry on with its personal values. Passes each entry to
    /// `check`, and each anchor when the walk is at its last entry. `check` returns a description
    /// of a mistake. Returns the end of the chain, or the first break.
    pub fn walk_audit(
        &self,
        check: &mut dyn FnMut(AuditStep<'_>, &Walk) -> std::result::Result<(), String>,
    ) -> Result<std::result::Result<Walk, Broken>> {
        let mut rows = self
            .connection
            .prepare_cached("SELECT seq, entry, hash FROM audit NOT INDEXED ORDER BY seq")?;
        let mut rows = rows.query([])?;
        let mut anchors = self.connection.prepare_cached(
            "SELECT first_seq, last_seq, hash, kid, signature FROM audit_anchor
             ORDER BY last_seq, kid",
        )?;
        let mut anchors = anchors.query_map([], read_anchor)?;
        let mut next = anchors.next().transpose()?;
        let mut walk = Walk::default();
        while let Some(row) = rows.next()? {
            let (seq, text, hash): (i64, String, Vec<u8>) =
                (row.get("seq")?, row.get("entry")?, row.get("hash")?);
            let good = walk.seq;
            let checked = match walk.step(seq, &text, &hash) {
                Ok(entry) => walk.check_personal(&entry, &self.personal_rows(seq)?),
                Err(reason) => Err(reason),
            };
            if let Err(reason) = checked.and_then(|()| check(AuditStep::Entry(&text), &walk)) {
                return Ok(Err(Broken { good, reason }));
            }
            while let Some(anchor) = next.take_if(|anchor| anchor.range.last <= walk.seq) {
                if let Err(reason) = check(AuditStep::Anchor(&anchor), &walk) {
                    return Ok(Err(Broken { good, reason }));
                }
                next = anchors.next().transpose()?;
            }
        }
        let reason = |anchor: &Anchor| {
            let EntryRange { first, last, .. } = anchor.range;
            format!("entries {first} to {last} were signed, but the log ends at {}", walk.seq)
        };
        if let Some(anchor) = next {
            return Ok(Err(Broken { good: walk.seq, reason: reason(&anchor) }));
        }
        let foreign = self.number(
            "SELECT count(*) FROM audit_person WHERE seq < 1 OR seq > :last",
            named_params! { ":last": walk.seq },
        )?;
        if foreign > 0 {
            let reason = format!("the log ends at {}, and personal values have no entry", walk.seq);
            return Ok(Err(Broken { good: walk.seq, reason }));
        }
        Ok(Ok(walk))
    }
}

/// Reads a row of `audit_person`.
pub(super) fn read_personal_row(row: &Row<'_>) -> rusqlite::Result<PersonalRow> {
    let (salt, text): (Option<Salt>, Option<String>) = (row.get("salt")?, row.get("value")?);
    let value = salt.zip(text).map(|(salt, text)| SaltedValue { salt, text });
    Ok(PersonalRow { number: row.get("number")?, value })
}

/// Reads an anchor.
pub(super) fn read_anchor(row: &Row<'_>) -> rusqlite::Result<Anchor> {
    let (first, last) = (row.get("first_seq")?, row.get("last_seq")?);
    let range = EntryRange { first, last, hash: row.get("hash")? };
    Ok(Anchor { range, kid: row.get("kid")?, signature: row.get("signature")? })
}

impl Transaction<'_> {
    pub(super) fn append_audit(
        &self,
        change: &NewEntry,
        author: &Author,
        at: &str,
        random: &mut Random<'_>,
    ) -> Result<()> {
        let (seq, previous) = self.reader().audit_head()?;
        let ComposedEntry { entry, values } =
            ComposedEntry::of(change, author, seq + 1, at, random);
        let text = crate::store::json(&entry)?;
        self.write(
            "INSERT INTO audit (seq, entry, hash) VALUES (:seq, :entry, :hash)",
            named_params! { ":seq": entry.seq, ":entry": text, ":hash": link(&previous, &text) },
        )?;
        for (number, SaltedValue { salt, text }) in (1_i64..).zip(&values) {
            self.write(
                "INSERT INTO audit_person (seq, number, salt, value) VALUES (:seq, :number, :salt, :value)",
                named_params! { ":seq": entry.seq, ":number": number, ":salt": salt, ":value": text },
            )?;
        }
        change.recorded.iter().try_for_each(|row| {
            self.write(
                "INSERT INTO audit_record (kind, subject, seq) VALUES (:kind, :subject, :seq)",
                named_params! { ":kind": row.table, ":subject": row.subject, ":seq": entry.seq },
            )
        })
    }

    /// Inserts an anchor, which ends at the newest entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn insert_anchor(&self, anchor: &Anchor) -> Result<()> {
        let EntryRange { first, last, hash } = &anchor.range;
        self.write(
            "INSERT INTO audit_anchor (first_seq, last_seq, hash, kid, signature)
             VALUES (:first_seq, :last_seq, :hash, :kid, :signature)",
            named_params! {
                ":first_seq": first, ":last_seq": last, ":hash": hash, ":kid": anchor.kid,
                ":signature": anchor.signature,
            },
        )
    }
}
