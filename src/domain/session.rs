//! Sessions: a user holds a seat of a license, until it is ended or its time to live passes without a touch.

use std::fmt;
use std::str::FromStr;

use licentia_runtime::Model;
use serde_json::{Value, json};

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::license::prerequisite::Lack;
use crate::domain::license::state::{State as LicenseState, Verb};
use crate::domain::name::{Code, Name, Username, count_of, some_of};
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, day_of, seconds_of};
use crate::domain::{Code as Why, Refusal};

/// A seat held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its serial.
    pub serial: Serial,
    /// The license's serial.
    pub license: String,
    /// The customer's code.
    pub customer: Code,
    /// Who holds it.
    pub user: Username,
    /// At which computer.
    pub host: Option<Name>,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was touched last.
    pub last_seen: Timestamp,
    /// What a touch gives.
    pub ttl: Ttl,
    /// Without another touch its seat is free from then on.
    pub expires_at: Timestamp,
    /// When it is over; in the future where the user has time to save.
    pub ended_at: Option<Timestamp>,
    /// Why it is over, as the next touch is told.
    pub reason: Option<String>,
}

/// Where a session is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds its seat.
    Live,
    /// It was ended.
    Ended,
    /// Its time to live has passed; its seat is free.
    Stale,
}

impl State {
    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Live => "live",
            State::Ended => "ended",
            State::Stale => "stale",
        }
    }
}

impl Session {
    /// Where it is in its life.
    pub fn state(&self, now: Timestamp) -> State {
        match self.ended_at {
            Some(at) if at <= now => State::Ended,
            _ if self.expires_at <= now => State::Stale,
            _ => State::Live,
        }
    }

    /// When it is over if nobody touches it.
    pub fn until(&self) -> Timestamp {
        self.ended_at.unwrap_or(self.expires_at).min(self.expires_at)
    }

    /// The session for machines.
    pub fn facts(&self, now: Timestamp) -> Value {
        json!({
            "serial": self.serial.as_str(), "license": self.license, "customer": self.customer.as_str(), "user": self.user.as_str(),
            "host": self.host.as_ref().map(Name::as_str), "started_at": self.started_at.to_string(),
            "last_seen": self.last_seen.to_string(), "expires_at": self.expires_at.to_string(), "state": self.state(now).as_str(),
            "ended_at": self.ended_at.map(|at| at.to_string()), "reason": self.reason,
        })
    }

    /// The same, to be ended for a reason.
    #[must_use]
    pub fn because(self, reason: &str) -> Session {
        Session { reason: Some(reason.to_owned()), ..self }
    }

    /// Another span of its time to live.
    ///
    /// # Errors
    ///
    /// `wrong_state` where it is over, with the reason.
    pub fn touch(&mut self, now: Timestamp) -> Result<(), Refusal> {
        self.check_open(now)?;
        if self.state(now) == State::Stale {
            // Who was to be logged off is told why, although his time ran out before.
            let reason = self.reason.clone().unwrap_or_else(|| "stale".to_owned());
            let why = self.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
            let (serial, at, ttl) = (&self.serial, self.expires_at, self.ttl);
            let message =
                format!("session {serial} ran out at {at}: it was not touched for {ttl}{why}");
            return Err(Refusal::new(Why::WrongState, message)
                .hint("its seat is free for others; start a new session")
                .with("reason", reason.into()));
        }
        self.last_seen = now;
        self.expires_at = self.ttl.after(now);
        Ok(())
    }

    /// Ends it, at once or at an instant to come.
    ///
    /// # Errors
    ///
    /// `wrong_state` where it is over, or ends earlier.
    pub fn end(&mut self, at: Timestamp, reason: &str, now: Timestamp) -> Result<(), Refusal> {
        self.check_open(now)?;
        if let Some(earlier) = self.ended_at.filter(|earlier| *earlier <= at) {
            return Err(Refusal::new(
                Why::WrongState,
                format!("session {} ends at {earlier} already", self.serial),
            )
            .hint("an end can only be made earlier"));
        }
        // What has run out holds no seat any more, so there is nothing to wait for.
        let at = if self.state(now) == State::Stale { now } else { at };
        (self.ended_at, self.reason) = (Some(at), Some(reason.to_owned()));
        Ok(())
    }

