//! The one execution path of every change: plan, prepare, lock and plan again, apply, finish. A
//! transaction begins and ends here, so that every front end follows the same order.

use crate::domain::Random;
use crate::domain::audit::anchor::EntryRange;
use crate::domain::audit::{Author, LogHash, NewEntry};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
pub use crate::ops::clock::check_clock;
use crate::ops::error::{Failure, Result};
pub use crate::ops::front_end::{FileKind, FrontEnd, PlannedFile};
use crate::ops::key::anchor::{self, AnchoredDatabase, Anchors};
use crate::ops::key::anchor_file::NewAnchor;
use crate::ops::key::choose::KeyNeed;
use crate::ops::key::private_key::{KeyFile, KeyFileNeed};
pub use crate::ops::needs::{ChosenKeys, HomeSnapshot, Needs, Signers, changed_meanwhile};
use crate::ops::use_case::private_keys;
pub use crate::ops::use_case::{Basis, Decision, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::signing::Signer;
use crate::signing::envelope::Envelope;
use crate::signing::range;
use crate::store::{Reader, Store, Transaction};

/// The maximum number of times that a change is planned again because it needs a key that is not
/// unlocked.
const ROUNDS: usize = 5;

/// The maximum time of one transaction of a series, in milliseconds. Other writers wait for at most
/// ten seconds.
#[cfg(feature = "fill")]
const SERIES_MILLISECONDS: i64 = 500;

/// The mode of an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A dry run: the change is planned, and no lock is taken.
    DryRun,
    /// The change is applied.
    Apply,
}

/// The outcome of an execution.
#[derive(Debug)]
pub enum Execution<U: UseCase> {
    /// The plan of a dry run.
    DryRun(U::Plan),
    /// The result of a request that changed nothing.
    Unchanged(U::Unchanged),
    /// The applied plan, with ids, serials and tokens.
    Applied(U::Plan),
}

/// The source of the requests of a series. It receives the plans that were committed since it was
/// called before, and returns the next request.
#[cfg(feature = "fill")]
pub type Next<'a, U> = &'a mut dyn FnMut(&[<U as UseCase>::Plan]) -> Result<Option<U>>;

/// The database, the vendor and the front end of an execution.
pub struct Executor<'a> {
    /// The database.
    pub store: &'a mut Store,
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The front end.
    pub front_end: &'a mut dyn FrontEnd,
    /// The mode.
    pub mode: Mode,
}

