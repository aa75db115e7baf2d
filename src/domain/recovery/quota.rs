//! The quota of recoveries of a license. The balance is computed from the ledger of the license
//! with the current policy, never stored. It is never below zero. A grant never expires, and
//! waiting never reduces the balance.

use crate::domain::time::{Date, Span, Timestamp, day_of};

/// The allowance of a policy in one scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// The number after the first activation.
    pub initial: u32,
    /// The period after which one more is allowed.
    pub every: Option<Span>,
    /// The maximum that the initial number and the periods give.
    pub cap: Option<u32>,
}

/// An event in the ledger of a license. At the same instant, grants come before uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A grant of a number of recoveries.
    Grant(u32),
    /// A recovery that was not reversed.
    Use,
}

/// The balance of a quota.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// The remaining recoveries from the initial number and the periods.
    pub earned: u32,
    /// The remaining recoveries from grants.
    pub granted: u32,
    /// The number of recoveries that were used.
    pub used: u32,
    /// The number of periods that added nothing because of the cap.
    pub lost: u32,
    /// The instant at which the next period adds one.
    pub next_at: Option<Timestamp>,
}

impl Balance {
    /// Returns the number of available recoveries.
    pub fn available(&self) -> u32 {
        self.earned.saturating_add(self.granted)
    }
}

impl Allowance {
    /// Computes the balance from the ledger and the ends of the periods, in the order of time.
    /// `start` is the first activation; without it, periods add nothing. An event after `now`,
    /// which is possible after the clock is set back, counts as an event at `now`, so that no
    /// recovery is used twice.
    pub fn balance(
        &self,
        start: Option<Timestamp>,
        ledger: &[(Timestamp, Event)],
        now: Timestamp,
    ) -> Balance {
        let cap = self.cap.unwrap_or(u32::MAX);
        let mut balance = Balance { earned: self.initial.min(cap), ..Balance::default() };
        let mut events: Vec<(Timestamp, Event)> =
            ledger.iter().map(|(at, event)| ((*at).min(now), *event)).collect();
        events.sort();
        let mut events = events.into_iter().peekable();
        let mut periods = start.into_iter().flat_map(|start| self.periods(start));
        let mut end = periods.next();
        loop {
            // At the same instant, a period comes before an event.
            match (end.filter(|end| *end <= now), events.peek()) {
                (Some(at), event) if event.is_none_or(|(then, _)| at <= *then) => {
                    if balance.earned < cap {
                        balance.earned += 1;
                    } else {
                        balance.lost = balance.lost.saturating_add(1);
                    }
                    end = periods.next();
                }
                (_, Some((_, Event::Grant(count)))) => {
                    balance.granted = balance.granted.saturating_add(*count);
                    events.next();
                }
                (_, Some((_, Event::Use))) => {
                    balance.used = balance.used.saturating_add(1);
                    // A use without a balance leaves no debt.
                    let from =
                        if balance.earned > 0 { &mut balance.earned } else { &mut balance.granted };
                    *from = from.saturating_sub(1);
                    events.next();
                }
                (_, None) => break,
            }
        }
        balance.next_at = end.filter(|_| balance.earned < cap);
        balance
    }

    /// Returns the ends of the periods. Each is computed from the start, so that short months do
    /// not accumulate.
    fn periods(&self, start: Timestamp) -> impl Iterator<Item = Timestamp> + use<> {
        let (first, every) = (day_of(start), self.every);
        let of_day = start.as_second() - first.midnight();
        (1u32..).map_while(move |number| {
            let day: Date = times(every?, number)?.after(first)?;
            Timestamp::from_second(day.midnight() + of_day).ok()
        })
    }
}

