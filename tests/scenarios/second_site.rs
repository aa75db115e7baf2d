//! A cloud container that an air-gapped site changes. Files carry the changes, and the home decides
//! about them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};

use crate::env::claims;
use crate::env::home::HomeWithContainers;
use crate::env::{Ran, TestEnvironment};

/// A second site of the home's vendor, with the commercial key, the catalogue, and the customer
/// nordwind.
pub struct Site<'h> {
    home: &'h HomeWithContainers,
    pub env: TestEnvironment,
}

impl<'h> Site<'h> {
    pub fn new(home: &'h HomeWithContainers) -> Site<'h> {
        let site = Site { home, env: TestEnvironment::seeded(1) };
        home.line("key publish --out acme.keyset --force").assert(0);
        home.line("product export catalogue.toml --force").assert(0);
        for name in ["acme.keyset", "catalogue.toml", "keys/commercial.pem"] {
            site.carry(name);
        }
        site.env.ok(&["init", "--vendor", "Acme AB", "--join", "acme.keyset", "--no-passphrase"]);
        for line in [
            "key import commercial commercial.pem --edition commercial",
            "product apply catalogue.toml --yes",
            "customer add nordwind --name Nordwind",
            "user add nordwind anna",
        ] {
            site.env.line(line).assert(0);
        }
        site
    }

    /// Carries a file from the home to the site.
    pub fn carry(&self, name: &str) {
        let short = name.rsplit('/').next().unwrap_or(name);
        std::fs::copy(self.home.env.path(name), self.env.path(short)).expect("carried");
    }

    /// Carries a file from the site to the home.
    pub fn carry_home(&self, name: &str) {
        std::fs::copy(self.env.path(name), self.home.env.path(name)).expect("carried");
    }

    /// Writes the context of a container at home, and adopts it at the site.
    pub fn adopts(&self, container: &str, name: &str) -> Ran {
        self.home.line(&format!("container context @{container} --out {name} --force")).assert(0);
        self.carry(name);
        self.env.line(&format!("container adopt {name} --customer nordwind --json"))
    }

    /// Writes the update of a container at the site, and imports it at home.
    pub fn sends(&self, container: &str, name: &str) -> Ran {
        self.env
            .line(&format!("container update {} --out {name} --force", self.home.serial(container)))
            .assert(0);
        self.carry_home(name);
        self.home.env.line(&format!("container import {name} --json"))
    }

    /// Writes a forged token to both folders: a file of the site with changed claims, signed with
    /// the site's key.
    pub fn forge(
        &self,
        (name, to, typ): (&str, &str, &str),
        change: impl Fn(&mut Value, &dyn Fn(&str, &Value) -> String),
    ) {
        let pem = self.env.read("commercial.pem");
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let der = STANDARD.decode(body).expect("base64");
        let key = SigningKey::from_bytes(der[der.len() - 32..].try_into().expect("32 bytes"));
        let kid =
            licentia_runtime::thumbprint(&URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()));
        let sign = |typ: &str, claims: &Value| {
            let header = json!({"alg": "EdDSA", "kid": kid, "typ": typ});
            let signed = format!(
                "{}.{}",
                URL_SAFE_NO_PAD.encode(header.to_string()),
                URL_SAFE_NO_PAD.encode(claims.to_string())
            );
            format!("{signed}.{}", URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()).to_bytes()))
        };
        let mut claims = claims(&self.env.read(name));
        change(&mut claims, &sign);
        for env in [&self.env, &self.home.env] {
            env.write(to, sign(typ, &claims));
        }
    }

    pub fn issue(&self, terms: &str) -> String {
        let line = format!("license issue --customer nordwind --product work-management {terms}");
        self.env.json(&line)["serial"].as_str().expect("a serial").to_owned()
    }
}

