//! Recoveries: lost licenses are issued again into another container. The policy states their
//! number, the treatment of the old container and the rule for the scope.

pub mod quota;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use licentia_runtime::{Device, Properties};
use serde::{Deserialize, Serialize};

use crate::domain::Error;
use crate::domain::container::fingerprint::Rule;
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Name, Reference, Slug, did_you_mean};
use crate::domain::recovery::quota::{Allowance, Balance, Event};
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Span, Timestamp};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $called:literal { $($(#[$of:meta])* $case:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$of])* $case,)* }

        impl $name {
            /// All values.
            pub const ALL: &'static [$name] = &[$($name::$case,)*];

            /// Returns the word.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$case => $word,)* }
            }
        }

        impl FromStr for $name {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self, Error> {
                let words: Vec<&str> = $name::ALL.iter().map(|it| it.as_str()).collect();
                let found = $name::ALL.iter().find(|it| it.as_str() == text).copied();
                found.ok_or_else(|| {
                    let known = Remedy::advice(format!("choose one of {}", words.join(", ")));
                    let remedy = did_you_mean(text, words.iter().copied(), known);
                    Error::usage(format!(concat!("{:?} is not ", $called), text)).remedy(remedy)
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// The scope of a recovery, with its own quota.
    Scope, "a scope of a recovery" {
        /// Any container.
        Any = "any",
        /// The same computer.
        Same = "same",
    }
}

words! {
    /// The reason of a recovery.
    Reason, "a reason of a recovery" {
        /// The container is lost.
        Lost = "lost",
        /// The container was stolen.
        Stolen = "stolen",
        /// The container is destroyed.
        Destroyed = "destroyed",
        /// The hardware does not work.
        Defective = "defective",
        /// The computer was changed so much that it does not match.
        Broken = "broken",
        /// The files of the container were altered or damaged.
        Invalid = "invalid",
        /// The computer was installed again.
        Reinstalled = "reinstalled",
    }
}

words! {
    /// The treatment of the old container.
    Old, "an action on the old container" {
        /// A block.
        Block = "block",
        /// A removal of the recovered licenses.
        Withdraw = "withdraw",
        /// No update: the container is lost.
        Nothing = "nothing",
    }
}

/// The code of a block by a recovery.
pub const RECOVERED: &str = "recovered";

words! {
    /// A value of a policy, by its typed name.
    Member, "a value of a recovery policy" {
        /// The number of recoveries into any container after the first activation.
        AnyInitial = "any-initial",
        /// The period after which one more is allowed.
        AnyEvery = "any-every",
        /// The maximum number that the initial number and the periods give.
        AnyCap = "any-cap",
        /// The number of recoveries on the same computer after the first activation.
        SameInitial = "same-initial",
        /// The period after which one more is allowed.
        SameEvery = "same-every",
        /// The maximum number that the initial number and the periods give.
        SameCap = "same-cap",
        /// The required properties of the same computer.
        MatchRequired = "match-required",
        /// The minimum number of matching properties.
        MatchMinimum = "match-minimum",
        /// The treatment of the old container.
        Old = "old",
        /// The delay before the status list contains the block.
        EnforceAfter = "enforce-after",
    }
}

impl Member {
    /// Returns the default.
    pub const fn default(self) -> &'static str {
        match self {
            Member::AnyInitial | Member::SameInitial => "0",
            Member::Old => "block",
            Member::EnforceAfter => "0d",
            _ => "none",
        }
    }

    /// Reads a value and returns its stored form.
    ///
    /// # Errors
    ///
    /// `usage`
    pub fn read(self, text: &str) -> Result<String, Error> {
        Ok(match self {
            Member::AnyInitial | Member::SameInitial => uses(text)?.to_string(),
            Member::AnyCap | Member::SameCap => clear(text, uses)?,
            Member::AnyEvery | Member::SameEvery => clear(text, period)?,
            Member::MatchRequired => clear(text, properties)?,
            Member::MatchMinimum => clear(text, minimum)?,
            Member::Old => text.parse::<Old>()?.to_string(),
            Member::EnforceAfter => text.parse::<Days>()?.to_string(),
        })
    }
}

fn clear<T: fmt::Display>(text: &str, read: fn(&str) -> Result<T, Error>) -> Result<String, Error> {
    if text == "none" { Ok(text.to_owned()) } else { read(text).map(|value| value.to_string()) }
}

/// The maximum number of recoveries in a policy or a grant.
const MAX_COUNT: u32 = 1_000_000;

fn uses(text: &str) -> Result<u32, Error> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && *number <= MAX_COUNT);
    number.ok_or_else(|| {
        Error::usage(format!("{text:?} is not a number of recoveries"))
            .advice(format!("use a whole number from 0 to {MAX_COUNT}"))
    })
}

fn minimum(text: &str) -> Result<u32, Error> {
    uses(text).ok().filter(|number| (1..=64).contains(number)).ok_or_else(|| {
        Error::usage(format!("{text:?} is not a number of properties")).advice(
            "use a whole number from 1 to 64, or none for two thirds of the properties of the \
             computer",
        )
    })
}

fn period(text: &str) -> Result<Span, Error> {
    let span: Span = text.parse()?;
    match span {
        Span::Days(0) | Span::Months(0) => Err(Error::usage(format!("the period {text} is zero"))
            .advice("write a period like 90d, 1y or 2y, or none for no period")),
        span => Ok(span),
    }
}

/// The names of the properties that the customer's program reads.
const KNOWN: &[&str] = &[
    "machine_id",
    "product_uuid",
    "product_serial",
    "board_serial",
    "cpu_model",
    "disk_serial",
    "mac",
];

fn properties(text: &str) -> Result<String, Error> {
    let mut names: Vec<&str> = Vec::new();
    for name in text.split(',') {
        if !KNOWN.contains(&name) {
            let known = Remedy::advice(format!("the properties are {}", KNOWN.join(", ")));
            let remedy = did_you_mean(name, KNOWN.iter().copied(), known);
            return Err(
                Error::usage(format!("{name:?} is not a property of a computer")).remedy(remedy)
            );
        }
        if names.contains(&name) {
            return Err(Error::usage(format!("property {name} is named twice")));
        }
        names.push(name);
    }
    Ok(names.join(","))
}

/// A policy as typed. An omitted value stays omitted, so that the layer below counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Policy(BTreeMap<Member, String>);

impl TryFrom<BTreeMap<String, String>> for Policy {
    type Error = Error;
    fn try_from(written: BTreeMap<String, String>) -> Result<Self, Error> {
        let members = written.iter().map(|(name, text)| {
            let member: Member = name.parse()?;
            Ok((member, member.read(text)?))
        });
        members.collect::<Result<_, Error>>().map(Policy)
    }
}

impl From<Policy> for BTreeMap<String, String> {
    fn from(policy: Policy) -> Self {
        policy.0.into_iter().map(|(member, text)| (member.as_str().to_owned(), text)).collect()
    }
}

impl Policy {
    /// Returns a value; `None` if the policy omits it.
    pub fn get(&self, member: Member) -> Option<&str> {
        self.0.get(&member).map(String::as_str)
    }

    /// Sets a value in the form of [`Member::read`]; `None` omits it.
    pub fn set(&mut self, member: Member, text: Option<String>) {
        match text {
            Some(text) => drop(self.0.insert(member, text)),
            None => drop(self.0.remove(&member)),
        }
    }

    /// Returns the members whose values differ in another policy, in the order of the members.
    pub fn changed_members<'a>(&'a self, other: &'a Policy) -> impl Iterator<Item = Member> + 'a {
        Member::ALL.iter().copied().filter(|member| self.get(*member) != other.get(*member))
    }

    /// Returns whether the policy omits all values.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the values in the order of the members.
    pub fn iter(&self) -> impl Iterator<Item = (Member, &str)> {
        self.0.iter().map(|(member, text)| (*member, text.as_str()))
    }

    /// Returns the complete rules: this policy over the one below, over the defaults.
    pub fn over(&self, below: &Policy) -> Rules {
        let text =
            |member: Member| self.get(member).or(below.get(member)).unwrap_or(member.default());
        let number = |member: Member| text(member).parse().unwrap_or(0);
        let count = |member: Member| text(member).parse().ok();
        let allowance = |initial, every, cap| Allowance {
            initial: number(initial),
            every: text(every).parse::<OrNone<Span>>().ok().and_then(OrNone::value),
            cap: count(cap),
        };
        let required = text(Member::MatchRequired);
        Rules {
            any: allowance(Member::AnyInitial, Member::AnyEvery, Member::AnyCap),
            same: allowance(Member::SameInitial, Member::SameEvery, Member::SameCap),
            matching: Rule {
                required: if required == "none" {
                    Vec::new()
                } else {
                    required.split(',').map(str::to_owned).collect()
                },
                minimum: count(Member::MatchMinimum),
            },
            old: text(Member::Old).parse().unwrap_or(Old::Block),
            enforce_after: text(Member::EnforceAfter).parse().unwrap_or(Days(0)),
        }
    }
}

/// A complete policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The allowance for any container.
    pub any: Allowance,
    /// The allowance for the same computer.
    pub same: Allowance,
    /// The rule for matching the same computer.
    pub matching: Rule,
    /// The treatment of the old container.
    pub old: Old,
    /// The delay before the status list contains a block.
    pub enforce_after: Days,
}

impl Rules {
    /// Returns the allowance of a scope.
    pub fn allowance(&self, scope: Scope) -> Allowance {
        match scope {
            Scope::Any => self.any,
            Scope::Same => self.same,
        }
    }

    /// Returns the scope of a recovery from one computer to another. Containers that are not
    /// computers have no properties, so their scope is `any`.
    pub fn scope(&self, old: &Properties, new: &Properties) -> Scope {
        let found = Device { properties: new.clone(), ..Device::default() };
        if self.matching.fits(old, &found) { Scope::Same } else { Scope::Any }
    }
}

/// The ledger of a license and its predecessors: the first activation, and the grants and uses of
/// recoveries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The instant of the first activation.
    pub start: Option<Timestamp>,
    /// The events in each scope.
    pub events: Vec<(Timestamp, Scope, Event)>,
}

