//! What opens cloud containers.

mod check;
mod list;
mod revoke;
mod rotate;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::context::CommandContext;
use crate::cli::license::{Of, serial_of};
use crate::cli::outcome::Outcome;
use crate::domain::credential::Credential;
use crate::ops::lookup;
use crate::store::Reader;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Rotate(rotate::Args),
    Revoke(revoke::Args),
    List(list::Args),
    Show(show::Args),
    Check(check::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Rotate(args) => rotate::run(args, command),
            Verb::Revoke(args) => revoke::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Check(args) => check::run(args, command),
        }
    }
}

/// A credential, as somebody names it: a serial, or a beginning of one.
type Named = Of<'F'>;

/// The credential that was named.
fn find(reader: Reader<'_>, Of(wanted): &Named) -> Result<Credential> {
    lookup::credential(
        reader,
        &serial_of(wanted, |beginning| reader.list_credential_serials(beginning))?,
    )
}

/// A credential for machines; `path` is where its file went just now.
fn object(credential: &Credential, path: Option<&str>) -> Value {
    json!({
        "serial": credential.serial.as_str(), "container": credential.container, "customer": credential.customer.as_str(),
        "username": credential.username, "generation": credential.generation, "state": credential.state(),
        "issued_at": credential.issued_at, "ended_at": credential.ended.as_ref().map(|(at, _)| at),
        "file": {"path": path, "jti": credential.jti, "kid": credential.kid},
    })
}

/// The columns of a credential in a spreadsheet.
const CSV: &[&str] = &[
    "serial",
    "container",
    "customer",
    "username",
    "generation",
    "state",
    "issued-at",
    "ended-at",
];
