//! The online check of a license file against the database. A file is genuine if the database
//! contains exactly these bytes. It is current if it is the newest file of a live activation. It is
//! in force if an application may use it now.

use licentia_runtime::{Binding, Policy, VerdictCode, inspect};

use crate::domain::credential::Credential;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, File};
use crate::domain::license::state::{DisplayState, LifecycleStatus};
use crate::domain::time::{Timestamp, parse_instant, plus_days};
use crate::domain::vendor::Vendor;
use crate::ops::container::is_revoked;
use crate::ops::error::{Context as _, Result};
use crate::ops::key::key_set::verified_keys;
use crate::ops::lookup;
use crate::store::Reader;

/// The result of an online check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// True if the database contains exactly this file.
    pub genuine: bool,
    /// True if the file is the newest one of its activation.
    pub current: bool,
    /// True if an application may use the file now.
    pub in_force: bool,
    /// The code of the verdict. `grace` is the only code of a valid file.
    pub code: Option<&'static str>,
    /// The verdict for people: lower case, without a full stop.
    pub message: String,
    /// The revision in the file.
    pub revision: Option<u32>,
    /// The license of a genuine file.
    pub license: Option<License>,
    /// The newest file of the activation, while the activation is live.
    pub newest: Option<File>,
}

impl Checked {
    /// Returns whether the file is genuine, current and in force.
    pub fn valid(&self) -> bool {
        self.genuine && self.current && self.in_force
    }

    fn foreign(code: &'static str, message: String) -> Checked {
        Checked {
            genuine: false,
            current: false,
            in_force: false,
            code: Some(code),
            message,
            revision: None,
            license: None,
            newest: None,
        }
    }
}

/// Checks the token of a license.
pub fn check(reader: Reader<'_>, text: &str, vendor: &Vendor, now: Timestamp) -> Result<Checked> {
    let keyset = verified_keys(reader, vendor, now)?;
    let policy = Policy::at(now.as_second()).binding(Binding::Unchecked);
    // The database, not the file, decides the end of the validity.
    let (refused, early) = match keyset.license(text.as_bytes(), &policy) {
        Err(error) if error.code == VerdictCode::NotYetValid => (None, Some(error.message)),
        Err(error) if error.code != VerdictCode::Expired => (Some(error), None),
        _ => (None, None),
    };
    let claims = inspect::unverified(text).map(|read| read.claims).unwrap_or_default();
    let jti = claims.get("jti").and_then(serde_json::Value::as_str).unwrap_or_default();
    let Some((serial, id, file)) = reader.find_file(jti)?.filter(|(.., file)| file.text == text)
    else {
        return Ok(match refused {
            Some(error) => Checked::foreign(error.code.as_str(), error.message),
            None if is_reserved(reader, vendor, &claims)? => Checked::foreign(
                "not_issued",
                "another site signed the file for an adopted container, and no update with the \
                 file was imported"
                    .into(),
            ),
            None if vendor.joined => Checked::foreign(
                "not_issued",
                "the signature of the file is valid, but the database of this site does not \
                 contain the file: another site may have signed the file"
                    .into(),
            ),
            None => Checked::foreign(
                "not_issued",
                "the signature of the file is valid, but the database does not contain the \
                 file: the private key may be stolen, or the database was restored from an old \
                 backup"
                    .into(),
            ),
        });
    };
    let license = reader.find_license(&serial, now)?.context("a file without its license")?;
    let activation = license.activation(id).context("a file without its activation")?;
    let newest = activation.file.clone().filter(|_| activation.is_live());
    let current = newest.as_ref().is_some_and(|newest| newest.jti == file.jti);
    let stopped = match refused {
        Some(error) => Some((error.code.as_str(), error.message)),
        None => stopped(&license, activation, &file, now)?
            .or(stopped_in(reader, activation)?)
            .or_else(|| early.map(|message| ("not_yet_valid", message))),
    };
    let (in_force, reason) = (stopped.is_none(), stopped);
    let (code, message) = match reason {
        Some((code, message)) => (Some(code), message),
        None if !current => {
            (Some("superseded"), format!("revision {} replaces the file", license.revision))
        }
        None if license.state(now) == DisplayState::Expired => {
            (Some("grace"), format!("license {serial} has ended and is in its days of grace"))
        }
        None => (None, format!("the file is the newest file of license {serial}")),
    };
    Ok(Checked {
        genuine: true,
        current,
        in_force,
        code,
        message,
        revision: Some(file.revision),
        license: Some(license),
        newest,
    })
}

