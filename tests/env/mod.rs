//! The test environment. Nothing of the machine enters it, so that a test sees the same bytes on
//! every machine and every day.

mod answers;
pub mod computer;
pub mod home;
pub mod home_copy;
pub mod program;
mod records;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::{self, Write as _};
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;

use home_copy::HomeCopy;
use jiff::{SignedDuration, Timestamp};
use licentia::Host;
use licentia::host::{Paint, Person};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// A test environment with its own folder. Commands run one after the other.
pub struct TestEnvironment {
    folder: tempfile::TempDir,
    now: Rc<Cell<Timestamp>>,
    step: Cell<i64>,
    draws: Rc<Draws>,
    seed: u64,
    env: RefCell<BTreeMap<String, OsString>>,
    input: RefCell<Vec<u8>>,
    answers: RefCell<Option<TypedAnswers>>,
    width: Cell<Option<u16>>,
    /// True if the test has changed the database directly.
    tampered: Cell<bool>,
}

/// The answers of the person at the terminal, by prompt.
pub type TypedAnswers = Box<dyn FnMut(&str) -> String>;

/// The result of a command.
pub struct Ran {
    /// The exit status.
    pub status: u8,
    /// Standard output.
    pub out: Vec<u8>,
    /// Standard error.
    pub err: String,
    folder: PathBuf,
}

impl TestEnvironment {
    /// Creates an environment with an empty folder, at 2026-11-21T10:00:00Z.
    pub fn new() -> TestEnvironment {
        TestEnvironment {
            folder: tempfile::tempdir().expect("a folder"),
            now: Rc::new(Cell::new("2026-11-21T10:00:00Z".parse().expect("an instant"))),
            step: Cell::default(),
            draws: Rc::default(),
            seed: 0,
            env: RefCell::default(),
            input: RefCell::default(),
            answers: RefCell::default(),
            width: Cell::default(),
            tampered: Cell::default(),
        }
    }

    /// Creates an environment with an empty folder and with its own entropy, for a second site.
    pub fn seeded(seed: u64) -> TestEnvironment {
        let mut env = TestEnvironment::new();
        env.seed = seed;
        env
    }

    /// Creates an environment with a test home that has plain keys.
    pub fn with_home() -> TestEnvironment {
        static COPY: OnceLock<HomeCopy> = OnceLock::new();
        TestEnvironment::copied(COPY.get_or_init(|| TestEnvironment::new().and_home().copy()))
    }

    /// Copies the home, for tests that start from it.
    pub fn copy(&self) -> HomeCopy {
        HomeCopy::of(self.folder.path(), self.draws.borrow().clone())
    }

    /// Creates an environment with a copied home.
    pub fn copied(copy: &HomeCopy) -> TestEnvironment {
        let env = TestEnvironment::new();
        copy.write(env.folder.path());
        env.draws.replace(copy.draws.clone());
        env
    }

    /// Adds the home of `with_home` to the folder.
    pub fn and_home(self) -> TestEnvironment {
        self.ok(&[
            "init",
            "--vendor",
            "Acme AB",
            "--issuer",
            "https://acme.example/licensing",
            "--test",
            "--no-passphrase",
        ]);
        self
    }

    /// Creates an environment with a home that has a product, its modules, a customer, a company
    /// and users.
    pub fn with_catalogue() -> TestEnvironment {
        static COPY: OnceLock<HomeCopy> = OnceLock::new();
        TestEnvironment::copied(COPY.get_or_init(|| TestEnvironment::new().and_catalogue().copy()))
    }

    /// Adds the home of `with_catalogue` to the folder.
    pub fn and_catalogue(self) -> TestEnvironment {
        let env = self.and_home();
        for line in [
            "product add work-management --name Work --allow-login",
            "module add work-management calculator --name Calculator",
            "module add work-management calculator.pro --parent calculator",
            "module add work-management reports",
            "product add other --name Other",
            "module add other export",
            "customer add nordwind --name Nordwind",
            "company add nordwind north --name North",
            "user add nordwind anna --company north --admin",
            "user add nordwind bo",
        ] {
            env.line(line).assert(0);
        }
        env
    }

