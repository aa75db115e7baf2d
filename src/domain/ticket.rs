//! Tickets: secret codes with which their holders activate given licenses of a customer. A code is
//! shown once; only its hash is stored.

use std::fmt;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::domain::name::{Reference, Slug, count_of};
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::{Error, ErrorCode, Random};

/// The number of random characters of a code, with 5 bits each: 120 bits.
const RANDOM: usize = 24;
/// The number of characters of a group.
const GROUP: usize = 5;

/// The code of a ticket: 24 random characters of Crockford base32 and a check character, in five
/// groups of five. `Debug` and errors do not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Creates a random code.
    pub fn random(random: &mut Random<'_>) -> Secret {
        let mut bytes = Zeroizing::new([0u8; RANDOM]);
        random("ticket code", &mut bytes[..]);
        let values: Zeroizing<Vec<u8>> =
            Zeroizing::new(bytes.iter().map(|byte| byte & 31).collect());
        Secret::of(&values, serial::check(Kind::Ticket, &values))
    }

    fn of(values: &[u8], check: u8) -> Secret {
        let mut text = Zeroizing::new(String::with_capacity(RANDOM + RANDOM / GROUP + 1));
        for (place, value) in values.iter().chain([&check]).enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(serial::character(*value));
        }
        Secret(text)
    }

    /// Reads a typed code. Case, dashes and spaces are ignored, `O` means `0`, `I` and `L` mean
    /// `1`.
    ///
    /// # Errors
    ///
    /// `usage`, without the typed text.
    pub fn read(text: &str) -> Result<Secret, Error> {
        let wrong = |why: String| {
            Error::usage(format!("the ticket code is invalid: {why}")).advice(
                "a ticket code has 25 characters in groups of five; compare the code with the \
                 original",
            )
        };
        let typed = text.chars().filter(|c| !serial::is_gap(*c));
        let mut values = Zeroizing::new(Vec::with_capacity(RANDOM + 1));
        for c in typed {
            // The loop ends at the first superfluous character.
            if values.len() > RANDOM {
                return Err(wrong(format!("more than {} characters", RANDOM + 1)));
            }
            values.push(
                serial::value(c)
                    .ok_or_else(|| wrong("a character that no ticket code contains".into()))?,
            );
        }
        match values.split_last() {
            Some((check, random)) if random.len() == RANDOM => {
                if serial::check(Kind::Ticket, random) != *check {
                    return Err(wrong("the check character does not match".into()));
                }
                Ok(Secret::of(random, *check))
            }
            _ if text.trim().parse::<Serial>().is_ok() => {
                Err(Error::usage("the value is a serial, not a ticket code")
                    .remedy(Remedy::ReissueTicket))
            }
            _ => Err(wrong(count_of(values.len(), "character"))),
        }
    }

    /// Returns the code as it is shown once.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the SHA-256 that the database stores, over the code as it is shown. A code has 120
    /// random bits and cannot be guessed from its hash.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Replaces the ticket codes in a text, because an error repeats the typed arguments. A code is
/// recognized by its groups with any separators, or by its check character. It must contain a
/// digit, which distinguishes codes from words; one code in ten thousand has none.
pub fn hidden(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
    while at < chars.len() {
        match code_at(&chars, at) {
            Some(end) => {
                shown.push('…');
                at = end;
            }
            None => {
                shown.push(chars[at]);
                at += 1;
            }
        }
    }
    shown
}

/// Returns the end of the ticket code that begins at a place; `None` if no code begins there.
fn code_at(chars: &[char], start: usize) -> Option<usize> {
    let is_code = |place: usize| chars.get(place).is_some_and(|c| serial::value(*c).is_some());
    let is_word = |place: usize| chars.get(place).is_some_and(|c| c.is_alphanumeric());
    let grouped = (0..=RANDOM / GROUP).try_fold(start, |at, group| {
        let is_gap =
            chars.get(at).is_some_and(|c| serial::is_gap(*c) || matches!(c, '_' | '.' | '/'));
        let at = at + usize::from(group > 0);
        ((group == 0 || is_gap) && (at..at + GROUP).all(is_code)).then_some(at + GROUP)
    });
    let end = grouped.or_else(|| {
        let end = start + RANDOM + 1;
        let is_whole =
            (start == 0 || !is_word(start - 1)) && !is_word(end) && (start..end).all(is_code);
        is_whole
            .then_some(end)
            .filter(|end| Secret::read(&chars[start..*end].iter().collect::<String>()).is_ok())
    })?;
    chars[start..end].iter().any(char::is_ascii_digit).then_some(end)
}

