//! Containers: what carries licenses. A cloud container is opened with a credential and its changes
//! apply at once; a computer is known by its properties and a key, a dongle by its hardware serial,
//! and what leaves them is gone only once that is proven.

pub mod fingerprint;
mod record;

pub mod suspicion;

pub use licentia_runtime::{COMMON, Properties, thumbprint as kid_of};

use crate::domain::container::suspicion::{Suspicion, suspect};
use crate::domain::name::{Name, Reference, Slug, Username, count_of, some_of};
use crate::domain::product::{ContainerKind, Product};
use crate::domain::recovery::RECOVERED;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Timestamp, after_days};
use crate::domain::{Error, ErrorCode};

/// A container of the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// Its serial.
    pub serial: Serial,
    /// What it is.
    pub kind: ContainerKind,
    /// Whose licenses it carries.
    pub customer: Slug,
    /// Whose it is there.
    pub user: Option<Username>,
    /// What people call it.
    pub label: Option<Name>,
    /// A dongle's serial, as its maker writes it.
    pub hardware: Option<Name>,
    /// The public key of what it is, base64url; cloud containers have none, and not every dongle.
    pub key: Option<String>,
    /// What a computer is known by.
    pub properties: Properties,
    /// The user name in the credentials of a cloud container.
    pub username: Option<String>,
    /// Rises with every change of what it shall hold.
    pub counter: u64,
    /// The counter of the newest update that was written.
    pub issued: Option<u64>,
    /// The counter at which the hardware is known to be; of a cloud container its own.
    pub confirmed: Option<u64>,
    /// Why and since when it is stopped.
    pub block: Option<Block>,
    /// Why and since when its receipts are not believed.
    pub suspicion: Option<Suspicion>,
    /// Of one that another home keeps: the id of the context that it was adopted from.
    pub context: Option<String>,
    /// Whether its next receipt sets the counter without suspicion: the books were restored.
    pub resync: bool,
    /// Since when its licenses are elsewhere and no update is written for it, RFC 3339.
    pub lost_at: Option<String>,
    /// Since when it carries nothing more, RFC 3339.
    pub retired_at: Option<String>,
    /// The order it came from.
    pub reference: Option<Reference>,
    /// The serials of the licenses with a live activation in it, oldest first.
    pub licenses: Vec<String>,
    /// The generation of its credential in force, and when that was issued, RFC 3339.
    pub credential: Option<(u32, String)>,
    /// When it was created, RFC 3339.
    pub created_at: String,
}

/// Why a container is stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the customer is told: a code, never somebody's words.
    pub code: String,
    /// Why, for the vendor alone.
    pub reason: String,
    /// Since when, RFC 3339.
    pub at: String,
    /// From then on the status list has it too, RFC 3339.
    pub enforced_at: String,
}

/// A receipt of a container, as the books keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its own id.
    pub jti: String,
    /// Where the container is.
    pub counter: u64,
    /// The ids of those that it wrote before.
    pub previous: Vec<String>,
    /// Whether it said where the container is after the books were restored.
    pub resync: bool,
    /// The exact bytes.
    pub text: String,
}

/// The code of a block that a person decided.
pub const BLOCKED: &str = "blocked";

/// Where a container is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContainerState {
    /// It takes licenses.
    Active,
    /// It is stopped until it is unblocked.
    Blocked,
    /// Its receipts contradict the books: nothing more is issued to it until that is resolved.
    Suspect,
    /// Its licenses were recovered, and no update is written for it.
    Lost,
    /// The books were restored: its next receipt says where it is.
    Resync,
    /// It carries nothing more, for ever.
    Retired,
}

impl ContainerState {
    /// All of them.
    pub const ALL: [ContainerState; 6] = [
        ContainerState::Active,
        ContainerState::Blocked,
        ContainerState::Suspect,
        ContainerState::Lost,
        ContainerState::Resync,
        ContainerState::Retired,
    ];

    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            ContainerState::Active => "active",
            ContainerState::Blocked => "blocked",
            ContainerState::Suspect => "suspect",
            ContainerState::Lost => "lost",
            ContainerState::Resync => "resync",
            ContainerState::Retired => "retired",
        }
    }
}

