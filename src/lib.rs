//! The back office of software licensing. The rooms, and who may name whom, stand in `ARCHITECTURE.md`; `tests/walls.rs`
//! keeps it true.

mod commands;
mod domain;
#[cfg(feature = "fill")]
pub mod fill;
pub mod host;
mod ops;
mod seal;
mod store;

pub use commands::run;
pub use host::Host;
