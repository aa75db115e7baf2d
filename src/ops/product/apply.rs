//! Applying a catalogue file: the database gets the declared state, in one transaction.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::domain::audit::personal::Personal;
use crate::domain::audit::product::ApplyDetail;
use crate::domain::audit::{NewEntry, hex};
use crate::domain::diagnostic::{Diagnostic, refuse};
use crate::domain::product::Product;
use crate::domain::product::catalogue::{Declared, read};
use crate::domain::remedy::Remedy;
use crate::domain::time::{Timestamp, day_of};
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::Result;
use crate::ops::execute::{
    ChosenKeys, Decision, HomeSnapshot, Needs, Plan, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::impact::{
    Affected, AffectedMember, AffectedModule, AffectedProduct, Impact, ProductAction,
};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::request::SigningRequest;
use crate::ops::product::catalogue::{ModuleChange, ProductChange, decide};
use crate::ops::record::{
    Addable as _, Editable as _, Removable as _, added_entry, edited_entry, removed_entry,
    retired_entry,
};
use crate::store::{Reader, Transaction};

/// A request to apply a catalogue file. Unchanged if the database already has the declared state.
#[derive(Clone, Debug)]
pub struct ApplyCatalogue {
    file: String,
    declared: Vec<Declared>,
    diagnostics: Vec<Diagnostic>,
    sha256: String,
    prune: bool,
    signing: SigningRequest,
}

impl ApplyCatalogue {
    /// Reads a catalogue file. Its diagnostics are reported with those that need the database. With
    /// `prune`, products that the file does not name are retired, and modules that it does not name
    /// are removed.
    ///
    /// # Errors
    ///
    /// `usage` for a file that is not UTF-8.
    pub fn read(file: String, bytes: &[u8], prune: bool) -> Result<ApplyCatalogue, Error> {
        let text = str::from_utf8(bytes).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            Error::usage(format!("{file} is not UTF-8 text (line {line})"))
                .advice("save the file as UTF-8")
        })?;
        let (declared, diagnostics) = read(text.trim_start_matches('\u{feff}'));
        let sha256 = hex(&Sha256::digest(bytes));
        Ok(ApplyCatalogue {
            file,
            declared,
            diagnostics,
            sha256,
            prune,
            signing: SigningRequest::default(),
        })
    }

    /// Sets the signing of changed recovery policies, which grant recoveries.
    #[must_use]
    pub fn signed(self, signing: SigningRequest) -> ApplyCatalogue {
        ApplyCatalogue { signing, ..self }
    }

    /// Returns the error for the diagnostics of the file and of the database. Diagnostics of the
    /// database about values that could not be read are omitted.
    fn refuse(&self, found: Vec<Diagnostic>) -> Error {
        let mut all = self.diagnostics.clone();
        let is_new = |found: &Diagnostic| !self.diagnostics.iter().any(|read| follows(found, read));
        all.extend(found.into_iter().filter(is_new));
        refuse(&self.file, all)
    }

    /// Refuses to retire all products because of a file that declares none.
    fn check_declares(&self) -> Result<(), Error> {
        if !self.prune || !self.declared.is_empty() {
            return Ok(());
        }
        let file = &self.file;
        let message = format!("{file} declares no product; all products would be retired");
        Err(Error::usage(message).remedy(Remedy::RetireOne))
    }
}

/// Returns whether a diagnostic of the database follows from a value that could not be read.
fn follows(found: &Diagnostic, read: &Diagnostic) -> bool {
    let is_below =
        |key: &str| key.strip_prefix(&read.key).is_some_and(|rest| rest.starts_with('.'));
    found.key == read.key
        || is_below(&found.key)
        || found.error.code == ErrorCode::WrongKind && read.key.ends_with(".kind")
}