    /// Writes down that it ran out, and when.
    pub fn prune(&mut self) {
        self.ended_at = Some(self.until());
        self.reason.get_or_insert_with(|| "stale".to_owned());
    }

    fn check_open(&self, now: Timestamp) -> Result<(), Refusal> {
        let (Some(at), Some(reason)) = (self.ended_at.filter(|at| *at <= now), &self.reason) else {
            return Ok(());
        };
        Err(Refusal::new(
            Why::WrongState,
            format!("session {} was ended at {at}: {reason}", self.serial),
        )
        .hint("start a new session")
        .with("reason", reason.as_str().into()))
    }

    /// `S-… of anna at desk-1, since 2026-11-21T10:00:00Z`
    pub fn brief(&self) -> String {
        let host = self.host.as_ref().map(|host| format!(" at {host}")).unwrap_or_default();
        format!("{} of {}{host}, since {}", self.serial, self.user, self.started_at)
    }
}

/// Refuses a session that the license does not carry now, for this user: what a start and a touch ask alike.
///
/// # Errors
///
/// `wrong_kind` for a license of devices, `wrong_state`, `not_placed` where it is parked, `blocked` where it is in blocked containers only, `not_assigned` for a user it is not
/// open to, `base_missing` for a user who is no administrator where a base license is lacking.
pub fn check_usable(
    license: &License,
    user: &User,
    lacks: &[Lack],
    now: Timestamp,
) -> Result<(), Refusal> {
    let (serial, right) = (&license.serial, &license.right);
    if right.model == Model::Device {
        return Err(Refusal::new(
            Why::WrongKind,
            format!("license {serial} is for devices: a device holds a seat, not a session"),
        )
        .hint("sessions are of named and floating licenses"));
    }
    license.check(Verb::Start, now)?;
    if license.state(now) == LicenseState::Parked {
        return Err(Refusal::new(
            Why::NotPlaced,
            format!("license {serial} is parked: it is delivered nowhere"),
        )
        .hint(format!("`licentia license activate {serial} --unbound` delivers it")));
    }
    let blocked: Vec<&str> = license
        .live()
        .filter_map(|it| Some(it.container.as_ref().filter(|it| it.blocked)?.serial.as_str()))
        .collect();
    if let Some(container) = blocked.first().filter(|_| blocked.len() == license.live().count()) {
        return Err(Refusal::new(
            Why::Blocked,
            format!("license {serial} is in container {container} only, which is blocked"),
        )
        .hint(format!("`licentia container unblock {container} --reason …` lets it go on")));
    }
    if right.starts > day_of(now) {
        return Err(Refusal::new(
            Why::WrongState,
            format!("license {serial} starts on {}", right.starts),
        )
        .hint("sessions can be started from that day on (UTC)"));
    }
    if !license.is_open_to(user) {
        let company = right
            .company
            .as_ref()
            .filter(|_| right.users.is_empty() && right.model == Model::Floating);
        let (customer, name) = (&user.customer, &user.username);
        let (message, hint) = match company {
            Some(company) => (
                format!(
                    "license {serial} is held by company {company}, and user {name} is not in it"
                ),
                format!(
                    "`licentia user edit {customer} {name} --company {company}` says that the user is"
                ),
            ),
            None => (
                format!("user {name} is not assigned to license {serial}"),
                format!("`licentia assignment add {serial} {name}` assigns it"),
            ),
        };
        return Err(Refusal::new(Why::NotAssigned, message).hint(hint));
    }
    if let (Some(lack), false) = (lacks.first(), user.admin) {
        let message =
            format!("product {} works only beside {}: {}", right.product, lack.product, lack.why);
        return Err(Refusal::new(Why::BaseMissing, message)
            .hint("until there is one, only the customer's administrators may start sessions"));
    }
    Ok(())
}

