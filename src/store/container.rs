//! Containers, and the update files that were signed for them.

use rusqlite::{Row, named_params};

use crate::domain::audit::record::ContainerRecord;
use crate::domain::container::{
    Block, COMMON, Container, ContainerState, Properties, Receipt, kid_of,
};
use crate::domain::customer::User;
use crate::domain::license::activation::Place;
use crate::domain::name::{Name, Reference, Slug, Username};
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::store::{
    Fault, Reader, Result, Take, Transaction, at_most, json, optional, serial, stored, word,
};

/// A filter of containers. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct ContainerFilter {
    /// Customer code.
    pub customer: Option<String>,
    /// Username.
    pub user: Option<String>,
    /// Kind.
    pub kind: Option<ContainerKind>,
    /// State.
    pub state: Option<ContainerState>,
    /// Selects retired containers too.
    pub all: bool,
    /// Serial after which the list begins.
    pub after: Option<String>,
    /// Maximum number of containers.
    pub limit: Option<u32>,
}

impl ContainerFilter {
    /// Returns the filter that leaves the fewest rows; the list uses its index.
    fn leading(&self) -> &'static str {
        match self {
            ContainerFilter { customer: Some(_), user: Some(_), .. } => "user",
            ContainerFilter { customer: Some(_), .. } => "customer",
            ContainerFilter { state: Some(ContainerState::Blocked), .. } => "blocked",
            ContainerFilter { state: Some(ContainerState::Suspect), .. } => "suspect",
            ContainerFilter { state: Some(ContainerState::Lost), .. } => "lost",
            ContainerFilter { state: Some(ContainerState::Resync), .. } => "resync",
            ContainerFilter { state: Some(ContainerState::Retired), .. } => "retired",
            ContainerFilter { kind: Some(_), .. } => "kind",
            _ => "all",
        }
    }
}

/// A signed update file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedUpdate {
    /// Counter of the container state that the file describes.
    pub counter: u64,
    /// Id of the token.
    pub jti: String,
    /// Thumbprint of the key that signed the file.
    pub kid: String,
    /// Version of the key set in the file.
    pub keyset_version: u64,
    /// Instant of the signature, RFC 3339.
    pub issued_at: String,
    /// Row of the newest status list that the file could contain.
    pub token: Option<u64>,
    /// The signed bytes.
    pub text: String,
}

/// A signed context of a cloud container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedContext {
    /// Counter of the container state that the context describes.
    pub counter: u64,
    /// Id of the token.
    pub jti: String,
    /// Thumbprint of the key that signed the context.
    pub kid: String,
    /// Instant of the signature, RFC 3339.
    pub issued_at: String,
    /// The signed bytes.
    pub text: String,
    /// Instant of the import of an update that is based on the context, RFC 3339.
    pub imported_at: Option<String>,
}

/// A license file that belongs in a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Serial of the license.
    pub license: String,
    /// Thumbprint of the key that signed the file.
    pub kid: String,
    /// Instant of the signature, RFC 3339.
    pub issued_at: String,
    /// The signed bytes.
    pub text: String,
}

