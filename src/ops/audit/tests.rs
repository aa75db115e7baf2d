//! The verification of the log of a home in memory.

use licentia_runtime::Edition;

use crate::domain::ErrorCode;
use crate::domain::key::find_any;
use crate::domain::license::Until;
use crate::domain::license::tests::now;
use crate::ops::audit::{VerifiedLog, verify};
use crate::ops::error::Result;
use crate::ops::execute::Mode;
use crate::ops::key::create::CreateKey;
use crate::ops::key::limits::RequestedLimits;
use crate::ops::key::revoke::RevokeKey;
use crate::ops::license::extend::ExtendLicense;
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::test_front_end::{TestHome, code_of, issue, value};
use crate::store::SignedFiles;

/// Returns a home with two licenses that were signed, which have one anchor each.
fn home() -> TestHome {
    let mut home = TestHome::new();
    for _ in 0..2 {
        home.apply(&IssueLicense { target: Some(PlacementTarget::Unbound), ..issue() });
    }
    home
}

fn verified(home: &TestHome) -> Result<VerifiedLog> {
    verify(home.store.reader(), home.vendor(), now())
}

#[test]
fn a_command_signs_the_entries_that_it_wrote() {
    let log = verified(&home()).expect("a valid log");
    assert_eq!((log.anchors, log.head.seq > 2), (2, true));
}

#[test]
fn each_edit_of_an_anchor_or_of_the_log_is_found() {
    let edits = [
        ("UPDATE audit_anchor SET signature = zeroblob(64)", "the signature of entries"),
        ("UPDATE audit_anchor SET first_seq = first_seq - 1", "the signature of entries"),
        (
            "UPDATE audit_anchor SET kid = (SELECT kid FROM key WHERE name = 'trial')",
            "the signature",
        ),
        ("UPDATE audit_anchor SET kid = 'unknown'", "the signature of entries"),
        ("UPDATE audit_anchor SET hash = zeroblob(32)", "are not those that a key signed"),
        ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", "but the log ends at"),
        ("UPDATE audit SET entry = entry || ' ' WHERE seq = 2", "does not match its hash"),
    ];
    for (sql, message) in edits {
        let mut home = home();
        home.store.run_sql(sql);
        let error = verified(&home).expect_err(sql);
        assert_eq!(code_of(&error), ErrorCode::Tampered, "{sql}");
        assert!(error.to_string().contains(message), "{sql}: {error}");
    }
}

#[test]
fn a_license_that_only_a_revoked_key_signed_is_not_granted() {
    let mut home = TestHome::new();
    let limits = RequestedLimits::default();
    home.apply(&CreateKey { name: value("extra"), edition: Edition::Commercial, limits });
    let signing = SigningRequest::with_keys(&[value("extra")]);
    let license = home.issue(|request| request.signing = signing);
    let extend = ExtendLicense {
        license,
        until: Until::By(value("1y"), None),
        reference: None,
        signing: SigningRequest::with_keys(&[value("commercial")]),
    };
    home.apply(&extend);
    let other = home.issue(|request| {
        request.signing = SigningRequest::with_keys(&[value("extra")]);
    });
    home.apply(&ExtendLicense {
        license: other.clone(),
        signing: SigningRequest::with_keys(&[value("extra")]),
        ..extend.clone()
    });
    let keys = home.store.reader().list_keys().expect("read");
    let key = find_any(&keys, "extra").expect("a key").clone();
    let signed = SignedFiles::default();
    home.apply(&RevokeKey { key, signed, reason: value("stolen"), since: None });
    // The extension was signed by a key that is not revoked.
    home.apply(&extend);
    let extend = ExtendLicense { license: other, ..extend };
    let error = home.execute(Mode::Apply, &extend).expect_err("a revoked key");
    assert_eq!(code_of(&error), ErrorCode::WrongState);
    assert!(error.to_string().contains("only key extra signed"), "{error}");
}
