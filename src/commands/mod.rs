//! The verbs: each turns arguments into an [`Outcome`]. One folder for each noun, one file for each
//! verb; a verb never names another verb.

pub mod answers;
mod assignment;
mod audit;
mod bundle;
mod check;
mod company;
mod completions;
mod container;
mod credential;
mod customer;
mod doctor;
mod explain;
#[cfg(feature = "fill")]
pub mod fill;
mod find;
mod init;
mod inspect;
mod key;
mod license;
mod man;
mod module;
mod product;
mod quickstart;
mod recovery;
mod session;
mod status;
mod ticket;
mod user;
mod verify;

use std::cell::Cell;
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches, Parser, Subcommand};

use crate::cli::arguments::Globals;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::render::{self, Color, Manner};
use crate::cli::{error_report, prompts};
use crate::host::Host;
use crate::ops::error::Result;

/// Manage software licenses and sign license files
///
/// One SQLite database and one folder of keys: products, customers, licenses, and signed files that
/// applications check offline.
#[derive(Debug, Parser)]
#[command(
    name = "licentia",
    version,
    max_term_width = 100,
    propagate_version = true,
    disable_help_subcommand = false
)]
#[command(
    after_help = "`licentia quickstart` creates a demonstration in a new folder and asks no \
                  questions."
)]
struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    noun: TopCommand,
}

#[derive(Debug, Subcommand)]
enum TopCommand {
    Quickstart(quickstart::Args),
    Init(init::Args),
    Find(find::Args),
    /// Signing keys and the key set that applications trust
    #[command(subcommand)]
    Key(DeferredVerbs<key::Verb>),
    /// Products, their terms and their modules
    #[command(subcommand)]
    Product(DeferredVerbs<product::Verb>),
    /// Features of a product, in a tree
    #[command(subcommand)]
    Module(DeferredVerbs<module::Verb>),
    /// Customers: buyers of licenses
    #[command(subcommand)]
    Customer(DeferredVerbs<customer::Verb>),
    /// Companies: parts of a customer that can hold licenses
    #[command(subcommand)]
    Company(DeferredVerbs<company::Verb>),
    /// Users: persons at a customer
    #[command(subcommand)]
    User(DeferredVerbs<user::Verb>),
    /// Licenses: issue, deliver, change and end them
    #[command(subcommand)]
    License(DeferredVerbs<license::Verb>),
    /// Containers for seats: cloud containers, devices and dongles
    #[command(subcommand)]
    Container(DeferredVerbs<container::Verb>),
    /// Credentials that open cloud containers
    #[command(subcommand)]
    Credential(DeferredVerbs<credential::Verb>),
    /// Assignments of users to licenses
    #[command(subcommand)]
    Assignment(DeferredVerbs<assignment::Verb>),
    /// Sessions: seats that are in use
    #[command(subcommand)]
    Session(DeferredVerbs<session::Verb>),
    /// Secret codes that let their holders activate licenses
    #[command(subcommand)]
    Ticket(DeferredVerbs<ticket::Verb>),
    /// Recovery of the licenses of lost containers: quotas, policies and new files
    #[command(subcommand)]
    Recovery(DeferredVerbs<recovery::Verb>),
    /// Status lists: ended and suspended licenses and files, for applications
    #[command(subcommand)]
    Status(DeferredVerbs<status::Verb>),
    /// Audit log of all changes
    #[command(subcommand)]
    Audit(DeferredVerbs<audit::Verb>),
    Verify(verify::Args),
    Inspect(inspect::Args),
    Bundle(bundle::Args),
    Check(check::Args),
    Doctor(doctor::Args),
    Explain(explain::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// The verbs of a noun. clap defines them only when it reaches the noun: the definition of the
/// verbs of all nouns would take most of the time of a short command.
#[derive(Debug)]
struct DeferredVerbs<V>(V);

impl<V: FromArgMatches> FromArgMatches for DeferredVerbs<V> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        V::from_arg_matches(matches).map(DeferredVerbs)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

thread_local! {
    /// True while all verbs are defined at once.
    static WHOLE: Cell<bool> = const { Cell::new(false) };
}

impl<V: Subcommand> Subcommand for DeferredVerbs<V> {
    fn augment_subcommands(command: clap::Command) -> clap::Command {
        let command = command.subcommand_value_name("VERB").subcommand_help_heading("Verbs");
        if WHOLE.get() {
            V::augment_subcommands(command)
        } else {
            command.defer(V::augment_subcommands)
        }
    }

    fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
        V::augment_subcommands_for_update(command)
    }

    fn has_subcommand(name: &str) -> bool {
        V::has_subcommand(name)
    }
}

/// Runs one command and returns its exit status.
pub fn run(args: impl IntoIterator<Item = OsString>, host: &mut Host) -> u8 {
    let mut args: Vec<OsString> = args.into_iter().collect();
    // The options and the colors of an error about arguments that cannot be parsed.
    let mut manner = Manner::guess(&args);
    host.color = Color::guess(&args).paint(host);
    let mut parsed = parse(&args);
    if matches!(&parsed, Err(error) if error.kind() == ErrorKind::MissingRequiredArgument) {
        match prompts::missing(&definition(), &args, host) {
            Ok(None) => {}
            Ok(Some(complete)) => {
                args = complete;
                parsed = parse(&args);
            }
            Err(error) => return render::error(&error, manner, host),
        }
    }
    let finished = match parsed {
        Ok(cli) => {
            host.color = cli.globals.color.paint(host);
            let mut command = CommandContext::new(host, cli.globals);
            let finished = command
                .globals
                .check()
                .map_err(Into::into)
                .and_then(|()| run_noun(cli.noun, &mut command));
            let finished =
                finished.map(|outcome| if command.is_dry() { outcome.dry() } else { outcome });
            let warned_before = command.warnings();
            let finished = finished.map(|outcome| Outcome { warned_before, ..outcome });
            manner = command.manner();
            finished
        }
        Err(error) => match error.kind() {
            // clap's own text has the name of the verb.
            ErrorKind::DisplayVersion => Ok(Outcome::plain_text(
                concat!("licentia ", env!("CARGO_PKG_VERSION"), "\n").to_owned(),
            )),
            ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Ok(Outcome::plain_text(error.render().to_string()))
            }
            _ => Err(error_report::usage(&error)),
        },
    };
    let ended = finished.and_then(|outcome| render::outcome(outcome, manner, host));
    ended.unwrap_or_else(|error| render::error(&error, manner, host))
}

