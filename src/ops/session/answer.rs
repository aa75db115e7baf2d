//! The answers about sessions.

pub use crate::domain::session::SessionFacts;
use crate::ops::answer::{Answer, Columns};

impl Answer for SessionFacts {}

impl Columns for SessionFacts {
    const COLUMNS: &'static [&'static str] = &[
        "serial",
        "license",
        "customer",
        "user",
        "host",
        "started-at",
        "last-seen",
        "expires-at",
        "state",
        "ended-at",
        "reason",
    ];
}
