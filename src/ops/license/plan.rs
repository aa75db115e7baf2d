//! Plans of changes of licenses. A plan consists of steps, depends only on the database, and is
//! applied in one transaction. Each revision of a delivered license has a new file. If the new
//! revision grants less, the status list ends the older files.

use std::collections::{BTreeMap, BTreeSet};

use licentia_runtime::{Edition, Reserved};

use crate::domain::audit::NewEntry;
use crate::domain::audit::license::ChangeNote;
use crate::domain::container::{Container, Receipt};
use crate::domain::customer::{Customer, User};
use crate::domain::key::{Key, Purpose, within_scope, within_scope_of_entry};
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, ActivationId, File, Pair, StoredIds, pairs};
use crate::domain::license::entitlement::Entitlement;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::{Slug, Username};
use crate::domain::product::Product;
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::ticket::Ticket;
use crate::domain::time::{Timestamp, after_days};
use crate::domain::vendor::{Listed, Vendor};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{self, Basis};
use crate::ops::impact::Sale;
use crate::ops::lookup;
use crate::ops::reference::IdempotencyReference;
use crate::ops::session::stranded;
use crate::signing;
use crate::signing::license::LicenseRecords;
use crate::store::{Reader, SignedContext, SignedUpdate};

/// Days after which an older file ends if it grants more than the next one.
pub const END_OLD: u32 = 30;

/// The decision about a change of licenses.
pub type Decision<P = ()> = execute::Decision<LicensePlan<P>, UnchangedLicense>;

/// A license that a request does not change: the result of an earlier, equal request, or a license
/// that already has the requested values.
#[derive(Clone, Debug, PartialEq)]
pub struct UnchangedLicense {
    /// The license.
    pub license: License,
    /// The files to write again.
    pub files: Files,
}

impl From<License> for Decision {
    fn from(license: License) -> Decision {
        Decision::Unchanged(UnchangedLicense { license, files: Files::All })
    }
}

/// The changes of a plan, in this order.
#[derive(Clone, Debug, PartialEq)]
pub struct LicensePlan<P = ()> {
    /// The steps, one for each license.
    pub steps: Vec<Step>,
    /// The user who is changed before the steps, or removed after them.
    pub user: Option<UserChange>,
    /// The redeemed ticket after the change.
    pub ticket: Option<Ticket>,
    /// The container of the change, after the change.
    pub container: Option<Container>,
    /// The imported document that causes the change.
    pub received: Option<Received>,
    /// Audit entries in addition to those of the steps.
    pub entries: Vec<NewEntry>,
    /// The idempotency reference. Its result is the license of the first step.
    pub idempotency: Option<IdempotencyReference>,
    /// The purpose of the signatures.
    pub purpose: Purpose,
    /// The keys that the user named.
    pub key_names: Vec<Slug>,
    /// The editions of the rights that the change grants. A key of each edition signs the audit
    /// entries, also if no file is signed.
    pub grants: Vec<Edition>,
    /// The files to write.
    pub selected_files: Files,
    /// The unchanged licenses whose files are written again.
    pub repeated: Vec<License>,
    /// The licenses that are skipped because they differ from their signed files, each with the
    /// difference.
    pub tampered: Vec<String>,
    /// The licenses whose first files are signed, and that only a key for audit entries has
    /// granted; empty until the plan is examined.
    pub sales: Vec<Sale>,
    /// True if the rows were compared with the log under the lock.
    pub is_examined: bool,
    /// The contexts of other sites that the change makes stale; empty until the change is written.
    pub stale: Vec<String>,
    /// The facts for the answer.
    pub payload: P,
}

/// A selection of the files of a license.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Files {
    /// All of them.
    #[default]
    All,
    /// The file of a container; the unbound file for `None`.
    Of(Option<String>),
}

impl Files {
    /// Returns whether the selection includes the file of an activation.
    pub fn includes(&self, activation: &Activation) -> bool {
        match self {
            Files::All => true,
            Files::Of(container) => container.as_deref() == activation.container(),
        }
    }
}

