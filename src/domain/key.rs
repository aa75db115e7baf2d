//! Keys: one root key certifies the signing keys. The edition and the scope of a signing key never
//! change.

use std::fmt;
use std::str::FromStr;

use licentia_runtime::{Edition, KeyState, Kind, LicenseClaims, Scope};

use crate::domain::name::{Slug, did_you_mean};
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};

/// A key in the database. The private key is a file in the folder `keys/` of the home, unless it is
/// stored elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name, unique in the home. The private key is `keys/NAME.pem`.
    pub name: Slug,
    /// The RFC 7638 thumbprint.
    pub kid: String,
    /// The role.
    pub role: Role,
    /// The edition of a signing key. `None` for the root key.
    pub edition: Option<Edition>,
    /// The state. Only an active key signs.
    pub state: KeyState,
    /// The limits of the files that it may sign.
    pub limits: Limits,
    /// The public key, base64url.
    pub x: String,
    /// The last second whose signatures of a retired key are valid, in seconds since 1970.
    pub retired_at: Option<i64>,
    /// The instant of a revoked key with a maximum term, in seconds since 1970. Earlier signatures
    /// stay valid.
    pub revoked_at: Option<i64>,
    /// The number of files that it signed.
    pub files_signed: u64,
    /// The SHA-256 of the private key file that this home wrote last, in hex. `None` if this home
    /// has written none.
    pub file_hash: Option<String>,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// The role of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The root key, which certifies the signing keys.
    Root,
    /// A signing key, which signs files for customers.
    Signing,
}

impl Role {
    /// Returns `root` or `signing`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Root => "root",
            Role::Signing => "signing",
        }
    }
}

/// The name of the root key and of its file.
pub const ROOT: &str = "root";

/// The thumbprints of the published test keys (`keys/`). Their private keys are public, so a live
/// home must not use them.
const PUBLISHED: [&str; 3] = [
    "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA",
    "8ZOkpvLjpDY5WJZnsXjtiu5R7sMVnmlHxN6qn1mSnJE",
    "8M13tGDgNAWInSm4LpDkFhwhv3QFPNSdVHOpcZcDe8w",
];

/// Refuses a key whose private key is published.
///
/// # Errors
///
/// `test_file`
pub fn check_private(kid: &str) -> Result<(), Error> {
    if PUBLISHED.contains(&kid) {
        return Err(Error::new(
            ErrorCode::TestFile,
            format!("key {kid} is a published test key, with which everyone can sign"),
        )
        .remedy(Remedy::CreateKey));
    }
    Ok(())
}

/// The kinds of files that a signing key may sign, as a scope names them.
pub const KINDS: [Kind; 6] =
    [Kind::License, Kind::Credential, Kind::Context, Kind::Update, Kind::StatusList, Kind::Anchor];

/// The kind of a license's token.
pub const LICENSE: &str = "license";

/// The kind of an entry of the audit log that grants rights. A key that may sign licenses may sign
/// such entries, too. A key of this kind only signs entries, and no file.
pub const ENTRY: &str = "anchor";

/// The purpose of a signature, a word that the vendor chooses. The default is `issue`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Purpose(String);

impl Purpose {
    /// Returns the default purpose of `license issue`.
    pub fn issue() -> Purpose {
        Purpose("issue".into())
    }

    /// Returns the purpose of a recovery.
    pub fn recovery() -> Purpose {
        Purpose("recovery".into())
    }

    /// Returns the word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Purpose {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        let good = (1..=32).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if good {
            return Ok(Purpose(text.to_owned()));
        }
        Err(Error::usage(format!("{text:?} is not a purpose")).advice(
            "a purpose has 1 to 32 lowercase letters, digits and dashes, and begins with a letter, \
             like issue, recovery or nightly",
        ))
    }
}

/// The limits of a key. They never change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The scope. The key set publishes it, and every verifier checks it.
    pub scope: Scope,
    /// The purposes for which this home signs with the key; `None` for all. No verifier checks
    /// them.
    pub purposes: Option<Vec<Purpose>>,
    /// The maximum number of files that this home signs with the key. No verifier checks it.
    pub max_files: Option<u64>,
    /// The last instant at which its signatures are valid, in seconds since 1970.
    pub not_after: Option<i64>,
}

