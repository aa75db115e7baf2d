//! `container`: placements of licenses in containers, updates, and proofs of removal.

use serde_json::Value;

use crate::env::TestEnvironment;
use crate::env::home::HomeWithContainers;

#[test]
fn a_cloud_container_comes_with_its_credential() {
    let env = TestEnvironment::with_catalogue();
    insta::assert_snapshot!(env.line("container create --customer nordwind --kind cloud --user anna --label Kontor --out k.cred --dry-run"), @r#"
    exit 0
    --- err
    Would create a container: cloud, customer nordwind, user anna, label "Kontor", 0 licenses, active
    "#);
    assert!(!env.path("k.cred").exists());
    insta::assert_snapshot!(env.line("container create --customer nordwind --kind cloud --user anna --label Kontor --out k.cred"), @r#"
    exit 0
    --- err
    Created container K-5ADW4-1WQ6R: cloud, customer nordwind, user anna, label "Kontor", 0 licenses, active
    Credential F-BA1BN-2H22H opens container K-5ADW4-1WQ6R, user name nordwind-wj8p3gg0
    Wrote k.cred
    Only this file contains the secret. If the file is lost, run `licentia credential rotate K-5ADW4-1WQ6R --out FILE`
    "#);
    insta::assert_snapshot!(env.line("container create --customer nordwind --kind cloud --reference R --json"), @r#"
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
    let again = env.json("container create --customer nordwind --kind cloud --reference R");
    assert_eq!((&again["created"], &again["file"]["path"]), (&Value::from(false), &Value::Null));
    insta::assert_snapshot!(env.line("container create --customer nordwind --kind cloud --reference R"), @"
    exit 0
    --- err
    Container K-178KF-GBK8E was already created for reference R: cloud, customer nordwind, 0 licenses, active
    `licentia credential rotate K-178KF-GBK8E --out FILE` creates another credential; a secret is written only once
    ");
    insta::assert_snapshot!(env.refused("container create --customer nordwind --kind cloud \
        --user anna --reference R", 1, "conflict"), @"reference R was already used for container K-178KF-GBK8E (different values: user) | `licentia container show K-178KF-GBK8E` shows the container; choose another reference for a new request");
    insta::assert_snapshot!(env.line("container list"), @"
    exit 0
    --- out
    SERIAL         KIND   CUSTOMER  USER  LABEL   LICENSES  COUNTER  STATE
    K-5ADW4-1WQ6R  cloud  nordwind  anna  Kontor  0         1        active
    K-178KF-GBK8E  cloud  nordwind  -     -       0         1        active
    ");
    insta::assert_snapshot!(env.line("container list --format csv"), @"
    exit 0
    --- out
    serial,kind,customer,user,label,hardware,key,state,counter,confirmed-counter,credential-generation,licenses,reference,created-at
    K-5ADW4-1WQ6R,cloud,nordwind,anna,Kontor,,,active,1,1,1,,,2026-11-21T10:00:00Z
    K-178KF-GBK8E,cloud,nordwind,,,,,active,1,1,1,,R,2026-11-21T10:00:00Z
    ");
    let modes = std::fs::metadata(env.path("k.cred")).expect("there").permissions();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&modes) & 0o777, 0o600);
}

#[test]
fn invalid_containers_are_refused() {
    let home = HomeWithContainers::new();
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind usb", 2, "usage"), @r#"--kind: "usb" is not a kind of container | choose one of cloud, device, dongle"#);
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind dongle", 2, "usage"), @"--hardware is missing: a dongle is identified by its hardware serial | add --hardware SERIAL");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud \
        --hardware 1", 2, "usage"), @"a cloud container has no hardware serial | omit --hardware, or create a dongle: --kind dongle");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind dongle \
        --hardware 1 --out x", 2, "usage"), @"a dongle has no credential | omit --out, --out-dir, --key and --encrypt-…");
    insta::assert_snapshot!(home.refused("container create --customer sued --kind dongle \
        --hardware 3-4711829", 1, "exists"), @"hardware 3-4711829 is already container K-178KF-GBK8E of customer nordwind | if the dongle came back, `licentia container recycle K-178KF-GBK8E` releases its hardware for a new container");
    insta::assert_snapshot!(home.refused("container create --customer unknown --kind cloud", 3, "not_found"), @"there is no customer unknown | `licentia customer list` shows the customers");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --user \
        zoe", 3, "not_found"), @"customer nordwind has no user zoe | `licentia user list nordwind` shows the users of nordwind");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --key \
        trial", 1, "edition_mismatch"), @"key trial is a trial key, and files of kind credential require a commercial key | select a commercial key; `licentia key list` shows the keys");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --out \
        k.cred", 5, "would_overwrite"), @"[DIR]/k.cred already exists | --force overwrites the file");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --out \
        -", 2, "usage"), @"--out - cannot be used with --json or --format csv: both write to standard output | name a file: --out FILE");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud \
        --if-missing", 2, "usage"), @"--if-missing cannot be used for a cloud container | add --reference REFERENCE: a repeated call creates nothing new");
    insta::assert_snapshot!(home.refused("container create --customer sued --kind dongle \
        --hardware 3-4711829 --if-missing", 1, "exists"), @"hardware 3-4711829 is already container K-178KF-GBK8E of customer nordwind | if the dongle came back, `licentia container recycle K-178KF-GBK8E` releases its hardware for a new container");
    insta::assert_snapshot!(home.line("container create --customer Nordwind --kind dongle --hardware 3-4711829 --if-missing"), @"
    exit 0
    --- err
    Container K-178KF-GBK8E already exists: dongle, customer nordwind, hardware 3-4711829, 0 licenses, active
    ");
    home.line("key create narrow --edition commercial --kinds license").assert(0);
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind cloud --key \
        narrow", 1, "out_of_scope"), @"the file is out of the scope of key narrow: the key does not sign files of kind credential | `licentia key show narrow` shows the scope of the key");
    insta::assert_snapshot!(home.refused("container show K-11111-11112", 3, "not_found"), @"there is no container K-11111-11112 | `licentia container list` shows the containers");
    insta::assert_snapshot!(home.refused("container show L-11111-11113", 2, "usage"), @"<CONTAINER>: L-11111-11113 is the serial of a license, not of a container | `licentia license show L-11111-11113` shows the record");
    insta::assert_snapshot!(home.refused("container list --user anna", 2, "usage"), @"missing: --customer <CODE> | `licentia container list --help` lists the options");
    home.line("customer retire sued").assert(0);
    insta::assert_snapshot!(home.refused("container create --customer sued --kind cloud", 1, "wrong_state"), @"customer sued was retired at 2026-11-21T10:00:00Z and cannot have new licenses or containers | `licentia customer retire sued --undo` ends the retirement");
}

