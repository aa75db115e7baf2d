//! The personal values of audit entries: texts that a person typed or that identify a person. An
//! entry contains only SHA-256(salt ‖ text) of each, so that the text can be erased later without a
//! break of the chain. The text and its salt are rows of `audit_person`. `docs/reference/audit.md`
//! describes the form.

use std::collections::{BTreeSet, HashMap};
use std::fmt;

use serde::ser::SerializeMap as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

/// The only member of a personal value before it is hashed. No code, and therefore no member of a
/// map with typed names, contains a dollar sign.
const MARK: &str = "$personal";

/// The only member of a hashed value.
const HASH: &str = "$sha256";

/// The text that replaces an erased value in answers.
pub const ERASED: &str = "erased";

/// The random bytes that are hashed before a text.
pub type Salt = [u8; 16];

/// A personal value in the detail of an audit entry. The entry contains the hash of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Personal<T>(pub T);

impl<T: fmt::Display> Serialize for Personal<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(MARK, &self.0.to_string())?;
        map.end()
    }
}

/// A hashed value in the text of an entry: `{"$sha256": "…"}`, base64url.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HashedValue {
    /// SHA-256(salt ‖ text), base64url.
    #[serde(rename = "$sha256")]
    pub sha256: String,
}

impl HashedValue {
    /// Returns the hashed form of a text.
    pub fn of(salt: &Salt, text: &str) -> HashedValue {
        let hash = Sha256::new().chain_update(salt).chain_update(text).finalize();
        HashedValue { sha256: base64url(&hash) }
    }
}

/// Returns bytes in base64url without padding, the form of bytes in entries.
pub fn base64url(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}

/// A personal value with its salt, which is stored beside the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaltedValue {
    /// The salt.
    pub salt: Salt,
    /// The text.
    pub text: String,
}

impl SaltedValue {
    /// Returns the hashed form.
    pub fn hashed(&self) -> HashedValue {
        HashedValue::of(&self.salt, &self.text)
    }
}

/// Returns a detail with the texts of its personal values in clear, as people see it.
pub fn in_clear(detail: &Value) -> Value {
    mapped(detail, &mut |member| match member {
        Member::Marked(text) => Some(text.into()),
        Member::Hashed(_) => None,
    })
}

