//! What opens cloud containers.

mod check;
mod list;
mod revoke;
mod rotate;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::context::Desk;
use crate::cli::license::{Of, serial_of};
use crate::cli::outcome::Outcome;
use crate::domain::credential::Credential;
use crate::ops::lookup;
use crate::store::Books;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Rotate(rotate::Args),
    Revoke(revoke::Args),
    List(list::Args),
    Show(show::Args),
    Check(check::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::Rotate(args) => rotate::run(args, desk),
            Verb::Revoke(args) => revoke::run(args, desk),
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
            Verb::Check(args) => check::run(args, desk),
        }
    }
}

/// A credential, as somebody names it: a serial, or a beginning of one.
type Named = Of<'F'>;

/// The credential that was named.
fn find(books: Books<'_>, Of(wanted): &Named) -> Result<Credential> {
    lookup::credential(
        books,
        &serial_of(wanted, |beginning| books.list_credential_serials(beginning))?,
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
