//! The status lists: computed from the records, compared with the log and the newest published
//! list, signed and stored.

pub mod answer;
pub mod comparison;
pub mod last_list;
pub mod rows;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use licentia_runtime::{Edition, Packed, inspect};

use crate::domain::audit::NewEntry;
use crate::domain::audit::status::PublishDetail;
use crate::domain::key::{Key, Purpose};
use crate::domain::name::Slug;
use crate::domain::status::{Entries, Entry, GOOD_FOR, Subject, TTL};
use crate::domain::time::{Timestamp, after_days, parse_instant};
use crate::domain::vendor::Vendor;
use crate::ops::audit::evidence::Evidence;
use crate::ops::container::is_refused;
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::execute::{
    Decision, FileKind, Needs, Plan, PlannedFile, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::ids::jti;
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::status::comparison::{NextEntries, TamperedEntry, next_entries};
use crate::ops::status::last_list::LastList;
use crate::ops::status::rows::{compute, counts_of};
use crate::signing;
use crate::signing::TokenSigner;
use crate::store::{Reader, SignedStatus};

/// The number of the first list.
const FIRST_LIST: i64 = 1;

/// A status list with its unpublished changes.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The number of the list.
    pub list: i64,
    /// The URI of the list.
    pub uri: String,
    /// The number of indexes in use.
    pub taken: u32,
    /// The newest published list.
    pub newest: Option<SignedStatus>,
    /// The numbers of invalid and of suspended entries, according to the records.
    pub counts: (usize, usize),
    /// The number of entries that differ from the newest published list.
    pub unpublished: usize,
    /// True if applications refuse the newest published list because of the key that signed it.
    pub refused: bool,
}

/// Returns the status lists of this home at an instant.
pub fn stands(reader: Reader<'_>, vendor: &Vendor, now: Timestamp) -> Result<Vec<Stand>> {
    let keys = reader.list_keys()?;
    reader
        .list_lists()?
        .into_iter()
        .map(|(list, taken)| stand(reader, vendor, &keys, (list, taken), now))
        .collect()
}

fn stand(
    reader: Reader<'_>,
    vendor: &Vendor,
    keys: &[Key],
    (list, taken): (i64, u32),
    now: Timestamp,
) -> Result<Stand> {
    let Content { counts, newest, unpublished } = Content::of(reader, list, now)?;
    let refused =
        newest.as_ref().is_some_and(|token| is_refused(keys, &token.kid, &token.issued_at));
    Ok(Stand { list, uri: vendor.list_uri(list), taken, counts, unpublished, newest, refused })
}

/// The content of a list according to the records, compared with the newest published list.
struct Content {
    /// The numbers of invalid and of suspended entries.
    counts: (usize, usize),
    newest: Option<SignedStatus>,
    /// The number of entries that differ from the newest published list.
    unpublished: usize,
}

impl Content {
    fn of(reader: Reader<'_>, list: i64, now: Timestamp) -> Result<Content> {
        let (entries, counts) = compute(reader, list, now)?;
        let newest = reader.find_status_token(list, None)?;
        // An application without a list accepts each file as valid, and so does one with a list
        // that was changed in the database.
        let published = newest.as_ref().and_then(|token| published(&token.text).ok());
        let unpublished = entries.differ(&published.unwrap_or_else(Entries::valid));
        Ok(Content { counts, newest, unpublished })
    }
}

/// Returns the entries of a stored list.
fn published(text: &str) -> Result<Entries> {
    let mut found = inspect::unverified(text).context("a status list of the database")?;
    let packed = found
        .claims
        .remove("status_list")
        .context("a status list of the database without entries")?;
    let packed: Packed = serde_json::from_value(packed).context("a status list of the database")?;
    Ok(Entries::unpack(&packed)?)
}

/// The entry of a file in its status list.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The file.
    pub subject: Subject,
    /// The URI of the list; `None` for a list of another home, whose entries are unknown here.
    pub uri: Option<String>,
    /// The entry according to the records, at the requested instant.
    pub entry: Entry,
    /// The entry in the newest published list at that instant, and the instant of the publication.
    pub published: Option<(Entry, String)>,
}

/// Returns the entries of files, now or at another instant.
pub fn show(
    reader: Reader<'_>,
    vendor: &Vendor,
    subjects: Vec<Subject>,
    (at, now): (Option<Timestamp>, Timestamp),
) -> Result<Vec<Shown>> {
    let mut lists: Vec<(i64, Option<(Entries, String)>)> = Vec::new();
    let mut shown = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let (list, idx) = subject.listed;
        if !lists.iter().any(|(known, _)| *known == list) {
            // Without an instant, the newest list counts, whose instant may be a second in the
            // future.
            let token = reader.find_status_token(list, at)?;
            lists.push((
                list,
                token
                    .map(|token| Ok::<_, Failure>((published(&token.text)?, token.issued_at)))
                    .transpose()?,
            ));
        }
        let token =
            lists.iter().find(|(known, _)| *known == list).and_then(|(_, token)| token.as_ref());
        let published = token.and_then(|(entries, issued_at)| {
            Some((Entry::of(entries.get(idx)?), issued_at.clone()))
        });
        let entry = subject.facts.entry(&at.unwrap_or(now).to_string());
        shown.push(Shown {
            uri: (list > 0).then(|| vendor.list_uri(list)),
            entry,
            published,
            subject,
        });
    }
    shown.sort_by(|a, b| {
        (&a.subject.issued_at, a.subject.revision).cmp(&(&b.subject.issued_at, b.subject.revision))
    });
    Ok(shown)
}

