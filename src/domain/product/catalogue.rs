//! The catalogue as a TOML file: products, their terms and their modules. A value that the file
//! omits is unchanged, `none` clears a value, `inherit` drops a term. Reading a file reports all
//! its diagnostics at once, each with its line and its key.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::str::FromStr;

use licentia_runtime::ProductKind;
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::Error;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::license::terms::{OrNone, TERMS, Term, Terms};
use crate::domain::module::{Module, tree};
use crate::domain::name::{Name, Slug, Url, did_you_mean};
use crate::domain::product::{ContainerKind, Product};
use crate::domain::recovery::{Member, Policy};
use crate::domain::remedy::Remedy;

/// A value with its line.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// The line, from 1.
    pub line: usize,
    /// The value.
    pub value: T,
}

/// A product in a catalogue file. An omitted value is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared {
    /// The code.
    pub code: At<Slug>,
    /// The name for people.
    pub name: Option<At<Name>>,
    /// The kind: base or application.
    pub kind: Option<At<ProductKind>>,
    /// The permission to log in with a license of the product.
    pub allow_login: Option<At<bool>>,
    /// The codes of the required base products.
    pub requires: Option<At<Vec<Slug>>>,
    /// The kinds of containers for the product.
    pub containers: Option<At<Vec<ContainerKind>>>,
    /// The address for renewals by customers.
    pub renew_url: Option<At<OrNone<Url>>>,
    /// The retirement: true if no new license is issued.
    pub retired: Option<At<bool>>,
    /// The stated terms in their stored form; `Null` for a dropped term.
    pub terms: Vec<(String, At<Value>)>,
    /// The stated settings; `None` for a dropped setting.
    pub set: Vec<(String, At<Option<String>>)>,
    /// The stated values of the recovery policy; `None` for a dropped value.
    pub recovery: Vec<(Member, At<Option<String>>)>,
    /// The modules, in the order of the file.
    pub modules: Vec<DeclaredModule>,
}

/// A module in a catalogue file.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclaredModule {
    /// The code.
    pub code: At<Slug>,
    /// The name for people.
    pub name: Option<At<OrNone<Name>>>,
    /// The code of the parent.
    pub parent: Option<At<OrNone<Slug>>>,
}

/// The word that drops a term.
const INHERIT: &str = "inherit";

impl Declared {
    /// Returns the key of a value of the product: `product.CODE.REST`.
    pub fn key(&self, rest: &str) -> String {
        let code = quoted(self.code.value.as_str());
        if rest.is_empty() { format!("product.{code}") } else { format!("product.{code}.{rest}") }
    }

    /// Returns the line of a term, or of the product if the file does not state the term.
    pub fn line_of(&self, term: &str) -> usize {
        self.terms.iter().find(|(name, _)| name == term).map_or(self.code.line, |(_, at)| at.line)
    }

    /// Returns the key of a term in the file: `term` for an end that is a duration.
    pub fn word_of<'t>(&self, term: &'t str) -> &'t str {
        let end = self
            .terms
            .iter()
            .find(|(name, _)| name == "ends")
            .and_then(|(_, at)| at.value.as_str());
        if term == "ends" && end.is_some_and(|text| !text.contains('-')) { "term" } else { term }
    }

    /// Returns terms with the stated terms in the place of the earlier ones. With `prune`, omitted
    /// terms are dropped.
    pub fn lay(&self, before: &Terms, prune: bool) -> Terms {
        let mut members = match serde_json::to_value(before) {
            Ok(Value::Object(members)) if !prune => members,
            _ => Map::new(),
        };
        let mut set: BTreeMap<String, String> =
            if prune { BTreeMap::new() } else { before.set.clone() };
        for (name, At { value, .. }) in &self.terms {
            if value.is_null() {
                drop(members.remove(name));
            } else {
                drop(members.insert(name.clone(), value.clone()));
            }
        }
        for (name, At { value, .. }) in &self.set {
            match value {
                Some(text) => drop(set.insert(name.clone(), text.clone())),
                None => drop(set.remove(name)),
            }
        }
        let terms: Terms = serde_json::from_value(Value::Object(members))
            .expect("terms that were read one by one are terms");
        Terms { set, ..terms }
    }

    /// Returns a recovery policy with the stated values in the place of the earlier ones. With
    /// `prune`, omitted values are dropped.
    pub fn lay_recovery(&self, before: &Policy, prune: bool) -> Policy {
        let mut policy = if prune { Policy::default() } else { before.clone() };
        for (member, At { value, .. }) in &self.recovery {
            policy.set(*member, value.clone());
        }
        policy
    }
}