impl UseCase for ApplyCatalogue {
    type Plan = ApplyPlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<ApplyPlan, ()>> {
        let changes = match decide(reader, &self.declared, self.prune, now)? {
            Ok(changes) if self.diagnostics.is_empty() => changes,
            decided => return Err(self.refuse(decided.err().unwrap_or_default()).into()),
        };
        if changes.is_empty() {
            return Ok(Decision::Unchanged(()));
        }
        self.check_declares()?;
        let affected = changes.iter().map(|change| {
            let product = affected(reader, change, now)?;
            Ok(Affected::Product(Box::new(product)))
        });
        let impact = Impact { affected: affected.collect::<Result<_>>()? };
        let (file, sha256) = (self.file.clone(), self.sha256.clone());
        let prune = self.prune;
        let keys = if changes.iter().any(changes_policy) {
            Some(EntryKeys::of(reader, Vec::new(), &self.signing)?)
        } else {
            None
        };
        Ok(Decision::Change(ApplyPlan { changes, impact, file, sha256, prune, keys }))
    }
}

/// The changes that a catalogue file makes.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyPlan {
    /// The changes.
    pub changes: Vec<ProductChange>,
    impact: Impact,
    file: String,
    sha256: String,
    prune: bool,
    /// The keys that sign the entries of changed recovery policies.
    keys: Option<EntryKeys>,
}

/// Returns whether a change sets the recovery policy of a product.
fn changes_policy(change: &ProductChange) -> bool {
    let before = change.before.as_ref().map(|before| before.recovery.clone()).unwrap_or_default();
    before != change.after.recovery
}

impl ApplyPlan {
    /// Returns the audit entries of the changed products and modules. They are equal to those of
    /// the verbs that change one record.
    pub fn record_entries(&self) -> Vec<NewEntry> {
        self.changes.iter().flat_map(record_entries).collect()
    }
}

/// The subject of `product.apply`. The path of the file, which a person typed, is in the detail.
const SUBJECT: &str = "catalogue";

impl Plan for ApplyPlan {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        let changes = self.changes.iter().filter(|change| changes_policy(change));
        let mut before = changes.filter_map(|change| change.before.as_ref()).peekable();
        if before.peek().is_none() {
            return Ok(());
        }
        let evidence = Evidence::open(home.reader, home.vendor, home.now)?;
        before.try_for_each(|product| evidence.check_policy(product))
    }

    fn needs(&self) -> Needs {
        self.keys.as_ref().map(EntryKeys::needs).unwrap_or_default()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.as_ref().map_or(Ok(()), |own| own.check_scope(vendor, keys, now))
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.keys.as_ref().map_or(Ok(()), |keys| keys.count(signing))
    }

    fn impact(&self) -> Impact {
        self.impact.clone()
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        // All products must exist before one requires another.
        for change in self.changes.iter().filter(|change| change.before.is_none()) {
            without_references(&change.after).insert(unit.tx)?;
        }
        self.changes.iter().try_for_each(|change| write(unit.tx, change))
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = ApplyDetail {
            file: Personal(&self.file),
            products: self.changes.len(),
            sha256: &self.sha256,
            prune: self.prune,
        };
        let mut entries = self.record_entries();
        entries.push(NewEntry::of("product.apply", SUBJECT, &detail));
        entries
    }
}

/// Returns a new product in the form in which it is inserted, before it requires other products.
fn without_references(product: &Product) -> Product {
    Product { requires: Vec::new(), retired_at: None, ..product.clone() }
}

/// Writes a product and its modules. New modules are inserted first, in the order of the tree, so
/// that every parent exists.
fn write(tx: &Transaction<'_>, change: &ProductChange) -> Result<()> {
    let before = change.before.clone().unwrap_or_else(|| without_references(&change.after));
    if before != change.after {
        change.after.update(&before, tx)?;
    }
    for module in &change.modules {
        if let ModuleChange::Added(module) = module {
            module.clone().insert(tx)?;
        }
    }
    for module in &change.modules {
        match module {
            ModuleChange::Added(_) => {}
            ModuleChange::Changed { before, after } => after.update(before, tx)?,
            ModuleChange::Removed(module) => module.delete(tx)?,
        }
    }
    Ok(())
}

fn record_entries(change: &ProductChange) -> Vec<NewEntry> {
    let mut entries = Vec::new();
    match &change.before {
        None => entries.push(added_entry(&change.after)),
        Some(before) => {
            let sold = Product { retired_at: before.retired_at.clone(), ..change.after.clone() };
            if *before != sold {
                entries.push(edited_entry(before, &sold));
            }
            if before.retired_at != change.after.retired_at {
                entries.push(retired_entry(&change.after));
            }
        }
    }
    entries.extend(change.modules.iter().map(|module| match module {
        ModuleChange::Added(module) => added_entry(module),
        ModuleChange::Changed { before, after } => edited_entry(before, after),
        ModuleChange::Removed(module) => removed_entry(module),
    }));
    entries
}

