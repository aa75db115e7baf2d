//! `credential list`

use super::shared::{CredentialArgument, find};
use crate::cli::arguments::Page;
use crate::cli::container;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::credential::Credential;
use crate::domain::name::Slug;
use crate::ops::answer::Columns as _;
use crate::ops::container::is_revoked;
use crate::ops::credential::answer::CredentialAnswer;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::CredentialFilter;

/// List the credentials, oldest first
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia credential list --customer nordwind\n  licentia credential \
        list --container K-4T9WX-C0MR7 --all --json"
)]
pub struct Args {
    /// Container serial
    #[arg(long, value_name = "CONTAINER")]
    container: Option<container::ContainerArgument>,
    /// Customer code of the containers
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// Include ended credentials
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let reader = home.reader();
    let container =
        args.container.as_ref().map(|named| container::find(reader, named)).transpose()?;
    let customer = args.customer.as_ref().map(|code| lookup::customer(reader, code)).transpose()?;
    let after: Option<CredentialArgument> =
        args.page.after.as_deref().map(str::parse).transpose()?;
    let after = after.map(|named| find(reader, &named)).transpose()?;
    let filter = CredentialFilter {
        container: container.map(|container| container.serial.to_string()),
        customer: customer.map(|customer| customer.code.to_string()),
        all: args.all,
        after: after.map(|credential| credential.serial.to_string()),
        limit: args.page.limit,
    };
    let keys = reader.list_keys()?;
    let thing = move |credential: Credential| {
        let refused = is_revoked(&keys, &credential.kid);
        let state = if refused {
            format!("{}, key revoked", credential.state())
        } else {
            credential.state().to_owned()
        };
        let row = [
            credential.serial.as_str(),
            &credential.container,
            credential.customer.as_str(),
            &credential.username,
            &credential.generation.to_string(),
            &credential.issued_at,
            &state,
        ];
        let answer = CredentialAnswer {
            key_revoked: Some(refused),
            ..CredentialAnswer::of(&credential, None)
        };
        (answer, row.map(str::to_owned).to_vec())
    };
    Ok(Outcome::list(
        &["serial", "container", "customer", "user name", "generation", "issued", "state"],
        CredentialAnswer::COLUMNS,
        "no credentials; `licentia container create --customer CODE --kind cloud` creates a \
         credential, --all includes ended credentials",
        move |take| {
            home.reader().list_credentials(&filter, &mut |credential| take(thing(credential)))
        },
    ))
}
