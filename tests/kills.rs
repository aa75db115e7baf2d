//! Processes that are killed while they write files. No license may be on the disk that the
//! database does not have.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use licentia_runtime::{Kind, inspect, texts};

use crate::env::program::ProgramHome;

/// The number of processes of each kind of command that are killed when a file appears.
/// `LICENTIA_KILLS` replaces it for a longer run by hand.
const KILLS: usize = 200;

/// A home with plain keys, a product, a customer, and a folder for files.
struct Home(ProgramHome);

impl Home {
    fn new() -> Home {
        let home = Home(ProgramHome::new());
        std::fs::create_dir(home.files()).expect("a folder");
        home
    }

    fn files(&self) -> PathBuf {
        self.0.path("out")
    }

    /// Starts a command and kills it as soon as a file appears in the folder. Returns whether it
    /// was killed before it ended.
    fn killed(&self, args: &[&str], delay: Duration) -> bool {
        let known = entries(&self.files());
        let mut command = self.0.command(args);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("started");
        let patience = Instant::now();
        while patience.elapsed() < Duration::from_secs(20) {
            if entries(&self.files()).len() > known.len() {
                std::thread::sleep(delay);
                child.kill().expect("killed");
                break;
            }
            if child.try_wait().expect("asked").is_some() {
                return false;
            }
        }
        !child.wait().expect("ended").success()
    }

    /// Returns the tokens in the database.
    fn recorded(&self) -> BTreeSet<String> {
        let connection = rusqlite::Connection::open(self.0.path("licentia.db")).expect("opened");
        let mut rows = connection.prepare("SELECT text FROM file").expect("prepared");
        let rows = rows.query_map([], |row| row.get(0)).expect("read");
        rows.map(|text| text.expect("a text")).collect()
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("listed");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

/// Returns the licenses in all files of a folder. The names of the files do not matter.
fn licenses(folder: &Path) -> Vec<String> {
    let tokens = entries(folder).into_iter().flat_map(|path| {
        let bytes = std::fs::read(path).expect("read");
        let found = texts(&bytes).unwrap_or_default();
        found.into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<_>>()
    });
    let is_license = |text: &String| {
        inspect::unverified(text).is_ok_and(|read| read.kind == Some(Kind::License))
    };
    tokens.filter(is_license).collect()
}

fn kills() -> usize {
    let asked = std::env::var("LICENTIA_KILLS").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(KILLS)
}

#[test]
fn a_killed_process_leaves_no_license_that_the_database_does_not_have() {
    let home = Home::new();
    let issue = ["license", "issue", "--customer", "c", "--product", "p", "--out-dir", "out"];
    let (mut started, mut killed) = (0, 0);
    while killed < kills() && started < 4 * kills() {
        // A kill comes at once, or up to 0.3 ms later, so that each phase of writing is
        // interrupted.
        let delay = Duration::from_micros(started as u64 % 4 * 100);
        killed += usize::from(home.killed(&issue, delay));
        started += 1;
    }
    assert_eq!(killed, kills(), "processes that were killed, of {started}");
    let recorded = home.recorded();
    let unrecorded: Vec<String> =
        licenses(&home.files()).into_iter().filter(|text| !recorded.contains(text)).collect();
    assert!(unrecorded.is_empty(), "{} licenses that the database does not have", unrecorded.len());
    home.0.ok(&["audit", "verify"]);
    // The next command that writes into the folder removes the remains of the killed processes.
    home.0.ok(&issue);
    let left: Vec<PathBuf> = entries(&home.files())
        .into_iter()
        .filter(|path| !path.to_string_lossy().ends_with(".lic"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_key_for_one_file_signs_one_although_its_process_is_killed() {
    let home = Home::new();
    home.0.ok(&[
        "key",
        "create",
        "once",
        "--edition",
        "commercial",
        "--max-files",
        "1",
        "--no-passphrase",
    ]);
    let issue = [
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--key",
        "once",
        "--out-dir",
        "out",
    ];
    for number in 0..12 {
        home.killed(&issue, Duration::from_micros(number * 50));
    }
    let different: BTreeSet<String> = licenses(&home.files()).into_iter().collect();
    assert!(different.len() <= 1, "{} licenses", different.len());
    assert!(home.recorded().len() <= 1);
}
