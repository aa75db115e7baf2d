//! Whatever is typed: a documented exit status, no panic, and no defect.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::world::World;

/// How many argument vectors are tried.
const CASES: u32 = 20_000;

const VERBS: &[&[&str]] = &[
    &["key", "list"],
    &["key", "show"],
    &["key", "publish"],
    &["key", "create"],
    &["key", "import"],
    &["key", "export"],
    &["key", "passphrase"],
    &["key", "retire"],
    &["key", "revoke"],
    &["key", "pin"],
    &["product", "edit"],
    &["product", "retire"],
    &["module", "edit"],
    &["module", "remove"],
    &["customer", "edit"],
    &["customer", "retire"],
    &["company", "edit"],
    &["company", "remove"],
    &["user", "edit"],
    &["user", "remove"],
    &["product", "add"],
    &["product", "list"],
    &["product", "show"],
    &["module", "add"],
    &["module", "list"],
    &["module", "show"],
    &["customer", "add"],
    &["customer", "list"],
    &["customer", "show"],
    &["company", "add"],
    &["company", "list"],
    &["company", "show"],
    &["user", "add"],
    &["user", "list"],
    &["user", "show"],
    &["license", "issue"],
    &["license", "list"],
    &["license", "show"],
    &["license", "export"],
    &["audit", "list"],
    &["audit", "verify"],
    &["verify"],
    &["inspect"],
    &["completions"],
    &["init"],
    &["license"],
    &["man"],
    &["quickstart"],
    &["help"],
    &[],
];

const FLAGS: &[&str] = &[
    "--json",
    "--dry-run",
    "--yes",
    "--no-input",
    "--quiet",
    "--actor",
    "--home",
    "--format",
    "--passphrase-file",
    "--new-passphrase-file",
    "--root-key",
    "--color",
    "--verbose",
    "--kinds",
    "--products",
    "--max-term",
    "--max-seats",
    "--max-files",
    "--purposes",
    "--purpose",
    "--not-after",
    "--private",
    "--as",
    "--keep-private",
    "--reason",
    "--lang",
    "--undo",
    "--all",
    "--username",
    "--name",
    "--kind",
    "--parent",
    "--requires",
    "--containers",
    "--renew-url",
    "--allow-login",
    "--if-missing",
    "--email",
    "--reference",
    "--company",
    "--admin",
    "--customer",
    "--product",
    "--edition",
    "--users",
    "--key",
    "--unbound",
    "--out",
    "--out-dir",
    "--force",
    "--model",
    "--seats",
    "--modules",
    "--starts",
    "--ends",
    "--last-day",
    "--term",
    "--checkpoint",
    "--grace",
    "--offline-days",
    "--offline-starts",
    "--enforcement",
    "--hosts-per-user",
    "--set",
    "--limit",
    "--after",
    "--state",
    "--ends-before",
    "--since",
    "--until",
    "--action",
    "--subject",
    "--process",
    "--keyset",
    "--root",
    "--user",
    "--at",
    "--allow-test",
    "--jwks",
    "--vendor",
    "--issuer",
    "--test",
    "--no-passphrase",
    "--help",
    "--version",
    "--",
    "-q",
    "-x",
    "--nonsense",
];

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

fn words() -> impl Strategy<Value = Vec<OsString>> {
    let word = prop_oneof![
        4 => prop::sample::select(VALUES).prop_map(OsString::from),
        4 => prop::sample::select(FLAGS).prop_map(OsString::from),
        1 => (prop::sample::select(FLAGS), prop::sample::select(VALUES)).prop_map(|(flag, value)| OsString::from(format!("{flag}={value}"))),
        1 => "[^/]{0,12}".prop_map(OsString::from),
        1 => prop::collection::vec((1u8..).prop_filter("stays in its folder", |byte| *byte != b'/'), 0..8).prop_map(OsString::from_vec),
    ];
    let pair = (prop::sample::select(FLAGS), prop::sample::select(VALUES))
        .prop_map(|(flag, value)| vec![OsString::from(flag), OsString::from(value)]);
    let part = prop_oneof![2 => word.prop_map(|word| vec![word]), 3 => pair];
    (prop::sample::select(VERBS), prop::collection::vec(part, 0..8))
        .prop_map(|(verb, parts)| verb.iter().map(OsString::from).chain(parts.into_iter().flatten()).collect())
}

