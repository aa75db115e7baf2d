//! Prompts for missing arguments on a terminal. A prompt shows the choices in the database, and the
//! answer is appended to the arguments as if it had been typed. The verbs are not involved; without
//! a terminal a missing value is a usage error.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, FromArgMatches as _};

use crate::cli::arguments::{Globals, quoted};
use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::check_any_change;
use crate::cli::render::Choice;
use crate::cli::{error_report, render};
use crate::domain::module::{Grants, Module, find, fit, tree, with_parents};
use crate::domain::name::{Slug, did_you_mean};
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::retirement::check_not_retired;
use crate::domain::{Error, ErrorCode};
use crate::host::Host;
use crate::ops::error::{Failure, Result};
use crate::ops::lookup;
use crate::store::gather;

/// The maximum number of choices that are read, for display and completion.
const MAX_CHOICES: u32 = 2_000;
/// The maximum number of choices that are shown.
const SHOWN: usize = 20;

/// Returns the arguments with the missing ones; `None` if nothing can be asked for: without a
/// terminal, without a missing argument, or for arguments that cannot be parsed.
pub fn missing(
    definition: &Command,
    args: &[OsString],
    host: &mut Host,
) -> Result<Option<Vec<OsString>>> {
    let Ok(matches) = definition.clone().ignore_errors(true).try_get_matches_from(args) else {
        return Ok(None);
    };
    let mut globals = Globals::from_arg_matches(&matches).unwrap_or_default();
    // The verb itself prints its home.
    globals.verbose = false;
    let quiet = globals.quiet;
    let mut command = CommandContext::new(host, globals);
    if command.person().is_none() {
        return Ok(None);
    }
    let (mut verb, mut given, mut path) = (definition, &matches, Vec::new());
    while let Some((name, below)) = given.subcommand() {
        let Some(found) = verb.find_subcommand(name) else { return Ok(None) };
        (verb, given) = (found, below);
        path.push(found.get_name());
    }
    // The verbs of a noun need a home. Without one, an answer would be useless.
    let home = if path.len() > 1 { Some(command.home()?) } else { None };
    // An edit needs a change before a prompt for its record is useful.
    let optional = |arg: &&Arg| {
        !arg.is_required_set()
            && !arg.is_global_set()
            && !matches!(arg.get_id().as_str(), "help" | "version")
    };
    let mut changes = verb.get_arguments().filter(optional).peekable();
    if path.last() == Some(&"edit") && changes.peek().is_some() {
        let is_typed =
            |arg: &Arg| given.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
        check_any_change(changes.any(is_typed))?;
    }
    // A default value is not a typed value.
    let is_given = |id: &str| {
        given.contains_id(id) && given.value_source(id) != Some(ValueSource::DefaultValue)
    };
    let mut lacking: Vec<&Arg> = verb
        .get_arguments()
        .filter(|arg| arg.is_required_set() && !is_given(arg.get_id().as_str()))
        .collect();
    // Of several alternatives, the first one is prompted for.
    for group in verb.get_groups().filter(|group| group.is_required_set()) {
        if !group.get_args().any(|id| is_given(id.as_str())) {
            let first = group.get_args().next();
            lacking.extend(verb.get_arguments().find(|arg| Some(arg.get_id()) == first));
        }
    }
    if lacking.is_empty() {
        return Ok(None);
    }
    lacking.sort_by_key(|arg| (!arg.is_positional(), arg.get_index()));
    let mut dialog = Dialog { definition, home, path, args: args.to_vec(), known: texts(given) };
    for arg in &lacking {
        dialog.ask(arg, &mut command)?;
    }
    if dialog.path == ["license", "issue"] && !given.contains_id("modules") {
        dialog.ask_modules(&mut command)?;
    }
    if !quiet {
        let line: Vec<String> =
            dialog.args.iter().skip(1).map(|word| quoted(&word.to_string_lossy())).collect();
        render::note(
            command.host,
            &format!("Command without prompts: licentia {}", line.join(" ")),
        );
    }
    Ok(Some(dialog.args))
}

