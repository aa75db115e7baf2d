//! `container receive`: imports the receipt of a container with a key.

use std::path::PathBuf;

use super::shared::{Arrival, Removal, emptied_with};
use crate::cli::change::execute;
use crate::cli::container::read_receipt;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::WarningCode;
use crate::ops::container::answer::{ReceivedReceipt, SettledContainer};
use crate::ops::container::receive::{ReceiptVerdict, ReceiveReceipt, Received};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::license::request::SigningRequest;

/// Import the receipt that a container signed
///
/// The receipt proves the content of the container: seats that left the container become
/// unallocated, and seats that move to another container are placed in that container. A receipt
/// that was already imported changes nothing. A receipt that contradicts the database makes the
/// container suspect: nothing is issued to the container until `licentia container resolve`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container receive press-receipt.ctx")]
pub struct Args {
    /// Receipt file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    arrival: Arrival,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let (container, context_file, text) = read_receipt(context, &home, &args.file)?;
    let request = ReceiveReceipt {
        container: container.serial,
        context: context_file,
        text,
        arrives: !args.arrival.strand,
        signing: SigningRequest::with_keys(&args.arrival.key),
    };
    let (execution, _) = execute(context, &mut home, &Options::default(), &request)
        .map_err(super::shared::with_way_out)?;
    let serial = request.container.as_str();
    Ok(match execution {
        Execution::DryRun(plan) => {
            let received = plan.payload.clone();
            let message = message("Would import the receipt of", serial, &received);
            let emptied = received.emptied.clone();
            answer(serial, &received, Removal::planned(message, plan.with(emptied)))
        }
        Execution::Applied(plan) => {
            let received = plan.payload.clone();
            let message = message("Imported the receipt of", serial, &received);
            let emptied = received.emptied.clone();
            let removal = Removal::applied(message, plan.with(emptied), &home)?;
            answer(serial, &received, removal)
        }
        Execution::Unchanged(received) => {
            let emptied = received.emptied.clone();
            let message = message("", serial, &received);
            let removal = Removal { message, emptied, steps: Vec::new(), impact: None };
            answer(serial, &received, removal)
        }
    })
}

/// Returns the sentence about a receipt, with its first words.
fn message(word: &str, serial: &str, received: &Received) -> String {
    let counter = received.counter;
    match &received.verdict {
        ReceiptVerdict::Known => format!(
            "No change: the receipt of container {serial} (counter {counter}) was already imported"
        ),
        ReceiptVerdict::Suspect(_) if word.starts_with("Would") => {
            format!("{word} container {serial}: the container would become suspect")
        }
        ReceiptVerdict::Suspect(_) => {
            format!("{word} container {serial}: the container is suspect now")
        }
        ReceiptVerdict::Believed | ReceiptVerdict::Unmoved | ReceiptVerdict::Resynchronised => {
            format!("{word} container {serial}: counter {counter}")
        }
    }
}

/// Returns the answer about a receipt.
fn answer(serial: &str, received: &Received, removal: Removal) -> Outcome {
    let Received { verdict, counter, fits, emptied } = received;
    let (at, suspicion) = (emptied.container.counter, emptied.container.suspicion.as_ref());
    let (is_outdated, repeated) = (*counter < at, *verdict == ReceiptVerdict::Known);
    let outcome = emptied_with(removal, |settled| {
        let SettledContainer { container, settled, stranded, .. } = settled;
        ReceivedReceipt {
            container: serial.to_owned(),
            counter: *counter,
            outdated: is_outdated,
            state: container.state,
            repeated,
            confirmed_counter: container.confirmed_counter,
            desired_counter: container.counter,
            blocked: container.blocked,
            suspicion: container.suspicion,
            matches: *fits,
            settled,
            stranded,
        }
    });
    let outcome = match (verdict, suspicion) {
        (ReceiptVerdict::Known, _) => outcome,
        (_, Some(suspicion)) => outcome
            .warn(WarningCode::ContainerSuspect, suspicion.description())
            .with_message(format!(
                "Nothing is issued to container {serial} until it is resolved. Next: `licentia \
                 container resolve {serial} --reason REASON`, when the cause is known"
            )),
        (ReceiptVerdict::Resynchronised, None) => outcome
            .with_message(format!(
                "The next update of the container has counter {at}; the receipt of that update \
                 proves which seats left the container"
            ))
            .with_message(super::shared::next_update(serial)),
        (_, None) if is_outdated => outcome
            .with_message(format!("The container is outdated: the newest counter is {at}"))
            .with_message(super::shared::next_update(serial)),
        (_, None) => outcome,
    };
    match fits {
        Some(false) => outcome.warn(
            WarningCode::ComputerDiffers,
            format!(
                "the computer that wrote the receipt differs from the computer of container \
                 {serial}: the licenses of the container do not work on that computer"
            ),
        ),
        _ => outcome,
    }
}