/// A request to sign every status list of this home.
#[derive(Clone, Debug)]
pub struct PublishStatus {
    /// The vendor of the home.
    pub vendor: Vendor,
    /// The name of the key that signs; `None` for the only usable key.
    pub key: Option<Slug>,
}

impl UseCase for PublishStatus {
    type Plan = StatusLists;
    type Unchanged = Infallible;

    const IS_PLANNED_ONCE: bool = true;

    fn known_needs(&self) -> Needs {
        Needs { keys: vec![self.key_need()], ..Needs::default() }
    }

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<StatusLists, Infallible>> {
        let mut numbers: Vec<i64> = reader.list_lists()?.iter().map(|(list, _)| *list).collect();
        let is_first = numbers.is_empty();
        if is_first {
            numbers.push(FIRST_LIST);
        }
        let evidence = Evidence::open(reader, &self.vendor, now)?;
        let lists = numbers.into_iter().map(|list| NewStatus::of(&evidence, list));
        let lists = lists.collect::<Result<_>>()?;
        Ok(Decision::Change(StatusLists { lists, is_first, key: self.key_need() }))
    }
}

impl PublishStatus {
    fn key_need(&self) -> KeyNeed {
        KeyNeed::Signing {
            edition: Edition::Commercial,
            kind: "status",
            purpose: Purpose::issue(),
            named: NamedKeys::exactly(self.key.as_slice()),
        }
    }
}

/// A plan that signs status lists.
#[derive(Clone, Debug)]
pub struct StatusLists {
    /// The lists, by number.
    pub lists: Vec<NewStatus>,
    /// True if the home has no list yet, so that the first one is inserted.
    pub is_first: bool,
    key: KeyNeed,
}

/// A new status list.
#[derive(Clone, Debug)]
pub struct NewStatus {
    /// The URI.
    pub uri: String,
    /// The numbers of invalid and of suspended entries.
    pub counts: (usize, usize),
    /// The number of entries that differ from the previous list.
    pub changed: usize,
    /// The records whose row, log and previous list differ. The strictest entry is published.
    pub tampered: Vec<TamperedEntry>,
    /// The token. Its ids are empty until the rows are written, its text until it is signed.
    pub token: SignedStatus,
    entries: Entries,
}

impl NewStatus {
    fn of(evidence: &Evidence<'_>, list: i64) -> Result<NewStatus> {
        let last = LastList::find(evidence, list)?;
        let issued_at = issued_after(evidence, list, &last)?;
        let NextEntries { entries, tampered } = next_entries(evidence, list, &last, issued_at)?;
        let token = SignedStatus {
            row: 0,
            list,
            jti: String::new(),
            kid: String::new(),
            issued_at: issued_at.to_string(),
            expires_at: after_days(issued_at, GOOD_FOR).to_string(),
            text: String::new(),
        };
        let uri = evidence.vendor.list_uri(list);
        let (counts, changed) = (counts_of(&entries), entries.differ(&last.entries));
        let tampered = tampered.into_iter().collect();
        Ok(NewStatus { uri, counts, changed, tampered, token, entries })
    }

    fn sign(&mut self, signer: TokenSigner<'_>, vendor: &Vendor) -> Result<()> {
        let (iat, exp) =
            (parse_instant(&self.token.issued_at)?, parse_instant(&self.token.expires_at)?);
        self.token.text = signing::status::sign(
            signer,
            vendor,
            &self.uri,
            &self.entries,
            &self.token.jti,
            iat.as_second(),
            (exp.as_second(), TTL),
        );
        Ok(())
    }

    fn file(&self) -> PlannedFile {
        let text = Some(&self.token.text).filter(|text| !text.is_empty());
        PlannedFile {
            kind: FileKind::StatusList,
            subject: Some(self.uri.clone()),
            container: None,
            name: Some(format!("{}.status", self.token.list)),
            content: text.map(|text| text.clone().into_bytes()),
            withheld: None,
        }
    }
}

/// Returns the instant of the next signature of a list. Each list has its own second, because
/// applications keep the list with the latest instant.
fn issued_after(evidence: &Evidence<'_>, list: i64, last: &LastList) -> Result<Timestamp> {
    let mut second = evidence.now.as_second();
    if let Some(newest) = &last.newest {
        second = second.max(parse_instant(&newest.issued_at)?.as_second() + 1);
    }
    loop {
        let instant = Timestamp::from_second(second)?;
        let found = evidence.reader.find_status_token(list, Some(instant))?;
        if found.is_none_or(|found| found.issued_at != instant.to_string()) {
            return Ok(instant);
        }
        second += 1;
    }
}

impl Plan for StatusLists {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        if self.is_first {
            unit.tx.insert_first_list()?;
        }
        let kid = unit.signers.get(&self.key)?.kid();
        for list in &mut self.lists {
            list.token.jti = jti(unit.now, unit.random);
            kid.clone_into(&mut list.token.kid);
        }
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let entry = |list: &NewStatus| {
            let detail = PublishDetail {
                list: list.token.list,
                issued_at: &list.token.issued_at,
                expires_at: &list.token.expires_at,
                invalid: list.counts.0,
                suspended: list.counts.1,
                changed: list.changed,
                jti: &list.token.jti,
                kid: &list.token.kid,
            };
            NewEntry::of("status.publish", list.uri.as_str(), &detail)
        };
        self.lists.iter().map(entry).collect()
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let signer = signing.signer(&self.key)?;
        for list in &mut self.lists {
            list.sign(signer, signing.vendor)?;
            signing.tx.insert_status_token(&list.token)?;
            signing.tx.set_signed(signer.kid())?;
        }
        Ok(())
    }

    fn files(&self) -> Vec<PlannedFile> {
        self.lists.iter().map(NewStatus::file).collect()
    }
}
