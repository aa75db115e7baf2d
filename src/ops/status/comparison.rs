//! The entries of the next status list. Three sources state the entry of a file: the rows, the log
//! since the last signed list, and that list. Where they differ, a person without a key can have
//! changed the database, and the strictest entry is published. A less strict entry than that of the
//! last list requires an entry of the log since then that a key signed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::domain::ErrorCode;
use crate::domain::audit::HashedEntry;
use crate::domain::audit::statement::{ACTIVATION, CONTAINER, CREDENTIAL, LICENSE, Row, Table};
use crate::domain::license::License;
use crate::domain::license::activation::ActivationState;
use crate::domain::status::{Entries, Entry, Subject};
use crate::domain::time::Timestamp;
use crate::ops::audit::evidence::Evidence;
use crate::ops::cores::on_all_cores;
use crate::ops::error::Result;
use crate::ops::license::plan::Parties;
use crate::ops::license::signed_file;
use crate::ops::lookup;
use crate::ops::status::last_list::LastList;
use crate::ops::status::rows::compute;
use crate::store::StoppedFile;

/// A record whose row, log and last status list differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TamperedEntry {
    /// The serial of the license or credential, or the URI of the list.
    pub subject: String,
    /// The difference.
    pub problem: String,
}

/// The entries of the next list.
#[derive(Clone, Debug)]
pub struct NextEntries {
    /// The entries.
    pub entries: Entries,
    /// The differences, by subject.
    pub tampered: BTreeSet<TamperedEntry>,
}

/// Returns the entries of the next list at an instant.
///
/// # Errors
///
/// The faults of the database. A difference of a row is no error.
pub fn next_entries(
    evidence: &Evidence<'_>,
    list: i64,
    last: &LastList,
    at: Timestamp,
) -> Result<NextEntries> {
    let (rows, _) = compute(evidence.reader, list, at)?;
    let mut comparison = Comparison::new(evidence, list, last, at);
    let stopped = comparison.stopped()?;
    let mut entries = rows.clone();
    let sources = [&rows, &last.entries, &stopped];
    let indexes: BTreeSet<u32> =
        sources.iter().flat_map(|source| source.not_valid()).map(|(idx, _)| idx).collect();
    for idx in indexes {
        let stated = Stated {
            row: entry_of(&rows, idx),
            last: entry_of(&last.entries, idx),
            stopped: entry_of(&stopped, idx),
        };
        if !stated.is_uniform() {
            entries.set(idx, comparison.judge(idx, stated)?);
        }
    }
    for (idx, entry) in &comparison.own_indexes {
        entries.set(*idx, (*entry).max(entry_of(&entries, *idx)));
    }
    Ok(NextEntries { entries, tampered: comparison.tampered })
}

fn entry_of(entries: &Entries, idx: u32) -> Entry {
    entries.get(idx).map(Entry::of).unwrap_or_default()
}

/// The entries of a file by the three sources.
#[derive(Clone, Copy)]
struct Stated {
    row: Entry,
    last: Entry,
    /// The least strict entry after the stops of the log; valid without one.
    stopped: Entry,
}

impl Stated {
    /// Returns whether the sources agree without a further look: nothing changed, or the row
    /// follows a stop of the log.
    fn is_uniform(self) -> bool {
        let Stated { row, last, stopped } = self;
        row >= last && row >= stopped && (row == last || stopped != Entry::Valid)
    }

    /// Returns the strictest entry of the row and of the last list.
    fn strictest(self) -> Entry {
        self.row.max(self.last)
    }
}

/// The comparison of one list.
struct Comparison<'a> {
    evidence: &'a Evidence<'a>,
    list: i64,
    uri: String,
    last: &'a LastList,
    at: Timestamp,
    /// The results for the licenses in their containers, and for the credentials.
    known: BTreeMap<(String, Option<String>), Examined>,
    /// The indexes in signed files whose rows have another index, with the entries of the log.
    own_indexes: Vec<(u32, Entry)>,
    tampered: BTreeSet<TamperedEntry>,
}

/// The result of the comparison of a record with the log.
#[derive(Clone, Debug, Default)]
struct Examined {
    /// The difference; `None` for a record that equals the log.
    problem: Option<String>,
    /// True if a key signed an entry about the license since the last list.
    is_license_signed: bool,
    /// True if a key signed an entry about the container since the last list.
    is_container_signed: bool,
}