impl Executor<'_> {
    /// Executes a request.
    ///
    /// # Errors
    ///
    /// The rules that refuse the request; `changed_meanwhile` if the change is worse than the
    /// confirmed change; `busy` after ten seconds; `io` if a file could not be written after the
    /// commit.
    pub fn execute<U: UseCase>(&mut self, use_case: &U) -> Result<Execution<U>> {
        let outcome = if U::IS_PLANNED_ONCE && self.mode == Mode::Apply {
            self.execute_once(use_case, &use_case.known_needs())
        } else {
            self.plan_and_apply(use_case)
        };
        outcome.map_err(|error| self.record_error(error))
    }

    /// Plans once, under the lock.
    fn execute_once<U: UseCase>(&mut self, use_case: &U, needs: &Needs) -> Result<Execution<U>> {
        let chosen = self.choose(needs)?;
        let prepared = self.prepare(needs, &chosen, Prepared::default())?;
        let tx = self.store.begin()?;
        let now = self.front_end.now()?;
        let mut plan = match use_case.plan(tx.reader(), now)? {
            Decision::Unchanged(unchanged) => return Ok(Execution::Unchanged(unchanged)),
            Decision::Change(plan) => plan,
        };
        let home = HomeSnapshot { reader: tx.reader(), vendor: self.vendor, now };
        plan.examine(home)?;
        check_files(&plan, self.front_end)?;
        let chosen = chosen.choose_again(home, needs)?;
        plan.check_scope(self.vendor, &chosen, now)?;
        let change = ChangeContext { now, vendor: self.vendor };
        change.check_anchors(tx.reader(), &prepared, &chosen)?;
        Ok(Execution::Applied(apply(tx, plan, prepared, &change, self.front_end)?))
    }

    fn plan_and_apply<U: UseCase>(&mut self, use_case: &U) -> Result<Execution<U>> {
        let now = self.front_end.now()?;
        let snapshot = self.store.snapshot()?;
        let mut plan = match use_case.plan(snapshot.reader(), now)? {
            Decision::Unchanged(unchanged) => return Ok(Execution::Unchanged(unchanged)),
            Decision::Change(plan) => plan,
        };
        plan.examine(HomeSnapshot { reader: snapshot.reader(), vendor: self.vendor, now })?;
        drop(snapshot);
        check_files(&plan, self.front_end)?;
        let mut needs = plan.needs();
        let mut chosen = self.choose(&needs)?;
        plan.check_scope(self.vendor, &chosen, now)?;
        let impact = plan.impact();
        let is_confirmed = self.front_end.confirm(&impact)?;
        if let Some(need) = &needs.key_file
            && let Err(error) = private_keys(self.front_end)?.check(need)
        {
            // Another process may have written the file since the plan.
            return match use_case.plan(self.store.reader(), now)? {
                Decision::Unchanged(unchanged) => Ok(Execution::Unchanged(unchanged)),
                Decision::Change(_) => Err(error),
            };
        }
        if self.mode == Mode::DryRun {
            self.preview_key_file(&plan, &needs)?;
            if needs.uses_private_key() {
                check_clock(self.store.reader(), self.vendor, now)?;
            }
            if needs.envelope {
                self.front_end.envelope(&self.store.reader().list_keys()?)?;
            }
            return Ok(Execution::DryRun(plan));
        }
        let basis = use_case.basis(&plan);
        let mut prepared =
            Prepared { key_file: self.prepare_key_file(&plan, &needs)?, ..Prepared::default() };
        for _ in 0..ROUNDS {
            prepared = self.prepare(&needs, &chosen, prepared)?;
            let tx = self.store.begin()?;
            let now = self.front_end.now()?;
            let mut replanned = match use_case.plan(tx.reader(), now)? {
                Decision::Unchanged(unchanged) => return Ok(Execution::Unchanged(unchanged)),
                Decision::Change(replanned) => replanned,
            };
            let home = HomeSnapshot { reader: tx.reader(), vendor: self.vendor, now };
            replanned.examine(home)?;
            if is_confirmed {
                replanned.impact().check_within(&impact)?;
            }
            if use_case.basis(&replanned) != basis {
                return Err(changed_meanwhile(basis.name).into());
            }
            let wanted = replanned.needs();
            if !prepared.has_all(&wanted) || !chosen.has_all(&wanted) {
                drop(tx);
                chosen = self.choose(&wanted)?;
                needs = wanted;
                continue;
            }
            let chosen = chosen.choose_again(home, &wanted)?;
            replanned.check_scope(self.vendor, &chosen, now)?;
            if let Some(file) = &prepared.key_file {
                replanned.check_key(file.signer.kid())?;
            }
            let change = ChangeContext { now, vendor: self.vendor };
            change.check_anchors(tx.reader(), &prepared, &chosen)?;
            return Ok(Execution::Applied(apply(
                tx,
                replanned,
                prepared,
                &change,
                self.front_end,
            )?));
        }
        Err(changed_meanwhile("the record").into())
    }

    /// Executes many requests with one unlock, in transactions of at most half a second. The files
    /// of a transaction are signed after its last request, because they carry the hash of its last
    /// audit entry. Therefore a request must not depend on the files of its own transaction.
    /// Returns the number of changes.
    ///
    /// # Errors
    ///
    /// The errors of [`Executor::execute`]. The transactions before the error stay committed.
    #[cfg(feature = "fill")]
    pub fn series<U: UseCase>(&mut self, next: Next<'_, U>) -> Result<u64> {
        let (mut prepared, mut chosen) = (Prepared::default(), ChosenKeys::default());
        let (mut request, mut count) = (next(&[])?, 0);
        let mut committed = Vec::new();
        while request.is_some() {
            let started = self.front_end.milliseconds();
            let tx = self.store.begin()?;
            let now = self.front_end.now()?;
            let change = ChangeContext { now, vendor: self.vendor };
            change.check_anchors(tx.reader(), &prepared, &chosen)?;
            let (mut missing, mut written) = (None, Vec::new());
            while let Some(use_case) = &request {
                let Decision::Change(mut plan) = use_case.plan(tx.reader(), now)? else {
                    request = next(&std::mem::take(&mut committed))?;
                    continue;
                };
                let needs = plan.needs();
                if !prepared.has_all(&needs) || !chosen.has_all(&needs) {
                    missing = Some(needs);
                    break;
                }
                let home = HomeSnapshot { reader: tx.reader(), vendor: self.vendor, now };
                let still = chosen.choose_again(home, &needs)?;
                plan.check_scope(self.vendor, &still, now)?;
                if !plan.is_empty() {
                    write_entries(&tx, &mut plan, &prepared, &change, self.front_end)?;
                    written.push(plan);
                }
                // The files of a key with a maximum are counted when they are signed.
                let is_counted = still.keys().iter().any(|key| key.limits.max_files.is_some());
                let is_late = self.front_end.milliseconds() - started >= SERIES_MILLISECONDS;
                if is_counted || is_late {
                    request = None;
                    break;
                }
                request = next(&std::mem::take(&mut committed))?;
            }
            if written.is_empty() {
                drop(tx);
            } else {
                let log = tx.complete_log()?;
                for plan in &mut written {
                    sign_plan(&tx, plan, &mut prepared, &change, log, self.front_end)?;
                }
                commit_with_anchors(tx, &prepared, &change, self.front_end)?;
            }
            count += written.len() as u64;
            committed.append(&mut written);
            if request.is_none() {
                request = next(&std::mem::take(&mut committed))?;
            }
            if let Some(needs) = missing {
                chosen = self.choose(&needs)?;
                prepared = self.prepare(&needs, &chosen, prepared)?;
            }
        }
        Ok(count)
    }

    /// Chooses the keys.
    fn choose(&mut self, needs: &Needs) -> Result<ChosenKeys> {
        if !needs.require_keys() {
            return Ok(ChosenKeys::default());
        }
        let now = self.front_end.now()?;
        // Another process may change the keys at the same time.
        let snapshot = self.store.snapshot()?;
        let home = HomeSnapshot { reader: snapshot.reader(), vendor: self.vendor, now };
        ChosenKeys::choose(home, needs, self.front_end, self.mode == Mode::DryRun)
    }

    /// Unlocks the keys and prepares the envelope. Both may wait for a person or a key derivation,
    /// so this happens before the lock is taken.
    fn prepare(
        &mut self,
        needs: &Needs,
        chosen: &ChosenKeys,
        mut prepared: Prepared,
    ) -> Result<Prepared> {
        if needs.uses_private_key() {
            check_clock(self.store.reader(), self.vendor, self.front_end.now()?)?;
        }
        prepared.signers.unlock(needs, chosen, self.front_end)?;
        self.open_anchors(needs, chosen, &mut prepared)?;
        if needs.envelope && prepared.envelope.is_none() {
            let keys = self.store.reader().list_keys()?;
            prepared.envelope = Some(self.front_end.envelope(&keys)?);
        }
        Ok(prepared)
    }

    /// Reads the anchors of the unlocked keys. The database is compared with them under the lock.
    fn open_anchors(
        &mut self,
        needs: &Needs,
        chosen: &ChosenKeys,
        prepared: &mut Prepared,
    ) -> Result<()> {
        let Some(files) = self.front_end.private_keys() else { return Ok(()) };
        let mut keys = chosen.keys();
        if let Some(KeyFileNeed::Relocked(key)) = &needs.key_file {
            keys.push((**key).clone());
        }
        for key in &keys {
            if !prepared.has_signer(&key.kid) {
                continue;
            }
            if needs.accepted_anchor.as_ref() == Some(&key.kid) {
                prepared.anchors.trust(key);
            } else {
                prepared.anchors.open(key, files)?;
            }
        }
        Ok(())
    }

    /// Checks the private key file of a dry run, without a prompt.
    fn preview_key_file(&mut self, plan: &impl Plan, needs: &Needs) -> Result<()> {
        let Some(need) = &needs.key_file else { return Ok(()) };
        match private_keys(self.front_end)?.preview(need)? {
            Some(signer) => plan.check_key(signer.kid()),
            None => Ok(()),
        }
    }

    /// Generates or unlocks the key of a private key file, and encrypts it with its new passphrase.
    fn prepare_key_file(&mut self, plan: &impl Plan, needs: &Needs) -> Result<Option<KeyFile>> {
        let Some(need) = &needs.key_file else { return Ok(None) };
        let private_keys = private_keys(self.front_end)?;
        let signer = private_keys.open(need)?;
        plan.check_key(signer.kid())?;
        let pem = private_keys.lock(need, &signer)?;
        Ok(Some(KeyFile::new(signer, pem)))
    }

    /// Writes the audit entry of an error that has one, and returns the error without the entry.
    fn record_error(&mut self, error: Failure) -> Failure {
        let Failure::Recorded(recorded) = error else { return error };
        if self.mode == Mode::Apply
            && let Err(error) = self.record(&recorded.entry)
        {
            return error;
        }
        recorded.error.into()
    }

    /// Commits a single audit entry.
    fn record(&mut self, entry: &NewEntry) -> Result<()> {
        let tx = self.store.begin()?;
        let now = self.front_end.now()?;
        let author = self.front_end.author().clone();
        tx.append(entry, &author, &now.to_string(), self.front_end.entropy())?;
        commit(tx, &[], self.front_end)
    }

    /// Commits a change without an audit entry. Only the touch of a session uses this.
    ///
    /// # Errors
    ///
    /// The rules that refuse the touch.
    pub fn touch<T>(
        &mut self,
        plan: impl Fn(Reader<'_>, Timestamp) -> Result<T>,
        write: impl Fn(&Transaction<'_>, &T) -> Result<()>,
    ) -> Result<T> {
        if self.mode == Mode::DryRun {
            let now = self.front_end.now()?;
            return plan(self.store.snapshot()?.reader(), now);
        }
        let tx = self.store.begin()?;
        let touched = plan(tx.reader(), self.front_end.now()?)?;
        write(&tx, &touched)?;
        tx.commit_unaudited()?;
        Ok(touched)
    }
}

/// The resources that were prepared before the lock was taken.
#[derive(Default)]
struct Prepared {
    signers: Signers,
    /// `None` before the preparation, `Some(None)` for a file that is not encrypted.
    envelope: Option<Option<Envelope>>,
    key_file: Option<KeyFile>,
    anchors: Anchors,
}

impl Prepared {
    /// Returns the unlocked keys, that of the private key file included.
    fn signers(&self) -> impl Iterator<Item = &Signer> {
        self.signers.iter().chain(self.key_file.as_ref().map(|file| &file.signer))
    }

    fn has_signer(&self, kid: &str) -> bool {
        self.signers().any(|signer| signer.kid() == kid)
    }

    fn has_all(&self, needs: &Needs) -> bool {
        needs.keys.iter().all(|need| self.signers.has(need))
            && (!needs.envelope || self.envelope.is_some())
            && (needs.key_file.is_none() || self.key_file.is_some())
    }

    /// Returns whether the change concerns private keys. In that case their files are settled.
    fn concerns_keys(&self) -> bool {
        self.key_file.is_some() || self.signers.has(&KeyNeed::Root)
    }
}

/// Applies one plan and commits it.
fn apply<P: Plan>(
    tx: Transaction<'_>,
    mut plan: P,
    mut prepared: Prepared,
    change: &ChangeContext<'_>,
    front_end: &mut dyn FrontEnd,
) -> Result<P> {
    if plan.is_empty() {
        return Ok(plan);
    }
    write_entries(&tx, &mut plan, &prepared, change, front_end)?;
    let log = tx.complete_log()?;
    sign_plan(&tx, &mut plan, &mut prepared, change, log, front_end)?;
    commit_with_anchors(tx, &prepared, change, front_end)?;
    Ok(plan)
}

/// The instant of a change, and the vendor of the home.
struct ChangeContext<'a> {
    now: Timestamp,
    vendor: &'a Vendor,
}

