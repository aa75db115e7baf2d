//! Containers: the places that hold licenses. A credential opens a cloud container, and its changes
//! apply at once. A computer is identified by its properties and a key, a dongle by its hardware
//! serial. Seats leave hardware only after the proof of their removal.

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

/// A container in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// The serial.
    pub serial: Serial,
    /// The kind.
    pub kind: ContainerKind,
    /// The code of the customer whose licenses it holds.
    pub customer: Slug,
    /// The user of the customer to whom it belongs.
    pub user: Option<Username>,
    /// The label for people.
    pub label: Option<Name>,
    /// The hardware serial of a dongle, as its maker writes it.
    pub hardware: Option<Name>,
    /// The public key of the hardware, base64url. Cloud containers and some dongles have none.
    pub key: Option<String>,
    /// The properties that identify a computer.
    pub properties: Properties,
    /// The user name in the credentials of a cloud container.
    pub username: Option<String>,
    /// The counter. It rises by one with each change of the intended content.
    pub counter: u64,
    /// The counter of the newest update that was written.
    pub issued: Option<u64>,
    /// The counter at which the hardware is confirmed to be; for a cloud container its own counter.
    pub confirmed: Option<u64>,
    /// The block: its reason and its instants.
    pub block: Option<Block>,
    /// The contradiction that makes the container suspect.
    pub suspicion: Option<Suspicion>,
    /// The id of the context of an adopted container, which another home keeps.
    pub context: Option<String>,
    /// The mark after a restored database: the next receipt sets the counter without suspicion.
    pub resync: bool,
    /// The instant since which the licenses are elsewhere and no update is written, RFC 3339.
    pub lost_at: Option<String>,
    /// The instant of the retirement, RFC 3339. A retired container holds no license.
    pub retired_at: Option<String>,
    /// The order number or other external reference.
    pub reference: Option<Reference>,
    /// The serials of the licenses with a live activation in the container, oldest first.
    pub licenses: Vec<String>,
    /// The generation of the active credential, and the instant of its issue, RFC 3339.
    pub credential: Option<(u32, String)>,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// The block of a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The reason for the customer: a code.
    pub code: String,
    /// The reason for the vendor, in the words of a person.
    pub reason: String,
    /// The instant of the block, RFC 3339.
    pub at: String,
    /// The instant from which the status list contains the block, RFC 3339.
    pub enforced_at: String,
}

impl Block {
    /// Returns the reason as the end of a message. The block of a recovery has the stored reason
    /// `recovered: lost`.
    pub fn why(&self) -> String {
        match self.reason.strip_prefix("recovered: ") {
            Some(reason) => format!(" because its licenses were recovered (reason: {reason})"),
            None => format!(": {}", self.reason),
        }
    }
}

/// A receipt of a container in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The id of the receipt.
    pub jti: String,
    /// The counter that it states.
    pub counter: u64,
    /// The ids of the earlier receipts that it names.
    pub previous: Vec<String>,
    /// The mark of a receipt that set the counter after the database was restored.
    pub resync: bool,
    /// The exact bytes of the receipt.
    pub text: String,
}

/// The code of a block that a person decided.
pub const BLOCKED: &str = "blocked";

/// The state of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContainerState {
    /// Ready for licenses.
    Active,
    /// Stopped until the container is unblocked.
    Blocked,
    /// Suspect: its receipts contradict the database. Nothing is issued to it until that is
    /// resolved.
    Suspect,
    /// Lost: its licenses were recovered, and no update is written for it.
    Lost,
    /// Unknown after a restored database: the next receipt sets the counter.
    Resync,
    /// Permanently empty.
    Retired,
}

impl ContainerState {
    /// All states.
    pub const ALL: [ContainerState; 6] = [
        ContainerState::Active,
        ContainerState::Blocked,
        ContainerState::Suspect,
        ContainerState::Lost,
        ContainerState::Resync,
        ContainerState::Retired,
    ];

