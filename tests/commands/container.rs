//! `container`: placements of licenses in containers, updates, and proofs of removal.

use serde_json::Value;

use crate::env::World;
use crate::env::home::Home;

#[test]
fn a_cloud_container_comes_with_its_credential() {
    let world = World::with_catalogue();
    insta::assert_snapshot!(world.line("container create --customer nordwind --kind cloud --user anna --label Kontor --out k.cred --dry-run"), @r#"
    exit 0
    --- err
    Would create a container: cloud of nordwind, anna's, "Kontor", 0 licenses, active
    "#);
    assert!(!world.path("k.cred").exists());
    insta::assert_snapshot!(world.line("container create --customer nordwind --kind cloud --user anna --label Kontor --out k.cred"), @r#"
    exit 0
    --- err
    Created container K-5ADW4-1WQ6R: cloud of nordwind, anna's, "Kontor", 0 licenses, active
    Credential F-BA1BN-2H22H opens it, user name nordwind-wj8p3gg0
    Wrote k.cred
    Its secret is in that file alone: it can be rotated, not written again
    "#);
    insta::assert_snapshot!(world.line("container create --customer nordwind --kind cloud --reference R --json"), @r#"
    exit 0
    --- out
    {
      "serial": "K-178KF-GBK8E",
      "kind": "cloud",
      "customer": "nordwind",
      "user": null,
      "label": null,
      "hardware": null,
      "username": "nordwind-wankfft5",
      "state": "active",
      "counter": 1,
      "confirmed_counter": 1,
      "key": null,
      "properties": [],
      "context": null,
      "suspicion": null,
      "issued_counter": null,
      "credential_generation": 1,
      "credential_issued_at": "2026-11-21T10:00:00Z",
      "licenses": [],
      "blocked": null,
      "block_reason": null,
      "blocked_at": null,
      "block_enforced_at": null,
      "lost_at": null,
      "retired_at": null,
      "reference": "R",
      "created_at": "2026-11-21T10:00:00Z",
      "created": true,
      "credential": "F-F40FE-S52YG",
      "file": {
        "path": "F-F40FE-S52YG.cred",
        "jti": "01a1fd8c-6900-722b-9136-088862b42011",
        "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY"
      },
      "warnings": []
    }
    "#);
    // Without `--out` the credential file is in the current folder. A repeated command writes
    // nothing.
    let again = world.json("container create --customer nordwind --kind cloud --reference R");
    assert_eq!((&again["created"], &again["file"]["path"]), (&Value::from(false), &Value::Null));
    insta::assert_snapshot!(world.line("container create --customer nordwind --kind cloud --reference R"), @"
    exit 0
    --- err
    Container K-178KF-GBK8E was created for R already: cloud of nordwind, 0 licenses, active
    `licentia credential rotate K-178KF-GBK8E` makes another credential, a secret is not given again
    ");
    insta::assert_snapshot!(world.refused("container create --customer nordwind --kind cloud \
        --user anna --reference R", 1, "conflict"), @"reference R was used for another request (user): it is container K-178KF-GBK8E | `licentia container show K-178KF-GBK8E` shows it; take another reference for another order");
    insta::assert_snapshot!(world.line("container list"), @"
    exit 0
    --- out
    SERIAL         KIND   CUSTOMER  USER  LABEL   LICENSES  COUNTER  STATE
    K-5ADW4-1WQ6R  cloud  nordwind  anna  Kontor  0         1        active
    K-178KF-GBK8E  cloud  nordwind  -     -       0         1        active
    ");
    insta::assert_snapshot!(world.line("container list --format csv"), @"
    exit 0
    --- out
    serial,kind,customer,user,label,hardware,key,state,counter,confirmed-counter,credential-generation,licenses,reference,created-at
    K-5ADW4-1WQ6R,cloud,nordwind,anna,Kontor,,,active,1,1,1,,,2026-11-21T10:00:00Z
    K-178KF-GBK8E,cloud,nordwind,,,,,active,1,1,1,,R,2026-11-21T10:00:00Z
    ");
    let modes = std::fs::metadata(world.path("k.cred")).expect("there").permissions();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&modes) & 0o777, 0o600);
}

#[test]
fn invalid_containers_are_refused() {
    let home = Home::new();
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind usb", 2, "usage"), @r#"--kind: "usb" is not a kind of container | one of cloud, device, dongle"#);
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind dongle", 2, "usage"), @"a dongle is known by the serial of its hardware | name it with --hardware SERIAL");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud \
        --hardware 1", 2, "usage"), @"a cloud container has no hardware | leave --hardware out, or create a dongle: --kind dongle");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind dongle \
        --hardware 1 --out x", 2, "usage"), @"a dongle has no credential | leave --out, --key and --encrypt-… out");
    insta::assert_snapshot!(home.refused("container create --customer sued --kind dongle \
        --hardware 3-4711829", 1, "exists"), @"hardware 3-4711829 is container K-178KF-GBK8E of nordwind already | a dongle that came back is given away again after `licentia container recycle K-178KF-GBK8E`");
    insta::assert_snapshot!(home.refused("container create --customer unknown --kind cloud", 3, "not_found"), @"there is no customer unknown | `licentia customer list` shows the customers");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --user \
        zoe", 3, "not_found"), @"customer nordwind has no user zoe | `licentia user list nordwind` shows its users");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --key \
        trial", 1, "edition_mismatch"), @"key trial is a trial key, and files of kind credential are signed by commercial ones | name a commercial key; `licentia key list` shows them");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --out \
        k.cred", 5, "would_overwrite"), @"[DIR]/k.cred exists already | --force overwrites it");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --out \
        -", 2, "usage"), @"--out - and --json both want standard output | with --json or --format csv, name a file");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud \
        --if-missing", 2, "usage"), @"a cloud container has nothing by which another call would know it | --reference does: the same call again creates nothing new");
    insta::assert_snapshot!(home.refused("container create --customer sued --kind dongle \
        --hardware 3-4711829 --if-missing", 1, "exists"), @"hardware 3-4711829 is container K-178KF-GBK8E of nordwind already | a dongle that came back is given away again after `licentia container recycle K-178KF-GBK8E`");
    insta::assert_snapshot!(home.line("container create --customer Nordwind --kind dongle --hardware 3-4711829 --if-missing"), @"
    exit 0
    --- err
    There is container K-178KF-GBK8E already: dongle of nordwind, hardware 3-4711829, 0 licenses, active
    ");
    home.line("key create narrow --edition commercial --kinds license").assert(0);
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --key \
        narrow", 1, "out_of_scope"), @"out of the scope of key narrow: the key signs no files of kind credential | `licentia key show narrow` shows its scope");
    insta::assert_snapshot!(home.refused("container show K-11111-11112", 3, "not_found"), @"there is no container K-11111-11112 | `licentia container list` shows the containers");
    insta::assert_snapshot!(home.refused("container show L-11111-11113", 2, "usage"), @"<CONTAINER>: L-11111-11113 names a license, not a container | a container's serial begins with K");
    insta::assert_snapshot!(home.refused("container list --user anna", 2, "usage"), @"missing: --customer <CODE> | `--help` lists the options of the verb");
    home.line("customer retire sued").assert(0);
    insta::assert_snapshot!(home.refused("container create --customer sued --kind cloud", 1, "wrong_state"), @"customer sued was retired at 2026-11-21T10:00:00Z: nothing new is issued | `licentia customer retire sued --undo` takes that back");
}

