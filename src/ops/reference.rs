//! Idempotency references. A reference identifies one request of a verb family: a repetition of the
//! request has the result of the first one, and another request is refused.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::domain::license::License;
use crate::domain::name::Reference;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::store::{Reader, Transaction};

/// A request under an idempotency reference. Omitted values, file names, keys and actors are not
/// part of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct IdempotencyReference {
    family: &'static str,
    reference: Reference,
    request: String,
}

impl IdempotencyReference {
    /// Returns the form of a request that is compared; `None` without a reference.
    pub fn of(
        family: &'static str,
        reference: Option<&Reference>,
        request: &impl Serialize,
    ) -> Result<Option<IdempotencyReference>> {
        let Some(reference) = reference else { return Ok(None) };
        Ok(Some(IdempotencyReference {
            family,
            reference: reference.clone(),
            request: serde_json::to_string(request)?,
        }))
    }

    /// Returns the reference.
    pub fn reference(&self) -> &str {
        self.reference.as_str()
    }

    /// Returns the hash of the reference that license files carry: the first 16 bytes of
    /// SHA-256(`licentia-reference` ‖ 0 ‖ issuer ‖ 0 ‖ family ‖ 0 ‖ reference), as 22 characters of
    /// base64url. References are compared byte for byte, so the stored text is hashed.
    pub fn hash(&self, issuer: &str) -> String {
        let parts = ["licentia-reference", issuer, self.family, self.reference()];
        let digest = Sha256::digest(parts.join("\0"));
        URL_SAFE_NO_PAD.encode(&digest[..16])
    }

    /// Returns the serial of the result of an earlier, equal request.
    ///
    /// # Errors
    ///
    /// `conflict` if the earlier request was another one.
    pub fn subject(&self, reader: Reader<'_>) -> Result<Option<String>> {
        let Some((earlier, serial)) = reader.find_reference(self.family, &self.reference)? else {
            return Ok(None);
        };
        if earlier != self.request {
            let differs = format!("different values: {}", differences(&earlier, &self.request));
            return Err(self.conflict(&differs, &serial).into());
        }
        Ok(Some(serial))
    }

    /// Returns the license of an earlier, equal request.
    ///
    /// # Errors
    ///
    /// `conflict` if the earlier request was another one, `reference_ended` if the license has
    /// ended since.
    pub fn find(&self, reader: Reader<'_>, now: Timestamp) -> Result<Option<License>> {
        let Some(serial) = self.subject(reader)? else { return Ok(None) };
        let license = reader.find_license(&serial, now)?;
        if let Some(ended) = license.as_ref().filter(|license| license.status.is_final()) {
            let state = ended.state(now).as_str();
            let next = ended.replaced_by.as_ref().map_or_else(
                || "use a new reference for a new order".to_owned(),
                |successor| format!("the successor is license {successor}"),
            );
            return Err(Error::new(
                ErrorCode::ReferenceEnded,
                format!(
                    "reference {} was used for license {serial}, which is {state}",
                    self.reference
                ),
            )
            .advice(next)
            .into());
        }
        Ok(license)
    }

    /// Returns the error for another request under this reference.
    pub fn conflict(&self, differs: &str, serial: &str) -> Error {
        let noun = serial.parse::<Serial>().map_or("license", |serial| serial.noun());
        let message = format!(
            "reference {} was already used for {noun} {serial} ({differs})",
            self.reference
        );
        Error::new(ErrorCode::Conflict, message).remedy(Remedy::ShowEarlier {
            noun: Noun::from_word(noun).unwrap_or(Noun::License),
            id: serial.to_owned(),
        })
    }

    /// Inserts the request with the serial of its result.
    pub fn keep(&self, tx: &Transaction<'_>, serial: &str, now: Timestamp) -> Result<()> {
        Ok(tx.insert_reference(
            self.family,
            &self.reference,
            &self.request,
            serial,
            &now.to_string(),
        )?)
    }
}

/// Returns the license of an earlier, equal request.
pub fn find(
    idempotency: Option<&IdempotencyReference>,
    reader: Reader<'_>,
    now: Timestamp,
) -> Result<Option<License>> {
    idempotency.map_or(Ok(None), |idempotency| idempotency.find(reader, now))
}

/// Returns the names of the members that differ between two requests.
fn differences(earlier: &str, request: &str) -> String {
    let members = |text: &str| -> Map<String, Value> {
        let mut members: Map<_, _> = serde_json::from_str(text).unwrap_or_default();
        if let Some(Value::Object(terms)) = members.remove("terms") {
            members.extend(terms);
        }
        members
    };
    let (earlier, request) = (members(earlier), members(request));
    let mut names: Vec<&str> = earlier
        .keys()
        .chain(request.keys())
        .filter(|name| earlier.get(*name) != request.get(*name))
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}
