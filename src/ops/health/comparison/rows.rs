//! The comparison of the other recorded rows with the log: keys, policies, containers, credentials,
//! tickets, idempotency references and grants.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::domain::audit::HashedEntry;
use crate::domain::audit::personal::Personal;
use crate::domain::audit::record::{GrantRecord, KeyRecord, RecoveryRecord, ReferenceRecord};
use crate::domain::audit::statement::{
    CONTAINER, CREDENTIAL, GRANT, KEY, POLICY, RECOVERY, REFERENCE, Row, TICKET, Table,
    recorded_rows,
};
use crate::domain::container::Container;
use crate::domain::credential::Credential;
use crate::domain::key_set::differences;
use crate::domain::license::License;
use crate::domain::name::Slug;
use crate::domain::time::instant_of;
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::Result;
use crate::ops::health::comparison::difference::Compared;
use crate::ops::health::comparison::history::{History, ValidLog};
use crate::ops::health::comparison::log::{ComparedLog, RowSum, SumKeys, row_text};
use crate::ops::health::comparison::pool::Pool;
use crate::ops::health::comparison::shared::{Meter, Shared};
use crate::ops::lookup;
use crate::store::{
    CredentialColumns, Fault, Reader, RecordedEntries, ReferenceRow, StoredGrant, SubjectTable,
};

/// The comparison of rows.
#[derive(Clone, Copy)]
pub struct Rows<'a, 'b> {
    /// The rows.
    pub reader: Reader<'b>,
    /// The facts of the threads.
    pub shared: Shared<'a>,
    /// The compared log.
    pub log: &'b ComparedLog,
    /// The random keys of its sums.
    pub keys: &'b SumKeys,
}

/// The recorded tables with their nouns.
const NOUNS: [(SubjectTable, &str); 7] = [
    (SubjectTable::License, "license"),
    (SubjectTable::Container, "container"),
    (SubjectTable::Ticket, "ticket"),
    (SubjectTable::Credential, "credential"),
    (SubjectTable::Recovery, "recovery"),
    (SubjectTable::Key, "key"),
    (SubjectTable::Policy, "product"),
];

