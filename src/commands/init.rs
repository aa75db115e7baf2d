//! `init`: creates a home. It is built in a temporary folder and moved into place at the end, so
//! that a failure leaves nothing.

use std::path::{Path, PathBuf};

use licentia_runtime::{KeySet, Kind, MAX_BUNDLE, Trust, inspect, thumbprint};
use secrecy::ExposeSecret as _;

use crate::cli::context::{CommandContext, DATABASE, KEYS, SETTINGS, called, texts_of};
use crate::cli::key_files::anchor_path;
use crate::cli::outcome::Outcome;
use crate::domain::WarningCode;
use crate::domain::audit::Author;
use crate::domain::name::{Name, Uri};
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode, Random};
use crate::host::files::{Access, Existing};
use crate::host::{files, output_files};
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::execute::{Creation, create};
use crate::ops::home::answer::{NamedKey, NewHome};
use crate::ops::home::init::{InitHome, Keys};
use crate::ops::home::join::JoinVendor;
use crate::ops::key::anchor::{self, AnchoredDatabase};
use crate::ops::key::anchor_file::NewAnchor;
use crate::signing::Passphrase;
use crate::store::Store;

/// Create a home: database, root key, signing keys and first key set
///
/// The signing keys are named "commercial" and "trial". The root key certifies them. After the
/// setup, store the file of the root key (keys/root.pem) and its passphrase elsewhere. Applications
/// pin the thumbprint of the root key, which is printed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia init vendor --vendor 'Acme AB' --issuer https://acme.example/licensing
  licentia init second-site --vendor 'Acme AB' --join acme.keyset"
)]
pub struct Args {
    /// Home folder [default: --home, else LICENTIA_HOME, else the current folder]
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Vendor name
    #[arg(long, value_name = "NAME")]
    vendor: Name,
    /// Issuer URI, which every file states; cannot be changed later [default: urn:licentia: and the
    /// vendor name]
    #[arg(long, value_name = "URI", conflicts_with = "join")]
    issuer: Option<Uri>,
    /// Base URI of the status lists; cannot be changed later [default: the issuer and /status]
    #[arg(long, value_name = "URI", conflicts_with = "join")]
    status_uri: Option<Uri>,
    /// Create a test home: each file is marked as a test file, and LICENTIA_NOW sets the clock
    #[arg(long, conflicts_with = "join")]
    test: bool,
    /// Key set file of the vendor's first home; creates a second site without keys, for which `key
    /// import` adds the private keys to use there
    #[arg(long, value_name = "FILE")]
    join: Option<PathBuf>,
    /// Store the keys without a passphrase
    #[arg(long)]
    no_passphrase: bool,
}

/// The content of the settings file of a new home.
const PREFERENCES: &str = "# Settings of this licentia home. The records are in licentia.db.

# Output format: \"table\", \"json\" or \"csv\".
# format = \"table\"

# Defaults for new licenses, below those of a product.
[license]
# model = \"floating\"
# term = \"1y\"
# grace = \"14d\"
";

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let named = || {
        context
            .globals
            .home
            .clone()
            .or_else(|| context.host.var("LICENTIA_HOME").map(PathBuf::from))
    };
    let shown = args.dir.clone().or_else(named).unwrap_or_else(|| ".".into());
    let folder = context.host.path(&shown);
    for part in [SETTINGS, DATABASE, KEYS] {
        if files::exists(&folder.join(part)) {
            return Err(already(&shown, part).into());
        }
    }
    files::check_folder(&folder)?;
    for stage in files::abandoned(&folder) {
        context.warn(
            WarningCode::AbandonedInit,
            format!(
                "an interrupted init left the folder {}, which may contain keys: remove the folder",
                stage.display()
            ),
        );
    }
    if let Some(file) = &args.join {
        return join(args, file, &folder, &shown, context);
    }
    let author = context.author()?;
    // A variable cannot replace the clock of a live home.
    context.now(args.test)?;
    let issuer = args.issuer.clone().map_or_else(|| default_issuer(&args.vendor), Ok)?;
    let status_uri =
        args.status_uri.clone().map_or_else(|| format!("{issuer}/status").parse(), Ok)?;
    let vendor = Vendor {
        name: args.vendor.clone(),
        issuer,
        status_uri,
        test: args.test,
        plain_keys: args.no_passphrase,
        joined: false,
        created_at: String::new(),
    };
    let kind = if args.test { "test home" } else { "home" };
    if context.is_dry() {
        context.check_new_passphrase(args.no_passphrase)?;
        return Ok(Outcome::done(format!(
            "Would create a {kind} for {} in {}",
            vendor.name,
            shown.display()
        ))
        .with(NewHome::of(&shown, &vendor)));
    }
    let passphrases = if args.no_passphrase { Vec::new() } else { new_passphrases(context)? };
    let made = files::make_folder(&folder)?;
    let place = Place { folder: &folder, shown: &shown };
    let InitHome { vendor, keys, .. } = build(place, &vendor, &passphrases, &author, context)
        .inspect_err(|_| files::unmake_folders(&made))?;
    let named = keys.named();
    let named = named.iter().map(|(name, signer)| NamedKey::of(name, signer.kid()));
    let answer = NewHome {
        status_uri: Some(vendor.status_uri.to_string()),
        root: Some(keys.root.kid().to_owned()),
        keys: Some(named.collect()),
        ..NewHome::of(&shown, &vendor)
    };
    Ok(Outcome::done(format!("Created a {kind} for {} in {}", vendor.name, shown.display()))
        .with_message(format!(
            "Root key {}: pin this thumbprint in your applications",
            keys.root.kid()
        ))
        .with(answer))
}

