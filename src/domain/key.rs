//! Keys: one root that certifies signing keys; a signing key has one edition and one scope for ever.

use licentia_runtime::{Edition, KeyState, LicenseClaims, Scope};

use super::name::Code as KeyName;
use super::{Code, Refusal};

/// A key as the books know it. The private part is a file in the home's `keys/`, if it is here at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Unique in the home; the private part is `keys/NAME.pem`.
    pub name: KeyName,
    /// The RFC 7638 thumbprint.
    pub kid: String,
    /// What it is for.
    pub role: Role,
    /// Of a signing key: what it signs. `None` for the root.
    pub edition: Option<Edition>,
    /// Whether it signs.
    pub state: KeyState,
    /// What it may sign.
    pub scope: Scope,
    /// The public key, base64url.
    pub x: String,
    /// The last instant at which its signatures are good, in seconds since 1970.
    pub not_after: Option<i64>,
    /// When it was retired.
    pub retired_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
    /// How many files it has signed.
    pub files_signed: u64,
    /// When it was made, RFC 3339.
    pub created_at: String,
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Certifies the signing keys.
    Root,
    /// Signs files for customers.
    Signing,
}

impl Role {
    /// `root` or `signing`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Root => "root",
            Role::Signing => "signing",
        }
    }
}

/// The name of the root and of its file.
pub const ROOT: &str = "root";

/// Picks the key for a file.
///
/// A named key is taken as it is. Else, of the active keys of the edition without limits whose `kinds` allow the file and
/// whose private part is present: the one named like the edition, else the only one.
///
/// # Errors
///
/// `not_found`, `wrong_state`, `edition_mismatch` for a named key; `key_missing` where no private part is here; `usage`
/// with the list where several fit.
pub fn choose<'a>(
    keys: &'a [Key],
    edition: Edition,
    kind: &str,
    named: Option<&KeyName>,
    now: i64,
    present: impl Fn(&Key) -> bool,
) -> Result<&'a Key, Refusal> {
    if let Some(name) = named {
        return choose_named(keys, edition, name, now);
    }
    let fits = |key: &&Key| {
        key.role == Role::Signing
            && key.edition == Some(edition)
            && key.state == KeyState::Active
            && key.not_after.is_none_or(|until| now <= until)
            && key.scope.is_without_limits()
            && key.scope.allows_kind(kind)
    };
    let fitting: Vec<&Key> = keys.iter().filter(fits).collect();
    let here: Vec<&Key> = fitting.iter().copied().filter(|key| present(key)).collect();
    let like_edition = here.iter().find(|key| key.name.as_str() == edition.as_str());
    match (like_edition.or(here.first().filter(|_| here.len() == 1)), here.is_empty()) {
        (Some(key), _) => Ok(key),
        (None, true) => Err(missing(edition, &fitting)),
        (None, false) => {
            let names: Vec<&str> = here.iter().map(|key| key.name.as_str()).collect();
            Err(Refusal::usage(format!("several {} keys could sign this: {}", edition.as_str(), names.join(", ")))
                .hint("name one with --key"))
        }
    }
}

fn missing(edition: Edition, fitting: &[&Key]) -> Refusal {
    let (message, hint) = match fitting.first() {
        Some(key) => (
            format!("the private part of key {} is not here", key.name),
            format!("put its file at keys/{}.pem in the home; `licentia key list` shows which keys are here", key.name),
        ),
        None => (
            format!("there is no active {} key without limits", edition.as_str()),
            "`licentia key list` shows the keys; name one with a scope with --key".to_owned(),
        ),
    };
    Refusal::new(Code::KeyMissing, message).hint(hint)
}

