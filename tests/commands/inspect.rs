use insta::assert_snapshot;

use crate::env::TestEnvironment;

fn license(env: &TestEnvironment) -> String {
    env.line(
        "license issue --customer nordwind --product work-management --modules \
        calculator,calculator.pro=500 --term 1y --set support=gold --out a.lic",
    )
    .assert(0);
    env.read("a.lic")
}

#[test]
fn claims_are_shown_and_marked_as_unverified() {
    let env = TestEnvironment::with_catalogue();
    license(&env);
    assert_snapshot!(env.line("inspect a.lic"), @r#"
    exit 0
    --- out
    a.lic: a file of kind license, NOT VERIFIED
      iss: https://acme.example/licensing
      sub: L-XY9KB-PT3MW
      jti: 01a1fd8c-6900-7bff-a811-a9c9ef626782
      iat: 2026-11-21T10:00:00Z
      nbf: 2026-11-21T00:00:00Z
      exp: 2027-11-21T00:00:00Z
      fmt: 1
      test: true
      edition: commercial
      revision: 1
      model: floating
      seats: 1
      product
        code: work-management
        name: Work
        kind: application
        allow_login: true
        requires: []
      modules
        - {"code":"calculator"}
        - {"code":"calculator.pro","value":500}
      customer
        code: nordwind
        name: Nordwind
      term
        starts: 2026-11-21
        ends: 2027-11-21
        grace_days: 0
      enforcement: block
      attributes
        support: gold
      status
        status_list
          idx: 822503
          uri: https://acme.example/licensing/status/1
      log: ahVsf79hqjYFevU6WsC48F1bl8uAKOqfFxG35o_aZ90
      header alg: EdDSA
      header kid: _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
      header typ: licentia-license+jwt
    "#);
    env.line("key publish --out acme.keyset").assert(0);
    let all = env.json("inspect a.lic acme.keyset");
    assert_eq!(
        (all[0]["verified"].as_bool(), all[0]["kind"].as_str(), all[1]["kind"].as_str()),
        (Some(false), Some("license"), Some("keyset"))
    );
    assert_eq!(all[0]["claims"]["seats"], 1);
}

#[test]
fn an_email_and_a_bundle_are_accepted() {
    let env = TestEnvironment::new();
    let home = TestEnvironment::with_catalogue();
    let text = license(&home);
    env.write(
        "mail",
        format!("Subject: license\n\nHello,\n\n> {}\n> {}\n\nRegards\n", &text[..70], &text[70..]),
    );
    assert_eq!(env.json("inspect mail")[0]["claims"]["customer"]["code"], "nordwind");
    env.write("bundle", format!("{text}\n\n{text}\n"));
    let found = env.json("inspect bundle");
    assert_eq!(
        (found[0]["path"].as_str(), found[1]["path"].as_str()),
        (Some("bundle#1"), Some("bundle#2"))
    );
    env.input(text.as_bytes());
    assert_eq!(env.json("inspect -")[0]["path"], "-");
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let home = TestEnvironment::with_catalogue();
    license(&home);
    home.write("bad", "hello");
    let found = home.line("inspect bad a.lic --json").assert(4).json();
    assert_eq!(
        (found[0]["problem"]["code"].as_str(), found[1]["kind"].as_str()),
        (Some("malformed"), Some("license"))
    );
    assert!(home.line("inspect bad a.lic").assert(4).text().starts_with("bad: cannot be read"));
}

#[test]
fn a_file_without_a_token_is_refused() {
    let env = TestEnvironment::new();
    env.write("letter", "Where is my license?");
    assert_snapshot!(env.refused("inspect letter", 4, "malformed"), @"letter: the file contains no signed token | the file was cut, changed or forged; ask the sender for the file as an attachment");
    env.refused("inspect nothing", 5, "io");
    env.refused("inspect .", 5, "io");
    env.refused("inspect", 2, "usage");
    // Control characters of an unknown token do not reach the terminal.
    let evil = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJcdTAwMWJbMkoifQ.AAAA";
    env.write("evil", evil);
    let shown = env.line("inspect evil").assert(0).text();
    assert!(!shown.contains('\u{1b}') && shown.contains("verifiers refuse the file"), "{shown}");
}
