//! `key accept`: the next key set, at a second desk.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use licentia_runtime::{KeySet, Kind, MAX_BUNDLE, Trust};
use serde_json::json;

use crate::cli::context::{CommandContext, called, texts_of};
use crate::cli::outcome::Outcome;
use crate::domain::key::{ROOT, find_any};
use crate::domain::{Code, Refusal};
use crate::ops::home::join::accept;

/// Take the next key set of the vendor's first home
///
/// At a second desk (`init --join`) keys come and go only so: they are made, retired and revoked where the root is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key accept acme.keyset")]
pub struct Args {
    /// The key set's file, as `key publish` writes it; - is standard input
    file: PathBuf,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    if !home.vendor.joined {
        let message = "this home has a root of its own, which signs its key sets";
        return Err(Refusal::new(Code::WrongState, message)
            .hint("`key accept` is for a desk that was made with `init --join`")
            .into());
    }
    let raw = command.read(&args.file, MAX_BUNDLE)?;
    let text =
        texts_of(&raw, Kind::KeySet).first().map(|text| text.to_string()).unwrap_or_default();
    let keys = home.reader().list_keys()?;
    let root = find_any(&keys, ROOT)?;
    let own = home.reader().find_keyset()?.context("the desk has no key set")?;
    let trust = Trust::new(&root.kid, home.now.as_second());
    let trust = if home.vendor.test { trust.allow_test() } else { trust };
    let seen = KeySet::open(own.text.as_bytes(), &trust).context("the desk's own key set")?.seen();
    let next = KeySet::open(text.as_bytes(), &trust.clone().not_before(seen))
        .with_context(|| called(&args.file))?;
    let claims = next.claims();
    if claims.iss != home.vendor.issuer.as_str() || claims.test != home.vendor.test {
        let message =
            format!("{} is of {}, not of {}", called(&args.file), claims.iss, home.vendor.issuer);
        return Err(Refusal::new(Code::Conflict, message).into());
    }
    let object = json!({"version": claims.version, "was": own.version, "accepted": claims.version > own.version});
    if claims.version == own.version {
        return Ok(Outcome::done(format!(
            "Version {} of the key set is here already",
            own.version
        ))
        .with(object));
    }
    let vendor = home.vendor.clone();
    let work = command.begin(&mut home)?;
    let (change, ended) = accept(&work.tx, &vendor, claims, &text, work.now)?;
    work.commit(&change)?;
    let word = if command.is_dry() { "Would take" } else { "Took" };
    let mut outcome =
        Outcome::done(format!("{word} version {} of the key set", claims.version)).with(object);
    for key in home
        .reader()
        .list_keys()?
        .iter()
        .filter(|key| ended.contains(&key.name.to_string()) && home.has_key(key))
    {
        let path = home.key_file(key);
        outcome = outcome.warn(format!(
            "key {} signs no more, and its private part is still here: remove {}",
            key.name,
            path.display()
        ));
    }
    Ok(outcome)
}
