//! `recovery policy`

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::cli::context::CommandContext;
use crate::cli::license;
use crate::cli::outcome::{Edited, Outcome};
use crate::domain::Refusal;
use crate::domain::audit::Change;
use crate::domain::license::License;
use crate::domain::license::state::Verb;
use crate::domain::name::Code;
use crate::domain::product::Product;
use crate::domain::recovery::{Member, Policy};
use crate::domain::serial::Serial;
use crate::ops::lookup;

/// Show or change how often licenses are recovered
///
/// Of a product, or of one license, whose values lie over its product's. Without flags, each value and where it comes from. none clears a
/// value, inherit drops it, so that what is below counts.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia recovery policy work-management
  licentia recovery policy work-management --any-initial 1 --any-every 2y --same-initial 2 --old block --enforce-after 14d
  licentia recovery policy L-7K3MQ-9X2D9 --any-cap 3 --any-every inherit")]
pub struct Args {
    /// The product's code, or a license
    #[arg(value_name = "PRODUCT|LICENSE")]
    of: String,
    /// Recoveries into any container, from the first activation on [default: 0]
    #[arg(long, value_name = "N", value_parser = reads(Member::AnyInitial))]
    any_initial: Option<String>,
    /// One more after each such period, like 90d or 2y; none for no period
    #[arg(long, value_name = "DURATION", value_parser = reads(Member::AnyEvery))]
    any_every: Option<String>,
    /// The most that are kept, grants aside; none for no limit
    #[arg(long, value_name = "N", value_parser = reads(Member::AnyCap))]
    any_cap: Option<String>,
    /// Recoveries on the same computer, from the first activation on [default: 0]
    #[arg(long, value_name = "N", value_parser = reads(Member::SameInitial))]
    same_initial: Option<String>,
    /// One more after each such period
    #[arg(long, value_name = "DURATION", value_parser = reads(Member::SameEvery))]
    same_every: Option<String>,
    /// The most that are kept, grants aside
    #[arg(long, value_name = "N", value_parser = reads(Member::SameCap))]
    same_cap: Option<String>,
    /// The properties that have to fit for a computer to be the same, like board_serial,machine_id
    #[arg(long, value_name = "NAME,…", value_parser = reads(Member::MatchRequired))]
    match_required: Option<String>,
    /// How many properties have to fit in all; none for two thirds of those that the computer has
    #[arg(long, value_name = "N", value_parser = reads(Member::MatchMinimum))]
    match_minimum: Option<String>,
    /// What becomes of the old container: block, withdraw, nothing [default: block]
    #[arg(long, value_name = "WAY", value_parser = reads(Member::Old))]
    old: Option<String>,
    /// Days for which the status list says nothing of the block [default: 0d]
    #[arg(long, value_name = "DAYS", value_parser = reads(Member::EnforceAfter))]
    enforce_after: Option<String>,
}

/// The word that drops a value.
const INHERIT: &str = "inherit";

/// Reads a value of the policy, or `inherit`.
fn reads(member: Member) -> impl Fn(&str) -> Result<String, Refusal> + Clone {
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

    /// A policy with what was typed in the place of what it said.
    fn lay(&self, before: &Policy) -> Policy {
        let mut after = before.clone();
        for (member, text) in self.typed() {
            after.set(member, Some(text.to_owned()).filter(|text| text != INHERIT));
        }
        after
    }
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let (is_change, now) = (!args.typed().is_empty(), home.now);
    let serial: Option<Serial> = match named(&args.of) {
        None => None,
        Some(named) if is_change => Some(license::find_to_change(command, &home, &named?)?),
        Some(named) => Some(license::find(home.reader(), &named?, now)?.serial),
    };
    let Some(serial) = serial else {
        let code: Code = args.of.parse()?;
        if !is_change {
            return Ok(shown(&lookup::product(home.reader(), &code)?, None));
        }
        let work = command.begin(&mut home)?;
        let before = lookup::product(work.tx.reader(), &code)?;
        let after = Product { recovery: args.lay(&before.recovery), ..before.clone() };
        let edited = Edited::of(&object(&before, None), object(&after, None));
        if !edited.is_nothing() {
            work.tx.set_product(&before, &after)?;
            work.commit(&Change::new(
                "recovery.policy",
                before.code.as_str(),
                detail(&before.recovery, &after.recovery),
            ))?;
        }
        return Ok(told(
            &before.recovery,
            &after.recovery,
            &format!("product {}", before.code),
            command.is_dry(),
            object(&after, None),
        ));
    };
    if !is_change {
        let license = lookup::license(home.reader(), &serial, now)?;
        return Ok(shown(&lookup::product(home.reader(), &license.right.product)?, Some(&license)));
    }
    let work = command.begin(&mut home)?;
    let before = lookup::license(work.tx.reader(), &serial, work.now)?;
    before.check(Verb::Edit, work.now)?;
    let product = lookup::product(work.tx.reader(), &before.right.product)?;
    let after = License { recovery: args.lay(&before.recovery), ..before.clone() };
    if before.recovery != after.recovery {
        work.tx.set_license(&before, &after, &work.now.to_string())?;
        work.commit(&Change::new(
            "recovery.policy",
            serial.as_str(),
            detail(&before.recovery, &after.recovery),
        ))?;
    }
    Ok(told(
        &before.recovery,
        &after.recovery,
        &format!("license {serial}"),
        command.is_dry(),
        object(&product, Some(&after)),
    ))
}