/// Returns the facts of a changed product that a person sees.
fn affected(reader: Reader<'_>, change: &ProductChange, now: Timestamp) -> Result<AffectedProduct> {
    let after = &change.after;
    let action = if change.retires() {
        let today = day_of(now).to_string();
        let (licenses, running) = reader.count_licenses(Some(&after.code), None, &today)?;
        let required_by = reader.list_requiring(&after.code)?;
        ProductAction::Retire { licenses, running, required_by }
    } else if change.before.is_some() {
        ProductAction::Edit
    } else {
        ProductAction::Add
    };
    // A new product is compared with the defaults.
    let defaults = || Product {
        kind: after.kind,
        ..Product::bare(after.code.clone(), after.name.clone(), after.created_at.clone())
    };
    let before = change.before.clone().unwrap_or_else(defaults);
    Ok(AffectedProduct {
        code: after.code.clone(),
        name: after.name.clone(),
        kind: after.kind,
        action,
        members: changed_members(&before, after),
        modules: change.modules.iter().map(affected_module).collect(),
    })
}

fn affected_module(change: &ModuleChange) -> AffectedModule {
    match change {
        ModuleChange::Added(module) => AffectedModule::of(None, Some(module)),
        ModuleChange::Changed { before, after } => AffectedModule::of(Some(before), Some(after)),
        ModuleChange::Removed(module) => AffectedModule::of(Some(module), None),
    }
}

/// Returns the members of a product that change. A member that is in only one of the states has no
/// value in the other.
fn changed_members(before: &Product, after: &Product) -> Vec<AffectedMember> {
    let (before, after) = (members(before), members(after));
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let changed = after.keys().chain(gone).filter(|name| before.get(*name) != after.get(*name));
    let member = |name: &String| AffectedMember {
        name: name.clone(),
        from: before.get(name).cloned(),
        to: after.get(name).cloned(),
    };
    changed.map(member).collect()
}

/// Returns the members of a product that a person sees: each term, and each value of the recovery
/// policy. Instants are omitted.
fn members(product: &Product) -> Map<String, Value> {
    let mut members = match serde_json::to_value(product) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    };
    let mut take = |name: &str| members.shift_remove(name);
    let (terms, recovery) = (take("terms"), take("recovery"));
    take("created_at");
    take("retired_at");
    members.insert("retired".to_owned(), product.retired_at.is_some().into());
    for (name, value) in terms.iter().filter_map(Value::as_object).flatten() {
        match value {
            Value::Object(settings) => members
                .extend(settings.iter().map(|(key, value)| (format!("set {key}"), value.clone()))),
            value => drop(members.insert(name.clone(), value.clone())),
        }
    }
    for (name, value) in recovery.iter().filter_map(Value::as_object).flatten() {
        members.insert(format!("recovery {name}"), value.clone());
    }
    members
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::store::Store;

    fn plan_at(store: &Store, instant: &str) -> ApplyPlan {
        let file = b"[product.p]\nname = \"P\"\n[product.p.module]\nm = {}\n";
        let apply = ApplyCatalogue::read("p.toml".to_owned(), file, false).expect("read");
        let now = instant.parse().expect("an instant");
        match apply.plan(store.reader(), now).expect("planned") {
            Decision::Change(plan) => plan,
            Decision::Unchanged(()) => panic!("an empty database lacks the product"),
        }
    }

    #[test]
    fn the_same_change_that_is_planned_later_has_the_same_impact() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::create(&Path::new(folder.path()).join("licentia.db")).expect("created");
        let confirmed = plan_at(&store, "2026-11-21T10:00:00Z");
        let locked = plan_at(&store, "2026-11-21T10:00:05Z");
        assert_ne!(confirmed.changes, locked.changes, "the records have the instant of the change");
        assert_eq!(locked.impact().check_within(&confirmed.impact()), Ok(()));
    }
}
