//! The cases of status lists: lists by themselves, files judged beside them, updates that bring
//! them, folders that keep them.

use std::collections::BTreeMap;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use licentia_runtime::{Binding, KeySet, Policy, Statuses, Trust, VerdictCode};
use serde_json::{Value, json};

use super::containers::{DEVICE, computer, on_device, own_key};
use super::{
    CLOUD, CREDENTIAL, DAY, Forge, ISSUED, KEYSET, Key, LICENSE, NOW, UPDATE, case, in_container,
    informing, malleable,
};

const LIST: &str = "statuslist+jwt";
/// What the license of the vectors names, with the index 417, and their credential, with 418.
const URI: &str = "https://acme.example/licensing/status/1";
const OTHER: &str = "https://acme.example/licensing/status/2";

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(bytes).expect("zipped");
    zlib.finish().expect("zipped")
}

fn lst(zipped: &[u8]) -> Value {
    json!(URL_SAFE_NO_PAD.encode(zipped))
}

/// 128 bytes of entries, all of them valid but those that are named.
fn entries(bits: u8, named: &[(usize, u8)]) -> Vec<u8> {
    let (mut bytes, per) = (vec![0u8; 128], 8 / usize::from(bits));
    for (idx, value) in named {
        bytes[idx / per] |= value << ((idx % per) * usize::from(bits));
    }
    bytes
}

fn packed(bits: u8, named: &[(usize, u8)]) -> Value {
    json!({"bits": bits, "lst": lst(&zipped(&entries(bits, named)))})
}

fn list_claims() -> Value {
    json!({
        "iss": "https://acme.example/licensing", "sub": URI,
        "jti": "019aa000-0000-7000-8000-00000000000a", "iat": ISSUED,
        "exp": ISSUED + 30 * DAY, "ttl": 43_200, "fmt": 1, "test": true,
        "status_list": packed(2, &[(3, 1), (5, 2)]),
    })
}

impl Forge {
    fn list(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = list_claims();
        change(&mut claims);
        self.commercial.sign(LIST, &claims)
    }

    /// A list of two bits in which these are not valid.
    fn naming(&self, named: &[(usize, u8)]) -> String {
        self.list(|claims| claims["status_list"] = packed(2, named))
    }

    /// The same, signed a day later.
    fn later(&self, named: &[(usize, u8)]) -> String {
        self.list(|claims| {
            claims["iat"] = json!(NOW);
            claims["status_list"] = packed(2, named);
        })
    }

    /// The same, past its end by now.
    fn stale(&self, named: &[(usize, u8)]) -> String {
        self.list(|claims| {
            claims["exp"] = json!(NOW);
            claims["status_list"] = packed(2, named);
        })
    }
}

/// A key that signed lists once.
fn former_key() -> Key {
    Key::new([5; 32])
}

/// The key set with that key in it; the one that revokes it is the newer one.
fn with_former(forge: &Forge, state: &str) -> String {
    forge.keyset(|set| {
        let mut former = forge.record(&former_key(), "former", "commercial");
        former["state"] = json!(state);
        set["version"] = json!(if state == "revoked" { 4 } else { 3 });
        set["keys"].as_array_mut().expect("keys").push(former);
    })
}

