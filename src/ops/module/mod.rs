//! Use cases of modules: the features of a product, in a tree.

pub mod answer;

use std::convert::Infallible;

use crate::domain::license::terms::OrNone;
use crate::domain::module::{
    Module, ModuleInTree, find, is_at_or_below, lacking_parent_error, part_of_itself_error, tree,
};
use crate::domain::name::{Name, Slug, did_you_mean};
use crate::domain::product::Product;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::impact::AffectedRecord;
use crate::ops::lookup;
use crate::ops::record::{
    Add, Addable, Auditable, Edit, Editable, Removable, Remove, Uses, check_unused,
};
use crate::store::{Reader, Transaction};

impl Auditable for ModuleInTree {
    fn subject(&self) -> String {
        format!("{}/{}", self.product, self.module.code)
    }
}

impl Addable for ModuleInTree {
    const ACTION: &'static str = "module.add";

    fn insert(&mut self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.insert_module(&self.product, &self.module)?)
    }
}

impl Editable for ModuleInTree {
    const ACTION: &'static str = "module.edit";

    fn update(&self, _before: &Self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.set_module(&self.product, &self.module)?)
    }
}

impl Removable for ModuleInTree {
    const ACTION: &'static str = "module.remove";

    fn delete(&self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.delete_module(&self.product, &self.module.code)?)
    }
}

/// A request to add a module to a product. Unchanged if the product has a module with this code.
#[derive(Clone, Debug)]
pub struct AddModule {
    /// The product's code.
    pub product: Slug,
    /// The module's code.
    pub code: Slug,
    /// The code of the parent.
    pub parent: Option<Slug>,
    /// The name.
    pub name: Option<Name>,
}

impl UseCase for AddModule {
    type Plan = Add<ModuleInTree>;
    type Unchanged = ModuleInTree;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<Add<ModuleInTree>, ModuleInTree>> {
        let product = lookup::product(reader, &self.product)?.code;
        let modules = reader.list_modules(&product)?;
        let in_tree = tree(&modules);
        let with_depth = |code: &Slug| in_tree.iter().find(|(_, module)| module.code.is(code));
        if let Some((depth, found)) = with_depth(&self.code) {
            let (module, depth) = ((*found).clone(), *depth);
            return Ok(Decision::Unchanged(ModuleInTree { product, module, depth }));
        }
        let parent = match &self.parent {
            None => None,
            Some(code) => {
                Some(with_depth(code).ok_or_else(|| no_parent_error(&product, code, &modules))?)
            }
        };
        let depth = parent.map_or(0, |(depth, _)| depth + 1);
        let module = Module {
            code: self.code.clone(),
            name: self.name.clone(),
            parent: parent.map(|(_, module)| module.code.clone()),
            created_at: now.to_string(),
        };
        Ok(Decision::Change(Add(ModuleInTree { product, module, depth })))
    }
}

/// Returns the error for a parent that the product does not have.
fn no_parent_error(product: &Slug, parent: &Slug, modules: &[Module]) -> Error {
    let message = format!("the parent {parent} is not a module of product {product}");
    let existing = modules.iter().map(|module| module.code.as_str());
    let list = Remedy::ListOf { noun: Noun::Module, owner: product.to_string() };
    Error::new(ErrorCode::NotFound, message).remedy(did_you_mean(parent.as_str(), existing, list))
}

/// A request to change a module. Omitted values stay.
#[derive(Clone, Debug)]
pub struct EditModule {
    /// The product's code.
    pub product: Slug,
    /// The module's code.
    pub code: Slug,
    /// The code of the new parent, or its removal.
    pub parent: Option<OrNone<Slug>>,
    /// The new name, or its removal.
    pub name: Option<OrNone<Name>>,
}

