//! Pure rules, one file or folder for each noun. They use no clock, entropy, file, SQL or output:
//! every fact that a rule needs is an argument.

pub mod anchor;
pub mod audit;
pub mod container;
pub mod credential;
pub mod csv_import;
pub mod customer;
pub mod diagnostic;
pub mod error;
pub mod finding;
pub mod key;
pub mod key_set;
pub mod license;
pub mod module;
pub mod name;
pub mod product;
pub mod recovery;
pub mod redaction;
pub mod remedy;
pub mod retirement;
pub mod search;
pub mod serial;
pub mod session;
pub mod status;
pub mod ticket;
pub mod time;
pub mod vendor;
pub mod warning;

pub use error::{Error, ErrorCode};
pub use warning::{Warning, WarningCode};

/// A source of unpredictable bytes for a purpose, such as `license` (a serial) or `token id`. The
/// tests derive an independent stream from each purpose, so that one more draw changes no value of
/// another purpose.
pub type Random<'a> = dyn FnMut(&'static str, &mut [u8]) + 'a;
