//! Licenses: one function checks them, in one order, over the exact bytes; the first failure is the answer.

use crate::claims::{Enforcement, KeyRecord, KeyState, LicenseClaims, Model};
use crate::code::{Code, Refusal, Warning};
use crate::jws::{self, Kind};
use crate::keyset::{KeySet, LEEWAY_IAT, check_envelope, claims, expect};
use crate::log::Log;
use crate::{Date, json};

/// How far the issuer's clock may be ahead of the first day, in seconds.
const LEEWAY_NBF: i64 = 600;
/// Which container a license may be bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Binding {
    /// None: a license bound to a container is refused (`wrong_container`).
    Unbound,
    /// Not asked. For tools that only look; an application that asks nothing would accept a copied file.
    Unchecked,
}

/// What a license is checked against, beside the key set.
#[derive(Clone, Debug)]
pub struct Policy<'a> {
    now: i64,
    product: Option<&'a str>,
    user: Option<&'a str>,
    binding: Binding,
}

impl<'a> Policy<'a> {
    /// At this instant (seconds since 1970), for any product and user, unbound files only.
    pub fn at(now: i64) -> Policy<'a> {
        Policy { now, product: None, user: None, binding: Binding::Unbound }
    }

    /// Only a license of this product (`wrong_product`). Every application asks for its own.
    #[must_use]
    pub fn product(mut self, code: &'a str) -> Self {
        self.product = Some(code);
        self
    }

    /// Only a license that this user may use (`not_assigned`, for named licenses).
    #[must_use]
    pub fn user(mut self, username: &'a str) -> Self {
        self.user = Some(username);
        self
    }

    /// Which container the license may be bound to.
    #[must_use]
    pub fn binding(mut self, binding: Binding) -> Self {
        self.binding = binding;
        self
    }
}

/// A license that passed every check that was asked for.
#[derive(Clone, Debug)]
pub struct License {
    claims: LicenseClaims,
    warnings: Vec<Warning>,
}

impl License {
    /// What the license says.
    pub fn claims(&self) -> &LicenseClaims {
        &self.claims
    }

    /// `grace`, or what `enforcement` softened (`expired`).
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Whether a module is granted and has not ended at this instant (seconds since 1970).
    ///
    /// A module's own end knows no grace.
    pub fn grants(&self, module: &str, now: i64) -> bool {
        self.claims.modules.iter().any(|granted| granted.code == module && granted.ends.is_none_or(|end| now < end.midnight()))
    }
}

impl KeySet {
    /// Reads a license file and checks it.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of the formats' page; the code is stable.
    pub fn license(&self, raw: &[u8], policy: &Policy<'_>) -> Result<License, Refusal> {
        let text = jws::clean(raw)?;
        self.read_license(&text, policy, &mut Log::off())
    }

    pub(crate) fn read_license(&self, text: &str, policy: &Policy<'_>, log: &mut Log) -> Result<License, Refusal> {
        let compact = log.step("shape", jws::read(text), |_| "three canonical parts, a plain header".into())?;
        log.step("type", expect(Kind::from_typ(&compact.header.typ), Kind::License), |()| "a license".into())?;
        let kid = &compact.header.kid;
        let known = self.key(kid).ok_or_else(|| {
            let version = self.claims().version;
            Refusal::new(Code::UnknownKey, format!("key {kid} is not in version {version} of the key set"))
        });
        let (key, record) = log.step("key", known, |found| format!("{} ({kid})", found.1.name))?;
        log.step("signature", compact.check(key), |()| "fits, strictly".into())?;
        let claims = log.step("claims", self.license_claims(&compact.payload), |claims| {
            format!("license {} of {}", claims.sub, claims.iss)
        })?;
        log.about(&claims.sub, claims.exp);
        log.step("edition", check_edition(record, &claims), |()| format!("{}, as the key", claims.edition.as_str()))?;
        log.step("key state", check_key(record, claims.iat), |()| format!("{} when it signed", record.state.as_str()))?;
        let scope = record.scope.refuses(&claims).map_or(Ok(()), |why| Err(Refusal::new(Code::OutOfScope, why)));
        log.step("scope", scope, |()| "within what the key may sign".into())?;

        // Times are decided here but told softly only once the binding passed too: enforcement is read from nothing less.
        let times = check_times(&claims, policy.now);
        let bound_unchecked = policy.binding == Binding::Unchecked && claims.container.is_some();
        let expired = matches!(&times, Err(refusal) if refusal.code == Code::Expired);
        let soft = expired && claims.enforcement != Enforcement::Block && !bound_unchecked;
        let mut warnings = Vec::new();
        if soft {
            log.skip("times", || "past its end, which its enforcement softens".into());
        } else {
            let warning = log.step("times", times.clone(), |warning| match warning {
                Some(warning) => warning.message.clone(),
                None => "within its days".into(),
            })?;
            warnings.extend(warning);
        }
        match policy.binding {
            Binding::Unbound => log.step("binding", check_unbound(&claims), |()| "bound to no container".into())?,
            Binding::Unchecked => log.skip("binding", || match &claims.container {
                Some(container) => format!("skipped: bound to container {}, nothing to compare it with", container.serial),
                None => "skipped: bound to no container".into(),
            }),
        }
        match policy.user {
            Some(user) => log.step("user", check_user(&claims, user), |()| format!("{user} may use it"))?,
            None => log.skip("user", || "skipped: none asked for".into()),
        }
        match policy.product {
            Some(code) => log.step("product", check_product(&claims, code), |()| format!("for {code}"))?,
            None => log.skip("product", || "skipped: none asked for".into()),
        }
        if soft {
            warnings.extend(times.err().map(Warning::from));
        }
        for (name, why) in [
            ("status", "skipped: no status list at hand"),
            ("base", "skipped: one file alone"),
            ("offline", "skipped: no state kept"),
        ] {
            log.skip(name, || why.into());
        }
        Ok(License { claims, warnings })
    }

