//! The rows that the health report compares with each other, with their tokens and with the log. A
//! row that cannot be read is passed as a fault, so that it hides no other row.

use rusqlite::{Row, named_params};

use crate::domain::audit::anchor::Anchor;
use crate::domain::audit::personal::SaltedValue;
use crate::domain::audit::{Hash, PersonalRow};
use crate::domain::license::activation::File;
use crate::store::audit::{read_anchor, read_personal_row};
use crate::store::license::read_file;
use crate::store::recovery::read_grant;
use crate::store::{Fault, Reader, Result, StoredGrant, TakeRow, optional};

/// An entry of the log as it is stored, with its personal values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// The sequence number.
    pub seq: i64,
    /// The hashed text.
    pub text: String,
    /// The stored hash.
    pub hash: Hash,
    /// The rows of its personal values.
    pub personal: Vec<PersonalRow>,
}

/// A line of the index of the log by rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordLine {
    /// The table.
    pub table: String,
    /// The subject.
    pub subject: String,
    /// The entry.
    pub seq: i64,
}

/// An entry that records a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedEntry {
    /// The sequence number.
    pub seq: i64,
    /// The hashed text.
    pub text: String,
    /// The personal values that are not erased.
    pub values: Vec<SaltedValue>,
    /// The anchors whose ranges contain the entry.
    pub anchors: Vec<Anchor>,
}

/// The entries that record the rows of one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordedEntries {
    /// The table and the entry of each record, newest first in each table.
    pub records: Vec<(&'static str, i64)>,
    /// The entries, each once.
    pub entries: Vec<RecordedEntry>,
}

/// The stored facts of a license that follow from other rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenseColumns {
    /// The serial.
    pub serial: String,
    /// The last change of the license or its activations, RFC 3339.
    pub changed_at: String,
    /// True if the license has a live activation.
    pub placed: bool,
    /// The number of seats in hardware.
    pub in_hardware: u64,
}

/// An activation: the columns that its record in the log does not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivationColumns {
    /// The row id.
    pub id: i64,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// A license file with its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// The row id of the activation.
    pub activation: i64,
    /// The file.
    pub file: File,
    /// The number of the status list.
    pub list: i64,
    /// The URI of the status list of another home.
    pub uri: Option<String>,
    /// The index in the list.
    pub idx: u32,
}

/// An idempotency reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceRow {
    /// The family of verbs.
    pub family: String,
    /// The reference.
    pub reference: String,
    /// The request, as JSON text.
    pub request: String,
    /// The serial of the result.
    pub subject: String,
    /// The instant, RFC 3339.
    pub created_at: String,
}

/// The columns of a credential that its claims state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialColumns {
    /// The serial.
    pub serial: String,
    /// The claims without the secret, as JSON text.
    pub claims: String,
    /// The number of the status list.
    pub list: i64,
    /// The index in the list.
    pub idx: u32,
}

/// A recorded table of which each row has a subject of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectTable {
    /// The licenses.
    License,
    /// The containers.
    Container,
    /// The tickets.
    Ticket,
    /// The credentials.
    Credential,
    /// The recoveries.
    Recovery,
    /// The keys.
    Key,
    /// The products, which have the policies.
    Policy,
}

impl SubjectTable {
    /// Returns the statement that lists the subjects.
    fn subjects(self) -> &'static str {
        match self {
            SubjectTable::License => "SELECT serial FROM license ORDER BY id",
            SubjectTable::Container => "SELECT serial FROM container ORDER BY id",
            SubjectTable::Ticket => "SELECT serial FROM ticket ORDER BY id",
            SubjectTable::Credential => "SELECT serial FROM credential ORDER BY id",
            SubjectTable::Recovery => "SELECT serial FROM recovery ORDER BY id",
            SubjectTable::Key => "SELECT name FROM key ORDER BY id",
            SubjectTable::Policy => "SELECT code FROM product ORDER BY id",
        }
    }

    /// Returns the name of the table in the records of the log.
    fn recorded_name(self) -> &'static str {
        match self {
            SubjectTable::License => "license",
            SubjectTable::Container => "container",
            SubjectTable::Ticket => "ticket",
            SubjectTable::Credential => "credential",
            SubjectTable::Recovery => "recovery",
            SubjectTable::Key => "key",
            SubjectTable::Policy => "policy",
        }
    }
}