#[test]
fn seats_go_into_containers_and_come_back() {
    let home = Home::new();
    home.issue("L", "--seats 10 --term 1y --container @K --out l.lic");
    assert_eq!(home.places("L"), "K 10 live; 0 free, active, r1");
    insta::assert_snapshot!(home.line("license return ref:L --container @K --seats 4"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: K-5ADW4-1WQ6R 6 seats; 4 seats unallocated
    Applications learn of it with the next published status list
    `licentia license export L-XY9KB-PT3MW --out FILE` writes its new file
    ");
    insta::assert_snapshot!(home.line("license activate ref:L --container @D --seats 3"), @"
    exit 0
    --- err
    Activated license L-XY9KB-PT3MW (3 seats allocated to container K-178KF-GBK8E; 1 unallocated)
    `licentia license export L-XY9KB-PT3MW --out-dir DIR` writes its files
    ");
    assert_eq!(home.places("L"), "K 6 live, D 3 live; 1 free, active, r2");
    // A dongle file is bound to its hardware, and each container has its own file.
    insta::assert_snapshot!(home.refused("license export ref:L --out one.lic", 2, "usage"), @"license L-XY9KB-PT3MW has 2 files, for K-5ADW4-1WQ6R, K-178KF-GBK8E | --container names one of them; --out-dir writes all");
    home.line("license export ref:L --container @D --out d.lic").assert(0);
    home.line("license export ref:L --out-dir all").assert(0);
    let names: Vec<String> = std::fs::read_dir(home.world.path("all"))
        .expect("listed")
        .map(|it| it.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        (names.len(), names.iter().all(|name| name.starts_with("L-") && name.contains("@K-"))),
        (2, true)
    );
    insta::assert_snapshot!(home.refused("license extend ref:L --by 1y --out one.lic", 2, "usage"), @"license L-XY9KB-PT3MW has 2 files, one for each container, and --out names one | name a folder: --out-dir DIR");
    insta::assert_snapshot!(home.line("license extend ref:L --by 1y --out-dir later"), @"
    exit 0
    --- err
    Extended license L-XY9KB-PT3MW: last day 2027-11-20 → 2028-11-20
    Wrote later/L-XY9KB-PT3MW@K-5ADW4-1WQ6R.lic
    Wrote later/L-XY9KB-PT3MW@K-178KF-GBK8E.lic
    ");
    assert_eq!(std::fs::read_dir(home.world.path("later")).expect("listed").count(), 2);
    // More seats in the same container are the next revision of the same placement.
    insta::assert_snapshot!(home.line("license activate ref:L --container @K"), @"
    exit 0
    --- err
    Activated license L-XY9KB-PT3MW (1 seat allocated to container K-5ADW4-1WQ6R, which has 7 now; 0 unallocated)
    `licentia license export L-XY9KB-PT3MW --out-dir DIR` writes its files
    ");
    assert_eq!(home.places("L"), "K 7 live, D 3 live; 0 free, active, r4");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @E", 1, "no_seat"), @"license L-XY9KB-PT3MW has no unallocated seat: all of its 10 seats are allocated | `licentia license show L-XY9KB-PT3MW` shows where they are; `licentia license return L-XY9KB-PT3MW --container K-…` frees some");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW has 10 seats in containers, and an unbound delivery takes all it has | `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R` takes them out of one");
    insta::assert_snapshot!(home.refused("license return ref:L --unbound", 1, "not_placed"), @"license L-XY9KB-PT3MW is in containers, not delivered unbound | `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R` takes them out of one");
    insta::assert_snapshot!(home.refused("license return ref:L --container @E", 1, "not_placed"), @"license L-XY9KB-PT3MW is not in container K-DB706-S16TS | `licentia license show L-XY9KB-PT3MW` shows where it is");
    insta::assert_snapshot!(home.refused("license return ref:L --container @K --seats 8", 1, "no_seat"), @"license L-XY9KB-PT3MW has 7 seats in container K-5ADW4-1WQ6R, not 8 | leave --seats out to take all of them");
    insta::assert_snapshot!(home.refused("license edit ref:L --seats 9", 1, "no_seat"), @"license L-XY9KB-PT3MW has 10 seats in containers, and would have 9 seats | `licentia license return L-XY9KB-PT3MW --container K-… --seats N` frees some first");
    insta::assert_snapshot!(home.refused("license edit ref:L --model device", 1, "in_use"), @"license L-XY9KB-PT3MW is in container K-5ADW4-1WQ6R, and a seat would be one device or dongle | `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R` takes it out first");
    insta::assert_snapshot!(home.refused("license activate ref:L", 2, "usage"), @"missing: <--container <CONTAINER>|--unbound> | `--help` lists the options of the verb");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound --seats 1", 2, "usage"), @"--unbound does not go with --seats | give one of them");
    insta::assert_snapshot!(home.line("license show ref:L"), @"
    exit 0
    --- out
    serial       L-XY9KB-PT3MW
    state        active
    customer     nordwind
    company      -
    product      work-management
    modules      -
    edition      commercial
    model        floating
    seats        10 (10 allocated, 0 unallocated)
    assigned     none: open to all users
    sessions     0 of 7 seats, 7 idle
    first day    2026-11-21
    last day     2028-11-20
    grace        0 days
    checkpoint   -
    offline      -
    enforcement  block
    computers    -
    settings     -
    revision     4
    reference    L
    issued       2026-11-21T10:00:00Z
    file         K-5ADW4-1WQ6R (cloud), 7 seats, good until 2028-11-21T00:00:00Z, id 01a1fd8c-6900-785f-b59d-0cee3fb78f16
    file         K-178KF-GBK8E (dongle), 3 seats, good until 2028-11-21T00:00:00Z, id 01a1fd8c-6900-79ea-9a9a-8159a33e903b
    older file   revision 2, good until 2027-11-21T00:00:00Z, id 01a1fd8c-6900-79ef-ba84-684b66e45e6e
    older file   revision 2, good until 2027-11-21T00:00:00Z, id 01a1fd8c-6900-7606-b880-e8cec7f03801
    older file   revision 3, good until 2028-11-21T00:00:00Z, id 01a1fd8c-6900-7cf2-9380-1a5ff2052df3
    ");
    home.line("license edit ref:L --seats 12").assert(0);
    assert_eq!(home.places("L"), "K 7 live, D 3 live; 2 free, active, r5");
    // An unbound license uses all its seats, so that no seat is left for a container.
    home.issue("U", "--seats 2 --unbound");
    insta::assert_snapshot!(home.refused("license activate ref:U --container @K", 1, "no_seat"), @"license L-A3MVS-A9VF2 is delivered unbound, with all it has (2 seats) | `licentia license return L-A3MVS-A9VF2 --unbound` takes it back first");
}

#[test]
fn a_container_accepts_only_licenses_of_its_customer_and_kind() {
    let home = Home::new();
    home.issue("L", "--seats 2");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @S", 1, "wrong_customer"), @"container K-K1QR5-6VJZJ is sued's, and license L-XY9KB-PT3MW is nordwind's | `licentia container list --customer nordwind` shows that customer's containers");
    insta::assert_snapshot!(home.refused("license issue --customer nordwind --product \
        work-management --container @S", 1, "wrong_customer"), @"container K-K1QR5-6VJZJ is sued's, and the license is nordwind's | `licentia container list --customer nordwind` shows that customer's containers");
    home.line("license activate ref:L --container @K").assert(0);
    insta::assert_snapshot!(home.refused("license move ref:L --from @K --to @S", 1, "wrong_customer"), @"container K-K1QR5-6VJZJ is sued's, and license L-XY9KB-PT3MW is nordwind's | `licentia container list --customer nordwind` shows that customer's containers");
    home.line("product edit other --containers cloud").assert(0);
    home.line("license issue --customer nordwind --product other --reference O --seats 2")
        .assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:O --container @D", 1, "wrong_kind"), @"container K-178KF-GBK8E is a dongle, and product other is for cloud only | `licentia product edit other --containers …` allows other kinds");
    home.line("product edit other --containers dongle").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:O --container @K", 1, "wrong_kind"), @"container K-5ADW4-1WQ6R is a cloud container, and product other is for dongle only | `licentia product edit other --containers …` allows other kinds");
    home.issue("M", "--model device --seats 2");
    insta::assert_snapshot!(home.refused("license activate ref:M --container @K", 1, "wrong_kind"), @"a seat of license L-RMJGF-B86A5 is a device or a dongle, and container K-5ADW4-1WQ6R is in the cloud | --model floating or named is for the cloud");
    insta::assert_snapshot!(home.refused("license activate ref:M --container @D --seats 2", 2, "usage"), @"a seat of license L-RMJGF-B86A5 is one device or dongle | leave --seats out");
    home.line("license activate ref:M --container @D").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:M --container @D", 1, "no_seat"), @"license L-RMJGF-B86A5 has its seat in container K-178KF-GBK8E already | name another container for another seat");
    home.line("license activate ref:M --container @E").assert(0);
    assert_eq!(home.places("M"), "D 1 live, E 1 live; 0 free, active, r1");
    insta::assert_snapshot!(home.refused("license issue --customer nordwind --product \
        work-management --model device --container @K", 1, "wrong_kind"), @"a seat of the license is a device or a dongle, and container K-5ADW4-1WQ6R is in the cloud | --model floating or named is for the cloud");
    // The database itself refuses a container of another customer.
    let wrong = "UPDATE activation SET container_id = (SELECT id FROM container WHERE reference = \
        'S') WHERE id = 1";
    let database = rusqlite::Connection::open(home.world.path("licentia.db")).expect("opened");
    database
        .execute_batch("PRAGMA foreign_keys = ON; DROP TRIGGER activation_update_keeps_identity")
        .expect("prepared");
    assert!(database.execute_batch(wrong).is_err());
}

#[test]
fn seats_that_leave_hardware_are_free_after_the_confirmation() {
    let home = Home::new();
    home.issue("L", "--seats 10 --term 1y");
    home.line("license activate ref:L --container @D --seats 4").assert(0);
    home.line("container update @D --out d1.upd").assert(0);
    insta::assert_snapshot!(home.line("license return ref:L --container @D --seats 1"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: K-178KF-GBK8E 3 seats, 1 seat on the way back from K-178KF-GBK8E; 6 seats unallocated
    Applications learn of it with the next published status list
    `licentia license export L-XY9KB-PT3MW --out FILE` writes its new file
    The seats are unallocated once it is confirmed that they are gone: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it
    ");
    insta::assert_snapshot!(home.line("license move ref:L --from @D --to @K --seats 2 --json"), @r#"
    exit 0
    --- out
    {
      "serial": "L-XY9KB-PT3MW",
      "product": "work-management",
      "customer": "nordwind",
      "company": null,
      "edition": "commercial",
      "model": "floating",
      "seats": 10,
      "seats_placed": 4,
      "seats_free": 6,
      "assigned": 0,
      "users": [],
      "sessions": 0,
      "free": 6,
      "revision": 3,
      "state": "active",
      "reason": null,
      "state_since": null,
      "starts": "2026-11-21",
      "ends": "2027-11-21",
      "last_day": "2027-11-20",
      "checkpoint_days": null,
      "grace_days": 0,
      "offline_days": null,
      "offline_starts": null,
      "enforcement": "block",
      "hosts_per_user": null,
      "modules": [],
      "attributes": {},
      "reference": "L",
      "replaces": null,
      "replaced_by": null,
      "adopted": false,
      "created_at": "2026-11-21T10:00:00Z",
      "activations": [
        {
          "container": "K-178KF-GBK8E",
          "seats": 1,
          "generation": 1,
          "state": "live",
          "ended_at": null,
          "moves_to": null,
          "file": {
            "path": null,
            "jti": "01a1fd8c-6900-7cf2-9380-1a5ff2052df3",
            "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY",
            "expires_at": "2027-11-21T00:00:00Z"
          }
        },
        {
          "container": "K-178KF-GBK8E",
          "seats": 1,
          "generation": 1,
          "state": "returning",
          "ended_at": null,
          "moves_to": null,
          "file": null
        },
        {
          "container": "K-178KF-GBK8E",
          "seats": 2,
          "generation": 1,
          "state": "returning",
          "ended_at": null,
          "moves_to": "K-5ADW4-1WQ6R",
          "file": null
        }
      ],
      "file": {
        "path": null,
        "jti": "01a1fd8c-6900-7cf2-9380-1a5ff2052df3",
        "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY",
        "expires_at": "2027-11-21T00:00:00Z"
      },
      "repeated": false,
      "changed": true,
      "base_missing": [],
      "warnings": []
    }
    "#);
    assert_eq!(home.places("L"), "D 1 live, D 1 returning, D 2 returning; 6 free, active, r3");
    insta::assert_snapshot!(home.line("container show @D"), @"
    exit 0
    --- out
    serial       K-178KF-GBK8E
    kind         dongle
    state        active
    customer     nordwind
    user         -
    label        -
    hardware     3-4711829
    counter      4, update 2 written, none confirmed
    unconfirmed  changes 1 to 4: `licentia container update K-178KF-GBK8E --out FILE` writes them
    reference    D
    created      2026-11-21T10:00:00Z
    license      L-XY9KB-PT3MW work-management, revision 3, 1 seat, active
    license      L-XY9KB-PT3MW work-management, revision 3, 1 seat, active, on the way back
    license      L-XY9KB-PT3MW work-management, revision 3, 2 seats, active, on the way to K-5ADW4-1WQ6R
    ");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @K --seats 7", 1, "no_seat"), @"license L-XY9KB-PT3MW has 6 of 10 seats unallocated, not 7 | 3 seats on the way back from hardware: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    // A confirmation proves only changes that an update before it contained.
    home.line("container confirm @D --reason early").assert(0);
    assert_eq!(home.places("L"), "D 1 live, D 1 returning, D 2 returning; 6 free, active, r3");
    insta::assert_snapshot!(home.refused("container confirm @D --reason again", 1, "wrong_state"), @"container K-178KF-GBK8E is confirmed at 2 already, and no update was written since | `licentia container update K-178KF-GBK8E --out FILE` writes the one that it has to take");
    home.line("container update @D --out d2.upd").assert(0);
    assert_eq!(
        home.licenses_in("d2.upd").iter().map(|it| (it.1, it.2)).collect::<Vec<_>>(),
        [(3, 1)]
    );
    insta::assert_snapshot!(home.line("container confirm @D --reason seen --dry-run"), @"
    exit 0
    --- err
    Would confirm container K-178KF-GBK8E at 4, as stated by a person
    license L-XY9KB-PT3MW: work-management for nordwind, 10 floating seats, in K-178KF-GBK8E
    License L-XY9KB-PT3MW: 1 seat unallocated again, 2 seats arrived in container K-5ADW4-1WQ6R
    Applications learn of it with the next published status list
    ");
    insta::assert_snapshot!(home.line("container confirm @D --reason seen"), @"
    exit 0
    --- err
    Confirmed container K-178KF-GBK8E at 4, as stated by a person
    License L-XY9KB-PT3MW: 1 seat unallocated again, 2 seats arrived in container K-5ADW4-1WQ6R
    Applications learn of it with the next published status list
    ");
    assert_eq!(home.places("L"), "D 1 live, K 2 live; 7 free, active, r3");
    let entry = home.json("audit list --action container.confirm");
    assert_eq!(
        (&entry[1]["detail"]["proven"], &entry[1]["detail"]["reason"]),
        (&Value::from(false), &Value::from("seen"))
    );
    insta::assert_snapshot!(home.refused("container confirm @K --reason x", 1, "wrong_kind"), @"container K-5ADW4-1WQ6R is a cloud container: its changes apply at once | only a dongle without a key needs the statement of a person");
    insta::assert_snapshot!(home.refused("container confirm @D --reason x", 1, "wrong_state"), @"container K-178KF-GBK8E is confirmed at 4 already, and nothing was changed since | `licentia container show K-178KF-GBK8E` shows what is in it");
    // The withdrawal of a whole license waits for the proof of removal, too. Until then the license
    // is not delivered, and its seats are not free.
    insta::assert_snapshot!(home.refused("license withdraw ref:L --container @D --reason unpaid \
        --no-input", 2, "needs_answer"), @"to withdraw license L-XY9KB-PT3MW from container K-178KF-GBK8E must be confirmed, and there is no terminal | --yes confirms; --dry-run shows the impact");
    insta::assert_snapshot!(home.line("license withdraw ref:L --container @D --reason unpaid --yes"), @"
    exit 0
    --- err
    Withdrew license L-XY9KB-PT3MW: K-5ADW4-1WQ6R 2 seats, 1 seat on the way back from K-178KF-GBK8E; 7 seats unallocated
    The seats are unallocated once it is confirmed that they are gone: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it
    ");
    home.line("license return ref:L --container @K").assert(0);
    assert_eq!(home.places("L"), "D 1 returning; 9 free, parked, r3");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW has 1 seat in containers, and an unbound delivery takes all it has | they are on their way back: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    insta::assert_snapshot!(home.refused("license return ref:L --container @D", 1, "not_placed"), @"license L-XY9KB-PT3MW is on its way back from container K-178KF-GBK8E already | `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    insta::assert_snapshot!(home.refused("container retire @D --yes", 1, "in_use"), @"container K-178KF-GBK8E carries 1 license on its way back | `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    home.line("container update @D --out d3.upd").assert(0);
    home.line("container confirm @D --reason seen").assert(0);
    assert_eq!(
        (home.licenses_in("d3.upd").len(), home.places("L")),
        (0, "; 10 free, parked, r3".to_owned())
    );
    let ended = home.json("license show ref:L");
    let states: Vec<&str> = ended["activations"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["state"].as_str())
        .collect();
    assert_eq!(states, ["withdrawn", "returned", "returned", "returned"]);
    home.line("container retire @D --yes").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:L --container @D", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be used | that is final; `licentia container create` makes another");
}

#[test]
fn a_move_without_a_usable_target_frees_its_seats() {
    let home = Home::new();
    home.issue("L", "--seats 3");
    home.line("license activate ref:L --container @D").assert(0);
    insta::assert_snapshot!(home.refused("license move ref:L --from @D --to @D", 2, "usage"), @"container K-178KF-GBK8E is named twice | --from and --to are two containers");
    home.line("license move ref:L --from @D --to @K").assert(0);
    home.line("container block @K --reason lost").assert(0);
    home.line("container update @D --out d.upd").assert(0);
    insta::assert_snapshot!(home.line("container confirm @D --reason seen"), @"
    exit 0
    --- err
    Confirmed container K-178KF-GBK8E at 3, as stated by a person
    License L-XY9KB-PT3MW: 3 seats unallocated again
    Applications learn of it with the next published status list
    warning: license L-XY9KB-PT3MW: 3 seats unallocated instead of in container K-5ADW4-1WQ6R: container K-5ADW4-1WQ6R is blocked since 2026-11-21T10:00:00Z: lost
    ");
    assert_eq!(home.places("L"), "; 3 free, parked, r1");
}

#[test]
fn an_update_contains_the_complete_content_of_a_container() {
    let home = Home::new();
    home.issue("A", "--seats 2 --term 1y --container @K");
    home.issue("B", "--seats 1 --term 30d --container @K");
    insta::assert_snapshot!(home.line("container update @K --out k1.upd"), @"
    exit 0
    --- err
    Update 3 of container K-5ADW4-1WQ6R
    Wrote k1.upd
    ");
    let first = home.update("k1.upd");
    assert_eq!(
        (first.claims().counter, first.claims().blocked.as_deref(), first.claims().time),
        (3, None, None)
    );
    assert_eq!(first.licenses().len(), 2);
    // Without a change the update is the same token, and no key is needed.
    std::fs::rename(home.world.path("keys/commercial.pem"), home.world.path("away.pem"))
        .expect("moved");
    insta::assert_snapshot!(home.line("container update @K --out again.upd"), @"
    exit 0
    --- err
    Update 3 of container K-5ADW4-1WQ6R again: nothing was changed since
    Wrote again.upd
    ");
    assert_eq!(home.world.read("k1.upd"), home.world.read("again.upd"));
    insta::assert_snapshot!(home.refused("container update @K --time --out t.upd", 5, "key_missing"), @"private key commercial is not here | put its file at keys/commercial.pem in the home; `licentia key list` shows which keys are here");
    std::fs::rename(home.world.path("away.pem"), home.world.path("keys/commercial.pem"))
        .expect("moved");
    // The vendor's time and a newer key set are changes.
    home.line("container update @K --time --out k2.upd").assert(0);
    assert_eq!(
        (home.update("k2.upd").claims().counter, home.update("k2.upd").claims().time.is_some()),
        (4, true)
    );
    home.line("key create more --edition trial").assert(0);
    home.line("container update @K --out k3.upd").assert(0);
    let third = home.update("k3.upd");
    assert_eq!(
        (third.claims().counter, third.keys().claims().version, third.claims().time),
        (5, 2, None)
    );
    // The update leaves out a suspended license until it is reinstated. An expired license stays.
    home.line("license suspend ref:A").assert(0);
    home.world.at("2027-01-10T00:00:00Z");
    home.line("container update @K --out k4.upd").assert(0);
    let (b, told) = (home.serial("B"), home.licenses_in("k4.upd"));
    assert_eq!((home.update("k4.upd").claims().counter, told), (6, vec![(b, 1, 1)]));
    home.line("license reinstate ref:A").assert(0);
    home.line("license extend ref:A --by 1y").assert(0);
    home.line("container update @K --out k5.upd").assert(0);
    assert_eq!((home.update("k5.upd").claims().counter, home.licenses_in("k5.upd").len()), (8, 2));
    assert_eq!(home.licenses_in("k5.upd")[0].1, 2);
    // `verify` checks an update as a container does, with the root key alone.
    insta::assert_snapshot!(home.line("verify k5.upd k1.upd --json").assert(0).json()[0]["message"].as_str().unwrap_or_default(), @"update 8 of container K-5ADW4-1WQ6R, 2 licenses");
    insta::assert_snapshot!(home.line("container update @K --out k1.upd --json"), @r#"
    exit 5
    --- err
    {"error":{"code":"would_overwrite","message":"[DIR]/k1.upd exists already","hint":"--force overwrites it"}}
    "#);
    insta::assert_snapshot!(home.refused("container update @K --time --key trial", 1, "edition_mismatch"), @"key trial is a trial key, and files of kind update are signed by commercial ones | name a commercial key; `licentia key list` shows them");
}

#[test]
fn attempts_with_a_blocked_container_are_recorded() {
    let home = Home::new();
    home.issue("L", "--seats 4 --container @K");
    home.issue("N", "--seats 2");
    home.line("customer edit nordwind --email it@nordwind.example").assert(0);
    insta::assert_snapshot!(home.line("container block @K --reason gestohlen --enforce-after 14d"), @"
    exit 0
    --- err
    Blocked container K-5ADW4-1WQ6R
    It carries L-XY9KB-PT3MW
    Applications learn of it with the status lists published from 2026-12-05T10:00:00Z on
    `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that tells it
    ");
    insta::assert_snapshot!(home.refused("container block @K --reason again", 1, "wrong_state"), @"container K-5ADW4-1WQ6R is blocked already, since 2026-11-21T10:00:00Z: gestohlen | `licentia container unblock K-5ADW4-1WQ6R --reason …` lets it go on");
    insta::assert_snapshot!(home.refused("license activate ref:N --container @K", 1, "blocked"), @"container K-5ADW4-1WQ6R is blocked since 2026-11-21T10:00:00Z: gestohlen | `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that tells it so; `licentia container unblock K-5ADW4-1WQ6R --reason …` lets it go on");
    home.line("container update @K --out k.upd").assert(0);
    let update = home.update("k.upd");
    assert_eq!((update.claims().blocked.as_deref(), update.licenses().len()), (Some("blocked"), 1));
    assert!(!home.world.read("k.upd").contains("gestohlen"));
    let code = home.json("ticket create --license ref:N --unbound-allowed")["code"]
        .as_str()
        .expect("a code")
        .to_owned();
    for (line, action) in [
        ("license return ref:L --container @K", "return"),
        ("license move ref:L --from @K --to @E", "move"),
        (&format!("ticket redeem {code} --container @K"), "redeem"),
        ("license issue --customer nordwind --product work-management --container @K", "issue"),
    ] {
        home.refused(line, 1, "blocked");
        let last = home
            .json("container attempts @K")
            .as_array()
            .and_then(|all| all.last().cloned())
            .expect("an attempt");
        assert_eq!(
            (last["action"].as_str(), last["contact"].as_str()),
            (Some(action), Some("it@nordwind.example")),
            "{line}"
        );
    }
    // The answer contains the path of the update that states the block.
    let ran = home.line("license activate ref:N --container @K --json").assert(1);
    let error: Value =
        serde_json::from_str(ran.err.lines().last().expect("a line")).expect("an object");
    assert_eq!(error["error"]["update"]["text"].as_str(), Some(home.world.read("k.upd").as_str()));
    assert_eq!(home.json("container attempts").as_array().map(Vec::len), Some(6));
    home.line("license activate ref:N --container @K --dry-run").assert(1);
    assert_eq!(home.json("container attempts").as_array().map(Vec::len), Some(6));
    insta::assert_snapshot!(home.line("container attempts"), @"
    exit 0
    --- out
    CONTAINER      CUSTOMER  AT                    ACTION    CONTACT
    K-5ADW4-1WQ6R  nordwind  2026-11-21T10:00:00Z  activate  it@nordwind.example
    K-5ADW4-1WQ6R  nordwind  2026-11-21T10:00:00Z  return    it@nordwind.example
    K-5ADW4-1WQ6R  nordwind  2026-11-21T10:00:00Z  move      it@nordwind.example
    K-5ADW4-1WQ6R  nordwind  2026-11-21T10:00:00Z  redeem    it@nordwind.example
    K-5ADW4-1WQ6R  nordwind  2026-11-21T10:00:00Z  issue     it@nordwind.example
    K-5ADW4-1WQ6R  nordwind  2026-11-21T10:00:00Z  activate  it@nordwind.example
    ");
    insta::assert_snapshot!(home.line("container show @K"), @"
    exit 0
    --- out
    serial      K-5ADW4-1WQ6R
    kind        cloud
    state       blocked since 2026-11-21T10:00:00Z: gestohlen (in the status list from 2026-12-05T10:00:00Z)
    customer    nordwind
    user        anna
    label       Kontor
    counter     3, update 3 written
    credential  F-BA1BN-2H22H, generation 1, made today, user name nordwind-wj8p3gg0
    reference   K
    created     2026-11-21T10:00:00Z
    license     L-XY9KB-PT3MW work-management, revision 1, 4 seats, active
    ");
    home.line("license export ref:L --out l.lic").assert(0);
    insta::assert_snapshot!(home.line("license check l.lic"), @"
    exit 4
    --- out
    l.lic: NOT GOOD: container K-5ADW4-1WQ6R is blocked since 2026-11-21T10:00:00Z (blocked)
      ok  genuine   license L-XY9KB-PT3MW of work-management for nordwind
      ok  current   revision 1 of 1
      NO  in force
    ");
    insta::assert_snapshot!(home.line("credential check k.cred"), @"
    exit 4
    --- out
    k.cred: NOT GOOD: container K-5ADW4-1WQ6R is blocked since 2026-11-21T10:00:00Z (blocked)
    ");
    insta::assert_snapshot!(home.refused("credential rotate @K", 1, "blocked"), @"container K-5ADW4-1WQ6R is blocked since 2026-11-21T10:00:00Z: gestohlen | `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that tells it so; `licentia container unblock K-5ADW4-1WQ6R --reason …` lets it go on");
    // The vendor may withdraw the licenses in a blocked container.
    home.line("license withdraw ref:L --container @K --reason gone --yes").assert(0);
    insta::assert_snapshot!(home.line("container unblock @K --reason found"), @"
    exit 0
    --- err
    Unblocked container K-5ADW4-1WQ6R
    The container holds no seats any more
    Applications learn of it with the next published status list
    `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that tells it
    ");
    insta::assert_snapshot!(home.refused("container unblock @K --reason x", 1, "wrong_state"), @"container K-5ADW4-1WQ6R is not blocked, and not lost | `licentia container show K-5ADW4-1WQ6R` shows its state");
    home.line("license activate ref:N --container @K").assert(0);
    home.line("container update @K --out k2.upd").assert(0);
    assert_eq!(
        (home.update("k2.upd").claims().blocked.clone(), home.licenses_in("k2.upd").len()),
        (None, 1)
    );
    assert!(home.update("k2.upd").claims().counter > update.claims().counter);
}

#[test]
fn a_returned_dongle_is_given_to_another_customer() {
    let home = Home::new();
    home.issue("L", "--seats 2 --container @D");
    home.issue("M", "--seats 2 --container @D");
    home.line("license move ref:M --from @D --to @K").assert(0);
    insta::assert_snapshot!(home.refused("container recycle @D --no-input", 2, "needs_answer"), @"to recycle container K-178KF-GBK8E permanently must be confirmed, and there is no terminal | --yes confirms; --dry-run shows the impact");
    insta::assert_snapshot!(home.refused("container recycle @K --yes", 1, "wrong_kind"), @"container K-5ADW4-1WQ6R is a cloud container, which does not come back by post | `licentia container retire K-5ADW4-1WQ6R` ends it");
    insta::assert_snapshot!(home.line("container recycle @D --dry-run"), @"
    exit 0
    --- err
    Would recycle container K-178KF-GBK8E: hardware 3-4711829 can be another's
    license L-XY9KB-PT3MW: work-management for nordwind, 2 floating seats, in K-178KF-GBK8E
    license L-A3MVS-A9VF2: work-management for nordwind, 2 floating seats, in K-178KF-GBK8E
    License L-XY9KB-PT3MW: 2 seats unallocated again
    License L-A3MVS-A9VF2: 2 seats arrived in container K-5ADW4-1WQ6R
    Applications learn of it with the next published status list
    ");
    insta::assert_snapshot!(home.line("container recycle @D --yes"), @"
    exit 0
    --- err
    Recycled container K-178KF-GBK8E: hardware 3-4711829 can be another's
    License L-XY9KB-PT3MW: 2 seats unallocated again
    License L-A3MVS-A9VF2: 2 seats arrived in container K-5ADW4-1WQ6R
    Applications learn of it with the next published status list
    ");
    assert_eq!(
        (home.places("L"), home.places("M")),
        ("; 2 free, parked, r1".to_owned(), "K 2 live; 0 free, active, r1".to_owned())
    );
    insta::assert_snapshot!(home.refused("container recycle @D --yes", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be recycled | that is final; `licentia container create` makes another");
    insta::assert_snapshot!(home.refused("container update @D", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be updated | that is final; `licentia container create` makes another");
    insta::assert_snapshot!(home.refused("container edit @D --label x", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be edited | that is final; `licentia container create` makes another");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind dongle \
        --hardware 3-4711829 --reference D", 1, "reference_ended"), @"reference D led to container K-178KF-GBK8E, which is retired | take another reference for another container");
    home.line("container create --customer sued --kind dongle --hardware 3-4711829").assert(0);
}

#[test]
fn a_container_is_edited_listed_found_and_retired() {
    let home = Home::new();
    insta::assert_snapshot!(home.line("container edit @K --label Hamburg --user bo"), @"
    exit 0
    --- err
    Changed container K-5ADW4-1WQ6R
    user: anna → bo
    label: Kontor → Hamburg
    ");
    insta::assert_snapshot!(home.line("container edit @K --label Hamburg"), @"
    exit 0
    --- err
    No change: container K-5ADW4-1WQ6R already has these values
    ");
    insta::assert_snapshot!(home.refused("container edit @K", 2, "usage"), @"no option has a new value | \
        `--help` lists the options of the verb");
    insta::assert_snapshot!(home.refused("container edit @K --user zoe", 3, "not_found"), @"customer nordwind has no user zoe | `licentia user list nordwind` shows its users");
    insta::assert_snapshot!(home.line("find hamb"), @"
    exit 0
    --- out
    KIND       ID             CUSTOMER  LABEL
    container  K-5ADW4-1WQ6R  nordwind  cloud, Hamburg, user bo, credential nordwind-wj8p3gg0, active
    ");
    insta::assert_snapshot!(home.line("find 4711830"), @"
    exit 0
    --- out
    KIND       ID             CUSTOMER  LABEL
    container  K-DB706-S16TS  nordwind  dongle, hardware 3-4711830, active
    ");
    insta::assert_snapshot!(home.refused("user remove nordwind bo --yes", 1, "in_use"), @"user bo of nordwind has K-5ADW4-1WQ6R | `licentia container edit K-5ADW4-1WQ6R --user …` gives it to another, or to none");
    insta::assert_snapshot!(home.line("container list --customer nordwind --user bo"), @"
    exit 0
    --- out
    SERIAL         KIND   CUSTOMER  USER  LABEL    LICENSES  COUNTER  STATE
    K-5ADW4-1WQ6R  cloud  nordwind  bo    Hamburg  0         1        active
    ");
    insta::assert_snapshot!(home.line("container list --kind dongle --limit 1"), @"
    exit 0
    --- out
    SERIAL         KIND    CUSTOMER  USER  LABEL      LICENSES  COUNTER          STATE
    K-178KF-GBK8E  dongle  nordwind  -     3-4711829  0         1 (unconfirmed)  active
    ");
    home.issue("L", "--seats 2 --container @K");
    insta::assert_snapshot!(home.refused("container retire @K --yes", 1, "in_use"), @"container K-5ADW4-1WQ6R carries 1 license | `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R` takes one out");
    home.line("license return ref:L --container @K").assert(0);
    insta::assert_snapshot!(home.refused("container retire @K --no-input", 2, "needs_answer"), @"to retire container K-5ADW4-1WQ6R permanently must be confirmed, and there is no terminal | --yes confirms; --dry-run shows the impact");
    insta::assert_snapshot!(home.line("container retire @K --yes"), @"
    exit 0
    --- err
    Retired container K-5ADW4-1WQ6R
    Its credential F-BA1BN-2H22H opens nothing any more
    Applications learn of it with the next published status list
    ");
    insta::assert_snapshot!(home.refused("container retire @K --yes", 1, "wrong_state"), @"container K-5ADW4-1WQ6R was retired at 2026-11-21T10:00:00Z and cannot be retired again | that is final; `licentia container create` makes another");
    insta::assert_snapshot!(home.refused("container block @K --reason x", 1, "wrong_state"), @"container K-5ADW4-1WQ6R was retired at 2026-11-21T10:00:00Z and cannot be blocked | that is final; `licentia container create` makes another");
    insta::assert_snapshot!(home.refused("credential rotate @K", 1, "wrong_state"), @"container K-5ADW4-1WQ6R was retired at 2026-11-21T10:00:00Z and cannot be opened | that is final; `licentia container create` makes another");
    assert_eq!(home.line("credential check k.cred").status, 4);
    assert_eq!(home.json("container list --customer nordwind").as_array().map(Vec::len), Some(2));
    assert_eq!(home.json("container list --state retired").as_array().map(Vec::len), Some(1));
    // The user of a retired container can be removed.
    home.line("user remove nordwind bo --yes").assert(0);
}

#[test]
fn references_of_placements_make_repeating_safe() {
    let home = Home::new();
    home.issue("L", "--seats 4");
    let first = home.json("license activate ref:L --container @K --seats 2 --reference P");
    let again = home.json("license activate ref:L --container @K --seats 2 --reference P");
    assert_eq!((&first["repeated"], &again["repeated"]), (&Value::from(false), &Value::from(true)));
    insta::assert_snapshot!(home.refused("license activate ref:L --container @K --seats 1 \
        --reference P", 1, "conflict"), @"reference P was used for another request (seats): it is license L-XY9KB-PT3MW | `licentia license show L-XY9KB-PT3MW` shows it; take another reference for another order");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @D --seats 2 \
        --reference P", 1, "conflict"), @"reference P was used for another request (container): it is license L-XY9KB-PT3MW | `licentia license show L-XY9KB-PT3MW` shows it; take another reference for another order");
    home.line("license return ref:L --container @K").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:L --container @K --seats 2 \
        --reference P", 1, "conflict"), @"reference P was used for another request (it was returned since): it is license L-XY9KB-PT3MW | `licentia license show L-XY9KB-PT3MW` shows it; take another reference for another order");
    let line =
        "license issue --customer nordwind --product work-management --reference Q --container @K";
    assert_eq!(home.json(line)["created"], true);
    assert_eq!(home.json(line)["created"], false);
    insta::assert_snapshot!(home.refused("license issue --customer nordwind --product \
        work-management --reference Q --container @D", 1, "conflict"), @"reference Q was used for another request (container): it is license L-A3MVS-A9VF2 | `licentia license show L-A3MVS-A9VF2` shows it; take another reference for another order");
}

#[test]
fn sessions_use_the_seats_outside_hardware() {
    let home = Home::new();
    home.issue("L", "--seats 3 --container @K");
    home.line("license return ref:L --container @K --seats 2").assert(0);
    for user in ["anna", "bo"] {
        home.line(&format!("session start ref:L --user {user}")).assert(0);
    }
    insta::assert_snapshot!(home.refused("license activate ref:L --container @D --seats 2", 1, "no_seat"), @"license L-XY9KB-PT3MW has 2 live sessions, which 2 seats in hardware would leave no room for | `licentia session list --license L-XY9KB-PT3MW` shows them; end some first, or place fewer seats");
    home.line("license activate ref:L --container @D --seats 1").assert(0);
    insta::assert_snapshot!(home.refused("session start ref:L --user anna", 1, "no_seat"), @"2 of 2 seats of license L-XY9KB-PT3MW are taken, by anna, bo | to end an own session frees a seat (`licentia session end`): S-PPG1W-7D8WK of anna, since 2026-11-21T10:00:00Z");
    // The sessions end when the last placement ends.
    home.line("license return ref:L --container @D").assert(0);
    insta::assert_snapshot!(home.line("license return ref:L --container @K"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: 1 seat on the way back from K-178KF-GBK8E; 2 seats unallocated
    Sessions that end: S-PPG1W-7D8WK, S-3A4DD-X7N33
    Applications learn of it with the next published status list
    ");
    assert_eq!(home.json("session list").as_array().map(Vec::len), Some(0));
}

#[test]
fn a_successor_keeps_the_containers_of_its_predecessor() {
    let home = Home::new();
    home.issue("L", "--seats 5 --edition trial --term 30d");
    home.line("license activate ref:L --container @K --seats 2").assert(0);
    home.line("license activate ref:L --container @D --seats 2").assert(0);
    home.line("license return ref:L --container @D --seats 1").assert(0);
    home.line("license switch ref:L --edition commercial --term 1y --reference N").assert(0);
    let successor =
        home.json("license show ref:L")["replaced_by"].as_str().expect("a successor").to_owned();
    let license = home.json(&format!("license show {successor}"));
    let places: Vec<(i64, &str)> = license["activations"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| {
            (it["seats"].as_i64().unwrap_or_default(), it["state"].as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(places, [(2, "live"), (1, "live"), (1, "returning")]);
    assert_eq!(
        (&license["seats_placed"], &license["seats_free"]),
        (&Value::from(4), &Value::from(1))
    );
    home.line("container update @D --out d.upd").assert(0);
    assert_eq!(home.licenses_in("d.upd"), [(successor.clone(), 1, 1)]);
    home.line("container confirm @D --reason seen").assert(0);
    assert_eq!(home.json(&format!("license show {successor}"))["seats_free"], 2);
    // The deletion of a license removes it from all its containers.
    home.line(&format!("license delete {successor} --yes")).assert(0);
    home.line("container update @D --out d2.upd").assert(0);
    assert_eq!(home.licenses_in("d2.upd"), []);
}

#[test]
fn a_base_license_must_be_in_the_same_container() {
    let home = Home::new();
    for line in [
        "product add gravity --name Gravity --kind base",
        "product edit work-management --requires gravity",
    ] {
        home.line(line).assert(0);
    }
    home.line("license issue --customer nordwind --product gravity --reference B --seats 5")
        .assert(0);
    home.line("license activate ref:B --container @K --seats 3").assert(0);
    home.issue("L", "--seats 5");
    insta::assert_snapshot!(home.line("license activate ref:L --container @K --seats 2").err, @"
    Activated license L-A3MVS-A9VF2 (2 seats allocated to container K-5ADW4-1WQ6R; 3 unallocated)
    `licentia license export L-A3MVS-A9VF2 --out FILE` writes its new file
    ");
    insta::assert_snapshot!(home.line("license activate ref:L --container @D --seats 2").err, @"
    Activated license L-A3MVS-A9VF2 (2 seats allocated to container K-178KF-GBK8E; 1 unallocated)
    `licentia license export L-A3MVS-A9VF2 --out-dir DIR` writes its files
    warning: it works only beside gravity, and L-XY9KB-PT3MW is not in container K-178KF-GBK8E: until then only the customer's administrators may start sessions
    ");
    // A user may start a session of a license beside its base license.
    home.line("session start ref:L --user bo").assert(0);
    home.line("license activate ref:B --container @D --seats 1").assert(0);
    assert_eq!(home.json("license show ref:L")["base_missing"], Value::Array(Vec::new()));
    home.line("license return ref:B --container @K").assert(0);
    assert_eq!(home.json("license show ref:L")["base_missing"], serde_json::json!(["gravity"]));
}

#[test]
fn licenses_of_a_revoked_key_are_left_out_of_updates() {
    let home = Home::new();
    home.line("key create spare --edition commercial").assert(0);
    home.issue("A", "--key spare --container @D");
    home.issue("B", "--container @D --key commercial");
    home.line("key revoke spare --reason leaked --yes").assert(0);
    insta::assert_snapshot!(home.line("container update @D --out d.upd"), @"
    exit 0
    --- err
    Update 3 of container K-178KF-GBK8E
    Wrote d.upd
    warning: license L-XY9KB-PT3MW is left out: no application takes what its key signed then (it was revoked, or retired before); its next revision (extend, edit, renew) is signed by another
    ");
    assert_eq!(home.licenses_in("d.upd"), [(home.serial("B"), 1, 1)]);
}

#[test]
fn a_renewal_gives_each_container_its_next_file() {
    let home = Home::new();
    home.issue("C", "--seats 4 --checkpoint 30d");
    home.line("license activate ref:C --container @K --seats 2").assert(0);
    home.line("license activate ref:C --container @D --seats 2").assert(0);
    home.world.at("2026-12-15T10:00:00Z");
    insta::assert_snapshot!(home.line("license renew --due --out-dir renewed"), @"
    exit 0
    --- err
    Renewed 1 license
    L-XY9KB-PT3MW: its 2 files are good until 2027-01-14T10:00:00Z
    Wrote 2 files
    ");
    assert_eq!(std::fs::read_dir(home.world.path("renewed")).expect("listed").count(), 2);
    home.line("container update @D --out d.upd").assert(0);
    assert_eq!(home.licenses_in("d.upd")[0].1, 2);
}

#[test]
fn on_a_terminal_the_container_is_asked_for() {
    let home = Home::new();
    home.issue("L", "--seats 3");
    let (whole, part) = (home.serial("K"), home.serial("D")[..7].to_owned());
    home.world.types(&[&whole]);
    insta::assert_snapshot!(home.line("license activate ref:L"), @"
    exit 0
    --- err
    The same without a question: licentia license activate ref:L --container=K-5ADW4-1WQ6R
    Activated license L-XY9KB-PT3MW (3 seats allocated to container K-5ADW4-1WQ6R; 0 unallocated)
    `licentia license export L-XY9KB-PT3MW --out FILE` writes its new file
    ");
    // On a terminal a part of a serial is enough, and the prompt shows the container.
    home.world.types(&["y"]);
    insta::assert_snapshot!(home.line(&format!("license move ref:L --from @K --to {part}")), @"
    exit 0
    --- err
    container K-178KF-GBK8E: dongle of nordwind, hardware 3-4711829, 0 licenses, active
    Moved license L-XY9KB-PT3MW: K-178KF-GBK8E 3 seats; 0 seats unallocated
    Applications learn of it with the next published status list
    `licentia license export L-XY9KB-PT3MW --out FILE` writes its new file
    ");
    insta::assert_snapshot!(home.refused(&format!("license move ref:L --from {part} --to @K"), 2, "usage"), @"a part of a serial is enough to look, not to change | give the whole serial; `show` behind the noun finds it");
}

#[test]
fn a_confirmation_counts_without_a_key_for_the_arriving_license() {
    let home = Home::new();
    home.issue("X", "--seats 2 --container @D");
    home.issue("Y", "--seats 4 --edition trial --term 30d --container @D");
    home.line("license move ref:Y --from @D --to @K --seats 2").assert(0);
    home.line("license return ref:X --container @D").assert(0);
    home.line("container update @D --out d.upd").assert(0);
    std::fs::rename(home.world.path("keys/trial.pem"), home.world.path("away.pem")).expect("moved");
    insta::assert_snapshot!(home.refused("container confirm @D --reason seen", 5, "key_missing"), @"private key trial is not here | put its file at keys/trial.pem in the home; `licentia key list` shows which keys are here; --strand lets nothing arrive elsewhere, and needs no key: those seats are unallocated then");
    insta::assert_snapshot!(home.line("container confirm @D --reason seen --strand"), @"
    exit 0
    --- err
    Confirmed container K-178KF-GBK8E at 5, as stated by a person
    License L-XY9KB-PT3MW: 2 seats unallocated again
    License L-A3MVS-A9VF2: 2 seats unallocated again
    Applications learn of it with the next published status list
    warning: license L-A3MVS-A9VF2: 2 seats unallocated instead of in container K-5ADW4-1WQ6R: nothing was to arrive elsewhere
    ");
    assert_eq!(
        (home.places("X"), home.places("Y")),
        ("; 2 free, parked, r1".to_owned(), "D 2 live; 2 free, active, r2".to_owned())
    );
    // The same rule holds for a recycled container.
    std::fs::rename(home.world.path("away.pem"), home.world.path("keys/trial.pem")).expect("moved");
    home.line("license move ref:Y --from @D --to @K").assert(0);
    let recycled = home.json("container recycle @D --yes --strand");
    assert_eq!(
        (&recycled["licenses"], &recycled["stranded"][0]["seats"]),
        (&serde_json::json!([]), &Value::from(2))
    );
    assert_eq!(recycled["counter"], home.json("container show @D")["counter"]);
}

#[test]
fn commands_write_only_their_new_files() {
    let home = Home::new();
    home.issue("L", "--seats 10 --term 1y");
    home.line("license activate ref:L --container @K --seats 6 --out k.lic").assert(0);
    home.line("license activate ref:L --container @D --seats 2 --out d.lic").assert(0);
    // Seats that wait for the proof of removal have no new file, and `--out` writes no older file
    // instead.
    insta::assert_snapshot!(home.refused("license move ref:L --from @D --to @K --out w.lic", 1, "not_placed"), @"license L-XY9KB-PT3MW gets no new file by this | leave --out and --out-dir out");
    insta::assert_snapshot!(home.refused("license return ref:L --container @K --out w.lic", 1, "not_placed"), @"license L-XY9KB-PT3MW gets no new file by this | leave --out and --out-dir out");
    home.line("license return ref:L --container @K --seats 1 --out k2.lic").assert(0);
    assert_eq!(home.line("license check k2.lic").status, 0);
    let name = home.json("container create --customer nordwind --kind cloud --reference M");
    assert_eq!(name["created"], true);
    insta::assert_snapshot!(home.refused("license move ref:L --from @K --to @M --seats 2 --out \
        m.lic", 2, "usage"), @"license L-XY9KB-PT3MW has 2 files, one for each container, and --out names one | name a folder: --out-dir DIR");
    insta::assert_snapshot!(home.line("license move ref:L --from @K --to @M --seats 2 --out-dir both"), @"
    exit 0
    --- err
    Moved license L-XY9KB-PT3MW: K-178KF-GBK8E 2 seats, K-5ADW4-1WQ6R 3 seats, K-8PMJ3-GNN72 2 seats; 3 seats unallocated
    Applications learn of it with the next published status list
    Wrote both/L-XY9KB-PT3MW@K-5ADW4-1WQ6R.lic
    Wrote both/L-XY9KB-PT3MW@K-8PMJ3-GNN72.lic
    ");
    insta::assert_snapshot!(home.line("license move ref:L --from @K --to @M --seats 1"), @"
    exit 0
    --- err
    Moved license L-XY9KB-PT3MW: K-178KF-GBK8E 2 seats, K-5ADW4-1WQ6R 2 seats, K-8PMJ3-GNN72 3 seats; 3 seats unallocated
    Applications learn of it with the next published status list
    `licentia license export L-XY9KB-PT3MW --out-dir DIR` writes its files
    ");
    assert_eq!(std::fs::read_dir(home.world.path("both")).expect("listed").count(), 2);
    // In the container that receives seats the older file states fewer seats and stays good. In the
    // container that loses seats it ends.
    let ended =
        "SELECT count(*) FROM file JOIN activation ON activation.id = activation_id JOIN container ON container.id = container_id
                 WHERE ends_at IS NOT NULL AND container.reference = ";
    assert_eq!(
        (home.world.count(&format!("{ended}'M'")), home.world.count(&format!("{ended}'K'"))),
        (0, 3)
    );
    // A smaller number of seats, none of which is allocated, ends no file.
    home.line("license edit ref:L --seats 9").assert(0);
    assert_eq!(home.world.count(&format!("{ended}'M'")), 0);
    home.line("license return ref:L --container @M").assert(0);
    home.line("license activate ref:L --container @M --seats 1 --out again.lic").assert(0);
    let claims = licentia_runtime::inspect::unverified(&home.world.read("again.lic"))
        .expect("a text")
        .claims;
    let before = home.json("license show ref:L")["revision"].as_u64();
    assert_eq!(
        (claims["revision"].as_u64(), claims["container"]["generation"].as_u64()),
        (before, Some(2)),
        "the file is newer"
    );
}

#[test]
fn a_blocked_container_gets_no_license_and_no_session() {
    let home = Home::new();
    home.issue("L", "--seats 4 --term 1y");
    home.line("license activate ref:L --container @K --seats 2 --reference P").assert(0);
    home.line(
        "license issue --customer nordwind --product work-management --reference Q --container @K",
    )
    .assert(0);
    home.line("container block @K --reason lost").assert(0);
    home.refused("license activate ref:L --container @K --seats 2 --reference P", 1, "blocked");
    home.refused(
        "license issue --customer nordwind --product work-management --reference Q --container @K",
        1,
        "blocked",
    );
    assert_eq!(home.json("container attempts").as_array().map(Vec::len), Some(2));
    insta::assert_snapshot!(home.refused("bundle --container @K --out b", 1, "blocked"), @"container K-5ADW4-1WQ6R is blocked since 2026-11-21T10:00:00Z: lost | `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that tells it so; `licentia container unblock K-5ADW4-1WQ6R --reason …` lets it go on");
    insta::assert_snapshot!(home.refused("session start ref:L --user anna", 1, "blocked"), @"license L-XY9KB-PT3MW is in container K-5ADW4-1WQ6R only, which is blocked | `licentia container unblock K-5ADW4-1WQ6R --reason …` lets it go on");
    insta::assert_snapshot!(home.line("license export ref:L --out l.lic"), @"
    exit 0
    --- err
    Wrote l.lic
    warning: container K-5ADW4-1WQ6R is blocked
    ");
    home.line("license activate ref:L --container @E --seats 1").assert(0);
    home.line("session start ref:L --user anna").assert(0);
    home.line("credential revoke @K --yes").assert(0);
    insta::assert_snapshot!(home.line("container unblock @K --reason found"), @"
    exit 0
    --- err
    Unblocked container K-5ADW4-1WQ6R
    L-XY9KB-PT3MW, L-A3MVS-A9VF2 still in the container, and no credential opens it: `licentia credential rotate K-5ADW4-1WQ6R` makes one
    Applications learn of it with the next published status list
    `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that tells it
    ");
}

#[test]
fn a_container_with_pending_changes_is_not_retired() {
    let home = Home::new();
    home.issue("L", "--seats 2 --container @D");
    home.line("license move ref:L --from @D --to @E").assert(0);
    insta::assert_snapshot!(home.refused("container retire @E --yes", 1, "in_use"), @"container K-DB706-S16TS is where L-XY9KB-PT3MW goes once it has left hardware | `licentia license show L-XY9KB-PT3MW` shows which container it has to leave first");
    home.refused("container recycle @E --yes", 1, "in_use");
    insta::assert_snapshot!(home.refused("license edit ref:L --model device", 1, "in_use"), @"license L-XY9KB-PT3MW is in container K-178KF-GBK8E, and a seat would be one device or dongle | `licentia license return L-XY9KB-PT3MW --container K-178KF-GBK8E` takes it out first");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW has 2 seats in containers, and an unbound delivery takes all it has | they are on their way back: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    insta::assert_snapshot!(home.refused("license return ref:L --unbound", 1, "not_placed"), @"license L-XY9KB-PT3MW is in containers, not delivered unbound | they are on their way back: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    insta::assert_snapshot!(home.refused("license export ref:L", 1, "not_placed"), @"license L-XY9KB-PT3MW is parked: it has no file | it is on its way back: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason …` once the dongle took it");
    home.line("license suspend ref:L").assert(0);
    // An update contains no suspended license, so an edit of the license is no change for the
    // container.
    let counter = home.json("container show @D")["counter"].clone();
    home.line("license extend ref:L --ends 2030-01-01").assert(1);
    home.line("license edit ref:L --grace 5d").assert(0);
    assert_eq!(home.json("container show @D")["counter"], counter);
    insta::assert_snapshot!(home.line("container update @D --dry-run --json"), @r#"
    exit 0
    --- out
    {
      "serial": "K-178KF-GBK8E",
      "kind": "dongle",
      "customer": "nordwind",
      "user": null,
      "label": null,
      "hardware": "3-4711829",
      "username": null,
      "state": "active",
      "counter": 3,
      "confirmed_counter": null,
      "key": null,
      "properties": [],
      "context": null,
      "suspicion": null,
      "issued_counter": 3,
      "credential_generation": null,
      "credential_issued_at": null,
      "licenses": [],
      "blocked": null,
      "block_reason": null,
      "blocked_at": null,
      "block_enforced_at": null,
      "lost_at": null,
      "retired_at": null,
      "reference": "D",
      "created_at": "2026-11-21T10:00:00Z",
      "dry_run": true,
      "warnings": []
    }
    "#);
}

/// Checks that a dry run takes no lock: it finishes at once while another process writes. It
/// records no attempt.
#[test]
fn a_dry_run_of_containers_and_credentials_does_not_wait_for_a_writer() {
    let home = Home::new();
    home.issue("L", "--seats 2 --container @K --out l.lic");
    home.line("container block @S --reason stolen").assert(0);
    home.world.sql(
        "UPDATE container SET suspicion = \
        '{\"why\":\"set_back\",\"seen\":1,\"at\":\"2026-11-21T10:00:00Z\"}' WHERE reference = 'D'",
    );
    let lines = [
        "container create --customer nordwind --kind cloud",
        "container create --customer nordwind --kind dongle --hardware 3-1",
        "container edit @K --label Other",
        "container block @K --reason x",
        "container unblock @S --reason x",
        "container resolve @D --reason x",
        "container retire @E",
        "container update @K --out k.upd",
        "container context @K --out k.ctx",
        "credential rotate @K",
        "credential revoke @K",
        "doctor",
    ];
    let lines = lines.map(|line| home.typed(&format!("{line} --dry-run")));
    let attempt = home.typed("license return ref:L --container @S --dry-run");
    let before = home.world.everything();
    let writer = rusqlite::Connection::open(home.world.path("licentia.db")).expect("opened");
    writer.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let started = std::time::Instant::now();
    for line in lines {
        assert_eq!(home.world.json(&line)["dry_run"], true, "{line}");
    }
    home.world.refused(&attempt, 1, "blocked");
    // A command that waits for the lock takes ten seconds.
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    writer.execute_batch("ROLLBACK").expect("unlocked");
    assert_eq!(home.world.everything(), before);
}
