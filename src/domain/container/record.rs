//! The JSON record of a container, which is its audit detail.

use serde::{Serialize, Serializer};

use crate::domain::audit::personal::Personal;
use crate::domain::container::Container;
use crate::domain::container::suspicion::Suspicion;
use crate::domain::name::{Name, Username, count_of};

/// The JSON members of a container, in order.
#[derive(Serialize)]
struct ContainerRecord<'a> {
    serial: &'a str,
    kind: &'static str,
    customer: &'a str,
    user: Option<&'a Username>,
    label: Option<&'a Name>,
    hardware: Option<&'a str>,
    username: Option<Personal<&'a str>>,
    state: &'static str,
    counter: u64,
    confirmed_counter: Option<u64>,
    key: Option<String>,
    /// The names of the properties, without their hashes.
    properties: Vec<&'a String>,
    context: Option<&'a str>,
    suspicion: Option<&'a Suspicion>,
    issued_counter: Option<u64>,
    credential_generation: Option<u32>,
    credential_issued_at: Option<&'a str>,
    licenses: &'a [String],
    blocked: Option<&'a str>,
    block_reason: Option<Personal<&'a str>>,
    blocked_at: Option<&'a str>,
    block_enforced_at: Option<&'a str>,
    lost_at: Option<&'a str>,
    retired_at: Option<&'a str>,
    reference: Option<&'a str>,
    created_at: &'a str,
}

impl Serialize for Container {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (block, credential) = (self.block.as_ref(), self.credential.as_ref());
        let record = ContainerRecord {
            serial: self.serial.as_str(),
            kind: self.kind.as_str(),
            customer: self.customer.as_str(),
            user: self.user.as_ref(),
            label: self.label.as_ref(),
            hardware: self.hardware.as_ref().map(|hardware| hardware.as_str()),
            username: self.username.as_deref().map(Personal),
            state: self.state().as_str(),
            counter: self.counter,
            confirmed_counter: self.confirmed,
            key: self.kid(),
            properties: self.properties.keys().collect(),
            context: self.context.as_deref(),
            suspicion: self.suspicion.as_ref(),
            issued_counter: self.issued,
            credential_generation: credential.map(|(generation, _)| *generation),
            credential_issued_at: credential.map(|(_, at)| at.as_str()),
            licenses: &self.licenses,
            blocked: block.map(|block| block.code.as_str()),
            block_reason: block.map(|block| Personal(block.reason.as_str())),
            blocked_at: block.map(|block| block.at.as_str()),
            block_enforced_at: block.map(|block| block.enforced_at.as_str()),
            lost_at: self.lost_at.as_deref(),
            retired_at: self.retired_at.as_deref(),
            reference: self.reference.as_ref().map(|reference| reference.as_str()),
            created_at: &self.created_at,
        };
        record.serialize(serializer)
    }
}

impl Container {
    /// Returns a summary for people: `cloud, customer nordwind, user anna, label "Hamburg",
    /// 2 licenses, active`.
    pub fn summary(&self) -> String {
        let user = self.user.as_ref().map(|user| format!(", user {user}")).unwrap_or_default();
        let label = self
            .label
            .as_ref()
            .map(|label| format!(", label {:?}", label.as_str()))
            .unwrap_or_default();
        let hardware = self.hardware.as_ref();
        let hardware =
            hardware.map(|hardware| format!(", hardware {hardware}")).unwrap_or_default();
        let licenses = count_of(self.licenses.len(), "license");
        let (kind, state) = (self.kind.as_str(), self.state().as_str());
        format!("{kind}, customer {}{user}{label}{hardware}, {licenses}, {state}", self.customer)
    }
}