/// Lists by themselves.
#[expect(clippy::too_many_lines, reason = "a list of cases, one paragraph each")]
pub fn list_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let set = forge.keyset(|_| ());
    let mut add = |name: &str,
                   about: &str,
                   text: String,
                   more: Value,
                   code: Option<VerdictCode>,
                   warning: Option<VerdictCode>| {
        let mut around = json!({"keyset": set});
        for (name, value) in more.as_object().expect("an object") {
            around[name] = value.clone();
        }
        let clash =
            cases.insert(format!("status-{name}"), case(&text, &around, code, warning, about));
        assert!(clash.is_none(), "{name} stands twice");
    };
    let none = || json!({});
    let good = forge.list(|_| ());

    // Good ones.
    add(
        "valid",
        "entries of two bits, one of them ended and one suspended",
        good.clone(),
        none(),
        None,
        None,
    );
    for (name, about, claim, value) in informing() {
        add(name, about, forge.list(|c| c[claim] = value.clone()), none(), None, None);
    }
    let one_bit =
        forge.list(|claims| claims["status_list"] = json!({"bits": 1, "lst": "eNrbuRgAAhcBXQ"}));
    add("valid-one-bit", "entries of one bit: the draft's b9 a3", one_bit, none(), None, None);
    let largest =
        forge.list(|claims| claims["status_list"]["lst"] = lst(&zipped(&vec![0; 262_144])));
    add("valid-largest", "1,048,576 entries, as many as there may be", largest, none(), None, None);
    let unknown = forge.list(|claims| {
        claims["status_list"]["aggregation_uri"] = json!("https://acme.example/all");
    });
    add(
        "valid-unknown-member",
        "with a member that the draft knows and we do not",
        unknown,
        none(),
        None,
        None,
    );
    add(
        "valid-stale",
        "past its own end",
        forge.stale(&[]),
        none(),
        None,
        Some(VerdictCode::StaleStatus),
    );

    // Kind and header.
    for typ in ["JWT", "application/statuslist+jwt", "statuslist+cwt", "STATUSLIST+JWT"] {
        let name: String = typ
            .to_ascii_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let name = if typ.starts_with('S') { "upper-case".to_owned() } else { name };
        let text = forge.commercial.sign(typ, &list_claims());
        add(
            &format!("typ-{name}"),
            "a type that is none of ours",
            text,
            none(),
            Some(VerdictCode::WrongType),
            None,
        );
    }
    for (name, about, text, expect) in [
        (
            "is-a-license",
            "a license where a status list is expected",
            forge.license(|_| ()),
            "status",
        ),
        (
            "is-a-credential",
            "a list that says it is a credential",
            forge.commercial.sign(CREDENTIAL, &list_claims()),
            "status",
        ),
        ("as-license", "a status list where a license is expected", good.clone(), "license"),
        (
            "as-credential",
            "a status list where a credential is expected",
            good.clone(),
            "credential",
        ),
        ("as-update", "a status list where an update is expected", good.clone(), "update"),
        ("as-keyset", "a status list where a key set is expected", good.clone(), "keyset"),
    ] {
        add(name, about, text, json!({"expect": expect}), Some(VerdictCode::WrongType), None);
    }
    for (name, member, value) in
        [("alg-none", "alg", json!("none")), ("header-crit", "crit", json!(["exp"]))]
    {
        let mut header = forge.commercial.header(LIST);
        header[member] = value;
        let text = forge.commercial.sign_raw(&header.to_string(), &list_claims().to_string());
        add(name, "a header that is not taken", text, none(), Some(VerdictCode::Unsupported), None);
    }

    // Key and signature.
    let [header, payload, signature] = good.split('.').collect::<Vec<_>>()[..] else {
        unreachable!("three parts")
    };
    let other = forge.naming(&[]);
    let other = other.split('.').nth(1).expect("three parts");
    for (name, about, text) in [
        ("bad-signature", "signed by another key under the kid of ours", {
            forge
                .thief
                .sign_raw(&forge.commercial.header(LIST).to_string(), &list_claims().to_string())
        }),
        (
            "changed-payload",
            "the entries of one under the signature of another: what was ended is not",
            format!("{header}.{other}.{signature}"),
        ),
        (
            "cut-signature",
            "cut in its signature",
            format!("{header}.{payload}.{}", &signature[..40]),
        ),
        ("no-signature", "an empty signature", format!("{header}.{payload}.")),
        (
            "malleable-signature",
            "the same signature with the group's order added to s",
            malleable(&good),
        ),
    ] {
        add(name, about, text, none(), Some(VerdictCode::BadSignature), None);
    }
    add(
        "cut",
        "cut in the middle",
        format!("{header}.{}", &payload[..40]),
        none(),
        Some(VerdictCode::Malformed),
        None,
    );
    let by = |key: &Key| key.sign(LIST, &list_claims());
    for (name, about, text) in [
        ("by-thief", "signed by an unknown key", by(&forge.thief)),
        ("by-root", "signed by the root, which signs key sets only", by(&forge.root)),
    ] {
        add(name, about, text, none(), Some(VerdictCode::UnknownKey), None);
    }
    add(
        "no-keyset",
        "no key set at hand",
        good.clone(),
        json!({"keyset": null}),
        Some(VerdictCode::UnknownKey),
        None,
    );
    let mismatch = Some(VerdictCode::EditionMismatch);
    add(
        "by-trial",
        "signed by a trial key, which signs licenses only",
        by(&forge.trial),
        none(),
        mismatch,
        None,
    );
    let allowed = json!({"keyset": forge.keyset(|set| set["keys"][1]["scope"] = json!({"kinds": ["license", "status"]}))});
    add(
        "by-trial-in-scope",
        "by a trial key whose scope would allow it",
        by(&forge.trial),
        allowed,
        mismatch,
        None,
    );
    let key = |change: &dyn Fn(&mut Value)| json!({"keyset": forge.keyset(|set| change(&mut set["keys"][0]))});
    let scoped = |scope: Value| key(&|key| key["scope"] = scope.clone());
    let endless = forge.list(|claims| drop(claims.as_object_mut().expect("claims").remove("exp")));
    for (name, about, text, scope) in [
        (
            "kind-outside-scope",
            "its key signs licenses only",
            good.clone(),
            json!({"kinds": ["license"]}),
        ),
        ("no-kinds", "its key signs nothing", good.clone(), json!({"kinds": []})),
        (
            "no-end",
            "without an end under a key with a longest term",
            endless.clone(),
            json!({"max_term_days": 30}),
        ),
        (
            "end-too-far",
            "a day longer than its key allows",
            good.clone(),
            json!({"max_term_days": 29}),
        ),
    ] {
        add(name, about, text, scoped(scope), Some(VerdictCode::OutOfScope), None);
    }
    let scope = json!({"kinds": ["status"], "max_term_days": 30});
    add("valid-scope", "at every limit of the scope", good.clone(), scoped(scope), None, None);
    add("valid-no-end", "without an end", endless, none(), None, None);
    let revoked = json!({"keyset": with_former(forge, "revoked")});
    add(
        "revoked-key",
        "its key was revoked",
        by(&former_key()),
        revoked,
        Some(VerdictCode::RevokedKey),
        None,
    );
    let retired = key(&|key| {
        key["state"] = json!("retired");
        key["retired_at"] = json!(ISSUED - 1);
    });
    add(
        "retired-key",
        "its key was retired before it signed",
        good.clone(),
        retired,
        Some(VerdictCode::RetiredKey),
        None,
    );
    let expired = key(&|key| key["not_after"] = json!(ISSUED - 1));
    add(
        "key-expired",
        "signed after its key's last day",
        good.clone(),
        expired,
        Some(VerdictCode::KeyExpired),
        None,
    );

    // Claims against the key set.
    let live = forge.keyset(|set| drop(set.as_object_mut().expect("claims").remove("test")));
    add(
        "test-under-live",
        "a test list under a live key set",
        good,
        json!({"keyset": live}),
        Some(VerdictCode::TestFile),
        None,
    );
    let shape = forge.list(|claims| {
        claims["fmt"] = json!(2);
        claims["status_list"] = json!(["ended", "L-11111-11113"]);
    });
    add(
        "higher-format-other-shape",
        "a later format of another shape",
        shape,
        none(),
        Some(VerdictCode::Unsupported),
        None,
    );
    for (name, about, member, value, code) in [
        (
            "wrong-issuer",
            "of another issuer",
            "iss",
            json!("https://other.example"),
            VerdictCode::WrongIssuer,
        ),
        (
            "live-under-test",
            "a live one under a test key set",
            "test",
            json!(false),
            VerdictCode::TestFile,
        ),
        ("higher-format", "of a later format", "fmt", json!(2), VerdictCode::Unsupported),
        ("format-zero", "of a format before the first", "fmt", json!(0), VerdictCode::Malformed),
        (
            "issued-in-future",
            "issued more than a day ahead",
            "iat",
            json!(NOW + DAY + 1),
            VerdictCode::NotYetValid,
        ),
        ("no-uri", "with an empty URI", "sub", json!(""), VerdictCode::Malformed),
        ("uri-is-a-number", "with a number as URI", "sub", json!(1), VerdictCode::Malformed),
        ("uri-null", "of no URI", "sub", Value::Null, VerdictCode::Malformed),
        ("no-id", "without an id of its own", "jti", json!(""), VerdictCode::Malformed),
        ("text-iat", "issued on a day in words", "iat", json!("today"), VerdictCode::Malformed),
        (
            "float-exp",
            "with an end with a fraction",
            "exp",
            json!(1_828_000_000.5),
            VerdictCode::Malformed,
        ),
        (
            "negative-ttl",
            "to be fetched again before it was",
            "ttl",
            json!(-1),
            VerdictCode::Malformed,
        ),
        (
            "entries-null",
            "whose entries are null",
            "status_list",
            Value::Null,
            VerdictCode::Malformed,
        ),
        (
            "entries-as-text",
            "whose entries have no bits",
            "status_list",
            json!("eNrbuRgAAhcBXQ"),
            VerdictCode::Malformed,
        ),
        (
            "no-bits",
            "whose entries are of no size",
            "status_list",
            json!({"lst": "eNrbuRgAAhcBXQ"}),
            VerdictCode::Malformed,
        ),
        (
            "no-lst",
            "of a size and no entries",
            "status_list",
            json!({"bits": 2}),
            VerdictCode::Malformed,
        ),
    ] {
        add(name, about, forge.list(|claims| claims[member] = value), none(), Some(code), None);
    }
    let without =
        forge.list(|claims| drop(claims.as_object_mut().expect("claims").remove("status_list")));
    add("no-entries", "without entries", without, none(), Some(VerdictCode::Malformed), None);
    let claims = list_claims().to_string();
    for (name, about, payload) in [
        (
            "repeated-entries",
            "whose entries stand twice",
            claims.replacen('{', r#"{"status_list":{"bits":2,"lst":"eNo76fITAAPfAgc"},"#, 1),
        ),
        (
            "repeated-lst",
            "with a member that stands twice inside",
            claims.replace(r#"{"bits":2,"#, r#"{"lst":"eNo","bits":2,"#),
        ),
        ("array", "a payload that is an array", format!("[{claims}]")),
    ] {
        let text = forge.commercial.sign_raw(&forge.commercial.header(LIST).to_string(), &payload);
        add(name, about, text, none(), Some(VerdictCode::Malformed), None);
    }

    // Entries.
    for (name, about, bits) in [
        ("zero-bits", "with entries of no bits", json!(0)),
        ("three-bits", "with entries of three bits", json!(3)),
        ("sixteen-bits", "with entries of sixteen bits", json!(16)),
        ("huge-bits", "with more bits than a byte counts", json!(258)),
        ("negative-bits", "with less than no bits", json!(-2)),
        ("text-bits", "with bits in words", json!("2")),
        ("float-bits", "with bits with a fraction", json!(2.0)),
    ] {
        let text = forge.list(|claims| claims["status_list"]["bits"] = bits);
        add(name, about, text, none(), Some(VerdictCode::Malformed), None);
    }
    let usual = zipped(&entries(2, &[(3, 1)]));
    let changed = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = usual.clone();
        change(&mut bytes);
        lst(&bytes)
    };
    let mut raw = DeflateEncoder::new(Vec::new(), Compression::best());
    raw.write_all(&entries(2, &[])).expect("deflated");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&entries(2, &[])).expect("zipped");
    for (name, about, lst) in [
        ("lst-empty", "with nothing at all as entries", json!("")),
        ("lst-number", "with a number as entries", json!(7)),
        ("lst-padded", "base64url with padding", json!("eNrbuRgAAhcBXQ==")),
        ("lst-standard-base64", "base64 with + and /", json!("eNr/+RgAAhcBXQ")),
        (
            "lst-trailing-bits",
            "base64url that is not canonical: unused bits are set",
            json!("eNrbuRgAAhcBXR"),
        ),
        ("lst-line-break", "base64url with a line break", json!("eNrbuRgA\nAhcBXQ")),
        ("lst-not-zlib", "bytes that are not zlib's", lst(&[0xff; 40])),
        ("lst-uncompressed", "the entries as they are", lst(&entries(2, &[]))),
        ("lst-raw-deflate", "deflated without zlib's frame", lst(&raw.finish().expect("deflated"))),
        ("lst-gzip", "in gzip's frame", lst(&gzip.finish().expect("zipped"))),
        ("lst-cut", "cut in the middle", changed(&|bytes| bytes.truncate(bytes.len() / 2))),
        (
            "lst-without-sum",
            "without its checksum",
            changed(&|bytes| bytes.truncate(bytes.len() - 4)),
        ),
        ("lst-cut-sum", "cut in its checksum", changed(&|bytes| bytes.truncate(bytes.len() - 1))),
        (
            "lst-wrong-sum",
            "with another checksum",
            changed(&|bytes| *bytes.last_mut().expect("a byte") ^= 1),
        ),
        ("lst-wrong-head", "with another head", changed(&|bytes| bytes[1] ^= 1)),
        (
            "lst-dictionary",
            "that asks for a dictionary",
            lst(&[0x78, 0xbb, 0, 0, 0, 1, 3, 0, 0, 0, 0, 1]),
        ),
        ("lst-trailing-byte", "with a byte behind its entries", changed(&|bytes| bytes.push(0))),
        (
            "lst-twice",
            "with a second list behind its entries",
            changed(&|bytes| bytes.extend_from_within(..)),
        ),
    ] {
        let text = forge.list(|claims| claims["status_list"]["lst"] = lst);
        add(name, about, text, none(), Some(VerdictCode::Malformed), None);
    }
    let beyond = lst(&zipped(&vec![0; 262_145]));
    let bomb = lst(&zipped(&vec![0; 16 << 20]));
    for (name, about, lst) in [
        ("byte-too-many", "with a byte more than 1,048,576 entries have", beyond),
        ("bomb", "that inflates to a thousand times its size", bomb),
    ] {
        let text = forge.list(|claims| claims["status_list"]["lst"] = lst);
        add(name, about, text, none(), Some(VerdictCode::TooLarge), None);
    }
}

