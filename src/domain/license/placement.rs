//! Placement of a license: seats enter and leave containers. No seat is in two places. Seats that
//! leave hardware are free only after the proof of their removal.

use licentia_runtime::Model;

use crate::domain::license::License;
use crate::domain::license::activation::{
    Activation, ActivationId, ActivationState, PendingRemoval, Place,
};
use crate::domain::name::count_of;
use crate::domain::product::ContainerKind;
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};

/// The way in which seats leave a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leave<'a> {
    /// [`ActivationState::Returned`] or [`ActivationState::Withdrawn`].
    pub ends_as: ActivationState,
    /// The counter at which the hardware no longer contains the seats; `None` if no proof is
    /// needed.
    pub gone_at: Option<u64>,
    /// The serial of the container to which the seats go.
    pub moves_to: Option<&'a str>,
}

impl License {
    /// Returns the activations whose seats are allocated: live, or with a pending removal.
    pub fn held(&self) -> impl Iterator<Item = &Activation> {
        self.activations.iter().filter(|activation| activation.is_held())
    }

    /// Returns the seats in devices and dongles. Sessions cannot use them.
    pub fn seats_in_hardware(&self) -> u32 {
        let in_hardware = |activation: &&Activation| {
            activation.container.as_ref().is_some_and(|place| place.kind.is_hardware())
        };
        self.held().filter(in_hardware).map(|activation| activation.seats).sum()
    }

    /// Returns the seats in containers of any kind.
    pub fn seats_in_containers(&self) -> u32 {
        self.held()
            .filter(|activation| activation.container.is_some())
            .map(|activation| activation.seats)
            .sum()
    }

    /// Places seats in a container: the given number, or one seat of a license for devices and all
    /// unallocated seats of any other license. Further seats in the same container are the next
    /// revision of the same activation. Returns the id of the activation.
    ///
    /// # Errors
    ///
    /// `no_seat` for more seats than are unallocated, for a license that is delivered unbound, for
    /// hardware if live sessions need the seats, and for a second seat of a license for devices in
    /// a container. `wrong_kind` for a license for devices in a cloud container, `usage` for
    /// another number than one of its seats.
    pub fn place(&mut self, at: &Place, seats: Option<u32>) -> Result<ActivationId, Error> {
        let (serial, called, container) = (self.serial.clone(), self.called(), &at.serial);
        if self.held().any(|activation| activation.container.is_none()) {
            let message = format!(
                "license {serial} is delivered unbound, with all its seats ({})",
                count_of(self.entitlement.seats as usize, "seat")
            );
            return Err(Error::new(ErrorCode::NoSeat, message)
                .remedy(Remedy::ReturnUnbound { license: serial.to_string() }));
        }
        let existing = self.live().find(|it| it.is_in(container)).map(|it| it.id);
        let free = self.entitlement.seats.saturating_sub(self.seats_placed());
        if self.entitlement.model == Model::Device {
            if at.kind == ContainerKind::Cloud {
                let message = format!(
                    "each seat of {called} is one computer or dongle, and container {container} is \
                     a cloud container"
                );
                return Err(Error::new(ErrorCode::WrongKind, message).remedy(Remedy::CloudModels));
            }
            if let Some(seats) = seats.filter(|seats| *seats != 1) {
                return Err(Error::usage(format!(
                    "each seat of license {serial} is one computer or dongle, and {} are requested \
                     for container {container}",
                    count_of(seats as usize, "seat")
                ))
                .remedy(Remedy::OmitSeats));
            }
            if existing.is_some() {
                return Err(Error::new(
                    ErrorCode::NoSeat,
                    format!("license {serial} already has a seat in container {container}"),
                )
                .advice("choose a different container for the next seat"));
            }
        }
        let wanted =
            seats.unwrap_or(if self.entitlement.model == Model::Device { 1 } else { free });
        if wanted > free || wanted == 0 {
            return Err(self.no_seat(free, wanted));
        }
        if at.kind.is_hardware() && self.sessions > self.seats_for_sessions().saturating_sub(wanted)
        {
            let live = count_of(self.sessions as usize, "live session");
            let message = format!(
                "license {serial} has {live}, and {} in hardware would leave too few seats for \
                 sessions",
                count_of(wanted as usize, "seat")
            );
            return Err(Error::new(ErrorCode::NoSeat, message)
                .remedy(Remedy::EndSessionsOrPlaceFewer { license: serial.to_string() }));
        }
        if let Some(activation) = existing.and_then(|id| self.activation_mut(id)) {
            activation.seats += wanted;
            let id = activation.id;
            self.next_revision();
            return Ok(id);
        }
        let before = self.activations.iter().filter(|activation| activation.is_in(container));
        let generation = before.map(|activation| activation.generation).max().unwrap_or(0) + 1;
        // The highest revision of a license in a container is valid, so the new file needs a higher
        // revision than the files of earlier generations.
        if generation > 1 {
            self.next_revision();
        }
        Ok(self.add_activation(Activation::new(Some(at.clone()), wanted, generation)))
    }

