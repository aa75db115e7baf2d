//! One test binary with an isolated test environment: a temporary folder, a fixed clock, seeded
//! entropy, scripted answers.

#![expect(clippy::panic, reason = "a test fails by it")]
#![expect(
    clippy::disallowed_methods,
    reason = "the tests read and write the files of commands directly"
)]

mod answers;
mod arguments;
mod binary;
mod commands;
mod database_rules;
mod dependencies;
mod env;
mod error_codes;
mod generated;
mod kills;
mod language;
mod pty;
mod random;
mod scenarios;
mod schema;
