//! Use cases of keys on a home in memory, and the errors of each.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use licentia_runtime::inspect::unverified;
use licentia_runtime::{Edition, FORMAT, Jwk, KeySetClaims, Kind, RootChange, Scope, Transition};
use serde_json::{Map, Value, json};

use crate::domain::ErrorCode;
use crate::domain::audit::{LogHash, START};
use crate::domain::key::{Key, Limits, find_any};
use crate::domain::license::tests::now;
use crate::domain::name::Uri;
use crate::domain::vendor::Vendor;
use crate::ops::doctor::accept::AcceptDatabase;
use crate::ops::execute::Mode;
use crate::ops::key::accept::AcceptKeySet;
use crate::ops::key::choose::root;
use crate::ops::key::create::CreateKey;
use crate::ops::key::export::ExportKey;
use crate::ops::key::import::ImportKey;
use crate::ops::key::limits::RequestedLimits;
use crate::ops::key::passphrase::ChangePassphrase;
use crate::ops::key::private_key::PrivateKeys;
use crate::ops::key::retire::RetireKey;
use crate::ops::key::revoke::RevokeKey;
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::test_front_end::{TestHome, code_of, issue, value};
use crate::signing::{self, Signer, TokenSigner};
use crate::store::{SignedFiles, SignedKeySet};

/// A home that has all private keys, or none.
struct All(bool);

impl PrivateKeys for All {
    fn has(&self, _key: &Key) -> bool {
        self.0
    }

    fn place(&self, key: &Key) -> String {
        format!("keys/{}.pem", key.name)
    }
}

fn create(name: &str) -> CreateKey {
    let limits = RequestedLimits::default();
    CreateKey { name: value(name), edition: Edition::Commercial, limits }
}

fn import<'a>(name: &str, edition: Edition, private_keys: &'a All) -> ImportKey<'a> {
    ImportKey {
        name: value(name),
        edition,
        limits: RequestedLimits::default(),
        source: "k.pem".to_owned(),
        known: None,
        private_keys,
    }
}

fn key(home: &TestHome, name: &str) -> Key {
    let keys = home.store.reader().list_keys().expect("read");
    find_any(&keys, name).expect("a key").clone()
}

fn retire(home: &TestHome, name: &str) -> RetireKey<'static> {
    let signed = SignedFiles::default();
    RetireKey { key: key(home, name), signed, keep_private: true, private_keys: &All(true) }
}

fn revoke(home: &TestHome, name: &str) -> RevokeKey {
    let (key, signed) = (key(home, name), SignedFiles::default());
    RevokeKey { key, signed, reason: value("r"), since: None }
}

#[test]
fn a_created_key_signs_within_its_limits() {
    let mut home = TestHome::new();
    let scope = Scope { max_seats: Some(1), ..Scope::default() };
    let limits = RequestedLimits {
        limits: Limits { scope, ..Limits::default() },
        products: vec![value("P")],
    };
    let request = CreateKey { limits, ..create("k") };
    let created = home.apply(&request);
    assert_eq!((created.key.name.as_str(), created.keyset.version), ("k", 2));
    assert!(home.unchanged(&request).is_like && !home.unchanged(&create("K")).is_like);
    let mut license = issue();
    license.target = Some(PlacementTarget::Unbound);
    license.signing.key_names = vec![value("k")];
    assert_eq!(home.error(&license), ErrorCode::OutOfScope);
    license.edition = Some(Edition::Trial);
    assert_eq!(home.error(&license), ErrorCode::EditionMismatch);
}

#[test]
fn new_keys_are_refused() {
    let mut home = TestHome::new();
    let past = Limits { not_after: Some(1), ..Limits::default() };
    let limits = RequestedLimits { limits: past, products: Vec::new() };
    assert_eq!(home.error(&CreateKey { limits, ..create("k") }), ErrorCode::Usage);
    let kid = key(&home, "trial").kid;
    assert_eq!(home.error(&create(&kid)), ErrorCode::Usage);
    let limits = RequestedLimits { products: vec![value("missing")], ..RequestedLimits::default() };
    assert_eq!(home.error(&CreateKey { limits, ..create("k") }), ErrorCode::NotFound);
    let error = root(&[]).expect_err("no root");
    assert_eq!(error.code, ErrorCode::KeyMissing);
}

