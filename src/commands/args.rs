//! Arguments that several verbs share.

use std::path::PathBuf;

use clap::Args;
use licentia_runtime::{Edition, Enforcement, Model, ProductKind};

use super::show::Format;
use crate::domain::Refusal;
use crate::domain::module::Grants;
use crate::domain::terms::{Clear, Count, Day, End, Seats, Terms, check_setting};
use crate::domain::time::{Date, Days, Span, plus_days};

/// What every verb takes.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct Globals {
    /// The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user's data folder]
    #[arg(long, global = true, value_name = "DIR", hide_short_help = true)]
    pub home: Option<PathBuf>,
    /// How to print data
    #[arg(long, global = true, value_name = "FORMAT", value_enum, hide_short_help = true)]
    pub format: Option<Format>,
    /// The same as --format json
    #[arg(long, global = true, conflicts_with = "format", hide_short_help = true)]
    pub json: bool,
    /// Decide and show what would change, with the exit status of the real run; needs no key and changes nothing
    #[arg(long, global = true, hide_short_help = true)]
    pub dry_run: bool,
    /// Answer yes to every confirmation
    #[arg(long, global = true, hide_short_help = true)]
    pub yes: bool,
    /// Never ask anything
    #[arg(long, global = true, hide_short_help = true)]
    pub no_input: bool,
    /// Who does this, for the audit log [default: LICENTIA_ACTOR, else the system's user]
    #[arg(long, global = true, value_name = "NAME", hide_short_help = true)]
    pub actor: Option<String>,
    /// The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub passphrase_file: Option<PathBuf>,
    /// The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub new_passphrase_file: Option<PathBuf>,
    /// Say nothing about a success
    #[arg(long, short, global = true, hide_short_help = true)]
    pub quiet: bool,
}

/// Where an emitted file goes.
#[derive(Clone, Debug, Default, Args)]
pub struct Out {
    /// Write the file here; - is standard output
    #[arg(long, value_name = "FILE", conflicts_with = "out_dir")]
    pub out: Option<PathBuf>,
    /// Write the file into this folder, under its serial; made if missing
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long)]
    pub force: bool,
}

impl Out {
    /// Whether a file was asked for.
    pub fn is_asked(&self) -> bool {
        self.out.is_some() || self.out_dir.is_some()
    }
}

/// A part of a long list.
#[derive(Clone, Debug, Default, Args)]
pub struct Page {
    /// Show at most so many
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    /// Begin after this one
    #[arg(long, value_name = "ID")]
    pub after: Option<String>,
}

/// The terms of a license.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Terms")]
pub struct TermsArgs {
    /// What a seat is: a registered user, a working user, a device [default: floating]
    #[arg(long, value_name = "MODEL", value_parser = model)]
    pub model: Option<Model>,
    /// How many seats [default: 1]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seats: Option<Seats>,
    /// Which modules, separated by commas; a value is a limit, an end is the module's own
    #[arg(long, value_name = "CODE[=VALUE][@END],…")]
    pub modules: Option<Clear<Grants>>,
    /// The first day [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub starts: Option<Day>,
    /// The day on which it ends, at 00:00 UTC; none for no end
    #[arg(long, value_name = "DATE", group = "end")]
    pub ends: Option<Clear<Day>>,
    /// The last full day
    #[arg(long, value_name = "DATE", group = "end")]
    pub last_day: Option<Day>,
    /// How long it lasts from its first day, like 30d, 3mo, 1y
    #[arg(long, value_name = "DURATION", group = "end")]
    pub term: Option<Span>,
    /// Days after which each file ends and has to be renewed, like 90d
    #[arg(long, value_name = "DAYS")]
    pub checkpoint: Option<Clear<Days>>,
    /// Days after the end in which applications still work and say so [default: 0d]
    #[arg(long, value_name = "DAYS")]
    pub grace: Option<Clear<Days>>,
    /// Most days that applications work without a newer file
    #[arg(long, value_name = "N")]
    pub offline_days: Option<Clear<Count>>,
    /// Most starts of applications without a newer file
    #[arg(long, value_name = "N")]
    pub offline_starts: Option<Clear<Count>>,
    /// What applications do when it has run out: block, warn, log [default: block]
    #[arg(long, value_name = "WAY", value_parser = enforcement)]
    pub enforcement: Option<Enforcement>,
    /// Most computers of one user
    #[arg(long, value_name = "N")]
    pub hosts_per_user: Option<Clear<Count>>,
    /// A setting of the application; may be repeated
    #[arg(long, value_name = "KEY=VALUE", value_parser = key_value)]
    pub set: Vec<(String, String)>,
}

