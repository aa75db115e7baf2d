//! The dependency rules of ARCHITECTURE.md, checked on the parsed sources: permitted imports,
//! permitted places of calls and literals, and constructs that must not occur.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use syn::visit::{self, Visit};

pub mod import_graph;

use import_graph::{Cycle, ImportGraph, is_test};

pub struct Source {
    /// The path below `src/`, such as `store/open.rs`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// Parses the file.
    pub fn file(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

pub fn sources(folder: &str) -> Vec<Source> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    let (base, mut files) = (root().join(folder), Vec::new());
    walk(&base, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("read");
            let path = path.strip_prefix(&base).expect("below").to_string_lossy().into_owned();
            Source { path, text }
        })
        .collect()
}

/// The paths that a file contains outside its tests, as text: `crate::store::Reader`,
/// `super::Verb`, `rusqlite::Row`.
struct Names(BTreeSet<String>);

impl Names {
    fn of(source: &Source) -> BTreeSet<String> {
        let mut names = Names(BTreeSet::new());
        names.visit_file(&source.file());
        names.0
    }

    fn tree(&mut self, before: &str, tree: &syn::UseTree) {
        let join = |name: &syn::Ident| {
            if before.is_empty() { name.to_string() } else { format!("{before}::{name}") }
        };
        match tree {
            syn::UseTree::Path(path) => self.tree(&join(&path.ident), &path.tree),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|item| self.tree(before, item));
            }
            syn::UseTree::Name(name) => drop(self.0.insert(join(&name.ident))),
            syn::UseTree::Rename(name) => drop(self.0.insert(join(&name.ident))),
            syn::UseTree::Glob(_) => drop(self.0.insert(format!("{before}::*"))),
        }
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }
    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        self.tree("", &item.tree);
    }
    fn visit_path(&mut self, path: &'a syn::Path) {
        let words: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.0.insert(words.join("::"));
        visit::visit_path(self, path);
    }
}

/// Returns the layer of a file.
fn layer(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// The permitted imports of a layer: other layers, and the claims and enums of the runtime.
struct Layer {
    name: &'static str,
    imports: &'static [&'static str],
    runtime: bool,
}

/// The layers in the table of ARCHITECTURE.md.
const LAYERS: &[Layer] = &[
    Layer {
        name: "commands",
        imports: &["cli", "ops", "domain", "store", "signing", "host"],
        runtime: true,
    },
    Layer { name: "cli", imports: &["ops", "domain", "store", "signing", "host"], runtime: true },
    Layer { name: "ops", imports: &["domain", "store", "signing"], runtime: true },
    Layer { name: "domain", imports: &[], runtime: true },
    Layer { name: "store", imports: &["domain"], runtime: false },
    Layer { name: "signing", imports: &["domain"], runtime: true },
    Layer { name: "host", imports: &[], runtime: false },
];

/// The crates that only some layers may use.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("ed25519_dalek", &["signing"]),
    ("pkcs8", &["signing"]),
    ("scrypt", &["signing"]),
    ("age", &["signing"]),
    ("comfy_table", &["cli"]),
    ("clap", &["cli", "commands"]),
    ("dialoguer", &["host"]),
    ("whoami", &["host"]),
    ("tempfile", &["host"]),
    ("rustix", &["host"]),
    // The settings of a home, and catalogue files: TOML from any source.
    ("toml", &["host", "domain"]),
];

fn is_below(name: &str, path: &str) -> bool {
    name == path || name.strip_prefix(path).is_some_and(|rest| rest.starts_with("::"))
}

#[test]
fn layers_import_only_what_they_may() {
    let mut seen = BTreeSet::new();
    let is_layered = |source: &&Source| source.path.contains('/') && !source.path.contains("test_");
    for source in sources("src").iter().filter(is_layered) {
        let own = LAYERS.iter().find(|it| it.name == layer(&source.path));
        let own = own.unwrap_or_else(|| panic!("{} is in no layer", source.path));
        seen.insert(own.name);
        for name in Names::of(source) {
            for other in LAYERS.iter().filter(|other| other.name != own.name) {
                let imports = is_below(&name, &format!("crate::{}", other.name));
                assert!(
                    !imports || own.imports.contains(&other.name),
                    "{} imports {name}",
                    source.path
                );
            }
            for (library, layers) in CRATES {
                let is_allowed = layers.contains(&own.name);
                assert!(!is_below(&name, library) || is_allowed, "{} uses {name}", source.path);
            }
            let is_runtime = is_below(&name, "licentia_runtime");
            assert!(!is_runtime || own.runtime, "{} imports {name}", source.path);
        }
    }
    assert_eq!(seen.len(), LAYERS.len(), "{seen:?}");
    for source in sources("runtime/src") {
        let names = Names::of(&source);
        let vendor = names.iter().find(|name| is_below(name, "licentia"));
        assert!(vendor.is_none(), "{} imports {vendor:?}", source.path);
    }
}

