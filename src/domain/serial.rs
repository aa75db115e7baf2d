//! Serials: a letter, nine random Crockford base32 characters and a check character, written as
//! `L-7K3MQ-9X2D9`.
//!
//! The check character is a linear code over GF(32) with a different weight for each place. A wrong
//! character changes the sum by weight × difference. A swap of two characters changes it by
//! (difference of weights) × (difference of characters). Neither is ever zero.

use std::fmt;
use std::str::FromStr;

use crate::domain::name::count_of;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::{Error, Random};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM: usize = 9;
/// The number of characters after the letter.
pub(super) const LENGTH: usize = RANDOM + 1;

/// The kind of record that a serial names. Each kind has a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `L`
    License,
    /// `K`
    Container,
    /// `F`
    Credential,
    /// `S`
    Session,
    /// `T`
    Ticket,
    /// `R`
    Recovery,
}

impl Kind {
    pub(super) const ALL: [(Kind, char, &'static str); 6] = [
        (Kind::License, 'L', "license"),
        (Kind::Container, 'K', "container"),
        (Kind::Credential, 'F', "credential"),
        (Kind::Session, 'S', "session"),
        (Kind::Ticket, 'T', "ticket"),
        (Kind::Recovery, 'R', "recovery"),
    ];

    fn letter(self) -> char {
        Kind::ALL.iter().find(|entry| entry.0 == self).map_or('L', |entry| entry.1)
    }

    /// Returns the kind of the serials that begin with a letter, in either case.
    pub fn from_letter(letter: char) -> Option<Kind> {
        Kind::ALL.iter().find(|entry| entry.1 == letter.to_ascii_uppercase()).map(|entry| entry.0)
    }

    /// Returns the noun, such as `license`.
    pub fn noun(self) -> &'static str {
        Kind::ALL.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.2)
    }
}

/// A complete serial with a correct check character.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Serial {
    kind: Kind,
    text: String,
}

impl Serial {
    /// Creates a random serial of 45 random bits.
    pub fn random(kind: Kind, random: &mut Random<'_>) -> Serial {
        let mut bytes = [0u8; RANDOM];
        random(kind.noun(), &mut bytes);
        let values = bytes.map(|byte| byte & 31);
        let characters: Vec<u8> = values.into_iter().chain([check(kind, &values)]).collect();
        Serial { kind, text: display(kind, &characters) }
    }

    /// Returns the placeholder for the serial of a record that does not exist yet.
    pub fn placeholder(kind: Kind) -> Serial {
        Serial::random(kind, &mut |_, bytes: &mut [u8]| bytes.fill(0))
    }

    /// Returns the kind of the record.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns the noun of the record: `license`, `ticket` …
    pub fn noun(&self) -> &'static str {
        self.kind.noun()
    }

    /// Returns the serial as it is shown and stored: `L-7K3MQ-9X2D9`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Serial {
    type Err = Error;

    fn from_str(text: &str) -> Result<Serial, Error> {
        match Wanted::from_str(text)? {
            Wanted::Whole(serial) => Ok(serial),
            Wanted::Beginning { .. } => Err(Error::usage(format!("serial {text:?} is too short"))
                .advice("a serial has a letter and ten characters, like L-7K3MQ-9X2D9")),
        }
    }
}

/// A serial as a person types it: complete, or a prefix of at least the letter and four characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A complete serial with a correct check character.
    Whole(Serial),
    /// A prefix.
    Beginning {
        /// The kind of record.
        kind: Kind,
        /// The prefix in the stored form (`L-7K3MQ-9`).
        text: String,
    },
}

