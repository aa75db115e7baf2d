//! `audit anchor`

use crate::cli::arguments::OneOut;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::audit::anchor::AnchorLog;
use crate::ops::audit::answer::SignedHead;
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{Execution, FileKind};

/// Sign the head of the audit log for another place
///
/// The anchor states the newest entry, which records the signature, the newest key set, and the
/// root key. Keep it where no person who can write the database can write. `licentia audit verify
/// --anchor` compares a later log with it, and finds a log that was cut or rewritten since.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia audit anchor --out 2026-11.anchor")]
pub struct Args {
    /// Commercial signing key [default: the key named commercial, else the only key without limits
    /// that may sign]
    #[arg(long, value_name = "NAME")]
    key: Option<Slug>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let out = args.out.out(context.format());
    // The head is known under the lock only: an existing target is refused before a passphrase is
    // prompted for.
    context.check_out(&out, None)?;
    let options = Options { out: Some(&out), ..Options::default() };
    let request = AnchorLog { key: args.key.clone() };
    let (execution, files) = context.execute(&mut home, &options, &request)?;
    let plan = match execution {
        Execution::DryRun(_) => return Ok(Outcome::done("Would sign the head of the audit log")),
        Execution::Applied(plan) => plan,
    };
    let signed = plan.signed.context("an anchor that was not signed")?;
    let emitted = files.of_kind(FileKind::Anchor);
    let path = emitted.path();
    if let Emitted::Standard(bytes) = emitted {
        return Ok(Outcome::default().with_bytes(bytes));
    }
    let log = &signed.claims.log;
    let done = format!("Signed the head of the audit log: entry {}, {}", log.seq, log.hash);
    let outcome = path
        .iter()
        .fold(Outcome::done(done), |outcome, path| outcome.with_message(format!("Wrote {path}")));
    Ok(outcome.with(SignedHead::of(&signed, &plan.kid, path)))
}
