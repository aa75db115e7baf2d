//! Use cases of products and their catalogue on a home in memory, and the errors of each.

use licentia_runtime::ProductKind;

use crate::domain::ErrorCode;
use crate::domain::license::terms::{Terms, TermsEdit};
use crate::ops::product::add::AddProduct;
use crate::ops::product::apply::ApplyCatalogue;
use crate::ops::product::edit::EditProduct;
use crate::ops::product::retire::RetireProduct;
use crate::ops::test_front_end::{TestHome, code_of, terms, value};

fn add(code: &str, kind: ProductKind, requires: &[&str]) -> AddProduct {
    AddProduct {
        code: value(code),
        name: value(code),
        kind,
        allow_login: false,
        requires: requires.iter().map(|code| value(code)).collect(),
        containers: Vec::new(),
        renew_url: None,
        terms: Terms::default(),
    }
}

fn edit(code: &str) -> EditProduct {
    EditProduct {
        code: value(code),
        name: None,
        kind: None,
        allow_login: None,
        requires: None,
        containers: Vec::new(),
        renew_url: None,
        terms: TermsEdit::default(),
    }
}

fn retire(code: &str, undo: bool) -> RetireProduct {
    RetireProduct { code: value(code), undo }
}

#[test]
fn a_product_requires_base_products_that_are_sold() {
    let mut home = TestHome::new();
    home.apply(&add("base", ProductKind::Base, &[]));
    home.apply(&add("app", ProductKind::Application, &["BASE"]));
    assert_eq!(home.unchanged(&add("APP", ProductKind::Base, &[])).requires, [value("base")]);
    for (requires, code) in [
        (["nothing", "base"], ErrorCode::NotFound),
        (["app", "base"], ErrorCode::WrongKind),
        (["base", "Base"], ErrorCode::Usage),
    ] {
        let request = add("other", ProductKind::Application, &requires);
        assert_eq!(home.error(&request), code, "{requires:?}");
    }
    let application = EditProduct { kind: Some(ProductKind::Application), ..edit("base") };
    assert_eq!(home.error(&application), ErrorCode::InUse);
    let itself = EditProduct { requires: Some(vec![value("base")]), ..edit("base") };
    assert_eq!(home.error(&itself), ErrorCode::Usage);
    home.apply(&retire("base", false));
    let request = add("other", ProductKind::Application, &["base"]);
    assert_eq!(home.error(&request), ErrorCode::WrongState);
    assert_eq!(home.error(&retire("base", false)), ErrorCode::WrongState);
    home.apply(&retire("base", true));
}

#[test]
fn a_new_product_has_no_modules() {
    let mut home = TestHome::new();
    let mut request = add("new", ProductKind::Application, &[]);
    request.terms = terms(r#"{"modules":"a"}"#);
    assert_eq!(home.error(&request), ErrorCode::Usage);
    let name = EditProduct { name: Some(value("Other")), ..edit("p") };
    home.apply(&name);
    assert_eq!(home.unchanged(&name).name.as_str(), "Other");
}

/// Plans a catalogue file in the home. Returns the code of its error.
fn declared(home: &mut TestHome, file: &str) -> ErrorCode {
    let request = ApplyCatalogue::read("p.toml".to_owned(), file.as_bytes(), false);
    match request {
        Ok(request) => home.error(&request),
        Err(error) => code_of(&error.into()),
    }
}

#[test]
fn catalogues_are_refused_as_a_whole() {
    let mut home = TestHome::new();
    home.apply(&add("base", ProductKind::Base, &[]));
    home.apply(&add("app", ProductKind::Application, &["base"]));
    home.issue(|request| request.terms = terms(r#"{"modules":"a"}"#));
    for (file, code) in [
        ("[product.new]\n", ErrorCode::Usage),
        ("[product.app]\nrequires = [\"missing\"]\n", ErrorCode::NotFound),
        ("[product.app]\nrequires = [\"p\"]\n", ErrorCode::WrongKind),
        ("[product.app]\nrequires = [\"base\", \"base\"]\n", ErrorCode::Usage),
        ("[product.base]\nrequires = [\"base\"]\n", ErrorCode::Usage),
        ("[product.base]\nkind = \"application\"\n", ErrorCode::InUse),
        ("[product.p.module]\nx = { parent = \"missing\" }\n", ErrorCode::NotFound),
    ] {
        assert_eq!(declared(&mut home, file), code, "{file}");
    }
    let without_a = b"[product.p]\nname = \"P\"\n[product.p.module]\nb = {}\n";
    let pruned = ApplyCatalogue::read("p.toml".to_owned(), without_a, true).expect("read");
    assert_eq!(home.error(&pruned), ErrorCode::InUse);
    assert!(ApplyCatalogue::read("p.toml".to_owned(), b"\xff", false).is_err());
    home.apply(&retire("base", false));
    let requires = "[product.p]\nrequires = [\"base\"]\n";
    assert_eq!(declared(&mut home, requires), ErrorCode::WrongState);
    let all = ApplyCatalogue::read("p.toml".to_owned(), b"[product.q]\nname = \"Q\"\n", false);
    home.apply(&all.expect("read"));
    assert_eq!(home.entries("product.add").len(), 3);
}