/// A received document that causes a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// A receipt of a container.
    Receipt(Receipt),
    /// An update that a second site signed, and the id of the context on which it is based.
    Update(SignedUpdate, String),
    /// A context that the home signed for this site, of a known or unknown container.
    Context {
        /// The context.
        signed: SignedContext,
        /// The indexes of the home's status list that are reserved for this site.
        status: Reserved,
        /// True if the container was unknown.
        is_new: bool,
    },
}

/// A license file that another site signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// The file.
    pub file: File,
    /// The activation of the file.
    pub activation: ActivationId,
    /// The URI of the status list in the file, and the index in that list.
    pub status: (String, u32),
    /// True if the home that keeps the license signed the file. That home counts the files of its
    /// keys.
    pub adopted: bool,
}

/// The change of a user.
#[derive(Clone, Debug, PartialEq)]
pub enum UserChange {
    /// The username before the change, and the user after the change.
    Edited(Username, User),
    /// The user who is removed.
    Removed(User),
}

/// The product and the customer of a license, whose names are in its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Parties {
    /// The product.
    pub product: Product,
    /// The customer.
    pub customer: Customer,
}

impl Parties {
    /// Looks up the product and the customer of an entitlement.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn of(reader: Reader<'_>, entitlement: &Entitlement) -> Result<Parties> {
        let product = lookup::product(reader, &entitlement.product)?;
        Ok(Parties { product, customer: lookup::customer(reader, &entitlement.customer)? })
    }

    /// Returns the records that the files of the license refer to.
    pub fn records<'a>(&'a self, vendor: &'a Vendor) -> LicenseRecords<'a> {
        LicenseRecords { vendor, product: &self.product, customer: &self.customer }
    }
}

/// The change of one license.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The audit action: `noun.verb`.
    pub action: &'static str,
    /// The license before the change; `None` for a new one, whose serial is generated when it is
    /// written.
    pub before: Option<License>,
    /// The license after the change.
    pub after: License,
    /// The product, for the file.
    pub product: Product,
    /// The customer, for the file.
    pub customer: Customer,
    /// True if only seats move. In that case, only activations with another number of seats get a
    /// new file.
    pub moves: bool,
    /// The instant at which the status entries end the older files; `None` if their ends do not
    /// change.
    pub old_files_end: Option<Timestamp>,
    /// The live sessions that end, each with the reason that its next touch reports.
    pub sessions: Vec<Session>,
    /// The live sessions that continue under this license.
    pub taken_over: Vec<Serial>,
    /// The imported file of the license. With an imported file, no file is signed here.
    pub imported: Option<ImportedFile>,
    /// Further facts for the audit log.
    pub note: ChangeNote,
}