/// Returns a multiple of a duration; `None` for a duration of zero.
fn times(span: Span, number: u32) -> Option<Span> {
    match span {
        Span::Days(0) | Span::Months(0) => None,
        Span::Days(days) => days.checked_mul(number).map(Span::Days),
        Span::Months(months) => months.checked_mul(number).map(Span::Months),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    /// Returns an allowance of one at the start and one more after every two years.
    fn seed() -> Allowance {
        Allowance { initial: 1, every: Some(Span::Months(24)), cap: None }
    }

    #[test]
    fn one_at_the_start_and_one_more_after_every_two_years() {
        let (start, uses) =
            (at("2026-11-21T10:00:00Z"), [at("2027-01-01T00:00:00Z"), at("2028-11-21T10:00:00Z")]);
        let ledger = uses.map(|at| (at, Event::Use));
        let seen = |now: &str, uses: usize| {
            let balance = seed().balance(Some(start), &ledger[..uses], at(now));
            (balance.available(), balance.used, balance.next_at.map(|at| at.to_string()))
        };
        let next = |text: &str| Some(text.to_owned());
        assert_eq!(seen("2026-11-21T10:00:00Z", 0), (1, 0, next("2028-11-21T10:00:00Z")));
        assert_eq!(seen("2027-01-01T00:00:00Z", 1), (0, 1, next("2028-11-21T10:00:00Z")));
        assert_eq!(seen("2028-11-21T09:59:59Z", 1), (0, 1, next("2028-11-21T10:00:00Z")));
        // At the same instant, the period comes before the use.
        assert_eq!(seen("2028-11-21T10:00:00Z", 2), (0, 2, next("2030-11-21T10:00:00Z")));
        assert_eq!(seen("2032-11-21T10:00:00Z", 2), (2, 2, next("2034-11-21T10:00:00Z")));
    }

    #[test]
    fn recoveries_beyond_the_maximum_are_lost_but_grants_are_not() {
        let capped = Allowance { cap: Some(1), ..seed() };
        let start = at("2020-02-29T12:00:00Z");
        let granted = [(at("2021-01-01T00:00:00Z"), Event::Grant(2))];
        let balance = capped.balance(Some(start), &granted, at("2026-01-01T00:00:00Z"));
        assert_eq!(
            (balance.earned, balance.granted, balance.lost, balance.next_at),
            (1, 2, 2, None)
        );
        let used: Vec<_> =
            granted.into_iter().chain([(at("2025-12-01T00:00:00Z"), Event::Use)]).collect();
        let balance = capped.balance(Some(start), &used, at("2026-01-01T00:00:00Z"));
        // 29 February + 2 years = 1 March.
        let next = balance.next_at.map(|at| at.to_string());
        assert_eq!(
            (balance.earned, balance.granted, next.as_deref()),
            (0, 2, Some("2026-03-01T12:00:00Z"))
        );
        let nothing = Allowance { initial: 5, every: Some(Span::Days(1)), cap: Some(0) };
        assert_eq!(nothing.balance(Some(start), &[], at("2026-01-01T00:00:00Z")).available(), 0);
    }

    #[test]
    fn a_use_without_a_balance_leaves_no_debt() {
        let ledger = [(at("2027-01-01T00:00:00Z"), Event::Use); 5];
        let balance =
            seed().balance(Some(at("2026-11-21T10:00:00Z")), &ledger, at("2028-12-01T00:00:00Z"));
        assert_eq!((balance.available(), balance.used), (1, 5));
        assert_eq!(seed().balance(None, &[], at("2030-01-01T00:00:00Z")).available(), 1);
    }

    const BEGIN: i64 = 1_600_000_000;

    fn instants() -> impl Strategy<Value = Timestamp> {
        (0..4000i64)
            .prop_map(|step| Timestamp::from_second(BEGIN + step * 50_000).expect("an instant"))
    }

    fn allowances() -> impl Strategy<Value = Allowance> {
        let every = prop_oneof![
            Just(None),
            (1..500u32).prop_map(|days| Some(Span::Days(days))),
            (1..40u32).prop_map(|months| Some(Span::Months(months)))
        ];
        (0..4u32, every, prop::option::of(0..5u32)).prop_map(|(initial, every, cap)| Allowance {
            initial,
            every,
            cap,
        })
    }

    fn ledgers() -> impl Strategy<Value = Vec<(Timestamp, Event)>> {
        let event = prop_oneof![(1..4u32).prop_map(Event::Grant), Just(Event::Use)];
        // A small number of instants makes events at the same instant likely.
        let few = (0..40i64)
            .prop_map(|step| Timestamp::from_second(BEGIN + step * 5_000_000).expect("an instant"));
        prop::collection::vec((few, event), 0..12)
    }

    fn only_grants(ledger: &[(Timestamp, Event)]) -> u32 {
        ledger
            .iter()
            .map(|(_, event)| if let Event::Grant(count) = event { *count } else { 0 })
            .sum()
    }

    proptest! {
        #[test]
        fn earned_recoveries_never_exceed_the_maximum(allowed in allowances(), start in prop::option::of(instants()), ledger in ledgers(), now in instants()) {
            let balance = allowed.balance(start, &ledger, now);
            prop_assert!(balance.earned <= allowed.cap.unwrap_or(u32::MAX));
            prop_assert!(balance.granted <= only_grants(&ledger));
            let uses = ledger.iter().filter(|(_, event)| *event == Event::Use).count();
            prop_assert_eq!(balance.used as usize, uses);
            // No debt: the balance is at least the grants minus the uses.
            prop_assert!(i64::from(balance.available()) >= i64::from(only_grants(&ledger)) - i64::from(balance.used));
        }

        #[test]
        fn a_later_time_gives_no_less(allowed in allowances(), start in instants(), ledger in ledgers(), one in instants(), other in instants()) {
            let (earlier, later) = (one.min(other), one.max(other));
            prop_assert!(allowed.balance(Some(start), &ledger, earlier).available() <= allowed.balance(Some(start), &ledger, later).available());
        }

        #[test]
        fn granted_recoveries_stay_until_they_are_used(allowed in allowances(), start in instants(), ledger in ledgers(), now in instants(), count in 1..5u32) {
            let grants: Vec<_> = ledger.iter().filter(|(_, event)| *event != Event::Use).copied().collect();
            prop_assert_eq!(allowed.balance(Some(start), &grants, now).granted, only_grants(&grants));
            // A last grant increases the balance by its number.
            let before = allowed.balance(Some(start), &ledger, now).available();
            let last = ledger.iter().map(|(at, _)| *at).max().unwrap_or(now).max(now);
            let more: Vec<_> = ledger.iter().copied().chain([(last, Event::Grant(count))]).collect();
            let after = allowed.balance(Some(start), &more, now).available();
            // Grants come before the uses at the same instant, so a use without a balance may use
            // the new grant.
            let uses = ledger.iter().filter(|(at, event)| *event == Event::Use && (*at).min(now) == now).count();
            prop_assert!(after <= before + count && after as usize + uses >= (before + count) as usize);
        }

        #[test]
        fn the_order_of_writing_is_the_same(allowed in allowances(), start in instants(), ledger in ledgers(), now in instants(), seed in any::<u64>()) {
            let mut shuffled = ledger.clone();
            let mut seed = seed;
            for place in (1..shuffled.len()).rev() {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                shuffled.swap(place, usize::try_from(seed >> 33).unwrap_or(0) % (place + 1));
            }
            prop_assert_eq!(allowed.balance(Some(start), &shuffled, now), allowed.balance(Some(start), &ledger, now));
        }

        #[test]
        fn a_use_costs_at_most_one(allowed in allowances(), start in instants(), ledger in ledgers(), now in instants(), when in instants()) {
            let more: Vec<_> = ledger.iter().copied().chain([(when, Event::Use)]).collect();
            let (before, after) = (allowed.balance(Some(start), &ledger, now), allowed.balance(Some(start), &more, now));
            prop_assert!(after.available() <= before.available() && after.available() + 1 >= before.available());
        }
    }
}
