//! The state of a row that the log grants: the statement of the newest entry that a key signed, and
//! all that later entries take away. A row that was edited is put back to it.

use std::collections::BTreeSet;

use crate::domain::audit::record::{ActivationRecord, LicenseRecord, facts_in_clear};
use crate::domain::audit::statement::{ACTIVATION, LICENSE, Row, Table};
use crate::domain::license::License;
use crate::ops::audit::evidence::{Evidence, MaySign, may_grant, may_sign};
use crate::ops::error::Result;
use crate::signing::license::LicenseRecords;

/// The granted rows with one identity, in clear.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantedRows {
    /// The rows.
    pub rows: Vec<Row>,
    /// The newest entry whose statement is granted.
    pub seq: i64,
    /// False if a newer entry states rights that no key signed.
    pub is_newest: bool,
    /// The members with a value that was erased. The database keeps its own values of them.
    pub erased: BTreeSet<String>,
}

impl Evidence<'_> {
    /// Returns the granted row of a license, and the granted activations of each of its containers
    /// and generations, with the ids of the stored activations.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_granted_license(
        &self,
        license: &License,
        records: LicenseRecords<'_>,
    ) -> Result<(Option<GrantedRows>, Vec<Option<GrantedRows>>)> {
        let serial = license.serial.as_str();
        let row = facts_in_clear(&LicenseRecord::of(license));
        let own = self.find_granted(&LICENSE, serial, &row, &may_sign(license, records))?;
        let grants = may_grant(Some(license));
        let groups = license.activations.iter().map(|activation| {
            let group = ActivationRecord::group_of(license, activation);
            let Some(first) = group.first().map(facts_in_clear) else { return Ok(None) };
            self.find_granted(&ACTIVATION, serial, &first, &grants)
        });
        Ok((own, groups.collect::<Result<_>>()?))
    }

    /// Returns the granted row of another table, for one of the licenses to which it grants
    /// something.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find_granted_row(
        &self,
        table: &Table,
        subject: &str,
        row: &Row,
        license: Option<&License>,
    ) -> Result<Option<GrantedRows>> {
        self.find_granted(table, subject, row, &may_grant(license))
    }

    /// Returns the granted rows with the identity of a row; `None` if no entry states them.
    fn find_granted(
        &self,
        table: &Table,
        subject: &str,
        row: &Row,
        may_sign: MaySign<'_>,
    ) -> Result<Option<GrantedRows>> {
        let mut newest_first = Vec::new();
        for seq in self.recorded(table, subject)? {
            let Some((entry, values)) = self.reader.find_statement(seq)? else { break };
            let stated: Vec<&Row> = table
                .rows_of(&entry, subject)
                .into_iter()
                .filter(|stated| table.is_same_row(stated, row))
                .collect();
            if stated.is_empty() {
                continue;
            }
            let erased = stated
                .iter()
                .flat_map(|row| row.iter())
                .filter(|(_, value)| values.has_erased(value))
                .map(|(member, _)| member.clone())
                .collect();
            let in_clear = |row: &&Row| {
                row.iter().map(|(name, value)| (name.clone(), values.resolve(value))).collect()
            };
            let rows = stated.iter().map(in_clear).collect();
            newest_first.push(GrantedRows { rows, seq, is_newest: true, erased });
            if self.is_signed_by(&entry, may_sign)? {
                break;
            }
        }
        let granted = newest_first.into_iter().rev().reduce(|before, after| {
            if before.is_newest && table.granted_member(&before.rows, &after.rows).is_none() {
                return after;
            }
            GrantedRows {
                rows: table.restricted(&before.rows, &after.rows),
                is_newest: false,
                ..before
            }
        });
        Ok(granted)
    }
}
