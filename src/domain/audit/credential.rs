//! Audit details of credentials. An entry names the id of the token and its key, and never a hash
//! of the token.

use serde::Serialize;

use crate::domain::audit::difference::Values;
use crate::domain::audit::personal::Personal;
use crate::domain::credential::Credential;

/// The detail of `credential.issue`: the first credential of a container.
#[derive(Debug, Serialize)]
pub struct IssueDetail<'a> {
    /// The container's serial.
    pub container: &'a str,
    /// The generation.
    pub generation: u32,
    /// The user name.
    pub username: Personal<&'a str>,
    /// The id of the token.
    pub jti: &'a str,
    /// The key that signed it.
    pub kid: &'a str,
}

impl<'a> IssueDetail<'a> {
    /// Returns the detail of a new credential.
    pub fn of(credential: &'a Credential) -> IssueDetail<'a> {
        IssueDetail {
            container: &credential.container,
            generation: credential.generation,
            username: Personal(&credential.username),
            jti: &credential.jti,
            kid: &credential.kid,
        }
    }
}

/// The detail of `credential.rotate`.
#[derive(Debug, Serialize)]
pub struct RotateDetail<'a> {
    /// The container's serial.
    pub container: &'a str,
    /// The generation that ends, if there is one, and the new one.
    pub generation: Values<Option<u32>>,
    /// The serial of the credential that ends.
    pub ends: Option<&'a str>,
    /// The id of the token.
    pub jti: &'a str,
    /// The key that signed it.
    pub kid: &'a str,
}

/// The detail of `credential.revoke`.
#[derive(Debug, Serialize)]
pub struct RevokeDetail<'a> {
    /// The container's serial.
    pub container: &'a str,
    /// The generation; null if the container was retired with it.
    pub generation: Option<u32>,
}

/// The detail of `credential.finish` and `credential.clear`.
#[derive(Debug, Serialize)]
pub struct FileDetail<'a> {
    /// The path of the credential's file.
    pub path: Personal<&'a str>,
}
