//! Ending sessions: the log-out of one session, and all sessions whose time to live has passed.

use std::convert::Infallible;

use crate::domain::audit::NewEntry;
use crate::domain::audit::personal::Personal;
use crate::domain::audit::session::{EndDetail, PruneDetail};
use crate::domain::name::Name;
use crate::domain::serial::Serial;
use crate::domain::session::{DEFAULT_REASON, Session, Ttl};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::lookup;
use crate::store::Reader;

/// A request to end a session.
#[derive(Clone, Debug)]
pub struct EndSession {
    /// The serial.
    pub serial: Serial,
    /// The reason that the next touch reports; `None` for `ended`.
    pub reason: Option<Name>,
    /// The time that the user has to save; `None` for an immediate end.
    pub after: Option<Ttl>,
}

impl UseCase for EndSession {
    type Plan = EndedSession;
    type Unchanged = Infallible;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<EndedSession, Infallible>> {
        let mut session = lookup::session(reader, &self.serial)?;
        let reason = self.reason.as_ref().map_or(DEFAULT_REASON, Name::as_str);
        session.end(self.after.map_or(now, |after| after.after(now)), reason, now)?;
        Ok(Decision::Change(EndedSession(session)))
    }
}

/// A plan that ends a session: the session after the change.
#[derive(Clone, Debug)]
pub struct EndedSession(pub Session);

impl Plan for EndedSession {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(unit.tx.set_session(&self.0)?)
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        let EndedSession(session) = self;
        let detail = EndDetail {
            license: &session.license,
            user: &session.user,
            reason: session.reason.as_deref().map(Personal),
            ended_at: session.ended_at.filter(|at| *at > now).map(|at| at.to_string()),
        };
        vec![NewEntry::of("session.end", session.serial.as_str(), &detail)]
    }
}

/// A request to end the sessions whose time to live has passed.
#[derive(Clone, Copy, Debug)]
pub struct PruneSessions;

impl UseCase for PruneSessions {
    type Plan = PrunedSessions;
    type Unchanged = Infallible;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<PrunedSessions, Infallible>> {
        let mut stale = reader.list_stale(now)?;
        stale.iter_mut().for_each(Session::prune);
        Ok(Decision::Change(PrunedSessions(stale)))
    }
}

/// A plan that ends stale sessions: the sessions after the change.
#[derive(Clone, Debug)]
pub struct PrunedSessions(pub Vec<Session>);

impl Plan for PrunedSessions {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.0.iter().try_for_each(|session| Ok(unit.tx.set_session(session)?))
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let entry = |session: &Session| {
            let detail = PruneDetail::of(session);
            NewEntry::of("session.prune", session.serial.as_str(), &detail)
        };
        self.0.iter().map(entry).collect()
    }
}
