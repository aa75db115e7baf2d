//! The impact of a change on customers: the records that a person sees before they confirm the
//! change.

use licentia_runtime::{Edition, Model, ProductKind};
use serde_json::Value;

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::module::ModuleInTree;
use crate::domain::name::{Name, Slug, Username};
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::key::history::Export;
use crate::store::SignedFiles;

/// The records that a change affects, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    /// The records.
    pub affected: Vec<Affected>,
}

/// A record that a change affects.
#[derive(Clone, Debug, PartialEq)]
pub enum Affected {
    /// A record that is removed or retired.
    RemovedRecord(AffectedRecord),
    /// A user who is removed.
    User(Box<User>),
    /// A license.
    License(Box<AffectedLicense>),
    /// A key that ends, and the files that it signed.
    Key(Box<AffectedKey>),
    /// A product that a catalogue file changes.
    Product(Box<AffectedProduct>),
    /// A license whose first file is signed, and that only a key for audit entries has granted.
    Sale(Box<Sale>),
}

/// A license that only a key for audit entries has granted. A person who may sign files decides
/// before the file is signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sale {
    /// The license.
    pub license: License,
    /// The name of the key.
    pub key: String,
    /// The author of the entry.
    pub author: String,
    /// The instant of the entry, RFC 3339.
    pub at: String,
}

/// A record that is removed or retired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedRecord {
    /// The noun: `company`, `container`.
    pub noun: &'static str,
    /// The code or serial.
    pub id: String,
    /// The facts that the person sees, one line each.
    pub facts: Vec<String>,
}

/// A key that is retired or revoked, or whose private key is destroyed.
#[derive(Clone, Debug, PartialEq)]
pub struct AffectedKey {
    /// The thumbprint.
    pub kid: String,
    /// The files that the key signed.
    pub signed: SignedFiles,
    /// The change.
    pub change: KeyChange,
}

/// The change of a key that ends.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyChange {
    /// A revocation: applications refuse the files of the key.
    Revoked {
        /// The instant before which the signatures of the key stay valid.
        since: Option<Timestamp>,
    },
    /// A retirement: the key signs no more files.
    Retired {
        /// The fate of the private key.
        private_key: PrivateKeyFate,
        /// The exports of the private key.
        exports: Vec<Export>,
        /// The edition that has no other active key without limits.
        last_of: Option<Edition>,
    },
    /// The destruction of the private key of a retired key.
    Destroyed {
        /// The name.
        name: Slug,
        /// The place of the private key.
        place: String,
    },
}

/// The fate of the private key of a key that is retired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrivateKeyFate {
    /// The private key is destroyed.
    Destroyed {
        /// The place.
        place: String,
    },
    /// The private key stays in this home.
    Kept,
    /// The private key is not in this home.
    Away,
}

/// A product that a catalogue file changes. It contains no instants, so that the same change is
/// equal if it is planned later.
#[derive(Clone, Debug, PartialEq)]
pub struct AffectedProduct {
    /// The code.
    pub code: Slug,
    /// The name.
    pub name: Name,
    /// The kind.
    pub kind: ProductKind,
    /// The action.
    pub action: ProductAction,
    /// The members that change.
    pub members: Vec<AffectedMember>,
    /// The modules that change.
    pub modules: Vec<AffectedModule>,
}

/// The action on a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProductAction {
    /// The product is added.
    Add,
    /// The product is changed.
    Edit,
    /// The product is retired.
    Retire {
        /// The number of licenses of the product.
        licenses: usize,
        /// The number of these licenses that have not ended.
        running: usize,
        /// The codes of the products that require the product.
        required_by: Vec<String>,
    },
}

/// A member that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct AffectedMember {
    /// The name in JSON, or `set KEY`, `recovery NAME`.
    pub name: String,
    /// The old value; `None` if the product did not state one.
    pub from: Option<Value>,
    /// The new value; `None` if the product does not state one.
    pub to: Option<Value>,
}

/// A module that a catalogue file changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedModule {
    /// The facts before the change; `None` for a new module.
    pub before: Option<ModuleFacts>,
    /// The facts after the change; `None` for a module that is removed.
    pub after: Option<ModuleFacts>,
    /// The depth in the tree.
    pub depth: usize,
}

/// The facts of a module that a person sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleFacts {
    /// The code.
    pub code: Slug,
    /// The name.
    pub name: Option<Name>,
    /// The code of the parent.
    pub parent: Option<Slug>,
}

impl AffectedModule {
    /// Returns the facts of a module before and after a change.
    pub fn of(before: Option<&ModuleInTree>, after: Option<&ModuleInTree>) -> AffectedModule {
        let facts = |placed: &ModuleInTree| ModuleFacts {
            code: placed.module.code.clone(),
            name: placed.module.name.clone(),
            parent: placed.module.parent.clone(),
        };
        let depth = after.or(before).map_or(0, |placed| placed.depth);
        AffectedModule { before: before.map(facts), after: after.map(facts), depth }
    }
}

