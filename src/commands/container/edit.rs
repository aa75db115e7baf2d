//! `container edit`

use anyhow::Result;

use crate::cli::container;
use crate::cli::container::{find_to_change, object};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Edited, Outcome, check_named};
use crate::domain::audit::Change;
use crate::domain::license::terms::Clear;
use crate::domain::name::{Name, Username};
use crate::ops::lookup;

/// Change what a container is called, or whose it is
///
/// A credential that was written keeps what it says.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container edit K-4T9WX-C0MR7 --label 'Hamburg' --user bo"
)]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    /// What people call it; none clears it
    #[arg(long, value_name = "TEXT")]
    label: Option<Clear<Name>>,
    /// Whose it is at the customer; none clears it
    #[arg(long, value_name = "USERNAME")]
    user: Option<Clear<Username>>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    check_named(args.label.is_some() || args.user.is_some())?;
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let work = command.begin(&mut home)?;
    let before = lookup::container(work.tx.reader(), &serial)?;
    before.check_kept("edited")?;
    let mut after = before.clone();
    if let Some(label) = &args.label {
        after.label = label.clone().value();
    }
    if let Some(user) = &args.user {
        let user = user
            .clone()
            .value()
            .map(|user| lookup::user(work.tx.reader(), &before.customer, &user))
            .transpose()?;
        after.user = user.map(|user| user.username);
    }
    let edited = Edited::of(&object(&before), object(&after));
    if !edited.is_nothing() {
        work.tx.set_container(&after)?;
        work.commit(&Change::new("container.edit", serial.as_str(), edited.detail()))?;
    }
    Ok(edited.outcome(&format!("container {serial}"), command.is_dry()))
}
