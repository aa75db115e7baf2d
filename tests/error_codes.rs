//! Every error code has a test at the lowest level that can return it: a unit test of the layer
//! that constructs it, or, for the layers above `ops`, a test that types a command.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};

use crate::dependencies::{import_graph::is_test, sources};

/// The layers with unit tests of their rules, the lowest first. Codes of other layers are found by
/// their text.
const LAYERS: &[&str] = &["domain", "store", "signing", "ops"];

/// Codes that no test provokes where they are constructed, with the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("cli", "Defect", "a defect is what no test can provoke"),
    ("ops/container", "NotPlaced", "it is the reason of stranded seats; no use case returns it"),
    ("ops/credential", "Io", "the encryption of a credential fails only if its library does"),
];

/// The names of the enum of codes in the sources.
const NAMES: &[&str] = &["ErrorCode"];

/// Returns the codes: the name and the text of each variant.
fn codes() -> BTreeMap<String, String> {
    let sources = sources("src/domain");
    let source = sources.iter().find(|source| source.path == "error.rs").expect("error.rs");
    let mut codes = BTreeMap::new();
    for line in source.text.lines() {
        let Some((name, rest)) = line.trim().split_once(" = \"") else { continue };
        let Some((text, _)) = rest.split_once('"') else { continue };
        if name.chars().all(char::is_alphanumeric) {
            codes.insert(name.to_owned(), text.to_owned());
        }
    }
    assert!(codes.len() > 30, "the codes are not found: {codes:?}");
    codes
}

/// The codes that a file constructs, and the codes that its tests name.
struct Named<'c> {
    codes: &'c BTreeMap<String, String>,
    constructed: BTreeSet<String>,
    tested: BTreeSet<String>,
    in_tests: bool,
}

impl Named<'_> {
    fn add(&mut self, path: &[String]) {
        let [.., owner, name] = path else { return };
        let name = match (owner.as_str(), name.as_str()) {
            ("Error", "usage") => "Usage",
            (owner, name) if NAMES.contains(&owner) && self.codes.contains_key(name) => name,
            _ => return,
        };
        let found = if self.in_tests { &mut self.tested } else { &mut self.constructed };
        found.insert(name.to_owned());
    }

    fn add_tokens(&mut self, tokens: &str) {
        for name in NAMES {
            for part in tokens.split(&format!("{name} :: ")).skip(1) {
                let word: String = part.chars().take_while(|it| it.is_alphanumeric()).collect();
                self.add(&[(*name).to_owned(), word]);
            }
        }
    }
}

impl<'a> Visit<'a> for Named<'_> {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        let before = self.in_tests;
        self.in_tests |= is_test(&module.attrs);
        visit::visit_item_mod(self, module);
        self.in_tests = before;
    }

    /// Ignores comparisons, which construct no code.
    fn visit_expr_binary(&mut self, binary: &'a syn::ExprBinary) {
        let is_comparison = matches!(binary.op, syn::BinOp::Eq(_) | syn::BinOp::Ne(_));
        if !is_comparison || self.in_tests {
            visit::visit_expr_binary(self, binary);
        }
    }

    fn visit_expr_path(&mut self, path: &'a syn::ExprPath) {
        let words: Vec<String> = path.path.segments.iter().map(|it| it.ident.to_string()).collect();
        self.add(&words);
    }

    fn visit_macro(&mut self, item: &'a syn::Macro) {
        let is_pattern = item.path.is_ident("matches");
        if self.in_tests || !is_pattern {
            self.add_tokens(&item.tokens.to_string());
        }
    }
}

/// Returns the group of a file: its layer, or its folder or file in `ops`.
fn group(path: &str) -> String {
    let mut parts = path.split('/');
    let layer = parts.next().unwrap_or_default();
    match (layer, parts.next()) {
        ("ops", Some(noun)) => format!("ops/{}", noun.trim_end_matches(".rs")),
        _ => layer.to_owned(),
    }
}

/// Returns whether a file is compiled for tests only.
fn is_test_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name == "tests.rs" || name.ends_with("_tests.rs") || name.starts_with("test_")
}

#[test]
fn every_error_code_has_a_test_at_the_lowest_level_that_returns_it() {
    let codes = codes();
    let mut constructed: BTreeSet<(String, String)> = BTreeSet::new();
    let mut tested: BTreeSet<(String, String)> = BTreeSet::new();
    // An explanation constructs no error.
    let is_explanation = |path: &str| path.starts_with("cli/explanation/");
    for source in sources("src").into_iter().filter(|source| !is_explanation(&source.path)) {
        let mut named = Named {
            codes: &codes,
            constructed: BTreeSet::new(),
            tested: BTreeSet::new(),
            in_tests: is_test_file(&source.path),
        };
        named.visit_file(&source.file());
        let group = group(&source.path);
        let layer = source.path.split('/').next().unwrap_or_default().to_owned();
        constructed.extend(named.constructed.into_iter().map(|code| (group.clone(), code)));
        for code in named.tested {
            if source.path == "ops/tests.rs" || layer != "ops" {
                tested.insert((layer.clone(), code.clone()));
            }
            tested.insert((group.clone(), code));
        }
    }
    let typed: String = sources("tests").into_iter().map(|source| source.text).collect();
    // The tests of the nouns without a test file are in `ops/tests.rs`.
    let has_tests: BTreeSet<String> = sources("src")
        .iter()
        .filter(|source| source.path.ends_with("/tests.rs") && source.path != "ops/tests.rs")
        .map(|source| group(&source.path))
        .collect();
    let is_tested = |group: &String, code: &String| {
        let layer = group.split('/').next().unwrap_or_default();
        if !LAYERS.contains(&layer) {
            return typed.contains(&format!("\"{}\"", codes[code]));
        }
        let in_group = tested.contains(&(group.clone(), code.clone()));
        let in_layer = || tested.contains(&(layer.to_owned(), code.clone()));
        in_group || !has_tests.contains(group) && in_layer()
    };
    let is_exception = |group: &String, code: &String| {
        EXCEPTIONS.iter().any(|(of, name, _)| of == group && name == code)
    };
    let untested: Vec<_> = constructed
        .iter()
        .filter(|(group, code)| !is_tested(group, code) && !is_exception(group, code))
        .collect();
    assert!(untested.is_empty(), "no test of the layer provokes these: {untested:#?}");
    let never: Vec<_> =
        codes.keys().filter(|code| !constructed.iter().any(|(_, name)| name == *code)).collect();
    assert!(never.is_empty(), "no code constructs these: {never:?}");
    let stale: Vec<_> = EXCEPTIONS
        .iter()
        .filter(|(of, code, _)| !constructed.contains(&((*of).to_owned(), (*code).to_owned())))
        .collect();
    assert!(stale.is_empty(), "exceptions without a case: {stale:?}");
}
