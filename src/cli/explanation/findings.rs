//! The explanations of the findings of `licentia check`.

use crate::cli::explanation::entry::{Explanation, explained};
use crate::cli::explanation::errors::of_error;
use crate::domain::ErrorCode;
use crate::domain::finding::FindingCode;

/// Returns the explanation of a finding.
pub fn of_finding(code: FindingCode) -> Explanation {
    match code {
        FindingCode::Tampered => explained(
            "A program other than licentia changed the database: a record, a signed text, a counter \
             or an audit entry differs from the others. The finding names the record and both values.",
            &[
                "A person changed a row of the database, or inserted or deleted one.",
                "A part of an older copy was put into the database.",
                "The disk or a copy damaged the database file.",
            ],
            "Compare the database with a backup and find out who had write access. Commands refuse to \
             sign or to grant on the basis of a changed record.",
        ),
        FindingCode::Unpublished => explained(
            "A status list has changes that are not published. Applications still accept files \
             that were ended or suspended after the last publication.",
            &["A license was revoked, suspended, replaced or edited after the last publication."],
            "Publish the lists (`licentia status publish --out-dir DIR --force`) and put them where the \
             applications get them.",
        ),
        FindingCode::RevokedKey => explained(
            "The key that signed the published status list is revoked, or was retired before it \
             signed. Applications refuse the list.",
            &["The key was revoked after the list was published."],
            "Publish the list again with a valid key: `licentia status publish --out-dir DIR --force`.",
        ),
        FindingCode::StaleStatus => explained(
            "The published status list ends within 7 days, or is past its end. Applications then \
             warn (`stale_status`).",
            &["The list was not published for a long time."],
            "Publish the list again: `licentia status publish --out-dir DIR --force`.",
        ),
        // The error and the finding are about the same state of a container.
        FindingCode::Suspect => of_error(ErrorCode::Suspect),
        FindingCode::EndsSoon => explained(
            "The license ends within the days of `--within` (default 30), and has no successor.",
            &["The customer has not ordered an extension yet."],
            "Extend the license (`licentia license extend L-… --by 1y`), replace it, or let it \
             end.",
        ),
    }
}
