//! Adding a product.

use licentia_runtime::ProductKind;

use crate::domain::Error;
use crate::domain::license::terms::Terms;
use crate::domain::name::{Name, Slug, Url};
use crate::domain::product::{ContainerKind, Product};
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::product::required;
use crate::ops::record::Add;
use crate::store::Reader;

/// A request to add a product. Unchanged if there is a product with this code.
#[derive(Clone, Debug)]
pub struct AddProduct {
    /// The code.
    pub code: Slug,
    /// The name.
    pub name: Name,
    /// The kind.
    pub kind: ProductKind,
    /// True if a license of the product lets users log in.
    pub allow_login: bool,
    /// The codes of the base products that a commercial license of the product requires.
    pub requires: Vec<Slug>,
    /// The kinds of containers for the product; all kinds for an empty list.
    pub containers: Vec<ContainerKind>,
    /// The URL of the web page for renewals.
    pub renew_url: Option<Url>,
    /// The default terms of the product's licenses.
    pub terms: Terms,
}

impl UseCase for AddProduct {
    type Plan = Add<Product>;
    type Unchanged = Product;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<Add<Product>, Product>> {
        self.terms.check()?;
        if self.terms.modules.is_some() {
            return Err(Error::usage(format!("product {} has no modules yet", self.code))
                .remedy(Remedy::AddModules)
                .into());
        }
        if let Some(found) = reader.find_product(&self.code)? {
            return Ok(Decision::Unchanged(found));
        }
        let is_wanted =
            |kind: &ContainerKind| self.containers.is_empty() || self.containers.contains(kind);
        Ok(Decision::Change(Add(Product {
            kind: self.kind,
            allow_login: self.allow_login,
            requires: required(reader, &self.code, &self.requires, &[])?,
            containers: ContainerKind::ALL.into_iter().filter(is_wanted).collect(),
            renew_url: self.renew_url.clone(),
            terms: self.terms.clone(),
            ..Product::bare(self.code.clone(), self.name.clone(), now.to_string())
        })))
    }
}