/// How far a container can be ahead of what the books know: a counter further off was never signed
/// by anybody.
const FURTHEST: u64 = 1 << 20;

/// An adopted container whose context has no status index left for another file.
pub fn spent(serial: &str) -> Error {
    Error::new(
        ErrorCode::NoQuota,
        format!("the context of container {serial} has no status index left for another file"),
    )
    .advice("have the update imported at home, write a new context there, and adopt that")
}

impl Container {
    /// A new one that holds nothing, of which nothing more is said than whose it is.
    pub fn bare(serial: Serial, kind: ContainerKind, customer: Slug, now: Timestamp) -> Container {
        Container {
            serial,
            kind,
            customer,
            user: None,
            label: None,
            hardware: None,
            key: None,
            properties: Properties::default(),
            username: None,
            // To be made is the first change: what the hardware knows is less.
            counter: 1,
            issued: None,
            confirmed: (!kind.is_hardware()).then_some(1),
            block: None,
            suspicion: None,
            context: None,
            resync: false,
            lost_at: None,
            retired_at: None,
            reference: None,
            licenses: Vec::new(),
            credential: None,
            created_at: now.to_string(),
        }
    }

    /// The first that fits of the states.
    pub fn state(&self) -> ContainerState {
        match (&self.retired_at, &self.block, &self.suspicion) {
            (Some(_), ..) => ContainerState::Retired,
            (None, Some(_), _) => ContainerState::Blocked,
            (None, None, Some(_)) => ContainerState::Suspect,
            (None, None, None) if self.lost_at.is_some() => ContainerState::Lost,
            (None, None, None) if self.resync => ContainerState::Resync,
            (None, None, None) => ContainerState::Active,
        }
    }

    /// The thumbprint of its key.
    pub fn kid(&self) -> Option<String> {
        self.key.as_deref().map(kid_of)
    }

    /// Refuses to issue anything to a container whose receipts are not believed.
    ///
    /// # Errors
    ///
    /// `suspect`
    pub fn check_believed(&self) -> Result<(), Error> {
        let Some(suspicion) = &self.suspicion else { return Ok(()) };
        Err(suspect(
            self.serial.as_str(),
            &format!(" since {}: {}", suspicion.at, suspicion.told()),
        ))
    }

    /// Whether what leaves it is gone only once that is proven.
    pub fn needs_proof(&self) -> bool {
        self.kind.is_hardware()
    }

