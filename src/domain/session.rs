//! Sessions. A user holds a seat of a license until the session is ended, or until its time to live
//! passes without a touch.

use std::fmt;
use std::str::FromStr;

use licentia_runtime::Model;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::license::prerequisite::MissingPrerequisite;
use crate::domain::license::state::{DisplayState, LicenseAction};
use crate::domain::name::{NAMED, Name, Slug, Username, count_of, first_of};
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, day_of, last_instant, seconds_of};
use crate::domain::{Error, ErrorCode};

/// The stored reason of an end for which no reason was given. Messages omit it.
pub const DEFAULT_REASON: &str = "ended";

/// A session in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The serial.
    pub serial: Serial,
    /// The serial of the license.
    pub license: String,
    /// The customer code.
    pub customer: Slug,
    /// The user name.
    pub user: Username,
    /// The name of the computer.
    pub host: Option<Name>,
    /// The instant of the start.
    pub started_at: Timestamp,
    /// The instant of the last touch.
    pub last_seen: Timestamp,
    /// The time to live after a touch.
    pub ttl: Ttl,
    /// The instant at which the seat is idle without another touch.
    pub expires_at: Timestamp,
    /// The instant of the end. An instant in the future leaves the user time to save.
    pub ended_at: Option<Timestamp>,
    /// The reason of the end, which the next touch returns.
    pub reason: Option<String>,
}

/// A session as answers and errors state it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Session")]
pub struct SessionFacts {
    /// Serial; null for a session that a dry run would start.
    pub serial: Option<String>,
    /// Serial of the license.
    pub license: String,
    /// Code of the customer.
    pub customer: String,
    /// Login name of the user.
    pub user: String,
    /// Name of the computer.
    pub host: Option<String>,
    /// Instant of the start.
    pub started_at: String,
    /// Instant of the last touch.
    pub last_seen: String,
    /// Instant at which the seat is idle without another touch.
    pub expires_at: String,
    /// State: `live`, `ended` or `stale`.
    pub state: String,
    /// Instant of the end.
    pub ended_at: Option<String>,
    /// Reason of the end.
    pub reason: Option<String>,
}

/// The state of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Holding a seat.
    Live,
    /// Ended.
    Ended,
    /// Past its time to live. The seat is idle.
    Stale,
}

impl SessionState {
    /// Returns the word for JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            SessionState::Live => "live",
            SessionState::Ended => "ended",
            SessionState::Stale => "stale",
        }
    }
}

impl Session {
    /// Returns the state at an instant.
    pub fn state(&self, now: Timestamp) -> SessionState {
        match self.ended_at {
            Some(at) if at <= now => SessionState::Ended,
            _ if self.expires_at <= now => SessionState::Stale,
            _ => SessionState::Live,
        }
    }

    /// Returns the instant of the end without another touch.
    pub fn until(&self) -> Timestamp {
        self.ended_at.unwrap_or(self.expires_at).min(self.expires_at)
    }

    /// Returns the session for answers.
    pub fn facts(&self, now: Timestamp) -> SessionFacts {
        SessionFacts {
            serial: Some(self.serial.to_string()),
            license: self.license.clone(),
            customer: self.customer.to_string(),
            user: self.user.to_string(),
            host: self.host.as_ref().map(ToString::to_string),
            started_at: self.started_at.to_string(),
            last_seen: self.last_seen.to_string(),
            expires_at: self.expires_at.to_string(),
            state: self.state(now).as_str().to_owned(),
            ended_at: self.ended_at.map(|at| at.to_string()),
            reason: self.reason.clone(),
        }
    }

    /// Returns the session with a reason for its end.
    #[must_use]
    pub fn because(self, reason: &str) -> Session {
        Session { reason: Some(reason.to_owned()), ..self }
    }

    /// Extends the session by its time to live.
    ///
    /// # Errors
    ///
    /// `wrong_state`, with the reason, for a session that is over.
    pub fn touch(&mut self, now: Timestamp) -> Result<(), Error> {
        self.check_open(now).map_err(|error| error.advice("start a new session"))?;
        if self.state(now) == SessionState::Stale {
            // A user who was to be logged off gets that reason, also if the time to live passed
            // earlier.
            let reason = self.reason.clone().unwrap_or_else(|| "stale".to_owned());
            let why = self.why();
            let (serial, at, ttl) = (&self.serial, self.expires_at, self.ttl);
            let message =
                format!("session {serial} became stale at {at}: it was not touched for {ttl}{why}");
            return Err(Error::new(ErrorCode::WrongState, message)
                .advice("the seat of the session is idle, and other users can use it; start a new session")
                .with("reason", reason.into()));
        }
        self.last_seen = now;
        self.expires_at = self.ttl.after(now);
        Ok(())
    }

