//! The products and customers of the licenses of one plan. Each is read once, for any number of
//! licenses.

use std::collections::BTreeMap;

use crate::domain::customer::Customer;
use crate::domain::license::entitlement::Entitlement;
use crate::domain::name::Slug;
use crate::domain::product::Product;
use crate::ops::error::Result;
use crate::ops::license::plan::Parties;
use crate::ops::lookup;
use crate::store::Reader;

/// A reader of products and customers that caches their records.
pub struct PartiesReader<'r> {
    /// The database.
    pub reader: Reader<'r>,
    products: BTreeMap<Slug, Product>,
    customers: BTreeMap<Slug, Customer>,
}

impl<'r> PartiesReader<'r> {
    /// Returns a reader with an empty cache.
    pub fn new(reader: Reader<'r>) -> PartiesReader<'r> {
        PartiesReader { reader, products: BTreeMap::new(), customers: BTreeMap::new() }
    }

    /// Returns the product and the customer of an entitlement.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find(&mut self, entitlement: &Entitlement) -> Result<Parties> {
        let product = self.product(&entitlement.product)?.clone();
        Ok(Parties { product, customer: self.customer(&entitlement.customer)?.clone() })
    }

    /// Returns a product.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn product(&mut self, code: &Slug) -> Result<&Product> {
        if !self.products.contains_key(code) {
            self.products.insert(code.clone(), lookup::product(self.reader, code)?);
        }
        Ok(&self.products[code])
    }

    /// Returns a customer.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn customer(&mut self, code: &Slug) -> Result<&Customer> {
        if !self.customers.contains_key(code) {
            self.customers.insert(code.clone(), lookup::customer(self.reader, code)?);
        }
        Ok(&self.customers[code])
    }
}
