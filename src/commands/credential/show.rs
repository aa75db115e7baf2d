//! `credential show`: shows a credential without its secret, which only its file has.

use super::shared::{CredentialArgument, find};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::credential::answer::CredentialAnswer;
use crate::ops::error::Result;

/// Show a credential
///
/// The secret cannot be shown; `licentia credential rotate` creates another credential.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia credential show F-4T9WX")]
pub struct Args {
    /// Credential serial or a unique prefix
    #[arg(value_name = "CREDENTIAL")]
    credential: CredentialArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let credential = find(home.reader(), &args.credential)?;
    let mut fields = vec![
        ("serial", credential.serial.to_string()),
        ("state", credential.state().to_owned()),
        ("container", credential.container.clone()),
        ("customer", credential.customer.to_string()),
        ("user name", credential.username.clone()),
        ("generation", credential.generation.to_string()),
        ("issued", credential.issued_at.clone()),
        ("file", format!("id {}, key {}", credential.jti, credential.kid)),
    ];
    if let Some((at, _)) = &credential.ended {
        fields.push(("ended", at.clone()));
    }
    Ok(Outcome::one(CredentialAnswer::of(&credential, None), fields))
}
