//! The imports between the files of one crate, and their cycles. Paths are resolved as the compiler
//! resolves them: through modules, `use` and re-exports, to the file that declares the name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};

use syn::buffer::{Cursor, TokenBuffer};
use syn::ext::IdentExt as _;
use syn::visit::{self, Visit};

/// A module or a path, such as `["crate", "store", "Reader"]`.
type Segments = Vec<String>;

/// The files of a crate, and the files that each of them imports.
pub struct ImportGraph {
    /// For each file its imports, each with one path that causes it.
    imports: BTreeMap<String, BTreeMap<String, String>>,
}

/// Files that import each other, directly or through others.
#[derive(Debug)]
pub struct Cycle {
    /// The files, sorted.
    pub files: Vec<String>,
    /// The imports between them, one per line.
    imports: String,
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.files.join(", "), self.imports)
    }
}

impl ImportGraph {
    /// Reads the imports of a crate's files. A file's path is relative to the folder of the crate
    /// root, such as `store/open.rs`. Items with `#[cfg(test)]` are ignored. A module file imports
    /// nothing by declaring its children and re-exporting their names, but by using them.
    pub fn of<'f>(files: impl IntoIterator<Item = (&'f str, &'f syn::File)>) -> ImportGraph {
        let mut reader = Reader::default();
        for (path, file) in files {
            reader.read(path, file);
        }
        let Reader { modules, names, tests, .. } = reader;
        let mut imports: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for module in modules.0.values() {
            imports.entry(module.file.clone()).or_default();
        }
        for name in &names {
            let own = modules.file(&name.module);
            for import in modules.imported_files(name).into_iter().filter(|file| file != own) {
                let of_file = imports.entry(own.to_owned()).or_default();
                of_file.entry(import).or_insert_with(|| name.path.join("::"));
            }
        }
        let is_tested = |file: &str| !tests.iter().any(|test| module_of(file).starts_with(test));
        imports.retain(|file, _| is_tested(file));
        ImportGraph { imports }
    }

    /// Returns the largest groups of files in which each file imports each other file, directly or
    /// through others. A group has at least two files. Groups and files are sorted.
    pub fn cycles(&self) -> Vec<Cycle> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.imports.keys().map(|file| (file.as_str(), self.reachable(file))).collect();
        let groups: BTreeSet<Vec<&str>> = reached
            .iter()
            .map(|(file, others)| {
                let leads_back =
                    |other: &&&str| reached.get(**other).is_some_and(|all| all.contains(file));
                others.iter().filter(leads_back).copied().collect::<Vec<&str>>()
            })
            .filter(|group| group.len() > 1)
            .collect();
        groups.into_iter().map(|group| self.cycle(&group)).collect()
    }

    /// Returns the files that a file imports, directly or through others.
    fn reachable(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(file) = open.pop() {
            for import in self.imports.get(file).into_iter().flat_map(BTreeMap::keys) {
                if reached.insert(import.as_str()) {
                    open.push(import);
                }
            }
        }
        reached
    }

    /// Returns a group of files as a cycle, with the imports that make it one.
    fn cycle(&self, group: &[&str]) -> Cycle {
        let mut imports = String::new();
        for file in group {
            for (import, path) in self.imports.get(*file).into_iter().flatten() {
                if group.contains(&import.as_str()) {
                    writeln!(imports, "  {file} imports {import} ({path})").expect("written");
                }
            }
        }
        Cycle { files: group.iter().map(|file| (*file).to_owned()).collect(), imports }
    }
}

/// Returns the module that a file contains, as segments below the crate root.
fn module_of(path: &str) -> Segments {
    // Crate roots of their own, which no file of the library can import.
    if path == "main.rs" || path.starts_with("bin/") {
        return vec![path.to_owned()];
    }
    let mut module: Segments = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module == ["lib"] || module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

/// Returns whether an item exists in tests only.
pub fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test")
    })
}

/// The place where a path stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Code, a macro or an attribute.
    Code,
    /// A private `use`.
    Import,
    /// A `use` with a visibility.
    Reexport,
}

/// A path as a module writes it.
struct Name {
    module: Segments,
    path: Segments,
    place: Place,
    /// True if `*` follows the path.
    is_glob: bool,
}

/// A module of a file, or an inline module.
#[derive(Default)]
struct Module {
    file: String,
    /// The names that the module declares.
    items: BTreeSet<String>,
    /// The names that `use` brings into the module, with their paths as written.
    bindings: BTreeMap<String, Segments>,
    /// The paths that the module re-exports, as written.
    reexports: Vec<Segments>,
    /// The paths that the module re-exports with `*`, as written.
    globs: Vec<Segments>,
}

