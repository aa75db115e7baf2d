//! The records of an audit entry: the stored facts of each row that the change wrote, so that a row
//! can be compared with the newest entry that names it. The member `record` of a detail has a list
//! of rows for each table with changed rows. Absent facts of a row are omitted. A record contains
//! no computed value, no secret, no token and no hash of one. Rows are named by serials, codes and
//! names. `docs/reference/audit.md` describes the form.

use std::collections::{BTreeMap, HashMap};

use licentia_runtime::Scope;
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::domain::audit::personal::{Personal, in_clear};
use crate::domain::audit::{NewEntry, RecordedRow, hex};
use crate::domain::container::Container;
use crate::domain::container::suspicion::Suspicion;
use crate::domain::credential::Credential;
use crate::domain::key::{Key, Purpose};
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::license::entitlement::TermMembers;
use crate::domain::name::{Name, Reference, Slug, Username};
use crate::domain::recovery::{Grant, Policy, Recovery, Scope as RecoveryScope};
use crate::domain::ticket::Ticket;
use crate::domain::time::{Date, instant_of};

/// The stored facts of a row.
pub trait RowFacts: Serialize {
    /// The member of `record` that lists the rows of the table.
    const TABLE: &'static str;

    /// Returns the identity of the row in its table.
    fn key(&self) -> String;

    /// Returns the subject of the audit entry to which the record belongs.
    fn subject(&self) -> &str;
}

/// The records of one change. The last write of a row counts.
#[derive(Debug, Default)]
pub struct Records {
    /// The groups in the order of their last writes; `None` for a group that a later one replaces.
    groups: Vec<Option<Group>>,
    /// The index of the group of a table and an identity.
    places: HashMap<(&'static str, String), usize>,
}

/// The rows of a table with one identity. Only the activations of one generation are several rows.
#[derive(Debug)]
struct Group {
    table: &'static str,
    subject: String,
    rows: Vec<Value>,
}

impl Records {
    /// Adds the record of a row. An earlier record of the row is replaced.
    pub fn add<R: RowFacts>(&mut self, record: &R) {
        self.add_all(std::slice::from_ref(record));
    }

    /// Adds the records of rows with one identity. Their earlier records are replaced.
    pub fn add_all<R: RowFacts>(&mut self, records: &[R]) {
        let Some(first) = records.first() else { return };
        let table = R::TABLE;
        if let Some(earlier) = self.places.insert((table, first.key()), self.groups.len()) {
            self.groups[earlier] = None;
        }
        let rows = records.iter().map(facts);
        let subject = first.subject().to_owned();
        self.groups.push(Some(Group { table, subject, rows: rows.collect() }));
    }

    /// Returns whether there is a record of a row.
    pub fn has(&self, table: &'static str, key: &str) -> bool {
        self.places.contains_key(&(table, key.to_owned()))
    }

    /// Adds each record to the first entry of its subject, or else to the first entry of the
    /// change.
    pub fn attach(self, entries: &mut [NewEntry]) {
        let mut first_of = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            first_of.entry(entry.subject.clone()).or_insert(place);
        }
        for Group { table, subject, rows } in self.groups.into_iter().flatten() {
            let entry = entries.get_mut(first_of.get(&subject).copied().unwrap_or(0));
            let Some(entry) = entry else { return };
            let Some(detail) = entry.detail.as_object_mut() else { return };
            entry.recorded.insert(RecordedRow { table, subject });
            let record = detail.entry("record").or_insert_with(|| Map::new().into());
            if let Value::Array(list) = &mut record[table] {
                list.extend(rows);
            } else {
                record[table] = rows.into();
            }
        }
    }
}

/// Returns the facts of a row without the absent ones.
fn facts(record: &impl RowFacts) -> Value {
    let mut facts = serde_json::to_value(record).unwrap_or_default();
    if let Value::Object(members) = &mut facts {
        members.retain(|_, value| !value.is_null());
    }
    facts
}