#[test]
fn an_imported_key_is_new_or_the_one_that_was_away() {
    let mut home = TestHome::new();
    let (here, away) = (All(true), All(false));
    let other = Signer::generate(&mut |_, bytes: &mut [u8]| bytes.fill(200));
    assert_eq!(home.error(&import("trial", Edition::Trial, &here)), ErrorCode::Exists);
    let request = import("trial", Edition::Commercial, &away);
    assert_eq!(home.error(&request), ErrorCode::EditionMismatch);
    let limits = Limits { max_files: Some(1), ..Limits::default() };
    let limits = RequestedLimits { limits, products: Vec::new() };
    let request = ImportKey { limits, ..import("trial", Edition::Trial, &away) };
    assert_eq!(home.error(&request), ErrorCode::Conflict);
    home.put_into_file(other.clone());
    assert_eq!(home.error(&import("trial", Edition::Trial, &away)), ErrorCode::KeyMissing);
    home.apply(&import("partner", Edition::Commercial, &here));
    assert_eq!(key(&home, "partner").kid, other.kid());
    assert_eq!(home.error(&import("more", Edition::Commercial, &here)), ErrorCode::Exists);
    let own = home.private_keys().trial.clone();
    home.put_into_file(own);
    home.apply(&import("trial", Edition::Trial, &away));
    assert_eq!(home.entries("key.import").len(), 2);
    home.apply(&retire(&home, "trial"));
    let request = import("trial", Edition::Trial, &away);
    assert_eq!(home.error(&request), ErrorCode::WrongState);
}

#[test]
fn a_key_ends_once_and_as_it_was_seen() {
    let mut home = TestHome::new();
    let (seen, stale) = (revoke(&home, "trial"), key(&home, "trial"));
    let mut counted = seen.clone();
    counted.key.files_signed += 1;
    assert_eq!(home.error(&counted), ErrorCode::ChangedMeanwhile);
    home.apply(&retire(&home, "trial"));
    assert_eq!(home.error(&retire(&home, "trial")), ErrorCode::WrongState);
    assert_eq!(home.error(&seen), ErrorCode::ChangedMeanwhile);
    assert_eq!(home.error(&ChangePassphrase { key: stale.clone() }), ErrorCode::ChangedMeanwhile);
    let export = ExportKey { key: stale, to: None };
    assert_eq!(home.error(&export), ErrorCode::ChangedMeanwhile);
    let request = revoke(&home, "trial");
    home.apply(&request);
    assert_eq!(home.error(&revoke(&home, "trial")), ErrorCode::WrongState);
}

#[test]
fn a_key_set_is_accepted_at_a_second_site_only() {
    let mut home = TestHome::new();
    let mut site = home.second_site();
    let text =
        |home: &TestHome| home.store.reader().find_keyset().expect("read").expect("a key set").text;
    let accept = |text: String| AcceptKeySet { text, source: "acme.keyset".to_owned() };
    let own = accept(text(&home));
    assert_eq!(home.error(&own), ErrorCode::WrongState);
    assert_eq!(site.unchanged(&own), 1);
    home.apply(&create("k"));
    let next = accept(text(&home));
    assert_eq!(site.apply(&next).version, 2);
    assert_eq!(key(&site, "k").kid, key(&home, "k").kid);
}

#[test]
fn a_key_set_of_another_vendor_is_refused() {
    let home = TestHome::new();
    let mut site = home.second_site();
    let vendor =
        Vendor { issuer: Uri::stored("https://other.example".into()), ..home.vendor().clone() };
    let mut claims = home.own_keys().claims().clone();
    (claims.iss, claims.version) = (vendor.issuer.to_string(), 2);
    let text = signing::keyset::sign(root_signer(&home), &claims);
    let accept = AcceptKeySet { text, source: "other.keyset".to_owned() };
    assert_eq!(site.error(&accept), ErrorCode::Conflict);
}

/// Returns the root key as a signer of key sets.
fn root_signer(home: &TestHome) -> TokenSigner<'_> {
    home.private_keys().root.with_log(LogHash::of_last(START))
}

/// Stores a key set that the home's root key signed, with changed claims.
fn store_key_set(home: &mut TestHome, change: impl FnOnce(&mut Map<String, Value>)) {
    let newest = home.store.reader().find_keyset().expect("read").expect("a key set");
    let mut claims = unverified(&newest.text).expect("a token").claims;
    let version = newest.version + 1;
    claims.insert("version".to_owned(), version.into());
    claims.shift_remove("log");
    change(&mut claims);
    let text = signing::keyset::sign(root_signer(home), &claims);
    let jti = format!("key set {version}");
    let set = SignedKeySet { version, jti, text, ..newest };
    home.store.edit(|tx| tx.insert_keyset(&set).expect("stored"));
}

