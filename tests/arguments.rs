//! Random command lines: each ends with a documented exit status, without a panic and without an
//! internal error. Verbs, flags and values come from clap, so that new verbs are included.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::env::home::HomeWithContainers;

/// The number of command lines of the short form, which has a fixed seed. `LICENTIA_ARGUMENTS` is
/// the number of command lines of a longer run by hand, which has another seed each time.
const CASES: u32 = 6_000;

/// The seed of the short form: the same arguments in each run.
const SEED: [u8; 32] = *b"the short form of any arguments.";

/// Words that look like flags, in addition to those of clap.
const WORDS: &[&str] = &["--", "-", "-x", "--nonsense"];

/// Values of no particular argument.
const VALUES: &[&str] = &[
    "nordwind",
    "work-management",
    "other",
    "calculator",
    "calculator,calculator.pro=5",
    "calculator.pro",
    "anna",
    "anna,bo",
    "north",
    "commercial",
    "trial",
    "root",
    "1",
    "0",
    "-1",
    "10",
    "100000000000000000000",
    "4294967296",
    "2026-11-21",
    "2027-02-30",
    "9999-12-31",
    "0001-01-01",
    "1y",
    "3mo",
    "5m",
    "30d",
    "6w",
    "0d",
    "9999y",
    "none",
    "inherit",
    "named",
    "floating",
    "device",
    "block",
    "warn",
    "log",
    "a=b",
    "=",
    "",
    " ",
    "-",
    "a.lic",
    "acme.keyset",
    "nowhere/x",
    "out",
    "/dev/null",
    "/dev/full",
    "L-00000",
    "L-11111-11113",
    "L-11111-11112",
    "ref:R",
    "ref:N",
    "15min",
    "8h",
    "90s",
    "later",
    "suspended",
    "cleo",
    "S-0000",
    "S-00000-00000",
    "T-0000",
    "K-0000",
    "K-11111-11112",
    "F-0000",
    "cloud",
    "dongle",
    "a.cred",
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    "blocked",
    "ABCDE-FGHJK-MNPQR-STVWX-YZ012",
    "open",
    "c.toml",
    "c.csv",
    "nordw",
    "csv",
    "pem",
    "jwk",
    "keys/commercial.pem",
    "license,credential",
    "issue",
    "yes",
    "=no",
    "always",
    "python",
    "ref:",
    "table",
    "json",
    "bash",
    "2026-11-21T10:00:00Z",
    "-999999999-01-01T00:00:00Z",
    "parked",
    "base",
    "application",
    "cloud,usb",
    "https://a.example",
    "\u{1b}[2J",
    "ä",
    "日本",
    "x\ny",
];

/// Valid values of each argument, by its long flag or by the lower-case name of its value. `@K` is
/// the serial of the record with the reference K.
const FITTING: &[(&str, &[&str])] = &[
    ("license", &["ref:N", "ref:R", "@R", "ref:D"]),
    ("license|container", &["ref:R", "@K", "@D"]),
    ("product|license", &["work-management", "ref:R"]),
    ("container", &["@K", "@D"]),
    ("customer", &["nordwind"]),
    ("company", &["north", "none"]),
    ("product", &["work-management", "other"]),
    ("modules", &["calculator", "calculator,calculator.pro=5", "none"]),
    ("username", &["anna", "bo"]),
    ("user", &["anna", "bo"]),
    ("users", &["anna", "anna,bo"]),
    ("from", &["@D", "@K", "anna", "today", "later"]),
    ("to", &["@E", "@K", "bo"]),
    ("recovery", &["{recovery}"]),
    ("credential", &["{credential}", "a.cred"]),
    ("session", &["{session}"]),
    ("ticket", &["{ticket}"]),
    ("code", &["{code}", "nordwind", "calculator", "north", "other", "new"]),
    ("parent", &["calculator"]),
    ("home", &["."]),
    ("edition", &["commercial"]),
    ("request", &["none.ctx"]),
    ("containers", &["cloud"]),
    ("starts", &["2026-11-22"]),
    ("serial", &["@R", "{credential}"]),
    ("file", &["a.lic", "a.cred", "acme.keyset", "c.toml", "c.csv", "u.csv", "k.ctx"]),
    ("name", &["spare", "trial", "fresh"]),
    ("name|kid", &["spare", "trial"]),
    ("seats", &["1", "5"]),
    ("count", &["1"]),
    ("uses", &["1", "3"]),
    ("limit", &["1", "10"]),
    ("term", &["1y", "30d"]),
    ("by", &["1y", "3mo"]),
    ("ends", &["2030-01-01"]),
    ("last-day", &["2030-01-01"]),
    ("starts", &["2026-11-21"]),
    ("reason", &["lost", "X"]),
    ("keyset", &["acme.keyset"]),
    ("key", &["trial", "commercial"]),
    ("dir", &["out", "new"]),
];

