//! What lies between a declared catalogue and the books, and making it so. All objections are found at once, each with its
//! line; licenses that were issued keep what they grant.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use licentia_runtime::ProductKind;

use crate::domain::diagnostic::Mistake;
use crate::domain::license::terms::Clear;
use crate::domain::module::{Module, lacking, part_of_itself, tree};
use crate::domain::name::{Code, Name, count_of, did_you_mean, some_of};
use crate::domain::product::catalogue::{At, Declared, DeclaredModule};
use crate::domain::product::{ContainerKind, Product, needs};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::store::{Reader, Transaction};

/// What becomes of one product.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductChange {
    /// As the books have it; `None` for a new one.
    pub before: Option<Product>,
    /// As it shall be.
    pub after: Product,
    /// Its modules that change: new and changed ones as the tree reads, then those that go, children first.
    pub modules: Vec<ModuleChange>,
}

/// What becomes of one module.
#[derive(Clone, Debug, PartialEq)]
pub struct ModuleChange {
    /// As the books have it; `None` for a new one.
    pub before: Option<Module>,
    /// As it shall be; `None` for one that goes.
    pub after: Option<Module>,
    /// How deep it stands in the tree.
    pub depth: usize,
}

impl ProductChange {
    /// Whether it was sold and is sold no more.
    pub fn retires(&self) -> bool {
        self.after.retired_at.is_some()
            && self.before.as_ref().is_some_and(|before| before.retired_at.is_none())
    }

    fn is_nothing(&self) -> bool {
        self.before.as_ref() == Some(&self.after) && self.modules.is_empty()
    }
}

/// A product on its way: as it is, as it shall be, and what the file says of it.
struct Plan<'a> {
    declared: Option<&'a Declared>,
    before: Option<Product>,
    after: Product,
    modules_before: Vec<Module>,
    modules: Vec<Module>,
}

/// What has to change so that the books are as a file declares; with `prune`, products that it does not name are retired,
/// modules that it does not name are removed, and values that it leaves out are what they are by default.
///
/// # Errors
///
/// The objections, in the order of the lines.
pub fn decide(
    reader: Reader<'_>,
    catalogue: &[Declared],
    prune: bool,
    now: Timestamp,
) -> Result<std::result::Result<Vec<ProductChange>, Vec<Mistake>>> {
    let mut mistakes = Vec::new();
    let present = reader.list_products(None, true, None)?;
    let mut plans: Vec<Plan<'_>> = Vec::new();
    for before in &present {
        let declared = catalogue.iter().find(|declared| declared.code.value.is(&before.code));
        let modules_before = reader.list_modules(&before.code)?;
        let (after, modules) = match declared {
            Some(declared) => (
                lay(declared, Some(before), prune, now),
                lay_modules(declared, &modules_before, prune, now),
            ),
            None => {
                let retired = before.retired_at.clone().or_else(|| prune.then(|| now.to_string()));
                (Product { retired_at: retired, ..before.clone() }, modules_before.clone())
            }
        };
        plans.push(Plan { declared, before: Some(before.clone()), after, modules_before, modules });
    }
    for declared in catalogue
        .iter()
        .filter(|declared| !present.iter().any(|it| it.code.is(&declared.code.value)))
    {
        if declared.name.is_none() {
            let refusal = Refusal::usage("a new product needs a name").hint("name = \"…\"");
            mistakes.push(Mistake { line: declared.code.line, key: declared.key("name"), refusal });
        }
        let (after, modules) =
            (lay(declared, None, prune, now), lay_modules(declared, &[], prune, now));
        plans.push(Plan {
            declared: Some(declared),
            before: None,
            after,
            modules_before: Vec::new(),
            modules,
        });
    }
    // What is required is written as the books do, in their order.
    let order: Vec<Code> = plans.iter().map(|plan| plan.after.code.clone()).collect();
    for plan in &mut plans {
        let place = |code: &Code| order.iter().position(|other| other.is(code));
        plan.after.requires.iter_mut().for_each(|code| {
            if let Some(place) = place(code) {
                *code = order[place].clone();
            }
        });
        plan.after.requires.sort_by_key(place);
    }
    // The same of the modules that terms grant.
    for plan in &mut plans {
        if let Some(declared) = plan.declared
            && let Err(refusal) = plan.after.terms.fit_modules(&plan.after.code, &plan.modules)
        {
            mistakes.push(Mistake {
                line: declared.line_of("modules"),
                key: declared.key("terms.modules"),
                refusal,
            });
        }
    }
    for plan in &plans {
        if let Some(declared) = plan.declared {
            check_product(declared, plan, &plans, &mut mistakes);
            check_modules(reader, declared, plan, prune, &mut mistakes)?;
        }
    }
    if !mistakes.is_empty() {
        return Ok(Err(mistakes));
    }
    let changes = plans.into_iter().map(|plan| {
        let (before, after, modules) =
            (plan.before, plan.after, differences(&plan.modules_before, &plan.modules));
        ProductChange { before, after, modules }
    });
    Ok(Ok(changes.filter(|change| !change.is_nothing()).collect()))
}

