//! The back office of software licensing. The rooms, and who may name whom, stand in
//! `ARCHITECTURE.md`; `tests/dependencies.rs` keeps it true.

mod cli;
mod commands;
mod domain;
pub mod host;
mod ops;
mod signing;
mod store;
#[cfg(test)]
mod test_remedies;

#[cfg(feature = "fill")]
pub use commands::fill;
pub use commands::{answers, run, whole as definition};
pub use host::Host;
