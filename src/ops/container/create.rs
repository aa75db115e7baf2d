//! New containers, and the credential of a new cloud container.

use licentia_runtime::{Device, Properties};
use serde_json::json;

use crate::domain::audit::NewEntry;
use crate::domain::audit::credential::IssueDetail;
use crate::domain::container::Container;
use crate::domain::container::fingerprint::Rule;
use crate::domain::credential::username;
use crate::domain::customer::Customer;
use crate::domain::key::Purpose;
use crate::domain::name::{Name, Reference, Slug, Username};
use crate::domain::product::ContainerKind;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::retirement::check_not_retired;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode, Random};
use crate::ops::container::Request;
use crate::ops::credential::issue::{NewCredential, key_need};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::ids::unused;
use crate::ops::lookup;
use crate::ops::reference::IdempotencyReference;
use crate::store::{Reader, Transaction};

/// The facts of a requested container.
#[derive(Clone, Debug)]
pub struct ContainerOrder {
    /// The customer whose licenses the container carries.
    pub customer: Slug,
    /// The kind.
    pub kind: ContainerKind,
    /// The user of a cloud container.
    pub user: Option<Username>,
    /// The label for people.
    pub label: Option<Name>,
    /// The serial of a dongle, in the spelling of its manufacturer.
    pub hardware: Option<Name>,
    /// The first request of a container with a key.
    pub request: Option<Request>,
    /// The idempotency reference, such as an order number.
    pub reference: Option<Reference>,
}

impl ContainerOrder {
    /// Returns the form of the request that is compared; `None` without a reference.
    pub fn idempotency(&self) -> Result<Option<IdempotencyReference>> {
        let lower = |text: Option<&str>| text.map(str::to_lowercase);
        let mut request = json!({
            "customer": self.customer.as_str().to_lowercase(), "kind": self.kind.as_str(),
            "user": lower(self.user.as_ref().map(Username::as_str)),
            "label": self.label.as_ref().map(Name::as_str),
            "hardware": lower(self.hardware.as_ref().map(Name::as_str)),
        });
        // The properties may differ in a later request of the same key.
        if let Some(own) = &self.request {
            request["key"] = own.key.as_str().into();
        }
        IdempotencyReference::of("container create", self.reference.as_ref(), &request)
    }

    /// Returns the container of an earlier, equal request.
    ///
    /// # Errors
    ///
    /// `conflict` if the earlier request was another one, `reference_ended` if the container was
    /// retired since.
    pub fn earlier(&self, reader: Reader<'_>) -> Result<Option<Container>> {
        let Some(idempotency) = self.idempotency()? else { return Ok(None) };
        let Some(serial) = idempotency.subject(reader)? else { return Ok(None) };
        let container = lookup::container(reader, &serial.parse()?)?;
        if container.retired_at.is_some() {
            let message = format!(
                "reference {} was used for container {serial}, which is retired",
                idempotency.reference()
            );
            return Err(Error::new(ErrorCode::ReferenceEnded, message)
                .advice("use a new reference for a new container")
                .into());
        }
        Ok(Some(container))
    }

    /// Returns the new container of a customer. Its serial and user name are placeholders until it
    /// is written.
    ///
    /// # Errors
    ///
    /// `not_found` for an unknown user, `wrong_state` for a retired customer, `exists` for hardware
    /// or a key of an existing container.
    pub(crate) fn decide(
        &self,
        reader: Reader<'_>,
        customer: &Customer,
        now: Timestamp,
    ) -> Result<Container> {
        check_not_retired(Noun::Customer, customer.code.as_str(), customer.retired_at.as_deref())?;
        let user = self
            .user
            .as_ref()
            .map(|user| lookup::user(reader, &customer.code, user))
            .transpose()?;
        if let Some(hardware) = &self.hardware
            && let Some((serial, owner)) = reader.find_hardware(hardware)?
        {
            let message =
                format!("hardware {hardware} is already container {serial} of customer {owner}");
            return Err(Error::new(ErrorCode::Exists, message)
                .remedy(Remedy::RecycleFirst { container: serial.to_string() })
                .into());
        }
        if let Some(request) = &self.request
            && let Some((serial, owner)) = reader.find_container_key(&request.key)?
        {
            let message = format!(
                "the key of this request already belongs to container {serial} of customer {owner}"
            );
            let hint = match lookup::container(reader, &serial.parse()?)?.retired_at {
                None => {
                    "write an update file to change the licenses of the container; for another \
                     container, create a request in another folder"
                }
                Some(_) => {
                    "the container is retired: on the customer's computer, remove the folder of \
                     the container and create a request in a new folder"
                }
            };
            return Err(Error::new(ErrorCode::Exists, message).advice(hint).into());
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
                customer.code.clone(),
                now,
            )
        })
    }
}

