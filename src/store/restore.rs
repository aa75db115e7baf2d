//! The statements that write rows back to the values that the log or a signed file states. The
//! triggers that forbid such a change of an honest row do not run: the row was changed without
//! them.

use rusqlite::config::DbConfig;
use rusqlite::named_params;
use serde_json::Value;

use crate::domain::audit::record::KeyRecord;
use crate::domain::audit::statement::Row as Facts;
use crate::domain::key::Key;
use crate::domain::license::activation::ActivationId;
use crate::domain::module::Grant;
use crate::domain::name::Username;
use crate::domain::serial::Serial;
use crate::store::key::instant;
use crate::store::{Fault, Reader, Result, Transaction, json};

/// Returns a text of a record; `None` for an absent one.
fn text<'a>(facts: &'a Facts, member: &str) -> Option<&'a str> {
    facts.get(member).and_then(Value::as_str)
}

/// Returns a number or a flag of a record; `None` for an absent one.
fn number(facts: &Facts, member: &str) -> Option<i64> {
    let value = facts.get(member)?;
    value.as_i64().or_else(|| value.as_bool().map(i64::from))
}

/// Returns a list or a map of a record as JSON text; `None` for an absent one.
fn json_text(facts: &Facts, member: &str) -> Option<String> {
    facts.get(member).map(Value::to_string)
}

/// The identity of a stored license file, which its token states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIds {
    /// The id.
    pub jti: String,
    /// The thumbprint of the key.
    pub kid: String,
    /// The revision.
    pub revision: u32,
}

