//! The comparison of rows with the log, before a command signs or grants something on their basis.
//! A person who can write the database can change a row, and append entries with a correct chain.
//! They cannot sign: each right of a row must be in an entry that a key signed, whose scope allows
//! it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use licentia_runtime::{Edition, KeyRecord, KeySet, KeyState};
use serde_json::Value;

use crate::domain::audit::HashedEntry;
use crate::domain::audit::anchor::Anchor;
use crate::domain::audit::personal::PersonalValues;
use crate::domain::audit::record::{
    ActivationRecord, ContainerRecord, CredentialRecord, LicenseRecord, RowFacts, TicketRecord,
    facts_in_clear,
};
use crate::domain::audit::statement::{
    ACTIVATION, ADOPTED_CONTAINER, CONTAINER, CREDENTIAL, LICENSE, POLICY, Row, TICKET, Table,
    difference,
};
use crate::domain::container::Container;
use crate::domain::credential::Credential;
use crate::domain::key;
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::remedy::Remedy;
use crate::domain::ticket::Ticket;
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::vendor::{Listed, Vendor};
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::is_signed_with;
use crate::ops::audit::source::{StatedEntry, StatementSource, missing, tampered};
use crate::ops::error::{Failure, Result};
use crate::ops::impact::Sale;
use crate::ops::key::key_set::verified_keys;
use crate::ops::license::signed_file;
use crate::ops::lookup;
use crate::signing;
use crate::signing::license::LicenseRecords;
use crate::store::Reader;

/// The evidence for the rows of a home: its log, and its newest key set.
pub struct Evidence<'a, L = Reader<'a>> {
    /// The source of the statements: the database, or a part of a verified log.
    pub reader: L,
    /// The vendor.
    pub vendor: &'a Vendor,
    /// The instant of the comparison.
    pub now: Timestamp,
    /// The newest key set.
    pub keys: Arc<KeySet>,
    /// The anchors whose signatures of entries were verified, with the results: an entry often
    /// records rows of several tables.
    proofs: RefCell<BTreeMap<(i64, String), bool>>,
}

impl<'a> Evidence<'a> {
    /// Opens the newest key set of a home.
    ///
    /// # Errors
    ///
    /// `tampered` if there is no key set of the root key.
    pub fn open(reader: Reader<'a>, vendor: &'a Vendor, now: Timestamp) -> Result<Evidence<'a>> {
        let keys = Arc::new(verified_keys(reader, vendor, now)?);
        Ok(Evidence::of(reader, vendor, now, keys))
    }

    /// Compares a license as [`Evidence::check_license`] does, and the containers of its live
    /// activations with the log.
    ///
    /// # Errors
    ///
    /// Those of [`Evidence::check_license`] and [`Evidence::check_container`].
    pub fn check_delivered(&self, license: &License, records: LicenseRecords<'_>) -> Result<()> {
        self.check_license(license, records)?;
        license.live().filter_map(Activation::container).try_for_each(|container| {
            let container = lookup::container(self.reader, &container.parse()?)?;
            self.check_container(&container, Some(license)).map(drop)
        })
    }

    /// Returns the entry that records the publication of the status list with this id, if a key
    /// signed the entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_publication(&self, jti: &str) -> Result<Option<i64>> {
        for seq in self.reader.list_publications(jti)? {
            let statement = self.reader.find_statement(seq)?;
            if let Some((entry, _)) = statement
                && self.is_signed_by(&entry, &|_, _| true)?
            {
                return Ok(Some(seq));
            }
        }
        Ok(None)
    }

    /// Returns the sale of a license, if the only keys that signed its newest signed entry sign no
    /// license files. A signed file of the license states that a person has decided before.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_sale(
        &self,
        license: &License,
        records: LicenseRecords<'_>,
        signed: i64,
    ) -> Result<Option<Sale>> {
        let anchors = self.reader.list_anchors_of(signed)?;
        let keys = self.keys.claims().keys.iter();
        let mut signers = keys.filter(|key| anchors.iter().any(|anchor| anchor.kid == key.kid));
        let Some(first) = signers.clone().next() else { return Ok(None) };
        // Only the few licenses of such a key need the verification of their files.
        if signers.any(|key| key.scope.allows_kind(key::LICENSE))
            || license.adopted
            || signed_file::states_terms(license, records, &self.keys, self.now)
        {
            return Ok(None);
        }
        let Some((entry, values)) = self.reader.find_statement(signed)? else { return Ok(None) };
        let entry = entry.resolve(&values);
        Ok(Some(Sale {
            license: license.clone(),
            key: first.name.clone(),
            author: entry.actor,
            at: entry.at,
        }))
    }
}