/// The methods that a file calls outside its tests.
#[derive(Default)]
struct Calls(Vec<String>);

impl<'a> Visit<'a> for Calls {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }
    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        self.0.push(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }
}

/// Returns the methods that each file of `src` calls, without the files of tests.
fn calls() -> &'static [(String, Vec<String>)] {
    static CALLS: OnceLock<Vec<(String, Vec<String>)>> = OnceLock::new();
    CALLS.get_or_init(|| {
        let is_code = |source: &Source| !source.path.contains("test_");
        let sources = sources("src").into_iter().filter(is_code);
        sources
            .map(|source| {
                let mut calls = Calls::default();
                calls.visit_file(&source.file());
                (source.path, calls.0)
            })
            .collect()
    })
}

/// Returns the files of a layer that call a method, once for each call. An empty layer stands for
/// all layers.
fn callers(layer: &str, method: &str) -> Vec<String> {
    let mut callers = Vec::new();
    for (path, calls) in calls().iter().filter(|(path, _)| path.starts_with(layer)) {
        let count = calls.iter().filter(|called| *called == method).count();
        callers.extend(std::iter::repeat_n(path.clone(), count));
    }
    callers
}

#[test]
fn a_transaction_begins_and_commits_in_the_execution_alone() {
    let outside_store = |method: &str| -> BTreeSet<String> {
        callers("", method).into_iter().filter(|path| !path.starts_with("store/")).collect()
    };
    let execution = BTreeSet::from(["ops/execute.rs".to_owned()]);
    for method in ["begin", "commit", "commit_unaudited"] {
        assert_eq!(outside_store(method), execution, "callers of {method}");
    }
    // The execution has one function that commits a change, one that commits a touch, and one that
    // commits a new database.
    let commits = callers("ops/", "commit").len() + callers("ops/", "commit_unaudited").len();
    assert_eq!(commits, 3, "commits in ops/execute.rs");
    // The migrations create and change the schema before an audit log exists.
    let begins = callers("", "transaction_with_behavior");
    assert_eq!(begins, ["store/migrate.rs", "store/migrate.rs", "store/mod.rs"]);
    assert!(callers("", "unchecked_transaction").is_empty());
    for source in sources("src") {
        let in_text = source.text.contains(".begin(");
        let is_allowed = source.path == "ops/execute.rs" || source.path.starts_with("store/");
        assert!(!in_text || is_allowed, "{} begins a transaction", source.path);
    }
}

#[test]
fn no_error_of_a_use_case_is_untyped() {
    for source in sources("src") {
        let names = Names::of(&source);
        let is_untyped = names.iter().any(|name| is_below(name, "anyhow"));
        let is_allowed = source.path == "ops/error.rs";
        assert!(!is_untyped || is_allowed, "{} has an untyped error", source.path);
        // Clap returns the error of a value as an untyped error.
        let is_recovered = source.text.contains(".is::<");
        let is_allowed = source.path == "cli/error_report.rs";
        assert!(!is_recovered || is_allowed, "{} asks for the type of an error", source.path);
    }
    for method in ["downcast", "downcast_mut"] {
        assert!(callers("", method).is_empty(), "callers of {method}");
    }
    assert_eq!(callers("", "downcast_ref"), ["cli/error_report.rs"]);
}

#[test]
fn the_command_line_composes_no_audit_entry() {
    for folder in ["src/cli", "src/commands"] {
        for source in sources(folder) {
            let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
            for entry in ["NewEntry::new(", "NewEntry::of("] {
                assert!(!code.contains(entry), "{folder}/{} composes an entry", source.path);
            }
            // The demonstration collects the output of the commands that it runs.
            let is_allowed = source.path == "quickstart.rs";
            let has_cell = code.contains("RefCell");
            assert!(!has_cell || is_allowed, "{folder}/{} has a RefCell", source.path);
        }
    }
}

