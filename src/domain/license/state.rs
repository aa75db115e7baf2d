//! The states of a license, and what may be done to it in each: the table of the model as one
//! function.

/// What was done to a license, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LifecycleStatus {
    /// Nothing has ended it.
    Open,
    /// Stopped for a while.
    Suspended,
    /// The vendor took all of it back. Final.
    Withdrawn,
    /// A successor took its place. Final.
    Replaced,
    /// Ended as if it had never been right. Final.
    Revoked,
    /// Out of everybody's sight. Final.
    Deleted,
}

impl LifecycleStatus {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            LifecycleStatus::Open => "open",
            LifecycleStatus::Suspended => "suspended",
            LifecycleStatus::Withdrawn => "withdrawn",
            LifecycleStatus::Replaced => "replaced",
            LifecycleStatus::Revoked => "revoked",
            LifecycleStatus::Deleted => "deleted",
        }
    }

    /// Whether it never changes again, but for being deleted.
    pub const fn is_final(self) -> bool {
        !matches!(self, LifecycleStatus::Open | LifecycleStatus::Suspended)
    }
}

/// The state that people and scripts see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisplayState {
    /// Deleted: its row and its history stay.
    Deleted,
    /// Revoked.
    Revoked,
    /// Switched or replaced: a successor has its place.
    Replaced,
    /// The vendor took all of it back.
    Withdrawn,
    /// Stopped until it is reinstated.
    Suspended,
    /// Past its end day. Computed, never stored.
    Expired,
    /// Nothing is placed or delivered.
    Parked,
    /// In use, or from its first day on.
    Active,
}

impl DisplayState {
    /// Every state, in the order in which the first that fits is shown.
    pub const ALL: [DisplayState; 8] = [
        DisplayState::Deleted,
        DisplayState::Revoked,
        DisplayState::Replaced,
        DisplayState::Withdrawn,
        DisplayState::Suspended,
        DisplayState::Expired,
        DisplayState::Parked,
        DisplayState::Active,
    ];

    /// The first that fits.
    pub const fn of(status: LifecycleStatus, is_over: bool, is_placed: bool) -> DisplayState {
        match status {
            LifecycleStatus::Deleted => DisplayState::Deleted,
            LifecycleStatus::Revoked => DisplayState::Revoked,
            LifecycleStatus::Replaced => DisplayState::Replaced,
            LifecycleStatus::Withdrawn => DisplayState::Withdrawn,
            LifecycleStatus::Suspended => DisplayState::Suspended,
            LifecycleStatus::Open if is_over => DisplayState::Expired,
            LifecycleStatus::Open if !is_placed => DisplayState::Parked,
            LifecycleStatus::Open => DisplayState::Active,
        }
    }

    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            DisplayState::Deleted => "deleted",
            DisplayState::Revoked => "revoked",
            DisplayState::Replaced => "replaced",
            DisplayState::Withdrawn => "withdrawn",
            DisplayState::Suspended => "suspended",
            DisplayState::Expired => "expired",
            DisplayState::Parked => "parked",
            DisplayState::Active => "active",
        }
    }

    /// Whether it never changes again, but for being deleted.
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            DisplayState::Deleted
                | DisplayState::Revoked
                | DisplayState::Replaced
                | DisplayState::Withdrawn
        )
    }
}

/// What may be done to a license, each with the words of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Look at it.
    Show,
    /// Write its file again.
    Export,
    /// Change its terms.
    Edit,
    /// Give it a later end.
    Extend,
    /// Register users, or no longer.
    Assign,
    /// Place or deliver seats.
    Activate,
    /// Be promised to who has a ticket.
    Ticket,
    /// Place or deliver seats for a ticket.
    Redeem,
    /// Take seats from one container to another.
    Move,
    /// Issue it again, because its container is lost.
    Recover,
    /// Write the next file of a checkpoint license.
    Renew,
    /// Take a seat.
    Start,
    /// The customer gives a placement back.
    Return,
    /// Sell it in the other edition.
    Switch,
    /// Sell another in its place.
    Replace,
    /// The vendor takes it back.
    Withdraw,
    /// End it as if it had never been right.
    Revoke,
    /// Take it out of sight.
    Delete,
    /// Stop it for a while.
    Suspend,
    /// Let it go on.
    Reinstate,
}

impl Verb {
    /// What a license in the wrong state cannot be.
    pub const fn passive(self) -> &'static str {
        match self {
            Verb::Show => "shown",
            Verb::Export => "exported",
            Verb::Edit => "edited",
            Verb::Extend => "extended",
            Verb::Assign => "assigned",
            Verb::Activate => "activated",
            Verb::Ticket => "put on a ticket",
            Verb::Redeem => "activated by a ticket",
            Verb::Move => "moved",
            Verb::Recover => "recovered",
            Verb::Renew => "renewed",
            Verb::Start => "used in a session",
            Verb::Return => "returned",
            Verb::Switch => "switched",
            Verb::Replace => "replaced",
            Verb::Withdraw => "withdrawn",
            Verb::Revoke => "revoked",
            Verb::Delete => "deleted",
            Verb::Suspend => "suspended",
            Verb::Reinstate => "reinstated",
        }
    }
}

