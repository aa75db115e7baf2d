//! The comparison of products, modules, customers, companies and users with the log. Their entries
//! have the members of the record when it was added, and the members that each edit changed.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::audit::HashedEntry;
use crate::domain::audit::personal::{ERASED, PersonalValues, in_clear};
use crate::domain::module::ModuleInTree;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::health::comparison::difference::Compared;
use crate::ops::health::comparison::pool::Pool;
use crate::ops::health::comparison::shared::{Meter, Shared};
use crate::ops::lookup;
use crate::ops::record::Auditable;
use crate::store::{CatalogueTable, Reader, RecordedEntry, gather};

/// The members that are compared elsewhere, or that follow from other records: the recovery policy
/// has its own records, and the depth of a module follows from its parents.
const OTHER: [&str; 2] = ["recovery", "depth"];

/// The comparison of the catalogue and the customers.
#[derive(Clone, Copy)]
pub struct Catalogue<'a, 'b, 'c> {
    /// The rows.
    pub reader: Reader<'b>,
    /// The facts of the threads.
    pub shared: Shared<'a>,
    /// The threads.
    pub pool: &'b Pool<'a, 'c>,
}

impl Catalogue<'_, '_, '_> {
    /// Compares the rows.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn compare(&self, meter: &mut Meter<'_>) -> Result<()> {
        self.each(CatalogueTable::Product, "product", &mut |code| self.compare_product(code))?;
        self.each(CatalogueTable::Customer, "customer", &mut |code| {
            meter.count();
            self.compare_customer(code)
        })
    }

    /// Passes each code of a table to a function, and reports the codes of the log without a row.
    fn each(
        &self,
        table: CatalogueTable,
        noun: &'static str,
        compare: &mut dyn FnMut(&Slug) -> Result<()>,
    ) -> Result<()> {
        let differences = self.shared.differences;
        self.reader.list_codes(table, &mut |code| -> Result<()> {
            match code {
                Ok(code) => {
                    if let Err(error) = compare(&Slug::stored(code.clone())) {
                        differences.add_next(noun, &code, error.text());
                    }
                }
                Err(fault) => differences.add_next(noun, "unknown", fault.to_string()),
            }
            Ok(())
        })?;
        self.reader.list_missing_codes(table, &mut |code| -> Result<()> {
            let code = code?;
            let problem = format!("{noun} {code} of the audit log is not in the database");
            differences.add_next(noun, &code, problem);
            Ok(())
        })
    }

    fn compare_product(&self, code: &Slug) -> Result<()> {
        let product = lookup::product(self.reader, code)?;
        self.compare_record("product", &product)?;
        let modules = self.reader.list_modules(code)?;
        modules.iter().try_for_each(|module| {
            let module = ModuleInTree::among(&modules, code, module.clone());
            self.compare_record("module", &module)
        })
    }

    fn compare_customer(&self, code: &Slug) -> Result<()> {
        self.compare_record("customer", &lookup::customer(self.reader, code)?)?;
        for company in self.reader.list_companies(code)? {
            self.compare_record("company", &company)?;
        }
        for user in gather(|take| self.reader.list_users(code, None, None, take))? {
            self.compare_record("user", &user)?;
        }
        Ok(())
    }

    fn compare_record<T: Auditable>(&self, noun: &'static str, record: &T) -> Result<()> {
        let (shared, subject) = (self.shared, record.subject());
        let entries = self.reader.list_entries_of(&subject)?;
        let (stored, place) = (members(record), shared.differences.next_place());
        self.pool.run(move || {
            let compared = Compared { kind: noun, subject: &subject, place };
            let Some(stated) = replay(noun, entries) else {
                let problem = format!(
                    "the database was changed: the audit log has no entry that adds {noun} \
                     {subject}"
                );
                shared.differences.add(compared, problem);
                return;
            };
            for (member, stored, stated) in differences(&stored, &stated) {
                let problem = format!(
                    "{noun} {subject} was changed in the database: {member} is {stored}, but the \
                     audit log has {stated}"
                );
                shared.differences.add(compared, problem);
            }
        });
        Ok(())
    }
}

/// Returns the members of a record, as in its entries. Absent members are omitted.
fn members(record: &impl Serialize) -> Map<String, Value> {
    let members = in_clear(&serde_json::to_value(record).unwrap_or_default());
    let mut members = members.as_object().cloned().unwrap_or_default();
    members.retain(|member, value| !value.is_null() && !OTHER.contains(&member.as_str()));
    members
}

/// Returns the members of a record after all its entries; `None` if the last entry removes the
/// record, or no entry adds it.
fn replay(noun: &str, entries: Vec<RecordedEntry>) -> Option<Map<String, Value>> {
    let mut state: Option<Map<String, Value>> = None;
    for entry in entries {
        let Ok(parsed) = serde_json::from_str::<HashedEntry>(&entry.text) else { continue };
        let Some((own, verb)) = parsed.action.split_once('.') else { continue };
        if own != noun {
            continue;
        }
        let detail = PersonalValues::of(entry.values).resolve(&parsed.detail);
        let detail = detail.as_object().cloned().unwrap_or_default();
        match (verb, &mut state) {
            ("add", _) => {
                state = Some(detail.into_iter().filter(|(name, _)| is_member(name)).collect());
            }
            ("remove", _) => state = None,
            ("edit", Some(state)) => {
                for (member, change) in detail.into_iter().filter(|(name, _)| is_member(name)) {
                    let to = change.get("to").cloned().unwrap_or_default();
                    state.insert(member, to);
                }
            }
            ("retire" | "unretire", Some(state)) => {
                let retired_at = detail.get("retired_at").cloned().unwrap_or_default();
                state.insert("retired_at".to_owned(), retired_at);
            }
            _ => {}
        }
    }
    state.map(|mut state| {
        state.retain(|_, value| !value.is_null());
        state
    })
}

fn is_member(name: &str) -> bool {
    name != "record" && !OTHER.contains(&name)
}

/// Returns the members that differ, with the stored and the stated value. An erased value cannot be
/// compared.
fn differences(
    stored: &Map<String, Value>,
    stated: &Map<String, Value>,
) -> Vec<(String, Value, Value)> {
    let value = |map: &Map<String, Value>, name: &str| map.get(name).cloned().unwrap_or_default();
    let mut names: Vec<&String> = stored.keys().chain(stated.keys()).collect();
    names.sort();
    names.dedup();
    let members =
        names.into_iter().map(|name| (name.clone(), value(stored, name), value(stated, name)));
    members.filter(|(_, stored, stated)| stored != stated && *stated != ERASED).collect()
}
