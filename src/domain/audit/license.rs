//! The audit details of a license: all of a new one, the terms that an edit compares, and the
//! further facts of a change.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::audit::difference::{Difference, Values};
use crate::domain::audit::doctor::DifferenceNote;
use crate::domain::audit::personal::Personal;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, File};
use crate::domain::license::entitlement::TermMembers;
use crate::domain::module::{Grant, Grants};
use crate::domain::name::{Reference, Slug, Username};
use crate::domain::recovery::Scope;
use crate::domain::time::{Date, Timestamp, last_day};

/// A license with its activations and files.
#[derive(Debug, Serialize)]
pub struct LicenseDetail<'a> {
    serial: &'a str,
    product: &'a Slug,
    customer: &'a Slug,
    company: Option<&'a Slug>,
    edition: &'static str,
    model: &'static str,
    seats: u32,
    seats_placed: u32,
    seats_free: u32,
    assigned: usize,
    users: &'a [Username],
    sessions: u32,
    free: u32,
    revision: u32,
    state: &'static str,
    reason: Option<Personal<&'a str>>,
    state_since: Option<&'a str>,
    starts: Date,
    ends: Option<Date>,
    last_day: Option<Date>,
    #[serde(flatten)]
    terms: TermMembers,
    modules: Vec<GrantDetail<'a>>,
    attributes: &'a BTreeMap<String, String>,
    reference: Option<&'a Reference>,
    replaces: Option<&'a str>,
    replaced_by: Option<&'a str>,
    adopted: bool,
    created_at: &'a str,
    activations: Vec<ActivationDetail<'a>>,
    file: Option<FileDetail<'a>>,
}

/// A granted module.
#[derive(Debug, Serialize)]
struct GrantDetail<'a> {
    code: &'a Slug,
    value: Option<u64>,
    ends: Option<Date>,
}

/// An activation, identified by container or unbound, and generation.
#[derive(Debug, Serialize)]
struct ActivationDetail<'a> {
    container: Option<&'a str>,
    seats: u32,
    generation: u32,
    state: &'static str,
    ended_at: Option<&'a str>,
    moves_to: Option<&'a str>,
    file: Option<FileDetail<'a>>,
}

/// The newest file of an activation. A front end adds the path.
#[derive(Debug, Serialize)]
struct FileDetail<'a> {
    path: Option<&'a str>,
    jti: &'a str,
    kid: &'a str,
    expires_at: Option<&'a str>,
}

