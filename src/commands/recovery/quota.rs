//! `recovery quota`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::{container, license};
use crate::commands::recovery::shared::GrantTarget;
use crate::domain::recovery::Scope;
use crate::domain::time::{Timestamp, day_of};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::recovery::answer::QuotaAnswer;
use crate::ops::recovery::quota::Quota;

/// Show the number of recoveries that are left
///
/// For a license, or for each license in a container. For both scopes (any container, the same
/// computer): the recoveries that were added, granted and used, and the day of the next recovery.
/// The numbers are computed with the current policy.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia recovery quota L-7K3MQ-9X2D9\n  licentia recovery quota \
        K-4T9WX-C0MR7 --json"
)]
pub struct Args {
    /// License serial, ref:REFERENCE or container serial
    #[arg(value_name = "LICENSE|CONTAINER")]
    of: GrantTarget,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let (reader, now) = (home.reader(), home.now);
    let container = match &args.of {
        GrantTarget::License(named) => {
            let quota = Quota::of(reader, license::find(reader, named, now)?)?;
            let fields = std::iter::once(("license", quota.license.serial.to_string()));
            let fields = fields
                .chain(
                    Scope::ALL
                        .iter()
                        .map(|scope| (scope.as_str(), quota_text(&quota, *scope, now))),
                )
                .collect();
            return Ok(Outcome::one(QuotaAnswer::of(&quota, now), fields));
        }
        GrantTarget::Container(named) => container::find(reader, named)?,
    };
    let mut things = Vec::new();
    for serial in &container.licenses {
        let quota = Quota::of(reader, lookup::license(reader, &serial.parse()?, now)?)?;
        let mut row = vec![serial.clone(), quota.license.entitlement.product.to_string()];
        for scope in Scope::ALL {
            let balance = quota.balance(*scope, now);
            row.push(balance.available().to_string());
            row.push(balance.next_at.map_or_else(|| "-".to_owned(), |at| day_of(at).to_string()));
        }
        things.push((QuotaAnswer::of(&quota, now), row));
    }
    let columns = &["license", "product", "left (any)", "next (any)", "left (same)", "next (same)"];
    Ok(Outcome::many(
        columns,
        QuotaAnswer::COLUMNS,
        "no licenses in the container; `licentia recovery list` shows recovered licenses",
        things,
    ))
}

/// Returns `1 left (1 from the policy, 0 granted), 1 used, 0 not added because of the cap; next
/// recovery on 2028-11-21; policy: initial 1, 1 more every 2y, cap 3`.
fn quota_text(quota: &Quota, scope: Scope, now: Timestamp) -> String {
    let (allowed, balance) = (quota.rules.allowance(scope), quota.balance(scope, now));
    let next =
        balance.next_at.map(|at| format!("; next recovery on {}", day_of(at))).unwrap_or_default();
    let every = allowed.every.map(|every| format!(", 1 more every {every}")).unwrap_or_default();
    let lost = allowed.cap.map(|_| format!(", {} not added because of the cap", balance.lost));
    let cap = allowed.cap.map_or_else(|| "none".to_owned(), |cap| cap.to_string());
    format!(
        "{} left ({} from the policy, {} granted), {} used{}{next}; policy: initial {}{every}, cap \
         {cap}",
        balance.available(),
        balance.earned,
        balance.granted,
        balance.used,
        lost.unwrap_or_default(),
        allowed.initial
    )
}
