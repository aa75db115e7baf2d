//! Use cases of recoveries on a home in memory, and the errors of each.

use crate::domain::ErrorCode;
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Member, Reason};
use crate::domain::serial::Serial;
use crate::ops::container::Request;
use crate::ops::container::confirm::ConfirmContainer;
use crate::ops::container::update::UpdateContainer;
use crate::ops::license::request::SigningRequest;
use crate::ops::recovery::grant::{GrantRecoveries, Recoverable};
use crate::ops::recovery::issue::{IssueRecovery, RecoveryTarget};
use crate::ops::recovery::policy::{ChangePolicy, PolicyOwner};
use crate::ops::recovery::reverse::ReverseRecovery;
use crate::ops::recovery::selection::RecoveryOrder;
use crate::ops::test_front_end::{TestHome, create_container, value};

/// The salted hashes of a computer's properties.
const PROPERTIES: &str = r#"{"machine_id":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;

/// Creates a home in which each license has one recovery.
fn home() -> TestHome {
    let mut home = TestHome::new();
    home.apply(&policy("1"));
    home
}

fn policy(initial: &str) -> ChangePolicy {
    let values = vec![(Member::AnyInitial, Some(initial.to_owned()))];
    ChangePolicy {
        of: PolicyOwner::Product(value("p")),
        values,
        signing: SigningRequest::default(),
    }
}

fn recover(from: &Serial, to: &Serial) -> IssueRecovery {
    let order = RecoveryOrder {
        from: from.clone(),
        reason: Reason::Lost,
        note: None,
        only: Vec::new(),
        partial: false,
        returned: false,
        block: false,
        reference: None,
    };
    IssueRecovery { order, target: RecoveryTarget::Existing(to.clone()), key_names: Vec::new() }
}

fn reverse(recovery: &Serial) -> ReverseRecovery {
    let (recovery, reason) = (recovery.clone(), value("found"));
    ReverseRecovery { recovery, reason, key_names: Vec::new() }
}

fn grant(of: Recoverable) -> GrantRecoveries {
    GrantRecoveries {
        of,
        scope: None,
        count: None,
        reason: value("r"),
        reference: None,
        signing: SigningRequest::default(),
    }
}

#[test]
fn a_recovery_uses_the_quota_and_a_reversal_gives_it_back() {
    let mut home = home();
    let [one, two, three] = [0, 1, 2].map(|_| home.container(ContainerKind::Cloud, "c"));
    let license = home.issue_into(&one);
    let recovered = home.apply(&recover(&one, &two));
    let serial = recovered.recovery.serial;
    assert_eq!(home.find_container(&two).licenses, [license.to_string()]);
    assert_eq!(home.error(&recover(&two, &three)), ErrorCode::NoQuota);
    home.apply(&reverse(&serial));
    assert_eq!(home.find_container(&one).licenses, [license.to_string()]);
    assert_eq!(home.error(&reverse(&serial)), ErrorCode::WrongState);
    home.apply(&recover(&one, &three));
}

#[test]
fn a_grant_allows_one_more() {
    let mut home = TestHome::new();
    let [one, two] = [0, 1].map(|_| home.container(ContainerKind::Cloud, "c"));
    let license = home.issue_into(&one);
    assert_eq!(home.error(&recover(&one, &two)), ErrorCode::NoQuota);
    assert_eq!(home.error(&grant(Recoverable::Container(two.clone()))), ErrorCode::NotPlaced);
    let request =
        GrantRecoveries { reference: Some(value("G")), ..grant(Recoverable::License(license)) };
    home.apply(&request);
    assert_eq!(home.unchanged(&request).len(), 1);
    let other = GrantRecoveries { count: Some(2), ..request };
    assert_eq!(home.error(&other), ErrorCode::Conflict);
    home.apply(&recover(&one, &two));
}

#[test]
fn recoveries_are_refused() {
    let mut home = home();
    let [one, two] = [0, 1].map(|_| home.container(ContainerKind::Cloud, "c"));
    let other = home.container(ContainerKind::Cloud, "d");
    assert_eq!(home.error(&recover(&one, &two)), ErrorCode::NotPlaced);
    home.issue_into(&one);
    let foreign = home.issue(|_| ());
    assert_eq!(home.error(&recover(&one, &one)), ErrorCode::Usage);
    assert_eq!(home.error(&recover(&one, &other)), ErrorCode::WrongCustomer);
    let mut request = recover(&one, &two);
    request.order.only = vec![foreign];
    assert_eq!(home.error(&request), ErrorCode::NotPlaced);
    let mut request = recover(&one, &two);
    request.order.returned = true;
    assert_eq!(home.error(&request), ErrorCode::WrongKind);
}

#[test]
fn a_reference_ends_with_its_reversal() {
    let mut home = home();
    let [one, two] = [0, 1].map(|_| home.container(ContainerKind::Cloud, "c"));
    home.issue_into(&one);
    let mut request = recover(&one, &two);
    request.order.reference = Some(value("R"));
    let serial = home.apply(&request).recovery.serial;
    assert_eq!(home.unchanged(&request).serial, serial);
    home.apply(&reverse(&serial));
    assert_eq!(home.error(&request), ErrorCode::ReferenceEnded);
}

#[test]
fn a_confirmed_recovery_is_not_reversed() {
    let mut home = home();
    let [one, two] = [0, 1].map(|_| home.container(ContainerKind::Dongle, "c"));
    home.issue_into(&one);
    let serial = home.apply(&recover(&one, &two)).recovery.serial;
    home.unchanged(&UpdateContainer { container: two.clone(), time: false, key: None });
    home.apply(&ConfirmContainer {
        container: two,
        reason: value("r"),
        arrives: true,
        signing: SigningRequest::default(),
    });
    assert_eq!(home.error(&reverse(&serial)), ErrorCode::WrongState);
}

#[test]
fn an_equal_policy_changes_nothing() {
    let mut home = home();
    assert_eq!(home.unchanged(&policy("1")).before, home.unchanged(&policy("1")).product.recovery);
    home.apply(&policy("2"));
    assert_eq!(home.entries("recovery.policy").len(), 2);
}

#[test]
fn a_request_of_a_known_container_makes_no_new_one() {
    let mut home = home();
    let from = home.container(ContainerKind::Cloud, "c");
    home.issue_into(&from);
    let key = home.private_keys().trial.x().to_owned();
    let request =
        Request { key, properties: serde_json::from_str(PROPERTIES).expect("properties") };
    let mut create = create_container(ContainerKind::Device, "c", None);
    create.order.request = Some(request.clone());
    home.apply(&create);
    let kind = ContainerKind::Device;
    let target = RecoveryTarget::Hardware { kind, hardware: None, request: Some(request) };
    let recovery = IssueRecovery { target, ..recover(&from, &from) };
    assert_eq!(home.error(&recovery), ErrorCode::Exists);
}
