//! Arguments that several verbs share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use licentia_runtime::{Edition, ProductKind};

use crate::cli::render::{Color, Format};
use crate::domain::Error;
use crate::domain::license::terms::{
    Day, End, OrNone, TERMS, Term, Terms, TermsEdit, check_attribute, or_no_end,
};
use crate::domain::time::{Span, plus_days};

/// The global options, which every verb takes.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct Globals {
    /// Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the
    /// nearest parent folder with a licentia.toml, else the user's data folder]
    #[arg(long, global = true, value_name = "DIR", hide_short_help = true)]
    pub home: Option<PathBuf>,
    /// Output format of data [default: the format in licentia.toml, else table]
    #[arg(long, global = true, value_name = "FORMAT", value_enum, hide_short_help = true)]
    pub format: Option<Format>,
    /// Same as --format json
    #[arg(long, global = true, conflicts_with = "format", hide_short_help = true)]
    pub json: bool,
    /// Show the changes without making them. The exit status is that of the real run, apart from
    /// keys, passphrases and confirmations, which are not needed
    #[arg(long, global = true, hide_short_help = true)]
    pub dry_run: bool,
    /// Answer yes to every confirmation
    #[arg(long, global = true, hide_short_help = true)]
    pub yes: bool,
    /// Never prompt; a missing value is an error
    #[arg(long, global = true, hide_short_help = true)]
    pub no_input: bool,
    /// Author name for the audit log [default: LICENTIA_ACTOR, else the system user]
    #[arg(long, global = true, value_name = "NAME", hide_short_help = true)]
    pub actor: Option<String>,
    /// File with the passphrases that unlock keys, one per line [default:
    /// LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub passphrase_file: Option<PathBuf>,
    /// File with the passphrases for new keys, one per line [default:
    /// LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub new_passphrase_file: Option<PathBuf>,
    /// File with the private root key, if it is not in the home (for example on a USB drive)
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub root_key: Option<PathBuf>,
    /// Color of messages; auto means never if NO_COLOR is set [default: auto]
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
    /// Suppress success messages
    #[arg(long, short, global = true, hide_short_help = true)]
    pub quiet: bool,
    /// Print the home and the keys that are used, and the code of an error
    #[arg(long, short, global = true, conflicts_with = "quiet", hide_short_help = true)]
    pub verbose: bool,
}

impl Globals {
    /// Refuses global options that exclude each other. clap finds such a pair only if both options
    /// are on the same side of the verb.
    pub fn check(&self) -> Result<(), Error> {
        if self.json && self.format.is_some_and(|format| format != Format::Json) {
            return Err(Error::usage("--json and another --format cannot be used together")
                .hint("omit one of the options"));
        }
        if self.quiet && self.verbose {
            return Err(Error::usage("--quiet and --verbose cannot be used together")
                .hint("omit one of the options"));
        }
        Ok(())
    }
}

/// The target of an emitted file.
#[derive(Clone, Debug, Default, Args)]
pub struct Out {
    /// Output file; - is standard output
    #[arg(long, value_name = "FILE", conflicts_with = "out_dir")]
    pub out: Option<PathBuf>,
    /// Output folder, created if missing; the file is named after its serial
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long)]
    pub force: bool,
}

impl Out {
    /// Returns whether the target is standard output.
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

    /// Returns whether the command line names a target.
    pub fn is_asked(&self) -> bool {
        self.out.is_some() || self.out_dir.is_some()
    }
}

/// The target of a text that is the answer of its verb.
#[derive(Clone, Debug, Default, Args)]
pub struct OneOut {
    /// Output file; - is standard output [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long)]
    pub force: bool,
}

impl OneOut {
    /// Returns the target. The default is standard output, unless the answer there is JSON or CSV.
    pub fn out(&self, format: Format) -> Out {
        let default = || (format == Format::Table).then(|| "-".into());
        Out { out: self.out.clone().or_else(default), out_dir: None, force: self.force }
    }
}

/// A page of a long list.
#[derive(Clone, Debug, Default, Args)]
pub struct Page {
    /// Maximum number of entries
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    /// Last entry of the previous page; the list begins after it
    #[arg(long, value_name = "ID")]
    pub after: Option<String>,
}

impl Page {
    /// Returns the items of a complete list that follow the item `after`.
    pub fn following<T: PartialEq>(items: Vec<T>, after: Option<&T>) -> impl Iterator<Item = T> {
        let first = after
            .and_then(|after| items.iter().position(|item| item == after))
            .map_or(0, |place| place + 1);
        items.into_iter().skip(first)
    }

    /// Returns the maximum number of items.
    pub fn limit(&self) -> usize {
        self.limit.map_or(usize::MAX, |limit| limit as usize)
    }
}

