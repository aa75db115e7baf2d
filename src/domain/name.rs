//! Checked texts: codes for machines, names for people, user names, addresses. Each text is
//! checked once, when it is read, and has its own type from then on.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

pub use licentia_runtime::is_unprintable;

use crate::domain::Error;
use crate::domain::audit::personal::Personal;
use crate::domain::remedy::Remedy;

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $check:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Creates the value from a text that was checked before it was stored.
            pub fn stored(text: String) -> Self {
                $name(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self, Error> {
                $check(text).map($name)
            }
        }
    };
}

/// Serializes texts that are not personal.
macro_rules! public_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    )*};
}

/// Serializes texts that identify a person. An audit detail, which contains them, is hashed
/// without a further mark.
macro_rules! personal_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Personal(self).serialize(serializer)
            }
        }
    )*};
}

public_text!(Slug, Reference, Uri, Url);
personal_text!(Name, Username, Email);

text_type!(
    /// A code of a product, customer, module, company or key: 1 to 64 letters, digits, `.`, `_` and
    /// `-`. [`Slug::is`] and the database ignore case; `==` compares the spelling.
    Slug, check_code
);
impl Slug {
    /// Returns whether two codes are the same, ignoring case.
    pub fn is(&self, other: &Slug) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

text_type!(
    /// A name for people: 1 to 200 characters on one line.
    Name, check_name
);
impl Name {
    /// Serializes a name that names no person and no customer, such as that of a product.
    pub fn serialize_public<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

text_type!(
    /// A user name: 1 to 128 characters without spaces and commas.
    Username, check_username
);
text_type!(
    /// An e-mail address. The check finds typing mistakes only.
    Email, check_email
);
text_type!(
    /// A reference from another system (an order number): 1 to 200 characters on one line.
    Reference, check_reference
);
text_type!(
    /// A URI that names the vendor, without a fragment and a final slash.
    Uri, check_uri
);

text_type!(
    /// A web address, in the typed form.
    Url, check_url
);

const CODE_HINT: &str = "a code has 1 to 64 letters, digits, dots, dashes or underscores, and \
    begins with a letter or digit, like work-management";

fn check_code(text: &str) -> Result<String, Error> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let good = text.len() <= 64
        && text.chars().all(plain)
        && text.starts_with(|c: char| c.is_ascii_alphanumeric());
    if good && !matches!(text, "none" | "inherit") {
        return Ok(text.to_owned());
    }
    Err(Error::usage(format!("{text:?} is not a code")).advice(CODE_HINT))
}

fn check_name(text: &str) -> Result<String, Error> {
    // In an edit and in a file, `none` clears the name.
    if text.trim() == "none" {
        return Err(Error::usage("the word none is not a name")
            .advice("omit the name, or choose a different name"));
    }
    line(text, "name", 200)
}

fn check_reference(text: &str) -> Result<String, Error> {
    line(text, "reference", 200)
}

fn check_username(text: &str) -> Result<String, Error> {
    let text = line(text, "user name", 128)?;
    // Joiners are invisible, so two different user names could look the same.
    if text.contains(|c: char| c.is_whitespace() || matches!(c, ',' | '\u{200c}' | '\u{200d}')) {
        return Err(Error::usage(format!("{text:?} is not a user name"))
            .advice("a user name has no spaces, no commas and no invisible characters"));
    }
    Ok(text)
}

fn check_email(text: &str) -> Result<String, Error> {
    let text = line(text, "e-mail address", 254)?;
    let parts =
        text.rsplit_once('@').filter(|(local, domain)| !local.is_empty() && !domain.is_empty());
    if parts.is_none() || text.contains(char::is_whitespace) {
        return Err(Error::usage(format!("{text:?} is not an e-mail address"))
            .advice("write an e-mail address like anna@nordwind.example"));
    }
    Ok(text)
}

fn check_url(text: &str) -> Result<String, Error> {
    let text = line(text, "URL", 500)?;
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    if !is_web || text.contains(char::is_whitespace) {
        return Err(Error::usage(format!("{text:?} is not a URL"))
            .advice("write a URL like https://acme.example/renew"));
    }
    Ok(text)
}

fn check_uri(text: &str) -> Result<String, Error> {
    let text = line(text, "URI", 500)?.trim_end_matches('/').to_owned();
    let scheme = text.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    if !scheme || text.contains(|c: char| c.is_whitespace() || c == '#') {
        return Err(Error::usage(format!("{text:?} is not a URI"))
            .advice("write a URI like https://acme.example/licensing"));
    }
    Ok(text)
}

/// Reads one line for people: trimmed, not empty, without control characters and characters that
/// change the reading direction.
fn line(text: &str, object: &str, most: usize) -> Result<String, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::usage(format!("the {object} is empty")));
    }
    if text.chars().count() > most {
        return Err(Error::usage(format!(
            "the {object} has {} characters; at most {most} are allowed",
            text.chars().count()
        )));
    }
    if let Some(c) = text.chars().find(|c| is_unprintable(*c)) {
        return Err(Error::usage(format!(
            "the {object} contains the control character U+{:04X}",
            u32::from(c)
        )));
    }
    Ok(text.to_owned())
}

