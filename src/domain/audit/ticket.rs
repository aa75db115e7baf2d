//! The audit details of a ticket. None contains its code or the hash of the code.

use serde::Serialize;

use crate::domain::name::{Reference, Slug};
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;

/// A ticket.
#[derive(Debug, Serialize)]
pub struct TicketDetail<'a> {
    serial: &'a str,
    customer: &'a Slug,
    licenses: &'a [String],
    uses: u32,
    used: u32,
    unbound_allowed: bool,
    expires_at: Option<&'a str>,
    state: &'static str,
    cancelled_at: Option<&'a str>,
    reference: Option<&'a Reference>,
    created_at: &'a str,
}

impl<'a> TicketDetail<'a> {
    /// Returns the detail of a ticket. Its state is that of the instant.
    pub fn of(ticket: &'a Ticket, now: Timestamp) -> TicketDetail<'a> {
        TicketDetail {
            serial: ticket.serial.as_str(),
            customer: &ticket.customer,
            licenses: &ticket.licenses,
            uses: ticket.uses,
            used: ticket.used,
            unbound_allowed: ticket.unbound_allowed,
            expires_at: ticket.expires_at.as_deref(),
            state: ticket.state(now).as_str(),
            cancelled_at: ticket.cancelled_at.as_deref(),
            reference: ticket.reference.as_ref(),
            created_at: &ticket.created_at,
        }
    }
}

/// The cancellation of a ticket.
#[derive(Debug, Serialize)]
pub struct CancelDetail<'a> {
    /// The instant, RFC 3339.
    pub cancelled_at: Option<&'a str>,
}

/// The replacement of a ticket's code.
#[derive(Debug, Serialize)]
pub struct ReissueDetail {
    /// The number of times that the ticket was redeemed.
    pub used: u32,
    /// The number of times that it can be redeemed in all.
    pub uses: u32,
}