fn lower(code: &Code) -> String {
    code.as_str().to_ascii_lowercase()
}

/// A product with what is declared in the place of what it was.
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

/// The modules as they shall be: those of the books in their order, then the new ones as they stand in the file.
fn lay_modules(declared: &Declared, before: &[Module], prune: bool, now: Timestamp) -> Vec<Module> {
    let mut modules: Vec<Module> = Vec::new();
    // A module without a name is called by its code: to say so is no change.
    let is_code = |at: &At<Clear<Name>>, base: &Module| {
        base.name.is_none() && at.value == Clear::Value(Name::stored(base.code.to_string()))
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
                modules.push(lay(named, Module { name: None, parent: None, ..module.clone() }))
            }
            Some(named) => modules.push(lay(named, module.clone())),
            None if prune => {}
            None => modules.push(module.clone()),
        }
    }
    let there: BTreeSet<String> = before.iter().map(|module| lower(&module.code)).collect();
    for named in declared.modules.iter().filter(|it| !there.contains(&lower(&it.code.value))) {
        let (code, created_at) = (named.code.value.clone(), now.to_string());
        modules.push(lay(named, Module { code, name: None, parent: None, created_at }));
    }
    let codes: BTreeMap<String, Code> =
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
    plan: &Plan<'_>,
    all: &[Plan<'_>],
    mistakes: &mut Vec<Mistake>,
) {
    let find = |code: &Code| all.iter().find(|other| other.after.code.is(code));
    let mut refuse = |line: usize, key: &str, refusal: Refusal| {
        mistakes.push(Mistake { line, key: declared.key(key), refusal })
    };
    let line = declared.requires.as_ref().map_or(declared.code.line, |at| at.line);
    let mut seen: Vec<&Code> = Vec::new();
    for code in &plan.after.requires {
        let Some(base) = find(code) else {
            let there = all.iter().map(|other| other.after.code.as_str());
            let hint = did_you_mean(code.as_str(), there, "declare it too, with kind = \"base\"");
            refuse(
                line,
                "requires",
                Refusal::new(Why::NotFound, format!("there is no product {code} to require"))
                    .hint(hint),
            );
            continue;
        };
        let was_required =
            plan.before.as_ref().is_some_and(|before| before.requires.contains(code));
        // A catalogue whose retired base is still required is exported as it is, and is made so elsewhere.
        let is_retired =
            base.after.retired_at.is_some() && base.declared.is_none_or(|it| it.retired.is_none());
        let hint = if base.before.as_ref().is_some_and(|it| it.retired_at.is_some()) {
            format!("`licentia product retire {code} --undo` takes that back")
        } else {
            "the file does not name it, so --prune retires it".to_owned()
        };
        if seen.contains(&code) {
            refuse(line, "requires", Refusal::usage(format!("product {code} is required twice")));
        } else if code.is(&plan.after.code) {
            refuse(
                line,
                "requires",
                Refusal::usage(format!("product {code} would need itself beside it")),
            );
        } else if base.after.kind != ProductKind::Base {
            let why =
                format!("product {code} is an application, and only base products can be required");
            refuse(line, "requires", Refusal::new(Why::WrongKind, why));
        } else if is_retired && !was_required {
            refuse(
                line,
                "requires",
                Refusal::new(Why::WrongState, format!("product {code} is retired")).hint(hint),
            );
        } else if needs(
            |code| find(code).map(|other| other.after.requires.as_slice()),
            &base.after.code,
            &plan.after.code,
        ) {
            let why =
                format!("product {} would need itself beside it, through {code}", plan.after.code);
            refuse(line, "requires", Refusal::usage(why));
        }
        seen.push(code);
    }
    if plan.after.kind != ProductKind::Base {
        let requires = |other: &&Plan<'_>| {
            other.declared.is_none() && other.after.requires.contains(&plan.after.code)
        };
        let line = declared.kind.as_ref().map_or(declared.code.line, |at| at.line);
        let requiring: Vec<String> =
            all.iter().filter(requires).map(|other| other.after.code.to_string()).collect();
        if !requiring.is_empty() {
            let why = format!("it stays a base product: {} require it", some_of(&requiring));
            refuse(
                line,
                "kind",
                Refusal::new(Why::InUse, why).hint("take it out of their requires first"),
            );
        }
    }
    if let Some((term, refusal)) = plan.after.terms.wrong() {
        // What two terms do to each other is about the one that the file names.
        let is_named = |term: &str| declared.terms.iter().any(|(name, _)| name == term);
        let term = if is_named(term) || !is_named("starts") { term } else { "starts" };
        refuse(declared.line_of(term), &format!("terms.{}", declared.word_of(term)), refusal);
    }
}

