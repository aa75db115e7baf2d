//! Indexes in the status lists: each file has its own random index, which is never reused. The
//! entries of a list are read here as sets; `domain/status.rs` has the rule for one file. Both give
//! the same result.

use rusqlite::{Row, named_params};

use crate::domain::Random;
use crate::domain::serial::Serial;
use crate::domain::status::{Entry, Facts, Subject};
use crate::domain::time::Timestamp;
use crate::domain::vendor::{LIST_SIZE, Listed, Vendor};
use crate::store::{Fault, Reader, Result, Take, Transaction, optional, serial, word};

/// The number of indexes at which a list is full. An eighth of a list stays free, so that a random
/// free index is found after a few attempts.
const FULL: u32 = LIST_SIZE / 8 * 7;

/// A signed status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedStatus {
    /// Row id, which increases.
    pub row: u64,
    /// Number of the list.
    pub list: i64,
    /// Id of the token.
    pub jti: String,
    /// Thumbprint of the key that signed the list.
    pub kid: String,
    /// Instant of the signature (`iat`), RFC 3339.
    pub issued_at: String,
    /// Instant at which the list becomes stale (`exp`), RFC 3339.
    pub expires_at: String,
    /// The signed bytes.
    pub text: String,
}

/// A file or credential that an audit entry can have ended or suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoppedFile {
    /// Index in the list, according to the row.
    pub idx: u32,
    /// The least strict entry after that audit entry.
    pub entry: Entry,
    /// Serial of the license or the credential.
    pub serial: String,
    /// Id of the file.
    pub jti: String,
    /// The signed bytes; `None` for a credential, which is not stored.
    pub text: Option<String>,
}

