//! Licenses. One function verifies a license, in one order, over the exact bytes, and returns the
//! first failure.

use crate::claims::{Container, Enforcement, KeyRecord, LicenseClaims, Model};
use crate::code::{VerdictCode, VerifyError, Warning};
use crate::credential::Credential;
use crate::date::Date;
use crate::fingerprint::Device;
use crate::jws::{self, Kind};
use crate::keyset::KeySet;
use crate::log::Log;
use crate::signed::{check_issued, check_key};
use crate::status::{ListedStatus, Statuses};

/// The maximum time in seconds by which `nbf` can be in the future.
const LEEWAY_NBF: i64 = 600;

/// The container to which a license may be bound. An unbound license is accepted with every value.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Binding<'a> {
    /// No container: a license of a cloud container is refused as `no_credential`, other bound
    /// licenses as `wrong_container`.
    Unbound,
    /// The cloud container that this credential opens.
    Credential(&'a Credential),
    /// The dongle without a key that has this hardware serial, as read by the application.
    Dongle(&'a str),
    /// The computer, or the dongle with a key, that runs the application.
    Device(&'a Device),
    /// No check. For inspection only: an application without this check would accept a copied file.
    Unchecked,
}

/// The values that a license is verified with, in addition to the key set.
#[derive(Clone, Debug)]
pub struct Policy<'a> {
    now: i64,
    product: Option<&'a str>,
    user: Option<&'a str>,
    binding: Binding<'a>,
    statuses: Option<&'a Statuses>,
    update: Option<&'a str>,
}

impl<'a> Policy<'a> {
    /// Accepts unbound licenses of any product and user at this instant (seconds since 1970).
    pub fn at(now: i64) -> Policy<'a> {
        Policy {
            now,
            product: None,
            user: None,
            binding: Binding::Unbound,
            statuses: None,
            update: None,
        }
    }

    /// Accepts only a license of this product (`wrong_product`). Every application must set its
    /// product.
    #[must_use]
    pub fn product(mut self, code: &'a str) -> Self {
        self.product = Some(code);
        self
    }

    /// Accepts only a license that this user may use (`not_assigned`, for named licenses).
    #[must_use]
    pub fn user(mut self, username: &'a str) -> Self {
        self.user = Some(username);
        self
    }

    /// Sets the container to which the license may be bound.
    #[must_use]
    pub fn binding(mut self, binding: Binding<'a>) -> Self {
        self.binding = binding;
        self
    }

    /// Looks up the license, and the credential of its container, in the vendor's status lists
    /// (`revoked`, `suspended`, `out_of_range`; `stale_status` is a warning).
    #[must_use]
    pub fn statuses(mut self, statuses: &'a Statuses) -> Self {
        self.statuses = Some(statuses);
        self
    }

    pub(crate) fn listed(&self) -> Option<&'a Statuses> {
        self.statuses
    }

    /// Accepts the licenses that an update of this container can hold. They can start later or can
    /// have expired.
    pub(crate) fn of_update(container: &'a str, now: i64) -> Policy<'a> {
        Policy { update: Some(container), ..Policy::at(now).binding(Binding::Unchecked) }
    }
}

/// A license that passed every requested check.
#[derive(Clone, Debug)]
pub struct License {
    claims: LicenseClaims,
    warnings: Vec<Warning>,
}

impl License {
    /// Returns the claims of the license.
    pub fn claims(&self) -> &LicenseClaims {
        &self.claims
    }

    /// Returns `grace`, `stale_status`, or a refusal that `enforcement` turns into a warning
    /// (`expired`).
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Returns true if a module is granted and has not ended at this instant (seconds since 1970).
    ///
    /// The days of grace do not extend the end of a module.
    pub fn grants(&self, module: &str, now: i64) -> bool {
        self.claims.modules.iter().any(|granted| {
            granted.code == module && granted.ends.is_none_or(|end| now < end.midnight())
        })
    }
}

impl KeySet {
    /// Verifies a license file.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of `docs/reference/formats.md`; the code is stable.
    pub fn license(&self, raw: &[u8], policy: &Policy<'_>) -> Result<License, VerifyError> {
        let text = jws::clean(raw)?;
        self.read_license(&text, policy, &mut Log::off())
    }

