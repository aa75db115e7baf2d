//! Recoveries, recovery grants, and the ledger of both. A use is a license of a recovery that was
//! not reversed.

use rusqlite::{Row, named_params};

use crate::domain::audit::record::{GrantRecord, PolicyRecord, RecoveryRecord};
use crate::domain::name::{Name, Reference, Slug};
use crate::domain::recovery::quota::Event;
use crate::domain::recovery::{Grant, Ledger, Old, Policy, Reason, Recovered, Recovery, Scope};
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, parse_instant};
use crate::store::{
    Fault, Reader, Result, Take, Transaction, at_most, json, optional, serial, stored, word,
};

/// A filter of recoveries. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct RecoveryFilter {
    /// Customer code.
    pub customer: Option<String>,
    /// Serial of the old or the new container.
    pub container: Option<String>,
    /// Serial of the license.
    pub license: Option<String>,
    /// Serial after which the list begins.
    pub after: Option<String>,
    /// Maximum number of recoveries.
    pub limit: Option<u32>,
}

/// A grant with its stored facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredGrant {
    /// The grant.
    pub grant: Grant,
    /// Idempotency reference of the request.
    pub reference: Option<String>,
    /// Instant, RFC 3339.
    pub created_at: String,
}

impl Reader<'_> {
    /// Returns the recovery with this serial.
    pub fn find_recovery(&self, serial: &str) -> Result<Option<Recovery>> {
        let mut row = self.connection.prepare_cached(
            "SELECT recovery.serial, customer.code, source.serial, target.serial, reason, note, returned, old_action, to_counter, from_update,
                    to_update, recovery.reference, recovery.created_at, reversed_at, reversed_why,
                    (SELECT json_group_array(json_array(serial, scope, seats, jti))
                     FROM (SELECT license.serial, scope, recovery_license.seats, jti FROM recovery_license JOIN license ON license.id = license_id
                           WHERE recovery_id = recovery.id ORDER BY place) AS recovered)
             FROM recovery JOIN customer ON customer.id = recovery.customer_id
                           JOIN container AS source ON source.id = from_id JOIN container AS target ON target.id = to_id
             WHERE recovery.serial = :serial",
        )?;
        optional(row.query_row(named_params! { ":serial": serial }, read_recovery))
    }

    /// Returns the serials of recoveries with this beginning, at most three.
    pub fn list_recovery_serials(&self, beginning: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM recovery WHERE serial >= :from AND serial < :to ORDER BY serial \
             LIMIT 3",
            named_params! { ":from": beginning, ":to": format!("{beginning}~") },
        )
    }

    /// Lists the recoveries that match a filter, oldest first.
    pub fn list_recoveries<E: From<Fault>>(
        &self,
        filter: &RecoveryFilter,
        take: Take<'_, Recovery, E>,
    ) -> std::result::Result<(), E> {
        let by = match filter {
            RecoveryFilter { license: Some(_), .. } => "license",
            RecoveryFilter { container: Some(_), .. } => "container",
            RecoveryFilter { customer: Some(_), .. } => "customer",
            _ => "all",
        };
        let from = match &filter.after {
            Some(after) => self.number(
                "SELECT id FROM recovery WHERE serial = :after",
                named_params! { ":after": after },
            )?,
            None => 0,
        };
        self.each(
            "SELECT recovery.serial
             FROM (SELECT id FROM recovery WHERE :by = 'all' AND id > :from
                   UNION ALL SELECT id FROM recovery
                             WHERE :by = 'customer' AND customer_id = (SELECT id FROM customer WHERE code = :customer) AND id > :from
                   UNION ALL SELECT id FROM recovery
                             WHERE :by = 'container' AND from_id = (SELECT id FROM container WHERE serial = :container) AND id > :from
                   UNION ALL SELECT id FROM recovery
                             WHERE :by = 'container' AND to_id = (SELECT id FROM container WHERE serial = :container) AND id > :from
                   UNION ALL SELECT recovery_id AS id FROM recovery_license
                             WHERE :by = 'license' AND license_id = (SELECT id FROM license WHERE serial = :license) AND recovery_id > :from
                   ORDER BY id LIMIT 9223372036854775807) AS found
                  CROSS JOIN recovery ON recovery.id = found.id
             WHERE (:customer IS NULL OR recovery.customer_id = (SELECT id FROM customer WHERE code = :customer))
               AND (:container IS NULL OR (SELECT id FROM container WHERE serial = :container) IN (from_id, to_id))
             ORDER BY found.id LIMIT :limit",
            named_params! {
                ":by": by, ":from": from, ":license": filter.license,
                ":container": filter.container, ":customer": filter.customer,
                ":limit": at_most(filter.limit),
            },
            |row| row.get::<_, String>(0),
            &mut |serial: String| {
                let recovery = self.find_recovery(&serial)?;
                take(recovery.ok_or_else(|| Fault::Corrupt("a recovery vanished while it was \
                    read".into()))?)
            },
        )
    }

    /// Returns the ledger of a license and its predecessors: the instant of the first activation,
    /// the uses and the grants.
    pub fn find_ledger(&self, license: &Serial) -> Result<Ledger> {
        let mut row = self.connection.prepare_cached(
            "WITH RECURSIVE chain (id, replaces) AS (
               SELECT id, replaces FROM license WHERE serial = :license
               UNION ALL SELECT earlier.id, earlier.replaces FROM chain JOIN license AS earlier ON earlier.serial = chain.replaces)
             SELECT min(created_at) FROM chain CROSS JOIN activation ON license_id = chain.id",
        )?;
        let values = named_params! { ":license": license.as_str() };
        let start: Option<String> = row.query_row(values, |row| row.get(0))?;
        let mut rows = self.connection.prepare_cached(
            "WITH RECURSIVE chain (id, replaces) AS (
               SELECT id, replaces FROM license WHERE serial = :license
               UNION ALL SELECT earlier.id, earlier.replaces FROM chain JOIN license AS earlier ON earlier.serial = chain.replaces)
             SELECT created_at, scope, count FROM chain CROSS JOIN recovery_grant ON license_id = chain.id
             UNION ALL
             SELECT created_at, scope, NULL FROM chain CROSS JOIN recovery_license ON license_id = chain.id
                                            CROSS JOIN recovery ON recovery.id = recovery_id
             WHERE scope IS NOT NULL AND reversed_at IS NULL",
        )?;
        let rows = rows.query_map(values, |row| {
            let event = row.get::<_, Option<u32>>(2)?.map_or(Event::Use, Event::Grant);
            Ok((instant(row, 0)?, word::<Scope>(&row.get::<_, String>(1)?)?, event))
        })?;
        let start = start
            .map(|text| parse_instant(&text))
            .transpose()
            .map_err(|error| Fault::Corrupt(error.message))?;
        Ok(Ledger { start, events: rows.collect::<rusqlite::Result<_>>()? })
    }

    /// Returns the serials of a license and its predecessors, newest first.
    pub fn list_predecessors(&self, license: &Serial) -> Result<Vec<String>> {
        self.texts(
            "WITH RECURSIVE chain (serial, replaces) AS (
               SELECT serial, replaces FROM license WHERE serial = :license
               UNION ALL SELECT earlier.serial, earlier.replaces FROM chain JOIN license AS earlier ON earlier.serial = chain.replaces)
             SELECT serial FROM chain",
            named_params! { ":license": license.as_str() },
        )
    }

    /// Returns the grants of a license, oldest first, each with its reference and its instant.
    pub fn list_grants_of(&self, license: &str) -> Result<Vec<StoredGrant>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT license.serial, scope, count, recovery_grant.reason, recovery_grant.reference, recovery_grant.created_at
             FROM recovery_grant JOIN license ON license.id = license_id
             WHERE license_id = (SELECT id FROM license WHERE serial = :license)
             ORDER BY recovery_grant.id",
        )?;
        let rows = rows.query_map(named_params! { ":license": license }, read_grant)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the instant of the first activation of a license, RFC 3339.
    pub fn find_first_activation(&self, license: &str) -> Result<Option<String>> {
        let mut row = self.connection.prepare_cached(
            "SELECT min(activation.created_at) AS first FROM activation
             WHERE license_id = (SELECT id FROM license WHERE serial = :license)",
        )?;
        Ok(row.query_row(named_params! { ":license": license }, |row| row.get("first"))?)
    }

    /// Returns the audit entries that recover a license, and reverse no recovery.
    pub fn list_recovered(&self, license: &str) -> Result<Vec<i64>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT seq FROM audit
             WHERE subject = :license COLLATE NOCASE AND action = 'license.recover'
               AND detail ->> '$.reverses' IS NULL",
        )?;
        let rows = rows.query_map(named_params! { ":license": license }, |row| row.get("seq"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the grant with the number of its row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_grant(&self, id: i64) -> Result<Option<StoredGrant>> {
        let mut grant = self.connection.prepare_cached(
            "SELECT serial, scope, count, recovery_grant.reason, recovery_grant.reference, recovery_grant.created_at
             FROM recovery_grant JOIN license ON license.id = license_id WHERE recovery_grant.id = :id",
        )?;
        optional(grant.query_row(named_params! { ":id": id }, |row| {
            let grant = Grant {
                license: serial(row, 0)?,
                scope: word(&row.get::<_, String>("scope")?)?,
                count: row.get("count")?,
                reason: Name::stored(row.get("reason")?),
            };
            let (reference, created_at) = (row.get("reference")?, row.get("created_at")?);
            Ok(StoredGrant { grant, reference, created_at })
        }))
    }

    /// Returns the serials of the licenses that received grants under a reference, in the order of
    /// the grants.
    pub fn list_granted(&self, reference: &str) -> Result<Vec<Serial>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT serial FROM recovery_grant JOIN license ON license.id = license_id WHERE recovery_grant.reference = :reference
             ORDER BY recovery_grant.id",
        )?;
        let rows =
            rows.query_map(named_params! { ":reference": reference }, |row| serial(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the licenses that were recovered from a container, oldest first: serial and new
    /// container.
    pub fn list_recovered_from(&self, container: &Serial) -> Result<Vec<(String, String)>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT license.serial, target.serial
             FROM recovery JOIN recovery_license ON recovery_id = recovery.id JOIN license ON license.id = license_id
                           JOIN container AS target ON target.id = to_id
             WHERE from_id = (SELECT id FROM container WHERE serial = :container) AND reversed_at IS NULL
             ORDER BY recovery.id, place",
        )?;
        let rows = rows.query_map(named_params! { ":container": container.as_str() }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Transaction<'_> {
    /// Inserts a recovery with its licenses.
    pub fn insert_recovery(&self, recovery: &Recovery) -> Result<()> {
        self.write(
            "INSERT INTO recovery (serial, customer_id, from_id, to_id, reason, note, returned, old_action, to_counter, from_update, to_update,
                                   reference, created_at)
             SELECT :serial, source.customer_id, source.id, target.id, :reason, :note, :returned, :old, :to_counter, :from_update, :to_update, :reference,
                    :created_at
             FROM container AS source JOIN container AS target ON target.serial = :to WHERE source.serial = :from",
            named_params! {
                ":serial": recovery.serial.as_str(), ":from": recovery.from, ":to": recovery.to,
                ":reason": recovery.reason.as_str(),
                ":note": recovery.note.as_ref().map(Name::as_str), ":returned": recovery.returned,
                ":old": recovery.old.as_str(),
                ":to_counter": recovery.to_counter, ":from_update": recovery.updates.0,
                ":to_update": recovery.updates.1,
                ":reference": recovery.reference.as_ref().map(Reference::as_str),
                ":created_at": recovery.created_at,
            },
        )?;
        recovery.licenses.iter().enumerate().try_for_each(|(place, license)| {
            self.write(
                "INSERT INTO recovery_license (recovery_id, place, license_id, customer_id, scope, seats, jti)
                 SELECT recovery.id, :place, license.id, recovery.customer_id, :scope, :seats, :jti
                 FROM recovery JOIN license ON license.serial = :license WHERE recovery.serial = :recovery",
                named_params! {
                    ":recovery": recovery.serial.as_str(), ":place": place,
                    ":license": license.license,
                    ":scope": license.scope.map(Scope::as_str), ":seats": license.seats,
                    ":jti": license.jti,
                },
            )
        })?;
        self.record(&RecoveryRecord::of(recovery));
        Ok(())
    }

    /// Records the reversal of a recovery.
    pub fn set_recovery_reversed(&self, recovery: &Serial, at: &str, why: &str) -> Result<()> {
        self.write(
            "UPDATE recovery SET reversed_at = :at, reversed_why = :why WHERE serial = :serial AND \
             reversed_at IS NULL",
            named_params! { ":serial": recovery.as_str(), ":at": at, ":why": why },
        )?;
        if let Some(reversed) = self.reader().find_recovery(recovery.as_str())? {
            self.record(&RecoveryRecord::of(&reversed));
        }
        Ok(())
    }

    /// Updates the recovery policy of a product.
    pub fn set_product_policy(&self, product: &Slug, policy: &Policy) -> Result<()> {
        self.write(
            "UPDATE product SET recovery = :recovery WHERE code = :code",
            named_params! { ":code": product.as_str(), ":recovery": json(policy)? },
        )?;
        self.record(&PolicyRecord { product: product.as_str(), recovery: policy });
        Ok(())
    }

    /// Updates the recovery policy of a license.
    pub fn set_license_policy(&self, license: &Serial, policy: &Policy) -> Result<()> {
        self.write(
            "UPDATE license SET recovery = :recovery WHERE serial = :serial",
            named_params! { ":serial": license.as_str(), ":recovery": json(policy)? },
        )?;
        self.record_license(license.as_str())?;
        Ok(())
    }

    /// Inserts a grant.
    pub fn insert_grant(&self, grant: &Grant, reference: Option<&str>, at: &str) -> Result<()> {
        self.write(
            "INSERT INTO recovery_grant (license_id, scope, count, reason, reference, created_at)
             SELECT id, :scope, :count, :reason, :reference, :at FROM license WHERE serial = :license",
            named_params! {
                ":license": grant.license.as_str(), ":scope": grant.scope.as_str(),
                ":count": grant.count, ":reason": grant.reason.as_str(),
                ":reference": reference, ":at": at,
            },
        )?;
        self.record(&GrantRecord::of(grant, reference, at));
        Ok(())
    }
}

fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    parse_instant(&row.get::<_, String>(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(
            column,
            rusqlite::types::Type::Text,
            error.message.into(),
        )
    })
}

