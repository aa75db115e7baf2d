//! Signing keys and the key set.

mod accept;
mod create;
mod export;
mod import;
mod list;
mod passphrase;
mod pin;
mod publish;
mod retire;
mod revoke;
mod show;

use std::path::Path;

use anyhow::{Context as _, Result};
use clap::Subcommand;
use licentia_runtime::{Edition, Kind, Scope};
use serde_json::{Value, json};

use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::audit::Change;
use crate::domain::key::{KINDS, Key, Limits, Purpose, ROOT, find_any};
use crate::domain::license::terms::{Count, Day, Seats};
use crate::domain::name::Code as CodeName;
use crate::domain::time::{Days, Timestamp, plus_days};
use crate::domain::{Code, Refusal};
use crate::host::files;
use crate::host::files::{Access, Existing};
use crate::ops::key::key_set::certify;
use crate::ops::lookup;
use crate::signing::Signer;
use crate::store::{Reader, SignedFiles};

#[derive(Debug, Subcommand)]
pub enum Verb {
    Create(Box<create::Args>),
    List(list::Args),
    Show(show::Args),
    Import(Box<import::Args>),
    Export(export::Args),
    Passphrase(passphrase::Args),
    Retire(retire::Args),
    Revoke(revoke::Args),
    Publish(publish::Args),
    Accept(accept::Args),
    Pin(pin::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Import(args) => import::run(args, command),
            Verb::Export(args) => export::run(args, command),
            Verb::Passphrase(args) => passphrase::run(args, command),
            Verb::Retire(args) => retire::run(args, command),
            Verb::Revoke(args) => revoke::run(args, command),
            Verb::Publish(args) => publish::run(args, command),
            Verb::Accept(args) => accept::run(args, command),
            Verb::Pin(args) => pin::run(args, command),
        }
    }
}

/// What a key may be limited to. It stays so for ever.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits, for ever")]
struct LimitArgs {
    /// The kinds of files: license, credential, context, update, status, anchor [default: all; license for a key with another limit]
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = kind)]
    kinds: Vec<Kind>,
    /// The products
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    products: Vec<CodeName>,
    /// The longest a file may be good from its signing on, grace included, like 14d
    #[arg(long, value_name = "DAYS")]
    max_term: Option<Days>,
    /// The most seats of a license
    #[arg(long, value_name = "N")]
    max_seats: Option<Seats>,
    /// How many files this home signs with it; no verifier asks
    #[arg(long, value_name = "N")]
    max_files: Option<Count>,
    /// What this home signs with it for, words like issue or recovery; no verifier asks
    #[arg(long, value_name = "WORD,…", value_delimiter = ',')]
    purposes: Vec<Purpose>,
    /// The last day on which it signs
    #[arg(long, value_name = "DATE")]
    not_after: Option<Day>,
}

fn kind(text: &str) -> Result<Kind, Refusal> {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
    let found = KINDS.into_iter().find(|kind| kind.name() == text);
    found.ok_or_else(|| {
        Refusal::usage(format!("{text:?} is not a kind of file that a signing key signs"))
            .hint(format!("one of {}", names.join(", ")))
    })
}

/// A key whose days are over before it is made signs nothing.
fn check_days(limits: &Limits, now: Timestamp) -> Result<(), Refusal> {
    if limits.not_after.is_some_and(|until| until < now.as_second()) {
        return Err(Refusal::usage("the last day on which the key signs is past already"));
    }
    Ok(())
}

impl LimitArgs {
    /// Whether any was given.
    fn is_given(&self) -> bool {
        let lists =
            !self.kinds.is_empty() || !self.products.is_empty() || !self.purposes.is_empty();
        let most = self.max_term.is_some() || self.max_seats.is_some() || self.max_files.is_some();
        lists || most || self.not_after.is_some()
    }

