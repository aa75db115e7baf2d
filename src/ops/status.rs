//! The status lists: computed from the books, signed, kept, and compared with what was published last.

use anyhow::{Context as _, Result};
use licentia_runtime::{Packed, inspect};

use crate::domain::Random;
use crate::domain::key::Key;
use crate::domain::status::{Entries, Entry, GOOD_FOR, Subject, TTL};
use crate::domain::time::{Timestamp, after_days, parse_instant};
use crate::domain::vendor::Vendor;
use crate::ops::container::is_refused;
use crate::ops::ids::jti;
use crate::signing;
use crate::signing::Signer;
use crate::store::{Reader, SignedStatus, Transaction};

/// What a list says at an instant, and how many of its entries are not valid: invalid ones, suspended ones.
pub fn compute(reader: Reader<'_>, list: i64, now: Timestamp) -> Result<(Entries, (usize, usize))> {
    let mut entries = Entries::valid();
    let (mut invalid, mut suspended) = (0usize, 0usize);
    reader.list_entries(list, now, &mut |idx, entry| {
        // What ends a file comes after what only suspends it; an index may come again.
        let before = entries.get(idx).map(Entry::of);
        if before == Some(entry) {
            return;
        }
        suspended += usize::from(entry == Entry::Suspended);
        suspended -= usize::from(before == Some(Entry::Suspended));
        invalid += usize::from(entry == Entry::Invalid);
        entries.set(idx, entry);
    })?;
    Ok((entries, (invalid, suspended)))
}

/// A list as it stands: what was published, and what is not yet.
#[derive(Clone, Debug)]
pub struct Stand {
    /// Its number.
    pub list: i64,
    /// Its URI.
    pub uri: String,
    /// How many indexes are in use.
    pub taken: u32,
    /// The newest that was published.
    pub newest: Option<SignedStatus>,
    /// How many entries are invalid, and how many suspended, by the books.
    pub counts: (usize, usize),
    /// How many entries are other than published.
    pub unpublished: usize,
    /// Whether no application takes the newest, because of the key that signed it.
    pub refused: bool,
}

/// How this home's lists stand at an instant.
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
    let (entries, counts) = compute(reader, list, now)?;
    let newest = reader.find_status_token(list, None)?;
    // An application without a list takes each file for valid.
    let published =
        newest.as_ref().map_or_else(|| Ok(Entries::valid()), |token| published(&token.text))?;
    let refused =
        newest.as_ref().is_some_and(|token| is_refused(keys, &token.kid, &token.issued_at));
    Ok(Stand {
        list,
        uri: vendor.list_uri(list),
        taken,
        counts,
        unpublished: entries.differ(&published),
        newest,
        refused,
    })
}

/// The entries of a list that the books keep.
fn published(text: &str) -> Result<Entries> {
    let mut found = inspect::unverified(text).context("a status list of the books")?;
    let packed =
        found.claims.remove("status_list").context("a status list of the books without entries")?;
    let packed: Packed = serde_json::from_value(packed).context("a status list of the books")?;
    Ok(Entries::unpack(&packed)?)
}

/// What a file's entry is.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The file.
    pub subject: Subject,
    /// The URI of its list; of one that another home keeps nothing is known here.
    pub uri: Option<String>,
    /// By the books, at the instant that was asked for.
    pub entry: Entry,
    /// By the newest list that was published by then, and when that was.
    pub published: Option<(Entry, String)>,
}

/// What the lists say of some files, now or at another instant.
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
            // Of now the newest counts, which may be a second ahead.
            let token = reader.find_status_token(list, at)?;
            lists.push((
                list,
                token
                    .map(|token| Ok::<_, anyhow::Error>((published(&token.text)?, token.issued_at)))
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

/// A list that was signed.
#[derive(Clone, Debug)]
pub struct Published {
    /// The list.
    pub token: SignedStatus,
    /// Its URI.
    pub uri: String,
    /// How many entries are invalid, and how many suspended.
    pub counts: (usize, usize),
    /// How many entries are other than in the one before.
    pub changed: usize,
}

/// Signs all lists of this home and keeps them. An instant that was used is not used again: applications keep the newest.
pub fn publish(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    signer: &Signer,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Vec<Published>> {
    tx.insert_first_list()?;
    let reader = tx.reader();
    let mut done = Vec::new();
    for (list, _) in reader.list_lists()? {
        let (entries, counts) = compute(reader, list, now)?;
        let before = reader.find_status_token(list, None)?;
        let changed = match &before {
            Some(before) => entries.differ(&published(&before.text)?),
            None => counts.0 + counts.1,
        };
        let last = before.map(|before| parse_instant(&before.issued_at)).transpose()?;
        let iat = last.map_or(now.as_second(), |last| now.as_second().max(last.as_second() + 1));
        let issued_at = Timestamp::from_second(iat)?;
        let expires_at = after_days(issued_at, GOOD_FOR);
        let (jti, uri) = (jti(now, random), vendor.list_uri(list));
        let text = signing::status::sign(
            signer,
            vendor,
            &uri,
            &entries,
            &jti,
            iat,
            (expires_at.as_second(), TTL),
        );
        let token = SignedStatus {
            row: 0,
            list,
            jti,
            kid: signer.kid().to_owned(),
            issued_at: issued_at.to_string(),
            expires_at: expires_at.to_string(),
            text,
        };
        tx.insert_status_token(&token)?;
        tx.set_signed(signer.kid())?;
        done.push(Published { token, uri, counts, changed });
    }
    Ok(done)
}
