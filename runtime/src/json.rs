//! Strict JSON. A repeated member is refused at every depth, because two readers can use different
//! values (RFC 8259, section 4).

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::code::{VerdictCode, VerifyError};

/// The number of members up to which a linear search is faster than hashing.
const FEW: usize = 24;

/// Parses a JSON object of the given type. Repeated members are refused, unknown members are
/// ignored.
pub(crate) fn parse<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    object: &str,
) -> Result<T, VerifyError> {
    unique(bytes, object)?;
    typed(bytes, object)
}

/// Refuses input that is not one JSON object, or that has a repeated member at any depth.
pub(crate) fn unique(bytes: &[u8], what: &str) -> Result<(), VerifyError> {
    object(bytes).map_err(|_| {
        VerifyError::new(VerdictCode::Malformed, format!("{what} is not a JSON object"))
    })?;
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    Unique
        .deserialize(&mut reader)
        .and_then(|()| reader.end())
        .map_err(|error| refuse(&error, what))
}

/// Refuses input that cannot be a JSON object, because serde also reads a struct from an array.
pub(crate) fn object(bytes: &[u8]) -> Result<(), VerifyError> {
    let first = bytes.first() == Some(&b'{');
    first.then_some(()).ok_or_else(|| VerifyError::new(VerdictCode::Malformed, "not a JSON object"))
}

/// Parses bytes that passed [`unique`].
pub(crate) fn typed<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    object: &str,
) -> Result<T, VerifyError> {
    serde_json::from_slice(bytes).map_err(|error| refuse(&error, object))
}

fn refuse(error: &serde_json::Error, object: &str) -> VerifyError {
    VerifyError::new(VerdictCode::Malformed, format!("{object} cannot be read: {error}"))
}

struct Unique;

impl<'de> DeserializeSeed<'de> for Unique {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(Unique)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Unique)?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut few: Vec<Cow<'de, str>> = Vec::with_capacity(8);
        let mut many: HashSet<Cow<'de, str>> = HashSet::new();
        while let Some(Name(name)) = map.next_key()? {
            let fresh = if few.len() < FEW {
                !few.contains(&name)
            } else {
                !few.contains(&name) && many.insert(name.clone())
            };
            if !fresh {
                return Err(de::Error::custom(format_args!("member {name:?} occurs twice")));
            }
            if few.len() < FEW {
                few.push(name);
            }
            map.next_value_seed(Unique)?;
        }
        Ok(())
    }
}

/// The name of a member, borrowed if it has no escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a member's name")
            }
            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }
            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn a_repeated_member_is_refused_at_any_depth_and_spelling() {
        let many = (0..100).map(|n| format!("\"m{n}\":0")).collect::<Vec<_>>().join(",");
        for text in [
            r#"{"a":1,"a":2}"#.to_owned(),
            r#"{"a":1,"\u0061":2}"#.to_owned(),
            r#"{"a":[{"b":{"c":1,"d":2,"c":3}}]}"#.to_owned(),
            format!("{{{many},\"m99\":1}}"),
            format!("{{{many},\"m3\":1}}"),
        ] {
            let error = unique(text.as_bytes(), "payload").expect_err("must be refused");
            assert!(error.message.contains("occurs twice"), "{error}");
        }
        assert_eq!(unique(format!("{{{many},\"x\":{{{many}}}}}").as_bytes(), "payload"), Ok(()));
    }

    #[test]
    fn anything_but_one_object_is_refused() {
        for text in
            ["", "[]", "null", "1", "{} {}", "{}x", "{", "{\"a\"}", " {}", &"{\"a\":".repeat(5000)]
        {
            assert!(unique(text.as_bytes(), "payload").is_err(), "{text:.20}");
        }
    }
}
