//! The use case `license issue`.

use licentia_runtime::Edition;
use serde::Serialize;

use crate::domain::customer::Company;
use crate::domain::key::{self, Purpose};
use crate::domain::license::License;
use crate::domain::license::entitlement::{Entitlement, Request, decide};
use crate::domain::license::terms::Terms;
use crate::domain::module::Module;
use crate::domain::name::{Reference, Slug, Username};
use crate::domain::remedy::Noun;
use crate::domain::retirement::check_not_retired;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Basis, UseCase};
use crate::ops::license::placement::{PlacementTarget, put};
use crate::ops::license::plan::{Decision, LicensePlan, Parties, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::terms::in_catalogue_words;
use crate::ops::lookup;
use crate::ops::reference::IdempotencyReference;
use crate::store::Reader;

/// A request to issue a license. Unchanged if an earlier request was equal.
#[derive(Clone, Debug)]
pub struct IssueLicense {
    /// The customer's code.
    pub customer: Slug,
    /// The product's code.
    pub product: Slug,
    /// The code of the company that holds the license.
    pub company: Option<Slug>,
    /// The edition; `None` for the edition of the named key, or commercial without a key.
    pub edition: Option<Edition>,
    /// The assigned users.
    pub users: Vec<Username>,
    /// The stated terms.
    pub terms: Terms,
    /// The default terms of the home, which the terms of the product override.
    pub defaults: Terms,
    /// The target of all seats; `None` for a license that is not delivered.
    pub target: Option<PlacementTarget>,
    /// The idempotency reference.
    pub reference: Option<Reference>,
    /// The signing of the file.
    pub signing: SigningRequest,
}

/// The form of the request that is compared under its reference. Omitted values stay omitted. File
/// names, keys and actors are not compared.
#[derive(Serialize)]
struct Compared<'a> {
    customer: &'a Slug,
    product: &'a Slug,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<&'a Slug>,
    edition: Edition,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    users: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'a Purpose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container: Option<&'a str>,
    terms: &'a Terms,
}

/// The records that a new license refers to.
struct Records {
    parties: Parties,
    company: Option<Company>,
    modules: Vec<Module>,
    edition: Edition,
}

impl UseCase for IssueLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let records = self.records(reader)?;
        let idempotency = self.idempotency(&records)?;
        if let Some(idempotency) = &idempotency
            && let Some(license) = idempotency.find(reader, now)?
        {
            return self.repeated(reader, idempotency, license);
        }
        let entitlement = self.entitlement(reader, &records, now)?;
        let mut license = License::new(entitlement, self.reference.clone(), now);
        if let Some(target) = &self.target {
            let container = target.open(reader, "issue")?;
            let product = &records.parties.product;
            put(reader, &mut license, container.as_ref(), None, product)?;
        }
        let mut plan = LicensePlan::of(vec![Step::new("license.issue", license, records.parties)]);
        plan.selected_files = self.target.as_ref().map(PlacementTarget::files).unwrap_or_default();
        Ok(self.signing.apply(plan.under(idempotency)).granting().into())
    }

    fn basis(&self, plan: &LicensePlan) -> Basis {
        plan.parties()
    }
}

impl IssueLicense {
    /// Looks up the records.
    ///
    /// # Errors
    ///
    /// `not_found` for an unknown key, customer, product or company.
    fn records(&self, reader: Reader<'_>) -> Result<Records> {
        let edition = self.edition(reader)?;
        let customer = lookup::customer(reader, &self.customer)?;
        let product = lookup::product(reader, &self.product)?;
        let company = self.company.as_ref();
        let company =
            company.map(|code| lookup::company(reader, &customer.code, code)).transpose()?;
        let modules = reader.list_modules(&product.code)?;
        Ok(Records { parties: Parties { product, customer }, company, modules, edition })
    }

    fn edition(&self, reader: Reader<'_>) -> Result<Edition> {
        let of_key = match self.signing.key_names.first() {
            None => None,
            Some(name) => key::find(&reader.list_keys()?, name)?.edition,
        };
        Ok(self.edition.or(of_key).unwrap_or(Edition::Commercial))
    }

    fn idempotency(&self, records: &Records) -> Result<Option<IdempotencyReference>> {
        let terms = in_catalogue_words(self.terms.clone(), &records.modules);
        let request = Compared {
            customer: &records.parties.customer.code,
            product: &records.parties.product.code,
            company: records.company.as_ref().map(|company| &company.code),
            edition: records.edition,
            users: as_compared(&self.users),
            purpose: self.signing.purpose.as_ref(),
            container: self.target.as_ref().and_then(PlacementTarget::container),
            terms: &terms,
        };
        IdempotencyReference::of("issue", self.reference.as_ref(), &request)
    }

