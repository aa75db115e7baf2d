//! Search queries: a part of a name, or a serial heard on the telephone. A query gives the
//! spellings in the search index and the serials that differ by one mistake.

use crate::domain::Error;
use crate::domain::serial;
use crate::domain::serial::{Kind, Serial};

/// The maximum number of characters of a query.
const MAX_CHARACTERS: usize = 200;
/// The minimum number of characters for a match inside a word.
const LEAST: usize = 3;

/// A search query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    text: String,
}

impl std::str::FromStr for SearchQuery {
    type Err = Error;

    fn from_str(text: &str) -> Result<SearchQuery, Error> {
        // Words copied from an e-mail are surrounded by punctuation.
        let words = text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty());
        let text = words.collect::<Vec<_>>().join(" ");
        let text = text.trim_matches([' ', '.', ',', ';', ':', '#', '"', '\'', '(', ')', '<', '>']);
        let text = text.strip_prefix("ref:").unwrap_or(text);
        if text.is_empty() {
            return Err(Error::usage("the search text is empty")
                .advice("search for a part of a name, code, address, reference or serial"));
        }
        let length = text.chars().count();
        if length > MAX_CHARACTERS {
            let message = format!(
                "the search text has {length} characters; at most {MAX_CHARACTERS} are allowed"
            );
            return Err(Error::usage(message).advice("search for a part of the text"));
        }
        Ok(SearchQuery { text: text.to_owned() })
    }
}

impl SearchQuery {
    /// Returns whether the query is so short that it matches only at the beginning of a word.
    pub fn is_short(&self) -> bool {
        self.text.chars().count() < LEAST
    }

    /// Returns two queries for the index (SQLite's FTS5): for the whole words in this order, and
    /// for each word anywhere.
    pub fn searches(&self) -> [String; 2] {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        // The index separates words by two spaces.
        let whole = format!("text : {}", quoted(&format!(" {} ", self.text.replace(' ', "  "))));
        let anywhere: Vec<String> = self
            .text
            .split(' ')
            .map(|word| {
                starts(word).iter().map(|start| quoted(start)).collect::<Vec<_>>().join(" OR ")
            })
            .collect();
        let anywhere = format!("text : (({}))", anywhere.join(") AND ("));
        let serials: Vec<String> =
            self.spellings().iter().map(|spelling| quoted(spelling)).collect();
        if serials.is_empty() {
            [whole, anywhere]
        } else {
            [whole, format!("{anywhere} OR serial : ({})", serials.join(" OR "))]
        }
    }

    /// Returns the spellings of the query in a serial: without dashes, with `0` for `O` and `1` for
    /// `I` and `L`. The first character may also be the letter of a kind.
    fn spellings(&self) -> Vec<String> {
        let plain: String = self
            .text
            .chars()
            .filter(|c| !serial::is_gap(*c))
            .collect::<String>()
            .to_ascii_uppercase();
        let mut chars = plain.chars();
        let first = chars.next();
        let rest: Option<String> = chars.map(|c| serial::value(c).map(serial::character)).collect();
        let mut spellings: Vec<String> = Vec::new();
        if let (Some(first), Some(rest)) = (first, rest) {
            for first in
                [Some(first), serial::value(first).map(serial::character)].into_iter().flatten()
            {
                let spelling = format!("{first}{rest}");
                if spelling.len() >= LEAST
                    && first.is_ascii_alphanumeric()
                    && !spellings.contains(&spelling)
                {
                    spellings.push(spelling);
                }
            }
        }
        spellings
    }

    /// Returns the query as a serial; `None` if it is none.
    pub fn serial(&self) -> Option<Serial> {
        self.text.parse().ok()
    }