/// Returns the typed values by the id of their argument.
fn texts(given: &ArgMatches) -> BTreeMap<String, String> {
    let of = |id: &clap::Id| {
        given.get_raw(id.as_str())?.next().map(|text| text.to_string_lossy().into_owned())
    };
    given.ids().filter_map(|id| Some((id.to_string(), of(id)?))).collect()
}

struct Dialog<'a> {
    definition: &'a Command,
    home: Option<Home>,
    path: Vec<&'a str>,
    args: Vec<OsString>,
    known: BTreeMap<String, String>,
}

/// The choices of a prompt: words, each with its meaning.
struct Choices {
    of: &'static str,
    items: Vec<Choice>,
    /// True if there are no other choices, so that any other answer is wrong.
    all: bool,
}

impl Choices {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|choice| choice.word.as_str())
    }

    fn unknown_choice(&self, answer: &str) -> Error {
        let list = Remedy::advice("type a value from the list; the Tab key completes the value");
        let remedy = did_you_mean(answer, self.words(), list);
        let message = if answer.is_empty() {
            "the answer is empty".to_owned()
        } else {
            format!("there is no {} {answer:?} in the list", self.of)
        };
        Error::new(ErrorCode::NotFound, message).remedy(remedy)
    }
}

/// Returns the label of an option: its help up to the first remark.
fn label(help: &str) -> &str {
    let remarks = [" (", " [", ";", ": "];
    let end = remarks.iter().filter_map(|remark| help.find(remark)).min();
    &help[..end.unwrap_or(help.len())]
}