/// A license, where that is what was named: products have codes in small letters.
fn named(text: &str) -> Option<Result<license::Named>> {
    // A serial without dashes is one too; a product may begin like one.
    let is_serial = || text.starts_with(['L', 'l']) && text.parse::<Serial>().is_ok();
    let is_license = text.starts_with("ref:") || text.starts_with("L-") || is_serial();
    is_license.then(|| Ok(text.parse()?))
}

fn detail(before: &Policy, after: &Policy) -> Value {
    let changed = Member::ALL.iter().filter(|member| before.get(**member) != after.get(**member));
    let changes = changed.map(|member| {
        (member.as_str().to_owned(), json!({"from": before.get(*member), "to": after.get(*member)}))
    });
    Value::Object(changes.collect())
}

fn told(before: &Policy, after: &Policy, what: &str, dry: bool, mut object: Value) -> Outcome {
    object["changed"] = (!dry && before != after).into();
    if before == after {
        return Outcome::done(format!(
            "Nothing to change: the recovery policy of {what} is so already"
        ))
        .with(object);
    }
    let mut outcome = Outcome::done(format!(
        "{} the recovery policy of {what}",
        if dry { "Would change" } else { "Changed" }
    ));
    let word = |text: Option<&str>| text.unwrap_or(INHERIT).to_owned();
    for member in Member::ALL.iter().filter(|member| before.get(**member) != after.get(**member)) {
        let line = format!(
            "{}: {} → {}",
            member.as_str().replace('-', " "),
            word(before.get(*member)),
            word(after.get(*member))
        );
        outcome = outcome.say(line);
    }
    let is_match = [Member::MatchRequired, Member::MatchMinimum]
        .iter()
        .any(|member| before.get(*member) != after.get(*member));
    let outcome = if is_match {
        outcome.say("Files that were written say what they said: the next revision of a license has the rule of today".to_owned())
    } else {
        outcome
    };
    outcome.with(object)
}

/// Where a value comes from.
fn origin(member: Member, product: &Product, license: Option<&License>) -> (String, &'static str) {
    let own =
        license.and_then(|license| license.recovery.get(member)).map(|text| (text, "license"));
    let (text, from) = own
        .or(product.recovery.get(member).map(|text| (text, "product")))
        .unwrap_or((member.default(), "default"));
    (text.to_owned(), from)
}

/// A value for machines: a number, a list, a text, or nothing.
fn value(member: Member, text: &str) -> Value {
    match member {
        _ if text == "none" => {
            if member == Member::MatchRequired {
                json!([])
            } else {
                Value::Null
            }
        }
        Member::MatchRequired => text.split(',').collect(),
        Member::AnyEvery | Member::SameEvery | Member::Old | Member::EnforceAfter => text.into(),
        _ => text.parse::<u32>().map_or(Value::Null, Value::from),
    }
}

fn object(product: &Product, license: Option<&License>) -> Value {
    let values: Map<String, Value> = Member::ALL
        .iter()
        .map(|member| {
            let (text, from) = origin(*member, product, license);
            (
                member.as_str().replace('-', "_"),
                json!({"value": value(*member, &text), "from": from}),
            )
        })
        .collect();
    json!({"product": product.code.as_str(), "license": license.map(|license| license.serial.as_str()), "policy": values})
}

/// Each value, and where it comes from.
fn shown(product: &Product, license: Option<&License>) -> Outcome {
    let field = |member: &Member| {
        let (text, from) = origin(*member, product, license);
        let from = match (from, license) {
            ("license", Some(license)) => format!("license {}", license.serial),
            ("product", _) => format!("product {}", product.code),
            _ => "default".to_owned(),
        };
        let text = if *member == Member::MatchMinimum && text == "none" {
            "two thirds".to_owned()
        } else {
            text
        };
        (member.as_str(), format!("{text} ({from})"))
    };
    Outcome::one(object(product, license), Member::ALL.iter().map(field).collect())
}
