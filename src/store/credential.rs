//! Credentials: their contents without the secrets, and hashes.

use rusqlite::{Row, named_params};

use crate::domain::audit::record::CredentialRecord;
use crate::domain::credential::{Credential, Kept};
use crate::domain::name::Slug;
use crate::domain::serial::Serial;
use crate::domain::vendor::Listed;
use crate::store::{Fault, Reader, Result, Take, Transaction, at_most, optional, serial, word};

/// A filter of credentials. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct CredentialFilter {
    /// Serial of the container.
    pub container: Option<String>,
    /// Code of the container's customer.
    pub customer: Option<String>,
    /// Selects ended credentials too.
    pub all: bool,
    /// Serial after which the list begins.
    pub after: Option<String>,
    /// Maximum number of credentials.
    pub limit: Option<u32>,
}

/// The file of a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialFile {
    /// Serial of the credential.
    pub serial: String,
    /// The path.
    pub target: String,
    /// The name in the same folder until the file is complete.
    pub staged: String,
    /// Length of the incomplete file, in bytes.
    pub staged_length: u64,
    /// The last bytes, which follow the incomplete file. They are empty after `doctor` has
    /// completed or removed the file.
    pub missing: Vec<u8>,
    /// SHA-256 of the whole content.
    pub hash: [u8; 32],
    /// True if the credential opens its container.
    pub in_force: bool,
}

impl Reader<'_> {
    /// Returns the credential with this serial.
    pub fn find_credential(&self, serial: &str) -> Result<Option<Credential>> {
        let mut row = self.connection.prepare_cached(
            "SELECT credential.serial, container.serial, customer.code, container.username, generation, jti, kid, issued_at, ended_at, ended_as
             FROM credential JOIN container ON container.id = container_id JOIN customer ON customer.id = container.customer_id
             WHERE credential.serial = :serial",
        )?;
        optional(row.query_row(named_params! { ":serial": serial }, read_credential))
    }

    /// Returns the serial of the credential whose token has this hash.
    pub fn find_credential_of(&self, text_hash: &[u8; 32]) -> Result<Option<String>> {
        let mut row = self
            .connection
            .prepare_cached("SELECT serial FROM credential WHERE text_hash = :text_hash")?;
        optional(row.query_row(named_params! { ":text_hash": text_hash }, |row| row.get(0)))
    }

    /// Returns the serial of the credential of a container that is in force.
    pub fn find_credential_in_force(&self, container: &Serial) -> Result<Option<String>> {
        let mut row = self.connection.prepare_cached(
            "SELECT serial FROM credential WHERE container_id = (SELECT id FROM container WHERE \
             serial = :container) AND ended_at IS NULL",
        )?;
        optional(
            row.query_row(named_params! { ":container": container.as_str() }, |row| row.get(0)),
        )
    }

    /// Returns the generation of the newest credential of a container, in force or not; 0 without a
    /// credential.
    pub fn find_newest_generation(&self, container: &Serial) -> Result<u32> {
        let mut row = self.connection.prepare_cached(
            "SELECT coalesce(max(generation), 0) FROM credential WHERE container_id = (SELECT id \
             FROM container WHERE serial = :container)",
        )?;
        Ok(row.query_row(named_params! { ":container": container.as_str() }, |row| row.get(0))?)
    }

    /// Returns the serials of credentials with this beginning, at most three.
    pub fn list_credential_serials(&self, beginning: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM credential WHERE serial >= :from AND serial < :to ORDER BY serial \
             LIMIT 3",
            named_params! { ":from": beginning, ":to": format!("{beginning}~") },
        )
    }

    /// Returns whether an incomplete file of a credential has this name.
    pub fn has_staged_file(&self, name: &str) -> Result<bool> {
        let mut row =
            self.connection.prepare_cached("SELECT 1 FROM credential WHERE staged = :name")?;
        Ok(row.exists(named_params! { ":name": name })?)
    }

    /// Lists the files of all credentials, oldest first.
    pub fn list_credential_files<E: From<Fault>>(
        &self,
        take: Take<'_, CredentialFile, E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT serial, target, staged, staged_length, missing, file_hash, ended_at IS NULL AS in_force
             FROM credential WHERE target IS NOT NULL ORDER BY id",
            &[],
            |row| {
                Ok(CredentialFile {
                    serial: row.get("serial")?,
                    target: row.get("target")?,
                    staged: row.get("staged")?,
                    staged_length: row.get("staged_length")?,
                    missing: row.get::<_, Option<Vec<u8>>>("missing")?.unwrap_or_default(),
                    hash: row.get("file_hash")?,
                    in_force: row.get("in_force")?,
                })
            },
            take,
        )
    }

    /// Lists the credentials that match a filter, oldest first.
    pub fn list_credentials<E: From<Fault>>(
        &self,
        filter: &CredentialFilter,
        take: Take<'_, Credential, E>,
    ) -> std::result::Result<(), E> {
        let by = match filter {
            CredentialFilter { container: Some(_), .. } => "container",
            CredentialFilter { customer: Some(_), .. } => "customer",
            _ => "all",
        };
        let from = match &filter.after {
            Some(after) => self.number(
                "SELECT id FROM credential WHERE serial = :after",
                named_params! { ":after": after },
            )?,
            None => 0,
        };
        self.each(
            "SELECT credential.serial
             FROM (SELECT id FROM credential WHERE :by = 'all' AND id > :from
                   UNION ALL SELECT id FROM credential
                             WHERE :by = 'container' AND container_id = (SELECT id FROM container WHERE serial = :container) AND id > :from
                   UNION ALL SELECT credential.id FROM container JOIN credential ON container_id = container.id
                             WHERE :by = 'customer' AND customer_id = (SELECT id FROM customer WHERE code = :customer) AND credential.id > :from
                   ORDER BY id LIMIT 9223372036854775807) AS found
                  CROSS JOIN credential ON credential.id = found.id
                  JOIN container ON container.id = container_id JOIN customer ON customer.id = container.customer_id
             WHERE (:customer IS NULL OR customer.code = :customer) AND (:all OR ended_at IS NULL)
             ORDER BY found.id LIMIT :limit",
            named_params! {
                ":by": by, ":from": from, ":container": filter.container,
                ":customer": filter.customer, ":all": filter.all,
                ":limit": at_most(filter.limit),
            },
            |row| row.get::<_, String>(0),
            &mut |serial: String| {
                let credential = self.find_credential(&serial)?;
                take(credential.ok_or_else(|| Fault::Corrupt("a credential vanished while it was \
                    read".into()))?)
            },
        )
    }
}

