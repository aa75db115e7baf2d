//! `recovery issue`

use std::path::PathBuf;

use crate::cli::arguments::Out;
use crate::cli::container::{self, find_to_change};
use crate::cli::context::{CommandContext, Home};
use crate::cli::credential::CredentialFileOptions;
use crate::cli::front_end::{Options, WrittenFiles};
use crate::cli::license;
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::key::Purpose;
use crate::domain::name::{Name, Reference, Username};
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Reason, Recovered, Recovery};
use crate::domain::{Error, WarningCode};
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind};
use crate::ops::lookup;
use crate::ops::recovery::answer::{
    IssuedRecoveryAnswer, QuotaAnswer, RecoveryAnswer, RecoveryFile,
};
use crate::ops::recovery::issue::{IssueRecovery, RecoveryPlan, RecoveryTarget};
use crate::ops::recovery::selection::RecoveryOrder;

use super::shared::{
    RecoverySigning, again, called, has_credential, licenses, old_words, with_files, written_files,
};

/// Issue the licenses of a lost container in another container
///
/// All licenses or none are recovered, unless --only or --partial is given. Each license uses one
/// recovery of its quota: for the same computer if the request matches the old computer, else for
/// any container. By the policy, the old container is blocked, or the recovered licenses are
/// withdrawn from it, or it is marked as lost; in each case, the status list marks the old files of
/// the recovered licenses as invalid. If the hardware was returned to the vendor (--returned), no
/// recovery is used.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia recovery issue --from K-4T9WX-C0MR7 --to-request new.ctx --reason stolen --out-dir out
  licentia recovery issue --from K-4T9WX-C0MR7 --to-cloud --user anna --reason lost --reference CASE-7 --out-dir out
  licentia recovery issue --from K-4T9WX-C0MR7 --to K-3Q1ZB-2M8XW --reason reinstalled --dry-run")]
pub struct Args {
    /// Serial of the lost container
    #[arg(long, value_name = "CONTAINER")]
    from: container::ContainerArgument,
    #[command(flatten)]
    target: TargetArguments,
    /// User name of the holder of the new cloud container [default: the holder of the old one]
    #[arg(long, value_name = "USERNAME")]
    user: Option<Username>,
    /// Reason: lost, stolen, destroyed, defective, broken, invalid, reinstalled
    #[arg(long, value_name = "REASON")]
    reason: Reason,
    /// Internal note about the recovery
    #[arg(long, value_name = "TEXT")]
    note: Option<Name>,
    /// License serial or ref:REFERENCE to recover; repeatable [default: all licenses]
    #[arg(long, value_name = "LICENSE")]
    only: Vec<license::LicenseArgument>,
    /// Recover the licenses that have a recovery left, and omit the others
    #[arg(long)]
    partial: bool,
    /// Use no recovery, because the hardware was returned to the vendor
    #[arg(long)]
    returned: bool,
    /// Block the old container, regardless of the policy and of other licenses in it
    #[arg(long)]
    block: bool,
    /// Idempotency reference, such as a case number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// X25519 recipient of age (age1…) for the encryption of the credential; repeatable
    #[arg(long, value_name = "RECIPIENT", conflicts_with_all = ["encrypt", "encrypt_passphrase_file"])]
    encrypt_to: Vec<String>,
    /// File whose first line is the passphrase with which the credential is encrypted (age); a
    /// passphrase of the vendor's keys is refused
    #[arg(long, value_name = "FILE", conflicts_with = "encrypt")]
    encrypt_passphrase_file: Option<PathBuf>,
    /// Encrypt the credential with a passphrase, which is prompted for
    #[arg(long)]
    encrypt: bool,
    #[command(flatten)]
    signing: RecoverySigning,
}