impl Limits {
    /// Returns whether there is no limit except the kinds of files and the last instant.
    fn is_none(&self) -> bool {
        self.scope.is_without_limits() && self.purposes.is_none() && self.max_files.is_none()
    }

    /// Returns the limits with sorted lists. A key with any limit signs licenses only, unless the
    /// request names other kinds.
    ///
    /// # Errors
    ///
    /// `edition_mismatch` for a trial key with another kind than licenses, `usage` for a maximum
    /// term of 0 days.
    pub fn settled(mut self, edition: Edition) -> Result<Limits, Error> {
        let license = Kind::License.name();
        if self.scope.max_term_days == Some(0) {
            return Err(Error::usage("the maximum term is 0 days; at least 1 day is required")
                .remedy(Remedy::LongerMaxTerm));
        }
        let other = self
            .scope
            .kinds
            .iter()
            .flatten()
            .find(|kind| edition == Edition::Trial && *kind != license && *kind != ENTRY);
        if let Some(other) = other {
            let reason = format!(
                "a trial key signs licenses and audit entries only, not files of kind {other}"
            );
            return Err(Error::new(ErrorCode::EditionMismatch, reason).remedy(Remedy::OmitKinds));
        }
        if self.scope.kinds.is_none() && !self.is_none() {
            self.scope.kinds = Some(vec![license.to_owned()]);
        }
        for list in [&mut self.scope.kinds, &mut self.scope.products].into_iter().flatten() {
            list.sort();
            list.dedup();
        }
        if let Some(purposes) = &mut self.purposes {
            purposes.sort();
            purposes.dedup();
        }
        Ok(self)
    }
}

impl Key {
    /// Creates a signing key of an edition, or the root key if `edition` is `None`.
    pub fn new(
        name: Slug,
        kid: &str,
        x: &str,
        edition: Option<Edition>,
        limits: Limits,
        created_at: &str,
    ) -> Key {
        Key {
            name,
            kid: kid.to_owned(),
            role: if edition.is_some() { Role::Signing } else { Role::Root },
            edition,
            state: KeyState::Active,
            limits,
            x: x.to_owned(),
            retired_at: None,
            revoked_at: None,
            files_signed: 0,
            file_hash: None,
            created_at: created_at.to_owned(),
        }
    }

    /// Returns whether the key has this edition and these limits.
    pub fn is_like(&self, edition: Edition, limits: &Limits) -> bool {
        self.edition == Some(edition) && self.limits == *limits
    }

    /// Returns whether there is no limit except the kinds of files and the last instant.
    pub fn is_without_limits(&self) -> bool {
        self.limits.is_none()
    }

    /// Returns whether the key may sign files of a kind, or entries.
    pub fn allows_kind(&self, kind: &str) -> bool {
        let scope = &self.limits.scope;
        scope.allows_kind(kind) || kind == ENTRY && scope.allows_kind(LICENSE)
    }

    /// Retires the key. The files that it signed stay valid. `newest` is the instant of its last
    /// signature. It can be later than `now` if the clock was set back.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for the root key, `wrong_state` for a key that is not active.
    pub fn retire(&mut self, now: i64, newest: Option<i64>) -> Result<(), Error> {
        if self.role == Role::Root {
            return Err(Error::new(
                ErrorCode::WrongKind,
                "the root key cannot be retired: it certifies the other keys",
            )
            .remedy(Remedy::NameSigningKey));
        }
        if self.state != KeyState::Active {
            return Err(Error::new(
                ErrorCode::WrongState,
                format!("key {} is already {}", self.name, self.state.as_str()),
            )
            .remedy(Remedy::ListAllKeys));
        }
        self.state = KeyState::Retired;
        self.retired_at = Some(newest.map_or(now, |newest| newest.max(now)));
        Ok(())
    }

