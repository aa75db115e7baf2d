//! The answers about containers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::audit::license::{ArrivalNote, ArrivedNote};
use crate::domain::container::Container;
use crate::domain::container::suspicion::Suspicion;
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::time::{Timestamp, last_day};
use crate::ops::answer::{AffectedLicenseAnswer, Answer, Columns, SignedFile};
use crate::ops::container::settle::Stranded;
use crate::ops::license::plan::Step;

/// A container: the carrier of licenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Container")]
pub struct ContainerAnswer {
    /// Serial; `null` in a dry run that would create the container.
    pub serial: Option<String>,
    /// Kind: `cloud`, `device` or `dongle`.
    pub kind: &'static str,
    /// Code of the customer.
    pub customer: String,
    /// User name of the user of a cloud container, or `null`.
    pub user: Option<String>,
    /// Label for people, or `null`.
    pub label: Option<String>,
    /// Hardware serial of a dongle, or `null`.
    pub hardware: Option<String>,
    /// User name in the credential of a cloud container, or `null`.
    pub username: Option<String>,
    /// State: `active`, `blocked`, `suspect`, `resync`, `lost` or `retired`.
    pub state: &'static str,
    /// Counter of the content that belongs in the container. It rises by one with each change.
    pub counter: u64,
    /// Highest counter that a receipt or a person confirmed, or `null`.
    pub confirmed_counter: Option<u64>,
    /// Thumbprint of the container's own key (RFC 7638, base64url), or `null`.
    pub key: Option<String>,
    /// Names of the machine properties that are known of a device.
    pub properties: Vec<String>,
    /// Id of the context from which the container was adopted; `null` at the home to
    /// which the container belongs.
    pub context: Option<String>,
    /// Contradiction of a receipt, or `null`.
    pub suspicion: Option<SuspicionAnswer>,
    /// Counter of the newest update that was written, or `null`.
    pub issued_counter: Option<u64>,
    /// Generation of the current credential, or `null`.
    pub credential_generation: Option<u32>,
    /// Instant at which the current credential was issued (RFC 3339, UTC), or `null`.
    pub credential_issued_at: Option<String>,
    /// Serials of the licenses that are placed in the container.
    pub licenses: Vec<String>,
    /// Code of the block that the customer sees; `null` for a container that is not blocked.
    pub blocked: Option<String>,
    /// Reason of the block, or `null`.
    pub block_reason: Option<String>,
    /// Instant of the block (RFC 3339, UTC), or `null`.
    pub blocked_at: Option<String>,
    /// Instant from which the status lists end the files of the blocked container (RFC 3339, UTC),
    /// or `null`.
    pub block_enforced_at: Option<String>,
    /// Instant at which the container was given up as lost (RFC 3339, UTC), or `null`.
    pub lost_at: Option<String>,
    /// Instant of the retirement (RFC 3339, UTC), or `null`.
    pub retired_at: Option<String>,
    /// Reference of the order, or `null`.
    pub reference: Option<String>,
    /// Instant at which the container was created (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for ContainerAnswer {}

impl Columns for ContainerAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "serial",
        "kind",
        "customer",
        "user",
        "label",
        "hardware",
        "key",
        "state",
        "counter",
        "confirmed-counter",
        "credential-generation",
        "licenses",
        "reference",
        "created-at",
    ];
}

/// A contradiction between a receipt of a container and the records of this home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Suspicion")]
pub struct SuspicionAnswer {
    /// Code: `set_back` (a lower counter than known), `never_issued` (a counter that was never
    /// issued) or `other_content` (other content than was issued).
    pub why: String,
    /// Highest counter that such a receipt named.
    pub seen: u64,
    /// Instant of the receipt that contradicts (RFC 3339, UTC).
    pub at: String,
}