/// The container that the licenses are issued to: one of three options.
#[derive(Clone, Debug, clap::Args)]
#[group(id = "target", required = true, multiple = false)]
struct TargetArguments {
    /// Serial of the new container
    #[arg(long, value_name = "CONTAINER")]
    to: Option<container::ContainerArgument>,
    /// Request file of the device or dongle for a new container; - is standard input
    #[arg(long, value_name = "FILE")]
    to_request: Option<PathBuf>,
    /// Create a new cloud container with a credential
    #[arg(long)]
    to_cloud: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    check(args)?;
    let request = request(args, context, &home)?;
    let out = args.signing.out();
    let emission = emission(args, &out);
    let options = Options { out: Some(&out), emission: Some(&emission), ..Options::default() };
    let (execution, written) = context.execute(&mut home, &options, &request)?;
    match execution {
        Execution::Unchanged(recovery) => repeated(&home, &recovery),
        Execution::DryRun(plan) => Ok(would(&plan, &home)),
        Execution::Applied(plan) => {
            plan.licenses
                .stale
                .iter()
                .for_each(|warning| context.warn(WarningCode::StaleContext, warning));
            Ok(issued(&plan, &written))
        }
    }
}

fn check(args: &Args) -> Result<(), Error> {
    let is_encrypted =
        args.encrypt || args.encrypt_passphrase_file.is_some() || !args.encrypt_to.is_empty();
    if !args.target.to_cloud && (args.user.is_some() || is_encrypted) {
        let message = "--user and the --encrypt options require a new cloud container";
        return Err(Error::usage(message).hint("omit these options, or use --to-cloud"));
    }
    Ok(())
}

fn request(args: &Args, context: &mut CommandContext<'_>, home: &Home) -> Result<IssueRecovery> {
    let from = find_to_change(context, home, &args.from)?;
    let only = args.only.iter().map(|named| license::find_to_change(context, home, named));
    let order = RecoveryOrder {
        from,
        reason: args.reason,
        note: args.note.clone(),
        only: only.collect::<Result<_>>()?,
        partial: args.partial,
        returned: args.returned,
        block: args.block,
        reference: args.reference.clone(),
    };
    let target = target(args, context, home)?;
    Ok(IssueRecovery { order, target, key_names: args.signing.key.clone() })
}

fn target(args: &Args, context: &mut CommandContext<'_>, home: &Home) -> Result<RecoveryTarget> {
    if let Some(named) = &args.target.to {
        return Ok(RecoveryTarget::Existing(find_to_change(context, home, named)?));
    }
    let Some(file) = &args.target.to_request else {
        return Ok(RecoveryTarget::Cloud(args.user.clone()));
    };
    let request = container::read_request(context, home, file)?;
    let carrier = &request.claims().container;
    let kind: ContainerKind = carrier.kind.parse()?;
    let hardware = carrier.hardware.as_deref().map(str::parse).transpose()?;
    Ok(RecoveryTarget::Hardware { kind, hardware, request: container::request_of(&request) })
}

fn emission(args: &Args, out: &Out) -> CredentialFileOptions {
    CredentialFileOptions {
        key: None,
        encrypt_to: args.encrypt_to.clone(),
        encrypt_passphrase_file: args.encrypt_passphrase_file.clone(),
        encrypt: args.encrypt,
        out: out.clone(),
        purpose: Some(Purpose::recovery()),
    }
}

/// Returns the answer of a recovery that was issued.
fn issued(plan: &RecoveryPlan, written: &WrittenFiles) -> Outcome {
    let (recovery, files) = (&plan.recovery, written_files(written));
    let credential = plan.credential.as_ref().map(|new| &new.credential);
    let message = format!(
        "Recovered {} of container {} into {} (recovery {})",
        licenses_of(&recovery.licenses),
        recovery.from,
        recovery.to,
        recovery.serial
    );
    let outcome = with_details(Outcome::done(message), plan);
    let outcome = plan.held_back().iter().fold(outcome, |outcome, license| {
        outcome.with_message(format!(
            "License {license} is suspended: its file is not written before `licentia license \
             reinstate {license}`"
        ))
    });
    let outcome = match credential {
        Some(own) => outcome.with_message(format!(
            "Credential {} opens container {}, user name {}",
            own.serial, recovery.to, own.username
        )),
        None => outcome,
    };
    let outcome = with_files(outcome, recovery, &files, &again(&recovery.serial));
    outcome.with(IssuedRecoveryAnswer {
        recovery: RecoveryAnswer::of(recovery, files),
        created: true,
        kept: Some(plan.kept.clone()),
        credential: Some(credential.map(|credential| credential.serial.to_string())),
        quotas: None,
        hint: None,
    })
}