#[test]
fn seats_go_into_containers_and_come_back() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 10 --term 1y --container @K --out l.lic");
    assert_eq!(home.placements("L"), "K 10 live; 0 free, active, r1");
    insta::assert_snapshot!(home.line("license return ref:L --container @K --seats 4"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: 6 seats in K-5ADW4-1WQ6R; 4 seats unallocated
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the new file
    ");
    insta::assert_snapshot!(home.line("license activate ref:L --container @D --seats 3"), @"
    exit 0
    --- err
    Activated license L-XY9KB-PT3MW (3 seats allocated to container K-178KF-GBK8E; 1 unallocated)
    Next: `licentia license export L-XY9KB-PT3MW --out-dir DIR` writes the new files
    Next: `licentia container update K-178KF-GBK8E --out FILE` writes the update for the customer
    ");
    assert_eq!(home.placements("L"), "K 6 live, D 3 live; 1 free, active, r2");
    // A dongle file is bound to its hardware, and each container has its own file.
    insta::assert_snapshot!(home.refused("license export ref:L --out one.lic", 2, "usage"), @"license L-XY9KB-PT3MW has 2 files, for containers K-5ADW4-1WQ6R, K-178KF-GBK8E | --container K-… writes one file, --out-dir DIR writes all files");
    home.line("license export ref:L --container @D --out d.lic").assert(0);
    home.line("license export ref:L --out-dir all").assert(0);
    let names: Vec<String> = std::fs::read_dir(home.env.path("all"))
        .expect("listed")
        .map(|it| it.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        (names.len(), names.iter().all(|name| name.starts_with("L-") && name.contains("@K-"))),
        (2, true)
    );
    insta::assert_snapshot!(home.refused("license extend ref:L --by 1y --out one.lic", 2, "usage"), @"license L-XY9KB-PT3MW has 2 files, one for each container, and --out names one file | name a folder with --out-dir DIR");
    insta::assert_snapshot!(home.line("license extend ref:L --by 1y --out-dir later"), @"
    exit 0
    --- err
    Extended license L-XY9KB-PT3MW: last day 2027-11-20 → 2028-11-20
    Wrote later/L-XY9KB-PT3MW@K-5ADW4-1WQ6R.lic
    Wrote later/L-XY9KB-PT3MW@K-178KF-GBK8E.lic
    Next: `licentia container update K-178KF-GBK8E --out FILE` writes the update for the customer
    ");
    assert_eq!(std::fs::read_dir(home.env.path("later")).expect("listed").count(), 2);
    // More seats in the same container are the next revision of the same placement.
    insta::assert_snapshot!(home.line("license activate ref:L --container @K"), @"
    exit 0
    --- err
    Activated license L-XY9KB-PT3MW (1 seat allocated to container K-5ADW4-1WQ6R, which now has 7; 0 unallocated)
    Next: `licentia license export L-XY9KB-PT3MW --out-dir DIR` writes the new files
    ");
    assert_eq!(home.placements("L"), "K 7 live, D 3 live; 0 free, active, r4");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @E", 1, "no_seat"), @"license L-XY9KB-PT3MW has no unallocated seat (10 seats, all allocated) | `licentia license show L-XY9KB-PT3MW` shows the containers; `licentia license return L-XY9KB-PT3MW --container CONTAINER` returns seats");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW has 10 seats in containers, and an unbound delivery requires all its seats | `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R` returns the seats in container K-5ADW4-1WQ6R");
    insta::assert_snapshot!(home.refused("license return ref:L --unbound", 1, "not_placed"), @"license L-XY9KB-PT3MW is in containers and is not delivered unbound | `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R` returns the seats in container K-5ADW4-1WQ6R");
    insta::assert_snapshot!(home.refused("license return ref:L --container @E", 1, "not_placed"), @"license L-XY9KB-PT3MW is not in container K-DB706-S16TS | `licentia license show L-XY9KB-PT3MW` shows the containers of the license");
    insta::assert_snapshot!(home.refused("license return ref:L --container @K --seats 8", 1, "no_seat"), @"license L-XY9KB-PT3MW has 7 seats in container K-5ADW4-1WQ6R, not 8 | omit --seats to select all seats");
    insta::assert_snapshot!(home.refused("license edit ref:L --seats 9", 1, "no_seat"), @"license L-XY9KB-PT3MW has 10 seats in containers and cannot be reduced to 9 seats | return seats first: `licentia license return L-XY9KB-PT3MW --container CONTAINER --seats N`");
    insta::assert_snapshot!(home.refused("license edit ref:L --model device", 1, "in_use"), @"the seats of license L-XY9KB-PT3MW in container K-5ADW4-1WQ6R do not fit the model device: each seat is one computer or dongle | return the license first: `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R`");
    insta::assert_snapshot!(home.refused("license activate ref:L", 2, "usage"), @"missing: --container <CONTAINER> or --unbound | `licentia license activate --help` lists the options");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound --seats 1", 2, "usage"), @"--unbound and --seats cannot be used together | omit one of the options");
    insta::assert_snapshot!(home.line("license show ref:L"), @"
    exit 0
    --- out
    serial          L-XY9KB-PT3MW
    state           active
    customer        nordwind
    company         -
    product         work-management
    modules         -
    edition         commercial
    model           floating
    seats           10 (10 allocated, 0 unallocated)
    assigned        none: open to all users
    sessions        0 of 7 seats, 7 idle (3 seats are in devices or dongles)
    first day       2026-11-21
    last day        2028-11-20
    grace           0 days
    checkpoint      -
    offline         -
    enforcement     block
    hosts per user  -
    attributes      -
    revision        4
    reference       L
    issued          2026-11-21T10:00:00Z
    file            K-5ADW4-1WQ6R (cloud), 7 seats, valid until 2028-11-21T00:00:00Z, id 01a1fd8c-6900-785f-b59d-0cee3fb78f16
    file            K-178KF-GBK8E (dongle), 3 seats, valid until 2028-11-21T00:00:00Z, id 01a1fd8c-6900-79ea-9a9a-8159a33e903b
    older file      revision 2, valid until 2027-11-21T00:00:00Z, id 01a1fd8c-6900-79ef-ba84-684b66e45e6e
    older file      revision 2, valid until 2027-11-21T00:00:00Z, id 01a1fd8c-6900-7606-b880-e8cec7f03801
    older file      revision 3, valid until 2028-11-21T00:00:00Z, id 01a1fd8c-6900-7cf2-9380-1a5ff2052df3
    ");
    home.line("license edit ref:L --seats 12").assert(0);
    assert_eq!(home.placements("L"), "K 7 live, D 3 live; 2 free, active, r5");
    // An unbound license uses all its seats, so that no seat is left for a container.
    home.issue("U", "--seats 2 --unbound");
    insta::assert_snapshot!(home.refused("license activate ref:U --container @K", 1, "no_seat"), @"license L-A3MVS-A9VF2 is delivered unbound, with all its seats (2 seats) | return the license first: `licentia license return L-A3MVS-A9VF2 --unbound`");
}

#[test]
fn a_container_accepts_only_licenses_of_its_customer_and_kind() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @S", 1, "wrong_customer"), @"container K-K1QR5-6VJZJ belongs to customer sued, and license L-XY9KB-PT3MW belongs to customer nordwind | `licentia container list --customer nordwind` shows the containers of customer nordwind");
    insta::assert_snapshot!(home.refused("license issue --customer nordwind --product \
        work-management --container @S", 1, "wrong_customer"), @"container K-K1QR5-6VJZJ belongs to customer sued, and the license belongs to customer nordwind | `licentia container list --customer nordwind` shows the containers of customer nordwind");
    home.line("license activate ref:L --container @K").assert(0);
    insta::assert_snapshot!(home.refused("license move ref:L --from @K --to @S", 1, "wrong_customer"), @"container K-K1QR5-6VJZJ belongs to customer sued, and license L-XY9KB-PT3MW belongs to customer nordwind | `licentia container list --customer nordwind` shows the containers of customer nordwind");
    home.line("product edit other --containers cloud").assert(0);
    home.line("license issue --customer nordwind --product other --reference O --seats 2")
        .assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:O --container @D", 1, "wrong_kind"), @"container K-178KF-GBK8E is a dongle, and product other allows only cloud | `licentia product edit other --containers KIND` allows other kinds of containers");
    home.line("product edit other --containers dongle").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:O --container @K", 1, "wrong_kind"), @"container K-5ADW4-1WQ6R is a cloud container, and product other allows only dongle | `licentia product edit other --containers KIND` allows other kinds of containers");
    home.issue("M", "--model device --seats 2");
    insta::assert_snapshot!(home.refused("license activate ref:M --container @K", 1, "wrong_kind"), @"each seat of license L-RMJGF-B86A5 is one computer or dongle, and container K-5ADW4-1WQ6R is a cloud container | a cloud container takes licenses with --model floating or --model named");
    insta::assert_snapshot!(home.refused("license activate ref:M --container @D --seats 2", 2, "usage"), @"each seat of license L-RMJGF-B86A5 is one computer or dongle, and 2 seats are requested for container K-178KF-GBK8E | omit --seats");
    home.line("license activate ref:M --container @D").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:M --container @D", 1, "no_seat"), @"license L-RMJGF-B86A5 already has a seat in container K-178KF-GBK8E | choose a different container for the next seat");
    home.line("license activate ref:M --container @E").assert(0);
    assert_eq!(home.placements("M"), "D 1 live, E 1 live; 0 free, active, r1");
    insta::assert_snapshot!(home.refused("license issue --customer nordwind --product \
        work-management --model device --container @K", 1, "wrong_kind"), @"each seat of the license is one computer or dongle, and container K-5ADW4-1WQ6R is a cloud container | a cloud container takes licenses with --model floating or --model named");
    // The database itself refuses a container of another customer.
    let wrong = "UPDATE activation SET container_id = (SELECT id FROM container WHERE reference = \
        'S') WHERE id = 1";
    let database = rusqlite::Connection::open(home.env.path("licentia.db")).expect("opened");
    database
        .execute_batch("PRAGMA foreign_keys = ON; DROP TRIGGER activation_update_keeps_identity")
        .expect("prepared");
    assert!(database.execute_batch(wrong).is_err());
}

#[test]
fn seats_that_leave_hardware_are_free_after_the_confirmation() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 10 --term 1y");
    home.line("license activate ref:L --container @D --seats 4").assert(0);
    home.line("container update @D --out d1.upd").assert(0);
    insta::assert_snapshot!(home.line("license return ref:L --container @D --seats 1"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: 3 seats in K-178KF-GBK8E, 1 seat with a pending removal from K-178KF-GBK8E; 6 seats unallocated
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Next: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update; after that, the seats are unallocated
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
    assert_eq!(home.placements("L"), "D 1 live, D 1 returning, D 2 returning; 6 free, active, r3");
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
    unconfirmed  changes 1 to 4: `licentia container update K-178KF-GBK8E --out FILE` writes the update
    reference    D
    created      2026-11-21T10:00:00Z
    license      L-XY9KB-PT3MW work-management, revision 3, 1 seat, active
    license      L-XY9KB-PT3MW work-management, revision 3, 1 seat, active, pending removal
    license      L-XY9KB-PT3MW work-management, revision 3, 2 seats, active, pending removal, moves to K-5ADW4-1WQ6R
    ");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @K --seats 7", 1, "no_seat"), @"license L-XY9KB-PT3MW has 6 of 10 seats unallocated, and 7 are requested | 1 seat with a pending removal from hardware (2 more move to another container): `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
    // A confirmation proves only changes that an update before it contained.
    home.line("container confirm @D --reason early").assert(0);
    assert_eq!(home.placements("L"), "D 1 live, D 1 returning, D 2 returning; 6 free, active, r3");
    insta::assert_snapshot!(home.refused("container confirm @D --reason again", 1, "wrong_state"), @"container K-178KF-GBK8E is already confirmed at counter 2, and no update was written since then | `licentia container update K-178KF-GBK8E --out FILE` writes the update that the container must take");
    home.line("container update @D --out d2.upd").assert(0);
    assert_eq!(
        home.licenses_in("d2.upd").iter().map(|it| (it.1, it.2)).collect::<Vec<_>>(),
        [(3, 1)]
    );
    insta::assert_snapshot!(home.line("container confirm @D --reason seen --dry-run"), @"
    exit 0
    --- err
    Would confirm update 4 of container K-178KF-GBK8E (not proven by a receipt)
    license L-XY9KB-PT3MW: work-management for nordwind, 10 floating seats, in K-178KF-GBK8E
    License L-XY9KB-PT3MW: 1 seat unallocated, 2 seats placed in container K-5ADW4-1WQ6R
    ");
    insta::assert_snapshot!(home.line("container confirm @D --reason seen"), @"
    exit 0
    --- err
    Confirmed update 4 of container K-178KF-GBK8E (not proven by a receipt)
    License L-XY9KB-PT3MW: 1 seat unallocated, 2 seats placed in container K-5ADW4-1WQ6R
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_eq!(home.placements("L"), "D 1 live, K 2 live; 7 free, active, r3");
    let entry = home.json("audit list --action container.confirm");
    assert_eq!(
        (&entry[1]["detail"]["proven"], &entry[1]["detail"]["reason"]),
        (&Value::from(false), &Value::from("seen"))
    );
    insta::assert_snapshot!(home.refused("container confirm @K --reason x", 1, "wrong_kind"), @"container K-5ADW4-1WQ6R is a cloud container and needs no confirmation: its changes apply at once | only a dongle without a key needs the confirmation of a person");
    insta::assert_snapshot!(home.refused("container confirm @D --reason x", 1, "wrong_state"), @"container K-178KF-GBK8E is already confirmed at counter 4 and has not changed since then | `licentia container show K-178KF-GBK8E` shows the content of the container");
    // The withdrawal of a whole license waits for the proof of removal, too. Until then the license
    // is not delivered, and its seats are not free.
    insta::assert_snapshot!(home.refused("license withdraw ref:L --container @D --reason unpaid \
        --no-input", 2, "needs_answer"), @"cannot withdraw license L-XY9KB-PT3MW from container K-178KF-GBK8E: a confirmation is required, and there is no terminal | --yes confirms the change; --dry-run shows the affected records");
    insta::assert_snapshot!(home.line("license withdraw ref:L --container @D --reason unpaid --yes"), @"
    exit 0
    --- err
    Withdrew license L-XY9KB-PT3MW: 2 seats in K-5ADW4-1WQ6R, 1 seat with a pending removal from K-178KF-GBK8E; 7 seats unallocated
    Next: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update; after that, the seats are unallocated
    ");
    home.line("license return ref:L --container @K").assert(0);
    assert_eq!(home.placements("L"), "D 1 returning; 9 free, parked, r3");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW has 1 seat in containers, and an unbound delivery requires all its seats | the removal of the seats is pending: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
    insta::assert_snapshot!(home.refused("license return ref:L --container @D", 1, "not_placed"), @"the removal of license L-XY9KB-PT3MW from container K-178KF-GBK8E is already pending | `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
    insta::assert_snapshot!(home.refused("container retire @D --yes", 1, "in_use"), @"container K-178KF-GBK8E contains 1 license with a pending removal | `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
    home.line("container update @D --out d3.upd").assert(0);
    home.line("container confirm @D --reason seen").assert(0);
    assert_eq!(
        (home.licenses_in("d3.upd").len(), home.placements("L")),
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
    insta::assert_snapshot!(home.refused("license activate ref:L --container @D", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be used | a retired container cannot be used again; `licentia container create --customer CODE --kind KIND` creates a new container");
}

#[test]
fn a_move_without_a_usable_target_frees_its_seats() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 3");
    home.line("license activate ref:L --container @D").assert(0);
    insta::assert_snapshot!(home.refused("license move ref:L --from @D --to @D", 2, "usage"), @"container K-178KF-GBK8E is both the source and the target | --from and --to must name different containers");
    home.line("license move ref:L --from @D --to @K").assert(0);
    home.line("container block @K --reason lost").assert(0);
    home.line("container update @D --out d.upd").assert(0);
    insta::assert_snapshot!(home.line("container confirm @D --reason seen"), @"
    exit 0
    --- err
    Confirmed update 3 of container K-178KF-GBK8E (not proven by a receipt)
    License L-XY9KB-PT3MW: 3 seats unallocated
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    warning: license L-XY9KB-PT3MW: 3 seats not placed in container K-5ADW4-1WQ6R and now unallocated: container K-5ADW4-1WQ6R has been blocked since 2026-11-21T10:00:00Z: lost
    ");
    assert_eq!(home.placements("L"), "; 3 free, parked, r1");
}

#[test]
fn an_update_contains_the_complete_content_of_a_container() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 2 --term 1y --container @K");
    home.issue("B", "--seats 1 --term 30d --container @K");
    insta::assert_snapshot!(home.line("container update @K --out k1.upd"), @"
    exit 0
    --- err
    Signed update 3 of container K-5ADW4-1WQ6R
    Wrote k1.upd
    ");
    let first = home.update("k1.upd");
    assert_eq!(
        (first.claims().counter, first.claims().blocked.as_deref(), first.claims().time),
        (3, None, None)
    );
    assert_eq!(first.licenses().len(), 2);
    // Without a change the update is the same token, and no key is needed.
    std::fs::rename(home.env.path("keys/commercial.pem"), home.env.path("away.pem"))
        .expect("moved");
    insta::assert_snapshot!(home.line("container update @K --out again.upd"), @"
    exit 0
    --- err
    No change: container K-5ADW4-1WQ6R already has update 3
    Wrote again.upd
    ");
    assert_eq!(home.env.read("k1.upd"), home.env.read("again.upd"));
    insta::assert_snapshot!(home.refused("container update @K --time --out t.upd", 5, "key_missing"), @"private key commercial is not in this home | put the private key file at keys/commercial.pem in the home; `licentia key list` shows the private keys in this home");
    std::fs::rename(home.env.path("away.pem"), home.env.path("keys/commercial.pem"))
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
    home.env.at("2027-01-10T00:00:00Z");
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
    {"error":{"code":"would_overwrite","message":"[DIR]/k1.upd already exists","hint":"--force overwrites the file"}}
    "#);
    insta::assert_snapshot!(home.refused("container update @K --time --key trial", 1, "edition_mismatch"), @"key trial is a trial key, and files of kind update require a commercial key | select a commercial key; `licentia key list` shows the keys");
}

#[test]
fn attempts_with_a_blocked_container_are_recorded() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 4 --container @K");
    home.issue("N", "--seats 2");
    home.line("customer edit nordwind --email it@nordwind.example").assert(0);
    insta::assert_snapshot!(home.line("container block @K --reason gestohlen --enforce-after 14d"), @"
    exit 0
    --- err
    Blocked container K-5ADW4-1WQ6R
    Licenses in the container: L-XY9KB-PT3MW
    From 2026-12-05T10:00:00Z on, status lists mark the files of the container as invalid
    Next: `licentia container update K-5ADW4-1WQ6R --out FILE` writes the new update
    ");
    insta::assert_snapshot!(home.refused("container block @K --reason again", 1, "wrong_state"), @"container K-5ADW4-1WQ6R is already blocked (since 2026-11-21T10:00:00Z: gestohlen) | `licentia container unblock K-5ADW4-1WQ6R --reason REASON` ends the block");
    insta::assert_snapshot!(home.refused("license activate ref:N --container @K", 1, "blocked"), @"container K-5ADW4-1WQ6R has been blocked since 2026-11-21T10:00:00Z: gestohlen | `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that contains the block; `licentia container unblock K-5ADW4-1WQ6R --reason REASON` ends the block");
    home.line("container update @K --out k.upd").assert(0);
    let update = home.update("k.upd");
    assert_eq!((update.claims().blocked.as_deref(), update.licenses().len()), (Some("blocked"), 1));
    assert!(!home.env.read("k.upd").contains("gestohlen"));
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
    assert_eq!(error["error"]["update"]["text"].as_str(), Some(home.env.read("k.upd").as_str()));
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
    credential  F-BA1BN-2H22H, generation 1, issued today, user name nordwind-wj8p3gg0
    reference   K
    created     2026-11-21T10:00:00Z
    license     L-XY9KB-PT3MW work-management, revision 1, 4 seats, active
    ");
    home.line("license export ref:L --out l.lic").assert(0);
    insta::assert_snapshot!(home.line("license check l.lic"), @"
    exit 4
    --- out
    l.lic: NOT VALID: container K-5ADW4-1WQ6R was blocked at 2026-11-21T10:00:00Z (blocked)
      ok  genuine   license L-XY9KB-PT3MW of work-management for nordwind
      ok  current   revision 1 of 1
      NO  in force
    ");
    insta::assert_snapshot!(home.line("credential check k.cred"), @"
    exit 4
    --- out
    k.cred: NOT VALID: container K-5ADW4-1WQ6R was blocked at 2026-11-21T10:00:00Z (blocked)
    ");
    insta::assert_snapshot!(home.refused("credential rotate @K", 1, "blocked"), @"container K-5ADW4-1WQ6R has been blocked since 2026-11-21T10:00:00Z: gestohlen | `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that contains the block; `licentia container unblock K-5ADW4-1WQ6R --reason REASON` ends the block");
    // The vendor may withdraw the licenses in a blocked container.
    home.line("license withdraw ref:L --container @K --reason gone --yes").assert(0);
    insta::assert_snapshot!(home.line("container unblock @K --reason found"), @"
    exit 0
    --- err
    Unblocked container K-5ADW4-1WQ6R
    The container has no seats
    Next: `licentia container update K-5ADW4-1WQ6R --out FILE` writes the new update; `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    insta::assert_snapshot!(home.refused("container unblock @K --reason x", 1, "wrong_state"), @"container K-5ADW4-1WQ6R is neither blocked nor lost | `licentia container show K-5ADW4-1WQ6R` shows the state of the container");
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
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --container @D");
    home.issue("M", "--seats 2 --container @D");
    home.line("license move ref:M --from @D --to @K").assert(0);
    insta::assert_snapshot!(home.refused("container recycle @D --no-input", 2, "needs_answer"), @"cannot recycle container K-178KF-GBK8E permanently: a confirmation is required, and there is no terminal | --yes confirms the change; --dry-run shows the affected records");
    insta::assert_snapshot!(home.refused("container recycle @K --yes", 1, "wrong_kind"), @"container K-5ADW4-1WQ6R is a cloud container; only dongles can be recycled | `licentia container retire K-5ADW4-1WQ6R` retires the container");
    insta::assert_snapshot!(home.line("container recycle @D --dry-run"), @"
    exit 0
    --- err
    Would recycle container K-178KF-GBK8E: hardware 3-4711829 can be used for another container
    license L-XY9KB-PT3MW: work-management for nordwind, 2 floating seats, in K-178KF-GBK8E
    license L-A3MVS-A9VF2: work-management for nordwind, 2 floating seats, in K-178KF-GBK8E
    License L-XY9KB-PT3MW: 2 seats unallocated
    License L-A3MVS-A9VF2: 2 seats placed in container K-5ADW4-1WQ6R
    ");
    insta::assert_snapshot!(home.line("container recycle @D --yes"), @"
    exit 0
    --- err
    Recycled container K-178KF-GBK8E: hardware 3-4711829 can be used for another container
    License L-XY9KB-PT3MW: 2 seats unallocated
    License L-A3MVS-A9VF2: 2 seats placed in container K-5ADW4-1WQ6R
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_eq!(
        (home.placements("L"), home.placements("M")),
        ("; 2 free, parked, r1".to_owned(), "K 2 live; 0 free, active, r1".to_owned())
    );
    insta::assert_snapshot!(home.refused("container recycle @D --yes", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be recycled | a retired container cannot be used again; `licentia container create --customer CODE --kind KIND` creates a new container");
    insta::assert_snapshot!(home.refused("container update @D", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be updated | a retired container cannot be used again; `licentia container create --customer CODE --kind KIND` creates a new container");
    insta::assert_snapshot!(home.refused("container edit @D --label x", 1, "wrong_state"), @"container K-178KF-GBK8E was retired at 2026-11-21T10:00:00Z and cannot be edited | a retired container cannot be used again; `licentia container create --customer CODE --kind KIND` creates a new container");
    insta::assert_snapshot!(home.refused("container create --customer nordwind --kind dongle \
        --hardware 3-4711829 --reference D", 1, "reference_ended"), @"reference D was used for container K-178KF-GBK8E, which is retired | use a new reference for a new container");
    home.line("container create --customer sued --kind dongle --hardware 3-4711829").assert(0);
}

#[test]
fn a_container_is_edited_listed_found_and_retired() {
    let home = HomeWithContainers::new();
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
    insta::assert_snapshot!(home.refused("container edit @K", 2, "usage"), @"no value to change is given | name a value to change; `--help` after the verb lists the options");
    insta::assert_snapshot!(home.refused("container edit @K --user zoe", 3, "not_found"), @"customer nordwind has no user zoe | `licentia user list nordwind` shows the users of nordwind");
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
    insta::assert_snapshot!(home.refused("user remove nordwind bo --yes", 1, "in_use"), @"user bo of customer nordwind is the user of 1 container (K-5ADW4-1WQ6R) and cannot be removed | `licentia container edit K-5ADW4-1WQ6R --user USERNAME` gives the container to another user, --user none to no user");
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
    insta::assert_snapshot!(home.refused("container retire @K --yes", 1, "in_use"), @"container K-5ADW4-1WQ6R contains 1 license | return the licenses first: `licentia license return L-XY9KB-PT3MW --container K-5ADW4-1WQ6R`");
    home.line("license return ref:L --container @K").assert(0);
    insta::assert_snapshot!(home.refused("container retire @K --no-input", 2, "needs_answer"), @"cannot retire container K-5ADW4-1WQ6R permanently: a confirmation is required, and there is no terminal | --yes confirms the change; --dry-run shows the affected records");
    insta::assert_snapshot!(home.line("container retire @K --yes"), @"
    exit 0
    --- err
    Retired container K-5ADW4-1WQ6R
    Credential F-BA1BN-2H22H no longer opens the container
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    insta::assert_snapshot!(home.refused("container retire @K --yes", 1, "wrong_state"), @"container K-5ADW4-1WQ6R is already retired (since 2026-11-21T10:00:00Z) | nothing to do");
    insta::assert_snapshot!(home.refused("container block @K --reason x", 1, "wrong_state"), @"container K-5ADW4-1WQ6R was retired at 2026-11-21T10:00:00Z and cannot be blocked | a retired container cannot be used again; `licentia container create --customer CODE --kind KIND` creates a new container");
    insta::assert_snapshot!(home.refused("credential rotate @K", 1, "wrong_state"), @"container K-5ADW4-1WQ6R was retired at 2026-11-21T10:00:00Z and cannot be opened | a retired container cannot be used again; `licentia container create --customer CODE --kind KIND` creates a new container");
    assert_eq!(home.line("credential check k.cred").status, 4);
    assert_eq!(home.json("container list --customer nordwind").as_array().map(Vec::len), Some(2));
    assert_eq!(home.json("container list --state retired").as_array().map(Vec::len), Some(1));
    // The user of a retired container can be removed.
    home.line("user remove nordwind bo --yes").assert(0);
}

#[test]
fn references_of_placements_make_repeating_safe() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 4");
    let first = home.json("license activate ref:L --container @K --seats 2 --reference P");
    let again = home.json("license activate ref:L --container @K --seats 2 --reference P");
    assert_eq!((&first["repeated"], &again["repeated"]), (&Value::from(false), &Value::from(true)));
    insta::assert_snapshot!(home.refused("license activate ref:L --container @K --seats 1 \
        --reference P", 1, "conflict"), @"reference P was already used for license L-XY9KB-PT3MW (different values: seats) | `licentia license show L-XY9KB-PT3MW` shows the license; choose another reference for a new request");
    insta::assert_snapshot!(home.refused("license activate ref:L --container @D --seats 2 \
        --reference P", 1, "conflict"), @"reference P was already used for license L-XY9KB-PT3MW (different values: container) | `licentia license show L-XY9KB-PT3MW` shows the license; choose another reference for a new request");
    home.line("license return ref:L --container @K").assert(0);
    insta::assert_snapshot!(home.refused("license activate ref:L --container @K --seats 2 \
        --reference P", 1, "conflict"), @"reference P was already used for license L-XY9KB-PT3MW (the license was returned later) | `licentia license show L-XY9KB-PT3MW` shows the license; choose another reference for a new request");
    let line =
        "license issue --customer nordwind --product work-management --reference Q --container @K";
    assert_eq!(home.json(line)["created"], true);
    assert_eq!(home.json(line)["created"], false);
    insta::assert_snapshot!(home.refused("license issue --customer nordwind --product \
        work-management --reference Q --container @D", 1, "conflict"), @"reference Q was already used for license L-A3MVS-A9VF2 (different values: container) | `licentia license show L-A3MVS-A9VF2` shows the license; choose another reference for a new request");
}

#[test]
fn sessions_use_the_seats_outside_hardware() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 3 --container @K");
    home.line("license return ref:L --container @K --seats 2").assert(0);
    for user in ["anna", "bo"] {
        home.line(&format!("session start ref:L --user {user}")).assert(0);
    }
    insta::assert_snapshot!(home.refused("license activate ref:L --container @D --seats 2", 1, "no_seat"), @"license L-XY9KB-PT3MW has 2 live sessions, and 2 seats in hardware would leave too few seats for sessions | `licentia session list --license L-XY9KB-PT3MW` shows the sessions; end some of them first, or place fewer seats");
    home.line("license activate ref:L --container @D --seats 1").assert(0);
    insta::assert_snapshot!(home.refused("session start ref:L --user anna", 1, "no_seat"), @"license L-XY9KB-PT3MW has no idle seat: 2 of 2 in use by anna, bo | `licentia session end SESSION` with a session of this user makes a seat idle: S-PPG1W-7D8WK of anna (started at 2026-11-21T10:00:00Z)");
    // The sessions end when the last placement ends.
    home.line("license return ref:L --container @D").assert(0);
    insta::assert_snapshot!(home.line("license return ref:L --container @K"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: 1 seat with a pending removal from K-178KF-GBK8E; 2 seats unallocated
    Sessions that end: S-PPG1W-7D8WK, S-3A4DD-X7N33
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_eq!(home.json("session list").as_array().map(Vec::len), Some(0));
}

#[test]
fn a_successor_keeps_the_containers_of_its_predecessor() {
    let home = HomeWithContainers::new();
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
    let home = HomeWithContainers::new();
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
    Next: `licentia license export L-A3MVS-A9VF2 --out FILE` writes the new file
    ");
    insta::assert_snapshot!(home.line("license activate ref:L --container @D --seats 2").err, @"
    Activated license L-A3MVS-A9VF2 (2 seats allocated to container K-178KF-GBK8E; 1 unallocated)
    Next: `licentia license export L-A3MVS-A9VF2 --out-dir DIR` writes the new files
    Next: `licentia container update K-178KF-GBK8E --out FILE` writes the update for the customer
    warning: no usable base license of product gravity: base license L-XY9KB-PT3MW is not in container K-178KF-GBK8E; only administrators of the customer may start sessions
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
    let home = HomeWithContainers::new();
    home.line("key create spare --edition commercial").assert(0);
    home.issue("A", "--key spare --container @D");
    home.issue("B", "--container @D --key commercial");
    home.line("key revoke spare --reason leaked --yes").assert(0);
    insta::assert_snapshot!(home.line("container update @D --out d.upd"), @"
    exit 0
    --- err
    Signed update 3 of container K-178KF-GBK8E
    Wrote d.upd
    Next: `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has the update
    warning: license L-XY9KB-PT3MW is not in the update: applications refuse its file, because the key that signed it was revoked, or was retired before; extend, edit or renew the license to sign it with another key
    ");
    assert_eq!(home.licenses_in("d.upd"), [(home.serial("B"), 1, 1)]);
}

#[test]
fn a_renewal_gives_each_container_its_next_file() {
    let home = HomeWithContainers::new();
    home.issue("C", "--seats 4 --checkpoint 30d");
    home.line("license activate ref:C --container @K --seats 2").assert(0);
    home.line("license activate ref:C --container @D --seats 2").assert(0);
    home.env.at("2026-12-15T10:00:00Z");
    insta::assert_snapshot!(home.line("license renew --due --out-dir renewed"), @"
    exit 0
    --- err
    Renewed 1 license
    L-XY9KB-PT3MW: 2 files valid until 2027-01-14T10:00:00Z
    Wrote 2 files
    Next: `licentia container update CONTAINER --out FILE` writes the update for the customer, for each computer and dongle: K-178KF-GBK8E
    ");
    assert_eq!(std::fs::read_dir(home.env.path("renewed")).expect("listed").count(), 2);
    home.line("container update @D --out d.upd").assert(0);
    assert_eq!(home.licenses_in("d.upd")[0].1, 2);
}

#[test]
fn on_a_terminal_the_container_is_asked_for() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 3");
    let (whole, part) = (home.serial("K"), home.serial("D")[..7].to_owned());
    home.env.types(&[&whole]);
    insta::assert_snapshot!(home.line("license activate ref:L"), @"
    exit 0
    --- err
    Command without prompts: licentia license activate ref:L --container=K-5ADW4-1WQ6R
    Activated license L-XY9KB-PT3MW (3 seats allocated to container K-5ADW4-1WQ6R; 0 unallocated)
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the new file
    ");
    // On a terminal a part of a serial is enough, and the prompt shows the container.
    home.env.types(&["y"]);
    insta::assert_snapshot!(home.line(&format!("license move ref:L --from @K --to {part}")), @"
    exit 0
    --- err
    container K-178KF-GBK8E: dongle, customer nordwind, hardware 3-4711829, 0 licenses, active
    Moved license L-XY9KB-PT3MW: 3 seats in K-178KF-GBK8E; 0 seats unallocated
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Next: `licentia container update K-178KF-GBK8E --out FILE` writes the update for the customer
    ");
    insta::assert_snapshot!(home.refused(&format!("license move ref:L --from {part} --to @K"), 2, "usage"), @"serial K-178KF is incomplete: a change needs the complete serial | `licentia container show K-178KF` shows the complete serial");
}

#[test]
fn a_confirmation_needs_a_key_for_each_license() {
    let home = HomeWithContainers::new();
    home.issue("X", "--seats 2 --container @D");
    home.issue("Y", "--seats 4 --edition trial --term 30d --container @D");
    home.line("license move ref:Y --from @D --to @K --seats 2").assert(0);
    home.line("license return ref:X --container @D").assert(0);
    home.line("container update @D --out d.upd").assert(0);
    std::fs::rename(home.env.path("keys/trial.pem"), home.env.path("away.pem")).expect("moved");
    for options in ["", " --strand"] {
        let line = format!("container confirm @D --reason seen{options}");
        let message = home.refused(&line, 5, "key_missing");
        assert!(message.starts_with("private key trial is not in this home"), "{message}");
    }
    std::fs::rename(home.env.path("away.pem"), home.env.path("keys/trial.pem")).expect("moved");
    let confirmed = home.line("container confirm @D --reason seen --strand").assert(0);
    assert!(confirmed.err.contains("2 seats not placed in container"), "{confirmed}");
    assert_eq!(
        (home.placements("X"), home.placements("Y")),
        ("; 2 free, parked, r1".to_owned(), "D 2 live; 2 free, active, r2".to_owned())
    );
    // A recycled container needs a key for the arriving seats only.
    home.line("license move ref:Y --from @D --to @K").assert(0);
    std::fs::rename(home.env.path("keys/trial.pem"), home.env.path("away.pem")).expect("moved");
    home.refused("container recycle @D --yes", 5, "key_missing");
    let recycled = home.json("container recycle @D --yes --strand");
    assert_eq!(
        (&recycled["licenses"], &recycled["stranded"][0]["seats"]),
        (&serde_json::json!([]), &Value::from(2))
    );
    assert_eq!(recycled["counter"], home.json("container show @D")["counter"]);
}

#[test]
fn commands_write_only_their_new_files() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 10 --term 1y");
    home.line("license activate ref:L --container @K --seats 6 --out k.lic").assert(0);
    home.line("license activate ref:L --container @D --seats 2 --out d.lic").assert(0);
    // Seats that wait for the proof of removal have no new file, and `--out` writes no older file
    // instead.
    insta::assert_snapshot!(home.refused("license move ref:L --from @D --to @K --out w.lic", 1, "not_placed"), @"the change writes no new file of license L-XY9KB-PT3MW | omit --out and --out-dir");
    insta::assert_snapshot!(home.refused("license return ref:L --container @K --out w.lic", 1, "not_placed"), @"the change writes no new file of license L-XY9KB-PT3MW | omit --out and --out-dir");
    home.line("license return ref:L --container @K --seats 1 --out k2.lic").assert(0);
    assert_eq!(home.line("license check k2.lic").status, 0);
    let name = home.json("container create --customer nordwind --kind cloud --reference M");
    assert_eq!(name["created"], true);
    insta::assert_snapshot!(home.refused("license move ref:L --from @K --to @M --seats 2 --out \
        m.lic", 2, "usage"), @"license L-XY9KB-PT3MW has 2 files, one for each container, and --out names one file | name a folder with --out-dir DIR");
    insta::assert_snapshot!(home.line("license move ref:L --from @K --to @M --seats 2 --out-dir both"), @"
    exit 0
    --- err
    Moved license L-XY9KB-PT3MW: 2 seats in K-178KF-GBK8E, 3 seats in K-5ADW4-1WQ6R, 2 seats in K-8PMJ3-GNN72; 3 seats unallocated
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Wrote both/L-XY9KB-PT3MW@K-5ADW4-1WQ6R.lic
    Wrote both/L-XY9KB-PT3MW@K-8PMJ3-GNN72.lic
    ");
    insta::assert_snapshot!(home.line("license move ref:L --from @K --to @M --seats 1"), @"
    exit 0
    --- err
    Moved license L-XY9KB-PT3MW: 2 seats in K-178KF-GBK8E, 2 seats in K-5ADW4-1WQ6R, 3 seats in K-8PMJ3-GNN72; 3 seats unallocated
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Next: `licentia license export L-XY9KB-PT3MW --out-dir DIR` writes the new files
    ");
    assert_eq!(std::fs::read_dir(home.env.path("both")).expect("listed").count(), 2);
    // In the container that receives seats the older file states fewer seats and stays good. In the
    // container that loses seats it ends.
    let ended =
        "SELECT count(*) FROM file JOIN activation ON activation.id = activation_id JOIN container ON container.id = container_id
                 WHERE ends_at IS NOT NULL AND container.reference = ";
    assert_eq!(
        (home.env.count(&format!("{ended}'M'")), home.env.count(&format!("{ended}'K'"))),
        (0, 3)
    );
    // A smaller number of seats, none of which is allocated, ends no file.
    home.line("license edit ref:L --seats 9").assert(0);
    assert_eq!(home.env.count(&format!("{ended}'M'")), 0);
    home.line("license return ref:L --container @M").assert(0);
    home.line("license activate ref:L --container @M --seats 1 --out again.lic").assert(0);
    let claims =
        licentia_runtime::inspect::unverified(&home.env.read("again.lic")).expect("a text").claims;
    let before = home.json("license show ref:L")["revision"].as_u64();
    assert_eq!(
        (claims["revision"].as_u64(), claims["container"]["generation"].as_u64()),
        (before, Some(2)),
        "the file is newer"
    );
}

#[test]
fn a_blocked_container_gets_no_license_and_no_session() {
    let home = HomeWithContainers::new();
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
    insta::assert_snapshot!(home.refused("bundle --container @K --out b", 1, "blocked"), @"container K-5ADW4-1WQ6R has been blocked since 2026-11-21T10:00:00Z: lost | `licentia container update K-5ADW4-1WQ6R --out FILE` writes the update that contains the block; `licentia container unblock K-5ADW4-1WQ6R --reason REASON` ends the block");
    insta::assert_snapshot!(home.refused("session start ref:L --user anna", 1, "blocked"), @"all containers of license L-XY9KB-PT3MW are blocked: K-5ADW4-1WQ6R | `licentia container unblock K-5ADW4-1WQ6R --reason REASON` ends the block");
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
    Licenses in the container: L-XY9KB-PT3MW, L-A3MVS-A9VF2. No credential opens the container: `licentia credential rotate K-5ADW4-1WQ6R --out FILE` creates a credential
    Next: `licentia container update K-5ADW4-1WQ6R --out FILE` writes the new update; `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
}

#[test]
fn a_container_with_pending_changes_is_not_retired() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --container @D");
    home.line("license move ref:L --from @D --to @E").assert(0);
    insta::assert_snapshot!(home.refused("container retire @E --yes", 1, "in_use"), @"container K-DB706-S16TS is the target of a pending move of seats of L-XY9KB-PT3MW | `licentia license show L-XY9KB-PT3MW` shows the container that the seats must leave first");
    home.refused("container recycle @E --yes", 1, "in_use");
    insta::assert_snapshot!(home.refused("license edit ref:L --model device", 1, "in_use"), @"the seats of license L-XY9KB-PT3MW in container K-178KF-GBK8E do not fit the model device: each seat is one computer or dongle | return the license first: `licentia license return L-XY9KB-PT3MW --container K-178KF-GBK8E`");
    insta::assert_snapshot!(home.refused("license activate ref:L --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW has 2 seats in containers, and an unbound delivery requires all its seats | the removal of the seats is pending: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
    insta::assert_snapshot!(home.refused("license return ref:L --unbound", 1, "not_placed"), @"license L-XY9KB-PT3MW is in containers and is not delivered unbound | the removal of the seats is pending: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
    insta::assert_snapshot!(home.refused("license export ref:L", 1, "not_placed"), @"license L-XY9KB-PT3MW is not delivered (parked) and has no file | the removal of the seats is pending: `licentia container update K-178KF-GBK8E --out FILE`, then `licentia container confirm K-178KF-GBK8E --reason REASON` after the dongle has taken the update");
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
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --container @K --out l.lic");
    home.line("container block @S --reason stolen").assert(0);
    home.env.record_containers(
        "suspicion = '{\"why\":\"set_back\",\"seen\":1,\"at\":\"2026-11-21T10:00:00Z\"}'",
        &serde_json::json!({"suspicion": {"why":"set_back","seen":1,"at":"2026-11-21T10:00:00Z"}}),
        "reference = 'D'",
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
    let before = home.env.everything();
    let writer = rusqlite::Connection::open(home.env.path("licentia.db")).expect("opened");
    writer.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let started = std::time::Instant::now();
    for line in lines {
        assert_eq!(home.env.json(&line)["dry_run"], true, "{line}");
    }
    home.env.refused(&attempt, 1, "blocked");
    // A command that waits for the lock takes ten seconds.
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    writer.execute_batch("ROLLBACK").expect("unlocked");
    assert_eq!(home.env.everything(), before);
}
