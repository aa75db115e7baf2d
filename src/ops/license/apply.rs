//! License plans in an execution: impact, keys, rows, audit entries, tokens and files.

use std::collections::BTreeSet;

use licentia_runtime::{Edition, Model};

use crate::domain::audit::license::{
    ChangeFacts, FileNote, LicenseChangeDetail, LicenseDetail, LicenseTerms,
};
use crate::domain::audit::personal::Personal;
use crate::domain::audit::session::{LicenseEndDetail, MoveDetail};
use crate::domain::audit::statement::{CONTAINER, LICENSE as LICENSE_TABLE};
use crate::domain::audit::{Difference, NewEntry};
use crate::domain::container::spent;
use crate::domain::key::LICENSE;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, ActivationId, File};
use crate::domain::license::entitlement::hard_end;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::domain::vendor::{Listed, Vendor};
use crate::domain::{Error, ErrorCode, Random};
use crate::ops::audit::evidence::Evidence;
use crate::ops::container::stale::made_stale;
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{
    self, ChosenKeys, FileKind, HomeSnapshot, Needs, PlannedFile, SigningPhase, UnitOfWork,
};
use crate::ops::ids::{jti, unused};
use crate::ops::impact::{Affected, AffectedLicense, Impact, Sale};
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::license::entry_keys::{check_full_key, entry_need};
use crate::ops::license::plan::{Files, ImportedFile, LicensePlan, Received, Step, UserChange};
use crate::ops::lookup;
use crate::signing;
use crate::signing::TokenSigner;
use crate::store::Transaction;

impl<P> execute::Plan for LicensePlan<P> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }

    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        self.sales = self.check_evidence(home, &|_, _| false)?;
        self.is_examined = true;
        Ok(())
    }

    fn impact(&self) -> Impact {
        let user = match &self.user {
            Some(UserChange::Removed(user)) => Some(Affected::User(Box::new(user.clone()))),
            _ => None,
        };
        let licenses =
            self.steps.iter().map(|step| Affected::License(Box::new(self.affected(step))));
        let sales = self.sales.iter().map(|sale| Affected::Sale(Box::new(sale.clone())));
        Impact { affected: user.into_iter().chain(licenses).chain(sales).collect() }
    }

    fn needs(&self) -> Needs {
        let keys = self.key_editions().into_iter().map(|edition| self.key_need(edition));
        Needs { keys: keys.collect(), ..Needs::default() }
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        let keys = keys.keys();
        if self.steps.iter().any(Step::is_accepted) {
            check_full_key(&keys)?;
        }
        Ok(self.check_scope_of(vendor, &keys, now)?)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let needs = |edition| self.key_need(edition);
        let mut kids = Vec::new();
        for edition in self.signs() {
            kids.push((edition, unit.signers.get(&needs(edition))?.kid().to_owned()));
        }
        self.write_rows(unit.tx, unit.vendor, unit.random, unit.now, &kids)
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        let of_steps = self.steps.iter().flat_map(|step| entries(step, now));
        self.entries.iter().cloned().chain(of_steps).collect()
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let mut signers = Vec::new();
        for edition in self.signs() {
            signers.push((edition, signing.signer(&self.key_need(edition))?));
        }
        self.sign_files(signing.tx, signing.vendor, &signers, signing.front_end.entropy())?;
        for edition in self.key_editions() {
            for _ in 0..self.entries_without_file(edition) {
                signing.tx.set_signed(signing.signers.get(&self.key_need(edition))?.kid())?;
            }
        }
        Ok(())
    }

    fn check_delivery(&self) -> Result<()> {
        Ok(self.check_files()?)
    }

    fn files(&self) -> Vec<PlannedFile> {
        let is_written =
            |step: &&Step| !step.after.status.is_final() && (self.user.is_none() || step.signs());
        let of_steps =
            self.steps.iter().filter(is_written).flat_map(|step| step.files(&self.selected_files));
        of_steps.chain(self.repeated.iter().flat_map(files_again)).collect()
    }
}

impl<P> LicensePlan<P> {
    /// Returns the editions of the keys that the change needs.
    fn key_editions(&self) -> Vec<Edition> {
        let mut editions = self.signs();
        editions.extend(&self.grants);
        editions.sort();
        editions.dedup();
        editions
    }

