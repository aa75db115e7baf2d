//! `key publish`: writes the key set for applications, or a JWK set for other JOSE libraries. The
//! root signed the key set when the keys changed.

use licentia_runtime::{Edition, KeyState};

use crate::cli::anchors::{OTHER_KEY_SET, check_anchors};
use crate::cli::arguments::{OneOut, Out, edition};
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::key::Key;
use crate::host::files::Access;
use crate::ops::answer::{Answer, WrittenFile};
use crate::ops::error::Result;
use crate::ops::key::answer::{Jwk, JwkSet, PublishedJwks, PublishedKeySet};
use crate::ops::key::key_set::check_keys;

/// Write the key set that applications trust
///
/// The root key signed the key set when the keys last changed, so that no key is needed. With
/// --jwks, writes the public keys as a plain JWK set (RFC 7517) for other JOSE libraries: active
/// and retired keys without limits, of one edition.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia key publish --out acme.keyset\n  licentia key publish \
        --jwks --out acme.jwks"
)]
pub struct Args {
    /// Write a plain JWK set instead of the key set
    #[arg(long)]
    jwks: bool,
    /// Edition of the keys in the JWK set: commercial or trial [default: commercial]
    #[arg(long, value_name = "EDITION", value_parser = edition, requires = "jwks")]
    edition: Option<Edition>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let out = args.out.out(context.format());
    // Another process may change the keys at the same time.
    let snapshot = home.store.snapshot()?;
    let set = check_keys(snapshot.reader(), &home.vendor, home.now)?;
    let keys = snapshot.reader().list_keys()?;
    drop(snapshot);
    check_anchors(&home, &keys, &OTHER_KEY_SET)?;
    if args.jwks {
        let edition = args.edition.unwrap_or(Edition::Commercial);
        let jwks = jwks(&keys, edition);
        let text = format!("{}\n", serde_json::to_string_pretty(&jwks)?);
        let object = format!("a JWK set of {}", count_of(jwks.keys.len(), "key"));
        return publish(&text, &object, &out, context, |file| PublishedJwks { jwks, file });
    }
    let text = set.text.clone();
    let object = format!("version {} of the key set", set.version);
    publish(&text, &object, &out, context, |file| PublishedKeySet {
        version: set.version,
        root: set.kid,
        jti: set.jti,
        issued_at: set.issued_at,
        text: set.text,
        file,
    })
}

/// Writes a text. Returns the answer with the file, which is missing in a dry run.
fn publish<A: Answer>(
    text: &str,
    object: &str,
    out: &Out,
    context: &mut CommandContext<'_>,
    answer: impl FnOnce(Option<WrittenFile>) -> A,
) -> Result<Outcome> {
    context.check_out(out, Some(text))?;
    if context.is_dry() {
        return Ok(Outcome::done(format!("Would write {object}")).with(answer(None)));
    }
    let emitted = context.write_file(out, "", text.as_bytes(), Access::Public)?;
    if let Emitted::Standard(bytes) = emitted {
        return Ok(Outcome::default().with_bytes(bytes));
    }
    let path = emitted.path();
    let place = path.as_ref().map(|path| format!(" to {path}")).unwrap_or_default();
    let answer = answer(Some(WrittenFile { path }));
    Ok(Outcome::done(format!("Wrote {object}{place}")).with(answer))
}

/// Returns the public keys of an edition that are not revoked and have no limits.
fn jwks(keys: &[Key], edition: Edition) -> JwkSet {
    let fits = keys.iter().filter(|key| {
        key.edition == Some(edition) && key.state != KeyState::Revoked && key.is_without_limits()
    });
    JwkSet { keys: fits.map(Jwk::of).collect() }
}
