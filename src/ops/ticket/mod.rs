//! Tickets: the licenses of a new ticket, and their activation with its code.

pub mod answer;
pub mod redeem;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use serde_json::json;

use crate::domain::audit::NewEntry;
use crate::domain::audit::ticket::{CancelDetail, ReissueDetail, TicketDetail};
use crate::domain::license::License;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::{Reference, Slug};
use crate::domain::remedy::Remedy;
use crate::domain::serial::{Kind, Serial};
use crate::domain::ticket::{Secret, Ticket, TicketState};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{
    ChosenKeys, Decision, HomeSnapshot, Needs, Plan, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::ids::unused;
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::reference::IdempotencyReference;
use crate::store::Reader;

/// A request to create a ticket for several licenses of one customer, or one ticket for each
/// license. Unchanged if an earlier request was equal.
#[derive(Clone, Debug)]
pub struct CreateTickets {
    /// The serials of the licenses, in the order in which they were named.
    pub licenses: Vec<Serial>,
    /// The number of times that a ticket can be redeemed; `None` for once.
    pub uses: Option<u32>,
    /// The instant at which the ticket expires; `None` for no end.
    pub expires_at: Option<Timestamp>,
    /// True if a ticket can be redeemed for unbound files.
    pub unbound_allowed: bool,
    /// True if each license gets its own ticket. Excludes a reference.
    pub each: bool,
    /// The idempotency reference, such as an order number.
    pub reference: Option<Reference>,
    /// The signing of the entries.
    pub signing: SigningRequest,
}

impl UseCase for CreateTickets {
    type Plan = NewTickets;
    type Unchanged = Ticket;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<NewTickets, Ticket>> {
        check_named_once(&self.licenses)?;
        let idempotency = self.idempotency()?;
        if let Some(idempotency) = &idempotency
            && let Some(ticket) = find_earlier(idempotency, reader, now)?
        {
            return Ok(Decision::Unchanged(ticket));
        }
        let licenses = self.licenses.iter().map(|serial| lookup::license(reader, serial, now));
        let licenses: Vec<License> = licenses.collect::<Result<_>>()?;
        let of_each = if self.each { 1 } else { licenses.len() };
        let ticket = |licenses: &[License]| {
            Ok(NewTicket { ticket: self.ticket(licenses, now)?, code: None })
        };
        let tickets = licenses.chunks(of_each).map(ticket).collect::<Result<_>>()?;
        let keys = EntryKeys::of(reader, licenses, &self.signing)?;
        Ok(Decision::Change(NewTickets { tickets, idempotency, keys }))
    }
}

impl CreateTickets {
    /// Returns the form of the request that is compared under its reference.
    fn idempotency(&self) -> Result<Option<IdempotencyReference>> {
        // The order of the licenses makes no difference.
        let mut licenses: Vec<&str> = self.licenses.iter().map(Serial::as_str).collect();
        licenses.sort_unstable();
        let request = json!({
            "licenses": licenses, "uses": self.uses,
            "expires_at": self.expires_at.map(|at| at.to_string()),
            "unbound_allowed": self.unbound_allowed,
        });
        IdempotencyReference::of("ticket create", self.reference.as_ref(), &request)
    }

    /// Returns a new ticket for some of the licenses.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a license that was ended, `wrong_customer` for licenses of several
    /// customers, `usage` for an end that has passed.
    fn ticket(&self, licenses: &[License], now: Timestamp) -> Result<Ticket> {
        licenses.iter().try_for_each(|license| license.check(LicenseAction::Ticket, now))?;
        let customer = customer_of(licenses)?;
        if let Some(at) = self.expires_at.filter(|at| *at <= now) {
            let reason = format!("the end of the ticket is in the past: {at}");
            return Err(Error::usage(reason).remedy(Remedy::ExpiresExclusive).into());
        }
        Ok(Ticket {
            serial: Serial::placeholder(Kind::Ticket),
            customer,
            licenses: licenses.iter().map(|license| license.serial.to_string()).collect(),
            uses: self.uses.unwrap_or(1),
            used: 0,
            unbound_allowed: self.unbound_allowed,
            expires_at: self.expires_at.map(|at| at.to_string()),
            cancelled_at: None,
            reference: self.reference.clone(),
            created_at: now.to_string(),
        })
    }
}

/// Refuses an empty list of licenses, and a license that is named twice.
fn check_named_once(licenses: &[Serial]) -> Result<(), Error> {
    if licenses.is_empty() {
        return Err(Error::usage("the ticket has no license").remedy(Remedy::NameLicense));
    }
    let twice =
        licenses.iter().enumerate().find(|(place, serial)| licenses[..*place].contains(serial));
    twice.map_or(Ok(()), |(_, serial)| {
        Err(Error::usage(format!("license {serial} is named twice"))
            .advice("name each license once"))
    })
}

/// Returns the customer of the licenses of one ticket.
fn customer_of(licenses: &[License]) -> Result<Slug> {
    let (first, others) = licenses.split_first().context("a ticket for no license")?;
    let customer = &first.entitlement.customer;
    let other = others.iter().find(|other| other.entitlement.customer != *customer);
    other.map_or(Ok(customer.clone()), |other| {
        let message = format!(
            "license {} belongs to customer {customer}, but license {} belongs to customer {}; all \
             licenses of a ticket must belong to one customer",
            first.serial, other.serial, other.entitlement.customer
        );
        Err(Error::new(ErrorCode::WrongCustomer, message)
            .advice("create a ticket for each customer")
            .into())
    })
}

/// Returns the ticket of an earlier, equal request.
///
/// # Errors
///
/// `conflict` if the earlier request was another one, `reference_ended` if the ticket was cancelled
/// or one of its licenses was ended since.
fn find_earlier(
    idempotency: &IdempotencyReference,
    reader: Reader<'_>,
    now: Timestamp,
) -> Result<Option<Ticket>> {
    let Some(serial) = idempotency.subject(reader)? else { return Ok(None) };
    let ticket = lookup::ticket(reader, &serial.parse()?)?;
    let ended = |why: String| {
        let message = format!(
            "reference {} was used for ticket {serial}, which {why}",
            idempotency.reference()
        );
        Error::new(ErrorCode::ReferenceEnded, message)
            .advice("use a new reference for a new ticket")
    };
    if ticket.state(now) == TicketState::Cancelled {
        return Err(ended("is cancelled".to_owned()).into());
    }
    for license in &ticket.licenses {
        let license = lookup::license(reader, &license.parse()?, now)?;
        if license.status.is_final() {
            let (serial, state) = (&license.serial, license.state(now).as_str());
            return Err(ended(format!("is for the {state} license {serial}")).into());
        }
    }
    Ok(Some(ticket))
}

/// A plan that inserts tickets.
#[derive(Clone, Debug)]
pub struct NewTickets {
    /// The tickets.
    pub tickets: Vec<NewTicket>,
    idempotency: Option<IdempotencyReference>,
    keys: EntryKeys,
}

/// A new ticket.
#[derive(Clone, Debug)]
pub struct NewTicket {
    /// The ticket. Its serial is a placeholder until the plan is applied.
    pub ticket: Ticket,
    /// The code, which is not stored; `None` until the plan is applied.
    pub code: Option<Secret>,
}

impl Plan for NewTickets {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        self.keys.check_evidence(home).map(drop)
    }

    fn needs(&self) -> Needs {
        self.keys.needs()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.check_scope(vendor, keys, now)
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.keys.count(signing)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let reader = unit.tx.reader();
        for NewTicket { ticket, code } in &mut self.tickets {
            ticket.serial = unused(Kind::Ticket, unit.random, |serial| {
                Ok(reader.find_ticket(serial.as_str())?.is_some())
            })?;
            let secret = code.insert(Secret::random(unit.random));
            unit.tx.insert_ticket(ticket, &secret.hash())?;
        }
        if let (Some(idempotency), Some(first)) = (&self.idempotency, self.tickets.first()) {
            idempotency.keep(unit.tx, first.ticket.serial.as_str(), unit.now)?;
        }
        Ok(())
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        let entry = |new: &NewTicket| {
            let detail = TicketDetail::of(&new.ticket, now);
            NewEntry::of("ticket.create", new.ticket.serial.as_str(), &detail)
        };
        self.tickets.iter().map(entry).collect()
    }
}

