//! Redaction of secrets in error messages, which repeat typed arguments: ticket codes, tokens, and
//! age identities (private keys).

use crate::domain::ticket;

/// The prefix of an age identity.
const IDENTITY: &str = "AGE-SECRET-KEY-";
/// The base64url prefix of a JSON object. Each part of a token except the signature has it.
const JSON: &str = "eyJ";
/// The minimum length of a part of a token with this prefix, and of a line of a wrapped token.
const PART: usize = 16;
/// The minimum length of mixed characters that count as base64. A thumbprint is shorter (43), and a
/// hexadecimal hash contains no upper case.
const LONG: usize = 60;

/// Returns a text with its secrets replaced, also truncated and wrapped ones.
pub fn hidden(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let (mut shown, mut rest, mut goes_on) = (String::with_capacity(text.len()), text, false);
    while let Some(start) = rest.find(is_part) {
        let (before, run) = rest.split_at(start);
        let (run, after) = run.split_at(run.find(|c| !is_part(c)).unwrap_or(run.len()));
        // A quoted text contains line breaks as escapes.
        let is_break = before.chars().all(|c| c.is_whitespace() || matches!(c, '\\' | '>'));
        goes_on = is_secret(run)
            || goes_on && is_break && (run.len() >= PART || run == "n" || run == "r");
        shown.push_str(before);
        shown.push_str(if goes_on { "…" } else { run });
        rest = after;
    }
    shown.push_str(rest);
    ticket::hidden(&shown)
}

fn is_secret(run: &str) -> bool {
    let is_mixed = |part: &str| {
        let has = |of: fn(&u8) -> bool| part.as_bytes().iter().any(of);
        has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit)
    };
    let is_token = |part: &str| {
        part.len() >= PART && part.starts_with(JSON) || part.len() >= LONG && is_mixed(part)
    };
    run.split('.').any(is_token)
        || run.len() > IDENTITY.len() && run.to_ascii_uppercase().contains(IDENTITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_texts_and_identities_are_hidden_and_nothing_else() {
        let part = |letter: &str| format!("eyJ{}", letter.repeat(80));
        let token = format!("{}.{}.Aa1{}", part("a"), part("b"), "c".repeat(83));
        let half = format!("{}.{}", part("a"), part("b"));
        let wrapped: Vec<&str> = token
            .as_bytes()
            .chunks(64)
            .map(|line| std::str::from_utf8(line).expect("ASCII"))
            .collect();
        for (text, shown) in [
            (format!("{token:?} is no column"), "\"…\" is no column".to_owned()),
            (format!("x={token}"), "x=…".to_owned()),
            (format!("no {half}"), "no …".to_owned()),
            (format!("no {}", part("b")), "no …".to_owned()),
            ("\"AGE-SECRET-KEY-1MG7LTMH\" is not".to_owned(), "\"…\" is not".to_owned()),
            ("age-secret-key-1abc".to_owned(), "…".to_owned()),
            (
                format!("{}.lic in a.b.c", "n".repeat(150)),
                format!("{}.lic in a.b.c", "n".repeat(150)),
            ),
            (format!("head {}", "0f9a".repeat(16)), format!("head {}", "0f9a".repeat(16))),
            (
                "key pgCi1QI1j9Q707FGUCIGrWm6wO99JdI3vQQy3fEKvTI".to_owned(),
                "key pgCi1QI1j9Q707FGUCIGrWm6wO99JdI3vQQy3fEKvTI".to_owned(),
            ),
            ("ä.ö.ü, K-PA8KG-P3E23".to_owned(), "ä.ö.ü, K-PA8KG-P3E23".to_owned()),
            (String::new(), String::new()),
        ] {
            assert_eq!(hidden(&text), shown);
        }
        for lines in [wrapped.join("\n"), wrapped.join("\r\n> ")] {
            for text in [lines.clone(), format!("{lines:?}")] {
                let shown = hidden(&format!("no {text}"));
                assert!(!shown.chars().any(|c| matches!(c, 'a' | 'b' | 'c')), "{shown}");
            }
        }
    }
}
