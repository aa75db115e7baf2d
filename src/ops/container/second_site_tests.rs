//! A cloud container at two sites: adopt, change, import, and the errors of each.

use licentia_runtime::{Edition, Trust, Update};

use crate::domain::ErrorCode;
use crate::domain::key::Limits;
use crate::domain::license::tests::now;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::ops::container::adopt::AdoptContainer;
use crate::ops::container::block::BlockContainer;
use crate::ops::container::context::WriteContext;
use crate::ops::container::import::ImportUpdate;
use crate::ops::container::retire::RetireContainer;
use crate::ops::container::update::UpdateContainer;
use crate::ops::credential::rotate::RotateCredential;
use crate::ops::key::accept::AcceptKeySet;
use crate::ops::key::create::CreateKey;
use crate::ops::key::limits::RequestedLimits;
use crate::ops::license::r#move::MoveLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;
use crate::ops::license::r#return::ReturnLicense;
use crate::ops::test_front_end::{TestHome, value};

/// A home with a license in a cloud container, and a second site.
struct Sites {
    home: TestHome,
    site: TestHome,
    container: Serial,
    license: Serial,
}

impl Sites {
    fn new() -> Sites {
        let mut home = TestHome::new();
        let container = home.container(ContainerKind::Cloud, "c");
        let license = issue(&mut home, &container);
        let site = home.second_site();
        Sites { home, site, container, license }
    }

    /// Writes the context at home. Returns a request to adopt it for a customer.
    fn context(&mut self, customer: &str) -> AdoptContainer {
        let request = WriteContext { container: self.container.clone(), key: None };
        let text = self.home.apply(&request).context.text;
        let keys = self.home.own_keys();
        let context = keys.state(text.as_bytes(), now().as_second() + 60).expect("a context");
        AdoptContainer { customer: value(customer), context, text }
    }

    /// Writes the update of the second site. Returns a request to import it.
    fn update(&mut self) -> ImportUpdate {
        let request = UpdateContainer { container: self.container.clone(), time: false, key: None };
        let text = self.site.apply(&request).update.text;
        self.import(text)
    }

    fn import(&self, text: String) -> ImportUpdate {
        let root = self.home.private_keys().root.kid().to_owned();
        let trust = Trust::new(&root, now().as_second() + 60).allow_test();
        let keys = self.home.own_keys();
        let update = Update::open(text.as_bytes(), Some(&keys), &trust).expect("an update");
        ImportUpdate { vendor: self.home.vendor().clone(), update, text }
    }
}

/// Issues a license into a container.
fn issue(home: &mut TestHome, container: &Serial) -> Serial {
    let target = Some(PlacementTarget::Container(container.clone()));
    home.issue(|request| request.target = target)
}

#[test]
fn licenses_go_in_and_out_at_the_second_site() {
    let mut sites = Sites::new();
    let adopt = sites.context("c");
    let adopted = sites.site.apply(&adopt).payload;
    assert_eq!(adopted.added, [sites.license.to_string()]);
    let new = issue(&mut sites.site, &sites.container);
    sites.site.apply(&ReturnLicense {
        license: sites.license.clone(),
        source: PlacementTarget::Container(sites.container.clone()),
        seats: None,
        signing: SigningRequest::default(),
    });
    let import = sites.update();
    let imported = sites.home.apply(&import).payload;
    assert_eq!(
        (imported.added, imported.taken),
        (vec![new.to_string()], vec![sites.license.to_string()])
    );
    assert_eq!(sites.home.find_container(&sites.container).licenses, [new.to_string()]);
    // A context is imported once.
    assert_eq!(sites.home.error(&import), ErrorCode::StaleContext);
}

