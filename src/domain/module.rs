//! Modules: the features of a product, in a tree. An application uses a child only if its parent is
//! granted, so a license never grants a child without its parent.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::domain::audit::module::ModuleDetail;
use crate::domain::name::{Name, Slug, count_of, did_you_mean, some_of};
use crate::domain::remedy::{ModuleList, Noun, Remedy};
use crate::domain::time::{Date, parse_day};
use crate::domain::{Error, ErrorCode};

/// A feature of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The code, unique in the product.
    pub code: Slug,
    /// The name for people; `None` if the code is the name.
    pub name: Option<Name>,
    /// The code of the parent module.
    pub parent: Option<Slug>,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

impl Module {
    /// Returns the name for people, or the code of a module without a name.
    pub fn shown_name(&self) -> &str {
        self.name.as_ref().map_or(self.code.as_str(), Name::as_str)
    }
}

/// A module with its product and its depth in the tree. Its JSON is the detail of its audit
/// entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleInTree {
    /// The product code.
    pub product: Slug,
    /// The module.
    pub module: Module,
    /// The depth in the tree; 0 for a module without a parent.
    pub depth: usize,
}

impl ModuleInTree {
    /// Returns a module with its depth among the modules of its product.
    pub fn among(modules: &[Module], product: &Slug, module: Module) -> ModuleInTree {
        let placed = tree(modules);
        let depth = placed.iter().find(|(_, other)| other.code == module.code);
        let depth = depth.map_or(0, |(depth, _)| *depth);
        ModuleInTree { product: product.clone(), module, depth }
    }
}

impl Serialize for ModuleInTree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Module { code, parent, created_at, .. } = &self.module;
        let detail = ModuleDetail {
            product: &self.product,
            code,
            name: self.module.shown_name(),
            parent: parent.as_ref(),
            depth: self.depth,
            created_at,
        };
        detail.serialize(serializer)
    }
}

/// A module in a license, with an optional limit and an optional end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The code of the module.
    pub code: Slug,
    /// A limit, at most 2^53 − 1, the largest number that every JSON reader reads exactly.
    pub value: Option<u64>,
    /// The end: the module can be used until 00:00 UTC of this day.
    pub ends: Option<Date>,
}

impl Grant {
    /// Returns the grant that a license file states.
    pub fn of_file(module: &licentia_runtime::Module) -> Grant {
        let code = Slug::stored(module.code.clone());
        Grant { code, value: module.value, ends: module.ends }
    }
}

const MOST_VALUE: u64 = (1 << 53) - 1;

impl FromStr for Grant {
    type Err = Error;

    /// Reads `CODE[=VALUE][@END]`.
    fn from_str(text: &str) -> Result<Grant, Error> {
        let (head, ends) = match text.split_once('@') {
            Some((head, end)) => (head, Some(parse_day(end)?)),
            None => (text, None),
        };
        let (code, value) = match head.split_once('=') {
            Some((code, value)) => (code, Some(parse_value(value)?)),
            None => (head, None),
        };
        let code = code.parse().map_err(|error: Error| {
            error.advice("write a module as CODE, CODE=VALUE or CODE=VALUE@END")
        })?;
        Ok(Grant { code, value, ends })
    }
}

fn parse_value(text: &str) -> Result<u64, Error> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|value| digits && *value <= MOST_VALUE).ok_or_else(|| {
        Error::usage(format!("{text:?} is not a value of a module"))
            .advice(format!("use a whole number from 0 to {MOST_VALUE}"))
    })
}

impl fmt::Display for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(value) = self.value {
            write!(f, "={value}")?;
        }
        self.ends.map_or(Ok(()), |end| write!(f, "@{end}"))
    }
}

/// Grants as an argument, separated by commas, each module once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grants(pub Vec<Grant>);

impl FromStr for Grants {
    type Err = Error;

    fn from_str(text: &str) -> Result<Grants, Error> {
        let mut grants: Vec<Grant> = Vec::new();
        for grant in text.split(',').map(|part| part.trim().parse::<Grant>()) {
            let grant = grant?;
            if grants.iter().any(|other| other.code.is(&grant.code)) {
                return Err(Error::usage(format!("module {} is named twice", grant.code)));
            }
            grants.push(grant);
        }
        Ok(Grants(grants))
    }
}

impl fmt::Display for Grants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.0.iter().map(Grant::to_string).collect();
        f.write_str(&texts.join(","))
    }
}