impl Reader<'_> {
    /// Returns the container with this serial.
    pub fn find_container(&self, serial: &str) -> Result<Option<Container>> {
        let mut row = self.connection.prepare_cached(
            "SELECT container.serial, container.kind, customer.code, customer_user.username, label, hardware, container.username, container.counter,
                    confirmed_counter, blocked, block_reason, blocked_at, block_enforced_at, container.retired_at, container.reference,
                    container.created_at, (SELECT max(counter) FROM container_update WHERE container_id = container.id),
                    (SELECT json_group_array(serial) FROM (SELECT license.serial FROM activation JOIN license ON license.id = license_id
                                                           WHERE container_id = container.id AND state = 'live' ORDER BY license.id) AS held),
                    (SELECT json_array(generation, issued_at) FROM credential WHERE container_id = container.id AND ended_at IS NULL),
                    key, properties, suspicion, resync, context, lost_at
             FROM container JOIN customer ON customer.id = container.customer_id LEFT JOIN customer_user ON customer_user.id = user_id
             WHERE container.serial = :serial",
        )?;
        optional(row.query_row(named_params! { ":serial": serial }, read_container))
    }

    /// Returns the serial and the customer of the container with this hardware that is not retired.
    pub fn find_hardware(&self, hardware: &Name) -> Result<Option<(String, String)>> {
        let mut row = self.connection.prepare_cached(
            "SELECT serial, code FROM container JOIN customer ON customer.id = customer_id
             WHERE hardware = :hardware AND container.retired_at IS NULL",
        )?;
        optional(row.query_row(named_params! { ":hardware": hardware.as_str() }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        }))
    }

    /// Returns the serial and the customer of the container with this key, retired or not.
    pub fn find_container_key(&self, key: &str) -> Result<Option<(String, String)>> {
        let mut row = self.connection.prepare_cached(
            "SELECT serial, code FROM container JOIN customer ON customer.id = \
                customer_id WHERE key = :key",
        )?;
        optional(row.query_row(named_params! { ":key": key }, |row| Ok((row.get(0)?, row.get(1)?))))
    }

    /// Returns the serials of the containers that are not retired and share the most properties
    /// with these, at most five. Properties that many computers share, such as the processor model,
    /// are ignored.
    pub fn list_like(&self, properties: &Properties) -> Result<Vec<String>> {
        let rare = properties.iter().filter(|(name, _)| !COMMON.contains(&name.as_str()));
        let rare: Vec<(&String, &String)> =
            rare.flat_map(|(name, hashes)| hashes.0.iter().map(move |hash| (name, hash))).collect();
        self.texts(
            "SELECT serial FROM json_each(:rare) AS wanted
               JOIN container_property ON hash = wanted.value ->> 1 AND name = wanted.value ->> 0
               JOIN container ON container.id = container_id
             WHERE retired_at IS NULL GROUP BY container_id ORDER BY count(DISTINCT name) DESC, container_id LIMIT 5",
            named_params! { ":rare": json(&rare)? },
        )
    }

    /// Returns whether a receipt of a container was received, or is listed in a later receipt.
    pub fn has_receipt(&self, container: &Serial, jti: &str) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM container_receipt WHERE container_id = (SELECT id FROM container WHERE \
             serial = :container) AND jti = :jti",
        )?;
        Ok(row.exists(named_params! { ":container": container.as_str(), ":jti": jti })?)
    }

    /// Returns the token of the update of a container with this counter, and the token of the
    /// receipt that confirmed the counter after a restore.
    pub fn find_told(
        &self,
        container: &Serial,
        counter: u64,
    ) -> Result<(Option<String>, Option<String>)> {
        let mut row = self.connection.prepare_cached(
            "SELECT (SELECT text FROM container_update WHERE container_id = container.id AND counter = :counter),
                    (SELECT text FROM container_receipt WHERE container_id = container.id AND counter = :counter AND resync)
             FROM container WHERE serial = :container",
        )?;
        Ok(row.query_row(
            named_params! { ":container": container.as_str(), ":counter": counter },
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?)
    }

    /// Returns whether a container has this username.
    pub fn has_username(&self, username: &str) -> Result<bool> {
        let mut row =
            self.connection.prepare_cached("SELECT 1 FROM container WHERE username = :username")?;
        Ok(row.exists(named_params! { ":username": username })?)
    }

    /// Returns the serials of containers with this beginning, at most three.
    pub fn list_container_serials(&self, beginning: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM container WHERE serial >= :from AND serial < :to ORDER BY serial \
             LIMIT 3",
            named_params! { ":from": beginning, ":to": format!("{beginning}~") },
        )
    }

    /// Returns the serials of a user's containers that are not retired, oldest first.
    pub fn list_containers_of(&self, customer: &Slug, username: &Username) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM container WHERE retired_at IS NULL AND user_id =
               (SELECT customer_user.id FROM customer_user JOIN customer ON customer.id = customer_id WHERE code = :customer AND username = :username)
             ORDER BY id",
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
        )
    }

    /// Returns the serials of the licenses with seats in a container, live or with a pending
    /// removal, oldest first.
    pub fn list_held_in(&self, container: &Serial) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license
             WHERE id IN (SELECT license_id FROM activation WHERE state IN ('live', 'returning')
                             AND container_id = (SELECT id FROM container WHERE serial = :container))
             ORDER BY id",
            named_params! { ":container": container.as_str() },
        )
    }

    /// Returns the serials of the licenses that move to a container, oldest first.
    pub fn list_coming_to(&self, container: &Serial) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license
             WHERE id IN (SELECT license_id FROM activation
                          WHERE moves_to = (SELECT id FROM container WHERE serial = :container) AND state = 'returning')
             ORDER BY id",
            named_params! { ":container": container.as_str() },
        )
    }

    /// Returns the license files that belong in a container: the newest file of each live
    /// activation, except those of suspended licenses. Oldest first.
    pub fn list_carried(&self, container: &Serial) -> Result<Vec<Carried>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT license.serial, kid, text, issued_at
             FROM activation JOIN license ON license.id = license_id
                             JOIN file ON file.id = (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id)
             WHERE container_id = (SELECT id FROM container WHERE serial = :container) AND state = 'live' AND standing = 'open'
             ORDER BY license.id",
        )?;
        let rows = rows.query_map(named_params! { ":container": container.as_str() }, |row| {
            Ok(Carried {
                license: row.get(0)?,
                kid: row.get(1)?,
                text: row.get(2)?,
                issued_at: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the tokens of the updates of a container from a counter on.
    pub fn list_updates(&self, container: &Serial, from: u64) -> Result<Vec<String>> {
        self.texts(
            "SELECT text FROM container_update
             WHERE container_id = (SELECT id FROM container WHERE serial = :container) AND counter >= :from ORDER BY counter",
            named_params! { ":container": container.as_str(), ":from": from },
        )
    }

    /// Returns the newest update of a container, or the update with a counter.
    pub fn find_update(
        &self,
        container: &Serial,
        counter: Option<u64>,
    ) -> Result<Option<SignedUpdate>> {
        let mut row = self.connection.prepare_cached(
            "SELECT counter, jti, kid, keyset_version, issued_at, text, token_id FROM container_update
             WHERE container_id = (SELECT id FROM container WHERE serial = :container) AND (:counter IS NULL OR counter = :counter)
             ORDER BY counter DESC LIMIT 1",
        )?;
        optional(row.query_row(
            named_params! { ":container": container.as_str(), ":counter": counter },
            |row| {
                Ok(SignedUpdate {
                    counter: row.get(0)?,
                    jti: row.get(1)?,
                    kid: row.get(2)?,
                    keyset_version: row.get(3)?,
                    issued_at: row.get(4)?,
                    text: row.get(5)?,
                    token: row.get(6)?,
                })
            },
        ))
    }

    /// Returns whether an update has this id.
    pub fn has_update(&self, jti: &str) -> Result<bool> {
        let mut row =
            self.connection.prepare_cached("SELECT 1 FROM container_update WHERE jti = :jti")?;
        Ok(row.exists(named_params! { ":jti": jti })?)
    }

    /// Returns the context of a container with this id, or the newest one.
    pub fn find_context(
        &self,
        container: &Serial,
        jti: Option<&str>,
    ) -> Result<Option<SignedContext>> {
        let mut row = self.connection.prepare_cached(
            "SELECT counter, jti, kid, issued_at, text, imported_at FROM container_context
             WHERE container_id = (SELECT id FROM container WHERE serial = :container) AND (:jti IS NULL OR jti = :jti)
             ORDER BY id DESC LIMIT 1",
        )?;
        optional(row.query_row(
            named_params! { ":container": container.as_str(), ":jti": jti },
            |row| {
                Ok(SignedContext {
                    counter: row.get(0)?,
                    jti: row.get(1)?,
                    kid: row.get(2)?,
                    issued_at: row.get(3)?,
                    text: row.get(4)?,
                    imported_at: row.get(5)?,
                })
            },
        ))
    }

    /// Lists the containers that match a filter, oldest first.
    pub fn list_containers<E: From<Fault>>(
        &self,
        filter: &ContainerFilter,
        take: Take<'_, Container, E>,
    ) -> std::result::Result<(), E> {
        let from = match &filter.after {
            Some(after) => self.number(
                "SELECT id FROM container WHERE serial = :after",
                named_params! { ":after": after },
            )?,
            None => 0,
        };
        self.each(
            "SELECT container.serial
             FROM (SELECT id FROM container WHERE :by = 'all' AND id > :from
                   UNION ALL SELECT id FROM container
                             WHERE :by = 'customer' AND customer_id = (SELECT id FROM customer WHERE code = :customer) AND id > :from
                   UNION ALL SELECT id FROM container
                             WHERE :by = 'user' AND id > :from AND user_id =
                               (SELECT customer_user.id FROM customer_user JOIN customer ON customer.id = customer_id WHERE code = :customer AND username = :user)
                   UNION ALL SELECT id FROM container WHERE :by = 'kind' AND kind = :kind AND id > :from
                   UNION ALL SELECT id FROM container INDEXED BY container_blocked WHERE :by = 'blocked' AND blocked_at IS NOT NULL AND id > :from
                   UNION ALL SELECT id FROM container INDEXED BY container_suspect WHERE :by = 'suspect' AND suspicion IS NOT NULL AND id > :from
                   UNION ALL SELECT id FROM container INDEXED BY container_lost WHERE :by = 'lost' AND lost_at IS NOT NULL AND id > :from
                   UNION ALL SELECT id FROM container INDEXED BY container_resync WHERE :by = 'resync' AND resync AND id > :from
                   UNION ALL SELECT id FROM container INDEXED BY container_retired WHERE :by = 'retired' AND retired_at IS NOT NULL AND id > :from
                   ORDER BY id LIMIT 9223372036854775807) AS found
                  CROSS JOIN container ON container.id = found.id JOIN customer ON customer.id = container.customer_id
             WHERE (:customer IS NULL OR customer.code = :customer) AND (:kind IS NULL OR kind = :kind)
               AND (:all OR container.retired_at IS NULL)
               AND (:state IS NULL OR :state = CASE
                    WHEN container.retired_at IS NOT NULL THEN 'retired'
                    WHEN blocked_at IS NOT NULL THEN 'blocked'
                    WHEN suspicion IS NOT NULL THEN 'suspect'
                    WHEN lost_at IS NOT NULL THEN 'lost'
                    WHEN resync THEN 'resync'
                    ELSE 'active' END)
             ORDER BY found.id LIMIT :limit",
            named_params! {
                ":by": filter.leading(), ":from": from, ":customer": filter.customer,
                ":user": filter.user,
                ":kind": filter.kind.map(ContainerKind::as_str),
                ":state": filter.state.map(ContainerState::as_str),
                ":all": filter.all || filter.state == Some(ContainerState::Retired), ":limit": at_most(filter.limit),
            },
            |row| row.get::<_, String>(0),
            &mut |serial: String| {
                let container = self.find_container(&serial)?;
                take(container.ok_or_else(|| Fault::Corrupt("a container vanished while it was \
                    read".into()))?)
            },
        )
    }
}

impl Transaction<'_> {
    /// Inserts a new container.
    pub fn insert_container(&self, container: &Container) -> Result<()> {
        self.write(
            "INSERT INTO container (serial, kind, customer_id, user_id, label, hardware, key, properties, username, context, counter, reference, created_at)
             SELECT :serial, :kind, customer.id, (SELECT customer_user.id FROM customer_user WHERE customer_user.customer_id = customer.id AND customer_user.username = :user),
                    :label, :hardware, :key, :properties, :username, :context, :counter, :reference, :created_at
             FROM customer WHERE customer.code = :customer",
            named_params! {
                ":serial": container.serial.as_str(), ":kind": container.kind.as_str(),
                ":customer": container.customer.as_str(),
                ":user": container.user.as_ref().map(Username::as_str),
                ":label": container.label.as_ref().map(Name::as_str),
                ":hardware": container.hardware.as_ref().map(Name::as_str),
                ":username": container.username, ":counter": container.counter,
                ":key": container.key, ":context": container.context,
                ":properties": json(&container.properties)?,
                ":reference": container.reference.as_ref().map(Reference::as_str),
                ":created_at": container.created_at,
            },
        )?;
        self.record(&ContainerRecord::of(container));
        let hashes = container
            .properties
            .iter()
            .flat_map(|(name, hashes)| hashes.0.iter().map(move |hash| (name, hash)));
        hashes.into_iter().try_for_each(|(name, hash)| {
            self.write_all(
                "INSERT INTO container_property (hash, name, container_id)
                 SELECT :hash, :name, id FROM container WHERE serial = :serial ON CONFLICT DO NOTHING",
                named_params! { ":hash": hash, ":name": name, ":serial": container.serial.as_str() },
            )
            .map(drop)
        })
    }

    /// Updates a container: its label, user, block, counters and retirement.
    pub fn set_container(&self, container: &Container) -> Result<()> {
        let (block, confirmed) = (
            container.block.as_ref(),
            container.confirmed.filter(|_| container.kind.is_hardware()),
        );
        self.write(
            "UPDATE container
             SET user_id = (SELECT customer_user.id FROM customer_user WHERE customer_user.customer_id = container.customer_id AND customer_user.username = :user), label = :label,
                 counter = :counter, confirmed_counter = :confirmed, blocked = :blocked, block_reason = :reason, blocked_at = :blocked_at,
                 block_enforced_at = :enforced_at, suspicion = :suspicion, resync = :resync, context = :context,
                 lost_at = :lost_at, retired_at = :retired_at
             WHERE serial = :serial",
            named_params! {
                ":serial": container.serial.as_str(),
                ":user": container.user.as_ref().map(Username::as_str),
                ":label": container.label.as_ref().map(Name::as_str), ":counter": container.counter,
                ":confirmed": confirmed,
                ":blocked": block.map(|block| &block.code),
                ":reason": block.map(|block| &block.reason),
                ":blocked_at": block.map(|block| &block.at),
                ":enforced_at": block.map(|block| &block.enforced_at),
                ":suspicion": container.suspicion.as_ref().map(json).transpose()?,
                ":resync": container.resync, ":context": container.context,
                ":lost_at": container.lost_at, ":retired_at": container.retired_at,
            },
        )?;
        self.record(&ContainerRecord::of(container));
        Ok(())
    }

    /// Inserts a receipt, and the ids of the earlier receipts that it lists.
    pub fn insert_receipt(&self, container: &Serial, receipt: &Receipt, at: &str) -> Result<()> {
        self.write(
            "INSERT INTO container_receipt (container_id, jti, counter, received_at, text, resync)
             SELECT id, :jti, :counter, :at, :text, :resync FROM container WHERE serial = :container",
            named_params! {
                ":container": container.as_str(), ":jti": receipt.jti, ":counter": receipt.counter,
                ":at": at, ":text": receipt.text,
                ":resync": receipt.resync,
            },
        )?;
        self.write_all(
            "INSERT INTO container_receipt (container_id, jti)
             SELECT container.id, value FROM container, json_each(:previous) WHERE serial = :container
             ON CONFLICT DO NOTHING",
            named_params! { ":container": container.as_str(), ":previous": json(&receipt.previous)? },
        )?;
        Ok(())
    }

    /// Increments the counter of a container after a change of its content.
    pub fn set_container_counter(&self, serial: &str) -> Result<()> {
        self.write(
            "UPDATE container SET counter = counter + 1 WHERE serial = :serial",
            named_params! { ":serial": serial },
        )?;
        self.record_container(serial)?;
        Ok(())
    }

    /// Reads a container and records it.
    fn record_container(&self, serial: &str) -> Result<()> {
        if let Some(container) = self.reader().find_container(serial)? {
            self.record(&ContainerRecord::of(&container));
        }
        Ok(())
    }

    /// Records the licenses and the containers that name a user, after the user was renamed.
    pub(super) fn record_rows_that_name_user(&self, user: &User) -> Result<()> {
        for serial in self.reader().list_assigned_to(&user.customer, &user.username)? {
            self.record_license(&serial)?;
        }
        for serial in self.list_all_containers_of(&user.customer, &user.username)? {
            self.record_container(&serial)?;
        }
        Ok(())
    }

    /// Returns the serials of the containers of a user, retired ones too.
    fn list_all_containers_of(&self, customer: &Slug, username: &Username) -> Result<Vec<String>> {
        self.reader().texts(
            "SELECT serial FROM container WHERE user_id =
               (SELECT customer_user.id FROM customer_user JOIN customer ON customer.id = customer_id WHERE code = :customer AND username = :username)",
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
        )
    }

    /// Removes the user from retired containers, so that the user can be removed.
    pub(super) fn set_containers_without_user(
        &self,
        customer: &Slug,
        username: &Username,
    ) -> Result<()> {
        let containers = self.list_all_containers_of(customer, username)?;
        self.write_all(
            "UPDATE container SET user_id = NULL WHERE retired_at IS NOT NULL AND user_id =
               (SELECT customer_user.id FROM customer_user JOIN customer ON customer.id = customer_id WHERE code = :customer AND username = :username)",
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
        )?;
        containers.iter().try_for_each(|serial| self.record_container(serial))
    }

    /// Inserts a signed update.
    pub fn insert_update(&self, container: &Serial, update: &SignedUpdate) -> Result<()> {
        self.write(
            "INSERT INTO container_update (container_id, counter, jti, kid, keyset_version, token_id, issued_at, text)
             SELECT id, :counter, :jti, :kid, :keyset_version, :token, :issued_at, :text
             FROM container WHERE serial = :container",
            named_params! {
                ":container": container.as_str(), ":counter": update.counter, ":jti": update.jti,
                ":kid": update.kid,
                ":keyset_version": update.keyset_version, ":token": update.token,
                ":issued_at": update.issued_at, ":text": update.text,
            },
        )
    }

    /// Inserts a context that was signed here or adopted.
    pub fn insert_context(&self, container: &Serial, context: &SignedContext) -> Result<()> {
        self.write(
            "INSERT INTO container_context (container_id, jti, counter, kid, issued_at, text)
             SELECT id, :jti, :counter, :kid, :issued_at, :text FROM container WHERE serial = :container",
            named_params! {
                ":container": container.as_str(), ":jti": context.jti, ":counter": context.counter,
                ":kid": context.kid,
                ":issued_at": context.issued_at, ":text": context.text,
            },
        )
    }

    /// Records the import of an update that is based on a context.
    pub fn set_context_imported(&self, jti: &str, at: &str) -> Result<()> {
        self.write(
            "UPDATE container_context SET imported_at = :at WHERE jti = :jti AND imported_at IS \
             NULL",
            named_params! { ":jti": jti, ":at": at },
        )
    }
}

fn read_container(row: &Row<'_>) -> rusqlite::Result<Container> {
    let kind: ContainerKind = word(&row.get::<_, String>(1)?)?;
    let counter = row.get(7)?;
    let block = match row.get::<_, Option<String>>(9)? {
        Some(code) => {
            Some(Block { code, reason: row.get(10)?, at: row.get(11)?, enforced_at: row.get(12)? })
        }
        None => None,
    };
    let name = |column: usize| -> rusqlite::Result<Option<Name>> {
        Ok(row.get::<_, Option<String>>(column)?.map(Name::stored))
    };
    Ok(Container {
        serial: serial(row, 0)?,
        kind,
        customer: Slug::stored(row.get(2)?),
        user: row.get::<_, Option<String>>(3)?.map(Username::stored),
        label: name(4)?,
        hardware: name(5)?,
        username: row.get(6)?,
        counter,
        confirmed: if kind.is_hardware() { row.get(8)? } else { Some(counter) },
        block,
        retired_at: row.get(13)?,
        reference: row.get::<_, Option<String>>(14)?.map(Reference::stored),
        created_at: row.get(15)?,
        issued: row.get(16)?,
        licenses: stored::<Vec<String>>(&row.get::<_, String>(17)?)?,
        credential: row.get::<_, Option<String>>(18)?.map(|pair| stored(&pair)).transpose()?,
        key: row.get(19)?,
        properties: stored(&row.get::<_, String>(20)?)?,
        suspicion: row
            .get::<_, Option<String>>(21)?
            .map(|suspicion| stored(&suspicion))
            .transpose()?,
        resync: row.get(22)?,
        context: row.get(23)?,
        lost_at: row.get(24)?,
    })
}

/// Reads the container of a placement; `None` for an activation without a container.
pub(super) fn read_place(row: &Row<'_>, from: usize) -> rusqlite::Result<Option<Place>> {
    let Some(serial) = row.get::<_, Option<String>>(from)? else { return Ok(None) };
    Ok(Some(Place {
        serial,
        kind: word(&row.get::<_, String>(from + 1)?)?,
        hardware: row.get(from + 2)?,
        blocked: row.get(from + 3)?,
        key: row.get::<_, Option<String>>(from + 4)?.map(|key| kid_of(&key)),
        properties: stored(&row.get::<_, String>(from + 5)?)?,
        context: row.get(from + 6)?,
        suspect: row.get(from + 7)?,
    }))
}