    pub(crate) fn read_license(
        &self,
        text: &str,
        policy: &Policy<'_>,
        log: &mut Log,
    ) -> Result<License, VerifyError> {
        let (compact, record) = self.open_signed(text, Kind::License, log)?;
        let claims = log.step("claims", self.license_claims(&compact.payload), |claims| {
            format!("license {} of {}", claims.sub, claims.iss)
        })?;
        log.about(&claims.sub, claims.exp);
        log.step("edition", check_edition(record, &claims), |()| {
            format!("{}, same as the key", claims.edition.as_str())
        })?;
        log.step("key state", check_key(record, claims.iat), |()| {
            format!("{}, valid at the time of signing", record.state.as_str())
        })?;
        let scope = record
            .scope
            .refuses(&claims)
            .map_or(Ok(()), |reason| Err(VerifyError::new(VerdictCode::OutOfScope, reason)));
        log.step("scope", scope, |()| "within the limits of the key".into())?;

        // The times are checked here, but a failure becomes a warning only after the binding
        // passed, because `enforcement` is read only from a license that passed all checks before.
        let times = match policy.update {
            Some(_) => check_issued(claims.iat, policy.now).map(|()| None),
            None => check_times(&claims, policy.now),
        };
        let bound_unchecked =
            matches!(policy.binding, Binding::Unchecked) && claims.container.is_some();
        let expired = matches!(&times, Err(error) if error.code == VerdictCode::Expired);
        let soft = expired && claims.enforcement != Enforcement::Block && !bound_unchecked;
        let mut warnings = Vec::new();
        if soft {
            log.skip("times", || {
                format!("past its end: a warning with enforcement {}", claims.enforcement.as_str())
            });
        } else {
            let warning = log.step("times", times.clone(), |warning| match warning {
                Some(warning) => warning.message.clone(),
                None => "within its term".into(),
            })?;
            warnings.extend(warning);
        }
        match (policy.update, policy.binding, &claims.container) {
            (Some(serial), ..) => log.step("binding", check_place(&claims, serial), |()| {
                format!("for container {serial}")
            })?,
            (None, Binding::Unchecked, Some(container)) => {
                log.skip("binding", || skipped(container));
            }
            (None, Binding::Unchecked, None) => {
                log.skip("binding", || "skipped: not bound to a container".into());
            }
            (None, _, None) => {
                log.step("binding", Ok(()), |()| "not bound to a container".into())?;
            }
            (None, binding, Some(container)) => {
                log.step(
                    "binding",
                    check_binding(&claims, container, binding, policy.now),
                    |()| format!("bound to container {}", container.serial),
                )?;
            }
        }
        match policy.user {
            Some(user) => {
                log.step("user", check_user(&claims, user), |()| {
                    format!("user {user} may use the license")
                })?;
            }
            None => log.skip("user", || "skipped: no user given".into()),
        }
        match policy.product {
            Some(code) => {
                log.step("product", check_product(&claims, code), |()| {
                    format!("for product {code}")
                })?;
            }
            None => log.skip("product", || "skipped: no product given".into()),
        }
        if soft {
            warnings.extend(times.err().map(Warning::from));
        }
        let mut stale = None;
        if let Binding::Credential(credential) = policy.binding
            && claims.container.is_some()
        {
            let opens = credential.claims();
            if let (Some(statuses), Some(status)) = (policy.statuses, &opens.status) {
                let ended = |error: VerifyError| {
                    VerifyError::new(
                        error.code,
                        format!("credential {}: {}", opens.serial, error.message),
                    )
                };
                let found = statuses
                    .check(self, status, policy.now)
                    .map_err(|error| log.fail("status", ended(error)))?;
                stale = if let ListedStatus::Stale(warning) = found { Some(warning) } else { None };
            }
        }
        // Usually both entries are in one list, so that only one warning is reported.
        let own = Statuses::look(policy.statuses, self, claims.status.as_ref(), policy.now, log)?;
        warnings.extend(own.or(stale));
        for (name, reason) in [
            ("base", "skipped: other licenses are not checked"),
            ("offline", "skipped: the verifier stores no state"),
        ] {
            log.skip(name, || reason.into());
        }
        Ok(License { claims, warnings })
    }

    fn license_claims(&self, payload: &[u8]) -> Result<LicenseClaims, VerifyError> {
        let claims: LicenseClaims = self.claims_of(payload, "license")?;
        if claims.seats == 0 || claims.revision == 0 || claims.sub.is_empty() {
            return Err(VerifyError::new(
                VerdictCode::Malformed,
                "the license has no serial, no seats or no revision",
            ));
        }
        Ok(claims)
    }
}

fn check_edition(record: &KeyRecord, claims: &LicenseClaims) -> Result<(), VerifyError> {
    if record.edition == claims.edition {
        return Ok(());
    }
    let message = format!(
        "the license has the edition {}, and key {} has the edition {}",
        claims.edition.as_str(),
        record.name,
        record.edition.as_str()
    );
    Err(VerifyError::new(VerdictCode::EditionMismatch, message))
}

