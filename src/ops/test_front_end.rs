//! A home in memory, and a front end that answers without a person, for the tests of use cases.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::str::FromStr;

use licentia_runtime::{KeySet, Trust};
use serde_json::json;
use zeroize::Zeroizing;

use crate::domain::audit::{Author, Entry, NewEntry};
use crate::domain::container::Container;
use crate::domain::customer::{Customer, User};
use crate::domain::key::{Key, Purpose};
use crate::domain::license::License;
use crate::domain::license::terms::Terms;
use crate::domain::license::tests::now;
use crate::domain::module::Module;
use crate::domain::name::{Name, Slug, Uri};
use crate::domain::product::{ContainerKind, Product};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{ErrorCode, Random};
use crate::ops::container::create::{ContainerOrder, CreateContainer};
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::execute::{
    Creation, Decision, Execution, Executor, FrontEnd, Mode, PlannedFile, UseCase, create,
};
use crate::ops::home::init::{InitHome, Keys};
use crate::ops::home::join::JoinVendor;
use crate::ops::impact::Impact;
use crate::ops::key::anchor_file::{AnchorFile, NewAnchor};
use crate::ops::key::private_key::{KeyFile, KeyFileNeed, PrivateKeyFiles};
use crate::ops::license::activate::ActivateLicense;
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::private_file::{LeftFile, PrivateFile, StagedPath};
use crate::signing::envelope::Envelope;
use crate::signing::{self, Signer};
use crate::store::{AuditFilter, SchemaCheck, Store, gather};

/// A home with the customers `c` and `d`, the users `anna` and `bo` of `c`, and a product `p` that
/// has the modules `a` and `b`.
pub(crate) struct TestHome {
    /// The folder of the database; `None` for a database in memory.
    folder: Option<tempfile::TempDir>,
    pub(crate) store: Store,
    vendor: Vendor,
    front_end: TestFrontEnd,
}

/// Returns the code of an error of a use case.
pub(crate) fn code_of(error: &Failure) -> ErrorCode {
    error.rule().unwrap_or_else(|| panic!("without a code: {error:?}")).code
}

