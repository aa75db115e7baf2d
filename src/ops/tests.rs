//! Use cases of customers, companies, users, modules, assignments, imports and status lists on a
//! home in memory, and the errors of the execution itself.

use crate::domain::ErrorCode;
use crate::domain::customer::Company;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::license::terms::OrNone;
use crate::domain::license::tests::now;
use crate::domain::product::ContainerKind;
use crate::domain::serial::{Kind, Serial};
use crate::domain::vendor::Vendor;
use crate::ops::assignment::{AssignmentChange, ChangeAssignments};
use crate::ops::company::{AddCompany, RemoveCompany};
use crate::ops::container::edit::EditContainer;
use crate::ops::csv_import::{ImportCustomers, ImportUsers};
use crate::ops::customer::{AddCustomer, EditCustomer, RetireCustomer};
use crate::ops::execute::{Decision, Plan as _, Signers, UseCase as _, check_clock};
use crate::ops::impact::Impact;
use crate::ops::key::choose::KeyNeed;
use crate::ops::license::life_cycle::SetLifecycleStatus;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::module::{AddModule, EditModule, RemoveModule};
use crate::ops::status::PublishStatus;
use crate::ops::test_front_end::{TestHome, code_of, issue, terms, value};
use crate::ops::user::{EditUser, RemoveUser};

fn module(code: &str, parent: Option<&str>) -> AddModule {
    AddModule { product: value("p"), code: value(code), parent: parent.map(value), name: None }
}

fn move_module(code: &str, parent: &str) -> EditModule {
    let parent = Some(OrNone::Value(value(parent)));
    EditModule { product: value("p"), code: value(code), parent, name: None }
}

fn assign(license: &Serial, change: AssignmentChange) -> ChangeAssignments {
    let (license, signing) = (license.clone(), SigningRequest::default());
    ChangeAssignments { license, change, signing }
}

fn add(users: &[&str]) -> AssignmentChange {
    let users = users.iter().map(|name| value(name)).collect();
    AssignmentChange::Add { users, if_missing: false }
}

fn rename(from: &str, to: &str) -> EditUser {
    EditUser {
        customer: value("c"),
        username: value(from),
        new_username: Some(value(to)),
        name: None,
        email: None,
        company: None,
        admin: None,
        signing: SigningRequest::default(),
    }
}

fn remove(username: &str) -> RemoveUser {
    let signing = SigningRequest::default();
    RemoveUser { customer: value("c"), username: value(username), signing }
}