/// The string literals of a file outside its tests, with those in the tokens of macros and
/// attributes. Doc comments are excluded.
#[derive(Default)]
struct Literals(Vec<String>);

impl Literals {
    fn gather(&mut self, tokens: syn::buffer::Cursor<'_>) {
        let (mut rest, mut is_doc) = (tokens, false);
        while let Some((tree, next)) = rest.token_tree() {
            let word = tree.to_string();
            if let Some((inner, ..)) = rest.any_group() {
                self.gather(inner);
            } else if let (false, Ok(text)) = (is_doc, syn::parse_str::<syn::LitStr>(&word)) {
                self.0.push(text.value());
            }
            // `doc = "…"`, which is a doc comment.
            is_doc = word == "doc" || is_doc && word == "=";
            rest = next;
        }
    }
}

impl<'a> Visit<'a> for Literals {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }
    fn visit_attribute(&mut self, attribute: &'a syn::Attribute) {
        if !attribute.path().is_ident("doc") {
            visit::visit_attribute(self, attribute);
        }
    }
    fn visit_meta_list(&mut self, list: &'a syn::MetaList) {
        self.gather(syn::buffer::TokenBuffer::new2(list.tokens.clone()).begin());
    }
    fn visit_macro(&mut self, item: &'a syn::Macro) {
        self.gather(syn::buffer::TokenBuffer::new2(item.tokens.clone()).begin());
    }
    fn visit_lit_str(&mut self, text: &'a syn::LitStr) {
        self.0.push(text.value());
    }
}

/// Returns the string literals of a file outside its tests.
pub fn string_literals(file: &syn::File) -> Vec<String> {
    let mut literals = Literals::default();
    literals.visit_file(file);
    literals.0
}

/// Returns whether a text names a command or a flag of the command line.
fn is_command_line(text: &str) -> bool {
    let after = |sign: &str| -> Vec<Option<char>> {
        text.match_indices(sign).map(|(at, _)| text[at + sign.len()..].chars().next()).collect()
    };
    let is_word = |next: &Option<char>| next.is_some_and(|c| c.is_ascii_lowercase());
    !after("licentia ").is_empty() || after("--").iter().any(is_word)
}

/// Returns the literals of a file that name a command or a flag.
fn command_lines(file: &syn::File) -> Vec<String> {
    let mut literals = string_literals(file);
    literals.retain(|text| is_command_line(text));
    literals
}

#[test]
fn the_layers_below_the_command_line_name_no_command_and_no_flag() {
    let mut seen = 0;
    for layer in ["domain", "ops", "store", "signing"] {
        for source in sources(&format!("src/{layer}")) {
            if source.path.contains("test_") {
                continue;
            }
            seen += 1;
            let found = command_lines(&source.file());
            assert!(found.is_empty(), "{layer}/{} has {found:?}", source.path);
        }
    }
    assert!(seen >= 100, "{seen} files were read");
    // Only the command line writes hints as text.
    for layer in ["domain/", "ops/", "store/", "signing/"] {
        assert_eq!(callers(layer, "hint"), Vec::<String>::new(), "{layer} writes a hint");
    }
}