impl ContainerAnswer {
    /// Returns the answer about a container.
    pub fn of(container: &Container) -> ContainerAnswer {
        let (block, credential) = (container.block.as_ref(), container.credential.as_ref());
        let suspicion = |suspicion: &Suspicion| SuspicionAnswer {
            why: suspicion.why.clone(),
            seen: suspicion.seen,
            at: suspicion.at.clone(),
        };
        ContainerAnswer {
            serial: Some(container.serial.to_string()),
            kind: container.kind.as_str(),
            customer: container.customer.to_string(),
            user: container.user.as_ref().map(ToString::to_string),
            label: container.label.as_ref().map(ToString::to_string),
            hardware: container.hardware.as_ref().map(ToString::to_string),
            username: container.username.clone(),
            state: container.state().as_str(),
            counter: container.counter,
            confirmed_counter: container.confirmed,
            key: container.kid(),
            properties: container.properties.keys().cloned().collect(),
            context: container.context.clone(),
            suspicion: container.suspicion.as_ref().map(suspicion),
            issued_counter: container.issued,
            credential_generation: credential.map(|(generation, _)| *generation),
            credential_issued_at: credential.map(|(_, at)| at.clone()),
            licenses: container.licenses.clone(),
            blocked: block.map(|block| block.code.clone()),
            block_reason: block.map(|block| block.reason.clone()),
            blocked_at: block.map(|block| block.at.clone()),
            block_enforced_at: block.map(|block| block.enforced_at.clone()),
            lost_at: container.lost_at.clone(),
            retired_at: container.retired_at.clone(),
            reference: container.reference.as_ref().map(ToString::to_string),
            created_at: container.created_at.clone(),
        }
    }
}

/// A container with its contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContainerDetails {
    /// The container.
    #[serde(flatten)]
    pub container: ContainerAnswer,
    /// Licenses that were recovered from the container into another one.
    pub recovered: Vec<RecoveredFrom>,
    /// Serial of the current credential, or `null`.
    pub credential: Option<String>,
    /// Seats that the container holds.
    pub contents: Vec<HeldSeats>,
}

impl Answer for ContainerDetails {}

/// A license that was recovered from a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecoveredFrom {
    /// Serial of the license.
    pub license: String,
    /// Serial of the container that it was recovered into.
    pub to: String,
}

/// The seats of a license that a container holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeldSeats {
    /// Serial of the license.
    pub license: String,
    /// Code of the product.
    pub product: String,
    /// Revision of the license.
    pub revision: u32,
    /// Number of seats.
    pub seats: u32,
    /// Generation of the activation.
    pub generation: u32,
    /// State of the license, such as `active` or `expired`.
    pub state: &'static str,
    /// State of the activation: `live`, or `returning` until the container proves the removal.
    pub activation: &'static str,
    /// Serial of the container to which the seats move, or `null`.
    pub moves_to: Option<String>,
    /// Last full day of the license (`YYYY-MM-DD`, UTC); `null` for a license without an end.
    pub last_day: Option<String>,
}

impl HeldSeats {
    /// Returns the seats of an activation. The state of the license is that of the instant.
    pub fn of(license: &License, activation: &Activation, now: Timestamp) -> HeldSeats {
        let pending_removal = activation.pending_removal.as_ref();
        HeldSeats {
            license: license.serial.to_string(),
            product: license.entitlement.product.to_string(),
            revision: license.revision,
            seats: activation.seats,
            generation: activation.generation,
            state: license.state(now).as_str(),
            activation: activation.state.as_str(),
            moves_to: pending_removal.and_then(|pending_removal| pending_removal.moves_to.clone()),
            last_day: license.entitlement.ends.and_then(last_day).map(|day| day.to_string()),
        }
    }
}

/// A container that was created, or that existed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CreatedContainer {
    /// The container.
    #[serde(flatten)]
    pub container: ContainerAnswer,
    /// `true` if the container was created.
    pub created: bool,
    /// Serial of the credential that was issued with a cloud container; missing without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub credential: Option<String>,
    /// File of that credential; `null` without one, missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<CreatedFile>")]
    pub file: Option<Option<CreatedFile>>,
    /// Command that issues another credential; missing unless a cloud container existed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub hint: Option<String>,
    /// Serials of the containers in use on similar computers; missing for a container that existed
    /// or that has a credential.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub alike: Option<Vec<String>>,
}

impl Answer for CreatedContainer {}

/// The file of a credential that was issued with a container.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CreatedFile {
    /// Path, as it was typed; `null` if nothing was written to a path.
    pub path: Option<String>,
    /// Id of the token (UUID, version 7); missing for a container that existed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub jti: Option<String>,
    /// Thumbprint of the key that signed it (RFC 7638, base64url); missing for a container that
    /// existed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub kid: Option<String>,
}

/// A container with its update or context file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WrittenContainer {
    /// The container.
    #[serde(flatten)]
    pub container: ContainerAnswer,
    /// `true` if nothing changed since the newest file, which was written again.
    pub repeated: bool,
    /// Signed text (JWS, compact serialization).
    pub text: String,
    /// File.
    pub file: SignedFile,
}

impl Answer for WrittenContainer {}

