//! `explain`: the meaning of a code, and the action to take.

use crate::cli::context::CommandContext;
use crate::cli::explanation::{entries, similar, text};
use crate::cli::outcome::Outcome;
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::ops::error::Result;

/// Explain a code of an error, a verdict, a warning of the verifier or a finding
///
/// Prints the meaning, the exit status, the usual causes and the action to take. These
/// can share a code; each is printed under its own heading. The codes of the warnings of commands
/// are in docs/reference/json.md.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia explain not_assigned\n  licentia explain \
        clock_behind --json")]
pub struct Args {
    /// Code, such as `not_assigned`
    code: String,
}

/// The largest number of suggested codes.
const SUGGESTED: usize = 3;

pub fn run(args: &Args, _: &mut CommandContext<'_>) -> Result<Outcome> {
    let code = args.code.trim().to_lowercase().replace('-', "_");
    let found = entries(&code);
    if found.is_empty() && WarningCode::TEXTS.contains(&code.as_str()) {
        let message = format!("{code:?} is the code of a command's warning and has no explanation");
        return Err(Error::new(ErrorCode::NotFound, message)
            .hint("docs/reference/json.md describes the codes of warnings")
            .into());
    }
    if found.is_empty() {
        let message = format!("there is no code {:?}", args.code);
        return Err(Error::new(ErrorCode::NotFound, message).hint(suggestion(&code)).into());
    }
    let texts: Vec<String> = found.iter().map(text).collect();
    Ok(Outcome::answers_text(found, &[], texts.join("\n")))
}

/// Returns the codes that resemble a word, or the way to a code.
fn suggestion(word: &str) -> String {
    match similar(word, SUGGESTED).as_slice() {
        [] => "a failed command shows its code with --verbose or --json".to_owned(),
        near => format!("did you mean {}?", near.join(" or ")),
    }
}
