//! The language of the project: help, messages, comments, documents and man pages use plain
//! technical English with the terms of `docs/glossary.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

use crate::dependencies::import_graph::is_test;
use crate::dependencies::{Source, sources, string_literals};

/// Words with which no comment, help text or prompt begins. They begin a clause, and the text must
/// begin with a noun or a verb.
const OPENINGS: &[&str] = &["What", "Whatever", "Who", "Whose", "Whoever", "Whether", "How"];

/// Words and phrases that no text has, each with its replacement.
const BANNED: &[(&str, &str)] = &[
    ("he", "they, or the role"),
    ("his", "their"),
    ("him", "them"),
    ("nobody", "no user, no person"),
    ("somebody", "a user, a person"),
    ("anybody", "any user, any person"),
    ("whoever", "a person who"),
    ("books", "database, records"),
    ("desk", "command context, site"),
    ("seal", "signing"),
    ("sought", "search query"),
    ("brought", "imported"),
    ("stranger", "interoperability test"),
    ("strangers", "interoperability tests"),
    ("private part", "private key"),
    ("public part", "public key"),
    ("for ever", "permanently"),
];

/// The largest number of columns of a line.
const COLUMNS: usize = 100;

/// The documents that a test generates.
const GENERATED: &[&str] = &["docs/reference/json.md", "docs/reference/codes.md"];

/// The texts that break a rule for a reason: a part of the place, the word, and the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// A text of the project.
struct Text {
    /// The file, or the command of a help text.
    place: String,
    text: String,
    kind: Kind,
}

/// The kind of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Help,
    Literal,
    Doc,
    FunctionDoc,
    Document,
    ManPage,
}

impl Text {
    /// Returns the rules that the text breaks.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let first = self.text.split_whitespace().next().unwrap_or_default();
        let is_sentence = match self.kind {
            Kind::Help | Kind::Doc | Kind::FunctionDoc => true,
            Kind::Literal => self.text.trim_end().ends_with([':', '?']),
            Kind::Document | Kind::ManPage => false,
        };
        let is_place = self.kind == Kind::FunctionDoc && first == "Where";
        if is_sentence && OPENINGS.contains(&first) || is_place {
            faults.push(format!("begins with {first}"));
        }
        let words = words(&self.text);
        for (banned, replacement) in BANNED {
            if words.contains(&format!(" {banned} ")) {
                faults.push(format!("has {banned:?} (write {replacement})"));
            }
        }
        let is_excepted = |fault: &String| {
            let of_text = |(place, word, _): &&(&str, &str, &str)| {
                self.place.contains(place) && fault.contains(word)
            };
            EXCEPTIONS.iter().any(|exception| of_text(&exception))
        };
        faults.retain(|fault| !is_excepted(fault));
        faults
    }
}

/// Returns the words of a text in lower case, each between spaces.
fn words(text: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let words = text.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |text, word| text + &word.to_lowercase() + " ")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Returns the help texts of a command and of those below it.
fn help_of(command: &clap::Command, path: &str, texts: &mut Vec<Text>) {
    let place = format!("{path} {}", command.get_name());
    let mut add = |text: Option<&clap::builder::StyledStr>| {
        let text = text.map(ToString::to_string).unwrap_or_default();
        texts.push(Text { place: place.clone(), text, kind: Kind::Help });
    };
    add(command.get_about());
    add(command.get_long_about());
    for arg in command.get_arguments() {
        add(arg.get_help());
        add(arg.get_long_help());
    }
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        help_of(below, &place, texts);
    }
}

/// The doc comments of a file, each with whether it is that of a function.
#[derive(Default)]
struct Docs(Vec<(String, bool)>);

impl Docs {
    fn add(&mut self, attributes: &[syn::Attribute], is_function: bool) {
        let mut lines = Vec::new();
        for attribute in attributes.iter().filter(|it| it.path().is_ident("doc")) {
            if let syn::Meta::NameValue(value) = &attribute.meta
                && let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(line), .. }) = &value.value
            {
                lines.push(line.value());
            }
        }
        if !lines.is_empty() {
            self.0.push((lines.join("\n"), is_function));
        }
    }
}

impl<'a> Visit<'a> for Docs {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test(&module.attrs) {
            self.add(&module.attrs, false);
            visit::visit_item_mod(self, module);
        }
    }
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.add(&item.attrs, true);
        visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.add(&item.attrs, true);
        visit::visit_impl_item_fn(self, item);
    }
    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        self.add(&item.attrs, true);
        visit::visit_trait_item_fn(self, item);
    }
    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        self.add(&item.attrs, false);
        visit::visit_item_struct(self, item);
    }
    fn visit_item_enum(&mut self, item: &'a syn::ItemEnum) {
        self.add(&item.attrs, false);
        visit::visit_item_enum(self, item);
    }
    fn visit_item_trait(&mut self, item: &'a syn::ItemTrait) {
        self.add(&item.attrs, false);
        visit::visit_item_trait(self, item);
    }
    fn visit_item_const(&mut self, item: &'a syn::ItemConst) {
        self.add(&item.attrs, false);
        visit::visit_item_const(self, item);
    }
    fn visit_item_type(&mut self, item: &'a syn::ItemType) {
        self.add(&item.attrs, false);
        visit::visit_item_type(self, item);
    }
    fn visit_field(&mut self, field: &'a syn::Field) {
        self.add(&field.attrs, false);
        visit::visit_field(self, field);
    }
    fn visit_variant(&mut self, variant: &'a syn::Variant) {
        self.add(&variant.attrs, false);
        visit::visit_variant(self, variant);
    }
    fn visit_file(&mut self, file: &'a syn::File) {
        self.add(&file.attrs, false);
        visit::visit_file(self, file);
    }
}