    /// Hands the license over to another home, which keeps the container. All seats go there, and
    /// that home keeps the license from then on.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a license that was delivered before. `usage` for a part of the seats, and
    /// for terms that the file cannot state to that home.
    pub fn give_away(&mut self, container: &str, seats: Option<u32>) -> Result<(), Error> {
        let kept = format!("container {container} was adopted from the first home");
        if !self.activations.is_empty() {
            return Err(Error::new(
                ErrorCode::WrongState,
                format!(
                    "{kept} and takes new licenses only: {} was delivered before",
                    self.called()
                ),
            )
            .advice("issue a new license into the container"));
        }
        if seats.is_some_and(|seats| seats != self.entitlement.seats) {
            return Err(Error::usage(format!(
                "{kept}, and all seats of {} must be placed in the container",
                self.called()
            ))
            .remedy(Remedy::OmitSeats));
        }
        if self.entitlement.hosts_per_user.is_some()
            || self.entitlement.model == Model::Floating && !self.entitlement.users.is_empty()
        {
            return Err(Error::usage(format!(
                "{kept}, and a license file states neither the maximum number of computers of one \
                 user nor the users of a floating license"
            ))
            .advice(
                "omit these values here, and set them at the first home after the import of the \
                 update",
            ));
        }
        self.adopted = true;
        Ok(())
    }

    fn no_seat(&self, free: u32, wanted: u32) -> Error {
        let (serial, seats) = (&self.serial, count_of(self.entitlement.seats as usize, "seat"));
        let message = match free {
            0 => format!("license {serial} has no unallocated seat ({seats}, all allocated)"),
            free => format!(
                "license {serial} has {free} of {seats} unallocated, and {wanted} are requested"
            ),
        };
        let waiting = self.held().find(|activation| activation.state == ActivationState::Returning);
        let remedy = match waiting {
            Some(first) => {
                let waiting =
                    self.held().filter(|activation| activation.state == ActivationState::Returning);
                // Seats that move to another container do not become unallocated.
                let moves = |it: &&Activation| {
                    it.pending_removal.as_ref().is_some_and(|pending| pending.moves_to.is_some())
                };
                let (moving, freed): (Vec<_>, Vec<_>) = waiting.partition(moves);
                let sum = |of: &[&Activation]| of.iter().map(|it| it.seats).sum::<u32>() as usize;
                let seats = count_of(sum(&freed), "seat");
                let more = match sum(&moving) {
                    0 => String::new(),
                    more => format!(" ({more} more move to another container)"),
                };
                let first = freed.first().copied().unwrap_or(first);
                first.proof(Some(format!("{seats} with a pending removal from hardware{more}")))
            }
            // Without seats in containers, there is nothing to return.
            None if wanted > self.entitlement.seats || self.held().next().is_none() => {
                Remedy::AddSeats { license: serial.to_string() }
            }
            None => Remedy::FreeSeats { license: serial.to_string() },
        };
        Error::new(ErrorCode::NoSeat, message).remedy(remedy)
    }