/// Returns the answer for a repeated request. The secret cannot be printed again.
fn repeated(home: &Home, recovery: &Recovery) -> Result<Outcome> {
    let to = lookup::container(home.reader(), &recovery.to.parse()?)?;
    let is_cloud = has_credential(recovery, &to);
    let files = if is_cloud {
        vec![RecoveryFile { path: None, kind: FileKind::Credential.noun(), serial: None }]
    } else {
        Vec::new()
    };
    let answer = IssuedRecoveryAnswer {
        recovery: RecoveryAnswer::of(recovery, files),
        created: false,
        kept: None,
        credential: None,
        quotas: None,
        hint: None,
    };
    let reference = recovery.reference.as_ref().map_or("", Reference::as_str);
    let outcome = Outcome::done(format!(
        "No change: recovery {} was already issued for reference {reference}",
        recovery.serial
    ))
    .with_message(format!(
        "Next: `licentia recovery export {} --out-dir DIR` writes the files again",
        recovery.serial
    ));
    if !is_cloud {
        return Ok(outcome.with(answer));
    }
    let hint = format!(
        "`licentia credential rotate {} --out FILE` writes a new credential; the first credential \
         cannot be written again",
        to.serial
    );
    let answer = IssuedRecoveryAnswer { hint: Some(hint.clone()), ..answer };
    Ok(outcome.with_message(hint).with(answer))
}

/// Returns `3 licenses`, or the serial of the only license.
fn licenses_of(recovered: &[Recovered]) -> String {
    match recovered {
        [one] => format!("license {}", one.license),
        many => licenses(many.len()),
    }
}

/// Adds the sentences about the impact: each recovered license, the licenses that stay, and the
/// treatment of the old container.
fn with_details(mut outcome: Outcome, plan: &RecoveryPlan) -> Outcome {
    let old = plan.licenses.container.as_ref().unwrap_or(&plan.from);
    for (step, license) in super::shared::moving(&plan.licenses.steps, &plan.recovery.licenses) {
        let entitlement = &step.after.entitlement;
        let seats = count_of(license.seats as usize, "seat");
        outcome = outcome.with_message(format!(
            "  license {}: {} for {}, {seats}, {}",
            license.license,
            entitlement.product,
            entitlement.customer,
            called(license.scope)
        ));
    }
    for license in &plan.kept {
        outcome = outcome.with_message(format!(
            "  license {license} remains in container {}: no recovery is left",
            old.serial
        ));
    }
    if !plan.freed.is_empty() {
        outcome = outcome.with_message(format!(
            "Seats with a pending removal from container {} are unallocated: {}",
            old.serial,
            some_of(&plan.freed)
        ));
    }
    if plan.softened {
        outcome = outcome.with_message(format!(
            "Old container {} also contains other licenses: only the recovered licenses are \
             withdrawn; --block blocks the container",
            old.serial
        ));
    } else {
        outcome = outcome.with_message(old_words(plan.recovery.old, old.kind, old.serial.as_str()));
    }
    let later = old
        .block
        .as_ref()
        .filter(|block| block.enforced_at > block.at)
        .map(|block| block.enforced_at.clone());
    outcome.with_message(match later {
        Some(at) => {
            format!("The status lists that are published at {at} or later contain the change")
        }
        None => "The next status list contains the change (`licentia status publish --out-dir DIR \
             --force`)"
            .to_owned(),
    })
}

/// Returns the answer of a dry run.
fn would(plan: &RecoveryPlan, home: &Home) -> Outcome {
    let (recovery, to) = (&plan.recovery, plan.to.container());
    let place = if plan.to.is_new() {
        format!("a new container ({})", to.summary())
    } else {
        format!("container {}", to.serial)
    };
    let licenses = licenses_of(&recovery.licenses);
    let message = format!("Would recover {licenses} of container {} into {place}", recovery.from);
    let quotas = plan.quotas.iter().map(|quota| QuotaAnswer::of(quota, home.now)).collect();
    let planned = RecoveryAnswer {
        serial: None,
        to: (!plan.to.is_new()).then(|| to.serial.to_string()),
        created_at: None,
        reversed_at: None,
        reversed_reason: None,
        ..RecoveryAnswer::of(recovery, Vec::new())
    };
    with_details(Outcome::done(message), plan).with(IssuedRecoveryAnswer {
        recovery: planned,
        created: false,
        kept: Some(plan.kept.clone()),
        credential: None,
        quotas: Some(quotas),
        hint: None,
    })
}
