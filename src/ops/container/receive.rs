//! Receipts, in which a container with a key states its content. A receipt is accepted if the
//! content was issued. A receipt that contradicts the database makes the container suspect, and
//! changes nothing else.

use std::collections::BTreeSet;

use licentia_runtime::{Context, Device, HeldFile, UpdateClaims, inspect};
use serde_json::Value;

use crate::domain::audit::NewEntry;
use crate::domain::audit::container_contents::{
    BlockedReceipt, Received as ReceivedDetail, Resynchronised,
};
use crate::domain::audit::difference::Values;
use crate::domain::container::fingerprint::Rule;
use crate::domain::container::{Container, Receipt};
use crate::domain::name::Name;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::settle::{Emptied, Proof, Settled, settle};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::plan::{LicensePlan, Received as Said};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// The verdict on a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptVerdict {
    /// A known receipt: it was received before, or a later receipt lists it.
    Known,
    /// An accepted receipt: the container has the content that was issued with this counter.
    Believed,
    /// A receipt of a container that was not updated since the database was restored. Its content
    /// belongs to another history and proves nothing.
    Unmoved,
    /// A contradiction to the database: `set_back`, `never_issued`, `other_content`.
    Suspect(&'static str),
    /// The first receipt after the database was restored, which sets the counter of the container.
    Resynchronised,
}

/// The outcome of a receipt.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// The verdict.
    pub verdict: ReceiptVerdict,
    /// The counter that the receipt states.
    pub counter: u64,
    /// True if the computer is still similar to the one for which the container was created; `None`
    /// for a dongle.
    pub fits: Option<bool>,
    /// The container after the change, and the seats that could not arrive in another container.
    pub emptied: Emptied,
}

/// A request to receive a verified receipt of a container. A known receipt changes nothing.
#[derive(Clone, Debug)]
pub struct ReceiveReceipt {
    /// The serial of the container.
    pub container: Serial,
    /// The receipt.
    pub context: Context,
    /// The token of the receipt.
    pub text: String,
    /// True if seats arrive in the containers to which they move.
    pub arrives: bool,
    /// The signing of the files that arrive elsewhere.
    pub signing: SigningRequest,
}

impl UseCase for ReceiveReceipt {
    type Plan = LicensePlan<Received>;
    type Unchanged = Received;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Received>, Received>> {
        let before = lookup::container(reader, &self.container)?;
        before.check_kept("changed")?;
        check_kind(&before, &self.context)?;
        let verdict = judge(reader, &before, &self.context)?;
        if verdict == ReceiptVerdict::Known {
            let nothing = Emptied { container: before.clone(), stranded: Vec::new() };
            return Ok(Decision::Unchanged(received(verdict, &before, &self.context, nothing)));
        }
        let container = self.contents(&before, &verdict, now);
        let entries = self.entries(&before, &container, &verdict);
        let plan = match &verdict {
            // A receipt of a suspect container removes no seats.
            ReceiptVerdict::Believed if before.suspicion.is_none() => {
                let counter = container.confirmed;
                let proof = Proof { counter, arrives: self.arrives, is_proven: true };
                settle(reader, &self.container, &proof, now)?.plan(container, entries)
            }
            _ => Settled::default().plan(container, entries),
        };
        let plan = LicensePlan { received: Some(Said::Receipt(self.receipt(&verdict))), ..plan };
        let received = received(verdict, &before, &self.context, plan.payload.clone());
        Ok(Decision::Change(self.signing.apply(plan).with(received)))
    }
}

impl ReceiveReceipt {
    /// Returns the container after the receipt.
    fn contents(&self, before: &Container, verdict: &ReceiptVerdict, now: Timestamp) -> Container {
        let (mut container, counter) = (before.clone(), self.context.claims().counter);
        match verdict {
            ReceiptVerdict::Suspect(why) => container.suspect(why, counter, now),
            ReceiptVerdict::Resynchronised => container.resynchronise(counter),
            ReceiptVerdict::Believed if before.suspicion.is_none() => {
                container.confirmed = container.confirmed.max(Some(counter));
            }
            ReceiptVerdict::Believed | ReceiptVerdict::Unmoved | ReceiptVerdict::Known => {}
        }
        container
    }

    fn entries(
        &self,
        before: &Container,
        after: &Container,
        verdict: &ReceiptVerdict,
    ) -> Vec<NewEntry> {
        let (serial, claims) = (self.container.as_str(), self.context.claims());
        let detail = detail(before, after, verdict, &self.context);
        let mut entries = vec![NewEntry::of("container.receive", serial, &detail)];
        if claims.blocked.is_some() && *verdict == ReceiptVerdict::Believed {
            let detail = BlockedReceipt {
                action: "receipt",
                customer: before.customer.as_str(),
                blocked: claims.blocked.as_deref(),
            };
            entries.push(NewEntry::of("container.attempt", serial, &detail));
        }
        entries
    }

