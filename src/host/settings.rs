//! The preferences of a home, `licentia.toml`. What they mean is the caller's; here a file is read
//! into whatever asks.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::host::files;

/// The most bytes of a settings file.
const MOST: usize = 1 << 20;

/// A settings file that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The file can't be read.
    #[error(transparent)]
    File(#[from] files::Fault),
    /// It says what nobody understands; line and column included.
    #[error("{path} cannot be read: {why}")]
    Syntax {
        /// Which file.
        path: String,
        /// The parser's words.
        why: String,
    },
}

/// Reads a settings file.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Fault> {
    let bytes = files::read(path, MOST)?;
    let syntax = |why: String| Fault::Syntax { path: path.display().to_string(), why };
    let text = String::from_utf8(bytes).map_err(|_| syntax("it is not text".into()))?;
    toml::from_str(&text).map_err(|error: toml::de::Error| {
        let line = error
            .span()
            .map_or(1, |span| text.get(..span.start).unwrap_or("").matches('\n').count() + 1);
        syntax(format!("line {line}: {}", error.message()))
    })
}
