//! Use cases that create a home.

pub mod init;
pub mod join;