impl Transaction<'_> {
    /// Writes rows while no trigger runs.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn without_triggers<T, E: From<Fault>>(
        &self,
        write: impl FnOnce(&Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let run = |runs: bool| {
            let set =
                self.transaction.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, runs);
            set.map(drop).map_err(Fault::from)
        };
        run(false)?;
        let written = write(self);
        run(true)?;
        written
    }

    /// Writes a license back to its record, without its modules, users and activations.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_license(&self, facts: &Facts, at: &str) -> Result<()> {
        self.write(
            "UPDATE license
             SET product_id = (SELECT product.id FROM product WHERE product.code = :product),
                 customer_id = (SELECT customer.id FROM customer WHERE customer.code = :customer),
                 company_id = (SELECT company.id FROM company JOIN customer ON customer.id = company.customer_id
                               WHERE customer.code = :customer AND company.code = :company),
                 edition = :edition, model = :model, seats = :seats, starts = :starts, ends = :ends, checkpoint_days = :checkpoint_days,
                 grace_days = :grace_days, offline_days = :offline_days, offline_starts = :offline_starts, enforcement = :enforcement,
                 hosts_per_user = :hosts_per_user, attributes = :attributes, revision = :revision, standing = :standing, reason = :reason,
                 state_since = :state_since, reference = :reference, reference_hash = :reference_hash, replaces = :replaces,
                 adopted = :adopted, recovery = :recovery, created_at = :created_at, changed_at = :at
             WHERE serial = :serial",
            named_params! {
                ":serial": text(facts, "serial"), ":product": text(facts, "product"),
                ":customer": text(facts, "customer"), ":company": text(facts, "company"),
                ":edition": text(facts, "edition"), ":model": text(facts, "model"),
                ":seats": number(facts, "seats"), ":starts": text(facts, "starts"),
                ":ends": text(facts, "ends"), ":checkpoint_days": number(facts, "checkpoint_days"),
                ":grace_days": number(facts, "grace_days"),
                ":offline_days": number(facts, "offline_days"),
                ":offline_starts": number(facts, "offline_starts"),
                ":enforcement": text(facts, "enforcement"),
                ":hosts_per_user": number(facts, "hosts_per_user"),
                ":attributes": json_text(facts, "attributes"),
                ":revision": number(facts, "revision"), ":standing": text(facts, "standing"),
                ":reason": text(facts, "reason"), ":state_since": text(facts, "state_since"),
                ":reference": text(facts, "reference"),
                ":reference_hash": text(facts, "reference_hash"),
                ":replaces": text(facts, "replaces"), ":adopted": number(facts, "adopted"),
                ":recovery": json_text(facts, "recovery"),
                ":created_at": text(facts, "created_at"), ":at": at,
            },
        )
    }

    /// Writes the modules of a license back.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_modules(&self, license: &Serial, grants: &[Grant]) -> Result<()> {
        self.write_all(
            "DELETE FROM license_module WHERE license_id = (SELECT id FROM license WHERE serial = :serial)",
            named_params! { ":serial": license.as_str() },
        )?;
        self.insert_grants(license, grants)
    }

    /// Writes the assigned users of a license back.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_users(&self, license: &Serial, users: &[Username], at: &str) -> Result<()> {
        self.write_all(
            "DELETE FROM assignment WHERE license_id = (SELECT id FROM license WHERE serial = :serial)",
            named_params! { ":serial": license.as_str() },
        )?;
        users.iter().try_for_each(|user| self.insert_assignment(license, user, at))
    }

    /// Writes an activation back to its record.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_activation(&self, id: ActivationId, facts: &Facts) -> Result<()> {
        self.write(
            "UPDATE activation
             SET seats = :seats, state = :state, ends_as = :ends_as, gone_at = :gone_at, ended_at = :ended_at,
                 moves_to = (SELECT id FROM container WHERE container.serial = :moves_to)
             WHERE id = :id",
            named_params! {
                ":id": id, ":seats": number(facts, "seats"), ":state": text(facts, "state"),
                ":ends_as": text(facts, "ends_as"), ":gone_at": number(facts, "gone_at"),
                ":ended_at": text(facts, "ended_at"), ":moves_to": text(facts, "moves_to"),
            },
        )
    }

    /// Computes the columns of a license that triggers compute.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_placement(&self, license: &Serial) -> Result<()> {
        self.write(
            "UPDATE license
             SET placed = EXISTS (SELECT 1 FROM activation WHERE license_id = license.id AND state = 'live'),
                 in_hardware = (SELECT coalesce(sum(activation.seats), 0) FROM activation JOIN container ON container.id = container_id
                                WHERE license_id = license.id AND ended_at IS NULL AND kind <> 'cloud')
             WHERE serial = :serial",
            named_params! { ":serial": license.as_str() },
        )
    }

    /// Writes the row of a license file back to the ids that its token states. `stored` is the id
    /// in the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_file(&self, stored: &str, ids: &FileIds) -> Result<()> {
        self.write(
            "UPDATE file SET jti = :jti, kid = :kid, revision = :revision WHERE jti = :stored",
            named_params! {
                ":stored": stored, ":jti": ids.jti, ":kid": ids.kid, ":revision": ids.revision,
            },
        )
    }

    /// Writes a container back to its record, without its key and its properties, of which the
    /// record has hashes.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_container(&self, facts: &Facts) -> Result<()> {
        self.write(
            "UPDATE container
             SET kind = :kind, customer_id = (SELECT customer.id FROM customer WHERE customer.code = :customer),
                 user_id = (SELECT customer_user.id FROM customer_user JOIN customer ON customer.id = customer_user.customer_id
                            WHERE customer.code = :customer AND customer_user.username = :user),
                 label = :label, hardware = :hardware, username = :username, counter = :counter, confirmed_counter = :confirmed_counter,
                 blocked = :blocked, block_reason = :block_reason, blocked_at = :blocked_at, block_enforced_at = :block_enforced_at,
                 suspicion = :suspicion, context = :context, resync = :resync, lost_at = :lost_at, retired_at = :retired_at,
                 reference = :reference, created_at = :created_at
             WHERE serial = :serial",
            named_params! {
                ":serial": text(facts, "serial"), ":kind": text(facts, "kind"),
                ":customer": text(facts, "customer"), ":user": text(facts, "user"),
                ":label": text(facts, "label"), ":hardware": text(facts, "hardware"),
                ":username": text(facts, "username"), ":counter": number(facts, "counter"),
                ":confirmed_counter": number(facts, "confirmed_counter"),
                ":blocked": text(facts, "blocked"), ":block_reason": text(facts, "block_reason"),
                ":blocked_at": text(facts, "blocked_at"),
                ":block_enforced_at": text(facts, "block_enforced_at"),
                ":suspicion": json_text(facts, "suspicion"), ":context": text(facts, "context"),
                ":resync": number(facts, "resync"), ":lost_at": text(facts, "lost_at"),
                ":retired_at": text(facts, "retired_at"), ":reference": text(facts, "reference"),
                ":created_at": text(facts, "created_at"),
            },
        )
    }

    /// Writes a ticket and its licenses back to its record. The hash of its code is not recorded.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_ticket(&self, facts: &Facts) -> Result<()> {
        let serial = text(facts, "serial");
        self.write(
            "UPDATE ticket
             SET customer_id = (SELECT customer.id FROM customer WHERE customer.code = :customer), uses = :uses, used = :used,
                 unbound_allowed = :unbound_allowed, expires_at = :expires_at, cancelled_at = :cancelled_at,
                 reference = :reference, created_at = :created_at
             WHERE serial = :serial",
            named_params! {
                ":serial": serial, ":customer": text(facts, "customer"),
                ":uses": number(facts, "uses"), ":used": number(facts, "used"),
                ":unbound_allowed": number(facts, "unbound_allowed"),
                ":expires_at": text(facts, "expires_at"),
                ":cancelled_at": text(facts, "cancelled_at"),
                ":reference": text(facts, "reference"), ":created_at": text(facts, "created_at"),
            },
        )?;
        self.write_all(
            "DELETE FROM ticket_license WHERE ticket_id = (SELECT id FROM ticket WHERE serial = :serial)",
            named_params! { ":serial": serial },
        )?;
        let licenses = facts.get("licenses").and_then(Value::as_array).into_iter().flatten();
        licenses.enumerate().try_for_each(|(place, license)| {
            self.write(
                "INSERT INTO ticket_license (ticket_id, place, license_id, customer_id)
                 SELECT ticket.id, :place, license.id, ticket.customer_id FROM ticket CROSS JOIN license
                 WHERE ticket.serial = :serial AND license.serial = :license",
                named_params! { ":serial": serial, ":place": place, ":license": license.as_str() },
            )
        })
    }

    /// Writes a grant of recoveries back to its record.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_grant(&self, id: i64, facts: &Facts) -> Result<()> {
        self.write(
            "UPDATE recovery_grant SET scope = :scope, count = :count, reason = :reason, reference = :reference WHERE id = :id",
            named_params! {
                ":id": id, ":scope": text(facts, "scope"), ":count": number(facts, "count"),
                ":reason": text(facts, "reason"), ":reference": text(facts, "reference"),
            },
        )
    }

    /// Writes the columns of a key back that a key set states.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_key(&self, key: &Key) -> Result<()> {
        self.write(
            "UPDATE key
             SET name = :name, role = :role, edition = :edition, state = :state, scope = :scope, x = :x, not_after = :not_after,
                 retired_at = :retired_at, revoked_at = :revoked_at
             WHERE kid = :kid",
            named_params! {
                ":kid": key.kid, ":name": key.name.as_str(), ":role": key.role.as_str(),
                ":edition": key.edition.map(|edition| edition.as_str()),
                ":state": key.state.as_str(), ":scope": json(&key.limits.scope)?, ":x": key.x,
                ":not_after": instant(key.limits.not_after)?,
                ":retired_at": instant(key.retired_at)?, ":revoked_at": instant(key.revoked_at)?,
            },
        )?;
        self.record(&KeyRecord::of(key));
        Ok(())
    }

    /// Inserts a key whose row is missing, with the number of its files.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn restore_missing_key(&self, key: &Key) -> Result<()> {
        self.insert_key(key)?;
        self.write(
            "UPDATE key
             SET files_signed = (SELECT count(*) FROM file WHERE file.kid = :kid)
                              + (SELECT count(*) FROM status_token WHERE status_token.kid = :kid)
                              + (SELECT count(*) FROM container_update WHERE container_update.kid = :kid)
                              + (SELECT count(*) FROM container_context WHERE container_context.kid = :kid)
                              + (SELECT count(*) FROM credential WHERE credential.kid = :kid)
             WHERE kid = :kid",
            named_params! { ":kid": key.kid },
        )
    }

    /// Deletes a key that is not in the key set.
    ///
    /// # Errors
    ///
    /// The faults of the database, for a key that a signed file names.
    pub fn delete_key(&self, kid: &str) -> Result<()> {
        self.write("DELETE FROM key WHERE kid = :kid", named_params! { ":kid": kid })
    }
}

impl Reader<'_> {
    /// Returns whether a signed file, a key set or an anchor names a key.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn is_key_used(&self, kid: &str) -> Result<bool> {
        let used = self.number(
            "SELECT EXISTS (SELECT 1 FROM file WHERE file.kid = :kid) OR EXISTS (SELECT 1 FROM status_token WHERE status_token.kid = :kid)
                 OR EXISTS (SELECT 1 FROM container_update WHERE container_update.kid = :kid)
                 OR EXISTS (SELECT 1 FROM container_context WHERE container_context.kid = :kid)
                 OR EXISTS (SELECT 1 FROM credential WHERE credential.kid = :kid) OR EXISTS (SELECT 1 FROM keyset WHERE keyset.kid = :kid)
                 OR EXISTS (SELECT 1 FROM audit_anchor WHERE audit_anchor.kid = :kid)",
            named_params! { ":kid": kid },
        )?;
        Ok(used == 1)
    }
}
