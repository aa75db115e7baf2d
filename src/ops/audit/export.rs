//! The export of the audit log: JSON Lines that another program can verify without this one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;

use crate::domain::audit::anchor::{Anchor, EntryRange};
use crate::domain::audit::hex;
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::key::choose;
use crate::store::Reader;

/// The version of the form of an export.
pub const FORM: u32 = 1;

/// A line of an export. Its members are described in `docs/reference/audit.md`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ExportLine {
    /// The first line.
    Head {
        /// The version of the form.
        licentia_audit_export: u32,
        /// The issuer of all files.
        iss: String,
        /// The thumbprint of the root key.
        root: String,
        /// The newest key set as a token, which the root key signed; `null` if there is none.
        keyset: Option<String>,
    },
    /// An entry.
    Entry {
        /// The text of the entry, exactly as it was hashed.
        entry: String,
        /// The hash of the entry, hexadecimal.
        hash: String,
    },
    /// An anchor.
    Anchor {
        /// The first entry of the range.
        first_seq: i64,
        /// The last entry of the range.
        last_seq: i64,
        /// The hash of the last entry, hexadecimal.
        hash: String,
        /// The thumbprint of the key that signed the range.
        kid: String,
        /// The signature, base64url.
        signature: String,
    },
}

impl From<Anchor> for ExportLine {
    fn from(anchor: Anchor) -> ExportLine {
        let Anchor { range: EntryRange { first, last, hash }, kid, signature } = anchor;
        ExportLine::Anchor {
            first_seq: first,
            last_seq: last,
            hash: hex(&hash),
            kid,
            signature: URL_SAFE_NO_PAD.encode(signature),
        }
    }
}

/// The number of exported lines, and the newest entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The number of entries.
    pub entries: usize,
    /// The number of anchors.
    pub anchors: usize,
    /// The hash of the newest entry as it is stored, hexadecimal; `None` for an empty log.
    pub head: Option<String>,
}

/// Exports the audit log of one state of the database, line by line. The log is exported as it is
/// stored, so that an export of a changed log shows the change.
///
/// # Errors
///
/// `key_missing` in a home without a root key; the errors of `take`; the faults of the database.
pub fn export(
    reader: Reader<'_>,
    vendor: &Vendor,
    take: &mut dyn FnMut(&ExportLine) -> Result<()>,
) -> Result<Exported> {
    let mut exported = Exported::default();
    take(&ExportLine::Head {
        licentia_audit_export: FORM,
        iss: vendor.issuer.to_string(),
        root: choose::root(&reader.list_keys()?)?.kid.clone(),
        keyset: reader.find_keyset()?.map(|newest| newest.text),
    })?;
    reader.list_audit_texts(&mut |text| {
        let hash = hex(&text.hash);
        exported.entries += 1;
        exported.head = Some(hash.clone());
        take(&ExportLine::Entry { entry: text.entry, hash })
    })?;
    reader.list_anchors(&mut |anchor: Anchor| {
        exported.anchors += 1;
        take(&anchor.into())
    })?;
    Ok(exported)
}
