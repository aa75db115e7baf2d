//! The answers about credentials.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::credential::Credential;
use crate::ops::answer::{Answer, Columns, SignedFile};
use crate::ops::credential::check::Checked;

/// A credential of a cloud container.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Credential")]
pub struct CredentialAnswer {
    /// Serial.
    pub serial: String,
    /// Serial of the container that the credential opens.
    pub container: String,
    /// Code of the customer.
    pub customer: String,
    /// User name in the credential.
    pub username: String,
    /// Generation; each ends the one before.
    pub generation: u32,
    /// State.
    pub state: String,
    /// Instant of the signature.
    pub issued_at: String,
    /// Instant of the end.
    pub ended_at: Option<String>,
    /// Signed file.
    pub file: SignedFile,
    /// `true` if the key that signed the credential was revoked. Only in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub key_revoked: Option<bool>,
}

impl Answer for CredentialAnswer {}

impl Columns for CredentialAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "serial",
        "container",
        "customer",
        "username",
        "generation",
        "state",
        "issued-at",
        "ended-at",
    ];
}

impl CredentialAnswer {
    /// Returns the answer about a credential. `path` is the path of the file that was written.
    pub fn of(credential: &Credential, path: Option<String>) -> CredentialAnswer {
        CredentialAnswer {
            serial: credential.serial.to_string(),
            container: credential.container.clone(),
            customer: credential.customer.to_string(),
            username: credential.username.clone(),
            generation: credential.generation,
            state: credential.state().to_owned(),
            issued_at: credential.issued_at.clone(),
            ended_at: credential.ended.as_ref().map(|(at, _)| at.clone()),
            file: SignedFile { path, jti: credential.jti.clone(), kid: credential.kid.clone() },
            key_revoked: None,
        }
    }
}

/// The credential that a dry run would make.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlannedCredential {
    /// Serial of the container.
    pub container: String,
    /// Generation of the credential.
    pub generation: u32,
    /// Serial of the credential that would end.
    pub ends: Option<String>,
    /// Serials of the licenses in the container.
    pub licenses: Vec<String>,
}

impl Answer for PlannedCredential {}

/// The verdict about a credential that a customer has.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckedCredential {
    /// `true` if the credential opens its container now.
    pub valid: bool,
    /// Code of the verdict.
    pub code: Option<String>,
    /// Verdict as a text.
    pub message: String,
    /// Serial of the credential.
    pub serial: Option<String>,
    /// Serial of the container.
    pub container: Option<String>,
    /// Generation of the credential.
    pub generation: Option<u32>,
    /// Generation that is in force.
    pub current_generation: Option<u32>,
}

impl Answer for CheckedCredential {}

impl CheckedCredential {
    /// Returns a verdict.
    pub fn of(checked: &Checked) -> CheckedCredential {
        let credential = checked.credential.as_ref();
        CheckedCredential {
            valid: checked.code.is_none(),
            code: checked.code.map(str::to_owned),
            message: checked.message.clone(),
            serial: credential.map(|it| it.serial.to_string()),
            container: credential.map(|it| it.container.clone()),
            generation: credential.map(|it| it.generation),
            current_generation: checked.current,
        }
    }
}