/// An argument of a verb.
#[derive(Clone, Debug)]
struct Arg {
    /// The long flag; empty for a positional argument.
    flag: String,
    takes_value: bool,
    /// The valid values.
    fitting: Vec<String>,
}

/// A verb with the arguments that it takes.
#[derive(Clone, Debug)]
struct Verb {
    words: Vec<String>,
    /// The groups of required arguments. One argument of each group is required.
    required: Vec<Vec<Arg>>,
    optional: Vec<Arg>,
}

/// A choice of an argument, of a value, and of the kind of the value (random or valid).
type Choice = (Index, Index, u8);

impl Arg {
    /// Reads an argument of clap. `facts` replaces the placeholders in valid values.
    fn new(arg: &clap::Arg, facts: &BTreeMap<String, String>) -> Arg {
        let flag = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
        let possible = arg.get_possible_values().into_iter().map(|it| it.get_name().to_owned());
        let mut fitting: Vec<String> = possible.collect();
        for name in names(arg) {
            let known = FITTING.iter().filter(|(known, _)| *known == name);
            for value in known.flat_map(|(_, values)| *values) {
                fitting.push(facts.get(*value).cloned().unwrap_or_else(|| (*value).to_owned()));
            }
        }
        Arg { flag, takes_value: arg.get_action().takes_values(), fitting }
    }

    /// Returns the words of the argument.
    fn words(&self, (_, value, kind): &Choice) -> Vec<String> {
        let mut words = vec![self.flag.clone()];
        words.retain(|flag| !flag.is_empty());
        if self.takes_value {
            words.push(if *kind == 0 || self.fitting.is_empty() {
                value.get(VALUES).to_string()
            } else {
                value.get(&self.fitting).clone()
            });
        }
        words
    }
}

/// Returns the names of an argument in `FITTING`.
fn names(arg: &clap::Arg) -> Vec<String> {
    let values = arg.get_value_names().unwrap_or_default().iter().map(|name| name.to_lowercase());
    arg.get_long().map(str::to_owned).into_iter().chain(values).collect()
}

impl Verb {
    /// Reads a command of clap that has no subcommands.
    fn new(words: Vec<String>, command: &clap::Command, facts: &BTreeMap<String, String>) -> Verb {
        let groups: Vec<_> = command.get_groups().filter(|group| group.is_required_set()).collect();
        let in_group = |arg: &clap::Arg| {
            groups.iter().any(|group| group.get_args().any(|id| id == arg.get_id()))
        };
        let arg = |arg| Arg::new(arg, facts);
        let mut required: Vec<Vec<Arg>> = command
            .get_arguments()
            .filter(|it| it.is_required_set())
            .map(|it| vec![arg(it)])
            .collect();
        required.extend(groups.iter().map(|group| {
            let of_group = |it: &&clap::Arg| group.get_args().any(|id| id == it.get_id());
            command.get_arguments().filter(of_group).map(arg).collect()
        }));
        required.retain(|args: &Vec<Arg>| !args.is_empty());
        let optional = command
            .get_arguments()
            .filter(|it| !it.is_required_set() && !in_group(it))
            .map(arg)
            .collect();
        Verb { words, required, optional }
    }

