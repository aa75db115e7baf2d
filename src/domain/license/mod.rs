//! Licenses: the record, its state and its changes.

pub mod activation;
pub mod entitlement;
pub mod placement;
pub mod prerequisite;
pub mod state;
pub mod terms;

use licentia_runtime::Model;

use crate::domain::customer::User;
use crate::domain::license::activation::{Activation, ActivationId, File};
use crate::domain::license::entitlement::{Entitlement, check_calendar};
use crate::domain::license::state::{DisplayState, LicenseAction, LifecycleStatus, permits};
use crate::domain::name::{Reference, Username, count_of};
use crate::domain::product::ContainerKind;
use crate::domain::recovery::Policy;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::{Date, Span, Timestamp, day_of, last_day};
use crate::domain::{Error, ErrorCode};

/// A license in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct License {
    /// The serial.
    pub serial: Serial,
    /// The content of the grant.
    pub entitlement: Entitlement,
    /// The revision. It rises with every change of the content of the files.
    pub revision: u32,
    /// The order number or other external reference.
    pub reference: Option<Reference>,
    /// The hash of the reference of the request that created the license, which its files carry.
    /// 22 characters of base64url.
    pub reference_hash: Option<String>,
    /// The serial of the predecessor.
    pub replaces: Option<String>,
    /// The serial of the successor.
    pub replaced_by: Option<String>,
    /// The stored state.
    pub status: LifecycleStatus,
    /// The reason for a status other than open, in the words of a person.
    pub reason: Option<String>,
    /// The instant since which the license is not open, RFC 3339.
    pub state_since: Option<String>,
    /// The current and the ended activations.
    pub activations: Vec<Activation>,
    /// The mark of a license that another home keeps. Here it can only be shown, exported and
    /// returned.
    pub adopted: bool,
    /// The values that replace those of the recovery policy of the product.
    pub recovery: Policy,
    /// The number of live sessions when the license was read.
    pub sessions: u32,
    /// The instant of issue, RFC 3339.
    pub created_at: String,
}

impl License {
    /// Creates a license that is in no container and no file. Its serial is a placeholder until it
    /// is stored.
    pub fn new(entitlement: Entitlement, reference: Option<Reference>, now: Timestamp) -> License {
        License {
            serial: unwritten(),
            entitlement,
            revision: 1,
            reference,
            reference_hash: None,
            replaces: None,
            replaced_by: None,
            status: LifecycleStatus::Open,
            reason: None,
            state_since: None,
            activations: Vec::new(),
            adopted: false,
            recovery: Policy::default(),
            sessions: 0,
            created_at: now.to_string(),
        }
    }

    /// Returns the license in the words of a sentence: `license L-…`, or `the license` before it is
    /// stored.
    pub fn called(&self) -> String {
        if self.serial == unwritten() {
            "the license".to_owned()
        } else {
            format!("license {}", self.serial)
        }
    }

    /// Returns the state of the highest precedence at an instant.
    pub fn state(&self, now: Timestamp) -> DisplayState {
        let is_over = self.entitlement.ends.is_some_and(|end| end <= day_of(now));
        DisplayState::of(self.status, is_over, self.live().next().is_some())
    }

