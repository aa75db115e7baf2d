//! The claim `log` of the files that a home signs.

use std::collections::BTreeMap;

use licentia_runtime::Kind;
use licentia_runtime::inspect::unverified;
use serde_json::Value;

use crate::domain::audit::{Entry, Hash, LogHash};
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Member, Reason};
use crate::ops::container::context::WriteContext;
use crate::ops::container::update::UpdateContainer;
use crate::ops::key::create::CreateKey;
use crate::ops::key::limits::RequestedLimits;
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::recovery::issue::{IssueRecovery, RecoveryTarget};
use crate::ops::recovery::policy::{ChangePolicy, PolicyOwner};
use crate::ops::recovery::selection::RecoveryOrder;
use crate::ops::status::PublishStatus;
use crate::ops::test_front_end::{TestHome, issue, value};
use crate::store::{AuditFilter, gather};

/// The id and the claim `log` of a file.
type Carried = (String, String);

fn carried_by(token: &str) -> Carried {
    let claims = unverified(token).expect("a token").claims;
    let text = |name: &str| claims[name].as_str().expect("a text").to_owned();
    (text("jti"), text("log"))
}

fn log(home: &TestHome) -> Vec<(Entry, Hash)> {
    let reader = home.store.reader();
    gather(|take| reader.list_audit(&AuditFilter::default(), take)).expect("entries")
}

/// Signs a file of a kind as the last change of a home. `None` for a kind that no transaction of a
/// home signs.
fn sign(home: &mut TestHome, kind: Kind) -> Option<Carried> {
    Some(match kind {
        Kind::KeySet => {
            let (name, edition) = (value("k"), licentia_runtime::Edition::Commercial);
            home.apply(&CreateKey { name, edition, limits: RequestedLimits::default() });
            carried_by(&home.store.reader().find_keyset().expect("read").expect("a set").text)
        }
        Kind::License => {
            let target = Some(PlacementTarget::Unbound);
            let plan = home.apply(&IssueLicense { target, ..issue() });
            let file = plan.steps[0].after.activations[0].file.clone();
            carried_by(&file.expect("a file").text)
        }
        Kind::Credential => {
            home.container(ContainerKind::Cloud, "c");
            carried_by(&home.credential())
        }
        Kind::Context => {
            let container = home.container(ContainerKind::Cloud, "c");
            carried_by(&home.apply(&WriteContext { container, key: None }).context.text)
        }
        Kind::Update => {
            let container = home.container(ContainerKind::Dongle, "c");
            // The update is signed again on request.
            let request = UpdateContainer { container, time: true, key: None };
            home.apply(&request);
            carried_by(&home.apply(&request).update.text)
        }
        Kind::StatusList => {
            let request = PublishStatus { vendor: home.vendor().clone(), key: None };
            let plan = home.apply(&request);
            carried_by(&plan.lists.last().expect("a list").token.text)
        }
        // No command changes the root yet. An anchor states a head of the log itself.
        Kind::RootChange | Kind::Anchor => return None,
        other => panic!("no case for {}", other.name()),
    })
}

#[test]
fn a_file_of_each_kind_carries_the_hash_of_the_last_entry() {
    for kind in Kind::all() {
        let mut home = TestHome::new();
        let Some((jti, hash)) = sign(&mut home, kind) else { continue };
        let (entry, head) = log(&home).pop().expect("an entry");
        assert_eq!(hash, LogHash::of_last(head).to_string(), "{}", kind.name());
        assert!(entry.detail.to_string().contains(&jti), "{}: {}", kind.name(), entry.detail);
    }
}

#[test]
fn the_first_key_set_carries_the_hash_of_the_first_entry() {
    let home = TestHome::new();
    let set = home.store.reader().find_keyset().expect("read").expect("a key set");
    let (jti, hash) = carried_by(&set.text);
    let (entry, head) = log(&home).remove(0);
    assert_eq!(hash, LogHash::of_last(head).to_string());
    assert_eq!(entry.detail["file"]["jti"], jti.as_str());
}

#[test]
fn all_files_of_a_transaction_carry_one_hash() {
    let mut home = TestHome::new();
    let values = vec![(Member::AnyInitial, Some("1".to_owned()))];
    let signing = SigningRequest::default();
    home.apply(&ChangePolicy { of: PolicyOwner::Product(value("p")), values, signing });
    let from = home.container(ContainerKind::Dongle, "c");
    let licenses = [home.issue_into(&from), home.issue_into(&from)];
    home.apply(&UpdateContainer { container: from.clone(), time: false, key: None });
    let order = RecoveryOrder {
        from,
        reason: Reason::Lost,
        note: None,
        only: Vec::new(),
        partial: false,
        returned: false,
        block: false,
        reference: None,
    };
    let target = RecoveryTarget::Cloud(None);
    let plan = home.apply(&IssueRecovery { order, target, key_names: Vec::new() });
    let mut files = BTreeMap::new();
    files.extend([carried_by(&home.credential())]);
    files.extend(plan.updates.signed().map(|(_, update)| carried_by(&update.text)));
    for license in &licenses {
        let license = home.license(license);
        let file = license.live().find_map(|activation| activation.file.clone());
        files.extend([carried_by(&file.expect("a file").text)]);
    }
    assert_eq!(files.len(), 4, "{files:?}");
    let (_, head) = log(&home).pop().expect("an entry");
    let expected = LogHash::of_last(head).to_string();
    assert!(files.values().all(|hash| *hash == expected), "{files:?}");
}

#[test]
fn no_entry_follows_the_files_of_its_transaction() {
    let mut home = TestHome::new();
    let author = crate::domain::audit::Author {
        actor: "a".into(),
        os_user: "a".into(),
        process: "test".into(),
    };
    let entry = crate::domain::audit::NewEntry::new("product.add", "p", Value::Null);
    home.store.trial(|tx| {
        assert!(tx.complete_log().is_err(), "no entry was appended");
        let mut entropy = |_: &'static str, bytes: &mut [u8]| bytes.fill(7);
        tx.append(&entry, &author, "2026-11-21T10:00:00Z", &mut entropy).expect("appended");
        tx.complete_log().expect("a hash");
        assert!(tx.append(&entry, &author, "2026-11-21T10:00:00Z", &mut entropy).is_err());
    });
}
