//! A cloud container at two desks: the home that keeps it writes its state as a context, another desk adopts that and works on it,
//! and the home imports the update that builds on it. What the container holds is signed texts on both sides, each verified.

use anyhow::{Context as _, Result};
use licentia_runtime::{Context, Held, License as Verified, Update, inspect};
use serde_json::json;

use crate::domain::audit::Change;
use crate::domain::container::{Block, Container};
use crate::domain::key::Key;
use crate::domain::name::Code;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::{LIST_SIZE, Vendor};
use crate::domain::{Code as Why, Refusal};
use crate::ops::container::context::{keeps, texts_in};
use crate::ops::container::imported_file::{Keeper, header_kid, hold, taken_out};
use crate::ops::license::plan::{Plan, Received, Step};
use crate::ops::lookup;
use crate::store::{Reader, SignedContext, SignedUpdate};

/// A container as its context says that it is, at the desk that adopts it, and whether it is new there.
fn adopted(
    reader: Reader<'_>,
    customer: &Code,
    context: &Context,
    now: Timestamp,
) -> Result<(Container, bool)> {
    let claims = context.claims();
    let serial: Serial = claims.sub.as_deref().unwrap_or_default().parse()?;
    let customer = lookup::customer(reader, customer)?;
    check_customer(context.licenses(), &customer.code)?;
    if let Some(named) =
        claims.customer.as_ref().filter(|named| named.code != customer.code.as_str())
    {
        let message =
            format!("container {serial} is {}'s, and not {}'s", named.code, customer.code);
        return Err(Refusal::new(Why::WrongCustomer, message)
            .hint("the customer's code is the same at both desks, letter by letter: applications compare it")
            .into());
    }
    let block = claims.blocked.as_ref().map(|code| Block {
        code: code.clone(),
        reason: "blocked by the home that keeps it".to_owned(),
        at: now.to_string(),
        enforced_at: now.to_string(),
    });
    let here = reader.find_container(serial.as_str())?;
    if let Some(here) = &here {
        check_again(reader, here, context)?;
    }
    let is_new = here.is_none();
    let base = here.unwrap_or_else(|| {
        let bare = Container::bare(serial, ContainerKind::Cloud, customer.code, now);
        Container { counter: claims.counter, confirmed: Some(claims.counter), ..bare }
    });
    let context = Some(claims.jti.clone());
    // Updates of this desk may be ahead: a counter has one content.
    let counter = if is_new { claims.counter } else { claims.counter.max(base.counter + 1) };
    Ok((Container { counter, confirmed: Some(counter), block, context, ..base }, is_new))
}

/// A container that is here already is adopted again only where nothing that was done here is lost.
fn check_again(reader: Reader<'_>, here: &Container, context: &Context) -> Result<()> {
    let (serial, claims) = (&here.serial, context.claims());
    if here.context.is_none() {
        let message = format!("container {serial} is this home's own");
        return Err(Refusal::new(Why::Exists, message)
            .hint("another desk adopts it: `licentia init --join` makes one")
            .into());
    }
    if here.context.as_deref() == Some(claims.jti.as_str()) {
        return Err(Refusal::new(
            Why::Exists,
            format!("container {serial} was adopted from this context already"),
        )
        .into());
    }
    let before = reader
        .find_context(serial, here.context.as_deref())?
        .context("the context that a container was adopted from")?;
    if claims.counter < before.counter {
        let why = format!(
            "is of {}, and it was adopted from one of {} already",
            claims.counter, before.counter
        );
        return Err(not_taken_back(serial, &why).into());
    }
    let base = texts_in(&before.text)?;
    let knows = |license: &str| context.licenses().iter().find(|it| it.claims().sub == license);
    // What came with the last context and is gone was ended at home; what did not was issued here.
    let issued_here = |license: &&String| !base.iter().any(|(known, _)| known == *license);
    if let Some(license) =
        here.licenses.iter().filter(issued_here).find(|license| knows(license).is_none())
    {
        let hint = format!(
            "have the update of this desk imported at home, and write a new context there; where that is stale, or the home has ended it since, `licentia license return {license} --container {serial}` here, adopt, and issue another: a file that was handed out stays good until its end"
        );
        return Err(not_taken_back(
            serial,
            &format!("does not know license {license}, which was issued here"),
        )
        .hint(hint)
        .into());
    }
    // What was taken out here has to be out there too; where it is in again it has another file.
    let is_as_before =
        |license: &str, jti: &str| knows(license).is_some_and(|it| it.claims().jti == jti);
    let undone = base
        .iter()
        .find(|(license, jti)| !here.licenses.contains(license) && is_as_before(license, jti));
    if let Some((license, _)) = undone {
        return Err(not_taken_back(
            serial,
            &format!("has license {license}, which was taken out here"),
        )
        .hint(taken_out(license, serial.as_str()))
        .into());
    }
    Ok(())
}

