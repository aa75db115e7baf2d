//! Credentials, which open cloud containers. A license in a cloud container is usable only with a
//! valid credential.

use crate::claims::CredentialClaims;
use crate::code::{VerdictCode, VerifyError, Warning};
use crate::jws::{self, Kind};
use crate::keyset::KeySet;
use crate::log::Log;
use crate::signed::{check_issued, check_signer};
use crate::status::Statuses;

/// The number of characters of a secret: 32 bytes in base64url.
const SECRET: usize = 43;

/// A credential that passed every check.
#[derive(Clone, Debug)]
pub struct Credential {
    claims: CredentialClaims,
    warnings: Vec<Warning>,
}

impl Credential {
    /// Returns the claims of the credential.
    pub fn claims(&self) -> &CredentialClaims {
        &self.claims
    }

    /// Returns `stale_status`, or no warning.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

impl KeySet {
    /// Verifies a credential file at an instant (seconds since 1970).
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of `docs/reference/formats.md`; `expired` from the
    /// `exp` of the credential.
    pub fn credential(&self, raw: &[u8], now: i64) -> Result<Credential, VerifyError> {
        let text = jws::clean(raw)?;
        self.read_credential(&text, None, now, &mut Log::off())
    }

    /// Verifies a credential file like [`KeySet::credential`], and looks it up in the vendor's
    /// status lists.
    ///
    /// # Errors
    ///
    /// The refusals of [`KeySet::credential`]; `revoked` for a credential that was ended,
    /// `suspended`, `out_of_range`.
    pub fn listed_credential(
        &self,
        raw: &[u8],
        statuses: &Statuses,
        now: i64,
    ) -> Result<Credential, VerifyError> {
        let text = jws::clean(raw)?;
        self.read_credential(&text, Some(statuses), now, &mut Log::off())
    }

    pub(crate) fn read_credential(
        &self,
        text: &str,
        statuses: Option<&Statuses>,
        now: i64,
        log: &mut Log,
    ) -> Result<Credential, VerifyError> {
        let (compact, record) = self.open_signed(text, Kind::Credential, log)?;
        let claims = log.step("claims", self.credential_claims(&compact.payload), |claims| {
            format!("credential {} of container {}", claims.serial, claims.container.serial)
        })?;
        log.about(&claims.serial, claims.exp);
        check_signer(record, Kind::Credential, claims.iat, claims.exp, log)?;
        log.step("times", check_times(&claims, now), |()| "not expired".into())?;
        for name in ["user", "product"] {
            log.skip(name, || "skipped: does not apply to a credential".into());
        }
        let stale = Statuses::look(statuses, self, claims.status.as_ref(), now, log)?;
        Ok(Credential { claims, warnings: stale.into_iter().collect() })
    }

    fn credential_claims(&self, payload: &[u8]) -> Result<CredentialClaims, VerifyError> {
        // An unreadable value is not quoted, because it could be a secret.
        let claims: CredentialClaims =
            self.claims_of(payload, "credential").map_err(|error| match error.code {
                VerdictCode::Malformed => VerifyError::new(
                    VerdictCode::Malformed,
                    "the credential has a missing or repeated member, or a member of a wrong type",
                ),
                _ => error,
            })?;
        let malformed = |why: &str| {
            Err(VerifyError::new(VerdictCode::Malformed, format!("the credential {why}")))
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if claims.secret.0.len() != SECRET || !claims.secret.0.chars().all(plain) {
            return malformed("has no secret of 43 base64url characters");
        }
        if claims.container.kind != "cloud" || claims.container.serial.is_empty() {
            return malformed("names no cloud container");
        }
        if claims.serial.is_empty() || claims.sub.is_empty() || claims.generation == 0 {
            return malformed("has no serial, no user name or no generation");
        }
        Ok(claims)
    }
}

fn check_times(claims: &CredentialClaims, now: i64) -> Result<(), VerifyError> {
    check_issued(claims.iat, now)?;
    if claims.exp.is_some_and(|exp| exp <= now) {
        return Err(VerifyError::new(
            VerdictCode::Expired,
            "the credential has expired; a newer credential is required",
        ));
    }
    Ok(())
}