    /// The limits, with the products' codes as the catalogue writes them, which is how every verifier compares them.
    fn limits(&self, reader: Reader<'_>, edition: Edition) -> Result<Limits> {
        let products: Vec<String> = self
            .products
            .iter()
            .map(|code| Ok(lookup::product(reader, code)?.code.to_string()))
            .collect::<Result<_>>()?;
        let not_after = self.not_after.map(|day| {
            plus_days(day.0, 1)
                .map(|next| next.midnight() - 1)
                .ok_or_else(|| Refusal::usage(format!("{day} is the calendar's last")))
        });
        let not_after = not_after.transpose()?;
        let kinds: Vec<String> = self.kinds.iter().map(|kind| kind.name().to_owned()).collect();
        let limits = Limits {
            scope: Scope {
                kinds: (!kinds.is_empty()).then_some(kinds),
                products: (!products.is_empty()).then_some(products),
                max_term_days: self.max_term.map(|days| days.0),
                max_seats: self.max_seats.map(|seats| seats.0),
            },
            purposes: (!self.purposes.is_empty()).then(|| self.purposes.clone()),
            max_files: self.max_files.map(|count| u64::from(count.0)),
            not_after,
        };
        Ok(limits.settled(edition)?)
    }
}

/// Refuses a name that is taken.
fn check_name(keys: &[Key], name: &CodeName) -> Result<(), Refusal> {
    if keys.iter().any(|key| key.name.is(name)) {
        return Err(Refusal::new(Code::Exists, format!("there is a key {name} already"))
            .hint("take another name; a key keeps its edition and its limits for ever"));
    }
    if keys.iter().any(|key| key.kid.eq_ignore_ascii_case(name.as_str())) {
        return Err(Refusal::usage(format!("{name} is the thumbprint of another key"))
            .hint("a name like that would be misread"));
    }
    Ok(())
}

/// Refuses to put a key's file where there is one that the books don't know.
fn check_free(path: &Path, name: &CodeName) -> Result<(), Refusal> {
    if !files::exists(path) {
        return Ok(());
    }
    let shown = path.display();
    Err(Refusal::new(
        Code::WouldOverwrite,
        format!("{shown} exists, and is not a file of key {name} that the books know"),
    )
    .hint(format!(
        "`licentia key import {name} {shown} --edition …` takes it in; else move it away"
    )))
}

/// The key as it is now; refuses to go on where somebody retired or revoked it since it was looked at.
fn unchanged(reader: Reader<'_>, key: &Key) -> Result<Key> {
    let keys = reader.list_keys()?;
    let now = find_any(&keys, &key.kid)?;
    if now.state == key.state && now.revoked_at == key.revoked_at {
        return Ok(now.clone());
    }
    Err(changed(key).into())
}

fn changed(key: &Key) -> Refusal {
    Refusal::new(Code::ChangedMeanwhile, format!("key {} was changed meanwhile", key.name))
        .hint("nothing was done; look again, then try again")
}

/// Where a new key comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// Made here.
    Made,
    /// Out of a file elsewhere.
    Elsewhere,
    /// Out of the very file in which it is kept from now on.
    InPlace,
}

/// Keeps a new key: its file is durable first, then the books name it and the root certifies it. Returns the version of the
/// key set.
fn keep(
    key: &Key,
    pem: &str,
    origin: Origin,
    root: &Signer,
    command: &mut CommandContext<'_>,
    home: &mut Home,
) -> Result<u64> {
    let (vendor, now, path, folder) =
        (home.vendor.clone(), home.now, home.key_file(key), home.keys());
    let work = command.begin(home)?;
    files::sweep(&folder);
    check_name(&work.tx.reader().list_keys()?, &key.name)?;
    if origin != Origin::InPlace {
        check_free(&path, &key.name)?;
    }
    let pending = files::prepare(&path, pem.as_bytes(), Access::Private, Existing::Replace)?;
    // A new file has its name before the books name it; one that was there keeps its bytes until they do.
    let pending =
        if origin == Origin::InPlace { Some(pending) } else { pending.finish().map(|()| None)? };
    let written = work.tx.insert_key(key).map_err(anyhow::Error::from).and_then(|()| {
        let version = certify(&work.tx, &vendor, root, &mut *command.host.entropy, now)?;
        let action = if origin == Origin::Made { "key.create" } else { "key.import" };
        work.commit(&Change::new(action, key.name.as_str(), facts(key, version)))?;
        Ok(version)
    });
    // A key that the books don't know is nobody's.
    let version = written.inspect_err(|_| {
        if pending.is_none() {
            drop(files::remove(&path));
        }
    })?;
    pending
        .map_or(Ok(()), files::Pending::finish)
        .context("the key is taken in, but its file still has the old passphrase")?;
    Ok(version)
}

