//! `key publish`: what applications and strangers' libraries get. The key set was signed when the
//! keys changed.

use anyhow::Result;
use licentia_runtime::{Edition, KeyState};
use serde_json::json;

use crate::cli::arguments::{OneOut, edition};
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::outcome::Outcome;
use crate::domain::{Code, Refusal};
use crate::host::files::Access;

/// Write the key set that applications trust
///
/// It was signed by the root when the keys last changed, so this needs no key. With --jwks, the
/// public keys as a plain JWK set (RFC 7517) for other JOSE libraries: active and retired keys
/// without limits, of one edition.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia key publish --out acme.keyset\n  licentia key publish \
        --jwks --out acme.jwks"
)]
pub struct Args {
    /// A plain JWK set instead
    #[arg(long)]
    jwks: bool,
    /// Whose keys the JWK set has: commercial or trial [default: commercial]
    #[arg(long, value_name = "EDITION", value_parser = edition, requires = "jwks")]
    edition: Option<Edition>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = command.home()?;
    let out = args.out.out(command.format());
    let (text, what, mut object) = if args.jwks {
        let (set, count) =
            jwks(&home.reader().list_keys()?, args.edition.unwrap_or(Edition::Commercial));
        (format!("{set:#}\n"), format!("a JWK set of {count} keys"), json!({"jwks": set}))
    } else {
        let set = home
            .reader()
            .find_keyset()?
            .ok_or_else(|| Refusal::new(Code::NotFound, "there is no key set in this home"))?;
        let object = json!({"version": set.version, "root": set.kid, "jti": set.jti, "issued_at": set.issued_at, "text": set.text});
        (set.text.clone(), format!("version {} of the key set", set.version), object)
    };
    command.check_out(&out, Some(&text))?;
    if command.is_dry() {
        return Ok(Outcome::done(format!("Would write {what}")).with(object));
    }
    let emitted = command.write_file(&out, "", text.as_bytes(), Access::Public)?;
    if let Emitted::Standard(bytes) = emitted {
        return Ok(Outcome::default().with_bytes(bytes));
    }
    object["file"] = json!({"path": emitted.path()});
    let place = emitted.path().map(|path| format!(" to {path}")).unwrap_or_default();
    Ok(Outcome::done(format!("Wrote {what}{place}")).with(object))
}

fn jwks(keys: &[crate::domain::key::Key], edition: Edition) -> (serde_json::Value, usize) {
    let fits = keys.iter().filter(|key| {
        key.edition == Some(edition) && key.state != KeyState::Revoked && key.is_without_limits()
    });
    let keys: Vec<_> = fits
        .map(|key| json!({"kty": "OKP", "crv": "Ed25519", "x": key.x, "kid": key.kid}))
        .collect();
    let count = keys.len();
    (json!({ "keys": keys }), count)
}
