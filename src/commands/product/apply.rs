//! `product apply`: makes the catalogue what a file says, in one transaction, after it was shown what that changes.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::cli::context::{CommandContext, called};
use crate::cli::license::module_object;
use crate::cli::outcome::{Edited, Outcome, check_same, count_of, logged, some_of};
use crate::commands::product::object;
use crate::domain::audit::{Change, hex};
use crate::domain::diagnostic::{Mistake, refuse};
use crate::domain::module::Module;
use crate::domain::name::Name;
use crate::domain::product::Product;
use crate::domain::product::catalogue::read;
use crate::domain::time::{Timestamp, day_of};
use crate::domain::{Code as Why, Refusal};
use crate::ops::product::apply::{ModuleChange, ProductChange, apply, decide};
use crate::store::Reader;

/// Make the catalogue what a file says
///
/// The file declares products, their terms and their modules, as `licentia product export` writes them. What it does not name
/// stays as it is; a value can be none, a term inherit. With --prune, products that it does not name are retired, modules that
/// it does not name are removed, and values that it leaves out are what they are by default. Licenses that were issued keep
/// what they say.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia product apply catalogue.toml --dry-run
  licentia product apply catalogue.toml --yes --prune")]
pub struct Args {
    /// The file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Retire and remove what the file does not name
    #[arg(long)]
    prune: bool,
}

/// The most bytes of a catalogue.
const MOST: usize = 16 << 20;

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let (name, bytes) = (called(&args.file), command.read_whole(&args.file, MOST)?);
    let text = str::from_utf8(&bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        Refusal::usage(format!("{name} is not text (UTF-8): line {line}")).hint("save it as UTF-8")
    })?;
    let (catalogue, mut mistakes) = read(text.trim_start_matches('\u{feff}'));
    let changes = match decide(home.reader(), &catalogue, args.prune, home.now)? {
        Ok(changes) if mistakes.is_empty() => changes,
        decided => {
            // What the books say against what could be read is told with what could not, but not of the same value.
            let objections = decided.err().unwrap_or_default().into_iter();
            let follows = |objection: &Mistake, mistake: &Mistake| {
                objection.key == mistake.key
                    || objection
                        .key
                        .strip_prefix(&mistake.key)
                        .is_some_and(|rest| rest.starts_with('.'))
                    || objection.refusal.code == Why::WrongKind && mistake.key.ends_with(".kind")
            };
            let is_new =
                |objection: &Mistake| !mistakes.iter().any(|mistake| follows(objection, mistake));
            let objections: Vec<Mistake> = objections.filter(is_new).collect();
            mistakes.extend(objections);
            return Err(refuse(&name, mistakes).into());
        }
    };
    if changes.is_empty() {
        return Ok(nothing(&name));
    }
    if args.prune && catalogue.is_empty() {
        return Err(Refusal::usage(format!(
            "{name} declares no product: with --prune all of them would be retired"
        ))
        .hint("`licentia product retire` retires one")
        .into());
    }
    let shown = lines(home.reader(), &changes, home.now)?;
    command.confirm(&shown, &format!("apply {name}"))?;
    // Who was asked has seen what it is, and gets that; for everybody else it is decided by the books as they are now.
    let is_seen = !command.globals.yes && !command.is_dry();
    let work = command.begin(&mut home)?;
    let changes = decide(work.tx.reader(), &catalogue, args.prune, work.now)?
        .map_err(|mistakes| refuse(&name, mistakes))?;
    let lines = lines(work.tx.reader(), &changes, work.now)?;
    check_same("catalogue", !is_seen || lines == shown)?;
    if changes.is_empty() {
        return Ok(nothing(&name));
    }
    apply(&work.tx, &changes)?;
    let mut entries: Vec<Change> = changes.iter().flat_map(entries).collect();
    let objects: Vec<Value> = entries.iter().map(logged).collect();
    let detail = json!({"products": changes.len(), "sha256": hex(&Sha256::digest(&bytes)), "prune": args.prune});
    entries.push(Change::new("product.apply", name.as_str(), detail));
    work.commit_all(&entries)?;
    let done = format!(
        "{} {name}: {}",
        if command.is_dry() { "Would apply" } else { "Applied" },
        count(&changes)
    );
    let outcome = if is_seen {
        Outcome::done(done)
    } else {
        Outcome { said: lines, ..Outcome::default() }.say(done)
    };
    Ok(outcome.with(json!({"changed": !command.is_dry(), "changes": objects})))
}

/// The answer where all is as the file says.
fn nothing(name: &str) -> Outcome {
    let said = format!("Nothing to do: the catalogue is as {name} says");
    Outcome::done(said).with(json!({"changed": false, "changes": []}))
}

/// The difference as a person reads it: `+` comes, `~` changes, `-` goes.
fn lines(reader: Reader<'_>, changes: &[ProductChange], now: Timestamp) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for change in changes {
        let after = &change.after;
        let mark = match change.before {
            None => '+',
            Some(_) if change.retires() => '-',
            Some(_) => '~',
        };
        lines.push(format!(
            "{mark} product {} ({}), {}",
            after.code,
            after.name,
            after.kind.as_str()
        ));
        // A new one is compared with what a product is by default.
        let bare = Product {
            kind: after.kind,
            ..Product::bare(after.code.clone(), after.name.clone(), after.created_at.clone())
        };
        let (mut before, mut facts_after) =
            (facts(change.before.as_ref().unwrap_or(&bare)), facts(after));
        // A term that is not there is other than one that is none: what licentia.toml says counts.
        let names =
            [&before, &facts_after].map(|facts| facts.as_object().cloned().unwrap_or_default());
        for name in names.iter().flat_map(Map::keys) {
            for facts in [&mut before, &mut facts_after] {
                if facts.get(name).is_none() {
                    facts[name.as_str()] = "not said".into();
                }
            }
        }
        lines.extend(
            Edited::of(&before, facts_after).lines().iter().map(|line| format!("    {line}")),
        );
        if change.retires() {
            let (all, running) =
                reader.count_licenses(Some(&after.code), None, &day_of(now).to_string())?;
            lines.push(format!(
                "    {}, {running} not run out: nothing changes for them",
                count_of(all, "license")
            ));
            let requiring = reader.list_requiring(&after.code)?;
            if !requiring.is_empty() {
                lines.push(format!("    it is required by {}", some_of(&requiring)));
            }
        }
        lines.extend(change.modules.iter().map(|module| format!("    {}", line(module))));
    }
    Ok(lines)
}