impl Ledger {
    /// Returns the balance of a scope.
    pub fn balance(&self, rules: &Rules, scope: Scope, now: Timestamp) -> Balance {
        let own: Vec<(Timestamp, Event)> = self
            .events
            .iter()
            .filter(|(_, of, _)| *of == scope)
            .map(|(at, _, event)| (*at, *event))
            .collect();
        rules.allowance(scope).balance(self.start, &own, now)
    }
}

/// A number of recoveries in a grant, at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u32);

impl FromStr for Count {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        let number = uses(text)?;
        if number == 0 {
            Err(Error::usage("a grant of 0 recoveries is not possible").remedy(Remedy::CountOne))
        } else {
            Ok(Count(number))
        }
    }
}

/// A grant of recoveries in addition to the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The serial of the license.
    pub license: Serial,
    /// The scope.
    pub scope: Scope,
    /// The number of recoveries.
    pub count: u32,
    /// The reason.
    pub reason: Name,
}

/// A license in a recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The serial of the license.
    pub license: String,
    /// The scope of the quota that the recovery used; `None` if the hardware was returned.
    pub scope: Option<Scope>,
    /// The number of seats.
    pub seats: u32,
    /// The id of the new file.
    pub jti: Option<String>,
}

/// A recovery: licenses that were issued again into another container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The serial.
    pub serial: Serial,
    /// The customer code.
    pub customer: Slug,
    /// The serial of the old container.
    pub from: String,
    /// The serial of the new container.
    pub to: String,
    /// The reason.
    pub reason: Reason,
    /// The note of the administrator.
    pub note: Option<Name>,
    /// The mark of returned hardware.
    pub returned: bool,
    /// The licenses, oldest first.
    pub licenses: Vec<Recovered>,
    /// The treatment of the old container.
    pub old: Old,
    /// The counter at which the new container contains the licenses.
    pub to_counter: u64,
    /// The counters of the updates for the old and for the new container.
    pub updates: (Option<u64>, Option<u64>),
    /// The external reference.
    pub reference: Option<Reference>,
    /// The instant of the recovery, RFC 3339.
    pub created_at: String,
    /// The instant (RFC 3339) and the reason of the reversal.
    pub reversed: Option<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(text: &str) -> Policy {
        serde_json::from_str(text).expect("a policy")
    }

    #[test]
    fn a_policy_is_read_as_it_is_written_and_lies_over_another() {
        let text = r#"{"any-initial":"1","any-every":"2y","any-cap":"none","match-required":"board_serial,mac","match-minimum":"3"}"#;
        let product = policy(text);
        assert_eq!(policy(&serde_json::to_string(&product).expect("text")), product);
        let license = policy(
            r#"{"any-every":"none","same-initial":"2","same-cap":"4","old":"withdraw","enforce-after":"2w"}"#,
        );
        let rules = license.over(&product);
        assert_eq!(rules.any, Allowance { initial: 1, every: None, cap: None });
        assert_eq!(rules.same, Allowance { initial: 2, every: None, cap: Some(4) });
        assert_eq!((rules.matching.required.len(), rules.matching.minimum), (2, Some(3)));
        assert_eq!((rules.old, rules.enforce_after), (Old::Withdraw, Days(14)));
        let nothing = Policy::default().over(&Policy::default());
        assert_eq!(
            (nothing.any, nothing.same, nothing.old),
            (Allowance::default(), Allowance::default(), Old::Block)
        );
        assert_eq!((nothing.matching, nothing.enforce_after), (Rule::default(), Days(0)));
    }

    #[test]
    fn invalid_values_are_refused() {
        for (member, text) in [
            (Member::AnyInitial, "none"),
            (Member::AnyInitial, "-1"),
            (Member::AnyInitial, "1.5"),
            (Member::SameCap, "many"),
            (Member::AnyEvery, "0d"),
            (Member::AnyEvery, "5m"),
            (Member::SameEvery, "8h"),
            (Member::MatchRequired, "board"),
            (Member::MatchRequired, "mac,mac"),
            (Member::MatchRequired, ""),
            (Member::MatchMinimum, "0"),
            (Member::Old, "none"),
            (Member::EnforceAfter, "1y"),
        ] {
            let refused = member.read(text).expect_err(text);
            assert!(refused.remedy.is_some() || refused.message.contains("twice"), "{refused}");
        }
        for member in Member::ALL {
            assert_eq!(member.read(member.default()).as_deref(), Ok(member.default()));
        }
        assert!("9".parse::<Count>().is_ok() && "0".parse::<Count>().is_err());
    }
}
