//! What becomes of licenses when a user is renamed or removed.

use anyhow::Result;
use licentia_runtime::Model;
use serde_json::json;

use crate::domain::customer::User;
use crate::domain::license::{License, Right};
use crate::domain::session::State;
use crate::domain::time::Timestamp;
use crate::ops::change::{Plan, Step, UserChange};
use crate::ops::revise::shut_out;
use crate::store::{Books, SessionFilter};

/// A user's other facts. Under another name, each license that he is registered to has the other name; a named one states it
/// in its next revision.
pub fn edit(books: Books<'_>, before: &User, after: User, now: Timestamp) -> Result<Plan> {
    let mut steps = Vec::new();
    if before.username != after.username {
        for serial in books.list_assigned_to(&before.customer, &before.username)? {
            let Some(license) = books.find_license(&serial, now)?.filter(|license| !license.standing.is_final()) else {
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
            steps.push(Step::of(books, "assignment.rename", license, revised, now)?.noting("user", names));
        }
    }
    Ok(Plan { user: Some(UserChange::Edited(before.username.clone(), after)), ..Plan::of(steps) })
}

/// Nobody in a user's place: his assignments and his sessions end.
pub fn remove(books: Books<'_>, user: &User, now: Timestamp) -> Result<Plan> {
    let mut steps: Vec<Step> = Vec::new();
    for serial in books.list_assigned_to(&user.customer, &user.username)? {
        let Some(license) = books.find_license(&serial, now)? else { continue };
        let others = license.right.users.iter().filter(|name| **name != user.username).cloned().collect();
        let after = if license.standing.is_final() {
            License { right: Right { users: others, ..license.right.clone() }, ..license.clone() }
        } else {
            license.assign(others)?
        };
        let sessions = shut_out(books, &license, &after, now)?;
        let step = Step::of(books, "assignment.remove", license, after, now)?.ending(sessions, "removed");
        steps.push(step.noting("user", user.username.as_str()));
    }
    let filter = SessionFilter {
        customer: Some(user.customer.to_string()),
        user: Some(user.username.to_string()),
        ..SessionFilter::default()
    };
    for session in books.list_sessions(&filter, now)?.into_iter().filter(|session| session.state(now) == State::Live) {
        if steps.iter().any(|step| step.sessions.contains(&session)) {
            continue;
        }
        match steps.iter_mut().find(|step| step.after.serial.as_str() == session.license) {
            Some(step) => step.sessions.push(session),
            None => {
                let Some(license) = books.find_license(&session.license, now)? else { continue };
                let step = Step::of(books, "session.end", license.clone(), license, now)?;
                steps.push(step.ending(vec![session], "removed"));
            }
        }
    }
    Ok(Plan { user: Some(UserChange::Removed(user.clone())), ..Plan::of(steps) })
}
