//! What nobody reads in an error, whatever somebody typed in the wrong place: a ticket's code, a signed text, an identity of age.

use super::ticket;

/// Characters that a signed text has at least: its signature alone has 86.
const TOKEN: usize = 100;
/// How an identity of age begins.
const IDENTITY: &str = "AGE-SECRET-KEY-";

/// A text without the secrets that stand in it.
pub fn hidden(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let (mut shown, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(start) = rest.find(is_part) {
        let (before, run) = rest.split_at(start);
        let (run, after) = run.split_at(run.find(|c| !is_part(c)).unwrap_or(run.len()));
        shown.push_str(before);
        shown.push_str(if is_secret(run) { "…" } else { run });
        rest = after;
    }
    shown.push_str(rest);
    ticket::hidden(&shown)
}

fn is_secret(run: &str) -> bool {
    let is_token = run.len() >= TOKEN && run.bytes().filter(|byte| *byte == b'.').count() >= 2;
    is_token || run.len() > IDENTITY.len() && run.to_ascii_uppercase().contains(IDENTITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_texts_and_identities_are_hidden_and_nothing_else() {
        let token = format!("{}.{}.{}", "a".repeat(40), "b".repeat(80), "c".repeat(86));
        for (text, shown) in [
            (format!("{token:?} is no column"), "\"…\" is no column".to_owned()),
            (format!("x={token}"), "x=…".to_owned()),
            ("\"AGE-SECRET-KEY-1MG7LTMH\" is not".to_owned(), "\"…\" is not".to_owned()),
            ("age-secret-key-1abc".to_owned(), "…".to_owned()),
            (format!("{}.lic in a.b.c", "n".repeat(150)), format!("{}.lic in a.b.c", "n".repeat(150))),
            ("ä.ö.ü, K-PA8KG-P3E23".to_owned(), "ä.ö.ü, K-PA8KG-P3E23".to_owned()),
            (String::new(), String::new()),
        ] {
            assert_eq!(hidden(&text), shown);
        }
    }
}
