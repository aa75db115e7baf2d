//! A home in a temporary folder, and a front end that answers without a person, for the tests of
//! use cases.

use anyhow::{Context as _, Result};

use crate::domain::Random;
use crate::domain::audit::{Author, Entry};
use crate::domain::customer::Customer;
use crate::domain::key::Key;
use crate::domain::license::tests::now;
use crate::domain::module::Module;
use crate::domain::name::{Code as Slug, Name, Uri};
use crate::domain::product::Product;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::execute::{
    Creation, Execution, Executor, FrontEnd, Mode, OutputFile, UseCase, create,
};
use crate::ops::home::init::{InitHome, Keys};
use crate::ops::impact::Impact;
use crate::ops::private_file::{LeftFile, PrivateFile, StagedPath};
use crate::signing::Signer;
use crate::signing::envelope::Envelope;
use crate::store::{AuditFilter, Store, Trust, gather};

/// A home with a customer `c`, and a product `p` that has the modules `a` and `b`.
pub(crate) struct TestHome {
    folder: tempfile::TempDir,
    pub(crate) store: Store,
    vendor: Vendor,
    front_end: TestFrontEnd,
}

/// A front end that confirms nothing and writes no file. Its clock advances one second at each
/// look.
struct TestFrontEnd {
    keys: Keys,
    author: Author,
    random: Box<Random<'static>>,
    seconds: std::cell::Cell<i64>,
}

impl TestHome {
    pub(crate) fn new() -> TestHome {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::create(&folder.path().join("licentia.db")).expect("a database");
        let vendor = Vendor {
            name: Name::stored("Acme".into()),
            issuer: Uri::stored("urn:acme".into()),
            status_uri: Uri::stored("urn:acme/status".into()),
            test: true,
            plain_keys: true,
            joined: false,
            created_at: now().to_string(),
        };
        let mut next = 0u8;
        let mut random: Box<Random<'static>> = Box::new(move |_: &'static str, bytes| {
            next = next.wrapping_add(1);
            bytes.fill(next);
        });
        let keys = Keys::generate(&mut *random);
        let author = Author { actor: "a".into(), os_user: "a".into(), process: "test" };
        let creation = Creation {
            store: &mut store,
            vendor: &vendor,
            author: &author,
            random: &mut *random,
            now: now(),
        };
        let plan = InitHome { vendor: vendor.clone(), keys, keyset: 0 };
        let keys = create(creation, plan).expect("a home").keys;
        let tx = store.locked();
        tx.insert_customer(&customer()).expect("a customer");
        let (code, name) = (Slug::stored("p".into()), Name::stored("P".into()));
        let product = Product::bare(code, name, now().to_string());
        tx.insert_product(&product).expect("a product");
        for code in ["a", "b"] {
            let code = Slug::stored(code.into());
            let module = Module { code, name: None, parent: None, created_at: now().to_string() };
            tx.insert_module(&product.code, &module).expect("a module");
        }
        tx.commit_unaudited().expect("committed");
        let front_end = TestFrontEnd { keys, author, random, seconds: 0.into() };
        TestHome { folder, store, vendor, front_end }
    }

    /// Opens the database as another process does.
    pub(crate) fn other_connection(&self) -> Store {
        Store::open(&self.folder.path().join("licentia.db"), Trust::Protected).expect("opened")
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
}

fn customer() -> Customer {
    Customer {
        code: Slug::stored("c".into()),
        name: Name::stored("C".into()),
        email: None,
        reference: None,
        retired_at: None,
        created_at: now().to_string(),
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
        false
    }

    fn check_files(&mut self, _files: &[OutputFile]) -> Result<()> {
        Ok(())
    }

    fn confirm(&mut self, _impact: &Impact) -> Result<bool> {
        Ok(false)
    }

    fn has_key(&self, key: &Key) -> bool {
        self.keys.named().iter().any(|(_, signer)| signer.kid() == key.kid)
    }

    fn signer(&mut self, key: &Key) -> Result<Signer> {
        let named = self.keys.named();
        let found = named.iter().find(|(_, signer)| signer.kid() == key.kid);
        let (_, signer) = found.context("an unknown key")?;
        Ok((*signer).clone())
    }

    fn envelope(&mut self, _keys: &[Key]) -> Result<Option<Envelope>> {
        Ok(None)
    }

    fn stage(
        &mut self,
        _file: PrivateFile,
        _is_recorded: &dyn Fn(&str) -> bool,
    ) -> Result<Option<StagedPath>> {
        Ok(None)
    }

    fn finish_left(&mut self, _left: LeftFile<'_>) -> Result<()> {
        Ok(())
    }

    fn reserve(&mut self, _files: Vec<OutputFile>) -> Result<()> {
        Ok(())
    }

    fn write(&mut self) -> Result<()> {
        Ok(())
    }

    fn point(&self, _name: &str) {}
}
