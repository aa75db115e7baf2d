//! The explanations of codes: the source of `licentia explain` and of `docs/reference/codes.md`.

mod entry;
mod errors;
mod findings;
mod lookup;
mod verdicts;

#[cfg(test)]
pub use lookup::codes;
pub use lookup::{entries, page, similar, text};