#[test]
fn command_lines_are_found_in_code_macros_and_attributes() {
    let file = |text: &str| syn::parse_file(text).expect("Rust");
    for text in [
        "fn f() { g(\"`licentia key list` shows them\") }",
        "fn f() -> String { format!(\"leave {x}: --seats {}\", 1) }",
        "fn f() { vec![g(&[\"--force\"])] }",
        "const A: &str = \"run licentia doctor\";",
        "#[error(\"give --out\")] struct A;",
        "macro_rules! m { () => { \"--yes\" } }",
    ] {
        assert_eq!(command_lines(&file(text)).len(), 1, "{text}");
    }
    for text in [
        "/// `licentia key list --all`\nfn f() {}",
        "//! --seats\nfn f() {}",
        "m! { /// The flag --seats.\nA = \"a\", }",
        "fn f() { /* --seats */ g(\"SELECT 1 -- a comment\") }",
        "#[cfg(test)] mod tests { const A: &str = \"--seats\"; }",
        "const A: &str = \"a dash - and a licentia-runtime\";",
    ] {
        assert_eq!(command_lines(&file(text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn one_verb_never_names_another() {
    let mut verbs = 0;
    for source in sources("src/commands") {
        let path = source.path.trim_end_matches(".rs");
        if path.ends_with("mod") || path.ends_with("/shared") {
            continue;
        }
        verbs += 1;
        let noun = path.split_once('/').map(|(noun, _)| noun);
        for name in Names::of(&source) {
            let above = noun.map_or("crate".to_owned(), |noun| format!("crate::commands::{noun}"));
            let name =
                name.strip_prefix("super::").map_or(name.clone(), |it| format!("{above}::{it}"));
            let Some(named) = name.strip_prefix("crate::commands::") else { continue };
            let mut words = named.split("::");
            let first = words.next().unwrap_or_default();
            // The shared items of the verb's own noun.
            let is_shared = noun == Some(first);
            assert!(is_shared, "{} names {name}", source.path);
            let item = words.next().unwrap_or_default().trim_start_matches("r#");
            let file = root().join("src/commands").join(first).join(format!("{item}.rs"));
            let is_own = source.path == format!("{first}/{item}.rs");
            let is_verb = item != "shared" && file.exists();
            assert!(is_own || !is_verb, "{} names its neighbor {name}", source.path);
        }
    }
    assert!(verbs >= 100, "{verbs} verbs were seen");
}

#[test]
fn files_do_not_import_each_other_in_a_cycle() {
    for folder in ["src", "runtime/src"] {
        let sources = sources(folder);
        let files: Vec<(&str, syn::File)> =
            sources.iter().map(|source| (source.path.as_str(), source.file())).collect();
        let files = files.iter().map(|(path, file)| (*path, file));
        let cycles: Vec<String> =
            ImportGraph::of(files).cycles().iter().map(Cycle::to_string).collect();
        assert!(cycles.is_empty(), "{folder}: files import each other:\n{}", cycles.join("\n"));
    }
}

/// The functions that add to a `revision`, with their files: `revision + 1`, `license.revision +=
/// 1`.
struct Increments {
    pub path: String,
    function: String,
    found: Vec<String>,
}

impl<'a> Visit<'a> for Increments {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.function = item.sig.ident.to_string();
        visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.function = item.sig.ident.to_string();
        visit::visit_impl_item_fn(self, item);
    }
    fn visit_expr_binary(&mut self, sum: &'a syn::ExprBinary) {
        let is_sum = matches!(sum.op, syn::BinOp::Add(_) | syn::BinOp::AddAssign(_));
        let is_revision = |side: &syn::Expr| match side {
            syn::Expr::Field(field) => {
                matches!(&field.member, syn::Member::Named(name) if name == "revision")
            }
            syn::Expr::Path(path) => path.path.is_ident("revision"),
            _ => false,
        };
        if is_sum && (is_revision(&sum.left) || is_revision(&sum.right)) {
            self.found.push(format!("{}: {}", self.path, self.function));
        }
        visit::visit_expr_binary(self, sum);
    }
}

#[test]
fn one_function_increments_a_revision() {
    let mut found = Vec::new();
    for source in sources("src") {
        let file = source.file();
        let mut sums = Increments { path: source.path, function: String::new(), found: Vec::new() };
        sums.visit_file(&file);
        found.append(&mut sums.found);
    }
    assert_eq!(found, ["domain/license/mod.rs: next_revision"]);
}

#[test]
fn sql_is_literal_and_names_its_columns() {
    for source in sources("src/store") {
        let text = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in [
            "execute(",
            "self.write(",
            "self.insert(",
            "self.texts(",
            "self.each(",
            "self.number(",
            "prepare_cached(",
            "prepare(",
            "query_row(",
            "execute_batch(",
        ] {
            for (at, _) in text.match_indices(call) {
                let argument = text[at + call.len()..].trim_start();
                let lawful = (source.path == "mod.rs" && argument.starts_with("sql)"))
                    || ["\"", "SCHEMA", "step", "values", "named_params", "[]", "newest"]
                        .iter()
                        .any(|start| argument.starts_with(start));
                assert!(
                    lawful,
                    "{}: SQL that is not literal: {call}{}",
                    source.path,
                    &argument[..argument.len().min(40)]
                );
            }
        }
        assert!(!text.contains("SELECT *"), "{} selects every column", source.path);
    }
}

#[test]
fn every_file_has_a_head_and_none_is_long() {
    for folder in ["src", "runtime/src"] {
        for source in sources(folder) {
            let head = source.text.lines().take_while(|line| line.starts_with("//!")).count();
            assert!(head >= 1, "{folder}/{} has no head", source.path);
            assert!(
                head <= 6 || source.path == "lib.rs",
                "{folder}/{}: a head of {head} lines",
                source.path
            );
            assert!(source.text.lines().count() <= 720, "{folder}/{} is too long", source.path);
            for name in ["util", "helper", "manager", "common", "misc"] {
                assert!(!source.path.contains(name), "{} is called {name}", source.path);
            }
        }
    }
}

#[test]
fn nothing_is_silenced_or_left_unfinished() {
    let forbidden = [
        ["#[all", "ow("].concat(),
        ["#[ign", "ore"].concat(),
        ["to", "do!"].concat(),
        ["db", "g!("].concat(),
        ["unimple", "mented!"].concat(),
    ];
    for folder in ["src", "runtime/src", "tests", "runtime/tests", "runtime/benches"] {
        for source in sources(folder) {
            for word in &forbidden {
                assert!(!source.text.contains(word), "{folder}/{} has {word}", source.path);
            }
        }
    }
    for source in sources("src").iter().chain(&sources("runtime/src")) {
        let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(!code.contains(".unwrap()"), "{} unwraps", source.path);
    }
}

#[test]
fn every_verdict_has_a_vector() {
    let codes = |text: &str| -> Vec<String> {
        let table = text.split("codes! {\n").last().unwrap_or_default();
        table
            .lines()
            .filter_map(|line| Some(line.split_once("= \"")?.1.split_once('"')?.0.to_owned()))
            .collect()
    };
    let files = codes(&std::fs::read_to_string(root().join("runtime/src/code.rs")).expect("read"));
    let vectors: String = std::fs::read_dir(root().join("runtime/tests/vectors"))
        .expect("the vectors")
        .map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("read"))
        .collect();
    assert!(files.len() >= 20, "{files:?}");
    for code in files {
        let (refused, warned) =
            (format!("\"code\": \"{code}\""), format!("\"warning\": \"{code}\""));
        assert!(vectors.contains(&refused) || vectors.contains(&warned), "no vector gets {code}");
    }
}

#[test]
fn every_dependency_has_a_reason() {
    for manifest in ["Cargo.toml", "runtime/Cargo.toml"] {
        let text = std::fs::read_to_string(root().join(manifest)).expect("read");
        let mut within = false;
        for line in text.lines() {
            if line.starts_with('[') {
                within = line.contains("dependencies]") && !line.contains("workspace.");
            } else if within && !line.trim().is_empty() {
                assert!(line.contains(" # "), "{manifest}: {line}");
            }
        }
    }
}

#[test]
fn every_promise_names_an_existing_test() {
    let model = std::fs::read_to_string(root().join("docs/threat-model.md")).expect("read");
    let security = model
        .split("## Promises")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .expect("the promises");
    let code: String = ["src", "tests", "runtime/src", "runtime/tests"]
        .iter()
        .flat_map(|folder| sources(folder).into_iter().map(|source| source.text))
        .collect();
    let vectors: Vec<String> = std::fs::read_dir(root().join("runtime/tests/vectors"))
        .expect("the vectors")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let promises: Vec<&str> = security
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| promise"))
        .collect();
    assert!(promises.len() >= 20, "{promises:?}");
    for promise in promises {
        let keeps = promise.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
        let names: Vec<&str> =
            keeps.split('`').skip(1).step_by(2).filter(|name| !name.contains('/')).collect();
        assert!(!names.is_empty() || keeps.contains("interop"), "no test keeps: {promise}");
        for name in names {
            let beginning = name.trim_end_matches('*');
            let is_vector = vectors.iter().any(|vector| vector.starts_with(beginning));
            assert!(is_vector || code.contains(&format!("fn {name}(")), "there is no test {name}");
        }
    }
}
