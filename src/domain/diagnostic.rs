//! Diagnostics of a file that is read as input. All of them are reported at once, each with its
//! line and its key, so that one pass corrects them all.

pub use crate::domain::error::Diagnostic;
use crate::domain::name::count_of;
use crate::domain::{Error, ErrorCode};

/// Returns the error of a file, with all its diagnostics in the order of the lines.
pub fn refuse(file: &str, mut diagnostics: Vec<Diagnostic>) -> Error {
    diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    // A value that cannot be read decides the code. Otherwise the first diagnostic decides it.
    let is_unread = |diagnostic: &&Diagnostic| diagnostic.error.code == ErrorCode::Usage;
    let code = diagnostics
        .iter()
        .find(is_unread)
        .or(diagnostics.first())
        .map_or(ErrorCode::Usage, |diagnostic| diagnostic.error.code);
    let count = count_of(diagnostics.len(), "mistake");
    let error = Error::new(code, format!("{file} has {count}; no change was made"));
    Error { diagnostics, ..error }
}