    /// Returns the need of the key that signs the files or the entries of an edition.
    pub fn key_need(&self, edition: Edition) -> KeyNeed {
        let purpose = self.purpose.clone();
        if !self.signs().contains(&edition) {
            return entry_need(edition, purpose, &self.key_names);
        }
        let named = NamedKeys::exactly(&self.key_names);
        KeyNeed::Signing { edition, kind: LICENSE, purpose, named }
    }

    fn affected(&self, step: &Step) -> AffectedLicense {
        let license = step.before.as_ref().unwrap_or(&step.after);
        let entitlement = &license.entitlement;
        let mut containers: Vec<String> =
            license.held().filter_map(|it| it.container()).map(str::to_owned).collect();
        containers.dedup();
        let is_renamed = |user: &crate::domain::name::Username| matches!(&self.user, Some(UserChange::Edited(from, _)) if from == user);
        let is_gone = |user: &&crate::domain::name::Username| {
            !step.after.entitlement.users.contains(user) && !is_renamed(user)
        };
        let ends = step.after.status.is_final();
        AffectedLicense {
            serial: license.serial.to_string(),
            is_new: step.before.is_none(),
            product: entitlement.product.clone(),
            customer: entitlement.customer.clone(),
            model: entitlement.model,
            seats: entitlement.seats,
            containers,
            is_delivered: license.held().next().is_some(),
            users: entitlement.users.clone(),
            unassigned: entitlement.users.iter().filter(is_gone).cloned().collect(),
            ends,
            opens_to_all: entitlement.model == Model::Floating
                && !entitlement.users.is_empty()
                && step.after.entitlement.users.is_empty()
                && !ends,
            sessions: step.sessions.clone(),
        }
    }

    /// Writes the rows of a plan: user, ticket, container, licenses, activations, sessions,
    /// reference. Each new file gets its id and the thumbprint of its key, which the audit entries
    /// contain. `kids` has the thumbprint for each edition.
    ///
    /// # Errors
    ///
    /// `tampered` if a license that gets a new file differs from its signed files.
    pub fn write_rows(
        &mut self,
        tx: &Transaction<'_>,
        vendor: &Vendor,
        random: &mut Random<'_>,
        now: Timestamp,
        kids: &[(Edition, String)],
    ) -> Result<()> {
        // The log has no record yet of a row that the same change has written.
        if !self.is_examined {
            let home = HomeSnapshot { reader: tx.reader(), vendor, now };
            self.check_evidence(home, &|table, key| tx.has_recorded(table, key))?;
        }
        if let Some(UserChange::Edited(before, after)) = &self.user {
            tx.set_user(before, after)?;
        }
        if let (Some(idempotency), Some(first)) = (&self.idempotency, self.steps.first_mut()) {
            first.note.reference = Some(idempotency.reference().to_owned());
            if first.before.is_none() {
                first.after.reference_hash = Some(idempotency.hash(vendor.issuer.as_str()));
            }
        }
        if let Some(ticket) = &self.ticket {
            tx.set_ticket(ticket)?;
        }
        self.write_container(tx, now)?;
        for step in &mut self.steps {
            step.write(tx, vendor, self.user.as_ref(), random, now)?;
            step.name_files(random, now, kids)?;
        }
        let touched: BTreeSet<&str> =
            self.steps.iter().flat_map(Step::changed_containers).collect();
        for container in touched {
            tx.set_container_counter(container)?;
            self.stale.extend(made_stale(tx.reader(), &container.parse()?)?);
        }
        if let Some(UserChange::Removed(user)) = &self.user {
            tx.set_sessions_without_user(&user.customer, &user.username)?;
            tx.delete_user(user)?;
        }
        if let (Some(idempotency), Some(first)) = (&self.idempotency, self.steps.first()) {
            idempotency.keep(tx, first.after.serial.as_str(), now)?;
        }
        self.name_successors();
        Ok(())
    }

