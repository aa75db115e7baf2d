//! Receipts: what a container with a key says that it holds. It is believed where it is what was issued; what contradicts the books
//! makes the container suspect, and changes nothing else.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use licentia_runtime::{Context, Device, HeldFile, UpdateClaims, inspect};
use serde_json::{Value, json};

use crate::domain::audit::Change;
use crate::domain::container::fingerprint::Rule;
use crate::domain::container::{Container, Receipt};
use crate::domain::name::Name;
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::ops::license::placement::{Emptied, emptied, settle};
use crate::ops::license::plan::{Plan, Received as Said};
use crate::ops::lookup;
use crate::store::Reader;

/// What a receipt comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was received before, or one that came later names it.
    Known,
    /// The container holds what was issued to it at this counter.
    Believed,
    /// The container is where it was when the books were restored: what it holds there is another history's, and proves nothing.
    Unmoved,
    /// It contradicts the books: `set_back`, `never_issued`, `other_content`.
    Suspect(&'static str),
    /// The books were restored, and it says where the container is.
    Resynchronised,
}

/// A receipt, looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// What it comes to.
    pub verdict: Verdict,
    /// Where it says that the container is.
    pub counter: u64,
    /// Whether the computer is still like the one that the container was made for.
    pub fits: Option<bool>,
    /// The container as it is then, and what could not arrive where it was to go.
    pub emptied: Emptied,
}

/// Decides what a verified receipt of a container changes.
///
/// # Errors
///
/// `wrong_state` for a retired container, `wrong_kind` for one of another kind than the receipt's
pub fn receive(
    reader: Reader<'_>,
    serial: &Serial,
    (context, text): (&Context, &str),
    arrives: bool,
    now: Timestamp,
) -> Result<(Received, Plan)> {
    let before = lookup::container(reader, serial)?;
    before.check_kept("heard")?;
    check_kind(&before, context)?;
    let claims = context.claims();
    let mut container = before.clone();
    let verdict = judge(reader, &before, context)?;
    let settled = match &verdict {
        Verdict::Known => {
            return Ok((received(&verdict, &before, context, None), Plan::of(Vec::new())));
        }
        Verdict::Suspect(why) => {
            container.suspect(why, claims.counter, now);
            None
        }
        Verdict::Resynchronised => {
            container.resynchronise(claims.counter);
            None
        }
        Verdict::Unmoved => None,
        // Until somebody resolved it, nothing is free on its word.
        Verdict::Believed if before.suspicion.is_some() => None,
        Verdict::Believed => {
            container.confirmed = container.confirmed.max(Some(claims.counter));
            Some(settle(reader, serial, container.confirmed, (arrives, true), now)?)
        }
    };
    let mut entries = vec![Change::new(
        "container.receive",
        serial.as_str(),
        told(&before, &container, &verdict, context),
    )];
    if claims.blocked.is_some() && verdict == Verdict::Believed {
        let detail = json!({"action": "receipt", "customer": before.customer.as_str(), "blocked": claims.blocked});
        entries.push(Change::new("container.attempt", serial.as_str(), detail));
    }
    let receipt = Receipt {
        jti: claims.jti.clone(),
        counter: claims.counter,
        previous: claims.previous.clone(),
        resync: verdict == Verdict::Resynchronised,
        text: text.to_owned(),
    };
    let (emptied, plan) = match settled {
        Some(settled) => emptied(container, settled, entries),
        None => {
            let plan = Plan { container: Some(container.clone()), entries, ..Plan::of(Vec::new()) };
            (Emptied { container, stranded: Vec::new() }, plan)
        }
    };
    Ok((
        received(&verdict, &before, context, Some(emptied)),
        Plan { received: Some(Said::Receipt(receipt)), ..plan },
    ))
}