impl TermsArgs {
    /// The terms as they were typed.
    pub fn terms(&self) -> Result<Terms, Refusal> {
        let last =
            self.last_day.map(|day| plus_days(day.0, 1).ok_or_else(|| Refusal::usage("the last day is the calendar's last")));
        let ends = match (self.ends.clone(), last.transpose()?, self.term) {
            (Some(Clear::Nothing), ..) => Some(Clear::Nothing),
            (Some(Clear::Value(Day(day))), ..) | (_, Some(day), _) => Some(Clear::Value(End::Day(day))),
            (.., Some(span)) => Some(Clear::Value(End::Term(span))),
            _ => None,
        };
        let mut set = std::collections::BTreeMap::new();
        for (key, value) in self.set.iter().cloned() {
            if let Some(other) = set.insert(key.clone(), value.clone()).filter(|other| *other != value) {
                return Err(Refusal::usage(format!("--set {key} is given twice, with {other:?} and {value:?}")));
            }
        }
        Ok(Terms {
            model: self.model,
            seats: self.seats,
            modules: self.modules.clone(),
            starts: self.starts,
            ends,
            checkpoint: self.checkpoint.clone(),
            grace: self.grace.clone(),
            offline_days: self.offline_days.clone(),
            offline_starts: self.offline_starts.clone(),
            enforcement: self.enforcement,
            hosts_per_user: self.hosts_per_user.clone(),
            set,
        })
    }
}

/// One word of an enumeration.
fn one_of<T: Copy>(text: &str, what: &str, all: &[(&str, T)]) -> Result<T, Refusal> {
    let found = all.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
    found.ok_or_else(|| Refusal::usage(format!("{text:?} is not {what}")).hint(format!("one of {}", words.join(", "))))
}

/// `named`, `floating` or `device`.
fn model(text: &str) -> Result<Model, Refusal> {
    one_of(text, "a model", &[Model::Named, Model::Floating, Model::Device].map(|model| (model.as_str(), model)))
}

/// `block`, `warn` or `log`.
fn enforcement(text: &str) -> Result<Enforcement, Refusal> {
    one_of(text, "an enforcement", &[Enforcement::Block, Enforcement::Warn, Enforcement::Log].map(|way| (way.as_str(), way)))
}

/// `commercial` or `trial`.
pub fn edition(text: &str) -> Result<Edition, Refusal> {
    one_of(text, "an edition", &[Edition::Commercial, Edition::Trial].map(|edition| (edition.as_str(), edition)))
}

/// `base` or `application`.
pub fn product_kind(text: &str) -> Result<ProductKind, Refusal> {
    one_of(text, "a kind of product", &[ProductKind::Base, ProductKind::Application].map(|kind| (kind.as_str(), kind)))
}

/// `KEY=VALUE`
fn key_value(text: &str) -> Result<(String, String), Refusal> {
    let (key, value) = text.split_once('=').ok_or_else(|| {
        Refusal::usage(format!("{text:?} is not a setting")).hint("a setting is written KEY=VALUE, like support=gold")
    })?;
    check_setting(key, value)?;
    Ok((key.to_owned(), value.to_owned()))
}

/// The day before an end day: the last full day, for tables.
pub fn last_day(ends: Date) -> Option<Date> {
    plus_days(ends, -1)
}