/// A container from which licenses were removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettledContainer {
    /// The container.
    #[serde(flatten)]
    pub container: ContainerAnswer,
    /// Licenses that the removal affects; missing unless in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<AffectedLicenseAnswer>")]
    pub hit: Option<Vec<AffectedLicenseAnswer>>,
    /// Licenses whose seats left the container.
    pub settled: Vec<SettledLicense>,
    /// Seats that could not arrive in the container to which they were to move. They are
    /// unallocated.
    pub stranded: Vec<StrandedSeats>,
}

impl Answer for SettledContainer {}

/// A license whose seats left a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettledLicense {
    /// Serial of the license.
    pub license: String,
    /// Number of seats that became unallocated.
    pub freed: u32,
    /// Seats that arrived in other containers.
    pub arrived: Vec<ArrivedSeats>,
}

/// Seats that arrived in a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ArrivedSeats {
    /// Serial of the container.
    pub container: String,
    /// Number of seats.
    pub seats: u32,
}

impl SettledLicense {
    /// Returns the license of a step that took seats out of a container.
    pub fn of(step: &Step) -> SettledLicense {
        let before = step.before.as_ref().map_or(0, License::seats_placed);
        let arrived = match &step.note.to {
            Some(ArrivalNote::Containers(arrived)) => arrived.as_slice(),
            _ => &[],
        };
        let arrived = arrived.iter().map(|ArrivedNote { container, seats }| {
            let (container, seats) = (container.clone(), *seats);
            ArrivedSeats { container, seats }
        });
        SettledLicense {
            license: step.after.serial.to_string(),
            freed: before.saturating_sub(step.after.seats_placed()),
            arrived: arrived.collect(),
        }
    }
}

/// Seats that could not arrive in a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StrandedSeats {
    /// Serial of the license.
    pub license: String,
    /// Serial of the container in which they were to arrive.
    pub container: String,
    /// Number of seats.
    pub seats: u32,
    /// Reason for people.
    pub why: String,
}

impl StrandedSeats {
    /// Returns the answer about seats that could not arrive.
    pub fn of(stranded: &Stranded) -> StrandedSeats {
        StrandedSeats {
            license: stranded.license.clone(),
            container: stranded.to.clone(),
            seats: stranded.seats,
            why: stranded.reason.clone(),
        }
    }
}

/// A receipt that was received from a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReceivedReceipt {
    /// Serial of the container.
    pub container: String,
    /// Counter at which the container is, by the receipt.
    pub counter: u64,
    /// `true` if the container lacks a newer update.
    pub outdated: bool,
    /// State of the container after the receipt: `active`, `blocked`, `suspect`, `resync`, `lost`
    /// or `retired`.
    pub state: &'static str,
    /// `true` if the receipt was received before.
    pub repeated: bool,
    /// Highest counter that a receipt or a person confirmed, or `null`.
    pub confirmed_counter: Option<u64>,
    /// Counter of the content that belongs in the container.
    pub desired_counter: u64,
    /// Code of the block that the customer sees; `null` for a container that is not blocked.
    pub blocked: Option<String>,
    /// Contradiction of a receipt, or `null`.
    pub suspicion: Option<SuspicionAnswer>,
    /// `true` if the computer is still similar to that for which the container was created; `null`
    /// for a receipt without properties.
    pub matches: Option<bool>,
    /// Licenses whose seats left the container.
    pub settled: Vec<SettledLicense>,
    /// Seats that could not arrive in the container to which they were to move. They are
    /// unallocated.
    pub stranded: Vec<StrandedSeats>,
}

impl Answer for ReceivedReceipt {}

/// A container whose contents came from another site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedContainer {
    /// The container.
    #[serde(flatten)]
    pub container: ContainerAnswer,
    /// Serials of the licenses that the other site added to the container.
    pub added: Vec<String>,
    /// Serials of the licenses that the other site removed from the container.
    pub taken: Vec<String>,
}

impl Answer for ImportedContainer {}

/// An attempt to use a blocked container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContainerAttempt {
    /// Serial of the container.
    pub container: String,
    /// Code of the customer, or `null`.
    pub customer: Option<String>,
    /// Instant of the attempt (RFC 3339, UTC).
    pub at: String,
    /// Action that was attempted, or `null`.
    pub action: Option<String>,
    /// E-mail address of the user of the container, else of the customer, or `null`.
    pub contact: Option<String>,
}

impl Answer for ContainerAttempt {}

impl Columns for ContainerAttempt {
    const COLUMNS: &'static [&'static str] = &["container", "customer", "at", "action", "contact"];
}
