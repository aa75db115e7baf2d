//! The free seats of a license for sessions. Seats are counted in the transaction that takes one.

use crate::domain::Error;
use crate::domain::name::NAMED;
use crate::domain::session::{Holders, SeatRequest, check_room};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::store::Reader;

/// Returns the error of a request for which the license has no free seat; `None` if there is one.
///
/// Sessions are counted and not read: each start and each touch does this under the write lock,
/// and a license may have thousands of sessions. Only an error reads the sessions that it names.
///
/// # Errors
///
/// The faults of the database.
pub fn find_lack_of_room(
    reader: Reader<'_>,
    request: &SeatRequest<'_>,
    now: Timestamp,
) -> Result<Option<Error>> {
    let license = request.license;
    let own = || reader.list_own(request, now);
    let limited = license.entitlement.hosts_per_user.map(|_| own()).transpose()?;
    // The license contains the number of its live sessions. While all of them have a seat, the
    // earlier sessions have one too and are not counted again.
    let most = request.most_earlier();
    let is_counted = most >= license.seats_for_sessions();
    let earlier = if is_counted { count_earlier(reader, request, now)? } else { most };
    let Err(no_room) = check_room(request, limited.as_deref().unwrap_or_default(), earlier) else {
        return Ok(None);
    };
    let own = limited.map_or_else(own, Ok)?;
    let next_end = if own.is_empty() { reader.find_next_end(request, now)? } else { None };
    let holders = Holders {
        number: if is_counted { earlier } else { count_earlier(reader, request, now)? },
        oldest: reader.list_oldest(request, NAMED, now)?,
        own,
        next_end,
    };
    Ok(Some(no_room.error(request, &holders, now)))
}