impl Step {
    /// Returns a change of a license that ends the sessions which the license no longer allows.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn ending_sessions(
        reader: Reader<'_>,
        action: &'static str,
        before: License,
        after: License,
        parties: Parties,
        now: Timestamp,
    ) -> Result<Step> {
        let sessions = stranded(reader, &after, now)?;
        Ok(Step::of(action, before, after, parties, now).ending(sessions))
    }

    /// Returns a change of a license. If the new revision grants less, the older files end 30 days
    /// from now.
    pub fn of(
        action: &'static str,
        before: License,
        after: License,
        parties: Parties,
        now: Timestamp,
    ) -> Step {
        let is_revised = after.revision > before.revision;
        let step = Step { before: Some(before), ..Step::new(action, after, parties) };
        let ends = step.before.as_ref().is_some_and(|before| {
            // Unallocated seats are in no file.
            let seats = if step.has_fewer_seats() {
                before.entitlement.seats
            } else {
                step.after.entitlement.seats
            };
            is_revised
                && Entitlement { seats, ..before.entitlement.clone() }
                    .gives_more_than(&step.after.entitlement)
        });
        Step { old_files_end: ends.then(|| after_days(now, END_OLD)), ..step }
    }

    /// Returns the step of a new license.
    pub fn new(action: &'static str, after: License, parties: Parties) -> Step {
        Step {
            action,
            before: None,
            after,
            product: parties.product,
            customer: parties.customer,
            moves: false,
            old_files_end: None,
            sessions: Vec::new(),
            taken_over: Vec::new(),
            imported: None,
            note: ChangeNote::default(),
        }
    }

    /// Ends these live sessions of the license, each with its reason, and no others.
    #[must_use]
    pub fn ending(mut self, sessions: Vec<Session>) -> Step {
        let live = self.before.as_ref().map_or(0, |before| before.sessions);
        self.after.sessions =
            live.saturating_sub(u32::try_from(sessions.len()).unwrap_or(u32::MAX));
        self.sessions = sessions;
        self
    }

    /// Adds facts to the audit entry.
    #[must_use]
    pub fn noting(mut self, add: impl FnOnce(&mut ChangeNote)) -> Step {
        add(&mut self.note);
        self
    }

    /// Pairs the activations of the license after the change with those before it.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'_>> {
        let known = self.before.as_ref().map_or(&[][..], |before| &before.activations);
        pairs(known, &self.after.activations)
    }

    /// Returns the activations that get a new file.
    pub fn fresh(&self) -> Vec<&Activation> {
        if self.imported.is_some() {
            return Vec::new();
        }
        let is_revised =
            self.before.as_ref().is_none_or(|before| self.after.revision > before.revision);
        let is_fresh = |pair: &Pair<'_>| match pair.before {
            None => true,
            Some(before) if self.moves => before.seats != pair.after.seats,
            Some(_) => is_revised,
        };
        let live = self.pairs().filter(|pair| pair.after.is_live());
        live.filter(is_fresh).map(|pair| pair.after).collect()
    }

    /// Returns the containers whose content changes.
    pub fn changed_containers(&self) -> BTreeSet<&str> {
        let is_open = |license: &License| license.status == LifecycleStatus::Open;
        let was_open = self.before.as_ref().is_some_and(is_open);
        let is_open_now = is_open(&self.after);
        let (opens_or_closes, is_in_updates) = (was_open != is_open_now, was_open || is_open_now);
        let is_changed = |Pair { before, after }: &Pair<'_>| match before {
            // Pending removals from hardware have rows of their own.
            None => after.is_live() && is_in_updates || !after.is_live() && after.is_held(),
            // An update contains no license that is suspended or ended. A removal from hardware
            // takes effect with the next update.
            Some(before) => {
                before.is_live()
                    && (is_in_updates && (before != after || opens_or_closes)
                        || !after.is_live() && after.is_held())
            }
        };
        self.pairs().filter(is_changed).filter_map(|pair| pair.after.container()).collect()
    }

    /// Returns whether a person accepts the license with all its rows, so that they are not
    /// compared with the log.
    pub fn is_accepted(&self) -> bool {
        self.note.accepted.is_some()
    }

    /// Returns whether the step signs a file.
    pub fn signs(&self) -> bool {
        !self.fresh().is_empty()
    }

    pub(super) fn records<'a>(&'a self, vendor: &'a Vendor) -> LicenseRecords<'a> {
        LicenseRecords { vendor, product: &self.product, customer: &self.customer }
    }
}

impl From<LicensePlan> for Decision {
    fn from(plan: LicensePlan) -> Decision {
        Decision::Change(plan)
    }
}

impl LicensePlan {
    /// Returns the plan with an idempotency reference.
    #[must_use]
    pub fn under(self, idempotency: Option<IdempotencyReference>) -> LicensePlan {
        LicensePlan { idempotency, ..self }
    }