    /// Returns a plausible command line: the required arguments and some others.
    fn meant(&self, required: &[Choice], others: &[Choice]) -> Vec<String> {
        let mut words = self.words.clone();
        for (args, choice) in self.required.iter().zip(required.iter().cycle()) {
            words.extend(choice.0.get(args).words(choice));
        }
        if !self.optional.is_empty() {
            words.extend(
                others.iter().flat_map(|choice| choice.0.get(&self.optional).words(choice)),
            );
        }
        words
    }
}

/// Returns the verbs, which are the commands without subcommands.
fn verbs(facts: &BTreeMap<String, String>) -> Vec<Verb> {
    fn walk(
        command: &clap::Command,
        path: &[String],
        facts: &BTreeMap<String, String>,
        verbs: &mut Vec<Verb>,
    ) {
        let below = command.get_subcommands().filter(|below| below.get_name() != "help");
        let before = verbs.len();
        for below in below {
            let path = [path, &[below.get_name().to_owned()]].concat();
            walk(below, &path, facts, verbs);
        }
        if verbs.len() == before {
            verbs.push(Verb::new(path.to_owned(), command, facts));
        }
    }
    let mut definition = licentia::definition();
    definition.build();
    let mut verbs = Vec::new();
    walk(&definition, &[], facts, &mut verbs);
    verbs
}

/// Generates random words after a verb or after a prefix of a verb.
fn words(verbs: &[Verb]) -> impl Strategy<Value = Vec<OsString>> + use<> {
    let args =
        || verbs.iter().flat_map(|verb| verb.required.iter().flatten().chain(&verb.optional));
    let mut flags: BTreeSet<String> =
        args().map(|arg| arg.flag.clone()).filter(|flag| !flag.is_empty()).collect();
    flags.extend(WORDS.iter().map(|word| (*word).to_owned()));
    let flags: Vec<String> = flags.into_iter().collect();
    let mut begun: BTreeSet<Vec<String>> = [Vec::new(), vec!["help".to_owned()]].into();
    for verb in verbs {
        begun.extend((1..=verb.words.len()).map(|length| verb.words[..length].to_owned()));
    }
    let begun: Vec<Vec<String>> = begun.into_iter().collect();
    let flag = || prop::sample::select(flags.clone());
    let word = prop_oneof![
        4 => prop::sample::select(VALUES).prop_map(OsString::from),
        4 => flag().prop_map(OsString::from),
        1 => (flag(), prop::sample::select(VALUES)).prop_map(|(flag, value)| OsString::from(format!("{flag}={value}"))),
        1 => "[^/]{0,12}".prop_map(OsString::from),
        1 => prop::collection::vec((1u8..).prop_filter("stays in its folder", |byte| *byte != b'/'), 0..8).prop_map(OsString::from_vec),
    ];
    let pair = (flag(), prop::sample::select(VALUES))
        .prop_map(|(flag, value)| vec![OsString::from(flag), OsString::from(value)]);
    let part = prop_oneof![2 => word.prop_map(|word| vec![word]), 3 => pair];
    (prop::sample::select(begun), prop::collection::vec(part, 0..8)).prop_map(|(verb, parts)| {
        verb.iter().map(OsString::from).chain(parts.into_iter().flatten()).collect()
    })
}

/// Generates plausible command lines: a verb, its required arguments, and flags that it accepts.
fn meant(verbs: &[Verb]) -> impl Strategy<Value = Vec<OsString>> + use<> {
    let choice = || (any::<Index>(), any::<Index>(), 0..6u8);
    let required = prop::collection::vec(choice(), 8);
    let others = prop::collection::vec(choice(), 0..3);
    let flag = |flag: &'static str| prop::option::of(Just(flag.to_owned()));
    let globals = (flag("--json"), flag("--yes"));
    (prop::sample::select(verbs.to_owned()), required, others, globals).prop_map(
        |(verb, required, others, (json, yes))| {
            let words = verb.meant(&required, &others).into_iter();
            words.chain(json).chain(yes).map(OsString::from).collect()
        },
    )
}