/// Returns a value, in clear, whose texts are all personal.
pub fn all_personal(value: &Value) -> Value {
    match value {
        Value::String(text) => serde_json::to_value(Personal(text)).unwrap_or_default(),
        Value::Array(items) => items.iter().map(all_personal).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (name.clone(), all_personal(member)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// The texts of one entry and the order in which they are first named. Equal texts have one salt.
#[derive(Debug, Default)]
pub(super) struct Texts {
    order: Vec<String>,
    places: HashMap<String, usize>,
}

impl Texts {
    /// Adds a text.
    pub(super) fn add(&mut self, text: &str) {
        if !self.places.contains_key(text) {
            self.places.insert(text.to_owned(), self.order.len());
            self.order.push(text.to_owned());
        }
    }

    /// Adds the personal values of a detail.
    pub(super) fn add_all(&mut self, detail: &Value) {
        mapped(detail, &mut |member| {
            if let Member::Marked(text) = member {
                self.add(text);
            }
            None
        });
    }

    /// Returns the number of texts.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// Returns the salted values, with one salt for each text.
    pub(super) fn salted(self, salts: &[Salt]) -> SaltedTexts {
        let values = self.order.into_iter().zip(salts);
        let values = values.map(|(text, salt)| SaltedValue { salt: *salt, text }).collect();
        SaltedTexts { values, places: self.places }
    }
}

/// The salted texts of one entry, in the order of the entry.
#[derive(Debug)]
pub(super) struct SaltedTexts {
    pub(super) values: Vec<SaltedValue>,
    places: HashMap<String, usize>,
}

impl SaltedTexts {
    /// Returns the hashed form of a text of the entry.
    pub(super) fn hashed(&self, text: &str) -> HashedValue {
        let place = self.places.get(text).and_then(|place| self.values.get(*place));
        place.map_or_else(|| HashedValue::of(&[0; 16], text), SaltedValue::hashed)
    }

    /// Returns a detail with hashes in place of its personal values.
    pub(super) fn hash_all(&self, detail: &Value) -> Value {
        mapped(detail, &mut |member| match member {
            Member::Marked(text) => serde_json::to_value(self.hashed(text)).ok(),
            Member::Hashed(_) => None,
        })
    }
}

/// The personal values of one entry that are not erased, by their hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonalValues {
    texts: HashMap<String, String>,
}

/// The result of a comparison of a stored value with a member of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The values are equal.
    Equal,
    /// The values differ.
    Different,
    /// The member contains a personal value that was erased, and all other parts are equal.
    Erased,
}

impl PersonalValues {
    /// Returns the values of an entry. A value that does not belong to the entry is found under no
    /// hash of it.
    pub fn of(values: impl IntoIterator<Item = SaltedValue>) -> PersonalValues {
        let values = values.into_iter();
        let texts = values.map(|value| (value.hashed().sha256, value.text)).collect();
        PersonalValues { texts }
    }

    /// Returns the text of a hashed value; `None` if it was erased.
    pub fn text(&self, hashed: &HashedValue) -> Option<&str> {
        self.find(&hashed.sha256)
    }

    /// Returns a part of an entry with the texts in place of the hashes, and [`ERASED`] in place of
    /// an erased value.
    pub fn resolve(&self, part: &Value) -> Value {
        mapped(part, &mut |member| match member {
            Member::Hashed(hash) => Some(self.find(hash).unwrap_or(ERASED).into()),
            Member::Marked(_) => None,
        })
    }

    /// Returns whether a part of an entry contains a value that was erased.
    pub fn has_erased(&self, part: &Value) -> bool {
        let mut is_erased = false;
        mapped(part, &mut |member| {
            if let Member::Hashed(hash) = member {
                is_erased |= self.find(hash).is_none();
            }
            None
        });
        is_erased
    }

    /// Compares a stored value, in clear, with a member of an entry, whose personal values are
    /// hashed. An absent member and an empty value are `null`.
    pub fn compare(&self, stored: &Value, member: &Value) -> Comparison {
        if let Some(Member::Hashed(hash)) = Member::of(member) {
            return match self.find(hash) {
                None => Comparison::Erased,
                Some(text) => Comparison::of(stored.as_str() == Some(text)),
            };
        }
        match (stored, member) {
            (Value::Array(stored), Value::Array(members)) if stored.len() == members.len() => {
                let pairs = stored.iter().zip(members);
                Comparison::all(pairs.map(|(stored, member)| self.compare(stored, member)))
            }
            (Value::Object(stored), Value::Object(members)) => {
                let names: BTreeSet<&String> = stored.keys().chain(members.keys()).collect();
                let value = |map: &Map<String, Value>, name: &str| {
                    map.get(name).cloned().unwrap_or_default()
                };
                Comparison::all(
                    names
                        .into_iter()
                        .map(|name| self.compare(&value(stored, name), &value(members, name))),
                )
            }
            (stored, member) => Comparison::of(stored == member),
        }
    }

    fn find(&self, hash: &str) -> Option<&str> {
        self.texts.get(hash).map(String::as_str)
    }
}

impl Comparison {
    fn of(is_equal: bool) -> Comparison {
        if is_equal { Comparison::Equal } else { Comparison::Different }
    }

    fn all(parts: impl Iterator<Item = Comparison>) -> Comparison {
        parts.fold(Comparison::Equal, |all, part| match (all, part) {
            (Comparison::Different, _) | (_, Comparison::Different) => Comparison::Different,
            (Comparison::Erased, _) | (_, Comparison::Erased) => Comparison::Erased,
            (Comparison::Equal, Comparison::Equal) => Comparison::Equal,
        })
    }
}

/// Adds the hashes of the hashed values in a part of an entry that are not in the list yet, in
/// their order.
pub(super) fn add_hashes(part: &Value, hashes: &mut Vec<String>) {
    let mut known: BTreeSet<String> = hashes.iter().cloned().collect();
    mapped(part, &mut |member| {
        if let Member::Hashed(hash) = member
            && known.insert(hash.to_owned())
        {
            hashes.push(hash.to_owned());
        }
        None
    });
}

/// A personal value in a detail.
enum Member<'a> {
    /// The text, before it is hashed.
    Marked(&'a str),
    /// The hash.
    Hashed(&'a str),
}

impl Member<'_> {
    /// Returns the personal value that a JSON value is.
    fn of(value: &Value) -> Option<Member<'_>> {
        let members = value.as_object().filter(|members| members.len() == 1)?;
        let (name, value) = members.iter().next()?;
        let text = value.as_str()?;
        match name.as_str() {
            MARK => Some(Member::Marked(text)),
            HASH => Some(Member::Hashed(text)),
            _ => None,
        }
    }
}