impl Wanted {
    /// Reads a serial or prefix of one kind.
    ///
    /// # Errors
    ///
    /// `usage` for a text that is no serial, and for a serial of another kind.
    pub fn of_kind(text: &str, kind: Kind) -> Result<Wanted, Error> {
        let noun = kind.noun();
        if text.starts_with("ref:") && kind != Kind::License {
            return Err(Error::usage(format!("{text} names a license, not a {noun}"))
                .advice(format!("name the {noun} by its serial, like {}", example(kind))));
        }
        let wanted: Wanted = text.parse().map_err(|error: Error| {
            let letter = text.chars().find(|c| !is_gap(*c)).and_then(Kind::from_letter);
            let is_advice = error.remedy.as_deref().is_some_and(|it| it.as_advice().is_some());
            match kind {
                _ if letter == Some(kind) || !is_advice => error,
                Kind::License => error.advice(
                    "name the license by its serial, like L-7K3MQ-9X2D9, or by its reference, like \
                     ref:ORDER-1",
                ),
                _ => error.advice(format!("the serial of a {noun} looks like {}", example(kind))),
            }
        })?;
        let message = match &wanted {
            wanted if wanted.kind() == kind => return Ok(wanted.clone()),
            Wanted::Whole(serial) => {
                let message =
                    format!("{text} is the serial of a {}, not of a {noun}", serial.noun());
                let facts = match serial.kind {
                    Kind::Credential => "the credential and its container",
                    _ => "the record",
                };
                let show = |noun| Remedy::Show { noun, id: serial.to_string(), facts };
                let remedy = Noun::from_word(serial.noun()).map_or(Remedy::RedeemCode, show);
                return Err(Error::usage(message).remedy(remedy));
            }
            Wanted::Beginning { .. } => format!("{text:?} is not the serial of a {noun}"),
        };
        Err(Error::usage(message)
            .advice(format!("the serial of a {noun} looks like {}", example(kind))))
    }

    /// Returns the kind of record.
    fn kind(&self) -> Kind {
        match self {
            Wanted::Whole(serial) => serial.kind,
            Wanted::Beginning { kind, .. } => *kind,
        }
    }
}

impl FromStr for Wanted {
    type Err = Error;

    /// Reads a serial or prefix. Case, dashes and spaces are ignored, `O` means `0`, `I` and `L`
    /// mean `1`. The first letter is read unchanged.
    fn from_str(text: &str) -> Result<Wanted, Error> {
        let mut typed = text.chars().filter(|c| !is_gap(*c));
        // The error does not repeat a ticket code that was typed in place of a serial.
        if typed.clone().count() > 2 * LENGTH
            && text.chars().all(|c| is_gap(c) || c.is_ascii_alphanumeric())
        {
            return Err(
                Error::usage("the value is too long to be a serial").remedy(Remedy::RedeemCode)
            );
        }
        let kind = typed.next().and_then(Kind::from_letter).ok_or_else(|| {
            Error::usage(format!("{text:?} is not a serial")).advice(
                "a serial has a letter (L, K, F, S, T or R) and ten characters, like L-7K3MQ-9X2D9",
            )
        })?;
        let mut values = Vec::new();
        for c in typed {
            values.push(value(c).ok_or_else(|| {
                Error::usage(format!("serial {text:?} contains the invalid character {c:?}"))
                    .advice(
                        "after the first letter, a serial contains only digits and the letters A \
                         to Z without I, L, O and U",
                    )
            })?);
        }
        match *values.as_slice() {
            ref whole @ [.., last] if whole.len() == RANDOM + 1 => {
                if check(kind, &whole[..RANDOM]) != last {
                    return Err(Error::usage(format!(
                        "serial {text:?} is mistyped: its check \
                        character does not match"
                    ))
                    .remedy(match kind {
                        Kind::License => Remedy::CompareSerial { noun: Noun::License },
                        Kind::Session => Remedy::CompareSerial { noun: Noun::Session },
                        Kind::Ticket => Remedy::CompareSerial { noun: Noun::Ticket },
                        _ => Remedy::advice(
                            "compare the serial character by character with the original",
                        ),
                    }));
                }
                Ok(Wanted::Whole(Serial { kind, text: display(kind, whole) }))
            }
            ref part if (4..=RANDOM).contains(&part.len()) => {
                Ok(Wanted::Beginning { kind, text: display(kind, part) })
            }
            ref part => Err(Error::usage(format!(
                "serial {text:?} has {} after its letter",
                count_of(part.len(), "character")
            ))
            .advice(format!(
                "a serial has ten characters after its letter, like {}; the first four or more are \
                 enough if they are unique, but a change without a terminal needs all ten",
                example(kind)
            ))),
        }
    }
}

fn display(kind: Kind, values: &[u8]) -> String {
    let mut text = format!("{}-", kind.letter());
    for (place, value) in values.iter().enumerate() {
        if place == 5 {
            text.push('-');
        }
        text.push(character(*value));
    }
    text
}

/// Returns an example of a complete serial of a kind, for a message.
fn example(kind: Kind) -> String {
    let mut values: Vec<u8> = "7K3MQ9X2D".chars().filter_map(value).collect();
    values.push(check(kind, &values));
    display(kind, &values)
}

/// Returns whether a character separates groups: a dash or white space of any kind, because mail
/// and word processors replace them.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{feff}')
}