/// Returns the comments and the messages of the sources.
fn of_sources(texts: &mut Vec<Text>) {
    for folder in ["src", "runtime/src"] {
        for source in sources(folder) {
            let Source { path, .. } = &source;
            let (place, file) = (format!("{folder}/{path}"), source.file());
            let mut docs = Docs::default();
            docs.visit_file(&file);
            texts.extend(docs.0.into_iter().map(|(text, is_function)| {
                let kind = if is_function { Kind::FunctionDoc } else { Kind::Doc };
                Text { place: place.clone(), text, kind }
            }));
            if folder == "src" && !path.starts_with("store/") && !path.contains("test") {
                let literals = string_literals(&file);
                let long = literals.into_iter().filter(|text| text.split(' ').count() >= 3);
                texts.extend(long.map(|text| Text {
                    place: place.clone(),
                    text,
                    kind: Kind::Literal,
                }));
            }
        }
    }
}

/// Returns the files of a folder with an ending.
fn files_of(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            files_of(&path, ending, files);
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
}

/// Returns the lines of a Markdown file without its code blocks and inline code.
fn prose(text: &str) -> Vec<String> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
            lines.push(String::new());
        } else if is_code {
            lines.push(String::new());
        } else {
            let parts = line.split('`').enumerate().filter(|(place, _)| place % 2 == 0);
            lines.push(parts.map(|(_, part)| part).collect::<Vec<_>>().join("`"));
        }
    }
    lines
}

/// Returns the prose of the documents.
fn of_documents(texts: &mut Vec<Text>) {
    let mut files = Vec::new();
    for folder in ["docs", "runtime"] {
        files_of(&root().join(folder), "md", &mut files);
    }
    for entry in std::fs::read_dir(root()).expect("the project") {
        files.push(entry.expect("an entry").path());
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    for path in files {
        let place = path.strip_prefix(root()).expect("below").to_string_lossy().into_owned();
        let text = prose(&std::fs::read_to_string(&path).expect("read")).join("\n");
        texts.push(Text { place, text, kind: Kind::Document });
    }
}

#[test]
fn texts_are_plain_english() {
    let mut texts = Vec::new();
    help_of(&licentia::definition(), "", &mut texts);
    of_sources(&mut texts);
    of_documents(&mut texts);
    let mut pages = Vec::new();
    for section in ["1", "8"] {
        files_of(&root().join("man"), section, &mut pages);
    }
    for page in pages {
        let text = std::fs::read_to_string(&page).expect("read");
        texts.push(Text { place: page.display().to_string(), text, kind: Kind::ManPage });
    }
    assert!(texts.len() > 3_000, "{} texts were read", texts.len());
    let mut found: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut report = String::new();
    for text in &texts {
        for fault in text.faults() {
            *found.entry(text.kind).or_default() += 1;
            let shown: String = text.text.trim().chars().take(70).collect();
            writeln!(report, "{}: {fault}: {shown:?}", text.place).expect("a text");
        }
    }
    assert!(found.is_empty(), "{found:?}\n{report}");
}

#[test]
fn texts_that_break_a_rule_are_found() {
    let faults = |kind, text: &str| {
        let (place, text) = ("src/a.rs".to_owned(), text.to_owned());
        Text { place, text, kind }.faults()
    };
    for (kind, text) in [
        (Kind::Help, "Whether files are overwritten"),
        (Kind::Doc, " What a license grants."),
        (Kind::FunctionDoc, " Where the file is."),
        (Kind::Literal, "Who may activate it:"),
        (Kind::Literal, "the books were changed, try again"),
        (Kind::Document, "The key keeps its edition for ever."),
        (Kind::ManPage, "The private\npart of the root key"),
    ] {
        assert_eq!(faults(kind, text).len(), 1, "{text:?}");
    }
    for (kind, text) in [
        (Kind::Doc, " Where the database is damaged, the path."),
        (Kind::Literal, "What is typed here is not a prompt"),
        (Kind::Document, "The bookseller sealed the desktop."),
        (Kind::FunctionDoc, " Returns how many seats are in use."),
    ] {
        assert_eq!(faults(kind, text), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn lines_of_comments_have_at_most_100_columns() {
    let mut long = Vec::new();
    for folder in ["src", "runtime/src", "tests"] {
        for Source { path, text } in sources(folder) {
            let mut is_code = false;
            for (number, line) in text.lines().enumerate() {
                let Some(comment) = line.trim_start().strip_prefix("//") else {
                    is_code = false;
                    continue;
                };
                if comment.trim_start_matches(['/', '!', ' ']).starts_with("```") {
                    is_code = !is_code;
                }
                let is_excepted = is_code || line.contains("://");
                if line.chars().count() > COLUMNS && !is_excepted {
                    long.push(format!("{folder}/{path}:{}", number + 1));
                }
            }
        }
    }
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn lines_of_documents_have_at_most_100_columns() {
    let mut files = Vec::new();
    files_of(&root().join("docs"), "md", &mut files);
    let tops = std::fs::read_dir(root()).expect("the project");
    files.extend(tops.map(|entry| entry.expect("an entry").path()));
    let is_generated = |path: &Path| GENERATED.iter().any(|generated| path.ends_with(generated));
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.retain(|path| !is_generated(path));
    let mut long = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("read");
        let lines = text.lines().zip(prose(&text)).enumerate();
        for (number, (line, prose)) in lines {
            let is_excepted = prose.is_empty() || line.starts_with('|') || line.contains("](");
            if line.chars().count() > COLUMNS && !is_excepted {
                long.push(format!("{}:{}", path.display(), number + 1));
            }
        }
    }
    assert!(long.is_empty(), "{} lines: {long:?}", long.len());
}
