//! `recovery grant`

use crate::cli::change::EntrySigning;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::{container, license};
use crate::domain::name::{Name, Reference};
use crate::domain::recovery::{Count, Scope};
use crate::domain::time::Timestamp;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::recovery::answer::{GrantedQuota, QuotaAnswer};
use crate::ops::recovery::grant::{GrantRecoveries, NewGrants, Recoverable};
use crate::ops::recovery::quota::Quota;

/// Grant recoveries beyond the policy
///
/// For a license, or for each license in a container. A grant never expires, and is used after the
/// recoveries of the policy.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia recovery grant L-7K3MQ-9X2D9 --reason 'water damage, seen on a photograph'
  licentia recovery grant K-4T9WX-C0MR7 --scope same --reason 'new board under warranty' --reference CASE-7")]
pub struct Args {
    /// License serial, ref:REFERENCE or container serial
    #[arg(value_name = "LICENSE|CONTAINER")]
    of: super::shared::GrantTarget,
    /// Scope of the recoveries: any (any container) or same (the same computer) [default: any]
    #[arg(long, value_name = "SCOPE")]
    scope: Option<Scope>,
    /// Number of recoveries [default: 1]
    #[arg(long, value_name = "N")]
    count: Option<Count>,
    /// Reason (recorded in the audit log)
    #[arg(long, value_name = "REASON")]
    reason: Name,
    /// Idempotency reference, such as a case number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    #[command(flatten)]
    signing: EntrySigning,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let of = match &args.of {
        super::shared::GrantTarget::License(named) => {
            Recoverable::License(license::find_to_change(context, &home, named)?)
        }
        super::shared::GrantTarget::Container(named) => {
            Recoverable::Container(container::find_to_change(context, &home, named)?)
        }
    };
    let grant = GrantRecoveries {
        of,
        scope: args.scope,
        count: args.count.map(|count| count.0),
        reason: args.reason.clone(),
        reference: args.reference.clone(),
        signing: args.signing.request(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &grant)?;
    let (quotas, done) = match execution {
        Execution::Unchanged(quotas) => (quotas, GrantOutcome::Unchanged),
        Execution::DryRun(plan) => (quotas_of(plan), GrantOutcome::DryRun),
        Execution::Applied(plan) => (quotas_of(plan), GrantOutcome::Applied),
    };
    Ok(answer(&grant, &quotas, done, home.now))
}

/// The outcome of a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GrantOutcome {
    Applied,
    Unchanged,
    DryRun,
}

impl GrantOutcome {
    fn words(self) -> &'static str {
        match self {
            GrantOutcome::Applied => "Granted",
            GrantOutcome::Unchanged => "No change: already granted",
            GrantOutcome::DryRun => "Would grant",
        }
    }
}

fn quotas_of(plan: NewGrants) -> Vec<Quota> {
    plan.grants.into_iter().map(|new| new.quota).collect()
}

fn answer(
    grant: &GrantRecoveries,
    quotas: &[Quota],
    done: GrantOutcome,
    now: Timestamp,
) -> Outcome {
    let of = if let [one] = quotas {
        format!("license {}", one.license.serial)
    } else {
        super::shared::licenses(quotas.len())
    };
    let on = match grant.scope() {
        Scope::Any => " for any container",
        Scope::Same => " for the same computer",
    };
    let (word, count) = (done.words(), count_of(grant.count() as usize, "recovery"));
    let left = |quota: &Quota| {
        let left = quota.balance(grant.scope(), now).available();
        let left = count_of(left as usize, "recovery");
        format!("  license {}: {left} left{on}", quota.license.serial)
    };
    let outcome = Outcome::done(format!("{word} {count}{on} to {of}"));
    let outcome = quotas.iter().map(left).fold(outcome, Outcome::with_message);
    let answer = |quota: &Quota| GrantedQuota {
        quota: QuotaAnswer::of(quota, now),
        repeated: done == GrantOutcome::Unchanged,
    };
    let mut answers: Vec<GrantedQuota> = quotas.iter().map(answer).collect();
    match (&grant.of, answers.pop()) {
        (Recoverable::License(_), Some(answer)) => outcome.with(answer),
        (_, last) => {
            answers.extend(last);
            outcome.with_many(GrantedQuota::COLUMNS, answers)
        }
    }
}
