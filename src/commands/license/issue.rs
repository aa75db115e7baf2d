//! `license issue`

use licentia_runtime::{Edition, Model};

use crate::cli::arguments::{Out, TermsArgs, edition};
use crate::cli::change::{ChangeOutcome, execute_on_license};
use crate::cli::container;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::front_end::Options;
use crate::cli::license::{form, summary};
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::WarningCode;
use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::name::{Reference, Slug, Username};
use crate::domain::time::day_of;
use crate::ops::error::Result;
use crate::ops::license::answer::{IssuedLicense, LicenseForm, base_missing};
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::license::request::SigningRequest;

/// Issue a license
///
/// With --container, the license is placed in the container. With --unbound, or --out or --out-dir
/// alone, the license is delivered in a signed file that is bound only to the customer. Without
/// these options, the license is not delivered (state parked) and can be placed later. Omitted
/// terms come from the product, then from licentia.toml.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license issue --customer nordwind --product work-management --seats 10 --term 1y --out nordwind.lic
  licentia license issue --customer nordwind --product work-management --seats 5 --container K-4T9WX-C0MR7
  licentia license issue --customer nordwind --product work-management --modules calculator,calculator.pro=500@2027-03-01 --unbound
  licentia license issue --customer nordwind --product work-management --edition trial --term 30d --reference ORDER-123 --json")]
pub struct Args {
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Slug,
    /// Product code
    #[arg(long, value_name = "CODE")]
    product: Slug,
    /// Company code, for a license of one part of the customer
    #[arg(long, value_name = "CODE")]
    company: Option<Slug>,
    /// Edition: commercial or trial [default: commercial, or the edition of --key]
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Option<Edition>,
    /// User names to assign to the license
    #[arg(long, value_name = "USERNAME,…", value_delimiter = ',')]
    users: Vec<Username>,
    /// Idempotency reference, such as an order number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// Signing key [default: the key with the edition's name, else the only key without limits that
    /// may sign]
    #[arg(long, value_name = "NAME")]
    key: Option<Slug>,
    /// Purpose of the signature, for keys limited to purposes [default: issue]
    #[arg(long, value_name = "WORD")]
    purpose: Option<Purpose>,
    /// Serial of the container to place all seats in
    #[arg(long, value_name = "CONTAINER", conflicts_with = "unbound")]
    container: Option<container::ContainerArgument>,
    /// Deliver the license in a file that is bound to no container
    #[arg(long)]
    unbound: bool,
    #[command(flatten)]
    out: Out,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let request = request(args, context, &home)?;
    let options = Options { out: Some(&args.out), ..Options::default() };
    let done = execute_on_license(context, &mut home, &options, &request)?;
    let license = match &done {
        ChangeOutcome::Unchanged(license, _) => (**license).clone(),
        ChangeOutcome::DryRun(_) | ChangeOutcome::Applied(_) => match done.steps().first() {
            Some(step) => step.after.clone(),
            None => return Ok(Outcome::default()),
        },
    };
    let missing_prerequisites = super::shared::find_missing_prerequisites(&done, &home)?;
    let issued = |license: LicenseForm, created: bool| IssuedLicense {
        license,
        created,
        hit: None,
        base_missing: base_missing(&missing_prerequisites),
    };
    let outcome = match done {
        ChangeOutcome::DryRun(plan) => {
            let Some(step) = plan.steps.into_iter().next() else { return Ok(Outcome::default()) };
            let form = form(&step.after, home.now, &Emitted::Nowhere, Format::Json);
            let answer = issued(form.without_serial(), false);
            let message = format!("Would issue a license {}", content(&step.after));
            Outcome::done(message).with(answer)
        }
        ChangeOutcome::Unchanged(license, emitted) => {
            let reference = license.reference.as_ref().map_or("", Reference::as_str);
            let message = format!(
                "No change: license {} was already issued for reference {reference} ({})",
                license.serial,
                summary(&license)
            );
            let form = form(&license, home.now, &emitted, context.format());
            answer(&license, &home, emitted, issued(form, false), message)
        }
        ChangeOutcome::Applied(steps) => {
            let Some((step, emitted)) = steps.into_iter().next() else {
                return Ok(Outcome::default());
            };
            let license = step.after;
            let place = request
                .target
                .as_ref()
                .and_then(PlacementTarget::container)
                .map(|it| format!(", in container {it}"))
                .unwrap_or_default();
            let message = format!("Issued license {} {}{place}", license.serial, content(&license));
            let form = form(&license, home.now, &emitted, context.format());
            answer(&license, &home, emitted, issued(form, true), message)
        }
    };
    Ok(super::shared::warn_of_early_end(
        super::shared::warn_of_missing_prerequisites(outcome, &missing_prerequisites),
        &license,
    ))
}

