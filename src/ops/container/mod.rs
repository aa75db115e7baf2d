//! Containers: what a new one is, and the update that tells it what it shall hold.

pub mod adopt;
pub mod confirm;
pub mod import;
mod imported_file;
pub mod receive;
pub mod recycle;
pub mod settle;
pub mod stale;

use anyhow::{Context as _, Result};
use licentia_runtime::{Device, KeyState, MAX_LISTS, MAX_TEXT, Properties, inspect};
use serde_json::json;

use crate::domain::container::Container;
use crate::domain::container::fingerprint::Rule;
use crate::domain::credential::username;
use crate::domain::key::Key;
use crate::domain::name::{Code, Name, Reference, Username};
use crate::domain::product::ContainerKind;
use crate::domain::retirement::check_sold;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::ids::{jti, unused};
use crate::ops::lookup;
use crate::ops::reference::Asked;
use crate::signing;
use crate::signing::Signer;
use crate::signing::update::Contents;
use crate::store::{Carried, Reader, SignedStatus, SignedUpdate, Transaction};

/// A container as it is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    /// Whose licenses it carries.
    pub customer: Code,
    /// What it is.
    pub kind: ContainerKind,
    /// Whose it is there.
    pub user: Option<Username>,
    /// What people call it.
    pub label: Option<Name>,
    /// A dongle's serial, as its maker writes it.
    pub hardware: Option<Name>,
    /// What it says of itself, where it has a key.
    pub request: Option<Request>,
    /// The order it comes from.
    pub reference: Option<Reference>,
}

/// What a container says of itself in its first request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its public key, base64url.
    pub key: String,
    /// What a computer is known by.
    pub properties: Properties,
}

impl Order {
    /// The request as it is compared, where a reference stands for it.
    pub fn asked(&self) -> Result<Option<Asked>> {
        let lower = |text: Option<&str>| text.map(str::to_lowercase);
        let mut request = json!({
            "customer": self.customer.as_str().to_lowercase(), "kind": self.kind.as_str(), "user": lower(self.user.as_ref().map(Username::as_str)),
            "label": self.label.as_ref().map(Name::as_str), "hardware": lower(self.hardware.as_ref().map(Name::as_str)),
        });
        // What it is known by may be read anew in a later request of the same key.
        if let Some(own) = &self.request {
            request["key"] = own.key.as_str().into();
        }
        Asked::of("container create", self.reference.as_ref(), &request)
    }

    /// The container that the same request led to before.
    ///
    /// # Errors
    ///
    /// `conflict` where it was another request, `reference_ended` where that container was retired since.
    pub fn earlier(&self, reader: Reader<'_>) -> Result<Option<Container>> {
        let Some(asked) = self.asked()? else { return Ok(None) };
        let Some(serial) = asked.subject(reader)? else { return Ok(None) };
        let container = lookup::container(reader, &serial.parse()?)?;
        if container.retired_at.is_some() {
            let message = format!(
                "reference {} led to container {serial}, which is retired",
                asked.reference()
            );
            return Err(Refusal::new(Why::ReferenceEnded, message)
                .hint("take another reference for another container")
                .into());
        }
        Ok(Some(container))
    }

    /// The new container, under a serial and a user name that mean nothing until it is written.
    ///
    /// # Errors
    ///
    /// `not_found` for an unknown customer or user, `wrong_state` for a retired customer, `exists` for hardware that is a
    /// container in use.
    pub fn decide(&self, reader: Reader<'_>, now: Timestamp) -> Result<Container> {
        let customer = lookup::customer(reader, &self.customer)?;
        check_sold("customer", customer.code.as_str(), customer.retired_at.as_deref())?;
        let user = self
            .user
            .as_ref()
            .map(|user| lookup::user(reader, &customer.code, user))
            .transpose()?;
        if let Some(hardware) = &self.hardware
            && let Some((serial, owner)) = reader.find_hardware(hardware)?
        {
            let message = format!("hardware {hardware} is container {serial} of {owner} already");
            return Err(Refusal::new(Why::Exists, message)
                .hint(format!("a dongle that came back is given away again after `licentia container recycle {serial}`"))
                .into());
        }
        if let Some(request) = &self.request
            && let Some((serial, owner)) = reader.find_container_key(&request.key)?
        {
            let message =
                format!("the key of this request is container {serial} of {owner} already");
            let hint = match lookup::container(reader, &serial.parse()?)?.retired_at {
                None => {
                    "a folder is one container for ever: its licenses are changed by updates; another container needs a request out of another folder"
                }
                Some(_) => {
                    "that container is retired; on the customer's side, remove its folder and make a request out of a new one"
                }
            };
            return Err(Refusal::new(Why::Exists, message).hint(hint).into());
        }
        let nothing = &mut |_: &'static str, bytes: &mut [u8]| bytes.fill(0);
        let username =
            (self.kind == ContainerKind::Cloud).then(|| username(&customer.code, nothing));
        Ok(Container {
            user: user.map(|user| user.username),
            label: self.label.clone(),
            hardware: self.hardware.clone(),
            key: self.request.as_ref().map(|request| request.key.clone()),
            properties: self
                .request
                .as_ref()
                .map(|request| request.properties.clone())
                .unwrap_or_default(),
            username,
            reference: self.reference.clone(),
            ..Container::bare(
                Serial::random(Kind::Container, nothing),
                self.kind,
                customer.code,
                now,
            )
        })
    }
}