    /// Ends the session, at once or at a later instant.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a session that is over, and for one that ends earlier.
    pub fn end(&mut self, at: Timestamp, reason: &str, now: Timestamp) -> Result<(), Error> {
        self.check_open(now)
            .map_err(|error| error.advice("the session has already ended; nothing to do"))?;
        if let Some(earlier) = self.ended_at.filter(|earlier| *earlier <= at) {
            return Err(Error::new(
                ErrorCode::WrongState,
                format!("session {} already ends at {earlier}", self.serial),
            )
            .advice("the end of a session can only be moved to an earlier time"));
        }
        // A stale session holds no seat, so its end needs no waiting time.
        let at = if self.state(now) == SessionState::Stale { now } else { at };
        (self.ended_at, self.reason) = (Some(at), Some(reason.to_owned()));
        Ok(())
    }

    /// Records the end of a stale session.
    pub fn prune(&mut self) {
        self.ended_at = Some(self.until());
        self.reason.get_or_insert_with(|| "stale".to_owned());
    }

    fn check_open(&self, now: Timestamp) -> Result<(), Error> {
        let (Some(at), Some(reason)) = (self.ended_at.filter(|at| *at <= now), &self.reason) else {
            return Ok(());
        };
        Err(Error::new(
            ErrorCode::WrongState,
            format!("session {} ended at {at}{}", self.serial, self.why()),
        )
        .with("reason", reason.as_str().into()))
    }

    /// Returns `: the seat is needed`, or nothing if no reason was given.
    pub fn why(&self) -> String {
        let given = self.reason.as_ref().filter(|reason| *reason != DEFAULT_REASON);
        given.map(|reason| format!(": {reason}")).unwrap_or_default()
    }

    /// Returns a text such as `S-… of anna at pc-1 (started at 2026-11-21T10:00:00Z)`.
    pub fn brief(&self) -> String {
        let host = self.host.as_ref().map(|host| format!(" at {host}")).unwrap_or_default();
        format!("{} of {}{host} (started at {})", self.serial, self.user, self.started_at)
    }
}

/// Checks that a license allows sessions of a user now. A start and a touch use the same check.
///
/// # Errors
///
/// `wrong_kind` for a license for devices. `wrong_state` for a license in a state without sessions,
/// or before its first day. `not_placed` for a license that is not delivered. `blocked` for a
/// license in blocked containers only. `not_assigned` for a user who may not use the license.
/// `base_missing` for a missing base license, unless the user is an administrator.
pub fn check_usable(
    license: &License,
    user: &User,
    missing_prerequisites: &[MissingPrerequisite],
    now: Timestamp,
) -> Result<(), Error> {
    let (serial, entitlement) = (&license.serial, &license.entitlement);
    if entitlement.model == Model::Device {
        return Err(Error::new(
            ErrorCode::WrongKind,
            format!("license {serial} has the model device, which has no sessions"),
        )
        .advice("sessions require a license of the model named or floating"));
    }
    license.check(LicenseAction::Start, now)?;
    if license.state(now) == DisplayState::Parked {
        return Err(Error::new(
            ErrorCode::NotPlaced,
            format!("license {serial} is not delivered (parked)"),
        )
        .remedy(Remedy::Deliver { license: serial.to_string() }));
    }
    let blocked: Vec<&str> = license
        .live()
        .filter_map(|it| Some(it.container.as_ref().filter(|it| it.blocked)?.serial.as_str()))
        .collect();
    if let Some(container) = blocked.first().filter(|_| blocked.len() == license.live().count()) {
        return Err(Error::new(
            ErrorCode::Blocked,
            format!("all containers of license {serial} are blocked: {}", blocked.join(", ")),
        )
        .remedy(Remedy::Unblock { container: (*container).to_owned() }));
    }
    if entitlement.starts > day_of(now) {
        return Err(Error::new(
            ErrorCode::WrongState,
            format!("the first day of license {serial} is {}", entitlement.starts),
        )
        .advice("start sessions on the first day of the license or later (UTC)"));
    }
    if !license.is_open_to(user) {
        let company = entitlement
            .company
            .as_ref()
            .filter(|_| entitlement.users.is_empty() && entitlement.model == Model::Floating);
        let (customer, name) = (&user.customer, &user.username);
        let (message, remedy) = match company {
            Some(company) => (
                format!(
                    "license {serial} belongs to company {company}, and user {name} does not \
                     belong to the company"
                ),
                Remedy::JoinCompany {
                    customer: customer.to_string(),
                    user: name.to_string(),
                    company: company.to_string(),
                },
            ),
            None => (
                format!("user {name} is not assigned to license {serial}"),
                Remedy::Assign { license: serial.to_string(), user: name.to_string() },
            ),
        };
        return Err(Error::new(ErrorCode::NotAssigned, message).remedy(remedy));
    }
    if let (Some(missing), false) = (missing_prerequisites.first(), user.admin) {
        let message = format!(
            "product {} requires product {}: {}",
            entitlement.product, missing.product, missing.reason
        );
        return Err(Error::new(ErrorCode::BaseMissing, message).advice(
            "until a base license is usable, only administrators of the customer can start \
             sessions",
        ));
    }
    Ok(())
}

