//! The use case `license edit`: new terms, as the next revision.

use crate::domain::license::License;
use crate::domain::license::entitlement::{Entitlement, Request, decide};
use crate::domain::license::state::LicenseAction;
use crate::domain::license::terms::{OrNone, Terms, TermsEdit};
use crate::domain::module::{Grant, Grants, Module, complete, find as find_module, is_at_or_below};
use crate::domain::name::{Slug, count_of, some_of};
use crate::domain::remedy::{ModuleList, Noun, Remedy};
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Timestamp, after_days};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::plan::{Decision, LicensePlan, Parties, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::terms::changed;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to change the terms of a license. Unchanged if the license already has these terms.
#[derive(Clone, Debug)]
pub struct EditLicense {
    /// The serial.
    pub license: Serial,
    /// The change of the terms.
    pub terms: TermsEdit,
    /// The default terms of the home, which the terms of the product override.
    pub defaults: Terms,
    /// Modules that are granted in addition, or with another value or end.
    pub added: Grants,
    /// Modules that are no longer granted.
    pub removed: Vec<Slug>,
    /// The new company of the license, or its removal.
    pub company: Option<OrNone<Slug>>,
    /// The end of the older files, if the user stated it.
    pub old_files: Option<OldFiles>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

/// The end of older files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldFiles {
    /// The older files keep their own ends.
    Keep,
    /// The older files end this many days from now.
    End(Days),
}

impl UseCase for EditLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Edit, now)?;
        let parties = Parties::of(reader, &before.entitlement)?;
        let entitlement = self.entitlement(reader, &before, &parties, now)?;
        let after = if entitlement != before.entitlement {
            before.revise(entitlement)?
        } else if self.ends_older_files(reader, now)? {
            before.clone()
        } else {
            return Ok(before.into());
        };
        let step = Step::ending_sessions(reader, "license.edit", before, after, parties, now)?;
        let plan = LicensePlan::of(vec![self.with_old_files(step, now)]);
        Ok(self.signing.apply(plan).granting().into())
    }
}

impl EditLicense {
    fn entitlement(
        &self,
        reader: Reader<'_>,
        license: &License,
        parties: &Parties,
        now: Timestamp,
    ) -> Result<Entitlement> {
        let (entitlement, product) = (&license.entitlement, &parties.product);
        let modules = reader.list_modules(&product.code)?;
        let defaults = product.terms.clone().over(self.defaults.clone());
        let mut terms = changed(entitlement.terms(), &self.terms, defaults);
        let granted = terms.modules.take().and_then(OrNone::value).unwrap_or_default();
        let granted = self.grants(granted, &product.code, &modules)?;
        terms.modules = Some(OrNone::Value(granted.clone()));
        let company = match &self.company {
            None => entitlement.company.clone(),
            Some(OrNone::None) => None,
            Some(OrNone::Value(code)) => {
                Some(lookup::company(reader, &entitlement.customer, code)?.code)
            }
        };
        let request =
            Request { edition: entitlement.edition, terms, users: entitlement.users.clone() };
        let decided =
            decide(request, product, &modules, &entitlement.customer, company.as_ref(), now);
        decided.map_err(|error| {
            match error.code {
                ErrorCode::NoSeat => too_few(license),
                _ => self.with_module_option(error, &granted, &modules),
            }
            .into()
        })
    }

    /// Returns an error about a missing parent module with a remedy for the option that was typed.
    fn with_module_option(&self, error: Error, granted: &Grants, tree: &[Module]) -> Error {
        if !matches!(error.remedy.as_deref(), Some(Remedy::GrantParent { .. })) {
            return error;
        }
        let is_added = |code: &Slug| self.added.0.iter().any(|added| added.code.is(code));
        let is_orphan = |grant: &&Grant| {
            self.removed.iter().any(|code| is_at_or_below(tree, &grant.code, code))
                && !is_added(&grant.code)
        };
        let orphans = granted.0.iter().filter(is_orphan).map(|grant| grant.code.to_string());
        let orphans: Vec<String> = orphans.collect();
        if !orphans.is_empty() {
            let removed = self.removed.iter().map(Slug::to_string);
            let modules = removed.chain(orphans).collect::<Vec<_>>().join(",");
            return error.remedy(Remedy::RemoveChildren { modules });
        }
        if self.added.0.is_empty() {
            return error;
        }
        let others = granted.0.iter().filter(|grant| !is_added(&grant.code)).cloned();
        let modules = complete(&self.added.0, &others.collect::<Vec<_>>(), tree);
        error.remedy(Remedy::GrantParent { modules, list: ModuleList::Added })
    }

    /// Returns the granted modules with the added modules and without the removed modules.
    ///
    /// # Errors
    ///
    /// `not_found` for a module that the product does not have or the license does not grant.
    fn grants(
        &self,
        Grants(mut grants): Grants,
        product: &Slug,
        modules: &[Module],
    ) -> Result<Grants, Error> {
        let serial = &self.license;
        for code in &self.removed {
            let code = &find_module(modules, product, code)?.code;
            if !grants.iter().any(|grant| grant.code == *code) {
                let message = format!("license {serial} does not grant module {code}");
                return Err(Error::new(ErrorCode::NotFound, message).remedy(Remedy::Show {
                    noun: Noun::License,
                    id: serial.to_string(),
                    facts: "the modules of the license",
                }));
            }
            grants.retain(|grant| grant.code != *code);
        }
        for added in &self.added.0 {
            let mut added = added.clone();
            added.code = find_module(modules, product, &added.code)?.code.clone();
            match grants.iter_mut().find(|grant| grant.code == added.code) {
                Some(existing) => *existing = added,
                None => grants.push(added),
            }
        }
        Ok(Grants(grants))
    }

    /// Returns whether the request shortens the validity of older files.
    fn ends_older_files(&self, reader: Reader<'_>, now: Timestamp) -> Result<bool> {
        let Some(OldFiles::End(days)) = self.old_files else { return Ok(false) };
        Ok(reader.has_older_files(&self.license, &after_days(now, days.0).to_string())?)
    }

    /// Returns the step with the requested end of the older files.
    fn with_old_files(&self, mut step: Step, now: Timestamp) -> Step {
        match self.old_files {
            None => step,
            Some(OldFiles::Keep) if step.old_files_end.take().is_some() => {
                step.noting(|note| note.old_files = Some("kept"))
            }
            Some(OldFiles::Keep) => step,
            Some(OldFiles::End(days)) => {
                step.old_files_end = Some(after_days(now, days.0));
                step
            }
        }
    }
}

/// Returns the error for a license that would have fewer seats than assigned users.
fn too_few(license: &License) -> Error {
    let users: Vec<String> = license.entitlement.users.iter().map(ToString::to_string).collect();
    let (serial, assigned) = (&license.serial, count_of(users.len(), "user"));
    let message = format!(
        "license {serial} is assigned to {assigned} ({}); the new number of seats is too small",
        some_of(&users)
    );
    Error::new(ErrorCode::NoSeat, message)
        .remedy(Remedy::RemoveAssigned { license: serial.to_string() })
}
