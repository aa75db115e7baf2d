//! The last signed list with a number. The next list starts from it: an entry that it has cannot be
//! taken back by a change of the database.

use crate::domain::remedy::Remedy;
use crate::domain::status::Entries;
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::Result;
use crate::ops::license::signed_file::is_of_a_signed_file;
use crate::store::SignedStatus;

/// The last signed list with a number.
pub struct LastList {
    /// The list; `None` before the first publication.
    pub newest: Option<SignedStatus>,
    /// The entries. Before the first publication, all files are valid.
    pub entries: Entries,
    /// The audit entry that records the publication. The log since then is compared with the rows.
    /// 0 before the first publication, and if no key signed that entry.
    pub published: i64,
    /// The faults of newer lists, which were changed in the database.
    pub faults: Vec<String>,
}

impl LastList {
    /// Finds the newest list that a key of the home signed. Lists that applications refuse because
    /// of their key are left out: a thief can have signed them.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn find(evidence: &Evidence<'_>, list: i64) -> Result<LastList> {
        let mut faults = Vec::new();
        let newest = evidence.reader.find_newest_publication(&evidence.vendor.list_uri(list))?;
        let mut missing = newest.map(|(_, jti)| jti);
        for row in evidence.reader.list_status_rows(list)? {
            let Some(found) = evidence.reader.find_status_row(row)? else { continue };
            missing = missing.filter(|jti| *jti != found.jti);
            let entries = match opened(evidence, &found) {
                Opened::List(entries) => *entries,
                Opened::OfRefusedKey => continue,
                Opened::Changed(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            faults.extend(missing.as_deref().map(removed));
            let published = evidence.find_publication(&found.jti)?;
            if published.is_none() {
                let SignedStatus { jti, issued_at, .. } = &found;
                faults
                    .push(format!("no key signed an audit entry about list {jti} of {issued_at}"));
            }
            let published = published.unwrap_or_default();
            return Ok(LastList { newest: Some(found), entries, published, faults });
        }
        faults.extend(missing.as_deref().map(removed));
        Ok(LastList { newest: None, entries: Entries::valid(), published: 0, faults })
    }
}

impl LastList {
    /// Returns the list, to hand it out.
    ///
    /// # Errors
    ///
    /// `tampered` if a newer list was changed.
    pub fn unchanged(self, list: i64) -> Result<Option<SignedStatus>> {
        let Some(fault) = self.faults.first() else { return Ok(self.newest) };
        let message = format!("status list {list} was changed in the database: {fault}");
        Err(Error::new(ErrorCode::Tampered, message).remedy(Remedy::PublishStatus).into())
    }
}

/// Returns the fault of a list that the log records.
fn removed(jti: &str) -> String {
    format!("list {jti}, which the audit log records, is missing")
}

/// The content of a stored list.
enum Opened {
    /// The entries of a signed list.
    List(Box<Entries>),
    /// A list of a key that was revoked, or that was retired before it signed.
    OfRefusedKey,
    /// A list that was changed in the database, with the fault.
    Changed(String),
}

/// Verifies a stored list, and compares it with its row.
fn opened(evidence: &Evidence<'_>, stored: &SignedStatus) -> Opened {
    let SignedStatus { jti, kid, issued_at, .. } = stored;
    let changed = |fault: String| {
        Opened::Changed(format!("the stored list {jti} of {issued_at} was changed: {fault}"))
    };
    let issued = parse_instant(issued_at).map(Timestamp::as_second).unwrap_or_default();
    // A list can be issued a second after its transaction.
    let now = evidence.now.as_second().max(issued);
    let token = match evidence.keys.status_list(stored.text.as_bytes(), now) {
        Ok(token) => token,
        Err(verdict) if is_of_a_signed_file(verdict.code) => return Opened::OfRefusedKey,
        Err(verdict) => return changed(verdict.to_string()),
    };
    let claims = token.claims();
    let uri = evidence.vendor.list_uri(stored.list);
    if claims.sub != uri {
        return changed(format!("it is list {}", claims.sub));
    }
    if (claims.jti.as_str(), token.kid(), claims.iat) != (jti.as_str(), kid.as_str(), issued) {
        return changed(format!(
            "it is list {} of key {}, issued at {}",
            claims.jti,
            token.kid(),
            claims.iat
        ));
    }
    Opened::List(Box::new(token.entries().clone()))
}
