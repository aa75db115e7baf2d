//! A process that is killed around a commit. Before the commit, a credential file lacks its
//! signature and opens nothing. After the commit, `doctor` completes the file. A private key is
//! never lost, and has the passphrase that the database records.

use std::path::{Path, PathBuf};
use std::process::Command;

use licentia::host::Paint;
use serde_json::Value;

use crate::env::TestEnvironment;
use crate::env::home::HomeWithContainers;

/// The variable that turns this test into the process that is killed. Its value is the folder of
/// the home.
const VICTIM: &str = "LICENTIA_TEST_VICTIM";

/// The variable with the point at which the process is killed.
const POINT: &str = "LICENTIA_TEST_POINT";

/// The variable with the arguments of the process, separated by blanks.
const LINE: &str = "LICENTIA_TEST_LINE";

/// Runs the program in the process that `killed_at` starts, and kills it at the given point. Does
/// nothing in a normal test run.
#[test]
fn the_victim() {
    let (Some(folder), Ok(line)) = (std::env::var_os(VICTIM), std::env::var(LINE)) else { return };
    let fatal = std::env::var(POINT).expect("a point");
    let mut host = licentia::host::real().expect("a host");
    host.folder = PathBuf::from(folder);
    host.person = None;
    host.color = Paint::default();
    host.env.clear();
    host.point = Box::new(move |point| {
        if point == fatal {
            let own = std::process::id().to_string();
            Command::new("kill").args(["-KILL", &own]).status().expect("killed");
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
    });
    let args = ["licentia"].into_iter().chain(line.split(' ')).map(Into::into);
    let status = licentia::run(args.collect::<Vec<_>>(), &mut host);
    panic!("the process was not killed and ended with {status}");
}

/// Runs a command in a process that is killed after its change has committed.
fn killed(home: &HomeWithContainers, line: &str) {
    killed_at(home, "committed", line);
}

/// Runs a command in a process that is killed at a point.
fn killed_at(home: &HomeWithContainers, point: &str, line: &str) {
    let this = std::env::current_exe().expect("this program");
    let ended = Command::new(this)
        .args(["--exact", "scenarios::crash::the_victim", "--nocapture"])
        .env(VICTIM, home.env.path(""))
        .env(POINT, point)
        .env(LINE, home.typed(line))
        .output()
        .expect("started");
    let signal = std::os::unix::process::ExitStatusExt::signal(&ended.status);
    assert_eq!(signal, Some(9), "{}", String::from_utf8_lossy(&ended.stderr));
}

fn staged(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path());
    entries
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".licentia-"))
        })
        .collect()
}

/// Returns the complete credential of a killed process: its file and the part that the database
/// keeps.
fn whole(home: &HomeWithContainers, staged: &Path) -> Vec<u8> {
    let mut whole = std::fs::read(staged).expect("read");
    let database = rusqlite::Connection::open(home.env.path("licentia.db")).expect("opened");
    let name = staged.file_name().expect("a name").to_string_lossy();
    let (length, missing): (usize, Vec<u8>) = database
        .query_row(
            "SELECT staged_length, missing FROM credential WHERE staged = ?1",
            [&name],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .expect("a row");
    assert_eq!(whole.len(), length);
    whole.extend(missing);
    whole
}

/// Asserts that no file in a folder opens a container, except the given files.
fn opens_nothing(home: &HomeWithContainers, folder: &str, but: &[&str]) {
    for entry in std::fs::read_dir(home.env.path(folder)).expect("listed") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_file() && !but.contains(&name.as_str()) {
            let ran = home.env.run(&["credential", "check", &path.to_string_lossy()]);
            assert_ne!(ran.status, 0, "{name} opens a container: {ran}");
        }
    }
}

/// Creates a home with the clock of the machine, which the killed process uses, too.
fn home() -> HomeWithContainers {
    let home = HomeWithContainers { env: TestEnvironment::with_catalogue() };
    home.env.at(&jiff::Timestamp::now().to_string());
    home.line("container create --customer nordwind --kind cloud --reference K --out k.cred")
        .assert(0);
    home
}

