//! The repair of the rows of keys: they get the values of the newest key set, which the root key
//! signed. Rows of keys are never accepted.

use licentia_runtime::KeyRecord;
use serde_json::Value;

use crate::domain::audit::NewEntry;
use crate::domain::audit::doctor::{REPAIR, RepairedRow, Source};
use crate::domain::audit::statement::{MemberDifference, Row};
use crate::domain::key::{Key, Limits, Purpose, Role};
use crate::domain::key_set::{differences, member_differences, tampered};
use crate::domain::name::{Slug, count_of};
use crate::domain::time::Timestamp;
use crate::ops::doctor::examine::{Examination, RecordDifference};
use crate::ops::error::Result;
use crate::ops::execute::{Basis, Decision, Plan, UnitOfWork, UseCase};
use crate::ops::key::choose;
use crate::ops::key::key_set::{NewestKeySet, check_keys};
use crate::store::Reader;

/// A request to repair the rows of all keys. Unchanged if they are those of the key set.
#[derive(Clone, Copy, Debug)]
pub struct RepairKeys;

/// A plan that repairs the rows of keys.
#[derive(Clone, Debug)]
pub struct RepairedKeys {
    /// The members that get other values.
    pub examination: Examination,
    repairs: Vec<KeyRepair>,
}

/// The repair of one row.
#[derive(Clone, Debug)]
struct KeyRepair {
    key: Key,
    write: KeyWrite,
    differences: Vec<RecordDifference>,
}

/// The way in which a row is repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyWrite {
    /// The row gets the values of the key set.
    Restore,
    /// The row is missing.
    Insert,
    /// No key set has the key.
    Delete,
}

impl UseCase for RepairKeys {
    type Plan = RepairedKeys;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RepairedKeys, ()>> {
        let (keys, vendor) = (reader.list_keys()?, reader.find_vendor()?);
        let set = NewestKeySet::open(reader, &vendor, &choose::root(&keys)?.kid, now)?;
        let (claims, source) = (&set.claims, Source::KeySet(set.claims.version));
        let found = differences(&keys, claims);
        if found.is_empty() {
            return Ok(Decision::Unchanged(()));
        }
        let problem = format!(
            "{} of the keys in the database from version {} of the key set",
            count_of(found.len(), "difference"),
            claims.version
        );
        let (mut repairs, mut not_restored) = (Vec::new(), Vec::new());
        let difference = |key: &Key, difference| RecordDifference {
            record: format!("key {}", key.name),
            difference,
            source: source.clone(),
        };
        let row = |stored: Value, stated: Value| MemberDifference {
            member: "thumbprint".to_owned(),
            stored,
            stated,
        };
        let is_published = |key: &&Key| claims.keys.iter().any(|record| record.kid == key.kid);
        for key in keys.iter().filter(|key| key.role == Role::Signing && !is_published(key)) {
            if reader.is_key_used(&key.kid)? {
                not_restored.push(format!(
                    "key {} is not in the key set, but signed files name it, so its row stays",
                    key.name
                ));
                continue;
            }
            let differences = vec![difference(key, row(key.kid.as_str().into(), Value::Null))];
            repairs.push(KeyRepair { key: key.clone(), write: KeyWrite::Delete, differences });
        }
        for record in &claims.keys {
            let logged = find_logged(reader, record)?;
            check_not_older(record, logged.as_ref())?;
            if let Some(key) = keys.iter().find(|key| key.kid == record.kid) {
                let found = member_differences(key, record);
                if !found.is_empty() {
                    let differences = found.into_iter().map(|it| difference(key, it)).collect();
                    let key = restored(record, key);
                    repairs.push(KeyRepair { key, write: KeyWrite::Restore, differences });
                }
            } else {
                let key = restored(record, &logged_key(record, logged));
                let differences =
                    vec![difference(&key, row(Value::Null, record.kid.as_str().into()))];
                repairs.push(KeyRepair { key, write: KeyWrite::Insert, differences });
            }
        }
        let all = repairs.iter().flat_map(|repair| repair.differences.iter().cloned());
        let examination = Examination { problem, differences: all.collect(), not_restored };
        Ok(Decision::Change(RepairedKeys { examination, repairs }))
    }

