//! A customer's computer in a test. It consists of files, so that a test can change its parts, and
//! runs the administrator's program.

use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey};
use licentia_runtime::container::{Disk, Linux, Lock, System};
use licentia_runtime::program::{self, Host};
use serde_json::Value;

use super::{Ran, Stream, TestEnvironment};

/// A computer whose program works in the folder of the test environment.
pub struct Computer<'w> {
    env: &'w TestEnvironment,
    root: tempfile::TempDir,
    /// The position in the stream of the program's entropy.
    pub random: Rc<Cell<u64>>,
    /// The number of write steps after which the disk fails.
    pub stops: Rc<Cell<Option<usize>>>,
    /// The write steps so far.
    pub steps: Rc<RefCell<Vec<String>>>,
    now: RefCell<Option<OsString>>,
}

impl<'w> Computer<'w> {
    /// Creates a computer with a machine ID, a board, a product, a processor, a disk and a network
    /// card. The number makes its parts unique.
    pub fn new(env: &'w TestEnvironment, number: u32) -> Computer<'w> {
        let computer = Computer::bare(env, number);
        let id = format!("{number:04x}");
        for (path, text) in [
            ("etc/machine-id", format!("{}\n", id.repeat(8))),
            ("sys/class/dmi/id/product_uuid", format!("{id}1234-5678-9abc-def0-123456789abc\n")),
            ("sys/class/dmi/id/product_serial", format!("PS-{id}\n")),
            ("sys/class/dmi/id/board_serial", format!("BS-{id}\n")),
            ("proc/cpuinfo", "processor\t: 0\nmodel name\t: Intel(R) Core(TM) i7\n".to_owned()),
            ("sys/block/nvme0n1/device/serial", format!("DISK-{id}\n")),
            ("sys/class/net/eth0/device/vendor", "0x8086\n".to_owned()),
            ("sys/class/net/eth0/address", format!("3c:52:82:00:{}:{}\n", &id[..2], &id[2..])),
        ] {
            computer.part(path, &text);
        }
        computer
    }

    /// Creates a computer without any readable part.
    pub fn bare(env: &'w TestEnvironment, number: u32) -> Computer<'w> {
        Computer {
            env,
            root: tempfile::tempdir().expect("a folder"),
            random: Rc::new(Cell::new(u64::from(number) << 32)),
            stops: Rc::default(),
            steps: Rc::default(),
            now: RefCell::default(),
        }
    }

    /// Returns the path of one of its files.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Replaces a part.
    pub fn part(&self, path: &str, text: &str) {
        let path = self.root.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    /// Returns the root directory of the computer.
    pub fn machine(&self) -> Linux {
        Linux::at(self.root.path())
    }

    /// Sets `LICENTIA_NOW` for the program.
    pub fn set_now(&self, instant: &str) {
        self.now.replace(Some(instant.into()));
    }

    /// Runs `licentia-container` with the words of a line.
    pub fn line(&self, line: &str) -> Ran {
        self.run(&line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())
    }

    /// Runs `licentia-container` with the given arguments.
    pub fn run(&self, args: &[&str]) -> Ran {
        let (out, err) = (Stream::default(), Stream::default());
        let (now, random) = (Rc::clone(&self.env.now), Rc::clone(&self.random));
        let words = std::iter::once("licentia-container").chain(args.iter().copied());
        let mut around = Host {
            args: words.map(OsString::from).collect(),
            clock: Box::new(move || now.get().as_second()),
            now: self.now.borrow().clone(),
            entropy: Box::new(move |bytes| {
                random.set(random.get() + 1);
                super::fill_from("computer", random.get(), bytes);
            }),
            folder: self.env.path(""),
            disk: Box::new(Failing {
                stops: Rc::clone(&self.stops),
                steps: Rc::clone(&self.steps),
            }),
            machine: Box::new(self.machine()),
            input: Box::new(Cursor::new(self.env.input.take())),
            out: Box::new(out.clone()),
            err: Box::new(err.clone()),
        };
        let status = program::run(&mut around);
        drop(around);
        let err = String::from_utf8(err.0.take()).expect("messages are text");
        Ran { status, out: out.0.take(), err, folder: self.env.path("") }
    }

    /// Runs a command that must succeed, and reads its JSON.
    pub fn json(&self, line: &str) -> Value {
        self.line(&format!("{line} --json")).assert(0).json()
    }

    /// Runs a command that must fail with the given status and error code. Returns the message and
    /// the hint.
    pub fn refused(&self, line: &str, status: u8, code: &str) -> String {
        let ran = self.line(&format!("{line} --json"));
        let last = ran.err.lines().last().unwrap_or_default();
        let error: Value = serde_json::from_str(last)
            .unwrap_or_else(|_| panic!("no error object at the end of {ran}"));
        assert_eq!(
            (ran.status, error["error"]["code"].as_str().unwrap_or_default()),
            (status, code),
            "{line}: {ran}"
        );
        assert!(ran.out.is_empty(), "a command that fails prints no data: {ran}");
        let text = format!(
            "{} | {}",
            error["error"]["message"].as_str().unwrap_or_default(),
            error["error"]["hint"].as_str().unwrap_or_default()
        );
        text.replace(&*self.env.path("").to_string_lossy(), "[DIR]/")
    }
}

/// A disk that is full, or whose power fails, after a number of steps. The write at that step is
/// incomplete.
struct Failing {
    stops: Rc<Cell<Option<usize>>>,
    steps: Rc<RefCell<Vec<String>>>,
}

impl Failing {
    /// Returns whether this step fails. All steps after a failed step fail, too.
    fn fails(&self, what: &str, path: &Path) -> bool {
        let name =
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.steps.borrow_mut().push(format!("{what} {name}"));
        match self.stops.get() {
            None => false,
            Some(0) => true,
            Some(left) => {
                self.stops.set(Some(left - 1));
                false
            }
        }
    }
}

fn full() -> io::Error {
    io::ErrorKind::StorageFull.into()
}

impl Disk for Failing {
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        System.read(path, most)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        if self.fails("make", path) { Err(full()) } else { System.make_folder(path) }
    }

    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
        if self.fails("write", path) {
            System.write(path, &bytes[..bytes.len() / 2], private)?;
            return Err(full());
        }
        System.write(path, bytes, private)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        if self.fails("sync", path) { Err(full()) } else { System.sync(path) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.fails("rename", to) { Err(full()) } else { System.rename(from, to) }
    }

    fn put(&self, path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
        if self.fails("put", path) { Err(full()) } else { System.put(path, bytes, force) }
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        System.lock(path)
    }
}

/// Signs any claims with the private key of a container folder, as its owner can.
pub fn sign(folder: &Path, claims: &Value) -> String {
    let key: Value = serde_json::from_slice(&std::fs::read(folder.join("key.jwk")).expect("read"))
        .expect("JSON");
    let part = |name: &str| key[name].as_str().expect("a part");
    let secret = URL_SAFE_NO_PAD.decode(part("d")).expect("base64url");
    let pair = SigningKey::from_bytes(secret.as_slice().try_into().expect("32 bytes"));
    let header = serde_json::json!({"alg": "EdDSA", "kid": licentia_runtime::thumbprint(part("x")), "typ": "licentia-context+jwt"});
    let signed = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(pair.sign(signed.as_bytes()).to_bytes()))
}

/// Copies a folder, as a backup does.
pub fn copy(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("listed") {
        let path: PathBuf = entry.expect("an entry").path();
        std::fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("copied");
    }
}
