//! The update of a container: the file with its complete content.

use std::collections::BTreeSet;

use licentia_runtime::{Edition, MAX_LISTS, MAX_TEXT};

use crate::domain::audit::NewEntry;
use crate::domain::audit::container::UpdateDetail;
use crate::domain::container::Container;
use crate::domain::key::{Key, Purpose};
use crate::domain::name::{Slug, count_of};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode, Random};
use crate::ops::audit::evidence::Evidence;
use crate::ops::container::carried_by;
use crate::ops::container::contents::{check_contents, check_others};
use crate::ops::container::file::{ContainerFile, Newest, SignsFile};
use crate::ops::container::stale::{StaleContext, find_stale};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{
    Decision, FileKind, HomeSnapshot, Needs, Plan, PlannedFile, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::ids::jti;
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::lookup;
use crate::ops::materials::Materials;
use crate::ops::status::last_list::LastList;
use crate::signing;
use crate::signing::TokenSigner;
use crate::signing::update::Contents;
use crate::store::{Carried, Reader, SignedKeySet, SignedStatus, SignedUpdate, Transaction};

/// A request for the update of a container.
#[derive(Clone, Debug)]
pub struct UpdateContainer {
    /// The container's serial.
    pub container: Serial,
    /// True if the update contains the vendor's time.
    pub time: bool,
    /// The key that the user named.
    pub key: Option<Slug>,
}

/// A new update of a container. Its id and token are empty until the update is written and signed.
#[derive(Clone, Debug)]
pub struct UpdatePlan {
    /// The container, at the counter of the update.
    pub container: Container,
    /// The update.
    pub update: SignedUpdate,
    /// The licenses of the container that are not in the update, because the keys of their files
    /// were revoked.
    pub left_out: Vec<String>,
    /// The context that another site may have and that the update makes stale.
    pub stale: Option<StaleContext>,
    time: bool,
    carried: Vec<Carried>,
    sources: Sources,
    need: KeyNeed,
}

impl UseCase for UpdateContainer {
    type Plan = UpdatePlan;
    type Unchanged = Newest;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<UpdatePlan, Newest>> {
        let container = lookup::container(reader, &self.container)?;
        let sources = Sources::read(reader, &container, now)?;
        let counter = match sources.next(reader, &container, self.time)? {
            Next::Same(update) => {
                let (_, left_out) = carried_by(reader, &sources.keys, &container)?;
                let file = ContainerFile::from(&update);
                return Ok(Decision::Unchanged(Newest { container, file, left_out }));
            }
            Next::New(counter) => counter,
        };
        let need = key_need(self.key.as_ref());
        let plan = UpdatePlan::new(reader, &container, counter, sources)?;
        let stale = find_stale(reader, &plan.container)?;
        Ok(Decision::Change(UpdatePlan { stale, time: self.time, need, ..plan }))
    }
}

fn key_need(named: Option<&Slug>) -> KeyNeed {
    KeyNeed::Signing {
        edition: Edition::Commercial,
        kind: "update",
        purpose: Purpose::issue(),
        named: NamedKeys::exactly(named.map(std::slice::from_ref).unwrap_or_default()),
    }
}

impl UpdatePlan {
    fn new(
        reader: Reader<'_>,
        container: &Container,
        counter: u64,
        sources: Sources,
    ) -> Result<UpdatePlan> {
        let (carried, left_out) = carried_by(reader, &sources.keys, container)?;
        let update = SignedUpdate {
            counter,
            jti: String::new(),
            kid: String::new(),
            keyset_version: sources.keyset.version,
            issued_at: String::new(),
            token: newest_row(&sources.lists),
            text: String::new(),
        };
        let container = Container { counter, issued: Some(counter), ..container.clone() };
        let need = key_need(None);
        Ok(UpdatePlan {
            container,
            update,
            left_out,
            stale: None,
            time: false,
            carried,
            sources,
            need,
        })
    }

    /// Returns the newest update of a container if it is up to date, else the next one, which
    /// another change signs. [`UpdatePlan::complete`] adds the licenses.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a retired container, `suspect`; the faults of the database.
    pub fn next(
        reader: Reader<'_>,
        container: &Container,
        need: &KeyNeed,
        now: Timestamp,
    ) -> Result<NextUpdate> {
        let sources = Sources::read(reader, container, now)?;
        let counter = match sources.next(reader, container, false)? {
            Next::Same(update) => return Ok(NextUpdate::Same(update)),
            Next::New(counter) => counter,
        };
        let plan = UpdatePlan::new(reader, container, counter, sources)?;
        Ok(NextUpdate::New(Box::new(UpdatePlan { need: need.clone(), ..plan })))
    }

    /// Generates the id of the update, and writes the counter of the container.
    ///
    /// # Errors
    ///
    /// The faults of the database, `key_missing`.
    pub fn identify(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let kid = unit.signers.get(&self.need)?.kid();
        self.write_counter(unit.tx, kid, unit.now, unit.random)
    }

    /// Signs the update with the current licenses of the container, and stores it. `own` has the
    /// licenses that the change itself has compared.
    ///
    /// # Errors
    ///
    /// `wrong_state` if the licenses do not fit into a token; the faults of the database.
    pub fn complete(&mut self, signing: &SigningPhase<'_>, own: &BTreeSet<&str>) -> Result<()> {
        let (carried, left_out) =
            carried_by(signing.tx.reader(), &self.sources.keys, &self.container)?;
        (self.carried, self.left_out) = (carried, left_out);
        check_others(signing, &self.container.serial, &self.carried, own)?;
        self.store(&signing.materials(&self.need)?)
    }

    /// Generates the id of the update, and writes the counter of the container.
    fn write_counter(
        &mut self,
        tx: &Transaction<'_>,
        kid: &str,
        now: Timestamp,
        random: &mut Random<'_>,
    ) -> Result<()> {
        self.update.jti = jti(now, random);
        self.update.kid = kid.to_owned();
        self.update.issued_at = now.to_string();
        Ok(tx.set_container(&self.container)?)
    }

    /// Signs the update, and stores it.
    fn store(&mut self, materials: &Materials<'_>) -> Result<()> {
        let Materials { tx, vendor, signer, now } = *materials;
        self.update.text = self.signed_text(vendor, signer, now)?;
        tx.insert_update(&self.container.serial, &self.update)?;
        Ok(tx.set_signed(&self.update.kid)?)
    }

    /// Signs the update. Status lists are omitted if the token would be too long, because
    /// applications can get them elsewhere, unlike licenses.
    ///
    /// # Errors
    ///
    /// `wrong_state` if the licenses do not fit into a token.
    fn signed_text(
        &self,
        vendor: &Vendor,
        signer: TokenSigner<'_>,
        now: Timestamp,
    ) -> Result<String> {
        let mut contents = Contents {
            licenses: self.carried.iter().map(|carried| carried.text.clone()).collect(),
            keyset: self.sources.keyset.text.clone(),
            time: self.time,
            status: self.sources.lists.iter().map(|list| list.text.clone()).collect(),
        };
        let sign = |contents: Contents| {
            let (container, jti) = (&self.container, &self.update.jti);
            signing::update::sign(signer, vendor, container, contents, jti, now.as_second())
        };
        let mut text = sign(contents.clone());
        if text.len() > MAX_TEXT && !contents.status.is_empty() {
            contents.status.clear();
            text = sign(contents);
        }
        if text.len() <= MAX_TEXT {
            return Ok(text);
        }
        let message = format!(
            "the update of container {} with {} would have {} bytes; at most {MAX_TEXT} bytes are \
             allowed",
            self.container.serial,
            count_of(self.carried.len(), "license"),
            text.len()
        );
        Err(Error::new(ErrorCode::WrongState, message)
            .advice("move some licenses to another container")
            .into())
    }
}

impl Plan for UpdatePlan {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        check_contents(home, &self.container.serial, &self.carried)
    }

    fn needs(&self) -> Needs {
        Needs { keys: vec![self.need.clone()], ..Needs::default() }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let kid = unit.signers.get(&self.need)?.kid();
        self.write_counter(unit.tx, kid, unit.now, unit.random)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let (container, update) = (&self.container, &self.update);
        let detail = UpdateDetail {
            counter: update.counter,
            licenses: &container.licenses,
            blocked: container.block.as_ref().map(|block| block.code.as_str()),
            time: self.time,
            jti: &update.jti,
            kid: &update.kid,
            left_out: &self.left_out,
        };
        vec![NewEntry::of("container.update", container.serial.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let materials = signing.materials(&self.need)?;
        self.store(&materials)
    }

    fn files(&self) -> Vec<PlannedFile> {
        vec![self.file().output(FileKind::Update, &self.container.serial)]
    }
}

impl SignsFile for UpdatePlan {
    fn container(&self) -> &Container {
        &self.container
    }

    fn file(&self) -> ContainerFile {
        ContainerFile::from(&self.update)
    }
}

/// The update of a container that another change hands out.
#[derive(Clone, Debug)]
pub enum NextUpdate {
    /// The newest update, which is up to date.
    Same(SignedUpdate),
    /// A new update.
    New(Box<UpdatePlan>),
}

/// The decision about the next update of a container.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// The newest update, which is up to date.
    Same(SignedUpdate),
    /// A new update with this counter.
    New(u64),
}

/// Decides whether the newest update of a container is up to date.
///
/// # Errors
///
/// `wrong_state` for a retired container, `suspect`.
pub fn next(reader: Reader<'_>, container: &Container, now: Timestamp) -> Result<Next> {
    Sources::read(reader, container, now)?.next(reader, container, false)
}

/// The parts of an update that do not depend on its container alone.
#[derive(Clone, Debug)]
struct Sources {
    /// All keys.
    keys: Vec<Key>,
    /// The newest key set.
    keyset: SignedKeySet,
    /// The newest published status lists to which the licenses in the container refer.
    lists: Vec<SignedStatus>,
}

impl Sources {
    fn read(reader: Reader<'_>, container: &Container, now: Timestamp) -> Result<Sources> {
        let keys = reader.list_keys()?;
        let keyset = reader.find_keyset()?.context("the home has no key set")?;
        let lists = lists_of(reader, container, now)?;
        Ok(Sources { keys, keyset, lists })
    }

    fn next(&self, reader: Reader<'_>, container: &Container, time: bool) -> Result<Next> {
        container.check_kept("updated")?;
        container.check_found("updated")?;
        // A block is sent to a suspect container too, and nothing else. Its counter is above every
        // counter that the container may have.
        let above = match (&container.block, &container.suspicion) {
            (Some(_), Some(suspicion)) => suspicion.seen,
            _ => {
                container.check_not_suspect()?;
                0
            }
        };
        if container.counter <= above {
            return Ok(Next::New(above + 1));
        }
        let newest = reader.find_update(&container.serial, None)?;
        let Some(update) = newest.filter(|update| update.counter == container.counter) else {
            return Ok(Next::New(container.counter));
        };
        let is_same = update.keyset_version == self.keyset.version
            && newest_row(&self.lists) <= update.token
            && !time;
        // Another key set, status list or time is a change too.
        Ok(if is_same { Next::Same(update) } else { Next::New(container.counter + 1) })
    }
}

/// Returns the newest published status lists to which the licenses in a container refer; none for a
/// suspect container. A list that applications refuse would make the whole update invalid.
///
/// # Errors
///
/// `tampered` for a list that was changed in the database.
fn lists_of(
    reader: Reader<'_>,
    container: &Container,
    now: Timestamp,
) -> Result<Vec<SignedStatus>> {
    if container.suspicion.is_some() {
        return Ok(Vec::new());
    }
    let vendor = reader.find_vendor()?;
    let evidence = Evidence::open(reader, &vendor, now)?;
    let numbers = reader.list_lists_named_in(&container.serial)?.into_iter().take(MAX_LISTS);
    let lists = numbers.map(|number| LastList::find(&evidence, number)?.unchanged(number));
    Ok(lists.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn newest_row(lists: &[SignedStatus]) -> Option<u64> {
    lists.iter().map(|list| list.row).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ErrorCode;
    use crate::domain::audit::{LogHash, START};
    use crate::domain::license::tests::now;
    use crate::domain::product::ContainerKind;
    use crate::ops::test_front_end::{TestHome, code_of};

    #[test]
    fn an_update_that_no_container_reads_is_refused() {
        let mut home = TestHome::new();
        let container = home.container(ContainerKind::Dongle, "c");
        let request = UpdateContainer { container, time: false, key: None };
        let plan = request.plan(home.store.reader(), now()).expect("a plan");
        let Decision::Change(mut plan) = plan else { panic!("an update exists") };
        let signer = home.private_keys().commercial.with_log(LogHash::of_last(START));
        let vendor = home.vendor();
        assert!(plan.signed_text(vendor, signer, now()).is_ok());
        let text = "x".repeat(MAX_TEXT);
        let (license, kid, issued_at) = ("L".to_owned(), "k".to_owned(), now().to_string());
        plan.carried = vec![Carried { license, kid, issued_at, text }];
        let error = plan.signed_text(vendor, signer, now()).expect_err("an error");
        assert_eq!(code_of(&error), ErrorCode::WrongState);
    }
}