    /// Compares the rows from which a plan grants something with the signed files and the log: each
    /// license that gets a new file or a signed entry, the predecessor of a new license, whose
    /// terms the successor takes, the containers of the new files, and the ticket. Rows that the
    /// same change has written are left out. Returns the licenses whose first files are signed, and
    /// that only a key for audit entries has granted.
    fn check_evidence(
        &self,
        home: HomeSnapshot<'_>,
        is_written: &dyn Fn(&'static str, &str) -> bool,
    ) -> Result<Vec<Sale>> {
        let mut sales = Vec::new();
        if self.key_editions().is_empty() {
            return Ok(sales);
        }
        let existing: Vec<(&License, &Step)> = self
            .steps
            .iter()
            .filter(|step| !step.is_accepted())
            .filter_map(|step| Some((step.before.as_ref()?, step)))
            .filter(|(before, _)| !is_written(LICENSE_TABLE.name, before.serial.as_str()))
            .collect();
        let containers: Vec<Place<'_>> =
            self.places().filter(|place| !is_written(CONTAINER.name, place.container)).collect();
        if existing.is_empty() && containers.is_empty() && self.ticket.is_none() {
            return Ok(sales);
        }
        let HomeSnapshot { reader, vendor, now } = home;
        let evidence = Evidence::open(reader, vendor, now)?;
        let signs_files = self.steps.iter().any(Step::signs);
        for (before, step) in existing {
            let records = step.records(vendor);
            let signed = evidence.check_license(before, records)?;
            if let Some(signed) = signed.filter(|_| signs_files) {
                sales.extend(evidence.find_sale(before, records, signed)?);
            }
        }
        let mut compared = BTreeSet::new();
        for Place { container, license } in containers {
            // The same keys may grant something to all licenses of a product and an edition.
            let grantee =
                license.map(|it| (it.entitlement.edition, it.entitlement.product.as_str()));
            if !compared.insert((container, grantee)) {
                continue;
            }
            let Some(container) = reader.find_container(container)? else { continue };
            evidence.check_container(&container, license)?;
        }
        if let Some(ticket) = &self.ticket {
            let ticket = lookup::ticket(reader, &ticket.serial)?;
            for step in &self.steps {
                evidence.check_ticket(&ticket, &step.after)?;
            }
        }
        Ok(sales)
    }

    /// Returns the containers whose use the plan grants, and those that its signed entries record,
    /// each with a license that is in it: the signature of an entry vouches for all of its records.
    fn places(&self) -> impl Iterator<Item = Place<'_>> {
        let confirmed = self.container.as_ref().map(|container| container.serial.as_str());
        self.steps.iter().flat_map(move |step| {
            let fresh = step.fresh().into_iter().filter_map(Activation::container);
            let changed = step.changed_containers();
            let containers: BTreeSet<&str> = fresh.chain(changed).chain(confirmed).collect();
            containers.into_iter().map(|container| {
                let is_there = |before: &&License| before.live().any(|it| it.is_in(container));
                Place { container, license: step.before.as_ref().filter(is_there) }
            })
        })
    }

    fn write_container(&self, tx: &Transaction<'_>, now: Timestamp) -> Result<()> {
        let Some(container) = &self.container else { return Ok(()) };
        if let Some(Received::Context { is_new: true, .. }) = &self.received {
            tx.insert_container(container)?;
        }
        tx.set_container(container)?;
        match &self.received {
            Some(Received::Context { signed, status, .. }) => {
                tx.insert_context(&container.serial, signed)?;
                tx.insert_foreign(&signed.jti, &status.uri, &status.idx)?;
            }
            Some(Received::Receipt(receipt)) => {
                tx.insert_receipt(&container.serial, receipt, &now.to_string())?;
            }
            Some(Received::Update(update, context)) => {
                tx.insert_update(&container.serial, update)?;
                tx.set_context_imported(context, &now.to_string())?;
            }
            None => {}
        }
        Ok(())
    }

    /// Sets the successor of each replaced license. The serial of the successor is generated with
    /// its row.
    fn name_successors(&mut self) {
        let successors: Vec<(String, String)> = self
            .steps
            .iter()
            .filter_map(|step| Some((step.after.replaces.clone()?, step.after.serial.to_string())))
            .collect();
        for step in &mut self.steps {
            let own =
                successors.iter().find(|(replaced, _)| replaced == step.after.serial.as_str());
            if let Some((_, successor)) = own {
                step.after.replaced_by = Some(successor.clone());
            }
        }
    }