/// Returns a JSON value in which each personal value has its replacement, if it has one.
fn mapped(value: &Value, replace: &mut dyn FnMut(Member<'_>) -> Option<Value>) -> Value {
    if let Some(member) = Member::of(value) {
        return replace(member).unwrap_or_else(|| value.clone());
    }
    match value {
        Value::Array(items) => items.iter().map(|item| mapped(item, replace)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (name.clone(), mapped(member, replace)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn personal(text: &str) -> Value {
        serde_json::to_value(Personal(text)).expect("JSON")
    }

    fn hashed(detail: &Value) -> (Value, Vec<SaltedValue>) {
        let mut texts = Texts::default();
        texts.add_all(detail);
        let salts: Vec<Salt> =
            (1..=texts.len()).map(|number| [u8::try_from(number).expect("few"); 16]).collect();
        let salted = texts.salted(&salts);
        (salted.hash_all(detail), salted.values)
    }

    #[test]
    fn a_hashed_value_is_the_sha256_of_its_salt_and_its_text() {
        assert_eq!(
            serde_json::to_value(HashedValue::of(&[7; 16], "Änne")).expect("JSON"),
            json!({"$sha256": base64url(&Sha256::digest([&[7; 16][..], "Änne".as_bytes()].concat()))})
        );
    }

    #[test]
    fn every_personal_value_is_hashed_and_equal_texts_have_one_salt() {
        let detail = json!({
            "users": [personal("anna"), personal("bo")],
            "reason": {"from": null, "to": personal("anna")},
            "seats": 3,
        });
        let (text, values) = hashed(&detail);
        assert!(!text.to_string().contains("anna") && !text.to_string().contains("$personal"));
        assert_eq!(values.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["anna", "bo"]);
        assert_eq!(text["users"][0], text["reason"]["to"]);
        let mut hashes = Vec::new();
        add_hashes(&text, &mut hashes);
        assert_eq!(hashes, values.iter().map(|it| it.hashed().sha256).collect::<Vec<_>>());
        assert_eq!(PersonalValues::of(values).resolve(&text), in_clear(&detail));
    }

    #[test]
    fn an_erased_value_is_named_so_and_other_values_stay() {
        let (text, mut values) = hashed(&json!([personal("anna"), personal("bo")]));
        values.remove(0);
        assert_eq!(PersonalValues::of(values).resolve(&text), json!(["erased", "bo"]));
    }

    #[test]
    fn a_stored_value_is_compared_with_a_hashed_member() {
        let (text, values) =
            hashed(&json!({"users": [personal("anna"), personal("bo")], "seats": 2, "note": null}));
        let all = PersonalValues::of(values.clone());
        let none = PersonalValues::default();
        for (stored, with_all, with_none) in [
            (json!({"users": ["anna", "bo"], "seats": 2}), Comparison::Equal, Comparison::Erased),
            (
                json!({"users": ["anna", "cy"], "seats": 2}),
                Comparison::Different,
                Comparison::Erased,
            ),
            (
                json!({"users": ["anna", "bo"], "seats": 3}),
                Comparison::Different,
                Comparison::Different,
            ),
            (json!({"users": ["anna"], "seats": 2}), Comparison::Different, Comparison::Different),
            (
                json!({"users": ["anna", "bo"], "seats": 2, "label": "x"}),
                Comparison::Different,
                Comparison::Different,
            ),
        ] {
            assert_eq!(all.compare(&stored, &text), with_all, "{stored}");
            assert_eq!(none.compare(&stored, &text), with_none, "{stored}");
        }
        // A value of another entry, or a changed one, is found under no hash.
        let changed = values.into_iter().map(|it| SaltedValue { text: "x".into(), ..it });
        assert_eq!(
            PersonalValues::of(changed).compare(&json!("anna"), &text["users"][0]),
            Comparison::Erased
        );
    }
}
