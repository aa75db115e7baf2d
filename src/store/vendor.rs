//! The row of the vendor.

use rusqlite::named_params;

use crate::domain::name::{Name, Uri};
use crate::domain::vendor::Vendor;
use crate::store::{Fault, Reader, Result, Transaction, optional};

impl Reader<'_> {
    /// Returns the vendor of the home.
    pub fn find_vendor(&self) -> Result<Vendor> {
        let mut row = self.connection.prepare_cached(
            "SELECT name, issuer, status_uri, test, plain_keys, created_at, joined FROM vendor",
        )?;
        let found = row.query_row([], |row| {
            Ok(Vendor {
                name: Name::stored(row.get(0)?),
                issuer: Uri::stored(row.get(1)?),
                status_uri: Uri::stored(row.get(2)?),
                test: row.get(3)?,
                plain_keys: row.get(4)?,
                created_at: row.get(5)?,
                joined: row.get(6)?,
            })
        });
        optional(found)?.ok_or_else(|| Fault::Corrupt("the database contains no vendor".into()))
    }
}

impl Transaction<'_> {
    /// Inserts the vendor of a new home.
    pub fn insert_vendor(&self, vendor: &Vendor) -> Result<()> {
        self.write(
            "INSERT INTO vendor (id, name, issuer, status_uri, test, plain_keys, joined, created_at)
             VALUES (1, :name, :issuer, :status_uri, :test, :plain_keys, :joined, :created_at)",
            named_params! {
                ":name": vendor.name.as_str(), ":issuer": vendor.issuer.as_str(),
                ":status_uri": vendor.status_uri.as_str(),
                ":test": vendor.test, ":plain_keys": vendor.plain_keys, ":joined": vendor.joined,
                ":created_at": vendor.created_at,
            },
        )
    }
}
