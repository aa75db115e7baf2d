//! The use cases `license renew` and `license renew --due`: the next file of checkpoint licenses,
//! as the next revision. Within a day of the last file, that file is written again.

use licentia_runtime::{Edition, KeyState};
use serde_json::json;

use crate::domain::key::{self, Key};
use crate::domain::license::License;
use crate::domain::license::activation::File;
use crate::domain::license::entitlement::hard_end;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::Reference;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Timestamp, after_days, days_before, parse_instant};
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::{Failure, Result};
use crate::ops::execute;
use crate::ops::execute::UseCase;
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::plan::{Decision, LicensePlan, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::reference::{IdempotencyReference, find};
use crate::store::Reader;

/// A request to renew the file of a license. Unchanged if no newer file is needed.
#[derive(Clone, Debug)]
pub struct RenewLicense {
    /// The serial.
    pub license: Serial,
    /// The idempotency reference.
    pub reference: Option<Reference>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for RenewLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let request = json!({"license": self.license.as_str()});
        let idempotency = IdempotencyReference::of("renew", self.reference.as_ref(), &request)?;
        if let Some(license) = find(idempotency.as_ref(), reader, now)? {
            return Ok(license.into());
        }
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Renew, now)?;
        check_renewable(&before)?;
        let is_needed = needs_file(&before, &reader.list_keys()?, now)?;
        if !is_needed && idempotency.is_none() {
            return Ok(before.into());
        }
        // The reference identifies this result, even if there was nothing to do. The same request a
        // month later renews nothing.
        let mut parties_reader = PartiesReader::new(reader);
        let step = if is_needed {
            renewed(&mut parties_reader, before, now)?
        } else {
            let parties = parties_reader.find(&before.entitlement)?;
            Step::ending_sessions(reader, "license.renew", before.clone(), before, parties, now)?
        };
        Ok(self.signing.apply(LicensePlan::of(vec![step]).under(idempotency)).into())
    }
}

/// Refuses a license that has no checkpoint, or no file.
fn check_renewable(license: &License) -> Result<(), Error> {
    let serial = &license.serial;
    if license.entitlement.checkpoint_days.is_none() {
        let message =
            format!("license {serial} has no checkpoint; its file is valid until the license ends");
        return Err(Error::new(ErrorCode::WrongKind, message)
            .remedy(Remedy::Extend { license: serial.to_string() }));
    }
    if license.live().next().is_none() {
        let message = format!("license {serial} is not delivered (parked) and has no file");
        return Err(Error::new(ErrorCode::NotPlaced, message)
            .remedy(Remedy::Deliver { license: serial.to_string() }));
    }
    Ok(())
}

/// A request to renew the files that end soon.
#[derive(Clone, Debug)]
pub struct RenewDueLicenses {
    /// The number of days within which the files end.
    pub within: Days,
    /// The signing of the files. If keys are named, only licenses of their editions are renewed.
    pub signing: SigningRequest,
}

/// The licenses of a request that renews nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct RenewedBefore {
    /// The licenses that were renewed within the last day, whose files are written again.
    pub repeated: Vec<License>,
    /// The licenses that differ from their signed files or from the log, each with the difference.
    pub tampered: Vec<String>,
}

impl UseCase for RenewDueLicenses {
    type Plan = LicensePlan;
    type Unchanged = RenewedBefore;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<execute::Decision<LicensePlan, RenewedBefore>> {
        let keys = reader.list_keys()?;
        let editions = self.editions(&keys)?;
        let until = after_days(now, self.within.0).to_string();
        let yesterday = days_before(now, 1).to_string();
        let vendor = reader.find_vendor()?;
        let evidence = Evidence::open(reader, &vendor, now)?;
        let mut parties_reader = PartiesReader::new(reader);
        let (mut steps, mut again, mut tampered) = (Vec::new(), Vec::new(), Vec::new());
        for serial in reader.list_due(&until, &yesterday)? {
            let Some(license) = reader.find_license(&serial, now)? else { continue };
            let is_other = !editions.contains(&license.entitlement.edition);
            if is_other || license.check(LicenseAction::Renew, now).is_err() {
                continue;
            }
            let is_due = needs_file(&license, &keys, now)?;
            if !is_due && !files(&license).any(|file| file.issued_at > yesterday) {
                continue;
            }
            // A changed license is skipped, so that it stops no other license.
            let parties = parties_reader.find(&license.entitlement)?;
            match evidence.check_delivered(&license, parties.records(&vendor)) {
                Ok(()) if is_due => steps.push(renewed(&mut parties_reader, license, now)?),
                Ok(()) => again.push(license),
                Err(Failure::Rule(error))
                    if matches!(error.code, ErrorCode::Tampered | ErrorCode::WrongState) =>
                {
                    tampered.push(error.message);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(if steps.is_empty() {
            execute::Decision::Unchanged(RenewedBefore { repeated: again, tampered })
        } else {
            let plan = LicensePlan { repeated: again, tampered, ..LicensePlan::of(steps) };
            execute::Decision::Change(self.signing.apply(plan))
        })
    }
}

impl RenewDueLicenses {
    /// Returns the editions of the named keys; all editions without a named key.
    fn editions(&self, keys: &[Key]) -> Result<Vec<Edition>, Error> {
        if self.signing.key_names.is_empty() {
            return Ok(vec![Edition::Commercial, Edition::Trial]);
        }
        let named = self.signing.key_names.iter().map(|name| key::find(keys, name));
        let named: Vec<&Key> = named.collect::<Result<_, _>>()?;
        Ok(named.iter().filter_map(|key| key.edition).collect())
    }
}

fn renewed(
    parties_reader: &mut PartiesReader<'_>,
    before: License,
    now: Timestamp,
) -> Result<Step> {
    let after = before.revise(before.entitlement.clone())?;
    let parties = parties_reader.find(&before.entitlement)?;
    Step::ending_sessions(parties_reader.reader, "license.renew", before, after, parties, now)
}

/// Returns the newest files of the live activations.
fn files(license: &License) -> impl Iterator<Item = &File> {
    license.live().filter_map(|activation| activation.file.as_ref())
}

/// Returns whether a license needs a new file: the newest file is a day old and a new one would end
/// later, or the key of the newest file was revoked.
fn needs_file(license: &License, keys: &[Key], now: Timestamp) -> Result<bool> {
    // A file that is valid for a day or two must be renewed before it ends.
    let day = license
        .entitlement
        .checkpoint_days
        .map_or(86_400, |days| (i64::from(days) * 43_200).min(86_400));
    let next = hard_end(&license.entitlement, now.as_second());
    for file in files(license) {
        let is_old = parse_instant(&file.issued_at)?.as_second() + day <= now.as_second();
        let ends =
            file.expires_at.as_deref().map(parse_instant).transpose()?.map(Timestamp::as_second);
        let gains = match (ends, next) {
            (Some(ends), Some(next)) => next > ends,
            (ends, next) => ends.is_some() && next.is_none(),
        };
        let is_refused =
            keys.iter().any(|key| key.kid == file.kid && key.state == KeyState::Revoked);
        if is_old && gains || is_refused {
            return Ok(true);
        }
    }
    Ok(false)
}
