//! `status publish`

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::front_end::{Options, WrittenFiles};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::name::Slug;
use crate::domain::{ErrorCode, WarningCode};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind};
use crate::ops::status::answer::PublishedStatusList;
use crate::ops::status::comparison::TamperedEntry;
use crate::ops::status::{NewStatus, PublishStatus, StatusLists};

/// Sign the current status lists
///
/// The lists are computed from the database: ended licenses and files are invalid, suspended
/// licenses are suspended, and all others are valid. A change has an effect when applications get
/// the file: with the licenses, in an update, or in their next release. Publish daily, so that no
/// list becomes stale.
///
/// The entries are compared with the audit log and with the last list. Where they differ, the
/// strictest entry is published, the record is listed as tampered, and the exit status is 4. A file
/// that the last list ended or suspended becomes valid again only after a key signed the change.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia status publish --out 1.status --force\n  licentia status \
        publish --out-dir lists --force",
    mut_arg("out_dir", |arg| arg.help(
        "Output folder, created if missing; each file is named after the number of its list"
    ))
)]
pub struct Args {
    /// Commercial signing key [default: the key named commercial, else the only key without limits
    /// that may sign]
    #[arg(long, value_name = "NAME")]
    key: Option<Slug>,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let out = args.out.or_standard(context.format());
    // The lists are planned under the lock: an existing target is refused before a passphrase is
    // prompted for.
    context.check_out(&out, None)?;
    let publish = PublishStatus { vendor: home.vendor.clone(), key: args.key.clone() };
    let options = Options { out: Some(&out), ..Options::default() };
    let (execution, files) = context.execute(&mut home, &options, &publish)?;
    Ok(match execution {
        Execution::DryRun(plan) => would(&plan),
        Execution::Applied(plan) => published(&plan.lists, &files),
    })
}

/// Returns the answer of a publication: the text where standard output is the target, else a line
/// for each list.
fn published(lists: &[NewStatus], files: &WrittenFiles) -> Outcome {
    let (mut outcome, mut answers) = (with_tampered(lists), Vec::new());
    for list in lists {
        let emitted = files.of_subject(FileKind::StatusList, &list.uri);
        answers.push(PublishedStatusList::of(list, emitted.path()));
        outcome = outcome.with_message(line("Published", list));
        match emitted {
            Emitted::Standard(bytes) => return with_tampered(lists).with_bytes(bytes),
            other => {
                let paths = other.paths();
                outcome =
                    paths.iter().fold(outcome, |it, path| it.with_message(format!("Wrote {path}")));
            }
        }
    }
    outcome.with_many(PublishedStatusList::COLUMNS, answers)
}

/// Returns the answer of a dry run.
fn would(plan: &StatusLists) -> Outcome {
    if plan.is_first {
        return Outcome::done("Would publish the first status list, which has no entries")
            .with_many(PublishedStatusList::COLUMNS, Vec::<PublishedStatusList>::new());
    }
    let lines = plan.lists.iter().map(|list| line("Would publish", list));
    let outcome = lines.fold(with_tampered(&plan.lists), Outcome::with_message);
    let answers = plan.lists.iter().map(PublishedStatusList::planned).collect();
    outcome.with_many(PublishedStatusList::COLUMNS, answers)
}

/// Returns an outcome with a warning for each record that was changed in the database.
fn with_tampered(lists: &[NewStatus]) -> Outcome {
    let tampered = lists.iter().flat_map(|list| &list.tampered);
    tampered.fold(Outcome::default(), |outcome, TamperedEntry { subject, problem }| {
        let warning =
            format!("{subject} is tampered, and its strictest entry is published: {problem}");
        let outcome = outcome.warn(WarningCode::Tampered, warning);
        Outcome { exit: ErrorCode::Tampered.exit(), ..outcome }
    })
}

fn line(done: &str, list: &NewStatus) -> String {
    let (invalid, suspended) = list.counts;
    let changes = count_of(list.changed, "change");
    format!(
        "{done} status list {}: {invalid} invalid, {suspended} suspended; {changes} since the \
         previous list",
        list.uri
    )
}