#[test]
fn doctor_completes_a_credential_after_a_crash() {
    let home = home();
    assert_eq!(home.json("doctor")["finished"], Value::Array(Vec::new()));
    killed(&home, "credential rotate @K --out new.cred");
    // The database has the new credential, and its file is incomplete.
    assert_eq!(home.json("credential list --container @K")[0]["generation"], 2);
    assert!(!home.env.path("new.cred").exists());
    assert_eq!(staged(&home.env.path("")).len(), 1);
    opens_nothing(&home, "", &[]);
    let before = home.env.everything();
    let would = home.json("doctor --dry-run");
    assert_eq!(
        (would["finished"].as_array().map(Vec::len), before == home.env.everything()),
        (Some(1), true)
    );
    let done = home.json("doctor");
    assert_eq!(
        done["finished"][0]["path"].as_str().map(|path| path.ends_with("/new.cred")),
        Some(true)
    );
    assert!(staged(&home.env.path("")).is_empty());
    assert_eq!(home.line("credential check new.cred").status, 0);
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &std::fs::metadata(home.env.path("new.cred")).expect("there").permissions(),
    );
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(
        home.json("audit list --action credential.finish").as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(home.json("doctor")["finished"], Value::Array(Vec::new()));
    home.line("audit verify").assert(0);
}

#[test]
fn the_first_credential_of_a_container_survives_a_crash_too() {
    let home = home();
    std::fs::create_dir(home.env.path("sent")).expect("made");
    killed(&home, "container create --customer nordwind --kind cloud --reference N --out-dir sent");
    assert_eq!(staged(&home.env.path("sent")).len(), 1);
    opens_nothing(&home, "sent", &[]);
    let again =
        home.json("container create --customer nordwind --kind cloud --reference N --out-dir sent");
    assert_eq!((&again["created"], &again["file"]["path"]), (&Value::from(false), &Value::Null));
    let path = home.json("doctor")["finished"][0]["path"].as_str().expect("a path").to_owned();
    assert_eq!(home.line(&format!("credential check {path}")).status, 0);
}

#[test]
fn doctor_changes_only_its_own_files() {
    let home = home();
    killed(&home, "credential rotate @K --out new.cred");
    let staged = staged(&home.env.path("")).pop().expect("a file");
    // Another file has the name now.
    home.env.write("new.cred", "something");
    let ran = home.line("doctor --json").assert(1);
    assert_eq!(
        (
            ran.json()["open"].as_array().map(Vec::len),
            ran.json()["finished"].as_array().map(Vec::len)
        ),
        (Some(1), Some(0))
    );
    assert!(ran.err.contains("is a different file"), "{ran}");
    assert_eq!((home.env.read("new.cred").as_str(), staged.exists()), ("something", true));
    // With a complete copy under the name, `doctor` removes the incomplete file.
    let (head, whole) = (std::fs::read(&staged).expect("read"), whole(&home, &staged));
    home.env.write("new.cred", &whole);
    assert_eq!(home.json("doctor")["removed"].as_array().map(Vec::len), Some(1));
    assert!(!staged.exists() && home.env.path("new.cred").exists());
    assert_eq!(home.line("credential check new.cred").status, 0);
    // A changed file is not completed. It is kept, because the database has its name.
    std::fs::remove_file(home.env.path("new.cred")).expect("removed");
    std::fs::write(&staged, &head[1..]).expect("written");
    assert_eq!(home.json("doctor")["finished"], Value::Array(Vec::new()));
    assert!(staged.exists());
}

#[test]
fn a_damaged_database_is_not_written_to_and_the_file_is_completed() {
    let home = home();
    killed(&home, "credential rotate @K --out new.cred");
    let staged = staged(&home.env.path("")).pop().expect("a file");
    home.env.sql("DROP TRIGGER credential_delete_forbidden");
    let entries = home.env.count("SELECT count(*) FROM audit");
    let ran = home.line("doctor --dry-run --json").assert(1);
    assert!(ran.err.contains("credential_delete_forbidden"), "{ran}");
    assert_eq!((home.env.count("SELECT count(*) FROM audit"), staged.exists()), (entries, true));
    let ran = home.line("doctor --json").assert(1);
    assert_eq!(ran.json()["finished"].as_array().map(Vec::len), Some(1));
    assert_eq!((home.env.count("SELECT count(*) FROM audit"), staged.exists()), (entries, false));
    assert!(home.env.path("new.cred").exists());
}

