//! The adoption of a cloud container by a second site. The home that keeps the container signs its
//! state as a context, the second site adopts the context and changes the container, and the home
//! imports the resulting update. Both sites verify every token of the container.

use std::convert::Infallible;

use licentia_runtime::{Context, Held, License as Verified, Reserved};

use crate::domain::audit::NewEntry;
use crate::domain::audit::container_contents::Adopted;
use crate::domain::container::{Block, Container};
use crate::domain::name::Slug;
use crate::domain::product::ContainerKind;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::LIST_SIZE;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::context::texts_in;
use crate::ops::container::imported_file::{Keeper, header_kid, hold, taken_out};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::plan::{LicensePlan, Received, Step};
use crate::ops::lookup;
use crate::store::{Reader, SignedContext};

/// Returns a container in the state of its context, and whether it is new at this site.
fn adopted(
    reader: Reader<'_>,
    customer: &Slug,
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
        let message = format!(
            "container {serial} belongs to customer {}, not to customer {}",
            named.code, customer.code
        );
        return Err(Error::new(ErrorCode::WrongCustomer, message)
            .advice(
                "use the same customer code at both sites, including upper and lower case: \
                 applications compare codes exactly",
            )
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
    // Updates of this site may have higher counters, and each counter has one content.
    let counter = if is_new { claims.counter } else { claims.counter.max(base.counter + 1) };
    Ok((Container { counter, confirmed: Some(counter), block, context, ..base }, is_new))
}

/// Refuses to adopt a container again if changes of this site would be lost.
fn check_again(reader: Reader<'_>, here: &Container, context: &Context) -> Result<()> {
    let (serial, claims) = (&here.serial, context.claims());
    if here.context.is_none() {
        let message = format!("container {serial} belongs to this home");
        return Err(Error::new(ErrorCode::Exists, message).remedy(Remedy::JoinToAdopt).into());
    }
    if here.context.as_deref() == Some(claims.jti.as_str()) {
        return Err(Error::new(
            ErrorCode::Exists,
            format!("container {serial} was already adopted from this context"),
        )
        .into());
    }
    let before = reader
        .find_context(serial, here.context.as_deref())?
        .context("the context that a container was adopted from")?;
    if claims.counter < before.counter {
        let reason = format!(
            "has the counter {}, but the container was already adopted from a context with the \
             counter {}",
            claims.counter, before.counter
        );
        return Err(not_taken_back(serial, &reason).into());
    }
    let base = texts_in(&before.text)?;
    let knows = |license: &str| context.licenses().iter().find(|it| it.claims().sub == license);
    // A license of the last context that is missing was ended by the home. A license without a
    // context was issued here.
    let issued_here = |license: &&String| !base.iter().any(|(known, _)| known == *license);
    if let Some(license) =
        here.licenses.iter().filter(issued_here).find(|license| knows(license).is_none())
    {
        let remedy = Remedy::TellIssued { license: license.clone(), container: serial.to_string() };
        return Err(not_taken_back(
            serial,
            &format!("does not contain license {license}, which was issued at this site"),
        )
        .remedy(remedy)
        .into());
    }
    // A license that was removed here must be missing in the new context, or have another file.
    let is_as_before =
        |license: &str, jti: &str| knows(license).is_some_and(|it| it.claims().jti == jti);
    let undone = base
        .iter()
        .find(|(license, jti)| !here.licenses.contains(license) && is_as_before(license, jti));
    if let Some((license, _)) = undone {
        return Err(not_taken_back(
            serial,
            &format!("contains license {license}, which was removed at this site"),
        )
        .remedy(taken_out(license, serial.as_str()))
        .into());
    }
    Ok(())
}

/// Returns the error for a context that would undo changes of this site.
fn not_taken_back(serial: &Serial, why: &str) -> Error {
    Error::new(ErrorCode::StaleContext, format!("the context of container {serial} {why}")).advice(
        "import the update of this site at the first home, and write a new context at the first \
         home",
    )
}

/// A request to adopt a container that another home keeps.
#[derive(Clone, Debug)]
pub struct AdoptContainer {
    /// The customer's code.
    pub customer: Slug,
    /// The context.
    pub context: Context,
    /// The token of the context.
    pub text: String,
}

impl UseCase for AdoptContainer {
    type Plan = LicensePlan<Imported>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Imported>, Infallible>> {
        let AdoptContainer { customer, context, text } = self;
        let (container, is_new) = adopted(reader, customer, context, now)?;
        let texts = texts_of(context);
        let steps = hold(reader, &container, context.licenses(), &texts, &Keeper::Home, now)?;
        let claims = context.claims();
        let status = claims.status.clone().context("a state without status indexes")?;
        self.check_new(reader, &container, &status)?;
        let signed = signed_context(context, text)?;
        let (added, taken) = sorted(&steps, &container);
        let detail = Adopted {
            context: &claims.jti,
            kid: &signed.kid,
            counter: claims.counter,
            added: &added,
            taken: &taken,
        };
        let entry = NewEntry::of("container.adopt", container.serial.as_str(), &detail);
        // The steps increment the counter by one.
        let counter =
            if steps.is_empty() { container.counter } else { (container.counter - 1).max(1) };
        let plan = LicensePlan {
            container: Some(Container { counter, ..container.clone() }),
            received: Some(Received::Context { signed, status, is_new }),
            entries: vec![entry],
            ..LicensePlan::of(steps)
        };
        Ok(Decision::Change(plan.with(Imported { container, added, taken })))
    }
}

impl AdoptContainer {
    /// Refuses a context with status indexes that are already reserved, or with an implausible
    /// counter.
    fn check_new(
        &self,
        reader: Reader<'_>,
        container: &Container,
        status: &Reserved,
    ) -> Result<()> {
        let is_known = status.idx.iter().any(|idx| *idx >= LIST_SIZE)
            || reader.has_foreign(&status.uri, &status.idx)?;
        if !is_known && before_can_be_at(reader, container, self.context.claims().counter)? {
            return Ok(());
        }
        let message = format!(
            "the context of container {} reserves entries of the status list that are already \
             reserved, or contains an implausible counter",
            container.serial
        );
        Err(Error::new(ErrorCode::Conflict, message)
            .advice("write a new context at the first home")
            .into())
    }
}

/// Returns a context in its stored form.
fn signed_context(context: &Context, text: &str) -> Result<SignedContext> {
    let claims = context.claims();
    Ok(SignedContext {
        counter: claims.counter,
        jti: claims.jti.clone(),
        kid: header_kid(text)?,
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        text: text.to_owned(),
        imported_at: None,
    })
}

/// Returns whether a counter is plausible, given the known counter of a container, or the limit for
/// a new container.
fn before_can_be_at(reader: Reader<'_>, container: &Container, counter: u64) -> Result<bool> {
    Ok(match reader.find_container(container.serial.as_str())? {
        Some(here) => here.can_be_at(counter),
        None => counter < 1 << 40,
    })
}

/// Returns the serials of the added licenses, and of the removed licenses.
pub(super) fn sorted(steps: &[Step], container: &Container) -> (Vec<String>, Vec<String>) {
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

/// The contents of a container after an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The container after the import.
    pub container: Container,
    /// The serials of the added licenses.
    pub added: Vec<String>,
    /// The serials of the removed licenses.
    pub taken: Vec<String>,
}

pub(super) fn check_customer(licenses: &[Verified], customer: &Slug) -> Result<(), Error> {
    let other = licenses
        .iter()
        .map(Verified::claims)
        .find(|claims| claims.customer.code != customer.as_str());
    let Some(claims) = other else { return Ok(()) };
    let message = format!(
        "license {} in the file belongs to customer {}, but the container belongs to customer \
         {customer}",
        claims.sub, claims.customer.code
    );
    Err(Error::new(ErrorCode::WrongCustomer, message)
        .advice("a container contains the licenses of one customer"))
}
