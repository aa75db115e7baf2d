//! The answers about licenses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::domain::license::License;
use crate::domain::license::activation::{Activation, File};
use crate::domain::license::entitlement::TermMembers;
use crate::domain::license::prerequisite::MissingPrerequisite;
use crate::domain::license::terms::TERMS;
use crate::domain::module::Grant;
use crate::domain::time::{Date, Timestamp, last_day};
use crate::ops::answer::{AffectedLicenseAnswer, Answer, Columns};
use crate::ops::license::online_check::Checked;

/// A license.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "License")]
pub struct LicenseAnswer {
    /// Serial; null for a license that a dry run would issue.
    pub serial: Option<String>,
    /// Code of the product.
    pub product: String,
    /// Code of the customer.
    pub customer: String,
    /// Code of the company that holds the license.
    pub company: Option<String>,
    /// Edition: `commercial` or `trial`.
    pub edition: String,
    /// Meaning of a seat: `named`, `floating` or `device`.
    pub model: String,
    /// Number of seats.
    pub seats: u32,
    /// Number of seats that are allocated to containers and files.
    pub seats_placed: u32,
    /// Number of seats that are not allocated.
    pub seats_free: u32,
    /// Number of assigned users.
    pub assigned: usize,
    /// User names of the assigned users.
    pub users: Vec<String>,
    /// Number of live sessions.
    pub sessions: u32,
    /// Number of available seats: unassigned ones of a named license, idle ones of a floating
    /// license, unallocated ones of a device license.
    pub free: u32,
    /// Revision; each change of the content of the files creates the next revision.
    pub revision: u32,
    /// State of the license.
    pub state: String,
    /// Reason of the state.
    pub reason: Option<String>,
    /// Instant since which the license has its state.
    pub state_since: Option<String>,
    /// First day.
    pub starts: String,
    /// Day on which the license ends, at 00:00 UTC.
    pub ends: Option<String>,
    /// Last full day.
    pub last_day: Option<String>,
    /// The terms of the second section of the table.
    #[serde(flatten)]
    pub terms: TermMembers,
    /// Granted modules.
    pub modules: Vec<GrantedModule>,
    /// Attributes for the application.
    pub attributes: BTreeMap<String, String>,
    /// Idempotency reference.
    pub reference: Option<String>,
    /// Serial of the predecessor.
    pub replaces: Option<String>,
    /// Serial of the successor.
    pub replaced_by: Option<String>,
    /// `true` if the license belongs to another home.
    pub adopted: bool,
    /// Instant of the issue.
    pub created_at: String,
    /// Activations, oldest first.
    pub activations: Vec<LicenseActivation>,
    /// Newest file of a license that has one live activation.
    pub file: Option<LicenseFile>,
}

impl Answer for LicenseAnswer {}

/// A module that a license grants.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GrantedModule {
    /// Code of the module.
    pub code: String,
    /// Limit.
    pub value: Option<u64>,
    /// Day on which the module ends before the license.
    pub ends: Option<String>,
}

/// Seats of a license in one place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LicenseActivation {
    /// Serial of the container; null for an unbound file.
    pub container: Option<String>,
    /// Number of seats.
    pub seats: u32,
    /// Number of the activation of this license in this container.
    pub generation: u32,
    /// State of the activation.
    pub state: String,
    /// Instant since which the seats are unallocated again.
    pub ended_at: Option<String>,
    /// Serial of the container in which the seats arrive once they are removed here.
    pub moves_to: Option<String>,
    /// Newest file.
    pub file: Option<LicenseFile>,
}

/// A signed license file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LicenseFile {
    /// Path of the file that this command wrote.
    pub path: Option<String>,
    /// Id of the file.
    pub jti: String,
    /// Id of the key that signed the file.
    pub kid: String,
    /// Instant at which the file ends.
    pub expires_at: Option<String>,
}

impl LicenseFile {
    fn of(file: &File, path: Option<String>) -> LicenseFile {
        LicenseFile {
            path,
            jti: file.jti.clone(),
            kid: file.kid.clone(),
            expires_at: file.expires_at.clone(),
        }
    }
}

fn day(day: Date) -> String {
    day.to_string()
}