/// Returns the reason for which the container of an activation stops its licenses, as code and
/// message.
fn stopped_in(
    reader: Reader<'_>,
    activation: &Activation,
) -> Result<Option<(&'static str, String)>> {
    let Some(place) = &activation.container else { return Ok(None) };
    let container = lookup::container(reader, &place.serial.parse()?)?;
    if let Some(block) = &container.block {
        return Ok(Some((
            "blocked",
            format!("container {} was blocked at {}", place.serial, block.at),
        )));
    }
    // The home that keeps an adopted container knows its credentials. Hardware has none.
    if container.kind.is_hardware() || container.context.is_some() {
        return Ok(None);
    }
    let why = match reader.find_credential_in_force(&container.serial)? {
        None => "the credential was revoked",
        Some(serial) if is_refused(reader, &lookup::credential(reader, &serial.parse()?)?)? => {
            "the key of the credential was revoked"
        }
        Some(_) => return Ok(None),
    };
    Ok(Some(("no_credential", format!("no credential opens container {}: {why}", place.serial))))
}

/// Returns whether the key of a credential was revoked, so that applications refuse the credential.
pub fn is_refused(reader: Reader<'_>, credential: &Credential) -> Result<bool> {
    Ok(is_revoked(&reader.list_keys()?, &credential.kid))
}

/// Returns the reason for which a genuine file must not be used now, as code and message.
fn stopped(
    license: &License,
    activation: &Activation,
    file: &File,
    now: Timestamp,
) -> Result<Option<(&'static str, String)>> {
    let (serial, entitlement) = (&license.serial, &license.entitlement);
    let is_past = |instant: Option<&str>| -> Result<bool> {
        Ok(instant.map(parse_instant).transpose()?.is_some_and(|instant| instant <= now))
    };
    let over = entitlement.ends.and_then(|end| plus_days(end, i64::from(entitlement.grace_days)));
    Ok(match (license.status, &license.replaced_by) {
        (LifecycleStatus::Suspended, _) => {
            Some(("suspended", format!("license {serial} is suspended")))
        }
        (LifecycleStatus::Replaced, Some(successor)) => {
            Some(("revoked", format!("license {serial} was replaced by license {successor}")))
        }
        (status, _) if status.is_final() => {
            Some(("revoked", format!("license {serial} is {}", status.as_str())))
        }
        _ => {
            if let Some(at) = &activation.ended_at {
                let place = activation.container.as_ref().map_or_else(
                    || "the unbound file".to_owned(),
                    |place| format!("the activation in container {}", place.serial),
                );
                Some(("revoked", format!("{place} was {} at {at}", activation.state.as_str())))
            } else if let (false, Some(place)) = (activation.is_live(), &activation.container) {
                let container = &place.serial;
                let reason =
                    format!("the removal of the seats from container {container} is pending");
                Some(("revoked", reason))
            } else if is_past(file.ends_at.as_deref())? {
                let at = file.ends_at.as_deref().unwrap_or_default();
                let reason = format!("a later revision grants less, and the file ended at {at}");
                Some(("revoked", reason))
            } else if entitlement.starts.midnight() > now.as_second() {
                Some((
                    "not_yet_valid",
                    format!("license {serial} starts on {}", entitlement.starts),
                ))
            } else if over.is_some_and(|day| day.midnight() <= now.as_second()) {
                Some(("expired", format!("license {serial} has ended")))
            } else if is_past(file.expires_at.as_deref())? && file.revision < license.revision {
                let revision = license.revision;
                let reason =
                    format!("the file has ended, and revision {revision} replaces the file");
                Some(("expired", reason))
            } else if is_past(file.expires_at.as_deref())?
                && license.state(now) == DisplayState::Expired
            {
                Some(("expired", format!("the file and license {serial} have ended")))
            } else if is_past(file.expires_at.as_deref())? {
                let reason =
                    format!("the file has ended, but license {serial} has not: renew the license");
                Some(("expired", reason))
            } else {
                None
            }
        }
    })
}

/// Returns whether a file has a status index that was reserved for another site.
fn is_reserved(
    reader: Reader<'_>,
    vendor: &Vendor,
    claims: &serde_json::Map<String, serde_json::Value>,
) -> Result<bool> {
    let listed = claims.get("status").and_then(|status| status.get("status_list"));
    let uri = listed.and_then(|listed| listed.get("uri")?.as_str());
    let idx = listed.and_then(|listed| u32::try_from(listed.get("idx")?.as_u64()?).ok());
    Ok(match (uri.and_then(|uri| vendor.list_of(uri)), idx) {
        (Some(list), Some(idx)) => reader.is_reserved(list, idx)?,
        _ => false,
    })
}