/// A context that would undo what was done at this desk.
fn not_taken_back(serial: &Serial, why: &str) -> Refusal {
    Refusal::new(Why::StaleContext, format!("the context of container {serial} {why}"))
        .hint("have the update of this desk imported at home, and write a new context there")
}

/// Decides what a desk has then that adopts a container: its row, its context with the indexes that it reserved, its licenses.
///
/// # Errors
///
/// `wrong_customer` where it is another customer's, `exists` where it is this home's own or was adopted from this context already,
/// `stale_context` where something that was done here would be lost, `not_found` for what is licensed in it and not known here.
pub fn adopt(
    reader: Reader<'_>,
    customer: &Code,
    (context, text): (&Context, &str),
    now: Timestamp,
) -> Result<(Imported, Plan)> {
    let claims = context.claims();
    let (container, is_new) = adopted(reader, customer, context, now)?;
    let steps =
        hold(reader, &container, context.licenses(), &texts_of(context), &Keeper::Home, now)?;
    let signed = SignedContext {
        counter: claims.counter,
        jti: claims.jti.clone(),
        kid: header_kid(text)?,
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        text: text.to_owned(),
        imported_at: None,
    };
    let (added, taken) = sorted(&steps, &container);
    // The steps count one change of it.
    let counter = if steps.is_empty() { container.counter } else { (container.counter - 1).max(1) };
    let status = claims.status.clone().context("a state without status indexes")?;
    let is_known = status.idx.iter().any(|idx| *idx >= LIST_SIZE)
        || reader.has_foreign(&status.uri, &status.idx)?;
    if is_known || !before_can_be_at(reader, &container, claims.counter)? {
        let message = format!(
            "the context of container {} reserves what is reserved already, or has a counter beyond all measure",
            container.serial
        );
        return Err(Refusal::new(Why::Conflict, message)
            .hint("write a new context at home")
            .into());
    }
    let detail = json!({"context": claims.jti, "kid": signed.kid, "counter": claims.counter, "added": added, "taken": taken});
    let entries = vec![Change::new("container.adopt", container.serial.as_str(), detail)];
    let received = Some(Received::Context { signed, status, is_new });
    let plan = Plan {
        container: Some(Container { counter, ..container.clone() }),
        received,
        entries,
        ..Plan::of(steps)
    };
    Ok((Imported { container, added, taken }, plan))
}

/// Whether a counter is within reach of what is known of a container here; of one that is new, of what any container has.
fn before_can_be_at(reader: Reader<'_>, container: &Container, counter: u64) -> Result<bool> {
    Ok(match reader.find_container(container.serial.as_str())? {
        Some(here) => here.can_be_at(counter),
        None => counter < 1 << 40,
    })
}

/// The serials of the licenses that come in, and of those that go out.
fn sorted(steps: &[Step], container: &Container) -> (Vec<String>, Vec<String>) {
    let is_in = |step: &&Step| {
        step.after.live().any(|activation| activation.is_in(container.serial.as_str()))
    };
    let (came, went): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(is_in);
    let serials =
        |steps: Vec<&Step>| steps.into_iter().map(|step| step.after.serial.to_string()).collect();
    (serials(came), serials(went))
}

fn texts_of(context: &Context) -> Vec<String> {
    let held = context.claims().licenses.iter();
    held.filter_map(|held| if let Held::Text(text) = held { Some(text.clone()) } else { None })
        .collect()
}

/// What a container holds at one desk after another's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The container as it is then.
    pub container: Container,
    /// The serials of the licenses that came in.
    pub added: Vec<String>,
    /// The serials of those that were taken out.
    pub taken: Vec<String>,
}

