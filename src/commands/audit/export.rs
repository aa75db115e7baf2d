//! `audit export`

use std::io::{self, Write};

use crate::cli::arguments::{OneOut, Out};
use crate::cli::context::{CommandContext, Home, write_stream};
use crate::cli::outcome::{Outcome, count_of};
use crate::host::files::Access;
use crate::ops::audit::answer::ExportedAudit;
use crate::ops::audit::export::{Exported, export};
use crate::ops::error::Result;

/// Write the audit log for another program
///
/// The export has the hashed text of each entry, the hashes of the chain, and the signatures of
/// ranges of entries, as JSON Lines. Another program can verify it with the thumbprint of the root
/// key. No key is needed. Personal values are not in the export.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia audit export --out audit.jsonl")]
pub struct Args {
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.damaged_home()?;
    let path = args.out.out.clone().unwrap_or_else(|| "-".into());
    let out = Out { out: Some(path.clone()), out_dir: None, force: args.out.force };
    context.check_out(&out, None)?;
    let shown = path.display().to_string();
    if context.is_dry() {
        let exported = write(&mut home, &mut io::sink())?;
        return Ok(outcome("Would write", &shown, exported));
    }
    if out.is_standard() {
        return Ok(Outcome::lines(move |writer| write(&mut home, writer).map(drop)));
    }
    let target = context.output_target(&path, &out, Access::Private);
    let mut exported = Exported::default();
    write_stream(&target, |file| {
        exported = write(&mut home, file)?;
        Ok(())
    })?;
    Ok(outcome("Wrote", &shown, exported))
}

fn outcome(done: &str, path: &str, exported: Exported) -> Outcome {
    let Exported { entries, anchors, head } = exported;
    let object =
        format!("{} and {}", count_of(entries, "audit entry"), count_of(anchors, "anchor"));
    let answer = ExportedAudit { path: path.to_owned(), entries, anchors, head };
    Outcome::done(format!("{done} {object} to {path}")).with(answer)
}

/// Writes the lines of one state of the database.
fn write(home: &mut Home, writer: &mut dyn Write) -> Result<Exported> {
    let snapshot = home.store.snapshot()?;
    export(snapshot.reader(), &home.vendor, &mut |line| {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        Ok(writer.write_all(&text)?)
    })
}