/// A request to take a seat of a license, or to keep one.
#[derive(Clone, Copy, Debug)]
pub struct SeatRequest<'a> {
    /// The license, read in the transaction that takes the seat.
    pub license: &'a License,
    /// The user name.
    pub user: &'a Username,
    /// The name of the computer.
    pub host: Option<&'a Name>,
    /// The serial of the session that keeps its seat; only earlier sessions count against it.
    /// `None` for a new session; all live sessions count against it.
    pub session: Option<&'a Serial>,
}

impl SeatRequest<'_> {
    /// Returns the largest number of sessions that can count against this one: all that are
    /// live, except the session itself.
    pub fn most_earlier(&self) -> u32 {
        self.license.sessions.saturating_sub(u32::from(self.session.is_some()))
    }
}

/// The reason why a license has no seat for a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// A missing computer: the license limits the computers of a user, and the request names none.
    HostMissing,
    /// Too many computers: the user works at as many as the license allows. The names are those of
    /// the current ones.
    Hosts(Vec<String>),
    /// No idle seat.
    Seats,
}

/// The live sessions that count against a refused session, as its error names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holders {
    /// The number of these sessions.
    pub number: u32,
    /// The oldest of these sessions, at most [`NAMED`].
    pub oldest: Vec<Session>,
    /// The sessions of the refused user.
    pub own: Vec<Session>,
    /// The earliest instant at which one of these sessions ends without another touch.
    pub next_end: Option<Timestamp>,
}

/// Checks that a seat, and a computer of the user, is left for a session. `earlier` is the number
/// of sessions that count against it. `own` are those of the same user, oldest first. They can be
/// omitted if the license does not limit the computers of a user.
///
/// # Errors
///
/// [`NoRoom`], which [`NoRoom::error`] converts to an error.
pub fn check_room(request: &SeatRequest<'_>, own: &[Session], earlier: u32) -> Result<(), NoRoom> {
    if let Some(most) = request.license.entitlement.hosts_per_user {
        let host = request.host.ok_or(NoRoom::HostMissing)?.as_str();
        let hosts = hosts_of(own);
        let most = most as usize;
        // The earliest computers keep their place, also if the limit is newer.
        let is_there = hosts.iter().take(most).any(|known| known.eq_ignore_ascii_case(host));
        if !is_there && hosts.len() >= most {
            return Err(NoRoom::Hosts(hosts.into_iter().map(str::to_owned).collect()));
        }
    }
    if earlier < request.license.seats_for_sessions() { Ok(()) } else { Err(NoRoom::Seats) }
}

/// Returns the computers of sessions in the order of their first use. A session from before the
/// limit may name no computer. All such sessions count as one computer.
fn hosts_of(sessions: &[Session]) -> Vec<&str> {
    let mut hosts: Vec<&str> = Vec::new();
    for session in sessions {
        let name = session.host.as_ref().map_or("unknown", Name::as_str);
        if !hosts.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            hosts.push(name);
        }
    }
    hosts
}