    /// Returns a plan of steps.
    pub fn of(steps: Vec<Step>) -> LicensePlan {
        LicensePlan {
            steps,
            user: None,
            ticket: None,
            container: None,
            received: None,
            entries: Vec::new(),
            idempotency: None,
            purpose: Purpose::issue(),
            key_names: Vec::new(),
            grants: Vec::new(),
            selected_files: Files::All,
            repeated: Vec::new(),
            tampered: Vec::new(),
            sales: Vec::new(),
            is_examined: false,
            stale: Vec::new(),
            payload: (),
        }
    }
}

impl<P> LicensePlan<P> {
    /// Returns the plan as a grant of the licenses that do not end with it.
    #[must_use]
    pub fn granting(mut self) -> LicensePlan<P> {
        let granted = self.steps.iter().filter(|step| !step.after.status.is_final());
        self.grants = granted.map(|step| step.after.entitlement.edition).collect();
        self.grants.sort();
        self.grants.dedup();
        self
    }

    /// Returns the plan with a commercial key without limits among its keys.
    #[must_use]
    pub fn with_full_key(mut self) -> LicensePlan<P> {
        self.grants.push(Edition::Commercial);
        self.grants.sort();
        self.grants.dedup();
        self
    }

    /// Returns whether a step grants a license without signing a file. Its entry is signed instead.
    fn grants_without_file(&self, step: &Step) -> bool {
        !step.signs()
            && !step.after.status.is_final()
            && self.grants.contains(&step.after.entitlement.edition)
    }

    /// Returns the number of signed entries of an edition without a file. Each counts as a file.
    pub(super) fn entries_without_file(&self, edition: Edition) -> usize {
        if self.steps.is_empty() && self.grants.contains(&edition) {
            return 1;
        }
        let of_edition = self.steps.iter().filter(|step| step.after.entitlement.edition == edition);
        of_edition.filter(|step| self.grants_without_file(step)).count()
    }

    /// Returns the plan with other facts for the answer.
    #[must_use]
    pub fn with<Q>(self, payload: Q) -> LicensePlan<Q> {
        LicensePlan {
            steps: self.steps,
            user: self.user,
            ticket: self.ticket,
            container: self.container,
            received: self.received,
            entries: self.entries,
            idempotency: self.idempotency,
            purpose: self.purpose,
            key_names: self.key_names,
            grants: self.grants,
            selected_files: self.selected_files,
            repeated: self.repeated,
            tampered: self.tampered,
            sales: self.sales,
            is_examined: self.is_examined,
            stale: self.stale,
            payload,
        }
    }

    /// Returns the products and customers of the licenses, which must not change before the plan is
    /// applied.
    pub fn parties(&self) -> Basis {
        let facts = self.steps.iter().map(|step| format!("{:?} {:?}", step.product, step.customer));
        Basis { name: "the product or the customer", facts: facts.collect() }
    }

