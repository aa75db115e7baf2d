//! What a person at a terminal left out: asked for, with choices where the books have them, and put behind the arguments as
//! if it had been typed. Verbs know nothing of it; without a terminal a missing value is a usage error.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Command, FromArgMatches as _};

use super::args::{Globals, quoted};
use super::desk::{Desk, left};
use super::{fault, show};
use crate::domain::module::{tree, with_parents};
use crate::domain::name::Code;
use crate::domain::{Code as Why, Refusal};
use crate::host::Host;
use crate::ops::known;
use crate::store::Books;

/// The most choices that are shown; where there are more, the value is typed.
const MOST: u32 = 2_000;

/// A value, and how it is shown.
type Choice = (String, String);

/// The arguments with what was missing, or `None` where nobody can be asked.
pub fn missing(definition: &Command, args: &[OsString], host: &mut Host) -> Result<Option<Vec<OsString>>> {
    let Ok(matches) = definition.clone().ignore_errors(true).try_get_matches_from(args) else { return Ok(None) };
    let mut globals = Globals::from_arg_matches(&matches).unwrap_or_default();
    // The verb itself says which home it uses.
    globals.verbose = false;
    let mut desk = Desk::new(host, globals);
    if desk.person().is_none() {
        return Ok(None);
    }
    let (mut command, mut given, mut path) = (definition, &matches, Vec::new());
    while let Some((name, below)) = given.subcommand() {
        let Some(found) = command.find_subcommand(name) else { return Ok(None) };
        (command, given) = (found, below);
        path.push(name);
    }
    let mut lacking: Vec<&Arg> =
        command.get_arguments().filter(|arg| arg.is_required_set() && !given.contains_id(arg.get_id().as_str())).collect();
    lacking.sort_by_key(|arg| (!arg.is_positional(), arg.get_index()));
    let mut dialog = Dialog { definition, path, args: args.to_vec(), known: texts(given) };
    for arg in &lacking {
        dialog.ask(arg, &mut desk)?;
    }
    if dialog.path == ["license", "issue"] && !given.contains_id("modules") {
        dialog.ask_modules(&mut desk)?;
    }
    let line: Vec<String> = dialog.args.iter().skip(1).map(|word| quoted(&word.to_string_lossy())).collect();
    show::note(desk.host, &format!("The same without a question: licentia {}", line.join(" ")));
    Ok(Some(dialog.args))
}

/// What was typed, by the argument's id.
fn texts(given: &ArgMatches) -> BTreeMap<String, String> {
    let of = |id: &clap::Id| given.get_raw(id.as_str())?.next().map(|text| text.to_string_lossy().into_owned());
    given.ids().filter_map(|id| Some((id.to_string(), of(id)?))).collect()
}

struct Dialog<'a> {
    definition: &'a Command,
    path: Vec<&'a str>,
    args: Vec<OsString>,
    known: BTreeMap<String, String>,
}

