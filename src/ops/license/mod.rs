//! Use cases of licenses.

pub mod activate;
pub mod answer;
pub mod apply;
pub mod edit;
pub mod entry_keys;
pub mod extend;
pub mod issue;
pub mod life_cycle;
pub mod r#move;
pub mod online_check;
pub mod parties;
pub mod placement;
pub mod plan;
pub mod prerequisite;
pub mod renew;
pub mod request;
pub mod r#return;
pub mod signed_file;
pub mod successor;
mod terms;
#[cfg(test)]
mod tests;
pub mod withdraw;