fn check_modules(
    reader: Reader<'_>,
    declared: &Declared,
    plan: &Plan<'_>,
    prune: bool,
    mistakes: &mut Vec<Mistake>,
) -> Result<()> {
    let product = &plan.after.code;
    let find = |modules: &[Module]| -> BTreeMap<String, usize> {
        modules.iter().enumerate().map(|(place, module)| (lower(&module.code), place)).collect()
    };
    let (after, before) = (find(&plan.modules), find(&plan.modules_before));
    let circular = circular(&plan.modules);
    for named in &declared.modules {
        let (line, key) = (
            named.parent.as_ref().map_or(named.code.line, |at| at.line),
            named.key(declared, "parent"),
        );
        let mut refuse =
            |refusal: Refusal| mistakes.push(Mistake { line, key: key.clone(), refusal });
        let Some(module) = after.get(&lower(&named.code.value)).map(|place| &plan.modules[*place])
        else {
            continue;
        };
        let Some(parent) = &module.parent else { continue };
        if !after.contains_key(&lower(parent)) {
            let hint = if prune && before.contains_key(&lower(parent)) {
                "the file does not name it, so --prune removes it".to_owned()
            } else {
                did_you_mean(
                    parent.as_str(),
                    plan.modules.iter().map(|it| it.code.as_str()),
                    "declare it too",
                )
            };
            let why = format!("product {product} has no module {parent} to be the parent");
            refuse(Refusal::new(Why::NotFound, why).hint(hint));
            continue;
        }
        if circular.contains(&module.code) {
            refuse(part_of_itself(&module.code, parent));
            continue;
        }
        let was = before.get(&lower(&module.code)).map(|place| &plan.modules_before[*place]);
        if was.is_some_and(|was| was.parent.as_ref() != Some(parent)) {
            // A new parent is granted by nobody.
            let is_new = !before.contains_key(&lower(parent));
            let granting = if is_new {
                reader.list_granting(product, &module.code)?
            } else {
                reader.list_granting_without(product, &module.code, parent)?
            };
            if !granting.is_empty() {
                refuse(
                    lacking(&module.code, parent, &granting)
                        .hint("declare a new module under that parent instead"),
                );
            }
        }
    }
    for gone in plan.modules_before.iter().filter(|it| !after.contains_key(&lower(&it.code))) {
        let granting = reader.list_granting(product, &gone.code)?;
        if !granting.is_empty() {
            let (count, some) = (count_of(granting.len(), "license"), some_of(&granting));
            let why = format!(
                "module {} cannot be removed, being granted by {count} ({some})",
                gone.code
            );
            let refusal =
                Refusal::new(Why::InUse, why).hint("what a license grants stays: declare it");
            mistakes.push(Mistake {
                line: declared.code.line,
                key: declared.key("module"),
                refusal,
            });
        }
    }
    Ok(())
}

/// The modules that are a part of themselves, through their parents.
fn circular(modules: &[Module]) -> BTreeSet<Code> {
    let places: BTreeMap<&Code, usize> =
        modules.iter().enumerate().map(|(place, module)| (&module.code, place)).collect();
    let parent =
        |place: usize| modules[place].parent.as_ref().and_then(|code| places.get(code)).copied();
    // In which walk each was met; each is met once.
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

/// The modules that are new or other, as the tree reads, then those that go, children first.
fn differences(before: &[Module], after: &[Module]) -> Vec<ModuleChange> {
    let there: BTreeMap<&Code, &Module> =
        before.iter().map(|module| (&module.code, module)).collect();
    let find = |code: &Code| there.get(code).map(|module| (*module).clone());
    let placed = tree(after);
    let mut changes: Vec<ModuleChange> = placed
        .iter()
        .map(|(depth, module)| ModuleChange {
            before: find(&module.code),
            after: Some((*module).clone()),
            depth: *depth,
        })
        .filter(|change| change.before != change.after)
        .collect();
    let kept: BTreeSet<&Code> = after.iter().map(|module| &module.code).collect();
    let gone = tree(before).into_iter().rev().filter(|(_, module)| !kept.contains(&module.code));
    changes.extend(gone.map(|(depth, module)| ModuleChange {
        before: Some(module.clone()),
        after: None,
        depth,
    }));
    changes
}

/// Makes it so.
pub fn apply(tx: &Transaction<'_>, changes: &[ProductChange]) -> Result<()> {
    let bare =
        |product: &Product| Product { requires: Vec::new(), retired_at: None, ..product.clone() };
    // All products are there before one requires another.
    for change in changes.iter().filter(|change| change.before.is_none()) {
        tx.insert_product(&bare(&change.after))?;
    }
    for change in changes {
        let before = change.before.clone().unwrap_or_else(|| bare(&change.after));
        if before != change.after {
            tx.set_product(&before, &change.after)?;
        }
        let product = &change.after.code;
        // As the tree reads, so that a parent is there before its children; what is moved finds its parent after that.
        for module in change
            .modules
            .iter()
            .filter(|it| it.before.is_none())
            .filter_map(|it| it.after.as_ref())
        {
            tx.insert_module(product, module)?;
        }
        for module in &change.modules {
            match (&module.before, &module.after) {
                (Some(_), Some(after)) => tx.set_module(product, after)?,
                (Some(before), None) => tx.delete_module(product, &before.code)?,
                (None, _) => {}
            }
        }
    }
    Ok(())
}