#[test]
fn a_partly_written_end_is_completed() {
    let home = home();
    killed(&home, "credential rotate @K --out new.cred");
    let staged = staged(&home.env.path("")).pop().expect("a file");
    let whole = whole(&home, &staged);
    std::fs::write(&staged, &whole[..whole.len() - 7]).expect("written");
    assert_eq!(home.json("doctor")["finished"].as_array().map(Vec::len), Some(1));
    assert_eq!(home.env.read("new.cred").as_bytes(), whole);
    assert_eq!(home.env.count("SELECT count(*) FROM credential WHERE missing IS NULL"), 1);
}

#[test]
fn an_encrypted_credential_is_completed_too() {
    let home = home();
    let identity = age::x25519::Identity::generate();
    let to = identity.to_public().to_string();
    killed(&home, &format!("credential rotate @K --encrypt-to {to} --out new.age"));
    let staged = staged(&home.env.path("")).pop().expect("a file");
    let head = std::fs::read(&staged).expect("read");
    assert!(age::decrypt(&identity, &head).is_err());
    assert_eq!(whole(&home, &staged).len(), head.len() + 256);
    assert_eq!(home.json("doctor")["finished"].as_array().map(Vec::len), Some(1));
    let encrypted = std::fs::read(home.env.path("new.age")).expect("read");
    home.env.write("open.cred", age::decrypt(&identity, &encrypted).expect("opened"));
    assert_eq!(home.line("credential check open.cred").status, 0);
}

#[test]
fn nothing_is_left_of_a_credential_that_was_not_committed() {
    let home = home();
    std::fs::create_dir(home.env.path("sent")).expect("made");
    let count = |folder: &str| staged(&home.env.path(folder)).len();
    let kill = |folder: &str| {
        let line = format!("credential rotate @K --out-dir {folder}");
        killed_at(&home, "before commit", &line);
        assert_eq!(count(folder), 1);
        opens_nothing(&home, folder, &["next.cred"]);
    };
    kill("sent");
    assert_eq!(home.json("credential list --container @K")[0]["generation"], 1);
    assert_eq!(home.line("credential check k.cred").status, 0);
    // The next credential in the folder removes the file.
    home.line("credential rotate @K --out sent/next.cred").assert(0);
    assert_eq!((count("sent"), home.line("credential check sent/next.cred").status), (0, 0));
    // `doctor` removes such files, too: in the folders of credentials, in the current folder, and
    // in the given folders.
    kill("sent");
    assert_eq!(home.line("doctor --dry-run").assert(0).err, "Found no interrupted work\n");
    assert_eq!(count("sent"), 1);
    assert_eq!(home.line("doctor").assert(0).err, "Removed 1 leftover file\n");
    std::fs::create_dir(home.env.path("other")).expect("made");
    kill("other");
    home.line("doctor").assert(0);
    assert_eq!(count("other"), 1);
    home.refused("doctor none", 2, "usage");
    home.line("doctor other").assert(0);
    assert_eq!(count("other"), 0);
    home.line("audit verify").assert(0);
}

