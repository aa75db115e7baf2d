//! Credentials: the next one of a cloud container, the end of one, and whether a file opens its container now.

use anyhow::Result;
use licentia_runtime::{Code as FileCode, KeySet};
use zeroize::Zeroizing;

use crate::domain::container::Container;
use crate::domain::credential::{Credential, End, Kept, Secret, hash};
use crate::domain::product::ContainerKind;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::domain::vendor::{Listed, Vendor};
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::ids::{jti, unused};
use crate::ops::lookup;
use crate::signing;
use crate::signing::Signer;
use crate::store::{Reader, Transaction};

/// A cloud container that may have a credential.
///
/// # Errors
///
/// `wrong_kind` for hardware, `wrong_state` for a retired container, `blocked`.
pub fn opened(reader: Reader<'_>, serial: &Serial) -> Result<Container> {
    let container = lookup::container(reader, serial)?;
    if container.kind != ContainerKind::Cloud {
        let message = format!(
            "container {serial} is {}, which is opened without a credential",
            container.kind.called()
        );
        return Err(Refusal::new(Why::WrongKind, message)
            .hint("credentials are for cloud containers")
            .into());
    }
    container.check_own()?;
    container.check_kept("opened")?;
    Ok(container)
}

/// A credential that was made: its text is nowhere else.
#[derive(Debug)]
pub struct Made {
    /// The credential.
    pub credential: Credential,
    /// What its file says.
    pub text: Zeroizing<String>,
    claims: String,
    secret_hash: [u8; 32],
    status: Listed,
}

/// Makes the next credential of a container, and ends the one in force.
pub fn make(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    container: &Container,
    signer: &Signer,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Made> {
    let reader = tx.reader();
    end(tx, container, End::Rotated, now)?;
    let customer = lookup::customer(reader, &container.customer)?;
    let serial = unused(Kind::Credential, random, |serial| {
        Ok(reader.find_credential(serial.as_str())?.is_some())
    })?;
    let credential = Credential {
        serial,
        container: container.serial.to_string(),
        customer: container.customer.clone(),
        username: container.username.clone().unwrap_or_default(),
        generation: reader.find_newest_generation(&container.serial)? + 1,
        jti: jti(now, random),
        kid: signer.kid().to_owned(),
        issued_at: now.to_string(),
        ended: None,
    };
    let (secret, status) = (Secret::random(random), tx.insert_status(vendor, random)?);
    let around = signing::credential::Around { vendor, customer: &customer, container };
    let (text, claims) =
        signing::credential::sign(signer, &credential, around, &secret, now.as_second(), &status);
    Ok(Made { credential, text, claims, secret_hash: secret.hash(), status })
}

impl Made {
    /// Writes it to the books, without its secret. `content` is what its file holds; `file` its name, and the one before.
    pub fn keep(
        &self,
        tx: &Transaction<'_>,
        content: &[u8],
        file: Option<(String, String)>,
    ) -> Result<()> {
        let kept = Kept {
            claims: self.claims.clone(),
            secret_hash: self.secret_hash,
            text_hash: hash(self.text.as_bytes()),
            file_hash: hash(content),
            file,
        };
        Ok(tx.insert_credential(&self.credential, &kept, &self.status)?)
    }
}

/// Ends the credential in force of a container. Returns it, if there was one.
pub fn end(
    tx: &Transaction<'_>,
    container: &Container,
    end: End,
    now: Timestamp,
) -> Result<Option<Credential>> {
    let Some(serial) = tx.reader().find_credential_in_force(&container.serial)? else {
        return Ok(None);
    };
    let mut credential = lookup::credential(tx.reader(), &serial.parse()?)?;
    credential.ended = Some((now.to_string(), end));
    tx.set_credential_ended(&credential)?;
    Ok(Some(credential))
}

/// What the books say of a credential file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Why it opens nothing; `None` where it opens its container now.
    pub code: Option<&'static str>,
    /// What is to say, lower case, no full stop.
    pub message: String,
    /// The credential, where it is one of ours.
    pub credential: Option<Credential>,
    /// The generation in force.
    pub current: Option<u32>,
}

/// Checks a credential's text.
pub fn check(reader: Reader<'_>, keys: &KeySet, text: &str, now: Timestamp) -> Result<Checked> {
    let refused = match keys.credential(text.as_bytes(), now.as_second()) {
        Err(refusal) => Some((refusal.code, refusal.message)),
        Ok(_) => None,
    };
    let Some(serial) = reader.find_credential_of(&hash(text.as_bytes()))? else {
        let (code, message) = match refused {
            Some((code, message)) => (code.as_str(), message),
            None => (
                "not_issued",
                "its signature is good, but our books do not have it: who holds the key?"
                    .to_owned(),
            ),
        };
        return Ok(Checked { code: Some(code), message, credential: None, current: None });
    };
    let credential = lookup::credential(reader, &serial.parse()?)?;
    let container = lookup::container(reader, &credential.container.parse()?)?;
    let current = container.credential.as_ref().map(|(generation, _)| *generation);
    let told = match (&credential.ended, &container.block, refused) {
        (Some((at, End::Rotated)), ..) => {
            let newer = current.map_or_else(String::new, |current| {
                format!(", and generation {current} is in force")
            });
            Some(("revoked", format!("credential {serial} was rotated at {at}{newer}")))
        }
        (Some((at, End::Revoked)), ..) => {
            Some(("revoked", format!("credential {serial} was revoked at {at}")))
        }
        (None, Some(block), _) => Some((
            "blocked",
            format!("container {} is blocked since {}", container.serial, block.at),
        )),
        (None, None, Some((code, message))) if code != FileCode::NotYetValid => {
            Some((code.as_str(), message))
        }
        _ => None,
    };
    let (code, message) = match told {
        Some((code, message)) => (Some(code), message),
        None => (None, format!("credential {serial} opens container {}", container.serial)),
    };
    Ok(Checked { code, message, credential: Some(credential), current })
}