/// Licenses and credentials beside lists.
#[expect(clippy::too_many_lines, reason = "a list of cases, one paragraph each")]
pub fn beside_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let set = forge.keyset(|_| ());
    let mut add = |name: &str,
                   about: &str,
                   text: &str,
                   more: Value,
                   code: Option<VerdictCode>,
                   warnings: &[VerdictCode]| {
        let mut around = json!({"keyset": set});
        for (name, value) in more.as_object().expect("an object") {
            around[name] = value.clone();
        }
        let mut case = case(text, &around, code, warnings.first().copied(), about);
        if warnings.len() > 1 {
            case["verdict"]["warnings"] = warnings.iter().map(|code| code.as_str()).collect();
        }
        assert!(cases.insert(name.to_owned(), case).is_none(), "{name} stands twice");
    };
    let lists = |lists: &[&String]| json!({"status": lists});
    let with = |lists: &[&String], more: Value| {
        let mut around = json!({"status": lists});
        for (name, value) in more.as_object().expect("an object") {
            around[name] = value.clone();
        }
        around
    };
    let (revoked, suspended, beyond) =
        (Some(VerdictCode::Revoked), Some(VerdictCode::Suspended), Some(VerdictCode::OutOfRange));
    let (fine, ended, stopped) =
        (forge.naming(&[(416, 1), (418, 2)]), forge.naming(&[(417, 1)]), forge.naming(&[(417, 2)]));
    let license = forge.license(|_| ());

    for (name, about, list, code) in [
        ("valid", "valid by its list; those beside it are not", fine.clone(), None),
        ("revoked", "ended by its list", ended.clone(), revoked),
        ("suspended", "suspended by its list", stopped.clone(), suspended),
        ("three", "with a value that has no meaning", forge.naming(&[(417, 3)]), revoked),
        (
            "one-bit",
            "ended by a list of one bit",
            forge.list(|it| it["status_list"] = packed(1, &[(417, 1)])),
            revoked,
        ),
        ("four-bits", "suspended by a list of four bits", four_bits(forge, 2), suspended),
        (
            "four-bits-unknown",
            "with a value of four bits that has no meaning",
            four_bits(forge, 10),
            revoked,
        ),
        ("no-entries", "beside a list without entries", sized(forge, 0), beyond),
        ("first-beyond", "by one entry beyond its list", sized(forge, 104), beyond),
        ("last", "the last but two of its list", sized(forge, 105), None),
        (
            "other-uri",
            "ended by a list that it does not name",
            forge.list(|it| {
                it["sub"] = json!(OTHER);
                it["status_list"] = packed(2, &[(417, 1)]);
            }),
            None,
        ),
    ] {
        add(&format!("license-status-{name}"), about, &license, lists(&[&list]), code, &[]);
    }
    let nameless =
        forge.license(|claims| drop(claims.as_object_mut().expect("claims").remove("status")));
    add(
        "license-status-none",
        "without an entry, beside a list",
        &nameless,
        lists(&[&ended]),
        None,
        &[],
    );
    let at = |idx: Value| forge.license(|claims| claims["status"]["status_list"]["idx"] = idx);
    add(
        "license-status-beyond",
        "with an index beyond its list",
        &at(json!(512)),
        lists(&[&fine]),
        beyond,
        &[],
    );
    add(
        "license-status-far-beyond",
        "with the highest index",
        &at(json!(u32::MAX)),
        lists(&[&fine]),
        beyond,
        &[],
    );
    for (name, about, idx) in [
        ("huge-index", "with an index that no list has", json!(1u64 << 32)),
        ("negative-index", "with an index below 0", json!(-1)),
        ("text-index", "with an index in words", json!("417")),
        ("float-index", "with an index with a fraction", json!(417.5)),
    ] {
        add(
            &format!("license-status-{name}"),
            about,
            &at(idx),
            lists(&[&fine]),
            Some(VerdictCode::Malformed),
            &[],
        );
    }

    // Of several the newest counts, and one that is past its end.
    let (stale, stale_ended) = (forge.stale(&[]), forge.stale(&[(417, 1)]));
    add(
        "license-status-stale",
        "valid by a stale list",
        &license,
        lists(&[&stale]),
        None,
        &[VerdictCode::StaleStatus],
    );
    add(
        "license-status-stale-revoked",
        "ended by a stale list",
        &license,
        lists(&[&stale_ended]),
        revoked,
        &[],
    );
    let stale_stopped = forge.stale(&[(417, 2)]);
    add(
        "license-status-stale-suspended",
        "suspended by a stale list",
        &license,
        lists(&[&stale_stopped]),
        suspended,
        &[],
    );
    let (later, later_ended) = (forge.later(&[]), forge.later(&[(417, 1)]));
    add(
        "license-status-taken-back",
        "stopped once, and valid by now",
        &license,
        lists(&[&stopped, &later]),
        None,
        &[],
    );
    let turned = lists(&[&later, &stopped]);
    add(
        "license-status-taken-back-turned",
        "the same, the newer list first",
        &license,
        turned,
        None,
        &[],
    );
    add(
        "license-status-newer-revoked",
        "valid once, and ended by now",
        &license,
        lists(&[&fine, &later_ended]),
        revoked,
        &[],
    );
    let turned = lists(&[&later_ended, &fine]);
    add(
        "license-status-newer-revoked-turned",
        "the same, the newer list first",
        &license,
        turned,
        revoked,
        &[],
    );
    let stale_later = forge.list(|claims| {
        claims["iat"] = json!(NOW - 1);
        claims["exp"] = json!(NOW);
        claims["status_list"] = packed(2, &[(417, 1)]);
    });
    let both = lists(&[&fine, &stale_later]);
    add(
        "license-status-newer-is-stale",
        "ended by the newer list, although that is stale",
        &license,
        both,
        revoked,
        &[],
    );

    // What is no list counts for nothing.
    let former = former_key().sign(LIST, &{
        let mut claims = list_claims();
        claims["iat"] = json!(NOW);
        claims["status_list"] = packed(2, &[(417, 1)]);
        claims
    });
    let around =
        |state: &str, lists: &[&String]| with(lists, json!({"keyset": with_former(forge, state)}));
    let name = "license-status-by-another-key";
    add(
        name,
        "ended by a list of another key than its own",
        &license,
        around("active", &[&former]),
        revoked,
        &[],
    );
    let name = "license-status-by-revoked-key";
    add(
        name,
        "ended by a list of a revoked key, which is none",
        &license,
        around("revoked", &[&former]),
        None,
        &[],
    );
    let heals = former_key().sign(LIST, &{
        let mut claims = list_claims();
        claims["iat"] = json!(NOW);
        claims
    });
    let both = around("revoked", &[&ended, &heals]);
    add(
        "license-status-not-healed-by-revoked-key",
        "valid by the newer list of a revoked key",
        &license,
        both,
        revoked,
        &[],
    );
    let forged = forge.thief.sign_raw(&forge.commercial.header(LIST).to_string(), &{
        let mut claims = list_claims();
        claims["iat"] = json!(NOW);
        claims.to_string()
    });
    let both = lists(&[&ended, &forged]);
    add(
        "license-status-not-healed-by-thief",
        "valid by a newer list that is forged",
        &license,
        both,
        revoked,
        &[],
    );
    let trial = forge.trial.sign(LIST, &{
        let mut claims = list_claims();
        claims["iat"] = json!(NOW);
        claims
    });
    let both = lists(&[&ended, &trial]);
    add(
        "license-status-not-healed-by-trial",
        "valid by a newer list of the trial key",
        &license,
        both,
        revoked,
        &[],
    );
    let ahead = forge.list(|claims| claims["iat"] = json!(NOW + DAY + 1));
    let both = lists(&[&ended, &ahead]);
    add(
        "license-status-not-healed-from-ahead",
        "valid by a list of the day after tomorrow",
        &license,
        both,
        revoked,
        &[],
    );

    // Nothing softens it, and it heals nothing.
    for (softly, day) in [("warn", NOW), ("log", NOW), ("warn", ISSUED + 400 * DAY)] {
        let soft = forge.license(|claims| claims["enforcement"] = json!(softly));
        let when = if day == NOW { String::new() } else { "-expired".to_owned() };
        let about = "ended by its list, which no enforcement softens";
        let name = format!("license-status-{softly}{when}-revoked");
        add(&name, about, &soft, with(&[&ended], json!({"now": day})), revoked, &[]);
        let name = format!("license-status-{softly}{when}-suspended");
        add(
            &name,
            "suspended, which no enforcement softens",
            &soft,
            with(&[&stopped], json!({"now": day})),
            suspended,
            &[],
        );
    }
    let soft = forge.license(|claims| claims["enforcement"] = json!("warn"));
    let late = with(&[&fine], json!({"now": ISSUED + 400 * DAY}));
    let two = [VerdictCode::Expired, VerdictCode::StaleStatus];
    add(
        "license-status-warn-expired-stale",
        "past its end and by a stale list: two warnings",
        &soft,
        late.clone(),
        None,
        &two,
    );
    let grace = with(&[&fine], json!({"now": ISSUED + 370 * DAY}));
    let two = [VerdictCode::Grace, VerdictCode::StaleStatus];
    add(
        "license-status-grace-stale",
        "in its grace and by a stale list: two warnings",
        &license,
        grace,
        None,
        &two,
    );
    add(
        "license-status-expired",
        "past its end, whatever its list says",
        &license,
        late.clone(),
        Some(VerdictCode::Expired),
        &[],
    );
    let late = with(&[&ended], json!({"now": ISSUED + 400 * DAY}));
    add(
        "license-status-expired-revoked",
        "past its end first, and ended",
        &license,
        late,
        Some(VerdictCode::Expired),
        &[],
    );
    let other = with(&[&ended], json!({"product": "other"}));
    add(
        "license-status-wrong-product",
        "of another product first, and ended",
        &license,
        other,
        Some(VerdictCode::WrongProduct),
        &[],
    );
    let named = forge.license(|claims| {
        claims["model"] = json!("named");
        claims["users"] = json!(["anna"]);
    });
    let bo = with(&[&stopped], json!({"user": "bo"}));
    add(
        "license-status-not-assigned",
        "not this user's first, and suspended",
        &named,
        bo,
        Some(VerdictCode::NotAssigned),
        &[],
    );
    let trial = forge.trial.sign(LICENSE, &{
        let mut claims = forge.license_claims();
        claims["edition"] = json!("trial");
        claims
    });
    add(
        "license-status-trial",
        "a trial license, ended by a list of the commercial key",
        &trial,
        lists(&[&ended]),
        revoked,
        &[],
    );

    // In the cloud, where the credential has an entry of its own.
    let (cloud, credential) = (in_container(forge, CLOUD, "cloud"), forge.credential(|_| ()));
    let beside = |list: &String| with(&[list], json!({"credential": credential}));
    let of_credential = |value: u8| forge.naming(&[(418, value)]);
    for (name, about, list, code) in [
        ("valid", "beside its credential, both valid", forge.naming(&[(416, 1), (419, 1)]), None),
        ("revoked", "beside its credential, and ended", ended.clone(), revoked),
        ("credential-revoked", "beside a credential that was ended", of_credential(1), revoked),
        (
            "credential-suspended",
            "beside a credential that was stopped",
            of_credential(2),
            suspended,
        ),
        (
            "credential-three",
            "beside a credential with a value that has no meaning",
            of_credential(3),
            revoked,
        ),
        (
            "both",
            "suspended, beside a credential that was ended: the credential is looked at first",
            forge.naming(&[(417, 2), (418, 1)]),
            revoked,
        ),
    ] {
        add(&format!("license-cloud-status-{name}"), about, &cloud, beside(&list), code, &[]);
    }
    let unbound = beside(&of_credential(1));
    add(
        "license-unbound-status-credential-revoked",
        "bound to nothing: it needs no credential",
        &license,
        unbound,
        None,
        &[],
    );
    let of_other = |idx: u32| {
        forge.credential(|claims| {
            claims["status"]["status_list"] = json!({"idx": idx, "uri": OTHER});
        })
    };
    let second = forge.list(|claims| {
        claims["sub"] = json!(OTHER);
        claims["exp"] = json!(NOW);
    });
    let around = |idx: u32| with(&[&fine, &second], json!({"credential": of_other(idx)}));
    let name = "license-cloud-status-credential-stale";
    add(
        name,
        "beside a credential whose own list is stale",
        &cloud,
        around(7),
        None,
        &[VerdictCode::StaleStatus],
    );
    let name = "license-cloud-status-credential-beyond";
    add(
        name,
        "beside a credential with an index beyond its list",
        &cloud,
        around(512),
        beyond,
        &[],
    );
    let both = with(&[&stale], json!({"credential": credential}));
    let name = "license-cloud-status-both-stale";
    add(
        name,
        "both by one stale list, which is told once",
        &cloud,
        both,
        None,
        &[VerdictCode::StaleStatus],
    );
    let strange = forge.credential(|claims| claims["container"]["serial"] = json!("K-22222-22224"));
    let strange = with(&[&of_credential(1)], json!({"credential": strange}));
    let name = "license-cloud-status-another";
    add(
        name,
        "beside another container's credential first, which was ended",
        &cloud,
        strange,
        Some(VerdictCode::WrongContainer),
        &[],
    );

    // Credentials.
    for (name, about, list, code, warnings) in [
        ("valid", "valid by its list", forge.naming(&[(417, 1)]), None, [].as_slice()),
        ("revoked", "ended by its list", of_credential(1), revoked, &[]),
        ("suspended", "suspended by its list", of_credential(2), suspended, &[]),
        ("three", "with a value that has no meaning", of_credential(3), revoked, &[]),
        ("beyond", "with an index beyond its list", sized(forge, 104), beyond, &[]),
        ("stale", "valid by a stale list", forge.stale(&[]), None, &[VerdictCode::StaleStatus]),
        ("stale-revoked", "ended by a stale list", forge.stale(&[(418, 1)]), revoked, &[]),
    ] {
        add(
            &format!("credential-status-{name}"),
            about,
            &credential,
            lists(&[&list]),
            code,
            warnings,
        );
    }
    let over = forge.credential(|claims| claims["exp"] = json!(NOW));
    add(
        "credential-status-expired",
        "past its end, whatever its list says",
        &over,
        lists(&[&fine]),
        Some(VerdictCode::Expired),
        &[],
    );
    let turned = lists(&[&forge.later(&[(418, 1)]), &forge.naming(&[])]);
    add(
        "credential-status-newer-revoked",
        "valid once, and ended by now",
        &credential,
        turned,
        revoked,
        &[],
    );
}