    /// Returns the word for JSON.
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

/// The maximum distance by which the counter of a receipt can exceed the counter in the database.
/// No home has signed a counter farther ahead.
const FURTHEST: u64 = 1 << 20;

/// Returns the error for an adopted container whose context has no status index left for another
/// file.
pub fn spent(serial: &str) -> Error {
    Error::new(
        ErrorCode::NoQuota,
        format!(
            "the context of container {serial} has no reserved entry of the status list left for \
             another file"
        ),
    )
    .advice(
        "import the update of this site at the first home, write a new context there, and adopt \
         the new context",
    )
}

impl Container {
    /// Creates an empty container with a kind and a customer.
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
            // The creation is the first change, so the counter of the hardware is lower.
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

    /// Returns the state of the highest precedence.
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

    /// Returns the thumbprint of the key.
    pub fn kid(&self) -> Option<String> {
        self.key.as_deref().map(kid_of)
    }

    /// Refuses to issue anything to a suspect container.
    ///
    /// # Errors
    ///
    /// `suspect`
    pub fn check_not_suspect(&self) -> Result<(), Error> {
        let Some(suspicion) = &self.suspicion else { return Ok(()) };
        Err(suspect(
            self.serial.as_str(),
            &format!("has been suspect since {}: {}", suspicion.at, suspicion.description()),
        ))
    }

    /// Returns whether the removal of seats needs a proof.
    pub fn needs_proof(&self) -> bool {
        self.kind.is_hardware()
    }

    /// Refuses an action that only the home of the container may do.
    ///
    /// # Errors
    ///
    /// `wrong_state` for an adopted container.
    pub fn check_own(&self) -> Result<(), Error> {
        if self.context.is_none() {
            return Ok(());
        }
        let message = format!(
            "container {} is managed by the first home, from which it was adopted",
            self.serial
        );
        Err(Error::new(ErrorCode::WrongState, message).advice(
            "this site can only place licenses in the container and return licenses from the \
             container; manage credentials, blocks and the retirement at the first home",
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

    /// Refuses an action on a retired container. `done` is a participle such as `blocked`.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check_kept(&self, done: &str) -> Result<(), Error> {
        let Some(at) = &self.retired_at else { return Ok(()) };
        let message = format!("container {} was retired at {at} and cannot be {done}", self.serial);
        Err(Error::new(ErrorCode::WrongState, message).remedy(Remedy::CreateContainer))
    }

    /// Refuses an action on a lost container, whose licenses were recovered. `done` is a
    /// participle.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check_found(&self, done: &str) -> Result<(), Error> {
        let Some(at) = &self.lost_at else { return Ok(()) };
        let message = format!(
            "container {} is lost (its licenses were recovered at {at}) and cannot be {done}",
            self.serial
        );
        Err(Error::new(ErrorCode::WrongState, message)
            .remedy(Remedy::UnblockFound { container: self.serial.to_string() }))
    }

    /// Refuses an action on a blocked container.
    ///
    /// # Errors
    ///
    /// `blocked`
    pub fn check_unblocked(&self) -> Result<(), Error> {
        let Some(block) = &self.block else { return Ok(()) };
        let message =
            format!("container {} has been blocked since {}{}", self.serial, block.at, block.why());
        if self.context.is_some() {
            return Err(Error::new(ErrorCode::Blocked, message).advice(
                "unblock the container at the first home, write a new context there, and adopt the \
                 new context",
            ));
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
                "container {} belongs to customer {}, and {license} belongs to customer {customer}",
                self.serial, self.customer
            );
            return Err(Error::new(ErrorCode::WrongCustomer, message)
                .remedy(Remedy::ListContainersOf { customer: customer.to_string() }));
        }
        product.check_kind(self.kind, &format!("container {}", self.serial))
    }