impl LicenseAnswer {
    /// Returns a license. `path_for` gives the path of the file that was written for a container.
    pub fn of(
        license: &License,
        now: Timestamp,
        path_for: impl Fn(Option<&str>) -> Option<String>,
    ) -> LicenseAnswer {
        let entitlement = &license.entitlement;
        let mut live = license.live();
        let only = live.next().filter(|_| live.next().is_none());
        let file = only.and_then(|only| {
            let file = only.file.as_ref()?;
            Some(LicenseFile::of(file, path_for(only.container())))
        });
        let module = |grant: &Grant| GrantedModule {
            code: grant.code.to_string(),
            value: grant.value,
            ends: grant.ends.map(day),
        };
        LicenseAnswer {
            serial: Some(license.serial.to_string()),
            product: entitlement.product.to_string(),
            customer: entitlement.customer.to_string(),
            company: entitlement.company.as_ref().map(ToString::to_string),
            edition: entitlement.edition.as_str().to_owned(),
            model: entitlement.model.as_str().to_owned(),
            seats: entitlement.seats,
            seats_placed: license.seats_placed(),
            seats_free: seats_free(license),
            assigned: entitlement.users.len(),
            users: entitlement.users.iter().map(ToString::to_string).collect(),
            sessions: license.sessions,
            free: license.free(),
            revision: license.revision,
            state: license.state(now).as_str().to_owned(),
            reason: license.reason.clone(),
            state_since: license.state_since.clone(),
            starts: day(entitlement.starts),
            ends: entitlement.ends.map(day),
            last_day: entitlement.ends.and_then(last_day).map(day),
            terms: TermMembers::of(entitlement),
            modules: entitlement.modules.iter().map(module).collect(),
            attributes: entitlement.attributes.clone(),
            reference: license.reference.as_ref().map(ToString::to_string),
            replaces: license.replaces.clone(),
            replaced_by: license.replaced_by.clone(),
            adopted: license.adopted,
            created_at: license.created_at.clone(),
            activations: license.activations.iter().map(|it| activation(it, &path_for)).collect(),
            file,
        }
    }
}

fn activation(
    activation: &Activation,
    path_for: impl Fn(Option<&str>) -> Option<String>,
) -> LicenseActivation {
    let pending_removal = activation.pending_removal.as_ref().filter(|_| activation.is_held());
    let path = || path_for(activation.container()).filter(|_| activation.is_live());
    LicenseActivation {
        container: activation.container().map(str::to_owned),
        seats: activation.seats,
        generation: activation.generation,
        state: activation.state.as_str().to_owned(),
        ended_at: activation.ended_at.clone(),
        moves_to: pending_removal.and_then(|pending_removal| pending_removal.moves_to.clone()),
        file: activation.file.as_ref().map(|newest| LicenseFile::of(newest, path())),
    }
}

/// Returns the unallocated seats of a license; none for an ended license.
pub fn seats_free(license: &License) -> u32 {
    if license.status.is_final() {
        0
    } else {
        license.entitlement.seats.saturating_sub(license.seats_placed())
    }
}

/// A license as a line of a CSV file: its identity, then the flags of `license issue`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LicenseRow {
    /// Serial.
    pub serial: String,
    /// State.
    pub state: String,
    /// Code of the customer.
    pub customer: String,
    /// Code of the product.
    pub product: String,
    /// Code of the company.
    pub company: Option<String>,
    /// Edition.
    pub edition: String,
    /// User names of the assigned users, separated by commas.
    pub users: Option<String>,
    /// The terms as the flags take them.
    #[serde(flatten)]
    pub flags: Flags,
    /// Attributes for the application.
    pub set: Option<BTreeMap<String, String>>,
    /// Idempotency reference.
    pub reference: Option<String>,
}

impl Answer for LicenseRow {}

const IDENTITY: [&str; 7] =
    ["serial", "state", "customer", "product", "company", "edition", "users"];

const REST: [&str; 2] = ["set", "reference"];

/// The number of columns: each term has one.
const COLUMN_COUNT: usize = IDENTITY.len() + TERMS.len() + REST.len();

impl Columns for LicenseRow {
    const COLUMNS: &'static [&'static str] = &{
        let mut columns = [""; COLUMN_COUNT];
        let mut place = 0;
        while place < COLUMN_COUNT {
            let behind = place.saturating_sub(IDENTITY.len());
            columns[place] = if place < IDENTITY.len() {
                IDENTITY[place]
            } else if behind < TERMS.len() {
                TERMS[behind].name
            } else {
                REST[behind - TERMS.len()]
            };
            place += 1;
        }
        columns
    };
}