    /// Returns the serials that differ from the query by one mistake: a wrong character, two
    /// swapped characters, an extra or a missing character, or another letter.
    pub fn meant(&self) -> Vec<Serial> {
        let mut typed = self.text.chars().filter(|c| !serial::is_gap(*c));
        let Some(letter) = typed.next().map(|c| c.to_ascii_uppercase()) else { return Vec::new() };
        let Some(values) = typed.map(serial::value).collect::<Option<Vec<u8>>>() else {
            return Vec::new();
        };
        let mut meant: Vec<Serial> = Vec::new();
        let mut try_out = |letter: char, values: &[u8]| {
            let text: String = [letter]
                .into_iter()
                .chain(values.iter().map(|value| serial::character(*value)))
                .collect();
            if let Ok(serial) = text.parse::<Serial>()
                && !meant.contains(&serial)
            {
                meant.push(serial);
            }
        };
        let length = serial::LENGTH;
        match values.len() {
            known if known == length => {
                for place in 0..length {
                    let mut other = values.clone();
                    for value in 0..32 {
                        other[place] = value;
                        try_out(letter, &other);
                    }
                    for second in 0..place {
                        let mut swapped = values.clone();
                        swapped.swap(place, second);
                        try_out(letter, &swapped);
                    }
                }
                Kind::ALL.iter().for_each(|(_, other, _)| try_out(*other, &values));
            }
            one_less if one_less + 1 == length => {
                for place in 0..length {
                    for value in 0..32 {
                        let mut longer = values.clone();
                        longer.insert(place, value);
                        try_out(letter, &longer);
                    }
                }
            }
            one_more if one_more == length + 1 => {
                for place in 0..one_more {
                    let mut shorter = values.clone();
                    shorter.remove(place);
                    try_out(letter, &shorter);
                }
            }
            _ => {}
        }
        let own = self.serial();
        meant.retain(|serial| Some(serial) != own.as_ref());
        meant
    }
}

/// Returns the index terms of a word. Three or more characters match anywhere, fewer only at the
/// beginning of a word.
fn starts(word: &str) -> Vec<String> {
    match word.chars().count() {
        1 => vec![format!("  {word}")],
        2 => [' ', '\u{a0}', '-', '.', '_', '/', '(', '"', '\'', '@', '&', '+', '#']
            .map(|before| format!("{before}{word}"))
            .to_vec(),
        _ => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sought(text: &str) -> SearchQuery {
        text.parse().expect("a text")
    }

    #[test]
    fn a_part_of_a_serial_is_looked_for_as_it_is_stored() {
        assert_eq!(sought("7k3mq-9").spellings(), ["7K3MQ9"]);
        assert_eq!(sought("l\u{2013}oi7 k").spellings(), ["L017K", "1017K"]);
        assert_eq!(sought("Nordwind AB").spellings(), ["N0RDW1NDAB"]);
        for text in ["nord_wind", "anna@x", "é7k3", "ab", "日本語"] {
            assert!(sought(text).spellings().is_empty(), "{text}");
        }
        assert_eq!(sought("\"a  b\u{a0}c.").searches()[0], "text : \" a  b  c \"");
        assert_eq!(sought("ref:O-1\"x").searches()[1], "text : ((\"O-1\"\"x\"))");
        assert_eq!(
            sought("x anna").searches()[1],
            "text : ((\"  x\") AND (\"anna\")) OR serial : (\"XANNA\")"
        );
        assert!(
            sought("日本").searches()[1].starts_with("text : ((\" 日本\" OR \"\u{a0}日本\" OR ")
        );
        // No name contains a control character, and FTS5 ends a text at one.
        assert_eq!(sought("a\0b\u{1b}c"), sought("a b c"));
        assert!("\0".parse::<SearchQuery>().is_err());
        assert!(
            " . ".parse::<SearchQuery>().is_err()
                && "x".repeat(201).parse::<SearchQuery>().is_err()
        );
        assert!(sought("ab").is_short() && !sought("äbc").is_short());
    }

    proptest! {
        #[test]
        fn a_single_typing_error_is_found(seed in any::<[u8; 9]>(), place in 0..10usize, second in 0..10usize, value in 0..32u8, how in 0..5) {
            let whole = Serial::random(Kind::License, &mut |_, bytes: &mut [u8]| bytes.copy_from_slice(&seed));
            let mut typed: Vec<char> = whole.as_str().chars().filter(|c| *c != '-').collect();
            match how {
                0 => typed[place + 1] = serial::character(value),
                1 => typed.swap(place + 1, second + 1),
                2 => drop(typed.remove(place + 1)),
                3 => typed.insert(place + 1, serial::character(value)),
                _ => typed[0] = 'T',
            }
            let typed = sought(&typed.into_iter().collect::<String>());
            let meant = typed.meant();
            prop_assert!(meant.contains(&whole) || typed.serial() == Some(whole.clone()), "{:?} {:?}", typed, meant);
            prop_assert!(meant.len() <= 60, "{} could be meant", meant.len());
        }

        #[test]
        fn no_search_text_panics(text in ".{0,40}") {
            if let Ok(sought) = text.parse::<SearchQuery>() {
                let _ = (sought.searches(), sought.meant());
            }
        }
    }
}