    /// Returns the receipt in its stored form.
    fn receipt(&self, verdict: &ReceiptVerdict) -> Receipt {
        let claims = self.context.claims();
        Receipt {
            jti: claims.jti.clone(),
            counter: claims.counter,
            previous: claims.previous.clone(),
            resync: *verdict == ReceiptVerdict::Resynchronised,
            text: self.text.clone(),
        }
    }
}

fn received(
    verdict: ReceiptVerdict,
    before: &Container,
    context: &Context,
    emptied: Emptied,
) -> Received {
    let fits = (before.kind == ContainerKind::Device).then(|| fits(before, &context.device()));
    Received { verdict, counter: context.claims().counter, fits, emptied }
}

/// Returns whether a computer is still similar to the one for which a container was created.
fn fits(container: &Container, found: &Device) -> bool {
    Rule::default().fits(&container.properties, found)
}

fn check_kind(container: &Container, context: &Context) -> Result<(), Error> {
    let carrier = &context.claims().container;
    let hardware = container.hardware.as_ref().map(Name::as_str);
    let is_same =
        carrier.kind == container.kind.as_str() && carrier.hardware.as_deref() == hardware;
    let with_serial = |hardware: Option<&str>| {
        hardware
            .map(|hardware| format!(" with the hardware serial {hardware:?}"))
            .unwrap_or_default()
    };
    let message = || {
        format!(
            "container {} is {}{}, but the receipt states the kind {:?}{}",
            container.serial,
            container.kind.called(),
            with_serial(hardware),
            carrier.kind,
            with_serial(carrier.hardware.as_deref())
        )
    };
    is_same.then_some(()).ok_or_else(|| Error::new(ErrorCode::WrongKind, message()))
}

fn judge(reader: Reader<'_>, container: &Container, context: &Context) -> Result<ReceiptVerdict> {
    let claims = context.claims();
    if reader.has_receipt(&container.serial, &claims.jti)? {
        return Ok(ReceiptVerdict::Known);
    }
    if container.resync && container.can_be_at(claims.counter) {
        return Ok(ReceiptVerdict::Resynchronised);
    }
    if container.confirmed.is_some_and(|confirmed| claims.counter < confirmed) {
        return Ok(ReceiptVerdict::Suspect("set_back"));
    }
    let holds = (context.held(), claims.blocked.clone());
    Ok(match reader.find_told(&container.serial, claims.counter)? {
        (Some(update), _) if contents_of(&update)? == holds => ReceiptVerdict::Believed,
        (_, Some(receipt))
            if container.confirmed == Some(claims.counter) && said_by(&receipt)? == holds =>
        {
            ReceiptVerdict::Unmoved
        }
        (None, _) => ReceiptVerdict::Suspect("never_issued"),
        (Some(_), _) => ReceiptVerdict::Suspect("other_content"),
    })
}

/// The content of a container: its files, and the code of its block.
type Holds = (BTreeSet<HeldFile>, Option<String>);

/// Returns the content that a stored update states.
fn contents_of(text: &str) -> Result<Holds> {
    let read = |text: &str| {
        inspect::unverified(text)
            .map(|found| Value::Object(found.claims))
            .context("a signed text of the database")
    };
    let claims: UpdateClaims =
        serde_json::from_value(read(text)?).context("an update of the database")?;
    let held = claims.licenses.iter().map(|text| {
        let license = serde_json::from_value(read(text)?).context("a license of the database")?;
        Ok(HeldFile::of_claims(&license))
    });
    Ok((held.collect::<Result<_>>()?, claims.blocked))
}

/// Returns the content that a stored receipt states.
fn said_by(text: &str) -> Result<Holds> {
    let found = inspect::unverified(text).context("a receipt of the database")?;
    let claims: licentia_runtime::ContextClaims =
        serde_json::from_value(Value::Object(found.claims)).context("a receipt of the database")?;
    Ok((claims.held(), claims.blocked))
}

/// Returns the audit detail of a receipt.
fn detail<'a>(
    before: &Container,
    after: &Container,
    verdict: &ReceiptVerdict,
    context: &'a Context,
) -> ReceivedDetail<'a> {
    let claims = context.claims();
    let suspicion =
        if let ReceiptVerdict::Suspect(reason) = verdict { Some(*reason) } else { None };
    let resync = (*verdict == ReceiptVerdict::Resynchronised)
        .then_some(Resynchronised { counter: Values { from: before.counter, to: after.counter } });
    ReceivedDetail {
        counter: claims.counter,
        jti: &claims.jti,
        licenses: context.held().len(),
        proven: *verdict != ReceiptVerdict::Unmoved,
        confirmed_counter: Values { from: before.confirmed, to: after.confirmed },
        suspicion,
        resync,
    }
}
