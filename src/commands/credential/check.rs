//! `credential check`: tells if a credential file opens its container now.

use std::path::PathBuf;

use licentia_runtime::{Kind, MAX_BUNDLE};
use zeroize::Zeroizing;

use crate::cli::context::{CommandContext, called, texts_of};
use crate::cli::outcome::Outcome;
use crate::domain::Error;
use crate::domain::name::printable;
use crate::ops::credential::answer::CheckedCredential;
use crate::ops::credential::check::check;
use crate::ops::error::Result;
use crate::ops::key::key_set::verified_keys;

/// Check a credential file against the database
///
/// Exit status 4 if the credential does not open its container now.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia credential check nordwind.cred")]
pub struct Args {
    /// Credential file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let raw = Zeroizing::new(context.read(&args.file, MAX_BUNDLE)?);
    let path = called(&args.file);
    if raw.starts_with(b"-----BEGIN AGE ENCRYPTED FILE") || raw.starts_with(b"age-encryption.org/")
    {
        return Err(Error::usage(format!("{path} is encrypted"))
            .hint("decrypt the file first: `age -d FILE | licentia credential check -`")
            .into());
    }
    let texts = texts_of(&raw, Kind::Credential);
    let [text] = texts.as_slice() else {
        return Err(Error::usage(format!("{path} contains {} credentials", texts.len()))
            .hint("name a file with exactly one credential")
            .into());
    };
    let checked = check(
        home.reader(),
        &verified_keys(home.reader(), &home.vendor, home.now)?,
        text,
        home.now,
    )?;
    let verdict = if checked.code.is_none() { "valid" } else { "NOT VALID" };
    let code = checked.code.map(|code| format!(" ({code})")).unwrap_or_default();
    let text = printable(&format!("{path}: {verdict}: {}{code}\n", checked.message));
    let exit = if checked.code.is_none() { 0 } else { 4 };
    Ok(Outcome {
        data: Outcome::answer_text(CheckedCredential::of(&checked), &[], text).data,
        exit,
        ..Outcome::default()
    })
}
