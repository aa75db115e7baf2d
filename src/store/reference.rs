//! Requests under an idempotency reference.

use rusqlite::named_params;

use crate::domain::audit::personal::Personal;
use crate::domain::audit::record::ReferenceRecord;
use crate::domain::name::Reference;
use crate::store::{Reader, Result, Transaction, optional};

impl Reader<'_> {
    /// Returns the request of a verb family under a reference, and the serial of its result.
    pub fn find_reference(
        &self,
        family: &str,
        reference: &Reference,
    ) -> Result<Option<(String, String)>> {
        let mut row = self.connection.prepare_cached(
            "SELECT request, subject FROM reference WHERE family = :family AND \
                reference = :reference",
        )?;
        optional(row.query_row(
            named_params! { ":family": family, ":reference": reference.as_str() },
            |row| Ok((row.get(0)?, row.get(1)?)),
        ))
    }
}

impl Transaction<'_> {
    /// Inserts a request under a new reference.
    pub fn insert_reference(
        &self,
        family: &str,
        reference: &Reference,
        request: &str,
        subject: &str,
        at: &str,
    ) -> Result<()> {
        self.write(
            "INSERT INTO reference (family, reference, request, subject, created_at)
             VALUES (:family, :reference, :request, :subject, :at)",
            named_params! {
                ":family": family, ":reference": reference.as_str(), ":request": request, ":subject": subject, ":at": at
            },
        )?;
        self.record(&ReferenceRecord {
            family,
            reference: reference.as_str(),
            request: Personal(request),
            subject,
            created_at: at,
        });
        Ok(())
    }
}
