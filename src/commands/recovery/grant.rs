//! `recovery grant`

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::{container, license};
use crate::commands::recovery::{Target, quota_object};
use crate::domain::name::{Name, Reference};
use crate::domain::recovery::{Count, Grant, Scope};
use crate::domain::serial::Serial;
use crate::domain::{Code as Why, Refusal};
use crate::ops::lookup;
use crate::ops::recovery::issue::{Quota, grant};
use crate::ops::reference::Asked;

/// Allow more recoveries than the policy does
///
/// Of a license, or of each license in a container. What was granted is never lost, and is used after what was earned.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia recovery grant L-7K3MQ-9X2D9 --reason 'water damage, seen on a photograph'
  licentia recovery grant K-4T9WX-C0MR7 --scope same --reason 'new board under warranty' --reference CASE-7")]
pub struct Args {
    /// A license, or a container
    #[arg(value_name = "LICENSE|CONTAINER")]
    of: Target,
    /// any container, or the same computer [default: any]
    #[arg(long, value_name = "SCOPE")]
    scope: Option<Scope>,
    /// How many [default: 1]
    #[arg(long, value_name = "N")]
    count: Option<Count>,
    /// Why, for the audit log
    #[arg(long, value_name = "REASON")]
    reason: Name,
    /// Where it comes from (a case number): the same call again grants nothing twice
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let (of, container) = match &args.of {
        Target::License(named) => (license::find_to_change(command, &home, named)?, None),
        Target::Container(named) => {
            let serial = container::find_to_change(command, &home, named)?;
            (serial.clone(), Some(serial))
        }
    };
    let (scope, count) = (args.scope.unwrap_or(Scope::Any), args.count.map_or(1, |count| count.0));
    let request = json!({"of": of.as_str(), "scope": args.scope, "count": args.count.map(|count| count.0), "reason": args.reason.as_str()});
    let asked = Asked::of("recovery grant", args.reference.as_ref(), &request)?;
    let work = command.begin(&mut home)?;
    let reader = work.tx.reader();
    let repeated = match &asked {
        Some(asked) if asked.subject(reader)?.is_some() => {
            Some(reader.list_granted(asked.reference())?)
        }
        _ => None,
    };
    let is_repeated = repeated.is_some();
    let licenses = match (repeated, &container) {
        // What is in the container by now was not asked for then.
        (Some(granted), _) => granted,
        (None, None) => vec![of.clone()],
        (None, Some(serial)) => {
            let licenses = lookup::container(reader, serial)?.licenses;
            licenses
                .iter()
                .map(|serial| serial.parse())
                .collect::<Result<Vec<Serial>, Refusal>>()?
        }
    };
    if licenses.is_empty() {
        let message = format!("container {of} holds no license");
        return Err(Refusal::new(Why::NotPlaced, message).hint("name a license").into());
    }
    if !is_repeated {
        let grants: Vec<Grant> = licenses
            .iter()
            .map(|license| Grant {
                license: license.clone(),
                scope,
                count,
                reason: args.reason.clone(),
            })
            .collect();
        let entries = grant(&work.tx, &grants, asked.as_ref(), work.now)?;
        let quotas = quotas(&work, &licenses)?;
        work.commit_all(&entries)?;
        return Ok(told(
            command.is_dry(),
            (scope, count),
            &licenses,
            container.is_some(),
            quotas,
            false,
        ));
    }
    let quotas = quotas(&work, &licenses)?;
    drop(work);
    Ok(told(command.is_dry(), (scope, count), &licenses, container.is_some(), quotas, true))
}

fn quotas(work: &crate::cli::context::UnitOfWork<'_>, licenses: &[Serial]) -> Result<Vec<Value>> {
    let of = |serial: &Serial| {
        let quota =
            Quota::of(work.tx.reader(), lookup::license(work.tx.reader(), serial, work.now)?)?;
        Ok(quota_object(&quota, work.now))
    };
    licenses.iter().map(of).collect()
}

fn told(
    dry: bool,
    (scope, count): (Scope, u32),
    licenses: &[Serial],
    is_container: bool,
    quotas: Vec<Value>,
    repeated: bool,
) -> Outcome {
    let of = if let [one] = licenses {
        format!("license {one}")
    } else {
        crate::commands::recovery::licenses(licenses.len())
    };
    let on = if scope == Scope::Same { " on the same computer" } else { "" };
    let word = match (repeated, dry) {
        (true, _) => "Granted already:",
        (false, true) => "Would grant",
        (false, false) => "Granted",
    };
    let mut outcome =
        Outcome::done(format!("{word} {}{on} of {of}", count_of(count as usize, "recovery")));
    for quota in &quotas {
        let left = &quota["scopes"][scope.as_str()]["available"];
        outcome = outcome.say(format!(
            "  license {}: {left} left",
            quota["license"].as_str().unwrap_or_default()
        ));
    }
    let mut objects = quotas;
    objects.iter_mut().for_each(|quota| quota["repeated"] = repeated.into());
    if is_container {
        outcome.with_many(&["license", "scopes", "repeated"], objects)
    } else {
        outcome.with(objects.remove(0))
    }
}
