//! Updates: the whole desired state of one container. Good as a whole or not at all: each license
//! in it is verified by itself.

use crate::claims::UpdateClaims;
use crate::code::{Code, Refusal};
use crate::context::HIGHEST;
use crate::json;
use crate::jws::{self, Kind};
use crate::keyset::{KeySet, Trust, expect};
use crate::license::License;
use crate::log::Log;
use crate::signed::{check_issued, check_signer};
use crate::status::Statuses;

/// An update that passed every check, with all that is in it.
#[derive(Clone, Debug)]
pub struct Update {
    claims: UpdateClaims,
    keys: KeySet,
    licenses: Vec<License>,
    statuses: Statuses,
}

impl Update {
    /// Reads an update file. It is checked against the key set that it brings, which has to reach
    /// the pinned root, or against
    /// `keys` where those are newer.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of the formats' page: of the key set that it
    /// brings, of the update, of each license and each status list in it; `wrong_container` for a
    /// license of another container, `malformed` for one that stands twice,
    /// `unknown_key` without any key set.
    pub fn open(raw: &[u8], keys: Option<&KeySet>, trust: &Trust<'_>) -> Result<Update, Refusal> {
        let text = jws::clean(raw)?;
        Update::read(&text, keys, trust, &mut Log::off())
    }

    /// What the update says.
    pub fn claims(&self) -> &UpdateClaims {
        &self.claims
    }

    /// The key set that it was checked against: its own, or a newer one that was at hand.
    pub fn keys(&self) -> &KeySet {
        &self.keys
    }

    /// The licenses that the container shall hold, each verified; some may begin later or have run
    /// out.
    pub fn licenses(&self) -> &[License] {
        &self.licenses
    }

    /// The status lists that it brings, each verified.
    pub fn statuses(&self) -> &Statuses {
        &self.statuses
    }

    pub(crate) fn read(
        text: &str,
        keys: Option<&KeySet>,
        trust: &Trust<'_>,
        log: &mut Log,
    ) -> Result<Update, Refusal> {
        let keys = log.step("key set", newest(text, keys, trust), |keys| {
            format!("version {} of {}", keys.claims().version, keys.claims().iss)
        })?;
        let (compact, record) = keys.open_signed(text, Kind::Update, log)?;
        let claims = log.step("claims", read_claims(&keys, &compact.payload), |claims| {
            format!("update {} of container {}", claims.counter, claims.sub)
        })?;
        log.about(&claims.sub, None);
        check_signer(record, Kind::Update, claims.iat, None, log)?;
        log.step("times", check_issued(claims.iat, trust.now()), |()| "issued by now".into())?;
        let texts = claims.licenses.iter().map(String::as_str);
        let licenses = log.step(
            "licenses",
            keys.read_licenses(texts, &claims.sub, trust.now()),
            |licenses| format!("{} verified, each by itself", licenses.len()),
        )?;
        for name in ["binding", "user", "product"] {
            log.skip(name, || "skipped: not asked of an update".into());
        }
        let statuses = log.step(
            "status lists",
            keys.read_status_lists(&claims.status, trust.now()),
            |statuses| format!("{} brought", statuses.iter().count()),
        )?;
        Ok(Update { claims, keys, licenses, statuses })
    }
}

/// The key set of an update, verified by the pin, unless a newer one is at hand.
fn newest(text: &str, keys: Option<&KeySet>, trust: &Trust<'_>) -> Result<KeySet, Refusal> {
    let compact = jws::read(text)?;
    expect(Kind::from_typ(&compact.header.typ), Kind::Update)?;
    // What cannot be read is told once the signature was looked at, where that is possible.
    let brought = match (json::typed::<Brought>(&compact.payload, "the update"), keys) {
        (Ok(brought), _) => brought.keyset,
        (Err(_), Some(keys)) => return Ok(keys.clone()),
        (Err(refusal), None) => return Err(refusal),
    };
    let Some(brought) = brought else {
        let none = || Refusal::new(Code::UnknownKey, "there is no key set to check it against");
        return keys.cloned().ok_or_else(none);
    };
    let refused = |refusal: Refusal| {
        Refusal::new(refusal.code, format!("its key set is refused: {}", refusal.message))
    };
    let brought = KeySet::open(brought.as_bytes(), &trust.anew()).map_err(refused)?;
    let (own, floor) = (
        brought.seen(),
        keys.map(KeySet::seen).into_iter().chain(trust.seen()).max_by_key(|seen| seen.version),
    );
    match floor {
        // Two of one version: somebody else has the root, or it was used twice.
        Some(floor) if floor.version == own.version && floor.digest != own.digest => {
            let message = format!(
                "its key set is another version {} than the one that was seen",
                own.version
            );
            Err(Refusal::new(Code::RolledBack, message))
        }
        // An older one than was seen is ignored.
        Some(floor) if floor.version > own.version => {
            let older = || {
                Refusal::new(
                    Code::RolledBack,
                    format!("its key set is older than version {}", floor.version),
                )
            };
            keys.cloned().ok_or_else(older)
        }
        _ => Ok(brought),
    }
}

#[derive(serde::Deserialize)]
struct Brought {
    keyset: Option<String>,
}

fn read_claims(keys: &KeySet, payload: &[u8]) -> Result<UpdateClaims, Refusal> {
    let claims: UpdateClaims = keys.claims_of(payload, "update")?;
    if claims.sub.is_empty() || claims.counter == 0 || claims.counter > HIGHEST {
        return Err(Refusal::new(
            Code::Malformed,
            "the update has no container, or a counter that is none",
        ));
    }
    Ok(claims)
}