/// The modules of a crate.
#[derive(Default)]
struct Modules(BTreeMap<Segments, Module>);

impl Modules {
    fn file(&self, module: &[String]) -> &str {
        self.0.get(module).map_or("", |module| &module.file)
    }

    /// Returns the files that a path imports.
    fn imported_files(&self, name: &Name) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        // One word in code is no module: a variable may have the name of one.
        let is_word = name.place == Place::Code && name.path.len() == 1;
        if is_word && self.0.contains_key(&[name.module.as_slice(), &name.path].concat()) {
            return found;
        }
        let Some(target) = self.absolute(&name.module, &name.path) else { return found };
        if name.place == Place::Reexport && target.starts_with(&name.module) {
            return found;
        }
        self.declaring_files(&target, &mut found, &mut BTreeSet::new());
        if name.is_glob {
            let module = self.0.get(&target);
            for path in module.into_iter().flat_map(|module| &module.reexports) {
                if let Some(path) = self.absolute(&target, path) {
                    self.declaring_files(&path, &mut found, &mut BTreeSet::new());
                }
            }
        }
        found
    }

    /// Returns a path as segments below the crate root; nothing for a name of another crate, and
    /// for a name that the module declares.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Segments> {
        let mut path = path.to_vec();
        // A binding may begin with another binding. The limit stops a circle of bindings.
        for _ in 0..8 {
            let first = path.first()?.as_str();
            let ups = path.iter().take_while(|segment| *segment == "super").count();
            if ups > 0 {
                let above = module.get(..module.len().checked_sub(ups)?)?;
                return Some([above, path.get(ups..)?].concat());
            }
            if first == "crate" {
                return path.get(1..).map(<[String]>::to_vec);
            }
            if first == "self" {
                return Some([module, path.get(1..)?].concat());
            }
            if self.0.contains_key(&[module, path.get(..1)?].concat()) {
                return Some([module, path.as_slice()].concat());
            }
            let binding = self.0.get(module)?.bindings.get(first)?;
            path = [binding.as_slice(), path.get(1..)?].concat();
        }
        None
    }

    /// Adds the file that declares the name of a path below the crate root. Where a module
    /// re-exports others with `*`, all of them are candidates.
    fn declaring_files(
        &self,
        path: &[String],
        found: &mut BTreeSet<String>,
        seen: &mut BTreeSet<Segments>,
    ) {
        if !seen.insert(path.to_vec()) {
            return;
        }
        let longest = (0..=path.len()).rev().filter_map(|depth| path.split_at_checked(depth));
        let known = |(place, rest)| Some((self.0.get(place)?, place, rest));
        let Some((module, place, rest)) = longest.filter_map(known).next() else { return };
        let name = rest.first().filter(|name| !module.items.contains(*name));
        let target = name.and_then(|name| self.absolute(place, module.bindings.get(name)?));
        if let Some(target) = target {
            let rest = rest.get(1..).unwrap_or_default();
            return self.declaring_files(&[target.as_slice(), rest].concat(), found, seen);
        }
        found.insert(module.file.clone());
        if name.is_some() {
            for glob in module.globs.iter().filter_map(|glob| self.absolute(place, glob)) {
                self.declaring_files(&[glob.as_slice(), rest].concat(), found, seen);
            }
        }
    }
}

/// A visitor that collects the modules of files, and the paths that they write.
#[derive(Default)]
struct Reader {
    path: String,
    module: Segments,
    modules: Modules,
    names: Vec<Name>,
    /// The modules that exist in tests only.
    tests: Vec<Segments>,
}

impl Reader {
    fn read(&mut self, path: &str, file: &syn::File) {
        (self.path, self.module) = (path.to_owned(), module_of(path));
        self.declare(&file.items);
        self.visit_file(file);
    }

    /// Notes the module at which the reader is.
    fn declare(&mut self, items: &[syn::Item]) {
        let module = self.modules.0.entry(self.module.clone()).or_default();
        self.path.clone_into(&mut module.file);
        module.items.extend(items.iter().filter_map(item_name));
    }

    fn note(&mut self, path: Segments, place: Place, is_glob: bool) {
        self.names.push(Name { module: self.module.clone(), path, place, is_glob });
    }