/// Command lines that could be meant: the verb with what it needs, and the flags that it takes.
const MEANT: &[(&[&str], &[&str])] = &[
    (
        &["license", "issue", "--customer", "nordwind", "--product", "work-management"],
        &[
            "--seats",
            "--modules",
            "--starts",
            "--ends",
            "--last-day",
            "--term",
            "--checkpoint",
            "--grace",
            "--offline-days",
            "--offline-starts",
            "--enforcement",
            "--hosts-per-user",
            "--set",
            "--model",
            "--edition",
            "--users",
            "--key",
            "--unbound",
            "--out",
            "--out-dir",
            "--reference",
            "--company",
        ],
    ),
    (&["license", "list"], &["--customer", "--product", "--edition", "--state", "--ends-before", "--limit", "--after"]),
    (&["license", "show", "ref:R"], &["--format"]),
    (&["license", "export", "ref:R"], &["--out", "--out-dir", "--force"]),
    (
        &["product", "add", "p", "--name", "P"],
        &["--kind", "--requires", "--containers", "--renew-url", "--term", "--seats", "--modules", "--if-missing"],
    ),
    (&["module", "add", "work-management"], &["--parent", "--name", "--if-missing"]),
    (&["customer", "add"], &["--name", "--email", "--reference", "--if-missing"]),
    (&["user", "add", "nordwind"], &["--name", "--email", "--company", "--admin", "--if-missing"]),
    (&["company", "add", "nordwind"], &["--name", "--if-missing"]),
    (
        &["key", "create", "k", "--edition", "commercial"],
        &[
            "--kinds",
            "--products",
            "--max-term",
            "--max-seats",
            "--max-files",
            "--purposes",
            "--not-after",
            "--if-missing",
            "--dry-run",
        ],
    ),
    (&["key", "import", "imported", "k.pem", "--edition"], &["--kinds", "--products", "--max-term", "--dry-run"]),
    (&["key", "export", "commercial"], &["--private", "--as", "--out", "--force"]),
    (&["key", "passphrase"], &["--new-passphrase-file", "--passphrase-file"]),
    (&["key", "retire"], &["--keep-private", "--dry-run", "--yes"]),
    (&["key", "revoke"], &["--reason", "--since", "--dry-run", "--yes"]),
    (&["key", "pin"], &["--lang"]),
    (
        &["product", "edit", "other"],
        &["--name", "--kind", "--requires", "--containers", "--renew-url", "--term", "--seats", "--modules", "--grace", "--set"],
    ),
    (&["product", "retire"], &["--undo", "--dry-run"]),
    (&["module", "edit", "work-management"], &["--parent", "--name"]),
    (&["module", "remove", "work-management"], &["--yes", "--dry-run"]),
    (&["customer", "edit"], &["--name", "--email", "--reference"]),
    (&["customer", "retire"], &["--undo", "--dry-run"]),
    (&["company", "edit", "nordwind"], &["--name"]),
    (&["company", "remove", "nordwind"], &["--yes", "--dry-run"]),
    (&["user", "edit", "nordwind"], &["--username", "--name", "--email", "--company", "--admin"]),
    (&["user", "remove", "nordwind"], &["--yes", "--dry-run"]),
    (&["key", "publish"], &["--jwks", "--edition", "--out", "--force"]),
    (&["audit", "list"], &["--since", "--until", "--actor", "--action", "--subject", "--process", "--limit", "--after"]),
    (&["verify", "a.lic"], &["--keyset", "--root", "--product", "--user", "--at", "--allow-test"]),
    (&["inspect"], &["--json"]),
];

fn meant() -> impl Strategy<Value = Vec<OsString>> {
    let line = prop::sample::select(MEANT).prop_flat_map(|(verb, flags)| {
        let flag = (prop::sample::select(flags), prop::sample::select(VALUES)).prop_map(|(flag, value)| match flag {
            "--unbound" | "--force" | "--if-missing" | "--admin" | "--allow-test" | "--jwks" | "--json" | "--private"
            | "--undo" | "--keep-private" | "--yes" | "--dry-run" => vec![flag],
            _ => vec![flag, value],
        });
        let given = prop::option::of(prop::sample::select(VALUES));
        (Just(verb), given, prop::collection::vec(flag, 0..4), prop::option::of(Just("--json")))
    });
    line.prop_map(|(verb, given, flags, json)| {
        verb.iter()
            .copied()
            .chain(given.filter(|_| verb.len() < 4))
            .chain(flags.into_iter().flatten())
            .chain(json)
            .map(OsString::from)
            .collect()
    })
}

#[test]
fn twenty_thousand_argument_vectors_end_with_a_documented_status() {
    let world = World::with_catalogue();
    world.line("license issue --customer nordwind --product work-management --reference R --out a.lic").assert(0);
    world.line("key publish --out acme.keyset").assert(0);
    world.line("key create spare --edition trial").assert(0);
    world.line("key export spare --private --out k.pem").assert(0);
    let mut seen = [0u32; 6];
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let counted = std::cell::RefCell::new(&mut seen);
    runner
        .run(&prop_oneof![words(), meant()], |args| {
            let ran = world.run_os(args.clone());
            prop_assert!(ran.status <= 5, "{:?}: {}", args, ran);
            prop_assert!(ran.status == 0 || ran.status == 4 || !ran.err.is_empty(), "{:?} failed without a word", args);
            counted.borrow_mut()[usize::from(ran.status)] += 1;
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(seen.iter().all(|count| *count > 0), "every status is reached, or the vectors are too tame: {seen:?}");
    world.line("audit verify").assert(0);
}
