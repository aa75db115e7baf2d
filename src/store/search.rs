//! Search by any part of the names of a record: first in the index of three-character parts, then
//! in the records.

use rusqlite::named_params;

use crate::domain::name::Slug;
use crate::store::{Reader, Result, optional};

/// A record that a search found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Hit {
    /// Customer code.
    Customer(Slug),
    /// Customer code and company code.
    Company(Slug, Slug),
    /// Customer code and username.
    User(Slug, String),
    /// Product code.
    Product(Slug),
    /// Product code, module code and module name.
    Module(Slug, Slug, Option<String>),
    /// Ticket serial.
    Ticket(String),
    /// Verb family, reference, and serial of the result.
    Reference(String, String, String),
    /// License serial.
    License(String),
    /// Container serial.
    Container(String),
}

/// The position of the kind in the row id of the index, in bits.
const KIND: u32 = 48;

impl Reader<'_> {
    /// Returns the records that a search query finds, by kind, oldest first within a kind.
    pub fn list_found(&self, search: &str, limit: usize) -> Result<Vec<Hit>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT rowid FROM search WHERE search MATCH :search ORDER BY rowid LIMIT :limit",
        )?;
        let rows = rows.query_map(named_params! { ":search": search, ":limit": limit }, |row| {
            row.get::<_, i64>(0)
        })?;
        let rows = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
        let hits = rows.into_iter().map(|row| self.find_hit(row >> KIND, row & ((1 << KIND) - 1)));
        Ok(hits.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn find_hit(&self, kind: i64, id: i64) -> Result<Option<Hit>> {
        let values = named_params! { ":id": id };
        match kind {
            1 => {
                let mut row =
                    self.connection.prepare_cached("SELECT code FROM customer WHERE id = :id")?;
                optional(row.query_row(values, |row| Ok(Hit::Customer(Slug::stored(row.get(0)?)))))
            }
            2 => {
                let mut row = self.connection.prepare_cached(
                    "SELECT customer.code, company.code FROM company JOIN customer ON customer.id \
                     = customer_id WHERE company.id = :id",
                )?;
                optional(row.query_row(values, |row| {
                    Ok(Hit::Company(Slug::stored(row.get(0)?), Slug::stored(row.get(1)?)))
                }))
            }
            3 => {
                let mut row = self.connection.prepare_cached(
                    "SELECT code, username FROM customer_user JOIN customer ON customer.id = customer_id \
                     WHERE customer_user.id = :id",
                )?;
                optional(
                    row.query_row(values, |row| {
                        Ok(Hit::User(Slug::stored(row.get(0)?), row.get(1)?))
                    }),
                )
            }
            4 => {
                let mut row =
                    self.connection.prepare_cached("SELECT code FROM product WHERE id = :id")?;
                optional(row.query_row(values, |row| Ok(Hit::Product(Slug::stored(row.get(0)?)))))
            }
            5 => {
                let mut row = self.connection.prepare_cached(
                    "SELECT product.code, module.code, module.name FROM module JOIN product ON \
                     product.id = product_id WHERE module.id = :id",
                )?;
                let read = |row: &rusqlite::Row<'_>| {
                    Ok(Hit::Module(
                        Slug::stored(row.get(0)?),
                        Slug::stored(row.get(1)?),
                        row.get(2)?,
                    ))
                };
                optional(row.query_row(values, read))
            }
            6 => {
                let mut row =
                    self.connection.prepare_cached("SELECT serial FROM ticket WHERE id = :id")?;
                optional(row.query_row(values, |row| Ok(Hit::Ticket(row.get(0)?))))
            }
            7 => {
                let mut row = self.connection.prepare_cached(
                    "SELECT family, reference, subject FROM reference WHERE id = :id",
                )?;
                optional(row.query_row(values, |row| {
                    Ok(Hit::Reference(row.get(0)?, row.get(1)?, row.get(2)?))
                }))
            }
            9 => {
                let mut row = self
                    .connection
                    .prepare_cached("SELECT serial FROM container WHERE id = :id")?;
                optional(row.query_row(values, |row| Ok(Hit::Container(row.get(0)?))))
            }
            _ => {
                let mut row =
                    self.connection.prepare_cached("SELECT serial FROM license WHERE id = :id")?;
                optional(row.query_row(values, |row| Ok(Hit::License(row.get(0)?))))
            }
        }
    }
}