/// Returns the number of sessions that count against a request.
fn count_earlier(reader: Reader<'_>, request: &SeatRequest<'_>, now: Timestamp) -> Result<u32> {
    let license = request.license;
    match request.session {
        None => Ok(license.sessions),
        Some(session) => Ok(reader.count_earlier(&license.serial, session, now)?),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestCaseError, TestRunner};
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::ErrorCode;
    use crate::domain::customer::{Customer, User};
    use crate::domain::license::License;
    use crate::domain::name::{Name, count_of, some_of};
    use crate::domain::product::Product;
    use crate::domain::remedy::{Noun, Remedy};
    use crate::domain::serial::{Kind, Serial};
    use crate::domain::session::tests::{floating, instant, serial};
    use crate::domain::session::{Session, SessionState, Ttl};
    use crate::ops::lookup;
    use crate::store::{SessionFilter, Store, Transaction, gather};

    const USERS: &[&str] = &["anna", "bo", "cleo"];
    const HOSTS: &[Option<&str>] = &[None, Some("A"), Some("a"), Some("B"), Some("C")];

    /// A step in the history of a home.
    #[derive(Clone, Debug)]
    enum Step {
        /// The start of a session of the license or of another one. Its time to live and its end,
        /// in seconds before or after the present, may have passed.
        Start { user: usize, host: usize, other: bool, expires: i64, ends: Option<i64> },
        /// The removal of a user, and the addition of another user with the same name.
        Replace { user: usize, is_upper: bool },
        /// The renaming of a user and of their sessions.
        Rename { user: usize },
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let start = (0..USERS.len(), 0..HOSTS.len(), any::<u8>(), -3..40i64, -3..9i64).prop_map(
            |(user, host, odds, expires, ends)| Step::Start {
                user,
                host,
                other: odds % 5 == 0,
                expires,
                ends: (odds % 3 == 0).then_some(ends),
            },
        );
        let replace = (0..USERS.len(), any::<bool>())
            .prop_map(|(user, is_upper)| Step::Replace { user, is_upper });
        let rename = (0..USERS.len()).prop_map(|user| Step::Rename { user });
        prop::collection::vec(prop_oneof![12 => start, 1 => replace, 1 => rename], 0..24)
    }

    fn user(name: &str) -> User {
        User {
            id: None,
            customer: "nordwind".parse().expect("a code"),
            username: name.parse().expect("a user name"),
            name: None,
            email: None,
            company: None,
            admin: false,
            created_at: instant(0).to_string(),
        }
    }

    /// Writes two licenses of one customer, and the users.
    fn write_licenses(tx: &Transaction<'_>) {
        let code = |code: &str| code.parse().expect("a code");
        let name = |name: &str| name.parse().expect("a name");
        tx.insert_product(&Product::bare(code("other"), name("Other"), instant(0).to_string()))
            .expect("a product");
        tx.insert_customer(&Customer {
            code: code("nordwind"),
            name: name("Nordwind AB"),
            email: None,
            reference: None,
            retired_at: None,
            created_at: instant(0).to_string(),
        })
        .expect("a customer");
        for name in USERS {
            tx.insert_user(&user(name)).expect("a user");
        }
        for license in [floating(1000, None), other_license()] {
            tx.insert_license(&license).expect("a license");
        }
    }

    fn other_license() -> License {
        License { serial: serial(Kind::License, 2), ..floating(1000, None) }
    }

    /// Writes the sessions and users of a history.
    fn write_history(tx: &Transaction<'_>, steps: &[Step], license: &Serial, now: Timestamp) {
        let at =
            |seconds: i64| Timestamp::from_second(now.as_second() + seconds).expect("an instant");
        let mut names: Vec<String> = USERS.iter().map(|&name| name.to_owned()).collect();
        for (number, step) in (0..).zip(steps) {
            match step {
                Step::Start { user: who, host, other, expires, ends } => {
                    let of = if *other { &other_license().serial } else { license };
                    let mut session = Session {
                        serial: serial(Kind::Session, number),
                        license: of.to_string(),
                        customer: user(&names[*who]).customer,
                        user: names[*who].parse().expect("a user name"),
                        host: HOSTS[*host].map(|host| host.parse().expect("a name")),
                        started_at: at(-60),
                        last_seen: at(-60),
                        ttl: Ttl::default(),
                        expires_at: at(*expires),
                        ended_at: None,
                        reason: None,
                    };
                    tx.insert_session(&session).expect("a session");
                    if let Some(ends) = ends {
                        session.ended_at = Some(at(*ends));
                        session.reason = Some("ended".into());
                        tx.set_session(&session).expect("an end");
                    }
                }
                Step::Replace { user: who, is_upper } => {
                    let gone = user(&names[*who]);
                    tx.set_sessions_without_user(&gone.customer, &gone.username).expect("written");
                    tx.delete_user(&gone).expect("removed");
                    if *is_upper {
                        names[*who] = names[*who].to_uppercase();
                    }
                    tx.insert_user(&user(&names[*who])).expect("added");
                }
                Step::Rename { user: who } => {
                    let before = user(&names[*who]);
                    names[*who] = format!("{}2", names[*who]);
                    tx.set_user(&before.username, &user(&names[*who])).expect("renamed");
                }
            }
        }
    }

    /// Applies the rule to all live sessions, as an oracle for the counting rule. `live` contains
    /// the sessions that count, oldest first.
    fn listed(request: &SeatRequest<'_>, live: &[Session], now: Timestamp) -> Result<(), Error> {
        let (license, user) = (request.license, request.user);
        let own: Vec<&Session> = live.iter().filter(|session| session.user == *user).collect();
        let first = |sessions: &[&Session]| -> Value {
            sessions.iter().take(10).map(|session| json!(session.facts(now))).collect()
        };
        let all: Vec<&Session> = live.iter().collect();
        let with_sessions = |error: Error| {
            error
                .with("holders", first(&all))
                .with("holders_count", live.len().into())
                .with("own_sessions", first(&own))
                .with("own_sessions_count", own.len().into())
        };
        let own_words: Vec<String> = own.iter().map(|session| session.brief()).collect();
        let own_words = match own_words.len() {
            0..=10 => own_words.join("; "),
            more => format!("{} and {} more", own_words[..10].join("; "), more - 10),
        };
        if let Some(most) = license.entitlement.hosts_per_user {
            let computers = count_of(most as usize, "computer");
            let Some(host) = request.host else {
                let limit = format!("license {} allows {computers} for each user", license.serial);
                let message = format!("{limit}, and the session names no computer");
                return Err(Error::usage(message).remedy(Remedy::NameHost));
            };
            let mut hosts: Vec<&str> = Vec::new();
            for other in &own {
                let name = other.host.as_ref().map_or("unknown", |host| host.as_str());
                if !hosts.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                    hosts.push(name);
                }
            }
            let is_there = hosts
                .iter()
                .take(most as usize)
                .any(|known| known.eq_ignore_ascii_case(host.as_str()));
            if !is_there && hosts.len() >= most as usize {
                let message = format!(
                    "user {user} already works at {}, and license {} allows {computers} for each \
                     user",
                    hosts.join(", "),
                    license.serial
                );
                let hint =
                    format!("end all sessions of the user at one computer first: {own_words}");
                return Err(with_sessions(Error::new(ErrorCode::HostLimit, message).advice(hint))
                    .with("hosts", json!(hosts)));
            }
        }
        let seats = license.seats_for_sessions();
        if live.len() < seats as usize {
            return Ok(());
        }
        if seats == 0 {
            let all = count_of(license.entitlement.seats as usize, "seat");
            let message = format!(
                "all seats of license {} are in computers and dongles ({all})",
                license.serial
            );
            return Err(Error::new(ErrorCode::NoSeat, message).remedy(Remedy::Show {
                noun: Noun::License,
                id: license.serial.to_string(),
                facts: "the containers of the license",
            }));
        }
        let names: Vec<String> = live.iter().map(|session| session.user.to_string()).collect();
        let message = format!(
            "license {} has no idle seat: {} of {seats} in use by {}",
            license.serial,
            live.len(),
            some_of(&names)
        );
        let remedy = if own.is_empty() {
            let next_end = live.iter().map(Session::until).min().map(|at| at.to_string());
            Remedy::ShowHolders { license: license.serial.to_string(), next_end }
        } else {
            Remedy::EndOwnSession { sessions: own_words }
        };
        Err(with_sessions(Error::new(ErrorCode::NoSeat, message).remedy(remedy)))
    }

    /// Compares the counted decision with the listed one, for a start of each user at each computer
    /// and for a touch of each live session.
    fn compare(reader: Reader<'_>, license: &License, now: Timestamp) -> Result<(), TestCaseError> {
        let filter = SessionFilter {
            license: Some(license.serial.to_string()),
            all: true,
            ..SessionFilter::default()
        };
        let live = gather(|take| reader.list_sessions(&filter, now, take)).expect("read");
        let live: Vec<Session> =
            live.into_iter().filter(|session| session.state(now) == SessionState::Live).collect();
        prop_assert_eq!(&reader.list_live(&license.serial, now).expect("read"), &live);
        prop_assert_eq!(license.sessions as usize, live.len());
        let users =
            gather(|take| reader.list_users(&license.entitlement.customer, None, None, take));
        let hosts: Vec<Option<Name>> =
            HOSTS.iter().map(|host| host.map(|host| host.parse().expect("a name"))).collect();
        let users = users.expect("read");
        let starts = users.iter().flat_map(|user| hosts.iter().map(move |host| (user, host)));
        for (user, host) in starts {
            let request =
                SeatRequest { license, user: &user.username, host: host.as_ref(), session: None };
            let counted = find_lack_of_room(reader, &request, now).expect("read");
            prop_assert_eq!(counted, listed(&request, &live, now).err());
        }
        for (place, session) in live.iter().enumerate() {
            let request = SeatRequest {
                license,
                user: &session.user,
                host: session.host.as_ref(),
                session: Some(&session.serial),
            };
            let counted = find_lack_of_room(reader, &request, now).expect("read");
            prop_assert_eq!(counted, listed(&request, &live[..place], now).err());
        }
        Ok(())
    }

    #[test]
    fn counted_sessions_decide_as_listed_sessions_did() {
        let store = RefCell::new(Store::in_memory());
        let now = instant(3600);
        let limits = prop::option::of(1..4u32);
        let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
        runner
            .run(&(steps(), 0..20u32, limits), |(steps, seats, hosts_per_user)| {
                store.borrow_mut().trial(|tx| {
                    write_licenses(tx);
                    let serial = floating(0, None).serial;
                    write_history(tx, &steps, &serial, now);
                    let mut license = lookup::license(tx.reader(), &serial, now).expect("found");
                    license.entitlement.seats = seats;
                    license.entitlement.hosts_per_user = hosts_per_user;
                    compare(tx.reader(), &license, now)
                })
            })
            .expect("the same decisions");
    }
}