impl LicenseRow {
    /// Returns the line of a license.
    pub fn of(license: &License, now: Timestamp) -> LicenseRow {
        let entitlement = &license.entitlement;
        let users: Vec<&str> = entitlement.users.iter().map(|user| user.as_str()).collect();
        LicenseRow {
            serial: license.serial.to_string(),
            state: license.state(now).as_str().to_owned(),
            customer: entitlement.customer.to_string(),
            product: entitlement.product.to_string(),
            company: entitlement.company.as_ref().map(ToString::to_string),
            edition: entitlement.edition.as_str().to_owned(),
            users: Some(users.join(",")).filter(|users| !users.is_empty()),
            flags: Flags(entitlement.flags()),
            set: Some(entitlement.attributes.clone()).filter(|set| !set.is_empty()),
            reference: license.reference.as_ref().map(ToString::to_string),
        }
    }
}

/// The terms of a license by the names of their flags, in the order of the table of terms.
#[derive(Clone, Debug)]
pub struct Flags(Vec<(&'static str, Option<String>)>);

impl Serialize for Flags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl JsonSchema for Flags {
    fn schema_name() -> Cow<'static, str> {
        "Flags".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({"type": "object"});
        for term in TERMS {
            let member = json_schema!({"type": ["string", "null"]});
            schema
                .ensure_object()
                .entry("properties")
                .or_insert_with(|| serde_json::Value::Object(serde_json::Map::new()))[term.name] =
                member.to_value();
        }
        schema
    }
}

/// A license in the requested form. The schema is that of the JSON form.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum LicenseForm {
    /// The JSON form.
    Json(Box<LicenseAnswer>),
    /// The CSV form.
    Csv(Box<LicenseRow>),
}

impl LicenseForm {
    /// Removes the serial of a license that a dry run would issue.
    #[must_use]
    pub fn without_serial(mut self) -> LicenseForm {
        match &mut self {
            LicenseForm::Json(license) => license.serial = None,
            LicenseForm::Csv(row) => row.serial.clear(),
        }
        self
    }
}

impl JsonSchema for LicenseForm {
    fn schema_name() -> Cow<'static, str> {
        LicenseAnswer::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        LicenseAnswer::json_schema(generator)
    }
}

impl Answer for LicenseForm {}

/// A license that was issued, or that was issued before for the same reference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IssuedLicense {
    /// The license.
    #[serde(flatten)]
    pub license: LicenseForm,
    /// `true` if this command issued the license.
    pub created: bool,
    /// The licenses that the change affects, in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<AffectedLicenseAnswer>")]
    pub hit: Option<Vec<AffectedLicenseAnswer>>,
    /// Codes of the base products of which the customer has no license.
    pub base_missing: Vec<String>,
}

impl Answer for IssuedLicense {}

/// A license that a verb changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangedLicense {
    /// The license after the change.
    #[serde(flatten)]
    pub license: LicenseForm,
    /// `true` if an earlier request made the change; absent in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub repeated: Option<bool>,
    /// `true` if this command changed the license; absent in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub changed: Option<bool>,
    /// The licenses that the change affects, in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<AffectedLicenseAnswer>")]
    pub hit: Option<Vec<AffectedLicenseAnswer>>,
    /// The end before an extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "EndBefore")]
    pub before: Option<EndBefore>,
    /// Codes of the base products of which the customer has no license, if the license was
    /// activated or moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub base_missing: Option<Vec<String>>,
}

impl Answer for ChangedLicense {}

impl ChangedLicense {
    /// Returns a license in a dry run.
    pub fn planned(license: LicenseForm) -> ChangedLicense {
        ChangedLicense {
            license,
            repeated: None,
            changed: None,
            hit: None,
            before: None,
            base_missing: None,
        }
    }

    /// Returns a license that was changed, or had been changed so before.
    pub fn done(license: LicenseForm, repeated: bool) -> ChangedLicense {
        ChangedLicense {
            repeated: Some(repeated),
            changed: Some(!repeated),
            ..ChangedLicense::planned(license)
        }
    }
}

/// The end of a license before an extension.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EndBefore {
    /// Day on which the license ended, at 00:00 UTC.
    pub ends: Option<String>,
    /// Last full day.
    pub last_day: Option<String>,
    /// Revision.
    pub revision: u32,
}