/// A request to cancel a ticket.
#[derive(Clone, Debug)]
pub struct CancelTicket {
    /// The serial.
    pub serial: Serial,
}

impl UseCase for CancelTicket {
    type Plan = CancelledTicket;
    type Unchanged = Infallible;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<CancelledTicket, Infallible>> {
        let ticket = lookup::ticket(reader, &self.serial)?.cancel(now)?;
        Ok(Decision::Change(CancelledTicket(ticket)))
    }
}

/// A plan that cancels a ticket: the ticket after the change.
#[derive(Clone, Debug)]
pub struct CancelledTicket(pub Ticket);

impl Plan for CancelledTicket {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(unit.tx.set_ticket(&self.0)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = CancelDetail { cancelled_at: self.0.cancelled_at.as_deref() };
        vec![NewEntry::of("ticket.cancel", self.0.serial.as_str(), &detail)]
    }
}

/// A request to replace the code of a ticket. The previous code is no longer valid.
#[derive(Clone, Debug)]
pub struct ReissueTicket {
    /// The serial.
    pub serial: Serial,
    /// The signing of the entry.
    pub signing: SigningRequest,
}

impl UseCase for ReissueTicket {
    type Plan = ReissuedTicket;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<ReissuedTicket, Infallible>> {
        let ticket = lookup::ticket(reader, &self.serial)?;
        ticket.check_open("reissued", now)?;
        let license = |serial: &String| lookup::license(reader, &serial.parse()?, now);
        let licenses: Vec<License> = ticket.licenses.iter().map(license).collect::<Result<_>>()?;
        licenses.iter().try_for_each(|license| license.check(LicenseAction::Ticket, now))?;
        let keys = EntryKeys::of(reader, licenses, &self.signing)?;
        Ok(Decision::Change(ReissuedTicket { ticket, code: None, keys }))
    }
}

/// A plan that replaces the code of a ticket.
#[derive(Clone, Debug)]
pub struct ReissuedTicket {
    /// The ticket.
    pub ticket: Ticket,
    /// The new code, which is not stored; `None` until the plan is applied.
    pub code: Option<Secret>,
    keys: EntryKeys,
}

impl Plan for ReissuedTicket {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        self.keys.check_ticket(home, &self.ticket)
    }

    fn needs(&self) -> Needs {
        self.keys.needs()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.check_scope(vendor, keys, now)
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.keys.count(signing)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let code = self.code.insert(Secret::random(unit.random));
        Ok(unit.tx.set_ticket_code(&self.ticket, &code.hash())?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = ReissueDetail { used: self.ticket.used, uses: self.ticket.uses };
        vec![NewEntry::of("ticket.reissue", self.ticket.serial.as_str(), &detail)]
    }
}
