//! The import of verified license files that another site signed. Files that contradict the rules
//! or the records of this database are refused.

use licentia_runtime::{License as Verified, LicenseClaims, Model, inspect};
use serde_json::Value;

use crate::domain::container::Container;
use crate::domain::key::Key;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, ActivationId, ActivationState, File};
use crate::domain::license::entitlement::Entitlement;
use crate::domain::license::placement::Leave;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::module::{Grant, find as find_module};
use crate::domain::name::{Slug, Username};
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::{LIST_SIZE, Vendor};
use crate::domain::{Error, ErrorCode};
use crate::ops::container::is_revoked;
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::placement::{noting_container, place_of, taken};
use crate::ops::license::plan::{ImportedFile, Parties, Step};
use crate::ops::lookup;
use crate::store::Reader;

/// The site that signed the content of a container.
pub(crate) enum Keeper<'a> {
    /// The home that keeps the container, in an adoption at a second site.
    Home,
    /// A second site, in an import at the home.
    SecondSite {
        /// The vendor of the home.
        vendor: &'a Vendor,
        /// The id of the context that the second site adopted.
        context: &'a str,
        /// The licenses of that context: serial, and id of the file.
        base: &'a [(String, String)],
        /// The keys of the home.
        keys: &'a [Key],
    },
}

/// The state of an activation at a second site after the home removed the license from the context.
/// A suspended license can return with the same file. A license that the second site itself removed
/// is `Returned`.
const GONE: ActivationState = ActivationState::Withdrawn;

/// Returns the remedy for a license that was removed at a second site without an import at the
/// home.
pub(crate) fn taken_out(license: &str, container: &str) -> Remedy {
    Remedy::TellTakenOut { license: license.to_owned(), container: container.to_owned() }
}

/// Returns the key thumbprint in the header of a verified token.
pub(crate) fn header_kid(text: &str) -> Result<String> {
    let found = inspect::unverified(text).context("a text that was verified")?;
    Ok(found.header.get("kid").and_then(Value::as_str).unwrap_or_default().to_owned())
}

/// Returns the steps after which a container holds exactly these licenses. Licenses that the other
/// site does not know stay.
pub(crate) fn hold(
    reader: Reader<'_>,
    container: &Container,
    licenses: &[Verified],
    texts: &[String],
    keeper: &Keeper<'_>,
    now: Timestamp,
) -> Result<Vec<Step>> {
    let mut parties = PartiesReader::new(reader);
    let mut steps = Vec::new();
    for serial in &container.licenses {
        if licenses.iter().any(|license| license.claims().sub == *serial) {
            continue;
        }
        let before = lookup::license(reader, &serial.parse()?, now)?;
        if let Keeper::SecondSite { base, keys, .. } = keeper {
            let file = before
                .live()
                .find(|activation| activation.is_in(container.serial.as_str()))
                .and_then(|it| it.file.as_ref());
            // A suspended license is not in the context, and the second site omits files that
            // applications refuse. Both stay.
            let was_in_context = base.iter().any(|(known, _)| known == serial);
            if !was_in_context || file.is_some_and(|file| is_revoked(keys, &file.kid)) {
                continue;
            }
        }
        let mut after = before.clone();
        let ends_as = if matches!(keeper, Keeper::Home) { GONE } else { ActivationState::Returned };
        let gone = Leave { ends_as, gone_at: None, moves_to: None };
        after.leave(container.serial.as_str(), None, &gone, now)?;
        let step = taken(&mut parties, "license.return", before, after, "returned", now)?;
        steps.push(noting_container(step, Some(container.serial.as_str())));
    }
    for (license, text) in licenses.iter().zip(texts) {
        let claims = license.claims();
        let here = reader.find_license(&claims.sub, now)?;
        let live = here.as_ref().and_then(|it| {
            it.live().find(|activation| activation.is_in(container.serial.as_str()))
        });
        if let Some(file) = live
            .and_then(|activation| activation.file.as_ref())
            .filter(|file| file.jti == claims.jti)
        {
            if file.text == *text {
                continue;
            }
            return Err(conflict(
                claims,
                "has the id of a file in this database, but a different content",
            )
            .into());
        }
        check_plain(reader, claims)?;
        if let Keeper::SecondSite { vendor, context, .. } = keeper {
            check_brought(reader, vendor, context, here.as_ref(), claims)?;
            if licenses.iter().any(|other| {
                other.claims().sub != claims.sub && is_listed_alike(other.claims(), claims)
            }) {
                let reason = "has the index or the id of another license in the same update";
                return Err(conflict(claims, reason).into());
            }
        }
        let adopted = matches!(keeper, Keeper::Home);
        let signed = SignedLicense { claims, text, adopted };
        steps.push(imported(&mut parties, container, here, &signed, now)?);
    }
    Ok(steps)
}

