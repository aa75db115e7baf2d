//! The rules: pure, one file a noun. No clock, no entropy, no file, no SQL and no printing; whatever a rule needs to know
//! is an argument.

pub mod activation;
pub mod audit;
pub mod base;
pub mod catalogue;
pub mod container;
pub mod credential;
pub mod customer;
pub mod fingerprint;
pub mod key;
pub mod license;
pub mod mistake;
pub mod module;
pub mod name;
pub mod placement;
pub mod product;
pub mod quota;
pub mod recovery;
pub mod refusal;
pub mod retirement;
pub mod right;
pub mod secret;
pub mod serial;
pub mod session;
pub mod sheet;
pub mod sought;
pub mod state;
pub mod status;
pub mod terms;
pub mod ticket;
pub mod time;
pub mod vendor;

pub use refusal::{Code, Refusal};

/// Fills bytes with unpredictable ones.
pub type Random<'a> = dyn FnMut(&mut [u8]) + 'a;
