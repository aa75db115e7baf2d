//! `license issue`

use anyhow::{Context as _, Result};
use licentia_runtime::Edition;
use serde_json::{Value, json};

use super::super::args::{Out, TermsArgs, edition};
use super::super::desk::{Desk, Emitted, Home, Prepared};
use super::super::outcome::Outcome;
use super::super::show::Format;
use crate::domain::audit::Change;
use crate::domain::key::{self, Key, Purpose};
use crate::domain::license::License;
use crate::domain::name::{Code, Reference, Username};
use crate::domain::time::day_of;
use crate::domain::{Code as Why, Refusal};
use crate::host::files::Access;
use crate::ops::issue::{Decision, Order, Plan, decide};

/// Issue a license
///
/// With --unbound, --out or --out-dir it is delivered in a signed file that is bound to nothing but the customer; without
/// any of them it is parked, to be placed later. What is not said comes from the product's terms, then from licentia.toml.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license issue --customer nordwind --product work-management --seats 10 --term 1y --out nordwind.lic
  licentia license issue --customer nordwind --product work-management --modules calculator,calculator.pro=500@2027-03-01 --unbound
  licentia license issue --customer nordwind --product work-management --edition trial --term 30d --reference ORDER-123 --json")]
pub struct Args {
    /// For whom
    #[arg(long, value_name = "CODE")]
    customer: Code,
    /// Of what
    #[arg(long, value_name = "CODE")]
    product: Code,
    /// For which part of the customer
    #[arg(long, value_name = "CODE")]
    company: Option<Code>,
    /// commercial or trial [default: that of --key, else commercial]
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Option<Edition>,
    /// The users registered to it
    #[arg(long, value_name = "USERNAME,…", value_delimiter = ',')]
    users: Vec<Username>,
    /// Where it comes from (an order number): the same call again issues nothing new
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// The key that signs [default: the one named like the edition, else the only one that may]
    #[arg(long, value_name = "NAME")]
    key: Option<Code>,
    /// What it is signed for, where the key is kept for a purpose [default: issue]
    #[arg(long, value_name = "WORD")]
    purpose: Option<Purpose>,
    /// Deliver it in a file bound to no container
    #[arg(long)]
    unbound: bool,
    #[command(flatten)]
    out: Out,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let keys = home.books().list_keys()?;
    let order = order(args, &keys)?;
    desk.check_standard_out(&args.out)?;
    let plan = match decide(home.books(), &order, &home.settings.license, home.now)? {
        Decision::Repeated(license) => return repeated(&license, args, desk, &home),
        Decision::New(plan) => plan,
    };
    desk.check_out(&args.out, None)?;
    // A dry run needs no key, but it has the real run's refusals where no key file is needed to see them.
    let key =
        if plan.is_delivered() || args.key.is_some() { Some(choose(&keys, args, &order, &home, desk.is_dry())?) } else { None };
    if let Some(key) = key {
        plan.check_scope(&home.vendor, key, home.now)?;
    }
    if desk.is_dry() {
        if plan.is_delivered() {
            home.check_clock()?;
        }
        return Ok(dry(&plan, &home));
    }
    let signer = key.filter(|_| plan.is_delivered()).map(|key| desk.unlock(&home, key)).transpose()?;

    // Decided again under the lock: what was looked up may have changed while somebody typed a passphrase.
    let (now, vendor, defaults) = (home.now, home.vendor.clone(), home.settings.license.clone());
    let work = home.begin()?;
    let again = match decide(work.tx.books(), &order, &defaults, now)? {
        Decision::New(again) => again,
        Decision::Repeated(license) => {
            drop(work);
            return repeated(&license, args, desk, &home);
        }
    };
    if again != plan {
        return Err(changed("the product or the customer").into());
    }
    if let Some(key) = key {
        let keys = work.tx.books().list_keys()?;
        let chosen =
            key::choose(&keys, order.edition, "license", args.key.as_ref(), now.as_second(), |other| other.kid == key.kid);
        let Some(chosen) = chosen.ok().filter(|chosen| chosen.kid == key.kid) else {
            return Err(changed(&format!("key {}", key.name)).into());
        };
        // Another process may have taken the last of its files.
        again.check_scope(&vendor, chosen, now)?;
    }
    let license = again.carry_out(&work.tx, &vendor, signer.as_ref(), &mut *desk.host.entropy, now)?;
    let object = super::object(&license, now, &Emitted::Nowhere);
    let file = prepare(&license, args, desk)?;
    work.commit(&Change::new("license.issue", license.serial.as_str(), object))?;
    let emitted = finish(file, &license)?;
    let done = format!("Issued license {} to {} ({})", license.serial, plan.customer.name, super::summary(&license));
    Ok(answer(&license, &home, emitted, true, done, desk.format()))
}