/// Decides what an update changes that another desk signed for a container of this home's.
///
/// # Errors
///
/// `stale_context` where the container was changed since the context, or that was imported already, or never written here;
/// `wrong_kind` for an update that builds on none; `wrong_customer`; `conflict` for what no desk may have done
pub fn import(
    reader: Reader<'_>,
    vendor: &Vendor,
    update: &Update,
    text: &str,
    now: Timestamp,
) -> Result<(Imported, Plan)> {
    let claims = update.claims();
    let serial: Serial = claims.sub.parse()?;
    let Some(jti) = &claims.context else {
        let message = format!(
            "the update of container {serial} builds on no context: it is this home's own word, or another's"
        );
        return Err(Refusal::new(Why::WrongKind, message)
            .hint("only what a desk signed for a container that it adopted is imported")
            .into());
    };
    let before = keeps(reader, &serial)?;
    let stale = |why: String| {
        let hint = format!(
            "`licentia container context {serial} --out FILE` writes a new one; adopt that at the other desk, and do there what is to be done"
        );
        Refusal::new(
            Why::StaleContext,
            format!("the update of container {serial} builds on a context that {why}"),
        )
        .hint(hint)
    };
    let Some(context) = reader.find_context(&serial, Some(jti))? else {
        return Err(stale("was not written here".to_owned()).into());
    };
    if let Some(at) = &context.imported_at {
        return Err(stale(format!("was imported already, at {at}")).into());
    }
    if context.counter != before.counter {
        return Err(stale(format!(
            "is of {}, and the container is at {} now",
            context.counter, before.counter
        ))
        .into());
    }
    if claims.blocked != before.block.as_ref().map(|block| block.code.clone()) {
        let message =
            "the update blocks the container, or lets it go on, which is the home's to decide";
        return Err(Refusal::new(Why::Conflict, message).into());
    }
    check_customer(update.licenses(), &before.customer)?;
    let base = texts_in(&context.text)?;
    let keys = reader.list_keys()?;
    let keeper = Keeper::CommandContext { vendor, context: jti, base: &base, keys: &keys };
    let steps = hold(reader, &before, update.licenses(), &claims.licenses, &keeper, now)?;
    check_counts(&steps, &keys)?;
    let (added, taken) = sorted(&steps, &before);
    if steps.is_empty() {
        return Ok((Imported { container: before, added, taken }, Plan::of(Vec::new())));
    }
    let brought = claims
        .keyset
        .as_ref()
        .and_then(|text| inspect::unverified(text).ok()?.claims.get("version")?.as_u64());
    let Some(keyset_version) = brought.map(|version| version.min(update.keys().claims().version))
    else {
        let message = "the update brings no key set, which a desk's own always does";
        return Err(Refusal::new(Why::Conflict, message).into());
    };
    if !before.can_be_at(claims.counter) {
        let message = format!("the update is of {}, far beyond {}", claims.counter, before.counter);
        return Err(Refusal::new(Why::Conflict, message).into());
    }
    if reader.has_update(&claims.jti)? {
        let message = format!("the update of container {serial} has the id of another update");
        return Err(Refusal::new(Why::Conflict, message).into());
    }
    if claims.counter <= before.counter {
        let message = format!(
            "the update is of {}, where {} or more is to come",
            claims.counter,
            before.counter + 1
        );
        return Err(Refusal::new(Why::Conflict, message).into());
    }
    // The steps count one change of it.
    let container = Container {
        counter: claims.counter - 1,
        confirmed: Some(claims.counter - 1),
        ..before.clone()
    };
    let signed = SignedUpdate {
        counter: claims.counter,
        jti: claims.jti.clone(),
        kid: header_kid(text)?,
        keyset_version,
        token: 0,
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        text: text.to_owned(),
    };
    let detail = json!({
        "context": jti, "jti": claims.jti, "kid": signed.kid, "counter": {"from": before.counter, "to": claims.counter},
        "added": added, "taken": taken,
    });
    let entries = vec![Change::new("container.import", serial.as_str(), detail)];
    let received = Some(Received::Update(signed, jti.clone()));
    let plan = Plan { container: Some(container.clone()), received, entries, ..Plan::of(steps) };
    Ok((
        Imported { container: Container { counter: claims.counter, ..container }, added, taken },
        plan,
    ))
}

/// The keys that signed at a desk sign no more files in all than they may.
fn check_counts(steps: &[Step], keys: &[Key]) -> Result<(), Refusal> {
    for key in keys {
        let signed = steps
            .iter()
            .filter_map(|step| step.brought.as_ref())
            .filter(|brought| brought.file.kid == key.kid)
            .count();
        let total = key.files_signed + signed as u64;
        if let Some(most) = key.limits.max_files.filter(|most| total > *most && signed > 0) {
            let message = format!(
                "key {} would have signed {total} files with those of the other desk, where it may sign {most}",
                key.name
            );
            return Err(Refusal::new(Why::OutOfScope, message));
        }
    }
    Ok(())
}

fn check_customer(licenses: &[Verified], customer: &Code) -> Result<(), Refusal> {
    let other = licenses
        .iter()
        .map(Verified::claims)
        .find(|claims| claims.customer.code != customer.as_str());
    let Some(claims) = other else { return Ok(()) };
    let message = format!(
        "license {} in it is {}'s, and the container is {customer}'s",
        claims.sub, claims.customer.code
    );
    Err(Refusal::new(Why::WrongCustomer, message)
        .hint("a container carries the licenses of one customer"))
}
