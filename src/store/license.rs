//! Licenses, their modules, assignments, activations and files. Statements identify an activation
//! by the id of its row.

use rusqlite::types::{ToSql, ToSqlOutput};
use rusqlite::{Row, named_params};

use crate::domain::audit::record::LicenseRecord;
use crate::domain::license::License;
use crate::domain::license::activation::{
    Activation, ActivationId, File, Pair, PendingRemoval, StoredIds, pairs,
};
use crate::domain::license::entitlement::Entitlement;
use crate::domain::module::Grant;
use crate::domain::name::{Reference, Slug, Username};
use crate::domain::serial::Serial;
use crate::domain::time::{Date, Timestamp};
use crate::domain::vendor::Listed;
use crate::store::container::read_place;
use crate::store::{Reader, Result, Transaction, json, optional, serial, stored, word};

impl Reader<'_> {
    /// Returns the serials of the licenses that a user may use, oldest first: licenses that are
    /// assigned to the user, and floating licenses without assignments for the whole customer or
    /// for the company of the user.
    pub fn list_licenses_of(&self, customer: &Slug, username: &Username) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license JOIN customer ON customer.id = license.customer_id
                                        JOIN customer_user ON customer_user.customer_id = customer.id
             WHERE customer.code = :customer AND username = :username AND standing IN ('open', 'suspended')
               AND (EXISTS (SELECT 1 FROM assignment WHERE license_id = license.id AND user_id = customer_user.id)
                    OR model = 'floating' AND (license.company_id IS NULL OR license.company_id = customer_user.company_id)
                       AND NOT EXISTS (SELECT 1 FROM assignment WHERE license_id = license.id))
             ORDER BY license.id",
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
        )
    }

    /// Returns the serials of the licenses that are assigned to a user, oldest first.
    pub fn list_assigned_to(&self, customer: &Slug, username: &Username) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM assignment JOIN license ON license.id = license_id JOIN customer_user ON customer_user.id = user_id
                                           JOIN customer ON customer.id = customer_user.customer_id
             WHERE customer.code = :customer AND username = :username ORDER BY license.id",
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
        )
    }

    /// Returns the serials of a customer's licenses of an edition that are not deleted, oldest
    /// first.
    pub fn list_of_edition(&self, customer: &Slug, edition: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license JOIN customer ON customer.id = customer_id
             WHERE customer.code = :customer AND edition = :edition AND standing <> 'deleted' ORDER BY license.id",
            named_params! { ":customer": customer.as_str(), ":edition": edition },
        )
    }

    /// Returns the serials of a customer's licenses of a base product, newest first.
    pub fn list_bases(
        &self,
        customer: &Slug,
        product: &Slug,
        edition: &str,
    ) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license
             WHERE customer_id = (SELECT id FROM customer WHERE code = :customer)
               AND product_id = (SELECT id FROM product WHERE code = :product) AND edition = :edition AND standing <> 'deleted'
             ORDER BY license.id DESC",
            named_params! { ":customer": customer.as_str(), ":product": product.as_str(), ":edition": edition },
        )
    }

    /// Returns the serials of the checkpoint licenses with a live activation whose newest file, or
    /// an older one if all newer files were signed after `since`, expires at `until` or before.
    /// Oldest first. Licenses that end at `until` or before are included, because their last file
    /// must cover the days of grace.
    pub fn list_due(&self, until: &str, since: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license
             WHERE checkpoint_days IS NOT NULL AND standing = 'open'
               AND EXISTS (SELECT 1 FROM activation JOIN file ON file.activation_id = activation.id
                           WHERE activation.license_id = license.id AND activation.state = 'live'
                             AND (file.expires_at <= :until OR license.ends <= :until)
                             AND NOT EXISTS (SELECT 1 FROM file AS newer WHERE newer.activation_id = activation.id
                                                AND newer.id > file.id AND newer.issued_at <= :since))
             ORDER BY license.id",
            named_params! { ":until": until, ":since": since },
        )
    }

    /// Returns the serials of the licenses of a company, oldest first.
    pub fn list_licenses_of_company(&self, customer: &Slug, company: &Slug) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license JOIN company ON company.id = company_id JOIN customer ON customer.id = company.customer_id
             WHERE customer.code = :customer AND company.code = :company ORDER BY license.id",
            named_params! { ":customer": customer.as_str(), ":company": company.as_str() },
        )
    }

    /// Returns the number of licenses of a product or of a customer, and the number of those that
    /// have not ended.
    pub fn count_licenses(
        &self,
        product: Option<&Slug>,
        customer: Option<&Slug>,
        today: &str,
    ) -> Result<(usize, usize)> {
        let mut row = self.connection.prepare_cached(
            "SELECT count(*), count(*) FILTER (WHERE standing IN ('open', 'suspended') AND (ends IS NULL OR ends > :today))
             FROM (SELECT standing, ends FROM license WHERE product_id = (SELECT id FROM product WHERE code = :product)
                   UNION ALL SELECT standing, ends FROM license WHERE customer_id = (SELECT id FROM customer WHERE code = :customer)) AS counted",
        )?;
        let values = named_params! {
            ":product": product.map(Slug::as_str), ":customer": customer.map(Slug::as_str), ":today": today
        };
        Ok(row.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Returns the serials of licenses with this beginning, at most three.
    pub fn list_serials(&self, beginning: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license WHERE serial >= :from AND serial < :to ORDER BY serial \
             LIMIT 3",
            named_params! { ":from": beginning, ":to": format!("{beginning}~") },
        )
    }

    /// Returns the serial of the license that was issued under a reference.
    pub fn find_serial(&self, reference: &Reference) -> Result<Option<String>> {
        let mut row = self
            .connection
            .prepare_cached("SELECT serial FROM license WHERE reference = :reference")?;
        optional(
            row.query_row(named_params! { ":reference": reference.as_str() }, |row| row.get(0)),
        )
    }

    /// Returns whether a license has this serial.
    pub fn has_license(&self, serial: &str) -> Result<bool> {
        let mut row =
            self.connection.prepare_cached("SELECT 1 FROM license WHERE serial = :serial")?;
        Ok(row.exists(named_params! { ":serial": serial })?)
    }

    /// Returns the license with this serial, with the number of sessions that are live at an
    /// instant.
    pub fn find_license(&self, serial: &str, now: Timestamp) -> Result<Option<License>> {
        let mut row = self.connection.prepare_cached(
            "SELECT license.id, serial, product.code, customer.code, company.code, edition, model, seats, starts, ends, checkpoint_days,
                    grace_days, offline_days, offline_starts, enforcement, hosts_per_user, attributes, revision, license.reference, replaces,
                    license.created_at, standing, reason, state_since,
                    (SELECT successor.serial FROM license AS successor WHERE successor.replaces = license.serial),
                    (SELECT count(*) FROM session WHERE license_id = license.id AND expires_at > :now AND ended_at IS NULL)
                    + (SELECT count(*) FROM session WHERE license_id = license.id AND expires_at > :now AND ended_at > :now),
                    adopted, license.recovery, license.reference_hash
             FROM license JOIN product ON product.id = product_id JOIN customer ON customer.id = license.customer_id
                          LEFT JOIN company ON company.id = company_id
             WHERE serial = :serial",
        )?;
        let Some((id, mut license)) = optional(row.query_row(
            named_params! { ":serial": serial, ":now": now.to_string() },
            read_license,
        ))?
        else {
            return Ok(None);
        };
        license.entitlement.modules = self.list_grants(id)?;
        license.entitlement.users = self.list_assigned(id)?;
        license.activations = self.list_activations(id)?;
        Ok(Some(license))
    }

    /// Returns the license file with an id, the serial of its license and the id of its activation.
    pub fn find_file(&self, jti: &str) -> Result<Option<(String, ActivationId, File)>> {
        let mut row = self.connection.prepare_cached(
            "SELECT serial, activation.id AS activation, jti, kid, file.revision AS revision, issued_at, expires_at, ends_at, text
             FROM file JOIN activation ON activation.id = activation_id JOIN license ON license.id = license_id WHERE jti = :jti",
        )?;
        optional(row.query_row(named_params! { ":jti": jti }, |row| {
            let activation = ActivationId::Stored(row.get("activation")?);
            Ok((row.get("serial")?, activation, read_file(row.get("jti")?, row)?))
        }))
    }

    /// Returns whether a live activation of a license has an older file that would end earlier with
    /// `ends_at`.
    pub fn has_older_files(&self, license: &Serial, ends_at: &str) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM license JOIN activation ON license_id = license.id JOIN file ON activation_id = activation.id
             WHERE serial = :serial AND state = 'live' AND (ends_at IS NULL OR ends_at > :ends_at)
               AND file.id < (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id)",
        )?;
        Ok(row.exists(named_params! { ":serial": license.as_str(), ":ends_at": ends_at })?)
    }

    /// Returns the older files of the live activations of a license that are valid at an instant,
    /// oldest first.
    pub fn list_older_files(&self, license: &Serial, now: Timestamp) -> Result<Vec<File>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT jti, kid, file.revision AS revision, issued_at, expires_at, ends_at, text
             FROM license JOIN activation ON license_id = license.id JOIN file ON activation_id = activation.id
             WHERE serial = :serial AND state = 'live'
               AND file.id < (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id)
               AND (expires_at IS NULL OR expires_at > :now) AND (ends_at IS NULL OR ends_at > :now)
             ORDER BY file.id",
        )?;
        let rows = rows.query_map(
            named_params! { ":serial": license.as_str(), ":now": now.to_string() },
            |row| read_file(row.get("jti")?, row),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn list_grants(&self, license: i64) -> Result<Vec<Grant>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT code, value, ends FROM license_module JOIN module ON module.id = module_id \
             WHERE license_id = :license ORDER BY place",
        )?;
        let rows = rows.query_map(named_params! { ":license": license }, |row| {
            Ok(Grant { code: Slug::stored(row.get(0)?), value: row.get(1)?, ends: day(row, 2)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn list_assigned(&self, license: i64) -> Result<Vec<Username>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT username FROM assignment JOIN customer_user ON customer_user.id = user_id WHERE license_id = \
             :license ORDER BY username COLLATE BINARY",
        )?;
        let rows = rows.query_map(named_params! { ":license": license }, |row| {
            Ok(Username::stored(row.get(0)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn list_activations(&self, license: i64) -> Result<Vec<Activation>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT seats, generation, state, ended_at, jti, kid, file.revision AS revision, issued_at, expires_at, ends_at, text,
                    container.serial, container.kind, container.hardware, container.blocked_at IS NOT NULL, container.key, container.properties, container.context,
                    container.suspicion IS NOT NULL,
                    ends_as, gone_at, other.serial, activation.id AS activation
             FROM activation LEFT JOIN file ON file.id = (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id)
                             LEFT JOIN container ON container.id = container_id LEFT JOIN container AS other ON other.id = moves_to
             WHERE license_id = :license ORDER BY activation.id",
        )?;
        let rows = rows.query_map(named_params! { ":license": license }, |row| {
            let jti: Option<String> = row.get(4)?;
            let pending_removal = match (row.get::<_, Option<String>>(19)?, row.get(20)?) {
                (Some(ends_as), Some(gone_at)) => Some(PendingRemoval {
                    ends_as: word(&ends_as)?,
                    gone_at,
                    moves_to: row.get(21)?,
                }),
                _ => None,
            };
            Ok(Activation {
                id: ActivationId::Stored(row.get("activation")?),
                container: read_place(row, 11)?,
                seats: row.get(0)?,
                generation: row.get(1)?,
                state: word(&row.get::<_, String>(2)?)?,
                pending_removal,
                ended_at: row.get(3)?,
                file: jti.map(|jti| read_file(jti, row)).transpose()?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Transaction<'_> {
    /// Inserts a new license with its modules, assignments and activations, without its files.
    /// Returns the stored ids of the activations.
    pub fn insert_license(&self, license: &License) -> Result<StoredIds> {
        let entitlement = &license.entitlement;
        self.write(
            "INSERT INTO license (serial, product_id, customer_id, company_id, edition, model, seats, starts, ends, checkpoint_days,
                                  grace_days, offline_days, offline_starts, enforcement, hosts_per_user, attributes, revision,
                                  standing, reason, state_since, reference, reference_hash, replaces, adopted, recovery, created_at, changed_at)
             SELECT :serial, product.id, customer.id,
                    (SELECT company.id FROM company WHERE company.customer_id = customer.id AND company.code = :company),
                    :edition, :model, :seats, :starts, :ends, :checkpoint_days, :grace_days, :offline_days, :offline_starts,
                    :enforcement, :hosts_per_user, :attributes, :revision, :standing, :reason, :state_since, :reference, :reference_hash, :replaces, :adopted, :recovery, :created_at,
                    :created_at
             FROM product, customer WHERE product.code = :product AND customer.code = :customer",
            named_params! {
                ":serial": license.serial.as_str(), ":product": entitlement.product.as_str(),
                ":customer": entitlement.customer.as_str(),
                ":company": entitlement.company.as_ref().map(Slug::as_str),
                ":edition": entitlement.edition.as_str(), ":model": entitlement.model.as_str(),
                ":seats": entitlement.seats, ":starts": entitlement.starts.to_string(),
                ":ends": entitlement.ends.map(|day| day.to_string()),
                ":checkpoint_days": entitlement.checkpoint_days, ":grace_days": entitlement.grace_days,
                ":offline_days": entitlement.offline_days,
                ":offline_starts": entitlement.offline_starts, ":enforcement": entitlement.enforcement.as_str(),
                ":hosts_per_user": entitlement.hosts_per_user,
                ":attributes": json(&entitlement.attributes)?, ":revision": license.revision,
                ":standing": license.status.as_str(),
                ":reason": license.reason, ":state_since": license.state_since,
                ":reference": license.reference.as_ref().map(Reference::as_str),
                ":reference_hash": license.reference_hash,
                ":replaces": license.replaces, ":adopted": license.adopted,
                ":recovery": json(&license.recovery)?, ":created_at": license.created_at,
            },
        )?;
        let serial = &license.serial;
        self.insert_grants(serial, &entitlement.modules)?;
        entitlement
            .users
            .iter()
            .try_for_each(|user| self.insert_assignment(serial, user, &license.created_at))?;
        let ids =
            self.insert_activations(serial, license.activations.iter(), &license.created_at)?;
        self.record_all(license);
        Ok(ids)
    }

    /// Updates the changed terms, status, modules, users and activations of a license, without its
    /// files. Returns the stored ids of the new activations.
    pub fn set_license(&self, before: &License, after: &License, at: &str) -> Result<StoredIds> {
        let (serial, entitlement) = (&after.serial, &after.entitlement);
        if before.status.is_final() {
            return self.set_ended_license(before, after, at);
        }
        self.write(
            "UPDATE license
             SET company_id = (SELECT company.id FROM company WHERE company.customer_id = license.customer_id AND company.code = :company),
                 model = :model, seats = :seats, starts = :starts, ends = :ends, checkpoint_days = :checkpoint_days, grace_days = :grace_days,
                 offline_days = :offline_days, offline_starts = :offline_starts, enforcement = :enforcement,
                 hosts_per_user = :hosts_per_user, attributes = :attributes, revision = :revision, standing = :standing, reason = :reason,
                 state_since = :state_since, adopted = :adopted, recovery = :recovery, changed_at = :at
             WHERE serial = :serial",
            named_params! {
                ":serial": serial.as_str(), ":company": entitlement.company.as_ref().map(Slug::as_str),
                ":model": entitlement.model.as_str(),
                ":seats": entitlement.seats, ":starts": entitlement.starts.to_string(),
                ":ends": entitlement.ends.map(|day| day.to_string()),
                ":checkpoint_days": entitlement.checkpoint_days, ":grace_days": entitlement.grace_days,
                ":offline_days": entitlement.offline_days,
                ":offline_starts": entitlement.offline_starts, ":enforcement": entitlement.enforcement.as_str(),
                ":hosts_per_user": entitlement.hosts_per_user,
                ":attributes": json(&entitlement.attributes)?, ":revision": after.revision,
                ":standing": after.status.as_str(),
                ":reason": after.reason, ":state_since": after.state_since,
                ":adopted": after.adopted, ":recovery": json(&after.recovery)?,
                ":at": at,
            },
        )?;
        if before.entitlement.modules != entitlement.modules {
            self.write_all(
                "DELETE FROM license_module WHERE license_id = (SELECT id FROM license WHERE \
                 serial = :serial)",
                named_params! { ":serial": serial.as_str() },
            )?;
            self.insert_grants(serial, &entitlement.modules)?;
        }
        self.set_holders(before, after, at)
    }

    /// Updates the status, users and activations of an ended license, which keeps its terms.
    fn set_ended_license(&self, before: &License, after: &License, at: &str) -> Result<StoredIds> {
        self.write(
            "UPDATE license SET standing = :standing, reason = :reason, state_since = :state_since, \
             adopted = :adopted, changed_at = :at WHERE serial = :serial",
            named_params! {
                ":serial": after.serial.as_str(), ":standing": after.status.as_str(),
                ":reason": after.reason, ":state_since": after.state_since,
                ":adopted": after.adopted, ":at": at,
            },
        )?;
        self.set_holders(before, after, at)
    }

    /// Updates the users and activations of a license. Returns the stored ids of the new
    /// activations.
    fn set_holders(&self, before: &License, after: &License, at: &str) -> Result<StoredIds> {
        let (serial, entitlement) = (&after.serial, &after.entitlement);
        for user in before.entitlement.users.iter().filter(|user| !entitlement.users.contains(user))
        {
            self.write(
                "DELETE FROM assignment
                 WHERE license_id = (SELECT id FROM license WHERE serial = :serial)
                   AND user_id = (SELECT customer_user.id FROM customer_user JOIN license ON license.customer_id = customer_user.customer_id
                                  WHERE serial = :serial AND username = :user)",
                named_params! { ":serial": serial.as_str(), ":user": user.as_str() },
            )?;
        }
        for user in entitlement.users.iter().filter(|user| !before.entitlement.users.contains(user))
        {
            self.insert_assignment(serial, user, at)?;
        }
        // Seats are released before others are allocated, so that no seat is counted twice in
        // between.
        let (known, new): (Vec<Pair<'_>>, Vec<Pair<'_>>) =
            pairs(&before.activations, &after.activations).partition(|pair| pair.before.is_some());
        let (more, less): (Vec<Pair<'_>>, Vec<Pair<'_>>) = known
            .into_iter()
            .filter(|pair| pair.before != Some(pair.after))
            .partition(Pair::has_more_seats);
        let changed: Vec<&Activation> = less.iter().chain(&more).map(|pair| pair.after).collect();
        for activation in &changed {
            self.set_activation(activation)?;
        }
        let new: Vec<&Activation> = new.into_iter().map(|pair| pair.after).collect();
        let ids = self.insert_activations(serial, new.iter().copied(), at)?;
        let record = LicenseRecord::of(after);
        if record != LicenseRecord::of(before) {
            self.record(&record);
        }
        self.record_activations(after, changed.into_iter().chain(new));
        Ok(ids)
    }

    /// Sets the seats of a license of another site to the seats that are placed here.
    pub fn set_adopted_seats(&self, license: &Serial) -> Result<()> {
        self.write_all(
            "UPDATE license SET seats = (SELECT sum(activation.seats) FROM activation WHERE license_id = license.id AND state = 'live')
             WHERE serial = :serial AND adopted
               AND EXISTS (SELECT 1 FROM activation WHERE license_id = license.id AND state = 'live')",
            named_params! { ":serial": license.as_str() },
        )?;
        self.record_license(license.as_str())
    }

    /// Updates an activation.
    fn set_activation(&self, activation: &Activation) -> Result<()> {
        let pending_removal = activation.pending_removal.as_ref();
        self.write(
            "UPDATE activation
             SET seats = :seats, state = :state, ended_at = :ended_at, ends_as = :ends_as, gone_at = :gone_at,
                 moves_to = (SELECT id FROM container WHERE container.serial = :moves_to)
             WHERE id = :id",
            named_params! {
                ":id": activation.id, ":seats": activation.seats,
                ":state": activation.state.as_str(),
                ":ended_at": activation.ended_at,
                ":ends_as": pending_removal.map(|pending_removal| pending_removal.ends_as.as_str()),
                ":gone_at": pending_removal.map(|pending_removal| pending_removal.gone_at),
                ":moves_to": pending_removal.and_then(|pending_removal| pending_removal.moves_to.as_ref()),
            },
        )
    }

    pub(super) fn insert_grants(&self, license: &Serial, grants: &[Grant]) -> Result<()> {
        grants.iter().enumerate().try_for_each(|(place, grant)| {
            self.write(
                "INSERT INTO license_module (license_id, place, module_id, value, ends)
                 SELECT license.id, :place, module.id, :value, :ends
                 FROM license JOIN module ON module.product_id = license.product_id
                 WHERE license.serial = :license AND module.code = :code",
                named_params! {
                    ":license": license.as_str(), ":place": place, ":code": grant.code.as_str(),
                    ":value": grant.value,
                    ":ends": grant.ends.map(|day| day.to_string()),
                },
            )
        })
    }

    pub(super) fn insert_assignment(
        &self,
        license: &Serial,
        user: &Username,
        at: &str,
    ) -> Result<()> {
        self.write(
            "INSERT INTO assignment (license_id, user_id, customer_id, created_at)
             SELECT license.id, customer_user.id, license.customer_id, :at
             FROM license JOIN customer_user ON customer_user.customer_id = license.customer_id WHERE serial = :license AND username = :user",
            named_params! { ":license": license.as_str(), ":user": user.as_str(), ":at": at },
        )
    }

    fn insert_activations<'a>(
        &self,
        license: &Serial,
        activations: impl Iterator<Item = &'a Activation>,
        at: &str,
    ) -> Result<StoredIds> {
        let inserted = activations.map(|activation| {
            Ok((activation.id, self.insert_activation(license, activation, at)?))
        });
        inserted.collect()
    }

    fn insert_activation(
        &self,
        license: &Serial,
        activation: &Activation,
        at: &str,
    ) -> Result<ActivationId> {
        let pending_removal = activation.pending_removal.as_ref();
        let id = self.insert(
            "INSERT INTO activation (license_id, customer_id, container_id, seats, generation, state, ends_as, gone_at, moves_to, created_at, ended_at)
             SELECT id, customer_id, (SELECT id FROM container WHERE container.serial = :container), :seats, :generation, :state, :ends_as,
                    :gone_at, (SELECT id FROM container WHERE container.serial = :moves_to), :at, :ended_at
             FROM license WHERE serial = :license AND (:container IS NULL OR EXISTS (SELECT 1 FROM container WHERE container.serial = :container))
             RETURNING id",
            named_params! {
                ":license": license.as_str(), ":container": activation.container(),
                ":seats": activation.seats,
                ":generation": activation.generation, ":state": activation.state.as_str(),
                ":ends_as": pending_removal.map(|pending_removal| pending_removal.ends_as.as_str()),
                ":gone_at": pending_removal.map(|pending_removal| pending_removal.gone_at),
                ":moves_to": pending_removal.and_then(|pending_removal| pending_removal.moves_to.as_ref()), ":at": at,
                ":ended_at": activation.ended_at,
            },
        )?;
        Ok(ActivationId::Stored(id))
    }

    /// Sets the instant at which the status entries end the older files of an activation. A file
    /// with an earlier end keeps its end.
    pub fn set_files_end(&self, activation: ActivationId, ends_at: &str) -> Result<usize> {
        self.write_all(
            "UPDATE file SET ends_at = :ends_at
             WHERE (ends_at IS NULL OR ends_at > :ends_at)
               AND id < (SELECT max(id) FROM file AS newest WHERE newest.activation_id = file.activation_id)
               AND activation_id = :activation",
            named_params! { ":activation": activation, ":ends_at": ends_at },
        )
    }

    /// Inserts a signed file of an activation.
    pub fn insert_file(
        &self,
        activation: ActivationId,
        file: &File,
        status: &Listed,
    ) -> Result<()> {
        self.write(
            "INSERT INTO file (jti, activation_id, kid, revision, status_list, status_idx, issued_at, expires_at, text)
             VALUES (:jti, :activation, :kid, :revision, :status_list, :status_idx, :issued_at, :expires_at, :text)",
            named_params! {
                ":jti": file.jti, ":activation": activation, ":kid": file.kid,
                ":revision": file.revision,
                ":status_list": status.list, ":status_idx": status.idx,
                ":issued_at": file.issued_at, ":expires_at": file.expires_at, ":text": file.text,
            },
        )
    }
}

/// A new activation has no row, so a statement with its id fails.
impl ToSql for ActivationId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            ActivationId::Stored(row) => Ok((*row).into()),
            ActivationId::New(number) => Err(rusqlite::Error::ToSqlConversionFailure(
                format!("activation {number} of the plan is not written yet").into(),
            )),
        }
    }
}

fn read_license(row: &Row<'_>) -> rusqlite::Result<(i64, License)> {
    let unreadable = |column: usize, why: String| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, why.into())
    };
    let entitlement = Entitlement {
        product: Slug::stored(row.get(2)?),
        customer: Slug::stored(row.get(3)?),
        company: row.get::<_, Option<String>>(4)?.map(Slug::stored),
        edition: word(&row.get::<_, String>(5)?)?,
        model: word(&row.get::<_, String>(6)?)?,
        seats: row.get(7)?,
        users: Vec::new(),
        modules: Vec::new(),
        starts: day(row, 8)?.ok_or_else(|| unreadable(8, "no first day".into()))?,
        ends: day(row, 9)?,
        checkpoint_days: row.get(10)?,
        grace_days: row.get(11)?,
        offline_days: row.get(12)?,
        offline_starts: row.get(13)?,
        enforcement: word(&row.get::<_, String>(14)?)?,
        hosts_per_user: row.get(15)?,
        attributes: stored(&row.get::<_, String>(16)?)?,
    };
    let license = License {
        serial: serial(row, 1)?,
        entitlement,
        revision: row.get(17)?,
        reference: row.get::<_, Option<String>>(18)?.map(Reference::stored),
        reference_hash: row.get("reference_hash")?,
        replaces: row.get(19)?,
        replaced_by: row.get(24)?,
        status: word(&row.get::<_, String>(21)?)?,
        reason: row.get(22)?,
        state_since: row.get(23)?,
        activations: Vec::new(),
        sessions: row.get(25)?,
        adopted: row.get(26)?,
        recovery: stored(&row.get::<_, String>(27)?)?,
        created_at: row.get(20)?,
    };
    Ok((row.get(0)?, license))
}

pub(super) fn read_file(jti: String, row: &Row<'_>) -> rusqlite::Result<File> {
    Ok(File {
        jti,
        kid: row.get("kid")?,
        revision: row.get("revision")?,
        issued_at: row.get("issued_at")?,
        expires_at: row.get("expires_at")?,
        ends_at: row.get("ends_at")?,
        text: row.get("text")?,
    })
}

fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    row.get::<_, Option<String>>(column)?.map(|text| word(&text)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::container::Container;
    use crate::domain::customer::Customer;
    use crate::domain::license::activation::{ActivationState, Place};
    use crate::domain::license::placement::Leave;
    use crate::domain::license::tests::{license, now, product};
    use crate::domain::name::Name;
    use crate::domain::product::ContainerKind;
    use crate::domain::serial::Kind;
    use crate::store::Store;

    /// Inserts a container of customer `c`, and returns it as a place of a license.
    fn container(tx: &Transaction<'_>, number: u8) -> Place {
        let serial = Serial::random(Kind::Container, &mut |_, bytes: &mut [u8]| bytes.fill(number));
        let bare = Container::bare(serial, ContainerKind::Cloud, Slug::stored("c".into()), now());
        let container = Container { username: Some(format!("c-{number}")), ..bare };
        tx.insert_container(&container).expect("a container");
        Place {
            serial: container.serial.to_string(),
            kind: container.kind,
            hardware: None,
            context: None,
            key: None,
            properties: container.properties,
            blocked: false,
            suspect: false,
        }
    }

    #[test]
    fn new_activations_get_the_ids_of_their_rows() {
        use ActivationId::{New, Stored};
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::create(&folder.path().join("licentia.db")).expect("a database");
        let tx = store.begin().expect("begun");
        let customer = Customer {
            code: Slug::stored("c".into()),
            name: Name::stored("C".into()),
            email: None,
            reference: None,
            retired_at: None,
            created_at: now().to_string(),
        };
        tx.insert_customer(&customer).expect("a customer");
        tx.insert_product(&product()).expect("a product");
        let places = [1, 2, 3].map(|number| container(&tx, number));
        let read = |license: &License| {
            let found = tx.reader().find_license(license.serial.as_str(), now());
            found.expect("read").expect("a license")
        };
        let seats_in = |license: &License, place: &Place| {
            let found = license.live().find(|it| it.is_in(&place.serial));
            found.map(|it| (it.id, it.seats))
        };
        let mut issued = license(9);
        issued.place(&places[0], Some(2)).expect("placed");
        issued.place(&places[1], Some(3)).expect("placed");
        let ids = tx.insert_license(&issued).expect("a license");
        let before = read(&issued);
        assert_eq!(ids.keys().copied().collect::<Vec<_>>(), [New(0), New(1)]);
        assert_eq!(
            ids.values().copied().collect::<Vec<_>>(),
            before.activations.iter().map(|it| it.id).collect::<Vec<_>>()
        );
        // The first one ends, the second one gets seats, and a third one is new, in any order.
        let mut after = before.clone();
        let back = Leave { ends_as: ActivationState::Returned, gone_at: None, moves_to: None };
        after.leave(&places[0].serial, None, &back, now()).expect("returned");
        after.place(&places[1], Some(1)).expect("placed");
        assert_eq!(after.place(&places[2], Some(1)), Ok(New(0)));
        after.activations.reverse();
        let added = tx.set_license(&before, &after, &now().to_string()).expect("written");
        let written = read(&issued);
        assert_eq!(written.activations.len(), 3);
        assert_eq!(
            written.activation(ids[&New(0)]).map(|it| it.state),
            Some(ActivationState::Returned)
        );
        assert_eq!(seats_in(&written, &places[1]), Some((ids[&New(1)], 4)));
        assert_eq!(seats_in(&written, &places[2]), Some((added[&New(0)], 1)));
        assert!(matches!(added[&New(0)], Stored(_)) && added.len() == 1);
        assert!(tx.set_files_end(New(0), &now().to_string()).is_err());
    }
}