    fn basis(&self, plan: &RepairedKeys) -> Basis {
        let facts = plan.examination.differences.iter().map(ToString::to_string);
        Basis { name: "the keys", facts: facts.collect() }
    }
}

impl Plan for RepairedKeys {
    fn is_empty(&self) -> bool {
        self.repairs.is_empty()
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        unit.tx.without_triggers(|tx| {
            self.repairs.iter().try_for_each(|KeyRepair { key, write, .. }| match write {
                KeyWrite::Restore => tx.restore_key(key),
                KeyWrite::Insert => tx.restore_missing_key(key),
                KeyWrite::Delete => tx.delete_key(&key.kid),
            })
        })?;
        if self.examination.not_restored.is_empty() {
            check_keys(unit.tx.reader(), unit.vendor, unit.now)?;
        }
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let entry = |repair: &KeyRepair| {
            let differences = repair.differences.iter().map(|it| it.note()).collect();
            let detail =
                RepairedRow { grant: None, kid: Some(repair.key.kid.clone()), differences };
            NewEntry::of(REPAIR, repair.key.name.as_str(), &detail)
        };
        self.repairs.iter().map(entry).collect()
    }
}

/// Returns the newest record of a key in the log.
fn find_logged(reader: Reader<'_>, record: &KeyRecord) -> Result<Option<Row>> {
    for seq in reader.list_recorded("key", &record.name)? {
        let Some((entry, values)) = reader.find_statement(seq)? else { continue };
        let rows =
            entry.detail.get("record").and_then(|it| it.get("key")).map(|it| values.resolve(it));
        let rows = rows.as_ref().and_then(Value::as_array).into_iter().flatten();
        let mut rows = rows.filter_map(Value::as_object);
        if let Some(row) = rows.find(|row| row.get("kid") == Some(&record.kid.as_str().into())) {
            return Ok(Some(row.clone()));
        }
    }
    Ok(None)
}

/// Refuses a key set that is older than the log: without its newest version, a revoked key would
/// be active again.
fn check_not_older(record: &KeyRecord, logged: Option<&Row>) -> Result<()> {
    let rank = |state: &str| match state {
        "active" => 0,
        "retired" => 1,
        _ => 2,
    };
    let state = record.state.as_str();
    let logged = logged.and_then(|row| row.get("state")?.as_str());
    match logged.filter(|logged| rank(logged) > rank(state)) {
        None => Ok(()),
        Some(logged) => Err(tampered(format!(
            "the database was changed: key {} is {state} in its newest key set, but the audit log \
             states that it is {logged}",
            record.name
        ))
        .into()),
    }
}

/// Returns a key with the values of a key set.
fn restored(record: &KeyRecord, key: &Key) -> Key {
    Key {
        name: Slug::stored(record.name.clone()),
        edition: Some(record.edition),
        state: record.state,
        x: record.x.clone(),
        retired_at: record.retired_at,
        revoked_at: record.revoked_at,
        limits: Limits {
            scope: record.scope.clone(),
            not_after: record.not_after,
            ..key.limits.clone()
        },
        ..key.clone()
    }
}

/// Returns a key whose row is missing. The limits that only this home enforces are in the log.
fn logged_key(record: &KeyRecord, logged: Option<Row>) -> Key {
    let row = logged.unwrap_or_default();
    let value = |member: &str| row.get(member).cloned().unwrap_or_default();
    let purposes: Option<Vec<Purpose>> = serde_json::from_value(value("purposes")).ok().flatten();
    let max_files = value("max_files").as_u64();
    let limits = Limits { purposes, max_files, ..Limits::default() };
    let created_at = value("created_at");
    let created_at = created_at.as_str().unwrap_or("1970-01-01T00:00:00Z");
    let name = Slug::stored(record.name.clone());
    let key = Key::new(name, &record.kid, &record.x, Some(record.edition), limits, created_at);
    Key { file_hash: value("file_hash").as_str().map(str::to_owned), ..key }
}
