//! Revisions: a license with other terms, a later end, other users, or its next file. Each is decided from the books and is
//! carried out as a [`Plan`].

use anyhow::Result;
use licentia_runtime::{Edition, KeyState};
use serde_json::json;

use crate::domain::key::Key;
use crate::domain::license::entitlement::{Request, decide, hard_end};
use crate::domain::license::state::Verb;
use crate::domain::license::terms::{Clear, Terms};
use crate::domain::license::{License, Until};
use crate::domain::module::{Grants, find as find_module};
use crate::domain::name::{Code, Reference, Username, count_of, some_of};
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Timestamp, after_days, days_before, parse_instant};
use crate::domain::{Code as Why, Refusal};
use crate::ops::license::plan::{Decision, Plan, Step};
use crate::ops::lookup;
use crate::ops::reference::{Asked, find};
use crate::store::Reader;

/// Lays what was typed over the terms of a license.
pub type Lay<'a> = &'a dyn Fn(Terms) -> Result<Terms, Refusal>;

/// What shall be other about a license.
pub struct Edit<'a> {
    /// Its terms.
    pub lay: Lay<'a>,
    /// Modules granted too, or with another value or end.
    pub add: &'a Grants,
    /// Modules granted no more.
    pub remove: &'a [Code],
    /// The company that holds it.
    pub company: Option<&'a Clear<Code>>,
    /// When the older files end, where somebody said it.
    pub old: Option<OldFiles>,
}

/// What becomes of the older files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldFiles {
    /// They stay good until they end.
    Keep,
    /// They end so many days from now.
    End(Days),
}

/// Other terms.
///
/// # Errors
///
/// What the rules of a license refuse; `not_found` for a module or company that is not there.
pub fn edit(
    reader: Reader<'_>,
    serial: &Serial,
    edit: &Edit<'_>,
    settings: &Terms,
    now: Timestamp,
) -> Result<Decision> {
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Edit, now)?;
    let right = &before.right;
    let product = lookup::product(reader, &right.product)?;
    let tree = reader.list_modules(&product.code)?;
    let mut terms = laid(right.terms(), edit.lay, product.terms.clone().over(settings.clone()))?;
    let mut grants = terms.modules.take().and_then(Clear::value).unwrap_or_default().0;
    for code in edit.remove {
        let code = &find_module(&tree, &product.code, code)?.code;
        if !grants.iter().any(|grant| grant.code == *code) {
            return Err(Refusal::new(
                Why::NotFound,
                format!("license {serial} does not grant module {code}"),
            )
            .hint(format!("`licentia license show {serial}` shows its modules"))
            .into());
        }
        grants.retain(|grant| grant.code != *code);
    }
    for added in &edit.add.0 {
        let mut added = added.clone();
        added.code = find_module(&tree, &product.code, &added.code)?.code.clone();
        match grants.iter_mut().find(|grant| grant.code == added.code) {
            Some(there) => *there = added,
            None => grants.push(added),
        }
    }
    terms.modules = Some(Clear::Value(Grants(grants)));
    let company = match edit.company {
        None => right.company.clone(),
        Some(Clear::Nothing) => None,
        Some(Clear::Value(code)) => Some(lookup::company(reader, &right.customer, code)?.code),
    };
    let request = Request { edition: right.edition, terms, users: right.users.clone() };
    let after = decide(request, &product, &tree, &right.customer, company.as_ref(), now)
        .map_err(|refusal| if refusal.code == Why::NoSeat { too_few(&before) } else { refusal })?;
    let has_older = match edit.old {
        Some(OldFiles::End(days)) => {
            reader.has_older_files(serial, &after_days(now, days.0).to_string())?
        }
        _ => false,
    };
    let after = match (after == *right, has_older) {
        (true, true) => before.clone(),
        (true, _) => return Ok(Decision::Unchanged(Box::new(before))),
        (false, _) => before.revise(after)?,
    };
    let mut step = Step::stranding(reader, "license.edit", before, after, now)?;
    match edit.old {
        None => {}
        Some(OldFiles::Keep) => {
            let kept = step.old_files_end.take().is_some();
            step = if kept { step.noting("old_files", "kept") } else { step };
        }
        Some(OldFiles::End(days)) => {
            let at = after_days(now, days.0);
            step = step.noting("old_files_end", at.to_string());
            step.old_files_end = Some(at);
        }
    }
    Ok(Plan::of(vec![step]).into())
}