impl Transaction<'_> {
    /// Inserts a new credential without its secret, and increments the file count of its key.
    pub fn insert_credential(
        &self,
        credential: &Credential,
        kept: &Kept,
        status: &Listed,
    ) -> Result<()> {
        let file = kept.file.as_ref();
        self.write(
            "INSERT INTO credential (serial, container_id, generation, jti, kid, claims, secret_hash, text_hash, file_hash, target, staged,
                                     staged_length, missing, status_list, status_idx, issued_at)
             SELECT :serial, id, :generation, :jti, :kid, :claims, :secret_hash, :text_hash, :file_hash, :target, :staged,
                    :staged_length, :missing, :status_list, :status_idx, :issued_at
             FROM container WHERE container.serial = :container",
            named_params! {
                ":serial": credential.serial.as_str(), ":container": credential.container,
                ":generation": credential.generation,
                ":jti": credential.jti, ":kid": credential.kid, ":claims": kept.claims,
                ":secret_hash": kept.secret_hash,
                ":text_hash": kept.text_hash, ":file_hash": kept.file_hash,
                ":target": file.map(|file| &file.target),
                ":staged": file.map(|file| &file.staged),
                ":staged_length": file.map(|file| file.staged_length),
                ":missing": file.map(|file| &file.missing), ":status_list": status.list,
                ":status_idx": status.idx, ":issued_at": credential.issued_at,
            },
        )?;
        self.set_signed(&credential.kid)
    }

    /// Records that the file of a credential is complete or removed.
    pub fn set_credential_finished(&self, serial: &str) -> Result<()> {
        self.write(
            "UPDATE credential SET missing = NULL WHERE serial = :serial",
            named_params! { ":serial": serial },
        )?;
        if let Some(credential) = self.reader().find_credential(serial)? {
            self.record(&CredentialRecord::of(&credential));
        }
        Ok(())
    }

    /// Updates the end of a credential.
    pub fn set_credential_ended(&self, credential: &Credential) -> Result<()> {
        let ended = credential.ended.as_ref();
        self.write(
            "UPDATE credential SET ended_at = :at, ended_as = :as WHERE serial = :serial",
            named_params! {
                ":serial": credential.serial.as_str(), ":at": ended.map(|(at, _)| at), ":as": ended.map(|(_, end)| end.as_str())
            },
        )?;
        self.record(&CredentialRecord::of(credential));
        Ok(())
    }
}

fn read_credential(row: &Row<'_>) -> rusqlite::Result<Credential> {
    let ended = match (row.get::<_, Option<String>>(8)?, row.get::<_, Option<String>>(9)?) {
        (Some(at), Some(end)) => Some((at, word(&end)?)),
        _ => None,
    };
    Ok(Credential {
        serial: serial(row, 0)?,
        container: row.get(1)?,
        customer: Slug::stored(row.get(2)?),
        username: row.get(3)?,
        generation: row.get(4)?,
        jti: row.get(5)?,
        kid: row.get(6)?,
        issued_at: row.get(7)?,
        ended,
    })
}
