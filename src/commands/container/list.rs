//! `container list`

use crate::cli::arguments::{Page, one_of};
use crate::cli::container;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::Error;
use crate::domain::container::{Container, ContainerState};
use crate::domain::name::{Slug, Username};
use crate::domain::product::ContainerKind;
use crate::ops::answer::Columns as _;
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::ContainerFilter;

/// List the containers, oldest first
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia container list --customer nordwind\n  licentia container \
        list --state blocked --json"
)]
pub struct Args {
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// User of the container (user name at the customer)
    #[arg(long, value_name = "USERNAME", requires = "customer")]
    user: Option<Username>,
    /// Kind: cloud, device, dongle
    #[arg(long, value_name = "KIND")]
    kind: Option<ContainerKind>,
    /// State: active, blocked, suspect, resync, lost, retired
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<ContainerState>,
    /// Include retired containers
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

fn state(text: &str) -> Result<ContainerState, Error> {
    one_of(
        text,
        "a state of a container",
        &ContainerState::ALL.map(|state| (state.as_str(), state)),
    )
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let reader = home.reader();
    let customer = args.customer.as_ref().map(|code| lookup::customer(reader, code)).transpose()?;
    if let (Some(customer), Some(user)) = (&customer, &args.user) {
        lookup::user(reader, &customer.code, user)?;
    }
    let after: Option<container::ContainerArgument> =
        args.page.after.as_deref().map(str::parse).transpose()?;
    let after = after.map(|named| container::find(reader, &named)).transpose()?;
    let filter = ContainerFilter {
        customer: customer.map(|customer| customer.code.to_string()),
        user: args.user.as_ref().map(ToString::to_string),
        kind: args.kind,
        state: args.state,
        all: args.all,
        after: after.map(|container| container.serial.to_string()),
        limit: args.page.limit,
    };
    let thing = |container: Container| {
        let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
        let counter = match container.confirmed {
            Some(confirmed) if confirmed == container.counter => container.counter.to_string(),
            Some(confirmed) => format!("{} ({confirmed} confirmed)", container.counter),
            None => format!("{} (unconfirmed)", container.counter),
        };
        let row = vec![
            container.serial.to_string(),
            container.kind.as_str().to_owned(),
            container.customer.to_string(),
            optional(container.user.as_ref().map(ToString::to_string)),
            optional(
                container.label.as_ref().or(container.hardware.as_ref()).map(ToString::to_string),
            ),
            container.licenses.len().to_string(),
            counter,
            container.state().as_str().to_owned(),
        ];
        (ContainerAnswer::of(&container), row)
    };
    Ok(Outcome::list(
        &["serial", "kind", "customer", "user", "label", "licenses", "counter", "state"],
        ContainerAnswer::COLUMNS,
        "no containers; `licentia container create --customer CODE --kind KIND` creates a \
         container, --all includes retired containers",
        move |take| home.reader().list_containers(&filter, &mut |container| take(thing(container))),
    ))
}
