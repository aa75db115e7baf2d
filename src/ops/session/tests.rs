//! Use cases of sessions on a home in memory, and the errors of each.

use licentia_runtime::ProductKind;

use crate::domain::ErrorCode;
use crate::domain::name::{Name, Username};
use crate::domain::product::Product;
use crate::domain::serial::Serial;
use crate::domain::session::Ttl;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::session::end::{EndSession, PruneSessions};
use crate::ops::session::start::StartSession;
use crate::ops::test_front_end::{TestHome, terms, value};

fn start(license: &Serial, user: &str, host: Option<&str>) -> StartSession {
    StartSession {
        license: license.clone(),
        user: value::<Username>(user),
        host: host.map(value::<Name>),
        ttl: Ttl(60),
    }
}

fn end(serial: &Serial) -> EndSession {
    EndSession { serial: serial.clone(), reason: None, after: None }
}

/// Issues a delivered license with these terms.
fn delivered(home: &mut TestHome, text: &str) -> Serial {
    home.issue(|request| {
        request.target = Some(PlacementTarget::Unbound);
        request.terms = terms(text);
    })
}

#[test]
fn no_seat_is_taken_twice() {
    let mut home = TestHome::new();
    let license = delivered(&mut home, r#"{"seats":"1"}"#);
    let session = home.apply(&start(&license, "anna", None)).0;
    assert_eq!(home.error(&start(&license, "bo", None)), ErrorCode::NoSeat);
    home.apply(&end(&session.serial));
    home.apply(&start(&license, "bo", None));
    assert_eq!(home.error(&end(&session.serial)), ErrorCode::WrongState);
    assert!(home.apply(&PruneSessions).0.is_empty());
}

#[test]
fn a_session_needs_a_place_an_assignment_and_a_computer() {
    let mut home = TestHome::new();
    let parked = home.issue(|_| ());
    assert_eq!(home.error(&start(&parked, "anna", None)), ErrorCode::NotPlaced);
    assert_eq!(home.error(&start(&parked, "unknown", None)), ErrorCode::NotFound);
    let named = home.issue(|request| {
        request.target = Some(PlacementTarget::Unbound);
        request.terms = terms(r#"{"seats":"2","model":"named","hosts-per-user":"1"}"#);
        request.users = vec![value("anna")];
    });
    assert_eq!(home.error(&start(&named, "bo", Some("h"))), ErrorCode::NotAssigned);
    assert_eq!(home.error(&start(&named, "anna", None)), ErrorCode::Usage);
    home.apply(&start(&named, "anna", Some("h")));
    assert_eq!(home.error(&start(&named, "anna", Some("i"))), ErrorCode::HostLimit);
    let device = delivered(&mut home, r#"{"seats":"1","model":"device"}"#);
    assert_eq!(home.error(&start(&device, "anna", None)), ErrorCode::WrongKind);
    let early = delivered(&mut home, r#"{"seats":"1","starts":"2027-01-01"}"#);
    assert_eq!(home.error(&start(&early, "anna", None)), ErrorCode::WrongState);
}

#[test]
fn a_session_needs_the_base_license() {
    let mut home = TestHome::new();
    let license = delivered(&mut home, r#"{"seats":"1"}"#);
    home.write(|tx| {
        let base = Product {
            kind: ProductKind::Base,
            ..Product::bare(value("base"), value("Base"), "2026-11-21T10:00:00Z".to_owned())
        };
        tx.insert_product(&base).expect("a product");
        let before = tx.reader().find_product(&value("p")).expect("read").expect("a product");
        let after = Product { requires: vec![value("base")], ..before.clone() };
        tx.set_product(&before, &after).expect("written");
    });
    assert_eq!(home.error(&start(&license, "anna", None)), ErrorCode::BaseMissing);
}
