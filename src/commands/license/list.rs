//! `license list`

use licentia_runtime::Edition;

use crate::cli::arguments::{Page, edition, one_of};
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::license::{LicenseArgument, find};
use crate::cli::outcome::Outcome;
use crate::domain::Error;
use crate::domain::license::License;
use crate::domain::license::state::DisplayState;
use crate::domain::license::terms::Day;
use crate::domain::name::Slug;
use crate::domain::time::last_day;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::license::answer::LicenseRow;
use crate::ops::lookup;
use crate::store::LicenseFilter;

/// List the licenses, oldest first
///
/// AVAILABLE counts the seats that can still be assigned (named), used by sessions (floating), or
/// placed (device).
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia license list --customer nordwind --state active\n  \
        licentia license list --ends-before 2027-01-01 --format csv")]
pub struct Args {
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// Product code
    #[arg(long, value_name = "CODE")]
    product: Option<Slug>,
    /// Edition: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Option<Edition>,
    /// State: active, parked, expired, suspended, withdrawn, replaced, revoked, deleted
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<DisplayState>,
    /// Day before which the licenses end
    #[arg(long, value_name = "DATE")]
    ends_before: Option<Day>,
    /// Include deleted licenses
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

fn state(text: &str) -> Result<DisplayState, Error> {
    one_of(text, "a license state", &DisplayState::ALL.map(|state| (state.as_str(), state)))
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let format = context.format();
    let after: Option<LicenseArgument> = args.page.after.as_deref().map(str::parse).transpose()?;
    let after = after.map(|named| find(home.reader(), &named, home.now)).transpose()?;
    let filter = LicenseFilter {
        customer: args
            .customer
            .as_ref()
            .map(|code| lookup::customer(home.reader(), code))
            .transpose()?
            .map(|customer| customer.code.to_string()),
        product: args
            .product
            .as_ref()
            .map(|code| lookup::product(home.reader(), code))
            .transpose()?
            .map(|product| product.code.to_string()),
        edition: args.edition.map(|edition| edition.as_str().to_owned()),
        state: args.state,
        ends_before: args.ends_before.map(|day| day.0),
        after: after.map(|license| license.serial.to_string()),
        limit: args.page.limit,
        all: args.all,
    };
    let thing = move |home: &Home, license: License| {
        let entitlement = &license.entitlement;
        let row = [
            license.serial.as_str(),
            entitlement.customer.as_str(),
            entitlement.product.as_str(),
            entitlement.edition.as_str(),
            &format!("{} {}", entitlement.seats, entitlement.model.as_str()),
            &entitlement.users.len().to_string(),
            &license.free().to_string(),
            license.state(home.now).as_str(),
            &entitlement.ends.and_then(last_day).map_or_else(|| "-".into(), |day| day.to_string()),
        ];
        (
            super::shared::shown(&license, home, &Emitted::Nowhere, format),
            row.map(str::to_owned).to_vec(),
        )
    };
    let columns = &[
        "serial",
        "customer",
        "product",
        "edition",
        "seats",
        "assigned",
        "available",
        "state",
        "last day",
    ];
    Ok(Outcome::list(columns, LicenseRow::COLUMNS, "no licenses", move |take| {
        home.reader().list_licenses(&filter, home.now, &mut |license| take(thing(&home, license)))
    }))
}