impl Dialog<'_> {
    /// Refuses an answer that is not a choice. Only an exact code is accepted: a typed code must
    /// not select another record.
    fn check(&self, choices: &Choices, answer: &str) -> Result<()> {
        if choices.words().any(|word| word.eq_ignore_ascii_case(answer)) {
            return Ok(());
        }
        // There can be more records than were read, and the error distinguishes a retired record
        // from an unknown one.
        if let (Some(home), Ok(code)) = (&self.home, answer.parse::<Slug>()) {
            let (noun, code, retired_at) = match choices.of {
                "customer" => {
                    let found = lookup::customer(home.reader(), &code)?;
                    (Noun::Customer, found.code, found.retired_at)
                }
                "product" => {
                    let found = lookup::product(home.reader(), &code)?;
                    (Noun::Product, found.code, found.retired_at)
                }
                _ if choices.all => return Err(choices.unknown_choice(answer).into()),
                _ => return Ok(()),
            };
            return Ok(check_not_retired(noun, code.as_str(), retired_at.as_deref())?);
        }
        Err(choices.unknown_choice(answer).into())
    }

    /// Returns the label of a prompt that names the other possible options.
    fn label(&self, id: &str) -> Option<&'static str> {
        Some(match (self.path.as_slice(), id) {
            (["assignment", _] | ["session", _], "users") => {
                "User name (to add several users, type them on the command line)"
            }
            (["container", "create"], "kind") => {
                "Kind of the container: cloud (for a computer or a dongle: Ctrl-C, then repeat the \
                 command with --kind device --request FILE or --kind dongle --hardware SERIAL)"
            }
            (["recovery", "issue"], "to") => {
                "Serial of the new container (for a new computer or a cloud container: Ctrl-C, then \
                 repeat the command with --to-request FILE or --to-cloud)"
            }
            (["recovery", "issue"], "reason") => {
                "Reason (lost, stolen, destroyed, defective, broken, invalid or reinstalled)"
            }
            (["license", "activate" | "return"] | ["ticket", "redeem"], "container") => {
                "Container serial (for an unbound file: Ctrl-C, then repeat the command with \
                 --unbound)"
            }
            _ => return None,
        })
    }

    /// Prompts for one argument until the answer can be parsed.
    fn ask(&mut self, arg: &Arg, context: &mut CommandContext<'_>) -> Result<()> {
        let help = arg.get_help().map_or_else(|| arg.get_id().to_string(), ToString::to_string);
        let label = self.label(arg.get_id().as_str()).unwrap_or(label(&help));
        let choices = self.choices(arg)?;
        if let Some(choices) = &choices {
            render::choices(&choices.items, SHOWN, choices.all, context.host);
        }
        let words: Vec<String> =
            choices.iter().flat_map(|choices| choices.words().map(str::to_owned)).collect();
        loop {
            let answer = context.prompt(label, &words)?;
            let args = with(&self.args, arg, &answer);
            let refused = choices.as_ref().and_then(|choices| self.check(choices, &answer).err());
            let refused =
                refused.or_else(|| match self.definition.clone().try_get_matches_from(&args) {
                    Err(error)
                        if matches!(
                            error.kind(),
                            ErrorKind::ValueValidation | ErrorKind::InvalidValue
                        ) =>
                    {
                        Some(error_report::usage(&error))
                    }
                    _ => None,
                });
            let Some(refused) = refused else {
                self.known.insert(arg.get_id().to_string(), answer);
                self.args = args;
                return Ok(());
            };
            again(&refused, context);
        }
    }

    /// Prompts for the modules of the product, which are shown as a tree. The parents of a chosen
    /// module are added.
    fn ask_modules(&mut self, context: &mut CommandContext<'_>) -> Result<()> {
        let (Some(home), Some(code)) = (&self.home, self.code("product")) else { return Ok(()) };
        let Some(product) = home.reader().find_product(&code)? else { return Ok(()) };
        let modules = home.reader().list_modules(&product.code)?;
        if modules.is_empty() || product.terms.modules.is_some() {
            return Ok(());
        }
        render::choices(&drawn(&modules), modules.len(), true, context.host);
        let words: Vec<String> = modules.iter().map(|module| module.code.to_string()).collect();
        let prompt = "Modules, separated by commas (empty for none)";
        loop {
            let answer = context.prompt(prompt, &words)?;
            if answer.is_empty() {
                return Ok(());
            }
            let read = answer.parse::<Grants>().and_then(|mut grants| {
                let codes: Vec<Slug> = grants.0.iter().map(|grant| grant.code.clone()).collect();
                codes.iter().try_for_each(|code| find(&modules, &product.code, code).map(drop))?;
                for above in with_parents(&modules, &codes) {
                    if !codes.iter().any(|code| code.is(&above)) {
                        grants.0.extend(above.as_str().parse::<Grants>()?.0);
                    }
                }
                fit(grants.0.clone(), &product.code, &modules)?;
                Ok(grants)
            });
            match read {
                Ok(grants) => {
                    insert(&mut self.args, OsString::from(format!("--modules={grants}")));
                    return Ok(());
                }
                Err(refused) => again(&refused.into(), context),
            }
        }
    }

    fn code(&self, id: &str) -> Option<Slug> {
        self.known.get(id)?.parse().ok()
    }

    /// Returns the choices for an argument; `None` for free text.
    fn choices(&self, arg: &Arg) -> Result<Option<Choices>> {
        let named = |word: &str, name: Option<&str>| Choice {
            word: word.into(),
            depth: 0,
            name: name.unwrap_or_default().into(),
        };
        let words = |of, words: &[&str]| {
            let items = words.iter().map(|word| named(word, None)).collect();
            Ok(Some(Choices { of, items, all: true }))
        };
        let possible = arg.get_possible_values();
        if !possible.is_empty() {
            return words(
                "choice",
                &possible.iter().map(|word| word.get_name()).collect::<Vec<_>>(),
            );
        }
        let is_new = matches!(self.path.as_slice(), [_, "add" | "create" | "import"]);
        let noun = self.path.first().copied().unwrap_or_default();
        let of = match (noun, arg.get_id().as_str()) {
            (_, "edition") => return words("edition", &["commercial", "trial"]),
            ("container", "kind") => return words("kind of container", &["cloud"]),
            ("customer", "code") | (_, "customer") if !(is_new && noun == "customer") => "customer",
            ("product", "code") | (_, "product") if !(is_new && noun == "product") => "product",
            ("company", "code") if !is_new => "company",
            ("module", "code") if !is_new => "module",
            ("user", "username") if !is_new => "user",
            ("key", "name") if !is_new => "key",
            _ => return Ok(None),
        };
        let Some(home) = &self.home else { return Ok(None) };
        let reader = home.reader();
        // A new sale needs a customer and a product that are not retired; every other verb accepts
        // retired ones.
        let retired = self.path != ["license", "issue"] && self.path != ["container", "create"];
        let items: Vec<Choice> = match (of, self.code("customer"), self.code("product")) {
            ("customer", ..) => {
                let customers = gather(|take| {
                    reader.list_customers(None, retired, Some(MAX_CHOICES + 1), take)
                })?;
                customers.iter().map(|it| named(it.code.as_str(), Some(it.name.as_str()))).collect()
            }
            ("product", ..) => {
                let products = reader.list_products(None, retired, Some(MAX_CHOICES + 1))?;
                products.iter().map(|it| named(it.code.as_str(), Some(it.name.as_str()))).collect()
            }
            ("company", Some(customer), _) => {
                let companies =
                    reader.list_companies(&lookup::customer(reader, &customer)?.code)?;
                companies.iter().map(|it| named(it.code.as_str(), Some(it.name.as_str()))).collect()
            }
            ("user", Some(customer), _) => {
                let customer = lookup::customer(reader, &customer)?.code;
                let users =
                    gather(|take| reader.list_users(&customer, None, Some(MAX_CHOICES + 1), take))?;
                users
                    .iter()
                    .map(|it| {
                        named(it.username.as_str(), it.name.as_ref().map(|name| name.as_str()))
                    })
                    .collect()
            }
            ("module", _, Some(product)) => {
                drawn(&reader.list_modules(&lookup::product(reader, &product)?.code)?)
            }
            ("key", ..) => reader
                .list_keys()?
                .iter()
                .map(|key| named(key.name.as_str(), Some(key.state.as_str())))
                .collect(),
            _ => return Ok(None),
        };
        if items.is_empty() {
            let verb = if of == "key" { "create" } else { "add" };
            return Err(Error::new(ErrorCode::NotFound, format!("there is no {of} yet"))
                .hint(format!("`licentia {of} {verb}` adds a {of}"))
                .into());
        }
        let all = items.len() <= MAX_CHOICES as usize;
        Ok(Some(Choices { of, items, all }))
    }
}

