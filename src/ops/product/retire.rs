//! Retiring a product. Its licenses do not change.

use std::convert::Infallible;

use crate::domain::name::Slug;
use crate::domain::product::Product;
use crate::domain::retirement::retire;
use crate::domain::time::{Timestamp, day_of};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::lookup;
use crate::ops::record::Retire;
use crate::store::Reader;

/// A request to retire a product, or to undo the retirement.
#[derive(Clone, Debug)]
pub struct RetireProduct {
    /// The code.
    pub code: Slug,
    /// True to undo the retirement.
    pub undo: bool,
}

impl UseCase for RetireProduct {
    type Plan = Retire<Product>;
    type Unchanged = Infallible;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<Retire<Product>, Infallible>> {
        let before = lookup::product(reader, &self.code)?;
        let mut after = before.clone();
        let name = format!("product {}", before.code);
        retire(&name, &mut after.retired_at, &now.to_string(), self.undo)?;
        let required_by = reader.list_requiring(&before.code)?;
        let today = day_of(now).to_string();
        let (licenses, running) = reader.count_licenses(Some(&before.code), None, &today)?;
        Ok(Decision::Change(Retire { before, after, licenses, running, required_by }))
    }
}