/// Returns the code that is most similar to a typed one; `None` if no code is similar.
pub fn nearest<'a>(typed: &str, existing: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.85;
    most_similar(typed, existing, NEAR)
}

/// Returns the word with the highest likeness to a typed one (0 to 1), if it reaches a limit.
pub fn most_similar<'a>(
    typed: &str,
    existing: impl IntoIterator<Item = &'a str>,
    limit: f64,
) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let near =
        existing.into_iter().map(|code| (strsim::jaro_winkler(&typed, &code.to_lowercase()), code));
    near.filter(|(likeness, _)| *likeness >= limit)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, code)| code)
}

/// Returns a remedy that names a similar code, or another remedy if there is none.
pub fn did_you_mean<'a>(
    typed: &str,
    existing: impl IntoIterator<Item = &'a str>,
    otherwise: Remedy,
) -> Remedy {
    match nearest(typed, existing) {
        Some(near) => Remedy::DidYouMean { near: near.to_owned(), otherwise: Box::new(otherwise) },
        None => otherwise,
    }
}

/// Makes a text safe for a terminal: unprintable characters are replaced, line breaks are kept.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c != '\n' && is_unprintable(c) { '\u{fffd}' } else { c }).collect()
}

/// The number of items that a message names. It states the number of further items.
pub const NAMED: usize = 10;

/// Returns the first items, and the number of further ones.
pub fn some_of(items: &[String]) -> String {
    first_of(items, items.len(), ", ")
}

/// Joins the first [`NAMED`] items and adds the number of further items, of `number` items in all.
/// The caller needs not hold all items.
pub fn first_of(items: &[String], number: usize, separator: &str) -> String {
    let named: Vec<&str> = items.iter().take(NAMED).map(String::as_str).collect();
    let shown = named.join(separator);
    match number.saturating_sub(named.len()) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Returns a number with its noun: `1 file`, `3 files`.
pub fn count_of(number: usize, one: &str) -> String {
    let stem = one.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (number, stem) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {one}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_plain() {
        for text in ["a", "work-management", "calculator.pro", "X_9", &"a".repeat(64)] {
            assert!(text.parse::<Slug>().is_ok(), "{text}");
        }
        for text in [
            "",
            "-a",
            ".a",
            "a b",
            "a,b",
            "a=b",
            "a@b",
            "ä",
            "none",
            "inherit",
            "a/b",
            &"a".repeat(65),
        ] {
            assert!(text.parse::<Slug>().is_err(), "{text}");
        }
    }

    #[test]
    fn names_have_nothing_that_moves_the_cursor() {
        for text in ["Nordwind AB", "Łódź", "株式会社", "شرکت نمونه\u{200c}ای", " trimmed "]
        {
            assert_eq!(
                text.parse::<Name>().map(|name| name.to_string()),
                Ok(text.trim().to_owned())
            );
        }
        for text in [
            "",
            "  ",
            "a\nb",
            "a\u{1b}[2Jb",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{ad}b",
            "a\u{61c}b",
            "a\0b",
            &"x".repeat(201),
        ] {
            assert!(text.parse::<Name>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_user_name_has_nothing_unseen() {
        for text in ["anna", "anna.ek@nordwind", "Ärne"] {
            assert!(text.parse::<Username>().is_ok(), "{text}");
        }
        for text in ["", "a b", "a,b", "a\u{200d}b", "a\u{200b}b"] {
            assert!(text.parse::<Username>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_mistyped_code_has_a_near_one() {
        let existing = ["work-management", "other", "nordwind", "nordsee"];
        for (typed, meant) in [
            ("work-managment", Some("work-management")),
            ("NORDWND", Some("nordwind")),
            ("xyz", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, existing), meant, "{typed}");
        }
    }

    #[test]
    fn uris_lose_the_slash_at_their_end() {
        assert_eq!(
            "https://acme.example/licensing/".parse::<Uri>().map(|uri| uri.to_string()),
            Ok("https://acme.example/licensing".into())
        );
        for text in ["acme.example", "https:", "a:/", "1a:b", "https://a b", "https://a#b"] {
            assert!(text.parse::<Uri>().is_err(), "{text}");
        }
    }
}
