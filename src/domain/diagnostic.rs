//! What is wrong with a file that is read: all of it at once, each with its line and its key, so
//! that nobody mends one and is told of the next.

use serde::Serialize;

use crate::domain::{Code as Why, Refusal};

/// What is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The way to the value: `product.work-management.terms.grace`, or a column of a spreadsheet.
    pub key: String,
    /// What is wrong, and what would help.
    pub refusal: Refusal,
}

/// A mistake as a member of an error in JSON.
#[derive(Serialize)]
struct MistakeObject<'a> {
    line: usize,
    key: Option<&'a str>,
    code: &'static str,
    message: &'a str,
    hint: Option<&'a str>,
}

impl<'a> MistakeObject<'a> {
    fn of(mistake: &'a Mistake) -> MistakeObject<'a> {
        MistakeObject {
            line: mistake.line,
            key: Some(mistake.key.as_str()).filter(|key| !key.is_empty()),
            code: mistake.refusal.code.as_str(),
            message: &mistake.refusal.message,
            hint: mistake.refusal.hint.as_deref(),
        }
    }
}

/// How many mistakes a person is told.
const SHOWN: usize = 50;

/// The refusal of a file, with all that is wrong with it: a line each for people, an object each
/// for machines.
pub fn refuse(file: &str, mut mistakes: Vec<Mistake>) -> Refusal {
    mistakes.sort_by_key(|mistake| mistake.line);
    let mut lines: String = mistakes
        .iter()
        .take(SHOWN)
        .map(|mistake| {
            let key =
                if mistake.key.is_empty() { String::new() } else { format!("{}: ", mistake.key) };
            let hint =
                mistake.refusal.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
            format!("\n  line {}: {key}{}{hint}", mistake.line, mistake.refusal.message)
        })
        .collect();
    let objects: Vec<MistakeObject<'_>> = mistakes.iter().map(MistakeObject::of).collect();
    let objects = serde_json::to_value(&objects).unwrap_or_default();
    if let Some(more) = mistakes.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        lines += &format!("\n  … and {more} more; --json has them all");
    }
    // What can't be read is told as that; where all can, the books' first objection is.
    let is_unread = |mistake: &&Mistake| mistake.refusal.code == Why::Usage;
    let code = mistakes
        .iter()
        .find(is_unread)
        .or(mistakes.first())
        .map_or(Why::Usage, |mistake| mistake.refusal.code);
    let count = crate::domain::name::count_of(mistakes.len(), "mistake");
    Refusal::new(code, format!("{file} has {count}, and nothing was changed:{lines}"))
        .with("errors", objects)
}
