//! The audit details of sessions.

use serde::Serialize;

use crate::domain::audit::personal::Personal;
use crate::domain::name::{Name, Slug, Username};
use crate::domain::session::Session;
use crate::domain::time::Timestamp;

/// A session that started.
#[derive(Debug, Serialize)]
pub struct SessionDetail<'a> {
    serial: &'a str,
    license: &'a str,
    customer: &'a Slug,
    user: &'a Username,
    host: Option<&'a Name>,
    started_at: String,
    last_seen: String,
    expires_at: String,
    state: &'static str,
    ended_at: Option<String>,
    reason: Option<Personal<&'a str>>,
}

impl<'a> SessionDetail<'a> {
    /// Returns the detail of a session. Its state is that of the instant.
    pub fn of(session: &'a Session, now: Timestamp) -> SessionDetail<'a> {
        SessionDetail {
            serial: session.serial.as_str(),
            license: &session.license,
            customer: &session.customer,
            user: &session.user,
            host: session.host.as_ref(),
            started_at: session.started_at.to_string(),
            last_seen: session.last_seen.to_string(),
            expires_at: session.expires_at.to_string(),
            state: session.state(now).as_str(),
            ended_at: session.ended_at.map(|at| at.to_string()),
            reason: session.reason.as_deref().map(Personal),
        }
    }
}

/// The detail of `session.end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndDetail<'a> {
    /// The license's serial.
    pub license: &'a str,
    /// The user.
    pub user: &'a Username,
    /// The reason that the next touch of the session returns.
    pub reason: Option<Personal<&'a str>>,
    /// The end, RFC 3339, if it is after the change.
    pub ended_at: Option<String>,
}

/// The detail of `session.end` for a session that ends with a change of its license.
#[derive(Debug, Serialize)]
pub struct LicenseEndDetail<'a> {
    /// The license's serial.
    pub license: &'a str,
    /// The user.
    pub user: &'a Username,
    /// The reason that the next touch of the session returns.
    pub reason: Option<Personal<&'a str>>,
}

/// The detail of `session.move`: the session continues under the successor of its license.
#[derive(Debug, Serialize)]
pub struct MoveDetail<'a> {
    /// The serial of the successor.
    pub license: &'a str,
    /// The serial of the license before.
    pub from: Option<&'a str>,
}

/// The end of a session whose time to live has passed.
#[derive(Debug, Serialize)]
pub struct PruneDetail<'a> {
    license: &'a str,
    user: &'a Username,
    last_seen: String,
}

impl<'a> PruneDetail<'a> {
    /// Returns the detail of a session.
    pub fn of(session: &'a Session) -> PruneDetail<'a> {
        let last_seen = session.last_seen.to_string();
        PruneDetail { license: &session.license, user: &session.user, last_seen }
    }
}
