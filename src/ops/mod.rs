//! The work that more than one front door needs. It takes the books, a transaction and a signer, and gives domain values;
//! it knows no arguments and prints nothing.

pub mod certify;
pub mod found;
pub mod issue;
pub mod known;