/// A list of four bits with this value for the license.
fn four_bits(forge: &Forge, value: u8) -> String {
    forge.list(|claims| {
        let mut bytes = vec![0; 256];
        bytes[208] = value << 4;
        claims["status_list"] = json!({"bits": 4, "lst": lst(&zipped(&bytes))});
    })
}

/// A list of so many bytes, all valid.
fn sized(forge: &Forge, len: usize) -> String {
    forge.list(|claims| claims["status_list"]["lst"] = lst(&zipped(&vec![0; len])))
}

/// Updates that bring lists.
pub fn update_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let mut add = |name: &str, about: &str, text: String, code: Option<VerdictCode>| {
        let clash = cases
            .insert(format!("update-status-{name}"), case(&text, &json!({}), code, None, about));
        assert!(clash.is_none(), "{name} stands twice");
    };
    let brings = |lists: &[String]| forge.update(|claims| claims["status"] = json!(lists));
    let good = forge.list(|_| ());
    let numbered = |n: usize| {
        forge.list(|claims| {
            claims["sub"] = json!(format!("https://acme.example/licensing/status/{n}"));
        })
    };
    let many = |most: usize| (1..=most).map(numbered).collect::<Vec<_>>();
    add("valid", "with the list that its license names", brings(std::slice::from_ref(&good)), None);
    add("valid-sixteen", "with as many lists as it may bring", brings(&many(16)), None);
    let ended = forge.naming(&[(417, 1)]);
    add(
        "valid-revoked",
        "with a list that ends its license: the container keeps both",
        brings(&[ended]),
        None,
    );
    add("valid-stale", "with a stale list", brings(&[forge.stale(&[])]), None);
    add("seventeen", "with a list too many", brings(&many(17)), Some(VerdictCode::Malformed));
    let (signed, signature) = good.rsplit_once('.').expect("three parts");
    let other = forge.naming(&[]);
    let changed = format!("{}.{signature}", other.rsplit_once('.').expect("three parts").0);
    let mut one_bad = many(16);
    one_bad[11] = format!("{signed}.{}", "A".repeat(86));
    let lists = |change: &dyn Fn(&mut Value)| forge.list(|claims| change(claims));
    for (name, about, texts, code) in [
        ("changed", "with a list that was changed", vec![changed], VerdictCode::BadSignature),
        (
            "one-bad-of-sixteen",
            "with one bad list among sixteen",
            one_bad,
            VerdictCode::BadSignature,
        ),
        (
            "by-trial",
            "with a list of the trial key",
            vec![forge.trial.sign(LIST, &list_claims())],
            VerdictCode::EditionMismatch,
        ),
        (
            "by-thief",
            "with a list of an unknown key",
            vec![forge.thief.sign(LIST, &list_claims())],
            VerdictCode::UnknownKey,
        ),
        (
            "is-a-license",
            "with a license where a list is",
            vec![forge.license(|_| ())],
            VerdictCode::WrongType,
        ),
        (
            "is-an-update",
            "with an update where a list is",
            vec![forge.update(|_| ())],
            VerdictCode::WrongType,
        ),
        (
            "words",
            "with words where a list is",
            vec!["not a list".to_owned()],
            VerdictCode::Malformed,
        ),
        ("empty", "with nothing where a list is", vec![String::new()], VerdictCode::Malformed),
        (
            "wrong-issuer",
            "with a list of another issuer",
            vec![lists(&|it| it["iss"] = json!("https://other.example"))],
            VerdictCode::WrongIssuer,
        ),
        (
            "live",
            "with a live list",
            vec![lists(&|it| it["test"] = json!(false))],
            VerdictCode::TestFile,
        ),
        (
            "in-future",
            "with a list from the day after tomorrow",
            vec![lists(&|it| it["iat"] = json!(NOW + DAY + 1))],
            VerdictCode::NotYetValid,
        ),
        (
            "three-bits",
            "with a list of three bits",
            vec![lists(&|it| it["status_list"]["bits"] = json!(3))],
            VerdictCode::Malformed,
        ),
        (
            "byte-too-many",
            "with a list of a byte too many",
            vec![sized(forge, 262_145)],
            VerdictCode::TooLarge,
        ),
    ] {
        add(name, about, brings(&texts), Some(code));
    }
    for (name, about, value) in [
        ("as-text", "with a text where lists are", json!(good)),
        ("as-object", "with claims where texts are", json!([list_claims()])),
        ("null", "with null where lists are", Value::Null),
    ] {
        add(
            name,
            about,
            forge.update(|claims| claims["status"] = value),
            Some(VerdictCode::Malformed),
        );
    }
    let by_former = former_key().sign(LIST, &list_claims());
    let with = |state: &str| {
        forge.update(|claims| {
            claims["keyset"] = json!(with_former(forge, state));
            claims["status"] = json!([by_former]);
        })
    };
    add("valid-other-key", "with a list of another key than its own", with("active"), None);
    add(
        "revoked-key",
        "with a list of a key that its key set revokes",
        with("revoked"),
        Some(VerdictCode::RevokedKey),
    );
    let scoped =
        forge.keyset(|set| set["keys"][0]["scope"] = json!({"kinds": ["license", "update"]}));
    let scoped = forge.update(|claims| {
        claims["keyset"] = json!(scoped);
        claims["status"] = json!([good]);
    });
    add(
        "kind-outside-scope",
        "with a list by a key that signs none",
        scoped,
        Some(VerdictCode::OutOfScope),
    );
    let raw = forge.update_claims().to_string().replacen('{', r#"{"status":[],"status":[],"#, 1);
    let twice = forge.commercial.sign_raw(&forge.commercial.header(UPDATE).to_string(), &raw);
    add("twice", "whose lists stand twice", twice, Some(VerdictCode::Malformed));
}