impl Reader<'_> {
    /// Returns the numbers of the status lists of this home, each with its number of indexes in
    /// use.
    pub fn list_lists(&self) -> Result<Vec<(i64, u32)>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT number, taken FROM status_list WHERE number > 0 ORDER BY number",
        )?;
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the newest signed list with a number; with an instant, the newest list at that
    /// instant.
    pub fn find_status_token(
        &self,
        list: i64,
        at: Option<Timestamp>,
    ) -> Result<Option<SignedStatus>> {
        let mut row = self.connection.prepare_cached(
            "SELECT id, list, jti, kid, issued_at, expires_at, text FROM status_token
             WHERE list = :list AND (:at IS NULL OR issued_at <= :at) ORDER BY issued_at DESC LIMIT 1",
        )?;
        optional(row.query_row(
            named_params! { ":list": list, ":at": at.map(|at| at.to_string()) },
            read_status_token,
        ))
    }

    /// Returns the row ids of the signed lists with a number, newest first.
    pub fn list_status_rows(&self, list: i64) -> Result<Vec<u64>> {
        let mut rows = self
            .connection
            .prepare_cached("SELECT id FROM status_token WHERE list = :list ORDER BY id DESC")?;
        let rows = rows.query_map(named_params! { ":list": list }, |row| row.get("id"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the signed list of a row.
    pub fn find_status_row(&self, row: u64) -> Result<Option<SignedStatus>> {
        let mut found = self.connection.prepare_cached(
            "SELECT id, list, jti, kid, issued_at, expires_at, text FROM status_token WHERE id = :row",
        )?;
        optional(found.query_row(named_params! { ":row": row }, read_status_token))
    }

    /// Returns the numbers of this home's status lists to which the licenses of a container refer.
    pub fn list_lists_named_in(&self, container: &Serial) -> Result<Vec<i64>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT DISTINCT status_list
             FROM activation JOIN file ON file.id = (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id)
             WHERE container_id = (SELECT id FROM container WHERE serial = :container) AND state = 'live' AND status_list > 0
             ORDER BY status_list",
        )?;
        let rows =
            rows.query_map(named_params! { ":container": container.as_str() }, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Passes the entries of a list that are not valid at an instant to `take`: suspended files
    /// first, so that an entry that ends a file follows. An index may be passed several times.
    pub fn list_entries(
        &self,
        list: i64,
        now: Timestamp,
        take: &mut dyn FnMut(u32, Entry),
    ) -> Result<()> {
        let now = now.to_string();
        let mut rows = self.connection.prepare_cached(
            "SELECT status_idx FROM license INDEXED BY license_suspended
               CROSS JOIN activation ON license_id = license.id CROSS JOIN file ON activation_id = activation.id
             WHERE standing = 'suspended' AND status_list = :list",
        )?;
        let mut rows = rows.query(named_params! { ":list": list })?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, Entry::Suspended);
        }
        let mut rows = self.connection.prepare_cached(
            "SELECT status_idx FROM activation INDEXED BY activation_ended
               CROSS JOIN file INDEXED BY file_by_activation ON activation_id = activation.id
             WHERE ended_at <= :now AND status_list = :list
               AND (state <> 'recovered'
                    OR NOT EXISTS (SELECT 1 FROM container WHERE container.id = container_id AND block_enforced_at > :now AND blocked_at <= ended_at)
                    OR EXISTS (SELECT 1 FROM license WHERE license.id = license_id AND standing NOT IN ('open', 'suspended')))
             UNION ALL
             SELECT status_idx FROM file INDEXED BY file_by_end WHERE ends_at <= :now AND status_list = :list
             UNION ALL
             SELECT status_idx FROM container INDEXED BY container_blocked
               CROSS JOIN activation ON container_id = container.id CROSS JOIN file INDEXED BY file_by_activation ON activation_id = activation.id
             WHERE blocked_at IS NOT NULL AND block_enforced_at <= :now AND status_list = :list
             UNION ALL
             SELECT status_idx FROM container INDEXED BY container_blocked CROSS JOIN credential ON container_id = container.id
             WHERE blocked_at IS NOT NULL AND block_enforced_at <= :now AND status_list = :list
             UNION ALL
             SELECT status_idx FROM credential INDEXED BY credential_ended WHERE ended_at IS NOT NULL AND ended_at <= :now AND status_list = :list
             UNION ALL
             SELECT status_idx FROM container_context INDEXED BY container_context_imported
               CROSS JOIN status_reserved AS reserved ON context_id = container_context.id
             WHERE imported_at <= :now AND status_list = :list
               AND NOT EXISTS (SELECT 1 FROM file WHERE file.status_list = :list AND file.status_idx = reserved.status_idx)",
        )?;
        let mut rows = rows.query(named_params! { ":list": list, ":now": now })?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, Entry::Invalid);
        }
        Ok(())
    }

    /// Returns the files of a license, a credential or a container that have a status index, oldest
    /// first.
    pub fn list_subjects(&self, of: &Serial) -> Result<Vec<Subject>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT license.serial, file.jti, container.serial, file.revision, status_list, status_idx, file.issued_at,
                    standing, state, activation.ended_at, ends_at, blocked_at, block_enforced_at, activation.generation
             FROM license JOIN activation ON license_id = license.id JOIN file ON activation_id = activation.id
                          LEFT JOIN container ON container.id = container_id
             WHERE license.serial = :of
             UNION ALL
             SELECT license.serial, file.jti, container.serial, file.revision, status_list, status_idx, file.issued_at,
                    standing, state, activation.ended_at, ends_at, blocked_at, block_enforced_at, activation.generation
             FROM container JOIN activation ON container_id = container.id JOIN license ON license.id = license_id
                            JOIN file ON activation_id = activation.id
             WHERE container.serial = :of
             UNION ALL
             SELECT credential.serial, credential.jti, container.serial, generation, status_list, status_idx, issued_at,
                    NULL, NULL, credential.ended_at, NULL, blocked_at, block_enforced_at, NULL
             FROM credential JOIN container ON container.id = container_id
             WHERE credential.serial = :of
             UNION ALL
             SELECT credential.serial, credential.jti, container.serial, generation, status_list, status_idx, issued_at,
                    NULL, NULL, credential.ended_at, NULL, blocked_at, block_enforced_at, NULL
             FROM container JOIN credential ON container_id = container.id
             WHERE container.serial = :of",
        )?;
        let rows = rows.query_map(named_params! { ":of": of.as_str() }, read_subject)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the file of a license, or the credential, that has an index of a list.
    pub fn find_subject(&self, list: i64, idx: u32) -> Result<Option<Subject>> {
        let mut row = self.connection.prepare_cached(
            "SELECT license.serial, file.jti, container.serial, file.revision, status_list, status_idx, file.issued_at,
                    standing, state, activation.ended_at, ends_at, blocked_at, block_enforced_at, activation.generation
             FROM file JOIN activation ON activation.id = activation_id JOIN license ON license.id = license_id
                       LEFT JOIN container ON container.id = container_id
             WHERE status_list = :list AND status_idx = :idx
             UNION ALL
             SELECT credential.serial, credential.jti, container.serial, generation, status_list, status_idx, issued_at,
                    NULL, NULL, credential.ended_at, NULL, blocked_at, block_enforced_at, NULL
             FROM credential JOIN container ON container.id = container_id
             WHERE status_list = :list AND status_idx = :idx",
        )?;
        optional(row.query_row(named_params! { ":list": list, ":idx": idx }, read_subject))
    }

    /// Passes the files of a list to `take` that an entry after a sequence number can have ended or
    /// suspended, according to the log. A file may be passed several times.
    pub fn list_stopped<E: From<Fault>>(
        &self,
        list: i64,
        after: i64,
        take: Take<'_, StoppedFile, E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT status_idx, action, license.serial AS serial, jti, text
             FROM audit INDEXED BY audit_stops
               CROSS JOIN license ON license.serial = subject
               CROSS JOIN activation ON license_id = license.id
               CROSS JOIN file INDEXED BY file_by_activation ON activation_id = activation.id
             WHERE stops AND seq > :after AND subject LIKE 'L-%' AND status_list = :list
             UNION ALL
             SELECT status_idx, action, license.serial, file.jti, file.text
             FROM audit INDEXED BY audit_stops
               CROSS JOIN container ON container.serial = subject
               CROSS JOIN activation ON container_id = container.id
               CROSS JOIN license ON license.id = license_id
               CROSS JOIN file INDEXED BY file_by_activation ON activation_id = activation.id
             WHERE stops AND seq > :after AND subject LIKE 'K-%' AND status_list = :list
             UNION ALL
             SELECT status_idx, action, credential.serial, jti, NULL
             FROM audit INDEXED BY audit_stops
               CROSS JOIN container ON container.serial = subject
               CROSS JOIN credential ON container_id = container.id
             WHERE stops AND seq > :after AND subject LIKE 'K-%' AND status_list = :list
             UNION ALL
             SELECT credential.status_idx, action, credential.serial, credential.jti, NULL
             FROM audit INDEXED BY audit_stops
               CROSS JOIN credential AS own ON own.serial = subject
               CROSS JOIN credential ON credential.container_id = own.container_id
             WHERE stops AND seq > :after AND subject LIKE 'F-%' AND credential.status_list = :list",
            named_params! { ":list": list, ":after": after },
            |row| {
                let is_suspension = row.get_ref("action")?.as_str() == Ok("license.suspend");
                Ok(StoppedFile {
                    idx: row.get("status_idx")?,
                    entry: if is_suspension { Entry::Suspended } else { Entry::Invalid },
                    serial: row.get("serial")?,
                    jti: row.get("jti")?,
                    text: row.get("text")?,
                })
            },
            take,
        )
    }

    /// Returns the audit entries that record the publication of a status list with this id.
    pub fn list_publications(&self, jti: &str) -> Result<Vec<i64>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT seq FROM audit WHERE action = 'status.publish' AND detail ->> '$.jti' = :jti
             ORDER BY seq",
        )?;
        let rows = rows.query_map(named_params! { ":jti": jti }, |row| row.get("seq"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the newest audit entry that records a publication of the list with a URI, and the id
    /// of the list.
    pub fn find_newest_publication(&self, uri: &str) -> Result<Option<(i64, String)>> {
        let mut row = self.connection.prepare_cached(
            "SELECT seq, detail ->> '$.jti' AS jti FROM audit
             WHERE subject = :uri COLLATE NOCASE AND action = 'status.publish'
             ORDER BY seq DESC LIMIT 1",
        )?;
        optional(row.query_row(named_params! { ":uri": uri }, |row| {
            Ok((row.get("seq")?, row.get::<_, Option<String>>("jti")?.unwrap_or_default()))
        }))
    }

    fn is_taken(&self, list: i64, idx: u32) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM file WHERE status_list = :list AND status_idx = :idx
             UNION ALL SELECT 1 FROM credential WHERE status_list = :list AND status_idx = :idx
             UNION ALL SELECT 1 FROM status_reserved WHERE status_list = :list AND status_idx = :idx",
        )?;
        Ok(row.exists(named_params! { ":list": list, ":idx": idx })?)
    }

    /// Returns whether a context reserves an index.
    pub fn is_reserved(&self, list: i64, idx: u32) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM status_reserved WHERE status_list = :list AND status_idx = :idx",
        )?;
        Ok(row.exists(named_params! { ":list": list, ":idx": idx })?)
    }

    /// Returns whether one of these indexes of another site's list is already known here.
    pub fn has_foreign(&self, uri: &str, indexes: &[u32]) -> Result<bool> {
        let mut row =
            self.connection.prepare_cached("SELECT number FROM status_list WHERE uri = :uri")?;
        let Some(list) =
            optional(row.query_row(named_params! { ":uri": uri }, |row| row.get::<_, i64>(0)))?
        else {
            return Ok(false);
        };
        for idx in indexes {
            if self.is_taken(list, *idx)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns the first index that a context reserves and no file has.
    pub fn find_reserved(&self, context: &str) -> Result<Option<Listed>> {
        let mut row = self.connection.prepare_cached(
            "SELECT reserved.status_list, reserved.status_idx, uri
             FROM container_context JOIN status_reserved AS reserved ON context_id = container_context.id
                                    JOIN status_list ON number = reserved.status_list
             WHERE jti = :context
               AND NOT EXISTS (SELECT 1 FROM file WHERE file.status_list = reserved.status_list AND file.status_idx = reserved.status_idx)
             ORDER BY reserved.status_list, reserved.status_idx LIMIT 1",
        )?;
        optional(row.query_row(named_params! { ":context": context }, |row| {
            Ok(Listed {
                list: row.get(0)?,
                idx: row.get(1)?,
                uri: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            })
        }))
    }

    /// Returns whether a context reserves an index that no file has.
    pub fn has_reserved(&self, context: &str, list: i64, idx: u32) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM container_context JOIN status_reserved ON context_id = container_context.id
             WHERE jti = :context AND status_list = :list AND status_idx = :idx
               AND NOT EXISTS (SELECT 1 FROM file WHERE file.status_list = :list AND file.status_idx = :idx)",
        )?;
        Ok(row.exists(named_params! { ":context": context, ":list": list, ":idx": idx })?)
    }
}

