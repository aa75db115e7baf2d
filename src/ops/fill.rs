//! A home with any number of licenses, for measurements. Requires the feature `fill`.

use licentia_runtime::Edition;

use crate::domain::audit::NewEntry;
use crate::domain::customer::{Customer, User};
use crate::domain::license::terms::Terms;
use crate::domain::name::Slug;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::customer::AddCustomer;
use crate::ops::error::Result;
use crate::ops::execute::{
    ChosenKeys, Decision, Needs, Plan, PlannedFile, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::plan::LicensePlan;
use crate::ops::license::request::SigningRequest;
use crate::ops::license::r#return::ReturnLicense;
use crate::ops::record::Add;
use crate::ops::user::AddUser;
use crate::store::Reader;

/// The number of licenses of one customer.
const LICENSES: u64 = 100;
/// The number of users of one customer.
const USERS: u64 = 10;
/// The syllables of generated names, so that the names differ like real names.
const SYLLABLES: [&str; 20] = [
    "an", "ber", "da", "ek", "fro", "gar", "hol", "is", "ka", "lund", "mar", "nor", "or", "pet",
    "ros", "sol", "tal", "ull", "vik", "win",
];

/// A request of a series that fills a home.
#[derive(Clone, Debug)]
pub enum FillRequest {
    /// A new customer.
    Customer(AddCustomer),
    /// A new user.
    User(AddUser),
    /// A new license.
    Issue(Box<IssueLicense>),
    /// A license that is returned after its issue.
    Return(ReturnLicense),
}

/// The effects of a request of the series.
#[derive(Clone, Debug)]
pub enum FillPlan {
    /// A new customer.
    Customer(Add<Customer>),
    /// A new user.
    User(Add<User>),
    /// A new or returned license.
    License(Box<LicensePlan>),
}

impl UseCase for FillRequest {
    type Plan = FillPlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<FillPlan, ()>> {
        Ok(match self {
            FillRequest::Customer(request) => {
                decided(request.plan(reader, now)?, FillPlan::Customer)
            }
            FillRequest::User(request) => decided(request.plan(reader, now)?, FillPlan::User),
            FillRequest::Issue(request) => {
                decided(request.plan(reader, now)?, |plan| FillPlan::License(Box::new(plan)))
            }
            FillRequest::Return(request) => {
                decided(request.plan(reader, now)?, |plan| FillPlan::License(Box::new(plan)))
            }
        })
    }
}

fn decided<P, U>(
    decision: Decision<P, U>,
    plan: impl FnOnce(P) -> FillPlan,
) -> Decision<FillPlan, ()> {
    match decision {
        Decision::Change(own) => Decision::Change(plan(own)),
        Decision::Unchanged(_) => Decision::Unchanged(()),
    }
}

impl Plan for FillPlan {
    fn needs(&self) -> Needs {
        match self {
            FillPlan::License(plan) => plan.needs(),
            FillPlan::Customer(_) | FillPlan::User(_) => Needs::default(),
        }
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        match self {
            FillPlan::License(plan) => plan.check_scope(vendor, keys, now),
            FillPlan::Customer(_) | FillPlan::User(_) => Ok(()),
        }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        match self {
            FillPlan::Customer(plan) => plan.write(unit),
            FillPlan::User(plan) => plan.write(unit),
            FillPlan::License(plan) => plan.write(unit),
        }
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        match self {
            FillPlan::Customer(plan) => plan.entries(now),
            FillPlan::User(plan) => plan.entries(now),
            FillPlan::License(plan) => plan.entries(now),
        }
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        match self {
            FillPlan::License(plan) => plan.sign(signing),
            FillPlan::Customer(_) | FillPlan::User(_) => Ok(()),
        }
    }

    fn files(&self) -> Vec<PlannedFile> {
        Vec::new()
    }
}

/// The requests that fill a home: customers of 100 licenses and 10 users each.
#[derive(Debug)]
pub struct Fill {
    product: Slug,
    terms: Terms,
    /// The number of customers before the fill.
    first: u64,
    count: u64,
    /// The interval at which a license is returned immediately; 0 for never.
    ended: u64,
    /// The number of licenses that were requested.
    done: u64,
    /// The number of users of the current customer that are not requested yet.
    users: u64,
    has_customer: bool,
    /// The number of licenses whose issue was committed.
    issued: u64,
    /// The licenses that are returned next.
    returned: Vec<Serial>,
}

impl Fill {
    /// Returns the requests for `count` licenses of a product. One of each `ended` licenses is
    /// returned.
    ///
    /// # Errors
    ///
    /// The faults of the database, `usage` for an invalid product code.
    pub fn new(reader: Reader<'_>, product: &str, count: u64, ended: u64) -> Result<Fill> {
        Ok(Fill {
            product: product.parse()?,
            terms: serde_json::from_str(r#"{"seats":"10","ends":"1y","grace":"14d"}"#)?,
            first: reader.list_customer_codes(u32::MAX)?.len() as u64,
            count,
            ended,
            done: 0,
            users: 0,
            has_customer: false,
            issued: 0,
            returned: Vec::new(),
        })
    }

    /// Returns the number of licenses that were requested.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// Returns the next request. `committed` has the plans that were committed since the last call.
    ///
    /// # Errors
    ///
    /// A defect, for a generated name that is not allowed.
    pub fn next(&mut self, committed: &[FillPlan]) -> Result<Option<FillRequest>> {
        for plan in committed {
            let FillPlan::License(plan) = plan else { continue };
            self.note_issued(plan);
        }
        if let Some(license) = self.returned.pop() {
            return Ok(Some(FillRequest::Return(ReturnLicense {
                license,
                source: PlacementTarget::Unbound,
                seats: None,
                signing: SigningRequest::default(),
            })));
        }
        if self.done == self.count {
            return Ok(None);
        }
        let number = self.first + self.done / LICENSES;
        if self.done.is_multiple_of(LICENSES) && !self.has_customer {
            (self.has_customer, self.users) = (true, USERS);
            return Ok(Some(FillRequest::Customer(customer(number)?)));
        }
        if self.users > 0 {
            self.users -= 1;
            return Ok(Some(FillRequest::User(user(number, USERS - 1 - self.users)?)));
        }
        self.has_customer = false;
        let request = self.issue(number)?;
        self.done += 1;
        Ok(Some(FillRequest::Issue(Box::new(request))))
    }

    /// Notes an issued license, and selects one of each `ended` licenses for its return.
    fn note_issued(&mut self, plan: &LicensePlan) {
        let Some(step) = plan.steps.first().filter(|step| step.before.is_none()) else { return };
        if self.ended > 0 && self.issued.is_multiple_of(self.ended) {
            self.returned.push(step.after.serial.clone());
        }
        self.issued += 1;
    }

    fn issue(&self, customer: u64) -> Result<IssueLicense> {
        Ok(IssueLicense {
            customer: code(customer)?,
            product: self.product.clone(),
            company: None,
            edition: Some(Edition::Commercial),
            users: Vec::new(),
            terms: self.terms.clone(),
            defaults: Terms::default(),
            target: Some(PlacementTarget::Unbound),
            reference: Some(format!("FILL-{}-{}", self.first, self.done).parse()?),
            signing: SigningRequest::default(),
        })
    }
}

fn code(number: u64) -> Result<Slug> {
    Ok(format!("customer-{number}").parse()?)
}

fn customer(number: u64) -> Result<AddCustomer> {
    let domain = name(number);
    Ok(AddCustomer {
        code: code(number)?,
        name: format!("{domain} AB {number}").parse()?,
        email: Some(format!("it@{domain}.example").parse()?),
        reference: Some(format!("K{number}").parse()?),
    })
}

fn user(number: u64, user: u64) -> Result<AddUser> {
    let (domain, person) = (name(number), name(number * USERS + user + 7));
    Ok(AddUser {
        customer: code(number)?,
        username: format!("{person}{user}").parse()?,
        name: Some(format!("{person} {}", name(user + number)).parse()?),
        email: Some(format!("{person}{user}@{domain}.example").parse()?),
        company: None,
        admin: user == 0,
    })
}

/// Returns a name of three or four syllables, which depends on the number.
fn name(number: u64) -> String {
    let mut rest = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let mut name = String::new();
    for _ in 0..3 + number % 2 {
        let place = usize::try_from(rest % 20).unwrap_or_default();
        name += SYLLABLES.get(place).copied().unwrap_or_default();
        rest /= 20;
    }
    name
}