    /// Refuses an action that the state of the license does not allow.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check(&self, verb: LicenseAction, now: Timestamp) -> Result<(), Error> {
        let (state, serial) = (self.state(now), &self.serial);
        if self.adopted
            && !matches!(verb, LicenseAction::Show | LicenseAction::Export | LicenseAction::Return)
        {
            if self.live().next().is_none() {
                let message = format!(
                    "license {serial} is managed by the first home and is no longer in an adopted \
                     container"
                );
                return Err(Error::new(ErrorCode::WrongState, message).advice(
                    "change the license at the first home, or issue another license at this site",
                ));
            }
            let message = format!(
                "license {serial} is managed by the first home, from which its container was \
                 adopted"
            );
            return Err(Error::new(ErrorCode::WrongState, message).advice(
                "this site can only return the license; make other changes at the first home",
            ));
        }
        if permits(state, verb) {
            return Ok(());
        }
        let since = match (&self.state_since, &self.reason) {
            (Some(at), Some(reason)) => format!(" (since {at}: {reason})"),
            (Some(at), None) if self.status != LifecycleStatus::Open => format!(" (since {at})"),
            _ => String::new(),
        };
        let message = match verb.passive() {
            passive if passive == state.as_str() => {
                format!("license {serial} is already {passive}{since}")
            }
            passive => {
                format!("license {serial} is {}{since} and cannot be {passive}", state.as_str())
            }
        };
        let license = serial.to_string();
        let remedy = match (state, &self.replaced_by) {
            (DisplayState::Replaced, Some(successor)) => Remedy::Show {
                noun: Noun::License,
                id: successor.clone(),
                facts: "the successor of the license",
            },
            (state, _) if state.is_final() && verb.passive() == state.as_str() => {
                Remedy::advice("nothing to do")
            }
            (state, _) if state.is_final() => Remedy::IssueAnother,
            (DisplayState::Suspended, _) => Remedy::Reinstate { license },
            (DisplayState::Expired, _) if verb != LicenseAction::Reinstate => {
                Remedy::Extend { license }
            }
            _ => self.shows("the state of the license"),
        };
        Err(Error::new(ErrorCode::WrongState, message).remedy(remedy))
    }

    /// Returns the remedy that shows the license.
    fn shows(&self, facts: &'static str) -> Remedy {
        Remedy::Show { noun: Noun::License, id: self.serial.to_string(), facts }
    }

    /// Returns the activation with an id.
    pub fn activation(&self, id: ActivationId) -> Option<&Activation> {
        self.activations.iter().find(|activation| activation.id == id)
    }

    /// Returns the activation with an id for a change.
    pub fn activation_mut(&mut self, id: ActivationId) -> Option<&mut Activation> {
        self.activations.iter_mut().find(|activation| activation.id == id)
    }

    /// Records the newest file of an activation.
    pub fn set_file(&mut self, id: ActivationId, file: File) {
        if let Some(activation) = self.activation_mut(id) {
            activation.file = Some(file);
        }
    }

    /// Adds an activation under the next new id of the license, and returns that id. It replaces an
    /// id that the activation has, as a copy of another activation does.
    pub fn add_activation(&mut self, activation: Activation) -> ActivationId {
        let numbers = self.activations.iter().filter_map(|activation| match activation.id {
            ActivationId::New(number) => Some(number),
            ActivationId::Stored(_) => None,
        });
        let id = ActivationId::New(numbers.max().map_or(0, |last| last + 1));
        self.activations.push(Activation { id, ..activation });
        id
    }

    /// Returns the live activations.
    pub fn live(&self) -> impl Iterator<Item = &Activation> {
        self.activations.iter().filter(|activation| activation.is_live())
    }

    /// Returns the allocated seats: in a container, delivered, or with a pending removal.
    pub fn seats_placed(&self) -> u32 {
        self.held().map(|activation| activation.seats).sum()
    }

    /// Replaces the placeholder of a new container by its serial.
    pub fn rename_container(&mut self, placeholder: &str, serial: &str) {
        let containers = self.activations.iter_mut().filter_map(|it| it.container.as_mut());
        for container in containers.filter(|container| container.serial == placeholder) {
            serial.clone_into(&mut container.serial);
        }
    }

    /// Returns the unallocated seats: those in no container and no file. A license that was ended
    /// has none.
    pub fn seats_free(&self) -> u32 {
        if self.status.is_final() {
            0
        } else {
            self.entitlement.seats.saturating_sub(self.seats_placed())
        }
    }

    /// Returns the number of assigned users.
    pub fn assigned(&self) -> u32 {
        u32::try_from(self.entitlement.users.len()).unwrap_or(u32::MAX)
    }

    /// Returns the available seats: of a named license the unassigned seats, of a floating license
    /// the idle seats, of a license for devices the unallocated seats. A license that was ended has
    /// none.
    pub fn free(&self) -> u32 {
        let free = match self.entitlement.model {
            Model::Named => self.entitlement.seats.saturating_sub(self.assigned()),
            Model::Floating => self.seats_for_sessions().saturating_sub(self.sessions),
            Model::Device => self.entitlement.seats.saturating_sub(self.seats_placed()),
        };
        if self.status.is_final() { 0 } else { free }
    }

    /// Returns the seats for sessions: all seats except those in devices and dongles.
    pub fn seats_for_sessions(&self) -> u32 {
        self.entitlement.seats.saturating_sub(self.seats_in_hardware())
    }

    /// Increments the revision. This is the only function that does so. The highest revision of a
    /// license in a container is valid, so each change of the content of a file needs exactly one
    /// new revision.
    pub fn next_revision(&mut self) {
        self.revision += 1;
    }

    /// Returns the next revision with other terms. An unbound delivery gets the new number of
    /// seats.
    ///
    /// # Errors
    ///
    /// `no_seat` for fewer seats than are in containers or needed by live sessions. `in_use` for a
    /// license for devices that has live sessions, or that is in a cloud container or has several
    /// seats in one container.
    pub fn revise(&self, entitlement: Entitlement) -> Result<License, Error> {
        if entitlement.model == Model::Device && self.sessions > 0 {
            let live = count_of(self.sessions as usize, "live session");
            return Err(Error::new(
                ErrorCode::InUse,
                format!(
                    "license {} has {live}, and a license of the model device cannot have sessions",
                    self.serial
                ),
            )
            .advice("end all sessions of the license first"));
        }
        let in_containers = self.seats_in_containers();
        if entitlement.seats < in_containers {
            let (placed, seats) = (
                count_of(in_containers as usize, "seat"),
                count_of(entitlement.seats as usize, "seat"),
            );
            return Err(Error::new(
                ErrorCode::NoSeat,
                format!(
                    "license {} has {placed} in containers and cannot be reduced to {seats}",
                    self.serial
                ),
            )
            .remedy(Remedy::ReturnSeats { license: self.serial.to_string() }));
        }
        let unfit = |it: &&Activation| {
            let goes_on = it.is_live()
                || it
                    .pending_removal
                    .as_ref()
                    .is_some_and(|pending_removal| pending_removal.moves_to.is_some());
            it.container
                .as_ref()
                .is_some_and(|place| place.kind == ContainerKind::Cloud || goes_on && it.seats != 1)
        };
        if entitlement.model == Model::Device
            && let Some(container) = self.held().find(unfit).and_then(Activation::container)
        {
            let message = format!(
                "the seats of license {} in container {container} do not fit the model device: \
                 each seat is one computer or dongle",
                self.serial
            );
            return Err(Error::new(ErrorCode::InUse, message).remedy(Remedy::ReturnFirst {
                license: self.serial.to_string(),
                container: container.to_owned(),
            }));
        }
        let for_sessions = entitlement.seats - self.seats_in_hardware();
        if for_sessions < self.sessions && entitlement.seats < self.entitlement.seats {
            let (live, seats) = (
                count_of(self.sessions as usize, "live session"),
                count_of(for_sessions as usize, "seat"),
            );
            let message = format!(
                "license {} has {live}, and only {seats} would remain for sessions",
                self.serial
            );
            return Err(Error::new(ErrorCode::NoSeat, message)
                .remedy(Remedy::EndSessions { license: self.serial.to_string() }));
        }
        let mut after = License { entitlement, ..self.clone() };
        after.next_revision();
        for delivery in after
            .activations
            .iter_mut()
            .filter(|activation| activation.is_live() && activation.container.is_none())
        {
            delivery.seats = after.entitlement.seats;
        }
        Ok(after)
    }

    /// Returns the license with other assigned users. Only the file of a named license states them,
    /// so only a named license gets the next revision.
    ///
    /// # Errors
    ///
    /// `no_seat` for more users than a named license has seats.
    pub fn assign(&self, users: Vec<Username>) -> Result<License, Error> {
        let mut entitlement = Entitlement { users, ..self.entitlement.clone() };
        entitlement.users.sort();
        if entitlement.model == Model::Named && entitlement.users.len() > entitlement.seats as usize
        {
            let holders: Vec<&str> = self.entitlement.users.iter().map(Username::as_str).collect();
            let assigned = match holders.is_empty() {
                true => String::new(),
                false => format!(" (assigned: {})", holders.join(", ")),
            };
            let message = format!(
                "license {} has {}, too few for {}{assigned}",
                self.serial,
                count_of(entitlement.seats as usize, "seat"),
                count_of(entitlement.users.len(), "user")
            );
            return Err(Error::new(ErrorCode::NoSeat, message)
                .remedy(Remedy::MoveAssignment { license: self.serial.to_string() }));
        }
        match entitlement.model {
            Model::Named => self.revise(entitlement),
            Model::Floating | Model::Device => Ok(License { entitlement, ..self.clone() }),
        }
    }

    /// Returns the license with another status. A final status ends the activations.
    pub fn stand(&self, status: LifecycleStatus, reason: Option<&str>, now: Timestamp) -> License {
        let mut after = License {
            status,
            // A deletion keeps the reason of an earlier end.
            reason: reason
                .map(str::to_owned)
                .or_else(|| self.reason.clone().filter(|_| status == LifecycleStatus::Deleted)),
            state_since: (status != LifecycleStatus::Open).then(|| now.to_string()),
            ..self.clone()
        };
        if status.is_final() {
            after.end_placements(activation::ActivationState::Withdrawn, now);
        }
        if status == LifecycleStatus::Deleted {
            after.entitlement.users.clear();
        }
        after
    }

    /// Ends the allocated activations.
    fn end_placements(&mut self, state: activation::ActivationState, now: Timestamp) {
        for activation in self.activations.iter_mut().filter(|activation| activation.is_held()) {
            (activation.state, activation.ended_at) = (state, Some(now.to_string()));
        }
    }

    /// Delivers all seats in a file that is bound to no container.
    ///
    /// # Errors
    ///
    /// `no_seat` if seats are delivered or placed.
    pub fn deliver(&mut self) -> Result<(), Error> {
        if let Some(held) = self.held().next() {
            let (serial, placed) = (&self.serial, count_of(self.seats_placed() as usize, "seat"));
            let (message, remedy) = match held.container() {
                None => (
                    format!(
                        "license {serial} is already delivered unbound, with all its seats \
                         ({placed})"
                    ),
                    Remedy::ExportAgain { license: serial.to_string() },
                ),
                Some(container) => (
                    format!(
                        "license {serial} has {placed} in containers, and an unbound delivery \
                         requires all its seats"
                    ),
                    way_out(serial, held, container),
                ),
            };
            return Err(Error::new(ErrorCode::NoSeat, message).remedy(remedy));
        }
        let unbound = self.activations.iter().filter(|activation| activation.container.is_none());
        let generation = unbound.map(|activation| activation.generation).max().unwrap_or(0) + 1;
        self.add_activation(Activation::new(None, self.entitlement.seats, generation));
        Ok(())
    }

    /// Ends the unbound delivery, which the customer returns.
    ///
    /// # Errors
    ///
    /// `not_placed` if there is no unbound delivery.
    pub fn take_back(&mut self, now: Timestamp) -> Result<(), Error> {
        let Some(delivery) = self
            .activations
            .iter_mut()
            .find(|activation| activation.is_live() && activation.container.is_none())
        else {
            let serial = &self.serial;
            return Err(match self.held().find_map(|held| Some((held, held.container()?))) {
                Some((held, container)) => Error::new(
                    ErrorCode::NotPlaced,
                    format!("license {serial} is in containers and is not delivered unbound"),
                )
                .remedy(way_out(serial, held, container)),
                None => Error::new(
                    ErrorCode::NotPlaced,
                    format!("license {serial} is not delivered and cannot be returned"),
                )
                .remedy(self.shows("the earlier activations of the license")),
            });
        };
        (delivery.state, delivery.ended_at) =
            (activation::ActivationState::Returned, Some(now.to_string()));
        Ok(())
    }

    /// Returns whether a user may use the license: an assigned user, or, for a floating license
    /// without assigned users, each user of the customer or of the company that holds the license.
    pub fn is_open_to(&self, user: &User) -> bool {
        let entitlement = &self.entitlement;
        let all = entitlement.users.is_empty() && entitlement.model == Model::Floating;
        let in_company = entitlement.company.is_none() || entitlement.company == user.company;
        entitlement.users.contains(&user.username) || all && in_company
    }
}