#[test]
fn unknown_members_of_a_key_set_are_carried_over() {
    let mut home = TestHome::new();
    store_key_set(&mut home, |claims| {
        claims.insert("later".to_owned(), json!({"a": 1}));
        claims["keys"][0]["use"] = "sig".into();
    });
    home.apply(&create("k"));
    let request = revoke(&home, "commercial");
    home.apply(&request);
    let newest = home.store.reader().find_keyset().expect("read").expect("a key set");
    let claims = unverified(&newest.text).expect("a token").claims;
    assert_eq!((&claims["version"], &claims["later"]), (&4.into(), &json!({"a": 1})));
    let (first, last) = (&claims["keys"][0], &claims["keys"][2]);
    assert_eq!((&first["use"], &first["state"]), (&"sig".into(), &"revoked".into()));
    assert_eq!((&last["name"], &last["state"]), (&"k".into(), &"active".into()));
    home.keys(&newest.text);
}

#[test]
fn a_key_set_of_another_home_or_version_is_tampering() {
    for (member, value) in [
        ("iss", Value::from("urn:other")),
        ("version", Value::from(9)),
        ("test", Value::from(false)),
    ] {
        let mut home = TestHome::new();
        store_key_set(&mut home, |claims| drop(claims.insert(member.to_owned(), value)));
        assert_eq!(home.error(&create("k")), ErrorCode::Tampered, "{member}");
        let target = Some(PlacementTarget::Unbound);
        let delivered = IssueLicense { target, ..issue() };
        assert_eq!(home.error(&delivered), ErrorCode::Tampered, "{member}");
    }
}

/// Signs claims of a key set with a root key, and puts it in place of the newest key set, with the
/// root key of the database replaced.
fn replace_key_set(home: &mut TestHome, root: &Signer, change: impl FnOnce(&mut KeySetClaims)) {
    let mut claims = home.own_keys().claims().clone();
    claims.root = Jwk::ed25519(root.x());
    change(&mut claims);
    let (kid, x, version) = (root.kid(), root.x(), claims.version);
    let text = signing::keyset::sign(root.with_log(LogHash::of_last(START)), &claims);
    home.store.run_sql(&format!(
        "UPDATE key SET kid = '{kid}', x = '{x}' WHERE name = 'root';
         UPDATE keyset SET text = '{text}', kid = '{kid}', version = {version}"
    ));
}

/// Signs a root change, which no verb makes yet.
fn root_change(signer: &Signer, claims: &RootChange) -> String {
    let header = json!({"alg": "EdDSA", "kid": signer.kid(), "typ": Kind::RootChange.typ()});
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let claims = serde_json::to_value(claims).expect("JSON");
    let signed = format!("{}.{}", part(&header), part(&claims));
    let signature = signer.sign_bytes(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// Issues a license to a file.
fn delivered() -> IssueLicense {
    IssueLicense { target: Some(PlacementTarget::Unbound), ..issue() }
}

#[test]
fn another_root_or_key_set_is_found_by_the_anchor_of_a_signing_key() {
    let other_root = Signer::from_secret(&[77; 32]);
    let message = |home: &mut TestHome| {
        let error = home.execute(Mode::Apply, &delivered()).expect_err("an error");
        assert_eq!(code_of(&error), ErrorCode::Tampered, "{error}");
        error.to_string()
    };
    let home = || {
        let mut home = TestHome::new();
        home.apply(&delivered());
        home.apply(&delivered());
        assert_eq!(home.missing_anchors(), ["commercial"]);
        home
    };
    let mut replaced = home();
    replace_key_set(&mut replaced, &other_root, |_| ());
    assert!(message(&mut replaced).contains("its root key is"));
    let mut other = home();
    let root = other.private_keys().root.clone();
    replace_key_set(&mut other, &root, |claims| claims.jti = "other".to_owned());
    assert!(message(&mut other).contains("its key set of version 1 is another one"));
    // A root change that both roots signed leads to the new root.
    let mut changed = home();
    let old = changed.private_keys().root.clone();
    let change = RootChange {
        iss: changed.vendor().issuer.to_string(),
        jti: "1".to_owned(),
        iat: now().as_second(),
        fmt: FORMAT,
        old: Jwk::ed25519(old.x()),
        new: Jwk::ed25519(other_root.x()),
        from_version: 2,
    };
    let transition = Transition {
        by_old: root_change(&old, &change),
        by_new: root_change(&other_root, &change),
    };
    replace_key_set(&mut changed, &other_root, |claims| {
        claims.version = 2;
        claims.transitions = vec![transition];
    });
    changed.apply(&delivered());
}

#[test]
fn a_replaced_database_is_accepted_with_its_key() {
    let mut home = TestHome::new();
    home.apply(&delivered());
    let (key, root) = (key(&home, "commercial"), home.private_keys().root.clone());
    replace_key_set(&mut home, &root, |claims| claims.jti = "other".to_owned());
    let error = home.execute(Mode::Apply, &delivered()).expect_err("an error");
    assert_eq!(code_of(&error), ErrorCode::Tampered);
    let file = home.anchor_file(&key);
    home.apply(&AcceptDatabase { key, file, reason: value("restored") });
    home.apply(&delivered());
}
