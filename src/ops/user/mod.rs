//! Use cases of users, and the changes of licenses that follow when a user is renamed or removed.

pub mod answer;

use std::convert::Infallible;

use licentia_runtime::Model;

use crate::domain::audit::difference::Values;
use crate::domain::audit::license::UserNote;
use crate::domain::audit::{Difference, NewEntry};
use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::license::entitlement::Entitlement;
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Email, Name, Slug, Username, count_of, some_of};
use crate::domain::remedy::Remedy;
use crate::domain::session::{Session, SessionState};
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::plan::{LicensePlan, Step, UserChange};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::record::{Add, Addable, Auditable, Editable};
use crate::ops::session::unusable;
use crate::store::{Reader, SessionFilter, Transaction, gather};

impl Auditable for User {
    fn subject(&self) -> String {
        User::subject(self)
    }
}

impl Addable for User {
    const ACTION: &'static str = "user.add";

    fn insert(&mut self, tx: &Transaction<'_>) -> Result<()> {
        self.id = Some(tx.insert_user(self)?);
        Ok(())
    }
}

impl Editable for User {
    const ACTION: &'static str = "user.edit";

    fn update(&self, before: &Self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.set_user(&before.username, self)?)
    }
}

/// A request to add a user to a customer. Unchanged if the customer has a user with this name.
#[derive(Clone, Debug)]
pub struct AddUser {
    /// The customer's code.
    pub customer: Slug,
    /// The user name.
    pub username: Username,
    /// The person's name.
    pub name: Option<Name>,
    /// The e-mail address.
    pub email: Option<Email>,
    /// The code of the user's company.
    pub company: Option<Slug>,
    /// True if the user can start sessions while a required base license is missing.
    pub admin: bool,
}

impl UseCase for AddUser {
    type Plan = Add<User>;
    type Unchanged = User;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<Add<User>, User>> {
        let customer = lookup::customer(reader, &self.customer)?.code;
        if let Some(found) = reader.find_user(&customer, &self.username)? {
            return Ok(Decision::Unchanged(found));
        }
        let company = match &self.company {
            None => None,
            Some(code) => Some(lookup::company(reader, &customer, code)?.code),
        };
        Ok(Decision::Change(Add(User {
            id: None,
            customer,
            username: self.username.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            company,
            admin: self.admin,
            created_at: now.to_string(),
        })))
    }
}

/// A request to edit a user. Unchanged if the user has these values.
#[derive(Clone, Debug)]
pub struct EditUser {
    /// The customer's code.
    pub customer: Slug,
    /// The user name.
    pub username: Username,
    /// The new user name.
    pub new_username: Option<Username>,
    /// The new name of the person, or its removal.
    pub name: Option<OrNone<Name>>,
    /// The new e-mail address, or its removal.
    pub email: Option<OrNone<Email>>,
    /// The code of the new company, or its removal.
    pub company: Option<OrNone<Slug>>,
    /// True if the user can start sessions while a required base license is missing; `None` for no
    /// change.
    pub admin: Option<bool>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

/// A user before and after an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditedUser {
    /// The user before the edit.
    pub before: User,
    /// The user after the edit.
    pub after: User,
}

impl UseCase for EditUser {
    type Plan = LicensePlan<EditedUser>;
    type Unchanged = User;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<EditedUser>, User>> {
        let EditedUser { before, after } = self.edited(reader)?;
        if before == after {
            return Ok(Decision::Unchanged(after));
        }
        let detail = Difference::between(&before, &after).detail();
        let entries = vec![NewEntry::new("user.edit", before.subject(), detail)];
        let plan = LicensePlan { entries, ..edit(reader, &before, after.clone(), now)? };
        Ok(Decision::Change(self.signing.apply(plan).with(EditedUser { before, after })))
    }
}

impl EditUser {
    /// Looks up the user, and returns the user with the new values.
    ///
    /// # Errors
    ///
    /// `not_found`, and `exists` for a user name that another user has.
    fn edited(&self, reader: Reader<'_>) -> Result<EditedUser> {
        let customer = lookup::customer(reader, &self.customer)?;
        let before = lookup::user(reader, &customer.code, &self.username)?;
        let mut after = before.clone();
        after.name = self.name.clone().map_or(after.name, OrNone::value);
        after.email = self.email.clone().map_or(after.email, OrNone::value);
        after.admin = self.admin.unwrap_or(after.admin);
        if let Some(company) = &self.company {
            after.company = match company {
                OrNone::None => None,
                OrNone::Value(code) => Some(lookup::company(reader, &customer.code, code)?.code),
            };
        }
        if let Some(new) = &self.new_username {
            let other = reader.find_user(&customer.code, new)?;
            if let Some(other) = other.filter(|other| other.username != before.username) {
                let User { username, customer, .. } = other;
                let reason = format!("user {username} of customer {customer} already exists");
                return Err(Error::new(ErrorCode::Exists, reason)
                    .advice("choose another user name")
                    .into());
            }
            after.username = new.clone();
        }
        Ok(EditedUser { before, after })
    }
}