    /// Returns the license of an earlier, equal request.
    ///
    /// # Errors
    ///
    /// `conflict` if the license is not in the requested place. Otherwise, a script could take a
    /// missing file for written.
    fn repeated(
        &self,
        reader: Reader<'_>,
        idempotency: &IdempotencyReference,
        license: License,
    ) -> Result<Decision> {
        let Some(target) = &self.target else { return Ok(license.into()) };
        target.open(reader, "issue")?;
        if target.holds(&license) {
            return Ok(Decision::Unchanged(UnchangedLicense { license, files: target.files() }));
        }
        let why = if license.live().next().is_none() {
            "the license is not delivered (parked) and has no file"
        } else {
            "the license is in a different place"
        };
        Err(idempotency.conflict(why, license.serial.as_str()).into())
    }

    /// Decides the entitlement.
    ///
    /// # Errors
    ///
    /// `not_found` for an unknown user or module, and the rules that refuse an entitlement.
    fn entitlement(
        &self,
        reader: Reader<'_>,
        records: &Records,
        now: Timestamp,
    ) -> Result<Entitlement> {
        let Parties { product, customer } = &records.parties;
        check_not_retired(Noun::Product, product.code.as_str(), product.retired_at.as_deref())?;
        check_not_retired(Noun::Customer, customer.code.as_str(), customer.retired_at.as_deref())?;
        let user = |name| Ok(lookup::user(reader, &customer.code, name)?.username);
        let mut users: Vec<Username> = self.users.iter().map(user).collect::<Result<_>>()?;
        // The order of the database, so that the file and the database agree.
        users.sort();
        let terms = self.terms.clone().over(product.terms.clone()).over(self.defaults.clone());
        let wanted = Request { edition: records.edition, terms, users };
        let company = records.company.as_ref().map(|company| &company.code);
        Ok(decide(wanted, product, &records.modules, &customer.code, company, now)?)
    }
}

/// Returns user names in one spelling and order. They are not looked up, so that the request is
/// still equal after a user was renamed.
fn as_compared(users: &[Username]) -> Vec<String> {
    let mut users: Vec<String> =
        users.iter().map(|name| name.as_str().to_ascii_lowercase()).collect();
    users.sort();
    users
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::execute::{Execution, Mode};
    use crate::ops::test_front_end::TestHome;

    /// The maximum number of steps of `license issue`, from the beginning of the first plan.
    const MOST_STEPS: u64 = 90;

    fn request() -> IssueLicense {
        let terms = r#"{"seats":"10","modules":"a,b","ends":"1y"}"#;
        IssueLicense {
            customer: Slug::stored("c".into()),
            product: Slug::stored("p".into()),
            company: None,
            edition: None,
            users: Vec::new(),
            terms: serde_json::from_str(terms).expect("terms"),
            defaults: Terms::default(),
            target: Some(PlacementTarget::Unbound),
            reference: None,
            signing: SigningRequest::default(),
        }
    }

    #[test]
    fn an_issued_license_takes_few_steps() {
        let mut home = TestHome::new();
        home.store.count_steps();
        let issued = home.execute(Mode::Apply, &request()).expect("issued");
        let steps = home.store.steps();
        assert!(steps > 0 && steps <= MOST_STEPS, "{steps} steps");
        let Execution::Applied(plan) = issued else { panic!("nothing was applied") };
        let file = plan.steps[0].after.activations[0].file.as_ref().expect("a file");
        assert!(!file.text.is_empty() && plan.steps[0].after.entitlement.modules.len() == 2);
    }

    #[test]
    fn a_license_its_file_and_its_audit_entry_have_one_instant() {
        let mut home = TestHome::new();
        let issued = home.execute(Mode::Apply, &request()).expect("issued");
        let Execution::Applied(plan) = issued else { panic!("nothing was applied") };
        let license = &plan.steps[0].after;
        let file = license.activations[0].file.as_ref().expect("a file");
        let entries = home.entries("license.issue");
        let instants: Vec<&str> = entries.iter().map(|entry| entry.at.as_str()).collect();
        assert_eq!(instants, [license.created_at.as_str()]);
        assert_eq!(file.issued_at, license.created_at);
    }

    #[test]
    fn a_dry_run_takes_no_lock_and_changes_nothing() {
        let mut home = TestHome::on_disk();
        let mut other = home.other_connection();
        let lock = other.locked();
        let planned = home.execute(Mode::DryRun, &request()).expect("planned");
        let Execution::DryRun(plan) = planned else { panic!("no dry run") };
        assert_eq!(plan.steps[0].after.entitlement.seats, 10);
        drop(lock);
        assert!(home.entries("license.issue").is_empty());
    }
}