impl Transaction<'_> {
    /// Creates the first status list, if there is none, so that a list can be published before the
    /// first file is signed.
    pub fn insert_first_list(&self) -> Result<()> {
        self.open_list(0).map(drop)
    }

    /// Inserts a signed status list.
    pub fn insert_status_token(&self, token: &SignedStatus) -> Result<()> {
        self.write(
            "INSERT INTO status_token (list, jti, kid, issued_at, expires_at, text)
             VALUES (:list, :jti, :kid, :issued_at, :expires_at, :text)",
            named_params! {
                ":list": token.list, ":jti": token.jti, ":kid": token.kid,
                ":issued_at": token.issued_at,
                ":expires_at": token.expires_at, ":text": token.text,
            },
        )
    }

    /// Takes a free index. The index is random, so that it does not disclose the number of issued
    /// licenses.
    pub fn insert_status(&self, vendor: &Vendor, random: &mut Random<'_>) -> Result<Listed> {
        let list = self.open_list(1)?;
        Ok(Listed { list, idx: self.free_index(list, random)?, uri: vendor.list_uri(list) })
    }

    /// Finds free indexes of one list, all different, and counts them as taken.
    pub fn find_free(&self, count: usize, random: &mut Random<'_>) -> Result<(i64, Vec<u32>)> {
        let list = self.open_list(count)?;
        let mut found = Vec::with_capacity(count);
        while found.len() < count {
            let idx = self.free_index(list, random)?;
            if !found.contains(&idx) {
                found.push(idx);
            }
        }
        Ok((list, found))
    }

    /// Inserts the indexes of a list of this home that a context reserves.
    pub fn insert_reserved(&self, context: &str, list: i64, indexes: &[u32]) -> Result<()> {
        indexes.iter().try_for_each(|idx| self.write_reserved(context, list, *idx))
    }

    /// Inserts the indexes that another site reserved for an adopted container.
    pub fn insert_foreign(&self, context: &str, uri: &str, indexes: &[u32]) -> Result<()> {
        let list = self.foreign_list(uri)?;
        indexes.iter().try_for_each(|idx| self.write_reserved(context, list, *idx))
    }

    /// Returns the status entry of an imported file, in a list of this home or of another site.
    pub fn insert_listed(&self, vendor: &Vendor, uri: &str, idx: u32) -> Result<Listed> {
        let list = vendor.list_of(uri).map_or_else(|| self.foreign_list(uri), Ok)?;
        Ok(Listed { list, idx, uri: uri.to_owned() })
    }

    fn write_reserved(&self, context: &str, list: i64, idx: u32) -> Result<()> {
        self.write(
            "INSERT INTO status_reserved (status_list, status_idx, context_id)
             SELECT :list, :idx, id FROM container_context WHERE jti = :context",
            named_params! { ":list": list, ":idx": idx, ":context": context },
        )
    }

    /// Returns the number of another site's list, which is created if it is unknown.
    fn foreign_list(&self, uri: &str) -> Result<i64> {
        self.write_all(
            "INSERT INTO status_list (number, uri) SELECT coalesce(min(number), 0) - 1, :uri FROM status_list
             WHERE number < 0 ON CONFLICT (uri) DO NOTHING",
            named_params! { ":uri": uri },
        )?;
        let mut row =
            self.transaction.prepare_cached("SELECT number FROM status_list WHERE uri = :uri")?;
        Ok(row.query_row(named_params! { ":uri": uri }, |row| row.get(0))?)
    }

    /// Returns the list that has space for more files, and counts `count` indexes as taken. Creates
    /// a list if the newest one is full.
    fn open_list(&self, count: usize) -> Result<i64> {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let newest =
            "SELECT number, taken FROM status_list WHERE number > 0 ORDER BY number DESC LIMIT 1";
        let newest: Option<(i64, u32)> = optional(
            self.transaction
                .prepare_cached(newest)?
                .query_row([], |row| Ok((row.get(0)?, row.get(1)?))),
        )?;
        let list = match newest {
            Some((number, taken)) if taken < FULL => number,
            newest => {
                let number = newest.map_or(1, |(number, _)| number + 1);
                self.write(
                    "INSERT INTO status_list (number) VALUES (:number)",
                    named_params! { ":number": number },
                )?;
                number
            }
        };
        let values = named_params! { ":number": list, ":count": count };
        self.write("UPDATE status_list SET taken = taken + :count WHERE number = :number", values)?;
        Ok(list)
    }

    fn free_index(&self, list: i64, random: &mut Random<'_>) -> Result<u32> {
        loop {
            let mut bytes = [0; 4];
            random("status index", &mut bytes);
            let idx = u32::from_le_bytes(bytes) % LIST_SIZE;
            if !self.reader().is_taken(list, idx)? {
                return Ok(idx);
            }
        }
    }
}

