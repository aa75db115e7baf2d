//! Recoveries: lost licenses issued again into another container, the policy that says how often
//! and how the old container is stopped, and which scope a recovery is in.

pub mod quota;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use licentia_runtime::{Device, Properties};
use serde::{Deserialize, Serialize};

use crate::domain::Error;
use crate::domain::container::fingerprint::Rule;
use crate::domain::license::terms::Clear;
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
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$case,)*];

            /// The word.
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
                    let known = Remedy::advice(format!("one of {}", words.join(", ")));
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
    /// Where a license is recovered to, as its quota counts.
    Scope, "a scope" {
        /// Any container.
        Any = "any",
        /// The same computer.
        Same = "same",
    }
}

words! {
    /// Why a license is to be recovered.
    Reason, "a reason" {
        /// Nobody knows where it is.
        Lost = "lost",
        /// Somebody has it who should not.
        Stolen = "stolen",
        /// It is no more.
        Destroyed = "destroyed",
        /// The hardware does not work.
        Defective = "defective",
        /// The computer was changed too much.
        Broken = "broken",
        /// Its files are not what they were.
        Invalid = "invalid",
        /// The computer was set up anew.
        Reinstalled = "reinstalled",
    }
}

words! {
    /// What becomes of the old container.
    Old, "a way to treat the old container" {
        /// It is stopped.
        Block = "block",
        /// What was recovered is taken out of it.
        Withdraw = "withdraw",
        /// No update is written for it: it is lost.
        Nothing = "nothing",
    }
}

/// The code of a block that a recovery decided.
pub const RECOVERED: &str = "recovered";

words! {
    /// The values of a policy, as they are typed.
    Member, "a value of a recovery policy" {
        /// Recoveries into any container, at the first activation.
        AnyInitial = "any-initial",
        /// One more after each such period.
        AnyEvery = "any-every",
        /// The most that are kept.
        AnyCap = "any-cap",
        /// The same on the same computer.
        SameInitial = "same-initial",
        /// One more after each such period.
        SameEvery = "same-every",
        /// The most that are kept.
        SameCap = "same-cap",
        /// The properties that have to fit.
        MatchRequired = "match-required",
        /// How many in all.
        MatchMinimum = "match-minimum",
        /// What becomes of the old container.
        Old = "old",
        /// For how long the status list says nothing of a block.
        EnforceAfter = "enforce-after",
    }
}

impl Member {
    /// What counts where nobody said anything.
    pub const fn default(self) -> &'static str {
        match self {
            Member::AnyInitial | Member::SameInitial => "0",
            Member::Old => "block",
            Member::EnforceAfter => "0d",
            _ => "none",
        }
    }

    /// The value as it is kept, or what is wrong with it.
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

/// The most recoveries that a policy or a grant gives at once.
const MOST: u32 = 1_000_000;

fn uses(text: &str) -> Result<u32, Error> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && *number <= MOST);
    number.ok_or_else(|| {
        Error::usage(format!("{text:?} is not a number of recoveries"))
            .advice(format!("a whole number from 0 to {MOST}"))
    })
}

fn minimum(text: &str) -> Result<u32, Error> {
    uses(text).ok().filter(|number| (1..=64).contains(number)).ok_or_else(|| {
        Error::usage(format!("{text:?} is not a number of properties"))
            .advice("a whole number from 1 to 64; none for two thirds of those that a computer has")
    })
}

fn period(text: &str) -> Result<Span, Error> {
    let span: Span = text.parse()?;
    match span {
        Span::Days(0) | Span::Months(0) => Err(Error::usage(format!("{text} is no time at all"))
            .advice("like 90d, 1y or 2y; none for no period")),
        span => Ok(span),
    }
}

/// Properties of computers that are read where the customer's program runs.
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
            let known = Remedy::advice(format!("some of {}", KNOWN.join(", ")));
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

/// A policy as somebody wrote it: what was omitted stays omitted, so that what is below counts.
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
    /// What was said of a value.
    pub fn get(&self, member: Member) -> Option<&str> {
        self.0.get(&member).map(String::as_str)
    }

    /// Says a value, as [`Member::read`] gave it; `None` drops it.
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

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was said, in the order of the members.
    pub fn iter(&self) -> impl Iterator<Item = (Member, &str)> {
        self.0.iter().map(|(member, text)| (*member, text.as_str()))
    }

    /// What holds where this lies over another.
    pub fn over(&self, below: &Policy) -> Rules {
        let text =
            |member: Member| self.get(member).or(below.get(member)).unwrap_or(member.default());
        let number = |member: Member| text(member).parse().unwrap_or(0);
        let count = |member: Member| text(member).parse().ok();
        let allowance = |initial, every, cap| Allowance {
            initial: number(initial),
            every: text(every).parse::<Clear<Span>>().ok().and_then(Clear::value),
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

/// A policy that says everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Into any container.
    pub any: Allowance,
    /// On the same computer.
    pub same: Allowance,
    /// When a computer is the same.
    pub matching: Rule,
    /// What becomes of the old container.
    pub old: Old,
    /// For how long the status list says nothing of a block.
    pub enforce_after: Days,
}

impl Rules {
    /// What is allowed in a scope.
    pub fn allowance(&self, scope: Scope) -> Allowance {
        match scope {
            Scope::Any => self.any,
            Scope::Same => self.same,
        }
    }

    /// In which scope it is to go on from one computer to another; of what is no computer there are
    /// no properties.
    pub fn scope(&self, old: &Properties, new: &Properties) -> Scope {
        let found = Device { properties: new.clone(), ..Device::default() };
        if self.matching.fits(old, &found) { Scope::Same } else { Scope::Any }
    }
}

/// Grants and uses of a license and of those before it, and when it was activated first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The first activation.
    pub start: Option<Timestamp>,
    /// What happened, in each scope.
    pub events: Vec<(Timestamp, Scope, Event)>,
}

impl Ledger {
    /// What is left in a scope.
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

/// How many recoveries somebody allows at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u32);

impl FromStr for Count {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        let number = uses(text)?;
        if number == 0 {
            Err(Error::usage("a grant of nothing").remedy(Remedy::CountOne))
        } else {
            Ok(Count(number))
        }
    }
}

/// Recoveries that somebody allowed beyond the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The license's serial.
    pub license: Serial,
    /// In which scope.
    pub scope: Scope,
    /// How many.
    pub count: u32,
    /// Why.
    pub reason: Name,
}

/// A license that was recovered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Its serial.
    pub license: String,
    /// Which quota it was taken from; none where the hardware came back.
    pub scope: Option<Scope>,
    /// How many seats.
    pub seats: u32,
    /// The id of the file that was written.
    pub jti: Option<String>,
}

/// Licenses issued again into another container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Its serial.
    pub serial: Serial,
    /// Whose licenses they are.
    pub customer: Slug,
    /// The serial of the old container.
    pub from: String,
    /// The serial of the new one.
    pub to: String,
    /// Why.
    pub reason: Reason,
    /// What somebody wrote down about it.
    pub note: Option<Name>,
    /// Whether the hardware came back.
    pub returned: bool,
    /// The licenses, oldest first.
    pub licenses: Vec<Recovered>,
    /// What became of the old container.
    pub old: Old,
    /// The counter at which the new container has them.
    pub to_counter: u64,
    /// The counters at which the updates were written that tell both containers: the old one, the
    /// new one.
    pub updates: (Option<u64>, Option<u64>),
    /// Where it came from.
    pub reference: Option<Reference>,
    /// When, RFC 3339.
    pub created_at: String,
    /// When and why it was reversed.
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
    fn what_is_no_value_is_refused() {
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
