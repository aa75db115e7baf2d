//! The properties of the computer. Each property can be missing. A property that only root can read
//! is read if the process may read it.

use std::fs;
use std::path::{Path, PathBuf};

/// The name of a property and its values as read: several values if there are several cards.
pub type Read = (&'static str, Vec<String>);

/// The properties of a computer, implemented once for each operating system.
pub trait Machine {
    /// Returns the properties without hashing. `for_all` limits them to those that every user may
    /// read: an application of another user must find the properties of a request that root made.
    fn properties(&self, for_all: bool) -> Vec<Read>;
}

/// A computer that runs Linux.
#[derive(Clone, Debug)]
pub struct Linux {
    root: PathBuf,
}

impl Default for Linux {
    fn default() -> Self {
        Linux::at("/")
    }
}

impl Linux {
    /// Returns the computer with this root directory. Tests create a directory of files.
    pub fn at(root: impl Into<PathBuf>) -> Linux {
        Linux { root: root.into() }
    }

    fn read(&self, path: &str, for_all: bool) -> Option<String> {
        read_text(&self.root.join(path), for_all)
    }

    fn cpu(&self, for_all: bool) -> Option<String> {
        let text = self.read("proc/cpuinfo", for_all)?;
        let named = |name: &str| {
            let mut lines = text.lines().filter_map(|line| line.split_once(':'));
            lines.find(|(key, _)| key.trim() == name).map(|(_, value)| value.to_owned())
        };
        ["model name", "cpu model", "Processor"].into_iter().find_map(named)
    }

    /// Returns the serial of the first disk that is neither virtual nor removable.
    fn disk(&self, for_all: bool) -> Option<String> {
        let virtuals = ["loop", "ram", "zram", "dm-", "md", "sr", "fd", "nbd"];
        let disks = names_in(&self.root.join("sys/block"));
        let disks =
            disks.into_iter().filter(|name| !virtuals.iter().any(|start| name.starts_with(start)));
        disks
            .map(|name| self.root.join("sys/block").join(name))
            .filter(|disk| !is_carried(disk))
            .find_map(|disk| {
                let of = |name: &str| read_text(&disk.join(name), for_all);
                of("device/serial").or_else(|| of("serial")).or_else(|| {
                    // In a SCSI page four bytes precede the text.
                    let page = read_bytes(&disk.join("device/vpd_pg80"), for_all)?;
                    let text = String::from_utf8_lossy(page.get(4..)?).trim().to_owned();
                    (!text.is_empty()).then_some(text)
                })
            })
    }

    /// Returns the addresses that the manufacturers gave to the built-in network cards.
    fn cards(&self, for_all: bool) -> Vec<String> {
        let cards = names_in(&self.root.join("sys/class/net"))
            .into_iter()
            .map(|name| self.root.join("sys/class/net").join(name));
        let physical = |card: &PathBuf| {
            let of = |name: &str| read_text(&card.join(name), for_all);
            let is_given = of("addr_assign_type").is_none_or(|kind| kind == "0");
            card.join("device").exists()
                && is_given
                && of("type").is_none_or(|kind| kind == "1")
                && !is_carried(card)
        };
        cards
            .filter(physical)
            .filter_map(|card| read_text(&card.join("address"), for_all))
            .collect()
    }
}

impl Machine for Linux {
    fn properties(&self, for_all: bool) -> Vec<Read> {
        let first = |paths: &[&str]| paths.iter().find_map(|path| self.read(path, for_all));
        let one = |value: Option<String>| value.into_iter().collect();
        vec![
            ("machine_id", one(first(&["etc/machine-id", "var/lib/dbus/machine-id"]))),
            ("product_uuid", one(first(&["sys/class/dmi/id/product_uuid"]))),
            (
                "product_serial",
                one(first(&["sys/class/dmi/id/product_serial", "proc/device-tree/serial-number"])),
            ),
            ("board_serial", one(first(&["sys/class/dmi/id/board_serial"]))),
            ("cpu_model", one(self.cpu(for_all))),
            ("disk_serial", one(self.disk(for_all))),
            ("mac", self.cards(for_all)),
        ]
    }
}

/// The maximum number of bytes read from a file: /proc/cpuinfo grows with the number of processors.
const MOST: u64 = 1 << 20;

#[expect(clippy::disallowed_methods, reason = "the one place that reads what a computer is")]
fn read_bytes(path: &Path, for_all: bool) -> Option<Vec<u8>> {
    use std::io::Read as _;
    let file = fs::File::open(path).ok()?;
    let about = file.metadata().ok()?;
    if !about.is_file() || for_all && !is_readable_for_all(&about) {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(unix)]
fn is_readable_for_all(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    about.permissions().mode() & 0o004 != 0
}

/// Returns true, because systems without modes have none of these files.
#[cfg(not(unix))]
fn is_readable_for_all(_: &fs::Metadata) -> bool {
    true
}

fn read_text(path: &Path, for_all: bool) -> Option<String> {
    let bytes = read_bytes(path, for_all)?;
    let text = String::from_utf8_lossy(&bytes)
        .trim_matches(|c: char| c.is_whitespace() || c == '\0')
        .to_owned();
    (!text.is_empty()).then_some(text)
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Returns true if a device is removable or connected by USB.
fn is_carried(path: &Path) -> bool {
    let is_removable = read_text(&path.join("removable"), false).is_some_and(|text| text == "1");
    is_removable || fs::canonicalize(path).is_ok_and(|path| path.to_string_lossy().contains("/usb"))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a computer made of files")]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn computer(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Linux) {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        let linux = Linux::at(folder.path());
        (folder, linux)
    }

    fn of(files: &[(&str, &[u8])], name: &str) -> Vec<String> {
        let (_folder, linux) = computer(files);
        linux
            .properties(false)
            .into_iter()
            .find(|(found, _)| *found == name)
            .map(|(_, values)| values)
            .unwrap_or_default()
    }

    #[test]
    fn each_property_is_read_where_it_stands_and_may_be_missing() {
        let (_folder, bare) = computer(&[]);
        assert!(bare.properties(false).iter().all(|(_, values)| values.is_empty()));
        for (path, name) in [
            ("etc/machine-id", "machine_id"),
            ("var/lib/dbus/machine-id", "machine_id"),
            ("sys/class/dmi/id/product_uuid", "product_uuid"),
            ("sys/class/dmi/id/product_serial", "product_serial"),
            ("proc/device-tree/serial-number", "product_serial"),
            ("sys/class/dmi/id/board_serial", "board_serial"),
            ("sys/block/sda/device/serial", "disk_serial"),
            ("sys/block/vda/serial", "disk_serial"),
        ] {
            assert_eq!(of(&[(path, b" V1\0\n")], name), ["V1"], "{path}");
        }
        assert!(of(&[("etc/machine-id", b"\n")], "machine_id").is_empty());
    }

    #[test]
    fn the_processor_is_called_by_what_its_maker_says() {
        let cpu = |text: &str| of(&[("proc/cpuinfo", text.as_bytes())], "cpu_model");
        assert_eq!(
            cpu("processor\t: 0\nmodel name\t: Fast 9\nmodel name\t: Fast 9\n"),
            [" Fast 9"]
        );
        assert_eq!(cpu("cpu model\t\t: Slow 1\n"), [" Slow 1"]);
        assert!(cpu("processor\t: 0\nmodel\t: 3\n").is_empty());
    }

    #[test]
    fn the_first_disk_is_one_that_is_built_in() {
        let disk = |files: &[(&str, &[u8])]| of(files, "disk_serial");
        assert_eq!(
            disk(&[
                ("sys/block/sdb/device/serial", b"two"),
                ("sys/block/sda/device/serial", b"one")
            ]),
            ["one"]
        );
        // A disk without a serial is skipped.
        assert_eq!(
            disk(&[
                ("sys/block/sda/size", b"1"),
                ("sys/block/sdb/device/vpd_pg80", b"\0\x80\0\x06  PG80")
            ]),
            ["PG80"]
        );
        let made_up: [(&str, &[u8]); 3] = [
            ("sys/block/loop0/serial", b"a"),
            ("sys/block/dm-0/serial", b"b"),
            ("sys/block/zram0/serial", b"c"),
        ];
        assert!(disk(&made_up).is_empty());
        assert!(
            disk(&[("sys/block/sda/device/serial", b"stick"), ("sys/block/sda/removable", b"1\n")])
                .is_empty()
        );
        let (folder, linux) = computer(&[("sys/devices/pci0/usb1/sda/device/serial", b"stick")]);
        fs::create_dir_all(folder.path().join("sys/block")).expect("made");
        let at = folder.path().join("sys/devices/pci0/usb1/sda");
        std::os::unix::fs::symlink(at, folder.path().join("sys/block/sda")).expect("linked");
        assert_eq!(linux.disk(false), None, "what hangs on a cable");
    }

    #[test]
    fn cards_count_that_are_built_in_and_have_their_makers_address() {
        let card = |more: &[(&str, &[u8])]| {
            let mut files: Vec<(&str, &[u8])> =
                vec![("sys/class/net/eth0/address", b"3c:52:82:00:00:01\n")];
            files.extend(more);
            of(&files, "mac").len()
        };
        assert_eq!(card(&[]), 0, "bridges and tunnels have no device");
        assert_eq!(card(&[("sys/class/net/eth0/device/vendor", b"x")]), 1);
        let built_in = ("sys/class/net/eth0/device/vendor", b"x".as_slice());
        assert_eq!(
            card(&[built_in, ("sys/class/net/eth0/addr_assign_type", b"3\n")]),
            0,
            "a fixed serial"
        );
        assert_eq!(card(&[built_in, ("sys/class/net/eth0/type", b"512\n")]), 0, "no Ethernet");
        let second: [(&str, &[u8]); 2] = [
            ("sys/class/net/eth1/device/vendor", b"x"),
            ("sys/class/net/eth1/address", b"3c:52:82:00:00:02\n"),
        ];
        assert_eq!(card(&[built_in, second[0], second[1]]), 2);
    }

    #[test]
    fn properties_that_only_root_can_read_are_omitted() {
        let (folder, linux) =
            computer(&[("sys/class/dmi/id/board_serial", b"B1"), ("etc/machine-id", b"m1")]);
        let secret = folder.path().join("sys/class/dmi/id/board_serial");
        fs::set_permissions(secret, fs::Permissions::from_mode(0o440)).expect("changed");
        let named = |for_all| {
            linux.properties(for_all).iter().filter(|(_, values)| !values.is_empty()).count()
        };
        assert_eq!((named(true), named(false)), (1, 2));
    }
}
