//! The comparison of recoveries with the log: the policies, the grants and the uses on which the
//! quota of a license depends.

use serde_json::Value;

use crate::domain::audit::doctor::{ACCEPT, REPAIR};
use crate::domain::audit::record::{GrantRecord, PolicyRecord, RecoveryRecord, facts_in_clear};
use crate::domain::audit::statement::{GRANT, POLICY, RECOVERY, Row, difference};
use crate::domain::license::License;
use crate::domain::product::Product;
use crate::domain::recovery::{Policy, Recovery};
use crate::ops::audit::evidence::{Evidence, may_grant, may_grant_all};
use crate::ops::audit::source::{StatementSource, tampered};
use crate::ops::error::Result;
use crate::store::{Fault, RecoveryFilter, StoredGrant, gather};

impl<L: StatementSource> Evidence<'_, L> {
    /// Compares a recovery with the log, for one of its licenses.
    ///
    /// # Errors
    ///
    /// Those of [`Evidence::check_signed`].
    pub fn check_recovery(&self, recovery: &Recovery, license: &License) -> Result<()> {
        self.check_signed_by(&RECOVERY, &RecoveryRecord::of(recovery), &may_grant(Some(license)))
    }

    /// Compares the policy of a product with the log. A product without a policy needs no signed
    /// entry.
    ///
    /// # Errors
    ///
    /// `tampered`, `wrong_state`
    pub fn check_policy(&self, product: &Product) -> Result<()> {
        let (code, recovery) = (product.code.as_str(), &product.recovery);
        let is_default = *recovery == Policy::default();
        if is_default && self.recorded(&POLICY, code)?.is_empty() {
            return Ok(());
        }
        let row = facts_in_clear(&PolicyRecord { product: code, recovery });
        let signed = self.check_row(&POLICY, code, row, &may_grant_all)?;
        if signed.is_some() || is_default {
            return Ok(());
        }
        Err(self.unsigned(&POLICY, code)?.into())
    }
}

impl Evidence<'_> {
    /// Compares the facts of the quota of a license with the log: the grants, the recoveries and
    /// the first activation of the license and its predecessors. The policy of the license itself
    /// is a part of the license; [`Evidence::check_policy`] compares that of its product.
    ///
    /// # Errors
    ///
    /// `tampered`, `wrong_state`
    pub fn check_quota(&self, license: &License) -> Result<()> {
        for serial in self.reader.list_predecessors(&license.serial)? {
            self.check_grants(&serial, license)?;
            self.check_uses(&serial, license)?;
            self.check_start(&serial)?;
        }
        Ok(())
    }

    /// Compares a grant of recoveries of a license with the log. Several grants of a license can
    /// have one instant, so any signed entry may state the grant.
    ///
    /// # Errors
    ///
    /// `tampered` for a grant that no signed entry states; `wrong_state` for a grant that only a
    /// revoked key signed.
    pub fn check_grant(&self, grant: &StoredGrant, license: &License) -> Result<()> {
        let (row, serial) = (row_of(grant), license.serial.as_str());
        for seq in self.recorded(&GRANT, serial)? {
            let Some((entry, values)) = self.reader.find_statement(seq)? else { continue };
            let mut stated = GRANT.rows_of(&entry, serial).into_iter();
            if stated.any(|stated| difference(&row, stated, &values).is_none())
                && self.is_signed_by(&entry, &may_grant(Some(license)))?
            {
                return Ok(());
            }
        }
        Err(self.unsigned(&GRANT, serial)?.into())
    }

    /// Compares the grants of a license with the log. A grant that was accepted
    /// or repaired takes the place of older statements of the same instant that no grant equals.
    fn check_grants(&self, serial: &str, license: &License) -> Result<()> {
        let stored = self.reader.list_grants_of(serial)?;
        let mut rows: Vec<Row> = stored.iter().map(row_of).collect();
        let mut replaced: Vec<Value> = Vec::new();
        for seq in self.recorded(&GRANT, serial)? {
            let Some((entry, values)) = self.reader.find_statement(seq)? else { continue };
            let mut is_replaced = true;
            for stated in GRANT.rows_of(&entry, serial) {
                let instant = stated.get("created_at").cloned().unwrap_or_default();
                let found = rows.iter().position(|row| difference(row, stated, &values).is_none());
                if found.is_none() && replaced.contains(&instant) {
                    continue;
                }
                is_replaced = false;
                if [ACCEPT, REPAIR].contains(&entry.action.as_str()) {
                    replaced.push(instant);
                }
                let Some(place) = found else {
                    let message = format!(
                        "the grants of license {serial} were changed in the database: the grant of \
                         entry {seq} of the audit log is missing or differs"
                    );
                    return Err(tampered(message).into());
                };
                rows.remove(place);
            }
            if !is_replaced && !self.is_signed_by(&entry, &may_grant(Some(license)))? {
                return Err(self.unsigned(&GRANT, serial)?.into());
            }
        }
        match rows.len() {
            0 => Ok(()),
            count => {
                let message = format!(
                    "the grants of license {serial} were changed in the database: {count} of them \
                     are not in the audit log"
                );
                Err(tampered(message).into())
            }
        }
    }

    /// Compares the recoveries of a license with the log.
    fn check_uses(&self, serial: &str, license: &License) -> Result<()> {
        let filter =
            RecoveryFilter { license: Some(serial.to_owned()), ..RecoveryFilter::default() };
        let recoveries: Vec<Recovery> =
            gather(|take| self.reader.list_recoveries::<Fault>(&filter, take))?;
        for recovery in &recoveries {
            self.check_recovery(recovery, license)?;
        }
        let (stored, logged) = (recoveries.len(), self.reader.list_recovered(serial)?.len());
        if stored == logged {
            return Ok(());
        }
        let message = format!(
            "the recoveries of license {serial} were changed in the database: it has {stored}, but \
             the audit log has {logged}"
        );
        Err(tampered(message).into())
    }

    /// Compares the instant of the first activation of a license with the log.
    fn check_start(&self, serial: &str) -> Result<()> {
        let stored = self.reader.find_first_activation(serial)?;
        let first = self.reader.list_recorded("activation", serial)?.pop();
        let link = first.map(|seq| self.reader.find_link(seq)).transpose()?.flatten();
        let logged = link.map(|link| link.at);
        if stored == logged {
            return Ok(());
        }
        let shown = |at: Option<String>| at.unwrap_or_else(|| "none".to_owned());
        let message = format!(
            "the first activation of license {serial} was changed in the database: its instant is \
             {}, but the audit log has {}",
            shown(stored),
            shown(logged)
        );
        Err(tampered(message).into())
    }
}

/// Returns the record of a grant, in clear.
fn row_of(stored: &StoredGrant) -> Row {
    let reference = stored.reference.as_deref();
    facts_in_clear(&GrantRecord::of(&stored.grant, reference, &stored.created_at))
}
