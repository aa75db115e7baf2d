//! The check of a credential's file against the database.

use licentia_runtime::{KeySet, VerdictCode};

use crate::domain::credential::{Credential, End, hash};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// The result of a check of a credential file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The code of the reason for which the credential does not open its container; `None` if it
    /// does.
    pub code: Option<&'static str>,
    /// The verdict for people: lower case, without a full stop.
    pub message: String,
    /// The credential; `None` for a file that this home did not issue.
    pub credential: Option<Credential>,
    /// The generation in force.
    pub current: Option<u32>,
}

/// Checks the token of a credential.
pub fn check(reader: Reader<'_>, keys: &KeySet, text: &str, now: Timestamp) -> Result<Checked> {
    let refused = match keys.credential(text.as_bytes(), now.as_second()) {
        Err(error) => Some((error.code, error.message)),
        Ok(_) => None,
    };
    let Some(serial) = reader.find_credential_of(&hash(text.as_bytes()))? else {
        let (code, message) = match refused {
            Some((code, message)) => (code.as_str(), message),
            None => (
                "not_issued",
                "the signature of the credential is valid, but the database does not contain the \
                 credential: the private key may be stolen, or the database was restored from an \
                 old backup"
                    .to_owned(),
            ),
        };
        return Ok(Checked { code: Some(code), message, credential: None, current: None });
    };
    let credential = lookup::credential(reader, &serial.parse()?)?;
    let container = lookup::container(reader, &credential.container.parse()?)?;
    let current = container.credential.as_ref().map(|(generation, _)| *generation);
    let reason = match (&credential.ended, &container.block, refused) {
        (Some((at, End::Rotated)), ..) => {
            let newer = current
                .map_or_else(String::new, |current| format!("; generation {current} is in force"));
            Some(("revoked", format!("credential {serial} was rotated at {at}{newer}")))
        }
        (Some((at, End::Revoked)), ..) => {
            Some(("revoked", format!("credential {serial} was revoked at {at}")))
        }
        (None, Some(block), _) => {
            Some(("blocked", format!("container {} was blocked at {}", container.serial, block.at)))
        }
        (None, None, Some((code, message))) if code != VerdictCode::NotYetValid => {
            Some((code.as_str(), message))
        }
        _ => None,
    };
    let (code, message) = match reason {
        Some((code, message)) => (Some(code), message),
        None => (None, format!("credential {serial} opens container {}", container.serial)),
    };
    Ok(Checked { code, message, credential: Some(credential), current })
}
