//! The difference between a catalogue file and the database. All diagnostics are found at once,
//! each with its line. Issued licenses keep their modules.

use std::collections::{BTreeMap, BTreeSet};

use licentia_runtime::ProductKind;

use crate::domain::diagnostic::Diagnostic;
use crate::domain::license::terms::OrNone;
use crate::domain::module::{
    Module, ModuleInTree, lacking_parent_error, part_of_itself_error, tree,
};
use crate::domain::name::{Name, Slug, count_of, did_you_mean, some_of};
use crate::domain::product::catalogue::{At, Declared, DeclaredModule};
use crate::domain::product::{ContainerKind, Product, needs};
use crate::domain::remedy::{ModuleList, Noun, Remedy};
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::store::Reader;

/// The change of a product and its modules.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductChange {
    /// The product before the change; `None` for a new one.
    pub before: Option<Product>,
    /// The product after the change.
    pub after: Product,
    /// The changes of the product's modules: added and changed ones in the order of the tree, then
    /// removed ones, children first.
    pub modules: Vec<ModuleChange>,
}

/// The change of a module.
#[derive(Clone, Debug, PartialEq)]
pub enum ModuleChange {
    /// The module is added.
    Added(ModuleInTree),
    /// The module has another name or parent.
    Changed {
        /// The module before the change, with its depth after the change.
        before: ModuleInTree,
        /// The module after the change.
        after: ModuleInTree,
    },
    /// The module is removed.
    Removed(ModuleInTree),
}

impl ProductChange {
    /// Returns whether the product is retired by the change.
    pub fn retires(&self) -> bool {
        self.after.retired_at.is_some()
            && self.before.as_ref().is_some_and(|before| before.retired_at.is_none())
    }

    fn is_empty(&self) -> bool {
        self.before.as_ref() == Some(&self.after) && self.modules.is_empty()
    }
}

/// A product during the decision. The modules of a product that the file does not name do not
/// change and are not read.
struct Draft<'a> {
    declared: Option<&'a Declared>,
    before: Option<Product>,
    after: Product,
    modules_before: Vec<Module>,
    modules: Vec<Module>,
}

/// Decides the changes that give the database the declared state. With `prune`, products that the
/// file does not name are retired, modules that it does not name are removed, and omitted values
/// get their defaults. The diagnostics are in the order in which they were found.
///
/// # Errors
///
/// The faults of the database.
pub fn decide(
    reader: Reader<'_>,
    catalogue: &[Declared],
    prune: bool,
    now: Timestamp,
) -> Result<std::result::Result<Vec<ProductChange>, Vec<Diagnostic>>> {
    let mut drafts = drafts(reader, catalogue, prune, now)?;
    let mut diagnostics: Vec<Diagnostic> = drafts.iter().filter_map(missing_name).collect();
    respell_required(&mut drafts);
    diagnostics.extend(drafts.iter_mut().filter_map(fit_modules));
    for draft in &drafts {
        if let Some(declared) = draft.declared {
            check_product(declared, draft, &drafts, &mut diagnostics);
            check_modules(reader, declared, draft, prune, &mut diagnostics)?;
        }
    }
    if !diagnostics.is_empty() {
        return Ok(Err(diagnostics));
    }
    let changes = drafts.into_iter().map(|draft| {
        let modules = differences(&draft.after.code, &draft.modules_before, &draft.modules);
        ProductChange { before: draft.before, after: draft.after, modules }
    });
    Ok(Ok(changes.filter(|change| !change.is_empty()).collect()))
}

/// Returns the products of the database, followed by the new products of the file.
fn drafts<'a>(
    reader: Reader<'_>,
    catalogue: &'a [Declared],
    prune: bool,
    now: Timestamp,
) -> Result<Vec<Draft<'a>>> {
    let present = reader.list_products(None, true, None)?;
    let is_new = |declared: &&Declared| !present.iter().any(|it| it.code.is(&declared.code.value));
    let new: Vec<&Declared> = catalogue.iter().filter(is_new).collect();
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for before in present {
        let declared = catalogue.iter().find(|declared| declared.code.value.is(&before.code));
        let Some(declared) = declared else {
            let retired_at = before.retired_at.clone().or_else(|| prune.then(|| now.to_string()));
            let after = Product { retired_at, ..before.clone() };
            let (modules_before, modules) = (Vec::new(), Vec::new());
            let before = Some(before);
            drafts.push(Draft { declared: None, before, after, modules_before, modules });
            continue;
        };
        let modules_before = reader.list_modules(&before.code)?;
        drafts.push(Draft::of(declared, Some(before), modules_before, prune, now));
    }
    drafts.extend(new.into_iter().map(|it| Draft::of(it, None, Vec::new(), prune, now)));
    Ok(drafts)
}

