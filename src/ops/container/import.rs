//! The use case `container import`: the changes that a second site signed for a cloud container of
//! this home.

use licentia_runtime::{Update, inspect};

use crate::domain::audit::NewEntry;
use crate::domain::audit::container_contents::Imported as ImportedDetail;
use crate::domain::audit::difference::Values;
use crate::domain::container::Container;
use crate::domain::key::Key;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::adopt::{Imported, check_customer, sorted};
use crate::ops::container::context::{keeps, texts_in};
use crate::ops::container::imported_file::{Keeper, header_kid, hold};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::plan::{LicensePlan, Received, Step};
use crate::store::{Reader, SignedContext, SignedUpdate};

/// A request to import the update of a container. Unchanged if the container has the same content
/// as before.
#[derive(Clone, Debug)]
pub struct ImportUpdate {
    /// The vendor of the home.
    pub vendor: Vendor,
    /// The update.
    pub update: Update,
    /// The token of the update.
    pub text: String,
}

impl UseCase for ImportUpdate {
    type Plan = LicensePlan<Imported>;
    type Unchanged = Imported;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Imported>, Imported>> {
        let claims = self.update.claims();
        let (before, context) = self.base(reader)?;
        check_customer(self.update.licenses(), &before.customer)?;
        let (base, keys) = (texts_in(&context.text)?, reader.list_keys()?);
        let keeper = Keeper::SecondSite {
            vendor: &self.vendor,
            context: &context.jti,
            base: &base,
            keys: &keys,
        };
        let licenses = self.update.licenses();
        let steps = hold(reader, &before, licenses, &claims.licenses, &keeper, now)?;
        check_counts(&steps, &keys)?;
        let (added, taken) = sorted(&steps, &before);
        if steps.is_empty() {
            return Ok(Decision::Unchanged(Imported { container: before, added, taken }));
        }
        let keyset_version = self.keyset_version()?;
        self.check_counter(reader, &before)?;
        let signed = self.signed(keyset_version)?;
        let detail = ImportedDetail {
            context: &context.jti,
            jti: &claims.jti,
            kid: &signed.kid,
            counter: Values { from: before.counter, to: claims.counter },
            added: &added,
            taken: &taken,
        };
        let entry = NewEntry::of("container.import", before.serial.as_str(), &detail);
        // The steps increment the counter by one.
        let counter = claims.counter - 1;
        let container = Container { counter, confirmed: Some(counter), ..before };
        let plan = LicensePlan {
            container: Some(container.clone()),
            received: Some(Received::Update(signed, context.jti)),
            entries: vec![entry],
            ..LicensePlan::of(steps)
        };
        let container = Container { counter: claims.counter, ..container };
        Ok(Decision::Change(plan.with(Imported { container, added, taken })))
    }
}

impl ImportUpdate {
    /// Returns the container, and the context on which the update is based.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for an update without a context; `stale_context` if the container was changed
    /// since the context, if the context was already imported, or if it was not written here;
    /// `conflict` for a different block.
    fn base(&self, reader: Reader<'_>) -> Result<(Container, SignedContext)> {
        let claims = self.update.claims();
        let serial: Serial = claims.sub.parse()?;
        let Some(jti) = &claims.context else {
            let message = format!("the update of container {serial} is not based on a context");
            return Err(Error::new(ErrorCode::WrongKind, message)
                .advice(
                    "only an update that a second site signed for an adopted container can be \
                     imported",
                )
                .into());
        };
        let before = keeps(reader, &serial)?;
        let Some(context) = reader.find_context(&serial, Some(jti))? else {
            return Err(stale(&serial, "that this home did not write").into());
        };
        if let Some(at) = &context.imported_at {
            return Err(
                stale(&serial, &format!("whose changes were already imported at {at}")).into()
            );
        }
        if context.counter != before.counter {
            let (of, at) = (context.counter, before.counter);
            let reason =
                format!("with the counter {of}, but the container now has the counter {at}");
            return Err(stale(&serial, &reason).into());
        }
        if claims.blocked != before.block.as_ref().map(|block| block.code.clone()) {
            let message = "the update changes the block of the container; only this home can block \
                           or unblock the container";
            return Err(Error::new(ErrorCode::Conflict, message).into());
        }
        Ok((before, context))
    }

    /// Returns the version of the key set in the update.
    fn keyset_version(&self) -> Result<u64, Error> {
        let text = self.update.claims().keyset.as_ref();
        let version =
            text.and_then(|text| inspect::unverified(text).ok()?.claims.get("version")?.as_u64());
        let newest = self.update.keys().claims().version;
        version.map(|version| version.min(newest)).ok_or_else(|| {
            let message =
                "the update contains no key set; an update of a second site must contain a key set";
            Error::new(ErrorCode::Conflict, message)
        })
    }

    /// Refuses an implausible counter, and an update with the id of another update.
    fn check_counter(&self, reader: Reader<'_>, before: &Container) -> Result<()> {
        let (claims, at) = (self.update.claims(), before.counter);
        let counter = claims.counter;
        let message = if !before.can_be_at(counter) {
            format!(
                "the update has the implausible counter {counter}; the container has the \
                 counter {at}"
            )
        } else if reader.has_update(&claims.jti)? {
            format!(
                "the update of container {} has the id of a different update in the database",
                before.serial
            )
        } else if counter <= at {
            format!(
                "the update has the counter {counter}; a counter of at least {} is required",
                at + 1
            )
        } else {
            return Ok(());
        };
        Err(Error::new(ErrorCode::Conflict, message).into())
    }

    /// Returns the update in its stored form.
    fn signed(&self, keyset_version: u64) -> Result<SignedUpdate> {
        let claims = self.update.claims();
        Ok(SignedUpdate {
            counter: claims.counter,
            jti: claims.jti.clone(),
            kid: header_kid(&self.text)?,
            keyset_version,
            token: None,
            issued_at: Timestamp::from_second(claims.iat)?.to_string(),
            text: self.text.clone(),
        })
    }
}

/// Returns the error for an update that is based on an outdated context.
fn stale(serial: &Serial, why: &str) -> Error {
    let remedy = Remedy::WriteContext { container: serial.to_string() };
    let message = format!("the update of container {serial} is based on a context {why}");
    Error::new(ErrorCode::StaleContext, message).remedy(remedy)
}

/// Refuses an import after which a key has signed more files than its limit.
fn check_counts(steps: &[Step], keys: &[Key]) -> Result<(), Error> {
    for key in keys {
        let signed = steps
            .iter()
            .filter_map(|step| step.imported.as_ref())
            .filter(|imported| imported.file.kid == key.kid)
            .count();
        let total = key.files_signed + signed as u64;
        if let Some(most) = key.limits.max_files.filter(|most| total > *most && signed > 0) {
            let message = format!(
                "key {} would have signed {total} files, including the files of the other site; at \
                 most {most} files are allowed",
                key.name
            );
            return Err(Error::new(ErrorCode::OutOfScope, message));
        }
    }
    Ok(())
}