/// Returns the modules of a product as choices, each with its depth in the tree.
fn drawn(modules: &[Module]) -> Vec<Choice> {
    let name = |module: &Module| module.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let choice = |(depth, module): (usize, &Module)| Choice {
        word: module.code.to_string(),
        depth,
        name: name(module),
    };
    tree(modules).into_iter().map(choice).collect()
}

/// Prints the error before the prompt is repeated.
fn again(refused: &Failure, context: &mut CommandContext<'_>) {
    let report = error_report::report(refused);
    // A person who answers a prompt has typed no option.
    let is_argument = |word: &str| word.starts_with("--") || word.starts_with('<');
    let message = match report.message.split_once(": ") {
        Some((argument, message)) if is_argument(argument) => message,
        _ => &report.message,
    };
    context.print_warning(message);
    if let Some(hint) = report.hint {
        render::note(context.host, &format!("hint: {hint}"));
    }
}

/// Returns the arguments with one more value.
fn with(args: &[OsString], arg: &Arg, value: &str) -> Vec<OsString> {
    let mut args = args.to_vec();
    match arg.get_long() {
        Some(long) => insert(&mut args, OsString::from(format!("--{long}={value}"))),
        None => {
            // A value with a leading dash could be parsed as a flag, unless it follows two dashes.
            if value.starts_with('-') && !args.iter().any(|word| word == OsStr::new("--")) {
                args.push("--".into());
            }
            args.push(value.into());
        }
    }
    args
}

/// Inserts a flag before the two dashes, after which every argument is a value.
fn insert(args: &mut Vec<OsString>, flag: OsString) {
    let place = args.iter().position(|word| word == OsStr::new("--")).unwrap_or(args.len());
    args.insert(place, flag);
}
