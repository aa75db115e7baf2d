//! The use cases of assignments: users are assigned to a license, unassigned, or replaced by
//! another user. Sessions of users who may no longer use the license end.

pub mod answer;

use crate::domain::license::License;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::Username;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::plan::{Decision, LicensePlan, Parties, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to change the users who are assigned to a license. Unchanged if all users are already
/// assigned.
#[derive(Clone, Debug)]
pub struct ChangeAssignments {
    /// The serial.
    pub license: Serial,
    /// The change.
    pub change: AssignmentChange,
    /// The signing of the files.
    pub signing: SigningRequest,
}

/// A change of the assigned users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssignmentChange {
    /// Users are added.
    Add {
        /// The users.
        users: Vec<Username>,
        /// True if a user who is already assigned is not an error.
        if_missing: bool,
    },
    /// Users are removed.
    Remove {
        /// The users.
        users: Vec<Username>,
    },
    /// A user takes the place of another one.
    Move {
        /// The user who is removed.
        from: Username,
        /// The user who is added.
        to: Username,
    },
}

impl UseCase for ChangeAssignments {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Assign, now)?;
        self.change.check_named_once()?;
        let mut users = Users { reader, license: &before, users: before.entitlement.users.clone() };
        let action = self.change.apply(&mut users)?;
        let mut users = users.users;
        users.sort();
        if users == before.entitlement.users {
            return Ok(before.into());
        }
        let after = before.assign(users)?;
        let parties = Parties::of(reader, &before.entitlement)?;
        let step = Step::ending_sessions(reader, action, before, after, parties, now)?;
        Ok(self.signing.apply(LicensePlan::of(vec![step])).into())
    }
}

impl AssignmentChange {
    /// Refuses a user who is named twice.
    fn check_named_once(&self) -> Result<(), Error> {
        let named: Vec<&Username> = match self {
            AssignmentChange::Add { users, .. } | AssignmentChange::Remove { users } => {
                users.iter().collect()
            }
            AssignmentChange::Move { from, to } => vec![from, to],
        };
        let is_same = |a: &Username, b: &Username| a.as_str().eq_ignore_ascii_case(b.as_str());
        let mut places = named.iter().enumerate();
        let twice =
            places.find(|(place, name)| named[..*place].iter().any(|other| is_same(other, name)));
        twice.map_or(Ok(()), |(_, name)| {
            Err(Error::usage(format!("user {name} is named twice")).advice("name each user once"))
        })
    }

    /// Changes the users. Returns the audit action.
    fn apply(&self, users: &mut Users<'_>) -> Result<&'static str> {
        let serial = &users.license.serial;
        match self {
            AssignmentChange::Add { users: added, if_missing } => {
                for name in added {
                    match users.add(name)? {
                        Err(exists) if !if_missing => {
                            let has_others = added.len() > 1;
                            return Err(exists.remedy(Remedy::IfMissing { has_others }).into());
                        }
                        _ => {}
                    }
                }
                Ok("assignment.add")
            }
            AssignmentChange::Remove { users: removed } => {
                removed.iter().try_for_each(|name| users.remove(name))?;
                Ok("assignment.remove")
            }
            AssignmentChange::Move { from, to } => {
                let remedy = Remedy::RemoveOther {
                    license: serial.to_string(),
                    user: from.to_string(),
                    kept: to.to_string(),
                };
                users.remove(from)?;
                users.add(to)?.map_err(|exists| exists.remedy(remedy))?;
                Ok("assignment.move")
            }
        }
    }
}

/// The users of a license while they change.
struct Users<'a> {
    reader: Reader<'a>,
    license: &'a License,
    users: Vec<Username>,
}

impl Users<'_> {
    fn find(&self, name: &Username) -> Result<Username> {
        Ok(lookup::user(self.reader, &self.license.entitlement.customer, name)?.username)
    }

    /// Adds a user. The inner error is `exists`, for a user who is already assigned.
    ///
    /// # Errors
    ///
    /// `not_found`.
    fn add(&mut self, name: &Username) -> Result<Result<(), Error>> {
        let name = self.find(name)?;
        if self.users.contains(&name) {
            let serial = &self.license.serial;
            let message = format!("user {name} is already assigned to license {serial}");
            return Ok(Err(Error::new(ErrorCode::Exists, message)));
        }
        self.users.push(name);
        Ok(Ok(()))
    }

    /// Removes a user.
    ///
    /// # Errors
    ///
    /// `not_found`, and `not_assigned` for a user who is not assigned.
    fn remove(&mut self, name: &Username) -> Result<()> {
        let (name, serial) = (self.find(name)?, &self.license.serial);
        if !self.users.contains(&name) {
            let message = format!("user {name} is not assigned to license {serial}");
            return Err(Error::new(ErrorCode::NotAssigned, message)
                .remedy(Remedy::ListAssigned { license: serial.to_string() })
                .into());
        }
        self.users.retain(|user| *user != name);
        Ok(())
    }
}