fn already(folder: &Path, part: &str) -> Error {
    Error::new(ErrorCode::Exists, format!("{} already contains {part}", folder.display()))
        .hint("choose another folder; init never overwrites a home")
}

/// The folder of a new home.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// The absolute path.
    folder: &'a Path,
    /// The path as the user named it.
    shown: &'a Path,
}

/// Builds a home in a folder beside its final place. The key files are on the disk before the
/// database has the keys.
fn build(
    place: Place<'_>,
    vendor: &Vendor,
    passphrases: &[Passphrase],
    author: &Author,
    context: &mut CommandContext<'_>,
) -> Result<InitHome> {
    let stage = files::stage(place.folder)?;
    let keys = Keys::generate(&mut *context.host.entropy);
    write_keys(stage.path(), &keys, passphrases, context)?;
    let mut store = Store::create(&stage.path().join(DATABASE))?;
    let now = context.now(vendor.test)?;
    let random = &mut *context.host.entropy;
    let creation = Creation { store: &mut store, vendor, author, random, now };
    let plan = InitHome::new(vendor.clone(), keys);
    let plan = create(creation, plan)?;
    let database = AnchoredDatabase { reader: store.reader(), vendor: &plan.vendor, now };
    let signers = plan.keys.named();
    let anchors = anchor::sign(database, signers.into_iter().map(|(_, signer)| signer))?;
    for NewAnchor { key, token } in &anchors {
        let path = anchor_path(&stage.path().join(KEYS).join(format!("{}.pem", key.name)));
        output_files::replace_unsynced(&path, token.as_bytes())?;
    }
    store.close()?;
    move_in(stage.path(), place)?;
    Ok(plan)
}

/// Writes the key files of a new home.
fn write_keys(
    stage: &Path,
    keys: &Keys,
    passphrases: &[Passphrase],
    context: &mut CommandContext<'_>,
) -> Result<()> {
    files::make_private_folder(&stage.join(KEYS))?;
    for (place, (name, signer)) in keys.named().into_iter().enumerate() {
        // A missing passphrase repeats the previous one.
        let passphrase =
            passphrases.iter().take(place + 1).rfind(|line| !line.expose_secret().is_empty());
        let pem = context.lock(signer, passphrase);
        let path = stage.join(KEYS).join(format!("{name}.pem"));
        output_files::write(&path, pem.as_bytes(), Access::Private, Existing::Keep)?;
    }
    Ok(())
}

/// Creates a second site of the vendor that owns the key set.
fn join(
    args: &Args,
    file: &Path,
    folder: &Path,
    shown: &Path,
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let raw = context.read(file, MAX_BUNDLE)?;
    let text =
        texts_of(&raw, Kind::KeySet).first().map(|text| text.to_string()).unwrap_or_default();
    // The key set is trusted on first use. Its thumbprint is printed, so that the user can compare
    // it.
    let pin = KeySet::first_root(text.as_bytes()).with_context(|| called(file))?;
    let claimed = inspect::unverified(&text).with_context(|| called(file))?;
    let now = context.now(claimed.claims.get("test") == Some(&true.into()))?;
    let trust = Trust::new(&pin, now.as_second()).allow_test();
    let keys = KeySet::open(text.as_bytes(), &trust).with_context(|| called(file))?;
    let claims = keys.claims();
    let issuer: Uri = claims.iss.parse().context("the issuer of the key set")?;
    let vendor = Vendor {
        name: args.vendor.clone(),
        status_uri: format!("{issuer}/status-{}", random_word(&mut *context.host.entropy))
            .parse()?,
        issuer,
        test: claims.test,
        plain_keys: args.no_passphrase,
        joined: true,
        created_at: String::new(),
    };
    let kind = if vendor.test { "test site" } else { "site" };
    let root = thumbprint(&claims.root.x);
    let named = claims.keys.iter().map(|key| NamedKey::of(&key.name, &key.kid));
    let answer = NewHome {
        status_uri: Some(vendor.status_uri.to_string()),
        joined: Some(true),
        root: Some(root.clone()),
        keyset: Some(claims.version),
        keys: Some(named.collect()),
        ..NewHome::of(shown, &vendor)
    };
    if context.is_dry() {
        return Ok(Outcome::done(format!(
            "Would create a second {kind} for {} in {}",
            vendor.name,
            shown.display()
        ))
        .with(answer));
    }
    let author = context.author()?;
    let made = files::make_folder(folder)?;
    let place = Place { folder, shown };
    let plan = JoinVendor { vendor: vendor.clone(), claims: claims.clone(), text };
    build_joined(place, plan, &author, context).inspect_err(|_| files::unmake_folders(&made))?;
    Ok(Outcome::done(format!("Created a second {kind} for {} in {}", vendor.name, shown.display()))
        .with_message(format!(
            "Root key {root}: compare this thumbprint with the output of `licentia key pin` in the \
             first home"
        ))
        .with_message(
            "Next: `licentia key import NAME FILE --edition EDITION` imports a private key for \
             this site",
        )
        .with(answer))
}

