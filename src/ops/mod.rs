//! The work that more than one front door needs. It takes the books, a transaction and a signer, and gives domain values;
//! it knows no arguments and prints nothing.

pub mod adopt;
pub mod base;
mod brought;
pub mod catalogue;
pub mod certify;
pub mod change;
pub mod check;
pub mod container;
pub mod credential;
pub mod end;
pub mod found;
pub mod import;
pub mod issue;
pub mod join;
pub mod known;
pub mod people;
pub mod place;
pub mod receipt;
pub mod recover;
pub mod repeat;
pub mod revise;
pub mod session;
pub mod status;
pub mod succeed;
pub mod ticket;
pub mod watch;
