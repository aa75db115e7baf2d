//! Signing keys and the key set.

mod list;
mod publish;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use super::desk::{Desk, Home};
use super::outcome::Outcome;
use crate::domain::key::Key;
use crate::domain::time::Timestamp;

#[derive(Debug, Subcommand)]
pub enum Verb {
    List(list::Args),
    Show(show::Args),
    Publish(publish::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
            Verb::Publish(args) => publish::run(args, desk),
        }
    }
}

/// A key for machines.
fn object(key: &Key, home: &Home) -> Value {
    json!({
        "name": key.name.as_str(), "kid": key.kid, "role": key.role.as_str(), "edition": key.edition.map(|edition| edition.as_str()),
        "state": key.state.as_str(), "scope": key.scope, "not_after": instant(key.not_after), "retired_at": instant(key.retired_at),
        "revoked_at": instant(key.revoked_at), "files_signed": key.files_signed, "private_key_present": home.has_key(key),
        "created_at": key.created_at,
    })
}

fn instant(seconds: Option<i64>) -> Option<String> {
    seconds.and_then(|seconds| Timestamp::from_second(seconds).ok()).map(|instant| instant.to_string())
}

/// A scope for people.
fn scope(key: &Key) -> String {
    let scope = &key.scope;
    let limits = [
        scope.kinds.as_ref().map(|kinds| kinds.join(", ")),
        scope.products.as_ref().map(|products| format!("of {}", products.join(", "))),
        scope.max_term_days.map(|days| format!("at most {days} days")),
        scope.max_seats.map(|seats| format!("at most {seats} seats")),
    ];
    let limits: Vec<String> = limits.into_iter().flatten().collect();
    if key.edition.is_none() {
        "key sets".into()
    } else if limits.is_empty() {
        "all".into()
    } else {
        limits.join("; ")
    }
}