/// Creates a home with records of every kind. Returns it with the values of the placeholders.
fn home() -> (HomeWithContainers, BTreeMap<String, String>) {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 3").assert(0);
    home.issue("R", "--unbound --out a.lic");
    home.issue("N", "--model named --seats 2 --users anna --checkpoint 90d --unbound");
    home.issue("D", "--seats 2 --container @D");
    home.issue("L", "--seats 2 --container @E");
    home.line("key publish --out acme.keyset").assert(0);
    home.line("key create spare --edition trial").assert(0);
    home.line("key export spare --private --out k.pem").assert(0);
    home.line("credential rotate @K --out a.cred").assert(0);
    home.line("container context @K --out k.ctx").assert(0);
    home.line("product export c.toml").assert(0);
    home.env.write("c.csv", "code,name\nost,Ost\n");
    home.env.write("u.csv", "customer,username\nnordwind,cleo\n");
    let serial =
        |line: &str, member: &str| home.json(line)[member].as_str().expect("a serial").to_owned();
    let recovery = "recovery issue --from @E --to @D --reason lost --out-dir rec";
    let mut facts: BTreeMap<String, String> = [
        ("{recovery}", serial(recovery, "serial")),
        ("{session}", serial("session start ref:R --user bo", "serial")),
        ("{ticket}", serial("ticket create --license ref:D --uses 3", "serial")),
        ("{code}", serial("ticket create --license ref:D --uses 3", "code")),
        ("{credential}", serial("credential check a.cred", "serial")),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    for name in ["K", "D", "E", "R"] {
        facts.insert(format!("@{name}"), home.serial(name));
    }
    (home, facts)
}

#[test]
fn any_arguments_end_with_a_documented_status() {
    let (home, facts) = home();
    let verbs = verbs(&facts);
    let asked = std::env::var("LICENTIA_ARGUMENTS").ok();
    let is_long = asked.is_some();
    let cases = asked.map_or(CASES, |cases| cases.parse().expect("LICENTIA_ARGUMENTS is a number"));
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = if is_long {
        TestRunner::new(config)
    } else {
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &SEED))
    };
    let seen = std::cell::RefCell::new([0u32; 6]);
    let succeeded = std::cell::RefCell::new(BTreeSet::new());
    runner
        .run(&prop_oneof![1 => words(&verbs), 2 => meant(&verbs)], |args| {
            let ran = home.env.run_os(args.clone());
            prop_assert!(ran.status <= 5, "{:?}: {}", args, ran);
            prop_assert!(
                ran.status == 0 || !ran.err.is_empty() || !ran.out.is_empty(),
                "{:?} failed without a word",
                args
            );
            seen.borrow_mut()[usize::from(ran.status)] += 1;
            if ran.status == 0 && !args.iter().any(|word| word == "--help" || word == "--version") {
                succeeded.borrow_mut().insert(args);
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    let seen = seen.into_inner();
    assert!(
        seen.iter().all(|count| *count > 0),
        "every status is reached, or the vectors are too tame: {seen:?}"
    );
    let succeeded = succeeded.into_inner();
    let is_begun = |verb: &&Verb| {
        let begins = |args: &Vec<OsString>| {
            args.len() >= verb.words.len()
                && args.iter().zip(&verb.words).all(|(arg, word)| arg == word.as_str())
        };
        !succeeded.iter().any(begins)
    };
    let failed: Vec<_> = verbs.iter().filter(is_begun).map(|verb| verb.words.join(" ")).collect();
    // A customer that is retired early makes many verbs fail.
    assert!(
        failed.len() * 2 <= verbs.len(),
        "{} of {} verbs never succeeded: {failed:?}",
        failed.len(),
        verbs.len()
    );
    home.line("audit verify").assert(0);
}

/// Checks that each name in `FITTING` is the name of an argument.
#[test]
fn fitting_values_belong_to_existing_arguments() {
    fn walk(command: &clap::Command, known: &mut BTreeSet<String>) {
        known.extend(command.get_arguments().flat_map(names));
        command.get_subcommands().for_each(|below| walk(below, known));
    }
    let mut definition = licentia::definition();
    definition.build();
    let mut known = BTreeSet::new();
    walk(&definition, &mut known);
    let unknown: Vec<_> =
        FITTING.iter().map(|(name, _)| *name).filter(|name| !known.contains(*name)).collect();
    assert!(unknown.is_empty(), "no argument has these names: {unknown:?} of {known:?}");
}
