//! The context of a cloud container: its state, signed for another site. That site changes the
//! container until its update is imported here.

use licentia_runtime::{Edition, MAX_TEXT, RESERVED, Reserved, inspect};
use serde_json::Value;

use crate::domain::audit::NewEntry;
use crate::domain::audit::container::ContextDetail;
use crate::domain::container::Container;
use crate::domain::customer::Customer;
use crate::domain::key::Purpose;
use crate::domain::name::{Slug, count_of};
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::contents::check_contents;
use crate::ops::container::file::{ContainerFile, Newest, SignsFile};
use crate::ops::container::{carried, is_revoked};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{
    Decision, FileKind, HomeSnapshot, Needs, Plan, PlannedFile, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::ids::jti;
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::lookup;
use crate::signing;
use crate::store::{Carried, Reader, SignedContext};

/// A request for the context of a container.
#[derive(Clone, Debug)]
pub struct WriteContext {
    /// The container's serial.
    pub container: Serial,
    /// The key that the user named.
    pub key: Option<Slug>,
}

/// A new context of a container. Its id and token are empty until the context is written and
/// signed.
#[derive(Clone, Debug)]
pub struct ContextPlan {
    /// The container.
    pub container: Container,
    /// The context.
    pub context: SignedContext,
    /// The licenses of the container that are not in the context, because the keys of their files
    /// were revoked.
    pub left_out: Vec<String>,
    customer: Customer,
    carried: Vec<Carried>,
    need: KeyNeed,
}

impl UseCase for WriteContext {
    type Plan = ContextPlan;
    type Unchanged = Newest;

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<ContextPlan, Newest>> {
        let container = keeps(reader, &self.container)?;
        if let Some(context) = current(reader, &container)? {
            let file = ContainerFile::from(&context);
            return Ok(Decision::Unchanged(Newest { container, file, left_out: Vec::new() }));
        }
        let customer = lookup::customer(reader, &container.customer)?;
        let (carried, left_out) = carried(reader, &container)?;
        let context = SignedContext {
            counter: container.counter,
            jti: String::new(),
            kid: String::new(),
            issued_at: String::new(),
            text: String::new(),
            imported_at: None,
        };
        let need = KeyNeed::Signing {
            edition: Edition::Commercial,
            kind: "context",
            purpose: Purpose::issue(),
            named: NamedKeys::exactly(self.key.as_slice()),
        };
        Ok(Decision::Change(ContextPlan { container, context, left_out, customer, carried, need }))
    }
}

impl Plan for ContextPlan {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        check_contents(home, &self.container.serial, &self.carried)
    }

    fn needs(&self) -> Needs {
        Needs { keys: vec![self.need.clone()], ..Needs::default() }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.context.kid = unit.signers.get(&self.need)?.kid().to_owned();
        self.context.jti = jti(unit.now, unit.random);
        self.context.issued_at = unit.now.to_string();
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let (container, context) = (&self.container, &self.context);
        let detail = ContextDetail {
            counter: context.counter,
            licenses: &container.licenses,
            jti: &context.jti,
            kid: &context.kid,
            left_out: &self.left_out,
        };
        vec![NewEntry::of("container.context", container.serial.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let materials = signing.materials(&self.need)?;
        let tx = signing.tx;
        // The indexes are taken before the context has a row, and are reserved for it afterwards.
        let (list, idx) = tx.find_free(RESERVED, signing.front_end.entropy())?;
        let status = Reserved { uri: signing.vendor.list_uri(list), idx: idx.clone() };
        let licenses = self.carried.iter().map(|carried| carried.text.clone()).collect();
        self.context.text = signing::context::sign(
            materials.signer,
            signing.vendor,
            (&self.container, &self.customer),
            licenses,
            status,
            &self.context.jti,
            signing.now.as_second(),
        );
        self.check_length()?;
        tx.insert_context(&self.container.serial, &self.context)?;
        tx.insert_reserved(&self.context.jti, list, &idx)?;
        Ok(tx.set_signed(&self.context.kid)?)
    }

    fn files(&self) -> Vec<PlannedFile> {
        vec![self.file().output(FileKind::Context, &self.container.serial)]
    }
}

impl ContextPlan {
    fn check_length(&self) -> Result<(), Error> {
        if self.context.text.len() <= MAX_TEXT {
            return Ok(());
        }
        let message = format!(
            "the context of container {} with {} would have {} bytes; at most {MAX_TEXT} bytes are \
             allowed",
            self.container.serial,
            count_of(self.carried.len(), "license"),
            self.context.text.len()
        );
        Err(Error::new(ErrorCode::WrongState, message)
            .advice("move some licenses to another container"))
    }
}

impl SignsFile for ContextPlan {
    fn container(&self) -> &Container {
        &self.container
    }

    fn file(&self) -> ContainerFile {
        ContainerFile::from(&self.context)
    }
}

/// Returns a cloud container of this home, whose state can be signed for another site.
///
/// # Errors
///
/// `wrong_kind` for hardware, whose state is in the hardware; `wrong_state` for a container that is
/// retired or that another home keeps.
pub fn keeps(reader: Reader<'_>, serial: &Serial) -> Result<Container> {
    let container = lookup::container(reader, serial)?;
    if container.kind != ContainerKind::Cloud {
        let message =
            format!("container {serial} is {}, not a cloud container", container.kind.called());
        return Err(Error::new(ErrorCode::WrongKind, message)
            .advice("only cloud containers can be changed at a second site")
            .into());
    }
    container.check_own()?;
    container.check_kept("changed at a second site")?;
    Ok(container)
}

/// Returns the newest context of a container, if it is up to date, applications accept its keys,
/// and no update based on it was imported.
pub fn current(reader: Reader<'_>, container: &Container) -> Result<Option<SignedContext>> {
    let newest = reader.find_context(&container.serial, None)?;
    let Some(context) = newest
        .filter(|context| context.counter == container.counter && context.imported_at.is_none())
    else {
        return Ok(None);
    };
    let (_, refused) = carried(reader, container)?;
    let is_spoilt = texts_in(&context.text)?.iter().any(|(license, _)| refused.contains(license));
    let is_true = !is_spoilt && !is_revoked(&reader.list_keys()?, &context.kid);
    Ok(is_true.then_some(context))
}

/// Returns the serials of the licenses in a stored context, each with the id of its file.
pub(super) fn texts_in(text: &str) -> Result<Vec<(String, String)>> {
    let found = inspect::unverified(text).context("a context of the database")?;
    let texts: Vec<String> =
        serde_json::from_value(found.claims.get("licenses").cloned().unwrap_or_default())
            .context("the licenses of a context of the database")?;
    let named = |text: &String| {
        let found = inspect::unverified(text).context("a license of the database")?;
        let member = |name: &str| {
            found.claims.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        Ok((member("sub"), member("jti")))
    };
    texts.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::license::tests::now;
    use crate::domain::product::ContainerKind;
    use crate::ops::test_front_end::TestHome;

    #[test]
    fn a_context_that_no_reader_takes_is_refused() {
        let mut home = TestHome::new();
        let container = home.container(ContainerKind::Cloud, "c");
        let request = WriteContext { container, key: None };
        let plan = request.plan(home.store.reader(), now()).expect("a plan");
        let Decision::Change(mut plan) = plan else { panic!("a context exists") };
        plan.context.text = "x".repeat(MAX_TEXT);
        assert_eq!(plan.check_length(), Ok(()));
        plan.context.text.push('x');
        let error = plan.check_length().expect_err("an error");
        assert_eq!(error.code, ErrorCode::WrongState);
    }
}