    /// Signs the new files and stores them. `signers` has the key for each edition.
    pub fn sign_files(
        &mut self,
        tx: &Transaction<'_>,
        vendor: &Vendor,
        signers: &[(Edition, TokenSigner<'_>)],
        random: &mut Random<'_>,
    ) -> Result<()> {
        for step in &mut self.steps {
            let edition = step.after.entitlement.edition;
            let fresh: Vec<ActivationId> = step.fresh().iter().map(|it| it.id).collect();
            for activation in fresh {
                let signer = signers.iter().find(|(own, _)| *own == edition);
                let (_, signer) = signer.ok_or_else(no_signer)?;
                step.sign(tx, vendor, *signer, activation, random)?;
            }
            if let Some(at) = step.old_files_end {
                for activation in step.ending_files() {
                    tx.set_files_end(activation.id, &at.to_string())?;
                }
            }
        }
        Ok(())
    }

    /// Writes a plan that signs no file inside a larger change.
    ///
    /// # Errors
    ///
    /// `key_missing` if a file must be signed.
    pub fn write_unsigned(mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.write_rows(unit.tx, unit.vendor, unit.random, unit.now, &[])?;
        self.sign_files(unit.tx, unit.vendor, &[], unit.random)
    }

    /// Refuses requested files of a plan that has none.
    fn check_files(&self) -> Result<(), Error> {
        // The change of a user may have no file, because any number of files can be written to a
        // folder.
        let Some(first) = self.steps.first().filter(|_| self.user.is_none()) else {
            return Ok(());
        };
        if self.steps.iter().all(|step| step.moves && !step.signs()) {
            let message =
                format!("the change writes no new file of license {}", first.after.serial);
            return Err(Error::new(ErrorCode::NotPlaced, message).remedy(Remedy::OmitFiles));
        }
        if self.steps.iter().all(|step| step.after.live().next().is_none()) {
            return Err(no_file(&first.after));
        }
        Ok(())
    }
}

/// A container of a plan, with the license that is in it.
struct Place<'a> {
    container: &'a str,
    license: Option<&'a License>,
}

fn no_signer() -> Error {
    Error::new(ErrorCode::KeyMissing, "the key that signs the file is not unlocked")
}

/// Returns the error for a license that has no file.
pub fn no_file(license: &License) -> Error {
    let (serial, is_final) = (&license.serial, license.status.is_final());
    let state = if is_final { license.status.as_str() } else { "not delivered (parked)" };
    let error =
        Error::new(ErrorCode::NotPlaced, format!("license {serial} is {state} and has no file"));
    match license.held().find(|activation| activation.container.is_some()) {
        _ if is_final => {
            let successor = license.replaced_by.as_ref();
            error.remedy(Remedy::Show {
                noun: Noun::License,
                id: successor.unwrap_or(&serial.to_string()).clone(),
                facts: if successor.is_some() { "the successor" } else { "the reason" },
            })
        }
        Some(held) => {
            error.remedy(held.proof(Some("the removal of the seats is pending".to_owned())))
        }
        None => error.remedy(Remedy::Deliver { license: serial.to_string() }),
    }
}

impl Step {
    fn write(
        &mut self,
        tx: &Transaction<'_>,
        vendor: &Vendor,
        user: Option<&UserChange>,
        random: &mut Random<'_>,
        now: Timestamp,
    ) -> Result<()> {
        let ids = match &self.before {
            None => {
                let reader = tx.reader();
                if self.imported.is_none() {
                    self.after.serial = unused(Kind::License, random, |serial| {
                        Ok(reader.has_license(serial.as_str())?)
                    })?;
                }
                tx.insert_license(&self.after)?
            }
            Some(before) => {
                let mut before = before.clone();
                // The license already has the new name of a renamed user.
                if let Some(UserChange::Edited(from, to)) = user {
                    let renamed = before.entitlement.users.iter_mut().filter(|name| *name == from);
                    renamed.for_each(|name| *name = to.username.clone());
                }
                tx.set_license(&before, &self.after, &now.to_string())?
            }
        };
        self.store_ids(&ids);
        if self.is_accepted() {
            tx.record_all(&self.after);
        }
        if self.after.adopted {
            tx.set_adopted_seats(&self.after.serial)?;
        }
        if let Some(ImportedFile { file, activation, status: (uri, idx), adopted }) = &self.imported
        {
            tx.insert_file(*activation, file, &tx.insert_listed(vendor, uri, *idx)?)?;
            if !adopted {
                tx.set_signed(&file.kid)?;
            }
            self.after.set_file(*activation, file.clone());
        }
        for session in &self.taken_over {
            tx.set_session_license(session, &self.after.serial)?;
        }
        for session in &mut self.sessions {
            session.ended_at = Some(now);
            tx.set_session(session)?;
        }
        Ok(())
    }

