//! Arguments that several verbs share.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use licentia_runtime::{Edition, Enforcement, Model, ProductKind};

use crate::cli::render::{Color, Format};
use crate::domain::Refusal;
use crate::domain::license::terms::{
    Clear, Count, Day, End, Seats, Terms, TermsEdit, check_setting,
};
use crate::domain::module::Grants;
use crate::domain::time::{Days, Span, plus_days};

/// What every verb takes.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct Globals {
    /// The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else
    /// the nearest folder upwards with a licentia.toml, else the user's data folder]
    #[arg(long, global = true, value_name = "DIR", hide_short_help = true)]
    pub home: Option<PathBuf>,
    /// How to print data
    #[arg(long, global = true, value_name = "FORMAT", value_enum, hide_short_help = true)]
    pub format: Option<Format>,
    /// The same as --format json
    #[arg(long, global = true, conflicts_with = "format", hide_short_help = true)]
    pub json: bool,
    /// Decide and show what would change, with the exit status of the real run; needs no key and
    /// changes nothing
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
    /// The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE,
    /// LICENTIA_PASSPHRASE_FILE]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub passphrase_file: Option<PathBuf>,
    /// The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE,
    /// LICENTIA_NEW_PASSPHRASE_FILE]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub new_passphrase_file: Option<PathBuf>,
    /// The file with the root's private part, where it is not in the home (on a stick)
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub root_key: Option<PathBuf>,
    /// Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        hide_default_value = true,
        hide_short_help = true
    )]
    pub color: Color,
    /// Say nothing about a success
    #[arg(long, short, global = true, hide_short_help = true)]
    pub quiet: bool,
    /// Say which home and which key is used, and the code of a refusal
    #[arg(long, short, global = true, conflicts_with = "quiet", hide_short_help = true)]
    pub verbose: bool,
}

impl Globals {
    /// What does not go together, wherever in the line it stands: clap looks at one place only.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.json && self.format.is_some_and(|format| format != Format::Json) {
            return Err(
                Refusal::usage("--json does not go with another --format").hint("give one of them")
            );
        }
        if self.quiet && self.verbose {
            return Err(
                Refusal::usage("--quiet does not go with --verbose").hint("give one of them")
            );
        }
        Ok(())
    }
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
    /// Whether it goes to standard output.
    pub fn is_standard(&self) -> bool {
        let names = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
        self.out.as_deref().is_some_and(|out| names.iter().any(|name| out == Path::new(name)))
    }

    /// Returns the target of a verb whose file is its answer: standard output, unless another
    /// target is named or the answer is JSON or CSV.
    pub fn or_standard(&self, format: Format) -> Out {
        if self.is_asked() || format != Format::Table {
            return self.clone();
        }
        Out { out: Some("-".into()), ..Out::default() }
    }

    /// Whether a file was asked for.
    pub fn is_asked(&self) -> bool {
        self.out.is_some() || self.out_dir.is_some()
    }
}

/// Where one text goes that is data too.
#[derive(Clone, Debug, Default, Args)]
pub struct OneOut {
    /// Write it here; - is standard output [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long)]
    pub force: bool,
}

