//! The comparison of the key sets, status lists, updates, contexts and receipts with their rows.

use licentia_runtime::inspect::unverified;
use licentia_runtime::{Jwk, KeySetClaims, Kind, thumbprint};
use serde_json::{Map, Value};

use crate::domain::time::instant_of;
use crate::ops::error::Result;
use crate::ops::health::comparison::difference::{Compared, Place};
use crate::ops::health::comparison::pool::Pool;
use crate::ops::health::comparison::shared::{Meter, Shared};
use crate::signing::token;
use crate::store::{Reader, TokenKind, TokenMembers, TokenRow};

/// Compares all stored tokens except license files and credentials.
///
/// # Errors
///
/// The faults of the database.
pub fn compare_tokens<'a>(
    reader: Reader<'_>,
    shared: Shared<'a>,
    pool: &Pool<'a, '_>,
    meter: &mut Meter<'_>,
) -> Result<()> {
    reader.list_token_rows(&mut |row| -> Result<()> {
        meter.count();
        match row {
            Ok(row) => {
                let place = shared.differences.next_place();
                pool.run(move || compare(shared, &row, place));
            }
            Err(fault) => shared.differences.add_next("database", "token", fault.to_string()),
        }
        Ok(())
    })
}

/// Compares a token with its row.
fn compare(shared: Shared<'_>, row: &TokenRow, place: Place) {
    let TokenRow { kind, key, text, members } = row;
    let (noun, of) = match kind {
        TokenKind::KeySet => ("keyset", Kind::KeySet),
        TokenKind::StatusList => ("status", Kind::StatusList),
        TokenKind::Update => ("container", Kind::Update),
        TokenKind::Context | TokenKind::Receipt => ("container", Kind::Context),
    };
    let uri = members.list.map(|number| shared.vendor.list_uri(number));
    let subject = members.subject.clone().or_else(|| uri.clone());
    let subject = match (subject, members.counter) {
        (Some(subject), _) => subject,
        (None, Some(version)) => version.to_string(),
        (None, None) => members.jti.clone(),
    };
    let compared = Compared { kind: noun, subject: &subject, place };
    let add = |problem: String| shared.differences.add(compared, problem);
    let name = format!("{} {}", called(*kind), members.jti);
    let Ok(read) = unverified(text) else {
        add(format!("the stored {name} was changed: it is not a token"));
        return;
    };
    let x = match kind {
        TokenKind::Receipt => key.clone(),
        _ => key.as_deref().and_then(|kid| public_key(shared.keys.claims(), kid)),
    };
    if read.kind != Some(of) || !x.is_some_and(|x| token::is_signed_by(text, &x)) {
        add(format!("the stored {name} was changed: it has no valid signature"));
        return;
    }
    for (member, stored, signed) in compared_members(*kind, members, uri, &read.claims) {
        if stored != signed {
            add(format!(
                "the row of {name} was changed: {member} is {stored}, but the token has {signed}"
            ));
        }
    }
}

/// Returns a kind of tokens for people.
fn called(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::KeySet => "key set",
        TokenKind::StatusList => "status list",
        TokenKind::Update => "update",
        TokenKind::Context => "context",
        TokenKind::Receipt => "receipt",
    }
}

/// Returns the public key of a key of the home.
fn public_key(keys: &KeySetClaims, kid: &str) -> Option<String> {
    let is_root = |root: &&Jwk| thumbprint(&root.x) == kid;
    let root = Some(&keys.root).filter(is_root).map(|root| root.x.clone());
    root.or_else(|| keys.keys.iter().find(|key| key.kid == kid).map(|key| key.x.clone()))
}

/// A member with its stored and its signed value.
type Member = (&'static str, Value, Value);

/// Returns the members that a row and its token state.
fn compared_members(
    kind: TokenKind,
    members: &TokenMembers,
    uri: Option<String>,
    claims: &Map<String, Value>,
) -> Vec<Member> {
    let claim = |name: &str| claims.get(name).cloned().unwrap_or_default();
    let instant = |name: &str| -> Value { claim(name).as_i64().and_then(instant_of).into() };
    let counter = if kind == TokenKind::KeySet { "version" } else { "counter" };
    let mut found = vec![("jti", members.jti.clone().into(), claim("jti"))];
    if let Some(at) = &members.issued_at {
        found.push(("issued_at", at.clone().into(), instant("iat")));
    }
    if let Some(at) = &members.expires_at {
        found.push(("expires_at", at.clone().into(), instant("exp")));
    }
    if let Some(subject) = members.subject.clone().or(uri) {
        found.push(("subject", subject.into(), claim("sub")));
    }
    if let Some(number) = members.counter {
        found.push((counter, number.into(), claim(counter)));
    }
    found
}
