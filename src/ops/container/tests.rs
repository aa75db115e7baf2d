//! Use cases of containers on a home in memory, and the errors of each.

use crate::domain::ErrorCode;
use crate::domain::license::tests::now;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::ops::container::block::{BlockContainer, UnblockContainer};
use crate::ops::container::confirm::ConfirmContainer;
use crate::ops::container::context::WriteContext;
use crate::ops::container::create::Existing;
use crate::ops::container::edit::EditContainer;
use crate::ops::container::recycle::RecycleContainer;
use crate::ops::container::resolve::ResolveContainer;
use crate::ops::container::retire::RetireContainer;
use crate::ops::container::update::UpdateContainer;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::license::r#return::ReturnLicense;
use crate::ops::test_front_end::{TestHome, create_container, value};

fn update(container: &Serial) -> UpdateContainer {
    UpdateContainer { container: container.clone(), time: false, key: None }
}

fn block(container: &Serial) -> BlockContainer {
    let container = container.clone();
    BlockContainer { container, reason: value("r"), enforce_after: None }
}

fn unblock(container: &Serial) -> UnblockContainer {
    UnblockContainer {
        container: container.clone(),
        reason: value("r"),
        signing: SigningRequest::default(),
    }
}

fn confirm(container: &Serial) -> ConfirmContainer {
    ConfirmContainer {
        container: container.clone(),
        reason: value("r"),
        arrives: true,
        signing: SigningRequest::default(),
    }
}

fn recycle(container: &Serial) -> RecycleContainer {
    let (container, signing) = (container.clone(), SigningRequest::default());
    RecycleContainer { container, arrives: true, signing }
}

fn retire(container: &Serial) -> RetireContainer {
    RetireContainer { container: container.clone() }
}

fn resolve(container: &Serial) -> ResolveContainer {
    ResolveContainer {
        container: container.clone(),
        reason: value("r"),
        signing: SigningRequest::default(),
    }
}

fn context(container: &Serial) -> WriteContext {
    WriteContext { container: container.clone(), key: None }
}

#[test]
fn hardware_is_one_container() {
    let mut home = TestHome::new();
    let request = create_container(ContainerKind::Dongle, "c", Some(value("H")));
    let container = home.apply(&request).container.serial;
    assert_eq!(home.error(&request), ErrorCode::Exists);
    let again = crate::ops::container::create::CreateContainer { if_missing: true, ..request };
    let existing = home.unchanged(&again);
    assert!(matches!(existing, Existing::SameHardware(it) if it.serial == container));
}

#[test]
fn a_reference_leads_to_a_container_until_it_is_retired() {
    let mut home = TestHome::new();
    let mut request = create_container(ContainerKind::Cloud, "c", None);
    request.order.reference = Some(value("R"));
    let container = home.apply(&request).container.serial;
    assert!(matches!(home.unchanged(&request), Existing::Repeated(it) if it.serial == container));
    let mut other = request.clone();
    other.order.label = Some(value("other"));
    assert_eq!(home.error(&other), ErrorCode::Conflict);
    home.apply(&retire(&container));
    assert_eq!(home.error(&request), ErrorCode::ReferenceEnded);
    assert_eq!(home.error(&update(&container)), ErrorCode::WrongState);
}

#[test]
fn an_update_is_written_again_until_something_changes() {
    let mut home = TestHome::new();
    let dongle = home.container(ContainerKind::Dongle, "c");
    home.issue_into(&dongle);
    let first = home.apply(&update(&dongle)).update;
    assert_eq!(home.unchanged(&update(&dongle)).file.text, first.text);
    home.issue_into(&dongle);
    let next = home.apply(&update(&dongle)).update;
    assert!(next.counter > first.counter && next.text != first.text);
}

#[test]
fn a_word_confirms_a_dongle_and_frees_the_seats_that_left() {
    let mut home = TestHome::new();
    let dongle = home.container(ContainerKind::Dongle, "c");
    assert_eq!(home.error(&confirm(&dongle)), ErrorCode::WrongState);
    let license = home.issue_into(&dongle);
    home.apply(&update(&dongle));
    home.apply(&confirm(&dongle));
    home.apply(&ReturnLicense {
        license: license.clone(),
        source: PlacementTarget::Container(dongle.clone()),
        seats: None,
        signing: SigningRequest::default(),
    });
    assert_eq!(home.license(&license).seats_free(), 0);
    home.apply(&update(&dongle));
    home.apply(&confirm(&dongle));
    assert_eq!(home.license(&license).seats_free(), 5);
    let cloud = home.container(ContainerKind::Cloud, "c");
    assert_eq!(home.error(&confirm(&cloud)), ErrorCode::WrongKind);
}

#[test]
fn a_block_is_set_and_taken_back_once() {
    let mut home = TestHome::new();
    let dongle = home.container(ContainerKind::Dongle, "c");
    assert_eq!(home.error(&unblock(&dongle)), ErrorCode::WrongState);
    home.apply(&block(&dongle));
    assert_eq!(home.error(&block(&dongle)), ErrorCode::WrongState);
    home.apply(&unblock(&dongle));
    assert_eq!(home.find_container(&dongle).block, None);
}

#[test]
fn a_suspect_container_gets_nothing_until_it_is_resolved() {
    let mut home = TestHome::new();
    let dongle = home.container(ContainerKind::Dongle, "c");
    assert_eq!(home.error(&resolve(&dongle)), ErrorCode::WrongState);
    let mut suspect = home.find_container(&dongle);
    suspect.suspect("never_issued", 7, now());
    home.write(|tx| tx.set_container(&suspect).expect("written"));
    assert_eq!(home.error(&update(&dongle)), ErrorCode::Suspect);
    let counter = home.apply(&resolve(&dongle)).after.counter;
    assert_eq!(counter, 8, "the next counter is above the one that was seen");
    home.apply(&update(&dongle));
}

#[test]
fn a_container_with_licenses_is_not_retired() {
    let mut home = TestHome::new();
    let (cloud, dongle) =
        (home.container(ContainerKind::Cloud, "c"), home.container(ContainerKind::Dongle, "c"));
    home.issue_into(&cloud);
    assert_eq!(home.error(&retire(&cloud)), ErrorCode::InUse);
    assert_eq!(home.error(&recycle(&cloud)), ErrorCode::WrongKind);
    let license = home.issue_into(&dongle);
    home.apply(&recycle(&dongle));
    assert_eq!(home.license(&license).seats_free(), 5);
    assert_eq!(home.error(&recycle(&dongle)), ErrorCode::WrongState);
}

#[test]
fn an_edit_names_a_user_of_the_customer() {
    let mut home = TestHome::new();
    let cloud = home.container(ContainerKind::Cloud, "c");
    let edit = |user: &str| EditContainer {
        container: cloud.clone(),
        label: None,
        user: Some(crate::domain::license::terms::OrNone::Value(value(user))),
    };
    assert_eq!(home.error(&edit("unknown")), ErrorCode::NotFound);
    home.apply(&edit("ANNA"));
    assert_eq!(home.unchanged(&edit("anna")).user, Some(value("anna")));
}

#[test]
fn a_context_is_of_a_cloud_container() {
    let mut home = TestHome::new();
    let (cloud, dongle) =
        (home.container(ContainerKind::Cloud, "c"), home.container(ContainerKind::Dongle, "c"));
    assert_eq!(home.error(&context(&dongle)), ErrorCode::WrongKind);
    home.issue_into(&cloud);
    let text = home.apply(&context(&cloud)).context.text;
    assert_eq!(home.unchanged(&context(&cloud)).file.text, text);
}