fn request(args: &Args, context: &mut CommandContext<'_>, home: &Home) -> Result<IssueLicense> {
    let terms = args.terms.terms()?;
    let target = match &args.container {
        Some(named) => {
            Some(PlacementTarget::Container(container::find_to_change(context, home, named)?))
        }
        None => (args.unbound || args.out.is_asked()).then_some(PlacementTarget::Unbound),
    };
    let (key_names, purpose) = (args.key.iter().cloned().collect(), args.purpose.clone());
    Ok(IssueLicense {
        customer: args.customer.clone(),
        product: args.product.clone(),
        company: args.company.clone(),
        edition: args.edition,
        users: args.users.clone(),
        terms,
        defaults: home.settings.license.clone(),
        target,
        reference: args.reference.clone(),
        signing: SigningRequest { key_names, purpose },
    })
}

/// Returns the device or dongle that gets the license in an update.
fn hardware(license: &License) -> Option<&str> {
    let mut places = license.live().filter_map(|it| it.container.as_ref());
    places.find(|place| place.kind.is_hardware()).map(|place| place.serial.as_str())
}

/// Returns `for customer nordwind: calc, commercial, 5 seats, last day 2027-11-29`.
fn content(license: &License) -> String {
    let entitlement = &license.entitlement;
    format!(
        "for customer {}: {}, {}, {}",
        entitlement.customer,
        entitlement.product,
        entitlement.edition.as_str(),
        summary(license)
    )
}

fn answer(
    license: &License,
    home: &Home,
    emitted: Emitted,
    answer: IssuedLicense,
    done: String,
) -> Outcome {
    let created = answer.created;
    let mut outcome = Outcome::done(done).with(answer);
    if created && license.entitlement.ends.is_some_and(|end| end <= day_of(home.now)) {
        outcome = outcome.warn(
            WarningCode::LastDayPast,
            format!("the last day of license {} is in the past", license.serial),
        );
    }
    let update = hardware(license).map(|container| {
        format!(
            "Next: `licentia container update {container} --out FILE` writes the update for the \
             customer"
        )
    });
    match (emitted, license.live().next().is_none()) {
        (Emitted::Standard(bytes), _) => outcome.with_bytes(bytes),
        (Emitted::Nowhere, true) => {
            let place = match license.entitlement.model {
                Model::Device => "--container K-…",
                Model::Named | Model::Floating => "--unbound --out FILE",
            };
            let serial = &license.serial;
            outcome.with_message(format!(
                "Not delivered yet. Next: `licentia license activate {serial} {place}`"
            ))
        }
        (Emitted::Nowhere, false) => outcome.with_message(update.unwrap_or_else(|| {
            format!(
                "Next: `licentia license export {} --out FILE` writes the license file",
                license.serial
            )
        })),
        (other, _) => {
            let paths = other.paths();
            let wrote = paths.iter().map(|path| format!("Wrote {path}"));
            wrote.chain(update).fold(outcome, Outcome::with_message)
        }
    }
}
