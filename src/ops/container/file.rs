//! The signed files about a container: its update, and the context of a cloud container. Both are
//! written again as long as nothing has changed since, and signed anew otherwise.

use crate::domain::container::Container;
use crate::domain::serial::Serial;
use crate::ops::execute::{FileKind, OutputFile};
use crate::store::{SignedContext, SignedUpdate};

/// A signed file about a container. Its text is empty until it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContainerFile {
    /// The counter of the container that it describes.
    pub counter: u64,
    /// The id of the token.
    pub jti: String,
    /// The key that signed it.
    pub kid: String,
    /// The token.
    pub text: String,
}

impl From<&SignedUpdate> for ContainerFile {
    fn from(update: &SignedUpdate) -> ContainerFile {
        ContainerFile {
            counter: update.counter,
            jti: update.jti.clone(),
            kid: update.kid.clone(),
            text: update.text.clone(),
        }
    }
}

impl From<&SignedContext> for ContainerFile {
    fn from(context: &SignedContext) -> ContainerFile {
        ContainerFile {
            counter: context.counter,
            jti: context.jti.clone(),
            kid: context.kid.clone(),
            text: context.text.clone(),
        }
    }
}

impl ContainerFile {
    /// Returns the file as the output of a change.
    pub fn output(self, kind: FileKind, container: &Serial) -> OutputFile {
        OutputFile {
            kind,
            subject: Some(container.to_string()),
            container: None,
            name: Some(file_name(kind, container)),
            content: Some(self.text.into_bytes()).filter(|text| !text.is_empty()),
            withheld: None,
        }
    }
}

/// Returns the name of the file in a folder: `K-4T9WX-C0MR7.upd`.
pub fn file_name(kind: FileKind, container: &Serial) -> String {
    let ending = if kind == FileKind::Context { "ctx" } else { "upd" };
    format!("{container}.{ending}")
}

/// The newest file about a container, since which nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Newest {
    /// The container.
    pub container: Container,
    /// The file.
    pub file: ContainerFile,
    /// The licenses of the container that are not in the file, because the keys of their files were
    /// revoked.
    pub left_out: Vec<String>,
}

/// A plan that signs a file about a container.
pub trait SignsFile {
    /// Returns the container.
    fn container(&self) -> &Container;

    /// Returns the file.
    fn file(&self) -> ContainerFile;
}
