//! Random commands in one home, with a moving clock. After each command, the number of seats in use
//! or assigned is within the license, revisions only rise, a placement has one current file, and
//! the database agrees with every stored token.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use licentia_runtime::container::{Folder, System};
use licentia_runtime::{Entries, Entry, Packed};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rusqlite::Connection;
use serde_json::Value;

use crate::env::computer::{Computer, copy};
use crate::env::{TestEnvironment, claims, rows_of};

/// The number of walks of the short form, which has a fixed seed. `LICENTIA_WALKS` sets the number
/// of walks of the long form, which is run by hand. The long form has a new seed in each run, and
/// most commands must succeed in it (`docs/reliability.md`).
const WALKS: u32 = 16;
/// The seed of the short form.
const SEED: [u8; 32] = *b"the short form of random walks..";
/// The maximum number of commands in a walk.
const STEPS: usize = 40;

/// A filter of a list.
struct Filter {
    /// The verb, such as `license list`.
    list: &'static str,
    flag: &'static str,
    /// The values. A query stands for the values of the existing records.
    values: &'static [&'static str],
    /// Returns whether a row of the complete list belongs to the filtered list.
    fits: fn(&Value, &str) -> bool,
}

impl Filter {
    const fn new(
        list: &'static str,
        flag: &'static str,
        values: &'static [&'static str],
        fits: fn(&Value, &str) -> bool,
    ) -> Filter {
        Filter { list, flag, values, fits }
    }
}

/// The filters of the lists whose records the walks change.
const FILTERS: &[Filter] = &[
    Filter::new(
        "license list",
        "--state",
        &[
            "active",
            "parked",
            "expired",
            "suspended",
            "withdrawn",
            "replaced",
            "revoked",
            "deleted",
        ],
        |it, state| it["state"] == state,
    ),
    Filter::new("license list", "--edition", &["commercial", "trial"], |it, edition| {
        it["edition"] == edition && it["state"] != "deleted"
    }),
    Filter::new("license list", "--product", &["other", "work-management"], |it, product| {
        it["product"] == product && it["state"] != "deleted"
    }),
    Filter::new("license list", "--customer", &["nordwind"], |it, customer| {
        it["customer"] == customer && it["state"] != "deleted"
    }),
    Filter::new("license list", "--ends-before", &["2026-12-25", "2027-11-22"], |it, day| {
        it["ends"].as_str().is_some_and(|ends| ends < day) && it["state"] != "deleted"
    }),
    Filter::new("session list", "--user", &["anna", "bo"], |it, user| {
        it["user"] == user && it["state"] != "ended"
    }),
    Filter::new("session list", "--customer", &["nordwind"], |it, _| it["state"] != "ended"),
    Filter::new(
        "ticket list",
        "--state",
        &["open", "used", "expired", "cancelled"],
        |it, state| it["state"] == state,
    ),
    Filter::new("ticket list", "--customer", &["nordwind", "sued"], |it, customer| {
        it["customer"] == customer && it["state"] != "cancelled"
    }),
    Filter::new("ticket list", "--license", LICENSES, |it, license| {
        has(&it["licenses"], license) && it["state"] != "cancelled"
    }),
    Filter::new("session list", "--license", LICENSES, |it, license| {
        it["license"] == license && it["state"] != "ended"
    }),
    Filter::new("recovery list", "--license", LICENSES, |it, license| {
        it["licenses"].as_array().is_some_and(|licenses| {
            licenses.iter().any(|recovered| recovered["license"] == license)
        })
    }),
    Filter::new("recovery list", "--container", CONTAINERS, |it, container| {
        it["from"] == container || it["to"] == container
    }),
    Filter::new("credential list", "--container", CONTAINERS, |it, container| {
        it["container"] == container && it["state"] == "active"
    }),
    Filter::new("container list", "--kind", &["cloud", "device", "dongle"], |it, kind| {
        it["kind"] == kind && it["state"] != "retired"
    }),
    Filter::new(
        "container list",
        "--state",
        &["active", "blocked", "suspect", "resync", "lost", "retired"],
        |it, state| it["state"] == state,
    ),
    Filter::new("container list", "--customer nordwind --user", &["anna", "bo"], |it, user| {
        it["customer"] == "nordwind" && it["user"] == user && it["state"] != "retired"
    }),
    Filter::new("container list", "--customer", &["nordwind", "sued"], |it, customer| {
        it["customer"] == customer && it["state"] != "retired"
    }),
    Filter::new("recovery list", "--customer", &["nordwind", "sued"], |it, customer| {
        it["customer"] == customer
    }),
    Filter::new("credential list", "--customer", &["nordwind", "sued"], |it, customer| {
        it["customer"] == customer && it["state"] == "active"
    }),
    Filter::new(
        "audit list",
        "--action",
        &["license.issue", "session.end", "ticket.refuse"],
        |it, action| it["action"] == action,
    ),
    Filter::new(
        "audit list",
        "--since",
        &["2026-11-21T10:00:00Z", "2026-11-25T00:00:00Z"],
        |it, since| it["at"].as_str().is_some_and(|at| at >= since),
    ),
    Filter::new(
        "audit list",
        "--until",
        &["2026-11-21T10:00:01Z", "2026-11-25T00:00:00Z"],
        |it, until| it["at"].as_str().is_some_and(|at| at < until),
    ),
    Filter::new("audit list", "--process", &["licentia", "other"], |it, process| {
        it["process"] == process
    }),
];

