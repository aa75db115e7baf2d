//! Private files, which contain credentials. Such a file is written without its last bytes before
//! the commit of its record.

use zeroize::Zeroizing;

/// A private file, which is written before the commit, because its secret is stored nowhere else.
#[derive(Debug)]
pub struct PrivateFile {
    /// The serial of the file's record.
    pub subject: String,
    /// The serial of the container that the credential opens.
    pub container: String,
    /// The name of the file in a folder.
    pub name: String,
    /// The complete content.
    pub content: Zeroizing<Vec<u8>>,
    /// The number of last bytes that are written after the commit, so that a killed process leaves
    /// no valid file.
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
    /// The file is completed with these last bytes, and renamed.
    Complete(&'a [u8]),
    /// The file is removed.
    Remove,
}