/// Returns clap's definition of the command line with all its verbs: for completions, man pages,
/// missing arguments, and tests that type every verb.
pub fn definition() -> clap::Command {
    WHOLE.set(true);
    let whole = lazy_definition();
    WHOLE.set(false);
    whole
}

/// Returns clap's definition of the command line.
fn lazy_definition() -> clap::Command {
    let command = Cli::command();
    let groups: String =
        GROUPS.iter().map(|(heading, nouns)| group(&command, heading, nouns)).collect();
    command.help_template(format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n{groups}\nGlobal options (-h \
         lists the common ones, --help lists all):\n{{options}}\n\n`licentia NOUN` lists the verbs of a noun; \
         `licentia NOUN VERB --help` describes a verb.{{after-help}}"
    ))
}

/// The headings of the help, each with its nouns.
const GROUPS: &[(&str, &[&str])] = &[
    ("First steps", &["quickstart", "init"]),
    (
        "Sales and support",
        &[
            "find",
            "license",
            "container",
            "credential",
            "recovery",
            "bundle",
            "ticket",
            "assignment",
            "session",
            "customer",
            "company",
            "user",
        ],
    ),
    ("Product management", &["product", "module"]),
    ("Administration of keys and records", &["key", "status", "check", "audit", "doctor"]),
    ("File verification", &["verify", "inspect"]),
    ("Help and shell integration", &["explain", "completions", "man"]),
];

fn group(command: &clap::Command, heading: &str, nouns: &[&str]) -> String {
    let about = |noun: &str| {
        command.find_subcommand(noun).and_then(clap::Command::get_about).map(ToString::to_string)
    };
    let lines =
        nouns.iter().map(|noun| format!("  {noun:<12}{}\n", about(noun).unwrap_or_default()));
    format!("\n{heading}:\n{}", lines.collect::<String>())
}