    fn license_claims(&self, payload: &[u8]) -> Result<LicenseClaims, Refusal> {
        json::unique(payload, "the payload")?;
        let claims: LicenseClaims = claims(payload, "the license")?;
        check_envelope(claims.fmt, &claims.iss, &claims.jti)?;
        let own = self.claims();
        if claims.iss != own.iss {
            let message = format!("issued by {:?} where the key set is of {:?}", claims.iss, own.iss);
            return Err(Refusal::new(Code::WrongIssuer, message));
        }
        if claims.test != own.test {
            let kind = if claims.test { "a test license under a live key set" } else { "a live license under a test key set" };
            return Err(Refusal::new(Code::TestFile, kind));
        }
        if claims.seats == 0 || claims.revision == 0 || claims.sub.is_empty() {
            return Err(Refusal::new(Code::Malformed, "the license has no serial, no seat or no revision"));
        }
        Ok(claims)
    }
}

fn check_edition(record: &KeyRecord, claims: &LicenseClaims) -> Result<(), Refusal> {
    if record.edition == claims.edition {
        return Ok(());
    }
    let message = format!("a {} license under the {} key {}", claims.edition.as_str(), record.edition.as_str(), record.name);
    Err(Refusal::new(Code::EditionMismatch, message))
}

fn check_key(record: &KeyRecord, iat: i64) -> Result<(), Refusal> {
    let refuse = |code, why: &str| Err(Refusal::new(code, format!("key {} {why}", record.name)));
    // A thief writes `iat` himself. Only where the key's own longest term ends his files soon is `iat` believed.
    let kept = record.scope.max_term_days.is_some() && record.revoked_at.is_some_and(|at| iat < at);
    if record.state == KeyState::Revoked && !kept {
        return refuse(Code::RevokedKey, "was revoked");
    }
    // A revocation takes back nothing that retiring refused before.
    if record.state != KeyState::Active && record.retired_at.is_some_and(|at| iat > at) {
        return refuse(Code::RetiredKey, "was retired before it signed this");
    }
    if record.not_before.is_some_and(|from| iat < from) || record.not_after.is_some_and(|until| iat > until) {
        return refuse(Code::KeyExpired, "was not good on the day it signed this");
    }
    Ok(())
}

fn check_times(claims: &LicenseClaims, now: i64) -> Result<Option<Warning>, Refusal> {
    if claims.nbf.saturating_sub(LEEWAY_NBF) > now {
        return Err(Refusal::new(Code::NotYetValid, format!("starts on {}", claims.term.starts)));
    }
    if claims.iat.saturating_sub(LEEWAY_IAT) > now {
        return Err(Refusal::new(Code::NotYetValid, "was issued in the future: is the clock right?"));
    }
    if claims.exp.is_some_and(|exp| exp <= now) {
        let ended = claims.term.ends.filter(|day| day.midnight() <= now);
        let message = ended.map_or("the file has run out: get the next one".into(), |day| format!("ended on {day}"));
        return Err(Refusal::new(Code::Expired, message));
    }
    let ended = claims.term.ends.filter(|day: &Date| day.midnight() <= now);
    Ok(ended.map(|day| Refusal::new(Code::Grace, format!("ended on {day}, in its days of grace")).into()))
}

fn check_unbound(claims: &LicenseClaims) -> Result<(), Refusal> {
    claims
        .container
        .as_ref()
        .map_or(Ok(()), |container| Err(Refusal::new(Code::WrongContainer, format!("bound to container {}", container.serial))))
}

fn check_user(claims: &LicenseClaims, user: &str) -> Result<(), Refusal> {
    // A named license without a list is for nobody.
    let listed = claims.users.as_ref().map(|users| users.iter().any(|name| name == user));
    let assigned = listed.unwrap_or(claims.model != Model::Named);
    assigned.then_some(()).ok_or_else(|| Refusal::new(Code::NotAssigned, format!("not assigned to {user}")))
}

fn check_product(claims: &LicenseClaims, code: &str) -> Result<(), Refusal> {
    let same = claims.product.code == code;
    same.then_some(())
        .ok_or_else(|| Refusal::new(Code::WrongProduct, format!("for product {}, not for {code}", claims.product.code)))
}