/// The query of all licenses.
const LICENSES: &[&str] = &["SELECT serial FROM license"];
/// The query of all containers.
const CONTAINERS: &[&str] = &["SELECT serial FROM container"];

/// Returns whether a list contains a text.
fn has(list: &Value, text: &str) -> bool {
    list.as_array().is_some_and(|items| items.iter().any(|item| item == text))
}

/// Returns the clap command of a verb.
fn command_of(verb: &str) -> clap::Command {
    verb.split(' ').fold(licentia::definition(), |command, word| {
        command.find_subcommand(word).unwrap_or_else(|| panic!("there is no {verb}")).clone()
    })
}

#[test]
fn each_filter_of_a_walked_list_is_checked() {
    // The arguments that select a page of a list. The subject of an audit entry has its own test
    // (`tests/commands/audit.rs`): the subject of a license selects its whole life cycle.
    const OTHERS: &[&str] = &["limit", "after", "last", "subject"];
    let lists: BTreeSet<&str> = FILTERS.iter().map(|filter| filter.list).collect();
    let mut missing = Vec::new();
    for list in lists {
        let command = command_of(list);
        let flags = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        for long in flags.filter_map(clap::Arg::get_long).filter(|long| !OTHERS.contains(long)) {
            let flag = format!("--{long}");
            let is_checked =
                FILTERS.iter().any(|filter| filter.list == list && filter.flag.ends_with(&flag));
            if !is_checked {
                missing.push(format!("{list} {flag}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// A command with placeholders. The existing records replace the placeholders when the command
/// runs.
#[derive(Clone, Debug)]
struct Step {
    line: &'static str,
    license: usize,
    user: usize,
    other: usize,
    session: usize,
    number: u32,
}

/// The commands. `{k}` and `{j}` are containers, `{m}` is the container of the computer, `device`
/// is a step of its administrator, `{l}` is a license, `{u}` and `{v}` are users, `{s}` a session,
/// `{t}` a ticket, `{r}` a recovery, `{c}` a code that was shown once, `{n}` a number from 1 to 4.
const LINES: &[&str] = &[
    "license issue --customer nordwind --product other --model floating --seats {n} --term 1y \
     --unbound",
    "license issue --customer nordwind --product other --model named --seats {n} --users {u} \
     --term 30d --unbound",
    "license issue --customer nordwind --product other --model named --seats {n} --checkpoint 10d \
     --unbound",
    "license issue --customer nordwind --product work-management --edition trial --seats {n} \
     --modules calculator",
    "license edit {l} --seats {n}",
    "license edit {l} --model named",
    "license edit {l} --model floating",
    "license edit {l} --model device",
    "license edit {l} --ends none",
    "license edit {l} --term {n}y --grace {n}d",
    "license edit {l} --hosts-per-user {n}",
    "license edit {l} --add-modules export={n}",
    "license edit {l} --remove-modules export",
    "license edit {l} --add-modules calculator,calculator.pro={n} --end-old {n}d",
    "license edit {l} --modules none",
    "license extend {l} --by {n}mo",
    "license extend {l} --by {n}mo --from today --reference E-{n}",
    "license activate {l} --unbound",
    "license return {l} --unbound",
    "license renew {l}",
    "license renew --due --within {n}d",
    "license switch {l} --edition commercial --term 1y",
    "license switch {l} --edition trial --seats {n} --term 1y",
    "license replace {l}",
    "license replace {l} --seats {n} --ends none --reference P-{n}",
    "license suspend {l}",
    "license reinstate {l}",
    "license withdraw {l} --reason X",
    "license revoke {l} --reason X",
    "license delete {l}",
    "license delete --customer nordwind --edition trial",
    "assignment add {l} {u}",
    "assignment add {l} {u} {v}",
    "assignment add {l} {u} {v} --if-missing",
    "assignment remove {l} {u}",
    "assignment move {l} {u} {v}",
    "session start {l} --user {u}",
    "session start {l} --user {u} --host h{n} --ttl {n}h",
    "session start {l} --user {v} --host h{n} --ttl 1d",
    "session touch {s}",
    "session end {s}",
    "session end {s} --after {n}min",
    "session prune",
    "ticket create --license {l} --unbound-allowed --uses {n}",
    "ticket create --license {l} --unbound-allowed --expires 2026-12-01",
    "ticket redeem {c} --unbound",
    "ticket redeem {c} --unbound --out-dir out --force",
    "ticket cancel {t}",
    "ticket reissue {t}",
    "container create --customer nordwind --kind cloud --out-dir creds",
    "container create --customer nordwind --kind cloud --user {u} --label place{n} --out-dir creds",
    "container create --customer nordwind --kind dongle --hardware H{n}",
    "container create --customer sued --kind dongle --hardware H{n}",
    "license issue --customer nordwind --product other --seats {n} --term 1y --container {k}",
    "license issue --customer sued --product other --seats {n} --container {k}",
    "license activate {l} --container {k}",
    "license activate {l} --container {k} --seats {n}",
    "license return {l} --container {k}",
    "license return {l} --container {k} --seats {n}",
    "license move {l} --from {k} --to {j}",
    "license move {l} --from {k} --to {j} --seats {n}",
    "license withdraw {l} --container {k} --reason X",
    "ticket create --license {l} --uses {n}",
    "ticket redeem {c} --container {k}",
    "container update {k} --out-dir upd --force",
    "container update {k} --time --out-dir upd --force",
    "container confirm {k} --reason X",
    "container confirm {k} --reason X --strand",
    "container block {k} --reason X",
    "container unblock {k} --reason X",
    "container recycle {k}",
    "container retire {k}",
    "container edit {k} --user {u} --label place{n}",
    "credential rotate {k} --out-dir creds",
    "credential revoke {k}",
    "device apply",
    "device receipt {n}",
    "device backup",
    "device restore",
    "container update {m} --out-dir upd --force",
    "container receive r{n}.ctx",
    "container receive r{n}.ctx --strand",
    "container resolve {k} --reason X",
    "license activate {l} --container {m} --seats {n}",
    "license return {l} --container {m} --seats {n}",
    "license move {l} --from {m} --to {k}",
    "license move {l} --from {k} --to {m} --seats {n}",
    "recovery policy work-management --any-initial {n} --any-every {n}d --any-cap 4 \
     --enforce-after {n}d",
    "recovery policy other --any-initial 3 --old withdraw",
    "recovery policy {l} --any-initial {n} --old nothing --same-initial {n}",
    "recovery policy {l} --old inherit --any-initial inherit",
    "recovery grant {l} --reason X --count {n} --reference G-{n}",
    "recovery grant {k} --scope same --reason X",
    "recovery issue --from {k} --to {j} --reason lost --out-dir rec --force",
    "recovery issue --from {k} --to {j} --reason broken --partial --block",
    "recovery issue --from {k} --to {j} --reason invalid --only {l} --reference C-{n}",
    "recovery issue --from {k} --to-cloud --reason stolen --out-dir creds",
    "recovery issue --from {k} --to {j} --reason defective --returned",
    "recovery issue --from {m} --to {k} --reason destroyed",
    "recovery issue --from {k} --to {m} --reason reinstalled",
    "recovery reverse {r} --reason X --out-dir rec --force",
    "recovery export {r} --out-dir rec --force",
    "status publish --out-dir lists --force",
    "user edit nordwind {u} --username {v}x{n}",
    "user remove nordwind {u}",
    "user add nordwind {u}{n}",
    "wait {n}min",
    "wait {n}h",
    "wait {n}d",
];

/// The commands that use seats.
const SEATS: &[&str] = &[
    "session start {l} --user {u}",
    "session start {l} --user {u} --host h{n} --ttl {n}h",
    "assignment add {l} {u} {v} --if-missing",
    "license edit {l} --seats {n}",
    "license activate {l} --container {k} --seats {n}",
    "license move {l} --from {k} --to {j} --seats {n}",
    "license return {l} --container {k} --seats {n}",
    "container update {k} --out-dir upd --force",
    "container confirm {k} --reason X",
    "license activate {l} --container {m} --seats {n}",
    "license return {l} --container {m} --seats {n}",
    "license move {l} --from {m} --to {k} --seats {n}",
    "recovery issue --from {k} --to {j} --reason lost --out-dir rec --force",
    "recovery reverse {r} --reason X",
    "container update {m} --out-dir upd --force",
    "device apply",
    "device apply",
    "device receipt {n}",
    "container receive r{n}.ctx",
    "container receive r{n}.ctx",
];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = |lines: &'static [&'static str], licenses: usize| {
        (prop::sample::select(lines), 0..licenses, 0..6usize, 0..6usize, 0..8usize, 1..5u32)
            .prop_map(|(line, license, user, other, session, number)| Step {
                line,
                license,
                user,
                other,
                session,
                number,
            })
    };
    // Commands that use seats are frequent and have few licenses, so that the seats run out.
    let step = prop_oneof![3 => step(LINES, 6), 2 => step(SEATS, 2)];
    prop::collection::vec(step, 10..STEPS)
}

struct Walk {
    env: TestEnvironment,
    /// The connection for all queries of the test. It reads the schema once.
    database: Connection,
    /// All rows and files after the last command, or `None` if another step may have changed them.
    seen: Option<String>,
    now: jiff::Timestamp,
    revisions: BTreeMap<String, (i64, String)>,
    codes: Vec<String>,
    /// The number of runs of the computer's program, which selects its entropy.
    runs: u64,
    /// True if the folder was restored from a backup.
    restored: bool,
    /// The counter of each container and the state that the container should have.
    held: BTreeMap<String, (i64, String)>,
}

impl Walk {
    fn new() -> Walk {
        let env = TestEnvironment::with_catalogue();
        for line in [
            "customer add sued --name Süd",
            "recovery policy work-management --any-initial 3 --any-every 20d --enforce-after 30d",
            "recovery policy other --any-initial 2 --old withdraw",
            "container create --customer nordwind --kind cloud --out-dir creds",
            "container create --customer nordwind --kind dongle --hardware H0",
            "container create --customer sued --kind cloud --out-dir creds",
        ] {
            env.line(line).assert(0);
        }
        let root = env.json("key list --all")[0]["kid"].as_str().expect("a thumbprint").to_owned();
        let computer = Computer::new(&env, 1);
        computer
            .line(&format!(
                "request --folder press --root {root} --test --privileged --out press.ctx"
            ))
            .assert(0);
        drop(computer);
        env.line(
            "container create --customer nordwind --kind device --request press.ctx \
            --reference M",
        )
        .assert(0);
        for user in ["cleo", "dan"] {
            env.line(&format!("user add nordwind {user}")).assert(0);
        }
        for terms in [
            "--product other --seats 2 --unbound",
            "--product work-management --model named --seats 3 --users anna --unbound",
        ] {
            env.line(&format!("license issue --customer nordwind --modules none {terms}"))
                .assert(0);
        }
        let database = Connection::open(env.path("licentia.db")).expect("opened");
        database.set_prepared_statement_cache_capacity(128);
        Walk {
            env,
            database,
            seen: None,
            now: "2026-11-21T10:00:00Z".parse().expect("an instant"),
            revisions: BTreeMap::new(),
            codes: Vec::new(),
            runs: 1,
            restored: false,
            held: BTreeMap::new(),
        }
    }

    /// Returns every row and every file of the home.
    fn everything(&self) -> String {
        rows_of(&self.database) + &self.env.files()
    }

    /// Returns the number of audit entries.
    fn entries(&self) -> i64 {
        let mut rows =
            self.database.prepare_cached("SELECT count(*) FROM audit").expect("prepared");
        rows.query_row([], |row| row.get(0)).expect("a number")
    }

    fn pick(database: &Connection, sql: &str, place: usize, otherwise: &str) -> String {
        let mut rows = database.prepare_cached(sql).expect(sql);
        let all: Vec<String> = rows
            .query_map([], |row| row.get(0))
            .expect(sql)
            .map(|row| row.expect("a text"))
            .collect();
        if all.is_empty() { otherwise.to_owned() } else { all[place % all.len()].clone() }
    }

    /// Runs a step of the administrator of the computer.
    fn device(&mut self, line: &str) -> u8 {
        let container =
            Walk::pick(&self.database, "SELECT serial FROM container WHERE reference = 'M'", 0, "");
        let (folder, kept) = (self.env.path("press"), self.env.path("kept"));
        let computer = Computer::new(&self.env, 1);
        self.runs += 1;
        computer.random.set(self.runs << 40);
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["apply"] => computer.line(&format!("apply --folder press upd/{container}.upd")).status,
            ["receipt", number] => {
                computer.line(&format!("receipt --folder press --out r{number}.ctx --force")).status
            }
            ["backup"] => {
                copy(&folder, &kept);
                0
            }
            ["restore"] if kept.exists() => {
                copy(&kept, &folder);
                self.restored = true;
                0
            }
            _ => 1,
        }
    }

    fn take(&mut self, step: &Step) -> Result<u8, TestCaseError> {
        if let Some(line) = step.line.strip_prefix("device ") {
            self.seen = None;
            let status = self.device(&line.replace("{n}", &step.number.to_string()));
            self.check()
                .map_err(|error| TestCaseError::fail(format!("after {}: {error}", step.line)))?;
            return Ok(status);
        }
        if let Some(unit) = step.line.strip_prefix("wait {n}") {
            let each = if unit == "min" {
                60
            } else if unit == "h" {
                3600
            } else {
                86_400
            };
            self.now =
                jiff::Timestamp::from_second(self.now.as_second() + i64::from(step.number) * each)
                    .expect("later");
            self.env.at(&self.now.to_string());
            return Ok(0);
        }
        let database = &self.database;
        let license = Walk::pick(
            database,
            "SELECT serial FROM license ORDER BY id DESC",
            step.license,
            "L-11111-11113",
        );
        let user = |place| {
            Walk::pick(database, "SELECT username FROM customer_user ORDER BY id", place, "anna")
        };
        let session = Walk::pick(
            database,
            "SELECT serial FROM session ORDER BY id DESC",
            step.session,
            "S-00000",
        );
        let container = |place| {
            Walk::pick(database, "SELECT serial FROM container ORDER BY id DESC", place, "K-00000")
        };
        let line = step
            .line
            .replace("{l}", &license)
            .replace(
                "{m}",
                &Walk::pick(
                    database,
                    "SELECT serial FROM container WHERE reference = 'M'",
                    0,
                    "K-00000",
                ),
            )
            .replace("{k}", &container(step.user))
            .replace("{j}", &container(step.other))
            .replace("{u}", &user(step.user))
            .replace("{v}", &user(step.other))
            .replace("{s}", &session)
            .replace(
                "{t}",
                &Walk::pick(
                    database,
                    "SELECT serial FROM ticket ORDER BY id DESC",
                    step.other,
                    "T-00000",
                ),
            )
            .replace(
                "{r}",
                &Walk::pick(
                    database,
                    "SELECT serial FROM recovery ORDER BY id DESC",
                    step.session % 3,
                    "R-00000",
                ),
            )
            .replace(
                "{c}",
                self.codes
                    .get(step.session % self.codes.len().max(1))
                    .map_or("ABCDE", String::as_str),
            )
            .replace("{n}", &step.number.to_string());
        if line.starts_with("container receive")
            && !self.env.path(line.split(' ').nth(2).unwrap_or_default()).exists()
        {
            return Ok(1);
        }
        let before = self.seen.take().unwrap_or_else(|| self.everything());
        let entries = self.entries();
        let ran = self.env.line(&format!("{line} --yes"));
        prop_assert!(ran.status <= 3, "{line}: {ran}");
        let after = self.everything();
        if line.starts_with("ticket create") || line.starts_with("ticket reissue") {
            self.codes.extend(Some(ran.text().trim().to_owned()).filter(|code| !code.is_empty()));
        }
        // A file that was signed before may be written again without an audit entry.
        let records = |all: &str| {
            all.lines().filter(|line| line.contains(": ")).collect::<Vec<_>>().join("\n")
        };
        let without_log = |all: &str| {
            all.lines().filter(|line| !line.starts_with("audit")).collect::<Vec<_>>().join("\n")
        };
        if ran.status != 0
            && (line.starts_with("ticket redeem") || line.contains(" K-") || line.contains(" R-"))
        {
            // A failed attempt with an invalid code or with a blocked container is recorded, and
            // nothing else changes.
            let written = self.entries() - entries;
            prop_assert!(
                without_log(&before) == without_log(&after) && written <= 1,
                "{line} was refused and changed something: {ran}"
            );
        } else if ran.status != 0 {
            prop_assert!(before == after, "{line} was refused and changed something: {ran}");
        } else if records(&before) != records(&after) && !line.starts_with("session touch") {
            prop_assert!(self.entries() > entries, "{line} left no entry");
        }
        self.seen = Some(after);
        self.check()
            .map_err(|error| TestCaseError::fail(format!("after {line}: {error}\n{ran}")))?;
        Ok(ran.status)
    }

    /// Returns the serials that a query finds.
    fn serials(&self, query: &str) -> Vec<String> {
        let mut rows = self.database.prepare_cached(query).expect(query);
        let rows = rows.query_map([], |row| row.get(0)).expect(query);
        rows.map(|serial| serial.expect("a serial")).collect()
    }

    /// Checks that each filtered list is the complete list without the rows that do not match, and
    /// that its pages contain all rows.
    fn check_lists(&self, chosen: usize) -> Result<(), String> {
        let list = |line: &str| self.env.json(line).as_array().cloned().expect("a list");
        for place in 0..3 {
            let Filter { list: noun, flag, values: stated, fits } =
                &FILTERS[(chosen + place * 3) % FILTERS.len()];
            let mut values: Vec<String> = Vec::new();
            for value in *stated {
                if value.starts_with("SELECT ") {
                    values.extend(self.serials(value));
                } else {
                    values.push((*value).to_owned());
                }
            }
            if values.is_empty() {
                continue;
            }
            let value = values[chosen % values.len()].as_str();
            let all = list(&format!(
                "{noun}{}",
                if ["audit list", "recovery list"].contains(noun) { "" } else { " --all" }
            ));
            let fitting: Vec<&Value> = all.iter().filter(|it| fits(it, value)).collect();
            let filtered = list(&format!("{noun} {flag} {value}"));
            if filtered.iter().collect::<Vec<_>>() != fitting {
                return Err(format!(
                    "{noun} {flag} {value} has {} of {}: {filtered:?}",
                    filtered.len(),
                    fitting.len()
                ));
            }
            let (mut paged, mut after) = (Vec::new(), String::new());
            loop {
                let page = list(&format!("{noun} {flag} {value} --limit 3{after}"));
                let Some(last) = page.last() else { break };
                let id =
                    last["serial"].as_str().map_or_else(|| last["seq"].to_string(), str::to_owned);
                after = format!(" --after {id}");
                paged.extend(page);
            }
            if paged != filtered {
                return Err(format!("{noun} {flag} {value}: its pages are not the whole"));
            }
        }
        Ok(())
    }

    /// Checks the rules that hold after every command.
    fn check(&mut self) -> Result<(), String> {
        let count = |sql: &str| -> i64 {
            let mut rows = self.database.prepare_cached(sql).expect(sql);
            rows.query_row([self.now.to_string()], |row| row.get(0)).expect(sql)
        };
        const LIVE: &str = "session.license_id = license.id AND expires_at > ?1 AND (ended_at IS \
            NULL OR ended_at > ?1)";
        for (what, sql) in [
            ("oversold", format!("SELECT count(*) FROM license WHERE (SELECT count(*) FROM session \
                WHERE {LIVE}) > seats")),
            (
                "a session of what carries none",
                format!(
                    "SELECT count(*) FROM license WHERE (standing <> 'open' OR model = 'device'
                       OR NOT EXISTS (SELECT 1 FROM activation WHERE license_id = license.id AND state = 'live'))
                     AND EXISTS (SELECT 1 FROM session WHERE {LIVE})"
                ),
            ),
            (
                "sessions on seats that are in hardware",
                format!(
                    "SELECT count(*) FROM license WHERE (SELECT count(*) FROM session WHERE {LIVE})
                       > seats - (SELECT coalesce(sum(activation.seats), 0) FROM activation JOIN container ON container.id = container_id
                                  WHERE license_id = license.id AND state IN ('live', 'returning') AND kind <> 'cloud')"
                ),
            ),
            (
                "a placement in a container of another customer, or in one that is retired",
                "SELECT count(*) FROM activation JOIN container ON container.id = container_id JOIN license ON license.id = license_id
                 WHERE ?1 = ?1 AND (container.customer_id <> license.customer_id OR state IN ('live', 'returning') AND retired_at IS NOT NULL)"
                    .to_owned(),
            ),
            (
                "seats of hardware that are free without proof",
                "SELECT count(*) FROM activation JOIN container ON container.id = container_id JOIN license ON license.id = license_id
                 WHERE ?1 = ?1 AND kind <> 'cloud' AND state IN ('returned', 'withdrawn') AND standing IN ('open', 'suspended')
                   AND retired_at IS NULL AND (gone_at IS NULL OR confirmed_counter IS NULL OR gone_at > confirmed_counter)
                   AND NOT EXISTS (SELECT 1 FROM recovery WHERE from_id = container.id AND recovery.created_at = activation.ended_at
                                      OR to_id = container.id AND reversed_at = activation.ended_at)"
                    .to_owned(),
            ),
            (
                "a cloud container with two credentials in force, or a retired one with any",
                "SELECT count(*) FROM container WHERE ?1 = ?1
                   AND (SELECT count(*) FROM credential WHERE container_id = container.id AND ended_at IS NULL) > (retired_at IS NULL)"
                    .to_owned(),
            ),
            (
                "a license that was recovered and is in use where it was lost",
                "SELECT count(*) FROM activation JOIN container ON container.id = container_id
                 WHERE ?1 = ?1 AND activation.state = 'live' AND lost_at IS NOT NULL"
                    .to_owned(),
            ),
            (
                "over-assigned",
                "SELECT count(*) FROM license WHERE model = 'named' AND ?1 = ?1
                   AND (SELECT count(*) FROM assignment WHERE license_id = license.id) > seats"
                    .to_owned(),
            ),
            (
                "more placed than there is",
                "SELECT count(*) FROM license WHERE ?1 = ?1
                   AND (SELECT coalesce(sum(seats), 0) FROM activation WHERE license_id = license.id AND state IN ('live', 'returning')) > seats"
                    .to_owned(),
            ),
            (
                "revisions of files do not rise",
                "SELECT count(*) FROM file AS a JOIN file AS b ON a.activation_id = b.activation_id AND a.id < b.id
                 WHERE ?1 = ?1 AND a.revision >= b.revision"
                    .to_owned(),
            ),
            (
                "a placement in use of what was ended",
                "SELECT count(*) FROM activation JOIN license ON license.id = license_id
                 WHERE ?1 = ?1 AND state = 'live' AND standing NOT IN ('open', 'suspended')"
                    .to_owned(),
            ),
            (
                "a license that does not know where it is",
                "SELECT count(*) FROM license WHERE ?1 = ?1
                   AND placed <> EXISTS (SELECT 1 FROM activation WHERE license_id = license.id AND state = 'live')"
                    .to_owned(),
            ),
            (
                "a ticket that was used more or less often than it was redeemed",
                "SELECT count(*) FROM ticket WHERE ?1 = ?1
                   AND used <> (SELECT count(*) FROM audit WHERE action = 'ticket.redeem' AND subject = ticket.serial)"
                    .to_owned(),
            ),
            (
                "a record that is not to be found, or one that is found and not there",
                "SELECT abs((SELECT count(*) FROM search) - (SELECT count(*) FROM customer) - (SELECT count(*) FROM company)
                   - (SELECT count(*) FROM customer_user) - (SELECT count(*) FROM product) - (SELECT count(*) FROM module)
                   - (SELECT count(*) FROM ticket) - (SELECT count(*) FROM license) - (SELECT count(*) FROM container)
                   - (SELECT count(*) FROM reference WHERE family NOT IN ('issue', 'ticket create', 'container create'))) WHERE ?1 = ?1"
                    .to_owned(),
            ),
        ] {
            if count(&sql) != 0 {
                return Err(what.to_owned());
            }
        }
        self.check_containers()?;
        self.check_computer()?;
        let all = self.env.json("license list --all");
        for license in all.as_array().expect("a list") {
            self.check_license(license)?;
        }
        Ok(())
    }

    /// Checks that the content of a container does not change under one counter, and that the
    /// update with that counter contains exactly this content.
    fn check_containers(&mut self) -> Result<(), String> {
        let mut rows = self
            .database
            .prepare_cached(
                "SELECT serial, counter,
                        (SELECT json_group_array(jti) FROM
                           (SELECT file.jti FROM activation JOIN license ON license.id = license_id
                              JOIN file ON file.id = (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id)
                            WHERE container_id = container.id AND state = 'live' AND standing = 'open' ORDER BY license.id)),
                        blocked || iif(suspicion IS NULL, '', ' suspect'), (SELECT text FROM container_update WHERE container_id = container.id AND container_update.counter = container.counter)
                 FROM container",
            )
            .expect("prepared");
        let mut rows = rows.query([]).expect("read");
        while let Some(row) = rows.next().expect("a row") {
            let (serial, counter): (String, i64) =
                (row.get(0).expect("a serial"), row.get(1).expect("a number"));
            let (texts, blocked): (String, Option<String>) =
                (row.get(2).expect("ids"), row.get(3).expect("a code"));
            let state = format!("{texts} {blocked:?}");
            // The update of a suspect container states only that the container is blocked.
            let is_believed =
                !blocked.as_deref().is_some_and(|blocked| blocked.ends_with(" suspect"));
            if let Some(text) =
                row.get::<_, Option<String>>(4).expect("a text").filter(|_| is_believed)
            {
                let update = claims(&text);
                let held: Value = update["licenses"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|text| claims(text.as_str().expect("a text"))["jti"].clone())
                    .collect();
                if held != serde_json::from_str::<Value>(&texts).expect("ids")
                    || update["blocked"].as_str() != blocked.as_deref()
                {
                    return Err(format!("{serial}: update {counter} does not hold {state}"));
                }
            }
            match self.held.insert(serial.clone(), (counter, state.clone())) {
                Some((then, was)) if then > counter || then == counter && was != state => {
                    return Err(format!(
                        "{serial}: at {then} it held {was}, at {counter} it holds {state}"
                    ));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Checks that the seats on a computer are in no other place unless its folder was restored,
    /// and that the computer reports the state of its last update.
    fn check_computer(&self) -> Result<(), String> {
        let now = self.now.as_second();
        let folder = Folder::open(&System, &self.env.path("press"), now)
            .map_err(|fault| format!("the folder: {fault}"))?;
        for license in folder.licenses().iter().filter(|_| !self.restored) {
            let (serial, seats) = (&license.claims().sub, i64::from(license.claims().seats));
            let (owned, elsewhere, standing): (i64, i64, String) = self
                .database
                .query_row(
                    "SELECT seats, (SELECT coalesce(sum(activation.seats), 0) FROM activation LEFT JOIN container ON container.id = container_id
                                    WHERE license_id = license.id AND state IN ('live', 'returning') AND container.reference IS NOT 'M'),
                            iif(EXISTS (SELECT 1 FROM recovery_license JOIN recovery ON recovery.id = recovery_id
                                          JOIN container ON container.id IN (from_id, to_id) AND container.reference = 'M'
                                        WHERE license_id = license.id), 'revoked', standing)
                     FROM license WHERE serial = ?1",
                    [serial],
                    |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
                )
                .map_err(|error| format!("the computer holds {serial}: {error}"))?;
            if !is_final(&standing) && seats + elsewhere > owned {
                return Err(format!(
                    "{serial}: {seats} seats on the computer, {elsewhere} elsewhere, of {owned}"
                ));
            }
        }
        Ok(())
    }

    /// Checks that the published list has the entry of each file that the rule requires, and no
    /// other entry.
    fn check_status(&self) -> Result<(), String> {
        self.env.line("status publish --out-dir final --force").assert(0);
        let text = self.env.read("final/1.status");
        let packed: Packed = serde_json::from_value(claims(&text)["status_list"].clone())
            .map_err(|error| error.to_string())?;
        let entries = Entries::unpack(&packed).map_err(|refusal| refusal.to_string())?;
        let (mut seen, mut expected) = (0usize, Entries::valid());
        let mut look = |serial: &str| -> Result<(), String> {
            for row in self.env.json(&format!("status show {serial}")).as_array().expect("a list") {
                let idx = u32::try_from(row["idx"].as_u64().expect("an index")).expect("an index");
                let entry = match row["status"].as_str() {
                    Some("valid") => Entry::Valid,
                    Some("suspended") => Entry::Suspended,
                    _ => Entry::Invalid,
                };
                if entries.get(idx).map(Entry::of) != Some(entry)
                    || row["published"] != row["status"]
                {
                    return Err(format!("the list has {:?} for {row}", entries.get(idx)));
                }
                expected.set(idx, entry);
                seen += 1;
            }
            Ok(())
        };
        for noun in ["license", "credential"] {
            for it in self.env.json(&format!("{noun} list --all")).as_array().expect("a list") {
                look(it["serial"].as_str().expect("a serial"))?;
            }
        }
        let files = self
            .env
            .count("SELECT (SELECT count(*) FROM file) + (SELECT count(*) FROM credential)");
        if i64::try_from(seen) != Ok(files) || expected.differ(&entries) != 0 {
            return Err(format!(
                "{seen} of {files} files are shown; {} other entries",
                expected.differ(&entries)
            ));
        }
        Ok(())
    }

    fn check_license(&mut self, license: &Value) -> Result<(), String> {
        let serial = license["serial"].as_str().expect("a serial").to_owned();
        let terms: String = [
            "model",
            "seats",
            "starts",
            "ends",
            "modules",
            "grace_days",
            "checkpoint_days",
            "hosts_per_user",
            "attributes",
        ]
        .iter()
        .map(|member| license[*member].to_string())
        .chain([if license["model"] == "named" && license["state"] != "deleted" {
            license["users"].to_string()
        } else {
            String::new()
        }])
        .collect();
        let revision = license["revision"].as_i64().expect("a number");
        if let Some((earlier, was)) =
            self.revisions.insert(serial.clone(), (revision, terms.clone()))
            && (revision < earlier
                || revision == earlier
                    && was != terms
                    && !license["state"].as_str().is_some_and(is_final))
        {
            return Err(format!(
                "{serial}: revision {earlier} became {revision}: {was} is {terms}"
            ));
        }
        let mut rows = self
            .database
            .prepare_cached(
                "SELECT file.text, file.jti, file.revision, file.ends_at, activation.state,
                        file.id = (SELECT max(id) FROM file AS newest WHERE newest.activation_id = activation.id), activation.seats,
                        container.serial
                 FROM license JOIN activation ON license_id = license.id LEFT JOIN file ON activation_id = activation.id
                              LEFT JOIN container ON container.id = container_id
                 WHERE license.serial = ?1 AND (file.id IS NOT NULL OR state = 'live') ORDER BY activation.id, file.id DESC",
            )
            .expect("prepared");
        let mut rows = rows.query([&serial]).expect("read");
        let mut newest = Value::Null;
        while let Some(row) = rows.next().expect("a row") {
            let text: Option<String> = row.get(0).expect("a text");
            let claims =
                claims(&text.ok_or_else(|| format!("{serial} is delivered without a file"))?);
            let (jti, own): (String, i64) =
                (row.get(1).expect("an id"), row.get(2).expect("a revision"));
            let (ends_at, live): (Option<String>, bool) = (
                row.get(3).expect("an instant"),
                row.get::<_, String>(4).expect("a state") == "live",
            );
            if claims["jti"] != jti.as_str()
                || claims["revision"] != own
                || claims["sub"] != serial.as_str()
            {
                return Err(format!("{serial}: a text and its row do not agree: {claims}"));
            }
            if !live {
                continue;
            }
            if row.get::<_, bool>(5).expect("a flag") {
                let container: Option<String> = row.get(7).expect("a serial");
                if claims["container"]["serial"].as_str() != container.as_deref() {
                    return Err(format!(
                        "{serial}: its text for {container:?} says {}",
                        claims["container"]
                    ));
                }
                agree(license, row.get(6).expect("seats"), &claims)?;
                if ends_at.is_some() {
                    return Err(format!("{serial}: the current file ends at {ends_at:?}"));
                }
                newest = claims;
            } else if gives_more(&claims, &newest) && ends_at.is_none() {
                return Err(format!(
                    "{serial}: an older file gives more than the current one, permanently: {claims} \
                     {newest}"
                ));
            }
        }
        Ok(())
    }
}

fn is_final(state: &str) -> bool {
    ["withdrawn", "replaced", "revoked", "deleted"].contains(&state)
}

/// Checks that the database and the current token agree.
fn agree(license: &Value, seats: i64, claims: &Value) -> Result<(), String> {
    let revisions = (license["revision"].as_i64(), claims["revision"].as_i64());
    if revisions.1 > revisions.0 {
        return Err(format!("revision {revisions:?} in the database and in the current token"));
    }
    let seats = Value::from(seats);
    let users = if license["model"] == "named" { license["users"].clone() } else { Value::Null };
    let modules: Vec<String> = license["modules"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| format!("{}={}", it["code"], it["value"]))
        .collect();
    let written: Vec<String> = claims["modules"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| format!("{}={}", it["code"], it["value"]))
        .collect();
    for (what, stored, text) in [
        ("seats", &seats, &claims["seats"]),
        ("model", &license["model"], &claims["model"]),
        ("edition", &license["edition"], &claims["edition"]),
        ("users", &users, &claims["users"]),
        ("starts", &license["starts"], &claims["term"]["starts"]),
        ("ends", &license["ends"], &claims["term"]["ends"]),
        ("grace", &license["grace_days"], &claims["term"]["grace_days"]),
        ("checkpoint", &license["checkpoint_days"], &claims["term"]["checkpoint_days"]),
        ("product", &license["product"], &claims["product"]["code"]),
        ("customer", &license["customer"], &claims["customer"]["code"]),
    ] {
        if stored != text {
            return Err(format!(
                "{what} is {stored} in the database and {text} in the current token"
            ));
        }
    }
    if modules != written {
        Err(format!("modules are {modules:?} in the database and {written:?} in the token"))
    } else {
        Ok(())
    }
}

/// Returns whether a token grants seats, users or modules that another token does not grant.
fn gives_more(old: &Value, new: &Value) -> bool {
    let list =
        |claims: &Value, member: &str| claims[member].as_array().cloned().unwrap_or_default();
    let codes = |claims: &Value| -> Vec<String> {
        list(claims, "modules").iter().map(|module| module["code"].to_string()).collect()
    };
    old["seats"].as_i64() > new["seats"].as_i64()
        || list(old, "users").iter().any(|user| !list(new, "users").contains(user))
            && old["model"] == "named"
        || codes(old).iter().any(|code| !codes(new).contains(code))
}

/// Returns the runner of the short form, or of the number of walks that a person asked for.
fn runner(asked: Option<u32>) -> TestRunner {
    let config = Config {
        cases: asked.unwrap_or(WALKS),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    };
    match asked {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &SEED)),
    }
}

#[test]
fn the_database_stays_consistent_after_any_commands() {
    let seen: RefCell<BTreeMap<(&str, bool), u32>> = RefCell::default();
    let asked = std::env::var("LICENTIA_WALKS").ok();
    let asked = asked.map(|walks| walks.parse().expect("LICENTIA_WALKS is a number"));
    runner(asked)
        .run(&steps(), |steps| {
            let mut walk = Walk::new();
            for step in &steps {
                let status = walk.take(step)?;
                *seen.borrow_mut().entry((step.line, status == 0)).or_default() += 1;
            }
            walk.check_lists(steps.len() + steps[0].license * 7).map_err(TestCaseError::fail)?;
            walk.check_status().map_err(TestCaseError::fail)?;
            prop_assert_eq!(walk.env.line("audit verify").status, 0);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    if asked.is_none() {
        return;
    }
    // A walk in which commands fail proves nothing, so most commands must succeed in some walk.
    // Each command has about ten attempts, and some commands need the results of others.
    let seen = seen.into_inner();
    let worked = LINES.iter().filter(|line| seen.contains_key(&(**line, true))).count();
    assert!(worked * 3 >= LINES.len() * 2, "{worked} of {} lines worked: {seen:#?}", LINES.len());
}