impl OneOut {
    /// The same with the default: standard output, unless that has a document for machines.
    pub fn out(&self, format: Format) -> Out {
        let default = || (format == Format::Table).then(|| "-".into());
        Out { out: self.out.clone().or_else(default), out_dir: None, force: self.force }
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

impl Page {
    /// Of a list that was read whole: what comes behind this one.
    pub fn behind<T: PartialEq>(items: Vec<T>, after: Option<&T>) -> impl Iterator<Item = T> {
        let first = after
            .and_then(|after| items.iter().position(|item| item == after))
            .map_or(0, |place| place + 1);
        items.into_iter().skip(first)
    }

    /// The most that are shown.
    pub fn most(&self) -> usize {
        self.limit.map_or(usize::MAX, |limit| limit as usize)
    }
}

/// The terms of a license.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Terms")]
pub struct TermsArgs {
    /// What a seat is: named (a registered user), floating (a working user), device [default of a
    /// new license: floating]
    #[arg(long, value_name = "MODEL", value_parser = or_inherit(model))]
    pub model: Option<Inherit<Model>>,
    /// How many seats [default of a new license: 1]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seats: Option<Inherit<Seats>>,
    /// Which modules, separated by commas; a value is a limit, an end is the module's own
    #[arg(long, value_name = "CODE[=VALUE][@END],…")]
    pub modules: Option<Inherit<Clear<Grants>>>,
    /// The first day [default of a new license: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub starts: Option<Inherit<Day>>,
    /// The day on which it ends, at 00:00 UTC; none for no end
    #[arg(long, value_name = "DATE", group = "end")]
    pub ends: Option<Inherit<Clear<Day>>>,
    /// The last full day; none for no end
    #[arg(long, value_name = "DATE", group = "end")]
    pub last_day: Option<Inherit<Clear<Day>>>,
    /// How long it lasts from its first day, like 30d, 3mo, 1y; none for no end
    #[arg(long, value_name = "DURATION", group = "end")]
    pub term: Option<Inherit<Clear<Span>>>,
    /// Days after which each file ends and has to be renewed, like 90d
    #[arg(long, value_name = "DAYS")]
    pub checkpoint: Option<Inherit<Clear<Days>>>,
    /// Days after the end in which applications still work and say so [default of a new license:
    /// 0d]
    #[arg(long, value_name = "DAYS")]
    pub grace: Option<Inherit<Clear<Days>>>,
    /// Most days that applications work without a newer file
    #[arg(long, value_name = "N")]
    pub offline_days: Option<Inherit<Clear<Count>>>,
    /// Most starts of applications without a newer file
    #[arg(long, value_name = "N")]
    pub offline_starts: Option<Inherit<Clear<Count>>>,
    /// What applications do when it has run out: block, warn, log [default of a new license: block]
    #[arg(long, value_name = "WAY", value_parser = or_inherit(enforcement))]
    pub enforcement: Option<Inherit<Enforcement>>,
    /// Most computers of one user
    #[arg(long, value_name = "N")]
    pub hosts_per_user: Option<Inherit<Clear<Count>>>,
    /// A setting of the application; may be repeated; KEY=none clears one that the product or
    /// licentia.toml has
    #[arg(long, value_name = "KEY=VALUE", value_parser = key_value)]
    pub set: Vec<(String, String)>,
}

/// A value, or the word `inherit` that drops one, so that the layer below counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inherit<T> {
    /// `inherit`
    Below,
    /// A value of its own.
    Own(T),
}

impl<T: FromStr<Err = Refusal>> FromStr for Inherit<T> {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        if text == INHERIT { Ok(Inherit::Below) } else { text.parse().map(Inherit::Own) }
    }
}

/// The word that drops a value.
const INHERIT: &str = "inherit";

/// Reads a value, or the word `inherit`.
fn or_inherit<T>(
    parse: fn(&str) -> Result<T, Refusal>,
) -> impl Fn(&str) -> Result<Inherit<T>, Refusal> + Clone {
    move |text| if text == INHERIT { Ok(Inherit::Below) } else { parse(text).map(Inherit::Own) }
}

/// What a flag makes of the value that was there: dropped, replaced, or kept.
fn laid<T: Clone>(flag: Option<&Inherit<T>>, before: Option<T>) -> Option<T> {
    match flag {
        None => before,
        Some(Inherit::Below) => None,
        Some(Inherit::Own(value)) => Some(value.clone()),
    }
}

impl TermsArgs {
    /// Whether anything was typed.
    pub fn is_given(&self) -> bool {
        let ends = self.ends.is_some()
            || self.last_day.is_some()
            || self.term.is_some()
            || self.starts.is_some();
        let days = self.checkpoint.is_some() || self.grace.is_some() || self.offline_days.is_some();
        let counts =
            self.seats.is_some() || self.offline_starts.is_some() || self.hosts_per_user.is_some();
        let rest = self.model.is_some()
            || self.modules.is_some()
            || self.enforcement.is_some()
            || !self.set.is_empty();
        ends || days || counts || rest
    }

    /// Whether it was said when it ends.
    pub fn has_end(&self) -> bool {
        self.ends.is_some() || self.last_day.is_some() || self.term.is_some()
    }

    /// The flags that were typed with `inherit`: where omitted means another thing, they make
    /// another request.
    pub fn inherited(&self) -> Vec<String> {
        fn is<T>(flag: Option<&Inherit<T>>) -> bool {
            matches!(flag, Some(Inherit::Below))
        }
        let ends = is(self.ends.as_ref()) || is(self.last_day.as_ref()) || is(self.term.as_ref());
        let flags = [
            ("model", is(self.model.as_ref())),
            ("seats", is(self.seats.as_ref())),
            ("modules", is(self.modules.as_ref())),
            ("starts", is(self.starts.as_ref())),
            ("ends", ends),
            ("checkpoint", is(self.checkpoint.as_ref())),
            ("grace", is(self.grace.as_ref())),
            ("offline-days", is(self.offline_days.as_ref())),
            ("offline-starts", is(self.offline_starts.as_ref())),
            ("enforcement", is(self.enforcement.as_ref())),
            ("hosts-per-user", is(self.hosts_per_user.as_ref())),
        ];
        let mut names: Vec<String> =
            flags.iter().filter(|(_, is)| *is).map(|(name, _)| (*name).to_owned()).collect();
        let mut set: Vec<String> = self
            .set
            .iter()
            .filter(|(_, value)| value == INHERIT)
            .map(|(key, _)| format!("set {key}"))
            .collect();
        set.sort();
        set.dedup();
        names.extend(set);
        names
    }