/// How far a line is moved in, at most.
const DEEPEST: usize = 20;

/// `+ module calculator.pro (Calculator Pro) under calculator`
fn line(change: &ModuleChange) -> String {
    let named = |name: Option<&Name>| name.map(|name| format!(" ({name})")).unwrap_or_default();
    let indent = "  ".repeat(change.depth.min(DEEPEST));
    match (&change.before, &change.after) {
        (None, Some(after)) => {
            let under =
                after.parent.as_ref().map(|parent| format!(" under {parent}")).unwrap_or_default();
            format!("{indent}+ module {}{}{under}", after.code, named(after.name.as_ref()))
        }
        (Some(before), Some(after)) => {
            let of = |module: &Module| json!({"name": module.name.as_ref().map(|it| it.as_str()), "parent": module.parent.as_ref().map(|it| it.as_str())});
            format!(
                "{indent}~ module {}: {}",
                after.code,
                Edited::of(&of(before), of(after)).lines().join("; ")
            )
        }
        (Some(gone), None) => format!(
            "{indent}- module {}{}: no license grants it",
            gone.code,
            named(gone.name.as_ref())
        ),
        (None, None) => String::new(),
    }
}

/// What of a product changes, a member each: its terms and its recovery policy beside the rest, since when it was added aside.
fn facts(product: &Product) -> Value {
    let mut facts = object(product);
    let (terms, recovery) = (facts["terms"].take(), facts["recovery"].take());
    let members: Map<String, Value> = facts
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| {
            !["terms", "recovery", "created_at", "retired_at"].contains(&name.as_str())
        })
        .map(|(name, value)| (name.clone(), value.clone()))
        .chain([("retired".to_owned(), product.retired_at.is_some().into())])
        .collect();
    let mut facts = Value::Object(members);
    for (name, value) in terms.as_object().into_iter().flatten() {
        match value {
            Value::Object(set) => {
                set.iter().for_each(|(key, value)| facts[format!("set {key}")] = value.clone())
            }
            value => facts[name.as_str()] = value.clone(),
        }
    }
    for (name, value) in recovery.as_object().into_iter().flatten() {
        facts[format!("recovery {name}")] = value.clone();
    }
    facts
}

/// `2 products added, 1 changed, 12 modules added`
fn count(changes: &[ProductChange]) -> String {
    let mut words = Vec::new();
    let mut tell = |number: usize, noun: &str, did: &str| {
        if number > 0 {
            words.push(format!("{} {did}", count_of(number, noun)));
        }
    };
    tell(changes.iter().filter(|it| it.before.is_none()).count(), "product", "added");
    let is_other =
        |it: &ProductChange| it.before.as_ref().is_some_and(|before| *before != it.after);
    tell(changes.iter().filter(|it| is_other(it) && !it.retires()).count(), "product", "changed");
    tell(changes.iter().filter(|it| it.retires()).count(), "product", "retired");
    let modules = || changes.iter().flat_map(|it| &it.modules);
    tell(modules().filter(|it| it.before.is_none()).count(), "module", "added");
    tell(
        modules().filter(|it| it.before.is_some() && it.after.is_some()).count(),
        "module",
        "changed",
    );
    tell(modules().filter(|it| it.after.is_none()).count(), "module", "removed");
    words.join(", ")
}

/// The entries of the audit log, the same as those of the verbs that change one record.
fn entries(change: &ProductChange) -> Vec<Change> {
    let (code, mut entries) = (&change.after.code, Vec::new());
    match &change.before {
        None => entries.push(Change::new("product.add", code.as_str(), object(&change.after))),
        Some(before) => {
            let sold = Product { retired_at: before.retired_at.clone(), ..change.after.clone() };
            let edited = Edited::of(&object(before), object(&sold));
            if !edited.is_nothing() {
                entries.push(Change::new("product.edit", code.as_str(), edited.detail()));
            }
            let action = if change.after.retired_at.is_some() {
                "product.retire"
            } else {
                "product.unretire"
            };
            if before.retired_at != change.after.retired_at {
                entries.push(Change::new(
                    action,
                    code.as_str(),
                    json!({"retired_at": change.after.retired_at}),
                ));
            }
        }
    }
    entries.extend(change.modules.iter().filter_map(|module| {
        let of = |it: &Module| module_object(code, it, module.depth);
        Some(match (&module.before, &module.after) {
            (None, Some(after)) => {
                Change::new("module.add", format!("{code}/{}", after.code), of(after))
            }
            (Some(before), Some(after)) => Change::new(
                "module.edit",
                format!("{code}/{}", after.code),
                Edited::of(&of(before), of(after)).detail(),
            ),
            (Some(gone), None) => {
                Change::new("module.remove", format!("{code}/{}", gone.code), of(gone))
            }
            (None, None) => return None,
        })
    }));
    entries
}
