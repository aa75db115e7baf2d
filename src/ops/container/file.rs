//! The signed files of a container: its update, and the context of a cloud container. A file that
//! is up to date is written again; otherwise a new one is signed.

use crate::domain::container::Container;
use crate::domain::serial::Serial;
use crate::ops::execute::{FileKind, PlannedFile};
use crate::store::{SignedContext, SignedUpdate};

/// A signed file of a container. Its token is empty until it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContainerFile {
    /// The counter of the container state in the file.
    pub counter: u64,
    /// The id of the token.
    pub jti: String,
    /// The thumbprint of the key that signed the file.
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
    pub fn output(self, kind: FileKind, container: &Serial) -> PlannedFile {
        PlannedFile {
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

/// The newest file of a container, if it is up to date.
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

/// A plan that signs a file of a container.
pub trait SignsFile {
    /// Returns the container.
    fn container(&self) -> &Container;

    /// Returns the file.
    fn file(&self) -> ContainerFile;
}