/// Returns the facts of a row without the absent ones, with its personal values in clear.
pub fn facts_in_clear(record: &impl RowFacts) -> Map<String, Value> {
    match in_clear(&facts(record)) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// A license, with its modules and its assigned users.
#[derive(Debug, PartialEq, Serialize)]
pub struct LicenseRecord<'a> {
    serial: &'a str,
    product: &'a Slug,
    customer: &'a Slug,
    company: Option<&'a Slug>,
    edition: &'static str,
    model: &'static str,
    seats: u32,
    /// The modules in the form of the flag.
    modules: Vec<String>,
    starts: Date,
    ends: Option<Date>,
    #[serde(flatten)]
    terms: TermMembers,
    attributes: &'a BTreeMap<String, String>,
    users: &'a [Username],
    revision: u32,
    standing: &'static str,
    reason: Option<Personal<&'a str>>,
    state_since: Option<&'a str>,
    reference: Option<&'a Reference>,
    reference_hash: Option<&'a str>,
    replaces: Option<&'a str>,
    adopted: bool,
    recovery: &'a Policy,
    created_at: &'a str,
}

impl<'a> LicenseRecord<'a> {
    /// Returns the record of a license.
    pub fn of(license: &'a License) -> LicenseRecord<'a> {
        let entitlement = &license.entitlement;
        LicenseRecord {
            serial: license.serial.as_str(),
            product: &entitlement.product,
            customer: &entitlement.customer,
            company: entitlement.company.as_ref(),
            edition: entitlement.edition.as_str(),
            model: entitlement.model.as_str(),
            seats: entitlement.seats,
            modules: entitlement.modules.iter().map(ToString::to_string).collect(),
            starts: entitlement.starts,
            ends: entitlement.ends,
            terms: TermMembers::of(entitlement),
            attributes: &entitlement.attributes,
            users: &entitlement.users,
            revision: license.revision,
            standing: license.status.as_str(),
            reason: license.reason.as_deref().map(Personal),
            state_since: license.state_since.as_deref(),
            reference: license.reference.as_ref(),
            reference_hash: license.reference_hash.as_deref(),
            replaces: license.replaces.as_deref(),
            adopted: license.adopted,
            recovery: &license.recovery,
            created_at: &license.created_at,
        }
    }
}

impl RowFacts for LicenseRecord<'_> {
    const TABLE: &'static str = "license";

    fn key(&self) -> String {
        self.serial.to_owned()
    }

    fn subject(&self) -> &str {
        self.serial
    }
}

/// An activation. A pending removal of some seats is a separate row of the same generation, so all
/// rows of a license, a container and a generation are recorded together.
#[derive(Debug, PartialEq, Serialize)]
pub struct ActivationRecord<'a> {
    license: &'a str,
    /// The container; omitted for an unbound delivery.
    container: Option<&'a str>,
    generation: u32,
    seats: u32,
    state: &'static str,
    ends_as: Option<&'static str>,
    gone_at: Option<u64>,
    moves_to: Option<&'a str>,
    ended_at: Option<&'a str>,
}

impl<'a> ActivationRecord<'a> {
    /// Returns the records of all activations of a license with the same container and generation
    /// as one of them.
    pub fn group_of(license: &'a License, changed: &Activation) -> Vec<ActivationRecord<'a>> {
        let place = |it: &Activation| (it.container().map(str::to_owned), it.generation);
        let same = license.activations.iter().filter(|it| place(it) == place(changed));
        same.map(|it| ActivationRecord::of(license.serial.as_str(), it)).collect()
    }

    fn of(license: &'a str, activation: &'a Activation) -> ActivationRecord<'a> {
        let pending_removal = activation.pending_removal.as_ref();
        ActivationRecord {
            license,
            container: activation.container(),
            generation: activation.generation,
            seats: activation.seats,
            state: activation.state.as_str(),
            ends_as: pending_removal.map(|pending_removal| pending_removal.ends_as.as_str()),
            gone_at: pending_removal.map(|pending_removal| pending_removal.gone_at),
            moves_to: pending_removal
                .and_then(|pending_removal| pending_removal.moves_to.as_deref()),
            ended_at: activation.ended_at.as_deref(),
        }
    }
}

impl RowFacts for ActivationRecord<'_> {
    const TABLE: &'static str = "activation";

    fn key(&self) -> String {
        format!("{} {:?} {}", self.license, self.container, self.generation)
    }

    fn subject(&self) -> &str {
        self.license
    }
}