    /// Blocks the container. The status list contains the block after `enforce_after`.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a container that is blocked, retired or adopted.
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
                "container {} is already blocked (since {}: {})",
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
        // A lost container receives the block too, if it ever asks for an update.
        self.lost_at = None;
        self.change();
        Ok(())
    }

    /// Unblocks a blocked container, or a lost container that was found.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a container that is neither, and for a retired or adopted one.
    pub fn unblock(&mut self) -> Result<(), Error> {
        self.check_own()?;
        self.check_kept("unblocked")?;
        let (block, lost) = (self.block.take(), self.lost_at.take());
        if block.is_none() && lost.is_none() {
            let message = format!("container {} is neither blocked nor lost", self.serial);
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(self.shows("the state of the container")));
        }
        self.change();
        Ok(())
    }

    /// Blocks the container because its licenses were recovered. `counted` means that the removal
    /// of the licenses has already incremented the counter.
    pub fn stop(&mut self, reason: String, enforce_after: Days, counted: bool, now: Timestamp) {
        let enforced_at = after_days(now, enforce_after.0).to_string();
        self.block =
            Some(Block { code: RECOVERED.to_owned(), reason, at: now.to_string(), enforced_at });
        if !counted {
            self.change();
        }
    }

    /// Returns whether a person blocked the container, not a recovery.
    pub fn is_stopped_by_hand(&self) -> bool {
        self.block.as_ref().is_some_and(|block| block.code != RECOVERED)
    }

    /// Increments the counter for a change of the intended content. In a cloud container the change
    /// applies at once.
    fn change(&mut self) {
        self.counter += 1;
        if !self.kind.is_hardware() {
            self.confirmed = Some(self.counter);
        }
    }

    /// Confirms, without proof, that a dongle without a key holds the content of its newest update.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for a container that is not a dongle or has a key. `wrong_state` if no update
    /// was written since the last confirmation, and for a retired container.
    pub fn confirm(&mut self) -> Result<(), Error> {
        self.check_kept("confirmed")?;
        if self.key.is_some() {
            let message = format!(
                "container {} has a key and cannot be confirmed by a person: its receipt is the \
                 proof",
                self.serial
            );
            return Err(Error::new(ErrorCode::WrongKind, message).remedy(Remedy::Receive));
        }
        if self.kind != ContainerKind::Dongle {
            let message = format!(
                "container {} is {} and needs no confirmation: its changes apply at once",
                self.serial,
                self.kind.called()
            );
            return Err(Error::new(ErrorCode::WrongKind, message)
                .advice("only a dongle without a key needs the confirmation of a person"));
        }
        let Some(issued) =
            self.issued.filter(|issued| Some(*issued) > self.confirmed || self.resync)
        else {
            let message = match (self.confirmed, self.confirmed == Some(self.counter)) {
                (_, true) => {
                    format!(
                        "container {} is already confirmed at counter {} and has not changed since \
                         then",
                        self.serial, self.counter
                    )
                }
                (Some(confirmed), _) => {
                    format!(
                        "container {} is already confirmed at counter {confirmed}, and no update \
                         was written since then",
                        self.serial
                    )
                }
                (None, _) => {
                    format!("no update was written for container {}", self.serial)
                }
            };
            let remedy = match self.confirmed == Some(self.counter) {
                true => self.shows("the content of the container"),
                false => Remedy::WriteUpdate { container: self.serial.to_string() },
            };
            return Err(Error::new(ErrorCode::WrongState, message).remedy(remedy));
        };
        (self.confirmed, self.resync) = (Some(issued), false);
        Ok(())
    }

    /// Records a receipt that contradicts the database.
    pub fn suspect(&mut self, why: &str, seen: u64, now: Timestamp) {
        let at = self
            .suspicion
            .as_ref()
            .map_or_else(|| now.to_string(), |suspicion| suspicion.at.clone());
        // The holder of the key can state any counter. The limit keeps the next counter within
        // reach.
        let seen = seen.min(self.counter + FURTHEST);
        let seen = self.suspicion.as_ref().map_or(seen, |suspicion| suspicion.seen.max(seen));
        self.suspicion = Some(Suspicion { why: why.to_owned(), seen, at });
    }

    /// Resolves the suspicion. The next counter is higher than that of the database and of the
    /// receipt.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a container that is not suspect, and for a retired one.
    pub fn resolve(&mut self) -> Result<(), Error> {
        self.check_kept("resolved")?;
        let Some(suspicion) = self.suspicion.take() else {
            let message =
                format!("container {} is not suspect: there is nothing to resolve", self.serial);
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(self.shows("the state of the container")));
        };
        self.counter = self.counter.max(suspicion.seen) + 1;
        Ok(())
    }

    /// Returns whether the container can be at a counter, also if the database was restored since
    /// the counter was signed.
    pub fn can_be_at(&self, counter: u64) -> bool {
        counter <= self.counter + FURTHEST
    }

    /// Sets the counter from the first receipt after the database was restored. The content at that
    /// counter is unknown to the database, so only the next update proves the content.
    pub fn resynchronise(&mut self, at: u64) {
        self.resync = false;
        self.confirmed = Some(at);
        if at >= self.counter {
            self.counter = at + 1;
        }
    }

    /// Refuses to end a container to which seats are to move; `coming` names their licenses.
    ///
    /// # Errors
    ///
    /// `in_use`
    pub fn check_not_awaited(&self, coming: &[String]) -> Result<(), Error> {
        let Some(first) = coming.first() else { return Ok(()) };
        let message = format!(
            "container {} is the target of a pending move of seats of {}",
            self.serial,
            some_of(coming)
        );
        Err(Error::new(ErrorCode::InUse, message).remedy(Remedy::Show {
            noun: Noun::License,
            id: first.clone(),
            facts: "the container that the seats must leave first",
        }))
    }

    /// Retires the container permanently.
    ///
    /// # Errors
    ///
    /// `in_use` for a container that holds licenses, that has pending removals (`returning` names
    /// the licenses), to which seats are to move (`coming` names the licenses), or, for hardware,
    /// that has not confirmed that it is empty (`may_hold`). `wrong_state` for a container that is
    /// retired or adopted.
    pub fn retire(
        &mut self,
        returning: &[String],
        coming: &[String],
        may_hold: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.check_own()?;
        if let Some(at) = &self.retired_at {
            let message = format!("container {} is already retired (since {at})", self.serial);
            return Err(Error::new(ErrorCode::WrongState, message).advice("nothing to do"));
        }
        self.check_not_awaited(coming)?;
        let (serial, live) = (&self.serial, self.licenses.len());
        let first = self.licenses.first().or(returning.first());
        if let Some(first) = first {
            let held = if live > 0 {
                count_of(live, "license")
            } else {
                format!("{} with a pending removal", count_of(returning.len(), "license"))
            };
            let (license, container) = (first.clone(), serial.to_string());
            let remedy = match (self.kind, live) {
                (ContainerKind::Dongle | ContainerKind::Device, 0) => self.proves_removal(),
                (ContainerKind::Dongle, _) => Remedy::ReturnOrRecycle { license, container },
                _ => Remedy::ReturnOne { license, container },
            };
            return Err(Error::new(
                ErrorCode::InUse,
                format!("container {serial} contains {held}"),
            )
            .remedy(remedy));
        }
        // A lost container never sends a proof.
        if self.kind.is_hardware() && may_hold && self.lost_at.is_none() {
            let message = format!(
                "container {serial} has not confirmed that it is empty: its old licenses could \
                 still be used"
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
        assert_eq!(code(dongle.check_not_suspect()), ErrorCode::Suspect);
        dongle.resolve().expect("resolved");
        assert_eq!((dongle.check_not_suspect(), dongle.counter), (Ok(()), 10));
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