impl<'a> ChangeContext<'a> {
    fn database<'r>(&self, reader: Reader<'r>) -> AnchoredDatabase<'r>
    where
        'a: 'r,
    {
        AnchoredDatabase { reader, vendor: self.vendor, now: self.now }
    }

    /// Compares the anchors of the unlocked keys with the database.
    fn check_anchors(
        &self,
        reader: Reader<'_>,
        prepared: &Prepared,
        chosen: &ChosenKeys,
    ) -> Result<()> {
        prepared.anchors.check(self.database(reader), chosen.compared_with())
    }
}

/// Writes the rows and the audit entries of a plan.
fn write_entries(
    tx: &Transaction<'_>,
    plan: &mut impl Plan,
    prepared: &Prepared,
    change: &ChangeContext<'_>,
    front_end: &mut dyn FrontEnd,
) -> Result<()> {
    let ChangeContext { now, vendor } = *change;
    if prepared.concerns_keys()
        && let Some(private_keys) = front_end.private_keys()
    {
        private_keys.settle(&tx.reader().list_keys()?);
    }
    let (signers, key_file) = (&prepared.signers, prepared.key_file.as_ref());
    let random = front_end.entropy();
    plan.write(&mut UnitOfWork { tx, now, vendor, signers, random, key_file })?;
    let (at, author) = (now.to_string(), front_end.author().clone());
    let (head, _) = tx.reader().audit_head()?;
    for entry in entries(tx, plan, now) {
        tx.append(&entry, &author, &at, front_end.entropy())?;
    }
    sign_range(tx, vendor, signers, head)
}