/// A request to create a container.
#[derive(Clone, Debug)]
pub struct CreateContainer {
    /// The container.
    pub order: ContainerOrder,
    /// True if existing hardware of the same customer is not an error.
    pub if_missing: bool,
    /// The key that the user named for the credential of a cloud container.
    pub key: Option<Slug>,
    /// The purpose for which the credential is signed.
    pub purpose: Purpose,
}

/// A container that existed before the request.
#[derive(Clone, Debug, PartialEq)]
pub enum Existing {
    /// The container of an earlier, equal request.
    Repeated(Container),
    /// A container with the hardware or the key of the request.
    SameHardware(Container),
}

/// The effects of a creation.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePlan {
    /// The new container. Its serial and user name are placeholders until it is written.
    pub container: Container,
    /// The containers of similar computers that are not retired.
    pub alike: Vec<Container>,
    /// The credential of a cloud container.
    pub credential: Option<NewCredential>,
    idempotency: Option<IdempotencyReference>,
}

impl CreateContainer {
    fn is_cloud(&self) -> bool {
        self.order.kind == ContainerKind::Cloud
    }

    /// Returns an existing container that makes the request succeed without a change.
    fn find_existing(&self, reader: Reader<'_>) -> Result<Option<Existing>> {
        if let Some(container) = self.order.earlier(reader)? {
            return Ok(Some(Existing::Repeated(container)));
        }
        let found = match (&self.order.request, &self.order.hardware) {
            _ if !self.if_missing => None,
            (Some(request), _) => reader.find_container_key(&request.key)?,
            (None, Some(hardware)) => reader.find_hardware(hardware)?,
            (None, None) => None,
        };
        let Some((serial, owner)) = found else { return Ok(None) };
        let is_own = owner.eq_ignore_ascii_case(self.order.customer.as_str());
        let container = lookup::container(reader, &serial.parse()?)?;
        let container =
            Some(container).filter(|container| is_own && container.retired_at.is_none());
        Ok(container.map(Existing::SameHardware))
    }
}

impl UseCase for CreateContainer {
    type Plan = CreatePlan;
    type Unchanged = Existing;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<CreatePlan, Existing>> {
        if let Some(existing) = self.find_existing(reader)? {
            return Ok(Decision::Unchanged(existing));
        }
        let customer = lookup::customer(reader, &self.order.customer)?;
        let container = self.order.decide(reader, &customer, now)?;
        let alike = alike(reader, &container.properties)?;
        let credential = self.is_cloud().then(|| {
            let need = key_need(self.key.as_ref(), self.purpose.clone());
            NewCredential::plan(&container, customer, 1, &need)
        });
        let idempotency = self.order.idempotency()?;
        Ok(Decision::Change(CreatePlan { container, alike, credential, idempotency }))
    }
}

impl Plan for CreatePlan {
    fn needs(&self) -> Needs {
        self.credential.as_ref().map(NewCredential::needs).unwrap_or_default()
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        insert(unit.tx, &mut self.container, unit.random)?;
        if let Some(idempotency) = &self.idempotency {
            idempotency.keep(unit.tx, self.container.serial.as_str(), unit.now)?;
        }
        if let Some(new) = &mut self.credential {
            new.write(unit, &self.container)?;
            let credential = &new.credential;
            self.container.credential = Some((credential.generation, credential.issued_at.clone()));
        }
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let container = &self.container;
        let created = NewEntry::of("container.create", container.serial.as_str(), container);
        let issued = self.credential.iter().map(|new| {
            let credential = &new.credential;
            NewEntry::of(
                "credential.issue",
                credential.serial.as_str(),
                &IssueDetail::of(credential),
            )
        });
        std::iter::once(created).chain(issued).collect()
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.credential.iter().try_for_each(|new| new.sign(signing, &self.container))
    }
}

/// Returns the containers of similar computers that are not retired. Their licenses may need a
/// recovery, not a new sale.
fn alike(reader: Reader<'_>, properties: &Properties) -> Result<Vec<Container>> {
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

/// Generates the serial and the user name of a new container, and inserts its row.
pub fn insert(
    tx: &Transaction<'_>,
    container: &mut Container,
    random: &mut Random<'_>,
) -> Result<()> {
    let reader = tx.reader();
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
    Ok(tx.insert_container(container)?)
}