impl UseCase for EditModule {
    type Plan = Edit<ModuleInTree>;
    type Unchanged = ModuleInTree;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<Edit<ModuleInTree>, ModuleInTree>> {
        let product = lookup::product(reader, &self.product)?;
        let (before, modules) = lookup::module(reader, &product.code, &self.code)?;
        let mut after = before.clone();
        after.name = self.name.clone().map_or(after.name, OrNone::value);
        after.parent = match &self.parent {
            None => after.parent,
            Some(OrNone::None) => None,
            Some(OrNone::Value(code)) => Some(find(&modules, &product.code, code)?.code.clone()),
        };
        let moved: Vec<Module> = modules
            .iter()
            .map(|module| if module.code == after.code { &after } else { module })
            .cloned()
            .collect();
        if after.parent != before.parent
            && let Some(parent) = &after.parent
        {
            if is_at_or_below(&modules, parent, &before.code) {
                return Err(part_of_itself_error(&before.code, parent).into());
            }
            check_move(reader, &product, &moved, &before.code, parent)?;
        }
        // The depth follows from the parent and is not a separate change.
        let after = ModuleInTree::among(&moved, &product.code, after);
        let before = ModuleInTree { module: before, ..after.clone() };
        Ok(Edit::decide(before, after))
    }
}

/// Checks the licenses and the terms of a product after a module has a new parent: no license
/// grants a module without its parent.
///
/// # Errors
///
/// `in_use`.
fn check_move(
    reader: Reader<'_>,
    product: &Product,
    moved: &[Module],
    module: &Slug,
    parent: &Slug,
) -> Result<()> {
    let granting = reader.list_licenses_granting_without(&product.code, module, parent)?;
    if !granting.is_empty() {
        return Err(lacking_parent_error(module, parent, &granting)
            .advice(format!("add a new module under module {parent} instead"))
            .into());
    }
    product.terms.clone().fit_modules(&product.code, moved).map_err(|error| {
        let code = &product.code;
        let message =
            format!("the change contradicts the terms of product {code}: {}", error.message);
        Error::new(ErrorCode::InUse, message)
            .remedy(Remedy::EditModules { product: code.to_string() })
    })?;
    Ok(())
}

/// A request to remove a module that no license grants.
#[derive(Clone, Debug)]
pub struct RemoveModule {
    /// The product's code.
    pub product: Slug,
    /// The module's code.
    pub code: Slug,
}

impl UseCase for RemoveModule {
    type Plan = Remove<ModuleInTree>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<Remove<ModuleInTree>, Infallible>> {
        let product = lookup::product(reader, &self.product)?;
        let (module, modules) = lookup::module(reader, &product.code, &self.code)?;
        let licenses = reader.list_licenses_granting(&product.code, &module.code)?;
        check_unused(
            &format!("module {}", module.code),
            uses(licenses, &product, &module, &modules),
        )?;
        let name = module.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
        let (code, owner) = (&module.code, &product.code);
        let fact = format!("module {code} of product {owner}{name}: granted by no license");
        let record = ModuleInTree::among(&modules, &product.code, module);
        let affected = AffectedRecord { noun: "module", id: record.subject(), facts: vec![fact] };
        Ok(Decision::Change(Remove { record, affected }))
    }
}

/// Returns the records that refer to a module: the licenses that grant it, its children, and the
/// terms of its product.
fn uses(
    licenses: Vec<String>,
    product: &Product,
    module: &Module,
    modules: &[Module],
) -> Vec<Uses> {
    let children = modules.iter().filter(|other| other.parent.as_ref() == Some(&module.code));
    let children: Vec<String> = children.map(|other| other.code.to_string()).collect();
    let is_in_terms = match &product.terms.modules {
        Some(OrNone::Value(grants)) => grants.0.iter().any(|grant| grant.code.is(&module.code)),
        Some(OrNone::None) | None => false,
    };
    let terms = is_in_terms.then(|| format!("the modules of product {}", product.code));
    vec![
        Uses {
            noun: "license",
            ids: licenses,
            remedy: Remedy::advice("a module that a license grants cannot be removed"),
        },
        Uses {
            noun: "module",
            remedy: Remedy::RemoveParent {
                product: product.code.to_string(),
                module: children.first().cloned().unwrap_or_default(),
            },
            ids: children,
        },
        Uses {
            noun: "term",
            ids: terms.into_iter().collect(),
            remedy: Remedy::EditModules { product: product.code.to_string() },
        },
    ]
}
