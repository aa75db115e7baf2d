//! The preferences of a home, `licentia.toml`. The caller defines the members of the settings.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::host::files;

/// The maximum number of bytes of a settings file.
const MAX_BYTES: usize = 1 << 20;

/// A settings file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] files::Fault),
    /// The file has a syntax error or an unknown member; the reason contains the line.
    #[error("{path} cannot be read: {why}")]
    Syntax {
        /// Path of the file.
        path: String,
        /// Message of the parser, with the line.
        why: String,
    },
}

/// Reads a settings file.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Fault> {
    let bytes = files::read(path, MAX_BYTES)?;
    let syntax = |why: String| Fault::Syntax { path: path.display().to_string(), why };
    let text = String::from_utf8(bytes).map_err(|_| syntax("the file is not UTF-8 text".into()))?;
    toml::from_str(&text).map_err(|error: toml::de::Error| {
        let line = error
            .span()
            .map_or(1, |span| text.get(..span.start).unwrap_or("").matches('\n').count() + 1);
        syntax(format!("line {line}: {}", error.message()))
    })
}
