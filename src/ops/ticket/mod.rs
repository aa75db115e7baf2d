//! Tickets: what a new one is for, and what its code activates.

pub mod redeem;

use anyhow::Result;
use serde_json::json;

use crate::domain::license::License;
use crate::domain::license::state::Verb;
use crate::domain::name::Reference;
use crate::domain::serial::{Kind, Serial};
use crate::domain::ticket::{Secret, State, Ticket};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::ids::unused;
use crate::ops::lookup;
use crate::ops::reference::Asked;
use crate::store::{Reader, Transaction};

/// A ticket as it is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    /// Which licenses it activates.
    pub licenses: Vec<Serial>,
    /// How often; once where it is not said.
    pub uses: Option<u32>,
    /// From when on it is worth nothing.
    pub expires_at: Option<Timestamp>,
    /// Whether into files that are bound to nothing, too.
    pub unbound_allowed: bool,
    /// The order it comes from.
    pub reference: Option<Reference>,
}

impl Order {
    /// The request as it is compared, where a reference stands for it.
    pub fn asked(&self) -> Result<Option<Asked>> {
        // In whatever order they are named, it is the same request.
        let mut licenses: Vec<&str> = self.licenses.iter().map(Serial::as_str).collect();
        licenses.sort_unstable();
        let request = json!({
            "licenses": licenses, "uses": self.uses, "expires_at": self.expires_at.map(|at| at.to_string()),
            "unbound_allowed": self.unbound_allowed,
        });
        Asked::of("ticket create", self.reference.as_ref(), &request)
    }

    /// The ticket that the same request led to before.
    ///
    /// # Errors
    ///
    /// `conflict` where it was another request, `reference_ended` where that ticket was cancelled since, or one of its
    /// licenses was ended.
    pub fn earlier(&self, reader: Reader<'_>, now: Timestamp) -> Result<Option<Ticket>> {
        let Some(asked) = self.asked()? else { return Ok(None) };
        let Some(serial) = asked.subject(reader)? else { return Ok(None) };
        let ticket = lookup::ticket(reader, &serial.parse()?)?;
        let ended = |why: String| {
            let message =
                format!("reference {} led to ticket {serial}, which {why}", asked.reference());
            Refusal::new(Why::ReferenceEnded, message)
                .hint("take another reference for another ticket")
        };
        if ticket.state(now) == State::Cancelled {
            return Err(ended("is cancelled".to_owned()).into());
        }
        for license in &ticket.licenses {
            let license = lookup::license(reader, &license.parse()?, now)?;
            if license.standing.is_final() {
                return Err(ended(format!(
                    "is for license {}, and that is {}",
                    license.serial,
                    license.state(now).as_str()
                ))
                .into());
            }
        }
        Ok(Some(ticket))
    }

    /// The new ticket.
    fn decide(&self, reader: Reader<'_>, serial: Serial, now: Timestamp) -> Result<Ticket> {
        let licenses: Vec<License> = self
            .licenses
            .iter()
            .map(|serial| lookup::license(reader, serial, now))
            .collect::<Result<_>>()?;
        licenses.iter().try_for_each(|license| license.check(Verb::Ticket, now))?;
        let Some((first, others)) = licenses.split_first() else {
            return Err(Refusal::usage("a ticket for no license")
                .hint("--license L-… names one")
                .into());
        };
        if let Some(other) =
            others.iter().find(|other| other.right.customer != first.right.customer)
        {
            let (one, two) = (&first.right.customer, &other.right.customer);
            return Err(Refusal::new(
                Why::WrongCustomer,
                format!(
                    "license {} is {one}'s and {} is {two}'s: no ticket is for two customers",
                    first.serial, other.serial
                ),
            )
            .hint("make a ticket for each customer")
            .into());
        }
        if let Some(at) = self.expires_at.filter(|at| *at <= now) {
            let why = format!("the ticket would have expired at {at} already");
            return Err(Refusal::usage(why)
                .hint("--expires is the day on which it ends, at 00:00 UTC")
                .into());
        }
        Ok(Ticket {
            serial,
            customer: first.right.customer.clone(),
            licenses: self.licenses.iter().map(ToString::to_string).collect(),
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

/// Refuses licenses of which one is named twice.
pub fn check_once(licenses: &[Serial]) -> Result<(), Refusal> {
    let twice =
        licenses.iter().enumerate().find(|(place, serial)| licenses[..*place].contains(serial));
    twice.map_or(Ok(()), |(_, serial)| {
        Err(Refusal::usage(format!("license {serial} is named twice"))
            .hint("one ticket activates it once"))
    })
}

/// Writes a new ticket. Returns it with its code, which is nowhere else.
///
/// # Errors
///
/// `wrong_state` for a license that was ended, `wrong_customer` for licenses of several customers, `usage` for a day that is
/// past. That none is named twice is [`check_once`]'s to say, of one ticket or of several.
pub fn create(
    tx: &Transaction<'_>,
    order: &Order,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<(Ticket, Secret)> {
    let reader = tx.reader();
    let serial =
        unused(Kind::Ticket, random, |serial| Ok(reader.find_ticket(serial.as_str())?.is_some()))?;
    let (ticket, code) = (order.decide(reader, serial, now)?, Secret::random(random));
    tx.insert_ticket(&ticket, &code.hash())?;
    if let Some(asked) = order.asked()? {
        asked.keep(tx, ticket.serial.as_str(), now)?;
    }
    Ok((ticket, code))
}

/// Gives a ticket another code. The one before is worth nothing from then on.
///
/// # Errors
///
/// `wrong_state` for one that is not open, or for a license that was ended.
pub fn reissue(
    tx: &Transaction<'_>,
    serial: &Serial,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<(Ticket, Secret)> {
    let ticket = lookup::ticket(tx.reader(), serial)?;
    ticket.check_open("given another code", now)?;
    for license in &ticket.licenses {
        lookup::license(tx.reader(), &license.parse()?, now)?.check(Verb::Ticket, now)?;
    }
    let code = Secret::random(random);
    tx.set_ticket_code(serial, &code.hash())?;
    Ok((ticket, code))
}
