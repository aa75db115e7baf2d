//! Shared code of the command line: context, arguments, prompts, rendering and error reports. It
//! contains no verb.

pub mod anchors;
pub mod arguments;
pub mod change;
pub mod container;
pub mod container_file;
pub mod context;
pub mod credential;
pub mod csv_import;
pub mod error_report;
pub mod explanation;
pub mod front_end;
pub mod host_faults;
pub mod impact;
pub mod key_files;
pub mod license;
pub mod man_page;
pub mod outcome;
pub mod passphrases;
mod private_keys;
pub mod private_output;
pub mod progress;
pub mod prompts;
pub mod remedy;
pub mod render;
pub mod schema;
pub mod schema_page;