/// The root, which signs the key set.
fn root(keys: &[Key]) -> Result<&Key, Refusal> {
    keys.iter()
        .find(|key| key.name.as_str() == ROOT)
        .ok_or_else(|| Refusal::new(Code::KeyMissing, "this home has no root"))
}

/// Who is hit where the files of a key are refused: lines for people.
fn hit_lines(signed: &SignedFiles) -> Vec<String> {
    if signed.files == 0 {
        return vec!["It has signed no files for customers".into()];
    }
    let files = count_of(usize::try_from(signed.files).unwrap_or(usize::MAX), "file");
    let mut lines = if signed.licenses.is_empty() {
        vec![format!("It has signed {files}, none of a license")]
    } else {
        vec![
            format!(
                "It has signed {files} of {}: {}",
                count_of(signed.licenses.len(), "license"),
                some_of(&signed.licenses)
            ),
            format!(
                "{}: {}",
                count_of(signed.customers.len(), "customer"),
                some_of(&signed.customers)
            ),
        ]
    };
    if !signed.containers.is_empty() {
        lines.push(format!("The credentials in force of {}", some_of(&signed.containers)));
    }
    lines
}

/// The same for machines.
fn hit_object(signed: &SignedFiles) -> Value {
    json!({
        "files": signed.files, "licenses": signed.licenses, "customers": signed.customers, "containers": signed.containers,
    })
}

/// A key in a spreadsheet.
const CSV: &[&str] = &[
    "name",
    "kid",
    "role",
    "edition",
    "state",
    "scope",
    "not_after",
    "files_signed",
    "private_key_present",
];

/// A key for machines.
fn object(key: &Key, home: &Home) -> Value {
    let mut scope = json!(key.limits.scope);
    if let Some(purposes) = &key.limits.purposes {
        scope["purposes"] = json!(purposes);
    }
    if let Some(max_files) = key.limits.max_files {
        scope["max_files"] = max_files.into();
    }
    json!({
        "name": key.name.as_str(), "kid": key.kid, "role": key.role.as_str(), "edition": key.edition.map(|edition| edition.as_str()),
        "state": key.state.as_str(), "scope": scope, "not_after": instant(key.limits.not_after), "retired_at": instant(key.retired_at),
        "revoked_at": instant(key.revoked_at), "files_signed": key.files_signed, "private_key_present": home.has_key(key),
        "created_at": key.created_at,
    })
}

/// A key for the audit log.
fn facts(key: &Key, keyset: u64) -> Value {
    json!({
        "kid": key.kid, "edition": key.edition.map(|edition| edition.as_str()), "scope": key.limits.scope, "purposes": key.limits.purposes,
        "max_files": key.limits.max_files, "not_after": instant(key.limits.not_after), "keyset": keyset,
    })
}

/// What is left to do after the key set changed.
fn published(version: u64) -> String {
    format!(
        "Version {version} of the key set is signed: `licentia key publish` writes it for your applications"
    )
}

/// The second of a stored instant.
fn second(at: Option<&str>) -> Option<i64> {
    at.and_then(|at| at.parse::<Timestamp>().ok()).map(Timestamp::as_second)
}

fn instant(seconds: Option<i64>) -> Option<String> {
    seconds
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .map(|instant| instant.to_string())
}

/// A scope for people.
fn scope(key: &Key) -> String {
    let scope = &key.limits.scope;
    let words = |purposes: &Vec<Purpose>| {
        purposes.iter().map(Purpose::as_str).collect::<Vec<_>>().join(", ")
    };
    let limits = [
        scope.kinds.as_ref().map(|kinds| kinds.join(", ")),
        scope.products.as_ref().map(|products| format!("of {}", products.join(", "))),
        scope.max_term_days.map(|days| format!("at most {days} days")),
        scope.max_seats.map(|seats| format!("at most {seats} seats")),
        key.limits.max_files.map(|files| format!("at most {files} files")),
        key.limits.purposes.as_ref().map(|purposes| format!("for {}", words(purposes))),
    ];
    let mut limits: Vec<String> = limits.into_iter().flatten().collect();
    if limits.is_empty() {
        limits.push(match key.edition {
            None => "key sets".into(),
            Some(Edition::Commercial) => "all".into(),
            Some(Edition::Trial) => Kind::License.name().to_owned(),
        });
    }
    limits.extend(instant(key.limits.not_after).map(|until| format!("until {until}")));
    limits.join("; ")
}
