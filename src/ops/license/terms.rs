//! The layers of terms: the terms of a license, a change of them, and the defaults of its product
//! and its home.

use crate::domain::license::terms::{OrNone, Terms, TermsEdit};
use crate::domain::module::{Grants, Module};

/// Returns the terms of a license after a change. Dropped terms come from the defaults. A setting
/// that the license does not have stays cleared, even if a default has it.
pub(super) fn changed(mut own: Terms, edit: &TermsEdit, defaults: Terms) -> Terms {
    for key in defaults.set.keys() {
        own.set.entry(key.clone()).or_insert_with(|| "none".to_owned());
    }
    edit.apply(own).over(defaults)
}

/// Returns terms with the module codes in the spelling and order of the catalogue, so that requests
/// are equal in every spelling and order of the modules.
pub(super) fn in_catalogue_words(mut terms: Terms, modules: &[Module]) -> Terms {
    if let Some(OrNone::Value(Grants(grants))) = &mut terms.modules {
        for grant in grants.iter_mut() {
            let known = modules.iter().find(|module| module.code.is(&grant.code));
            grant.code = known.map_or(&grant.code, |module| &module.code).clone();
        }
        grants.sort_by(|a, b| a.code.cmp(&b.code));
    }
    terms
}
