//! `container attempts`: lists the attempts to use a blocked container.

use crate::cli::container;
use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::Outcome;
use crate::domain::audit::Entry;
use crate::ops::answer::Columns as _;
use crate::ops::container::answer::ContainerAttempt;
use crate::ops::error::Result;
use crate::store::AuditFilter;

/// List the attempts to use blocked containers, oldest first
///
/// The sales department can contact the user of a container that was reported lost, to offer a
/// license.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia container attempts\n  licentia container attempts \
        K-4T9WX-C0MR7 --json")]
pub struct Args {
    /// Container serial or a unique prefix
    #[arg(value_name = "CONTAINER")]
    container: Option<container::ContainerArgument>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let container =
        args.container.as_ref().map(|named| container::find(home.reader(), named)).transpose()?;
    let filter = AuditFilter {
        action: Some("container.attempt".to_owned()),
        subject: container.map(|container| container.serial.to_string()),
        ..AuditFilter::default()
    };
    let columns = ContainerAttempt::COLUMNS;
    Ok(Outcome::list(columns, columns, "no attempts to use a blocked container", move |take| {
        home.reader().list_audit(&filter, &mut |(entry, _): (Entry, _)| {
            let attempt = attempt(&home, &entry)?;
            let optional = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
            let row = vec![
                attempt.container.clone(),
                optional(&attempt.customer),
                attempt.at.clone(),
                optional(&attempt.action),
                optional(&attempt.contact),
            ];
            take((attempt, row))
        })
    }))
}

fn attempt(home: &Home, entry: &Entry) -> Result<ContainerAttempt> {
    let contact = match home.reader().find_container(&entry.subject)? {
        None => None,
        Some(container) => {
            let user = container
                .user
                .as_ref()
                .map(|user| home.reader().find_user(&container.customer, user))
                .transpose()?
                .flatten();
            let customer = home.reader().find_customer(&container.customer)?;
            let email =
                user.and_then(|user| user.email).or(customer.and_then(|customer| customer.email));
            email.map(|email| email.to_string())
        }
    };
    let member = |name: &str| entry.detail[name].as_str().map(str::to_owned);
    Ok(ContainerAttempt {
        container: entry.subject.clone(),
        customer: member("customer"),
        at: entry.at.clone(),
        action: member("action"),
        contact,
    })
}