impl<'a> LicenseDetail<'a> {
    /// Returns the detail of a license. Its state is that of the instant.
    pub fn of(license: &'a License, now: Timestamp) -> LicenseDetail<'a> {
        let entitlement = &license.entitlement;
        let mut live = license.live();
        let only = live.next().filter(|_| live.next().is_none());
        LicenseDetail {
            serial: license.serial.as_str(),
            product: &entitlement.product,
            customer: &entitlement.customer,
            company: entitlement.company.as_ref(),
            edition: entitlement.edition.as_str(),
            model: entitlement.model.as_str(),
            seats: entitlement.seats,
            seats_placed: license.seats_placed(),
            seats_free: license.seats_free(),
            assigned: entitlement.users.len(),
            users: &entitlement.users,
            sessions: license.sessions,
            free: license.free(),
            revision: license.revision,
            state: license.state(now).as_str(),
            reason: license.reason.as_deref().map(Personal),
            state_since: license.state_since.as_deref(),
            starts: entitlement.starts,
            ends: entitlement.ends,
            last_day: entitlement.ends.and_then(last_day),
            terms: TermMembers::of(entitlement),
            modules: entitlement.modules.iter().map(GrantDetail::of).collect(),
            attributes: &entitlement.attributes,
            reference: license.reference.as_ref(),
            replaces: license.replaces.as_deref(),
            replaced_by: license.replaced_by.as_deref(),
            adopted: license.adopted,
            created_at: &license.created_at,
            activations: license.activations.iter().map(ActivationDetail::of).collect(),
            file: only.and_then(|only| only.file.as_ref()).map(FileDetail::of),
        }
    }
}

impl<'a> GrantDetail<'a> {
    fn of(grant: &'a Grant) -> GrantDetail<'a> {
        GrantDetail { code: &grant.code, value: grant.value, ends: grant.ends }
    }
}

impl<'a> ActivationDetail<'a> {
    fn of(activation: &'a Activation) -> ActivationDetail<'a> {
        let pending_removal = activation.pending_removal.as_ref().filter(|_| activation.is_held());
        ActivationDetail {
            container: activation.container(),
            seats: activation.seats,
            generation: activation.generation,
            state: activation.state.as_str(),
            ended_at: activation.ended_at.as_deref(),
            moves_to: pending_removal
                .and_then(|pending_removal| pending_removal.moves_to.as_deref()),
            file: activation.file.as_ref().map(FileDetail::of),
        }
    }
}

impl<'a> FileDetail<'a> {
    fn of(file: &'a File) -> FileDetail<'a> {
        let expires_at = file.expires_at.as_deref();
        FileDetail { path: None, jti: &file.jti, kid: &file.kid, expires_at }
    }
}

/// The terms and the state of a license that the audit log follows. Computed values are left out.
#[derive(Debug, Serialize)]
pub struct LicenseTerms<'a> {
    serial: &'a str,
    product: &'a Slug,
    customer: &'a Slug,
    company: Option<&'a Slug>,
    edition: &'static str,
    model: &'static str,
    seats: u32,
    users: &'a [Username],
    revision: u32,
    state: &'static str,
    reason: Option<Personal<&'a str>>,
    starts: Date,
    ends: Option<Date>,
    #[serde(flatten)]
    terms: TermMembers,
    modules: String,
    attributes: &'a BTreeMap<String, String>,
    reference: Option<&'a Reference>,
    replaces: Option<&'a str>,
    replaced_by: Option<&'a str>,
    adopted: bool,
    created_at: &'a str,
}

impl<'a> LicenseTerms<'a> {
    /// Returns the terms of a license. Its state is that of the instant.
    pub fn of(license: &'a License, now: Timestamp) -> LicenseTerms<'a> {
        let entitlement = &license.entitlement;
        LicenseTerms {
            serial: license.serial.as_str(),
            product: &entitlement.product,
            customer: &entitlement.customer,
            company: entitlement.company.as_ref(),
            edition: entitlement.edition.as_str(),
            model: entitlement.model.as_str(),
            seats: entitlement.seats,
            users: &entitlement.users,
            revision: license.revision,
            state: license.state(now).as_str(),
            reason: license.reason.as_deref().map(Personal),
            starts: entitlement.starts,
            ends: entitlement.ends,
            terms: TermMembers::of(entitlement),
            modules: Grants(entitlement.modules.clone()).to_string(),
            attributes: &entitlement.attributes,
            reference: license.reference.as_ref(),
            replaces: license.replaces.as_deref(),
            replaced_by: license.replaced_by.as_deref(),
            adopted: license.adopted,
            created_at: &license.created_at,
        }
    }
}

/// The detail of a change of a license.
#[derive(Debug, Serialize)]
pub struct LicenseChangeDetail<'a> {
    /// The license, or the members that changed.
    #[serde(flatten)]
    pub facts: ChangeFacts<'a>,
    /// The further facts. They replace a changed member of the same name.
    #[serde(flatten)]
    pub note: &'a ChangeNote,
    /// The files that the change signs or imports.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileNote<'a>>,
    /// The end of the older files, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_files_end: Option<String>,
    /// The containers whose older files end; null stands for the unbound files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub old_files_in: Vec<Option<&'a str>>,
    /// The sessions that continue under this license.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<&'a str>,
}

impl LicenseChangeDetail<'_> {
    /// Returns whether nothing of the license changed.
    pub fn is_empty(&self) -> bool {
        let is_same = match &self.facts {
            ChangeFacts::New(_) => false,
            ChangeFacts::Changed(difference) => difference.is_empty(),
        };
        is_same
            && *self.note == ChangeNote::default()
            && self.files.is_empty()
            && self.old_files_end.is_none()
    }
}

/// The facts of a license that an audit entry contains.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ChangeFacts<'a> {
    /// All facts of a new license.
    New(Box<LicenseDetail<'a>>),
    /// The members of a known license that changed.
    Changed(Difference),
}

/// The ids of a signed file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileNote<'a> {
    /// The id of the token.
    pub jti: &'a str,
    /// The thumbprint of its key.
    pub kid: &'a str,
}

/// The facts of a change of a license that its terms do not show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangeNote {
    /// The seats in containers and files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats_placed: Option<Values<u32>>,
    /// The user who was removed or renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<UserNote>,
    /// The reason that the administrator gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Personal<String>>,
    /// The container's serial.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container: Option<String>,
    /// The id of the imported file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jti: Option<String>,
    /// The container that the seats leave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The proof of the removal: true if the removal of the seats is proven.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proven: Option<bool>,
    /// The containers at which the seats arrive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<ArrivalNote>,
    /// The number of seats that move.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// The scope of a recovery; `null` for a recovery without a policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Option<Scope>>,
    /// The loss of the container: true if the seats were freed for this reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<bool>,
    /// The recovery that the change reverses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverses: Option<String>,
    /// The ticket that the customer redeemed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
    /// `kept` if the older files stay valid although the change gives less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_files: Option<&'static str>,
    /// The idempotency reference of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The differences that a person accepted. A license with this note is not compared with the
    /// log and with its signed files, and all its rows are recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Vec<DifferenceNote>>,
}

/// A user in an audit detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum UserNote {
    /// The name of a user who was removed.
    Removed(Username),
    /// The names of a user who was renamed.
    Renamed(Values<Username>),
}

/// The containers at which seats arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ArrivalNote {
    /// One container, to which a person moved the seats.
    Container(String),
    /// The containers for which the seats were meant.
    Containers(Vec<ArrivedNote>),
}

/// Seats that arrived in a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArrivedNote {
    /// The container's serial.
    pub container: String,
    /// The number of seats.
    pub seats: u32,
}