impl<'a> Draft<'a> {
    fn of(
        declared: &'a Declared,
        before: Option<Product>,
        modules_before: Vec<Module>,
        prune: bool,
        now: Timestamp,
    ) -> Draft<'a> {
        let after = lay(declared, before.as_ref(), prune, now);
        let modules = lay_modules(declared, &modules_before, prune, now);
        Draft { declared: Some(declared), before, after, modules_before, modules }
    }
}

/// Returns the diagnostic for a new product without a name.
fn missing_name(draft: &Draft<'_>) -> Option<Diagnostic> {
    let declared =
        draft.declared.filter(|declared| draft.before.is_none() && declared.name.is_none())?;
    let error = Error::usage("a new product needs a name").advice("add name = \"…\"");
    Some(Diagnostic { line: declared.code.line, key: declared.key("name"), error })
}

/// Gives the required products the spelling and order of the catalogue.
fn respell_required(drafts: &mut [Draft<'_>]) {
    let order: Vec<Slug> = drafts.iter().map(|draft| draft.after.code.clone()).collect();
    let place = |code: &Slug| order.iter().position(|other| other.is(code));
    for draft in drafts {
        for code in &mut draft.after.requires {
            if let Some(place) = place(code) {
                *code = order[place].clone();
            }
        }
        draft.after.requires.sort_by_key(place);
    }
}

/// Gives the modules of the terms the spelling of the tree. Returns the diagnostic for modules that
/// do not fit.
fn fit_modules(draft: &mut Draft<'_>) -> Option<Diagnostic> {
    let declared = draft.declared?;
    let mut error = draft.after.terms.fit_modules(&draft.after.code, &draft.modules).err()?;
    if let Some(Remedy::GrantParent { list, .. }) = error.remedy.as_deref_mut() {
        *list = ModuleList::InFile;
    }
    let line = declared.line_of("modules");
    Some(Diagnostic { line, key: declared.key("terms.modules"), error })
}

fn lower(code: &Slug) -> String {
    code.as_str().to_ascii_lowercase()
}

/// Returns a product with the declared values.
fn lay(declared: &Declared, before: Option<&Product>, prune: bool, now: Timestamp) -> Product {
    let (code, name) = before.map_or_else(
        || (declared.code.value.clone(), Name::stored(declared.code.value.to_string())),
        |it| (it.code.clone(), it.name.clone()),
    );
    let bare = Product::bare(
        code,
        name,
        before.map_or_else(|| now.to_string(), |it| it.created_at.clone()),
    );
    let base = before.filter(|_| !prune).cloned().unwrap_or(bare);
    let retired_before = before.and_then(|it| it.retired_at.clone());
    let is_retired = declared.retired.as_ref().map_or(base.retired_at.is_some(), |at| at.value);
    Product {
        name: declared.name.as_ref().map_or(base.name, |at| at.value.clone()),
        kind: declared.kind.as_ref().map_or(base.kind, |at| at.value),
        allow_login: declared.allow_login.as_ref().map_or(base.allow_login, |at| at.value),
        requires: declared.requires.as_ref().map_or(base.requires, |at| at.value.clone()),
        containers: declared.containers.as_ref().map_or(base.containers, |at| {
            ContainerKind::ALL.into_iter().filter(|kind| at.value.contains(kind)).collect()
        }),
        renew_url: declared
            .renew_url
            .as_ref()
            .map_or(base.renew_url, |at| at.value.clone().value()),
        terms: declared.lay(&before.map(|it| it.terms.clone()).unwrap_or_default(), prune),
        recovery: declared
            .lay_recovery(&before.map(|it| it.recovery.clone()).unwrap_or_default(), prune),
        retired_at: is_retired.then(|| retired_before.unwrap_or_else(|| now.to_string())),
        ..base
    }
}

/// Returns the modules after the change: the modules of the database in their order, then the new
/// ones in the order of the file.
fn lay_modules(declared: &Declared, before: &[Module], prune: bool, now: Timestamp) -> Vec<Module> {
    let mut modules: Vec<Module> = Vec::new();
    // A module without a name is displayed with its code, so declaring the code as its name is no
    // change.
    let is_code = |at: &At<OrNone<Name>>, base: &Module| {
        base.name.is_none() && at.value == OrNone::Value(Name::stored(base.code.to_string()))
    };
    let lay = |module: &DeclaredModule, base: Module| Module {
        name: module
            .name
            .as_ref()
            .filter(|at| !is_code(at, &base))
            .map_or(base.name, |at| at.value.clone().value()),
        parent: module.parent.as_ref().map_or(base.parent, |at| at.value.clone().value()),
        ..base
    };
    let named: BTreeMap<String, &DeclaredModule> =
        declared.modules.iter().map(|it| (lower(&it.code.value), it)).collect();
    for module in before {
        match named.get(&lower(&module.code)) {
            Some(named) if prune => {
                modules.push(lay(named, Module { name: None, parent: None, ..module.clone() }));
            }
            Some(named) => modules.push(lay(named, module.clone())),
            None if prune => {}
            None => modules.push(module.clone()),
        }
    }
    let existing: BTreeSet<String> = before.iter().map(|module| lower(&module.code)).collect();
    for named in declared.modules.iter().filter(|it| !existing.contains(&lower(&it.code.value))) {
        let (code, created_at) = (named.code.value.clone(), now.to_string());
        modules.push(lay(named, Module { code, name: None, parent: None, created_at }));
    }
    let codes: BTreeMap<String, Slug> =
        modules.iter().map(|module| (lower(&module.code), module.code.clone())).collect();
    for module in &mut modules {
        module.parent = module
            .parent
            .take()
            .map(|parent| codes.get(&lower(&parent)).cloned().unwrap_or(parent));
    }
    modules
}

fn check_product(
    declared: &Declared,
    draft: &Draft<'_>,
    all: &[Draft<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let find = |code: &Slug| all.iter().find(|other| other.after.code.is(code));
    let mut refuse = |line: usize, key: &str, error: Error| {
        diagnostics.push(Diagnostic { line, key: declared.key(key), error });
    };
    let line = declared.requires.as_ref().map_or(declared.code.line, |at| at.line);
    let mut seen: Vec<&Slug> = Vec::new();
    for code in &draft.after.requires {
        let Some(base) = find(code) else {
            let existing = all.iter().map(|other| other.after.code.as_str());
            let declare = Remedy::advice("declare the product with kind = \"base\"");
            let remedy = did_you_mean(code.as_str(), existing, declare);
            refuse(
                line,
                "requires",
                Error::new(ErrorCode::NotFound, format!("there is no base product {code}"))
                    .remedy(remedy),
            );
            continue;
        };
        let was_required =
            draft.before.as_ref().is_some_and(|before| before.requires.contains(code));
        // An exported catalogue may contain a retired base product that is still required. The
        // import accepts the same state.
        let is_retired =
            base.after.retired_at.is_some() && base.declared.is_none_or(|it| it.retired.is_none());
        let remedy = if base.before.as_ref().is_some_and(|it| it.retired_at.is_some()) {
            Remedy::Unretire { noun: Noun::Product, code: code.to_string() }
        } else {
            Remedy::PrunedProduct
        };
        if seen.contains(&code) {
            refuse(line, "requires", Error::usage(format!("product {code} is required twice")));
        } else if code.is(&draft.after.code) {
            refuse(line, "requires", Error::usage(format!("product {code} cannot require itself")));
        } else if base.after.kind != ProductKind::Base {
            let reason =
                format!("product {code} is an application; only base products can be required");
            refuse(line, "requires", Error::new(ErrorCode::WrongKind, reason));
        } else if is_retired && !was_required {
            refuse(
                line,
                "requires",
                Error::new(ErrorCode::WrongState, format!("product {code} is retired"))
                    .remedy(remedy),
            );
        } else if needs(
            |code| find(code).map(|other| other.after.requires.as_slice()),
            &base.after.code,
            &draft.after.code,
        ) {
            let reason =
                format!("product {} would require itself through product {code}", draft.after.code);
            refuse(line, "requires", Error::usage(reason));
        }
        seen.push(code);
    }
    if draft.after.kind != ProductKind::Base {
        let requires = |other: &&Draft<'_>| {
            other.declared.is_none() && other.after.requires.contains(&draft.after.code)
        };
        let line = declared.kind.as_ref().map_or(declared.code.line, |at| at.line);
        let requiring: Vec<String> =
            all.iter().filter(requires).map(|other| other.after.code.to_string()).collect();
        if !requiring.is_empty() {
            let reason = format!(
                "product {} must remain a base product: required by {}",
                draft.after.code,
                some_of(&requiring)
            );
            refuse(
                line,
                "kind",
                Error::new(ErrorCode::InUse, reason)
                    .advice("remove the product from the requirements of these products first"),
            );
        }
    }
    if let Some((term, error)) = draft.after.terms.wrong() {
        // A conflict of two terms is reported for the term that the file contains.
        let is_named = |term: &str| declared.terms.iter().any(|(name, _)| name == term);
        let term = if is_named(term) || !is_named("starts") { term } else { "starts" };
        refuse(declared.line_of(term), &format!("terms.{}", declared.word_of(term)), error);
    }
}

fn check_modules(
    reader: Reader<'_>,
    declared: &Declared,
    draft: &Draft<'_>,
    prune: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<()> {
    let product = &draft.after.code;
    let find = |modules: &[Module]| -> BTreeMap<String, usize> {
        modules.iter().enumerate().map(|(place, module)| (lower(&module.code), place)).collect()
    };
    let (after, before) = (find(&draft.modules), find(&draft.modules_before));
    let circular = circular(&draft.modules);
    for named in &declared.modules {
        let (line, key) = (
            named.parent.as_ref().map_or(named.code.line, |at| at.line),
            named.key(declared, "parent"),
        );
        let mut refuse =
            |error: Error| diagnostics.push(Diagnostic { line, key: key.clone(), error });
        let Some(module) = after.get(&lower(&named.code.value)).map(|place| &draft.modules[*place])
        else {
            continue;
        };
        let Some(parent) = &module.parent else { continue };
        if !after.contains_key(&lower(parent)) {
            let remedy = if prune && before.contains_key(&lower(parent)) {
                Remedy::PrunedModule
            } else {
                let existing = draft.modules.iter().map(|it| it.code.as_str());
                did_you_mean(parent.as_str(), existing, Remedy::advice("declare the module"))
            };
            let reason = format!("the parent {parent} is not a module of product {product}");
            refuse(Error::new(ErrorCode::NotFound, reason).remedy(remedy));
            continue;
        }
        if circular.contains(&module.code) {
            refuse(part_of_itself_error(&module.code, parent));
            continue;
        }
        let was = before.get(&lower(&module.code)).map(|place| &draft.modules_before[*place]);
        if was.is_some_and(|was| was.parent.as_ref() != Some(parent)) {
            // No license grants a new parent.
            let is_new = !before.contains_key(&lower(parent));
            let granting = if is_new {
                reader.list_licenses_granting(product, &module.code)?
            } else {
                reader.list_licenses_granting_without(product, &module.code, parent)?
            };
            if !granting.is_empty() {
                refuse(
                    lacking_parent_error(&module.code, parent, &granting)
                        .advice(format!("declare a new module under module {parent} instead")),
                );
            }
        }
    }
    for gone in draft.modules_before.iter().filter(|it| !after.contains_key(&lower(&it.code))) {
        let granting = reader.list_licenses_granting(product, &gone.code)?;
        if !granting.is_empty() {
            let (count, some) = (count_of(granting.len(), "license"), some_of(&granting));
            let reason = format!(
                "module {} is granted by {count} ({some}) and cannot be removed",
                gone.code
            );
            let error = Error::new(ErrorCode::InUse, reason).advice("declare the module");
            diagnostics.push(Diagnostic {
                line: declared.code.line,
                key: declared.key("module"),
                error,
            });
        }
    }
    Ok(())
}

/// Returns the modules that are their own ancestors.
fn circular(modules: &[Module]) -> BTreeSet<Slug> {
    let places: BTreeMap<&Slug, usize> =
        modules.iter().enumerate().map(|(place, module)| (&module.code, place)).collect();
    let parent =
        |place: usize| modules[place].parent.as_ref().and_then(|code| places.get(code)).copied();
    // The walk that first visited each module.
    let (mut met, mut found) = (vec![None; modules.len()], BTreeSet::new());
    for walk in 0..modules.len() {
        let (mut at, mut way) = (Some(walk), Vec::new());
        while let Some(place) = at.filter(|place| met[*place].is_none()) {
            met[place] = Some(walk);
            way.push(place);
            at = parent(place);
        }
        if let Some(again) = at.filter(|place| met[*place] == Some(walk)) {
            let circle = way.iter().skip_while(|place| **place != again);
            found.extend(circle.map(|place| modules[*place].code.clone()));
        }
    }
    found
}

/// Returns the added and changed modules in the order of the tree, then the removed ones, children
/// first.
fn differences(product: &Slug, before: &[Module], after: &[Module]) -> Vec<ModuleChange> {
    let existing: BTreeMap<&Slug, &Module> =
        before.iter().map(|module| (&module.code, module)).collect();
    let placed = |depth: usize, module: &Module| ModuleInTree {
        product: product.clone(),
        module: module.clone(),
        depth,
    };
    let changed = tree(after).into_iter().filter_map(|(depth, module)| {
        let after = placed(depth, module);
        match existing.get(&module.code) {
            None => Some(ModuleChange::Added(after)),
            Some(before) if *before == module => None,
            Some(before) => Some(ModuleChange::Changed { before: placed(depth, before), after }),
        }
    });
    let kept: BTreeSet<&Slug> = after.iter().map(|module| &module.code).collect();
    let gone = tree(before).into_iter().rev().filter(|(_, module)| !kept.contains(&module.code));
    let removed = gone.map(|(depth, module)| ModuleChange::Removed(placed(depth, module)));
    changed.chain(removed).collect()
}