impl DeclaredModule {
    /// Returns the key of a value of the module: `product.CODE.module.CODE.REST`.
    pub fn key(&self, product: &Declared, rest: &str) -> String {
        let code = quoted(self.code.value.as_str());
        let dot = if rest.is_empty() { "" } else { "." };
        product.key(&format!("module.{code}{dot}{rest}"))
    }
}

/// Reads a catalogue. Returns the products that can be read, and all diagnostics.
pub fn read(text: &str) -> (Vec<Declared>, Vec<Diagnostic>) {
    let (document, faults) = DeTable::parse_recoverable(text);
    let ends = text.match_indices('\n').map(|(place, _)| place).collect();
    let mut reader = Reader { ends, diagnostics: Vec::new() };
    for fault in faults {
        let line = fault.span().map_or(1, |span| reader.line(&span));
        let message = fault.message().replace('\n', "; ");
        let diagnostic = Diagnostic { line, key: String::new(), error: Error::usage(message) };
        if !reader.diagnostics.contains(&diagnostic) {
            reader.diagnostics.push(diagnostic);
        }
    }
    if !reader.diagnostics.is_empty() {
        return (Vec::new(), reader.diagnostics);
    }
    let mut products: Vec<Declared> = Vec::new();
    for (key, value) in ordered(document.get_ref()) {
        match key.get_ref().as_ref() {
            "product" => {
                for (code, value) in reader.entries("product", value) {
                    let product = reader.product(code, value);
                    let same = |other: &Declared| same(other.code.value.as_str(), code.get_ref());
                    if products.iter().any(same) {
                        reader.refuse(
                            code,
                            &format!("product.{}", quoted(code.get_ref())),
                            twice("product", code.get_ref()),
                        );
                    }
                    products.extend(product);
                }
            }
            other => reader.unknown(key, other, &["product"]),
        }
    }
    (products, reader.diagnostics)
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

fn twice(noun: &str, code: &str) -> Error {
    Error::usage(format!("{noun} {code} is declared twice"))
        .advice("codes do not distinguish upper and lower case")
}

type Key<'i> = Spanned<std::borrow::Cow<'i, str>>;
type Cell<'i> = Spanned<DeValue<'i>>;

/// Returns the entries of a table in the order of the file.
fn ordered<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Key<'i>, &'t Cell<'i>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

struct Reader {
    /// The offsets of the line feeds.
    ends: Vec<usize>,
    diagnostics: Vec<Diagnostic>,
}

const PRODUCT: &[&str] = &[
    "name",
    "kind",
    "allow-login",
    "requires",
    "containers",
    "renew-url",
    "retired",
    "terms",
    "recovery",
    "module",
];
const MODULE: &[&str] = &["name", "parent"];

impl Reader {
    fn line(&self, span: &Range<usize>) -> usize {
        self.ends.partition_point(|end| *end < span.start) + 1
    }

    fn refuse<T>(&mut self, at: &Spanned<T>, key: &str, error: Error) {
        let line = self.line(&at.span());
        self.diagnostics.push(Diagnostic { line, key: key.to_owned(), error });
    }

    fn unknown(&mut self, at: &Key<'_>, key: &str, known: &[&str]) {
        let last = at.get_ref().as_ref();
        let words = Remedy::advice(format!("the known keys are {}", known.join(", ")));
        let remedy = did_you_mean(last, known.iter().copied(), words);
        self.refuse(at, key, Error::usage(format!("unknown key {last:?}")).remedy(remedy));
    }

    /// Returns the entries of a value that must be a table.
    fn entries<'t, 'i>(
        &mut self,
        key: &str,
        value: &'t Cell<'i>,
    ) -> Vec<(&'t Key<'i>, &'t Cell<'i>)> {
        match value.get_ref() {
            DeValue::Table(table) => ordered(table),
            other => {
                let reason = format!("the value is {}; a table is required", kind_of(other));
                self.refuse(
                    value,
                    key,
                    Error::usage(reason).advice(format!("write the table as [{key}]")),
                );
                Vec::new()
            }
        }
    }

    /// Reads a text. Numbers and days are read as the flag reads them.
    fn text(&mut self, key: &str, value: &Cell<'_>) -> Option<At<String>> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
            DeValue::Datetime(day) => day.to_string(),
            other => {
                self.refuse(
                    value,
                    key,
                    Error::usage(format!("the value is {}; a string is required", kind_of(other))),
                );
                return None;
            }
        };
        Some(At { line: self.line(&value.span()), value: text })
    }

    fn parsed<T: FromStr<Err = Error>>(&mut self, key: &str, value: &Cell<'_>) -> Option<At<T>> {
        let At { line, value: text } = self.text(key, value)?;
        match text.parse() {
            Ok(parsed) => Some(At { line, value: parsed }),
            Err(error) => {
                self.refuse(value, key, error);
                None
            }
        }
    }

    fn flag(&mut self, key: &str, value: &Cell<'_>) -> Option<At<bool>> {
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(At { line: self.line(&value.span()), value: *flag }),
            other => {
                let error = Error::usage(format!(
                    "the value is {}; true or false is required",
                    kind_of(other)
                ));
                self.refuse(value, key, error);
                None
            }
        }
    }

    /// Reads a list of texts.
    fn list<T: FromStr<Err = Error>>(&mut self, key: &str, value: &Cell<'_>) -> Option<At<Vec<T>>> {
        let DeValue::Array(items) = value.get_ref() else {
            let error = Error::usage(format!(
                "the value is {}; a list is required",
                kind_of(value.get_ref())
            ));
            self.refuse(value, key, error.advice("write a list as [\"a\", \"b\"]"));
            return None;
        };
        let before = self.diagnostics.len();
        let items: Vec<T> =
            items.iter().filter_map(|item| self.parsed(key, item)).map(|at| at.value).collect();
        (before == self.diagnostics.len())
            .then(|| At { line: self.line(&value.span()), value: items })
    }

    fn product(&mut self, key: &Key<'_>, value: &Cell<'_>) -> Option<Declared> {
        let path = format!("product.{}", quoted(key.get_ref()));
        let code = match key.get_ref().parse() {
            Ok(code) => Some(At { line: self.line(&key.span()), value: code }),
            Err(error) => {
                self.refuse(key, &path, error);
                None
            }
        };
        let unnamed =
            At { line: self.line(&key.span()), value: Slug::stored(key.get_ref().to_string()) };
        let mut product = Declared {
            code: code.clone().unwrap_or(unnamed),
            name: None,
            kind: None,
            allow_login: None,
            requires: None,
            containers: None,
            renew_url: None,
            retired: None,
            terms: Vec::new(),
            set: Vec::new(),
            recovery: Vec::new(),
            modules: Vec::new(),
        };
        for (name, value) in self.entries(&path, value) {
            let at = format!("{path}.{}", quoted(name.get_ref()));
            match name.get_ref().as_ref() {
                "name" => product.name = self.parsed(&at, value),
                "kind" => {
                    product.kind = self
                        .parsed::<Kind>(&at, value)
                        .map(|kind| At { line: kind.line, value: kind.value.0 });
                }
                "allow-login" => product.allow_login = self.flag(&at, value),
                "requires" => product.requires = self.list(&at, value),
                "containers" => {
                    product.containers = self.list(&at, value);
                    if product.containers.as_ref().is_some_and(|kinds| kinds.value.is_empty()) {
                        let error = Error::usage("the list of containers is empty");
                        self.refuse(
                            value,
                            &at,
                            error.advice(
                                "list at least one of cloud, device and dongle, or omit the key",
                            ),
                        );
                    }
                }
                "renew-url" => product.renew_url = self.parsed(&at, value),
                "retired" => product.retired = self.flag(&at, value),
                "terms" => self.terms(&at, value, &mut product),
                "recovery" => self.recovery(&at, value, &mut product),
                "module" => {
                    for (code, value) in self.entries(&at, value) {
                        let module = self.module(&at, code, value);
                        if product
                            .modules
                            .iter()
                            .any(|other| same(other.code.value.as_str(), code.get_ref()))
                        {
                            self.refuse(
                                code,
                                &format!("{at}.{}", quoted(code.get_ref())),
                                twice("module", code.get_ref()),
                            );
                        }
                        product.modules.extend(module);
                    }
                }
                _ => self.unknown(name, &at, PRODUCT),
            }
        }
        code.map(|_| product)
    }

    fn recovery(&mut self, path: &str, value: &Cell<'_>, product: &mut Declared) {
        for (name, value) in self.entries(path, value) {
            let (word, at) =
                (name.get_ref().as_ref(), format!("{path}.{}", quoted(name.get_ref())));
            let Ok(member) = word.parse::<Member>() else {
                let known: Vec<&str> = Member::ALL.iter().map(|member| member.as_str()).collect();
                self.unknown(name, &at, &known);
                continue;
            };
            // The properties are a list, or one text as the flag reads it.
            let text = match (member, value.get_ref()) {
                (Member::MatchRequired, DeValue::Array(_)) => {
                    self.list::<Word>(&at, value).map(|at| {
                        let names: Vec<String> =
                            at.value.into_iter().map(|Word(name)| name).collect();
                        At {
                            line: at.line,
                            value: if names.is_empty() {
                                "none".to_owned()
                            } else {
                                names.join(",")
                            },
                        }
                    })
                }
                _ => self.text(&at, value),
            };
            let Some(text) = text else { continue };
            if text.value == INHERIT {
                product.recovery.push((member, At { line: text.line, value: None }));
                continue;
            }
            match member.read(&text.value) {
                Ok(read) => {
                    product.recovery.push((member, At { line: text.line, value: Some(read) }));
                }
                Err(error) => self.refuse(value, &at, error),
            }
        }
    }

    fn terms(&mut self, path: &str, value: &Cell<'_>, product: &mut Declared) {
        for (name, value) in self.entries(path, value) {
            let (word, at) =
                (name.get_ref().as_ref(), format!("{path}.{}", quoted(name.get_ref())));
            if word == "set" {
                for (key, value) in self.entries(&at, value) {
                    let at = format!("{at}.{}", quoted(key.get_ref()));
                    let Some(text) = self.text(&at, value) else { continue };
                    match crate::domain::license::terms::check_attribute(key.get_ref(), &text.value)
                    {
                        Err(error) => self.refuse(value, &at, error),
                        Ok(()) => {
                            let value = Some(text.value).filter(|text| text != INHERIT);
                            product
                                .set
                                .push((key.get_ref().to_string(), At { line: text.line, value }));
                        }
                    }
                }
                continue;
            }
            let is_meant = |term: &&Term| term.name == word || term.aliases.contains(&word);
            let Some(term) = TERMS.iter().find(is_meant) else {
                self.unknown(name, &at, &known_terms());
                continue;
            };
            // The modules are a list, or one text as the flag reads it.
            let text = match value.get_ref() {
                DeValue::Array(_) if word == "modules" => {
                    self.list::<crate::domain::module::Grant>(&at, value).map(|grants| At {
                        line: grants.line,
                        value: if grants.value.is_empty() {
                            "none".to_owned()
                        } else {
                            grants
                                .value
                                .iter()
                                .map(ToString::to_string)
                                .collect::<Vec<_>>()
                                .join(",")
                        },
                    })
                }
                _ => self.text(&at, value),
            };
            let Some(At { line, value: text }) = text else { continue };
            let word = term.name;
            if product.terms.iter().any(|(other, _)| other == word) {
                self.refuse(
                    value,
                    &at,
                    Error::usage("the end is declared twice").advice("use either ends or term"),
                );
                continue;
            }
            let value_of = if text == INHERIT { Value::Null } else { Value::String(text.clone()) };
            let words = term.words;
            if !words.is_empty() && text != INHERIT && !words.contains(&text.as_str()) {
                let error = Error::usage(format!("{text:?} is not a value of {word}"))
                    .advice(format!("choose one of {}", words.join(", ")));
                self.refuse(value, &at, error);
                continue;
            }
            // The value is checked in its stored form, so that a line of TOML and a flag have the
            // same meaning.
            let alone = Value::Object(
                [(word.to_owned(), value_of.clone())]
                    .into_iter()
                    .filter(|(_, it)| !it.is_null())
                    .collect(),
            );
            match serde_json::from_value::<Terms>(alone) {
                Ok(_) => product.terms.push((word.to_owned(), At { line, value: value_of })),
                Err(error) => self.refuse(value, &at, Error::usage(error.to_string())),
            }
        }
    }

    fn module(&mut self, path: &str, key: &Key<'_>, value: &Cell<'_>) -> Option<DeclaredModule> {
        let path = format!("{path}.{}", quoted(key.get_ref()));
        let line = self.line(&key.span());
        let code = key.get_ref().parse().map_err(|error| self.refuse(key, &path, error)).ok();
        let (mut name, mut parent) = (None, None);
        for (word, value) in self.entries(&path, value) {
            let at = format!("{path}.{}", quoted(word.get_ref()));
            match word.get_ref().as_ref() {
                "name" => name = self.parsed(&at, value),
                "parent" => parent = self.parsed(&at, value),
                _ => self.unknown(word, &at, MODULE),
            }
        }
        Some(DeclaredModule { code: At { line, value: code? }, name, parent })
    }
}

