//! Use cases that create a home.

pub mod answer;
pub mod init;
pub mod join;
