//! Answers of the real program, validated against the schemas that are published in
//! `docs/reference/schema/`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::env::program::ProgramHome;

/// The typed commands, one per line. `X=` keeps the serial of the answer for `{X}`.
const COMMANDS: &str = "\
init --vendor Acme --issuer https://acme.example --test --no-passphrase
key list
key show commercial
key create ci --edition trial --no-passphrase
key create ci --edition trial --no-passphrase --if-missing
key publish --out acme.keyset
key publish --jwks
key pin
key export commercial
product add p --name P
product add p --name P --if-missing
product add q --name Q --allow-login
product edit q --name Queue
product edit q --name Queue
product list
product show p
product export catalogue.toml
product apply catalogue.toml
module add p calc --name Calc
module add p calc.pro --parent calc
module edit p calc --name Calculator
module list p
module show p calc
module remove p calc.pro
customer add c --name C --email c@example.org
customer edit c --name Customer
customer list
customer show c
customer add d --name D
customer retire d
customer retire d --undo
company add c north --name North
company edit c north --name Northern
company list c
company show c north
user add c anna --name Anna --company north
user add c bo
user edit c bo --name Bo
user list c
user show c anna
L=license issue --customer c --product p --seats 5 --term 1y --reference ORDER-1 --unbound --out a.lic
license issue --customer c --product p --seats 5 --term 1y --reference ORDER-1 --unbound
license issue --customer c --product p --seats 5 --term 1y --unbound --dry-run
license list
license show {L}
license show ref:ORDER-1
license export {L}
license check a.lic
license edit {L} --seats 6 --dry-run
license edit {L} --seats 6
license extend {L} --by 1y
license suspend {L} --reason unpaid
license reinstate {L}
license renew --due
assignment add {L} anna bo
assignment list --license {L}
assignment remove {L} bo
assignment move {L} anna bo
S=session start {L} --user bo --host site
session show {S}
session touch {S}
session list
session end {S}
session prune
verify a.lic --product p --keyset acme.keyset
inspect a.lic
M=license issue --customer c --product p --seats 3
K=container create --customer c --kind dongle --hardware USB-1
container create --customer c --kind dongle --hardware USB-2 --dry-run
C=container create --customer c --kind cloud --out cloud.cred
container list
container show {K}
container edit {K} --label Hall
license activate {M} --container {K} --seats 2
license return {M} --container {K} --seats 1
container update {K} --out k.upd
container confirm {K} --reason seen
container show {K}
container block {K} --reason stolen
container unblock {K} --reason found
container attempts
credential list
credential rotate {C} --out cloud2.cred
credential check cloud2.cred
credential rotate {C} --dry-run
N=license issue --customer c --product p --seats 2 --container {C}
license move {N} --from {C} --to {K} --dry-run
recovery policy p
recovery policy p --any-initial 1
recovery quota {N}
recovery quota {C}
recovery grant {N} --reason support
recovery grant {C} --reason support
D=container create --customer c --kind cloud --out other.cred
recovery issue --from {C} --to {D} --reason lost --dry-run
R=recovery issue --from {C} --to {D} --reason lost
recovery list
recovery show {R}
recovery export {R} --out-dir files
recovery reverse {R} --reason found
T=ticket create --license {L}
T=ticket create --license {M} --unbound-allowed
ticket create --license {M} --dry-run
ticket list
ticket show {T}
ticket reissue {T}
ticket cancel {T}
status publish --out-dir status
status list
find anna
check
doctor
audit list
audit verify
audit anchor --dry-run
audit anchor --out head.anchor
audit verify --anchor head.anchor
audit export --out log.jsonl --dry-run
audit export --out log.jsonl
bundle --license {L} --out a.bundle
license replace {L} --seats 7
license revoke {M} --reason mistake
license delete --customer c --edition trial
";

/// Commands that fail.
const FAILURES: &[&str] = &["license show L-00000-00000", "nonsense", "customer show unknown"];

/// The published schemas, and the verbs that have them.
struct Published {
    index: Value,
}

impl Published {
    fn folder() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/schema")
    }

    fn read(name: &str) -> Value {
        let text = std::fs::read_to_string(Published::folder().join(name)).expect("read");
        serde_json::from_str(&text).expect("JSON")
    }

    fn new() -> Published {
        Published { index: Published::read("index.json") }
    }

    /// Fails unless an answer has one of the forms of its verb.
    fn check(&self, verb: &str, line: &str, answer: &Value) {
        let names = self.index[verb]["schemas"].as_array().cloned().unwrap_or_default();
        assert!(!names.is_empty(), "{line}: {verb:?} has no schema");
        let is_valid = |name: &Value| {
            let schema = Published::read(name.as_str().expect("a name"));
            jsonschema::validator_for(&schema).expect("a schema").is_valid(answer)
        };
        assert!(names.iter().any(is_valid), "{line}: not as {names:?} state: {answer:#}");
    }

    /// Returns the verb of a line: its first two words, or its first one.
    fn verb<'l>(&self, line: &'l str) -> &'l str {
        let mut ends = line.match_indices(' ').map(|(end, _)| end).chain([line.len()]);
        let (one, two) = (ends.next().unwrap_or_default(), ends.next().unwrap_or_default());
        let two = &line[..two.max(one)];
        if self.index.get(two).is_some() { two } else { &line[..one] }
    }
}

#[test]
fn answers_match_their_published_schemas() {
    let (home, published) = (ProgramHome::empty(), Published::new());
    let mut serials: BTreeMap<String, String> = BTreeMap::new();
    let mut count = 0;
    for line in COMMANDS.lines() {
        let (name, line) = match line.split_once('=').filter(|(name, _)| name.len() == 1) {
            Some((name, line)) => (Some(name), line),
            None => (None, line),
        };
        let fill = |line: String, (name, serial): (&String, &String)| {
            line.replace(&format!("{{{name}}}"), serial)
        };
        let line = serials.iter().fold(line.to_owned(), fill);
        let words: Vec<&str> = line.split(' ').chain(["--json", "--yes"]).collect();
        let output = home.ok(&words);
        let answer: Value = serde_json::from_slice(&output.stdout).expect(&line);
        published.check(published.verb(&line), &line, &answer);
        count += 1;
        if let Some(name) = name {
            let serial = answer["serial"].as_str().expect("a serial");
            serials.insert(name.to_owned(), serial.to_owned());
        }
    }
    for line in FAILURES {
        let words: Vec<&str> = line.split(' ').chain(["--json"]).collect();
        let output = home.run(&words);
        let error: Value = serde_json::from_slice(&output.stderr).expect(line);
        published.check("error", line, &error);
        count += 1;
    }
    assert!(count >= 100, "{count} answers");
}

#[test]
fn a_published_schema_allows_further_members_and_no_missing_ones() {
    let schema = Published::read("error.json");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let error =
        |code: &str| serde_json::json!({"error": {code: "x", "message": "m", "hint": null}});
    assert!(validator.is_valid(&error("code")));
    assert!(!validator.is_valid(&error("kode")));
    let mut later = error("code");
    later["later"] = 1.into();
    assert!(validator.is_valid(&later));
}
