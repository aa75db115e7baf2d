//! `recovery show`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::recovery::shared::{RecoveryArgument, called, find};
use crate::domain::recovery::Recovery;
use crate::ops::error::Result;
use crate::ops::recovery::answer::RecoveryAnswer;

/// Show a recovery
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia recovery show R-8ZK2P-Q41MN")]
pub struct Args {
    /// Recovery serial or a unique prefix
    #[arg(value_name = "RECOVERY")]
    recovery: RecoveryArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let recovery = find(home.reader(), &args.recovery)?;
    Ok(Outcome::one(RecoveryAnswer::of(&recovery, Vec::new()), fields(&recovery)))
}

fn fields(recovery: &Recovery) -> Vec<(&'static str, String)> {
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let state = match &recovery.reversed {
        Some((at, why)) => format!("reversed at {at}: {why}"),
        None => "done".to_owned(),
    };
    let mut fields = vec![
        ("serial", recovery.serial.to_string()),
        ("state", state),
        ("customer", recovery.customer.to_string()),
        ("from", recovery.from.clone()),
        ("to", recovery.to.clone()),
        ("reason", recovery.reason.to_string()),
        ("note", optional(recovery.note.as_ref().map(ToString::to_string))),
        ("returned", if recovery.returned { "yes" } else { "no" }.to_owned()),
        ("action", recovery.old.to_string()),
        ("reference", optional(recovery.reference.as_ref().map(ToString::to_string))),
        ("created", recovery.created_at.clone()),
    ];
    let line = |it: &crate::domain::recovery::Recovered| {
        format!(
            "{}, {}, {}",
            it.license,
            crate::cli::outcome::count_of(it.seats as usize, "seat"),
            called(it.scope)
        )
    };
    fields.extend(recovery.licenses.iter().map(|license| ("license", line(license))));
    fields
}