/// More users are assigned than there would be seats.
fn too_few(license: &License) -> Refusal {
    let users: Vec<String> = license.right.users.iter().map(ToString::to_string).collect();
    let (serial, assigned) = (&license.serial, count_of(users.len(), "user"));
    Refusal::new(
        Why::NoSeat,
        format!(
            "license {serial} is assigned to {assigned} ({}), more than it would have seats",
            some_of(&users)
        ),
    )
    .hint(format!("`licentia assignment remove {serial} USERNAME` frees a seat"))
}

/// Terms with what was typed; what `inherit` drops comes from below. A setting that the license lacks stays away, although
/// there is one below.
pub(crate) fn laid(mut own: Terms, lay: Lay<'_>, below: Terms) -> Result<Terms> {
    for key in below.set.keys() {
        own.set.entry(key.clone()).or_insert_with(|| "none".to_owned());
    }
    Ok(lay(own)?.over(below))
}

/// A later end.
pub fn extend(
    reader: Reader<'_>,
    serial: &Serial,
    until: Until,
    typed: &serde_json::Value,
    reference: Option<&Reference>,
    now: Timestamp,
) -> Result<Decision> {
    let asked =
        Asked::of("extend", reference, &json!({"license": serial.as_str(), "terms": typed}))?;
    if let Some(license) = find(asked.as_ref(), reader, now)? {
        return Ok(Decision::Unchanged(Box::new(license)));
    }
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Extend, now)?;
    let after = before.extend(until, now)?;
    let step = Step::stranding(reader, "license.extend", before, after, now)?;
    Ok(Plan::of(vec![step]).under(asked).into())
}

/// Who shall be registered, beside or instead of those who are.
#[derive(Clone, Debug)]
pub enum Assign {
    /// These too; whether those who are already are no hindrance.
    Add(Vec<Username>, bool),
    /// These no more.
    Remove(Vec<Username>),
    /// The second in the place of the first.
    Move(Username, Username),
}

/// Other users. Who may not work with the license any more is logged off.
///
/// # Errors
///
/// `exists` for a user who is registered already, `not_assigned` for one who is not, `no_seat`, `not_found`.
pub fn assign(
    reader: Reader<'_>,
    serial: &Serial,
    assign: &Assign,
    now: Timestamp,
) -> Result<Decision> {
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Assign, now)?;
    let customer = &before.right.customer;
    let mut users = before.right.users.clone();
    let add = |users: &mut Vec<Username>, name: &Username, if_missing: bool| -> Result<()> {
        let name = lookup::user(reader, customer, name)?.username;
        match users.contains(&name) {
            true if if_missing => {}
            true => {
                let hint = match assign {
                    Assign::Add(..) => "--if-missing makes that a success".to_owned(),
                    _ => format!(
                        "`licentia assignment remove {serial} USERNAME` frees the other's seat"
                    ),
                };
                let message = format!("user {name} is assigned to license {serial} already");
                return Err(Refusal::new(Why::Exists, message).hint(hint).into());
            }
            false => users.push(name),
        }
        Ok(())
    };
    let remove = |users: &mut Vec<Username>, name: &Username| -> Result<()> {
        let name = lookup::user(reader, customer, name)?.username;
        if !users.contains(&name) {
            return Err(Refusal::new(
                Why::NotAssigned,
                format!("user {name} is not assigned to license {serial}"),
            )
            .hint(format!("`licentia assignment list --license {serial}` shows who is"))
            .into());
        }
        users.retain(|user| *user != name);
        Ok(())
    };
    let named: Vec<&Username> = match assign {
        Assign::Add(names, _) | Assign::Remove(names) => names.iter().collect(),
        Assign::Move(from, to) => vec![from, to],
    };
    let same = |a: &Username, b: &Username| a.as_str().eq_ignore_ascii_case(b.as_str());
    if let Some((_, twice)) = named
        .iter()
        .enumerate()
        .find(|(place, name)| named[..*place].iter().any(|other| same(other, name)))
    {
        return Err(Refusal::usage(format!("user {twice} is named twice"))
            .hint("name each user once")
            .into());
    }
    let action = match assign {
        Assign::Add(names, if_missing) => {
            names.iter().try_for_each(|name| add(&mut users, name, *if_missing))?;
            "assignment.add"
        }
        Assign::Remove(names) => {
            names.iter().try_for_each(|name| remove(&mut users, name))?;
            "assignment.remove"
        }
        Assign::Move(from, to) => {
            remove(&mut users, from)?;
            add(&mut users, to, false)?;
            "assignment.move"
        }
    };
    users.sort();
    if users == before.right.users {
        return Ok(Decision::Unchanged(Box::new(before)));
    }
    let after = before.assign(users)?;
    let step = Step::stranding(reader, action, before, after, now)?;
    Ok(Plan::of(vec![step]).into())
}

