//! The checks of every file that a signing key signed: a known key, the signature, the envelope,
//! and the limits of the key. The checks of a single kind of file follow.

use serde::de::DeserializeOwned;

use crate::claims::{CredentialClaims, Edition, KeyRecord, KeyState, LicenseClaims, UpdateClaims};
use crate::code::{VerdictCode, VerifyError};
use crate::json;
use crate::jws::{self, Compact, Kind};
use crate::keyset::{KeySet, LEEWAY_IAT, check_envelope, claims, expect};
use crate::log::Log;

/// The claims that every file has.
pub(crate) trait Envelope: DeserializeOwned {
    /// Returns the format, the issuer, the id, and true for a test file.
    fn envelope(&self) -> (u32, &str, &str, bool);
}

macro_rules! envelopes {
    ($($claims:ty),*) => {
        $(impl Envelope for $claims {
            fn envelope(&self) -> (u32, &str, &str, bool) {
                (self.fmt, &self.iss, &self.jti, self.test)
            }
        })*
    };
}

// The modules that declare their own claims (`context`, `status`) implement the trait themselves.
envelopes!(LicenseClaims, CredentialClaims, UpdateClaims);

impl KeySet {
    /// Checks the shape, the kind, the key, and the signature over the exact bytes (steps 1 to 3).
    pub(crate) fn open_signed<'t>(
        &self,
        text: &'t str,
        kind: Kind,
        log: &mut Log,
    ) -> Result<(Compact<'t>, &KeyRecord), VerifyError> {
        let compact = log.step("shape", jws::read(text), |_| {
            "three canonical base64url parts, a supported header".into()
        })?;
        let found = expect(Kind::from_typ(&compact.header.typ), kind);
        log.step("type", found, |()| kind.noun().into())?;
        let kid = &compact.header.kid;
        let known = self.key(kid).ok_or_else(|| {
            let version = self.claims().version;
            VerifyError::new(
                VerdictCode::UnknownKey,
                format!("the file is signed with key {kid}, which is not in version {version} of the key set"),
            )
        });
        let (key, record) = log.step("key", known, |found| format!("{} ({kid})", found.1.name))?;
        log.step("signature", compact.check(key), |()| "valid".into())?;
        Ok((compact, record))
    }

    /// Parses the claims and checks the issuer and the test mark (step 4).
    pub(crate) fn claims_of<T: Envelope>(
        &self,
        payload: &[u8],
        object: &str,
    ) -> Result<T, VerifyError> {
        json::unique(payload, "the payload")?;
        let claims: T = claims(payload, &format!("the {object}"))?;
        let (fmt, iss, jti, test) = claims.envelope();
        check_envelope(fmt, iss, jti)?;
        let own = self.claims();
        if iss != own.iss {
            let message =
                format!("the issuer is {iss:?}; the issuer of the key set is {:?}", own.iss);
            return Err(VerifyError::new(VerdictCode::WrongIssuer, message));
        }
        if test != own.test {
            let (file, set) = if test { ("test", "live") } else { ("live", "test") };
            return Err(VerifyError::new(
                VerdictCode::TestFile,
                format!("the {object} is a {file} file, and the key set is a {set} key set"),
            ));
        }
        Ok(claims)
    }
}

/// Checks the key of a file other than a license (step 5): a commercial key, valid at the time of
/// signing, with a sufficient scope.
pub(crate) fn check_signer(
    record: &KeyRecord,
    kind: Kind,
    iat: i64,
    exp: Option<i64>,
    log: &mut Log,
) -> Result<(), VerifyError> {
    let edition = if record.edition == Edition::Commercial {
        Ok(())
    } else {
        let message = format!(
            "trial key {} signed {}; trial keys sign only licenses",
            record.name,
            kind.noun()
        );
        Err(VerifyError::new(VerdictCode::EditionMismatch, message))
    };
    log.step("edition", edition, |()| "a commercial key".into())?;
    log.step("key state", check_key(record, iat), |()| {
        format!("{}, valid at the time of signing", record.state.as_str())
    })?;
    let scope = record.scope.refuses_file(kind.name(), iat, exp);
    let scope =
        scope.map_or(Ok(()), |reason| Err(VerifyError::new(VerdictCode::OutOfScope, reason)));
    log.step("scope", scope, |()| "within the limits of the key".into())
}

/// Checks that the key was valid when it signed.
pub(crate) fn check_key(record: &KeyRecord, iat: i64) -> Result<(), VerifyError> {
    let refuse =
        |code, why: &str| Err(VerifyError::new(code, format!("key {} {why}", record.name)));
    // The holder of a stolen key can write any `iat`. The `iat` is accepted only if the maximum
    // term of the key ends such files soon.
    let kept = record.scope.max_term_days.is_some() && record.revoked_at.is_some_and(|at| iat < at);
    if record.state == KeyState::Revoked && !kept {
        return refuse(VerdictCode::RevokedKey, "was revoked");
    }
    // Revocation does not accept files that retirement refused.
    if record.state != KeyState::Active && record.retired_at.is_some_and(|at| iat > at) {
        return refuse(VerdictCode::RetiredKey, "was retired before the file was signed");
    }
    if record.not_before.is_some_and(|from| iat < from)
        || record.not_after.is_some_and(|until| iat > until)
    {
        return refuse(VerdictCode::KeyExpired, "was not valid when the file was signed");
    }
    Ok(())
}

/// Checks that a file was not issued in the future.
pub(crate) fn check_issued(iat: i64, now: i64) -> Result<(), VerifyError> {
    if iat.saturating_sub(LEEWAY_IAT) > now {
        return Err(VerifyError::new(
            VerdictCode::NotYetValid,
            "the file was issued in the future; check the clock of this computer",
        ));
    }
    Ok(())
}