/// The flags for the terms of a license: one for each row of the table of terms, two further ones
/// for the end, and one for the settings.
#[derive(Clone, Debug, Default)]
pub struct TermsArgs {
    /// The typed terms, except the end and the settings.
    stated: Terms,
    /// The names of the terms that were typed as `inherit`, in the order of the table.
    dropped: Vec<String>,
    ends: Option<Inherit<OrNone<Day>>>,
    last_day: Option<Inherit<OrNone<Day>>>,
    term: Option<Inherit<OrNone<Span>>>,
    set: Vec<(String, String)>,
}

/// The flags for the terms of a license that exists, or of its successor. Their help states no
/// defaults, because an omitted term is unchanged.
#[derive(Clone, Debug, Default)]
pub struct ChangedTermsArgs(pub TermsArgs);

impl Args for ChangedTermsArgs {
    fn augment_args(command: Command) -> Command {
        TermsArgs::augment_args(command).mut_args(|arg| {
            let help = TERMS.iter().find(|term| arg.get_id() == term.name).map(|term| term.help);
            match help.and_then(|help| help.split_once(" [default of a new license")) {
                Some((help, _)) => arg.help(help),
                None => arg,
            }
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        ChangedTermsArgs::augment_args(command)
    }
}

impl FromArgMatches for ChangedTermsArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        TermsArgs::from_arg_matches(matches).map(ChangedTermsArgs)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

/// Returns the flag of a term.
fn flag(term: &'static Term) -> Arg {
    Arg::new(term.name)
        .long(term.name)
        .value_name(term.value_name)
        .help(term.help)
        .allow_negative_numbers(term.value_name == "N")
}

/// Reads an end; the hint of an error names the word for no end.
fn read_end<T: FromStr<Err = Error>>(text: &str) -> Result<Inherit<OrNone<T>>, Error> {
    text.parse().map_err(or_no_end)
}

/// Returns the three flags for the end.
fn end_flags(ends: &'static Term) -> [Arg; 3] {
    let last_day = Arg::new("last_day")
        .long("last-day")
        .value_name("DATE")
        .help("Last full day; none for no end")
        .value_parser(read_end::<Day>);
    let term = Arg::new("term")
        .long("term")
        .value_name("DURATION")
        .help("Duration from the first day, for example 30d, 3mo, 1y; none for no end")
        .value_parser(read_end::<Span>);
    let ends = flag(ends).value_parser(read_end::<Day>);
    [ends, last_day, term].map(|flag| flag.group("end"))
}

impl Args for TermsArgs {
    fn augment_args(mut command: Command) -> Command {
        command = command.next_help_heading("Terms");
        for term in TERMS {
            command = if term.name == ENDS {
                command.args(end_flags(term))
            } else {
                let check = move |text: &str| (term.check)(text).map(|()| text.to_owned());
                command.arg(flag(term).value_parser(or_inherit(check)))
            };
        }
        command.arg(
            Arg::new("set")
                .long("set")
                .value_name("KEY=VALUE")
                .help(
                    "Attribute for the application; repeatable; KEY=none clears an attribute of \
                     the product or of licentia.toml",
                )
                .action(ArgAction::Append)
                .value_parser(key_value),
        )
    }

    fn augment_args_for_update(command: Command) -> Command {
        TermsArgs::augment_args(command)
    }
}

impl FromArgMatches for TermsArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut args = TermsArgs {
            ends: matches.get_one(ENDS).cloned(),
            last_day: matches.get_one("last_day").cloned(),
            term: matches.get_one("term").cloned(),
            set: matches.get_many("set").into_iter().flatten().cloned().collect(),
            ..TermsArgs::default()
        };
        for name in TERMS.iter().map(|term| term.name) {
            let is_dropped = if name == ENDS {
                args.is_end_inherited()
            } else {
                let typed: Option<&Inherit<String>> = matches.get_one(name);
                if let Some(Inherit::Own(text)) = typed {
                    args.stated.state(name, text).map_err(|error| {
                        clap::Error::raw(ErrorKind::ValueValidation, error.message)
                    })?;
                }
                typed == Some(&Inherit::Below)
            };
            if is_dropped {
                args.dropped.push(name.to_owned());
            }
        }
        Ok(args)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = TermsArgs::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The name of the term that has three flags.
const ENDS: &str = "ends";

/// A value, or the word `inherit`, which removes the value so that the layer below applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inherit<T> {
    /// The word `inherit`.
    Below,
    /// A value.
    Own(T),
}

impl<T> Inherit<T> {
    /// Returns the value; `None` for `inherit`.
    fn own(&self) -> Option<&T> {
        match self {
            Inherit::Below => None,
            Inherit::Own(value) => Some(value),
        }
    }
}

impl<T: FromStr<Err = Error>> FromStr for Inherit<T> {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        if text == INHERIT { Ok(Inherit::Below) } else { text.parse().map(Inherit::Own) }
    }
}

/// The word that removes a value.
const INHERIT: &str = "inherit";

