//! The comparison of the keys in the database with a key set that the root key signed. The key set
//! is the fact: a person who can write the database file can change a row, but cannot sign.

use licentia_runtime::{Jwk, KeyRecord, KeySetClaims, thumbprint};
use serde_json::{Map, Value};

use crate::domain::audit::statement::{MemberDifference, differences_in_clear};
use crate::domain::key::{Key, Role};
use crate::domain::name::count_of;
use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// The members of a key that the key set and the database both state.
const MEMBERS: [&str; 8] =
    ["name", "edition", "state", "x", "not_after", "retired_at", "revoked_at", "scope"];

/// A difference between a key in the database and the signed key set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDifference {
    /// The name of the key in the database, otherwise in the key set.
    pub key: String,
    /// The difference, a clause without a subject: `is not in the key set`.
    pub text: String,
}

/// Returns the record of a signing key in a key set. The root key has none.
pub fn record(key: &Key) -> Option<KeyRecord> {
    let Jwk { kty, crv, x } = Jwk::ed25519(&key.x);
    Some(KeyRecord {
        kid: key.kid.clone(),
        kty,
        crv,
        x,
        name: key.name.to_string(),
        edition: key.edition?,
        state: key.state,
        not_before: None,
        not_after: key.limits.not_after,
        retired_at: key.retired_at,
        revoked_at: key.revoked_at,
        scope: key.limits.scope.clone(),
    })
}

/// Returns the differences between the keys in the database and a signed key set, key by key.
pub fn differences(keys: &[Key], signed: &KeySetClaims) -> Vec<KeyDifference> {
    let mut found: Vec<KeyDifference> =
        keys.iter().flat_map(|key| differences_of(key, signed)).collect();
    let is_stored = |record: &&KeyRecord| keys.iter().any(|key| key.kid == record.kid);
    found.extend(signed.keys.iter().filter(|record| !is_stored(record)).map(|record| {
        KeyDifference { key: record.name.clone(), text: "is not in the database".to_owned() }
    }));
    found
}

/// Returns the differences between one key in the database and a signed key set.
pub fn differences_of(key: &Key, signed: &KeySetClaims) -> Vec<KeyDifference> {
    let difference = |text: String| KeyDifference { key: key.name.to_string(), text };
    if key.role == Role::Root {
        let root = thumbprint(&signed.root.x);
        let is_same = key.kid == root && key.x == signed.root.x;
        let text = format!("has the thumbprint {}; the key set has root key {root}", key.kid);
        return (!is_same).then(|| difference(text)).into_iter().collect();
    }
    let Some(published) = signed.keys.iter().find(|record| record.kid == key.kid) else {
        return vec![difference("is not in the key set".to_owned())];
    };
    let (stored, published) = (record(key).as_ref().map(members), members(published));
    let stored = stored.unwrap_or_default();
    MEMBERS
        .iter()
        .filter(|member| stored.get(**member) != published.get(**member))
        .map(|member| {
            let value = |members: &Map<String, Value>| {
                members.get(*member).map_or_else(|| "none".to_owned(), Value::to_string)
            };
            difference(format!(
                "has {member} {} in the database, but {} in the key set",
                value(&stored),
                value(&published)
            ))
        })
        .collect()
}

/// Returns the members in which a key in the database differs from its record in a key set.
pub fn member_differences(key: &Key, published: &KeyRecord) -> Vec<MemberDifference> {
    let of = |record: &KeyRecord| {
        let mut members = members(record);
        members.retain(|member, _| MEMBERS.contains(&member.as_str()));
        members
    };
    let stored = record(key).as_ref().map(of).unwrap_or_default();
    differences_in_clear(&stored, &of(published))
}

/// Returns the members of a record. Members without a value are absent.
fn members(record: &KeyRecord) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

/// Refuses keys that differ from a signed key set.
///
/// # Errors
///
/// `tampered` with all differences.
pub fn check(differences: &[KeyDifference], version: u64) -> Result<(), Error> {
    if differences.is_empty() {
        return Ok(());
    }
    let lines: String =
        differences.iter().map(|it| format!("\n  key {} {}", it.key, it.text)).collect();
    let message = format!(
        "the database was changed: {} from version {version} of the key set, which the root key \
         signed:{lines}",
        count_of(differences.len(), "difference")
    );
    let subject = "keys".to_owned();
    Err(Error::new(ErrorCode::Tampered, message).remedy(Remedy::RepairRecord { subject }))
}

/// Returns the error for keys that another program changed.
pub fn tampered(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::Tampered, message)
        .advice("no file was signed or published; compare the database with a backup")
}

#[cfg(test)]
mod tests {
    use licentia_runtime::{Edition, FORMAT, KeyState, Scope};

    use super::*;
    use crate::domain::key::Limits;
    use crate::domain::name::Slug;

    /// Returns a key whose public key is a repeated character.
    fn key(name: &str, x: char, edition: Option<Edition>) -> Key {
        let x = x.to_string().repeat(43);
        let (name, at) = (Slug::stored(name.to_owned()), "2026-11-21T10:00:00Z");
        Key::new(name, &thumbprint(&x), &x, edition, Limits::default(), at)
    }

    fn keys() -> Vec<Key> {
        vec![
            key("root", 'A', None),
            key("commercial", 'B', Some(Edition::Commercial)),
            key("trial", 'C', Some(Edition::Trial)),
        ]
    }

    fn signed() -> KeySetClaims {
        KeySetClaims {
            iss: "urn:acme".into(),
            jti: "1".into(),
            iat: 0,
            exp: None,
            fmt: FORMAT,
            test: true,
            version: 3,
            root: Jwk::ed25519("A".repeat(43)),
            transitions: Vec::new(),
            keys: keys().iter().filter_map(record).collect(),
        }
    }

    #[test]
    fn equal_keys_have_no_difference() {
        assert_eq!(differences(&keys(), &signed()), []);
        assert_eq!(check(&[], 3), Ok(()));
    }

    #[test]
    fn each_edited_member_is_a_difference() {
        type Edit = fn(&mut Vec<Key>);
        let edits: [(&str, Edit); 11] = [
            ("key trial has name", |keys| keys[2].name = Slug::stored("demo".into())),
            ("key trial has edition", |keys| keys[2].edition = Some(Edition::Commercial)),
            ("key trial has state", |keys| keys[2].state = KeyState::Revoked),
            ("key trial has x", |keys| keys[2].x = "D".repeat(43)),
            ("key trial has not_after", |keys| keys[2].limits.not_after = Some(1)),
            ("key trial has retired_at", |keys| keys[2].retired_at = Some(1)),
            ("key trial has revoked_at", |keys| keys[2].revoked_at = Some(1)),
            ("key trial has scope", |keys| {
                keys[2].limits.scope = Scope { max_seats: Some(1), ..Scope::default() };
            }),
            ("key root has the thumbprint", |keys| keys[0].kid = "E".repeat(43)),
            ("key new is not in the key set", |keys| {
                keys.push(key("new", 'F', Some(Edition::Trial)));
            }),
            ("key trial is not in the database", |keys| drop(keys.pop())),
        ];
        for (start, edit) in edits {
            let mut keys = keys();
            edit(&mut keys);
            let found = differences(&keys, &signed());
            let error = check(&found, 3).expect_err(start);
            assert_eq!((error.code, found.len()), (ErrorCode::Tampered, 1), "{start}");
            let line = format!("key {} {}", found[0].key, found[0].text);
            let start = start.replace("key trial has name", "key demo has name");
            assert!(line.starts_with(&start) && error.message.contains(&line), "{line}");
        }
    }
}