impl EndBefore {
    /// Returns the end of a license.
    pub fn of(license: &License) -> EndBefore {
        let ends = license.entitlement.ends;
        EndBefore {
            ends: ends.map(day),
            last_day: ends.and_then(last_day).map(day),
            revision: license.revision,
        }
    }
}

/// Returns the codes of missing base products.
pub fn base_missing(missing_prerequisites: &[MissingPrerequisite]) -> Vec<String> {
    missing_prerequisites.iter().map(|missing| missing.product.to_string()).collect()
}

/// The users of a license after a change of its assignments.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReassignedLicense {
    /// The license after the change.
    #[serde(flatten)]
    pub license: LicenseForm,
    /// User names of the users who were added.
    pub added: Vec<String>,
    /// User names of the users who were removed.
    pub removed: Vec<String>,
    /// `true` if this command added users, in the answer of `assignment add`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub created: Option<bool>,
}

impl Answer for ReassignedLicense {}

/// A license with its older files.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShownLicense {
    /// The license.
    #[serde(flatten)]
    pub license: LicenseForm,
    /// Codes of the base products of which the customer has no license.
    pub base_missing: Vec<String>,
    /// Superseded files that applications still accept; absent in CSV.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(required, with = "Vec<SupersededFile>")]
    pub older_files: Option<Vec<SupersededFile>>,
}

impl Answer for ShownLicense {}

/// A superseded file that applications still accept.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SupersededFile {
    /// Id of the file.
    pub jti: String,
    /// Revision that the file states.
    pub revision: u32,
    /// Instant at which the file ends.
    pub expires_at: Option<String>,
    /// Instant at which the status list ends the file.
    pub ends_at: Option<String>,
}

impl SupersededFile {
    /// Returns a superseded file.
    pub fn of(file: &File) -> SupersededFile {
        SupersededFile {
            jti: file.jti.clone(),
            revision: file.revision,
            expires_at: file.expires_at.clone(),
            ends_at: file.ends_at.clone(),
        }
    }
}

/// A license whose file was written again.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExportedLicense {
    /// The license.
    #[serde(flatten)]
    pub license: LicenseAnswer,
    /// Text of the file; null if there are several.
    pub text: Option<String>,
    /// Texts of the files, if there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<LicenseText>")]
    pub texts: Option<Vec<LicenseText>>,
}

impl Answer for ExportedLicense {}

/// The text of a license file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LicenseText {
    /// Serial of the container.
    pub container: Option<String>,
    /// Signed text.
    pub text: String,
}

/// The verdict about a license file that a customer has.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckedLicense {
    /// `true` if the file is genuine, current and in force.
    pub valid: bool,
    /// `true` if the database contains exactly this file.
    pub genuine: bool,
    /// `true` if there is no newer file of the activation.
    pub current: bool,
    /// `true` if the license may be used now.
    pub in_force: bool,
    /// Code of the verdict.
    pub code: Option<String>,
    /// Verdict as a text.
    pub message: String,
    /// Serial of the license.
    pub serial: Option<String>,
    /// Revision that the file states.
    pub revision: Option<u32>,
    /// Newest revision.
    pub current_revision: Option<u32>,
    /// Newest file, if this command wrote it.
    pub file: Option<WrittenPath>,
    /// Codes of the base products of which the customer has no license.
    pub base_missing: Vec<String>,
}

impl Answer for CheckedLicense {}

impl CheckedLicense {
    /// Returns a verdict. `path` is the path of the newest file that was written.
    pub fn of(
        checked: &Checked,
        path: Option<String>,
        missing_prerequisites: &[MissingPrerequisite],
    ) -> CheckedLicense {
        let license = checked.license.as_ref();
        CheckedLicense {
            valid: checked.valid(),
            genuine: checked.genuine,
            current: checked.current,
            in_force: checked.in_force,
            code: checked.code.map(str::to_owned),
            message: checked.message.clone(),
            serial: license.map(|license| license.serial.to_string()),
            revision: checked.revision,
            current_revision: license.map(|license| license.revision),
            file: path.map(|path| WrittenPath { path }),
            base_missing: base_missing(missing_prerequisites),
        }
    }
}

/// A file that this command wrote.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WrittenPath {
    /// Path of the file.
    pub path: String,
}