impl<'a> Rows<'a, '_> {
    /// Compares the rows.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn compare(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        self.compare_keys(pool)?;
        self.compare_policies(pool)?;
        self.compare_containers(pool, meter)?;
        self.compare_credentials(pool, meter)?;
        self.compare_tickets(pool, meter)?;
        self.compare_recoveries(pool, meter)?;
        self.compare_references(pool, meter)?;
        self.compare_grants(pool, meter)?;
        for (table, noun) in NOUNS {
            self.reader.list_missing_subjects(table, &mut |subject| -> Result<()> {
                match subject {
                    Ok(subject) => self.shared.differences.add_next(
                        noun,
                        &subject,
                        format!("{noun} {subject} of the audit log is not in the database"),
                    ),
                    Err(fault) => self.unreadable(noun, &fault),
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    fn unreadable(&self, noun: &'static str, fault: &Fault) {
        self.shared.differences.add_next(noun, "unknown", fault.to_string());
    }

    /// Returns the statements about a subject.
    fn recorded(&self, table: &Table, subject: &str) -> Result<RecordedEntries> {
        let mut recorded = self.reader.find_recorded_entries(&[table.name], subject)?;
        let valid: &ValidLog = &self.log.valid;
        valid.keep_valid(&mut recorded);
        Ok(recorded)
    }

    /// Passes each subject of a table to a function that reads and compares its row.
    fn each(
        &self,
        table: SubjectTable,
        noun: &'static str,
        compare: &mut dyn FnMut(&str) -> Result<()>,
    ) -> Result<()> {
        self.reader.list_subjects_of(table, &mut |subject| -> Result<()> {
            let subject = match subject {
                Ok(subject) => subject,
                Err(fault) => {
                    self.unreadable(noun, &fault);
                    return Ok(());
                }
            };
            if let Err(error) = compare(&subject) {
                self.shared.differences.add_next(noun, &subject, error.text());
            }
            Ok(())
        })
    }

    /// Compares the keys with the newest key set and with the log.
    fn compare_keys(&self, pool: &Pool<'a, '_>) -> Result<()> {
        let (shared, keys) = (self.shared, self.reader.list_keys()?);
        for difference in differences(&keys, shared.keys.claims()) {
            let (key, text) = (&difference.key, &difference.text);
            shared.differences.add_next("key", key, format!("key {key} {text}"));
        }
        for key in keys {
            let recorded = self.recorded(&KEY, key.name.as_str())?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let compared = Compared { kind: "key", subject: key.name.as_str(), place };
                let record = KeyRecord::of(&key);
                check(shared, compared, recorded, |evidence| evidence.check_newest(&KEY, &record));
            });
        }
        Ok(())
    }

    fn compare_policies(&self, pool: &Pool<'a, '_>) -> Result<()> {
        let shared = self.shared;
        self.each(SubjectTable::Policy, "product", &mut |code| {
            let product = lookup::product(self.reader, &Slug::stored(code.to_owned()))?;
            let recorded = self.recorded(&POLICY, code)?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let subject = product.code.as_str();
                let compared = Compared { kind: "product", subject, place };
                check(shared, compared, recorded, |evidence| evidence.check_policy(&product));
            });
            Ok(())
        })
    }

    fn compare_containers(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        let (shared, mut properties) = (self.shared, 0);
        self.each(SubjectTable::Container, "container", &mut |serial| {
            meter.count();
            let container = lookup::container(self.reader, &serial.parse()?)?;
            let hashes = hashes_of(&container);
            properties += hashes.len() as u64;
            for (name, hash) in hashes {
                if !self.reader.has_property(serial, name, hash)? {
                    let problem = format!(
                        "the index of properties does not have {name} of container {serial}"
                    );
                    shared.differences.add_next("container", serial, problem);
                }
            }
            let recorded = self.recorded(&CONTAINER, serial)?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let subject = container.serial.as_str();
                let compared = Compared { kind: "container", subject, place };
                check(shared, compared, recorded, |evidence| {
                    evidence.check_container(&container, None).map(drop)
                });
            });
            Ok(())
        })?;
        let counted = self.reader.count_properties()?;
        if counted != properties {
            let problem = format!(
                "the index of properties has {counted} rows, but the containers have {properties}"
            );
            shared.differences.add_next("database", "container_property", problem);
        }
        Ok(())
    }

    fn compare_credentials(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        let shared = self.shared;
        self.each(SubjectTable::Credential, "credential", &mut |serial| {
            meter.count();
            let credential = lookup::credential(self.reader, &serial.parse()?)?;
            let columns = self.reader.find_credential_columns(serial)?;
            let recorded = self.recorded(&CREDENTIAL, serial)?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let subject = credential.serial.as_str();
                let compared = Compared { kind: "credential", subject, place };
                check(shared, compared, recorded, |evidence| {
                    evidence.check_credential(&credential)
                });
                if let Some(columns) = &columns {
                    compare_claims(shared, compared, &credential, columns);
                }
            });
            Ok(())
        })
    }

    fn compare_tickets(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        let shared = self.shared;
        self.each(SubjectTable::Ticket, "ticket", &mut |serial| {
            meter.count();
            let ticket = lookup::ticket(self.reader, &serial.parse()?)?;
            let license =
                |serial: &String| lookup::license(self.reader, &serial.parse()?, shared.now);
            let licenses = ticket.licenses.iter().map(license).collect::<Result<Vec<License>>>()?;
            let recorded = self.recorded(&TICKET, serial)?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let compared = Compared { kind: "ticket", subject: ticket.serial.as_str(), place };
                check(shared, compared, recorded, |evidence| {
                    licenses.iter().try_for_each(|license| evidence.check_ticket(&ticket, license))
                });
            });
            Ok(())
        })
    }

    fn compare_recoveries(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        let shared = self.shared;
        self.each(SubjectTable::Recovery, "recovery", &mut |serial| {
            meter.count();
            let recovery = lookup::recovery(self.reader, &serial.parse()?)?;
            let recorded = self.recorded(&RECOVERY, serial)?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let subject = recovery.serial.as_str();
                let compared = Compared { kind: "recovery", subject, place };
                let record = RecoveryRecord::of(&recovery);
                check(shared, compared, recorded, |evidence| {
                    evidence.check_signed(&RECOVERY, &record)
                });
            });
            Ok(())
        })
    }

    fn compare_references(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        let (shared, mut stored) = (self.shared, RowSum::default());
        self.reader.list_reference_rows(&mut |row| -> Result<()> {
            meter.count();
            let row = match row {
                Ok(row) => row,
                Err(fault) => {
                    self.unreadable("reference", &fault);
                    return Ok(());
                }
            };
            self.keys.add(&mut stored, &(row.family.as_str(), row.reference.as_str()));
            let recorded = self.recorded(&REFERENCE, &row.subject)?;
            let place = shared.differences.next_place();
            pool.run(move || {
                let ReferenceRow { family, reference, request, subject, created_at } = &row;
                let compared = Compared { kind: "reference", subject: reference, place };
                let request = Personal(request.as_str());
                let record = ReferenceRecord { family, reference, request, subject, created_at };
                check(shared, compared, recorded, |evidence| {
                    evidence.check_newest(&REFERENCE, &record)
                });
            });
            Ok(())
        })?;
        if stored == self.log.sums.references {
            return Ok(());
        }
        self.find_missing(&REFERENCE, &|row| {
            let (family, reference) = (row_text(row, "family"), row_text(row, "reference"));
            let found = self.reader.find_reference(family, &reference.parse()?)?;
            Ok(found.is_none().then(|| ("reference", format!("{family} {reference}"))))
        })
    }

    fn compare_grants(&self, pool: &Pool<'a, '_>, meter: &mut Meter<'_>) -> Result<()> {
        let (shared, mut stored) = (self.shared, RowSum::default());
        let mut grants: BTreeMap<(String, String), usize> = BTreeMap::new();
        self.reader.list_grant_rows(&mut |row| -> Result<()> {
            meter.count();
            let row = match row {
                Ok(row) => row,
                Err(fault) => {
                    self.unreadable("recovery", &fault);
                    return Ok(());
                }
            };
            let license = row.grant.license.to_string();
            self.keys.add(&mut stored, &(license.as_str(), row.created_at.as_str()));
            let recorded = self.recorded(&GRANT, &license)?;
            *grants.entry((license, row.created_at.clone())).or_default() += 1;
            let place = shared.differences.next_place();
            pool.run(move || {
                let StoredGrant { grant, reference, created_at } = &row;
                let subject = grant.license.as_str();
                let compared = Compared { kind: "license", subject, place };
                let record = GrantRecord::of(grant, reference.as_deref(), created_at);
                check(shared, compared, recorded, |evidence| {
                    evidence.check_stated(&GRANT, &record)
                });
            });
            Ok(())
        })?;
        if stored == self.log.sums.grants {
            return Ok(());
        }
        self.find_missing(&GRANT, &|row| {
            let (license, at) = (row_text(row, "license"), row_text(row, "created_at"));
            let is_stored = grants.contains_key(&(license.to_owned(), at.to_owned()));
            Ok((!is_stored).then(|| ("license", format!("{license}: the grant of {at}"))))
        })
    }

    /// Finds the rows of the log that are not in the database. `missing` returns the noun and the
    /// description of a missing row.
    fn find_missing(
        &self,
        table: &Table,
        missing: &dyn Fn(&Row) -> Result<Option<Missing>>,
    ) -> Result<()> {
        self.reader.list_entry_rows(&mut |entry| -> Result<()> {
            let Ok(entry) = entry else { return Ok(()) };
            let Ok(parsed) = serde_json::from_str::<HashedEntry>(&entry.text) else {
                return Ok(());
            };
            for (_, _, row) in recorded_rows(&parsed).filter(|(own, ..)| *own == table) {
                if let Some((noun, text)) = missing(row)? {
                    let problem = format!(
                        "{text} of entry {} of the audit log is not in the database",
                        entry.seq
                    );
                    let subject = text.split([' ', ':']).next().unwrap_or_default();
                    self.shared.differences.add_next(noun, subject, problem);
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// The noun and the description of a missing row.
type Missing = (&'static str, String);

/// Returns the names and the hashes of the properties of a container, each once.
fn hashes_of(container: &Container) -> BTreeSet<(&str, &str)> {
    let properties = container.properties.iter();
    let hashes =
        properties.flat_map(|(name, hashes)| hashes.0.iter().map(move |hash| (name, hash)));
    hashes.map(|(name, hash)| (name.as_str(), hash.as_str())).collect()
}

/// Compares a row with its statements, and adds the error of the comparison.
fn check(
    shared: Shared<'_>,
    compared: Compared<'_>,
    recorded: RecordedEntries,
    compare: impl FnOnce(&Evidence<'_, &History>) -> Result<()>,
) {
    let history = History::of(recorded);
    let evidence = Evidence::of(&history, shared.vendor, shared.now, shared.keys.clone());
    if let Err(error) = compare(&evidence) {
        shared.differences.add_error(compared, &error);
    }
}

/// Compares the columns of a credential with its stored claims.
fn compare_claims(
    shared: Shared<'_>,
    compared: Compared<'_>,
    credential: &Credential,
    columns: &CredentialColumns,
) {
    let claims: Value = serde_json::from_str(&columns.claims).unwrap_or_default();
    let stored = json!({
        "sub": credential.username,
        "jti": credential.jti,
        "iat": claims["iat"],
        "serial": credential.serial.as_str(),
        "generation": credential.generation,
        "container": credential.container,
        "customer": credential.customer.as_str(),
        "list": shared.vendor.list_uri(columns.list),
        "idx": columns.idx,
        "issued_at": credential.issued_at,
    });
    let status = &claims["status"]["status_list"];
    let stated = json!({
        "sub": claims["sub"],
        "jti": claims["jti"],
        "iat": claims["iat"],
        "serial": claims["serial"],
        "generation": claims["generation"],
        "container": claims["container"]["serial"],
        "customer": claims["customer"]["code"],
        "list": status["uri"],
        "idx": status["idx"],
        "issued_at": claims["iat"].as_i64().and_then(instant_of),
    });
    let members = stored.as_object().into_iter().flatten();
    for (member, stored) in members.filter(|(member, stored)| stated[member.as_str()] != **stored) {
        shared.differences.add(
            compared,
            format!(
                "credential {} was changed in the database: {member} is {stored}, but its claims \
                 have {}",
                credential.serial,
                stated[member.as_str()]
            ),
        );
    }
}