    /// Sets the id, the key and the end of each new file. The token follows when the file is
    /// signed.
    fn name_files(
        &mut self,
        random: &mut Random<'_>,
        now: Timestamp,
        kids: &[(Edition, String)],
    ) -> Result<()> {
        let edition = self.after.entitlement.edition;
        let fresh: Vec<ActivationId> = self.fresh().iter().map(|it| it.id).collect();
        for id in fresh {
            let (_, kid) = kids.iter().find(|(own, _)| *own == edition).ok_or_else(no_signer)?;
            let file = File {
                jti: jti(now, random),
                kid: kid.clone(),
                revision: self.after.revision,
                issued_at: now.to_string(),
                expires_at: hard_end(&self.after.entitlement, now.as_second())
                    .and_then(|end| Timestamp::from_second(end).ok())
                    .map(|instant| instant.to_string()),
                ends_at: None,
                text: String::new(),
            };
            self.after.set_file(id, file);
        }
        Ok(())
    }

    /// Signs and stores the file of an activation whose id and key are set.
    fn sign(
        &mut self,
        tx: &Transaction<'_>,
        vendor: &Vendor,
        signer: TokenSigner<'_>,
        id: ActivationId,
        random: &mut Random<'_>,
    ) -> Result<()> {
        let activation = self.after.activation(id).context("a file without its activation")?;
        let mut file = activation.file.clone().context("a file without its id")?;
        let status = listed(tx, vendor, activation, random)?;
        let claims = signing::license::claims(
            &self.after,
            Some(activation),
            self.records(vendor),
            &file.jti,
            file.issued_at.parse::<Timestamp>()?.as_second(),
            &status,
        );
        file.text = signing::license::sign(signer, &claims);
        tx.insert_file(id, &file, &status)?;
        tx.set_signed(signer.kid())?;
        self.after.set_file(id, file);
        Ok(())
    }

    /// Returns the files of a license that are written.
    fn files(&self, only: &Files) -> Vec<PlannedFile> {
        let license = &self.after;
        let fresh: Vec<ActivationId> = self.fresh().iter().map(|it| it.id).collect();
        let live: Vec<&Activation> = license.live().collect();
        let is_alone = live.len() == 1;
        let is_handed = |it: &&&Activation| {
            if self.moves { fresh.contains(&it.id) } else { only.includes(it) }
        };
        let file = |it: &&Activation| {
            let is_unsigned = fresh.contains(&it.id);
            let text = it.file.as_ref().map(|file| &file.text).filter(|text| !text.is_empty());
            let is_known = self.before.is_some() || text.is_some();
            let withheld = it.check_not_suspect().err();
            // A file that is not replaced keeps its token.
            let content = text.filter(|_| !is_unsigned || self.is_signed(it));
            if content.is_none() && !is_unsigned && withheld.is_none() {
                return None;
            }
            Some(PlannedFile {
                kind: FileKind::License,
                subject: is_known.then(|| license.serial.to_string()),
                container: it.container().map(str::to_owned),
                name: is_known.then(|| file_name(license, it, is_alone)),
                content: content.map(|text| text.clone().into_bytes()),
                withheld,
            })
        };
        live.iter().filter(is_handed).filter_map(file).collect()
    }