fn check_times(claims: &LicenseClaims, now: i64) -> Result<Option<Warning>, VerifyError> {
    if claims.nbf.saturating_sub(LEEWAY_NBF) > now {
        return Err(VerifyError::new(
            VerdictCode::NotYetValid,
            format!("the license starts on {}", claims.term.starts),
        ));
    }
    check_issued(claims.iat, now)?;
    if claims.exp.is_some_and(|exp| exp <= now) {
        let ended = claims.term.ends.filter(|day| day.midnight() <= now);
        let message = ended
            .map_or("the file has expired; a newer file is required".into(), |day| {
                format!("the last day of the license was {}", day.previous())
            });
        return Err(VerifyError::new(VerdictCode::Expired, message));
    }
    let ended = claims.term.ends.filter(|day: &Date| day.midnight() <= now);
    Ok(ended.map(|day| {
        let message =
            format!("the last day of the license was {}; the grace is running", day.previous());
        VerifyError::new(VerdictCode::Grace, message).into()
    }))
}

/// Checks that the application runs in the container to which a license is bound. The expiry of a
/// credential is checked each time, because the credential was verified earlier.
fn check_binding(
    claims: &LicenseClaims,
    container: &Container,
    binding: Binding<'_>,
    now: i64,
) -> Result<(), VerifyError> {
    let serial = &container.serial;
    let wrong = |why: String| {
        Err(VerifyError::new(
            VerdictCode::WrongContainer,
            format!("the license is bound to container {serial}{why}"),
        ))
    };
    let none = |why: &str| {
        let message = format!(
            "the license is bound to cloud container {serial} and requires a credential of the \
             container{why}"
        );
        Err(VerifyError::new(VerdictCode::NoCredential, message))
    };
    match (binding, container.kind.as_str()) {
        (Binding::Unchecked, _) => Ok(()),
        (Binding::Credential(credential), "cloud") => {
            let opens = credential.claims();
            if opens.iss != claims.iss || opens.test != claims.test {
                none("; the given credential has a different issuer")
            } else if opens.container.serial != *serial {
                wrong(format!("; the credential opens container {}", opens.container.serial))
            } else if opens.customer.code != claims.customer.code {
                wrong(format!(
                    " of customer {}; the credential belongs to customer {}",
                    claims.customer.code, opens.customer.code
                ))
            } else if opens.exp.is_some_and(|exp| exp <= now) {
                none("; the given credential has expired")
            } else {
                Ok(())
            }
        }
        (Binding::Dongle(hardware), "dongle") => {
            fits(container, &Device { hardware: Some(hardware.to_owned()), ..Device::default() })
                .map_or(Ok(()), wrong)
        }
        (Binding::Device(device), "device" | "dongle") => {
            fits(container, device).map_or(Ok(()), wrong)
        }
        (_, "cloud") => none(""),
        _ => wrong(String::new()),
    }
}

/// Returns the reason why the hardware is not that of the container, or `None`.
fn fits(container: &Container, device: &Device) -> Option<String> {
    let none = || Some(", and has no properties of the container".to_owned());
    container.matching.as_ref().map_or_else(none, |wanted| {
        Some(format!(": {}", device.mismatch(&container.kind, wanted)?))
    })
}

/// Checks that a license in an update is bound to the update's container.
fn check_place(claims: &LicenseClaims, serial: &str) -> Result<(), VerifyError> {
    match &claims.container {
        Some(container) if container.serial == serial => Ok(()),
        Some(other) => Err(VerifyError::new(
            VerdictCode::WrongContainer,
            format!(
                "the license is bound to container {}, and the file is for container {serial}",
                other.serial
            ),
        )),
        None => Err(VerifyError::new(
            VerdictCode::WrongContainer,
            format!(
                "the license is not bound to a container, and the file is for container {serial}"
            ),
        )),
    }
}

fn skipped(container: &Container) -> String {
    let serial = &container.serial;
    match container.kind.as_str() {
        "cloud" => {
            format!("skipped: bound to cloud container {serial}, and no credential is given")
        }
        _ => format!("skipped: bound to container {serial}, and no computer properties are given"),
    }
}

fn check_user(claims: &LicenseClaims, user: &str) -> Result<(), VerifyError> {
    // A named license without a list of users is assigned to no user.
    let listed = claims.users.as_ref().map(|users| users.iter().any(|name| name == user));
    let assigned = listed.unwrap_or(claims.model != Model::Named);
    assigned.then_some(()).ok_or_else(|| {
        VerifyError::new(
            VerdictCode::NotAssigned,
            format!("the license is not assigned to user {user}"),
        )
    })
}

fn check_product(claims: &LicenseClaims, code: &str) -> Result<(), VerifyError> {
    let same = claims.product.code == code;
    same.then_some(()).ok_or_else(|| {
        VerifyError::new(
            VerdictCode::WrongProduct,
            format!("the license is for product {}, not for product {code}", claims.product.code),
        )
    })
}
