//! `bundle`: writes the files that an application needs as one file.

use std::path::{Path, PathBuf};

use licentia_runtime::{Kind, MAX_BUNDLE, inspect};
use zeroize::Zeroizing;

use crate::cli::arguments::OneOut;
use crate::cli::container;
use crate::cli::context::{CommandContext, Emitted, Home, called, texts_of};
use crate::cli::license;
use crate::cli::license::find;
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::render::Format;
use crate::domain::container::Container;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, File};
use crate::domain::license::state::{LicenseAction, LifecycleStatus};
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::host::files::Access;
use crate::ops::answer::WrittenFile;
use crate::ops::bundle::answer::BundleAnswer;
use crate::ops::container::{carried, is_revoked};
use crate::ops::credential::check::check;
use crate::ops::error::Result;
use crate::ops::key::key_set::verified_keys;
use crate::ops::license::signed_file;

/// Write several signed files as one file
///
/// The bundle contains the key set, and the newest file of each named license or of each license in
/// a container. With --with-credential, the bundle also contains the credential of the cloud
/// container, which is required to use its licenses. Verifiers accept a bundle in place of a single
/// file.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("content").args(["license", "container"]).required(true)))]
#[command(after_help = "Examples:
  licentia bundle --container K-4T9WX-C0MR7 --with-credential nordwind.cred --out nordwind.licentia
  licentia bundle --license L-7K3MQ-9X2D9 --license ref:ORDER-124 --out nordwind.licentia")]
pub struct Args {
    /// License serials or ref:REFERENCE, separated by commas
    #[arg(long, value_name = "LICENSE", num_args = 1.., value_delimiter = ',')]
    license: Vec<license::LicenseArgument>,
    /// Container serial; the bundle contains all licenses in the container
    #[arg(long, value_name = "CONTAINER", conflicts_with = "license")]
    container: Option<container::ContainerArgument>,
    /// Credential file of the cloud container
    #[arg(long, value_name = "FILE")]
    with_credential: Option<PathBuf>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let (reader, now) = (home.reader(), home.now);
    let set = reader
        .find_keyset()?
        .ok_or_else(|| Error::new(ErrorCode::NotFound, "this home has no key set"))?;
    let mut parts = vec![Zeroizing::new(set.text)];
    let (mut serials, mut left_out): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    if args.with_credential.is_some() && args.container.is_none() {
        return Err(Error::usage("--with-credential requires --container")
            .hint("name the container that the credential opens: --container CONTAINER")
            .into());
    }
    let container =
        args.container.as_ref().map(|named| container::find(reader, named)).transpose()?;
    match &container {
        Some(container) => {
            container.check_kept("bundled")?;
            container.check_unblocked()?;
            container.check_not_suspect()?;
            let (licenses, refused) = carried(reader, container)?;
            let keys = verified_keys(reader, &home.vendor, now)?;
            for carried in licenses {
                signed_file::check_carried(&carried, &container.serial, &keys, now)?;
                parts.push(Zeroizing::new(carried.text));
                serials.push(carried.license);
            }
            let suspended = container
                .licenses
                .iter()
                .filter(|serial| !serials.contains(serial) && !refused.contains(serial));
            left_out.extend(
                suspended
                    .map(|serial| format!("license {serial} is suspended and not in the bundle")),
            );
            left_out.extend(refused.iter().map(|serial| {
                format!("license {serial} is not in the bundle: its signing key was revoked")
            }));
            if serials.is_empty() {
                left_out.push("the bundle contains no license".to_owned());
            }
        }
        None => {
            let keys = reader.list_keys()?;
            for named in &args.license {
                let license = find(reader, named, now)?;
                license.check(LicenseAction::Export, now)?;
                license.live().try_for_each(Activation::check_not_suspect)?;
                signed_file::check_stored(reader, &license, &home.vendor, now)?;
                if serials.iter().any(|serial| serial == license.serial.as_str()) {
                    continue;
                }
                let files = license
                    .live()
                    .filter_map(|it| it.file.as_ref())
                    .map(|file| Zeroizing::new(file.text.clone()));
                let before = parts.len();
                parts.extend(files);
                check_there(&license, parts.len() > before)?;
                let revoked = |file: &File| is_revoked(&keys, &file.kid);
                if license.live().filter_map(|it| it.file.as_ref()).any(revoked) {
                    let message = format!(
                        "the signing key of license {} was revoked: applications refuse its file",
                        license.serial
                    );
                    return Err(Error::new(ErrorCode::WrongState, message)
                        .hint("extend, edit or renew the license to sign it with another key")
                        .into());
                }
                serials.push(license.serial.to_string());
            }
        }
    }
    if let (Some(file), Some(container)) = (&args.with_credential, &container) {
        let text = read_credential(context, &home, file, container)?;
        parts.push(text);
    }
    let out = args.out.out(context.format());
    if out.out.is_none() && context.format() != Format::Table {
        return Err(Error::usage("--out is missing: JSON and CSV do not contain the bundle")
            .hint("add --out FILE")
            .into());
    }
    let whole =
        Zeroizing::new(parts.iter().map(|part| part.as_str()).collect::<Vec<_>>().join("\n\n"));
    context.check_out(&out, Some(&whole))?;
    let object = format!("a bundle of {}", count_of(parts.len(), "signed file"));
    let mut answer = BundleAnswer {
        texts: parts.len(),
        licenses: serials,
        container: container.as_ref().map(|it| it.serial.to_string()),
        credential: args.with_credential.is_some(),
        file: None,
    };
    let warned = |outcome: Outcome| {
        left_out
            .iter()
            .fold(outcome, |outcome, reason| outcome.warn(WarningCode::FileLeftOut, reason.clone()))
    };
    if context.is_dry() {
        return Ok(warned(Outcome::done(format!("Would write {object}")).with(answer)));
    }
    let access = if args.with_credential.is_some() { Access::Private } else { Access::Public };
    Ok(warned(match context.write_file(&out, "", whole.as_bytes(), access)? {
        Emitted::Standard(bytes) => Outcome::default().with_bytes(bytes),
        emitted => {
            answer.file = Some(WrittenFile { path: emitted.path() });
            Outcome::done(format!("Wrote {object} to {}", emitted.path().unwrap_or_default()))
                .with(answer)
        }
    }))
}

