//! A second desk of a vendor: it knows his keys by the key set of his first home, and signs with those whose private parts were
//! brought to it.

use anyhow::Result;
use licentia_runtime::{KeyRecord, KeySetClaims, KeyState, thumbprint};
use serde_json::{Value, json};

use crate::domain::audit::{Author, Change};
use crate::domain::key::{Key, Limits, ROOT};
use crate::domain::name::Code as KeyName;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Refusal};
use crate::store::{SignedKeySet, Store, Transaction};

/// Writes the books of a desk that joins.
pub fn join(
    store: &mut Store,
    vendor: &Vendor,
    claims: &KeySetClaims,
    text: &str,
    author: &Author,
    now: Timestamp,
) -> Result<()> {
    let tx = store.begin()?;
    tx.insert_vendor(vendor)?;
    let root = thumbprint(&claims.root.x);
    let name = KeyName::stored(ROOT.to_owned());
    tx.insert_key(&Key::new(
        name,
        &root,
        &claims.root.x,
        None,
        Limits::default(),
        &vendor.created_at,
    ))?;
    for record in &claims.keys {
        tx.insert_key(&known(record, &vendor.created_at)?)?;
    }
    insert_keyset(&tx, claims, text)?;
    let detail = json!({
        "issuer": vendor.issuer.as_str(), "status_uri": vendor.status_uri.as_str(), "test": vendor.test, "joined": true, "root": root,
        "keyset": claims.version,
    });
    tx.append(&Change::new("vendor.init", vendor.name.as_str(), detail), author, &now.to_string())?;
    tx.commit()?;
    Ok(())
}

/// Takes the next key set of the first home: keys that were made there, and those that were retired or revoked. Returns what is
/// other, and the names of the keys that sign no more.
///
/// # Errors
///
/// `wrong_state` where the root was changed, `conflict` for a name that another key has here.
pub fn accept(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    claims: &KeySetClaims,
    text: &str,
    now: Timestamp,
) -> Result<(Change, Vec<String>)> {
    if tx.reader().find_keyset()?.is_some_and(|own| own.version >= claims.version) {
        return Err(Refusal::new(
            Why::ChangedMeanwhile,
            "another command took a key set meanwhile",
        )
        .hint("look again, then try again")
        .into());
    }
    let keys = tx.reader().list_keys()?;
    let root = thumbprint(&claims.root.x);
    if !keys.iter().any(|key| key.name.as_str() == ROOT && key.kid == root) {
        let message = format!("the vendor's root was changed to {root}");
        return Err(Refusal::new(Why::WrongState, message)
            .hint("make a new desk with the new key set: `licentia init DIR --join FILE`")
            .into());
    }
    let (mut made, mut ended) = (Vec::new(), Vec::new());
    for record in &claims.keys {
        let next = known(record, &now.to_string())?;
        match keys.iter().find(|key| key.kid == record.kid) {
            Some(key)
                if key.state == next.state
                    && key.retired_at == next.retired_at
                    && key.revoked_at == next.revoked_at => {}
            Some(key) => {
                tx.set_key_state(&Key {
                    state: next.state,
                    retired_at: next.retired_at,
                    revoked_at: next.revoked_at,
                    ..key.clone()
                })?;
                if next.state != KeyState::Active {
                    ended.push(key.name.to_string());
                }
            }
            None => {
                if let Some(other) = keys.iter().find(|key| key.name.is(&next.name)) {
                    let message = format!(
                        "the key set has another key {} ({}) than this desk ({})",
                        next.name, next.kid, other.kid
                    );
                    return Err(Refusal::new(Why::Conflict, message).into());
                }
                made.push(next.name.to_string());
                tx.insert_key(&next)?;
            }
        }
    }
    insert_keyset(tx, claims, text)?;
    let detail: Value = json!({"version": claims.version, "made": made, "ended": ended});
    Ok((Change::new("key.accept", vendor.name.as_str(), detail), ended))
}

/// A key as another home published it.
fn known(record: &KeyRecord, at: &str) -> Result<Key, Refusal> {
    let name: KeyName = record.name.parse()?;
    let limits =
        Limits { scope: record.scope.clone(), not_after: record.not_after, ..Limits::default() };
    let key = Key::new(name, &record.kid, &record.x, Some(record.edition), limits, at);
    Ok(Key {
        state: record.state,
        retired_at: record.retired_at,
        revoked_at: record.revoked_at,
        ..key
    })
}

fn insert_keyset(tx: &Transaction<'_>, claims: &KeySetClaims, text: &str) -> Result<()> {
    let issued_at = Timestamp::from_second(claims.iat)?.to_string();
    let (kid, jti) = (thumbprint(&claims.root.x), claims.jti.clone());
    tx.insert_keyset(&SignedKeySet {
        version: claims.version,
        kid,
        jti,
        issued_at,
        text: text.to_owned(),
    })?;
    Ok(())
}