fn choose_named<'a>(keys: &'a [Key], edition: Edition, name: &KeyName, now: i64) -> Result<&'a Key, Refusal> {
    let key = find(keys, name)?;
    let Some(own) = key.edition else {
        return Err(Refusal::new(Code::OutOfScope, "the root signs key sets only")
            .hint("name a signing key; `licentia key list` shows them"));
    };
    if key.state != KeyState::Active {
        return Err(Refusal::new(Code::WrongState, format!("key {name} is {}", key.state.as_str()))
            .hint("`licentia key list` shows the active ones"));
    }
    if key.not_after.is_some_and(|until| now > until) {
        return Err(Refusal::new(Code::WrongState, format!("key {name} is past its last day")));
    }
    if own != edition {
        return Err(Refusal::new(
            Code::EditionMismatch,
            format!("key {name} is a {} key, the license is {}", own.as_str(), edition.as_str()),
        )
        .hint(format!("leave --edition out, or name a {} key", edition.as_str())));
    }
    Ok(key)
}

/// The key with this name.
pub fn find<'a>(keys: &'a [Key], name: &KeyName) -> Result<&'a Key, Refusal> {
    keys.iter()
        .find(|key| key.name == *name)
        .ok_or_else(|| Refusal::new(Code::NotFound, format!("there is no key {name}")).hint("`licentia key list` shows the keys"))
}

/// Asks before signing what every verifier will ask.
pub fn within_scope(key: &Key, claims: &LicenseClaims) -> Result<(), Refusal> {
    key.scope.refuses(claims).map_or(Ok(()), |why| {
        Err(Refusal::new(Code::OutOfScope, format!("out of the scope of key {}: {why}", key.name))
            .hint(format!("`licentia key show {}` shows its scope", key.name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, change: impl FnOnce(&mut Key)) -> Key {
        let mut key = Key {
            name: KeyName::stored(name.into()),
            kid: name.into(),
            role: Role::Signing,
            edition: Some(Edition::Commercial),
            state: KeyState::Active,
            scope: Scope::default(),
            x: String::new(),
            not_after: None,
            retired_at: None,
            revoked_at: None,
            files_signed: 0,
            created_at: String::new(),
        };
        change(&mut key);
        key
    }

    fn chosen(keys: &[Key], named: Option<&str>) -> Result<String, (Code, String)> {
        let named = named.map(|name| KeyName::stored(name.into()));
        choose(keys, Edition::Commercial, "license", named.as_ref(), 100, |key| !key.name.as_str().starts_with("away"))
            .map(|key| key.name.to_string())
            .map_err(|refusal| (refusal.code, refusal.message))
    }

    #[test]
    fn the_key_named_like_the_edition_else_the_only_one() {
        let plain = |name| key(name, |_| ());
        let limited = key("ci", |key| key.scope.max_seats = Some(5));
        let other_kind = key("status", |key| key.scope.kinds = Some(vec!["status".into()]));
        let retired = key("old", |key| key.state = KeyState::Retired);
        let over = key("over", |key| key.not_after = Some(99));
        let trial = key("trial", |key| key.edition = Some(Edition::Trial));
        let others = [limited, other_kind, retired, over, trial];
        assert_eq!(chosen(&[plain("other"), plain("commercial")], None), Ok("commercial".into()));
        assert_eq!(chosen(&[&others[..], &[plain("only")]].concat(), None), Ok("only".into()));
        assert_eq!(chosen(&[plain("away"), plain("only")], None), Ok("only".into()));
        let (code, message) = chosen(&[plain("one"), plain("two")], None).expect_err("ambiguous");
        assert_eq!((code, message.contains("one, two")), (Code::Usage, true));
        assert_eq!(chosen(&[plain("away")], None).map_err(|refusal| refusal.0), Err(Code::KeyMissing));
        assert_eq!(chosen(&others, None).map_err(|refusal| refusal.0), Err(Code::KeyMissing));
        for (name, code) in
            [("trial", Code::EditionMismatch), ("old", Code::WrongState), ("over", Code::WrongState), ("nobody", Code::NotFound)]
        {
            assert_eq!(chosen(&others, Some(name)).map_err(|refusal| refusal.0), Err(code), "{name}");
        }
        assert_eq!(chosen(&others, Some("ci")), Ok("ci".into()));
    }
}