/// The next file of a checkpoint license, as the next revision. Within a day of the last one it is that one again.
///
/// # Errors
///
/// `wrong_kind` for a license without a checkpoint, `not_placed` for one without a file.
pub fn renew(
    reader: Reader<'_>,
    serial: &Serial,
    reference: Option<&Reference>,
    now: Timestamp,
) -> Result<Decision> {
    let asked = Asked::of("renew", reference, &json!({"license": serial.as_str()}))?;
    if let Some(license) = find(asked.as_ref(), reader, now)? {
        return Ok(Decision::Unchanged(Box::new(license)));
    }
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Renew, now)?;
    if before.right.checkpoint_days.is_none() {
        return Err(Refusal::new(
            Why::WrongKind,
            format!("license {serial} has no checkpoint: its file lasts as long as it does"),
        )
        .hint(format!("`licentia license extend {serial} --by 1y` gives it a later end"))
        .into());
    }
    if before.live().next().is_none() {
        return Err(Refusal::new(
            Why::NotPlaced,
            format!("license {serial} is parked: it has no file to renew"),
        )
        .hint(format!("`licentia license activate {serial} --unbound` delivers it"))
        .into());
    }
    let is_needed = needs_file(&before, &reader.list_keys()?, now)?;
    if !is_needed && asked.is_none() {
        return Ok(Decision::Unchanged(Box::new(before)));
    }
    // A reference stands for this answer, also where there was nothing to do: said again next month, it renews nothing.
    let step = if is_needed {
        renewed(reader, before, now)?
    } else {
        Step::stranding(reader, "license.renew", before.clone(), before, now)?
    };
    Ok(Plan::of(vec![step]).under(asked).into())
}

fn renewed(reader: Reader<'_>, before: License, now: Timestamp) -> Result<Step> {
    let after = before.revise(before.right.clone())?;
    Step::stranding(reader, "license.renew", before, after, now)
}

/// What is due: what gets its next file, and what got it within the last day.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The next files.
    pub plan: Plan,
    /// The licenses whose files are written again.
    pub again: Vec<License>,
}

/// The checkpoint licenses of some editions whose files end within some days.
pub fn due(reader: Reader<'_>, within: Days, editions: &[Edition], now: Timestamp) -> Result<Due> {
    let yesterday = days_before(now, 1).to_string();
    let keys = reader.list_keys()?;
    let (mut steps, mut again) = (Vec::new(), Vec::new());
    for serial in reader.list_due(&after_days(now, within.0).to_string(), &yesterday)? {
        let Some(license) = reader.find_license(&serial, now)? else { continue };
        if !editions.contains(&license.right.edition) || license.check(Verb::Renew, now).is_err() {
            continue;
        }
        let is_new = license
            .live()
            .filter_map(|activation| activation.file.as_ref())
            .any(|file| file.issued_at > yesterday);
        if needs_file(&license, &keys, now)? {
            steps.push(renewed(reader, license, now)?);
        } else if is_new {
            again.push(license);
        }
    }
    Ok(Due { plan: Plan::of(steps), again })
}

/// Whether a newer file would help: the newest is a day old, and does not last as long as the license does; or its key was
/// revoked since.
fn needs_file(license: &License, keys: &[Key], now: Timestamp) -> Result<bool> {
    for file in license.live().filter_map(|activation| activation.file.as_ref()) {
        // A file that lasts no longer than a day or two has to be renewed before it has run out.
        let day = license
            .right
            .checkpoint_days
            .map_or(86_400, |days| (i64::from(days) * 43_200).min(86_400));
        let is_old = parse_instant(&file.issued_at)?.as_second() + day <= now.as_second();
        let ends =
            file.expires_at.as_deref().map(parse_instant).transpose()?.map(Timestamp::as_second);
        let gains = match (ends, hard_end(&license.right, now.as_second())) {
            (Some(ends), Some(next)) => next > ends,
            (ends, next) => ends.is_some() && next.is_none(),
        };
        let is_refused =
            keys.iter().any(|key| key.kid == file.kid && key.state == KeyState::Revoked);
        if is_old && gains || is_refused {
            return Ok(true);
        }
    }
    Ok(false)
}