impl<'a> Comparison<'a> {
    fn new(
        evidence: &'a Evidence<'a>,
        list: i64,
        last: &'a LastList,
        at: Timestamp,
    ) -> Comparison<'a> {
        let uri = evidence.vendor.list_uri(list);
        let fault =
            |problem: &String| TamperedEntry { subject: uri.clone(), problem: problem.clone() };
        let tampered = last.faults.iter().map(fault).collect();
        Comparison {
            evidence,
            list,
            last,
            at,
            known: BTreeMap::new(),
            own_indexes: Vec::new(),
            tampered,
            uri,
        }
    }

    /// Returns the least strict entries after the stops of the log since the last list. The index
    /// of a row is compared with the signed file, because the index of another file could be ended
    /// in its place.
    fn stopped(&mut self) -> Result<Entries> {
        let Comparison { evidence, list, uri, .. } = self;
        let (keys, now) = (&evidence.keys, evidence.now);
        let mut stopped = Entries::valid();
        let mut stop = |idx, entry: Entry| stopped.set(idx, entry.max(entry_of(&stopped, idx)));
        let compare = |file: StoppedFile| {
            let text = file.text.as_deref()?;
            match signed_file::listed(&file.serial, &file.jti, text, keys, now) {
                Ok(listed) if (listed.uri.as_str(), listed.idx) == (uri.as_str(), file.idx) => None,
                Ok(listed) => {
                    let problem = format!(
                        "file {} has index {} of the list in the database, but the signed file has \
                         index {} of list {}",
                        file.jti, file.idx, listed.idx, listed.uri
                    );
                    let own = (listed.uri == *uri).then_some((listed.idx, file.entry));
                    Some((TamperedEntry { subject: file.serial, problem }, own))
                }
                Err(error) => {
                    let problem = error.to_string();
                    Some((TamperedEntry { subject: file.serial, problem }, None))
                }
            }
        };
        let differences = on_all_cores(
            |pass| {
                evidence.reader.list_stopped(
                    *list,
                    self.last.published,
                    &mut |file: StoppedFile| {
                        stop(file.idx, file.entry);
                        pass(file);
                        Ok(())
                    },
                )
            },
            compare,
        )?;
        for (difference, own) in differences {
            self.own_indexes.extend(own);
            self.tampered.insert(difference);
        }
        Ok(stopped)
    }

    /// Returns the entry of an index whose sources do not agree without a further look.
    fn judge(&mut self, idx: u32, stated: Stated) -> Result<Entry> {
        let Some(file) = self.evidence.reader.find_subject(self.list, idx)? else {
            return Ok(self.judge_without_file(idx, stated));
        };
        let examined = self.examine(&file);
        let problem = match examined.problem {
            None => self.problem_of(&file, stated, &examined)?,
            problem => problem,
        };
        let Some(problem) = problem else { return Ok(stated.row) };
        self.tampered.insert(TamperedEntry { subject: file.serial.to_string(), problem });
        Ok(stated.strictest().max(self.strictest_logged(&file)?))
    }

    /// Returns the entry of an index that no file has. A context can reserve such an index, and its
    /// import ends it.
    fn judge_without_file(&mut self, idx: u32, stated: Stated) -> Entry {
        if stated.row < stated.last {
            let problem = format!(
                "the last list has the entry {} at index {idx}, but the database has no file with \
                 this index",
                stated.last.as_str()
            );
            self.tampered.insert(TamperedEntry { subject: self.uri.clone(), problem });
        }
        stated.strictest()
    }

    /// Returns the problem of a file whose record equals the log.
    fn problem_of(
        &self,
        file: &Subject,
        stated: Stated,
        examined: &Examined,
    ) -> Result<Option<String>> {
        let logged = self.logged_end(file)?;
        let stored = file.facts.ends_at.as_ref();
        if file.facts.state == Some(ActivationState::Live) && logged.as_ref() != stored {
            let shown = |end: Option<&String>| end.map_or("no end", String::as_str).to_owned();
            return Ok(Some(format!(
                "file {} was changed in the database: it has {}, but the audit log has {}",
                file.jti,
                shown(stored),
                shown(logged.as_ref())
            )));
        }
        let is_lifted = match stated.last {
            Entry::Valid => true,
            Entry::Suspended => examined.is_license_signed,
            Entry::Invalid => examined.is_container_signed,
        };
        Ok((stated.row < stated.last && !is_lifted).then(|| {
            format!(
                "file {} is {} in the last list and {} in the database, and no key has signed an \
                 audit entry since then that allows it",
                file.jti,
                stated.last.as_str(),
                stated.row.as_str()
            )
        }))
    }

    /// Compares the record of a file with the log. An error is a problem of the record, and no
    /// error of the publication.
    fn examine(&mut self, file: &Subject) -> Examined {
        let place = (file.serial.to_string(), file.container.clone());
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let result = match file.facts.status {
            Some(_) => self.examine_license(file),
            None => self.examine_credential(file),
        };
        let examined = result.unwrap_or_else(|error| match error.rule() {
            // The entries of a revoked key show no difference, and grant nothing.
            Some(error) if error.code == ErrorCode::WrongState => Examined::default(),
            _ => Examined { problem: Some(error.to_string()), ..Examined::default() },
        });
        self.known.insert(place, examined.clone());
        examined
    }

    fn examine_license(&self, file: &Subject) -> Result<Examined> {
        let Evidence { reader, vendor, now, .. } = *self.evidence;
        let license = lookup::license(reader, &file.serial, now)?;
        let parties = Parties::of(reader, &license.entitlement)?;
        let signed = self.evidence.check_license(&license, parties.records(vendor))?;
        let container = self.signed_container(file, Some(&license))?;
        Ok(Examined {
            problem: None,
            is_license_signed: self.is_newer(signed),
            is_container_signed: self.is_newer(container),
        })
    }

    fn examine_credential(&self, file: &Subject) -> Result<Examined> {
        let credential = lookup::credential(self.evidence.reader, &file.serial)?;
        self.evidence.check_credential(&credential)?;
        let container = self.signed_container(file, None)?;
        let is_container_signed = self.is_newer(container);
        Ok(Examined { is_container_signed, ..Examined::default() })
    }

    /// Compares the container of a file with the log. Returns the newest entry about the container
    /// that a key signed.
    fn signed_container(&self, file: &Subject, license: Option<&License>) -> Result<Option<i64>> {
        let Some(serial) = &file.container else { return Ok(None) };
        let reader = self.evidence.reader;
        let container = lookup::container(reader, &serial.parse()?)?;
        // A key that may unblock one of its licenses has unblocked the credential.
        let first = match (license, container.licenses.first()) {
            (None, Some(first)) => {
                Some(lookup::license(reader, &first.parse()?, self.evidence.now)?)
            }
            _ => None,
        };
        self.evidence.check_container(&container, license.or(first.as_ref()))
    }

    fn is_newer(&self, entry: Option<i64>) -> bool {
        entry.is_some_and(|entry| entry > self.last.published)
    }

    /// Returns the instant at which the log ends an older file of a live activation.
    fn logged_end(&self, file: &Subject) -> Result<Option<String>> {
        let reader = self.evidence.reader;
        let files = reader.list_subjects(&file.serial)?;
        let is_newer = |other: &&Subject| {
            other.container == file.container
                && other.facts.state == Some(ActivationState::Live)
                && other.revision > file.revision
        };
        let Some(next) = files.iter().filter(is_newer).map(|other| other.revision).min() else {
            return Ok(None);
        };
        let mut end: Option<String> = None;
        for seq in reader.list_recorded(LICENSE.name, file.serial.as_str())? {
            let Some((entry, _)) = reader.find_statement(seq)? else { continue };
            let is_later = LICENSE
                .rows_of(&entry, file.serial.as_str())
                .iter()
                .any(|row| row.get("revision").and_then(Value::as_u64) >= Some(next.into()));
            let at = old_files_end(&entry, file.container.as_deref()).filter(|_| is_later);
            end = match (end, at) {
                (Some(end), Some(at)) => Some(end.min(at)),
                (end, at) => end.or(at),
            };
        }
        Ok(end)
    }

    /// Returns the strictest entry that the log since the last list states for a file.
    fn strictest_logged(&self, file: &Subject) -> Result<Entry> {
        let (serial, at) = (file.serial.as_str(), self.at.to_string());
        let is_past = |row: &Row, member: &str| {
            row.get(member).and_then(Value::as_str).is_some_and(|end| end <= at.as_str())
        };
        let own_place = |row: &Row| {
            row.get("container").and_then(Value::as_str) == file.container.as_deref()
                && row.get("generation").and_then(Value::as_u64) == file.generation.map(u64::from)
        };
        let of_license = |row: &Row| match row.get("standing").and_then(Value::as_str) {
            Some("open") => Entry::Valid,
            Some("suspended") => Entry::Suspended,
            _ => Entry::Invalid,
        };
        let invalid_if = |is_ended: bool| if is_ended { Entry::Invalid } else { Entry::Valid };
        let of_activation = |row: &Row| invalid_if(own_place(row) && is_past(row, "ended_at"));
        let of_container = |row: &Row| invalid_if(is_past(row, "block_enforced_at"));
        let of_credential = |row: &Row| invalid_if(is_past(row, "ended_at"));
        let container = file.container.as_deref().unwrap_or_default();
        let found = [
            self.strictest_of(&LICENSE, serial, &of_license)?,
            self.strictest_of(&ACTIVATION, serial, &of_activation)?,
            self.strictest_of(&CONTAINER, container, &of_container)?,
            self.strictest_of(&CREDENTIAL, serial, &of_credential)?,
            invalid_if(self.logged_end(file)?.is_some_and(|end| end <= at)),
        ];
        Ok(found.into_iter().max().unwrap_or_default())
    }

    /// Returns the strictest entry of the records of a subject since the last list.
    fn strictest_of(
        &self,
        table: &Table,
        subject: &str,
        entry_of: &dyn Fn(&Row) -> Entry,
    ) -> Result<Entry> {
        let (reader, mut strictest) = (self.evidence.reader, Entry::Valid);
        let recorded = reader.list_recorded(table.name, subject)?;
        for seq in recorded.into_iter().take_while(|seq| *seq > self.last.published) {
            let Some((entry, _)) = reader.find_statement(seq)? else { continue };
            let rows = table.rows_of(&entry, subject);
            strictest = rows.into_iter().map(entry_of).fold(strictest, Entry::max);
        }
        Ok(strictest)
    }
}

/// Returns the instant at which an entry ends the older files of a license in a container.
fn old_files_end(entry: &HashedEntry, container: Option<&str>) -> Option<String> {
    let places = entry.detail.get("old_files_in")?.as_array()?;
    let is_here = places.iter().any(|place| place.as_str() == container);
    entry.detail.get("old_files_end").and_then(Value::as_str).filter(|_| is_here).map(str::to_owned)
}