    /// Returns the token that this step signed for an activation.
    pub fn signed_text<'a>(&self, activation: &'a Activation) -> Option<&'a str> {
        let file = activation.file.as_ref().filter(|_| self.is_signed(activation));
        file.map(|file| file.text.as_str())
    }

    /// Returns whether this step signed the file of an activation.
    fn is_signed(&self, activation: &Activation) -> bool {
        let before = self.before.as_ref().and_then(|before| before.activation(activation.id));
        let old = before.and_then(|before| before.file.as_ref());
        activation
            .file
            .as_ref()
            .is_some_and(|file| !file.text.is_empty() && old.is_none_or(|old| old.jti != file.jti))
    }
}

/// Returns the files of an unchanged license, except those of a suspect container.
fn files_again(license: &License) -> Vec<PlannedFile> {
    let is_alone = license.live().count() == 1;
    let file = |it: &Activation| {
        let text = it.file.as_ref().filter(|_| it.check_not_suspect().is_ok())?.text.clone();
        Some(PlannedFile {
            kind: FileKind::License,
            subject: Some(license.serial.to_string()),
            container: it.container().map(str::to_owned),
            name: Some(file_name(license, it, is_alone)),
            content: Some(text.into_bytes()),
            withheld: None,
        })
    };
    license.live().filter_map(file).collect()
}

/// Returns the name of a license file: `L-….lic`, or `L-…@K-….lic` if the license has several
/// files.
pub fn file_name(license: &License, activation: &Activation, is_alone: bool) -> String {
    match activation.container().filter(|_| !is_alone) {
        Some(container) => format!("{}@{container}.lic", license.serial),
        None => format!("{}.lic", license.serial),
    }
}

/// Takes the status index of a new file. A file in an adopted container gets an index that the
/// context reserves, so that the home that keeps the container can end the file.
fn listed(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    activation: &Activation,
    random: &mut Random<'_>,
) -> Result<Listed> {
    let container = activation.container.as_ref();
    let Some((serial, context)) =
        container.and_then(|place| Some((&place.serial, place.context.as_ref()?)))
    else {
        return Ok(tx.insert_status(vendor, random)?);
    };
    let reserved = tx.reader().find_reserved(context)?;
    Ok(reserved.ok_or_else(|| spent(serial))?)
}

/// Returns the audit entries of a step: the entry of the license, and one for each session that
/// moves or ends.
pub fn entries(step: &Step, now: Timestamp) -> Vec<NewEntry> {
    let license = &step.after;
    let facts = match &step.before {
        None => ChangeFacts::New(Box::new(LicenseDetail::of(license, now))),
        Some(before) => ChangeFacts::Changed(Difference::between(
            &LicenseTerms::of(before, now),
            &LicenseTerms::of(license, now),
        )),
    };
    let detail = LicenseChangeDetail {
        facts,
        note: &step.note,
        files: step.before.iter().flat_map(|before| new_files(before, license)).collect(),
        old_files_end: step.old_files_end.map(|at| at.to_string()),
        old_files_in: step.ending_files().map(Activation::container).collect(),
        sessions: step.taken_over.iter().map(Serial::as_str).collect(),
    };
    let mut changes = Vec::new();
    // A step may exist only because of its sessions.
    if !detail.is_empty() {
        changes.push(NewEntry::of(step.action, license.serial.as_str(), &detail));
    }
    changes.extend(step.taken_over.iter().map(|session| {
        let license_before = license.replaces.as_deref();
        let detail = MoveDetail { license: license.serial.as_str(), from: license_before };
        NewEntry::of("session.move", session.as_str(), &detail)
    }));
    changes.extend(step.sessions.iter().map(|session| {
        let (user, reason) = (&session.user, session.reason.as_deref().map(Personal));
        let detail = LicenseEndDetail { license: &session.license, user, reason };
        NewEntry::of("session.end", session.serial.as_str(), &detail)
    }));
    changes
}

/// Returns the ids and keys of the files that a change of a license signs or imports.
fn new_files<'a>(before: &License, after: &'a License) -> Vec<FileNote<'a>> {
    let known: BTreeSet<&str> = before
        .activations
        .iter()
        .filter_map(|it| it.file.as_ref())
        .map(|file| file.jti.as_str())
        .collect();
    let files = after.activations.iter().filter_map(|it| it.file.as_ref());
    let new = files.filter(|file| !known.contains(file.jti.as_str()));
    new.map(|file| FileNote { jti: &file.jti, kid: &file.kid }).collect()
}