/// Reads a value from its text.
pub(crate) fn value<T: FromStr>(text: &str) -> T
where
    T::Err: Debug,
{
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// A front end that confirms nothing and writes no file. Each reading advances its clock by one
/// second. It has every private key that it opened.
struct TestFrontEnd {
    wants_files: bool,
    keys: Keys,
    /// The private keys that were created or imported.
    opened: Vec<Signer>,
    /// The private key that the next import finds in its file.
    in_file: Option<Signer>,
    /// The anchor files by the thumbprints of their keys.
    anchors: BTreeMap<String, String>,
    /// The names of the keys that had no anchor file when they were unlocked.
    missing_anchors: Vec<String>,
    author: Author,
    random: Box<Random<'static>>,
    seconds: std::cell::Cell<i64>,
    /// The last credential file.
    credential: Option<PrivateFile>,
}

impl TestHome {
    /// Creates a home in memory.
    pub(crate) fn new() -> TestHome {
        TestHome::fill(Store::in_memory(), None)
    }

    /// Creates a home on the disk, which other connections can open.
    pub(crate) fn on_disk() -> TestHome {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::create(&folder.path().join("licentia.db")).expect("a database");
        TestHome::fill(store, Some(folder))
    }

    fn fill(mut store: Store, folder: Option<tempfile::TempDir>) -> TestHome {
        let vendor = Vendor {
            name: Name::stored("Acme".into()),
            issuer: Uri::stored("urn:acme".into()),
            status_uri: Uri::stored("urn:acme/status".into()),
            test: true,
            plain_keys: true,
            joined: false,
            created_at: now().to_string(),
        };
        let (author, mut random) = (author(), entropy(0));
        let keys = Keys::generate(&mut *random);
        let creation = Creation {
            store: &mut store,
            vendor: &vendor,
            author: &author,
            random: &mut *random,
            now: now(),
        };
        let plan = InitHome::new(vendor.clone(), keys);
        let keys = create(creation, plan).expect("a home").keys;
        TestHome::with(store, folder, vendor, TestFrontEnd::new(keys, author, random))
    }

    /// Creates a second site of the vendor, which has all private keys except the root key.
    pub(crate) fn second_site(&self) -> TestHome {
        let mut store = Store::in_memory();
        let vendor = Vendor {
            status_uri: Uri::stored("urn:acme/second".into()),
            joined: true,
            ..self.vendor.clone()
        };
        let (author, mut random) = (author(), entropy(100));
        let text = self.store.reader().find_keyset().expect("read").expect("a key set").text;
        let claims = self.keys(&text).claims().clone();
        let creation = Creation {
            store: &mut store,
            vendor: &vendor,
            author: &author,
            random: &mut *random,
            now: now(),
        };
        create(creation, JoinVendor { vendor: vendor.clone(), claims, text }).expect("a site");
        let own = &self.front_end.keys;
        let keys = Keys {
            root: own.root.clone(),
            commercial: own.commercial.clone(),
            trial: own.trial.clone(),
        };
        TestHome::with(store, None, vendor, TestFrontEnd::new(keys, author, random))
    }

    /// Opens a key set of the vendor.
    pub(crate) fn keys(&self, text: &str) -> KeySet {
        let pin = Trust::new(self.front_end.keys.root.kid(), now().as_second() + 60).allow_test();
        KeySet::open(text.as_bytes(), &pin).expect("a key set")
    }

    /// Returns the key set of the home.
    pub(crate) fn own_keys(&self) -> KeySet {
        self.keys(&self.store.reader().find_keyset().expect("read").expect("a key set").text)
    }

    /// Stores a private key in the file that the next import reads.
    pub(crate) fn put_into_file(&mut self, signer: Signer) {
        self.front_end.in_file = Some(signer);
    }

    /// Copies the private keys that were created here to another site.
    pub(crate) fn share_keys(&self, site: &mut TestHome) {
        site.front_end.opened.clone_from(&self.front_end.opened);
    }

    /// Returns the private keys of the home.
    pub(crate) fn private_keys(&self) -> &Keys {
        &self.front_end.keys
    }

    /// Returns the names of the keys that had no anchor file when they were unlocked.
    pub(crate) fn missing_anchors(&self) -> &[String] {
        &self.front_end.missing_anchors
    }

    /// Removes the anchor files of all keys.
    pub(crate) fn remove_anchor_files(&mut self) {
        self.front_end.anchors.clear();
    }

    /// Returns the anchor file of a key.
    pub(crate) fn anchor_file(&mut self, key: &Key) -> AnchorFile {
        self.front_end.anchor(key).expect("an anchor file")
    }

    /// Fills a home with its first records.
    fn with(
        mut store: Store,
        folder: Option<tempfile::TempDir>,
        vendor: Vendor,
        front_end: TestFrontEnd,
    ) -> TestHome {
        let tx = store.locked();
        for code in ["c", "d"] {
            tx.insert_customer(&customer(code)).expect("a customer");
        }
        for name in ["anna", "bo"] {
            tx.insert_user(&user("c", name)).expect("a user");
        }
        let (code, name) = (Slug::stored("p".into()), Name::stored("P".into()));
        let product = Product::bare(code, name, now().to_string());
        tx.insert_product(&product).expect("a product");
        for code in ["a", "b"] {
            let code = Slug::stored(code.into());
            let module = Module { code, name: None, parent: None, created_at: now().to_string() };
            tx.insert_module(&product.code, &module).expect("a module");
        }
        tx.commit_unaudited().expect("committed");
        TestHome { folder, store, vendor, front_end }
    }

    /// Opens the database in the same way as another process.
    pub(crate) fn other_connection(&self) -> Store {
        let folder = self.folder.as_ref().expect("a home on the disk");
        Store::open(&folder.path().join("licentia.db"), SchemaCheck::Required).expect("opened")
    }

    /// Returns the audit entries of an action.
    pub(crate) fn entries(&self, action: &str) -> Vec<Entry> {
        let filter = AuditFilter { action: Some(action.to_owned()), ..AuditFilter::default() };
        let entries = gather(|take| self.store.reader().list_audit(&filter, take));
        entries.expect("entries").into_iter().map(|(entry, _)| entry).collect()
    }

    pub(crate) fn execute<U: UseCase>(&mut self, mode: Mode, request: &U) -> Result<Execution<U>> {
        let (store, vendor) = (&mut self.store, &self.vendor);
        Executor { store, vendor, front_end: &mut self.front_end, mode }.execute(request)
    }

    /// Executes a request that must change the database. Returns the applied plan.
    pub(crate) fn apply<U: UseCase>(&mut self, request: &U) -> U::Plan {
        match self.execute(Mode::Apply, request) {
            Ok(Execution::Applied(plan)) => plan,
            Ok(_) => panic!("nothing was applied"),
            Err(error) => panic!("{error:?}"),
        }
    }

    /// Plans a request that must change nothing. Returns the record that it leaves unchanged.
    pub(crate) fn unchanged<U: UseCase>(&self, request: &U) -> U::Unchanged {
        match request.plan(self.store.reader(), now()) {
            Ok(Decision::Unchanged(unchanged)) => unchanged,
            Ok(Decision::Change(_)) => panic!("a change"),
            Err(error) => panic!("{error:?}"),
        }
    }

    /// Executes a request that must fail, as a dry run and as an applied change. Returns the code
    /// of the error, which is the same for both.
    pub(crate) fn error<U: UseCase>(&mut self, request: &U) -> ErrorCode {
        let [dry, applied] = [Mode::DryRun, Mode::Apply].map(|mode| {
            let error = self.execute(mode, request).err().expect("an error");
            code_of(&error)
        });
        assert_eq!(dry, applied);
        applied
    }

    /// Makes the user ask for files.
    pub(crate) fn want_files(&mut self) {
        self.front_end.wants_files = true;
    }

    /// Changes rows directly, without a use case. An entry has their records.
    pub(crate) fn write(&mut self, write: impl FnOnce(&crate::store::Transaction<'_>)) {
        let tx = self.store.locked();
        write(&tx);
        let mut entries = [NewEntry::new("test.write", "test", json!({}))];
        tx.take_records().attach(&mut entries);
        let (author, random) = (&self.front_end.author, &mut *self.front_end.random);
        tx.append(&entries[0], author, &now().to_string(), random).expect("appended");
        tx.commit_unaudited().expect("committed");
    }

    /// Issues a floating license of 5 seats of product `p` for customer `c`. `change` modifies the
    /// request.
    pub(crate) fn issue(&mut self, change: impl FnOnce(&mut IssueLicense)) -> Serial {
        let mut request = issue();
        change(&mut request);
        self.apply(&request).steps[0].after.serial.clone()
    }

    /// Places all seats of a new license in a container.
    pub(crate) fn issue_into(&mut self, container: &Serial) -> Serial {
        let license = self.issue(|_| ());
        self.apply(&ActivateLicense {
            license: license.clone(),
            target: PlacementTarget::Container(container.clone()),
            seats: None,
            reference: None,
            signing: SigningRequest::default(),
        });
        license
    }

    /// Returns a license.
    pub(crate) fn license(&self, serial: &Serial) -> License {
        lookup::license(self.store.reader(), serial, now()).expect("a license")
    }

    /// Creates a container of a customer.
    pub(crate) fn container(&mut self, kind: ContainerKind, customer: &str) -> Serial {
        let hardware = (kind == ContainerKind::Dongle).then(|| {
            let number = self.entries("container.create").len();
            Name::stored(format!("H-{number}"))
        });
        self.apply(&create_container(kind, customer, hardware)).container.serial
    }

    /// Returns a container.
    pub(crate) fn find_container(&self, serial: &Serial) -> Container {
        lookup::container(self.store.reader(), serial).expect("a container")
    }

    /// Returns the token of the last credential file.
    pub(crate) fn credential(&self) -> String {
        let file = self.front_end.credential.as_ref().expect("a credential");
        String::from_utf8(file.content.to_vec()).expect("a text")
    }

    /// Returns the vendor.
    pub(crate) fn vendor(&self) -> &Vendor {
        &self.vendor
    }
}

/// Returns a request for a floating license of 5 seats of product `p` for customer `c`, which is
/// not delivered.
pub(crate) fn issue() -> IssueLicense {
    IssueLicense {
        customer: value("c"),
        product: value("p"),
        company: None,
        edition: None,
        users: Vec::new(),
        terms: terms(r#"{"seats":"5","ends":"1y"}"#),
        defaults: Terms::default(),
        target: None,
        reference: None,
        signing: SigningRequest::default(),
    }
}

/// Reads terms from JSON.
pub(crate) fn terms(text: &str) -> Terms {
    serde_json::from_str(text).expect("terms")
}

/// Returns a request for a container.
pub(crate) fn create_container(
    kind: ContainerKind,
    customer: &str,
    hardware: Option<Name>,
) -> CreateContainer {
    let order = ContainerOrder {
        customer: value(customer),
        kind,
        user: None,
        label: None,
        hardware,
        request: None,
        reference: None,
    };
    CreateContainer { order, if_missing: false, key: None, purpose: Purpose::issue() }
}

/// Returns a user.
pub(crate) fn user(customer: &str, username: &str) -> User {
    User {
        id: None,
        customer: value(customer),
        username: value(username),
        name: None,
        email: None,
        company: None,
        admin: false,
        created_at: now().to_string(),
    }
}

fn customer(code: &str) -> Customer {
    Customer {
        code: value(code),
        name: value(code),
        email: None,
        reference: None,
        retired_at: None,
        created_at: now().to_string(),
    }
}

/// Returns the author of all changes.
fn author() -> Author {
    Author { actor: "a".into(), os_user: "a".into(), process: "test".into() }
}

/// Returns entropy that is the same in each run, and differs between two draws.
fn entropy(first: u8) -> Box<Random<'static>> {
    let mut next = first;
    Box::new(move |_: &'static str, bytes| {
        next = next.wrapping_add(1);
        bytes.fill(next);
    })
}

impl TestFrontEnd {
    fn new(keys: Keys, author: Author, random: Box<Random<'static>>) -> TestFrontEnd {
        TestFrontEnd {
            wants_files: false,
            keys,
            opened: Vec::new(),
            in_file: None,
            anchors: BTreeMap::new(),
            missing_anchors: Vec::new(),
            author,
            random,
            seconds: 0.into(),
            credential: None,
        }
    }

    fn signers(&self) -> impl Iterator<Item = &Signer> {
        self.keys.named().map(|(_, signer)| signer).into_iter().chain(&self.opened)
    }
}

impl PrivateKeyFiles for TestFrontEnd {
    fn check(&mut self, _need: &KeyFileNeed) -> Result<()> {
        Ok(())
    }

    fn preview(&mut self, need: &KeyFileNeed) -> Result<Option<Signer>> {
        Ok(self.in_file.clone().filter(|_| matches!(need, KeyFileNeed::Imported { .. })))
    }

    fn open(&mut self, need: &KeyFileNeed) -> Result<Signer> {
        let signer = match self.preview(need)? {
            Some(signer) => signer,
            None => Signer::generate(&mut *self.random),
        };
        self.opened.push(signer.clone());
        Ok(signer)
    }

    fn lock(&mut self, _need: &KeyFileNeed, signer: &Signer) -> Result<Zeroizing<String>> {
        Ok(signing::lock(signer, None, signing::Cost { log_n: 4, r: 8, p: 1 }, &mut *self.random))
    }

    fn settle(&mut self, _keys: &[Key]) {}

    fn stage(&mut self, _need: &KeyFileNeed, _file: &KeyFile) -> Result<()> {
        Ok(())
    }

    fn anchor(&mut self, key: &Key) -> Result<AnchorFile> {
        let content = self.anchors.get(&key.kid).cloned();
        Ok(AnchorFile { place: format!("{}.anchor", key.name), content })
    }

    fn warn_of_missing_anchor(&mut self, key: &Key) {
        self.missing_anchors.push(key.name.to_string());
    }

    fn write_anchor(&mut self, anchor: &NewAnchor) {
        self.anchors.insert(anchor.key.kid.clone(), anchor.token.clone());
    }

    fn destroy(&mut self, key: &Key) -> Result<()> {
        self.anchors.remove(&key.kid);
        Ok(())
    }
}

impl FrontEnd for TestFrontEnd {
    fn now(&self) -> Result<Timestamp> {
        self.seconds.set(self.seconds.get() + 1);
        Ok(Timestamp::from_second(now().as_second() + self.seconds.get())?)
    }

    #[cfg(feature = "fill")]
    fn milliseconds(&self) -> i64 {
        self.seconds.get()
    }

    fn author(&self) -> &Author {
        &self.author
    }

    fn entropy(&mut self) -> &mut Random<'static> {
        &mut *self.random
    }

    fn wants_files(&self) -> bool {
        self.wants_files
    }

    fn check_files(&mut self, _files: &[PlannedFile]) -> Result<()> {
        Ok(())
    }

    fn confirm(&mut self, _impact: &Impact) -> Result<bool> {
        Ok(false)
    }

    fn has_key(&self, key: &Key) -> bool {
        self.signers().any(|signer| signer.kid() == key.kid)
    }

    fn signer(&mut self, key: &Key) -> Result<Signer> {
        self.signers().find(|signer| signer.kid() == key.kid).cloned().context("an unknown key")
    }

    fn private_keys(&mut self) -> Option<&mut dyn PrivateKeyFiles> {
        Some(self)
    }

    fn envelope(&mut self, _keys: &[Key]) -> Result<Option<Envelope>> {
        Ok(None)
    }

    fn stage(
        &mut self,
        file: PrivateFile,
        _is_recorded: &dyn Fn(&str) -> bool,
    ) -> Result<Option<StagedPath>> {
        self.credential = Some(file);
        Ok(None)
    }

    fn finish_left(&mut self, _left: LeftFile<'_>) -> Result<()> {
        Ok(())
    }

    fn reserve(&mut self, _files: Vec<PlannedFile>) -> Result<()> {
        Ok(())
    }

    fn write(&mut self) -> Result<()> {
        Ok(())
    }

    fn point(&self, _name: &str) {}
}