fn read_recovery(row: &Row<'_>) -> rusqlite::Result<Recovery> {
    let licenses: Vec<(String, Option<Scope>, u32, Option<String>)> =
        stored(&row.get::<_, String>(15)?)?;
    let reversed: (Option<String>, Option<String>) = (row.get(13)?, row.get(14)?);
    Ok(Recovery {
        serial: serial(row, 0)?,
        customer: Slug::stored(row.get(1)?),
        from: row.get(2)?,
        to: row.get(3)?,
        reason: word::<Reason>(&row.get::<_, String>(4)?)?,
        note: row.get::<_, Option<String>>(5)?.map(Name::stored),
        returned: row.get(6)?,
        old: word::<Old>(&row.get::<_, String>(7)?)?,
        to_counter: row.get(8)?,
        updates: (row.get(9)?, row.get(10)?),
        reference: row.get::<_, Option<String>>(11)?.map(Reference::stored),
        created_at: row.get(12)?,
        reversed: reversed.0.zip(reversed.1),
        licenses: licenses
            .into_iter()
            .map(|(license, scope, seats, jti)| Recovered { license, scope, seats, jti })
            .collect(),
    })
}

pub(super) fn read_grant(row: &Row<'_>) -> rusqlite::Result<StoredGrant> {
    let scope = word::<Scope>(&row.get::<_, String>(1)?)?;
    let reason = Name::stored(row.get(3)?);
    let grant = Grant { license: serial(row, 0)?, scope, count: row.get(2)?, reason };
    Ok(StoredGrant { grant, reference: row.get(4)?, created_at: row.get(5)? })
}
