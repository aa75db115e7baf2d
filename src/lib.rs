//! The command-line program for software license management. `ARCHITECTURE.md` lists the layers and
//! their dependency rules, which `tests/dependencies.rs` checks.

mod cli;
mod commands;
mod domain;
pub mod host;
mod ops;
mod signing;
mod store;
#[cfg(test)]
mod test_remedies;

pub use cli::man_page;
#[cfg(feature = "fill")]
pub use commands::fill;
pub use commands::{answers, definition, run};
pub use host::Host;