/// A ticket in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The serial.
    pub serial: Serial,
    /// The customer code.
    pub customer: Slug,
    /// The serials of the licenses, in the order of the request.
    pub licenses: Vec<String>,
    /// The number of times that the ticket can be redeemed.
    pub uses: u32,
    /// The number of times that the ticket was redeemed.
    pub used: u32,
    /// The permission to redeem the ticket for files that are bound to no container.
    pub unbound_allowed: bool,
    /// The instant from which the ticket cannot be redeemed, RFC 3339.
    pub expires_at: Option<String>,
    /// The instant of the cancellation, RFC 3339.
    pub cancelled_at: Option<String>,
    /// The order number or other external reference.
    pub reference: Option<Reference>,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// The state that people and scripts see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketState {
    /// Ready to be redeemed.
    Open,
    /// Redeemed as often as permitted.
    Used,
    /// Past its end. This state is computed, never stored.
    Expired,
    /// Cancelled by the vendor.
    Cancelled,
}

impl TicketState {
    /// All states.
    pub const ALL: [TicketState; 4] =
        [TicketState::Open, TicketState::Used, TicketState::Expired, TicketState::Cancelled];

    /// Returns the word for JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            TicketState::Open => "open",
            TicketState::Used => "used",
            TicketState::Expired => "expired",
            TicketState::Cancelled => "cancelled",
        }
    }
}

impl Ticket {
    /// Returns the state: the first that applies of cancelled, used, expired, open.
    pub fn state(&self, now: Timestamp) -> TicketState {
        let is_over = |at: &String| parse_instant(at).is_ok_and(|at| at <= now);
        match self {
            Ticket { cancelled_at: Some(_), .. } => TicketState::Cancelled,
            Ticket { used, uses, .. } if used >= uses => TicketState::Used,
            Ticket { expires_at: Some(at), .. } if is_over(at) => TicketState::Expired,
            _ => TicketState::Open,
        }
    }

