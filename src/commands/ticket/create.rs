//! `ticket create`

use anyhow::Result;
use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::license;
use crate::cli::outcome::{Outcome, count_of};
use crate::commands::ticket::{CSV_WITH_CODE, brief, object, told, with_code, without_code};
use crate::domain::Refusal;
use crate::domain::audit::Change;
use crate::domain::license::terms::{Count, Day};
use crate::domain::name::Reference;
use crate::domain::serial::Serial;
use crate::domain::ticket::{Secret, State, Ticket};
use crate::domain::time::Timestamp;
use crate::ops::ticket::{Order, check_once, create};

/// Create a ticket: a code that lets its holder activate licenses
///
/// All its licenses are activated at once, as often as it has uses. The code is shown this once; the books keep its hash.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia ticket create --license L-7K3MQ-9X2D9 --expires 2027-07-01 --unbound-allowed
  licentia ticket create --each --license L-7K3MQ-9X2D9 --license ref:ORDER-124 --unbound-allowed --format csv > tickets.csv")]
pub struct Args {
    /// What it activates: serials, or ref: and their references; all of one customer
    #[arg(long, value_name = "LICENSE", required = true, num_args = 1.., value_delimiter = ',')]
    license: Vec<license::Named>,
    /// The day on which it ends, at 00:00 UTC [default: none]
    #[arg(long, value_name = "DATE")]
    expires: Option<Day>,
    /// How often it can be redeemed [default: 1]
    #[arg(long, value_name = "N")]
    uses: Option<Count>,
    /// It can be redeemed into files that are bound to no container, too
    #[arg(long)]
    unbound_allowed: bool,
    /// A ticket for each license, instead of one for all
    #[arg(long, conflicts_with = "reference")]
    each: bool,
    /// Where it comes from (an order number): the same call again creates nothing new
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let licenses: Vec<Serial> = args
        .license
        .iter()
        .map(|named| license::find_to_change(command, &home, named))
        .collect::<Result<_>>()?;
    // The last day of the calendar ends beyond the last instant there is.
    let midnight = |day: Day| {
        let beyond = || {
            Refusal::usage(format!("{} goes beyond the calendar", day.0))
                .hint("a ticket without --expires does not end")
        };
        Timestamp::from_second(day.0.midnight()).map_err(|_| beyond())
    };
    let order = Order {
        licenses: licenses.clone(),
        uses: args.uses.map(|uses| uses.0),
        expires_at: args.expires.map(midnight).transpose()?,
        unbound_allowed: args.unbound_allowed,
        reference: args.reference.clone(),
    };
    check_once(&licenses)?;
    let orders: Vec<Order> = if args.each {
        licenses
            .into_iter()
            .map(|license| Order { licenses: vec![license], ..order.clone() })
            .collect()
    } else {
        vec![order]
    };
    let work = command.begin(&mut home)?;
    let (reader, now) = (work.tx.reader(), work.now);
    if let [order] = orders.as_slice()
        && let Some(ticket) = order.earlier(reader, now)?
    {
        return Ok(repeated(&ticket, now));
    }
    let (mut made, mut changes) = (Vec::new(), Vec::new());
    for order in &orders {
        let (ticket, code) = create(&work.tx, order, &mut *command.host.entropy, now)?;
        changes.push(Change::new("ticket.create", ticket.serial.as_str(), object(&ticket, now)));
        made.push((ticket, code));
    }
    work.commit_all(&changes)?;
    Ok(match made.as_slice() {
        made if command.is_dry() => would(made, args.each, now),
        [(ticket, code)] if !args.each => {
            let outcome = told(
                format!("Created ticket {}: {}", ticket.serial, brief(ticket)),
                ticket,
                created(ticket, code, now),
                code,
            );
            let containers = "It is for containers; with --unbound-allowed it gives files that are bound to none, too";
            if ticket.unbound_allowed { outcome } else { outcome.say(containers) }
        }
        made => each(made, now),
    })
}

/// A ticket with its code, for machines.
fn created(ticket: &Ticket, code: &Secret, now: Timestamp) -> Value {
    let mut object = with_code(ticket, Some(code), now);
    object["created"] = true.into();
    object
}

/// What a dry run would create: neither serials nor codes are there yet.
fn would(made: &[(Ticket, Secret)], each: bool, now: Timestamp) -> Outcome {
    let said = made
        .iter()
        .map(|(ticket, _)| format!("Would create a ticket: {}", brief(ticket)))
        .collect();
    let mut objects: Vec<Value> = made
        .iter()
        .map(|(ticket, _)| {
            let mut object = with_code(ticket, None, now);
            (object["serial"], object["created"]) = (Value::Null, false.into());
            object
        })
        .collect();
    let outcome = Outcome { said, ..Outcome::default() };
    match objects.pop() {
        Some(only) if !each => without_code(outcome, only),
        last => outcome.with_many(CSV_WITH_CODE, objects.into_iter().chain(last).collect()),
    }
}

/// A list of tickets with their codes.
fn each(made: &[(Ticket, Secret)], now: Timestamp) -> Outcome {
    let said = format!(
        "Created {}; this is the only time that their codes are shown",
        count_of(made.len(), "ticket")
    );
    let things = made.iter().map(|(ticket, code)| {
        let row = [
            code.as_str(),
            ticket.serial.as_str(),
            ticket.customer.as_str(),
            &ticket.licenses.join(", "),
        ];
        (created(ticket, code, now), row.map(str::to_owned).to_vec())
    });
    let listed = Outcome::many(
        &["code", "serial", "customer", "licenses"],
        CSV_WITH_CODE,
        "",
        things.collect(),
    );
    let lost =
        "`licentia ticket list` shows them; `licentia ticket reissue` makes another code for each"
            .to_owned();
    Outcome { said: vec![said], lost: Some(lost), ..listed }
}

/// The ticket that the same request led to before. Its code is not given again.
fn repeated(ticket: &Ticket, now: Timestamp) -> Outcome {
    let (serial, reference) =
        (&ticket.serial, ticket.reference.as_ref().map_or("", Reference::as_str));
    let hint = match ticket.state(now) {
        State::Open => {
            format!("its code is not shown again; `licentia ticket reissue {serial}` makes another")
        }
        state => format!(
            "its code is not shown again; it is {}, so `licentia ticket reissue` makes no other",
            state.as_str()
        ),
    };
    let mut object = with_code(ticket, None, now);
    (object["created"], object["hint"]) = (false.into(), hint.clone().into());
    let said = format!("Ticket {serial} was created for {reference} already: {}", brief(ticket));
    without_code(Outcome::done(said), object).warn(hint)
}
