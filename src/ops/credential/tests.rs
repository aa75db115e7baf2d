//! Use cases of credentials on a home in memory, and the errors of each.

use crate::domain::ErrorCode;
use crate::domain::key::Purpose;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::ops::container::block::BlockContainer;
use crate::ops::credential::revoke::RevokeCredential;
use crate::ops::credential::rotate::RotateCredential;
use crate::ops::test_front_end::{TestHome, value};

fn rotate(container: &Serial) -> RotateCredential {
    RotateCredential { container: container.clone(), key: None, purpose: Purpose::issue() }
}

fn revoke(container: &Serial) -> RevokeCredential {
    RevokeCredential { container: container.clone() }
}

#[test]
fn a_rotation_ends_the_credential_before() {
    let mut home = TestHome::new();
    let cloud = home.container(ContainerKind::Cloud, "c");
    let rotated = home.apply(&rotate(&cloud));
    assert_eq!(rotated.before.map(|before| before.generation), Some(1));
    assert_eq!(rotated.new.credential.generation, 2);
    let container = home.find_container(&cloud);
    assert_eq!(container.credential.map(|(generation, _)| generation), Some(2));
}

#[test]
fn credentials_are_refused() {
    let mut home = TestHome::new();
    let (cloud, dongle) =
        (home.container(ContainerKind::Cloud, "c"), home.container(ContainerKind::Dongle, "c"));
    assert_eq!(home.error(&rotate(&dongle)), ErrorCode::WrongKind);
    home.apply(&revoke(&cloud));
    assert_eq!(home.error(&revoke(&cloud)), ErrorCode::WrongState);
    let block =
        BlockContainer { container: cloud.clone(), reason: value("r"), enforce_after: None };
    home.apply(&block);
    assert_eq!(home.error(&rotate(&cloud)), ErrorCode::Blocked);
}