    /// Returns whether the plan changes nothing.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
            && self.user.is_none()
            && self.container.is_none()
            && self.entries.is_empty()
    }

    /// Returns the editions of the signed files.
    pub fn signs(&self) -> Vec<Edition> {
        let mut editions: Vec<Edition> = self
            .steps
            .iter()
            .filter(|step| step.signs())
            .map(|step| step.after.entitlement.edition)
            .collect();
        editions.sort();
        editions.dedup();
        editions
    }

    /// Checks the files against the scopes of the signing keys, before any prompt for a passphrase.
    /// A granted license without a file is checked as if its file were signed.
    pub fn check_scope_of(
        &self,
        vendor: &Vendor,
        keys: &[Key],
        now: Timestamp,
    ) -> Result<(), Error> {
        self.check_own_home()?;
        let mut signed = BTreeMap::new();
        for step in &self.steps {
            let Some(key) =
                keys.iter().find(|key| key.edition == Some(step.after.entitlement.edition))
            else {
                continue;
            };
            let fresh = step.fresh();
            let files = fresh.len();
            if files == 0 && !self.grants_without_file(step) {
                continue;
            }
            // The files differ only in their places and numbers of seats. The file with the most
            // seats needs the largest scope.
            let most = fresh.into_iter().max_by_key(|activation| activation.seats);
            let claims = signing::license::claims(
                &step.after,
                most,
                step.records(vendor),
                "",
                now.as_second(),
                &Listed::default(),
            );
            for _ in 0..files.max(1) {
                let count = signed.entry(&key.kid).or_insert(0);
                let mut key = key.clone();
                key.files_signed += *count;
                *count += 1;
                if files == 0 {
                    within_scope_of_entry(&key, &claims, &self.purpose)?;
                } else {
                    within_scope(&key, &claims, &self.purpose)?;
                }
            }
        }
        Ok(())
    }

    /// Refuses to sign a file of a license that another home keeps.
    fn check_own_home(&self) -> Result<(), Error> {
        let belongs_to_first_home = |step: &&Step| {
            step.before.as_ref().is_some_and(|before| before.adopted) && step.signs()
        };
        let Some(step) = self.steps.iter().find(belongs_to_first_home) else { return Ok(()) };
        let message = format!(
            "license {} belongs to the home from which its container was adopted; only the other \
             home signs new files of the license",
            step.after.serial
        );
        Err(Error::new(ErrorCode::WrongState, message).advice(
            "return all seats of the license, or change the license at the other home and adopt \
                 the next context",
        ))
    }
}

impl Step {
    /// Replaces the ids of the new activations by the ids of their rows, which later statements
    /// use.
    pub(super) fn store_ids(&mut self, ids: &StoredIds) {
        let stored = |id: &mut ActivationId| *id = ids.get(id).copied().unwrap_or(*id);
        self.after.activations.iter_mut().for_each(|activation| stored(&mut activation.id));
        self.imported.iter_mut().for_each(|imported| stored(&mut imported.activation));
    }

    /// Returns whether a live activation has fewer seats than before.
    pub fn has_fewer_seats(&self) -> bool {
        self.pairs().any(|pair| pair.after.is_live() && pair.has_fewer_seats())
    }

