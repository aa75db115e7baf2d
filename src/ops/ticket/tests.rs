//! Use cases of tickets on a home in memory, and the errors of each.

use crate::domain::ErrorCode;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::ticket::Secret;
use crate::ops::license::life_cycle::SetLifecycleStatus;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::test_front_end::{TestHome, value};
use crate::ops::ticket::redeem::RedeemTicket;
use crate::ops::ticket::{CancelTicket, CreateTickets, ReissueTicket};

fn create(licenses: &[&Serial]) -> CreateTickets {
    CreateTickets {
        signing: SigningRequest::default(),
        licenses: licenses.iter().map(|serial| (*serial).clone()).collect(),
        uses: None,
        expires_at: None,
        unbound_allowed: true,
        each: false,
        reference: None,
    }
}

fn redeem(code: &str, target: PlacementTarget) -> RedeemTicket {
    RedeemTicket { code: code.to_owned(), target, signing: SigningRequest::default() }
}

fn end(license: &Serial) -> SetLifecycleStatus {
    let (license, status) = (license.clone(), LifecycleStatus::Revoked);
    SetLifecycleStatus {
        license,
        status,
        reason: Some("r".to_owned()),
        signing: SigningRequest::default(),
    }
}

/// Creates a ticket. Returns its serial and its code.
fn ticket(home: &mut TestHome, request: &CreateTickets) -> (Serial, String) {
    let mut plan = home.apply(request);
    let new = plan.tickets.remove(0);
    (new.ticket.serial, new.code.expect("a code").as_str().to_owned())
}

#[test]
fn a_code_places_the_licenses_once() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let (_, code) = ticket(&mut home, &create(&[&license]));
    let cloud = home.container(ContainerKind::Cloud, "c");
    home.apply(&redeem(&code, PlacementTarget::Container(cloud)));
    assert_eq!(home.license(&license).seats_placed(), 5);
    assert_eq!(home.error(&redeem(&code, PlacementTarget::Unbound)), ErrorCode::WrongState);
    assert_eq!(home.entries("ticket.refuse").len(), 1);
}

#[test]
fn a_ticket_for_containers_delivers_no_file() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let request = CreateTickets { unbound_allowed: false, ..create(&[&license]) };
    let (_, code) = ticket(&mut home, &request);
    assert_eq!(home.error(&redeem(&code, PlacementTarget::Unbound)), ErrorCode::WrongKind);
    let other = home.container(ContainerKind::Cloud, "d");
    assert_eq!(
        home.error(&redeem(&code, PlacementTarget::Container(other))),
        ErrorCode::WrongCustomer
    );
    assert_eq!(home.error(&redeem("x", PlacementTarget::Unbound)), ErrorCode::Usage);
    let unknown = Secret::random(&mut |_, bytes: &mut [u8]| bytes.fill(99));
    assert_eq!(
        home.error(&redeem(unknown.as_str(), PlacementTarget::Unbound)),
        ErrorCode::NotFound
    );
}

#[test]
fn a_cancelled_ticket_stays_cancelled() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let request = CreateTickets { reference: Some(value("R")), ..create(&[&license]) };
    let (serial, code) = ticket(&mut home, &request);
    assert_eq!(home.unchanged(&request).serial, serial);
    home.apply(&ReissueTicket { serial: serial.clone(), signing: SigningRequest::default() });
    assert_eq!(home.error(&redeem(&code, PlacementTarget::Unbound)), ErrorCode::NotFound);
    home.apply(&CancelTicket { serial: serial.clone() });
    assert_eq!(home.error(&CancelTicket { serial: serial.clone() }), ErrorCode::WrongState);
    assert_eq!(
        home.error(&ReissueTicket { serial, signing: SigningRequest::default() }),
        ErrorCode::WrongState
    );
    assert_eq!(home.error(&request), ErrorCode::ReferenceEnded);
    let other = CreateTickets { uses: Some(2), ..request };
    assert_eq!(home.error(&other), ErrorCode::Conflict);
}

#[test]
fn a_ticket_is_of_one_customer_and_of_licenses_that_can_be_placed() {
    let mut home = TestHome::new();
    let own = home.issue(|_| ());
    let other = home.issue(|request| request.customer = value("d"));
    assert_eq!(home.error(&create(&[])), ErrorCode::Usage);
    assert_eq!(home.error(&create(&[&own, &own])), ErrorCode::Usage);
    assert_eq!(home.error(&create(&[&own, &other])), ErrorCode::WrongCustomer);
    let past = Some(value("2026-01-01T00:00:00Z"));
    assert_eq!(
        home.error(&CreateTickets { expires_at: past, ..create(&[&own]) }),
        ErrorCode::Usage
    );
    home.apply(&end(&own));
    assert_eq!(home.error(&create(&[&own])), ErrorCode::WrongState);
}
