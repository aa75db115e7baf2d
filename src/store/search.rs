//! Finding by any part of what a record is called: the index of three-character parts, then the
//! records themselves.

use rusqlite::named_params;

use crate::domain::name::Slug;
use crate::store::{Reader, Result, optional};

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Hit {
    /// A customer's code.
    Customer(Slug),
    /// A company: its customer and its code.
    Company(Slug, Slug),
    /// A user: the customer, and the name.
    User(Slug, String),
    /// A product's code.
    Product(Slug),
    /// A module: its product, its code, its name.
    Module(Slug, Slug, Option<String>),
    /// A ticket's serial.
    Ticket(String),
    /// A reference: the verb family, itself, and the serial that it led to.
    Reference(String, String, String),
    /// A license's serial.
    License(String),
    /// A container's serial.
    Container(String),
}

/// Where the number of a kind stands in the id of a row of the index.
const KIND: u32 = 48;

impl Reader<'_> {
    /// The records that a search finds, by kind, the oldest of a kind first.
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