    /// Runs `licentia` with the given arguments.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_os(args.iter().map(OsString::from).collect())
    }

    /// Runs `licentia` with the words of a line.
    pub fn line(&self, line: &str) -> Ran {
        self.run(&line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())
    }

    /// Runs `licentia` with any arguments.
    pub fn run_os(&self, args: Vec<OsString>) -> Ran {
        let (out, err) = (Stream::default(), Stream::default());
        let (now, draws, seed) = (Rc::clone(&self.now), Rc::clone(&self.draws), self.seed);
        let step = SignedDuration::from_secs(self.step.get());
        let mut host = Host {
            clock: Box::new(move || now.replace(now.get() + step)),
            entropy: Box::new(move |purpose, bytes| fill(&draws, (seed, purpose), bytes)),
            out: Box::new(out.clone()),
            err: Box::new(err.clone()),
            input: Box::new(Cursor::new(self.input.take())),
            person: self
                .answers
                .take()
                .map(|answers| Box::new(Scripted(answers)) as Box<dyn Person>),
            args: Vec::new(),
            env: self.env.borrow().clone(),
            folder: self.folder.path().to_owned(),
            os_user: "tester".into(),
            width: self.width.get(),
            err_is_terminal: self.width.get().is_some(),
            color: Paint::default(),
            point: Box::new(|_| ()),
            key_cost: (4, 8, 1),
        };
        let words: Vec<OsString> = [OsString::from("licentia")].into_iter().chain(args).collect();
        let status = licentia::run(words.clone(), &mut host);
        drop(host);
        let ran = Ran {
            status,
            out: out.0.take(),
            err: String::from_utf8(err.0.take()).expect("messages are text"),
            folder: self.folder.path().to_owned(),
        };
        answers::check(&words, &ran.out, &ran.err);
        ran
    }

    /// Runs a command that must succeed.
    pub fn ok(&self, args: &[&str]) -> Ran {
        self.run(args).assert(0)
    }

    /// Runs a command that must succeed, and reads its JSON.
    pub fn json(&self, line: &str) -> Value {
        self.line(&format!("{line} --json")).assert(0).json()
    }

    /// Returns the claims of the first token in a file.
    pub fn claims(&self, name: &str) -> Value {
        self.json(&format!("inspect {name}"))[0]["claims"].clone()
    }

    /// Runs a command with `--json` that must fail with the given status and error code. Returns
    /// the message and the hint.
    pub fn refused(&self, line: &str, status: u8, code: &str) -> String {
        let ran = self.line(&format!("{line} --json"));
        let last = ran.err.lines().last().unwrap_or_default();
        let error: Value = serde_json::from_str(last)
            .unwrap_or_else(|_| panic!("no error object at the end of {ran}"));
        let found = error["error"]["code"].as_str().unwrap_or_default();
        assert_eq!((ran.status, found), (status, code), "{line}: {ran}");
        assert!(ran.out.is_empty(), "a command that fails prints no data: {ran}");
        let hint = error["error"]["hint"].as_str().unwrap_or_default();
        let text = format!("{} | {hint}", error["error"]["message"].as_str().unwrap_or_default());
        text.replace(&self.folder.path().display().to_string(), "[DIR]")
    }

    /// Sets the clock.
    pub fn at(&self, instant: &str) {
        self.now.set(instant.parse().expect("an instant"));
    }

    /// Advances the clock by a number of seconds each time it is read.
    pub fn ticks(&self, seconds: i64) {
        self.step.set(seconds);
    }

    /// Sets an environment variable for the commands that follow.
    pub fn set_var(&self, name: &str, value: &str) {
        self.env.borrow_mut().insert(name.into(), value.into());
    }

    /// Removes an environment variable.
    pub fn unset(&self, name: &str) {
        self.env.borrow_mut().remove(name);
    }

    /// Lets a person answer the prompts of the next command.
    pub fn person(&self, answers: impl FnMut(&str) -> String + 'static) {
        self.answers.replace(Some(Box::new(answers)));
    }

    /// Lets a person answer the prompts of the next command with these lines, one line per prompt.
    pub fn types(&self, lines: &[&str]) {
        let mut lines: Vec<String> = lines.iter().rev().map(|line| (*line).to_owned()).collect();
        self.person(move |prompt| {
            lines.pop().unwrap_or_else(|| panic!("unexpected prompt: {prompt}"))
        });
    }

    /// Passes bytes to the next command on standard input.
    pub fn input(&self, bytes: &[u8]) {
        self.input.replace(bytes.to_owned());
    }

    /// Gives the commands that follow a terminal of the given width.
    pub fn width(&self, columns: u16) {
        self.width.set(Some(columns));
    }

    /// Returns a path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file in the folder.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).expect("written");
    }

    /// Reads a text file in the folder.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("read")
    }

    /// Changes the database directly.
    pub fn sql(&self, sql: &str) {
        self.tampered.set(true);
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        let sql = format!("PRAGMA foreign_keys = OFF; {sql}");
        connection.execute_batch(&sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Changes the database as a person who drops the triggers and restores them.
    pub fn sql_without_triggers(&self, sql: &str) {
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        let triggers: Vec<(String, String)> = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .expect("prepared")
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("read")
            .collect::<rusqlite::Result<_>>()
            .expect("read");
        assert!(triggers.len() > 50, "{}", triggers.len());
        let dropped: String =
            triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};")).collect();
        let restored: String = triggers.iter().map(|(_, trigger)| format!("{trigger};")).collect();
        self.sql(&format!("{dropped} {sql}; {restored}"));
    }

    /// Changes the database, and appends an entry with a correct chain that records the change, as
    /// a person does who knows the program and has no key. The entry is the newest one with a
    /// record of the subject, with other members in the record; null removes a member.
    pub fn forge(&self, sql: &str, table: &str, subject: &str, members: &serde_json::Value) {
        self.sql_without_triggers(sql);
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        let (text, from): (String, i64) = connection
            .query_row(
                "SELECT entry, seq FROM audit WHERE seq =
                   (SELECT max(seq) FROM audit_record WHERE kind = ?1 AND subject = ?2)",
                [table, subject],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .expect("a record");
        let (head, hash): (i64, Vec<u8>) = connection
            .query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .expect("a head");
        let mut entry: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        entry["seq"] = (head + 1).into();
        entry["detail"]["record"] = serde_json::json!({table: entry["detail"]["record"][table]});
        let rows = entry["detail"]["record"][table].as_array_mut().expect("rows");
        for row in rows.iter_mut().filter_map(serde_json::Value::as_object_mut) {
            if row
                .get("serial")
                .or(row.get("license"))
                .or(row.get("product"))
                .and_then(|it| it.as_str())
                != Some(subject)
            {
                continue;
            }
            for (member, value) in members.as_object().expect("members") {
                if value.is_null() {
                    row.remove(member);
                } else {
                    row.insert(member.clone(), value.clone());
                }
            }
        }
        let text = entry.to_string();
        let chained = [hash, text.clone().into_bytes()].concat();
        let hash = <sha2::Sha256 as sha2::Digest>::digest(chained).to_vec();
        connection
            .execute(
                "INSERT INTO audit (seq, entry, hash) VALUES (?1, ?2, ?3)",
                rusqlite::params![head + 1, text, hash],
            )
            .expect("appended");
        connection
            .execute(
                "INSERT INTO audit_record (kind, subject, seq) VALUES (?1, ?2, ?3)",
                rusqlite::params![table, subject, head + 1],
            )
            .expect("indexed");
        // The personal values of the entry, in their order.
        let mut hashes: Vec<&str> = Vec::new();
        for hash in text.split(r#""$sha256":""#).skip(1).filter_map(|rest| rest.split('"').next()) {
            if !hashes.contains(&hash) {
                hashes.push(hash);
            }
        }
        let mut rows = connection
            .prepare("SELECT salt, value FROM audit_person WHERE seq = ?1")
            .expect("prepared");
        let rows = rows.query_map([from], |row| Ok((row.get(0)?, row.get(1)?))).expect("read");
        for row in rows {
            let (salt, value): (Vec<u8>, String) = row.expect("a value");
            let digest = <sha2::Sha256 as sha2::Digest>::digest([&salt, value.as_bytes()].concat());
            let hash = data_encoding::BASE64URL_NOPAD.encode(&digest);
            let Some(place) = hashes.iter().position(|own| *own == hash) else { continue };
            connection
                .execute(
                    "INSERT INTO audit_person (seq, number, salt, value) VALUES (?1, ?2, ?3, ?4)",
                    rusqlite::params![head + 1, place + 1, salt, value],
                )
                .expect("copied");
        }
    }

    /// Makes containers suspect, or waiting for a receipt, with an entry that records it: both take
    /// rights away, so no key is needed.
    pub fn record_containers(&self, set: &str, members: &serde_json::Value, condition: &str) {
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        let serials: Vec<String> = connection
            .prepare(&format!("SELECT serial FROM container WHERE {condition}"))
            .expect("prepared")
            .query_map([], |row| row.get(0))
            .expect("read")
            .collect::<rusqlite::Result<_>>()
            .expect("read");
        for serial in serials {
            let sql = format!("UPDATE container SET {set} WHERE serial = '{serial}'");
            self.forge(&sql, "container", &serial, members);
        }
    }

    /// Returns a number from the database.
    pub fn count(&self, sql: &str) -> i64 {
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        connection.query_row(sql, [], |row| row.get(0)).expect(sql)
    }

    /// Returns a text from the database.
    pub fn text(&self, sql: &str) -> String {
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        connection.query_row(sql, [], |row| row.get(0)).expect(sql)
    }

    /// Returns every row of every table, and the paths of all files of the folder, to check that
    /// nothing changed.
    pub fn everything(&self) -> String {
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        rows_of(&connection) + &self.files()
    }

    /// Returns the paths of all files of the home, without the database.
    pub fn files(&self) -> String {
        let mut files = Vec::new();
        collect(self.folder.path(), &mut files);
        files.retain(|path| !path.to_string_lossy().contains("licentia.db"));
        files.sort();
        files.iter().map(|path| format!("{}\n", path.display())).collect()
    }
}

/// Returns every row of every table.
pub fn rows_of(connection: &rusqlite::Connection) -> String {
    let mut names = connection
        .prepare_cached("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .expect("prepared");
    let names = names.query_map([], |row| row.get::<_, String>(0)).expect("listed");
    let mut all = String::new();
    for name in names {
        let name = name.expect("a name");
        let mut rows =
            connection.prepare_cached(&format!("SELECT * FROM {name}")).expect("prepared");
        let columns = rows.column_count();
        let mut rows = rows.query([]).expect("read");
        while let Some(row) = rows.next().expect("a row") {
            all += &name;
            for column in 0..columns {
                let cell = row.get_ref(column).expect("a cell");
                write!(all, "{} {cell:?}", if column == 0 { ":" } else { " |" }).expect("a text");
            }
            all.push('\n');
        }
    }
    all
}

/// Returns the claims of a token without verifying it.
pub fn claims(token: &str) -> Value {
    Value::Object(licentia_runtime::inspect::unverified(token).expect("a token").claims)
}

/// Returns a text of a JSON value; an empty one for any other value.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl TestEnvironment {
    /// Compares each row of the recorded tables with the newest audit entry that names it. Returns
    /// the number of rows of each table.
    pub fn check_records(&self) -> BTreeMap<String, usize> {
        let connection = rusqlite::Connection::open(self.path("licentia.db")).expect("opened");
        records::check(&connection)
    }

    /// Checks that the comparison of `licentia check` finds no difference: no command of the
    /// program causes one.
    fn check_no_difference(&self) {
        self.env.borrow_mut().clear();
        self.answers.take();
        let ran = self.line("--home . check --json");
        let report: Value = serde_json::from_slice(&ran.out).unwrap_or_default();
        let items = report["items"].as_array().cloned().unwrap_or_default();
        let has_difference = items.iter().any(|item| item["code"] == "tampered");
        // A test may leave settings that cannot be read.
        assert!(!has_difference && (ran.status <= 1 || ran.out.is_empty()), "{ran}");
    }

    /// Records that the test changes the database with another connection, so that the records are
    /// not compared at the end.
    pub fn tampers(&self) {
        self.tampered.set(true);
    }
}

/// The end of a test compares the database with its audit log.
impl Drop for TestEnvironment {
    fn drop(&mut self) {
        let has_home = self.path("licentia.db").is_file();
        if has_home && !self.tampered.get() && !std::thread::panicking() {
            self.check_records();
            self.check_no_difference();
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}

/// The number of draws for each purpose.
type Draws = RefCell<BTreeMap<&'static str, u64>>;

/// Fills bytes from the stream of a purpose. The bytes are the same in every run, and different in
/// every draw.
fn fill(draws: &Draws, (seed, purpose): (u64, &'static str), bytes: &mut [u8]) {
    let mut draws = draws.borrow_mut();
    let draw = draws.entry(purpose).or_insert(0);
    *draw += 1;
    fill_from(&format!("{seed} {purpose}"), *draw, bytes);
}

/// Fills bytes from one draw of a stream.
fn fill_from(stream: &str, draw: u64, bytes: &mut [u8]) {
    for (place, chunk) in bytes.chunks_mut(32).enumerate() {
        let block = Sha256::new()
            .chain_update(stream)
            .chain_update(draw.to_le_bytes())
            .chain_update(place.to_le_bytes())
            .finalize();
        chunk.copy_from_slice(&block[..chunk.len()]);
    }
}

struct Scripted(TypedAnswers);

/// The text that a person types to cancel a prompt.
pub const CTRL_C: &str = "\u{3}";

impl Person for Scripted {
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>> {
        self.text(prompt, &[]).map(Zeroizing::new)
    }

    fn text(&mut self, prompt: &str, _: &[String]) -> io::Result<String> {
        let answer = (self.0)(prompt);
        if answer == CTRL_C { Err(io::ErrorKind::Interrupted.into()) } else { Ok(answer) }
    }
}

/// An output stream that a test reads after the command.
#[derive(Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Ran {
    /// Fails the test unless the command ended with the given status.
    pub fn assert(self, status: u8) -> Ran {
        assert_eq!(self.status, status, "{self}");
        self
    }

    /// Returns standard output as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.out).replace(&self.folder.display().to_string(), "[DIR]")
    }

    /// Returns standard output as one JSON document.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.out).unwrap_or_else(|error| panic!("{error} in {self}"))
    }
}

/// The form of a result in snapshots: exit status, standard output, standard error.
impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let err = self.err.replace(&self.folder.display().to_string(), "[DIR]");
        write!(f, "exit {}", self.status)?;
        for (name, text) in [("out", self.text()), ("err", err)] {
            if !text.is_empty() {
                write!(f, "\n--- {name}\n{}", text.trim_end())?;
            }
        }
        Ok(())
    }
}