/// What a container's folder keeps: of each list that its licenses name the newest.
pub fn folder_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let own = own_key();
    let private = json!({"kty": "OKP", "crv": "Ed25519", "x": own.x, "d": URL_SAFE_NO_PAD.encode(own.pair.to_bytes())});
    let under = |counter: u32, lists: &[&String], keyset: &String| {
        forge.update(|claims| {
            claims["keyset"] = json!(keyset);
            claims["sub"] = json!(DEVICE);
            claims["key"] = json!(own.kid);
            claims["counter"] = json!(counter);
            claims["licenses"] = json!([on_device(
                forge,
                "device",
                &json!({"properties": computer(), "minimum": 2, "key": own.kid})
            )]);
            if !lists.is_empty() {
                claims["status"] = json!(lists);
            }
        })
    };
    let set = forge.keyset(|_| ());
    let by = |counter: u32, lists: &[&String]| under(counter, lists, &set);
    let mut add = |name: &str,
                   about: &str,
                   text: &str,
                   (at, here): (Option<&String>, &[&String]),
                   code: Option<VerdictCode>,
                   warning: Option<VerdictCode>| {
        let around = json!({"folder": {"key": private, "root": forge.root.kid, "update": at, "status": here}});
        let clash = cases
            .insert(format!("container-status-{name}"), case(text, &around, code, warning, about));
        assert!(clash.is_none(), "{name} stands twice");
    };
    let (revoked, suspended, stale) =
        (Some(VerdictCode::Revoked), Some(VerdictCode::Suspended), Some(VerdictCode::StaleStatus));
    let (fine, ended, stopped) =
        (forge.naming(&[]), forge.naming(&[(417, 1)]), forge.naming(&[(417, 2)]));
    let (later, later_ended) = (forge.later(&[]), forge.later(&[(417, 1)]));
    let (at, next) = (by(7, &[]), by(8, &[]));

    add(
        "brings",
        "an update with a list by which its license is valid",
        &by(7, &[&fine]),
        (None, &[]),
        None,
        None,
    );
    add(
        "brings-end",
        "one with a list that ends its license",
        &by(7, &[&ended]),
        (None, &[]),
        revoked,
        None,
    );
    add(
        "brings-suspension",
        "one with a list that suspends it",
        &by(7, &[&stopped]),
        (None, &[]),
        suspended,
        None,
    );
    add(
        "brings-stale",
        "one with a stale list",
        &by(7, &[&forge.stale(&[])]),
        (None, &[]),
        None,
        stale,
    );
    add(
        "keeps",
        "one without a list: the container keeps its own",
        &next,
        (Some(&at), &[&ended]),
        revoked,
        None,
    );
    let (newer, older) = (by(8, &[&later_ended]), by(8, &[&fine]));
    add(
        "newer-counts",
        "one with a newer list, which counts",
        &newer,
        (Some(&at), &[&fine]),
        revoked,
        None,
    );
    let newer = by(8, &[&later]);
    add(
        "newer-takes-back",
        "one with a newer list, which takes back",
        &newer,
        (Some(&at), &[&stopped]),
        None,
        None,
    );
    add(
        "older-is-ignored",
        "one with an older list",
        &older,
        (Some(&at), &[&later_ended]),
        revoked,
        None,
    );
    let older = by(8, &[&ended]);
    add(
        "older-ends-nothing",
        "one with an older list that ended it",
        &older,
        (Some(&at), &[&later]),
        None,
        None,
    );
    let both = by(8, &[&later_ended, &fine]);
    add(
        "two-of-one",
        "one with two lists of a URI, the newer first",
        &both,
        (Some(&at), &[]),
        revoked,
        None,
    );
    let unnamed = forge.list(|claims| {
        claims["sub"] = json!(OTHER);
        claims["status_list"] = packed(2, &[(417, 1)]);
    });
    add(
        "unnamed",
        "one with a list that its license does not name",
        &by(8, &[&unnamed]),
        (Some(&at), &[]),
        None,
        None,
    );
    add(
        "here-too-short",
        "one without a list: the container's is too short",
        &next,
        (Some(&at), &[&sized(forge, 104)]),
        Some(VerdictCode::OutOfRange),
        None,
    );

    // One that is no good leaves all as it was.
    let (signed, _) = fine.rsplit_once('.').expect("three parts");
    let bad = by(8, &[&format!("{signed}.{}", "A".repeat(86))]);
    add(
        "bad",
        "one with a bad list",
        &bad,
        (Some(&at), &[&fine]),
        Some(VerdictCode::BadSignature),
        None,
    );
    let many: Vec<String> =
        (1..=17).map(|n| forge.list(|claims| claims["sub"] = json!(format!("{URI}{n}")))).collect();
    let many = by(8, &many.iter().collect::<Vec<_>>());
    add(
        "seventeen",
        "one with a list too many",
        &many,
        (Some(&at), &[]),
        Some(VerdictCode::Malformed),
        None,
    );

    // Changes that a person makes in the folder.
    let brought = by(7, &[&ended]);
    add(
        "taken-away",
        "the lists beside its update were taken away, not those in it",
        &brought,
        (Some(&brought), &[]),
        revoked,
        None,
    );
    add(
        "taken-away-before-next",
        "the same, and the next one has none",
        &next,
        (Some(&brought), &[]),
        revoked,
        None,
    );
    let here = [&fine];
    let newer = by(7, &[&later_ended]);
    add(
        "exchanged",
        "an older list was put in place of its own",
        &next,
        (Some(&newer), &here),
        revoked,
        None,
    );
    let broken = format!("{signed}.AAAA");
    add(
        "edited-heals",
        "its list was edited: the next update heals it",
        &by(8, &[&later]),
        (Some(&at), &[&broken]),
        None,
        None,
    );

    // A list whose key was revoked since is none any more.
    let mut former = list_claims();
    former["status_list"] = packed(2, &[(417, 1)]);
    let former = former_key().sign(LIST, &former);
    let (before, kept) = (
        under(7, &[], &with_former(forge, "active")),
        under(8, &[], &with_former(forge, "active")),
    );
    add(
        "other-key",
        "one without a list: its own is of another key",
        &kept,
        (Some(&before), &[&former]),
        revoked,
        None,
    );
    let after = under(8, &[], &with_former(forge, "revoked"));
    let name = "other-key-revoked";
    add(
        name,
        "one that revokes the key of its list, which is forgotten",
        &after,
        (Some(&before), &[&former]),
        None,
        None,
    );
    let again = under(8, &[&ended], &with_former(forge, "revoked"));
    let name = "other-key-revoked-again";
    add(
        name,
        "the same with a list of a key that is good",
        &again,
        (Some(&before), &[&former]),
        revoked,
        None,
    );
}