/// A container, with the thumbprint of its key and the SHA-256 of its properties.
#[derive(Debug, Serialize)]
pub struct ContainerRecord<'a> {
    serial: &'a str,
    kind: &'static str,
    customer: &'a Slug,
    user: Option<&'a Username>,
    label: Option<&'a Name>,
    hardware: Option<&'a str>,
    /// The RFC 7638 thumbprint.
    key: Option<String>,
    /// The SHA-256 of the properties as JSON, in hex.
    properties: String,
    username: Option<Personal<&'a str>>,
    counter: u64,
    confirmed_counter: Option<u64>,
    blocked: Option<&'a str>,
    block_reason: Option<Personal<&'a str>>,
    blocked_at: Option<&'a str>,
    block_enforced_at: Option<&'a str>,
    suspicion: Option<&'a Suspicion>,
    context: Option<&'a str>,
    resync: bool,
    lost_at: Option<&'a str>,
    retired_at: Option<&'a str>,
    reference: Option<&'a Reference>,
    created_at: &'a str,
}

impl<'a> ContainerRecord<'a> {
    /// Returns the record of a container.
    pub fn of(container: &'a Container) -> ContainerRecord<'a> {
        let block = container.block.as_ref();
        let properties = serde_json::to_vec(&container.properties).unwrap_or_default();
        ContainerRecord {
            serial: container.serial.as_str(),
            kind: container.kind.as_str(),
            customer: &container.customer,
            user: container.user.as_ref(),
            label: container.label.as_ref(),
            hardware: container.hardware.as_ref().map(|hardware| hardware.as_str()),
            key: container.kid(),
            properties: hex(&Sha256::digest(properties)),
            username: container.username.as_deref().map(Personal),
            counter: container.counter,
            // A cloud container has no confirmed counter other than its own.
            confirmed_counter: container.confirmed.filter(|_| container.kind.is_hardware()),
            blocked: block.map(|block| block.code.as_str()),
            block_reason: block.map(|block| Personal(block.reason.as_str())),
            blocked_at: block.map(|block| block.at.as_str()),
            block_enforced_at: block.map(|block| block.enforced_at.as_str()),
            suspicion: container.suspicion.as_ref(),
            context: container.context.as_deref(),
            resync: container.resync,
            lost_at: container.lost_at.as_deref(),
            retired_at: container.retired_at.as_deref(),
            reference: container.reference.as_ref(),
            created_at: &container.created_at,
        }
    }
}

impl RowFacts for ContainerRecord<'_> {
    const TABLE: &'static str = "container";

    fn key(&self) -> String {
        self.serial.to_owned()
    }

    fn subject(&self) -> &str {
        self.serial
    }
}

/// The public facts of a key.
#[derive(Debug, Serialize)]
pub struct KeyRecord<'a> {
    name: &'a Slug,
    kid: &'a str,
    role: &'static str,
    edition: Option<&'static str>,
    state: &'static str,
    scope: &'a Scope,
    purposes: Option<&'a [Purpose]>,
    max_files: Option<u64>,
    /// The public key, base64url.
    x: &'a str,
    not_after: Option<String>,
    retired_at: Option<String>,
    revoked_at: Option<String>,
    /// The SHA-256 of the private key file that this home wrote last.
    file_hash: Option<&'a str>,
    created_at: &'a str,
}

impl<'a> KeyRecord<'a> {
    /// Returns the record of a key.
    pub fn of(key: &'a Key) -> KeyRecord<'a> {
        KeyRecord {
            name: &key.name,
            kid: &key.kid,
            role: key.role.as_str(),
            edition: key.edition.map(|edition| edition.as_str()),
            state: key.state.as_str(),
            scope: &key.limits.scope,
            purposes: key.limits.purposes.as_deref(),
            max_files: key.limits.max_files,
            x: &key.x,
            not_after: key.limits.not_after.and_then(instant_of),
            retired_at: key.retired_at.and_then(instant_of),
            revoked_at: key.revoked_at.and_then(instant_of),
            file_hash: key.file_hash.as_deref(),
            created_at: &key.created_at,
        }
    }
}

impl RowFacts for KeyRecord<'_> {
    const TABLE: &'static str = "key";