impl NoRoom {
    /// Returns the error: `host_limit` with the computers or `no_seat`, both with the holders and
    /// the sessions of the user, or `usage` if the request names no computer.
    pub fn error(&self, request: &SeatRequest<'_>, holders: &Holders, now: Timestamp) -> Error {
        match self {
            NoRoom::HostMissing => host_missing(request.license),
            NoRoom::Hosts(hosts) => {
                holders.add_to(host_limit(request, hosts, holders), now).with("hosts", json!(hosts))
            }
            NoRoom::Seats if request.license.seats_for_sessions() == 0 => {
                all_in_hardware(request.license)
            }
            NoRoom::Seats => holders.add_to(no_seat(request.license, holders), now),
        }
    }
}

impl Holders {
    /// Adds the sessions as JSON members: at most [`NAMED`] of each list, and the complete numbers,
    /// so that an error stays short.
    fn add_to(&self, error: Error, now: Timestamp) -> Error {
        let facts = |sessions: &[Session]| -> Value {
            sessions.iter().take(NAMED).map(|session| json!(session.facts(now))).collect()
        };
        error
            .with("holders", facts(&self.oldest))
            .with("holders_count", self.number.into())
            .with("own_sessions", facts(&self.own))
            .with("own_sessions_count", self.own.len().into())
    }

    /// Returns the sessions of the user as a text.
    fn own_words(&self) -> String {
        let named: Vec<String> = self.own.iter().take(NAMED).map(Session::brief).collect();
        first_of(&named, self.own.len(), "; ")
    }
}

fn host_missing(license: &License) -> Error {
    let computers = count_of(license.entitlement.hosts_per_user.unwrap_or(0) as usize, "computer");
    Error::usage(format!(
        "license {} allows {computers} for each user, and the session names no computer",
        license.serial
    ))
    .remedy(Remedy::NameHost)
}

fn host_limit(request: &SeatRequest<'_>, hosts: &[String], holders: &Holders) -> Error {
    let (license, user) = (request.license, request.user);
    let computers = count_of(license.entitlement.hosts_per_user.unwrap_or(0) as usize, "computer");
    let message = format!(
        "user {user} already works at {}, and license {} allows {computers} for each user",
        hosts.join(", "),
        license.serial
    );
    Error::new(ErrorCode::HostLimit, message).advice(format!(
        "end all sessions of the user at one computer first: {}",
        holders.own_words()
    ))
}

fn all_in_hardware(license: &License) -> Error {
    let all = count_of(license.entitlement.seats as usize, "seat");
    Error::new(
        ErrorCode::NoSeat,
        format!("all seats of license {} are in computers and dongles ({all})", license.serial),
    )
    .remedy(Remedy::Show {
        noun: Noun::License,
        id: license.serial.to_string(),
        facts: "the containers of the license",
    })
}

fn no_seat(license: &License, holders: &Holders) -> Error {
    let users: Vec<String> =
        holders.oldest.iter().map(|session| session.user.to_string()).collect();
    let message = format!(
        "license {} has no idle seat: {} of {} in use by {}",
        license.serial,
        holders.number,
        license.seats_for_sessions(),
        first_of(&users, holders.number as usize, ", ")
    );
    let remedy = if holders.own.is_empty() {
        let next_end = holders.next_end.map(|at| at.to_string());
        Remedy::ShowHolders { license: license.serial.to_string(), next_end }
    } else {
        Remedy::EndOwnSession { sessions: holders.own_words() }
    };
    Error::new(ErrorCode::NoSeat, message).remedy(remedy)
}

/// A time to live, in seconds: `90s`, `15min`, `8h`, `1d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ttl(pub u32);

impl Ttl {
    /// Returns the instant after this time.
    pub fn after(self, now: Timestamp) -> Timestamp {
        Timestamp::from_second(now.as_second().saturating_add(i64::from(self.0)))
            .unwrap_or_else(|_| last_instant())
    }
}

/// The default: fifteen minutes.
impl Default for Ttl {
    fn default() -> Ttl {
        Ttl(900)
    }
}

