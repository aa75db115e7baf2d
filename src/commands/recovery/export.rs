//! `recovery export`: writes the files of a recovery again, with the same bytes. The secret of a
//! credential is in its file only.

use std::path::PathBuf;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::outcome::{Outcome, count_of};
use crate::commands::recovery::shared::{RecoveryArgument, find, has_credential};
use crate::domain::license::state::LifecycleStatus;
use crate::domain::recovery::Recovery;
use crate::domain::{Error, ErrorCode, Warning, WarningCode};
use crate::host::files::Access;
use crate::ops::error::Result;
use crate::ops::license::apply::file_name;
use crate::ops::lookup;
use crate::ops::recovery::answer::{RecoveryAnswer, RecoveryFile};
use crate::store::Reader;

/// Write the files of a recovery again
///
/// The bytes are the same as at the issue: the licenses for the new container, and the updates of
/// both containers. No key is needed. A credential cannot be written again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia recovery export R-8ZK2P-Q41MN --out-dir out")]
pub struct Args {
    /// Recovery serial or a unique prefix
    #[arg(value_name = "RECOVERY")]
    recovery: RecoveryArgument,
    /// Output folder, created if missing; each file is named after its serial
    #[arg(long, value_name = "DIR")]
    out_dir: PathBuf,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
}

/// A file to write: kind, record, name and text.
struct File {
    kind: &'static str,
    serial: String,
    name: String,
    text: String,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let recovery = find(home.reader(), &args.recovery)?;
    if let Some((at, _)) = &recovery.reversed {
        let message =
            format!("recovery {} was reversed at {at}, and its files are invalid", recovery.serial);
        return Err(Error::new(ErrorCode::WrongState, message)
            .hint(format!(
                "`licentia container update {} --out FILE` writes the update of the old \
                 container",
                recovery.from
            ))
            .into());
    }
    let out = Out { out: None, out_dir: Some(args.out_dir.clone()), force: args.force };
    let (files, mut warned) = files(home.reader(), &recovery, home.now)?;
    context.check_out(&out, None)?;
    files
        .iter()
        .try_for_each(|file| context.check_in_folder(&out, &file.name, Some(&file.text)))?;
    let count = count_of(files.len(), "file");
    if context.is_dry() {
        return Ok(Outcome::done(format!("Would write {count} of recovery {}", recovery.serial))
            .with(RecoveryAnswer::of(&recovery, Vec::new())));
    }
    let (mut written, mut outcome) = (
        Vec::<RecoveryFile>::new(),
        Outcome::done(format!("Wrote {count} of recovery {}", recovery.serial)),
    );
    for file in files {
        if let Emitted::File(path) =
            context.write_file(&out, &file.name, file.text.as_bytes(), Access::Public)?
        {
            let path = path.display().to_string();
            outcome = outcome.with_message(format!("Wrote {path}"));
            let (path, serial) = (Some(path), Some(file.serial));
            written.push(RecoveryFile { path, kind: file.kind, serial });
        }
    }
    let to = lookup::container(home.reader(), &recovery.to.parse()?)?;
    if has_credential(&recovery, &to) {
        outcome = outcome.with_message(format!(
            "The credential cannot be written again. Next: `licentia credential rotate {} --out \
             FILE` writes a new credential",
            to.serial
        ));
    }
    outcome.warned.append(&mut warned);
    Ok(outcome.with(RecoveryAnswer::of(&recovery, written)))
}

/// Returns the files, and the warnings about files that are no longer the newest.
fn files(
    reader: Reader<'_>,
    recovery: &Recovery,
    now: crate::domain::time::Timestamp,
) -> Result<(Vec<File>, Vec<Warning>)> {
    let (mut files, mut warned) = (Vec::new(), Vec::new());
    for recovered in &recovery.licenses {
        let Some(jti) = &recovered.jti else { continue };
        let Some((serial, id, file)) = reader.find_file(jti)? else { continue };
        let license = lookup::license(reader, &serial.parse()?, now)?;
        if license.status == LifecycleStatus::Suspended {
            warned.push(Warning::new(
                WarningCode::LicenseSuspended,
                format!("license {serial} is suspended: its file is not written"),
            ));
            continue;
        }
        let activation = license.activation(id);
        let is_newest = activation.is_some_and(|it| {
            it.is_live() && it.file.as_ref().is_some_and(|newest| newest.jti == file.jti)
        });
        if !is_newest {
            warned.push(Warning::new(WarningCode::NewerFile, format!(
                "the file of license {serial} is no longer the newest: `licentia license export \
                 {serial} --out FILE` writes the newest file"
            )));
        }
        // The names are those of `issue`: a license in several containers has several files.
        let name = match activation {
            Some(activation) => {
                file_name(&license, activation, license.live().all(|it| it.is_in(&recovery.to)))
            }
            None => format!("{serial}@{}.lic", recovery.to),
        };
        files.push(File { kind: "license", name, serial, text: file.text });
    }
    for (container, counter) in
        [(&recovery.from, recovery.updates.0), (&recovery.to, recovery.updates.1)]
    {
        let Some(counter) = counter else { continue };
        let Some(update) = reader.find_update(&container.parse()?, Some(counter))? else {
            continue;
        };
        if lookup::container(reader, &container.parse()?)?.counter != counter {
            warned.push(Warning::new(
                WarningCode::NewerFile,
                format!(
                    "the update of container {container} is no longer the newest: `licentia \
                     container update {container} --out FILE` writes the newest update"
                ),
            ));
        }
        let (serial, name) = (container.clone(), format!("{container}.upd"));
        files.push(File { kind: "update", serial, name, text: update.text });
    }
    Ok((files, warned))
}
