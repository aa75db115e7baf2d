//! The comparison of the database with the anchor files of the home, without unlocking a key.

use crate::cli::context::Home;
use crate::domain::anchor::AnchorDifference;
use crate::domain::key::Key;
use crate::ops::error::Result;
use crate::ops::key::anchor::AnchoredDatabase;

/// The differences to an anchor that refuse a pin.
pub const OTHER_ROOT: [AnchorDifference; 2] = [AnchorDifference::Issuer, AnchorDifference::Root];

/// The differences to an anchor that refuse the publication of a key set.
pub const OTHER_KEY_SET: [AnchorDifference; 4] = [
    AnchorDifference::Issuer,
    AnchorDifference::Root,
    AnchorDifference::OlderKeySet,
    AnchorDifference::OtherKeySet,
];

/// Compares the database with the anchor files that are here, without unlocking a key. The files
/// are read first, because a process writes them after its commit.
///
/// # Errors
///
/// `tampered` for one of these differences, and for a file that is no anchor of its key.
pub fn check_anchors(home: &Home, keys: &[Key], refused: &[AnchorDifference]) -> Result<()> {
    let files = home.key_files.anchors(keys);
    let database = AnchoredDatabase { reader: home.reader(), vendor: &home.vendor, now: home.now };
    files.iter().try_for_each(|(name, file)| {
        let key = keys.iter().find(|key| key.name.as_str() == name);
        database.check_without_key(file, (name, key), refused)
    })
}