fn check_there(license: &License, is_there: bool) -> Result<(), Error> {
    match (is_there, license.status) {
        (true, LifecycleStatus::Suspended) => Err(Error::new(
            ErrorCode::WrongState,
            format!("license {} is suspended and cannot be bundled", license.serial),
        )
        .hint(format!("`licentia license reinstate {}` ends the suspension", license.serial))),
        (true, _) => Ok(()),
        (false, _) => Err(crate::ops::license::apply::no_file(license)),
    }
}

/// Returns the text of the credential in a file, if it opens the container now.
fn read_credential(
    context: &mut CommandContext<'_>,
    home: &Home,
    file: &Path,
    container: &Container,
) -> Result<Zeroizing<String>> {
    let raw = Zeroizing::new(context.read(file, MAX_BUNDLE)?);
    let path = called(file);
    let found = texts_of(&raw, Kind::Credential);
    let is_credential = |text: &&Zeroizing<String>| {
        inspect::unverified(text).is_ok_and(|read| read.kind == Some(Kind::Credential))
    };
    let [text] = found.iter().filter(is_credential).collect::<Vec<_>>()[..] else {
        return Err(Error::usage(format!("{path} does not contain exactly one credential"))
            .hint("name a credential file; decrypt an encrypted file first: `age -d FILE`")
            .into());
    };
    let checked = check(
        home.reader(),
        &verified_keys(home.reader(), &home.vendor, home.now)?,
        text,
        home.now,
    )?;
    let opens = checked.credential.as_ref().map(|credential| credential.container.as_str());
    match (checked.code, opens) {
        (None, Some(opens)) if opens == container.serial.as_str() => Ok(text.clone()),
        (None, Some(opens)) => Err(Error::new(
            ErrorCode::WrongKind,
            format!(
                "the credential in {path} opens container {opens}, not container {}",
                container.serial
            ),
        )
        .hint(format!(
            "`licentia credential list --container {}` shows the credentials of the container",
            container.serial
        ))
        .into()),
        (code, _) => {
            let code = code.unwrap_or_default();
            Err(Error::new(
                ErrorCode::WrongState,
                format!(
                    "the credential in {path} opens no container: {} ({code})",
                    checked.message
                ),
            )
            .hint(usable_credential(container))
            .into())
        }
    }
}

/// Returns the hint for a credential that does not open its container.
fn usable_credential(container: &Container) -> String {
    let serial = &container.serial;
    if container.block.is_some() {
        return format!(
            "`licentia container unblock {serial} --reason REASON` ends the block of the container"
        );
    }
    let rotate = format!("`licentia credential rotate {serial} --out FILE`");
    match &container.credential {
        Some((generation, _)) => format!(
            "use the file of generation {generation}; if the file is lost, {rotate} creates \
             generation {}",
            generation + 1
        ),
        None => format!("{rotate} creates another credential"),
    }
}