#[test]
fn contexts_are_refused() {
    let mut sites = Sites::new();
    let adopt = sites.context("c");
    let other = AdoptContainer { customer: value("d"), ..adopt.clone() };
    assert_eq!(sites.site.error(&other), ErrorCode::WrongCustomer);
    assert_eq!(sites.home.error(&adopt), ErrorCode::Exists);
    sites.site.apply(&adopt);
    assert_eq!(sites.site.error(&adopt), ErrorCode::Exists);
    issue(&mut sites.home, &sites.container);
    let newer = sites.context("c");
    issue(&mut sites.site, &sites.container);
    // The license that was issued here is not in the context.
    assert_eq!(sites.site.error(&newer), ErrorCode::StaleContext);
}

#[test]
fn an_adopted_container_is_the_home_s() {
    let mut sites = Sites::new();
    let adopt = sites.context("c");
    sites.site.apply(&adopt);
    let container = sites.container.clone();
    let block =
        BlockContainer { container: container.clone(), reason: value("r"), enforce_after: None };
    assert_eq!(sites.site.error(&block), ErrorCode::WrongState);
    let retire = RetireContainer { container: container.clone() };
    assert_eq!(sites.site.error(&retire), ErrorCode::WrongState);
    let purpose = crate::domain::key::Purpose::issue();
    let rotate = RotateCredential { container: container.clone(), key: None, purpose };
    assert_eq!(sites.site.error(&rotate), ErrorCode::WrongState);
    let from = sites.site.container(ContainerKind::Cloud, "c");
    let license = issue(&mut sites.site, &from);
    let to = container;
    let request =
        MoveLicense { license, from, to, seats: None, signing: SigningRequest::default() };
    assert_eq!(sites.site.error(&request), ErrorCode::WrongState);
}

#[test]
fn updates_are_refused() {
    let mut sites = Sites::new();
    let adopt = sites.context("c");
    sites.site.apply(&adopt);
    issue(&mut sites.site, &sites.container);
    let import = sites.update();
    // An update of the home is not based on a context.
    let request = UpdateContainer { container: sites.container.clone(), time: false, key: None };
    let own = sites.home.apply(&request).update.text;
    let own = sites.import(own);
    assert_eq!(sites.home.error(&own), ErrorCode::WrongKind);
    issue(&mut sites.home, &sites.container);
    assert_eq!(sites.home.error(&import), ErrorCode::StaleContext);
}

#[test]
fn an_update_must_not_block_the_container() {
    let mut sites = Sites::new();
    let adopt = sites.context("c");
    sites.site.apply(&adopt);
    issue(&mut sites.site, &sites.container);
    let import = sites.update();
    let mut blocked = sites.home.find_container(&sites.container);
    let counter = blocked.counter;
    blocked.block("stolen", &value("r"), None, now()).expect("blocked");
    blocked.counter = counter;
    sites.home.write(|tx| tx.set_container(&blocked).expect("written"));
    assert_eq!(sites.home.error(&import), ErrorCode::Conflict);
}

#[test]
fn the_files_of_both_sites_count_for_a_key() {
    let mut sites = Sites::new();
    let limits = Limits { max_files: Some(1), ..Limits::default() };
    let limits = RequestedLimits { limits, products: Vec::new() };
    let edition = Edition::Commercial;
    sites.home.apply(&CreateKey { name: value("k"), edition, limits });
    let text = sites.home.store.reader().find_keyset().expect("read").expect("a key set").text;
    sites.site.apply(&AcceptKeySet { text, source: "acme.keyset".to_owned() });
    sites.home.share_keys(&mut sites.site);
    let target = PlacementTarget::Container(sites.container.clone());
    let signed = |home: &mut TestHome| {
        home.issue(|request| {
            request.target = Some(target.clone());
            request.signing.key_names = vec![value("k")];
        })
    };
    signed(&mut sites.home);
    let adopt = sites.context("c");
    sites.site.apply(&adopt);
    signed(&mut sites.site);
    let import = sites.update();
    assert_eq!(sites.home.error(&import), ErrorCode::OutOfScope);
}