/// A license that a change affects.
#[derive(Clone, Debug, PartialEq)]
pub struct AffectedLicense {
    /// The serial.
    pub serial: String,
    /// True if the change creates the license.
    pub is_new: bool,
    /// The product's code.
    pub product: Slug,
    /// The customer's code.
    pub customer: Slug,
    /// The license model.
    pub model: Model,
    /// The number of seats.
    pub seats: u32,
    /// The containers that hold seats of the license.
    pub containers: Vec<String>,
    /// True if seats of the license are delivered.
    pub is_delivered: bool,
    /// The assigned users before the change.
    pub users: Vec<Username>,
    /// The users who lose their assignment.
    pub unassigned: Vec<Username>,
    /// True if the license ends with the change.
    pub ends: bool,
    /// True if the last assignment of a floating license is removed, so that all users of the
    /// customer may use the license.
    pub opens_to_all: bool,
    /// The sessions that end.
    pub sessions: Vec<Session>,
}

impl AffectedLicense {
    /// Returns whether this impact on a license is not worse than the confirmed one.
    fn is_within(&self, confirmed: &AffectedLicense) -> bool {
        let is_same_license = self.serial == confirmed.serial
            && self.product.is(&confirmed.product)
            && self.customer.is(&confirmed.customer)
            && (self.model, self.seats) == (confirmed.model, confirmed.seats)
            && (&self.containers, self.is_delivered)
                == (&confirmed.containers, confirmed.is_delivered);
        let ends_no_more_sessions = self
            .sessions
            .iter()
            .all(|session| confirmed.sessions.iter().any(|other| other.serial == session.serial));
        is_same_license
            && ends_no_more_sessions
            && self.ends == confirmed.ends
            && (!self.ends || self.users.iter().all(|user| confirmed.users.contains(user)))
            && self.unassigned.iter().all(|user| confirmed.unassigned.contains(user))
            && (!self.opens_to_all || confirmed.opens_to_all)
    }
}

impl Sale {
    /// Returns whether the terms are the confirmed ones.
    fn is_within(&self, confirmed: &Sale) -> bool {
        let terms = |sale: &Sale| (sale.license.serial.clone(), sale.license.revision);
        terms(self) == terms(confirmed)
            && self.license.entitlement == confirmed.license.entitlement
            && self.key == confirmed.key
    }
}

impl Affected {
    fn is_within(&self, confirmed: &Affected) -> bool {
        match (self, confirmed) {
            (Affected::License(own), Affected::License(other)) => own.is_within(other),
            // The use cases refuse a changed key. A private key that returned, or another export,
            // needs no new confirmation: the answer contains them.
            (Affected::Key(own), Affected::Key(other)) => own.kid == other.kid,
            (Affected::Sale(own), Affected::Sale(other)) => own.is_within(other),
            (own, other) => own == other,
        }
    }
}

impl Impact {
    /// Returns the impact on one record.
    pub fn of(affected: Affected) -> Impact {
        Impact { affected: vec![affected] }
    }

    /// Returns the users who are removed.
    pub fn users(&self) -> impl Iterator<Item = &User> {
        self.affected.iter().filter_map(|affected| match affected {
            Affected::User(user) => Some(&**user),
            _ => None,
        })
    }

    /// Returns the affected licenses.
    pub fn licenses(&self) -> impl Iterator<Item = &AffectedLicense> {
        self.affected.iter().filter_map(|affected| match affected {
            Affected::License(license) => Some(&**license),
            _ => None,
        })
    }

    /// Returns the licenses that only a key for audit entries has granted.
    pub fn sales(&self) -> impl Iterator<Item = &Sale> {
        self.affected.iter().filter_map(|affected| match affected {
            Affected::Sale(sale) => Some(&**sale),
            _ => None,
        })
    }

    /// Refuses an impact that is worse than the confirmed one. A smaller impact needs no new
    /// confirmation.
    ///
    /// # Errors
    ///
    /// `changed_meanwhile`.
    pub fn check_within(&self, confirmed: &Impact) -> Result<(), Error> {
        let is_confirmed =
            |own: &&Affected| confirmed.affected.iter().any(|other| own.is_within(other));
        let Some(worse) = self.affected.iter().find(|own| !is_confirmed(own)) else {
            return Ok(());
        };
        let message = match worse {
            Affected::RemovedRecord(record) => {
                format!("the {} changed after the confirmation", record.noun)
            }
            Affected::Product(_) => "the catalogue changed after the confirmation".to_owned(),
            Affected::Key(_) | Affected::User(_) | Affected::License(_) | Affected::Sale(_) => {
                "the affected records changed after the confirmation".to_owned()
            }
        };
        Err(Error::new(ErrorCode::ChangedMeanwhile, message)
            .advice("no change was made; repeat the command"))
    }
}
