//! The states of a license, and the actions that each state allows.

/// The stored state of a license.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LifecycleStatus {
    /// The normal state.
    Open,
    /// A temporary stop.
    Suspended,
    /// Taken back completely by the vendor. Final.
    Withdrawn,
    /// Replaced by a successor. Final.
    Replaced,
    /// Ended as if the license had never been valid. Final.
    Revoked,
    /// Hidden from lists. Final.
    Deleted,
}

impl LifecycleStatus {
    /// Returns the word for the database.
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

    /// Returns whether the status is final. A final license can only be deleted.
    pub const fn is_final(self) -> bool {
        !matches!(self, LifecycleStatus::Open | LifecycleStatus::Suspended)
    }
}

/// The state that people and scripts see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisplayState {
    /// Deleted. The row and its audit entries stay.
    Deleted,
    /// Ended as if the license had never been valid.
    Revoked,
    /// Switched or replaced by a successor.
    Replaced,
    /// Taken back completely by the vendor.
    Withdrawn,
    /// Stopped until the license is reinstated.
    Suspended,
    /// Past the end day. This state is computed, never stored.
    Expired,
    /// Not delivered: in no container and no file.
    Parked,
    /// Placed in a container or delivered in a file, also before the first day.
    Active,
}

impl DisplayState {
    /// All states, in the order of precedence.
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

    /// Returns the state of the highest precedence. `is_over` means that the end day has come,
    /// `is_placed` that a placement or a delivery is live.
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

    /// Returns the word for JSON.
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

    /// Returns whether the state is final. A final license can only be deleted.
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

/// An action on a license, described in the imperative. Each action has a participle for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LicenseAction {
    /// Show the license.
    Show,
    /// Write the stored file again.
    Export,
    /// Change the terms.
    Edit,
    /// Set a later end.
    Extend,
    /// Assign or remove users.
    Assign,
    /// Place or deliver seats.
    Activate,
    /// Put the license on a ticket.
    Ticket,
    /// Place or deliver seats for a ticket.
    Redeem,
    /// Move seats from one container to another.
    Move,
    /// Issue the license again after the loss of its container.
    Recover,
    /// Write the next file of a license with a checkpoint.
    Renew,
    /// Start a session.
    Start,
    /// Take seats back from the customer.
    Return,
    /// Issue a successor of the other edition.
    Switch,
    /// Issue a successor.
    Replace,
    /// Take the license back for the vendor.
    Withdraw,
    /// End the license as if it had never been valid.
    Revoke,
    /// Hide the license from lists.
    Delete,
    /// Stop the license temporarily.
    Suspend,
    /// End the suspension.
    Reinstate,
}

impl LicenseAction {
    /// Returns the participle for the message "license L-… is withdrawn and cannot be edited".
    pub const fn passive(self) -> &'static str {
        match self {
            LicenseAction::Show => "shown",
            LicenseAction::Export => "exported",
            LicenseAction::Edit => "edited",
            LicenseAction::Extend => "extended",
            LicenseAction::Assign => "assigned",
            LicenseAction::Activate => "activated",
            LicenseAction::Ticket => "added to a ticket",
            LicenseAction::Redeem => "activated with a ticket",
            LicenseAction::Move => "moved",
            LicenseAction::Recover => "recovered",
            LicenseAction::Renew => "renewed",
            LicenseAction::Start => "used for sessions",
            LicenseAction::Return => "returned",
            LicenseAction::Switch => "switched",
            LicenseAction::Replace => "replaced",
            LicenseAction::Withdraw => "withdrawn",
            LicenseAction::Revoke => "revoked",
            LicenseAction::Delete => "deleted",
            LicenseAction::Suspend => "suspended",
            LicenseAction::Reinstate => "reinstated",
        }
    }
}

/// Returns whether a state allows an action.
pub const fn permits(state: DisplayState, verb: LicenseAction) -> bool {
    use DisplayState::{Active, Expired, Parked, Suspended};
    match verb {
        LicenseAction::Show | LicenseAction::Export | LicenseAction::Delete => true,
        LicenseAction::Edit
        | LicenseAction::Extend
        | LicenseAction::Assign
        | LicenseAction::Ticket => {
            matches!(state, Parked | Active | Suspended | Expired)
        }
        LicenseAction::Activate
        | LicenseAction::Redeem
        | LicenseAction::Move
        | LicenseAction::Renew
        | LicenseAction::Start => {
            matches!(state, Parked | Active)
        }
        LicenseAction::Recover
        | LicenseAction::Return
        | LicenseAction::Switch
        | LicenseAction::Replace
        | LicenseAction::Withdraw
        | LicenseAction::Revoke => !state.is_final(),
        LicenseAction::Suspend => matches!(state, Parked | Active | Expired),
        LicenseAction::Reinstate => matches!(state, Suspended),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected table: `+` allowed, `-` refused.
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

    const VERBS: [LicenseAction; 20] = [
        LicenseAction::Show,
        LicenseAction::Export,
        LicenseAction::Edit,
        LicenseAction::Extend,
        LicenseAction::Assign,
        LicenseAction::Activate,
        LicenseAction::Ticket,
        LicenseAction::Redeem,
        LicenseAction::Move,
        LicenseAction::Recover,
        LicenseAction::Renew,
        LicenseAction::Start,
        LicenseAction::Return,
        LicenseAction::Switch,
        LicenseAction::Replace,
        LicenseAction::Withdraw,
        LicenseAction::Revoke,
        LicenseAction::Delete,
        LicenseAction::Suspend,
        LicenseAction::Reinstate,
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
