//! Any claims of updates with a valid signature, applied to a container's folder. The folder must
//! be in the old state or in a later one, and must open.
#![no_main]

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, commercial, container, kid, root, sign};
use licentia_runtime::container::{Applied, Disk, Folder, KEY, Lock, Order, STATE, System};

type Files = HashMap<PathBuf, Vec<u8>>;

/// Files in memory.
struct Memory(RefCell<Files>);

impl Disk for Memory {
    fn read(&self, path: &Path, _: usize) -> io::Result<Vec<u8>> {
        self.0.borrow().get(path).cloned().ok_or(io::ErrorKind::NotFound.into())
    }
    fn make_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn write(&self, path: &Path, bytes: &[u8], _: bool) -> io::Result<()> {
        self.0.borrow_mut().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
    fn sync(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let bytes = self.0.borrow_mut().remove(from).ok_or(io::ErrorKind::NotFound)?;
        self.write(to, &bytes, false)
    }
    fn put(&self, path: &Path, bytes: &[u8], _: bool) -> io::Result<()> {
        self.write(path, bytes, false)
    }
    // Only `System` can create a lock. Each process has another /proc/self, so that concurrent
    // fuzzers do not wait.
    fn lock(&self, _: &Path) -> io::Result<Lock> {
        System.lock(Path::new("/proc/self"))
    }
}

/// A folder without an update, a folder with an update, and a folder with an edited update.
static STARTS: LazyLock<[Files; 3]> = LazyLock::new(|| {
    let (path, pin, disk) = (Path::new("c"), kid(&root()), Memory(RefCell::default()));
    let set = include_str!("../../runtime/tests/vectors/demo.keyset");
    let order = Order { root: &pin, keyset: Some(set), test: true, hardware: None };
    let read = [("board_serial", vec!["PF3XK1AB".to_owned()])];
    let entropy =
        &mut |bytes: &mut [u8]| bytes.copy_from_slice(&container().to_bytes()[..bytes.len()]);
    Folder::request(&disk, path, &order, &read, NOW, entropy).expect("a folder");
    let new = disk.0.borrow().clone();
    let first = format!(
        r#"{{"iss":"https://acme.example/licensing","sub":"K-11111-1111X","jti":"1","iat":{NOW},"fmt":1,"test":true,"key":"{}","counter":7,"licenses":[],"blocked":null}}"#,
        kid(&container()),
    );
    let first = sign(&commercial(), "licentia-update+jwt", first.as_bytes());
    Folder::apply(&disk, path, first.as_bytes(), NOW).expect("the first update");
    let taken = disk.0.into_inner();
    let mut edited = taken.clone();
    let state = edited.get_mut(&path.join(STATE)).expect("a state");
    *state = String::from_utf8_lossy(state).replace(&first, &first[..first.len() - 4]).into_bytes();
    [new, taken, edited]
});

fuzz_target!(|payload: &[u8]| {
    let (path, update) = (Path::new("c"), sign(&commercial(), "licentia-update+jwt", payload));
    for start in &*STARTS {
        let disk = Memory(RefCell::new(start.clone()));
        let file = |name: &str| disk.0.borrow().get(&path.join(name)).cloned();
        let before = Folder::open(&disk, path, NOW).ok();
        let outcome = Folder::apply(&disk, path, update.as_bytes(), NOW);
        assert_eq!(file(KEY).as_ref(), start.get(&path.join(KEY)));
        if !matches!(outcome, Ok((_, Applied::Now))) {
            assert_eq!(file(STATE).as_ref(), start.get(&path.join(STATE)));
        }
        let Ok((folder, applied)) = outcome else { continue };
        let after = Folder::open(&disk, path, NOW).expect("a whole folder");
        let counter = before.as_ref().and_then(Folder::counter);
        assert!(
            after.counter() == folder.counter()
                && after.texts() == folder.texts()
                && after.keyset().is_some()
        );
        assert!(if applied == Applied::Now {
            after.counter() > counter
        } else {
            after.counter() == counter
        });
        assert!(
            before
                .as_ref()
                .and_then(Folder::serial)
                .is_none_or(|serial| after.serial() == Some(serial))
        );
        let version = |folder: &Folder| folder.keys().map(|keys| keys.claims().version);
        assert!(before.as_ref().and_then(version) <= version(&after));
        // A repeated update changes nothing.
        let again =
            Folder::apply(&disk, path, update.as_bytes(), NOW).expect("an update that was taken");
        assert!(again.1 != Applied::Now);
    }
});
