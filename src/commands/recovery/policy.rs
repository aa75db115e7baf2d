//! `recovery policy`

use crate::cli::change::EntrySigning;
use crate::cli::context::{CommandContext, Home};
use crate::cli::front_end::Options;
use crate::cli::license;
use crate::cli::outcome::Outcome;
use crate::domain::Error;
use crate::domain::license::License;
use crate::domain::product::Product;
use crate::domain::recovery::Member;
use crate::domain::serial::Serial;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::lookup;
use crate::ops::recovery::answer::{PolicyAnswer, policy_value};
use crate::ops::recovery::policy::{ChangePolicy, PolicyChange, PolicyOwner};

/// Show or change the recovery policy of a product or a license
///
/// The values of a license override those of its product. Without options, prints each value and
/// its origin. none clears a value; inherit removes the value, so that the value of the product or
/// the default applies.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia recovery policy work-management
  licentia recovery policy work-management --any-initial 1 --any-every 2y --same-initial 2 --old block --enforce-after 14d
  licentia recovery policy L-7K3MQ-9X2D9 --any-cap 3 --any-every inherit")]
pub struct Args {
    /// Product code, license serial or ref:REFERENCE
    #[arg(value_name = "PRODUCT|LICENSE")]
    of: String,
    /// Number of recoveries into any container, from the first activation on [default: 0]
    #[arg(long, value_name = "N", value_parser = reads(Member::AnyInitial))]
    any_initial: Option<String>,
    /// Period after which one more recovery is added, such as 90d or 2y; none for no period
    #[arg(long, value_name = "DURATION", value_parser = reads(Member::AnyEvery))]
    any_every: Option<String>,
    /// Maximum number of unused recoveries that the policy keeps; none for no limit
    #[arg(long, value_name = "N", value_parser = reads(Member::AnyCap))]
    any_cap: Option<String>,
    /// Number of recoveries on the same computer, from the first activation on [default: 0]
    #[arg(long, value_name = "N", value_parser = reads(Member::SameInitial))]
    same_initial: Option<String>,
    /// Period after which one more recovery on the same computer is added; none for no period
    #[arg(long, value_name = "DURATION", value_parser = reads(Member::SameEvery))]
    same_every: Option<String>,
    /// Maximum number of unused recoveries on the same computer that the policy keeps; none for no
    /// limit
    #[arg(long, value_name = "N", value_parser = reads(Member::SameCap))]
    same_cap: Option<String>,
    /// Properties that must match for a computer to be the same, such as board_serial,machine_id
    #[arg(long, value_name = "NAME,…", value_parser = reads(Member::MatchRequired))]
    match_required: Option<String>,
    /// Minimum number of matching properties; none for two thirds of the properties of the computer
    #[arg(long, value_name = "N", value_parser = reads(Member::MatchMinimum))]
    match_minimum: Option<String>,
    /// Treatment of the old container: block, withdraw, nothing [default: block]
    #[arg(long, value_name = "WAY", value_parser = reads(Member::Old))]
    old: Option<String>,
    /// Days before the block has an effect in the status list [default: 0d]
    #[arg(long, value_name = "DURATION", value_parser = reads(Member::EnforceAfter))]
    enforce_after: Option<String>,
    #[command(flatten)]
    signing: EntrySigning,
}

/// The word that removes a value.
const INHERIT: &str = "inherit";

/// Reads a value of the policy, or `inherit`.
fn reads(member: Member) -> impl Fn(&str) -> Result<String, Error> + Clone {
    move |text| if text == INHERIT { Ok(text.to_owned()) } else { member.read(text) }
}

impl Args {
    fn typed(&self) -> Vec<(Member, &str)> {
        let flags = [
            (Member::AnyInitial, &self.any_initial),
            (Member::AnyEvery, &self.any_every),
            (Member::AnyCap, &self.any_cap),
            (Member::SameInitial, &self.same_initial),
            (Member::SameEvery, &self.same_every),
            (Member::SameCap, &self.same_cap),
            (Member::MatchRequired, &self.match_required),
            (Member::MatchMinimum, &self.match_minimum),
            (Member::Old, &self.old),
            (Member::EnforceAfter, &self.enforce_after),
        ];
        flags.into_iter().filter_map(|(member, text)| Some((member, text.as_deref()?))).collect()
    }