/// A table of records that have a code and are never deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueTable {
    /// The products.
    Product,
    /// The customers.
    Customer,
}

impl Reader<'_> {
    /// Lists the codes of a table in the order of its rows.
    pub fn list_codes<E: From<Fault>>(
        &self,
        table: CatalogueTable,
        take: TakeRow<'_, String, E>,
    ) -> std::result::Result<(), E> {
        let sql = match table {
            CatalogueTable::Product => "SELECT code FROM product ORDER BY id",
            CatalogueTable::Customer => "SELECT code FROM customer ORDER BY id",
        };
        self.each_readable(sql, &[], |row| row.get(0), take)
    }

    /// Lists the codes of the log that have no row in a table.
    pub fn list_missing_codes<E: From<Fault>>(
        &self,
        table: CatalogueTable,
        take: TakeRow<'_, String, E>,
    ) -> std::result::Result<(), E> {
        let sql = match table {
            CatalogueTable::Product => {
                "SELECT subject FROM audit WHERE action = 'product.add'
                   AND NOT EXISTS (SELECT 1 FROM product WHERE code = subject)"
            }
            CatalogueTable::Customer => {
                "SELECT subject FROM audit WHERE action = 'customer.add'
                   AND NOT EXISTS (SELECT 1 FROM customer WHERE code = subject)"
            }
        };
        self.each_readable(sql, &[], |row| row.get(0), take)
    }

    /// Returns the entries with a subject, oldest first, without their anchors.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_entries_of(&self, subject: &str) -> Result<Vec<RecordedEntry>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT seq, entry FROM audit WHERE subject = :subject COLLATE NOCASE ORDER BY seq",
        )?;
        let rows = rows.query_map(named_params! { ":subject": subject }, |row| {
            Ok((row.get("seq")?, row.get("entry")?))
        })?;
        let mut found = Vec::new();
        for row in rows {
            let (seq, text) = row?;
            let (values, anchors) = (self.salted_values(seq)?, Vec::new());
            found.push(RecordedEntry { seq, text, values, anchors });
        }
        Ok(found)
    }

    /// Returns the number of rows of the log and of the recorded tables with the most rows, for the
    /// progress of a comparison: entries, licenses.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn count_compared(&self) -> Result<(u64, u64)> {
        Ok((
            self.number("SELECT coalesce(max(seq), 0) FROM audit", &[])?,
            self.number("SELECT count(*) FROM license", &[])?,
        ))
    }

    /// Lists the entries of the log as they are stored, oldest first. Returns the entries without a
    /// row that have personal values, at most ten.
    pub fn list_entry_rows<E: From<Fault>>(
        &self,
        take: TakeRow<'_, EntryRow, E>,
    ) -> std::result::Result<Vec<i64>, E> {
        let mut values = self
            .connection
            .prepare_cached(
                "SELECT seq, number, salt, value FROM audit_person NOT INDEXED ORDER BY seq, number",
            )
            .map_err(Fault::from)?;
        let mut values = values.query([]).map_err(Fault::from)?;
        let mut next = personal_row(values.next())?;
        let mut foreign = Vec::new();
        self.each_readable(
            "SELECT seq, entry, hash FROM audit NOT INDEXED ORDER BY seq",
            &[],
            |row| {
                let (seq, hash): (i64, rusqlite::Result<Hash>) = (row.get("seq")?, row.get("hash"));
                Ok((seq, row.get::<_, String>("entry"), hash))
            },
            &mut |row| {
                let (seq, text, hash) = row?;
                let mut personal = Vec::new();
                while let Some((of, row)) = next.take_if(|(of, _)| *of <= seq) {
                    if of == seq {
                        personal.push(row);
                    } else {
                        foreign.push(of);
                    }
                    next = personal_row(values.next())?;
                }
                let row = match (text, hash) {
                    (Ok(text), Ok(hash)) => Ok(EntryRow { seq, text, hash, personal }),
                    (Err(error), _) | (_, Err(error)) => Err(Fault::from(error)),
                };
                take(row)
            },
        )?;
        while let Some((of, _)) = next {
            foreign.push(of);
            next = personal_row(values.next())?;
        }
        foreign.dedup();
        foreign.truncate(10);
        Ok(foreign)
    }

    /// Lists all anchors, each with the hash of its last entry.
    pub fn list_anchors_and_hashes<E: From<Fault>>(
        &self,
        take: TakeRow<'_, (Anchor, Option<Vec<u8>>), E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT first_seq, last_seq, audit_anchor.hash AS hash, audit_anchor.kid AS kid, signature,
                    audit.hash AS entry_hash
             FROM audit_anchor LEFT JOIN audit ON audit.seq = last_seq
             ORDER BY last_seq, audit_anchor.kid",
            &[],
            |row| Ok((read_anchor(row)?, row.get("entry_hash")?)),
            take,
        )
    }

    /// Lists the index of the log by rows.
    pub fn list_record_lines<E: From<Fault>>(
        &self,
        take: TakeRow<'_, RecordLine, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT kind, subject, seq FROM audit_record",
            &[],
            |row| {
                Ok(RecordLine {
                    table: row.get("kind")?,
                    subject: row.get("subject")?,
                    seq: row.get("seq")?,
                })
            },
            take,
        )
    }

    /// Returns whether the index of the log has a line.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn has_record_line(&self, table: &str, subject: &str, seq: i64) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM audit_record WHERE kind = :kind AND subject = :subject AND seq = :seq",
        )?;
        Ok(row.exists(named_params! { ":kind": table, ":subject": subject, ":seq": seq })?)
    }

    /// Returns the text of an entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_entry_text(&self, seq: i64) -> Result<Option<String>> {
        let mut row = self.connection.prepare_cached("SELECT entry FROM audit WHERE seq = :seq")?;
        optional(row.query_row(named_params! { ":seq": seq }, |row| row.get("entry")))
    }

    /// Returns the entries that record the rows of tables and a subject.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_recorded_entries(
        &self,
        tables: &[&'static str],
        subject: &str,
    ) -> Result<RecordedEntries> {
        let mut found = RecordedEntries::default();
        for table in tables {
            for seq in self.list_recorded(table, subject)? {
                found.records.push((table, seq));
                if found.entries.iter().any(|entry| entry.seq == seq) {
                    continue;
                }
                let Some(text) = self.find_entry_text(seq)? else { continue };
                let (values, anchors) = (self.salted_values(seq)?, self.list_anchors_of(seq)?);
                found.entries.push(RecordedEntry { seq, text, values, anchors });
            }
        }
        Ok(found)
    }

    /// Lists the licenses, oldest first.
    pub fn list_license_columns<E: From<Fault>>(
        &self,
        take: TakeRow<'_, LicenseColumns, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT serial, changed_at, placed, in_hardware FROM license ORDER BY id",
            &[],
            |row| {
                Ok(LicenseColumns {
                    serial: row.get("serial")?,
                    changed_at: row.get("changed_at")?,
                    placed: row.get("placed")?,
                    in_hardware: row.get("in_hardware")?,
                })
            },
            take,
        )
    }

    /// Returns the activations of a license, oldest first.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_activation_columns(&self, license: &str) -> Result<Vec<ActivationColumns>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT activation.id AS id, activation.created_at AS created_at
             FROM license JOIN activation ON license_id = license.id WHERE serial = :serial
             ORDER BY activation.id",
        )?;
        let rows = rows.query_map(named_params! { ":serial": license }, |row| {
            Ok(ActivationColumns { id: row.get("id")?, created_at: row.get("created_at")? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns all files of a license, oldest first.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_file_rows(&self, license: &str) -> Result<Vec<FileRow>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT activation_id, jti, kid, file.revision AS revision, status_list, uri, status_idx,
                    issued_at, expires_at, ends_at, text
             FROM license JOIN activation ON license_id = license.id
                          JOIN file ON activation_id = activation.id
                          LEFT JOIN status_list ON number = status_list
             WHERE serial = :serial ORDER BY file.id",
        )?;
        let rows = rows.query_map(named_params! { ":serial": license }, |row| {
            Ok(FileRow {
                activation: row.get("activation_id")?,
                file: read_file(row.get("jti")?, row)?,
                list: row.get("status_list")?,
                uri: row.get("uri")?,
                idx: row.get("status_idx")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Lists the subjects of a table in the order of its rows.
    pub fn list_subjects_of<E: From<Fault>>(
        &self,
        table: SubjectTable,
        take: TakeRow<'_, String, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(table.subjects(), &[], |row| row.get(0), take)
    }

    /// Lists the subjects of the log that have no row in a table.
    pub fn list_missing_subjects<E: From<Fault>>(
        &self,
        table: SubjectTable,
        take: TakeRow<'_, String, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT DISTINCT subject FROM audit_record AS stated
             WHERE kind = :kind AND NOT CASE kind
               WHEN 'license' THEN EXISTS (SELECT 1 FROM license WHERE serial = stated.subject)
               WHEN 'container' THEN EXISTS (SELECT 1 FROM container WHERE serial = stated.subject)
               WHEN 'ticket' THEN EXISTS (SELECT 1 FROM ticket WHERE serial = stated.subject)
               WHEN 'credential' THEN EXISTS (SELECT 1 FROM credential WHERE serial = stated.subject)
               WHEN 'recovery' THEN EXISTS (SELECT 1 FROM recovery WHERE serial = stated.subject)
               WHEN 'key' THEN EXISTS (SELECT 1 FROM key WHERE name = stated.subject)
               ELSE EXISTS (SELECT 1 FROM product WHERE code = stated.subject)
             END",
            named_params! { ":kind": table.recorded_name() },
            |row| row.get(0),
            take,
        )
    }

    /// Lists the idempotency references, oldest first.
    pub fn list_reference_rows<E: From<Fault>>(
        &self,
        take: TakeRow<'_, ReferenceRow, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT family, reference, request, subject, created_at FROM reference ORDER BY id",
            &[],
            |row| {
                Ok(ReferenceRow {
                    family: row.get("family")?,
                    reference: row.get("reference")?,
                    request: row.get("request")?,
                    subject: row.get("subject")?,
                    created_at: row.get("created_at")?,
                })
            },
            take,
        )
    }

    /// Lists the grants of recoveries, oldest first.
    pub fn list_grant_rows<E: From<Fault>>(
        &self,
        take: TakeRow<'_, StoredGrant, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT license.serial, scope, count, recovery_grant.reason, recovery_grant.reference, recovery_grant.created_at
             FROM recovery_grant JOIN license ON license.id = license_id ORDER BY recovery_grant.id",
            &[],
            read_grant,
            take,
        )
    }

    /// Returns whether the index of properties has a hash of a property of a container.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn has_property(&self, container: &str, name: &str, hash: &str) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM container_property
             WHERE hash = :hash AND name = :name
               AND container_id = (SELECT id FROM container WHERE serial = :serial)",
        )?;
        Ok(row.exists(named_params! { ":hash": hash, ":name": name, ":serial": container })?)
    }

    /// Returns the number of properties of containers.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn count_properties(&self) -> Result<u64> {
        self.number("SELECT count(*) FROM container_property", &[])
    }

    /// Returns the columns of a credential that its claims state.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_credential_columns(&self, serial: &str) -> Result<Option<CredentialColumns>> {
        let mut row = self.connection.prepare_cached(
            "SELECT serial, claims, status_list, status_idx FROM credential WHERE serial = :serial",
        )?;
        optional(row.query_row(named_params! { ":serial": serial }, |row| {
            Ok(CredentialColumns {
                serial: row.get("serial")?,
                claims: row.get("claims")?,
                list: row.get("status_list")?,
                idx: row.get("status_idx")?,
            })
        }))
    }
}

/// Reads a row of `audit_person`, with its entry.
fn personal_row(row: rusqlite::Result<Option<&Row<'_>>>) -> Result<Option<(i64, PersonalRow)>> {
    let Some(row) = row? else { return Ok(None) };
    Ok(Some((row.get("seq")?, read_personal_row(row)?)))
}