/// The containers in use of computers like this one: the licenses on them may have to be recovered, not sold again.
pub fn alike(reader: Reader<'_>, properties: &Properties) -> Result<Vec<Container>> {
    let found = Device { properties: properties.clone(), ..Device::default() };
    let mut alike = Vec::new();
    for serial in reader.list_like(properties)? {
        let container = lookup::container(reader, &serial.parse()?)?;
        if Rule::default().fits(&container.properties, &found) {
            alike.push(container);
        }
    }
    Ok(alike)
}

/// Writes a new container.
pub fn create(
    tx: &Transaction<'_>,
    order: &Order,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Container> {
    let reader = tx.reader();
    let mut container = order.decide(reader, now)?;
    container.serial = unused(Kind::Container, random, |serial| {
        Ok(reader.find_container(serial.as_str())?.is_some())
    })?;
    while let Some(old) = container.username.take() {
        let new = username(&container.customer, random);
        let is_taken = new == old || reader.has_username(&new)?;
        container.username = Some(new);
        if !is_taken {
            break;
        }
    }
    tx.insert_container(&container)?;
    if let Some(asked) = order.asked()? {
        asked.keep(tx, container.serial.as_str(), now)?;
    }
    Ok(container)
}

/// What an update would be.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Nothing was changed since the newest one, which is there.
    Same(SignedUpdate),
    /// A new one, of this counter.
    New(u64),
}

/// Decides whether a container's newest update is still what it shall hold.
///
/// # Errors
///
/// `wrong_state` for a retired container, `suspect`.
pub fn next(reader: Reader<'_>, container: &Container, time: bool) -> Result<Next> {
    container.check_kept("updated")?;
    container.check_found("updated")?;
    // That it is stopped is told to one that is not believed too, and nothing else: above whatever counter it may be at.
    let above = match (&container.block, &container.suspicion) {
        (Some(_), Some(suspicion)) => suspicion.seen,
        _ => {
            container.check_believed()?;
            0
        }
    };
    let newest = reader.find_update(&container.serial, None)?;
    let token = token_of(&lists_of(reader, container)?);
    let keyset = reader.find_keyset()?.context("the home has no key set")?;
    Ok(match newest {
        _ if container.counter <= above => Next::New(above + 1),
        Some(update)
            if update.counter == container.counter
                && update.keyset_version == keyset.version
                && token <= update.token
                && !time =>
        {
            Next::Same(update)
        }
        // What it brings besides is a change too.
        Some(update) if update.counter == container.counter => Next::New(container.counter + 1),
        _ => Next::New(container.counter),
    })
}

/// The newest published status lists that the licenses in a container name; of one that is not believed none.
fn lists_of(reader: Reader<'_>, container: &Container) -> Result<Vec<SignedStatus>> {
    if container.suspicion.is_some() {
        return Ok(Vec::new());
    }
    let (keys, numbers) = (reader.list_keys()?, reader.list_lists_named_in(&container.serial)?);
    let lists =
        numbers.into_iter().take(MAX_LISTS).map(|number| reader.find_status_token(number, None));
    let lists = lists.collect::<crate::store::Result<Vec<_>>>()?.into_iter().flatten();
    // One that no application takes would spoil the whole.
    Ok(lists.filter(|list| !is_refused(&keys, &list.kid, &list.issued_at)).collect())
}

