//! Keys and key sets.

use rusqlite::{Row, named_params};

use crate::domain::audit::record::KeyRecord;
use crate::domain::key::{Key, Limits, Role};
use crate::domain::name::Slug;
use crate::domain::time::{Timestamp, stored_instant};
use crate::store::{Fault, Reader, Result, Transaction, json, optional, stored, word};

/// A stored key set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedKeySet {
    /// Version: 1, 2, …
    pub version: u64,
    /// Thumbprint of the root key that signed the key set.
    pub kid: String,
    /// Id of the token.
    pub jti: String,
    /// Instant of the signature, RFC 3339.
    pub issued_at: String,
    /// The signed bytes.
    pub text: String,
}

impl Reader<'_> {
    /// Returns all keys: the root key first, then in the order of their creation.
    pub fn list_keys(&self) -> Result<Vec<Key>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT name, kid, role, edition, state, scope, purposes, max_files, x, not_after, retired_at, revoked_at,
                    files_signed, file_hash, created_at
             FROM key ORDER BY role = 'signing', id",
        )?;
        let keys = rows.query_map([], read_key)?.collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }

    /// Returns the newest key set.
    pub fn find_keyset(&self) -> Result<Option<SignedKeySet>> {
        let mut newest = self.connection.prepare_cached(
            "SELECT version, kid, jti, issued_at, text FROM keyset ORDER BY version DESC LIMIT 1",
        )?;
        optional(newest.query_row([], |row| {
            Ok(SignedKeySet {
                version: row.get(0)?,
                kid: row.get(1)?,
                jti: row.get(2)?,
                issued_at: row.get(3)?,
                text: row.get(4)?,
            })
        }))
    }
}

/// The files that a key has signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedFiles {
    /// Number of files.
    pub files: u64,
    /// Serials of their licenses, oldest first.
    pub licenses: Vec<String>,
    /// Codes of the customers of the licenses, oldest first.
    pub customers: Vec<String>,
    /// Serials of the cloud containers with a credential in force that the key signed.
    pub containers: Vec<String>,
}

impl Reader<'_> {
    /// Returns the latest instant at which a key signed a file for a customer, RFC 3339.
    pub fn find_newest_of(&self, kid: &str) -> Result<Option<String>> {
        let mut newest = self.connection.prepare_cached(
            "SELECT max(at) FROM (SELECT max(issued_at) AS at FROM file WHERE kid = :kid
                                  UNION ALL SELECT max(issued_at) FROM credential WHERE kid = :kid
                                  UNION ALL SELECT max(issued_at) FROM container_update WHERE kid = :kid
                                  UNION ALL SELECT max(issued_at) FROM container_context WHERE kid = :kid
                                  UNION ALL SELECT max(issued_at) FROM status_token WHERE kid = :kid) AS signed",
        )?;
        Ok(newest.query_row(named_params! { ":kid": kid }, |row| row.get(0))?)
    }

    /// Returns the files that a key has signed for customers. Reads all of them, so call it before
    /// a transaction begins.
    pub fn find_signed_files(&self, kid: &str) -> Result<SignedFiles> {
        let mut files = self.connection.prepare_cached(
            "SELECT (SELECT count(*) FROM file WHERE kid = :kid) + (SELECT count(*) FROM credential WHERE kid = :kid)
                  + (SELECT count(*) FROM container_update WHERE kid = :kid) + (SELECT count(*) FROM container_context WHERE kid = :kid)
                  + (SELECT count(*) FROM status_token WHERE kid = :kid)",
        )?;
        let files = files.query_row(named_params! { ":kid": kid }, |row| row.get(0))?;
        let licenses = self.texts(
            "SELECT serial FROM license
             WHERE id IN (SELECT license_id FROM activation JOIN file ON file.activation_id = activation.id WHERE kid = :kid)
             ORDER BY id",
            named_params! { ":kid": kid },
        )?;
        let customers = self.texts(
            "SELECT code FROM customer
             WHERE id IN (SELECT license.customer_id FROM license JOIN activation ON license_id = license.id
                            JOIN file ON file.activation_id = activation.id WHERE kid = :kid)
             ORDER BY id",
            named_params! { ":kid": kid },
        )?;
        let containers = self.texts(
            "SELECT container.serial FROM container
             WHERE id IN (SELECT container_id FROM credential WHERE kid = :kid AND ended_at IS NULL) ORDER BY id",
            named_params! { ":kid": kid },
        )?;
        Ok(SignedFiles { files, licenses, customers, containers })
    }
}

