//! `session list`

use super::shared::SessionArgument;
use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::license;
use crate::cli::license::find;
use crate::cli::outcome::Outcome;
use crate::domain::name::{Slug, Username};
use crate::domain::session::Session;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::session::answer::SessionFacts;
use crate::store::SessionFilter;

/// List the sessions, oldest first
///
/// Lists live sessions and stale sessions. The time to live of a stale session has passed, and its
/// seat is idle. --all includes ended sessions.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia session list --license L-7K3MQ-9X2D9\n  licentia session \
        list --customer nordwind --user anna --json"
)]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(long, value_name = "LICENSE")]
    license: Option<license::LicenseArgument>,
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// User name
    #[arg(long, value_name = "USERNAME")]
    user: Option<Username>,
    /// List only sessions whose time to live has passed
    #[arg(long)]
    stale: bool,
    /// Include ended sessions
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let (reader, now) = (home.reader(), home.now);
    let license = args.license.as_ref().map(|named| find(reader, named, now)).transpose()?;
    let customer = args.customer.as_ref().map(|code| lookup::customer(reader, code)).transpose()?;
    let after: Option<SessionArgument> = args.page.after.as_deref().map(str::parse).transpose()?;
    let after = after.map(|named| super::shared::find(reader, &named)).transpose()?;
    if let (Some(customer), Some(user)) = (&customer, &args.user)
        && !args.all
    {
        lookup::user(reader, &customer.code, user)?;
    }
    let filter = SessionFilter {
        license: license.map(|license| license.serial.to_string()),
        customer: customer.map(|customer| customer.code.to_string()),
        user: args.user.as_ref().map(ToString::to_string),
        stale: args.stale,
        all: args.all,
        after: after.map(|session| session.serial.to_string()),
        limit: args.page.limit,
    };
    Ok(Outcome::list(
        &["serial", "license", "user", "host", "started", "last seen", "until", "state"],
        SessionFacts::COLUMNS,
        "no sessions",
        move |take| {
            let shown = |session: Session| (session.facts(now), super::shared::row(&session, now));
            home.reader().list_sessions(&filter, now, &mut |session| take(shown(session)))
        },
    ))
}
