//! Use cases of licenses on a home in memory: place, move, return, revise, end, and the errors of
//! each.

use licentia_runtime::Edition;

use crate::domain::ErrorCode;
use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::license::terms::{OrNone, TermsEdit};
use crate::domain::license::tests::now;
use crate::domain::license::{License, Until};
use crate::domain::name::Name;
use crate::domain::product::{ContainerKind, Product};
use crate::domain::serial::Serial;
use crate::domain::time::Days;
use crate::ops::container::block::BlockContainer;
use crate::ops::execute::{Decision, UseCase as _};
use crate::ops::license::activate::ActivateLicense;
use crate::ops::license::edit::EditLicense;
use crate::ops::license::extend::ExtendLicense;
use crate::ops::license::life_cycle::{DeleteLicenses, SetLifecycleStatus};
use crate::ops::license::r#move::MoveLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::renew::{RenewDueLicenses, RenewLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::r#return::ReturnLicense;
use crate::ops::license::successor::SucceedLicense;
use crate::ops::license::withdraw::WithdrawFromContainer;
use crate::ops::product::retire::RetireProduct;
use crate::ops::test_front_end::{TestHome, code_of, issue, terms, value};

fn activate(license: &Serial, target: PlacementTarget, seats: Option<u32>) -> ActivateLicense {
    let (license, signing) = (license.clone(), SigningRequest::default());
    ActivateLicense { license, target, seats, reference: None, signing }
}

fn put_back(license: &Serial, source: PlacementTarget, seats: Option<u32>) -> ReturnLicense {
    ReturnLicense { license: license.clone(), source, seats, signing: SigningRequest::default() }
}

fn move_to(license: &Serial, from: &Serial, to: &Serial) -> MoveLicense {
    let (license, from, to) = (license.clone(), from.clone(), to.clone());
    MoveLicense { license, from, to, seats: None, signing: SigningRequest::default() }
}

fn edit(license: &Serial, stated: &str) -> EditLicense {
    EditLicense {
        license: license.clone(),
        terms: TermsEdit { stated: terms(stated), dropped: Vec::new() },
        defaults: terms("{}"),
        added: Default::default(),
        removed: Vec::new(),
        company: None,
        old_files: None,
        signing: SigningRequest::default(),
    }
}

fn extend(license: &Serial, by: &str) -> ExtendLicense {
    let until = Until::By(value(by), None);
    let (license, signing) = (license.clone(), SigningRequest::default());
    ExtendLicense { license, until, reference: None, signing }
}

fn renew(license: &Serial) -> RenewLicense {
    let (license, signing) = (license.clone(), SigningRequest::default());
    RenewLicense { license, reference: None, signing }
}

fn succeed(license: &Serial, edition: Option<Edition>, stated: &str) -> SucceedLicense {
    SucceedLicense {
        license: license.clone(),
        edition,
        terms: TermsEdit { stated: terms(stated), dropped: Vec::new() },
        defaults: terms("{}"),
        reference: None,
        signing: SigningRequest::default(),
    }
}

fn set(license: &Serial, status: LifecycleStatus) -> SetLifecycleStatus {
    SetLifecycleStatus {
        license: license.clone(),
        status,
        reason: Some("r".to_owned()),
        signing: SigningRequest::default(),
    }
}

fn in_container(container: &Serial) -> PlacementTarget {
    PlacementTarget::Container(container.clone())
}

/// Returns the held seats of a license: container, seats, state.
fn held(license: &License) -> Vec<(Option<&str>, u32, ActivationState)> {
    license.held().map(|it| (it.container(), it.seats, it.state)).collect()
}

#[test]
fn seats_are_placed_and_returned_at_once_in_the_cloud() {
    let mut home = TestHome::new();
    let (license, cloud) = (home.issue(|_| ()), home.container(ContainerKind::Cloud, "c"));
    home.apply(&activate(&license, in_container(&cloud), Some(2)));
    assert_eq!(held(&home.license(&license)), [(Some(cloud.as_str()), 2, ActivationState::Live)]);
    home.apply(&put_back(&license, in_container(&cloud), None));
    let returned = home.license(&license);
    assert_eq!((held(&returned), returned.seats_free()), (Vec::new(), 5));
    assert_eq!(home.entries("license.return").len(), 1);
}