    /// Revokes the key. All its files are refused, those with an earlier instant too, because a
    /// thief can backdate a file. Files from before `since` stay valid only if a maximum term
    /// limits backdated files.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for the root key, and for `since` with a key without a maximum term.
    /// `wrong_state` for a revoked key, unless the request refuses more of its files. `usage` for a
    /// `since` in the future.
    pub fn revoke(&mut self, now: i64, since: Option<Timestamp>) -> Result<(), Error> {
        if self.role == Role::Root {
            return Err(Error::new(
                ErrorCode::WrongKind,
                "the root key cannot be revoked: applications trust the key sets that it signs",
            )
            .advice(
                "after a theft of the root key, create a new home, and release the applications \
                 with the new pin",
            ));
        }
        if self.state == KeyState::Revoked {
            let tightens = self
                .revoked_at
                .is_some_and(|kept| since.is_none_or(|since| since.as_second() < kept));
            if !tightens {
                let error = Error::new(
                    ErrorCode::WrongState,
                    format!("key {} is already revoked", self.name),
                );
                return Err(match self.revoked_at {
                    Some(_) => error.remedy(Remedy::EarlierSince),
                    None => error,
                });
            }
        }
        if let Some(since) = since {
            if self.limits.scope.max_term_days.is_none() {
                return Err(Error::new(
                    ErrorCode::WrongKind,
                    format!(
                        "key {} has no maximum term, so none of its files can stay valid",
                        self.name
                    ),
                )
                .remedy(Remedy::OmitSince));
            }
            if since.as_second() > now {
                return Err(
                    Error::usage(format!("{since} is in the future")).remedy(Remedy::SinceIsTheft)
                );
            }
        }
        self.state = KeyState::Revoked;
        self.revoked_at = since.map(Timestamp::as_second);
        Ok(())
    }
}

/// Chooses the key for a file.
///
/// A key that the request names is taken without a search. Otherwise the candidates are the active
/// keys of the edition without limits whose `kinds` allow the file and whose private key is
/// present. Of these, the key with the name of the edition is taken, or the only candidate.
///
/// # Errors
///
/// `not_found`, `wrong_state` or `edition_mismatch` for a named key, `out_of_scope` if it is the
/// root key. `key_missing` if there is no candidate. `usage` with a list for several candidates.
pub fn choose<'a>(
    keys: &'a [Key],
    edition: Edition,
    kind: &str,
    named: Option<&Slug>,
    now: i64,
    present: impl Fn(&Key) -> bool,
) -> Result<&'a Key, Error> {
    if let Some(name) = named {
        return choose_named(keys, edition, kind, name, now);
    }
    let fits = |key: &&Key| {
        key.role == Role::Signing
            && key.edition == Some(edition)
            && key.state == KeyState::Active
            && key.limits.not_after.is_none_or(|until| now <= until)
            && key.is_without_limits()
            && key.allows_kind(kind)
    };
    let fitting: Vec<&Key> = keys.iter().filter(fits).collect();
    let here: Vec<&Key> = fitting.iter().copied().filter(|key| present(key)).collect();
    let like_edition = here.iter().find(|key| key.name.as_str() == edition.as_str());
    match (like_edition.or(here.first().filter(|_| here.len() == 1)), here.is_empty()) {
        (Some(key), _) => Ok(key),
        (None, true) => Err(missing(
            edition,
            &fitting,
            keys.iter().find(|key| {
                key.edition == Some(edition)
                    && key.state == KeyState::Active
                    && !key.is_without_limits()
                    && present(key)
            }),
        )),
        (None, false) => {
            let names: Vec<&str> = here.iter().map(|key| key.name.as_str()).collect();
            Err(Error::usage(format!(
                "several {} keys can sign the file: {}",
                edition.as_str(),
                names.join(", ")
            ))
            .remedy(Remedy::NameKey))
        }
    }
}

fn missing(edition: Edition, fitting: &[&Key], limited: Option<&Key>) -> Error {
    let (message, remedy) = match fitting.first() {
        Some(key) => (
            format!("private key {} is not in this home", key.name),
            match limited {
                Some(limited) => Remedy::UseLimitedKey { key: limited.name.to_string() },
                None => Remedy::RestoreKeyFile { key: key.name.to_string() },
            },
        ),
        None => (
            format!("there is no active {} key without limits", edition.as_str()),
            Remedy::NameScopedKey,
        ),
    };
    Error::new(ErrorCode::KeyMissing, message).remedy(remedy)
}

/// Returns the error for a private key that is not in this home.
pub fn away(key: &Key) -> Error {
    let message = format!("private key {} is not in this home", key.name);
    Error::new(ErrorCode::KeyMissing, message)
        .remedy(Remedy::RestoreKeyFile { key: key.name.to_string() })
}