/// Whether a verb works on a license in a state: MODEL.md, "Licenses".
pub const fn permits(state: DisplayState, verb: Verb) -> bool {
    use DisplayState::{Active, Expired, Parked, Suspended};
    match verb {
        Verb::Show | Verb::Export | Verb::Delete => true,
        Verb::Edit | Verb::Extend | Verb::Assign | Verb::Ticket => {
            matches!(state, Parked | Active | Suspended | Expired)
        }
        Verb::Activate | Verb::Redeem | Verb::Move | Verb::Renew | Verb::Start => {
            matches!(state, Parked | Active)
        }
        Verb::Recover
        | Verb::Return
        | Verb::Switch
        | Verb::Replace
        | Verb::Withdraw
        | Verb::Revoke => !state.is_final(),
        Verb::Suspend => matches!(state, Parked | Active | Expired),
        Verb::Reinstate => matches!(state, Suspended),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as a person reads it: `+` works, `-` is refused.
    const TABLE: &str = "
                  deleted revoked replaced withdrawn suspended expired parked active
        show      +       +       +        +         +         +       +      +
        export    +       +       +        +         +         +       +      +
        edit      -       -       -        -         +         +       +      +
        extend    -       -       -        -         +         +       +      +
        assign    -       -       -        -         +         +       +      +
        activate  -       -       -        -         -         -       +      +
        ticket    -       -       -        -         +         +       +      +
        redeem    -       -       -        -         -         -       +      +
        move      -       -       -        -         -         -       +      +
        recover   -       -       -        -         +         +       +      +
        renew     -       -       -        -         -         -       +      +
        start     -       -       -        -         -         -       +      +
        return    -       -       -        -         +         +       +      +
        switch    -       -       -        -         +         +       +      +
        replace   -       -       -        -         +         +       +      +
        withdraw  -       -       -        -         +         +       +      +
        revoke    -       -       -        -         +         +       +      +
        delete    +       +       +        +         +         +       +      +
        suspend   -       -       -        -         -         +       +      +
        reinstate -       -       -        -         +         -       -      -";

    /// Every verb.
    const VERBS: [Verb; 20] = [
        Verb::Show,
        Verb::Export,
        Verb::Edit,
        Verb::Extend,
        Verb::Assign,
        Verb::Activate,
        Verb::Ticket,
        Verb::Redeem,
        Verb::Move,
        Verb::Recover,
        Verb::Renew,
        Verb::Start,
        Verb::Return,
        Verb::Switch,
        Verb::Replace,
        Verb::Withdraw,
        Verb::Revoke,
        Verb::Delete,
        Verb::Suspend,
        Verb::Reinstate,
    ];

    #[test]
    fn every_pair_of_state_and_verb_is_as_the_table_says() {
        let mut lines = TABLE.lines().filter(|line| !line.trim().is_empty());
        let states: Vec<&str> = lines.next().expect("a head").split_whitespace().collect();
        assert_eq!(states, DisplayState::ALL.map(DisplayState::as_str));
        let mut pairs = 0;
        for (line, verb) in lines.zip(VERBS) {
            let mut words = line.split_whitespace();
            assert_eq!(words.next(), Some(format!("{verb:?}").to_lowercase().as_str()));
            for (state, mark) in DisplayState::ALL.into_iter().zip(words) {
                assert_eq!(
                    permits(state, verb),
                    mark == "+",
                    "{verb:?} of a {} license",
                    state.as_str()
                );
                pairs += 1;
            }
        }
        assert_eq!(pairs, DisplayState::ALL.len() * VERBS.len());
    }

    #[test]
    fn the_first_that_fits_is_shown() {
        for status in [
            LifecycleStatus::Withdrawn,
            LifecycleStatus::Replaced,
            LifecycleStatus::Revoked,
            LifecycleStatus::Deleted,
            LifecycleStatus::Suspended,
        ] {
            for (is_over, is_placed) in [(true, true), (true, false), (false, true), (false, false)]
            {
                let state = DisplayState::of(status, is_over, is_placed);
                assert_eq!(
                    (state.as_str(), state.is_final()),
                    (status.as_str(), status.is_final())
                );
            }
        }
        assert_eq!(DisplayState::of(LifecycleStatus::Open, true, false), DisplayState::Expired);
        assert_eq!(DisplayState::of(LifecycleStatus::Open, false, false), DisplayState::Parked);
        assert_eq!(DisplayState::of(LifecycleStatus::Open, false, true), DisplayState::Active);
    }
}
