//! `product apply`: changes the catalogue to the declarations of a file, in one transaction, after
//! a confirmation.

use std::path::PathBuf;

use crate::cli::change::EntrySigning;
use crate::cli::context::{CommandContext, called};
use crate::cli::front_end::Options;
use crate::cli::impact;
use crate::cli::outcome::{Outcome, count_of};
use crate::ops::answer::ChangedRecord;
use crate::ops::error::Result;
use crate::ops::execute::{Execution, Plan as _};
use crate::ops::product::answer::AppliedCatalogue;
use crate::ops::product::apply::ApplyCatalogue;
use crate::ops::product::catalogue::{ModuleChange, ProductChange};

/// Apply a catalogue file
///
/// The file declares products, their terms and their modules, in the format of `licentia product
/// export`. Products that are not in the file are unchanged; a value can be none, a term inherit.
/// With --prune, products that are not in the file are retired, modules that are not in the file
/// are removed, and omitted values get their defaults. Licenses that were issued are
/// unchanged.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia product apply catalogue.toml --dry-run
  licentia product apply catalogue.toml --yes --prune")]
pub struct Args {
    /// Catalogue file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Retire products and remove modules that are not in the file
    #[arg(long)]
    prune: bool,
    #[command(flatten)]
    signing: EntrySigning,
}

/// The largest size of a catalogue file, in bytes.
const MAX_BYTES: usize = 16 << 20;

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let file = called(&args.file);
    let bytes = context.read_whole(&args.file, MAX_BYTES)?;
    let apply =
        ApplyCatalogue::read(file.clone(), &bytes, args.prune)?.signed(args.signing.request());
    let options = Options { action: Some(format!("apply {file}")), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &apply)?;
    let (plan, done, is_dry) = match execution {
        Execution::Unchanged(()) => return Ok(nothing(&file)),
        Execution::DryRun(plan) => (plan, "Would apply", true),
        Execution::Applied(plan) => (plan, "Applied", false),
    };
    // On a terminal, the confirmation has shown the changes.
    let is_seen = !context.globals.yes && !is_dry;
    let lines = if is_seen { Vec::new() } else { impact::lines(&plan.impact()) };
    let message = format!("{done} {file}: {}", count(&plan.changes));
    let changes = plan.record_entries().iter().map(ChangedRecord::of).collect();
    let answer = AppliedCatalogue { changed: !is_dry, changes };
    Ok(Outcome { messages: lines, ..Outcome::default() }.with_message(message).with(answer))
}

/// Returns the answer for a catalogue that is as the file declares.
fn nothing(file: &str) -> Outcome {
    let message = format!("No change: the catalogue already has the values of {file}");
    Outcome::done(message).with(AppliedCatalogue { changed: false, changes: Vec::new() })
}

/// Returns the numbers of changed records: `2 products added, 1 changed, 12 modules added`.
fn count(changes: &[ProductChange]) -> String {
    let is_edited = |change: &ProductChange| {
        let is_other = change.before.as_ref().is_some_and(|before| *before != change.after);
        is_other && !change.retires()
    };
    let products = |is_counted: &dyn Fn(&ProductChange) -> bool| {
        changes.iter().filter(|change| is_counted(change)).count()
    };
    let modules = |is_counted: fn(&ModuleChange) -> bool| {
        let modules = changes.iter().flat_map(|change| &change.modules);
        modules.filter(|module| is_counted(module)).count()
    };
    let counts = [
        (products(&|change| change.before.is_none()), "product", "added"),
        (products(&is_edited), "product", "changed"),
        (products(&ProductChange::retires), "product", "retired"),
        (modules(|module| matches!(module, ModuleChange::Added(_))), "module", "added"),
        (modules(|module| matches!(module, ModuleChange::Changed { .. })), "module", "changed"),
        (modules(|module| matches!(module, ModuleChange::Removed(_))), "module", "removed"),
    ];
    let words = counts.iter().filter(|(number, ..)| *number > 0);
    let words = words.map(|(number, noun, done)| format!("{} {done}", count_of(*number, noun)));
    words.collect::<Vec<_>>().join(", ")
}