fn received(
    verdict: &Verdict,
    before: &Container,
    context: &Context,
    emptied: Option<Emptied>,
) -> Received {
    let fits = (before.kind == ContainerKind::Device).then(|| fits(before, &context.device()));
    let nothing = || Emptied { container: before.clone(), stranded: Vec::new() };
    Received {
        verdict: verdict.clone(),
        counter: context.claims().counter,
        fits,
        emptied: emptied.unwrap_or_else(nothing),
    }
}

/// Whether a computer is still like the one that a container was made for.
fn fits(container: &Container, found: &Device) -> bool {
    Rule::default().fits(&container.properties, found)
}

fn check_kind(container: &Container, context: &Context) -> Result<(), Refusal> {
    let carrier = &context.claims().container;
    let hardware = container.hardware.as_ref().map(Name::as_str);
    let is_same =
        carrier.kind == container.kind.as_str() && carrier.hardware.as_deref() == hardware;
    let message = || {
        format!(
            "container {} is {}, and the receipt is of another thing",
            container.serial,
            container.kind.called()
        )
    };
    is_same.then_some(()).ok_or_else(|| Refusal::new(Why::WrongKind, message()))
}

fn judge(reader: Reader<'_>, container: &Container, context: &Context) -> Result<Verdict> {
    let claims = context.claims();
    if reader.has_receipt(&container.serial, &claims.jti)? {
        return Ok(Verdict::Known);
    }
    if container.resync && container.can_be_at(claims.counter) {
        return Ok(Verdict::Resynchronised);
    }
    if container.confirmed.is_some_and(|confirmed| claims.counter < confirmed) {
        return Ok(Verdict::Suspect("set_back"));
    }
    let holds = (context.held(), claims.blocked.clone());
    Ok(match reader.find_told(&container.serial, claims.counter)? {
        (Some(update), _) if told_by(&update)? == holds => Verdict::Believed,
        (_, Some(receipt))
            if container.confirmed == Some(claims.counter) && said_by(&receipt)? == holds =>
        {
            Verdict::Unmoved
        }
        (None, _) => Verdict::Suspect("never_issued"),
        (Some(_), _) => Verdict::Suspect("other_content"),
    })
}

/// What a container holds: which files, and why it is stopped.
type Holds = (BTreeSet<HeldFile>, Option<String>);

/// What an update of the books says that a container holds.
fn told_by(text: &str) -> Result<Holds> {
    let read = |text: &str| {
        inspect::unverified(text)
            .map(|found| Value::Object(found.claims))
            .context("a signed text of the books")
    };
    let claims: UpdateClaims =
        serde_json::from_value(read(text)?).context("an update of the books")?;
    let held = claims.licenses.iter().map(|text| {
        let license = serde_json::from_value(read(text)?).context("a license of the books")?;
        Ok(HeldFile::of_claims(&license))
    });
    Ok((held.collect::<Result<_>>()?, claims.blocked))
}

/// What a receipt of the books says that its container holds.
fn said_by(text: &str) -> Result<Holds> {
    let found = inspect::unverified(text).context("a receipt of the books")?;
    let claims: licentia_runtime::ContextClaims =
        serde_json::from_value(Value::Object(found.claims)).context("a receipt of the books")?;
    Ok((claims.held(), claims.blocked))
}

fn told(before: &Container, after: &Container, verdict: &Verdict, context: &Context) -> Value {
    let claims = context.claims();
    let mut detail = json!({
        "counter": claims.counter, "jti": claims.jti, "licenses": context.held().len(), "proven": true,
        "confirmed_counter": {"from": before.confirmed, "to": after.confirmed},
    });
    match verdict {
        Verdict::Suspect(why) => detail["suspicion"] = (*why).into(),
        Verdict::Resynchronised => {
            detail["resync"] = json!({"counter": {"from": before.counter, "to": after.counter}})
        }
        Verdict::Unmoved => detail["proven"] = false.into(),
        Verdict::Known | Verdict::Believed => {}
    }
    detail
}
