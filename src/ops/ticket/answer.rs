//! The answers about tickets.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::ticket::{Secret, Ticket};
use crate::domain::time::Timestamp;
use crate::ops::answer::{Answer, Columns};
use crate::ops::license::answer::LicenseAnswer;

/// A ticket.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Ticket")]
pub struct TicketAnswer {
    /// Serial; null for a ticket that a dry run would create.
    pub serial: Option<String>,
    /// Code of the customer.
    pub customer: String,
    /// Serials of the licenses.
    pub licenses: Vec<String>,
    /// Number of times that the ticket can be redeemed.
    pub uses: u32,
    /// Number of times that the ticket was redeemed.
    pub used: u32,
    /// `true` if the ticket can be redeemed for unbound files.
    pub unbound_allowed: bool,
    /// Instant of the end.
    pub expires_at: Option<String>,
    /// State: `open`, `used`, `expired` or `cancelled`.
    pub state: String,
    /// Instant of the cancellation.
    pub cancelled_at: Option<String>,
    /// Idempotency reference.
    pub reference: Option<String>,
    /// Instant of the creation.
    pub created_at: String,
}

impl Answer for TicketAnswer {}

impl Columns for TicketAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "serial",
        "customer",
        "licenses",
        "uses",
        "used",
        "unbound-allowed",
        "expires-at",
        "state",
        "reference",
        "created-at",
    ];
}

impl TicketAnswer {
    /// Returns the answer about a ticket.
    pub fn of(ticket: &Ticket, now: Timestamp) -> TicketAnswer {
        TicketAnswer {
            serial: Some(ticket.serial.to_string()),
            customer: ticket.customer.to_string(),
            licenses: ticket.licenses.clone(),
            uses: ticket.uses,
            used: ticket.used,
            unbound_allowed: ticket.unbound_allowed,
            expires_at: ticket.expires_at.clone(),
            state: ticket.state(now).as_str().to_owned(),
            cancelled_at: ticket.cancelled_at.clone(),
            reference: ticket.reference.as_ref().map(ToString::to_string),
            created_at: ticket.created_at.clone(),
        }
    }
}

/// A ticket with its code, in the answer of a verb that makes codes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TicketCode {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketAnswer,
    /// Code; null if it is not shown.
    pub code: Option<String>,
    /// `true` if this command created the ticket, in the answer of `ticket create`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub created: Option<bool>,
    /// Help for a code that is not shown again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub hint: Option<String>,
}

impl Answer for TicketCode {}

impl Columns for TicketCode {
    const COLUMNS: &'static [&'static str] = &[
        "code",
        "serial",
        "customer",
        "licenses",
        "uses",
        "used",
        "unbound-allowed",
        "expires-at",
        "state",
        "reference",
        "created-at",
    ];
}

impl TicketCode {
    /// Returns the answer about a ticket with its code.
    pub fn of(ticket: &Ticket, code: Option<&Secret>, now: Timestamp) -> TicketCode {
        TicketCode {
            ticket: TicketAnswer::of(ticket, now),
            code: code.map(|code| code.as_str().to_owned()),
            created: None,
            hint: None,
        }
    }
}

/// A ticket that was redeemed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RedeemedTicket {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketAnswer,
    /// The licenses that were activated.
    pub activated: Vec<LicenseAnswer>,
}

impl Answer for RedeemedTicket {}