fn choose_named<'a>(
    keys: &'a [Key],
    edition: Edition,
    kind: &str,
    name: &Slug,
    now: i64,
) -> Result<&'a Key, Error> {
    let key = find(keys, name)?;
    let Some(own) = key.edition else {
        return Err(Error::new(ErrorCode::OutOfScope, "the root key signs key sets only")
            .remedy(Remedy::NameSigningKey));
    };
    if key.state != KeyState::Active {
        return Err(Error::new(
            ErrorCode::WrongState,
            format!("key {name} is {} and cannot sign", key.state.as_str()),
        )
        .remedy(Remedy::ListActiveKeys));
    }
    if key.limits.not_after.is_some_and(|until| now > until) {
        return Err(Error::new(
            ErrorCode::WrongState,
            format!("key {name} cannot sign: its last day has passed"),
        ));
    }
    if own != edition {
        return Err(Error::new(
            ErrorCode::EditionMismatch,
            match kind {
                LICENSE | ENTRY => format!(
                    "key {name} is a {} key, and the license is {}",
                    own.as_str(),
                    edition.as_str()
                ),
                kind => format!(
                    "key {name} is a {} key, and files of kind {kind} require a commercial key",
                    own.as_str()
                ),
            },
        )
        .remedy(Remedy::NameKeyOfEdition { edition: edition.as_str() }));
    }
    Ok(key)
}

/// Returns the key with a name. The comparison ignores case.
///
/// # Errors
///
/// `not_found`
pub fn find<'a>(keys: &'a [Key], name: &Slug) -> Result<&'a Key, Error> {
    keys.iter().find(|key| key.name.is(name)).ok_or_else(|| {
        let existing = keys.iter().map(|key| key.name.as_str());
        let remedy = did_you_mean(name.as_str(), existing, Remedy::List { noun: Noun::Key });
        Error::new(ErrorCode::NotFound, format!("there is no key {name}")).remedy(remedy)
    })
}

/// Returns the key with a name or a thumbprint.
///
/// # Errors
///
/// `not_found`, and `usage` for a text that is no name.
pub fn find_any<'a>(keys: &'a [Key], named: &str) -> Result<&'a Key, Error> {
    match keys.iter().find(|key| key.kid == named) {
        Some(key) => Ok(key),
        None => find(keys, &named.parse()?),
    }
}

/// Checks the limits of a key for a file that is not a license and has no end. `kind` is a kind of
/// a scope.
///
/// # Errors
///
/// `out_of_scope`
pub fn within_scope_of_file(key: &Key, kind: &str, purpose: &Purpose) -> Result<(), Error> {
    allowed(key, key.limits.scope.refuses_file(kind, 0, None), purpose)
}

/// Checks the limits of a key for a license: the scope, which verifiers check too, and the limits
/// of this home (purposes and number of files).
///
/// # Errors
///
/// `out_of_scope`
pub fn within_scope(key: &Key, claims: &LicenseClaims, purpose: &Purpose) -> Result<(), Error> {
    allowed(key, key.limits.scope.refuses(claims), purpose)
}

/// Checks the limits of a key for an entry that grants a license without a file, as if the license
/// were signed.
///
/// # Errors
///
/// `out_of_scope`
pub fn within_scope_of_entry(
    key: &Key,
    claims: &LicenseClaims,
    purpose: &Purpose,
) -> Result<(), Error> {
    let of_kind = (!key.allows_kind(ENTRY)).then(|| "the key signs no audit entries".to_owned());
    let scope = Scope { kinds: None, ..key.limits.scope.clone() };
    allowed(key, of_kind.or_else(|| scope.refuses(claims)), purpose)
}