#[test]
fn seats_that_leave_hardware_stay_held_until_the_proof() {
    let mut home = TestHome::new();
    let (license, dongle) = (home.issue(|_| ()), home.container(ContainerKind::Dongle, "c"));
    let cloud = home.container(ContainerKind::Cloud, "c");
    home.apply(&activate(&license, in_container(&dongle), None));
    home.apply(&move_to(&license, &dongle, &cloud));
    let moved = home.license(&license);
    assert_eq!(held(&moved), [(Some(dongle.as_str()), 5, ActivationState::Returning)]);
    assert_eq!(moved.seats_free(), 0);
}

#[test]
fn a_partial_move_between_clouds_is_one_revision() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let [one, two] = [0, 1].map(|_| home.container(ContainerKind::Cloud, "c"));
    home.apply(&activate(&license, in_container(&one), Some(3)));
    home.apply(&MoveLicense { seats: Some(1), ..move_to(&license, &one, &two) });
    let moved = home.license(&license);
    let expected = [
        (Some(one.as_str()), 2, ActivationState::Live),
        (Some(two.as_str()), 1, ActivationState::Live),
    ];
    assert_eq!(held(&moved), expected);
    assert_eq!(moved.revision, 2);
}

#[test]
fn placements_are_refused() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let (own, other) =
        (home.container(ContainerKind::Cloud, "c"), home.container(ContainerKind::Cloud, "d"));
    let missing: Serial = home.issue(|_| ());
    home.apply(&set(&missing, LifecycleStatus::Deleted));
    for (request, code) in [
        (activate(&license, in_container(&other), None), ErrorCode::WrongCustomer),
        (activate(&license, in_container(&own), Some(6)), ErrorCode::NoSeat),
        (activate(&missing, PlacementTarget::Unbound, None), ErrorCode::WrongState),
    ] {
        assert_eq!(home.error(&request), code, "{request:?}");
    }
    assert_eq!(
        home.error(&put_back(&license, PlacementTarget::Unbound, None)),
        ErrorCode::NotPlaced
    );
    assert_eq!(home.error(&put_back(&license, in_container(&own), None)), ErrorCode::NotPlaced);
    assert_eq!(home.error(&move_to(&license, &own, &own)), ErrorCode::Usage);
    assert_eq!(home.error(&move_to(&license, &own, &other)), ErrorCode::WrongCustomer);
    home.apply(&BlockContainer {
        container: own.clone(),
        reason: value("stolen"),
        enforce_after: None,
    });
    assert_eq!(home.error(&activate(&license, in_container(&own), None)), ErrorCode::Blocked);
    assert_eq!(home.entries("container.attempt").len(), 1, "a dry run records nothing");
    home.apply(&activate(&license, PlacementTarget::Unbound, None));
    let dongle = home.container(ContainerKind::Dongle, "c");
    assert_eq!(home.error(&activate(&license, in_container(&dongle), None)), ErrorCode::NoSeat);
}

#[test]
fn a_container_of_a_kind_that_the_product_forbids_takes_nothing() {
    let mut home = TestHome::new();
    let dongle = home.container(ContainerKind::Dongle, "c");
    home.write(|tx| {
        let before = tx.reader().find_product(&value("p")).expect("read").expect("a product");
        let after = Product { containers: vec![ContainerKind::Cloud], ..before.clone() };
        tx.set_product(&before, &after).expect("written");
    });
    let license = home.issue(|_| ());
    let request = activate(&license, in_container(&dongle), None);
    assert_eq!(home.error(&request), ErrorCode::WrongKind);
}