fn read_status_token(row: &Row<'_>) -> rusqlite::Result<SignedStatus> {
    Ok(SignedStatus {
        row: row.get("id")?,
        list: row.get("list")?,
        jti: row.get("jti")?,
        kid: row.get("kid")?,
        issued_at: row.get("issued_at")?,
        expires_at: row.get("expires_at")?,
        text: row.get("text")?,
    })
}

fn read_subject(row: &Row<'_>) -> rusqlite::Result<Subject> {
    let blocked: (Option<String>, Option<String>) = (row.get(11)?, row.get(12)?);
    Ok(Subject {
        serial: serial(row, 0)?,
        jti: row.get(1)?,
        container: row.get(2)?,
        generation: row.get(13)?,
        revision: row.get(3)?,
        listed: (row.get(4)?, row.get(5)?),
        issued_at: row.get(6)?,
        facts: Facts {
            status: row.get::<_, Option<String>>(7)?.map(|text| word(&text)).transpose()?,
            state: row.get::<_, Option<String>>(8)?.map(|text| word(&text)).transpose()?,
            ended_at: row.get(9)?,
            ends_at: row.get(10)?,
            blocked: blocked.0.zip(blocked.1),
        },
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::name::{Name, Uri};
    use crate::domain::vendor::Vendor;
    use crate::store::{SchemaCheck, Store};

    #[test]
    fn the_next_list_opens_at_seven_eighths() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("licentia.db");
        let mut store = Store::create(&path).expect("a database");
        let tx = store.begin().expect("begun");
        let mut next = 0u32;
        let mut random = |_: &'static str, bytes: &mut [u8]| {
            next += 1;
            bytes.copy_from_slice(&(next | 0xfff0_0000).to_le_bytes());
        };
        let vendor = Vendor {
            name: Name::stored("Acme".into()),
            issuer: Uri::stored("urn:acme".into()),
            status_uri: Uri::stored("urn:acme/status".into()),
            test: true,
            plain_keys: true,
            joined: false,
            created_at: String::new(),
        };
        let mut index = || {
            tx.insert_status(&vendor, &mut random)
                .map(|listed| (listed.list, listed.idx))
                .expect("an index")
        };
        assert_eq!(index(), (1, 1));
        assert_eq!(index(), (1, 2));
        tx.transaction.execute("UPDATE status_list SET taken = 917503", []).expect("nearly full");
        assert_eq!(index().0, 1);
        assert_eq!(index(), (2, 4));
        drop(tx);
        assert!(Store::open(&path, SchemaCheck::Required).is_ok());
    }
}