#[test]
fn another_home_removes_no_incomplete_credential() {
    let home = home();
    killed(&home, "credential rotate @K --out new.cred");
    let folder = home.env.path("");
    let other = self::home();
    other.env.run(&["doctor", &folder.to_string_lossy()]).assert(0);
    let line = format!("credential rotate @K --out {}", folder.join("theirs.cred").display());
    other.line(&line).assert(0);
    assert_eq!(staged(&folder).len(), 1);
    assert_eq!(home.json("doctor")["finished"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_rest_of_an_older_credential_is_removed() {
    let home = home();
    killed(&home, "credential rotate @K --out new.cred");
    home.line("credential rotate @K --out newest.cred").assert(0);
    assert_eq!(staged(&home.env.path("")).len(), 1, "the database has its name");
    let done = home.json("doctor");
    assert_eq!(
        (done["finished"].as_array().map(Vec::len), done["removed"].as_array().map(Vec::len)),
        (Some(0), Some(1))
    );
    assert!(!home.env.path("new.cred").exists() && staged(&home.env.path("")).is_empty());
    assert_eq!(home.line("credential check newest.cred").status, 0);
}

/// Returns the names of the private key files, with `*` for the hash of a pending file.
fn key_files(home: &HomeWithContainers) -> Vec<String> {
    let entries = std::fs::read_dir(home.env.path("keys")).expect("listed");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names
        .map(|name| {
            let name = name.to_string_lossy().into_owned();
            match name.split_once(".pem.") {
                Some((name, _)) => format!("{name}.pem.*.new"),
                None => name,
            }
        })
        .filter(|name| !["root.pem", "commercial.pem"].contains(&name.as_str()))
        .filter(|name| !name.ends_with(".anchor"))
        .collect();
    names.sort();
    names
}

/// Returns whether a key with its passphrase in a file signs a license.
fn signs(home: &HomeWithContainers, key: &str, passphrase: &str) -> bool {
    let line = format!(
        "license issue --customer nordwind --product other --edition trial --key {key} --unbound \
         --passphrase-file {passphrase}"
    );
    home.line(&line).status == 0
}

#[test]
fn a_key_that_was_committed_survives_a_crash() {
    let home = home();
    home.env.write("new", "new\n");
    let create = "key create x --edition trial --new-passphrase-file new";
    killed_at(&home, "committed", create);
    assert_eq!(key_files(&home), ["trial.pem", "x.pem.*.new"]);
    assert_eq!(home.json("key show x")["private_key_present"], true);
    // A dry run lists the file and does not rename it.
    let would = home.json("doctor --dry-run");
    assert_eq!(would["finished"][0]["key"], "x", "{would}");
    assert_eq!(key_files(&home), ["trial.pem", "x.pem.*.new"]);
    assert_eq!(home.json(&format!("{create} --if-missing"))["created"], false);
    // The first command that opens the file renames it.
    assert!(signs(&home, "x", "new"));
    assert_eq!(key_files(&home), ["trial.pem", "x.pem"]);
    // `doctor` renames the file, too.
    killed_at(&home, "committed", &create.replace(" x ", " y "));
    let done = home.json("doctor");
    assert_eq!(done["finished"][0]["key"], "y", "{done}");
    assert_eq!(key_files(&home), ["trial.pem", "x.pem", "y.pem"]);
    assert_eq!(home.json("doctor")["finished"], Value::Array(Vec::new()));
    assert!(signs(&home, "y", "new"));
    // The next change of a key renames the file, too.
    killed_at(&home, "committed", &create.replace(" x ", " z "));
    home.line("key revoke y --reason stolen --yes").assert(0);
    assert_eq!(key_files(&home), ["trial.pem", "x.pem", "y.pem", "z.pem"]);
    home.line("audit verify").assert(0);
}

#[test]
fn a_key_that_was_not_committed_leaves_nothing() {
    let home = home();
    killed_at(&home, "before commit", "key create x --edition trial");
    assert_eq!(key_files(&home), ["trial.pem", "x.pem.*.new"]);
    home.env.refused("key show x", 3, "not_found");
    assert_eq!(home.json("doctor")["finished"], Value::Array(Vec::new()));
    home.line("key create y --edition trial").assert(0);
    assert_eq!(key_files(&home), ["trial.pem", "y.pem"]);
    killed_at(&home, "before commit", "key create x --edition trial");
    home.line("key create x --edition trial").assert(0);
    assert_eq!(key_files(&home), ["trial.pem", "x.pem", "y.pem"]);
    assert!(
        home.line(
            "license issue --customer nordwind --product other --edition trial --key x --unbound"
        )
        .status
            == 0
    );
}

#[test]
fn a_key_file_has_the_passphrase_of_the_database() {
    let home = home();
    for name in ["old", "new", "newest"] {
        home.env.write(name, format!("{name}\n"));
    }
    home.line("key passphrase trial --new-passphrase-file old").assert(0);
    let change = "key passphrase trial --passphrase-file old --new-passphrase-file new";
    killed_at(&home, "before commit", change);
    assert_eq!(key_files(&home), ["trial.pem", "trial.pem.*.new"]);
    assert!(!signs(&home, "trial", "new") && signs(&home, "trial", "old"));
    killed_at(&home, "committed", change);
    // The file of the first change is removed. The file of the second change is pending.
    assert_eq!(key_files(&home), ["trial.pem", "trial.pem.*.new"]);
    assert_eq!(home.json("audit list --action key.passphrase").as_array().map(Vec::len), Some(2));
    home.line("key export trial --private --out copy.pem").assert(0);
    assert!(!signs(&home, "trial", "old"));
    assert!(signs(&home, "trial", "new"));
    assert_eq!(key_files(&home), ["trial.pem"]);
    assert_eq!(home.env.read("copy.pem"), home.env.read("keys/trial.pem"));
    // A change right after the crash starts with the committed file.
    let newest = "key passphrase trial --passphrase-file new --new-passphrase-file newest";
    killed_at(&home, "committed", newest);
    home.line("key passphrase trial --passphrase-file newest --new-passphrase-file old").assert(0);
    assert_eq!(key_files(&home), ["trial.pem"]);
    assert!(signs(&home, "trial", "old"));
    // A retired key leaves no file, whatever change was interrupted.
    killed_at(&home, "before commit", change);
    home.line("key retire trial --yes --keep-private").assert(0);
    assert_eq!(key_files(&home), ["trial.pem"]);
    killed_at(&home, "committed", change);
    home.line("key retire trial --yes").assert(0);
    assert!(key_files(&home).is_empty());
    home.line("audit verify").assert(0);
}

#[test]
fn an_imported_key_survives_a_crash() {
    let home = home();
    home.env.write("old", "old\n");
    home.env.write("new", "new\n");
    // The private key of a known key returns.
    home.line("key passphrase trial --new-passphrase-file old").assert(0);
    std::fs::rename(home.env.path("keys/trial.pem"), home.env.path("away.pem")).expect("moved");
    let back =
        "key import trial away.pem --edition trial --passphrase-file old --new-passphrase-file new";
    killed_at(&home, "before commit", back);
    assert_eq!(home.json("key show trial")["private_key_present"], false);
    killed_at(&home, "committed", back);
    assert_eq!(home.json("key show trial")["private_key_present"], true);
    assert!(signs(&home, "trial", "new"));
    assert_eq!(key_files(&home), ["trial.pem"]);
    // A new key from the file in which it will be kept.
    let other = TestEnvironment::seeded(1).and_home();
    std::fs::copy(other.path("keys/trial.pem"), home.env.path("keys/own.pem")).expect("copied");
    let import = "key import own keys/own.pem --edition trial --new-passphrase-file new";
    killed_at(&home, "before commit", import);
    home.env.refused("key show own", 3, "not_found");
    assert_eq!(home.env.read("keys/own.pem"), other.read("keys/trial.pem"));
    killed_at(&home, "committed", import);
    assert_eq!(key_files(&home), ["own.pem", "own.pem.*.new", "trial.pem"]);
    assert!(signs(&home, "own", "new"));
    assert_eq!(key_files(&home), ["own.pem", "trial.pem"]);
    assert!(home.env.read("keys/own.pem").contains("ENCRYPTED"));
}

#[test]
fn a_destruction_is_completed_after_a_crash() {
    let home = home();
    killed_at(&home, "committed", "key retire trial --yes");
    assert_eq!(key_files(&home), ["trial.pem"]);
    assert_eq!(home.json("key show trial")["state"], "retired");
    killed_at(&home, "before commit", "key retire trial --yes");
    assert!(key_files(&home).is_empty());
    assert_eq!(home.json("audit list --action key.destroy"), Value::Array(Vec::new()));
    home.line("key retire trial --yes").assert(0);
    assert_eq!(home.json("audit list --action key.destroy").as_array().map(Vec::len), Some(1));
    home.env.refused("key retire trial --yes", 1, "wrong_state");
}