impl<'a, L: StatementSource> Evidence<'a, L> {
    /// Returns the evidence of a log that was verified.
    pub fn of(reader: L, vendor: &'a Vendor, now: Timestamp, keys: Arc<KeySet>) -> Evidence<'a, L> {
        Evidence { reader, vendor, now, keys, proofs: RefCell::default() }
    }

    /// Compares a license and its activations with the signed files and with the log. Returns the
    /// newest entry about the license that a key signed which may sign the license; `None` if only
    /// a signed file states its terms.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that differs, and for a right that no key signed; `wrong_state` for a
    /// right that only a revoked key signed.
    pub fn check_license(
        &self,
        license: &License,
        records: LicenseRecords<'_>,
    ) -> Result<Option<i64>> {
        signed_file::check(license, records, &self.keys, self.now)?;
        let covers = || signed_file::covers(license, records, &self.keys, self.now);
        let signed = self.check_license_row(license, records, &covers)?;
        let groups = groups_of(license);
        self.check_complete(&ACTIVATION, license.serial.as_str(), &groups)?;
        self.check_activation_groups(license, groups)?;
        Ok(signed)
    }

    /// Refuses a subject without a row that is not over in its newest statement: its seats would be
    /// sold again.
    fn check_complete(&self, table: &Table, subject: &str, groups: &[Vec<Row>]) -> Result<()> {
        let mut known: Vec<Row> = groups.iter().filter_map(|rows| rows.first().cloned()).collect();
        for seq in self.reader.recorded(table, subject)? {
            let Some(stated) = self.reader.statement(seq)? else { continue };
            let rows = table.rows_of(&stated.0, subject);
            let is_known = |row: &Row| known.iter().any(|known| table.is_same_row(known, row));
            if !rows.iter().all(|row| row.contains_key("ended_at") || is_known(row)) {
                let message = format!(
                    "the database was changed: the row of {} {subject} that entry {seq} of the \
                     audit log records is missing",
                    table.name
                );
                return Err(differing(table, subject, message).into());
            }
            known.extend(rows.into_iter().cloned());
        }
        Ok(())
    }

    /// Compares the row of a license with the log, as [`Evidence::check_license`] does. `covers`
    /// returns whether a signed file states the terms of the license.
    ///
    /// # Errors
    ///
    /// Those of [`Evidence::check_license`].
    pub fn check_license_row(
        &self,
        license: &License,
        records: LicenseRecords<'_>,
        covers: &dyn Fn() -> bool,
    ) -> Result<Option<i64>> {
        if license.adopted {
            // The file that the other site signed states the terms.
            self.check_newest(&LICENSE, &LicenseRecord::of(license))?;
            return Ok(None);
        }
        let may_sign = may_sign(license, records);
        let row = facts_in_clear(&LicenseRecord::of(license));
        let signed = self.check_row(&LICENSE, license.serial.as_str(), row, &may_sign)?;
        if signed.is_none() && !covers() {
            return Err(self.unsigned(&LICENSE, license.serial.as_str())?.into());
        }
        Ok(signed)
    }

    /// Compares each group of activations with one container and generation with the log. Returns
    /// the errors of [`Evidence::check_license`], one for each group that differs.
    pub fn check_activations(&self, license: &License) -> Vec<Failure> {
        let check = |group| self.check_activation_groups(license, vec![group]).err();
        groups_of(license).into_iter().filter_map(check).collect()
    }

    /// Compares groups of activations with the log. The file that the other site signed states the
    /// seats of an adopted license, so its activations are compared with their newest statements
    /// only.
    fn check_activation_groups(&self, license: &License, groups: Vec<Vec<Row>>) -> Result<()> {
        let serial = license.serial.as_str();
        if license.adopted {
            return groups
                .into_iter()
                .try_for_each(|rows| self.check_newest_rows(&ACTIVATION, serial, rows));
        }
        let grants = may_grant(Some(license));
        self.check_groups(&ACTIVATION, serial, groups, &grants).map(drop)
    }

    /// Compares a row with its newest statement only.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that differs, and for a row without a statement.
    pub fn check_newest<R: RowFacts>(&self, table: &Table, record: &R) -> Result<()> {
        self.check_newest_rows(table, record.subject(), vec![facts_in_clear(record)])
    }

    /// Compares the rows of one identity with their newest statement only.
    fn check_newest_rows(&self, table: &Table, subject: &str, rows: Vec<Row>) -> Result<()> {
        let mut trail = Trail { rows, newer: None };
        for seq in self.reader.recorded(table, subject)? {
            let stated = self.reader.statement(seq)?;
            let stated = stated.ok_or_else(|| missing(table, subject, seq))?;
            if trail.follow(table, subject, &Statement::of(table, subject, seq, &stated))? {
                return Ok(());
            }
        }
        Err(unstated(table, subject).into())
    }

    /// Compares a row with the log. A trusted key must have signed it.
    ///
    /// # Errors
    ///
    /// Those of [`Evidence::check_signed_by`].
    pub fn check_signed<R: RowFacts>(&self, table: &Table, record: &R) -> Result<()> {
        self.check_signed_by(table, record, &|_, _| true)
    }

    /// Compares a row with the log. A key that may sign the row must have signed it.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that differs, and for a row that no key signed; `wrong_state` for a row
    /// that only a revoked key signed.
    pub(super) fn check_signed_by<R: RowFacts>(
        &self,
        table: &Table,
        record: &R,
        may_sign: MaySign<'_>,
    ) -> Result<()> {
        match self.check_row(table, record.subject(), facts_in_clear(record), may_sign)? {
            Some(_) => Ok(()),
            None => Err(self.unsigned(table, record.subject())?.into()),
        }
    }

    /// Compares a row that never changes with all statements about its subject, because rows of one
    /// subject may have the same identity.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that no signed entry states; `wrong_state` for a row that only a
    /// revoked key signed.
    pub fn check_stated<R: RowFacts>(&self, table: &Table, record: &R) -> Result<()> {
        let (row, subject) = (facts_in_clear(record), record.subject());
        for seq in self.reader.recorded(table, subject)? {
            let Some(stated) = self.reader.statement(seq)? else { continue };
            let Statement { rows, values, .. } = Statement::of(table, subject, seq, &stated);
            if rows.iter().any(|stated| difference(&row, stated, values).is_none()) {
                return match self.is_signed_by(&stated.0, &|_, _| true)? {
                    true => Ok(()),
                    false => Err(self.unsigned(table, subject)?.into()),
                };
            }
        }
        Err(tampered(format!(
            "{} of {subject} was changed in the database: no entry of the audit log states {}",
            table.name,
            Value::Object(row)
        ))
        .into())
    }

    /// Compares a container with the log, for a license that is in it; `None` for a container
    /// without the license. Returns the newest entry about the container that a key signed which
    /// may grant something to the license.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that differs, and for an unblocked container that no key unblocked.
    pub fn check_container(
        &self,
        container: &Container,
        license: Option<&License>,
    ) -> Result<Option<i64>> {
        let row = facts_in_clear(&ContainerRecord::of(container));
        let table = if container.context.is_some() { &ADOPTED_CONTAINER } else { &CONTAINER };
        self.check_row(table, container.serial.as_str(), row, &may_grant(license))
    }

    /// Compares a credential with the log.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that differs, and for a credential that is in force again.
    pub fn check_credential(&self, credential: &Credential) -> Result<()> {
        let row = facts_in_clear(&CredentialRecord::of(credential));
        self.check_row(&CREDENTIAL, credential.serial.as_str(), row, &|_, _| true).map(drop)
    }

    /// Compares a ticket with the log, for one of its licenses.
    ///
    /// # Errors
    ///
    /// Those of [`Evidence::check_signed`].
    pub fn check_ticket(&self, ticket: &Ticket, license: &License) -> Result<()> {
        self.check_signed_by(&TICKET, &TicketRecord::of(ticket), &may_grant(Some(license)))
    }

    /// Compares one row with the log, as [`Evidence::check_groups`] does.
    pub(super) fn check_row(
        &self,
        table: &Table,
        subject: &str,
        row: Row,
        may_sign: MaySign<'_>,
    ) -> Result<Option<i64>> {
        self.check_groups(table, subject, vec![vec![row]], may_sign)
    }

    /// Compares each group of rows with one identity with its newest statement, and follows its
    /// statements back to the newest one that a key signed. Each entry is read once for all groups
    /// of the subject. Returns the oldest of these signed entries; `None` if a group has none.
    fn check_groups(
        &self,
        table: &Table,
        subject: &str,
        groups: Vec<Vec<Row>>,
        may_sign: MaySign<'_>,
    ) -> Result<Option<i64>> {
        let recorded = self.reader.recorded(table, subject)?;
        let mut open: Vec<Trail> =
            groups.into_iter().map(|rows| Trail { rows, newer: None }).collect();
        let mut signed = None;
        for seq in recorded {
            if open.is_empty() {
                break;
            }
            let Some(stated) = self.reader.statement(seq)? else {
                return Err(missing(table, subject, seq).into());
            };
            let statement = Statement::of(table, subject, seq, &stated);
            let mut is_stated = Vec::with_capacity(open.len());
            for trail in &mut open {
                let newer = trail.newest_read();
                let followed = trail.follow(table, subject, &statement);
                is_stated.push(match (followed, newer) {
                    (Err(error), Some(newer)) => {
                        return Err(self.revoked(table, subject, newer)?.unwrap_or(error).into());
                    }
                    (followed, _) => followed?,
                });
            }
            if is_stated.contains(&true) && self.is_signed_by(&stated.0, may_sign)? {
                let mut is_stated = is_stated.into_iter();
                open.retain(|_| !is_stated.next().unwrap_or_default());
                signed = Some(seq);
            }
        }
        if open.iter().any(|trail| trail.newer.is_none()) {
            return Err(unstated(table, subject).into());
        }
        Ok(signed.filter(|_| open.is_empty()))
    }

    /// Returns the entries with records of a subject, newest first.
    pub(super) fn recorded(&self, table: &Table, subject: &str) -> Result<Vec<i64>> {
        self.reader.recorded(table, subject)
    }

    /// Returns whether a key signed an entry and may sign its rows.
    pub(super) fn is_signed_by(&self, entry: &HashedEntry, may_sign: MaySign<'_>) -> Result<bool> {
        let at = parse_instant(&entry.at)?;
        let claims = self.keys.claims();
        for anchor in self.reader.anchors_of(entry.seq)? {
            let key = claims.keys.iter().find(|key| key.kid == anchor.kid);
            let Some(key) = key.filter(|key| is_trusted(key, at) && may_sign(key, at)) else {
                continue;
            };
            if self.is_proven(entry.seq, &anchor, key)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns whether an anchor of a key signs an entry.
    fn is_proven(&self, seq: i64, anchor: &Anchor, key: &KeyRecord) -> Result<bool> {
        let proof = (seq, anchor.kid.clone());
        if let Some(known) = self.proofs.borrow().get(&proof) {
            return Ok(*known);
        }
        let is_valid = || is_signed_with(key, anchor, self.keys.claims(), self.vendor);
        let is_proven = self.reader.is_proven(seq, &anchor.range, &is_valid)?;
        self.proofs.borrow_mut().insert(proof, is_proven);
        Ok(is_proven)
    }

    /// Returns the error for a row that no trusted key signed.
    pub(super) fn unsigned(&self, table: &Table, subject: &str) -> Result<Error> {
        for seq in self.reader.recorded(table, subject)? {
            if let Some(error) = self.revoked(table, subject, seq)? {
                return Ok(error);
            }
        }
        let message = format!(
            "the database was changed: no key that may sign {} {subject} signed an entry of the \
             audit log that grants it",
            table.name
        );
        Ok(differing(table, subject, message))
    }

    /// Returns the error for an entry that only a revoked key signed. A thief of the key can have
    /// written it.
    fn revoked(&self, table: &Table, subject: &str, seq: i64) -> Result<Option<Error>> {
        let anchors = self.reader.anchors_of(seq)?;
        let keys = self.keys.claims().keys.iter();
        let mut revoked = keys.filter(|key| key.state == KeyState::Revoked);
        let key = revoked.find(|key| anchors.iter().any(|anchor| anchor.kid == key.kid));
        Ok(key.map(|key| {
            let noun = table.name;
            let message = format!(
                "only key {} signed the audit entries of {noun} {subject}, and the key is revoked",
                key.name
            );
            let error = Error::new(ErrorCode::WrongState, message);
            match record_of(table, subject) {
                Some(subject) => error.remedy(Remedy::AcceptRecord { subject }),
                None => error
                    .advice(format!("the {noun} may be forged; if it is genuine, create it again")),
            }
        }))
    }
}

/// Returns whether the signatures of a key from an instant are trusted. A thief can backdate the
/// entries of a revoked key, as its files.
fn is_trusted(key: &KeyRecord, at: Timestamp) -> bool {
    key.state != KeyState::Revoked || key.revoked_at.is_some_and(|since| at.as_second() < since)
}

/// Returns whether a key may sign rows at an instant.
pub(super) type MaySign<'a> = &'a dyn Fn(&KeyRecord, Timestamp) -> bool;

/// Returns the rule for the keys that may sign a license.
pub(super) fn may_sign<'a>(
    license: &'a License,
    records: LicenseRecords<'a>,
) -> impl Fn(&KeyRecord, Timestamp) -> bool + 'a {
    move |key, at| {
        let iat = at.as_second();
        let claims = signing::license::claims(license, None, records, "", iat, &Listed::default());
        let scope = licentia_runtime::Scope { kinds: None, ..key.scope.clone() };
        key.edition == license.entitlement.edition && scope.refuses(&claims).is_none()
    }
}

/// Returns the rule for the keys that may grant something to a license which is in other rows than
/// its own: keys of its edition that may sign its product, and commercial keys without limits. The
/// limits of its terms do not count, because the terms may have changed since. Without a license,
/// each key of the key set counts.
pub(super) fn may_grant(license: Option<&License>) -> impl Fn(&KeyRecord, Timestamp) -> bool {
    move |key, at| {
        let Some(License { entitlement, .. }) = license else { return true };
        let products = key.scope.products.as_ref();
        let is_of_product =
            products.is_none_or(|codes| codes.iter().any(|it| it == entitlement.product.as_str()));
        key.edition == entitlement.edition && is_of_product || may_grant_all(key, at)
    }
}

/// Returns whether a key may grant something to the licenses of all products.
pub(super) fn may_grant_all(key: &KeyRecord, _at: Timestamp) -> bool {
    key.edition == Edition::Commercial && key.scope.is_without_limits()
}

/// Returns the activations of a license in groups with one container and generation.
pub fn groups_of(license: &License) -> Vec<Vec<Row>> {
    let mut groups: Vec<Vec<Row>> = Vec::new();
    for activation in &license.activations {
        let group = ActivationRecord::group_of(license, activation);
        let rows: Vec<Row> = group.iter().map(facts_in_clear).collect();
        if !groups.contains(&rows) {
            groups.push(rows);
        }
    }
    groups
}

/// The records of a subject in one entry.
struct Statement<'a> {
    rows: Vec<&'a Row>,
    values: &'a PersonalValues,
    seq: i64,
}

