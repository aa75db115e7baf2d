//! A home with containers, and a customer's computer.

use std::sync::OnceLock;

use licentia_runtime::container::{Folder, Machine as _, System};
use licentia_runtime::{Binding, KeySet, Policy, Trust, Update};
use serde_json::Value;

use super::computer::Computer;
use super::home_copy::HomeCopy;
use super::{Ran, TestEnvironment};

/// A home with a cloud container (`K`) and two dongles (`D`, `E`) of the customer nordwind, and a
/// cloud container of the customer sued (`S`).
pub struct HomeWithContainers {
    pub env: TestEnvironment,
}

impl HomeWithContainers {
    pub fn new() -> HomeWithContainers {
        static COPY: OnceLock<HomeCopy> = OnceLock::new();
        let env =
            TestEnvironment::copied(COPY.get_or_init(|| HomeWithContainers::prepared().env.copy()));
        HomeWithContainers { env }
    }

    fn prepared() -> HomeWithContainers {
        let home = HomeWithContainers { env: TestEnvironment::with_catalogue() };
        home.line("customer add sued --name Süd --email it@sued.example").assert(0);
        home.line(
            "container create --customer nordwind --kind cloud --user anna --label Kontor \
            --reference K --out k.cred",
        )
        .assert(0);
        home.line(
            "container create --customer nordwind --kind dongle --hardware 3-4711829 --reference D",
        )
        .assert(0);
        home.line(
            "container create --customer nordwind --kind dongle --hardware 3-4711830 --reference E",
        )
        .assert(0);
        home.line("container create --customer sued --kind cloud --reference S --out s.cred")
            .assert(0);
        home
    }

    /// Returns the serial of the container with a reference.
    pub fn serial(&self, reference: &str) -> String {
        let database = rusqlite::Connection::open(self.env.path("licentia.db")).expect("opened");
        let sql = "SELECT serial FROM container WHERE reference = ?1 UNION ALL SELECT serial FROM \
            license WHERE reference = ?1";
        database
            .query_row(sql, [reference], |row| row.get(0))
            .unwrap_or_else(|_| panic!("no {reference}"))
    }

    /// Returns a line in which `@K` is replaced with the serial of the container with the reference
    /// K.
    pub fn typed(&self, line: &str) -> String {
        let word = |word: &str| {
            word.strip_prefix('@').map_or_else(|| word.to_owned(), |name| self.serial(name))
        };
        line.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }

    pub fn line(&self, line: &str) -> Ran {
        self.env.line(&self.typed(line))
    }

    pub fn json(&self, line: &str) -> Value {
        self.env.json(&self.typed(line))
    }

    pub fn refused(&self, line: &str, status: u8, code: &str) -> String {
        self.env.refused(&self.typed(line), status, code)
    }

    /// Issues a license of work-management for nordwind, not delivered.
    pub fn issue(&self, reference: &str, terms: &str) {
        let line = format!(
            "license issue --customer nordwind --product work-management --reference {reference} \
             {terms}"
        );
        self.line(&line).assert(0);
    }

    /// Returns the placements and the state of a license: `K 6 live, D 3 returning; 1 free, active,
    /// r2`.
    pub fn placements(&self, reference: &str) -> String {
        let license = self.json(&format!("license show ref:{reference}"));
        let held = license["activations"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|it| it["ended_at"].is_null());
        let name = |serial: &str| {
            ["K", "D", "E", "S", "M"].into_iter().find(|name| {
                self.env.count(&format!(
                    "SELECT count(*) FROM container WHERE reference = \
                    '{name}' AND serial = '{serial}'"
                )) == 1
            })
        };
        let held: Vec<String> = held
            .map(|it| {
                let place = it["container"]
                    .as_str()
                    .map_or("unbound", |serial| name(serial).unwrap_or("?"));
                format!("{place} {} {}", it["seats"], it["state"].as_str().unwrap_or_default())
            })
            .collect();
        format!(
            "{}; {} free, {}, r{}",
            held.join(", "),
            license["seats_free"],
            license["state"].as_str().unwrap_or_default(),
            license["revision"]
        )
    }

    /// Reads an update file, as a container does.
    pub fn update(&self, name: &str) -> Update {
        let root = self.json("key list --all")[0]["kid"].as_str().expect("a thumbprint").to_owned();
        let trust = Trust::new(&root, 1_830_000_000).allow_test();
        Update::open(self.env.read(name).as_bytes(), None::<&KeySet>, &trust).expect("an update")
    }

    /// Returns the licenses in an update: serial, revision, seats.
    pub fn licenses_in(&self, name: &str) -> Vec<(String, u32, u32)> {
        let update = self.update(name);
        update
            .licenses()
            .iter()
            .map(|it| (it.claims().sub.clone(), it.claims().revision, it.claims().seats))
            .collect()
    }
}

/// Returns the thumbprint of the root key, as the vendor's manual prints it.
pub fn root(home: &HomeWithContainers) -> String {
    home.json("key list --all")[0]["kid"].as_str().expect("a thumbprint").to_owned()
}

/// Creates the container `M` of nordwind for a computer with the folder `press`.
pub fn create_device_container(home: &HomeWithContainers, computer: &Computer<'_>) {
    let line =
        format!("request --folder press --root {} --test --privileged --out press.ctx", root(home));
    computer.line(&line).assert(0);
    home.line(
        "container create --customer nordwind --kind device --request press.ctx --label \
        Press --reference M",
    )
    .assert(0);
}

/// Writes an update, applies it on the computer, and imports the receipt.
pub fn deliver_update(home: &HomeWithContainers, computer: &Computer<'_>) -> Value {
    home.line("container update @M --out press.upd --force").assert(0);
    computer.line("apply --folder press press.upd").assert(0);
    computer.line("receipt --folder press --out receipt.ctx --force").assert(0);
    home.json("container receive receipt.ctx")
}

/// Returns the number of licenses in a folder that the application on a computer accepts.
pub fn count_accepted_licenses(
    home: &HomeWithContainers,
    computer: &Computer<'_>,
    folder: &str,
) -> Result<usize, String> {
    let now = 1_795_305_600;
    let opened = Folder::open(&System, &home.env.path(folder), now)
        .map_err(|fault| fault.code().to_owned())?;
    let device = opened
        .device(&computer.machine().properties(false))
        .map_err(|fault| fault.code().to_owned())?;
    // The application trusts the root key that is compiled into it, not the root key that the
    // folder names.
    let (pin, keyset) = (root(home), opened.keyset().expect("a key set").to_owned());
    let keys =
        KeySet::open(keyset.as_bytes(), &Trust::new(&pin, now).allow_test()).expect("the vendor's");
    let mut good = 0;
    for text in opened.texts() {
        let policy = Policy::at(now).product("work-management").binding(Binding::Device(&device));
        keys.license(text.as_bytes(), &policy).map_err(|refusal| refusal.code.to_string())?;
        good += 1;
    }
    Ok(good)
}