/// Checks grants against the module tree of a product and replaces each code by its spelling in the
/// catalogue.
///
/// # Errors
///
/// `not_found` for a code that is not in the product, `usage` for a child without its parent or
/// with a later end than its parent.
pub fn fit(grants: Vec<Grant>, product: &Slug, modules: &[Module]) -> Result<Vec<Grant>, Error> {
    let mut fitted: Vec<(Grant, &Module)> = Vec::new();
    for mut grant in grants {
        let module = find(modules, product, &grant.code)?;
        grant.code = module.code.clone();
        fitted.push((grant, module));
    }
    let typed = || -> Vec<Grant> { fitted.iter().map(|(grant, _)| grant.clone()).collect() };
    for (grant, module) in &fitted {
        let Some(parent) = &module.parent else { continue };
        let Some((above, _)) = fitted.iter().find(|(other, _)| other.code == *parent) else {
            return Err(Error::usage(format!(
                "module {} requires its parent {parent}",
                grant.code
            ))
            .remedy(Remedy::GrantParent {
                modules: complete(&typed(), &[], modules),
                list: ModuleList::All,
            }));
        };
        if above.ends.is_some_and(|end| grant.ends.is_none_or(|own| own > end)) {
            return Err(Error::usage(format!(
                "module {} would end later than its parent {parent}",
                grant.code
            ))
            .advice(format!(
                "end the module no later than its parent: {}@{}",
                grant.code,
                above.ends.map(|day| day.to_string()).unwrap_or_default()
            )));
        }
    }
    Ok(fitted.into_iter().map(|(grant, _)| grant).collect())
}

/// Returns grants as they are typed, together with the parents of their modules that `others` do
/// not grant.
pub fn complete(grants: &[Grant], others: &[Grant], modules: &[Module]) -> String {
    let find = |grants: &'_ [Grant], code: &Slug| {
        grants.iter().find(|grant| grant.code.is(code)).map(Grant::to_string)
    };
    let codes: Vec<Slug> = grants.iter().map(|grant| grant.code.clone()).collect();
    let texts = with_parents(modules, &codes).into_iter().filter_map(|code| {
        let is_other = find(others, &code).is_some();
        (!is_other).then(|| find(grants, &code).unwrap_or_else(|| code.to_string()))
    });
    texts.collect::<Vec<_>>().join(",")
}

/// Returns the error for a module that would be a part of itself.
pub fn part_of_itself_error(module: &Slug, parent: &Slug) -> Error {
    Error::usage(format!(
        "module {module} cannot have the parent {parent}, which is the same module or one of its \
         descendants"
    ))
    .advice("choose a parent that is not a descendant of the module, or none")
}

/// Returns the error for a module that moves under a parent which some licenses with the module do
/// not grant.
pub fn lacking_parent_error(module: &Slug, parent: &Slug, granting: &[String]) -> Error {
    let (count, some) = (count_of(granting.len(), "license"), some_of(granting));
    Error::new(
        ErrorCode::InUse,
        format!(
            "module {module} cannot be moved under {parent}: module {parent} is missing in {count} \
             ({some})"
        ),
    )
}

/// Returns the module of a product that has a code.
///
/// # Errors
///
/// `not_found`
pub fn find<'a>(modules: &'a [Module], product: &Slug, code: &Slug) -> Result<&'a Module, Error> {
    modules.iter().find(|module| module.code.is(code)).ok_or_else(|| {
        let existing = modules.iter().map(|module| module.code.as_str());
        let list = Remedy::ListOf { noun: Noun::Module, owner: product.to_string() };
        let remedy = did_you_mean(code.as_str(), existing, list);
        Error::new(ErrorCode::NotFound, format!("product {product} has no module {code}"))
            .remedy(remedy)
    })
}

/// Returns whether a module is `above` or a descendant of it.
pub fn is_at_or_below(modules: &[Module], code: &Slug, above: &Slug) -> bool {
    let mut at = Some(code);
    // The limit ends the search in a cycle: no path is longer than the tree.
    for _ in 0..=modules.len() {
        match at {
            Some(code) if code.is(above) => return true,
            Some(code) => {
                at = modules
                    .iter()
                    .find(|module| module.code.is(code))
                    .and_then(|module| module.parent.as_ref());
            }
            None => return false,
        }
    }
    true
}