fn parse(args: &[OsString]) -> Result<Cli, clap::Error> {
    let mut definition = lazy_definition();
    let matches = definition.try_get_matches_from_mut(args)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut definition))
}

fn run_noun(noun: TopCommand, context: &mut CommandContext<'_>) -> Result<Outcome> {
    match noun {
        TopCommand::Quickstart(args) => quickstart::run(&args, run, context),
        TopCommand::Init(args) => init::run(&args, context),
        TopCommand::Find(args) => find::run(&args, context),
        TopCommand::Key(verb) => verb.0.run(context),
        TopCommand::Product(verb) => verb.0.run(context),
        TopCommand::Module(verb) => verb.0.run(context),
        TopCommand::Customer(verb) => verb.0.run(context),
        TopCommand::Company(verb) => verb.0.run(context),
        TopCommand::User(verb) => verb.0.run(context),
        TopCommand::License(verb) => verb.0.run(context),
        TopCommand::Container(verb) => verb.0.run(context),
        TopCommand::Credential(verb) => verb.0.run(context),
        TopCommand::Assignment(verb) => verb.0.run(context),
        TopCommand::Session(verb) => verb.0.run(context),
        TopCommand::Ticket(verb) => verb.0.run(context),
        TopCommand::Recovery(verb) => verb.0.run(context),
        TopCommand::Status(verb) => verb.0.run(context),
        TopCommand::Audit(verb) => verb.0.run(context),
        TopCommand::Verify(args) => verify::run(&args, context),
        TopCommand::Inspect(args) => inspect::run(&args, context),
        TopCommand::Bundle(args) => bundle::run(&args, context),
        TopCommand::Check(args) => check::run(&args, context),
        TopCommand::Doctor(args) => doctor::run(&args, context),
        TopCommand::Explain(args) => explain::run(&args, context),
        TopCommand::Completions(args) => Ok(completions::run(&args, definition())),
        TopCommand::Man(args) => man::run(&args, definition(), context),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the examples in the help of a verb, each as its words.
    fn examples(command: &clap::Command) -> Vec<Vec<String>> {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let lines = help.lines().map(str::trim).filter(|line| line.starts_with("licentia "));
        // A redirection is the shell's part of the line.
        let line = |line: &str| line.split(['>', '|']).next().unwrap_or_default().trim().to_owned();
        lines.map(|text| words(&line(text))).collect()
    }

    fn words(line: &str) -> Vec<String> {
        let quoted = line.split('\'').enumerate();
        let mut words = Vec::new();
        for (place, part) in quoted {
            if place % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
            }
        }
        words
    }

    #[test]
    fn every_verb_has_an_example_that_can_be_typed() {
        fn walk(command: &clap::Command, path: &str, seen: &mut usize) {
            let path = format!("{path} {}", command.get_name());
            let below: Vec<_> =
                command.get_subcommands().filter(|below| below.get_name() != "help").collect();
            below.iter().for_each(|below| walk(below, &path, seen));
            if below.is_empty() {
                *seen += 1;
                let examples = examples(command);
                assert!(!examples.is_empty(), "{path} has no example");
                for words in examples {
                    assert!(words.join(" ").starts_with(path.trim()), "{path} shows {words:?}");
                    if let Err(error) = Cli::try_parse_from(&words) {
                        panic!("{words:?}: {error}");
                    }
                }
            }
        }
        let mut seen = 0;
        walk(&definition(), "", &mut seen);
        assert!(seen >= 40, "{seen} verbs");
    }

    #[test]
    fn every_noun_is_in_one_group_of_the_help() {
        let command = Cli::command();
        let grouped: Vec<&str> =
            GROUPS.iter().flat_map(|(_, nouns)| nouns.iter().copied()).collect();
        let nouns: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        for noun in &nouns {
            assert_eq!(grouped.iter().filter(|other| *other == noun).count(), 1, "{noun}");
        }
        assert_eq!(grouped.len(), nouns.len(), "{grouped:?}");
    }
}