/// Refuses a session where no seat, or no host, is left for it. `live` are the license's live sessions.
///
/// # Errors
///
/// `host_limit` with the hosts that hold the others, `no_seat` with the holders and the user's own sessions; `usage` where the
/// computer is not said and has to be counted.
pub fn check_room(
    license: &License,
    user: &Username,
    host: Option<&Name>,
    live: &[Session],
    now: Timestamp,
) -> Result<(), Refusal> {
    let own: Vec<&Session> = live.iter().filter(|session| session.user == *user).collect();
    let facts = |sessions: &[&Session]| -> Value {
        sessions.iter().map(|session| session.facts(now)).collect()
    };
    let holders: Vec<&Session> = live.iter().collect();
    let with_sessions = |refusal: Refusal| {
        refusal.with("holders", facts(&holders)).with("own_sessions", facts(&own))
    };
    let own_words: Vec<String> = own.iter().map(|session| session.brief()).collect();
    if let Some(most) = license.right.hosts_per_user {
        let Some(host) = host else {
            let computers = count_of(most as usize, "computer");
            return Err(Refusal::usage(format!(
                "license {} is limited to {computers} of each user",
                license.serial
            ))
            .hint("say which one it is: start a session with --host NAME"));
        };
        // A session that began before there was a limit may not say where it is; that is a computer too. Those that began
        // first have their place.
        let mut hosts: Vec<&str> = Vec::new();
        for other in &own {
            let there = other.host.as_ref().map_or("unknown", |host| host.as_str());
            if !hosts.iter().any(|known| known.eq_ignore_ascii_case(there)) {
                hosts.push(there);
            }
        }
        let is_there =
            hosts.iter().take(most as usize).any(|known| known.eq_ignore_ascii_case(host.as_str()));
        if !is_there && hosts.len() >= most as usize {
            let (there, computers) = (hosts.join(", "), count_of(most as usize, "computer"));
            let message = format!(
                "user {user} works at {there} already, of {computers} that license {} allows",
                license.serial
            );
            let hint = format!(
                "a computer is free once all sessions at it have ended: {}",
                own_words.join("; ")
            );
            return Err(with_sessions(Refusal::new(Why::HostLimit, message).hint(hint))
                .with("hosts", json!(hosts)));
        }
    }
    let seats = license.seats_for_sessions();
    if live.len() < seats as usize {
        return Ok(());
    }
    if seats == 0 {
        let all = count_of(license.right.seats as usize, "seat");
        return Err(Refusal::new(
            Why::NoSeat,
            format!("all of license {} is in devices and dongles ({all})", license.serial),
        )
        .hint(format!("`licentia license show {}` shows where", license.serial)));
    }
    let names: Vec<String> = live.iter().map(|session| session.user.to_string()).collect();
    let message = format!(
        "{} of {seats} seats of license {} are taken, by {}",
        live.len(),
        license.serial,
        some_of(&names)
    );
    let hint = if own.is_empty() {
        let next = live.iter().map(Session::until).min();
        let next = next
            .map(|at| format!("; the next one runs out at {at} unless it is touched"))
            .unwrap_or_default();
        format!("`licentia session list --license {}` shows who holds them{next}", license.serial)
    } else {
        format!(
            "to end an own session frees a seat (`licentia session end`): {}",
            own_words.join("; ")
        )
    };
    Err(with_sessions(Refusal::new(Why::NoSeat, message).hint(hint)))
}

/// A time to live, in seconds: `90s`, `15min`, `8h`, `1d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ttl(pub u32);

impl Ttl {
    /// The instant so long after.
    pub fn after(self, now: Timestamp) -> Timestamp {
        Timestamp::from_second(now.as_second().saturating_add(i64::from(self.0)))
            .unwrap_or(Timestamp::MAX)
    }
}

/// Fifteen minutes.
impl Default for Ttl {
    fn default() -> Ttl {
        Ttl(900)
    }
}

impl FromStr for Ttl {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Ttl, Refusal> {
        seconds_of(text).map(Ttl)
    }
}

impl fmt::Display for Ttl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            seconds if seconds % 86_400 == 0 => write!(f, "{}d", seconds / 86_400),
            seconds if seconds % 3600 == 0 => write!(f, "{}h", seconds / 3600),
            seconds if seconds % 60 == 0 => write!(f, "{}min", seconds / 60),
            seconds => write!(f, "{seconds}s"),
        }
    }
}
