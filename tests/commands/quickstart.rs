use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn a_new_vendor_sees_each_step() {
    let env = TestEnvironment::new();
    assert_snapshot!(env.line("quickstart"), @"
    exit 0
    --- out

    # A test home: a folder with a database, a root key, two signing keys and a key set. The keys have no passphrase, because this is a demonstration.
    $ licentia init licentia-demo --vendor 'Acme AB' --issuer https://acme.example/licensing --test --no-passphrase
    Created a test home for Acme AB in licentia-demo
    Root key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw: pin this thumbprint in your applications

    # The following commands use this home:
    $ export LICENTIA_HOME=licentia-demo

    # A product and its modules. Modules form a tree.
    $ licentia product add work-management --name 'Work Management' --allow-login --grace 14d
    Added product work-management (Work Management)
    $ licentia module add work-management calculator --name Calculator
    Added module calculator to product work-management
    $ licentia module add work-management calculator.pro --parent calculator --name 'Calculator Pro'
    Added module calculator.pro to product work-management under calculator
    $ licentia module add work-management reports --name Reports
    Added module reports to product work-management
    $ licentia module list work-management
    work-management (Work Management)
    ├── calculator  Calculator
    │   └── calculator.pro  Calculator Pro
    └── reports  Reports

    # A customer.
    $ licentia customer add nordwind --name 'Nordwind AB' --email it@nordwind.example
    Added customer nordwind (Nordwind AB)

    # A license of ten seats for one year, in a signed file.
    $ licentia license issue --customer nordwind --product work-management --seats 10 --modules calculator,calculator.pro=500 --term 1y --reference ORDER-1 --out licentia-demo/nordwind.lic
    Issued license L-XY9KB-PT3MW for customer nordwind: work-management, commercial, 10 seats, last day 2027-11-20
    Wrote licentia-demo/nordwind.lic
    $ licentia license show ref:ORDER-1
    serial          L-XY9KB-PT3MW
    state           active
    customer        nordwind
    company         -
    product         work-management
    modules         calculator, calculator.pro=500
    edition         commercial
    model           floating
    seats           10 (10 allocated, 0 unallocated)
    assigned        none: open to all users
    sessions        0 of 10 seats, 10 idle
    first day       2026-11-21
    last day        2027-11-20
    grace           14 days
    checkpoint      -
    offline         -
    enforcement     block
    hosts per user  -
    attributes      -
    revision        1
    reference       ORDER-1
    issued          2026-11-21T10:00:00Z
    file            delivered unbound, valid until 2027-12-05T00:00:00Z, id 01a1fd8c-6900-7bff-a811-a9c9ef626782

    # The key set: the public keys that applications trust. An application contains the thumbprint of the root key.
    $ licentia key publish --out licentia-demo/acme.keyset
    Wrote version 1 of the key set to licentia-demo/acme.keyset
    $ licentia key list
    NAME        EDITION     STATE   SIGNS          SIGNED  PRIVATE  KID
    root        -           active  key sets       1       here     C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw
    commercial  commercial  active  all files      1       here     _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
    trial       trial       active  license files  0       here     N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M

    # The license, verified as an application does it.
    $ licentia verify licentia-demo/nordwind.lic --keyset licentia-demo/acme.keyset --product work-management
    licentia-demo/nordwind.lic: valid, status not checked: license L-XY9KB-PT3MW: Work Management for Nordwind AB, 10 seats
      ok  size       1223 bytes
      ok  shape      three canonical base64url parts, a supported header
      ok  type       a license file
      ok  key        commercial (_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY)
      ok  signature  valid
      ok  claims     license L-XY9KB-PT3MW of https://acme.example/licensing
      ok  edition    commercial, same as the key
      ok  key state  active, valid at the time of signing
      ok  scope      within the limits of the key
      ok  times      within its term
      -   binding    skipped: not bound to a container
      -   user       skipped: no --user given
      ok  product    for product work-management
      -   status     skipped: no status list given
      -   base       skipped: other licenses are not checked
      -   offline    skipped: the verifier stores no state

    # A changed license: licentia-demo/changed.lic is licentia-demo/nordwind.lic with one changed character in its claims.
    $ licentia verify licentia-demo/changed.lic --keyset licentia-demo/acme.keyset
    licentia-demo/changed.lic: NOT VALID: the signature does not match: the file was changed, cut or forged (bad_signature)
      ok  size       1223 bytes
      ok  shape      three canonical base64url parts, a supported header
      ok  type       a license file
      ok  key        commercial (_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY)
      NO  signature  the signature does not match: the file was changed, cut or forged
    (exit status 4)

    # The audit log: an entry for each change. The chain of its hashes is complete.
    $ licentia audit list
    SEQ  AT                    ACTOR   ACTION         SUBJECT                         SIGNED BY   DETAIL
    1    2026-11-21T10:00:00Z  tester  vendor.init    Acme AB                         -           issuer=https://acme.example/licensing status_uri=https://acm…
    2    2026-11-21T10:00:00Z  tester  product.add    work-management                 -           code=work-management name=Work Management kind=application a…
    3    2026-11-21T10:00:00Z  tester  module.add     work-management/calculator      -           product=work-management code=calculator name=Calculator dept…
    4    2026-11-21T10:00:00Z  tester  module.add     work-management/calculator.pro  -           product=work-management code=calculator.pro name=Calculator …
    5    2026-11-21T10:00:00Z  tester  module.add     work-management/reports         -           product=work-management code=reports name=Reports depth=0
    6    2026-11-21T10:00:00Z  tester  customer.add   nordwind                        -           code=nordwind name=Nordwind AB email=it@nordwind.example
    7    2026-11-21T10:00:00Z  tester  license.issue  L-XY9KB-PT3MW                   commercial  serial=L-XY9KB-PT3MW product=work-management customer=nordwi…
    $ licentia audit verify
    valid: 7 entries, 1 anchor, head c3518fc3f0a91d39c59f1d19727dc9d8741eb0ec1f02104fe1ee58255ebdbe52

    # The demonstration is in licentia-demo; the folder can be deleted. Next: `licentia --help` lists all commands.
    ");
    env.line("--home licentia-demo audit verify").assert(0);
    env.refused("quickstart new --json", 2, "usage");
    env.run(&["quickstart", "--", "-x"]).assert(2);
}

#[test]
fn a_second_run_uses_a_new_folder() {
    let env = TestEnvironment::new();
    for folder in ["licentia-demo", "licentia-demo-2", "licentia-demo-4"] {
        let out = env.line("quickstart").assert(0).text();
        assert!(out.contains(&format!("$ licentia init {folder} ")), "{out}");
        assert!(env.path(folder).join("licentia.toml").exists(), "{folder}");
        // A file blocks the name of the folder, too.
        if folder == "licentia-demo-2" {
            env.write("licentia-demo-3", "a file");
        }
    }
    let dry = env.line("quickstart --dry-run").assert(0).err;
    assert_eq!(dry, "Would create a demonstration in licentia-demo-5\n");
    assert!(!env.path("licentia-demo-5").exists());
}

#[test]
fn a_named_folder_with_files_is_refused_with_a_free_name() {
    let env = TestEnvironment::new();
    std::fs::create_dir(env.path("demo")).expect("created");
    env.line("quickstart demo").assert(0);
    let before = env.files();
    for named in ["demo", "demo/"] {
        let error = env.run(&["quickstart", named]).assert(5).err;
        assert!(error.contains("is not empty"), "{error}");
        assert!(error.contains("`licentia quickstart demo-2` uses a new folder"), "{error}");
    }
    assert_eq!(env.files(), before);
}

#[test]
fn the_demonstration_uses_no_other_home() {
    let env = TestEnvironment::with_home();
    let before = env.count("SELECT count(*) FROM audit");
    env.set_var("LICENTIA_NOW", "2031-01-01T00:00:00Z");
    env.set_var("LICENTIA_HOME", "nowhere");
    env.run(&["quickstart", "a 'new' folder"]).assert(0);
    assert_eq!(env.count("SELECT count(*) FROM audit"), before);
    env.line("quickstart dry --dry-run").assert(0);
    assert!(!env.path("dry").exists());
}