/// Signs the tokens of a plan, reserves its files, and writes its private files. The tokens carry
/// the hash of the last audit entry of the transaction, so all entries are appended before.
fn sign_plan(
    tx: &Transaction<'_>,
    plan: &mut impl Plan,
    prepared: &mut Prepared,
    change: &ChangeContext<'_>,
    log: LogHash,
    front_end: &mut dyn FrontEnd,
) -> Result<()> {
    let ChangeContext { now, vendor } = *change;
    let signers = &prepared.signers;
    let envelope = prepared.envelope.take().flatten();
    plan.sign(&mut SigningPhase {
        tx,
        now,
        vendor,
        signers,
        log,
        envelope,
        front_end: &mut *front_end,
    })?;
    front_end.reserve(plan.files())?;
    if let (Some(need), Some(file)) = (plan.needs().key_file, &prepared.key_file) {
        private_keys(front_end)?.stage(&need, file)?;
    }
    Ok(())
}

/// Signs the entries after a sequence number with each unlocked signing key. The root key signs key
/// sets only.
fn sign_range(tx: &Transaction<'_>, vendor: &Vendor, signers: &Signers, head: i64) -> Result<()> {
    let (last, hash) = tx.reader().audit_head()?;
    if last == head {
        return Ok(());
    }
    let range = EntryRange { first: head + 1, last, hash };
    signers.signing_keys().into_iter().try_for_each(|signer| {
        let anchor = range::sign(signer, range, vendor.issuer.as_str(), signers.root()?);
        Ok(tx.insert_anchor(&anchor)?)
    })
}

