//! Bundles (`.licentia`): files with several tokens that are separated by blank lines. Every
//! function that reads a file accepts a bundle.

use std::borrow::Cow;

use crate::code::{VerdictCode, VerifyError};
use crate::jws::{clean_line, file_text};

/// The maximum number of tokens in one file.
const MAX_TEXTS: usize = 10_000;

/// Splits a file into its tokens and removes the marks that mail adds. Returns at least one token.
///
/// # Errors
///
/// `too_large` for a file of more than 64 MiB or 10,000 tokens; `malformed` for a file that is not
/// text or is empty.
pub fn texts(raw: &[u8]) -> Result<Vec<Cow<'_, str>>, VerifyError> {
    let text = file_text(raw)?;
    if !text.is_empty() && !text.contains('\n') {
        let whole = clean_line(text);
        if whole.len() == text.len() {
            return Ok(vec![Cow::Borrowed(text)]);
        }
    }
    let mut texts = vec![String::new()];
    for line in text.split('\n').map(clean_line) {
        match texts.last_mut() {
            Some(last) if !line.is_empty() => last.push_str(&line),
            Some(last) if !last.is_empty() => texts.push(String::new()),
            _ => {}
        }
        // The last entry can be empty, after the last blank line.
        if texts.len() > MAX_TEXTS && texts.last().is_some_and(|last| !last.is_empty()) {
            return Err(VerifyError::new(
                VerdictCode::TooLarge,
                format!("the file contains more than {MAX_TEXTS} tokens"),
            ));
        }
    }
    texts.retain(|text| !text.is_empty());
    if texts.is_empty() {
        return Err(VerifyError::new(VerdictCode::Malformed, "the file is empty"));
    }
    Ok(texts.into_iter().map(Cow::Owned).collect())
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn blank_lines_separate_and_quotes_do_not_hide_them() {
        assert_eq!(texts(b"one").expect("texts"), ["one"]);
        assert_eq!(
            texts(b"\r\n\r\none\r\n-more\r\n\r\n\r\ntwo\r\n").expect("texts"),
            ["one-more", "two"]
        );
        assert_eq!(texts(b"> one\n>\n> two\n> \n").expect("texts"), ["one", "two"]);
        assert!(
            texts("a\n\n".repeat(10_000).as_bytes()).is_ok()
                && texts("a\n\n".repeat(10_002).as_bytes()).is_err()
        );
        assert!(texts(b"").is_err() && texts(b" \n\n").is_err() && texts(b"\xff\xfe").is_err());
    }
}
