//! Use cases of users, and the changes of licenses that follow when a user is renamed or removed.

use anyhow::Result;
use licentia_runtime::Model;
use serde_json::json;

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::license::entitlement::Right;
use crate::domain::name::{Code as Slug, Email, Name, Username, some_of};
use crate::domain::session::{Session, State};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::ops::execute::{Decision, Needs, UseCase};
use crate::ops::license::plan::{Plan, Step, UserChange};
use crate::ops::lookup;
use crate::ops::record::{Add, Insert, Record, Update};
use crate::ops::session::unusable;
use crate::store::{Reader, SessionFilter, Transaction, gather};

impl Record for User {
    fn subject(&self) -> String {
        format!("{}/{}", self.customer, self.username)
    }
}

impl Insert for User {
    const ACTION: &'static str = "user.add";

    fn insert(&self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.insert_user(self)?)
    }
}

impl Update for User {
    const ACTION: &'static str = "user.edit";

    fn update(&self, before: &Self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.set_user(&before.username, self)?)
    }
}

/// A request to add a user to a customer. Unchanged where the customer has a user with this name.
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
    /// The code of the company that the user belongs to.
    pub company: Option<Slug>,
    /// Whether the user manages the customer's licenses.
    pub admin: bool,
}

impl UseCase for AddUser {
    type Plan = Add<User>;
    type Unchanged = User;

    fn known_needs(&self) -> Option<Needs> {
        Some(Needs::default())
    }

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

/// A user's other facts. Under another name, each license that he is registered to has the other name; a named one states it
/// in its next revision. Where he is in another company, he is logged off from what is not open to him any more.
pub fn edit(reader: Reader<'_>, before: &User, after: User, now: Timestamp) -> Result<Plan> {
    let mut steps = Vec::new();
    if before.username != after.username {
        for serial in reader.list_assigned_to(&before.customer, &before.username)? {
            let Some(license) = reader
                .find_license(&serial, now)?
                .filter(|license| !license.standing.is_final() && !license.adopted)
            else {
                continue;
            };
            let mut right = license.right.clone();
            let renamed = right.users.iter_mut().filter(|name| **name == before.username);
            renamed.for_each(|name| *name = after.username.clone());
            right.users.sort();
            let revised = match right.model {
                Model::Named => license.revise(right)?,
                Model::Floating | Model::Device => License { right, ..license.clone() },
            };
            let names = json!({"from": before.username.as_str(), "to": after.username.as_str()});
            // It is he who works there, whatever he is called: no session ends.
            steps.push(
                Step::of(reader, "assignment.rename", license, revised, now)?.noting("user", names),
            );
        }
    }
    let moved = User { username: before.username.clone(), ..after.clone() };
    let sessions =
        if before.company == after.company { Vec::new() } else { live_of(reader, before, now)? };
    for session in sessions {
        let Some(license) = reader.find_license(&session.license, now)? else { continue };
        if let Some(reason) = unusable(&license, &moved, now) {
            end(reader, &mut steps, license, session.because(reason), now)?;
        }
    }
    Ok(Plan { user: Some(UserChange::Edited(before.username.clone(), after)), ..Plan::of(steps) })
}

/// Nobody in a user's place: his assignments and his sessions end.
///
/// # Errors
///
/// `in_use` while containers are his.
pub fn remove(reader: Reader<'_>, user: &User, now: Timestamp) -> Result<Plan> {
    let containers = reader.list_containers_of(&user.customer, &user.username)?;
    if let Some(first) = containers.first() {
        let message =
            format!("user {} of {} has {}", user.username, user.customer, some_of(&containers));
        return Err(Refusal::new(Why::InUse, message)
            .hint(format!(
                "`licentia container edit {first} --user …` gives it to another, or to none"
            ))
            .into());
    }
    let mut steps: Vec<Step> = Vec::new();
    for serial in reader.list_assigned_to(&user.customer, &user.username)? {
        let Some(license) = reader.find_license(&serial, now)? else { continue };
        let others =
            license.right.users.iter().filter(|name| **name != user.username).cloned().collect();
        let after = if license.standing.is_final() {
            License { right: Right { users: others, ..license.right.clone() }, ..license.clone() }
        } else {
            license.assign(others)?
        };
        steps.push(
            Step::stranding(reader, "assignment.remove", license, after, now)?
                .noting("user", user.username.as_str()),
        );
    }
    for session in live_of(reader, user, now)? {
        let Some(license) = reader.find_license(&session.license, now)? else { continue };
        end(reader, &mut steps, license, session.because("removed"), now)?;
    }
    Ok(Plan { user: Some(UserChange::Removed(user.clone())), ..Plan::of(steps) })
}

/// The live sessions of a user, oldest first.
fn live_of(reader: Reader<'_>, user: &User, now: Timestamp) -> Result<Vec<Session>> {
    let filter = SessionFilter {
        customer: Some(user.customer.to_string()),
        user: Some(user.username.to_string()),
        ..SessionFilter::default()
    };
    let open = gather(|take| reader.list_sessions(&filter, now, take))?;
    Ok(open.into_iter().filter(|session| session.state(now) == State::Live).collect())
}

/// Ends a session with the step of its license, or with one of its own.
fn end(
    reader: Reader<'_>,
    steps: &mut Vec<Step>,
    license: License,
    session: Session,
    now: Timestamp,
) -> Result<()> {
    let place = match steps.iter().position(|step| step.after.serial == license.serial) {
        Some(place) => place,
        None => {
            steps.push(Step::stranding(reader, "session.end", license.clone(), license, now)?);
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