/// A license whose file was signed elsewhere.
struct SignedLicense<'a> {
    claims: &'a LicenseClaims,
    text: &'a str,
    /// True if the home that keeps the license signed the file.
    adopted: bool,
}

impl SignedLicense<'_> {
    /// Returns the file of an activation in its stored form.
    fn imported(&self, activation: ActivationId) -> Result<ImportedFile> {
        let claims = self.claims;
        let expires_at = claims.exp.map(Timestamp::from_second).transpose()?;
        let file = File {
            jti: claims.jti.clone(),
            kid: header_kid(self.text)?,
            revision: claims.revision,
            issued_at: Timestamp::from_second(claims.iat)?.to_string(),
            expires_at: expires_at.map(|instant| instant.to_string()),
            ends_at: None,
            text: self.text.to_owned(),
        };
        let status = claims.status.as_ref().context("a file that no list names")?;
        let status = (status.status_list.uri.clone(), status.status_list.idx);
        Ok(ImportedFile { file, activation, status, adopted: self.adopted })
    }

    fn placement(&self, container: &Container) -> Activation {
        Activation::new(Some(place_of(container)), self.claims.seats, self.generation())
    }

    fn generation(&self) -> u32 {
        self.claims.container.as_ref().map_or(1, |container| container.generation)
    }
}

fn conflict(claims: &LicenseClaims, why: &str) -> Error {
    Error::new(ErrorCode::Conflict, format!("license {} of the other site {why}", claims.sub))
        .advice(
            "no change was made; change the license at the other site, or the conflicting record \
             at this site",
        )
}

fn is_listed_alike(one: &LicenseClaims, other: &LicenseClaims) -> bool {
    one.jti == other.jti || one.status.is_some() && one.status == other.status
}

/// The maximum number of seats of a license in the database.
const MOST_SEATS: u32 = 1_000_000_000;
/// The highest accepted revision.
const HIGHEST_REVISION: u32 = 1_000_000;

/// Refuses a license that this database could not contain.
fn check_plain(reader: Reader<'_>, claims: &LicenseClaims) -> Result<()> {
    let is_serial = claims.sub.parse::<Serial>().is_ok_and(|serial| serial.as_str() == claims.sub);
    let generation = claims.container.as_ref().map_or(0, |container| container.generation);
    let users = claims.users.as_deref().unwrap_or_default();
    let distinct = |mut all: Vec<&str>| {
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        all.len() == count
    };
    let is_id = claims.jti.len() <= 64 && claims.jti.bytes().all(|byte| byte.is_ascii_graphic());
    let is_anothers =
        reader.find_file(&claims.jti)?.is_some_and(|(serial, ..)| serial != claims.sub);
    let listed = claims.status.as_ref().map(|status| status.status_list.idx);
    let offline = claims
        .offline
        .as_ref()
        .map_or([None, None], |offline| [offline.max_days, offline.max_starts]);
    let mut instants = [Some(claims.iat), claims.exp].into_iter().flatten();
    let are_instants = instants
        .all(|instant| Timestamp::from_second(instant).is_ok_and(|it| it.to_string().len() <= 20));
    for (is_odd, reason) in [
        (!is_serial, "has an invalid serial"),
        (!is_id, "has an invalid id"),
        (is_anothers, "has the id of a file of another license"),
        (listed.is_none_or(|idx| idx >= LIST_SIZE), "has no valid index of the status list"),
        (generation == 0, "has no generation"),
        (
            claims.revision > HIGHEST_REVISION || claims.seats > MOST_SEATS,
            "has a revision above 1,000,000 or more than 1,000,000,000 seats",
        ),
        (
            claims.term.ends.is_some_and(|end| end <= claims.term.starts),
            "has an end that is not after the first day",
        ),
        (!are_instants, "has an instant outside the calendar"),
        (
            claims.term.checkpoint_days == Some(0) || offline.contains(&Some(0)),
            "has a checkpoint or an offline tolerance of 0",
        ),
        (
            claims.model == Model::Named && users.len() > claims.seats as usize,
            "has more assigned users than seats",
        ),
        (!distinct(users.iter().map(String::as_str).collect()), "contains a user twice"),
        (
            !distinct(claims.modules.iter().map(|module| module.code.as_str()).collect()),
            "grants a module twice",
        ),
        (
            claims.model == Model::Device,
            "has the model device, but the container is a cloud container",
        ),
    ] {
        if is_odd {
            return Err(conflict(claims, reason).into());
        }
    }
    Ok(())
}

