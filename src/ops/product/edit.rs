//! Editing a product. Issued licenses keep their terms.

use licentia_runtime::ProductKind;

use crate::domain::license::terms::{OrNone, TermsEdit};
use crate::domain::name::{Name, Slug, Url, some_of};
use crate::domain::product::{ContainerKind, Product};
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::lookup;
use crate::ops::product::required;
use crate::ops::record::Edit;
use crate::store::Reader;

/// A request to change a product. Omitted values stay.
#[derive(Clone, Debug)]
pub struct EditProduct {
    /// The code.
    pub code: Slug,
    /// The new name.
    pub name: Option<Name>,
    /// The new kind.
    pub kind: Option<ProductKind>,
    /// True if a license of the product lets users log in.
    pub allow_login: Option<bool>,
    /// The codes of the base products that a commercial license of the product requires.
    pub requires: Option<Vec<Slug>>,
    /// The kinds of containers for the product; empty for no change.
    pub containers: Vec<ContainerKind>,
    /// The new URL of the web page for renewals, or its removal.
    pub renew_url: Option<OrNone<Url>>,
    /// The change of the default terms of the product's licenses.
    pub terms: TermsEdit,
}

impl UseCase for EditProduct {
    type Plan = Edit<Product>;
    type Unchanged = Product;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<Edit<Product>, Product>> {
        let before = lookup::product(reader, &self.code)?;
        let mut after = before.clone();
        after.name = self.name.clone().unwrap_or(after.name);
        after.kind = self.kind.unwrap_or(after.kind);
        after.allow_login = self.allow_login.unwrap_or(after.allow_login);
        after.renew_url = self.renew_url.clone().map_or(after.renew_url, OrNone::value);
        if !self.containers.is_empty() {
            let is_wanted = |kind: &ContainerKind| self.containers.contains(kind);
            after.containers = ContainerKind::ALL.into_iter().filter(is_wanted).collect();
        }
        if let Some(requires) = &self.requires {
            after.requires = required(reader, &before.code, requires, &before.requires)?;
        }
        after.terms = self.terms.apply(after.terms);
        after.terms.check()?;
        if after.terms.modules.is_some() {
            after.terms.fit_modules(&before.code, &reader.list_modules(&before.code)?)?;
        }
        if after.kind != ProductKind::Base {
            check_not_required(&before.code, &reader.list_requiring(&before.code)?)?;
        }
        Ok(Edit::decide(before, after))
    }
}

/// Refuses to make a required base product an application.
fn check_not_required(code: &Slug, requiring: &[String]) -> Result<(), Error> {
    if requiring.is_empty() {
        return Ok(());
    }
    let message =
        format!("product {code} must remain a base product: required by {}", some_of(requiring));
    Err(Error::new(ErrorCode::InUse, message).remedy(Remedy::DropRequires))
}