#[test]
fn an_issue_is_refused() {
    let mut home = TestHome::new();
    let mut request = issue();
    request.customer = value("unknown");
    assert_eq!(home.error(&request), ErrorCode::NotFound);
    let mut request = issue();
    request.terms = terms(r#"{"modules":"c"}"#);
    assert_eq!(home.error(&request), ErrorCode::NotFound);
    let mut request = issue();
    request.terms = terms(r#"{"seats":"1","model":"named"}"#);
    request.users = vec![value("anna"), value("bo")];
    assert_eq!(home.error(&request), ErrorCode::NoSeat);
    home.apply(&RetireProduct { code: value("p"), undo: false });
    assert_eq!(home.error(&issue()), ErrorCode::WrongState);
}

#[test]
fn a_reference_stands_for_one_request() {
    let mut home = TestHome::new();
    let mut request = issue();
    request.reference = Some(value("R"));
    let license = home.apply(&request).steps[0].after.serial.clone();
    assert_eq!(home.unchanged(&request).license.serial, license);
    let mut other = request.clone();
    other.terms = terms(r#"{"seats":"6"}"#);
    assert_eq!(home.error(&other), ErrorCode::Conflict);
    // The request is equal, but the license is not in the requested place.
    let mut delivered = issue();
    (delivered.reference, delivered.target) = (Some(value("R")), Some(PlacementTarget::Unbound));
    assert_eq!(home.error(&delivered), ErrorCode::Conflict);
    let placed = ActivateLicense {
        reference: Some(value("P")),
        ..activate(&license, PlacementTarget::Unbound, None)
    };
    home.apply(&placed);
    home.apply(&put_back(&license, PlacementTarget::Unbound, None));
    assert_eq!(home.error(&placed), ErrorCode::Conflict);
    home.apply(&set(&license, LifecycleStatus::Revoked));
    assert_eq!(home.error(&request), ErrorCode::ReferenceEnded);
}

#[test]
fn a_revision_changes_terms_and_signs_a_file() {
    let mut home = TestHome::new();
    let license = home.issue(|request| request.target = Some(PlacementTarget::Unbound));
    home.apply(&edit(&license, r#"{"seats":"7","modules":"a"}"#));
    let edited = home.license(&license);
    let file = edited.activations[0].file.as_ref().expect("a file");
    assert_eq!((edited.revision, edited.entitlement.seats, file.revision), (2, 7, 2));
    assert_eq!(home.unchanged(&edit(&license, r#"{"seats":"7"}"#)).license.revision, 2);
    home.apply(&extend(&license, "1y"));
    let extended = home.license(&license);
    assert!(extended.entitlement.ends > edited.entitlement.ends && extended.revision == 3);
}

#[test]
fn revisions_are_refused() {
    let mut home = TestHome::new();
    let license = home.issue(|request| {
        request.terms = terms(r#"{"seats":"2","model":"named","ends":"1y"}"#);
        request.users = vec![value("anna"), value("bo")];
    });
    assert_eq!(home.error(&edit(&license, r#"{"seats":"1"}"#)), ErrorCode::NoSeat);
    let removed = EditLicense { removed: vec![value("a")], ..edit(&license, "{}") };
    assert_eq!(home.error(&removed), ErrorCode::NotFound);
    let company = Some(OrNone::Value(value("x")));
    let other = EditLicense { company, ..edit(&license, "{}") };
    assert_eq!(home.error(&other), ErrorCode::NotFound);
    // The license has no checkpoint. A license with a checkpoint needs a file to renew.
    assert_eq!(home.error(&renew(&license)), ErrorCode::WrongKind);
    home.apply(&edit(&license, r#"{"checkpoint":"30d"}"#));
    assert_eq!(home.error(&renew(&license)), ErrorCode::NotPlaced);
    let endless = home.issue(|request| request.terms = terms(r#"{"seats":"1"}"#));
    assert_eq!(home.error(&extend(&endless, "1y")), ErrorCode::WrongKind);
    home.apply(&set(&license, LifecycleStatus::Revoked));
    assert_eq!(home.error(&edit(&license, r#"{"seats":"3"}"#)), ErrorCode::WrongState);
}

#[test]
fn a_file_is_renewed_once_a_day() {
    let mut home = TestHome::new();
    let license = home.issue(|request| {
        request.target = Some(PlacementTarget::Unbound);
        request.terms = terms(r#"{"seats":"1","checkpoint":"30d"}"#);
    });
    assert_eq!(home.unchanged(&renew(&license)).license.revision, 1);
    let due = RenewDueLicenses { within: Days(60), signing: SigningRequest::default() };
    assert_eq!(home.unchanged(&due).repeated.len(), 1);
}

#[test]
fn a_successor_takes_over_the_places() {
    let mut home = TestHome::new();
    let (license, cloud) = (home.issue(|_| ()), home.container(ContainerKind::Cloud, "c"));
    home.apply(&activate(&license, in_container(&cloud), Some(2)));
    let plan = home.apply(&succeed(&license, None, r#"{"seats":"8"}"#));
    let successor = home.license(&plan.steps[0].after.serial);
    assert_eq!(held(&successor), [(Some(cloud.as_str()), 2, ActivationState::Live)]);
    let before = home.license(&license);
    assert_eq!(before.status, LifecycleStatus::Replaced);
    assert_eq!(before.replaced_by.as_deref(), Some(successor.serial.as_str()));
}

#[test]
fn a_switch_is_refused() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let same = succeed(&license, Some(Edition::Commercial), "{}");
    assert_eq!(home.error(&same), ErrorCode::WrongState);
    let over = home.issue(|request| {
        request.edition = Some(Edition::Trial);
        request.terms = terms(r#"{"seats":"1","starts":"2026-01-01","ends":"2026-02-01"}"#);
    });
    let commercial = succeed(&over, Some(Edition::Commercial), "{}");
    assert_eq!(home.error(&commercial), ErrorCode::Usage);
    home.apply(&succeed(&over, Some(Edition::Commercial), r#"{"ends":"1y"}"#));
}

#[test]
fn an_ended_license_stays_ended() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    home.apply(&set(&license, LifecycleStatus::Suspended));
    assert_eq!(home.error(&set(&license, LifecycleStatus::Suspended)), ErrorCode::WrongState);
    home.apply(&set(&license, LifecycleStatus::Open));
    home.apply(&set(&license, LifecycleStatus::Withdrawn));
    assert_eq!(home.error(&set(&license, LifecycleStatus::Open)), ErrorCode::WrongState);
    let all = DeleteLicenses { customer: value("c"), edition: Edition::Commercial };
    assert_eq!(home.apply(&all).steps.len(), 1);
    assert_eq!(home.unchanged(&all).0.as_str(), "c");
}

#[test]
fn the_vendor_takes_back_one_placement() {
    let mut home = TestHome::new();
    let (license, cloud) = (home.issue(|_| ()), home.container(ContainerKind::Cloud, "c"));
    let reason: Name = value("unpaid");
    let request =
        WithdrawFromContainer { license: license.clone(), container: cloud.clone(), reason };
    assert_eq!(home.error(&request), ErrorCode::NotPlaced);
    home.apply(&activate(&license, in_container(&cloud), None));
    home.apply(&request);
    let states: Vec<ActivationState> =
        home.license(&license).activations.iter().map(|it| it.state).collect();
    assert_eq!(states, [ActivationState::Withdrawn]);
}

#[test]
fn a_file_that_there_is_not_cannot_be_asked_for() {
    let mut home = TestHome::new();
    let (license, dongle) = (home.issue(|_| ()), home.container(ContainerKind::Dongle, "c"));
    home.apply(&activate(&license, in_container(&dongle), None));
    home.want_files();
    // A removal of seats signs no file.
    let request = put_back(&license, in_container(&dongle), None);
    assert_eq!(home.error(&request), ErrorCode::NotPlaced);
    assert_eq!(home.error(&issue()), ErrorCode::NotPlaced);
}

#[test]
fn a_file_is_not_written_without_its_key() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let request = activate(&license, PlacementTarget::Unbound, None);
    let Ok(Decision::Change(plan)) = request.plan(home.store.reader(), now()) else {
        panic!("no change")
    };
    let vendor = home.vendor().clone();
    let random = &mut |_: &'static str, bytes: &mut [u8]| bytes.fill(9);
    let mut plan = plan;
    let error = home.store.trial(|tx| plan.write_rows(tx, &vendor, random, now(), &[]).err());
    assert_eq!(code_of(&error.expect("an error")), ErrorCode::KeyMissing);
}

#[test]
fn all_files_of_a_license_carry_the_hash_of_its_reference() {
    let mut home = TestHome::new();
    let hash_of = |plan: &crate::ops::license::plan::LicensePlan| {
        let file = plan.steps[0].after.live().find_map(|it| it.file.clone()).expect("a file");
        let claims = licentia_runtime::inspect::unverified(&file.text).expect("a token").claims;
        claims.get("reference_hash").map(|hash| hash.as_str().expect("a text").to_owned())
    };
    let target = Some(PlacementTarget::Unbound);
    let order = |reference: Option<&str>| crate::ops::license::issue::IssueLicense {
        target: target.clone(),
        reference: reference.map(value),
        ..issue()
    };
    let plan = home.apply(&order(Some(" Order 1 ")));
    let license = plan.steps[0].after.serial.clone();
    // base64url(SHA-256("licentia-reference\0urn:acme\0issue\0Order 1")[..16])
    let expected = Some("2SYeNe-baMI0zbJCCLOAGg".to_owned());
    assert_eq!(hash_of(&plan), expected);
    assert_eq!(hash_of(&home.apply(&extend(&license, "1y"))), expected);
    assert_eq!(hash_of(&home.apply(&order(None))), None);
    let mut replaced = succeed(&license, None, r#"{"seats":"6"}"#);
    replaced.reference = Some(value("Order 1"));
    let successor = hash_of(&home.apply(&replaced)).expect("a hash");
    assert_ne!(Some(successor), expected);
}
