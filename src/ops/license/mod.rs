//! Use cases of licenses.

pub mod apply;
pub mod issue;
pub mod life_cycle;
pub mod online_check;
pub mod placement;
pub mod plan;
pub mod prerequisite;
pub mod revise;
pub mod successor;