impl Transaction<'_> {
    /// Inserts a new key. Its private key file, if there is one, is already written.
    pub fn insert_key(&self, key: &Key) -> Result<()> {
        self.write(
            "INSERT INTO key (name, kid, role, edition, state, scope, purposes, max_files, x, not_after, retired_at, revoked_at, files_signed, file_hash, created_at)
             VALUES (:name, :kid, :role, :edition, :state, :scope, :purposes, :max_files, :x, :not_after, :retired_at, :revoked_at, :files_signed, :file_hash, :created_at)",
            named_params! {
                ":name": key.name.as_str(), ":kid": key.kid, ":role": key.role.as_str(),
                ":edition": key.edition.map(|edition| edition.as_str()),
                ":state": key.state.as_str(), ":scope": json(&key.limits.scope)?,
                ":purposes": key.limits.purposes.as_ref().map(json).transpose()?,
                ":max_files": key.limits.max_files, ":x": key.x,
                ":not_after": instant(key.limits.not_after)?,
                ":retired_at": instant(key.retired_at)?,
                ":revoked_at": instant(key.revoked_at)?, ":files_signed": key.files_signed,
                ":file_hash": key.file_hash, ":created_at": key.created_at,
            },
        )?;
        self.record(&KeyRecord::of(key));
        Ok(())
    }

    /// Inserts a signed key set.
    pub fn insert_keyset(&self, set: &SignedKeySet) -> Result<()> {
        self.write(
            "INSERT INTO keyset (version, kid, jti, issued_at, text)
             VALUES (:version, :kid, :jti, :issued_at, :text)",
            named_params! {
                ":version": set.version, ":kid": set.kid, ":jti": set.jti, ":issued_at": set.issued_at, ":text": set.text
            },
        )?;
        self.set_signed(&set.kid)
    }

    /// Updates the state of a key that was retired or revoked.
    pub fn set_key_state(&self, key: &Key) -> Result<()> {
        self.write(
            "UPDATE key SET state = :state, retired_at = :retired_at, revoked_at = :revoked_at \
             WHERE kid = :kid",
            named_params! {
                ":state": key.state.as_str(), ":retired_at": instant(key.retired_at)?,
                ":revoked_at": instant(key.revoked_at)?, ":kid": key.kid,
            },
        )?;
        self.record(&KeyRecord::of(key));
        Ok(())
    }

    /// Updates the hash of the private key file of a key.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn set_key_file(&self, key: &Key) -> Result<()> {
        self.write(
            "UPDATE key SET file_hash = :file_hash WHERE kid = :kid",
            named_params! { ":file_hash": key.file_hash, ":kid": key.kid },
        )?;
        self.record(&KeyRecord::of(key));
        Ok(())
    }

    /// Increments the number of files that a key has signed.
    pub fn set_signed(&self, kid: &str) -> Result<()> {
        self.write(
            "UPDATE key SET files_signed = files_signed + 1 WHERE kid = :kid",
            named_params! { ":kid": kid },
        )
    }
}

/// Returns a time of a key in its stored form. The argument is in seconds since 1970.
///
/// # Errors
///
/// `Fault::Corrupt` for an instant outside the calendar.
pub(super) fn instant(seconds: Option<i64>) -> Result<Option<String>> {
    let stored = |seconds| {
        stored_instant(seconds)
            .ok_or_else(|| Fault::Corrupt(format!("{seconds} s is not an instant")))
    };
    seconds.map(stored).transpose()
}

/// Reads a stored instant of a key, in seconds since 1970.
fn seconds(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<i64>> {
    let text = row.get::<_, Option<String>>(column)?;
    let instant = text.map(|text| text.parse::<Timestamp>()).transpose().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, error.into())
    })?;
    Ok(instant.map(Timestamp::as_second))
}

fn read_key(row: &Row<'_>) -> rusqlite::Result<Key> {
    let role =
        if row.get::<_, String>(2)? == Role::Root.as_str() { Role::Root } else { Role::Signing };
    Ok(Key {
        name: Slug::stored(row.get(0)?),
        kid: row.get(1)?,
        role,
        edition: row.get::<_, Option<String>>(3)?.map(|edition| word(&edition)).transpose()?,
        state: word(&row.get::<_, String>(4)?)?,
        limits: Limits {
            scope: stored(&row.get::<_, String>(5)?)?,
            purposes: row
                .get::<_, Option<String>>(6)?
                .map(|purposes| stored(&purposes))
                .transpose()?,
            max_files: row.get(7)?,
            not_after: seconds(row, 9)?,
        },
        x: row.get(8)?,
        retired_at: seconds(row, 10)?,
        revoked_at: seconds(row, 11)?,
        files_signed: row.get(12)?,
        file_hash: row.get(13)?,
        created_at: row.get(14)?,
    })
}