    /// Returns the change that was typed.
    ///
    /// # Errors
    ///
    /// `usage` for a setting with two values, a last day that has no next day.
    pub fn terms_edit(&self) -> Result<TermsEdit, Refusal> {
        Ok(TermsEdit { stated: self.terms()?, dropped: self.inherited() })
    }

    /// The terms as they were typed; `inherit` is as good as omitted.
    pub fn terms(&self) -> Result<Terms, Refusal> {
        self.edit(Terms::default())
    }

    /// Terms with what was typed in the place of what they said.
    pub fn edit(&self, before: Terms) -> Result<Terms, Refusal> {
        let next = |day: &Day| {
            plus_days(day.0, 1).ok_or_else(|| Refusal::usage("the last day is the calendar's last"))
        };
        let own = |end: End| Some(Clear::Value(end));
        let ends = match (&self.ends, &self.last_day, &self.term) {
            (Some(Inherit::Below), ..)
            | (_, Some(Inherit::Below), _)
            | (.., Some(Inherit::Below)) => None,
            (Some(Inherit::Own(Clear::Nothing)), ..)
            | (_, Some(Inherit::Own(Clear::Nothing)), _)
            | (.., Some(Inherit::Own(Clear::Nothing))) => Some(Clear::Nothing),
            (Some(Inherit::Own(Clear::Value(day))), ..) => own(End::Day(day.0)),
            (_, Some(Inherit::Own(Clear::Value(day))), _) => own(End::Day(next(day)?)),
            (.., Some(Inherit::Own(Clear::Value(span)))) => own(End::Term(*span)),
            (None, None, None) => before.ends,
        };
        let mut typed = std::collections::BTreeMap::new();
        let mut set = before.set;
        for (key, value) in &self.set {
            if let Some(other) = typed.insert(key, value).filter(|other| *other != value) {
                return Err(Refusal::usage(format!(
                    "--set {key} is given twice, with {other:?} and {value:?}"
                )));
            }
            if value == INHERIT {
                drop(set.remove(key));
            } else {
                drop(set.insert(key.clone(), value.clone()));
            }
        }
        Ok(Terms {
            model: laid(self.model.as_ref(), before.model),
            seats: laid(self.seats.as_ref(), before.seats),
            modules: laid(self.modules.as_ref(), before.modules),
            starts: laid(self.starts.as_ref(), before.starts),
            ends,
            checkpoint: laid(self.checkpoint.as_ref(), before.checkpoint),
            grace: laid(self.grace.as_ref(), before.grace),
            offline_days: laid(self.offline_days.as_ref(), before.offline_days),
            offline_starts: laid(self.offline_starts.as_ref(), before.offline_starts),
            enforcement: laid(self.enforcement.as_ref(), before.enforcement),
            hosts_per_user: laid(self.hosts_per_user.as_ref(), before.hosts_per_user),
            set,
        })
    }
}

/// A word as a shell wants it.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@+%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// `yes` or `no`.
pub fn yes_or_no(text: &str) -> Result<bool, Refusal> {
    one_of(text, "yes or no", &[("yes", true), ("no", false), ("true", true), ("false", false)])
}

/// One word of an enumeration.
pub fn one_of<T: Copy>(text: &str, what: &str, all: &[(&str, T)]) -> Result<T, Refusal> {
    let found = all.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
    found.ok_or_else(|| {
        Refusal::usage(format!("{text:?} is not {what}"))
            .hint(format!("one of {}", words.join(", ")))
    })
}

/// `named`, `floating` or `device`.
fn model(text: &str) -> Result<Model, Refusal> {
    one_of(
        text,
        "a model",
        &[Model::Named, Model::Floating, Model::Device].map(|model| (model.as_str(), model)),
    )
}

/// `block`, `warn` or `log`.
fn enforcement(text: &str) -> Result<Enforcement, Refusal> {
    one_of(
        text,
        "an enforcement",
        &[Enforcement::Block, Enforcement::Warn, Enforcement::Log].map(|way| (way.as_str(), way)),
    )
}

/// `commercial` or `trial`.
pub fn edition(text: &str) -> Result<Edition, Refusal> {
    one_of(
        text,
        "an edition",
        &[Edition::Commercial, Edition::Trial].map(|edition| (edition.as_str(), edition)),
    )
}

/// `base` or `application`.
pub fn product_kind(text: &str) -> Result<ProductKind, Refusal> {
    one_of(
        text,
        "a kind of product",
        &[ProductKind::Base, ProductKind::Application].map(|kind| (kind.as_str(), kind)),
    )
}

/// `KEY=VALUE`
fn key_value(text: &str) -> Result<(String, String), Refusal> {
    let (key, value) = text.split_once('=').ok_or_else(|| {
        Refusal::usage(format!("{text:?} is not a setting"))
            .hint("a setting is written KEY=VALUE, like support=gold")
    })?;
    check_setting(key, value)?;
    Ok((key.to_owned(), value.to_owned()))
}