#[test]
fn a_cloud_container_is_worked_on_at_an_air_gapped_site() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    home.issue(
        "B",
        "--model named --users anna --seats 3 --term 1y --modules calculator --container @K",
    );
    home.issue("S", "--seats 2 --term 1y --container @K");
    home.line("license suspend ref:S --reason unpaid").assert(0);
    let container = home.serial("K");
    let site = Site::new(&home);
    insta::assert_snapshot!(home.line("container context @K --out k.ctx"), @"
    exit 0
    --- err
    Signed context 5 of container K-5ADW4-1WQ6R
    Wrote k.ctx
    Next: `licentia container adopt FILE --customer nordwind` at the other site
    ");
    site.carry("k.ctx");
    insta::assert_snapshot!(site.env.line("container adopt k.ctx --customer nordwind --dry-run"), @"
    exit 0
    --- err
    Would adopt container K-5ADW4-1WQ6R: counter 5
    Added licenses: L-XY9KB-PT3MW, L-A3MVS-A9VF2
    ");
    insta::assert_snapshot!(site.env.line("container adopt k.ctx --customer nordwind"), @"
    exit 0
    --- err
    Adopted container K-5ADW4-1WQ6R: counter 5
    Added licenses: L-XY9KB-PT3MW, L-A3MVS-A9VF2
    ");
    insta::assert_snapshot!(site.env.line(&format!("container show {container}")), @"
    exit 0
    --- out
    serial      K-5ADW4-1WQ6R
    kind        cloud
    state       active
    customer    nordwind
    user        -
    label       -
    managed by  the first home (adopted from context 01a1fd8c-6900-7cf2-9380-1a5ff2052df3)
    counter     5, no update written
    reference   -
    created     2026-11-21T10:00:00Z
    license     L-XY9KB-PT3MW work-management, revision 1, 5 seats, active
    license     L-A3MVS-A9VF2 work-management, revision 1, 3 seats, active
    ");
    // A license leaves the container, and another is sold at the site.
    let (a, b) = (home.serial("A"), home.serial("B"));
    assert_eq!(site.env.json(&format!("license show {b}"))["users"], serde_json::json!(["anna"]));
    site.env.line(&format!("license return {a} --container {container}")).assert(0);
    let new = site.issue(&format!("--seats 7 --term 2y --container {container} --out new.lic"));
    site.env.line(&format!("container update {container} --out k.upd")).assert(0);
    site.carry_home("k.upd");
    // The home is unchanged until the import.
    assert_eq!(home.placements("A"), "K 5 live; 0 free, active, r1");
    home.line(&format!("license show {new}")).assert(3);
    insta::assert_snapshot!(home.line("container import k.upd --dry-run"), @"
    exit 0
    --- err
    Would import the update of container K-5ADW4-1WQ6R: counter 7
    Added licenses: L-0GP1E-T22CG
    Removed licenses: L-XY9KB-PT3MW
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    insta::assert_snapshot!(home.line("container import k.upd"), @"
    exit 0
    --- err
    Imported the update of container K-5ADW4-1WQ6R: counter 7
    Added licenses: L-0GP1E-T22CG
    Removed licenses: L-XY9KB-PT3MW
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_eq!(home.placements("A"), "; 5 free, parked, r1");
    assert_eq!(home.placements("B"), "K 3 live; 0 free, active, r1");
    assert_eq!(home.placements("S"), "K 2 live; 0 free, suspended, r1");
    // The license that the site sold belongs to the home now: the online check knows its file, and
    // the home can revoke it.
    site.carry_home("new.lic");
    assert_eq!(home.line("license check new.lic --json").assert(0).json()["serial"], new.as_str());
    let claims =
        licentia_runtime::inspect::unverified(&home.env.read("new.lic")).expect("a text").claims;
    assert_eq!(claims["status"]["status_list"]["uri"], "https://acme.example/licensing/status/1");
    home.line(&format!("license extend {new} --by 1mo")).assert(0);
    home.line(&format!("license revoke {new} --reason test --yes")).assert(0);
    assert_eq!(home.line("license check new.lic --json").assert(4).json()["code"], "revoked");
    // A repeated import is stale. So is an update that is based on a context from before a change.
    assert!(
        home.refused("container import k.upd", 4, "stale_context").contains("already imported")
    );
    home.line("container context @K --out next.ctx").assert(0);
    site.carry("next.ctx");
    // The site does not know that the home has the license and has revoked it.
    let message =
        site.env.refused("container adopt next.ctx --customer nordwind", 4, "stale_context");
    assert!(
        message.contains(&format!("does not contain license {new}"))
            && message.contains("license return"),
        "{message}"
    );
    site.env.line(&format!("license return {new} --container {container}")).assert(0);
    insta::assert_snapshot!(site.env.line("container adopt next.ctx --customer nordwind"), @"
    exit 0
    --- err
    Adopted container K-5ADW4-1WQ6R: counter 9
    The content of the container is unchanged
    ");
    let second = site.issue(&format!("--seats 1 --term 1y --container {container}"));
    site.env.line(&format!("container update {container} --out next.upd")).assert(0);
    site.carry_home("next.upd");
    let ran = home.line("container block @K --reason lost").assert(0);
    assert!(
        ran.err.contains("is now stale: changes of another site that are based on this context"),
        "{ran}"
    );
    let before = home.env.everything();
    let message = home.refused("container import next.upd", 4, "stale_context");
    assert!(message.contains("but the container now has the counter"), "{message}");
    assert!(before == home.env.everything());
    home.line(&format!("license show {second}")).assert(3);
    for env in [&home.env, &site.env] {
        env.line("audit verify").assert(0);
        env.line("doctor").assert(0);
    }
}

#[test]
fn forbidden_changes_of_a_site_are_refused() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    home.line("container context @K --out k.ctx").assert(0);
    home.line("container context @S --out s.ctx").assert(0);
    home.line("container update @K --out own.upd").assert(0);
    let site = Site::new(&home);
    for name in ["k.ctx", "s.ctx", "own.upd"] {
        site.carry(name);
    }
    let (a, container) = (home.serial("A"), home.serial("K"));
    let mut message = Vec::new();
    let mut refuse = |env: &TestEnvironment, who: &str, line: &str, status: u8, code: &str| {
        let before = env.everything();
        message.push(format!("{who}: {line}\n    {}", env.refused(line, status, code)));
        assert!(before == env.everything(), "{line}");
    };
    // At the home.
    for (line, status, code) in [
        ("container adopt k.ctx --customer nordwind", 1, "wrong_state"),
        ("container import own.upd", 1, "wrong_kind"),
        ("container import k.ctx", 4, "wrong_type"),
        ("key accept acme.keyset", 1, "wrong_state"),
    ] {
        refuse(&home.env, "home", line, status, code);
    }
    refuse(&home.env, "home", &home.typed("container context @D"), 1, "wrong_kind");
    // At the site.
    for (line, status, code) in [
        ("container adopt k.ctx --customer unknown", 3, "not_found"),
        ("container adopt own.upd --customer nordwind", 4, "wrong_type"),
        ("key create more --edition commercial", 5, "key_missing"),
        ("key retire commercial --yes", 5, "key_missing"),
        ("key revoke commercial --reason x --yes", 5, "key_missing"),
        ("key import other commercial.pem --edition commercial", 1, "exists"),
        ("key import commercial commercial.pem --edition commercial", 1, "exists"),
        ("init other --vendor X --join k.ctx", 4, "wrong_type"),
        ("init other --vendor X --join acme.keyset --test", 2, "usage"),
        ("init other --vendor X --join acme.keyset --issuer urn:x", 2, "usage"),
        ("init other --vendor X --join none.keyset", 5, "io"),
    ] {
        refuse(&site.env, "site", line, status, code);
    }
    site.env.line("customer add other --name Other").assert(0);
    refuse(&site.env, "site", "container adopt k.ctx --customer other", 1, "wrong_customer");
    site.env.line("container adopt k.ctx --customer nordwind").assert(0);
    refuse(&site.env, "site", "container adopt s.ctx --customer other", 1, "wrong_customer");
    let parked = site.issue("--seats 5 --term 1y");
    let before = site.issue("--seats 5 --term 1y --unbound");
    site.env.line(&format!("license return {before} --unbound")).assert(0);
    site.env
        .line("container create --customer nordwind --kind dongle --hardware 3-1 --json")
        .assert(0);
    for (line, status, code) in [
        (format!("license activate PARKED --container {container} --seats 2"), 2, "usage"),
        (format!("license activate BEFORE --container {container}"), 1, "wrong_state"),
        ("container adopt k.ctx --customer nordwind".to_owned(), 1, "exists"),
        (format!("container block {container} --reason x"), 1, "wrong_state"),
        (format!("container unblock {container} --reason x"), 1, "wrong_state"),
        (format!("container retire {container} --yes"), 1, "wrong_state"),
        (format!("container context {container}"), 1, "wrong_state"),
        (format!("credential rotate {container}"), 1, "wrong_state"),
        (format!("license extend {a} --by 1mo"), 1, "wrong_state"),
        (format!("license revoke {a} --reason x --yes"), 1, "wrong_state"),
        (format!("license withdraw {a} --container {container} --reason x"), 1, "wrong_state"),
        (format!("license activate {a} --container {container}"), 1, "wrong_state"),
        (format!("license return {a} --container {container} --seats 2"), 1, "wrong_state"),
        (
            format!(
                "license issue --customer nordwind --product work-management --hosts-per-user 2 \
                 --model named --container {container}"
            ),
            2,
            "usage",
        ),
        (
            format!(
                "license issue --customer nordwind --product work-management --users anna \
                 --container {container}"
            ),
            2,
            "usage",
        ),
    ] {
        let line = line.replace("PARKED", &parked).replace("BEFORE", &before);
        refuse(&site.env, "site", &line, status, code);
    }
    insta::assert_snapshot!(message.join("\n"), @"
    home: container adopt k.ctx --customer nordwind
        this home is not a second site and cannot adopt a container | `licentia init DIR --join FILE --vendor NAME` creates a second site
    home: container import own.upd
        the update of container K-5ADW4-1WQ6R is not based on a context | only an update that a second site signed for an adopted container can be imported
    home: container import k.ctx
        k.ctx: the file is a request, a receipt or a context; an update is required | ask the sender for a file of the required kind
    home: key accept acme.keyset
        this home has its own root key and accepts no key set of another home | `licentia key accept FILE` is for a second site, which `licentia init DIR --join FILE --vendor NAME` creates
    home: container context K-178KF-GBK8E
        container K-178KF-GBK8E is a dongle, not a cloud container | only cloud containers can be changed at a second site
    site: container adopt k.ctx --customer unknown
        there is no customer unknown | `licentia customer list` shows the customers
    site: container adopt own.upd --customer nordwind
        own.upd: the file is an update; a context of a cloud container is required | ask the sender for a file of the required kind
    site: key create more --edition commercial
        this home is a second site; the root key is at the first home | run the command at the first site, then `licentia key publish --out FILE` there and `licentia key accept FILE` here
    site: key retire commercial --yes
        this home is a second site; the root key is at the first home | run the command at the first site, then `licentia key publish --out FILE` there and `licentia key accept FILE` here
    site: key revoke commercial --reason x --yes
        this home is a second site; the root key is at the first home | run the command at the first site, then `licentia key publish --out FILE` there and `licentia key accept FILE` here
    site: key import other commercial.pem --edition commercial
        this key already exists with the name commercial | 
    site: key import commercial commercial.pem --edition commercial
        key commercial already exists | choose another name; the edition and the limits of a key cannot be changed
    site: init other --vendor X --join k.ctx
        k.ctx: the file is a request, a receipt or a context; a key set is required | ask the sender for a file of the required kind
    site: init other --vendor X --join acme.keyset --test
        --join and --test cannot be used together | omit one of the options
    site: init other --vendor X --join acme.keyset --issuer urn:x
        --join and --issuer cannot be used together | omit one of the options
    site: init other --vendor X --join none.keyset
        cannot read [DIR]/none.keyset: no such file or folder | 
    site: container adopt k.ctx --customer other
        license L-XY9KB-PT3MW in the file belongs to customer nordwind, but the container belongs to customer other | a container contains the licenses of one customer
    site: container adopt s.ctx --customer other
        container K-K1QR5-6VJZJ belongs to customer sued, not to customer other | use the same customer code at both sites, including upper and lower case: applications compare codes exactly
    site: license activate L-0GP1E-T22CG --container K-5ADW4-1WQ6R --seats 2
        container K-5ADW4-1WQ6R was adopted from the first home, and all seats of license L-0GP1E-T22CG must be placed in the container | omit --seats
    site: license activate L-X27Y0-BGSGC --container K-5ADW4-1WQ6R
        container K-5ADW4-1WQ6R was adopted from the first home and takes new licenses only: license L-X27Y0-BGSGC was delivered before | issue a new license into the container
    site: container adopt k.ctx --customer nordwind
        container K-5ADW4-1WQ6R was already adopted from this context | 
    site: container block K-5ADW4-1WQ6R --reason x
        container K-5ADW4-1WQ6R is managed by the first home, from which it was adopted | this site can only place licenses in the container and return licenses from the container; manage credentials, blocks and the retirement at the first home
    site: container unblock K-5ADW4-1WQ6R --reason x
        container K-5ADW4-1WQ6R is managed by the first home, from which it was adopted | this site can only place licenses in the container and return licenses from the container; manage credentials, blocks and the retirement at the first home
    site: container retire K-5ADW4-1WQ6R --yes
        container K-5ADW4-1WQ6R is managed by the first home, from which it was adopted | this site can only place licenses in the container and return licenses from the container; manage credentials, blocks and the retirement at the first home
    site: container context K-5ADW4-1WQ6R
        container K-5ADW4-1WQ6R is managed by the first home, from which it was adopted | this site can only place licenses in the container and return licenses from the container; manage credentials, blocks and the retirement at the first home
    site: credential rotate K-5ADW4-1WQ6R
        container K-5ADW4-1WQ6R is managed by the first home, from which it was adopted | this site can only place licenses in the container and return licenses from the container; manage credentials, blocks and the retirement at the first home
    site: license extend L-XY9KB-PT3MW --by 1mo
        license L-XY9KB-PT3MW is managed by the first home, from which its container was adopted | this site can only return the license; make other changes at the first home
    site: license revoke L-XY9KB-PT3MW --reason x --yes
        license L-XY9KB-PT3MW is managed by the first home, from which its container was adopted | this site can only return the license; make other changes at the first home
    site: license withdraw L-XY9KB-PT3MW --container K-5ADW4-1WQ6R --reason x
        license L-XY9KB-PT3MW is managed by the first home, from which its container was adopted | this site can only return the license; make other changes at the first home
    site: license activate L-XY9KB-PT3MW --container K-5ADW4-1WQ6R
        license L-XY9KB-PT3MW is managed by the first home, from which its container was adopted | this site can only return the license; make other changes at the first home
    site: license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R --seats 2
        license L-XY9KB-PT3MW belongs to the home from which its container was adopted; only the other home signs new files of the license | return all seats of the license, or change the license at the other home and adopt the next context
    site: license issue --customer nordwind --product work-management --hosts-per-user 2 --model named --container K-5ADW4-1WQ6R
        container K-5ADW4-1WQ6R was adopted from the first home, and a license file states neither the maximum number of computers of one user nor the users of a floating license | omit these values here, and set them at the first home after the import of the update
    site: license issue --customer nordwind --product work-management --users anna --container K-5ADW4-1WQ6R
        container K-5ADW4-1WQ6R was adopted from the first home, and a license file states neither the maximum number of computers of one user nor the users of a floating license | omit these values here, and set them at the first home after the import of the update
    ");
}

#[test]
fn a_site_uses_only_reserved_status_indexes() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    home.line("container context @K --out k.ctx").assert(0);
    let container = home.serial("K");
    let site = Site::new(&home);
    site.carry("k.ctx");
    site.env.line("container adopt k.ctx --customer nordwind").assert(0);
    let new = site.issue(&format!("--seats 1 --term 1y --container {container}"));
    site.env.line(&format!("container update {container} --out k.upd")).assert(0);
    site.carry_home("k.upd");
    // Without the reservation the file has an index that the home did not reserve.
    home.env.sql("DELETE FROM status_reserved");
    let before = home.env.everything();
    assert!(home.refused("container import k.upd", 1, "conflict").contains("did not reserve"));
    assert!(before == home.env.everything());
    // After 64 files no index is left.
    site.env.sql(&format!(
        "DELETE FROM status_reserved WHERE status_idx NOT IN (SELECT status_idx FROM file JOIN activation ON activation.id = activation_id
                                                              JOIN license ON license.id = license_id WHERE serial = '{new}')"
    ));
    let line = format!(
        "license issue --customer nordwind --product work-management --seats 1 --container \
         {container}"
    );
    assert!(site.env.refused(&line, 1, "no_quota").contains("no reserved entry"));
}

#[test]
fn a_context_that_would_undo_changes_of_the_site_is_stale() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    let container = home.serial("K");
    let site = Site::new(&home);
    let adopt = |name: &str| {
        home.line(&format!("container context @K --out {name} --force")).assert(0);
        site.carry(name);
        site.env.line(&format!("container adopt {name} --customer nordwind --json"))
    };
    adopt("one.ctx").assert(0);
    // Both the home and the site change the container.
    let own = site.issue(&format!("--seats 1 --term 1y --container {container}"));
    let ran = home.line("license extend ref:A --by 1mo").assert(0);
    assert!(ran.err.contains("is now stale"), "{ran}");
    home.issue("B", "--seats 1 --term 1y --container @K");
    let ran = adopt("two.ctx").assert(4);
    assert!(ran.err.contains("stale_context") && ran.err.contains(&own), "{ran}");
    site.env.line(&format!("license return {own} --container {container}")).assert(0);
    // A change that was undone at the site does not count.
    assert_eq!(adopt("three.ctx").assert(0).json()["licenses"].as_array().map(Vec::len), Some(2));
    home.issue("C", "--seats 1 --term 1y --container @K");
    let adopted = adopt("four.ctx").assert(0).json();
    assert_eq!(adopted["licenses"].as_array().map(Vec::len), Some(3), "{adopted}");
    // A license that the site took out comes back only after the home knows of the removal.
    let a = home.serial("A");
    site.env.line(&format!("license return {a} --container {container}")).assert(0);
    home.issue("D", "--seats 1 --term 1y --container @K");
    let ran = adopt("five.ctx").assert(4);
    assert!(ran.err.contains("which was removed at this site"), "{ran}");
    // A new revision of the home reaches the site with the next context.
    home.line("license extend ref:B --by 1mo").assert(0);
    home.line("license return ref:A --container @K").assert(0);
    let adopted = adopt("six.ctx").assert(0).json();
    let revision =
        site.env.json(&format!("license show {}", home.serial("B")))["revision"].as_u64();
    assert_eq!(
        (revision, adopted["licenses"].as_array().map(Vec::len)),
        (Some(2), Some(3)),
        "{adopted}"
    );
    site.env.line("audit verify").assert(0);
}

#[test]
fn the_next_key_set_reaches_the_site() {
    let home = HomeWithContainers::new();
    let site = Site::new(&home);
    home.line("key create ci --edition commercial --kinds license").assert(0);
    home.line("key publish --out next.keyset").assert(0);
    site.carry("next.keyset");
    insta::assert_snapshot!(site.env.line("key accept next.keyset --dry-run"), @"
    exit 0
    --- err
    Would import version 2 of the key set
    ");
    insta::assert_snapshot!(site.env.line("key accept next.keyset"), @"
    exit 0
    --- err
    Imported version 2 of the key set
    ");
    insta::assert_snapshot!(site.env.line("key accept next.keyset"), @"
    exit 0
    --- err
    No change: version 2 of the key set is already imported
    ");
    insta::assert_snapshot!(site.env.refused("key accept acme.keyset", 4, "rolled_back"), @"acme.keyset: the key set has version 1; version 2 was used before | keep the key set that is in use, and ask the vendor for a newer file");
    site.carry("keys/ci.pem");
    site.env.line("key import ci ci.pem --edition commercial").assert(0);
    home.line("key retire commercial --yes").assert(0);
    home.line("key publish --out last.keyset").assert(0);
    site.carry("last.keyset");
    insta::assert_snapshot!(site.env.line("key accept last.keyset"), @"
    exit 0
    --- err
    Imported version 3 of the key set
    warning: key commercial no longer signs, and its private key is still in this home: remove [DIR]/keys/commercial.pem
    ");
    let states: Vec<_> = site
        .env
        .json("key list --all")
        .as_array()
        .expect("a list")
        .iter()
        .map(|key| key["state"].clone())
        .collect();
    assert_eq!(states, ["active", "retired", "active", "active"]);
    site.env.line("key accept commercial.pem").assert(4);
    site.env.line("audit verify").assert(0);
}

#[test]
fn a_site_is_created_from_a_key_set() {
    let home = HomeWithContainers::new();
    home.line("key publish --out acme.keyset").assert(0);
    let env = TestEnvironment::seeded(1);
    std::fs::copy(home.env.path("acme.keyset"), env.path("acme.keyset")).expect("carried");
    insta::assert_snapshot!(env.line("init site --vendor Acme --join acme.keyset --no-passphrase --dry-run"), @"
    exit 0
    --- err
    Would create a second test site for Acme in site
    ");
    insta::assert_snapshot!(env.line("init site --vendor Acme --join acme.keyset --no-passphrase"), @"
    exit 0
    --- err
    Created a second test site for Acme in site
    Root key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw: compare this thumbprint with the output of `licentia key pin` in the first home
    Next: `licentia key import NAME FILE --edition EDITION` imports a private key for this site
    ");
    insta::assert_snapshot!(env.line("--home site key list"), @"
    exit 0
    --- out
    NAME        EDITION     STATE   SIGNS          SIGNED  PRIVATE  KID
    root        -           active  key sets       1       away     C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw
    commercial  commercial  active  all files      0       away     _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
    trial       trial       active  license files  0       away     N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M
    ");
    assert_eq!(std::fs::read_dir(env.path("site/keys")).expect("a folder").count(), 0);
    // A root key that is copied into the site is not asked for.
    std::fs::copy(home.env.path("keys/root.pem"), env.path("site/keys/root.pem")).expect("carried");
    insta::assert_snapshot!(env.line("--home site key create more --edition commercial"), @"
    exit 5
    --- err
    error: this home is a second site; the root key is at the first home
    hint: run the command at the first site, then `licentia key publish --out FILE` there and `licentia key accept FILE` here
    ");
}

#[test]
fn every_change_at_home_reaches_the_site() {
    let home = HomeWithContainers::new();
    home.line("container create --customer nordwind --kind cloud --reference M --out m.cred")
        .assert(0);
    home.issue("A", "--seats 6 --term 1y");
    home.line("license activate ref:A --container @K --seats 3").assert(0);
    home.line("license activate ref:A --container @M --seats 2").assert(0);
    let site = Site::new(&home);
    let (a, k, m) = (home.serial("A"), home.serial("K"), home.serial("M"));
    let at = |container: &str| {
        let held = site.env.json(&format!("container show {container}"))["contents"].clone();
        held.as_array()
            .expect("a list")
            .iter()
            .map(|it| it["seats"].as_u64().expect("seats"))
            .collect::<Vec<_>>()
    };
    // The license is in two containers of the site.
    site.adopts("K", "1.ctx").assert(0);
    site.adopts("M", "2.ctx").assert(0);
    assert_eq!((at(&k), at(&m)), (vec![3], vec![2]));
    // The license has fewer seats, then moves to the other container.
    home.line("license return ref:A --container @K --seats 1").assert(0);
    site.adopts("K", "3.ctx").assert(0);
    assert_eq!(at(&k), [2]);
    home.line("license move ref:A --from @K --to @M").assert(0);
    site.adopts("M", "4.ctx").assert(0);
    site.adopts("K", "5.ctx").assert(0);
    assert_eq!((at(&k), at(&m)), (vec![], vec![4]));
    // The license is suspended and reinstated twice, with the same file.
    for round in ["6", "7"] {
        home.line("license suspend ref:A --reason unpaid").assert(0);
        site.adopts("M", &format!("{round}a.ctx")).assert(0);
        assert_eq!(at(&m), Vec::<u64>::new());
        home.line("license reinstate ref:A").assert(0);
        site.adopts("M", &format!("{round}b.ctx")).assert(0);
        assert_eq!(at(&m), [4]);
    }
    // The container is blocked and unblocked.
    home.line("container block @M --reason lost").assert(0);
    site.adopts("M", "8.ctx").assert(0);
    let line =
        format!("license issue --customer nordwind --product work-management --container {m}");
    assert!(
        site.env.refused(&line, 1, "blocked").contains("unblock the container at the first home")
    );
    home.line("container unblock @M --reason found").assert(0);
    site.adopts("M", "9.ctx").assert(0);
    // The site takes the license out, the home imports the change and activates the license again.
    site.env.line(&format!("license return {a} --container {m}")).assert(0);
    site.sends("M", "a.upd").assert(0);
    assert_eq!(home.placements("A"), "; 6 free, parked, r3");
    home.line("license activate ref:A --container @M").assert(0);
    site.adopts("M", "10.ctx").assert(0);
    assert_eq!(at(&m), [6]);
    for line in ["audit verify", "doctor"] {
        site.env.line(line).assert(0);
    }
}

#[test]
fn a_license_that_a_site_sold_belongs_to_the_home() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 1 --term 1y --container @K");
    let site = Site::new(&home);
    site.adopts("K", "1.ctx").assert(0);
    let container = home.serial("K");
    let new = site.issue(&format!(
        "--model named --users anna --seats 5 --term 1y --container {container} --out new.lic"
    ));
    let gone = site.issue(&format!("--seats 2 --term 1y --container {container} --out gone.lic"));
    site.env.line(&format!("license return {gone} --container {container}")).assert(0);
    for line in [
        format!("license activate {gone} --unbound"),
        format!("license activate {gone} --container {container}"),
        format!("license extend {new} --by 1mo"),
        format!("license suspend {new}"),
        format!("license revoke {new} --reason x --yes"),
        format!("license return {new} --container {container} --seats 2"),
        "user remove nordwind anna --yes".to_owned(),
    ] {
        let before = site.env.everything();
        site.env.refused(&line, 1, "wrong_state");
        assert!(before == site.env.everything(), "{line}");
    }
    site.sends("K", "1.upd").assert(0);
    // The site takes the license out after the import. It belongs to the home, and cannot be
    // activated at the site.
    site.env.line(&format!("license return {new} --container {container}")).assert(0);
    site.env.refused(&format!("license activate {new} --unbound"), 1, "wrong_state");
    // The verdict about a file that the home never imported names the other site, and does not
    // suggest a stolen key.
    site.carry_home("gone.lic");
    let checked = home.line("license check gone.lic --json").assert(4).json();
    assert!(
        checked["code"] == "not_issued"
            && checked["message"].as_str().is_some_and(|it| it.contains("another site")),
        "{checked}"
    );
    // The home extends the imported license, and the site gets the new revision.
    home.line(&format!("license extend {new} --by 1mo")).assert(0);
    site.adopts("K", "2.ctx").assert(0);
    assert_eq!(site.env.json(&format!("license show {new}"))["revision"], 2);
    let key = home.json("key show commercial");
    assert!(key["files_signed"].as_u64() >= Some(3), "the files of the site are counted: {key}");
}

#[test]
fn a_key_that_was_revoked_takes_no_license_away_from_the_home() {
    let home = HomeWithContainers::new();
    home.line("key create second --edition commercial").assert(0);
    home.issue("A", "--seats 5 --term 1y --container @K --key second");
    home.issue("B", "--seats 5 --term 1y --container @K");
    let site = Site::new(&home);
    site.adopts("K", "1.ctx").assert(0);
    home.line("key revoke second --reason stolen --yes").assert(0);
    home.line("key publish --out next.keyset").assert(0);
    site.carry("next.keyset");
    site.env.line("key accept next.keyset").assert(0);
    site.issue(&format!("--seats 1 --term 1y --container {}", home.serial("K")));
    let imported = site.sends("K", "1.upd").assert(0).json();
    assert_eq!(
        (imported["added"].as_array().map(Vec::len), imported["taken"].as_array().map(Vec::len)),
        (Some(1), Some(0)),
        "{imported}"
    );
    assert_eq!(home.placements("A"), "K 5 live; 0 free, active, r1");
    // A context with a license that no site accepts is written again.
    home.line("key create third --edition commercial").assert(0);
    home.issue("C", "--seats 5 --term 1y --container @K --key third");
    site.env.line("key accept next.keyset").assert(0);
    home.line("container context @K --out 2.ctx").assert(0);
    home.line("key revoke third --reason stolen --yes").assert(0);
    home.line("key publish --out last.keyset").assert(0);
    site.carry("last.keyset");
    site.env.line("key accept last.keyset").assert(0);
    site.carry("2.ctx");
    site.env.refused("container adopt 2.ctx --customer nordwind", 4, "revoked_key");
    site.adopts("K", "3.ctx").assert(0);
}

#[test]
fn a_forged_update_of_a_site_is_refused() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    let site = Site::new(&home);
    site.adopts("K", "1.ctx").assert(0);
    let container = home.serial("K");
    for seats in [1, 2] {
        site.issue(&format!("--seats {seats} --term 1y --container {container}"));
    }
    site.env.line(&format!("container update {container} --out 1.upd")).assert(0);
    const LICENSE: &str = "licentia-license+jwt";
    let other = |place: usize, member: &'static str, value: Value| {
        move |update: &mut Value, sign: &dyn Fn(&str, &Value) -> String| {
            let mut license = claims(update["licenses"][place].as_str().expect("a text"));
            license[member] = value.clone();
            update["licenses"][place] = sign(LICENSE, &license).into();
        }
    };
    let first = claims(claims(&site.env.read("1.upd"))["licenses"][1].as_str().expect("a text"));
    type Change = Box<dyn Fn(&mut Value, &dyn Fn(&str, &Value) -> String)>;
    let member = |name: &'static str, value: Value| -> Change {
        Box::new(move |claims, _| claims[name] = value.clone())
    };
    let cases: Vec<(&str, u8, &str, Change)> = vec![
        ("other seats under the same id", 1, "conflict", Box::new(other(0, "seats", json!(9999)))),
        (
            "the index of another",
            1,
            "conflict",
            Box::new(other(2, "status", first["status"].clone())),
        ),
        ("the id of another", 1, "conflict", Box::new(other(2, "jti", first["jti"].clone()))),
        (
            "a revision beyond measure",
            1,
            "conflict",
            Box::new(other(2, "revision", json!(u32::MAX))),
        ),
        ("seats beyond measure", 1, "conflict", Box::new(other(2, "seats", json!(u32::MAX)))),
        ("a serial that is none", 1, "conflict", Box::new(other(2, "sub", json!("L-11111-11111")))),
        (
            "an end beyond the calendar",
            1,
            "conflict",
            Box::new(other(2, "exp", json!(253_402_300_800_i64))),
        ),
        (
            "no days without a proof",
            1,
            "conflict",
            Box::new(other(2, "offline", json!({"max_days": 0}))),
        ),
        ("no list", 1, "conflict", Box::new(other(2, "status", Value::Null))),
        (
            "another customer",
            1,
            "wrong_customer",
            Box::new(other(2, "customer", json!({"code": "sued", "name": "Süd"}))),
        ),
        (
            "another spelling of the customer",
            1,
            "wrong_customer",
            Box::new(other(2, "customer", json!({"code": "Nordwind", "name": "N"}))),
        ),
        (
            "another spelling of the product",
            1,
            "conflict",
            Box::new(other(
                2,
                "product",
                json!({"code": "Work-Management", "name": "W", "kind": "application"}),
            )),
        ),
        ("a counter far away", 1, "conflict", member("counter", json!(1u64 << 52))),
        ("a counter that is none", 4, "malformed", member("counter", json!(u64::MAX))),
        ("a counter that was", 1, "conflict", member("counter", json!(2))),
        ("a block", 1, "conflict", member("blocked", json!("blocked"))),
        (
            "no key set",
            1,
            "conflict",
            Box::new(|claims, _| {
                claims.as_object_mut().expect("claims").remove("keyset");
            }),
        ),
        (
            "another context",
            4,
            "stale_context",
            member("context", json!("019aa000-0000-7000-8000-000000000009")),
        ),
    ];
    for (about, status, code, change) in cases {
        site.forge(("1.upd", "forged.upd", "licentia-update+jwt"), change);
        let before = home.env.everything();
        home.refused("container import forged.upd", status, code);
        assert!(before == home.env.everything(), "{about}");
    }
    site.carry_home("1.upd");
    home.line("container import 1.upd").assert(0);
    home.line("audit verify").assert(0);
}

#[test]
fn the_limit_of_a_key_includes_files_of_a_site() {
    let home = HomeWithContainers::new();
    home.line("key create ci --edition commercial --max-files 2").assert(0);
    let site = Site::new(&home);
    site.carry("keys/ci.pem");
    site.env.line("key import ci ci.pem --edition commercial").assert(0);
    site.adopts("K", "1.ctx").assert(0);
    let sell =
        || site.issue(&format!("--seats 1 --term 1y --key ci --container {}", home.serial("K")));
    let last = [sell(), sell(), sell()][2].clone();
    let ran = site.sends("K", "1.upd").assert(1);
    assert!(
        ran.err.contains("out_of_scope") && ran.err.contains("would have signed 3 files"),
        "{ran}"
    );
    site.env.line(&format!("license return {last} --container {}", home.serial("K"))).assert(0);
    site.sends("K", "2.upd").assert(0);
    assert_eq!(home.json("key show ci")["files_signed"], 2);
}

#[test]
fn a_site_follows_the_home_in_any_order_of_contexts() {
    let home = HomeWithContainers::new();
    home.line("container create --customer nordwind --kind cloud --reference M --out m.cred")
        .assert(0);
    home.issue("A", "--seats 6 --term 1y");
    home.line("license activate ref:A --container @K --seats 3").assert(0);
    home.line("license activate ref:A --container @M --seats 2").assert(0);
    let site = Site::new(&home);
    let a = home.serial("A");
    let shown = || site.env.json(&format!("license show {a}"));
    // An older context that is adopted later does not change the terms back.
    home.line("container context @M --out m.ctx").assert(0);
    home.line("license extend ref:A --by 1mo").assert(0);
    site.adopts("K", "1.ctx").assert(0);
    let ends = shown()["ends"].clone();
    site.carry("m.ctx");
    site.env.line("container adopt m.ctx --customer nordwind").assert(0);
    assert_eq!((shown()["ends"].clone(), shown()["revision"].as_u64()), (ends, Some(2)));
    site.adopts("M", "2.ctx").assert(0);
    // The online check of the site accepts the license, although the site has no credential of the
    // container.
    home.line("license export ref:A --container @K --out a.lic").assert(0);
    site.carry("a.lic");
    assert_eq!(site.env.line("license check a.lic --json").assert(0).json()["valid"], true);
    // The first update has the current counter. With `--time` the update is a change.
    assert!(!home.line("container update @K --out k0.upd").assert(0).err.contains("is now stale"));
    assert!(
        home.line("container update @K --time --out k.upd").assert(0).err.contains("is now stale")
    );
    home.issue("U", "--seats 1 --unbound --out u.lic");
    site.carry("u.lic");
    let checked = site.env.line("license check u.lic --json").assert(4).json();
    assert!(
        checked["message"].as_str().is_some_and(|it| it.contains("another site may have")),
        "{checked}"
    );
    // A license that moves between two containers counts once.
    home.line("license move ref:A --from @M --to @K").assert(0);
    site.adopts("K", "3.ctx").assert(0);
    site.adopts("M", "4.ctx").assert(0);
    assert_eq!((shown()["seats"].as_u64(), shown()["seats_free"].as_u64()), (Some(5), Some(0)));
    // The database of the home is restored, and issues another file of the same revision.
    std::fs::copy(home.env.path("licentia.db"), home.env.path("before.db")).expect("copied");
    home.line("license extend ref:A --by 1mo").assert(0);
    site.adopts("K", "5.ctx").assert(0);
    std::fs::copy(home.env.path("before.db"), home.env.path("licentia.db")).expect("copied");
    home.line("doctor --accept key:commercial --reason restored --yes").assert(0);
    home.line("license extend ref:A --by 2mo").assert(0);
    site.adopts("K", "6.ctx").assert(0);
    assert_eq!(shown()["seats_placed"], 5);
    // A license that the site took out is not added again without its consent.
    site.env.line(&format!("license return {a} --container {}", home.serial("K"))).assert(0);
    home.line("license suspend ref:A --reason unpaid").assert(0);
    site.adopts("K", "7.ctx").assert(0);
    home.line("license reinstate ref:A").assert(0);
    let ran = site.adopts("K", "8.ctx").assert(4);
    assert!(
        ran.err.contains("which was removed at this site") && ran.err.contains("there too"),
        "{ran}"
    );
    home.line("license return ref:A --container @K").assert(0);
    site.adopts("K", "9.ctx").assert(0);
    home.line("license activate ref:A --container @K").assert(0);
    site.adopts("K", "10.ctx").assert(0);
    assert_eq!(shown()["seats_placed"], 6);
    site.env.line("audit verify").assert(0);
}

#[test]
fn renamed_users_and_retired_keys_reach_the_site() {
    let home = HomeWithContainers::new();
    home.issue("A", "--model named --users anna --seats 2 --term 1y --container @K");
    home.line("key create second --edition commercial").assert(0);
    let site = Site::new(&home);
    site.adopts("K", "1.ctx").assert(0);
    home.line("user edit nordwind anna --username Anna").assert(0);
    let ran = site.adopts("K", "2.ctx").assert(1);
    assert!(ran.err.contains("has the spelling"), "{ran}");
    site.env.line("user edit nordwind anna --username Anna").assert(0);
    site.adopts("K", "3.ctx").assert(0);
    // The site sells with a key that was retired an hour before, and gets the key set after
    // signing.
    home.line("key retire commercial --yes").assert(0);
    home.line("key publish --out last.keyset").assert(0);
    site.env.at("2026-11-21T12:00:00Z");
    home.env.at("2026-11-21T12:00:00Z");
    let new = site.issue(&format!("--seats 1 --term 1y --container {}", home.serial("K")));
    site.carry("last.keyset");
    site.carry("keys/second.pem");
    site.env.line("key accept last.keyset").assert(0);
    site.env.line("key import second second.pem --edition commercial").assert(0);
    for _ in 0..2 {
        let ran = site
            .env
            .line(&format!(
                "container update {} --key second --out s.upd --force",
                home.serial("K")
            ))
            .assert(0);
        assert!(
            ran.err.contains(&format!("license {new} is not in the update"))
                && ran.err.contains("license return"),
            "{ran}"
        );
    }
}

#[test]
fn a_forged_context_of_a_home_is_refused() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --modules calculator --container @K");
    home.issue("B", "--seats 5 --term 1y --container @K");
    let site = Site::new(&home);
    home.line("container context @K --out k.ctx").assert(0);
    site.carry("k.ctx");
    type Change = Box<dyn Fn(&mut Value, &dyn Fn(&str, &Value) -> String)>;
    let other = |change: &'static dyn Fn(&mut Value)| -> Change {
        Box::new(move |context, sign| {
            let mut license = claims(context["licenses"][0].as_str().expect("a text"));
            change(&mut license);
            context["licenses"][0] = sign("licentia-license+jwt", &license).into();
        })
    };
    let cases: Vec<(&str, u8, &str, Change)> = vec![
        ("seats", 1, "conflict", other(&|license| license["seats"] = json!(u32::MAX))),
        (
            "generation",
            1,
            "conflict",
            other(&|license| license["container"]["generation"] = json!(0)),
        ),
        ("revision", 1, "conflict", other(&|license| license["revision"] = json!(u32::MAX))),
        ("end", 1, "conflict", other(&|license| license["exp"] = json!(253_402_300_800_i64))),
        ("term", 1, "conflict", other(&|license| license["term"]["ends"] = json!("2026-11-20"))),
        (
            "checkpoint",
            1,
            "conflict",
            other(&|license| license["term"]["checkpoint_days"] = json!(0)),
        ),
        ("offline", 1, "conflict", other(&|license| license["offline"] = json!({"max_starts": 0}))),
        (
            "modules",
            1,
            "conflict",
            other(&|license| {
                license["modules"] = json!([{"code": "calculator"}, {"code": "calculator"}]);
            }),
        ),
        ("status", 1, "conflict", other(&|license| license["status"] = Value::Null)),
        (
            "index",
            1,
            "conflict",
            other(&|license| license["status"]["status_list"]["idx"] = json!(1 << 20)),
        ),
        (
            "counter",
            1,
            "conflict",
            Box::new(|context, _| context["counter"] = json!((1u64 << 53) - 1)),
        ),
        (
            "reserved",
            1,
            "conflict",
            Box::new(|context, _| context["status"]["idx"] = json!([1 << 20])),
        ),
        (
            "of an unknown customer",
            1,
            "wrong_customer",
            Box::new(|context, _| context["customer"]["code"] = json!("Nordwind")),
        ),
    ];
    for (about, status, code, change) in cases {
        site.forge(("k.ctx", "forged.ctx", "licentia-context+jwt"), change);
        let before = site.env.everything();
        let ran = site.env.line("container adopt forged.ctx --customer nordwind --json");
        assert!(ran.status == status && ran.err.contains(&format!("\"{code}\"")), "{about}: {ran}");
        assert!(before == site.env.everything(), "{about}");
    }
    site.env.line("container adopt k.ctx --customer nordwind").assert(0);
    // The same status indexes for another context.
    site.forge(("k.ctx", "again.ctx", "licentia-context+jwt"), |context, _| {
        context["jti"] = json!("another");
    });
    site.env.refused("container adopt again.ctx --customer nordwind", 1, "conflict");
}