impl<'a> Statement<'a> {
    fn of(table: &Table, subject: &str, seq: i64, stated: &'a StatedEntry) -> Statement<'a> {
        let (entry, values) = stated;
        Statement { rows: table.rows_of(entry, subject), values, seq }
    }
}

/// A group of rows whose statements are followed back.
struct Trail {
    rows: Vec<Row>,
    /// The entry that was read last, with its rows; `None` before the first one.
    newer: Option<(i64, Vec<Row>)>,
}

impl Trail {
    /// Returns the entry that was read last.
    fn newest_read(&self) -> Option<i64> {
        self.newer.as_ref().map(|(seq, _)| *seq)
    }

    /// Compares the next older statement. Returns whether it states the rows.
    fn follow(
        &mut self,
        table: &Table,
        subject: &str,
        statement: &Statement<'_>,
    ) -> Result<bool, Error> {
        let Some(first) = self.rows.first() else { return Ok(false) };
        let stated = statement.rows.iter().filter(|row| table.is_same_row(row, first));
        let stated: Vec<Row> = stated.map(|row| (*row).clone()).collect();
        if stated.is_empty() {
            return Ok(false);
        }
        match &self.newer {
            None => {
                let (values, seq) = (statement.values, statement.seq);
                compare(table, subject, &self.rows, &Stated { rows: &stated, values, seq })?;
            }
            Some((_, newer)) => check_step(table, subject, &stated, newer)?,
        }
        self.newer = Some((statement.seq, stated));
        Ok(true)
    }
}

/// The rows of a group in its newest statement.
struct Stated<'a> {
    rows: &'a [Row],
    values: &'a PersonalValues,
    seq: i64,
}