/// Returns the codes with the codes of all their ancestors, parents first. They must be granted
/// together.
pub fn with_parents(modules: &[Module], codes: &[Slug]) -> Vec<Slug> {
    let wanted =
        |module: &Module| codes.iter().any(|code| is_at_or_below(modules, code, &module.code));
    tree(modules)
        .into_iter()
        .filter(|(_, module)| wanted(module))
        .map(|(_, module)| module.code.clone())
        .collect()
}

/// Returns the modules depth first, each with its depth. Siblings keep the order in which they were
/// added.
pub fn tree(modules: &[Module]) -> Vec<(usize, &Module)> {
    let mut parts: BTreeMap<Option<&Slug>, Vec<&Module>> = BTreeMap::new();
    for module in modules {
        parts.entry(module.parent.as_ref()).or_default().push(module);
    }
    // A stack on the heap: the tree may be too deep for recursion. The last element is the next
    // one.
    let mut open: Vec<(usize, &Module)> = Vec::new();
    let mut out = Vec::with_capacity(modules.len());
    open.extend(parts.get(&None).into_iter().flatten().rev().map(|module| (0, *module)));
    while let Some((depth, module)) = open.pop() {
        out.push((depth, module));
        open.extend(
            parts
                .get(&Some(&module.code))
                .into_iter()
                .flatten()
                .rev()
                .map(|part| (depth + 1, *part)),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(code: &str, parent: Option<&str>) -> Module {
        Module {
            code: Slug::stored(code.into()),
            name: None,
            parent: parent.map(|p| Slug::stored(p.into())),
            created_at: String::new(),
        }
    }

    fn fitted(grants: &str) -> Result<String, Error> {
        let modules = [
            module("a", None),
            module("a.b", Some("a")),
            module("a.b.c", Some("a.b")),
            module("d", None),
        ];
        let grants = grants.parse::<Grants>()?;
        fit(grants.0, &Slug::stored("p".into()), &modules).map(|grants| Grants(grants).to_string())
    }

    #[test]
    fn a_child_comes_with_its_parent_and_ends_with_it() {
        assert_eq!(
            fitted("A.B=5,a,a.b.c@2027-01-01,d").as_deref(),
            Ok("a.b=5,a,a.b.c@2027-01-01,d")
        );
        assert_eq!(
            fitted("a@2027-01-01,a.b@2027-01-01").as_deref(),
            Ok("a@2027-01-01,a.b@2027-01-01")
        );
        for (grants, code, says) in [
            ("a.b", ErrorCode::Usage, "requires its parent a"),
            ("a,a.b.c", ErrorCode::Usage, "requires its parent a.b"),
            ("x", ErrorCode::NotFound, "no module x"),
            ("a@2027-01-01,a.b", ErrorCode::Usage, "later than its parent a"),
            ("a@2027-01-01,a.b@2027-01-02", ErrorCode::Usage, "later than its parent a"),
            ("a,A", ErrorCode::Usage, "named twice"),
            ("a=x", ErrorCode::Usage, "not a value of a module"),
            ("a=9007199254740992", ErrorCode::Usage, "not a value of a module"),
            ("a@2027-02-30", ErrorCode::Usage, "not a day of the calendar"),
            ("", ErrorCode::Usage, "not a code"),
        ] {
            let error = fitted(grants).expect_err(grants);
            assert!(error.code == code && error.message.contains(says), "{grants}: {error:?}");
        }
    }

    #[test]
    fn the_tree_reads_downwards() {
        let modules = [
            module("a", None),
            module("d", None),
            module("a.b", Some("a")),
            module("a.b.c", Some("a.b")),
        ];
        let read: Vec<_> = tree(&modules)
            .into_iter()
            .map(|(depth, module)| (depth, module.code.as_str()))
            .collect();
        assert_eq!(read, [(0, "a"), (1, "a.b"), (2, "a.b.c"), (0, "d")]);
        let code = |text: &str| Slug::stored(text.into());
        assert!(
            is_at_or_below(&modules, &code("a.b.c"), &code("a"))
                && is_at_or_below(&modules, &code("a"), &code("A"))
        );
        assert!(
            !is_at_or_below(&modules, &code("a"), &code("a.b"))
                && !is_at_or_below(&modules, &code("d"), &code("a"))
        );
        let together: Vec<String> = with_parents(&modules, &[code("a.b.c"), code("d")])
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(together, ["a", "a.b", "a.b.c", "d"]);
    }
}