/// Returns the keys of the terms of a product.
fn known_terms() -> Vec<&'static str> {
    let names = TERMS.iter().flat_map(|term| [&[term.name], term.aliases].concat());
    names.chain(["set"]).collect()
}

/// An unchecked text.
struct Word(String);

impl FromStr for Word {
    type Err = Error;

    fn from_str(text: &str) -> Result<Word, Error> {
        Ok(Word(text.to_owned()))
    }
}

/// A kind of product, read from its word.
struct Kind(ProductKind);

impl FromStr for Kind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Kind, Error> {
        let known = [ProductKind::Base, ProductKind::Application]
            .into_iter()
            .find(|kind| kind.as_str() == text);
        known.map(Kind).ok_or_else(|| {
            Error::usage(format!("{text:?} is not a kind of product"))
                .advice("choose base or application")
        })
    }
}

fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a Boolean value",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Returns the catalogue in the form that [`read`] reads, after a comment of one line. The text of
/// the same products is always the same, byte for byte.
pub fn write(comment: &str, catalogue: &[(Product, Vec<Module>)]) -> String {
    let mut text = format!("# {comment}\n");
    for (product, modules) in catalogue {
        let code = quoted(product.code.as_str());
        let list = |words: Vec<&str>| words.into_iter().map(string).collect::<Vec<_>>().join(", ");
        let requires = list(product.requires.iter().map(Slug::as_str).collect());
        let containers = list(product.containers.iter().map(|kind| kind.as_str()).collect());
        let url = product.renew_url.as_ref().map_or("none", |url| url.as_str());
        let _ = write!(
            text,
            "\n[product.{code}]\nname = {}\nkind = {}\nallow-login = {}\nrequires = \
             [{requires}]\ncontainers = [{containers}]\nrenew-url = {}\nretired = {}\n",
            string(product.name.as_str()),
            string(product.kind.as_str()),
            product.allow_login,
            string(url),
            product.retired_at.is_some(),
        );
        if product.terms != Terms::default() {
            let _ = write!(text, "\n[product.{code}.terms]\n{}", written(&product.terms));
        }
        if !product.recovery.is_empty() {
            let _ = write!(text, "\n[product.{code}.recovery]\n{}", policy(&product.recovery));
        }
        if !modules.is_empty() {
            let _ = writeln!(text, "\n[product.{code}.module]");
        }
        for (_, module) in tree(modules) {
            let name = module.name.as_ref().map(|name| format!("name = {}", string(name.as_str())));
            let parent = module
                .parent
                .as_ref()
                .map(|parent| format!("parent = {}", string(parent.as_str())));
            let members: Vec<String> = parent.into_iter().chain(name).collect();
            let members = if members.is_empty() {
                "{}".to_owned()
            } else {
                format!("{{ {} }}", members.join(", "))
            };
            let _ = writeln!(text, "{} = {members}", quoted(module.code.as_str()));
        }
    }
    text
}

