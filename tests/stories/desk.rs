//! A cloud container worked on at an air-gapped desk: what goes over is files, and the home has the last word.

use crate::commands::container::Home;
use crate::world::World;

/// A second desk of the home's vendor, with his commercial key and his catalogue, and nordwind among its customers.
pub struct Desk<'h> {
    home: &'h Home,
    pub world: World,
}

impl<'h> Desk<'h> {
    pub fn new(home: &'h Home) -> Desk<'h> {
        let desk = Desk { home, world: World::new() };
        home.line("key publish --out acme.keyset --force").assert(0);
        home.line("product export catalogue.toml --force").assert(0);
        for name in ["acme.keyset", "catalogue.toml", "keys/commercial.pem"] {
            desk.carry(name);
        }
        desk.world.ok(&["init", "--vendor", "Acme AB", "--join", "acme.keyset", "--no-passphrase"]);
        for line in [
            "key import commercial commercial.pem --edition commercial",
            "product apply catalogue.toml --yes",
            "customer add nordwind --name Nordwind",
            "user add nordwind anna",
        ] {
            desk.world.line(line).assert(0);
        }
        desk
    }

    /// Carries a file from the home to the desk.
    pub fn carry(&self, name: &str) {
        let short = name.rsplit('/').next().unwrap_or(name);
        std::fs::copy(self.home.world.path(name), self.world.path(short)).expect("carried");
    }

    /// And the other way round.
    pub fn carry_home(&self, name: &str) {
        std::fs::copy(self.world.path(name), self.home.world.path(name)).expect("carried");
    }

    pub fn issue(&self, terms: &str) -> String {
        let line = format!("license issue --customer nordwind --product work-management {terms}");
        self.world.json(&line)["serial"].as_str().expect("a serial").to_owned()
    }
}

#[test]
fn a_cloud_container_is_worked_on_at_an_air_gapped_desk() {
    let home = Home::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    home.issue("B", "--model named --users anna --seats 3 --term 1y --modules calculator --container @K");
    home.issue("S", "--seats 2 --term 1y --container @K");
    home.line("license suspend ref:S --reason unpaid").assert(0);
    let container = home.serial("K");
    let desk = Desk::new(&home);
    insta::assert_snapshot!(home.line("container context @K --out k.ctx"), @"
    exit 0
    --- err
    Context 5 of container K-PA8KG-P3E23
    Wrote k.ctx
    ");
    desk.carry("k.ctx");
    insta::assert_snapshot!(desk.world.line("container adopt k.ctx --customer nordwind --dry-run"), @"
    exit 0
    --- err
    Would adopt container K-PA8KG-P3E23: it is at 5
    Came in: L-RFCF0-HZR6N, L-01XJP-JARWV
    ");
    insta::assert_snapshot!(desk.world.line("container adopt k.ctx --customer nordwind"), @"
    exit 0
    --- err
    Adopted container K-PA8KG-P3E23: it is at 5
    Came in: L-RFCF0-HZR6N, L-01XJP-JARWV
    ");
    insta::assert_snapshot!(desk.world.line(&format!("container show {container}")), @"
    exit 0
    --- out
    serial     K-PA8KG-P3E23
    kind       cloud
    state      active
    customer   nordwind
    user       -
    label      -
    counter    5, no update written
    reference  -
    created    2026-11-21T10:00:00Z
    license    L-RFCF0-HZR6N work-management, revision 1, 5 seats, active
    license    L-01XJP-JARWV work-management, revision 1, 3 seats, active
    ");
    // One is taken out, one is sold there.
    let (a, b) = (home.serial("A"), home.serial("B"));
    assert_eq!(desk.world.json(&format!("license show {b}"))["users"], serde_json::json!(["anna"]));
    desk.world.line(&format!("license return {a} --container {container}")).assert(0);
    let new = desk.issue(&format!("--seats 7 --term 2y --container {container} --out new.lic"));
    desk.world.line(&format!("container update {container} --out k.upd")).assert(0);
    desk.carry_home("k.upd");
    // Nothing has happened at home yet.
    assert_eq!(home.places("A"), "K 5 live; 0 free, active, r1");
    home.line(&format!("license show {new}")).assert(3);
    insta::assert_snapshot!(home.line("container import k.upd --dry-run"), @"
    exit 0
    --- err
    Would import into container K-PA8KG-P3E23: it is at 7
    Came in: L-HKWQ3-A89PQ
    Went out: L-RFCF0-HZR6N
    ");
    insta::assert_snapshot!(home.line("container import k.upd"), @"
    exit 0
    --- err
    Imported into container K-PA8KG-P3E23: it is at 7
    Came in: L-HKWQ3-A89PQ
    Went out: L-RFCF0-HZR6N
    ");
    assert_eq!(home.places("A"), "; 5 free, parked, r1");
    assert_eq!(home.places("B"), "K 3 live; 0 free, active, r1");
    assert_eq!(home.places("S"), "K 2 live; 0 free, suspended, r1");
    // The one that was sold there is the home's now: the online check knows its file, and the home ends it.
    desk.carry_home("new.lic");
    assert_eq!(home.line("license check new.lic --json").assert(0).json()["serial"], new.as_str());
    let claims = licentia_runtime::inspect::unverified(&home.world.read("new.lic")).expect("a text").claims;
    assert_eq!(claims["status"]["status_list"]["uri"], "https://acme.example/licensing/status/1");
    home.line(&format!("license extend {new} --by 1mo")).assert(0);
    home.line(&format!("license revoke {new} --reason test --yes")).assert(0);
    assert_eq!(home.line("license check new.lic --json").assert(4).json()["code"], "revoked");
    // A second time the update is stale, and so is what builds on a context from before a change.
    assert!(home.refused("container import k.upd", 4, "stale_context").contains("imported already"));
    home.line("container context @K --out next.ctx").assert(0);
    desk.carry("next.ctx");
    // The desk cannot know that the home had it, and ended it.
    let told = desk.world.refused("container adopt next.ctx --customer nordwind", 4, "stale_context");
    assert!(told.contains(&format!("does not know license {new}")) && told.contains("license return"), "{told}");
    desk.world.line(&format!("license return {new} --container {container}")).assert(0);
    insta::assert_snapshot!(desk.world.line("container adopt next.ctx --customer nordwind"), @"
    exit 0
    --- err
    Adopted container K-PA8KG-P3E23: it is at 9
    It holds the same as before
    ");
    let second = desk.issue(&format!("--seats 1 --term 1y --container {container}"));
    desk.world.line(&format!("container update {container} --out next.upd")).assert(0);
    desk.carry_home("next.upd");
    home.line("container block @K --reason lost").assert(0);
    let before = home.world.everything();
    let told = home.refused("container import next.upd", 4, "stale_context");
    assert!(told.contains("and the container is at"), "{told}");
    assert!(before == home.world.everything());
    home.line(&format!("license show {second}")).assert(3);
    for world in [&home.world, &desk.world] {
        world.line("audit verify").assert(0);
        world.line("doctor").assert(0);
    }
}

#[test]
fn what_a_desk_may_not_do_is_refused() {
    let home = Home::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    home.line("container context @K --out k.ctx").assert(0);
    home.line("container context @S --out s.ctx").assert(0);
    home.line("container update @K --out own.upd").assert(0);
    let desk = Desk::new(&home);
    for name in ["k.ctx", "s.ctx", "own.upd"] {
        desk.carry(name);
    }
    let (a, container) = (home.serial("A"), home.serial("K"));
    let mut told = Vec::new();
    let mut refuse = |world: &World, who: &str, line: &str, status: u8, code: &str| {
        let before = world.everything();
        told.push(format!("{who}: {line}\n    {}", world.refused(line, status, code)));
        assert!(before == world.everything(), "{line}");
    };
    // At home.
    for (line, status, code) in [
        ("container adopt k.ctx --customer nordwind", 1, "wrong_state"),
        ("container import own.upd", 1, "wrong_kind"),
        ("container import k.ctx", 4, "wrong_type"),
        ("key accept acme.keyset", 1, "wrong_state"),
    ] {
        refuse(&home.world, "home", line, status, code);
    }
    refuse(&home.world, "home", &home.typed("container context @D"), 1, "wrong_kind");
    // At the desk.
    for (line, status, code) in [
        ("container adopt k.ctx --customer nobody", 3, "not_found"),
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
        refuse(&desk.world, "desk", line, status, code);
    }
    desk.world.line("customer add other --name Other").assert(0);
    refuse(&desk.world, "desk", "container adopt k.ctx --customer other", 1, "wrong_customer");
    desk.world.line("container adopt k.ctx --customer nordwind").assert(0);
    desk.world.line("container adopt s.ctx --customer other").assert(0);
    for (line, status, code) in [
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
    ] {
        refuse(&desk.world, "desk", &line, status, code);
    }
    insta::assert_snapshot!(told.join("\n"), @"
    home: container adopt k.ctx --customer nordwind
        this home keeps its containers itself | another desk adopts them: `licentia init DIR --join FILE` makes one
    home: container import own.upd
        the update of container K-PA8KG-P3E23 builds on no context: it is this home's own word, or another's | only what a desk signed for a container that it adopted is imported
    home: container import k.ctx
        k.ctx: a file of kind context where update is expected | 
    home: key accept acme.keyset
        this home has a root of its own, which signs its key sets | `key accept` is for a desk that was made with `init --join`
    home: container context K-HW1AT-W6S79
        container K-HW1AT-W6S79 is a dongle, whose state is its own | only cloud containers are worked on at another desk
    desk: container adopt k.ctx --customer nobody
        there is no customer nobody | `licentia customer list` shows the customers
    desk: container adopt own.upd --customer nordwind
        own.upd: a file of kind update where context is expected | 
    desk: key create more --edition commercial
        this home is a second desk: the root, which certifies keys, is at the vendor's first one | do it there, then `licentia key publish` there and `licentia key accept` here
    desk: key retire commercial --yes
        this home is a second desk: the root, which certifies keys, is at the vendor's first one | do it there, then `licentia key publish` there and `licentia key accept` here
    desk: key revoke commercial --reason x --yes
        this home is a second desk: the root, which certifies keys, is at the vendor's first one | do it there, then `licentia key publish` there and `licentia key accept` here
    desk: key import other commercial.pem --edition commercial
        this key is here already, as commercial | 
    desk: key import commercial commercial.pem --edition commercial
        there is a key commercial already | take another name; a key keeps its edition and its limits for ever
    desk: init other --vendor X --join k.ctx
        k.ctx: a file of kind context where keyset is expected | 
    desk: init other --vendor X --join acme.keyset --test
        --join does not go with --test | give one of them
    desk: init other --vendor X --join acme.keyset --issuer urn:x
        --join does not go with --issuer | give one of them
    desk: init other --vendor X --join none.keyset
        cannot read [DIR]/none.keyset: no such file or folder | 
    desk: container adopt k.ctx --customer other
        license L-RFCF0-HZR6N in it is nordwind's, and the container is other's | a container carries the licenses of one customer
    desk: container adopt k.ctx --customer nordwind
        container K-PA8KG-P3E23 was adopted from this context already | 
    desk: container block K-PA8KG-P3E23 --reason x
        container K-PA8KG-P3E23 is kept by the home that it was adopted from | here licenses go in and out of it; credentials, blocks and its end are the home's
    desk: container unblock K-PA8KG-P3E23 --reason x
        container K-PA8KG-P3E23 is kept by the home that it was adopted from | here licenses go in and out of it; credentials, blocks and its end are the home's
    desk: container retire K-PA8KG-P3E23 --yes
        container K-PA8KG-P3E23 is kept by the home that it was adopted from | here licenses go in and out of it; credentials, blocks and its end are the home's
    desk: container context K-PA8KG-P3E23
        container K-PA8KG-P3E23 is kept by the home that it was adopted from | here licenses go in and out of it; credentials, blocks and its end are the home's
    desk: credential rotate K-PA8KG-P3E23
        container K-PA8KG-P3E23 is kept by the home that it was adopted from | here licenses go in and out of it; credentials, blocks and its end are the home's
    desk: license extend L-RFCF0-HZR6N --by 1mo
        license L-RFCF0-HZR6N is kept by the home that its container was adopted from | here it can be returned, and the home takes note of that; all else is done there
    desk: license revoke L-RFCF0-HZR6N --reason x --yes
        license L-RFCF0-HZR6N is kept by the home that its container was adopted from | here it can be returned, and the home takes note of that; all else is done there
    desk: license withdraw L-RFCF0-HZR6N --container K-PA8KG-P3E23 --reason x
        license L-RFCF0-HZR6N is kept by the home that its container was adopted from | here it can be returned, and the home takes note of that; all else is done there
    desk: license activate L-RFCF0-HZR6N --container K-PA8KG-P3E23
        license L-RFCF0-HZR6N is kept by the home that its container was adopted from | here it can be returned, and the home takes note of that; all else is done there
    ");
}

#[test]
fn a_desk_brings_only_what_its_context_reserved() {
    let home = Home::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    home.line("container context @K --out k.ctx").assert(0);
    let container = home.serial("K");
    let desk = Desk::new(&home);
    desk.carry("k.ctx");
    desk.world.line("container adopt k.ctx --customer nordwind").assert(0);
    let new = desk.issue(&format!("--seats 1 --term 1y --container {container}"));
    desk.world.line(&format!("container update {container} --out k.upd")).assert(0);
    desk.carry_home("k.upd");
    // The home forgets what it reserved: the file has an index that it could not end.
    home.world.sql("DELETE FROM status_reserved");
    let before = home.world.everything();
    assert!(home.refused("container import k.upd", 1, "conflict").contains("did not reserve"));
    assert!(before == home.world.everything());
    // After 64 files there is no index left.
    desk.world.sql(&format!(
        "DELETE FROM status_reserved WHERE status_idx NOT IN (SELECT status_idx FROM file JOIN activation ON activation.id = activation_id
                                                              JOIN license ON license.id = license_id WHERE serial = '{new}')"
    ));
    let line = format!("license issue --customer nordwind --product work-management --seats 1 --container {container}");
    assert!(desk.world.refused(&line, 1, "no_quota").contains("no status index left"));
}

#[test]
fn a_context_that_would_undo_what_was_done_at_the_desk_is_stale() {
    let home = Home::new();
    home.issue("A", "--seats 5 --term 1y --container @K");
    let container = home.serial("K");
    let desk = Desk::new(&home);
    let adopt = |name: &str| {
        home.line(&format!("container context @K --out {name} --force")).assert(0);
        desk.carry(name);
        desk.world.line(&format!("container adopt {name} --customer nordwind --json"))
    };
    adopt("one.ctx").assert(0);
    // Both change it.
    let own = desk.issue(&format!("--seats 1 --term 1y --container {container}"));
    home.issue("B", "--seats 1 --term 1y --container @K");
    let ran = adopt("two.ctx").assert(4);
    assert!(ran.err.contains("stale_context") && ran.err.contains(&own), "{ran}");
    desk.world.line(&format!("license return {own} --container {container}")).assert(0);
    // What was done and undone here is nothing.
    assert_eq!(adopt("three.ctx").assert(0).json()["licenses"].as_array().map(Vec::len), Some(2));
    home.issue("C", "--seats 1 --term 1y --container @K");
    let adopted = adopt("four.ctx").assert(0).json();
    assert_eq!(adopted["licenses"].as_array().map(Vec::len), Some(3), "{adopted}");
    // What was taken out here comes back only where the home knows of it.
    let a = home.serial("A");
    desk.world.line(&format!("license return {a} --container {container}")).assert(0);
    home.issue("D", "--seats 1 --term 1y --container @K");
    let ran = adopt("five.ctx").assert(4);
    assert!(ran.err.contains("which was taken out here"), "{ran}");
    // A revision of the home's reaches the desk with the next context.
    home.line("license extend ref:B --by 1mo").assert(0);
    home.line("license return ref:A --container @K").assert(0);
    let adopted = adopt("six.ctx").assert(0).json();
    let revision = desk.world.json(&format!("license show {}", home.serial("B")))["revision"].as_u64();
    assert_eq!((revision, adopted["licenses"].as_array().map(Vec::len)), (Some(2), Some(3)), "{adopted}");
    desk.world.line("audit verify").assert(0);
}

#[test]
fn the_next_key_set_reaches_the_desk() {
    let home = Home::new();
    let desk = Desk::new(&home);
    home.line("key create ci --edition commercial --kinds license").assert(0);
    home.line("key publish --out next.keyset").assert(0);
    desk.carry("next.keyset");
    insta::assert_snapshot!(desk.world.line("key accept next.keyset --dry-run"), @"
    exit 0
    --- err
    Would take version 2 of the key set
    ");
    insta::assert_snapshot!(desk.world.line("key accept next.keyset"), @"
    exit 0
    --- err
    Took version 2 of the key set
    ");
    insta::assert_snapshot!(desk.world.line("key accept next.keyset"), @"
    exit 0
    --- err
    Version 2 of the key set is here already
    ");
    insta::assert_snapshot!(desk.world.refused("key accept acme.keyset", 4, "rolled_back"), @"acme.keyset: version 1 of the key set where version 2 was seen |");
    desk.carry("keys/ci.pem");
    desk.world.line("key import ci ci.pem --edition commercial").assert(0);
    home.line("key retire commercial --yes").assert(0);
    home.line("key publish --out last.keyset").assert(0);
    desk.carry("last.keyset");
    insta::assert_snapshot!(desk.world.line("key accept last.keyset"), @"
    exit 0
    --- err
    Took version 3 of the key set
    warning: key commercial signs no more, and its private part is still here: remove [DIR]/keys/commercial.pem
    ");
    let states: Vec<_> =
        desk.world.json("key list --all").as_array().expect("a list").iter().map(|key| key["state"].clone()).collect();
    assert_eq!(states, ["active", "retired", "active", "active"]);
    desk.world.line("key accept commercial.pem").assert(4);
    desk.world.line("audit verify").assert(0);
}

#[test]
fn a_desk_is_made_from_a_key_set() {
    let home = Home::new();
    home.line("key publish --out acme.keyset").assert(0);
    let world = World::new();
    std::fs::copy(home.world.path("acme.keyset"), world.path("acme.keyset")).expect("carried");
    insta::assert_snapshot!(world.line("init desk --vendor Acme --join acme.keyset --no-passphrase --dry-run"), @"
    exit 0
    --- err
    Would make a second test desk for Acme in desk
    ");
    insta::assert_snapshot!(world.line("init desk --vendor Acme --join acme.keyset --no-passphrase"), @"
    exit 0
    --- err
    Made a second test desk for Acme in desk
    Root key pgCi1QI1j9Q707FGUCIGrWm6wO99JdI3vQQy3fEKvTI: compare this thumbprint with your first home's (`licentia key pin` there)
    `licentia key import NAME FILE --edition E` brings a private key that works here
    ");
    insta::assert_snapshot!(world.line("--home desk key list"), @"
    exit 0
    --- out
    NAME        EDITION     STATE   SIGNS     SIGNED  PRIVATE  KID
    root        -           active  key sets  1       away     pgCi1QI1j9Q707FGUCIGrWm6wO99JdI3vQQy3fEKvTI
    commercial  commercial  active  all       0       away     AKmn0CQddkMVQswfkjtmYA895qGRqTPt3w9xFPn6cd4
    trial       trial       active  license   0       away     QkXuVGizrThQp3xnxhyrZDdQpmsjRstRKL1vhz--sW8
    ");
    assert_eq!(std::fs::read_dir(world.path("desk/keys")).expect("a folder").count(), 0);
    // Whoever puts a root there is not asked for it.
    std::fs::copy(home.world.path("keys/root.pem"), world.path("desk/keys/root.pem")).expect("carried");
    insta::assert_snapshot!(world.line("--home desk key create more --edition commercial"), @"
    exit 5
    --- err
    error: this home is a second desk: the root, which certifies keys, is at the vendor's first one
    hint: do it there, then `licentia key publish` there and `licentia key accept` here
    ");
}
