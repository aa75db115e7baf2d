//! Arguments and rendering that the verbs of `ticket` share.

use crate::cli::context::{CommandContext, Home};
use crate::cli::license::{Of, check_whole, confirm_named, serial_of};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::serial::Serial;
use crate::domain::ticket::{Secret, Ticket};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::ticket::answer::TicketCode;
use crate::store::Reader;

/// A ticket argument: a serial, or a prefix of one.
pub(super) type TicketArgument = Of<'T'>;

/// Returns the ticket that an argument names, for a verb that only reads.
pub(super) fn find(reader: Reader<'_>, Of(wanted): &TicketArgument) -> Result<Ticket> {
    lookup::ticket(reader, &serial_of(wanted, |beginning| reader.list_ticket_serials(beginning))?)
}

/// Returns the ticket that an argument names, for a verb that changes the ticket.
pub(super) fn find_to_change(
    context: &mut CommandContext<'_>,
    home: &Home,
    named: &TicketArgument,
) -> Result<Serial> {
    let Of(wanted) = named;
    check_whole(context, wanted)?;
    let ticket = find(home.reader(), named)?;
    let record = format!(
        "ticket {}: {}, {}",
        ticket.serial,
        brief(&ticket),
        ticket.state(home.now).as_str()
    );
    confirm_named(context, wanted, &record, &format!("ticket {}", ticket.serial))?;
    Ok(ticket.serial)
}

/// Returns `1 license of customer nordwind (L-…), 1 use`.
pub(super) fn brief(ticket: &Ticket) -> String {
    let licenses = count_of(ticket.licenses.len(), "license");
    let until =
        ticket.expires_at.as_ref().map(|at| format!(", expires at {at}")).unwrap_or_default();
    let uses = count_of(ticket.uses as usize, "use");
    format!(
        "{licenses} of customer {} ({}), {uses}{until}",
        ticket.customer,
        some_of(&ticket.licenses)
    )
}

/// Returns the answer of a verb that created a code: standard output has only the code, so that a
/// script can read it.
pub(super) fn with_code(
    outcome: Outcome,
    ticket: &Ticket,
    answer: TicketCode,
    code: Option<&Secret>,
) -> Outcome {
    let Some(code) = code else { return without_code(outcome, answer) };
    let data =
        Outcome::answer_text(answer, TicketCode::COLUMNS, format!("{}\n", code.as_str())).data;
    let lost = format!("`licentia ticket reissue {}` creates another code", ticket.serial);
    let outcome = outcome.with_message("The code is shown only once");
    Outcome { data, hint_if_lost: Some(lost), ..outcome }
}

/// Returns the answer where no code is shown: the same columns, and nothing on standard output for
/// people.
pub(super) fn without_code(outcome: Outcome, answer: TicketCode) -> Outcome {
    Outcome {
        data: Outcome::answer_text(answer, TicketCode::COLUMNS, String::new()).data,
        ..outcome
    }
}