/// Returns the character of the lower five bits of a value.
pub(super) fn character(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// Returns the value of a typed character.
pub(super) fn value(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|known| char::from(*known) == c)
        .and_then(|place| u8::try_from(place).ok())
}

/// Returns the check character. With it, the sum of weight × value over all characters, including
/// the letter, is zero.
pub(super) fn check(kind: Kind, values: &[u8]) -> u8 {
    let letter = value(kind.letter()).unwrap_or_default();
    // The weights are the powers of a generator: place n has generator^(n + 1), and the check
    // character has weight 1.
    let mut weight = 1;
    [letter].iter().chain(values).fold(0, |sum, value| {
        weight = times(weight, 2);
        sum ^ times(weight, *value)
    })
}

/// Multiplies in GF(32) modulo x⁵ + x² + 1. The polynomial is primitive: 2 generates all 31 nonzero
/// elements.
fn times(a: u8, b: u8) -> u8 {
    let product =
        (0..5).filter(|bit| b >> bit & 1 == 1).fold(0u16, |sum, bit| sum ^ (u16::from(a) << bit));
    let reduced = (5..9).rev().fold(product, |sum, bit| {
        if sum >> bit & 1 == 1 { sum ^ (0b10_0101 << (bit - 5)) } else { sum }
    });
    (reduced & 31) as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn serial(kind: Kind, seed: [u8; 9]) -> Serial {
        Serial::random(kind, &mut |_, bytes: &mut [u8]| bytes.copy_from_slice(&seed))
    }

    fn kinds() -> impl Strategy<Value = Kind> {
        (0..Kind::ALL.len()).prop_map(|n| Kind::ALL[n].0)
    }

    proptest! {
        #[test]
        fn every_single_change_and_every_swap_is_caught(kind in kinds(), seed in any::<[u8; 9]>()) {
            let whole = serial(kind, seed);
            let typed: Vec<char> = whole.as_str().chars().filter(|c| *c != '-').collect();
            for place in 0..typed.len() {
                let others: &[u8] = if place == 0 { b"LKFSTR" } else { ALPHABET };
                for other in others.iter().map(|byte| char::from(*byte)).filter(|other| *other != typed[place]) {
                    let mut wrong = typed.clone();
                    wrong[place] = other;
                    prop_assert!(wrong.iter().collect::<String>().parse::<Serial>().is_err(), "{wrong:?}");
                }
                for second in 0..place {
                    let mut wrong = typed.clone();
                    wrong.swap(place, second);
                    if wrong != typed {
                        let read = wrong.iter().collect::<String>().parse::<Serial>();
                        prop_assert!(read.as_ref() != Ok(&whole) || value(wrong[place]) == value(wrong[second]), "{wrong:?}");
                        prop_assert!(read.is_err() || value(typed[place]) == value(typed[second]), "{wrong:?}");
                    }
                }
            }
        }

        #[test]
        fn however_it_is_typed_it_is_the_same(kind in kinds(), seed in any::<[u8; 9]>()) {
            let whole = serial(kind, seed);
            let (letter, rest) = whole.as_str().split_at(1);
            let sloppy = format!("{}{}", letter.to_lowercase(), rest.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " "));
            prop_assert_eq!(sloppy.parse::<Serial>(), Ok(whole));
        }
    }

    #[test]
    fn a_mistyped_serial_is_told_from_a_missing_one() {
        let error = "L-7K3MQ-9X2DB".parse::<Serial>().expect_err("mistyped");
        assert_eq!((error.code, error.code.exit()), (crate::domain::ErrorCode::Usage, 2));
        assert!(error.message.contains("check character does not match"), "{error}");
        for text in ["", "-", "X-7K3MQ-9X2DA", "L", "L-7K", "L-7K3MQ-9X2DA0", "L-7K3MQ-9X2D!", "é"]
        {
            assert!(text.parse::<Wanted>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn beginnings_are_read_in_the_stored_form() {
        let whole = serial(Kind::License, [1; 9]);
        assert_eq!(whole.as_str(), "L-11111-11113");
        assert_eq!(
            "l ilil".parse::<Wanted>(),
            Ok(Wanted::Beginning { kind: Kind::License, text: "L-1111".into() })
        );
        assert_eq!(
            "L-11111-11".parse::<Wanted>(),
            Ok(Wanted::Beginning { kind: Kind::License, text: "L-11111-11".into() })
        );
    }
}