/// Compares rows with a statement. The order of the rows makes no difference.
fn compare(table: &Table, subject: &str, rows: &[Row], stated: &Stated<'_>) -> Result<(), Error> {
    let differs = |row: &Row, other: &Row| difference(row, other, stated.values);
    let missing = rows.iter().find(|row| stated.rows.iter().all(|it| differs(row, it).is_some()));
    let missing = missing.or_else(|| {
        let mut extra = stated.rows.iter();
        let found = extra.find(|it| rows.iter().all(|row| differs(row, it).is_some()));
        found.and(rows.first())
    });
    let Some(row) = missing else { return Ok(()) };
    let found = stated.rows.first().and_then(|other| differs(row, other));
    let (member, own, logged) =
        found.unwrap_or_else(|| ("number of rows".to_owned(), rows.len().into(), Value::Null));
    let message = format!(
        "{} {subject} was changed in the database: {member} is {own}, but entry {} of the audit \
         log has {logged}",
        table.name, stated.seq
    );
    Err(differing(table, subject, message))
}

/// Refuses a step that no key signed and that grants a right.
fn check_step(table: &Table, subject: &str, before: &[Row], after: &[Row]) -> Result<(), Error> {
    let Some(member) = table.granted_member(before, after) else { return Ok(()) };
    let message = format!(
        "{} {subject} was changed in the database: an entry of the audit log that no key signed \
         changes {member}",
        table.name
    );
    Err(differing(table, subject, message))
}

fn unstated(table: &Table, subject: &str) -> Error {
    let message =
        format!("the database was changed: the log has no record of {} {subject}", table.name);
    differing(table, subject, message)
}

/// Returns the error for a record that differs, with the command that repairs it.
fn differing(table: &Table, subject: &str, message: String) -> Error {
    let error = Error::new(ErrorCode::Tampered, message);
    match record_of(table, subject) {
        Some(subject) => error.remedy(Remedy::RepairRecord { subject }),
        None => error.advice("no change was made; compare the database with a backup"),
    }
}

/// Returns the name of a record that can be repaired and accepted; `None` for other records.
fn record_of(table: &Table, subject: &str) -> Option<String> {
    match *table {
        LICENSE | ACTIVATION | CONTAINER | ADOPTED_CONTAINER | TICKET => Some(subject.to_owned()),
        POLICY => Some(format!("product:{subject}")),
        _ => None,
    }
}
