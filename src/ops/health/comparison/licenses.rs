//! The comparison of the licenses with their signed files and with the log, with their activations
//! and all their files.

use std::collections::HashMap;
use std::sync::Arc;

use licentia_runtime::LicenseClaims;
use serde_json::Value;

use crate::domain::audit::statement::{ACTIVATION, LICENSE};
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, ActivationId, File};
use crate::domain::name::Slug;
use crate::domain::product::Product;
use crate::domain::time::{Timestamp, instant_of};
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::Result;
use crate::ops::health::comparison::difference::{Compared, Place};
use crate::ops::health::comparison::history::{History, ValidLog};
use crate::ops::health::comparison::log::row_text;
use crate::ops::health::comparison::pool::Pool;
use crate::ops::health::comparison::shared::{Meter, Shared};
use crate::ops::license::plan::Parties;
use crate::ops::license::signed_file;
use crate::ops::lookup;
use crate::signing::license::LicenseRecords;
use crate::store::{ActivationColumns, FileRow, LicenseColumns, Reader, RecordedEntries};

/// The noun of the differences of licenses.
const KIND: &str = "license";

/// The tables whose records a license and its activations have.
const TABLES: [&str; 2] = [LICENSE.name, ACTIVATION.name];

/// Compares all licenses.
///
/// # Errors
///
/// The faults of the database.
pub fn compare_licenses<'a>(
    reader: Reader<'_>,
    shared: Shared<'a>,
    log: &ValidLog,
    pool: &Pool<'a, '_>,
    meter: &mut Meter<'_>,
) -> Result<()> {
    let mut known = KnownParties::default();
    reader.list_license_columns(&mut |columns| -> Result<()> {
        meter.count();
        let place = shared.differences.next_place();
        let columns = match columns {
            Ok(columns) => columns,
            Err(fault) => {
                let compared = Compared { kind: KIND, subject: "unknown", place };
                shared.differences.add(compared, fault.to_string());
                return Ok(());
            }
        };
        let serial = columns.serial.clone();
        match StoredLicense::read(reader, shared.now, log, columns, &mut known) {
            Ok(stored) => pool.run(move || stored.compare(shared, place)),
            Err(error) => {
                let compared = Compared { kind: KIND, subject: &serial, place };
                shared.differences.add(compared, error.text());
            }
        }
        Ok(())
    })
}

/// The products, and the last customer. The licenses of a customer usually follow each other.
#[derive(Default)]
struct KnownParties {
    products: HashMap<String, Product>,
    last: Option<Arc<Parties>>,
}

impl KnownParties {
    fn of(&mut self, reader: Reader<'_>, license: &License) -> Result<Arc<Parties>> {
        let (product, customer) = (&license.entitlement.product, &license.entitlement.customer);
        let is_same = |own: &Slug, other: &Slug| own.as_str() == other.as_str();
        let is_last = |last: &&Arc<Parties>| {
            is_same(&last.product.code, product) && is_same(&last.customer.code, customer)
        };
        if let Some(last) = self.last.as_ref().filter(is_last) {
            return Ok(last.clone());
        }
        let product = match self.products.get(product.as_str()) {
            Some(product) => product.clone(),
            None => lookup::product(reader, product)?,
        };
        self.products.insert(product.code.to_string(), product.clone());
        let customer = lookup::customer(reader, customer)?;
        Ok(self.last.insert(Arc::new(Parties { product, customer })).clone())
    }
}

/// A license with everything that it is compared with.
struct StoredLicense {
    columns: LicenseColumns,
    license: License,
    activations: Vec<ActivationColumns>,
    files: Vec<FileRow>,
    parties: Arc<Parties>,
    recorded: RecordedEntries,
}

impl StoredLicense {
    fn read(
        reader: Reader<'_>,
        now: Timestamp,
        log: &ValidLog,
        columns: LicenseColumns,
        known: &mut KnownParties,
    ) -> Result<StoredLicense> {
        let license = lookup::license(reader, &columns.serial.parse()?, now)?;
        let parties = known.of(reader, &license)?;
        let mut recorded = reader.find_recorded_entries(&TABLES, &columns.serial)?;
        log.keep_valid(&mut recorded);
        Ok(StoredLicense {
            activations: reader.list_activation_columns(&columns.serial)?,
            files: reader.list_file_rows(&columns.serial)?,
            columns,
            license,
            parties,
            recorded,
        })
    }