/// A request to remove a user. Their assignments and sessions end.
#[derive(Clone, Debug)]
pub struct RemoveUser {
    /// The customer's code.
    pub customer: Slug,
    /// The user name.
    pub username: Username,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for RemoveUser {
    type Plan = LicensePlan<User>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<User>, Infallible>> {
        let customer = lookup::customer(reader, &self.customer)?;
        let user = lookup::user(reader, &customer.code, &self.username)?;
        check_without_containers(reader, &user)?;
        let plan = LicensePlan {
            user: Some(UserChange::Removed(user.clone())),
            entries: vec![NewEntry::of("user.remove", user.subject(), &user)],
            ..LicensePlan::of(removal_steps(reader, &user, now)?)
        };
        Ok(Decision::Change(self.signing.apply(plan).with(user)))
    }
}

/// Refuses a user who has containers.
fn check_without_containers(reader: Reader<'_>, user: &User) -> Result<()> {
    let containers = reader.list_containers_of(&user.customer, &user.username)?;
    let Some(first) = containers.first() else { return Ok(()) };
    let message = format!(
        "user {} of customer {} is the user of {} ({}) and cannot be removed",
        user.username,
        user.customer,
        count_of(containers.len(), "container"),
        some_of(&containers)
    );
    let remedy = Remedy::ChangeUser { container: first.clone() };
    Err(Error::new(ErrorCode::InUse, message).remedy(remedy).into())
}

/// Returns the steps of the licenses to which a user is assigned, or in which the user has
/// sessions.
fn removal_steps(reader: Reader<'_>, user: &User, now: Timestamp) -> Result<Vec<Step>> {
    let mut parties_reader = PartiesReader::new(reader);
    let mut steps: Vec<Step> = Vec::new();
    for serial in reader.list_assigned_to(&user.customer, &user.username)? {
        let Some(license) = reader.find_license(&serial, now)? else { continue };
        let others = license
            .entitlement
            .users
            .iter()
            .filter(|name| **name != user.username)
            .cloned()
            .collect();
        let after = if license.status.is_final() {
            License {
                entitlement: Entitlement { users: others, ..license.entitlement.clone() },
                ..license.clone()
            }
        } else {
            license.assign(others)?
        };
        let parties = parties_reader.find(&license.entitlement)?;
        let step =
            Step::ending_sessions(reader, "assignment.remove", license, after, parties, now)?;
        steps.push(step.noting(|note| {
            note.user = Some(UserNote::Removed(user.username.clone()));
        }));
    }
    for session in live_of(reader, user, now)? {
        let Some(license) = reader.find_license(&session.license, now)? else { continue };
        end(&mut parties_reader, &mut steps, license, session.because("removed"), now)?;
    }
    Ok(steps)
}

/// Returns the plan of an edited user. If the username changes, each license that is assigned to
/// the user gets the new name; a named license states it in its next revision. If the company
/// changes, the sessions of licenses that the user may no longer use end.
///
/// # Errors
///
/// The faults of the database.
pub fn edit(reader: Reader<'_>, before: &User, after: User, now: Timestamp) -> Result<LicensePlan> {
    let mut parties_reader = PartiesReader::new(reader);
    let mut steps = Vec::new();
    if before.username != after.username {
        for serial in reader.list_assigned_to(&before.customer, &before.username)? {
            let license = reader.find_license(&serial, now)?;
            if let Some(license) = license.filter(|it| !it.status.is_final() && !it.adopted) {
                steps.push(renamed(&mut parties_reader, license, before, &after, now)?);
            }
        }
    }
    let with_old_username = User { username: before.username.clone(), ..after.clone() };
    let sessions =
        if before.company == after.company { Vec::new() } else { live_of(reader, before, now)? };
    for session in sessions {
        let Some(license) = reader.find_license(&session.license, now)? else { continue };
        if let Some(reason) = unusable(&license, &with_old_username, now) {
            end(&mut parties_reader, &mut steps, license, session.because(reason), now)?;
        }
    }
    Ok(LicensePlan {
        user: Some(UserChange::Edited(before.username.clone(), after)),
        ..LicensePlan::of(steps)
    })
}

/// Returns the step of a license to which a renamed user is assigned. No session ends.
fn renamed(
    parties_reader: &mut PartiesReader<'_>,
    license: License,
    before: &User,
    after: &User,
    now: Timestamp,
) -> Result<Step> {
    let mut entitlement = license.entitlement.clone();
    let renamed = entitlement.users.iter_mut().filter(|name| **name == before.username);
    renamed.for_each(|name| *name = after.username.clone());
    entitlement.users.sort();
    let revised = match entitlement.model {
        Model::Named => license.revise(entitlement)?,
        Model::Floating | Model::Device => License { entitlement, ..license.clone() },
    };
    let names = Values { from: before.username.clone(), to: after.username.clone() };
    let parties = parties_reader.find(&license.entitlement)?;
    let step = Step::of("assignment.rename", license, revised, parties, now);
    Ok(step.noting(|note| note.user = Some(UserNote::Renamed(names))))
}

/// Returns the live sessions of a user, oldest first.
fn live_of(reader: Reader<'_>, user: &User, now: Timestamp) -> Result<Vec<Session>> {
    let filter = SessionFilter {
        customer: Some(user.customer.to_string()),
        user: Some(user.username.to_string()),
        ..SessionFilter::default()
    };
    let open = gather(|take| reader.list_sessions(&filter, now, take))?;
    Ok(open.into_iter().filter(|session| session.state(now) == SessionState::Live).collect())
}

/// Adds the end of a session to the step of its license, or to a new step.
fn end(
    parties_reader: &mut PartiesReader<'_>,
    steps: &mut Vec<Step>,
    license: License,
    session: Session,
    now: Timestamp,
) -> Result<()> {
    let place = match steps.iter().position(|step| step.after.serial == license.serial) {
        Some(place) => place,
        None => {
            let parties = parties_reader.find(&license.entitlement)?;
            let before = license.clone();
            steps.push(Step::ending_sessions(
                parties_reader.reader,
                "session.end",
                before,
                license,
                parties,
                now,
            )?);
            steps.len() - 1
        }
    };
    let mut step = steps.remove(place);
    let mut sessions = std::mem::take(&mut step.sessions);
    sessions.retain(|other| other.serial != session.serial);
    sessions.push(session);
    steps.insert(place, step.ending(sessions));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::personal::{Comparison, HashedValue};
    use crate::ops::execute::{Execution, Mode};
    use crate::ops::test_front_end::{TestHome, user};

    fn request(name: &str) -> EditUser {
        EditUser {
            customer: Slug::stored("C".into()),
            username: Username::stored("ANNA".into()),
            new_username: None,
            name: Some(OrNone::Value(Name::stored(name.into()))),
            email: None,
            company: None,
            admin: None,
            signing: SigningRequest::default(),
        }
    }

    #[test]
    fn an_edit_is_recorded_once_and_an_equal_one_changes_nothing() {
        let mut home = TestHome::new();
        let anna = User { id: Some(1), ..user("c", "anna") };
        for _ in 0..2 {
            let execution = home.execute(Mode::DryRun, &request("Anna")).expect("planned");
            assert!(matches!(execution, Execution::DryRun(_)));
        }
        let execution = home.execute(Mode::Apply, &request("Anna")).expect("edited");
        let Execution::Applied(plan) = execution else { panic!("nothing was applied") };
        assert_eq!((&plan.payload.before, plan.steps.len()), (&anna, 0));
        let execution = home.execute(Mode::Apply, &request("Anna")).expect("unchanged");
        assert!(matches!(execution, Execution::Unchanged(user) if user == plan.payload.after));
        let entries = home.entries("user.edit");
        let subjects: Vec<&str> = entries.iter().map(|entry| entry.subject.as_str()).collect();
        assert_eq!(subjects, ["c/user:1"]);
        assert_eq!(entries[0].detail, serde_json::json!({"name": {"from": null, "to": "Anna"}}));
        let reader = home.store.reader();
        let hashed = serde_json::to_value(HashedValue::of(&[0; 16], "Anna")).expect("JSON");
        let (_, values) = reader.find_statement(entries[0].seq).expect("read").expect("an entry");
        assert_eq!(values.compare(&"Anna".into(), &hashed), Comparison::Erased, "another salt");
    }
}
