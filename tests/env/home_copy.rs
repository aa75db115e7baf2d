//! A copy of a prepared home in memory. Tests start from the copy, so that its commands run once
//! for all tests.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

/// The files and folders of a home, and the state of its test entropy.
pub struct HomeCopy {
    /// The number of draws for each purpose.
    pub draws: BTreeMap<&'static str, u64>,
    /// The files and folders. Folders precede their contents.
    parts: Vec<Part>,
}

struct Part {
    /// The path below the home.
    path: PathBuf,
    mode: u32,
    /// The bytes of a file, or `None` for a folder.
    content: Option<Vec<u8>>,
}

impl HomeCopy {
    /// Reads a home that no process has open.
    pub fn of(home: &Path, draws: BTreeMap<&'static str, u64>) -> HomeCopy {
        let mut parts = Vec::new();
        read(home, Path::new(""), &mut parts);
        HomeCopy { draws, parts }
    }

    /// Writes the home into an empty folder.
    pub fn write(&self, folder: &Path) {
        for Part { path, mode, content } in &self.parts {
            let path = folder.join(path);
            match content {
                Some(content) => fs::write(&path, content).expect("a file"),
                None => fs::create_dir(&path).expect("a folder"),
            }
            fs::set_permissions(&path, Permissions::from_mode(*mode)).expect("a mode");
        }
    }
}

fn read(home: &Path, below: &Path, parts: &mut Vec<Part>) {
    for entry in fs::read_dir(home.join(below)).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = below.join(entry.file_name());
        let found = entry.metadata().expect("a file or a folder");
        let mode = found.permissions().mode();
        if found.is_dir() {
            parts.push(Part { path: path.clone(), mode, content: None });
            read(home, &path, parts);
        } else {
            let content = Some(fs::read(entry.path()).expect("a file"));
            parts.push(Part { path, mode, content });
        }
    }
}
