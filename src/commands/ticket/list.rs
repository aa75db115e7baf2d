//! `ticket list`

use super::shared::{TicketArgument, find};
use crate::cli::arguments::{Page, one_of};
use crate::cli::context::CommandContext;
use crate::cli::license;
use crate::cli::outcome::Outcome;
use crate::domain::Error;
use crate::domain::name::Slug;
use crate::domain::ticket::{Ticket, TicketState};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::ticket::answer::TicketAnswer;
use crate::store::TicketFilter;

/// List the tickets, oldest first
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia ticket list --customer nordwind --state open\n  licentia \
        ticket list --all --json"
)]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(long, value_name = "LICENSE")]
    license: Option<license::LicenseArgument>,
    /// Customer code of the licenses
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// State: open, used, expired, cancelled
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<TicketState>,
    /// Include cancelled tickets
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

fn state(text: &str) -> Result<TicketState, Error> {
    one_of(text, "a state of a ticket", &TicketState::ALL.map(|state| (state.as_str(), state)))
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let (reader, now) = (home.reader(), home.now);
    let license =
        args.license.as_ref().map(|named| license::find(reader, named, now)).transpose()?;
    let customer = args.customer.as_ref().map(|code| lookup::customer(reader, code)).transpose()?;
    let after: Option<TicketArgument> = args.page.after.as_deref().map(str::parse).transpose()?;
    let filter = TicketFilter {
        license: license.map(|license| license.serial.to_string()),
        customer: customer.map(|customer| customer.code.to_string()),
        state: args.state,
        all: args.all,
        after: after
            .map(|named| find(reader, &named))
            .transpose()?
            .map(|ticket| ticket.serial.to_string()),
        limit: args.page.limit,
    };
    let thing = move |ticket: Ticket| {
        let row = [
            ticket.serial.as_str(),
            ticket.customer.as_str(),
            &ticket.licenses.join(", "),
            &format!("{} of {}", ticket.used, ticket.uses),
            ticket.expires_at.as_deref().unwrap_or("-"),
            ticket.state(now).as_str(),
        ];
        (TicketAnswer::of(&ticket, now), row.map(str::to_owned).to_vec())
    };
    Ok(Outcome::list(
        &["serial", "customer", "licenses", "used", "expires", "state"],
        TicketAnswer::COLUMNS,
        "no tickets; `licentia ticket create --license LICENSE` creates a ticket, --all includes \
         cancelled tickets",
        move |take| home.reader().list_tickets(&filter, now, &mut |ticket| take(thing(ticket))),
    ))
}
