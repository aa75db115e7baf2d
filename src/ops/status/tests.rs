//! The publication of status lists of a home in memory.

use crate::domain::ErrorCode;
use crate::domain::license::tests::now;
use crate::ops::audit::evidence::Evidence;
use crate::ops::status::PublishStatus;
use crate::ops::status::last_list::LastList;
use crate::ops::test_front_end::{TestHome, code_of};

#[test]
fn a_list_that_was_changed_is_not_handed_out() {
    let mut home = TestHome::new();
    let publish = PublishStatus { vendor: home.vendor().clone(), key: None };
    let published = home.apply(&publish);
    let jti = published.lists[0].token.jti.clone();
    let last = |home: &TestHome| {
        let evidence = Evidence::open(home.store.reader(), home.vendor(), now()).expect("evidence");
        LastList::find(&evidence, 1).expect("read")
    };
    let own = last(&home).unchanged(1).expect("a list").expect("a list");
    assert_eq!(own.jti, jti);
    home.store.run_sql("UPDATE status_token SET text = 'x'");
    let error = last(&home).unchanged(1).expect_err("a list that was changed");
    assert_eq!(code_of(&error), ErrorCode::Tampered);
    assert!(error.to_string().contains(&jti), "{error}");
    // The next list is complete.
    let next = home.apply(&publish);
    assert_eq!(next.lists[0].tampered.len(), 1);
    assert!(last(&home).unchanged(1).is_ok());
}