/// Builds the home of a second site in a folder beside its final place.
fn build_joined(
    place: Place<'_>,
    plan: JoinVendor,
    author: &Author,
    context: &mut CommandContext<'_>,
) -> Result<()> {
    let stage = files::stage(place.folder)?;
    files::make_private_folder(&stage.path().join(KEYS))?;
    let mut store = Store::create(&stage.path().join(DATABASE))?;
    let (vendor, now) = (plan.vendor.clone(), context.now(plan.vendor.test)?);
    let random = &mut *context.host.entropy;
    let creation = Creation { store: &mut store, vendor: &vendor, author, random, now };
    create(creation, plan)?;
    store.close()?;
    move_in(stage.path(), place)
}

/// Returns six random characters, which distinguish the status lists of the sites.
fn random_word(random: &mut Random<'_>) -> String {
    let mut bytes = [0; 6];
    random("status path", &mut bytes);
    bytes
        .iter()
        .map(|byte| char::from(b"0123456789abcdefghjkmnpqrstvwxyz"[usize::from(byte % 32)]))
        .collect()
}

/// Moves the content of the temporary folder into place.
fn move_in(stage: &Path, place: Place<'_>) -> Result<()> {
    let Place { folder, shown } = place;
    output_files::write(
        &stage.join(SETTINGS),
        PREFERENCES.as_bytes(),
        Access::Public,
        Existing::Keep,
    )?;
    // The settings file is last: it makes the folder a home.
    let mut moved = Vec::new();
    for part in [KEYS, DATABASE, SETTINGS] {
        let renamed =
            files::rename(&stage.join(part), &folder.join(part)).map_err(|fault| match fault {
                files::Fault::Exists(_) => already(shown, part).into(),
                other @ files::Fault::Failed { .. } => Failure::from(other),
            });
        if let Err(error) = renamed {
            // The moved files go back, and are removed with the temporary folder.
            for part in moved {
                files::rename(&folder.join(part), &stage.join(part))?;
            }
            return Err(error);
        }
        moved.push(part);
    }
    Ok(())
}

fn new_passphrases(context: &mut CommandContext<'_>) -> Result<Vec<Passphrase>> {
    const OF: [&str; 3] = ["root", "commercial", "trial"];
    let given = context
        .passphrases(context.globals.new_passphrase_file.clone(), "LICENTIA_NEW_PASSPHRASE")?;
    if !given.is_empty() {
        let is_there =
            |place: &usize| given.get(*place).is_some_and(|line| !line.expose_secret().is_empty());
        if !is_there(&0) {
            return Err(Error::usage(
                "line 1 of the new passphrases is empty; it must be the passphrase of the root key",
            )
            .into());
        }
        // A missing passphrase repeats the previous one.
        let repeated = |place: usize| {
            let given = (0..place).rfind(is_there).and_then(|given| OF.get(given))?;
            Some(format!("key {} gets the passphrase of key {given}", OF.get(place)?))
        };
        let missing: Vec<String> =
            (0..OF.len()).filter(|place| !is_there(place)).filter_map(repeated).collect();
        if !missing.is_empty() {
            context.warn(
                WarningCode::PassphraseRepeated,
                format!("not every key has a new passphrase: {}", missing.join("; ")),
            );
        }
        return Ok(given);
    }
    let mut typed = Vec::new();
    for name in OF {
        typed.push(context.ask_for_key(name)?);
    }
    Ok(typed)
}

/// Returns `urn:licentia:acme-ab` for `Acme AB`.
fn default_issuer(name: &Name) -> Result<Uri, Error> {
    let plain: String = name
        .as_str()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() {
        return Err(Error::usage(format!(
            "the vendor name {name} has no letter a-z and no digit for a default issuer"
        ))
        .hint("state the issuer: --issuer https://acme.example/licensing"));
    }
    format!("urn:licentia:{}", words.join("-")).parse()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::context::Settings;

    #[test]
    fn the_settings_of_a_new_home_can_be_read() {
        assert!(toml::from_str::<Settings>(PREFERENCES).is_ok());
        let all: String = PREFERENCES
            .lines()
            .map(|line| line.strip_prefix("# ").filter(|line| line.contains(" = ")).unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        let settings: Settings = toml::from_str(&all).expect("the examples are settings too");
        assert!(settings.format.is_some() && settings.license.ends.is_some());
    }

    #[test]
    fn an_issuer_is_made_of_the_name() {
        assert_eq!(
            default_issuer(&Name::stored("Acme & Söhne AB".into())).map(|uri| uri.to_string()),
            Ok("urn:licentia:acme-s-hne-ab".into())
        );
        assert!(default_issuer(&Name::stored("株式会社".into())).is_err());
    }
}