    /// Notes the paths of a `use`, below those that stand before it.
    fn import(&mut self, before: &[String], tree: &syn::UseTree, place: Place) {
        let with = |ident: &syn::Ident| {
            // `a::{self}` names `a`.
            let is_group_itself = ident == "self" && !before.is_empty();
            let own = (!is_group_itself).then(|| ident.unraw().to_string());
            before.iter().cloned().chain(own).collect::<Segments>()
        };
        match tree {
            syn::UseTree::Path(path) => self.import(&with(&path.ident), &path.tree, place),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|item| self.import(before, item, place));
            }
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                let binding = path.last().cloned();
                self.bind(path, binding, place);
            }
            syn::UseTree::Rename(name) => {
                self.bind(with(&name.ident), Some(name.rename.unraw().to_string()), place);
            }
            syn::UseTree::Glob(_) => self.bind(before.to_vec(), None, place),
        }
    }

    /// Notes one imported path. No binding stands for `*`.
    fn bind(&mut self, path: Segments, binding: Option<String>, place: Place) {
        let is_glob = binding.is_none();
        let module = self.modules.0.entry(self.module.clone()).or_default();
        if place == Place::Reexport {
            module.reexports.push(path.clone());
            module.globs.extend(is_glob.then(|| path.clone()));
        }
        if let Some(binding) = binding {
            module.bindings.insert(binding, path.clone());
        }
        self.note(path, place, is_glob);
    }

    /// Notes the paths in the tokens of a macro or an attribute, which syn does not parse.
    fn scan(&mut self, mut tokens: Cursor<'_>) {
        let mut is_member = false;
        while !tokens.eof() {
            let is_dot = tokens.punct().is_some_and(|(punct, _)| punct.as_char() == '.');
            if let Some((inner, _, _, behind)) = tokens.any_group() {
                self.scan(inner);
                tokens = behind;
            } else if let Some((path, behind)) = path_at(tokens) {
                // A field or a method stands behind a dot.
                if !is_member {
                    self.note(path, Place::Code, false);
                }
                tokens = behind;
            } else if let Some((_, behind)) = tokens.token_tree() {
                tokens = behind;
            }
            is_member = is_dot;
        }
    }
}

/// Returns the path with which tokens begin, and the tokens behind it.
fn path_at(tokens: Cursor<'_>) -> Option<(Segments, Cursor<'_>)> {
    fn colon(tokens: Cursor<'_>) -> Option<Cursor<'_>> {
        let (punct, behind) = tokens.punct()?;
        (punct.as_char() == ':').then_some(behind)
    }
    let (first, mut behind) = tokens.ident()?;
    let mut path = vec![first.unraw().to_string()];
    while let Some((ident, next)) = colon(behind).and_then(colon).and_then(Cursor::ident) {
        path.push(ident.unraw().to_string());
        behind = next;
    }
    Some((path, behind))
}

/// Returns the name that an item declares, unless that is a module or a binding.
fn item_name(item: &syn::Item) -> Option<String> {
    let ident = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Macro(item) => item.ident.as_ref()?,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.unraw().to_string())
}

impl<'a> Visit<'a> for Reader {
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        self.module.push(item.ident.unraw().to_string());
        if is_test(&item.attrs) {
            self.tests.push(self.module.clone());
        } else if let Some((_, items)) = &item.content {
            self.declare(items);
            visit::visit_item_mod(self, item);
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        let is_private = matches!(item.vis, syn::Visibility::Inherited);
        if !is_test(&item.attrs) {
            self.import(&[], &item.tree, if is_private { Place::Import } else { Place::Reexport });
        }
    }

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        if !is_test(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let segments = path.segments.iter();
        let words = segments.map(|segment| segment.ident.unraw().to_string()).collect();
        self.note(words, Place::Code, false);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'a syn::Macro) {
        self.scan(TokenBuffer::new2(item.tokens.clone()).begin());
        visit::visit_macro(self, item);
    }

    fn visit_meta_list(&mut self, list: &'a syn::MetaList) {
        self.scan(TokenBuffer::new2(list.tokens.clone()).begin());
    }

