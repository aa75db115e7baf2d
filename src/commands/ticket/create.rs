//! `ticket create`

use super::shared::{brief, with_code, without_code};
use crate::cli::change::EntrySigning;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::license;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::license::terms::{Count, Day};
use crate::domain::name::Reference;
use crate::domain::serial::Serial;
use crate::domain::ticket::{Ticket, TicketState};
use crate::domain::time::Timestamp;
use crate::domain::{Error, WarningCode};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::ticket::answer::{TicketAnswer, TicketCode};
use crate::ops::ticket::{CreateTickets, NewTicket};

/// Create a ticket: a secret code with which a customer activates licenses
///
/// Each use activates all licenses of the ticket. The code is printed only once; the database has
/// only its hash.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia ticket create --license L-7K3MQ-9X2D9 --expires 2027-07-01 --unbound-allowed
  licentia ticket create --each --license L-7K3MQ-9X2D9 --license ref:ORDER-124 --unbound-allowed --format csv > tickets.csv")]
pub struct Args {
    /// License serials or ref:REFERENCE, separated by commas; all of one customer
    #[arg(long, value_name = "LICENSE", required = true, num_args = 1.., value_delimiter = ',')]
    license: Vec<license::LicenseArgument>,
    /// Day on which the ticket ends, at 00:00 UTC [default: none]
    #[arg(long, value_name = "DATE")]
    expires: Option<Day>,
    /// Maximum number of uses [default: 1]
    #[arg(long, value_name = "N")]
    uses: Option<Count>,
    /// Allow activation in unbound files
    #[arg(long)]
    unbound_allowed: bool,
    /// Create a ticket for each license, instead of one ticket for all licenses
    #[arg(long, conflicts_with = "reference")]
    each: bool,
    /// Idempotency reference, such as an order number; a repeated call creates nothing new
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    #[command(flatten)]
    signing: EntrySigning,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let licenses: Vec<Serial> = args
        .license
        .iter()
        .map(|named| license::find_to_change(context, &home, named))
        .collect::<Result<_>>()?;
    let create = CreateTickets {
        licenses,
        uses: args.uses.map(|uses| uses.0),
        expires_at: args.expires.map(midnight).transpose()?,
        unbound_allowed: args.unbound_allowed,
        each: args.each,
        reference: args.reference.clone(),
        signing: args.signing.request(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &create)?;
    Ok(match execution {
        Execution::Unchanged(ticket) => repeated(&ticket, home.now),
        Execution::DryRun(plan) => would(&plan.tickets, args.each, home.now),
        Execution::Applied(plan) => match plan.tickets.as_slice() {
            [new] if !args.each => one(new, home.now),
            tickets => each(tickets, home.now),
        },
    })
}

/// Returns the instant at which a day begins. The last day of the calendar begins after the last
/// valid instant.
fn midnight(day: Day) -> Result<Timestamp, Error> {
    Timestamp::from_second(day.0.midnight()).map_err(|_| {
        Error::usage(format!("--expires {} is after the end of the calendar", day.0))
            .hint("omit --expires for a ticket without an end")
    })
}

/// Returns the answer for one ticket.
fn one(new: &NewTicket, now: Timestamp) -> Outcome {
    let ticket = &new.ticket;
    let outcome = Outcome::done(format!("Created ticket {}: {}", ticket.serial, brief(ticket)));
    let outcome = with_code(outcome, ticket, created(new, now), new.code.as_ref());
    if ticket.unbound_allowed {
        return outcome;
    }
    outcome.with_message(
        "The ticket activates licenses in containers only; --unbound-allowed also allows unbound \
         files",
    )
}

/// Returns a ticket with its code for JSON.
fn created(new: &NewTicket, now: Timestamp) -> TicketCode {
    TicketCode { created: Some(true), ..TicketCode::of(&new.ticket, new.code.as_ref(), now) }
}

/// Returns the answer of a dry run. The tickets have neither serials nor codes yet.
fn would(tickets: &[NewTicket], each: bool, now: Timestamp) -> Outcome {
    let message = |new: &NewTicket| format!("Would create a ticket: {}", brief(&new.ticket));
    let object = |new: &NewTicket| {
        let answer = TicketCode::of(&new.ticket, None, now);
        let ticket = TicketAnswer { serial: None, ..answer.ticket };
        TicketCode { ticket, created: Some(false), ..answer }
    };
    let outcome = Outcome { messages: tickets.iter().map(message).collect(), ..Outcome::default() };
    let mut objects: Vec<TicketCode> = tickets.iter().map(object).collect();
    match objects.pop() {
        Some(only) if !each => without_code(outcome, only),
        last => outcome.with_many(TicketCode::COLUMNS, objects.into_iter().chain(last).collect()),
    }
}

/// Returns the answer for a ticket for each license: a list with their codes.
fn each(tickets: &[NewTicket], now: Timestamp) -> Outcome {
    let message =
        format!("Created {}; the codes are shown only once", count_of(tickets.len(), "ticket"));
    let thing = |new: &NewTicket| {
        let ticket = &new.ticket;
        let row = [
            new.code.as_ref().map_or("", |code| code.as_str()),
            ticket.serial.as_str(),
            ticket.customer.as_str(),
            &ticket.licenses.join(", "),
        ];
        (created(new, now), row.map(str::to_owned).to_vec())
    };
    let listed = Outcome::many(
        &["code", "serial", "customer", "licenses"],
        TicketCode::COLUMNS,
        "",
        tickets.iter().map(thing).collect(),
    );
    let lost =
        "`licentia ticket list` shows the tickets; `licentia ticket reissue TICKET` creates \
         another code for a ticket"
            .to_owned();
    Outcome { messages: vec![message], hint_if_lost: Some(lost), ..listed }
}

/// Returns the answer for a repeated request. The code cannot be printed again.
fn repeated(ticket: &Ticket, now: Timestamp) -> Outcome {
    let (serial, reference) =
        (&ticket.serial, ticket.reference.as_ref().map_or("", Reference::as_str));
    let hint = match ticket.state(now) {
        TicketState::Open => {
            format!(
                "the code is shown only once; `licentia ticket reissue {serial}` creates another \
                 code"
            )
        }
        state => format!(
            "the code is shown only once; ticket {serial} is {} and cannot be given another code",
            state.as_str()
        ),
    };
    let answer = TicketCode {
        created: Some(false),
        hint: Some(hint.clone()),
        ..TicketCode::of(ticket, None, now)
    };
    let message =
        format!("Ticket {serial} was already created for reference {reference}: {}", brief(ticket));
    without_code(Outcome::done(message), answer).warn(WarningCode::CodeNotShown, hint)
}
