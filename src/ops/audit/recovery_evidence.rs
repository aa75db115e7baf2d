//! The comparison of recoveries with the log: the policies, the grants and the uses on which the
//! quota of a license depends.

use crate::domain::audit::record::{GrantRecord, PolicyRecord, RecoveryRecord, facts_in_clear};
use crate::domain::audit::statement::{GRANT, POLICY, RECOVERY, Row, difference};
use crate::domain::license::License;
use crate::domain::product::Product;
use crate::domain::recovery::{Policy, Recovery};
use crate::ops::audit::evidence::{Evidence, may_grant, tampered};
use crate::ops::error::Result;
use crate::store::{Fault, RecoveryFilter, StoredGrant, gather};

impl Evidence<'_> {
    /// Compares all facts of the quota of a license with the log: the policy of its product, and
    /// the grants, the recoveries and the first activation of the license and its predecessors.
    /// The policy of the license itself is a part of the license.
    ///
    /// # Errors
    ///
    /// `tampered`, `wrong_state`
    pub fn check_quota(&self, license: &License, product: &Product) -> Result<()> {
        self.check_policy(product)?;
        for serial in self.reader.list_predecessors(&license.serial)? {
            self.check_grants(&serial, license)?;
            self.check_uses(&serial, license)?;
            self.check_start(&serial)?;
        }
        Ok(())
    }

    /// Compares a recovery with the log, for one of its licenses.
    ///
    /// # Errors
    ///
    /// `tampered` for a row that differs, and for a recovery that no key signed; `wrong_state` for
    /// a recovery that only a revoked key signed.
    pub fn check_recovery(&self, recovery: &Recovery, license: &License) -> Result<()> {
        let (row, serial) = (facts_in_clear(&RecoveryRecord::of(recovery)), &recovery.serial);
        match self.check_row(&RECOVERY, serial.as_str(), row, &may_grant(Some(license)))? {
            Some(_) => Ok(()),
            None => Err(self.unsigned(&RECOVERY, serial.as_str())?.into()),
        }
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
        let signed = self.check_row(&POLICY, code, row, &may_grant(None))?;
        if signed.is_some() || is_default {
            return Ok(());
        }
        Err(self.unsigned(&POLICY, code)?.into())
    }

    /// Compares the grants of a license with the log.
    fn check_grants(&self, serial: &str, license: &License) -> Result<()> {
        let stored = self.reader.list_grants_of(serial)?;
        let row = |it: &StoredGrant| {
            let reference = it.reference.as_deref();
            facts_in_clear(&GrantRecord::of(&it.grant, reference, &it.created_at))
        };
        let mut rows: Vec<Row> = stored.iter().map(row).collect();
        for seq in self.recorded(&GRANT, serial)? {
            let Some((entry, values)) = self.reader.find_statement(seq)? else { continue };
            for stated in GRANT.rows_of(&entry, serial) {
                let found = rows.iter().position(|row| difference(row, stated, &values).is_none());
                let Some(place) = found else {
                    let message = format!(
                        "the grants of license {serial} were changed in the database: the grant of \
                         entry {seq} of the audit log is missing or differs"
                    );
                    return Err(tampered(message).into());
                };
                rows.remove(place);
            }
            if !self.is_signed_by(&entry, &may_grant(Some(license)))? {
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