    // The visibility `pub(super)` imports nothing.
    fn visit_visibility(&mut self, _: &'a syn::Visibility) {}
}

/// Returns the cycles among files that are given as path and text.
fn cycles_in(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let parsed: Vec<(&str, syn::File)> = files
        .iter()
        .map(|(path, text)| (*path, syn::parse_file(text).expect("the text of a file")))
        .collect();
    let graph = ImportGraph::of(parsed.iter().map(|(path, file)| (*path, file)));
    graph.cycles().into_iter().map(|cycle| cycle.files).collect()
}

#[test]
fn a_cycle_has_the_files_that_import_each_other_and_no_others() {
    let direct = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "use crate::a::A; use crate::c::C; pub struct B;"),
        ("c.rs", "pub struct C;"),
    ];
    assert_eq!(cycles_in(&direct), [["a.rs", "b.rs"]]);
    let through_others = [
        ("a.rs", "use crate::b::B;"),
        ("b.rs", "fn b() { crate::c::c() }"),
        ("c.rs", "fn c() -> Vec<super::a::A> { Vec::new() }"),
        ("d.rs", "use crate::a::A; use crate::e::E;"),
        ("e.rs", "use crate::d::D;"),
        ("f.rs", "use crate::f::F; use self::F as G; use crate::d::D; pub struct F;"),
    ];
    let both = [vec!["a.rs", "b.rs", "c.rs"], vec!["d.rs", "e.rs"]];
    assert_eq!(cycles_in(&through_others), both);
    let graph = syn::parse_file("use crate::b::B;")
        .and_then(|a| Ok([("a.rs", a), ("b.rs", syn::parse_file("use crate::a::A;")?)]))
        .map(|files| ImportGraph::of(files.iter().map(|(path, file)| (*path, file))))
        .expect("two files");
    let shown =
        "a.rs, b.rs\n  a.rs imports b.rs (crate::b::B)\n  b.rs imports a.rs (crate::a::A)\n";
    assert_eq!(graph.cycles().first().map(Cycle::to_string).as_deref(), Some(shown));
}

#[test]
fn a_path_leads_to_the_file_that_declares_the_name() {
    // Each `a` imports `b` in another way, and `b` imports `a`.
    let module = ("n/mod.rs", "mod a; mod b; pub use b::{self as other, B, b};");
    let b = ("n/b.rs", "use super::a::A; pub struct B; pub fn b() {}");
    for text in [
        "use super::b;",
        "use super::{b::{self}};",
        "use super::B as Renamed;",
        "use crate::n::{other::B};",
        "use crate::n::*;",
        "use crate::n; fn f() { n::b() }",
        "fn f(_: &[super::B]) {}",
        "fn f() { use super::b::B; }",
        "fn f() { <u8 as super::B>::new() }",
        "fn f() { vec![g(1, &super::b::B::new())]; }",
        "#[arg(value_parser = super::b)] struct S;",
        "mod inline { use super::super::B; }",
        "mod inline { pub use crate::n::B; } fn f(_: self::inline::B) {}",
    ] {
        let cycles = cycles_in(&[module, ("n/a.rs", text), b]);
        assert_eq!(cycles, [["n/a.rs", "n/b.rs"]], "{text}");
    }
    let private = ("n/mod.rs", "mod a; mod b; use b::B;");
    assert_eq!(
        cycles_in(&[private, ("n/a.rs", "use super::B;"), b]),
        [["n/a.rs", "n/b.rs"]],
        "a child may use the imports of its module file"
    );
    let raw = [("n/a.rs", "use super::r#move::M;"), ("n/move.rs", "use crate::n::a::A;")];
    assert_eq!(cycles_in(&raw), [["n/a.rs", "n/move.rs"]]);
}

#[test]
fn declarations_tests_and_equal_words_import_nothing() {
    let child = ("n/a.rs", "use super::N; pub struct A; pub fn a() {}");
    for text in [
        "mod a; pub use a::A; pub(crate) use self::a::a; pub struct N;",
        "mod a; #[cfg(test)] mod tests { use super::a::A; } pub struct N;",
        "mod a; #[cfg(test)] use a::A; #[cfg(test)] fn t() { a::a() } pub struct N;",
        "mod a; pub struct N; fn f(a: u8) -> u8 { a + N.a }",
        "mod a; pub struct N; pub(super) fn f() -> u8 { b::a::A + c::a!(x.a, a) }",
    ] {
        assert!(cycles_in(&[("n/mod.rs", text), child]).is_empty(), "{text}");
    }
    for text in [
        "mod a; pub use a::A; pub struct N(A);",
        "mod a; use a::A; pub struct N;",
        "mod a; pub struct N; fn f() { a::a() }",
        "mod a; pub struct N; fn f() { format!(\"{}\", a::a()) }",
    ] {
        let cycles = cycles_in(&[("n/mod.rs", text), child]);
        assert_eq!(cycles, [["n/a.rs", "n/mod.rs"]], "{text}");
    }
    let tests = [
        ("a.rs", "#[cfg(test)] mod tests; pub struct A;"),
        ("a/tests.rs", "use crate::a::A; use crate::b::B;"),
        ("b.rs", "use crate::a::tests::T; use crate::a::A;"),
        ("bin/tool.rs", "mod a; use crate::a::A;"),
        ("main.rs", "use serde; use serde::de as serde; fn main() { serde::f() }"),
    ];
    assert!(cycles_in(&tests).is_empty());
}