/// Reads a value, or the word `inherit`.
fn or_inherit<T>(
    parse: impl Fn(&str) -> Result<T, Error> + Clone,
) -> impl Fn(&str) -> Result<Inherit<T>, Error> + Clone {
    move |text| if text == INHERIT { Ok(Inherit::Below) } else { parse(text).map(Inherit::Own) }
}

impl TermsArgs {
    /// Returns whether a term was typed.
    pub fn is_given(&self) -> bool {
        self.stated != Terms::default()
            || !self.dropped.is_empty()
            || self.has_end()
            || !self.set.is_empty()
    }

    /// Returns whether an end was typed.
    pub fn has_end(&self) -> bool {
        self.ends.is_some() || self.last_day.is_some() || self.term.is_some()
    }

    fn is_end_inherited(&self) -> bool {
        self.ends == Some(Inherit::Below)
            || self.last_day == Some(Inherit::Below)
            || self.term == Some(Inherit::Below)
    }

    /// Returns the flags that were typed with `inherit`. An edit distinguishes `inherit` from an
    /// omitted flag.
    fn inherited(&self) -> Vec<String> {
        let mut set: Vec<String> = self
            .set
            .iter()
            .filter(|(_, value)| value == INHERIT)
            .map(|(key, _)| format!("set {key}"))
            .collect();
        set.sort();
        set.dedup();
        self.dropped.iter().cloned().chain(set).collect()
    }

    /// Returns the change that was typed.
    ///
    /// # Errors
    ///
    /// `usage` for a setting with two values, a last day that has no next day.
    pub fn terms_edit(&self) -> Result<TermsEdit, Error> {
        Ok(TermsEdit { stated: self.terms()?, dropped: self.inherited() })
    }

    /// Returns the typed terms; `inherit` counts as omitted.
    ///
    /// # Errors
    ///
    /// `usage` for a setting with two values, a last day that has no next day.
    pub fn terms(&self) -> Result<Terms, Error> {
        let mut typed = BTreeMap::new();
        for (key, value) in &self.set {
            if let Some(other) = typed.insert(key, value).filter(|other| *other != value) {
                return Err(Error::usage(format!(
                    "--set {key} is used twice, with {other:?} and {value:?}"
                )));
            }
        }
        let set = typed.into_iter().filter(|(_, value)| *value != INHERIT);
        let set = set.map(|(key, value)| (key.clone(), value.clone())).collect();
        Ok(Terms { ends: self.end()?, set, ..self.stated.clone() })
    }

    /// Returns the end that was typed with one of the three flags.
    fn end(&self) -> Result<Option<OrNone<End>>, Error> {
        let next = |day: &Day| {
            plus_days(day.0, 1).ok_or_else(|| {
                Error::usage("the last day must be before the last day of the calendar")
            })
        };
        let ends = self.ends.as_ref().and_then(Inherit::own);
        let last_day = self.last_day.as_ref().and_then(Inherit::own);
        let term = self.term.as_ref().and_then(Inherit::own);
        Ok(match (ends, last_day, term) {
            (Some(OrNone::Value(day)), ..) => Some(OrNone::Value(End::Day(day.0))),
            (_, Some(OrNone::Value(day)), _) => Some(OrNone::Value(End::Day(next(day)?))),
            (.., Some(OrNone::Value(span))) => Some(OrNone::Value(End::Term(*span))),
            (None, None, None) => None,
            _ => Some(OrNone::None),
        })
    }
}

/// Quotes a word for a shell.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@+%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Parses `yes` or `no`.
pub fn yes_or_no(text: &str) -> Result<bool, Error> {
    one_of(text, "yes or no", &[("yes", true), ("no", false), ("true", true), ("false", false)])
}

/// Parses a word of an enumeration. `object` names the enumeration in the error.
pub fn one_of<T: Copy>(text: &str, object: &str, all: &[(&str, T)]) -> Result<T, Error> {
    let found = all.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
    found.ok_or_else(|| {
        Error::usage(format!("{text:?} is not {object}"))
            .hint(format!("choose one of {}", words.join(", ")))
    })
}

/// Parses `commercial` or `trial`.
pub fn edition(text: &str) -> Result<Edition, Error> {
    one_of(
        text,
        "an edition",
        &[Edition::Commercial, Edition::Trial].map(|edition| (edition.as_str(), edition)),
    )
}

/// Parses `base` or `application`.
pub fn product_kind(text: &str) -> Result<ProductKind, Error> {
    one_of(
        text,
        "a kind of product",
        &[ProductKind::Base, ProductKind::Application].map(|kind| (kind.as_str(), kind)),
    )
}

/// Parses `KEY=VALUE`.
fn key_value(text: &str) -> Result<(String, String), Error> {
    let (key, value) = text.split_once('=').ok_or_else(|| {
        Error::usage(format!("{text:?} is not an attribute"))
            .hint("write an attribute as KEY=VALUE, like support=gold")
    })?;
    check_attribute(key, value)?;
    Ok((key.to_owned(), value.to_owned()))
}
