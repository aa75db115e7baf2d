//! What is wrong with a file that is read: all of it at once, each with its line and its key, so
//! that nobody mends one and is told of the next.

pub use crate::domain::error::Diagnostic;
use crate::domain::name::count_of;
use crate::domain::{Error, ErrorCode};

/// Returns the error of a file, with all its diagnostics in the order of the lines.
pub fn refuse(file: &str, mut diagnostics: Vec<Diagnostic>) -> Error {
    diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    // What can't be read is told as that; where all can, the books' first objection is.
    let is_unread = |diagnostic: &&Diagnostic| diagnostic.refusal.code == ErrorCode::Usage;
    let code = diagnostics
        .iter()
        .find(is_unread)
        .or(diagnostics.first())
        .map_or(ErrorCode::Usage, |diagnostic| diagnostic.refusal.code);
    let count = count_of(diagnostics.len(), "mistake");
    let refusal = Error::new(code, format!("{file} has {count}, and nothing was changed"));
    Error { diagnostics, ..refusal }
}
