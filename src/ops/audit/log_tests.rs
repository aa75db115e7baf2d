//! The claim `log` of the files that a home signs, and the comparison of files with the log.

use std::collections::BTreeMap;

use licentia_runtime::Kind;
use licentia_runtime::inspect::unverified;
use serde_json::Value;

use crate::domain::ErrorCode;
use crate::domain::audit::anchor::EntryRange;
use crate::domain::audit::{Author, Entry, Hash, LogHash, NewEntry, START};
use crate::domain::license::tests::now;
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Member, Reason};
use crate::domain::time::Timestamp;
use crate::ops::audit::file::{SignedFile, compare};
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
use crate::ops::test_front_end::{TestHome, code_of, issue, value};
use crate::signing::range;
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
    let author = Author { actor: "a".into(), os_user: "a".into(), process: "test".into() };
    let entry = NewEntry::new("product.add", "p", Value::Null);
    home.store.trial(|tx| {
        assert!(tx.complete_log().is_err(), "no entry was appended");
        let mut entropy = |_: &'static str, bytes: &mut [u8]| bytes.fill(7);
        tx.append(&entry, &author, "2026-11-21T10:00:00Z", &mut entropy).expect("appended");
        tx.complete_log().expect("a hash");
        assert!(tx.append(&entry, &author, "2026-11-21T10:00:00Z", &mut entropy).is_err());
    });
}

/// Returns the result of the comparison of a token with the log of a home.
fn result(home: &TestHome, token: &str) -> &'static str {
    let at = Timestamp::from_second(now().as_second() + 3_600).expect("an instant");
    let (reader, vendor) = (home.store.reader(), home.vendor());
    let file = SignedFile::open(token.as_bytes(), reader, vendor, at).expect("a valid file");
    compare(&file, reader, vendor, at).expect("a valid log").0.as_str()
}

fn unbound(home: &mut TestHome) -> String {
    let target = Some(PlacementTarget::Unbound);
    let plan = home.apply(&IssueLicense { target, ..issue() });
    plan.steps[0].after.activations[0].file.clone().expect("a file").text
}

/// Removes the entries after a sequence number, and their anchors.
fn cut(home: &mut TestHome, last: i64) {
    home.store.run_sql(&format!(
        "DELETE FROM audit_anchor WHERE last_seq > {last};
         DELETE FROM audit_person WHERE seq > {last}; DELETE FROM audit_record WHERE seq > {last};
         DELETE FROM audit WHERE seq > {last}"
    ));
    home.remove_anchor_files();
}

/// Accepts the database, as `doctor --accept` does. Without a key, nothing signs the entry.
fn accept(home: &mut TestHome, has_key: bool) {
    let author = Author { actor: "a".into(), os_user: "a".into(), process: "test".into() };
    let entry = NewEntry::new("doctor.accept", "key:commercial", Value::Null);
    let at = Timestamp::from_second(now().as_second() + 1_800).expect("an instant").to_string();
    let signer = home.private_keys().commercial.clone();
    let root = home.private_keys().root.kid().to_owned();
    let issuer = home.vendor().issuer.to_string();
    home.store.edit(|tx| {
        let mut entropy = |_: &'static str, bytes: &mut [u8]| bytes.fill(7);
        tx.append(&entry, &author, &at, &mut entropy).expect("appended");
        let (last, hash) = tx.reader().audit_head().expect("a head");
        let range = EntryRange { first: last, last, hash };
        if has_key {
            let anchor = range::sign(&signer, range, &issuer, &root);
            tx.insert_anchor(&anchor).expect("stored");
        }
    });
}

#[test]
fn a_file_of_each_kind_is_recorded() {
    let mut home = TestHome::new();
    let set = home.store.reader().find_keyset().expect("read").expect("a key set").text;
    let license = unbound(&mut home);
    let cloud = home.container(ContainerKind::Cloud, "c");
    let credential = home.credential();
    let context = home.apply(&WriteContext { container: cloud, key: None }).context.text;
    let dongle = home.container(ContainerKind::Dongle, "c");
    let update = UpdateContainer { container: dongle, time: false, key: None };
    let update = home.apply(&update).update.text;
    let request = PublishStatus { vendor: home.vendor().clone(), key: None };
    let list = home.apply(&request).lists[0].token.text.clone();
    for text in [set, license, credential, context, update, list] {
        assert_eq!(result(&home, &text), "recorded", "{text}");
    }
}

#[test]
fn a_file_of_a_cut_or_rewritten_log_is_found() {
    let mut home = TestHome::new();
    unbound(&mut home);
    let (last, _) = home.store.reader().audit_head().expect("a head");
    let license = unbound(&mut home);
    cut(&mut home, last);
    assert_eq!(result(&home, &license), "cut");
    unbound(&mut home);
    assert_eq!(result(&home, &license), "rewritten");
    // An acceptance that no key signed excuses nothing.
    accept(&mut home, false);
    assert_eq!(result(&home, &license), "rewritten");
    accept(&mut home, true);
    assert_eq!(result(&home, &license), "before_restore");
}

#[test]
fn a_file_that_its_transaction_does_not_name_is_not_recorded() {
    let mut home = TestHome::new();
    let license = unbound(&mut home);
    let mut claims = unverified(&license).expect("a token").claims;
    let (_, head) = home.store.reader().audit_head().expect("a head");
    claims.insert("jti".to_owned(), "019ab000-0000-7000-8000-000000000000".into());
    claims.shift_remove("log");
    let claims: licentia_runtime::LicenseClaims =
        serde_json::from_value(Value::Object(claims)).expect("claims");
    let commercial = &home.private_keys().commercial;
    let forged = |log| crate::signing::license::sign(commercial.with_log(log), &claims);
    assert_eq!(result(&home, &forged(LogHash::of_last(head))), "rewritten");
    assert_eq!(result(&home, &forged(LogHash::of_last(START))), "cut");
}

#[test]
fn files_of_another_site_are_no_tampering() {
    let mut home = TestHome::new();
    let mut site = home.second_site();
    let at_home = unbound(&mut home);
    let at_site = unbound(&mut site);
    let set = home.store.reader().find_keyset().expect("read").expect("a key set").text;
    assert_eq!((result(&home, &at_home), result(&home, &at_site)), ("recorded", "other_site"));
    assert_eq!((result(&site, &at_home), result(&site, &at_site)), ("other_site", "recorded"));
    assert_eq!(result(&site, &set), "other_site");
    let dongle = site.container(ContainerKind::Dongle, "c");
    site.issue_into(&dongle);
    let update = UpdateContainer { container: dongle, time: false, key: None };
    let update = site.apply(&update).update.text;
    assert_eq!((result(&home, &update), result(&site, &update)), ("other_site", "recorded"));
}

#[test]
fn a_file_that_is_not_valid_is_refused() {
    let mut home = TestHome::new();
    let license = unbound(&mut home);
    let open = |raw: &str| {
        SignedFile::open(raw.as_bytes(), home.store.reader(), home.vendor(), now()).err()
    };
    let changed = format!("{}AAAA", &license[..license.len() - 4]);
    let verdict = open(&changed).expect("a verdict").to_string();
    assert!(verdict.contains("signature"), "{verdict}");
    assert!(open("").is_some() && open("x.y.z").is_some());
    let two = format!("{license}\n\n{license}");
    assert_eq!(code_of(&open(&two).expect("an error")), ErrorCode::Usage);
}