impl Dialog<'_> {
    /// Asks for one argument until what is answered can be read.
    fn ask(&mut self, arg: &Arg, desk: &mut Desk<'_>) -> Result<()> {
        let what = arg.get_help().map_or_else(|| arg.get_id().to_string(), ToString::to_string);
        let choices = self.choices(arg, desk)?;
        loop {
            let answer = match &choices {
                Some(choices) => choose(&what, choices, desk)?,
                None => desk.person().map_or_else(|| Ok(String::new()), |person| person.text(&what)).map_err(left)?,
            };
            let args = with(&self.args, arg, &answer);
            match self.definition.clone().try_get_matches_from(&args) {
                Err(error)
                    if matches!(
                        error.kind(),
                        ErrorKind::ValueValidation | ErrorKind::InvalidValue | ErrorKind::UnknownArgument
                    ) =>
                {
                    let told = fault::tell(&fault::usage(&error));
                    desk.warn(&told.message);
                    if let Some(hint) = told.hint.filter(|_| choices.is_none()) {
                        show::note(desk.host, &format!("hint: {hint}"));
                    }
                }
                _ => {
                    self.known.insert(arg.get_id().to_string(), answer);
                    self.args = args;
                    return Ok(());
                }
            }
        }
    }

    /// The modules of the product, as a tree; what is above a module comes with it.
    fn ask_modules(&mut self, desk: &mut Desk<'_>) -> Result<()> {
        let home = desk.home()?;
        let Some(code) = self.code("product") else { return Ok(()) };
        let Some(product) = home.books().find_product(&code)? else { return Ok(()) };
        let modules = home.books().list_modules(&product.code)?;
        if modules.is_empty() || product.terms.modules.is_some() {
            return Ok(());
        }
        let items = drawn(&home.books(), &product.code)?;
        let shown: Vec<String> = items.iter().map(|(_, shown)| shown.clone()).collect();
        let prompt = "Which modules (space marks one, enter goes on)";
        let picked = desk.person().map_or(Ok(None), |person| person.pick(prompt, &shown)).map_err(left)?.ok_or_else(nothing)?;
        let codes: Vec<Code> = picked.iter().filter_map(|place| items.get(*place)?.0.parse().ok()).collect();
        let codes: Vec<String> = with_parents(&modules, &codes).iter().map(ToString::to_string).collect();
        if !codes.is_empty() {
            insert(&mut self.args, OsString::from(format!("--modules={}", codes.join(","))));
        }
        Ok(())
    }

    fn code(&self, id: &str) -> Option<Code> {
        self.known.get(id)?.parse().ok()
    }

    /// What can be chosen from; `None` where the value is typed.
    fn choices(&self, arg: &Arg, desk: &mut Desk<'_>) -> Result<Option<Vec<Choice>>> {
        let words = arg.get_possible_values();
        if !words.is_empty() {
            return Ok(Some(words.iter().map(|word| (word.get_name().to_owned(), word.get_name().to_owned())).collect()));
        }
        let is_new = matches!(self.path.as_slice(), [_, "add" | "create" | "import"]);
        let noun = self.path.first().copied().unwrap_or_default();
        let id = match (noun, arg.get_id().as_str()) {
            (_, "edition") => return Ok(Some(["commercial", "trial"].map(|word| (word.into(), word.into())).into())),
            ("customer" | "product" | "company" | "module", "code") if !is_new => noun,
            ("user", "username") if !is_new => "user",
            ("key", "name") if !is_new => "key",
            (_, id @ ("customer" | "product")) => id,
            _ => return Ok(None),
        };
        let home = desk.home()?;
        let books = home.books();
        let all = noun == id;
        let (customer, product) = (self.code("customer"), self.code("product"));
        let label =
            |code: &str, name: &str| (code.to_owned(), if name == code { code.to_owned() } else { format!("{code}  {name}") });
        let choices: Vec<Choice> = match (id, customer, product) {
            ("customer", ..) => books
                .list_customers(None, all, Some(MOST + 1))?
                .iter()
                .map(|it| label(it.code.as_str(), it.name.as_str()))
                .collect(),
            ("product", ..) => books
                .list_products(None, all, Some(MOST + 1))?
                .iter()
                .map(|it| label(it.code.as_str(), it.name.as_str()))
                .collect(),
            ("company", Some(customer), _) => {
                let customer = known::customer(books, &customer)?.code;
                books.list_companies(&customer)?.iter().map(|it| label(it.code.as_str(), it.name.as_str())).collect()
            }
            ("user", Some(customer), _) => {
                let customer = known::customer(books, &customer)?.code;
                let users = books.list_users(&customer, None, Some(MOST + 1))?;
                users.iter().map(|it| label(it.username.as_str(), it.name.as_ref().map_or("", |name| name.as_str()))).collect()
            }
            ("module", _, Some(product)) => drawn(&books, &known::product(books, &product)?.code)?,
            ("key", ..) => books.list_keys()?.iter().map(|key| label(key.name.as_str(), key.state.as_str())).collect(),
            _ => return Ok(None),
        };
        if choices.is_empty() {
            let noun = if id == "company" { "companies".to_owned() } else { format!("{id}s") };
            return Err(Refusal::new(Why::NotFound, format!("there are no {noun} to choose from"))
                .hint(format!("`licentia {id} {}` adds one", if id == "key" { "create" } else { "add" }))
                .into());
        }
        Ok(Some(choices).filter(|choices| choices.len() <= MOST as usize))
    }
}

/// A product's modules, each as deep as it stands in the tree.
fn drawn(books: &Books<'_>, product: &Code) -> Result<Vec<Choice>> {
    let modules = books.list_modules(product)?;
    let line = |(depth, module): (usize, &crate::domain::module::Module)| {
        let name = module.name.as_ref().map(|name| format!("  {name}")).unwrap_or_default();
        (module.code.to_string(), format!("{}{}{name}", "  ".repeat(depth), module.code))
    };
    Ok(tree(&modules).into_iter().map(line).collect())
}

fn choose(what: &str, choices: &[Choice], desk: &mut Desk<'_>) -> Result<String> {
    let shown: Vec<String> = choices.iter().map(|(_, shown)| shown.clone()).collect();
    let place = desk.person().map_or(Ok(None), |person| person.choose(what, &shown)).map_err(left)?;
    let chosen = place.and_then(|place| choices.get(place)).ok_or_else(nothing)?;
    Ok(chosen.0.clone())
}

fn nothing() -> Refusal {
    Refusal::new(Why::Declined, "nothing was chosen, and nothing was changed")
}

/// The arguments with one more value.
fn with(args: &[OsString], arg: &Arg, value: &str) -> Vec<OsString> {
    let mut args = args.to_vec();
    match arg.get_long() {
        Some(long) => insert(&mut args, OsString::from(format!("--{long}={value}"))),
        None => args.push(value.into()),
    }
    args
}

/// A flag goes before the two dashes behind which everything is a value.
fn insert(args: &mut Vec<OsString>, flag: OsString) {
    let place = args.iter().position(|word| word == OsStr::new("--")).unwrap_or(args.len());
    args.insert(place, flag);
}