    /// Refuses an action on a ticket that is not open. `act` is a participle such as `redeemed`.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check_open(&self, act: &str, now: Timestamp) -> Result<(), Error> {
        let serial = &self.serial;
        let state = self.state(now);
        let (why, remedy) = match state {
            TicketState::Open => return Ok(()),
            TicketState::Used => (
                format!("is used up ({} of {})", self.used, self.uses),
                match self.licenses.first().filter(|_| act == "cancelled") {
                    Some(license) => Remedy::Show {
                        noun: Noun::License,
                        id: license.clone(),
                        facts: "the containers and the files of the redeemed license",
                    },
                    None => Remedy::ExportRedeemed { license: self.licenses.first().cloned() },
                },
            ),
            TicketState::Expired => (
                format!("expired at {}", self.expires_at.as_deref().unwrap_or_default()),
                Remedy::CreateTicket,
            ),
            TicketState::Cancelled => (
                format!("was cancelled at {}", self.cancelled_at.as_deref().unwrap_or_default()),
                Remedy::CreateTicket,
            ),
        };
        let (message, remedy) = if act == "cancelled" && state == TicketState::Cancelled {
            let since = self.cancelled_at.as_deref().unwrap_or_default();
            (
                format!("ticket {serial} is already cancelled (since {since})"),
                Remedy::advice("nothing to do"),
            )
        } else {
            (format!("ticket {serial} {why} and cannot be {act}"), remedy)
        };
        Err(Error::new(ErrorCode::WrongState, message)
            .remedy(remedy)
            .with("ticket", serial.as_str().into())
            .with("licenses", self.licenses.iter().map(String::as_str).collect()))
    }

    /// Returns the cancelled ticket.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a ticket that is cancelled or used.
    pub fn cancel(&self, now: Timestamp) -> Result<Ticket, Error> {
        if self.state(now) != TicketState::Expired {
            self.check_open("cancelled", now)?;
        }
        Ok(Ticket { cancelled_at: Some(now.to_string()), ..self.clone() })
    }

    /// Returns the ticket after one more redemption.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a ticket that is not open, `wrong_kind` for an unbound file from a ticket
    /// for containers only.
    pub fn redeem(&self, is_unbound: bool, now: Timestamp) -> Result<Ticket, Error> {
        self.check_open("redeemed", now)?;
        if is_unbound && !self.unbound_allowed {
            return Err(Error::new(
                ErrorCode::WrongKind,
                format!(
                    "ticket {} can be redeemed into containers only, not for an unbound file",
                    self.serial
                ),
            )
            .remedy(Remedy::AllowUnbound { licenses: self.licenses.clone() })
            .with("ticket", self.serial.as_str().into()));
        }
        Ok(Ticket { used: self.used + 1, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn secret(seed: [u8; RANDOM]) -> Secret {
        Secret::random(&mut |_, bytes: &mut [u8]| bytes.copy_from_slice(&seed))
    }

    fn ticket(uses: u32, used: u32, expires_at: Option<&str>) -> Ticket {
        Ticket {
            serial: Serial::random(Kind::Ticket, &mut |_, bytes: &mut [u8]| bytes.fill(7)),
            customer: Slug::stored("c".into()),
            licenses: vec!["L-11111-11113".into()],
            uses,
            used,
            unbound_allowed: false,
            expires_at: expires_at.map(str::to_owned),
            cancelled_at: None,
            reference: None,
            created_at: "2026-11-21T00:00:00Z".into(),
        }
    }

    fn at(text: &str) -> Timestamp {
        parse_instant(text).expect("an instant")
    }

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed_and_mistyped_is_told(seed in any::<[u8; RANDOM]>(), place in 0..25usize, other in 0..32u8) {
            let code = secret(seed);
            let sloppy = format!(" {} ", code.as_str().to_lowercase().replace('0', "o").replace('1', "i").replace('-', " "));
            prop_assert_eq!(Secret::read(&sloppy).map(|read| read.hash()).ok(), Some(code.hash()));
            let mut typed: Vec<char> = code.as_str().chars().filter(|c| *c != '-').collect();
            prop_assert_eq!(typed.len(), 25);
            let (was, wrong) = (typed[place], serial::character(other));
            typed[place] = wrong;
            let typed: String = typed.into_iter().collect();
            match Secret::read(&typed) {
                Ok(read) => prop_assert!(was == wrong && read.hash() == code.hash()),
                Err(error) => {
                    let text = format!("{error:?}");
                    prop_assert!(was != wrong && !text.contains(&typed));
                }
            }
        }

        #[test]
        fn no_error_contains_a_typed_code(typed in "[a-zA-Z!~]{6,60}") {
            if let Err(error) = Secret::read(&typed) {
                let text = format!("{error:?}");
                prop_assert!(!text.contains(&typed), "{}", text);
            }
        }
    }

    #[test]
    fn a_text_loses_the_codes_in_it() {
        let code = secret([5; RANDOM]);
        let plain = code.as_str().replace('-', "");
        let spaced = |gap: &str| code.as_str().replace('-', gap);
        for typed in [
            code.as_str(),
            &code.as_str().to_lowercase(),
            &plain,
            &spaced(" "),
            &spaced("\u{2013}"),
            &spaced("_"),
            "AAAAA-BBBB1-CCCCC-DDDDD-EEEEE",
        ] {
            assert_eq!(
                hidden(&format!("<T>: {typed:?} is none, {typed}")),
                "<T>: \"…\" is none, …"
            );
            assert!(!hidden(&format!("x{}y", code.as_str())).contains(code.as_str()));
        }
        for text in [
            "",
            "license L-7K3MQ-9X2D9 is …",
            "01a1fd8c-6900-7c49-b74f-c75f13496c5a",
            "é --unbound=x-",
            "--a--",
            "customer alpha-bravo-delta-hotel-india was retired",
            "0123456789abcdef0123456789abcdef0123456789abcdef",
            "there is no customer with what was asked for here 1",
        ] {
            assert_eq!(hidden(text), text);
        }
    }

    #[test]
    fn a_code_is_not_shown_by_accident() {
        assert_eq!(format!("{:?}", secret([3; RANDOM])), "Secret");
        for (text, says) in [
            ("", "0 characters"),
            ("ABC", "3 characters"),
            (&"A".repeat(26), "more than 25"),
            ("é", "no ticket code contains"),
        ] {
            let error = Secret::read(text).expect_err(text);
            assert!(error.message.contains(says) && error.code == ErrorCode::Usage, "{error:?}");
        }
    }

    #[test]
    fn it_is_used_as_often_as_it_may_and_until_its_day() {
        let (before, after) = (at("2026-12-31T23:59:59Z"), at("2027-01-01T00:00:00Z"));
        let open = Ticket { unbound_allowed: true, ..ticket(2, 0, Some("2027-01-01T00:00:00Z")) };
        assert_eq!(
            (open.state(before), open.state(after)),
            (TicketState::Open, TicketState::Expired)
        );
        let once = open.redeem(true, before).expect("redeemed");
        let twice = once.redeem(true, before).expect("redeemed");
        assert_eq!(
            (once.state(before), twice.state(before), twice.used),
            (TicketState::Open, TicketState::Used, 2)
        );
        let code = |error: Error| error.code;
        assert_eq!(twice.redeem(true, before).map_err(code), Err(ErrorCode::WrongState));
        assert_eq!(open.redeem(true, after).map_err(code), Err(ErrorCode::WrongState));
        assert_eq!(ticket(1, 0, None).redeem(true, after).map_err(code), Err(ErrorCode::WrongKind));
        let cancelled = open.cancel(after).expect("an expired one can be cancelled");
        assert_eq!(cancelled.state(before), TicketState::Cancelled);
        assert_eq!(cancelled.redeem(true, before).map_err(code), Err(ErrorCode::WrongState));
        assert_eq!(cancelled.cancel(before).map_err(code), Err(ErrorCode::WrongState));
        assert_eq!(twice.cancel(before).map_err(code), Err(ErrorCode::WrongState));
    }
}