fn token_of(lists: &[SignedStatus]) -> u64 {
    lists.iter().map(|list| list.row).max().unwrap_or(0)
}

/// Whether hardware may hold licenses still: by the updates that were written since the last one that it is known to have, and by
/// that one.
pub fn may_hold(reader: Reader<'_>, container: &Container) -> Result<bool> {
    let since = reader.list_updates(&container.serial, container.confirmed.unwrap_or(0))?;
    let holds = |text: &String| {
        let licenses = inspect::unverified(text)
            .ok()
            .and_then(|found| found.claims.get("licenses").cloned())
            .unwrap_or_default();
        licenses.as_array().is_some_and(|licenses| !licenses.is_empty())
    };
    Ok(container.kind.is_hardware() && since.iter().any(holds))
}

/// An update that was signed, and what it leaves out.
#[derive(Clone, Debug, PartialEq)]
pub struct Updated {
    /// The update.
    pub update: SignedUpdate,
    /// The container as it is then.
    pub container: Container,
    /// The licenses whose files were signed by keys that were revoked since: no application takes them, and one of them would
    /// spoil the whole.
    pub refused: Vec<String>,
}

/// What a container shall hold (of one that is not believed: nothing), and the licenses of it whose files were signed by keys that were revoked since.
pub fn carried(reader: Reader<'_>, container: &Container) -> Result<(Vec<Carried>, Vec<String>)> {
    if container.suspicion.is_some() {
        return Ok((Vec::new(), Vec::new()));
    }
    let keys = reader.list_keys()?;
    let all = reader.list_carried(&container.serial)?;
    let (refused, carried): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| is_refused(&keys, &it.kid, &it.issued_at));
    Ok((carried, refused.into_iter().map(|carried| carried.license).collect()))
}

/// Whether no application takes what a key signed at an instant: the key was revoked, or was retired before, as a desk may do that
/// hears of it later.
pub fn is_refused(keys: &[Key], kid: &str, issued_at: &str) -> bool {
    let retired_at = keys.iter().find(|key| key.kid == kid).and_then(|key| key.retired_at);
    let issued_at = issued_at.parse::<Timestamp>().map(Timestamp::as_second);
    is_revoked(keys, kid)
        || retired_at
            .is_some_and(|retired_at| issued_at.is_ok_and(|issued_at| issued_at > retired_at))
}

/// Whether a key was revoked, so that no application takes what it signed.
pub fn is_revoked(keys: &[Key], kid: &str) -> bool {
    keys.iter().any(|key| key.kid == kid && key.state == KeyState::Revoked)
}

/// Signs what a container shall hold under a counter, and keeps it; with the vendor's instant where that was asked for.
///
/// # Errors
///
/// `wrong_state` for a retired container, and for one with more licenses than a text can carry.
pub fn update(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    container: &Container,
    (counter, time): (u64, bool),
    signer: &Signer,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Updated> {
    let reader = tx.reader();
    let container = Container { counter, ..container.clone() };
    let (carried, refused) = carried(reader, &container)?;
    let keyset = reader.find_keyset()?.context("the home has no key set")?;
    let count = carried.len();
    let licenses = carried.into_iter().map(|carried| carried.text).collect();
    let lists = lists_of(reader, &container)?;
    let status = lists.iter().map(|list| list.text.clone()).collect();
    let mut contents = Contents { licenses, keyset: keyset.text, time, status };
    let jti = jti(now, random);
    let mut text =
        signing::update::sign(signer, vendor, &container, contents.clone(), &jti, now.as_second());
    if text.len() > MAX_TEXT && !lists.is_empty() {
        // Lists are to be had elsewhere, licenses are not.
        contents.status.clear();
        text = signing::update::sign(signer, vendor, &container, contents, &jti, now.as_second());
    }
    if text.len() > MAX_TEXT {
        let message = format!(
            "container {} has {count} licenses, more than one update file can carry",
            container.serial
        );
        return Err(Refusal::new(Why::WrongState, message)
            .hint("move some of them to another container")
            .into());
    }
    let update = SignedUpdate {
        counter,
        jti,
        kid: signer.kid().to_owned(),
        keyset_version: keyset.version,
        issued_at: now.to_string(),
        token: token_of(&lists),
        text,
    };
    tx.set_container(&container)?;
    tx.insert_update(&container.serial, &update)?;
    tx.set_signed(&update.kid)?;
    Ok(Updated { update, container: Container { issued: Some(counter), ..container }, refused })
}