fn changed(what: &str) -> Refusal {
    Refusal::new(Why::ChangedMeanwhile, format!("{what} was changed while this license was being issued"))
        .hint("nothing was issued; look again, then try again")
}

fn order(args: &Args, keys: &[Key]) -> Result<Order> {
    let of_key = args.key.as_ref().map(|name| key::find(keys, name)).transpose()?.and_then(|key| key.edition);
    Ok(Order {
        customer: args.customer.clone(),
        product: args.product.clone(),
        company: args.company.clone(),
        edition: args.edition.or(of_key).unwrap_or(Edition::Commercial),
        users: args.users.clone(),
        terms: args.terms.terms()?,
        purpose: args.purpose.clone(),
        unbound: args.unbound || args.out.is_asked(),
        reference: args.reference.clone(),
    })
}

fn choose<'a>(keys: &'a [Key], args: &Args, order: &Order, home: &Home, dry: bool) -> Result<&'a Key> {
    let choose = |present: &dyn Fn(&Key) -> bool| {
        key::choose(keys, order.edition, "license", args.key.as_ref(), home.now.as_second(), present)
    };
    match choose(&|key| home.has_key(key)) {
        // A dry run needs no key, but it takes the real run's where that would find one.
        Err(refusal) if dry && refusal.code == Why::KeyMissing => Ok(choose(&|_| true)?),
        chosen => Ok(chosen?),
    }
}

fn dry(plan: &Plan, home: &Home) -> Outcome {
    let license = plan.preview(home.now);
    let mut object = super::object(&license, home.now, &Emitted::Nowhere);
    object["serial"] = Value::Null;
    object["created"] = false.into();
    Outcome::done(format!("Would issue a license to {} ({})", plan.customer.name, super::summary(&license))).with(object)
}

/// The same request under the same reference: the first answer again, and its file where one is asked for.
fn repeated(license: &License, args: &Args, desk: &mut Desk<'_>, home: &Home) -> Result<Outcome> {
    let text = license.file().map(|file| file.text.as_str());
    desk.check_out(&args.out, text)?;
    let emitted = if desk.is_dry() { Emitted::Nowhere } else { finish(prepare(license, args, desk)?, license)? };
    let reference = license.reference.as_ref().map_or("", Reference::as_str);
    let done = format!("License {} was issued for {reference} already ({})", license.serial, super::summary(license));
    Ok(answer(license, home, emitted, false, done, desk.format()))
}

/// The file of a delivered license, complete but for its name.
fn prepare(license: &License, args: &Args, desk: &Desk<'_>) -> Result<Option<Prepared>> {
    license.file().map(|file| desk.prepare(&args.out, &format!("{}.lic", license.serial), &file.text, Access::Public)).transpose()
}

fn finish(file: Option<Prepared>, license: &License) -> Result<Emitted> {
    let written = file.map_or(Ok(Emitted::Nowhere), Prepared::finish);
    written.with_context(|| {
        let serial = &license.serial;
        format!("license {serial} is in the books, but its file could not be written (`licentia license export {serial}` writes it again)")
    })
}

fn answer(license: &License, home: &Home, emitted: Emitted, created: bool, done: String, format: Format) -> Outcome {
    let mut object = match format {
        Format::Csv => super::flags(license, home.now),
        Format::Table | Format::Json => super::object(license, home.now, &emitted),
    };
    object["created"] = json!(created);
    let mut outcome = Outcome::done(done).with(object);
    if created && license.right.ends.is_some_and(|end| end <= day_of(home.now)) {
        outcome = outcome.warn("its last day is past already");
    }
    match (emitted, license.activations.is_empty()) {
        (Emitted::Standard(bytes), _) => outcome.with_bytes(bytes),
        (Emitted::File(path), _) => outcome.say(format!("Wrote {}", path.display())),
        (Emitted::Nowhere, true) => outcome.say("It is parked: nothing is delivered yet"),
        (Emitted::Nowhere, false) => outcome.say(format!("`licentia license export {}` writes its file", license.serial)),
    }
}