/// A customer owns the folder and can put another root and key set into it, in which the
/// vendor's key stands too.
#[test]
fn a_list_of_the_customers_own_takes_nothing_back_that_the_vendors_says() {
    let forge = Forge::new();
    let set = |text: &str, root: &Key| {
        KeySet::open(text.as_bytes(), &Trust::new(&root.kid, NOW).allow_test()).expect("a key set")
    };
    let vendors = set(&forge.keyset(|_| ()), &forge.root);
    let own = forge.thief.sign(KEYSET, &{
        let mut claims = forge.keyset_claims();
        claims["root"] = forge.thief.jwk();
        claims["keys"].as_array_mut().expect("keys").push(forge.record(
            &former_key(),
            "own",
            "commercial",
        ));
        claims
    });
    let own = set(&own, &forge.thief);
    let list = |key: &Key, iat: i64, entry: u8| {
        let mut claims = list_claims();
        claims["iat"] = json!(iat);
        claims["status_list"] = packed(2, &[(417, entry)]);
        key.sign(LIST, &claims)
    };
    let ended = vendors
        .status_list(list(&forge.commercial, ISSUED, 1).as_bytes(), NOW)
        .expect("the vendor's");
    let healed = own
        .status_list(list(&former_key(), NOW, 0).as_bytes(), NOW)
        .expect("a list of the customer");
    let license =
        forge.license(|claims| claims["status"] = json!({"status_list": {"idx": 417, "uri": URI}}));
    for both in [[&ended, &healed], [&healed, &ended]] {
        let mut statuses = Statuses::new();
        assert!(both.into_iter().all(|token| statuses.add(token.clone())));
        let judged = vendors.license(
            license.as_bytes(),
            &Policy::at(NOW).binding(Binding::Unchecked).statuses(&statuses),
        );
        assert_eq!(judged.map(drop).map_err(|error| error.code), Err(VerdictCode::Revoked));
    }
    // The list of the customer alone ends nothing of the vendor's, and is no list at hand.
    let mut statuses = Statuses::new();
    statuses.add(
        own.status_list(list(&former_key(), NOW, 1).as_bytes(), NOW)
            .expect("a list of the customer"),
    );
    assert!(
        vendors
            .license(
                license.as_bytes(),
                &Policy::at(NOW).binding(Binding::Unchecked).statuses(&statuses)
            )
            .is_ok()
    );
}