/// Returns the remedy that removes seats from a container.
fn way_out(license: &Serial, held: &Activation, container: &str) -> Remedy {
    match held.is_live() {
        true => {
            Remedy::ReturnSome { license: license.to_string(), container: container.to_owned() }
        }
        false => held.proof(Some("the removal of the seats is pending".to_owned())),
    }
}

/// Returns the placeholder for the serial of a license that is not stored yet.
fn unwritten() -> Serial {
    Serial::random(Kind::License, &mut |_, bytes: &mut [u8]| bytes.fill(0))
}

/// The day from which an extension counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExtensionStart {
    /// The end of the license.
    End,
    /// The current day.
    Today,
    /// The later of both days. Neither an early nor a late renewal costs the customer a day.
    #[default]
    Later,
}

impl ExtensionStart {
    /// Returns the word of the argument.
    pub const fn as_str(self) -> &'static str {
        match self {
            ExtensionStart::End => "end",
            ExtensionStart::Today => "today",
            ExtensionStart::Later => "later",
        }
    }
}

/// The later end of an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// A time after a day; `None` for the default day.
    By(Span, Option<ExtensionStart>),
    /// An end day.
    Day(Date),
}

impl License {
    /// Returns the next revision with a later end. It makes an expired license valid again.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for a license without an end, `wrong_state` for an end that is not later,
    /// `usage` for an end after the last day of the calendar.
    pub fn extend(&self, until: Until, now: Timestamp) -> Result<License, Error> {
        let Some(end) = self.entitlement.ends else {
            return Err(Error::new(
                ErrorCode::WrongKind,
                format!("license {} has no end and cannot be extended", self.serial),
            )
            .remedy(Remedy::GiveEnd { license: self.serial.to_string() }));
        };
        let ends = match until {
            Until::Day(day) => day,
            Until::By(span, from) => {
                let from = match from.unwrap_or_default() {
                    ExtensionStart::End => end,
                    ExtensionStart::Today => day_of(now),
                    ExtensionStart::Later => end.max(day_of(now)),
                };
                span.after(from).ok_or_else(|| {
                    Error::usage(format!(
                        "{span} after {from} is later than the last day of the calendar \
                         (9999-12-31)"
                    ))
                })?
            }
        };
        if ends <= end {
            let remedy = match until {
                Until::By(_, Some(ExtensionStart::Today)) => Remedy::CountFromEnd,
                _ => Remedy::EarlierEnd { license: self.serial.to_string() },
            };
            let [last, wanted] = [end, ends].map(|end| last_day(end).unwrap_or(end));
            let message = format!(
                "the last day of license {} is {last}, and {wanted} is not later",
                self.serial
            );
            return Err(Error::new(ErrorCode::WrongState, message).remedy(remedy));
        }
        check_calendar(Some(ends), self.entitlement.grace_days)?;
        self.revise(Entitlement { ends: Some(ends), ..self.entitlement.clone() })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use licentia_runtime::{Edition, Properties};

    use super::*;
    use crate::domain::license::activation::Place;
    use crate::domain::license::entitlement::{Request, decide};
    use crate::domain::license::placement::Leave;
    use crate::domain::name::{Name, Slug};
    use crate::domain::product::Product;
    use crate::domain::time::parse_instant;

    pub(crate) fn now() -> Timestamp {
        parse_instant("2026-11-21T10:00:00Z").expect("an instant")
    }

    pub(crate) fn product() -> Product {
        let created_at = "2026-11-21T10:00:00Z".to_owned();
        Product::bare(Slug::stored("p".into()), Name::stored("P".into()), created_at)
    }

    /// Creates a floating license of product `p` for customer `c` that is in no container.
    pub(crate) fn license(seats: u32) -> License {
        let request = Request {
            edition: Edition::Commercial,
            terms: serde_json::from_str(&format!(r#"{{"seats":"{seats}"}}"#)).expect("terms"),
            users: Vec::new(),
        };
        let entitlement = decide(request, &product(), &[], &Slug::stored("c".into()), None, now());
        License::new(entitlement.expect("an entitlement"), None, now())
    }

    fn place(serial: &str, kind: ContainerKind) -> Place {
        Place {
            serial: serial.to_owned(),
            kind,
            hardware: None,
            context: None,
            key: None,
            properties: Properties::default(),
            blocked: false,
            suspect: false,
        }
    }

    fn leave(gone_at: Option<u64>) -> Leave<'static> {
        Leave { ends_as: activation::ActivationState::Returned, gone_at, moves_to: None }
    }

    #[test]
    fn ids_stay_when_an_activation_in_front_ends_and_another_one_is_added() {
        use ActivationId::{New, Stored};
        let mut license = license(9);
        let (one, two) = (place("K-1", ContainerKind::Cloud), place("K-2", ContainerKind::Cloud));
        assert_eq!(license.place(&one, Some(2)), Ok(New(0)));
        assert_eq!(license.place(&two, Some(3)), Ok(New(1)));
        for (activation, row) in license.activations.iter_mut().zip([40, 41]) {
            activation.id = Stored(row);
        }
        license.leave("K-1", None, &leave(None), now()).expect("returned");
        assert_eq!(license.place(&one, Some(1)), Ok(New(0)));
        assert_eq!(license.place(&two, Some(1)), Ok(Stored(41)));
        assert_eq!(license.place(&place("K-3", ContainerKind::Cloud), Some(1)), Ok(New(1)));
        let of = |id| {
            let found = license.activation(id).expect("an activation");
            (found.container(), found.seats, found.generation, found.is_live())
        };
        assert_eq!(of(Stored(40)), (Some("K-1"), 2, 1, false));
        assert_eq!(of(Stored(41)), (Some("K-2"), 4, 1, true));
        assert_eq!(of(New(0)), (Some("K-1"), 1, 2, true));
        assert_eq!(of(New(1)), (Some("K-3"), 1, 1, true));
        // The position of an activation in the list does not identify it.
        license.activations.remove(0);
        assert_eq!(license.place(&two, Some(1)), Ok(Stored(41)));
        assert_eq!(license.activation(Stored(41)).map(|it| it.seats), Some(5));
    }

    #[test]
    fn seats_are_placed_within_the_license() {
        let mut license = license(2);
        assert_eq!(license.take_back(now()).map_err(|error| error.code), Err(ErrorCode::NotPlaced));
        let one = place("K-1", ContainerKind::Cloud);
        let code = |result: Result<ActivationId, Error>| result.map_err(|error| error.code);
        assert_eq!(code(license.place(&one, Some(3))), Err(ErrorCode::NoSeat));
        license.place(&one, Some(2)).expect("placed");
        assert_eq!(license.deliver().map_err(|error| error.code), Err(ErrorCode::NoSeat));
        let away = license.leave("K-2", None, &leave(None), now());
        assert_eq!(away.map_err(|error| error.code), Err(ErrorCode::NotPlaced));
    }

    #[test]
    fn seats_that_leave_hardware_in_part_get_an_id_of_their_own() {
        use ActivationId::{New, Stored};
        let mut license = license(5);
        license.place(&place("K-1", ContainerKind::Device), Some(3)).expect("placed");
        license.activations[0].id = Stored(7);
        let revision = license.revision;
        license.leave("K-1", Some(1), &leave(Some(2)), now()).expect("left");
        let seats: Vec<_> =
            license.activations.iter().map(|it| (it.id, it.seats, it.is_live())).collect();
        assert_eq!(seats, [(Stored(7), 2, true), (New(0), 1, false)]);
        assert_eq!(license.revision, revision + 1);
        // Three of five seats are in hardware, so two are left for sessions.
        license.sessions = 3;
        let before = license.clone();
        let refused = license.leave("K-1", Some(1), &leave(Some(3)), now());
        assert_eq!(refused.map_err(|error| error.code), Err(ErrorCode::NoSeat));
        assert_eq!(license, before);
        license.leave("K-1", None, &leave(Some(3)), now()).expect("all of it leaves");
    }
}