    /// Returns the activations whose older files end: the live ones. If only seats move, those with
    /// fewer seats than before.
    pub fn ending_files(&self) -> impl Iterator<Item = &Activation> {
        let live = self.pairs().filter(|pair| pair.after.is_live() && self.old_files_end.is_some());
        live.filter(|pair| !self.moves || pair.has_fewer_seats()).map(|pair| pair.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::{Author, LogHash, START};
    use crate::domain::license::tests::{license, now, product};
    use crate::domain::name::{Name, Slug, Uri};
    use crate::domain::product::ContainerKind;
    use crate::domain::serial::Kind;
    use crate::ops::execute::{Creation, create};
    use crate::ops::home::init::{InitHome, Keys};
    use crate::ops::license::placement::place_of;
    use crate::store::Store;

    fn customer() -> Customer {
        Customer {
            code: Slug::stored("c".into()),
            name: Name::stored("C".into()),
            email: None,
            reference: None,
            retired_at: None,
            created_at: now().to_string(),
        }
    }

    fn container(number: u8) -> Container {
        let serial = Serial::random(Kind::Container, &mut |_, bytes: &mut [u8]| bytes.fill(number));
        let bare = Container::bare(serial, ContainerKind::Cloud, customer().code, now());
        Container { username: Some(format!("c-{number}")), ..bare }
    }

    fn step(before: Option<License>, after: License) -> Step {
        Step {
            action: "license.activate",
            before,
            after,
            product: product(),
            customer: customer(),
            moves: true,
            old_files_end: None,
            sessions: Vec::new(),
            taken_over: Vec::new(),
            imported: None,
            note: ChangeNote::default(),
        }
    }

    #[test]
    fn a_step_compares_an_activation_with_itself_wherever_it_stands() {
        let containers = [container(1), container(2), container(3)];
        let mut before = license(9);
        for (container, row) in containers[..2].iter().zip([20, 21]) {
            before.place(&place_of(container), Some(2)).expect("placed");
            before.activations.iter_mut().rev().take(1).for_each(|it| {
                it.id = ActivationId::Stored(row);
            });
        }
        let mut after = before.clone();
        after.place(&place_of(&containers[1]), Some(1)).expect("placed");
        after.place(&place_of(&containers[2]), Some(1)).expect("placed");
        let expected = [ActivationId::Stored(21), ActivationId::New(0)];
        let touched: BTreeSet<&str> =
            containers[1..].iter().map(|container| container.serial.as_str()).collect();
        for turns in 0..3 {
            after.activations.rotate_left(turns);
            let step = step(Some(before.clone()), after.clone());
            let mut fresh: Vec<ActivationId> = step.fresh().iter().map(|it| it.id).collect();
            fresh.sort_unstable();
            assert_eq!(
                (fresh.as_slice(), step.changed_containers()),
                (&expected[..], touched.clone())
            );
            assert!(!step.has_fewer_seats());
        }
    }

    #[test]
    fn an_applied_plan_has_the_stored_ids() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::create(&folder.path().join("licentia.db")).expect("a database");
        let vendor = Vendor {
            name: Name::stored("Acme".into()),
            issuer: Uri::stored("urn:acme".into()),
            status_uri: Uri::stored("urn:acme/status".into()),
            test: true,
            plain_keys: true,
            joined: false,
            created_at: now().to_string(),
        };
        let mut next = 0u8;
        let mut random = move |_: &'static str, bytes: &mut [u8]| {
            next += 1;
            bytes.fill(next);
        };
        let keys = Keys::generate(&mut random);
        let author = Author { actor: "a".into(), os_user: "a".into(), process: "test".into() };
        let plan = InitHome::new(vendor.clone(), keys);
        let creation = Creation {
            store: &mut store,
            vendor: &vendor,
            author: &author,
            random: &mut random,
            now: now(),
        };
        let keys = create(creation, plan).expect("a home").keys;
        let tx = store.locked();
        tx.insert_customer(&customer()).expect("a customer");
        tx.insert_product(&product()).expect("a product");
        let containers = [container(1), container(2), container(3)];
        containers.iter().for_each(|it| tx.insert_container(it).expect("a container"));
        let kids = [(Edition::Commercial, keys.commercial.kid().to_owned())];
        let signer = keys.commercial.with_log(LogHash::of_last(START));
        let mut apply = |step: Step| {
            let mut plan = LicensePlan::of(vec![step]);
            plan.write_rows(&tx, &vendor, &mut random, now(), &kids).expect("written");
            let signers = [(Edition::Commercial, signer)];
            plan.sign_files(&tx, &vendor, &signers, &mut random).expect("signed");
            plan.steps.remove(0)
        };
        let mut issued = license(9);
        issued.place(&place_of(&containers[0]), Some(2)).expect("placed");
        issued.place(&place_of(&containers[1]), Some(2)).expect("placed");
        let before = apply(step(None, issued)).after;
        let read = || {
            let found = tx.reader().find_license(before.serial.as_str(), now());
            found.expect("read").expect("a license")
        };
        assert_eq!(read().activations, before.activations);
        // Two containers get seats and a new file; the third one keeps its file.
        let mut after = before.clone();
        after.place(&place_of(&containers[2]), Some(1)).expect("placed");
        after.place(&place_of(&containers[0]), Some(1)).expect("placed");
        let applied = apply(step(Some(before.clone()), after));
        assert_eq!(read().activations, applied.after.activations);
        for activation in &applied.after.activations {
            let file = activation.file.as_ref().expect("a file");
            let (_, id, _) = tx.reader().find_file(&file.jti).expect("read").expect("a file");
            let revision = if activation.is_in(containers[1].serial.as_str()) { 1 } else { 2 };
            assert_eq!((id, file.revision), (activation.id, revision));
            assert!(matches!(id, ActivationId::Stored(_)));
        }
    }
}