/// Returns the audit entries of a change, with the records of the rows that it wrote.
fn entries(tx: &Transaction<'_>, plan: &impl Plan, now: Timestamp) -> Vec<NewEntry> {
    let mut entries = plan.entries(now);
    tx.take_records().attach(&mut entries);
    entries
}

/// Commits a change in which the prepared keys took part, and then writes their anchors and the
/// files of the change.
fn commit_with_anchors(
    tx: Transaction<'_>,
    prepared: &Prepared,
    change: &ChangeContext<'_>,
    front_end: &mut dyn FrontEnd,
) -> Result<()> {
    let anchors = anchor::sign(change.database(tx.reader()), prepared.signers())?;
    commit(tx, &anchors, front_end)
}

/// Commits a change, and then writes its files.
fn commit(tx: Transaction<'_>, anchors: &[NewAnchor], front_end: &mut dyn FrontEnd) -> Result<()> {
    front_end.point("before commit");
    tx.commit()?;
    front_end.point("committed");
    if let Some(files) = front_end.private_keys() {
        anchors.iter().for_each(|anchor| files.write_anchor(anchor));
    }
    front_end.write()
}

/// The parts of a new database.
pub struct Creation<'a> {
    /// The empty database. No other process knows it, so no process waits for its lock.
    pub store: &'a mut Store,
    /// The vendor.
    pub vendor: &'a Vendor,
    /// The author of the audit entries.
    pub author: &'a Author,
    /// The source of entropy.
    pub random: &'a mut Random<'static>,
    /// The instant of the creation.
    pub now: Timestamp,
}

/// The plan of a new database, which contains its keys.
pub trait InitialPlan: Plan {
    /// Signs the first key set, with the hash of the last audit entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn certify(&self, _unit: &UnitOfWork<'_>, _log: LogHash) -> Result<()> {
        Ok(())
    }
}

/// Fills a new database.
///
/// # Errors
///
/// The faults of the database.
pub fn create<P: InitialPlan>(creation: Creation<'_>, mut plan: P) -> Result<P> {
    let Creation { store, vendor, author, random, now } = creation;
    let tx = store.begin()?;
    let signers = &Signers::default();
    let mut unit = UnitOfWork { tx: &tx, now, vendor, signers, random, key_file: None };
    plan.write(&mut unit)?;
    for entry in entries(&tx, &plan, now) {
        tx.append(&entry, author, &now.to_string(), &mut *unit.random)?;
    }
    plan.certify(&unit, tx.complete_log()?)?;
    tx.commit()?;
    Ok(plan)
}

/// Checks the targets of the files of a plan.
fn check_files(plan: &impl Plan, front_end: &mut dyn FrontEnd) -> Result<()> {
    if front_end.wants_files() {
        plan.check_delivery()?;
    }
    front_end.check_files(&plan.files())
}