/// Refuses a license of a second site that does not use a reserved status index, or that this home
/// could not have issued.
fn check_brought(
    reader: Reader<'_>,
    vendor: &Vendor,
    context: &str,
    here: Option<&License>,
    claims: &LicenseClaims,
) -> Result<()> {
    if here.is_some() {
        let reason = "belongs to this home, but its file differs from the file in the context";
        return Err(conflict(claims, reason).into());
    }
    let Some(status) = claims.status.as_ref().map(|status| &status.status_list) else {
        let reason = "has no index of the status list, so this home could not end the license file";
        return Err(conflict(claims, reason).into());
    };
    let reserved = vendor
        .list_of(&status.uri)
        .map(|list| reader.has_reserved(context, list, status.idx))
        .transpose()?;
    if reserved != Some(true) {
        let reason = format!(
            "has the index {} of status list {}, which the context did not reserve",
            status.idx, status.uri
        );
        return Err(conflict(claims, &reason).into());
    }
    let generation = claims.container.as_ref().map_or(0, |container| container.generation);
    if generation != 1 {
        let reason = format!("has generation {generation}, but a new license has generation 1");
        return Err(conflict(claims, &reason).into());
    }
    Ok(())
}

/// Returns the step of a license with an imported file.
fn imported(
    parties: &mut PartiesReader<'_>,
    container: &Container,
    here: Option<License>,
    signed: &SignedLicense<'_>,
    now: Timestamp,
) -> Result<Step> {
    let claims = signed.claims;
    let granted = granted(parties, claims)?;
    let (customer, product) = (&granted.entitlement.customer, &granted.parties.product);
    container.check_takes(&format!("license {}", claims.sub), customer, product)?;
    let step = match here {
        Some(before) => adopted_again(container, before, granted, signed, now)?,
        None => new_license(container, granted, signed, now)?,
    };
    Ok(noting_container(step, Some(container.serial.as_str()))
        .noting(|note| note.jti = Some(claims.jti.clone())))
}

/// Returns the step of an unknown license.
fn new_license(
    container: &Container,
    granted: Granted,
    signed: &SignedLicense<'_>,
    now: Timestamp,
) -> Result<Step> {
    let claims = signed.claims;
    let mut license = License {
        serial: claims.sub.parse()?,
        revision: claims.revision,
        adopted: signed.adopted,
        reference_hash: claims.reference_hash.clone(),
        created_at: Timestamp::from_second(claims.iat)?.to_string(),
        ..License::new(granted.entitlement, None, now)
    };
    let activation = license.add_activation(signed.placement(container));
    let action = if signed.adopted { "license.adopt" } else { "license.import" };
    let step = Step::new(action, license, granted.parties);
    Ok(Step { imported: Some(signed.imported(activation)?), ..step })
}

/// Returns the step of an adopted license that this home already knows.
fn adopted_again(
    container: &Container,
    before: License,
    granted: Granted,
    signed: &SignedLicense<'_>,
    now: Timestamp,
) -> Result<Step> {
    let claims = signed.claims;
    if !before.adopted || before.status != LifecycleStatus::Open {
        let reason =
            format!("belongs to this site and was never in container {}", container.serial);
        return Err(conflict(claims, &reason).into());
    }
    // The context of another container may contain older terms.
    let is_older = claims.revision < before.revision;
    let entitlement = if is_older { before.entitlement.clone() } else { granted.entitlement };
    let revision = claims.revision.max(before.revision);
    let mut after = License { entitlement, revision, ..before.clone() };
    let same = same_file(&after, container, &claims.jti)?;
    end_others(&mut after, container, signed, same, now);
    let is_here = |it: &Activation| it.is_in(container.serial.as_str());
    let existing = same.or_else(|| after.live().find(|it| is_here(it)).map(|it| it.id));
    let activation = match existing.and_then(|id| after.activation_mut(id)) {
        Some(activation) => {
            (activation.state, activation.ended_at, activation.seats) =
                (ActivationState::Live, None, claims.seats);
            activation.id
        }
        None => after.add_activation(signed.placement(container)),
    };
    // The home keeps the total number of seats. Here a license has the seats that are placed here,
    // which is set after the rows are written.
    after.entitlement.seats = before.entitlement.seats.max(after.seats_placed());
    let step = Step::of("license.adopt", before, after, granted.parties, now);
    let imported = if same.is_some() { None } else { Some(signed.imported(activation)?) };
    Ok(Step { imported, moves: true, old_files_end: None, ..step })
}

