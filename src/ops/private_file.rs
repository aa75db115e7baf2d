//! Private files: credentials. Such a file is on the disk, without its last bytes, before the
//! commit of its record.

use zeroize::Zeroizing;

/// A private file that is on the disk before the commit, because its secret is nowhere else.
#[derive(Debug)]
pub struct PrivateFile {
    /// The serial of its record.
    pub subject: String,
    /// The serial of the container that it opens.
    pub container: String,
    /// The name of the file in a folder.
    pub name: String,
    /// The whole content.
    pub content: Zeroizing<Vec<u8>>,
    /// The number of its last bytes that are written after the commit, so that a killed process
    /// leaves nothing valid.
    pub missing: usize,
}

/// The place of a private file until its last bytes are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedPath {
    /// The final path.
    pub path: String,
    /// The temporary name in the same folder.
    pub staged: String,
}

/// The work on a private file that a killed process left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftFile<'a> {
    /// The file gets its last bytes and its name.
    Complete(&'a [u8]),
    /// The file is removed.
    Remove,
}
