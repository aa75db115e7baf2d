//! `recovery list`

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::{container, license};
use crate::commands::recovery::shared::{RecoveryArgument, find};
use crate::domain::name::Slug;
use crate::domain::recovery::Recovery;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::recovery::answer::RecoveryAnswer;
use crate::store::RecoveryFilter;

/// List the recoveries, oldest first
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia recovery list --customer nordwind\n  licentia recovery \
        list --container K-4T9WX-C0MR7 --json"
)]
pub struct Args {
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// Serial of the old or the new container
    #[arg(long, value_name = "CONTAINER")]
    container: Option<container::ContainerArgument>,
    /// License serial or ref:REFERENCE
    #[arg(long, value_name = "LICENSE")]
    license: Option<license::LicenseArgument>,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let (reader, now) = (home.reader(), home.now);
    let customer = args.customer.as_ref().map(|code| lookup::customer(reader, code)).transpose()?;
    let container =
        args.container.as_ref().map(|named| container::find(reader, named)).transpose()?;
    let license =
        args.license.as_ref().map(|named| license::find(reader, named, now)).transpose()?;
    let after: Option<RecoveryArgument> = args.page.after.as_deref().map(str::parse).transpose()?;
    let after = after.map(|named| find(reader, &named)).transpose()?;
    let filter = RecoveryFilter {
        customer: customer.map(|customer| customer.code.to_string()),
        container: container.map(|container| container.serial.to_string()),
        license: license.map(|license| license.serial.to_string()),
        after: after.map(|recovery| recovery.serial.to_string()),
        limit: args.page.limit,
    };
    let thing = |recovery: Recovery| {
        let row = vec![
            recovery.serial.to_string(),
            recovery.customer.to_string(),
            recovery.from.clone(),
            recovery.to.clone(),
            recovery.reason.to_string(),
            recovery.licenses.len().to_string(),
            recovery.old.to_string(),
            recovery.created_at.clone(),
            recovery.reversed.as_ref().map_or_else(|| "-".to_owned(), |(at, _)| at.clone()),
        ];
        (RecoveryAnswer::of(&recovery, Vec::new()), row)
    };
    Ok(Outcome::list(
        &[
            "serial", "customer", "from", "to", "reason", "licenses", "action", "created",
            "reversed",
        ],
        RecoveryAnswer::COLUMNS,
        "no recoveries",
        move |take| home.reader().list_recoveries(&filter, &mut |recovery| take(thing(recovery))),
    ))
}