/// Returns the activation with the same file. The license was absent from the context for a while,
/// such as a suspended license.
///
/// # Errors
///
/// `stale_context` if the license was removed here.
fn same_file(
    license: &License,
    container: &Container,
    jti: &str,
) -> Result<Option<ActivationId>, Error> {
    let is_same = |it: &&Activation| {
        it.is_in(container.serial.as_str()) && it.file.as_ref().is_some_and(|file| file.jti == jti)
    };
    let Some(same) = license.activations.iter().find(is_same) else { return Ok(None) };
    if same.state != ActivationState::Returned {
        return Ok(Some(same.id));
    }
    let message = format!(
        "the context of container {} contains license {}, which was removed at this site",
        container.serial, license.serial
    );
    Err(Error::new(ErrorCode::StaleContext, message)
        .remedy(taken_out(license.serial.as_str(), container.serial.as_str())))
}

/// Ends the activations in the container that a newer activation replaces.
fn end_others(
    license: &mut License,
    container: &Container,
    signed: &SignedLicense<'_>,
    same: Option<ActivationId>,
    now: Timestamp,
) {
    let claims = signed.claims;
    for activation in &mut license.activations {
        // Two files of one revision belong to two activations: the database of the home was
        // restored in between.
        let is_same_revision = activation
            .file
            .as_ref()
            .is_some_and(|known| known.revision >= claims.revision && known.jti != claims.jti);
        let is_another = activation.generation != signed.generation()
            || is_same_revision
            || same.is_some_and(|it| it != activation.id);
        if activation.is_live() && activation.is_in(container.serial.as_str()) && is_another {
            (activation.state, activation.ended_at) = (GONE, Some(now.to_string()));
        }
    }
}

/// The entitlement that a file states, with the records of this home.
struct Granted {
    entitlement: Entitlement,
    parties: Parties,
}

/// Returns the entitlement that a file states. The database must contain the records in the
/// spelling of the file, because applications compare them exactly.
fn granted(parties: &mut PartiesReader<'_>, claims: &LicenseClaims) -> Result<Granted> {
    let spelled = |found: &str, said: &str| -> Result<(), Error> {
        let reason = || {
            conflict(
                claims,
                &format!(
                    "contains {said:?}, but this site has the spelling {found:?}; applications \
                     compare codes and user names exactly"
                ),
            )
        };
        (found == said).then_some(()).ok_or_else(reason)
    };
    let reader = parties.reader;
    let product = parties
        .product(&claims.product.code.parse()?)
        .map_err(|error| with_catalogue(error, claims))?
        .clone();
    spelled(product.code.as_str(), &claims.product.code)?;
    let customer = parties.customer(&claims.customer.code.parse()?)?.clone();
    let company = claims.customer.company.as_ref().map(|code| -> Result<_> {
        let company = lookup::company(reader, &customer.code, &code.parse()?)
            .map_err(|error| with_people(error, claims))?;
        spelled(company.code.as_str(), code)?;
        Ok(company)
    });
    let company = company.transpose()?;
    let tree = reader.list_modules(&product.code)?;
    let grant = |granted: &licentia_runtime::Module| {
        let code: Slug = granted.code.parse()?;
        let module = find_module(&tree, &product.code, &code)
            .map_err(|error| with_catalogue(error.into(), claims))?;
        spelled(module.code.as_str(), &granted.code)?;
        Ok(Grant { code: module.code.clone(), value: granted.value, ends: granted.ends })
    };
    let user = |name: &String| -> Result<Username> {
        let user = lookup::user(reader, &customer.code, &name.parse()?)
            .map_err(|error| with_people(error, claims))?;
        spelled(user.username.as_str(), name)?;
        Ok(user.username)
    };
    let users: Vec<Username> = claims.users.iter().flatten().map(user).collect::<Result<_>>()?;
    let entitlement = Entitlement {
        product: product.code.clone(),
        customer: customer.code.clone(),
        company: company.map(|company| company.code),
        users,
        modules: claims.modules.iter().map(grant).collect::<Result<_>>()?,
        ..Entitlement::of_file(claims)
    };
    Ok(Granted { entitlement, parties: Parties { product, customer } })
}

/// Adds the remedy for a product that differs between the sites.
fn with_catalogue(error: Failure, claims: &LicenseClaims) -> Failure {
    let license = claims.sub.clone();
    error.map_rule(|error| error.remedy(Remedy::ApplyCatalogue { license }))
}

/// Adds the advice for a customer, company or user that differs between the sites.
fn with_people(error: Failure, claims: &LicenseClaims) -> Failure {
    error.map_rule(|error| {
        error.advice(format!(
            "license {} refers to the missing record: add the record at this site with the \
             spelling of the other site, then repeat the command",
            claims.sub
        ))
    })
}
