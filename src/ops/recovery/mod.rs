//! Use cases of recoveries: issuing lost licenses again, and the quotas that allow it.

pub mod answer;
pub mod grant;
pub mod issue;
pub mod policy;
pub mod quota;
pub mod reverse;
pub mod selection;
#[cfg(test)]
mod tests;
pub mod updates;