/// Returns a recovery policy, with a line for each value.
fn policy(policy: &Policy) -> String {
    let line = |(member, text): (Member, &str)| match member {
        Member::MatchRequired if text != "none" => {
            format!("{member} = [{}]\n", text.split(',').map(string).collect::<Vec<_>>().join(", "))
        }
        _ if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("{member} = {text}\n"),
        _ => format!("{member} = {}\n", string(text)),
    };
    policy.iter().map(line).collect()
}

/// Returns terms, with a line for each term.
fn written(terms: &Terms) -> String {
    let members = match serde_json::to_value(terms) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    };
    let line = |(name, value): (&String, &Value)| match (name.as_str(), value) {
        ("set", Value::Object(set)) => {
            let pairs = set.iter().map(|(key, value)| {
                format!("{} = {}", quoted(key), string(value.as_str().unwrap_or_default()))
            });
            format!("set = {{ {} }}\n", pairs.collect::<Vec<_>>().join(", "))
        }
        ("modules", Value::String(text)) if text != "none" => {
            let grants: Vec<String> = text.split(',').map(string).collect();
            format!("modules = [{}]\n", grants.join(", "))
        }
        // A day contains dashes, a duration does not.
        ("ends", Value::String(text)) if text != "none" && !text.contains('-') => {
            format!("term = {}\n", string(text))
        }
        (_, Value::String(text)) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{name} = {text}\n")
        }
        (_, value) => format!("{name} = {}\n", string(value.as_str().unwrap_or_default())),
    };
    members.iter().map(line).collect()
}

/// Returns a TOML string on one line.
fn string(text: &str) -> String {
    Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

/// Returns a TOML key, quoted if necessary.
fn quoted(key: &str) -> String {
    let is_bare = !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_bare { key.to_owned() } else { string(key) }
}