    fn key(&self) -> String {
        self.kid.to_owned()
    }

    fn subject(&self) -> &str {
        self.name.as_str()
    }
}

/// A credential, without the facts that are known only after the signature.
#[derive(Debug, Serialize)]
pub struct CredentialRecord<'a> {
    serial: &'a str,
    container: &'a str,
    generation: u32,
    jti: &'a str,
    kid: &'a str,
    issued_at: &'a str,
    ended_at: Option<&'a str>,
    ended_as: Option<&'static str>,
}

impl<'a> CredentialRecord<'a> {
    /// Returns the record of a credential.
    pub fn of(credential: &'a Credential) -> CredentialRecord<'a> {
        CredentialRecord {
            serial: credential.serial.as_str(),
            container: &credential.container,
            generation: credential.generation,
            jti: &credential.jti,
            kid: &credential.kid,
            issued_at: &credential.issued_at,
            ended_at: credential.ended.as_ref().map(|(at, _)| at.as_str()),
            ended_as: credential.ended.as_ref().map(|(_, end)| end.as_str()),
        }
    }
}

impl RowFacts for CredentialRecord<'_> {
    const TABLE: &'static str = "credential";

    fn key(&self) -> String {
        self.serial.to_owned()
    }

    fn subject(&self) -> &str {
        self.serial
    }
}

/// An idempotency reference.
#[derive(Debug, Serialize)]
pub struct ReferenceRecord<'a> {
    /// The family of verbs.
    pub family: &'a str,
    /// The reference.
    pub reference: &'a str,
    /// The request as typed, as JSON text.
    pub request: Personal<&'a str>,
    /// The serial of the record that the request led to.
    pub subject: &'a str,
    /// The instant, RFC 3339.
    pub created_at: &'a str,
}

impl RowFacts for ReferenceRecord<'_> {
    const TABLE: &'static str = "reference";

    fn key(&self) -> String {
        format!("{} {}", self.family, self.reference)
    }

    fn subject(&self) -> &str {
        self.subject
    }
}

/// A grant of recoveries.
#[derive(Debug, Serialize)]
pub struct GrantRecord<'a> {
    license: &'a str,
    scope: RecoveryScope,
    count: u32,
    reason: &'a Name,
    reference: Option<&'a str>,
    created_at: &'a str,
}

impl<'a> GrantRecord<'a> {
    /// Returns the record of a grant under an idempotency reference.
    pub fn of(grant: &'a Grant, reference: Option<&'a str>, at: &'a str) -> GrantRecord<'a> {
        GrantRecord {
            license: grant.license.as_str(),
            scope: grant.scope,
            count: grant.count,
            reason: &grant.reason,
            reference,
            created_at: at,
        }
    }
}

impl RowFacts for GrantRecord<'_> {
    const TABLE: &'static str = "recovery_grant";

    /// Returns the serial of the license: a change grants at most once for each license.
    fn key(&self) -> String {
        self.license.to_owned()
    }

    fn subject(&self) -> &str {
        self.license
    }
}

/// A recovery, with its licenses.
#[derive(Debug, Serialize)]
pub struct RecoveryRecord<'a> {
    serial: &'a str,
    customer: &'a Slug,
    from: &'a str,
    to: &'a str,
    reason: &'static str,
    note: Option<&'a Name>,
    returned: bool,
    old_action: &'static str,
    licenses: Vec<RecoveredRecord<'a>>,
    to_counter: u64,
    from_update: Option<u64>,
    to_update: Option<u64>,
    reference: Option<&'a Reference>,
    created_at: &'a str,
    reversed_at: Option<&'a str>,
    reversed_why: Option<Personal<&'a str>>,
}

/// A license of a recovery.
#[derive(Debug, Serialize)]
struct RecoveredRecord<'a> {
    license: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<RecoveryScope>,
    seats: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    jti: Option<&'a str>,
}