    /// Returns the values that are set or removed.
    fn values(&self) -> Vec<(Member, Option<String>)> {
        let value = |text: &str| (text != INHERIT).then(|| text.to_owned());
        self.typed().into_iter().map(|(member, text)| (member, value(text))).collect()
    }
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let values = args.values();
    if values.is_empty() {
        return show(&args.of, &home);
    }
    let of = match named(&args.of) {
        None => PolicyOwner::Product(args.of.parse()?),
        Some(named) => PolicyOwner::License(license::find_to_change(context, &home, &named?)?),
    };
    let change = ChangePolicy { of, values, signing: args.signing.request() };
    let (execution, _) = context.execute(&mut home, &Options::default(), &change)?;
    Ok(match execution {
        Execution::Unchanged(same) => unchanged(&same),
        Execution::DryRun(plan) => changed(&plan, true),
        Execution::Applied(plan) => changed(&plan, false),
    })
}

/// Returns each value of the policy of a product or a license, and the origin of the value.
fn show(of: &str, home: &Home) -> Result<Outcome> {
    let reader = home.reader();
    let Some(named) = named(of) else {
        return Ok(shown(&lookup::product(reader, &of.parse()?)?, None));
    };
    let license = license::find(reader, &named?, home.now)?;
    Ok(shown(&lookup::product(reader, &license.entitlement.product)?, Some(&license)))
}

/// Returns the license argument, unless the text is a product code, which has small letters.
fn named(text: &str) -> Option<Result<license::LicenseArgument>> {
    // A serial without dashes is a license too; a product code may begin like one.
    let is_serial = || text.starts_with(['L', 'l']) && text.parse::<Serial>().is_ok();
    let is_license = text.starts_with("ref:") || text.starts_with("L-") || is_serial();
    is_license.then(|| Ok(text.parse()?))
}

/// Returns the owner of a policy in words.
fn called(change: &PolicyChange) -> String {
    match &change.license {
        Some(license) => format!("license {}", license.serial),
        None => format!("product {}", change.product.code),
    }
}

fn unchanged(same: &PolicyChange) -> Outcome {
    let object = called(same);
    let answer = PolicyAnswer::of(&same.product, same.license.as_ref(), Some(false));
    Outcome::done(format!("No change: the recovery policy of {object} already has these values"))
        .with(answer)
}

fn changed(change: &PolicyChange, is_dry: bool) -> Outcome {
    let (before, after) = (&change.before, change.after());
    let done = if is_dry { "Would change" } else { "Changed" };
    let outcome = Outcome::done(format!("{done} the recovery policy of {}", called(change)));
    let word = |text: Option<&str>| text.unwrap_or(INHERIT).to_owned();
    let line = |member: Member| {
        let name = member.as_str().replace('-', " ");
        format!("{name}: {} → {}", word(before.get(member)), word(after.get(member)))
    };
    let mut outcome = before.changed_members(after).map(line).fold(outcome, Outcome::with_message);
    let is_match = |member| matches!(member, Member::MatchRequired | Member::MatchMinimum);
    if before.changed_members(after).any(is_match) {
        outcome = outcome.with_message(
            "Existing license files keep the old rule. The next revision of a license has the new \
             rule",
        );
    }
    outcome.with(PolicyAnswer::of(&change.product, change.license.as_ref(), Some(!is_dry)))
}

/// Returns each value with its origin.
fn shown(product: &Product, license: Option<&License>) -> Outcome {
    let field = |member: &Member| {
        let (text, from) = policy_value(*member, product, license);
        let from = match (from, license) {
            ("license", Some(license)) => format!("license {}", license.serial),
            ("product", _) => format!("product {}", product.code),
            _ => "default".to_owned(),
        };
        let text = if *member == Member::MatchMinimum && text == "none" {
            "two thirds of the properties".to_owned()
        } else {
            text
        };
        (member.as_str(), format!("{text} ({from})"))
    };
    let fields = Member::ALL.iter().map(field).collect();
    Outcome::one(PolicyAnswer::of(product, license, None), fields)
}