    /// Removes seats from a container: the given number, or all live seats in the container. A
    /// removal of a part is the next revision. Returns the number of seats.
    ///
    /// # Errors
    ///
    /// `not_placed` if no live seat is in the container. `no_seat` for more seats than are there,
    /// and for a part of the seats in hardware if there are more live sessions than seats for them.
    pub fn leave(
        &mut self,
        container: &str,
        seats: Option<u32>,
        leave: &Leave<'_>,
        now: Timestamp,
    ) -> Result<u32, Error> {
        let serial = self.serial.clone();
        // After the clock is set back, there can be more live sessions than seats for them.
        let are_held = self.sessions > self.seats_for_sessions();
        let Some(activation) = self
            .activations
            .iter_mut()
            .find(|activation| activation.is_live() && activation.is_in(container))
        else {
            let waits = self.held().find(|activation| activation.is_in(container));
            let message = if waits.is_some() {
                format!(
                    "the removal of license {serial} from container {container} is already pending"
                )
            } else {
                format!("license {serial} is not in container {container}")
            };
            let remedy = waits.map_or_else(
                || self.shows("the containers of the license"),
                |waits| waits.proof(None),
            );
            return Err(Error::new(ErrorCode::NotPlaced, message).remedy(remedy));
        };
        let held = activation.seats;
        let gone = seats.unwrap_or(held);
        if gone > held {
            let message = format!(
                "license {serial} has {} in container {container}, not {gone}",
                count_of(held as usize, "seat")
            );
            return Err(Error::new(ErrorCode::NoSeat, message).remedy(Remedy::OmitSeatsForAll));
        }
        if leave.gone_at.is_some() && gone < held && are_held {
            let message =
                format!("license {serial} has more live sessions than seats for sessions");
            return Err(Error::new(ErrorCode::NoSeat, message)
                .remedy(Remedy::EndSessions { license: serial.to_string() }));
        }
        let pending_removal = leave.gone_at.map(|gone_at| PendingRemoval {
            ends_as: leave.ends_as,
            gone_at,
            moves_to: leave.moves_to.map(str::to_owned),
        });
        let (state, ended_at) = match &pending_removal {
            Some(_) => (ActivationState::Returning, None),
            None => (leave.ends_as, Some(now.to_string())),
        };
        if gone == held {
            (activation.state, activation.ended_at, activation.pending_removal) =
                (state, ended_at, pending_removal);
            return Ok(gone);
        }
        activation.seats -= gone;
        if pending_removal.is_some() {
            let part = Activation {
                seats: gone,
                state,
                pending_removal,
                ended_at,
                file: None,
                ..activation.clone()
            };
            self.add_activation(part);
        }
        self.next_revision();
        Ok(gone)
    }

    /// Ends all activations in a lost container. Live seats are recovered; seats with a pending
    /// removal become free. Returns the number of live seats, which must be issued again.
    pub fn recover(&mut self, container: &str, now: Timestamp) -> u32 {
        let mut seats = 0;
        for activation in self
            .activations
            .iter_mut()
            .filter(|activation| activation.is_held() && activation.is_in(container))
        {
            let ends_as = activation
                .pending_removal
                .as_ref()
                .map_or(ActivationState::Recovered, |pending_removal| pending_removal.ends_as);
            if activation.is_live() {
                seats += activation.seats;
            }
            (activation.state, activation.ended_at) = (ends_as, Some(now.to_string()));
        }
        seats
    }

    /// Removes seats from a container that perhaps never received them. They are free at once.
    /// Returns their number.
    ///
    /// # Errors
    ///
    /// `wrong_state` if the seats are no longer in the container.
    pub fn take_out(&mut self, container: &str, seats: u32, now: Timestamp) -> Result<u32, Error> {
        let leave = Leave { ends_as: ActivationState::Withdrawn, gone_at: None, moves_to: None };
        let serial = self.serial.clone();
        self.leave(container, Some(seats), &leave, now).map_err(|error| {
            let message = format!(
                "the seats of license {serial} that the recovery placed in container {container} \
                 are no longer there: {error}"
            );
            Error::new(ErrorCode::WrongState, message)
                .remedy(self.shows("the containers of the license"))
        })
    }

    /// Ends the activations that a container at this counter proves to be removed; with `None`, all
    /// activations in it, live ones included. Returns the seats that move on, each with the serial
    /// of the next container.
    pub fn settle(
        &mut self,
        container: &str,
        counter: Option<u64>,
        now: Timestamp,
    ) -> Vec<(u32, String)> {
        let mut moves = Vec::new();
        for activation in self
            .activations
            .iter_mut()
            .filter(|activation| activation.is_held() && activation.is_in(container))
        {
            let ends_as = match (&activation.pending_removal, counter) {
                (Some(pending_removal), None) => pending_removal.ends_as,
                (Some(pending_removal), Some(counter)) if pending_removal.gone_at <= counter => {
                    pending_removal.ends_as
                }
                (None, None) => ActivationState::Returned,
                _ => continue,
            };
            moves.extend(activation.pending_removal.as_ref().and_then(|pending_removal| {
                Some((activation.seats, pending_removal.moves_to.clone()?))
            }));
            (activation.state, activation.ended_at) = (ends_as, Some(now.to_string()));
        }
        moves
    }
}