#[test]
fn modules_form_a_tree() {
    let mut home = TestHome::new();
    home.apply(&module("a.x", Some("A")));
    assert_eq!(home.unchanged(&module("A.X", None)).depth, 1);
    assert_eq!(home.error(&module("new", Some("missing"))), ErrorCode::NotFound);
    assert_eq!(home.error(&move_module("a", "a.x")), ErrorCode::Usage);
    let remove = |code: &str| RemoveModule { product: value("p"), code: value(code) };
    assert_eq!(home.error(&remove("a")), ErrorCode::InUse);
    home.issue(|request| request.terms = terms(r#"{"modules":"b"}"#));
    assert_eq!(home.error(&remove("b")), ErrorCode::InUse);
    assert_eq!(home.error(&move_module("b", "a")), ErrorCode::InUse);
    home.apply(&remove("a.x"));
}

#[test]
fn users_are_assigned_once() {
    let mut home = TestHome::new();
    let license = home.issue(|request| {
        request.terms = terms(r#"{"seats":"1","model":"named"}"#);
        request.users = vec![value("anna")];
    });
    assert_eq!(home.error(&assign(&license, add(&["anna"]))), ErrorCode::Exists);
    assert_eq!(home.error(&assign(&license, add(&["bo"]))), ErrorCode::NoSeat);
    assert_eq!(home.error(&assign(&license, add(&["bo", "BO"]))), ErrorCode::Usage);
    let missing = AssignmentChange::Remove { users: vec![value("bo")] };
    assert_eq!(home.error(&assign(&license, missing)), ErrorCode::NotAssigned);
    let moved = AssignmentChange::Move { from: value("anna"), to: value("bo") };
    home.apply(&assign(&license, moved));
    assert_eq!(home.license(&license).entitlement.users, [value("bo")]);
}

#[test]
fn a_user_name_is_given_once_and_a_user_with_containers_stays() {
    let mut home = TestHome::new();
    assert_eq!(home.error(&rename("anna", "BO")), ErrorCode::Exists);
    assert_eq!(home.error(&remove("unknown")), ErrorCode::NotFound);
    let container = home.container(ContainerKind::Cloud, "c");
    let owner = Some(OrNone::Value(value("anna")));
    home.apply(&EditContainer { container, label: None, user: owner });
    assert_eq!(home.error(&remove("anna")), ErrorCode::InUse);
    home.apply(&remove("bo"));
}

#[test]
fn a_company_with_licenses_stays() {
    let mut home = TestHome::new();
    let add = AddCompany { customer: value("c"), code: value("north"), name: value("North") };
    home.apply(&add);
    let found: Company = home.unchanged(&add);
    assert_eq!(found.code, value("north"));
    home.issue(|request| request.company = Some(value("north")));
    let remove = RemoveCompany { customer: value("c"), code: value("north") };
    assert_eq!(home.error(&remove), ErrorCode::InUse);
    let mut other = issue();
    other.company = Some(value("south"));
    assert_eq!(home.error(&other), ErrorCode::NotFound);
}

#[test]
fn a_customer_is_retired_once() {
    let mut home = TestHome::new();
    let new = AddCustomer { code: value("e"), name: value("E"), email: None, reference: None };
    home.apply(&new);
    assert_eq!(home.unchanged(&new).code, value("e"));
    let name = Some(value("Other"));
    let edit = EditCustomer { code: value("e"), name, email: None, reference: None };
    home.apply(&edit);
    assert_eq!(home.unchanged(&edit).name.as_str(), "Other");
    let retire = RetireCustomer { code: value("e"), undo: false };
    home.apply(&retire);
    assert_eq!(home.error(&retire), ErrorCode::WrongState);
    home.apply(&RetireCustomer { undo: true, ..retire });
}

#[test]
fn imports_are_applied_or_refused_as_a_whole() {
    let mut home = TestHome::new();
    let customers = |text: &str| ImportCustomers::read("c.csv".to_owned(), text.as_bytes());
    let users = |text: &str| ImportUsers::read("u.csv".to_owned(), text.as_bytes());
    assert_eq!(home.error(&customers("code,name\ne,\n")), ErrorCode::Usage);
    assert_eq!(home.error(&customers("code,name\ne,E\nE,F\n")), ErrorCode::Usage);
    assert_eq!(home.error(&users("customer,username\nmissing,x\n")), ErrorCode::NotFound);
    let admin = "customer,username,admin\nc,x,perhaps\n";
    assert_eq!(home.error(&users(admin)), ErrorCode::Usage);
    assert_eq!(home.apply(&customers("code,name\ne,E\nc,New\n")).changes.len(), 2);
    assert_eq!(home.unchanged(&customers("code,name\ne,E\nc,New\n")), 2);
    assert_eq!(home.apply(&users("customer,username\nE,x\nc,anna\n")).changes.len(), 1);
}

#[test]
fn lookups_of_records_that_there_are_not_find_nothing() {
    let home = TestHome::new();
    let reader = home.store.reader();
    let serial = |kind| Serial::placeholder(kind);
    let errors = [
        lookup::license(reader, &serial(Kind::License), now()).err(),
        lookup::session(reader, &serial(Kind::Session)).err(),
        lookup::ticket(reader, &serial(Kind::Ticket)).err(),
        lookup::container(reader, &serial(Kind::Container)).err(),
        lookup::recovery(reader, &serial(Kind::Recovery)).err(),
        lookup::credential(reader, &serial(Kind::Credential)).err(),
        lookup::product(reader, &value("missing")).err(),
        lookup::module(reader, &value("p"), &value("missing")).err(),
        lookup::customer(reader, &value("missing")).err(),
        lookup::company(reader, &value("c"), &value("missing")).err(),
        lookup::user(reader, &value("c"), &value("missing")).err(),
    ];
    for error in errors {
        assert_eq!(code_of(&error.expect("an error")), ErrorCode::NotFound);
    }
}

#[test]
fn a_live_home_signs_nothing_while_its_clock_is_behind() {
    let home = TestHome::new();
    let live = Vendor { test: false, ..home.vendor().clone() };
    let behind = value("2026-11-21T09:54:59Z");
    let error = check_clock(home.store.reader(), &live, behind).expect_err("behind");
    assert_eq!(code_of(&error), ErrorCode::ClockBehind);
    check_clock(home.store.reader(), &live, value("2026-11-21T09:55:01Z")).expect("in time");
    check_clock(home.store.reader(), home.vendor(), behind).expect("a test home");
}

fn impact(home: &TestHome, request: &RemoveUser) -> Impact {
    match request.plan(home.store.reader(), now()).expect("planned") {
        Decision::Change(plan) => plan.impact(),
        Decision::Unchanged(never) => match never {},
    }
}

#[test]
fn a_change_that_is_worse_than_the_confirmed_one_is_refused() {
    let mut home = TestHome::new();
    let license = home.issue(|_| ());
    let confirmed = impact(&home, &remove("anna"));
    home.apply(&assign(&license, add(&["anna"])));
    let error = impact(&home, &remove("anna")).check_within(&confirmed).expect_err("worse");
    assert_eq!(error.code, ErrorCode::ChangedMeanwhile);
}

#[test]
fn the_status_list_says_what_was_ended() {
    let mut home = TestHome::new();
    let license = home.issue(|request| request.target = Some(PlacementTarget::Unbound));
    let publish = PublishStatus { vendor: home.vendor().clone(), key: None };
    let first = home.apply(&publish).lists.remove(0).token.text;
    home.apply(&SetLifecycleStatus {
        signing: SigningRequest::default(),
        license,
        status: LifecycleStatus::Revoked,
        reason: Some("r".to_owned()),
    });
    let second = home.apply(&publish).lists.remove(0).token.text;
    assert_ne!(first, second);
}

#[test]
fn a_reference_is_of_one_request_and_ends_with_its_license() {
    let mut home = TestHome::new();
    let mut request = issue();
    request.reference = Some(value("R"));
    let license = home.apply(&request).steps[0].after.serial.clone();
    let mut other = request.clone();
    other.terms = terms(r#"{"seats":"6"}"#);
    assert_eq!(home.error(&other), ErrorCode::Conflict);
    let (status, reason) = (LifecycleStatus::Revoked, Some("r".to_owned()));
    home.apply(&SetLifecycleStatus { license, status, reason, signing: SigningRequest::default() });
    assert_eq!(home.error(&request), ErrorCode::ReferenceEnded);
}

#[test]
fn nothing_is_signed_with_a_key_that_is_not_unlocked() {
    let error = Signers::default().get(&KeyNeed::Root).expect_err("no key");
    assert_eq!(error.code, ErrorCode::KeyMissing);
}