impl<'a> RecoveryRecord<'a> {
    /// Returns the record of a recovery.
    pub fn of(recovery: &'a Recovery) -> RecoveryRecord<'a> {
        let licenses = recovery.licenses.iter().map(|it| RecoveredRecord {
            license: &it.license,
            scope: it.scope,
            seats: it.seats,
            jti: it.jti.as_deref(),
        });
        let reversed = recovery.reversed.as_ref();
        RecoveryRecord {
            serial: recovery.serial.as_str(),
            customer: &recovery.customer,
            from: &recovery.from,
            to: &recovery.to,
            reason: recovery.reason.as_str(),
            note: recovery.note.as_ref(),
            returned: recovery.returned,
            old_action: recovery.old.as_str(),
            licenses: licenses.collect(),
            to_counter: recovery.to_counter,
            from_update: recovery.updates.0,
            to_update: recovery.updates.1,
            reference: recovery.reference.as_ref(),
            created_at: &recovery.created_at,
            reversed_at: reversed.map(|(at, _)| at.as_str()),
            reversed_why: reversed.map(|(_, why)| Personal(why.as_str())),
        }
    }
}

impl RowFacts for RecoveryRecord<'_> {
    const TABLE: &'static str = "recovery";

    fn key(&self) -> String {
        self.serial.to_owned()
    }

    fn subject(&self) -> &str {
        self.serial
    }
}

/// A ticket, without its code and the hash of the code.
#[derive(Debug, Serialize)]
pub struct TicketRecord<'a> {
    serial: &'a str,
    customer: &'a Slug,
    licenses: &'a [String],
    uses: u32,
    used: u32,
    unbound_allowed: bool,
    expires_at: Option<&'a str>,
    cancelled_at: Option<&'a str>,
    reference: Option<&'a Reference>,
    created_at: &'a str,
}

impl<'a> TicketRecord<'a> {
    /// Returns the record of a ticket.
    pub fn of(ticket: &'a Ticket) -> TicketRecord<'a> {
        TicketRecord {
            serial: ticket.serial.as_str(),
            customer: &ticket.customer,
            licenses: &ticket.licenses,
            uses: ticket.uses,
            used: ticket.used,
            unbound_allowed: ticket.unbound_allowed,
            expires_at: ticket.expires_at.as_deref(),
            cancelled_at: ticket.cancelled_at.as_deref(),
            reference: ticket.reference.as_ref(),
            created_at: &ticket.created_at,
        }
    }
}

impl RowFacts for TicketRecord<'_> {
    const TABLE: &'static str = "ticket";

    fn key(&self) -> String {
        self.serial.to_owned()
    }

    fn subject(&self) -> &str {
        self.serial
    }
}

/// The recovery policy of a product. The record of a license contains the policy of the license.
#[derive(Debug, Serialize)]
pub struct PolicyRecord<'a> {
    /// The product code.
    pub product: &'a str,
    /// The values of the policy.
    pub recovery: &'a Policy,
}

impl RowFacts for PolicyRecord<'_> {
    const TABLE: &'static str = "policy";

    fn key(&self) -> String {
        self.product.to_owned()
    }

    fn subject(&self) -> &str {
        self.product
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn policy<'a>(product: &'a str, recovery: &'a Policy) -> PolicyRecord<'a> {
        PolicyRecord { product, recovery }
    }

    #[test]
    fn a_record_belongs_to_the_entry_of_its_subject_or_to_the_first_one() {
        let (before, mut after) = (Policy::default(), Policy::default());
        after.set(crate::domain::recovery::Member::Old, Some("block".into()));
        let mut records = Records::default();
        records.add(&policy("b", &before));
        records.add(&policy("c", &before));
        records.add(&policy("b", &after));
        records.add(&policy("d", &before));
        let entry = |subject: &str| NewEntry::new("product.edit", subject, json!({"name": "N"}));
        let mut entries = [entry("a"), entry("b"), entry("b")];
        records.attach(&mut entries);
        let of =
            |product: &str, recovery: &Policy| json!({"product": product, "recovery": recovery});
        assert_eq!(
            entries[0].detail["record"],
            json!({"policy": [of("c", &before), of("d", &before)]})
        );
        assert_eq!(entries[1].detail["record"], json!({"policy": [of("b", &after)]}));
        assert_eq!(entries[2].detail, json!({"name": "N"}));
    }
}