    fn compare(self, shared: Shared<'_>, place: Place) {
        let StoredLicense { columns, license, activations, files, parties, recorded } = self;
        let history = History::of(recorded);
        let comparison = Comparison {
            license: &license,
            records: parties.records(shared.vendor),
            history: &history,
            shared,
            place,
        };
        let claims = comparison.verify(&files);
        comparison.compare_members(&claims);
        comparison.compare_with_log(&claims);
        comparison.compare_activations(&activations);
        comparison.compare_columns(&columns);
    }
}

/// A license and its statements.
struct Comparison<'a> {
    license: &'a License,
    records: LicenseRecords<'a>,
    history: &'a History,
    shared: Shared<'a>,
    place: Place,
}

/// The verified claims of the newest file of each activation.
type NewestClaims = HashMap<i64, LicenseClaims>;

impl Comparison<'_> {
    fn compared(&self) -> Compared<'_> {
        Compared { kind: KIND, subject: self.license.serial.as_str(), place: self.place }
    }

    fn add(&self, problem: impl Into<String>) {
        self.shared.differences.add(self.compared(), problem);
    }

    /// Compares all files with their rows and their activations.
    fn verify(&self, files: &[FileRow]) -> NewestClaims {
        let mut newest = NewestClaims::new();
        let Shared { keys, now, .. } = self.shared;
        for row in files {
            match signed_file::check_row(&self.license.serial, &row.file, keys, now) {
                Ok(claims) => {
                    self.compare_file(row, &claims);
                    newest.insert(row.activation, claims);
                }
                Err(error) => {
                    newest.remove(&row.activation);
                    self.shared.differences.add_error(self.compared(), &error);
                }
            }
        }
        newest
    }

    /// Compares the facts of a file that its row and its activation state.
    fn compare_file(&self, row: &FileRow, claims: &LicenseClaims) {
        let FileRow { file, list, uri, idx, .. } = row;
        let uri = uri.clone().unwrap_or_else(|| self.shared.vendor.list_uri(*list));
        let id = ActivationId::Stored(row.activation);
        let activation = self.license.activations.iter().find(|activation| activation.id == id);
        let generation = activation.map(|activation| activation.generation);
        let container = activation.and_then(Activation::container);
        let signed = claims.container.as_ref();
        let status = claims.status.as_ref().map(|status| &status.status_list);
        let members: [(&str, Value, Value); 7] = [
            ("license", self.license.serial.as_str().into(), claims.sub.as_str().into()),
            ("container", container.into(), signed.map(|it| it.serial.as_str()).into()),
            (
                "generation",
                generation.filter(|_| container.is_some()).into(),
                signed.map(|it| it.generation).into(),
            ),
            ("issued_at", file.issued_at.as_str().into(), instant_of(claims.iat).into()),
            (
                "expires_at",
                file.expires_at.as_deref().into(),
                claims.exp.and_then(instant_of).into(),
            ),
            ("status list", uri.into(), status.map(|status| status.uri.as_str()).into()),
            ("status index", (*idx).into(), status.map(|status| status.idx).into()),
        ];
        for (member, stored, signed) in members {
            if stored != signed {
                self.add(format!(
                    "the row of file {} was changed: {member} is {stored}, but the token has \
                     {signed}",
                    file.jti
                ));
            }
        }
    }

    /// Compares the license with the newest file of each live activation.
    fn compare_members(&self, claims: &NewestClaims) {
        for activation in self.license.live() {
            let Some(File { .. }) = &activation.file else {
                let error = signed_file::missing(self.license, activation);
                self.shared.differences.add_error(self.compared(), &error.into());
                continue;
            };
            let Some(claims) = newest_of(claims, activation) else { continue };
            let compared =
                signed_file::check_members(self.license, activation, claims, self.records);
            if let Err(error) = compared {
                self.shared.differences.add_error(self.compared(), &error);
            }
        }
    }

    /// Compares the license and its activations with the log.
    fn compare_with_log(&self, claims: &NewestClaims) {
        let Shared { vendor, now, keys, differences, .. } = self.shared;
        let evidence = Evidence::of(self.history, vendor, now, keys.clone());
        let covers = || {
            self.license.activations.iter().any(|activation| {
                let covers = |claims: &&LicenseClaims| {
                    self.license.entitlement.seats <= claims.seats
                        && signed_file::check_members(
                            self.license,
                            activation,
                            claims,
                            self.records,
                        )
                        .is_ok()
                };
                newest_of(claims, activation).filter(covers).is_some()
            })
        };
        let row = evidence.check_license_row(self.license, self.records, &covers).err();
        for error in row.into_iter().chain(evidence.check_activations(self.license)) {
            differences.add_error(self.compared(), &error);
        }
    }

    /// Compares the identities and the instants of creation of the activations with the log.
    fn compare_activations(&self, stored: &[ActivationColumns]) {
        let serial = self.license.serial.as_str();
        // Newest first, so the last instant of an identity is the one of its first entry.
        let mut stated: Vec<(String, &str)> = Vec::new();
        for (entry, _) in self.history.entries_of(&ACTIVATION) {
            for row in ACTIVATION.rows_of(entry, serial) {
                let generation = row.get("generation").and_then(Value::as_u64).unwrap_or_default();
                let identity = identity(row_text(row, "container"), generation);
                match stated.iter_mut().find(|(own, _)| *own == identity) {
                    Some((_, at)) => *at = &entry.at,
                    None => stated.push((identity, &entry.at)),
                }
            }
        }
        let identity_of = |activation: &Activation| {
            let container = activation.container().unwrap_or_default();
            identity(container, u64::from(activation.generation))
        };
        let is_stored = |identity: &String| {
            self.license.activations.iter().any(|it| identity_of(it) == *identity)
        };
        for (identity, _) in stated.iter().filter(|(identity, _)| !is_stored(identity)) {
            self.add(format!("the activation {identity} of the audit log is not in the database"));
        }
        for activation in &self.license.activations {
            let columns = stored.iter().find(|row| ActivationId::Stored(row.id) == activation.id);
            let identity = identity_of(activation);
            let first = stated.iter().find(|(own, _)| *own == identity).map(|(_, at)| *at);
            // A row of a pending removal is created when a part of the seats is removed.
            let (Some(columns), Some(first)) = (columns, first) else { continue };
            let is_first = self.license.activations.iter().find(|it| identity_of(it) == identity)
                == Some(activation);
            if is_first && columns.created_at != first {
                self.add(format!(
                    "the activation {identity} was changed in the database: created_at is {}, but \
                     its first entry is of {first}",
                    columns.created_at
                ));
            }
        }
    }

    /// Compares the columns that are computed from other rows.
    fn compare_columns(&self, columns: &LicenseColumns) {
        let is_placed = self.license.live().next().is_some();
        let in_hardware = self.license.activations.iter().filter(|activation| {
            let place = activation.container.as_ref();
            activation.ended_at.is_none() && place.is_some_and(|place| place.kind.is_hardware())
        });
        let in_hardware: u64 = in_hardware.map(|activation| u64::from(activation.seats)).sum();
        let members: [(&str, Value, Value); 2] = [
            ("placed", columns.placed.into(), is_placed.into()),
            ("in_hardware", columns.in_hardware.into(), in_hardware.into()),
        ];
        for (member, stored, computed) in members {
            if stored != computed {
                self.add(format!(
                    "license {} was changed in the database: {member} is {stored}, but its \
                     activations give {computed}",
                    self.license.serial
                ));
            }
        }
        self.compare_changed_at(&columns.changed_at);
    }

    /// Compares the instant of the last change with the log. A change that only ends sessions has
    /// no record of the license, so a later instant of the log is right, too.
    fn compare_changed_at(&self, stored: &str) {
        let newest = [&LICENSE, &ACTIVATION].into_iter().filter_map(|table| {
            let (entry, _) = self.history.entries_of(table).next()?;
            Some((entry.seq, entry.at.as_str()))
        });
        let recorded = newest.max().map_or("", |(_, at)| at);
        if stored != recorded && !(recorded..=self.shared.newest).contains(&stored) {
            self.add(format!(
                "license {} was changed in the database: changed_at is {stored}, but its newest \
                 entry is of {recorded}",
                self.license.serial
            ));
        }
    }
}

/// Returns the identity of an activation for people.
fn identity(container: &str, generation: u64) -> String {
    if container.is_empty() {
        format!("without a container, generation {generation},")
    } else {
        format!("in container {container}, generation {generation},")
    }
}

fn newest_of<'a>(claims: &'a NewestClaims, activation: &Activation) -> Option<&'a LicenseClaims> {
    match activation.id {
        ActivationId::Stored(id) => claims.get(&id),
        ActivationId::New(_) => None,
    }
}