fn allowed(key: &Key, refused: Option<String>, purpose: &Purpose) -> Result<(), Error> {
    let other_purpose = key
        .limits
        .purposes
        .as_ref()
        .filter(|purposes| !purposes.contains(purpose))
        .map(|purposes| {
            let words: Vec<&str> = purposes.iter().map(Purpose::as_str).collect();
            format!("the key signs for the purpose {} only, not for {purpose}", words.join(", "))
        });
    let used_up = key
        .limits
        .max_files
        .filter(|most| key.files_signed >= *most)
        .map(|most| format!("the maximum number of signed files ({most}) is reached"));
    refused.or(other_purpose).or(used_up).map_or(Ok(()), |why| {
        Err(Error::new(
            ErrorCode::OutOfScope,
            format!("the file is out of the scope of key {}: {why}", key.name),
        )
        .remedy(Remedy::Show {
            noun: Noun::Key,
            id: key.name.to_string(),
            facts: "the scope of the key",
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, change: impl FnOnce(&mut Key)) -> Key {
        let name = Slug::stored(name.into());
        let mut key = Key::new(
            name.clone(),
            name.as_str(),
            "",
            Some(Edition::Commercial),
            Limits::default(),
            "",
        );
        change(&mut key);
        key
    }

    #[test]
    fn the_root_signs_no_license() {
        let root = key("root", |key| key.edition = None);
        let error = chosen(&[root], Some("root")).expect_err("the root");
        assert_eq!(error.0, ErrorCode::OutOfScope);
    }

    fn chosen(keys: &[Key], named: Option<&str>) -> Result<String, (ErrorCode, String)> {
        let named = named.map(|name| Slug::stored(name.into()));
        choose(keys, Edition::Commercial, "license", named.as_ref(), 100, |key| {
            !key.name.as_str().starts_with("away")
        })
        .map(|key| key.name.to_string())
        .map_err(|error| (error.code, error.message))
    }

    #[test]
    fn the_key_named_like_the_edition_else_the_only_one() {
        let plain = |name| key(name, |_| ());
        let limited = key("ci", |key| key.limits.scope.max_seats = Some(5));
        let counted = key("counted", |key| key.limits.max_files = Some(5));
        let purposed = key("purposed", |key| key.limits.purposes = Some(vec![Purpose::issue()]));
        let other_kind = key("status", |key| key.limits.scope.kinds = Some(vec!["status".into()]));
        let retired = key("old", |key| key.state = KeyState::Retired);
        let over = key("over", |key| key.limits.not_after = Some(99));
        let trial = key("trial", |key| key.edition = Some(Edition::Trial));
        let others = [limited, counted, purposed, other_kind, retired, over, trial];
        assert_eq!(chosen(&[plain("other"), plain("commercial")], None), Ok("commercial".into()));
        assert_eq!(chosen(&[&others[..], &[plain("only")]].concat(), None), Ok("only".into()));
        assert_eq!(chosen(&[plain("away"), plain("only")], None), Ok("only".into()));
        let (code, message) = chosen(&[plain("one"), plain("two")], None).expect_err("ambiguous");
        assert_eq!((code, message.contains("one, two")), (ErrorCode::Usage, true));
        assert_eq!(
            chosen(&[plain("away")], None).map_err(|error| error.0),
            Err(ErrorCode::KeyMissing)
        );
        assert_eq!(chosen(&others, None).map_err(|error| error.0), Err(ErrorCode::KeyMissing));
        for (name, code) in [
            ("trial", ErrorCode::EditionMismatch),
            ("old", ErrorCode::WrongState),
            ("over", ErrorCode::WrongState),
            ("unknown", ErrorCode::NotFound),
        ] {
            assert_eq!(chosen(&others, Some(name)).map_err(|error| error.0), Err(code), "{name}");
        }
        assert_eq!(chosen(&others, Some("ci")), Ok("ci".into()));
    }

    #[test]
    fn a_key_is_retired_and_revoked_once_and_the_root_never() {
        let mut root = key("root", |key| (key.role, key.edition) = (Role::Root, None));
        assert_eq!(root.retire(100, None).map_err(|error| error.code), Err(ErrorCode::WrongKind));
        assert_eq!(root.revoke(100, None).map_err(|error| error.code), Err(ErrorCode::WrongKind));
        let mut old = key("old", |_| ());
        assert_eq!(old.retire(100, Some(90)), Ok(()));
        assert_eq!((old.state, old.retired_at), (KeyState::Retired, Some(100)));
        assert_eq!(old.retire(101, None).map_err(|error| error.code), Err(ErrorCode::WrongState));
        assert_eq!(old.revoke(200, None), Ok(()));
        assert_eq!(
            (old.state, old.retired_at, old.revoked_at),
            (KeyState::Revoked, Some(100), None)
        );
        assert_eq!(old.revoke(201, None).map_err(|error| error.code), Err(ErrorCode::WrongState));
        assert_eq!(old.retire(201, None).map_err(|error| error.code), Err(ErrorCode::WrongState));
        let mut ahead = key("ahead", |_| ());
        assert_eq!(ahead.retire(100, Some(160)), Ok(()));
        assert_eq!(ahead.retired_at, Some(160), "nothing that it signed is lost");
    }

    #[test]
    fn only_where_a_term_bounds_a_thief_are_older_files_kept() {
        let at = |second: i64| Timestamp::from_second(second).ok();
        let mut free = key("free", |_| ());
        assert_eq!(free.revoke(100, at(50)).map_err(|error| error.code), Err(ErrorCode::WrongKind));
        let mut short = key("short", |key| key.limits.scope.max_term_days = Some(14));
        assert_eq!(short.revoke(100, at(101)).map_err(|error| error.code), Err(ErrorCode::Usage));
        assert_eq!(short.revoke(100, at(50)), Ok(()));
        assert_eq!((short.state, short.revoked_at), (KeyState::Revoked, Some(50)));
        // An earlier instant refuses more files and is accepted; a later one is not.
        assert_eq!(
            short.revoke(100, at(60)).map_err(|error| error.code),
            Err(ErrorCode::WrongState)
        );
        assert_eq!((short.revoke(100, at(40)), short.revoked_at), (Ok(()), Some(40)));
        assert_eq!((short.revoke(100, None), short.revoked_at), (Ok(()), None));
        assert_eq!(
            short.revoke(100, at(10)).map_err(|error| error.code),
            Err(ErrorCode::WrongState)
        );
    }

    #[test]
    fn a_key_with_any_limit_signs_licenses_only_unless_told_otherwise() {
        let words =
            |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        let settled = |edition, change: &dyn Fn(&mut Limits)| {
            let mut limits = Limits::default();
            change(&mut limits);
            limits.settled(edition).map(|limits| limits.scope.kinds).map_err(|error| error.code)
        };
        let limited: [&dyn Fn(&mut Limits); 5] = [
            &|limits| limits.scope.products = words(&["p"]),
            &|limits| limits.scope.max_term_days = Some(14),
            &|limits| limits.scope.max_seats = Some(5),
            &|limits| limits.max_files = Some(5),
            &|limits| limits.purposes = Some(vec![Purpose::issue()]),
        ];
        for change in limited {
            assert_eq!(settled(Edition::Commercial, change), Ok(words(&["license"])));
            let restrict = |limits: &mut Limits| {
                change(limits);
                limits.scope.kinds = words(&["update", "credential", "update"]);
            };
            assert_eq!(
                settled(Edition::Commercial, &restrict),
                Ok(words(&["credential", "update"]))
            );
            assert_eq!(settled(Edition::Trial, &restrict), Err(ErrorCode::EditionMismatch));
        }
        assert_eq!(settled(Edition::Commercial, &|_| ()), Ok(None));
        assert_eq!(settled(Edition::Trial, &|limits| limits.not_after = Some(1)), Ok(None));
        assert_eq!(
            settled(Edition::Trial, &|limits| limits.scope.max_term_days = Some(0)),
            Err(ErrorCode::Usage)
        );
    }

    #[test]
    fn purposes_are_plain_words() {
        for word in ["issue", "recovery", "nightly-2"] {
            assert!(word.parse::<Purpose>().is_ok(), "{word}");
        }
        for word in ["", "Issue", "a b", "2", "-a", &"a".repeat(33)] {
            assert!(word.parse::<Purpose>().is_err(), "{word}");
        }
    }

    #[test]
    fn the_published_keys_are_those_of_the_folder() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("keys");
        #[expect(clippy::disallowed_methods, reason = "the test reads what is published")]
        let readme = std::fs::read_to_string(folder.join("README.md")).expect("read");
        assert_eq!(readme.matches("| `test-").count(), PUBLISHED.len());
        for kid in PUBLISHED {
            assert!(readme.contains(&format!("`{kid}`")), "{kid}");
            assert_eq!(check_private(kid).map_err(|error| error.code), Err(ErrorCode::TestFile));
        }
        assert_eq!(check_private("another"), Ok(()));
    }
}
