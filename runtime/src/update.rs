//! Updates: the complete desired state of one container. An update is accepted completely or not at
//! all, and each license in it is verified separately.

use crate::claims::UpdateClaims;
use crate::code::{VerdictCode, VerifyError};
use crate::context::HIGHEST;
use crate::json;
use crate::jws::{self, Kind};
use crate::keyset::{KeySet, Trust, expect};
use crate::license::License;
use crate::log::Log;
use crate::signed::{check_issued, check_signer};
use crate::status::Statuses;

/// An update that passed every check, with its contents.
#[derive(Clone, Debug)]
pub struct Update {
    claims: UpdateClaims,
    keys: KeySet,
    licenses: Vec<License>,
    statuses: Statuses,
}

impl Update {
    /// Verifies an update file. The key set is the one in the update, which must reach the pinned
    /// root key, or `keys` if that is newer.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of `docs/reference/formats.md`: of the key set in
    /// the update, of the update, of each license and each status list in it; `wrong_container` for
    /// a license of another container, `malformed` for a repeated license, `unknown_key` if there
    /// is no key set.
    pub fn open(
        raw: &[u8],
        keys: Option<&KeySet>,
        trust: &Trust<'_>,
    ) -> Result<Update, VerifyError> {
        let text = jws::clean(raw)?;
        Update::read(&text, keys, trust, &mut Log::off())
    }

    /// Returns the claims of the update.
    pub fn claims(&self) -> &UpdateClaims {
        &self.claims
    }

    /// Returns the key set that verified the update: the one in the update, or a newer one.
    pub fn keys(&self) -> &KeySet {
        &self.keys
    }

    /// Returns the verified licenses that the container must hold. A license can start later or can
    /// have expired.
    pub fn licenses(&self) -> &[License] {
        &self.licenses
    }

    /// Returns the verified status lists in the update.
    pub fn statuses(&self) -> &Statuses {
        &self.statuses
    }

    pub(crate) fn read(
        text: &str,
        keys: Option<&KeySet>,
        trust: &Trust<'_>,
        log: &mut Log,
    ) -> Result<Update, VerifyError> {
        let keys = log.step("key set", newest(text, keys, trust), |keys| {
            format!("version {} of {}", keys.claims().version, keys.claims().iss)
        })?;
        let (compact, record) = keys.open_signed(text, Kind::Update, log)?;
        let claims = log.step("claims", read_claims(&keys, &compact.payload), |claims| {
            format!("update {} of container {}", claims.counter, claims.sub)
        })?;
        log.about(&claims.sub, None);
        check_signer(record, Kind::Update, claims.iat, None, log)?;
        log.step("times", check_issued(claims.iat, trust.now()), |()| {
            "not issued in the future".into()
        })?;
        let texts = claims.licenses.iter().map(String::as_str);
        let licenses = log.step(
            "licenses",
            keys.read_licenses(texts, &claims.sub, trust.now()),
            |licenses| format!("{} verified separately", licenses.len()),
        )?;
        for name in ["binding", "user", "product"] {
            log.skip(name, || "skipped: does not apply to an update".into());
        }
        let statuses = log.step(
            "status lists",
            keys.read_status_lists(&claims.status, trust.now()),
            |statuses| format!("{} in the update", statuses.iter().count()),
        )?;
        Ok(Update { claims, keys, licenses, statuses })
    }
}

/// Returns the key set of an update, verified with the pin, or `keys` if that is newer.
fn newest(text: &str, keys: Option<&KeySet>, trust: &Trust<'_>) -> Result<KeySet, VerifyError> {
    let compact = jws::read(text)?;
    expect(Kind::from_typ(&compact.header.typ), Kind::Update)?;
    // The error of an unreadable payload is reported after the signature check, if a key set
    // permits that check.
    let key_set = match (json::typed::<KeySetMember>(&compact.payload, "the update"), keys) {
        (Ok(key_set), _) => key_set.keyset,
        (Err(_), Some(keys)) => return Ok(keys.clone()),
        (Err(error), None) => return Err(error),
    };
    let Some(key_set) = key_set else {
        let none = || {
            VerifyError::new(
                VerdictCode::UnknownKey,
                "a key set is required for the check of the signature",
            )
        };
        return keys.cloned().ok_or_else(none);
    };
    let refused = |error: VerifyError| {
        VerifyError::new(
            error.code,
            format!("the key set in the update is refused: {}", error.message),
        )
    };
    let key_set = KeySet::open(key_set.as_bytes(), &trust.anew()).map_err(refused)?;
    let (own, floor) = (
        key_set.seen(),
        keys.map(KeySet::seen).into_iter().chain(trust.seen()).max_by_key(|seen| seen.version),
    );
    match floor {
        // Two key sets of one version: the root key is in the hands of another person, or signed
        // twice.
        Some(floor) if floor.version == own.version && floor.digest != own.digest => {
            let message = format!(
                "the key set in the update differs from version {} that was used before",
                own.version
            );
            Err(VerifyError::new(VerdictCode::RolledBack, message))
        }
        // An older key set than the newest one seen is ignored.
        Some(floor) if floor.version > own.version => {
            let older = || {
                VerifyError::new(
                    VerdictCode::RolledBack,
                    format!(
                        "the key set in the update has version {}; version {} was used before",
                        own.version, floor.version
                    ),
                )
            };
            keys.cloned().ok_or_else(older)
        }
        _ => Ok(key_set),
    }
}

#[derive(serde::Deserialize)]
struct KeySetMember {
    keyset: Option<String>,
}

fn read_claims(keys: &KeySet, payload: &[u8]) -> Result<UpdateClaims, VerifyError> {
    let claims: UpdateClaims = keys.claims_of(payload, "update")?;
    if claims.sub.is_empty() || claims.counter == 0 || claims.counter > HIGHEST {
        return Err(VerifyError::new(
            VerdictCode::Malformed,
            "the update has no container or an invalid counter",
        ));
    }
    Ok(claims)
}
