//! Starting a session: a seat is counted and taken in one transaction.

use std::convert::Infallible;

use crate::domain::audit::NewEntry;
use crate::domain::audit::session::SessionDetail;
use crate::domain::license::prerequisite::Coverage;
use crate::domain::name::{Name, Username};
use crate::domain::serial::{Kind, Serial};
use crate::domain::session::{SeatRequest, Session, Ttl, check_usable};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::ids::unused;
use crate::ops::license::prerequisite;
use crate::ops::lookup;
use crate::ops::session::seat::find_lack_of_room;
use crate::store::Reader;

/// A request to take a seat of a license for a user.
#[derive(Clone, Debug)]
pub struct StartSession {
    /// The serial of the license.
    pub license: Serial,
    /// The user.
    pub user: Username,
    /// The computer at which the user works.
    pub host: Option<Name>,
    /// The time to live without a touch.
    pub ttl: Ttl,
}

impl UseCase for StartSession {
    type Plan = NewSession;
    type Unchanged = Infallible;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<NewSession, Infallible>> {
        let license = lookup::license(reader, &self.license, now)?;
        let user = lookup::user(reader, &license.entitlement.customer, &self.user)?;
        let missing_prerequisites =
            prerequisite::missing_prerequisites(reader, &license, Coverage::One, now)?;
        check_usable(&license, &user, &missing_prerequisites, now)?;
        let request = SeatRequest {
            license: &license,
            user: &user.username,
            host: self.host.as_ref(),
            session: None,
        };
        if let Some(no_room) = find_lack_of_room(reader, &request, now)? {
            return Err(no_room.into());
        }
        Ok(Decision::Change(NewSession(Session {
            serial: Serial::placeholder(Kind::Session),
            license: license.serial.to_string(),
            customer: user.customer,
            user: user.username,
            host: self.host.clone(),
            started_at: now,
            last_seen: now,
            ttl: self.ttl,
            expires_at: self.ttl.after(now),
            ended_at: None,
            reason: None,
        })))
    }
}

/// A plan that inserts a session. Its serial is a placeholder until the plan is applied.
#[derive(Clone, Debug)]
pub struct NewSession(pub Session);

impl Plan for NewSession {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let reader = unit.tx.reader();
        self.0.serial = unused(Kind::Session, unit.random, |serial| {
            Ok(reader.find_session(serial.as_str())?.is_some())
        })?;
        Ok(unit.tx.insert_session(&self.0)?)
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        let detail = SessionDetail::of(&self.0, now);
        vec![NewEntry::of("session.start", self.0.serial.as_str(), &detail)]
    }
}