    /// Refuses what only the home does that keeps the container.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check_own(&self) -> Result<(), Error> {
        if self.context.is_none() {
            return Ok(());
        }
        let message =
            format!("container {} is kept by the home that it was adopted from", self.serial);
        Err(Error::new(ErrorCode::WrongState, message).advice(
            "here licenses go in and out of it; credentials, blocks and its end are the home's",
        ))
    }

    /// Returns the remedy that shows the container.
    fn shows(&self, facts: &'static str) -> Remedy {
        Remedy::Show { noun: Noun::Container, id: self.serial.to_string(), facts }
    }

    /// Returns the remedy that proves the removal of all seats.
    fn proves_removal(&self) -> Remedy {
        let (container, has_key) = (Some(self.serial.to_string()), self.key.is_some());
        Remedy::ProveRemoval { container, has_key, waiting: None }
    }

    /// Refuses what a retired container cannot be.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check_kept(&self, done: &str) -> Result<(), Error> {
        let Some(at) = &self.retired_at else { return Ok(()) };
        let message = format!("container {} was retired at {at} and cannot be {done}", self.serial);
        Err(Error::new(ErrorCode::WrongState, message).remedy(Remedy::CreateContainer))
    }

    /// Refuses what a container cannot be whose licenses were recovered because nobody has it any
    /// more.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check_found(&self, done: &str) -> Result<(), Error> {
        let Some(at) = &self.lost_at else { return Ok(()) };
        let message = format!(
            "container {} is lost since {at}, when its licenses were recovered, and cannot be \
             {done}",
            self.serial
        );
        Err(Error::new(ErrorCode::WrongState, message)
            .remedy(Remedy::UnblockFound { container: self.serial.to_string() }))
    }

    /// Refuses what a blocked container cannot be.
    ///
    /// # Errors
    ///
    /// `blocked`
    pub fn check_unblocked(&self) -> Result<(), Error> {
        let Some(block) = &self.block else { return Ok(()) };
        let message =
            format!("container {} is blocked since {}: {}", self.serial, block.at, block.reason);
        if self.context.is_some() {
            return Err(Error::new(ErrorCode::Blocked, message)
                .advice("the home that keeps it lets it go on; adopt its next context then"));
        }
        Err(Error::new(ErrorCode::Blocked, message)
            .remedy(Remedy::UpdateOrUnblock { container: self.serial.to_string() }))
    }

    /// Refuses a license of another customer, and a product that is not for this kind of container.
    ///
    /// # Errors
    ///
    /// `wrong_customer`, `wrong_kind`
    pub fn check_takes(
        &self,
        license: &str,
        customer: &Slug,
        product: &Product,
    ) -> Result<(), Error> {
        if !self.customer.is(customer) {
            let message = format!(
                "container {} is {}'s, and {license} is {customer}'s",
                self.serial, self.customer
            );
            return Err(Error::new(ErrorCode::WrongCustomer, message)
                .remedy(Remedy::ListContainersOf { customer: customer.to_string() }));
        }
        product.check_kind(self.kind, &format!("container {}", self.serial))
    }

    /// Stops it. The status list follows after so many days.
    ///
    /// # Errors
    ///
    /// `wrong_state` where it is stopped already, or retired.
    pub fn block(
        &mut self,
        code: &str,
        reason: &Name,
        enforce_after: Option<Days>,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.check_own()?;
        self.check_kept("blocked")?;
        if let Some(block) = &self.block {
            let message = format!(
                "container {} is blocked already, since {}: {}",
                self.serial, block.at, block.reason
            );
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(Remedy::Unblock { container: self.serial.to_string() }));
        }
        let enforced_at = after_days(now, enforce_after.map_or(0, |days| days.0)).to_string();
        self.block = Some(Block {
            code: code.to_owned(),
            reason: reason.to_string(),
            at: now.to_string(),
            enforced_at,
        });
        // One that was written off is told of the block like any other, should it ever ask.
        self.lost_at = None;
        self.change();
        Ok(())
    }

    /// Lets it go on: one that was stopped, or one that was lost and is found.
    ///
    /// # Errors
    ///
    /// `wrong_state` where it is neither.
    pub fn unblock(&mut self) -> Result<(), Error> {
        self.check_own()?;
        self.check_kept("unblocked")?;
        let (block, lost) = (self.block.take(), self.lost_at.take());
        if block.is_none() && lost.is_none() {
            let message = format!("container {} is not blocked, and not lost", self.serial);
            return Err(Error::new(ErrorCode::WrongState, message).remedy(self.shows("its state")));
        }
        self.change();
        Ok(())
    }

    /// Stops it because its licenses were recovered; `counted` says that their leaving counts as
    /// the change.
    pub fn stop(&mut self, reason: String, enforce_after: Days, counted: bool, now: Timestamp) {
        let enforced_at = after_days(now, enforce_after.0).to_string();
        self.block =
            Some(Block { code: RECOVERED.to_owned(), reason, at: now.to_string(), enforced_at });
        if !counted {
            self.change();
        }
    }

    /// Whether a person stopped it, and not a recovery.
    pub fn is_stopped_by_hand(&self) -> bool {
        self.block.as_ref().is_some_and(|block| block.code != RECOVERED)
    }

    /// Counts a change of what it shall hold; in the cloud it applies at once.
    fn change(&mut self) {
        self.counter += 1;
        if !self.kind.is_hardware() {
            self.confirmed = Some(self.counter);
        }
    }

    /// Somebody's word that a dongle without a key holds what its newest update says.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for what is no dongle, `wrong_state` where no update was written since the last
    /// word.
    pub fn confirm(&mut self) -> Result<(), Error> {
        self.check_kept("confirmed")?;
        if self.key.is_some() {
            let message = format!(
                "container {} has a key: its receipt is the proof, not a statement",
                self.serial
            );
            return Err(Error::new(ErrorCode::WrongKind, message).remedy(Remedy::Receive));
        }
        if self.kind != ContainerKind::Dongle {
            let message = format!(
                "container {} is {}: its changes apply at once",
                self.serial,
                self.kind.called()
            );
            return Err(Error::new(ErrorCode::WrongKind, message)
                .advice("only a dongle without a key needs the statement of a person"));
        }
        let Some(issued) =
            self.issued.filter(|issued| Some(*issued) > self.confirmed || self.resync)
        else {
            let message = match (self.confirmed, self.confirmed == Some(self.counter)) {
                (_, true) => {
                    format!(
                        "container {} is confirmed at {} already, and nothing was changed since",
                        self.serial, self.counter
                    )
                }
                (Some(confirmed), _) => {
                    format!(
                        "container {} is confirmed at {confirmed} already, and no update was \
                         written since",
                        self.serial
                    )
                }
                (None, _) => {
                    format!("no update of container {} was written that it could hold", self.serial)
                }
            };
            let remedy = match self.confirmed == Some(self.counter) {
                true => self.shows("what is in it"),
                false => Remedy::WriteUpdate { container: self.serial.to_string() },
            };
            return Err(Error::new(ErrorCode::WrongState, message).remedy(remedy));
        };
        (self.confirmed, self.resync) = (Some(issued), false);
        Ok(())
    }

    /// Takes note of a receipt that contradicts the books.
    pub fn suspect(&mut self, why: &str, seen: u64, now: Timestamp) {
        let at = self
            .suspicion
            .as_ref()
            .map_or_else(|| now.to_string(), |suspicion| suspicion.at.clone());
        // Whoever has the key can name any counter; the next one has to stay within reach all the
        // same.
        let seen = seen.min(self.counter + FURTHEST);
        let seen = self.suspicion.as_ref().map_or(seen, |suspicion| suspicion.seen.max(seen));
        self.suspicion = Some(Suspicion { why: why.to_owned(), seen, at });
    }

    /// Somebody knows why its receipts contradicted the books: its next counter is above both.
    ///
    /// # Errors
    ///
    /// `wrong_state` where nothing is to be resolved.
    pub fn resolve(&mut self) -> Result<(), Error> {
        self.check_kept("resolved")?;
        let Some(suspicion) = self.suspicion.take() else {
            let message =
                format!("container {} is not suspect: there is nothing to resolve", self.serial);
            return Err(Error::new(ErrorCode::WrongState, message).remedy(self.shows("its state")));
        };
        self.counter = self.counter.max(suspicion.seen) + 1;
        Ok(())
    }

    /// Whether a counter is one that the container may be at, wherever the books were when it was
    /// signed.
    pub fn can_be_at(&self, counter: u64) -> bool {
        counter <= self.counter + FURTHEST
    }

    /// The books were restored, and a receipt says where the container is. What it holds there is
    /// another history's: it is proven only by the next update that it takes.
    pub fn resynchronise(&mut self, at: u64) {
        self.resync = false;
        self.confirmed = Some(at);
        if at >= self.counter {
            self.counter = at + 1;
        }
    }

    /// Refuses to end a container that licenses are on their way to; `coming` names them.
    ///
    /// # Errors
    ///
    /// `in_use`
    pub fn check_not_awaited(&self, coming: &[String]) -> Result<(), Error> {
        let Some(first) = coming.first() else { return Ok(()) };
        let message = format!(
            "container {} is where {} goes once it has left hardware",
            self.serial,
            some_of(coming)
        );
        Err(Error::new(ErrorCode::InUse, message).remedy(Remedy::Show {
            noun: Noun::License,
            id: first.clone(),
            facts: "which container it has to leave first",
        }))
    }

    /// It carries nothing more, for ever.
    ///
    /// # Errors
    ///
    /// `in_use` for hardware that `may_hold` licenses of which it was not told yet that they are
    /// gone, for one that holds licenses or whose licenses are not proven gone, which `returning`
    /// names, or that others are on their way to, which `coming` names.
    pub fn retire(
        &mut self,
        returning: &[String],
        coming: &[String],
        may_hold: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.check_own()?;
        self.check_kept("retired again")?;
        self.check_not_awaited(coming)?;
        let (serial, live) = (&self.serial, self.licenses.len());
        let first = self.licenses.first().or(returning.first());
        if let Some(first) = first {
            let held = if live > 0 {
                count_of(live, "license")
            } else {
                format!("{} on its way back", count_of(returning.len(), "license"))
            };
            let (license, container) = (first.clone(), serial.to_string());
            let remedy = match (self.kind, live) {
                (ContainerKind::Dongle | ContainerKind::Device, 0) => self.proves_removal(),
                (ContainerKind::Dongle, _) => Remedy::ReturnOrRecycle { license, container },
                _ => Remedy::ReturnOne { license, container },
            };
            return Err(Error::new(ErrorCode::InUse, format!("container {serial} carries {held}"))
                .remedy(remedy));
        }
        // Of one that is lost nothing will ever be proven.
        if self.kind.is_hardware() && may_hold && self.lost_at.is_none() {
            let message = format!(
                "container {serial} was not told yet that it holds nothing: what it has would go \
                 on there"
            );
            return Err(Error::new(ErrorCode::InUse, message).remedy(self.proves_removal()));
        }
        self.retired_at = Some(now.to_string());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::license::tests::{now, product};
    use crate::domain::serial::Kind;

    fn container(kind: ContainerKind) -> Container {
        let customer = Slug::stored("c".into());
        Container::bare(Serial::placeholder(Kind::Container), kind, customer, now())
    }

    fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
        result.expect_err("an error").code
    }

    #[test]
    fn a_container_takes_licenses_of_its_customer_and_kind() {
        let dongle = container(ContainerKind::Dongle);
        let other = Slug::stored("d".into());
        assert_eq!(code(dongle.check_takes("L", &other, &product())), ErrorCode::WrongCustomer);
        let cloud = Product { containers: vec![ContainerKind::Cloud], ..product() };
        let own = Slug::stored("C".into());
        assert_eq!(code(dongle.check_takes("L", &own, &cloud)), ErrorCode::WrongKind);
        assert_eq!(dongle.check_takes("L", &own, &product()), Ok(()));
    }

    #[test]
    fn a_stopped_container_is_not_used() {
        let mut dongle = container(ContainerKind::Dongle);
        let reason = Name::stored("r".into());
        dongle.block("stolen", &reason, None, now()).expect("blocked");
        assert_eq!(code(dongle.check_unblocked()), ErrorCode::Blocked);
        assert_eq!(code(dongle.block("stolen", &reason, None, now())), ErrorCode::WrongState);
        dongle.suspect("never_issued", 9, now());
        assert_eq!(code(dongle.check_believed()), ErrorCode::Suspect);
        dongle.resolve().expect("resolved");
        assert_eq!((dongle.check_believed(), dongle.counter), (Ok(()), 10));
        dongle.lost_at = Some(now().to_string());
        assert_eq!(code(dongle.check_found("used")), ErrorCode::WrongState);
    }

    #[test]
    fn a_container_that_is_needed_is_not_retired() {
        let mut cloud = container(ContainerKind::Cloud);
        let license = ["L-1".to_owned()];
        assert_eq!(code(cloud.retire(&[], &license, false, now())), ErrorCode::InUse);
        assert_eq!(code(cloud.retire(&license, &[], false, now())), ErrorCode::InUse);
        cloud.retire(&[], &[], false, now()).expect("retired");
        assert_eq!(code(cloud.check_kept("used")), ErrorCode::WrongState);
        assert_eq!(spent("K-1").code, ErrorCode::NoQuota);
    }

    #[test]
    fn a_word_counts_for_a_dongle_without_a_key() {
        let mut cloud = container(ContainerKind::Cloud);
        assert_eq!(code(cloud.confirm()), ErrorCode::WrongKind);
        let mut dongle = container(ContainerKind::Dongle);
        assert_eq!(code(dongle.confirm()), ErrorCode::WrongState);
        dongle.issued = Some(1);
        dongle.confirm().expect("confirmed");
        assert_eq!(dongle.confirmed, Some(1));
    }
}