impl FromStr for Ttl {
    type Err = Error;
    fn from_str(text: &str) -> Result<Ttl, Error> {
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

#[cfg(test)]
pub(crate) mod tests {
    use licentia_runtime::{Edition, Enforcement};

    use super::*;
    use crate::domain::license::entitlement::{Request, decide};
    use crate::domain::license::terms::{Count, OrNone, Seats, Terms};
    use crate::domain::name::{Name, Slug};
    use crate::domain::product::Product;
    use crate::domain::serial::Kind;
    use crate::domain::time::parse_instant;

    /// Returns a floating license of customer `nordwind` for product `other`.
    pub(crate) fn floating(seats: u32, hosts_per_user: Option<u32>) -> License {
        let now = instant(0);
        let product = Product::bare(
            Slug::stored("other".into()),
            Name::stored("Other".into()),
            String::new(),
        );
        let terms = Terms {
            seats: Some(Seats(seats)),
            enforcement: Some(Enforcement::Warn),
            hosts_per_user: hosts_per_user.map(|number| OrNone::Value(Count(number))),
            ..Terms::default()
        };
        let request = Request { edition: Edition::Commercial, terms, users: Vec::new() };
        let customer = Slug::stored("nordwind".into());
        let entitlement =
            decide(request, &product, &[], &customer, None, now).expect("an entitlement");
        License { serial: serial(Kind::License, 1), ..License::new(entitlement, None, now) }
    }

    /// Returns a different serial for each number.
    pub(crate) fn serial(kind: Kind, number: u8) -> Serial {
        Serial::random(kind, &mut |_, bytes: &mut [u8]| bytes.fill(number))
    }

    /// Returns the instant that is a number of seconds after 10:00.
    pub(crate) fn instant(seconds: i64) -> Timestamp {
        let start = parse_instant("2026-11-21T10:00:00Z").expect("an instant");
        Timestamp::from_second(start.as_second() + seconds).expect("an instant")
    }

    fn session(number: u8, user: &str, host: Option<&str>) -> Session {
        Session {
            serial: serial(Kind::Session, number),
            license: "L".into(),
            customer: "nordwind".parse().expect("a code"),
            user: user.parse().expect("a user name"),
            host: host.map(|host| host.parse().expect("a name")),
            started_at: instant(0),
            last_seen: instant(0),
            ttl: Ttl::default(),
            expires_at: instant(900),
            ended_at: None,
            reason: None,
        }
    }

    fn user(name: &str, admin: bool) -> User {
        User {
            id: None,
            customer: "nordwind".parse().expect("a code"),
            username: name.parse().expect("a user name"),
            name: None,
            email: None,
            company: None,
            admin,
            created_at: String::new(),
        }
    }

    #[test]
    fn a_license_carries_sessions_of_its_users_beside_its_base() {
        let now = instant(0);
        let check =
            |license: &License, user: &User, missing_prerequisites: &[MissingPrerequisite]| {
                check_usable(license, user, missing_prerequisites, now).map_err(|error| error.code)
            };
        let (anna, admin) = (user("anna", false), user("bo", true));
        let mut license = floating(2, None);
        assert_eq!(check(&license, &anna, &[]), Err(ErrorCode::NotPlaced));
        license.deliver().expect("delivered");
        assert_eq!(check(&license, &anna, &[]), Ok(()));
        let missing_prerequisites = [MissingPrerequisite {
            product: Slug::stored("base".into()),
            reason: "there is none".into(),
        }];
        assert_eq!(check(&license, &anna, &missing_prerequisites), Err(ErrorCode::BaseMissing));
        assert_eq!(check(&license, &admin, &missing_prerequisites), Ok(()));
        license.entitlement.users = vec!["bo".parse().expect("a user name")];
        assert_eq!(check(&license, &anna, &[]), Err(ErrorCode::NotAssigned));
    }

    #[test]
    fn a_lack_of_room_is_an_error_with_its_code() {
        let holders = Holders { number: 1, oldest: Vec::new(), own: Vec::new(), next_end: None };
        let license = floating(1, Some(1));
        let (user, host) = ("anna".parse().expect("a name"), "B".parse().expect("a name"));
        let request =
            SeatRequest { license: &license, user: &user, host: Some(&host), session: None };
        let own = [session(1, "anna", Some("A"))];
        let no_room = check_room(&request, &own, 0).expect_err("another computer");
        assert_eq!(no_room.error(&request, &holders, instant(0)).code, ErrorCode::HostLimit);
        let no_room = check_room(&request, &[], 1).expect_err("no seat");
        assert_eq!(no_room.error(&request, &holders, instant(0)).code, ErrorCode::NoSeat);
    }

    #[test]
    fn a_seat_is_left_while_fewer_sessions_count_than_there_are_seats() {
        let user = "anna".parse().expect("a user name");
        for (seats, earlier, room) in
            [(0, 0, false), (1, 0, true), (1, 1, false), (3, 2, true), (3, 4, false)]
        {
            let license = floating(seats, None);
            let request = SeatRequest { license: &license, user: &user, host: None, session: None };
            let expected = if room { Ok(()) } else { Err(NoRoom::Seats) };
            assert_eq!(check_room(&request, &[], earlier), expected, "{earlier} of {seats}");
        }
    }

    #[test]
    fn a_session_does_not_count_against_itself() {
        let (user, own) = ("anna".parse().expect("a user name"), serial(Kind::Session, 1));
        for (live, begins, goes_on) in [(0, 0, 0), (1, 1, 0), (7, 7, 6)] {
            let license = License { sessions: live, ..floating(9, None) };
            let request = SeatRequest { license: &license, user: &user, host: None, session: None };
            assert_eq!(request.most_earlier(), begins);
            assert_eq!(SeatRequest { session: Some(&own), ..request }.most_earlier(), goes_on);
        }
    }

    #[test]
    fn computers_count_once_and_the_first_have_their_place() {
        let user = "anna".parse().expect("a user name");
        let own = [Some("A"), Some("a"), None, Some("B")].map(|host| session(1, "anna", host));
        let limit = || Err(NoRoom::Hosts(["A", "unknown", "B"].map(str::to_owned).to_vec()));
        for (most, host, expected) in [
            (1, None, Err(NoRoom::HostMissing)),
            (1, Some("a"), Ok(())),
            (1, Some("B"), limit()),
            (2, Some("unknown"), Ok(())),
            (2, Some("B"), limit()),
            (3, Some("b"), Ok(())),
            (3, Some("C"), limit()),
            (4, Some("C"), Ok(())),
        ] {
            let (license, host) = (floating(9, Some(most)), host.map(|host: &str| host.parse()));
            let host = host.transpose().expect("a name");
            let request =
                SeatRequest { license: &license, user: &user, host: host.as_ref(), session: None };
            assert_eq!(check_room(&request, &own, 4), expected, "{host:?} of {most}");
        }
    }

    #[test]
    fn an_error_names_ten_sessions_and_their_number() {
        let license = floating(50, None);
        let user = "anna".parse().expect("a user name");
        let request = SeatRequest { license: &license, user: &user, host: None, session: None };
        let all: Vec<Session> = (0..50).map(|number| session(number, "anna", None)).collect();
        let holders = |oldest: usize, own: usize| Holders {
            number: 50,
            oldest: all[..oldest].to_vec(),
            own: all[..own].to_vec(),
            next_end: Some(instant(900)),
        };
        let error = NoRoom::Seats.error(&request, &holders(10, 12), instant(0));
        assert!(
            error.message.ends_with(
                "in use by anna, anna, anna, anna, anna, anna, anna, anna, anna, anna and 40 more"
            ),
            "{error}"
        );
        let Some(Remedy::EndOwnSession { sessions }) = error.remedy.as_deref() else {
            panic!("{error:?}");
        };
        assert!(sessions.ends_with(" and 2 more"), "{sessions}");
        assert_eq!(sessions.matches("; ").count(), 9, "{sessions}");
        let members: Vec<(&str, Value)> = error
            .more
            .iter()
            .map(|(member, value)| match value {
                Value::Array(items) => (*member, items.len().into()),
                number => (*member, number.clone()),
            })
            .collect();
        assert_eq!(
            members,
            [
                ("holders", 10.into()),
                ("holders_count", 50.into()),
                ("own_sessions", 10.into()),
                ("own_sessions_count", 12.into())
            ]
        );
        // Without sessions of the user, the remedy states the instant at which a seat can be free.
        let error = NoRoom::Seats.error(&request, &holders(10, 0), instant(0));
        let license = license.serial.to_string();
        let next_end = Some("2026-11-21T10:15:00Z".to_owned());
        let remedy = Remedy::ShowHolders { license, next_end };
        assert_eq!(error.remedy.as_deref(), Some(&remedy));
    }
}
