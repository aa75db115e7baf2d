//! `container create`

use std::path::PathBuf;

use licentia_runtime::Context;

use crate::cli::arguments::one_of;
use crate::cli::container;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::credential;
use crate::cli::credential::CredentialFileOptions;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::container::Container;
use crate::domain::name::{Name, Reference, Slug, Username};
use crate::domain::product::ContainerKind;
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::ops::container::answer::{ContainerAnswer, CreatedContainer, CreatedFile};
use crate::ops::container::create::{ContainerOrder, CreateContainer, CreatePlan, Existing};
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind};
use crate::ops::key::choose::root;

/// Create a container
///
/// A cloud container is opened with a credential: a user name and a secret, which are created with
/// the container. The secret is in the credential file only, which is written to the current folder
/// unless an option names a target. A device is identified by the request that the customer's
/// administrator sends (`licentia-container request`). A dongle is identified by the serial of its
/// hardware, and by a request if it has a key.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia container create --customer nordwind --kind cloud --user anna --out nordwind.cred
  licentia container create --customer nordwind --kind cloud --encrypt-to age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
  licentia container create --customer nordwind --kind device --request press.ctx --label 'Press 1'
  licentia container create --customer nordwind --kind dongle --hardware 3-4711829 --label 'Press 2'")]
pub struct Args {
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Slug,
    /// Kind of the container: cloud, device or dongle
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: ContainerKind,
    /// User of the container (user name at the customer)
    #[arg(long, value_name = "USERNAME")]
    user: Option<Username>,
    /// Label (any text)
    #[arg(long, value_name = "TEXT")]
    label: Option<Name>,
    /// Hardware serial of a dongle, as the manufacturer writes it
    #[arg(long, value_name = "SERIAL")]
    hardware: Option<Name>,
    /// Request file of the device, or of a dongle with a key; - is standard input
    #[arg(long, value_name = "FILE")]
    request: Option<PathBuf>,
    /// Idempotency reference, such as an order number; a repeated call creates nothing new
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// Succeed if the customer already has a container for the device or the dongle
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    emission: CredentialFileOptions,
}

fn kind(text: &str) -> Result<ContainerKind, Error> {
    one_of(text, "a kind of container", &ContainerKind::ALL.map(|kind| (kind.as_str(), kind)))
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    check(args)?;
    if args.kind == ContainerKind::Device && args.request.is_none() {
        return Err(no_request(&home)?.into());
    }
    let request = args
        .request
        .as_ref()
        .map(|file| container::read_request(context, &home, file))
        .transpose()?;
    let create = CreateContainer {
        order: order(args, request.as_ref())?,
        if_missing: args.if_missing,
        key: args.emission.key.clone(),
        purpose: args.emission.purpose(),
    };
    let is_cloud = args.kind == ContainerKind::Cloud;
    let options = Options { emission: is_cloud.then_some(&args.emission), ..Options::default() };
    let (execution, written) = context.execute(&mut home, &options, &create)?;
    Ok(match execution {
        Execution::Unchanged(Existing::Repeated(container)) => repeated(&container),
        Execution::Unchanged(Existing::SameHardware(container)) => is_there(&container),
        Execution::DryRun(plan) => would_create(&plan),
        Execution::Applied(plan) => created(&plan, written.of_kind(FileKind::Credential)),
    })
}

fn is_there(container: &Container) -> Outcome {
    let answer = CreatedContainer { file: Some(None), ..answer(container, false) };
    let (serial, summary) = (&container.serial, container.summary());
    Outcome::done(format!("Container {serial} already exists: {summary}")).with(answer)
}

fn would_create(plan: &CreatePlan) -> Outcome {
    let mut answer =
        CreatedContainer { alike: Some(alike(plan)), ..answer(&plan.container, false) };
    (answer.container.serial, answer.container.username) = (None, None);
    let message = format!("Would create a container: {}", plan.container.summary());
    warned(Outcome::done(message).with(answer), &plan.alike, "K-…")
}

fn created(plan: &CreatePlan, emitted: Emitted) -> Outcome {
    let container = &plan.container;
    let answer = answer(container, true);
    let message = format!("Created container {}: {}", container.serial, container.summary());
    let outcome = Outcome::done(message);
    let Some(new) = &plan.credential else {
        let answer = CreatedContainer { file: Some(None), alike: Some(alike(plan)), ..answer };
        return warned(outcome.with(answer), &plan.alike, container.serial.as_str());
    };
    let credential = &new.credential;
    let file = CreatedFile {
        path: emitted.path(),
        jti: Some(credential.jti.clone()),
        kid: Some(credential.kid.clone()),
    };
    let serial = Some(credential.serial.to_string());
    let answer = CreatedContainer { credential: serial, file: Some(Some(file)), ..answer };
    let opens = format!(
        "Credential {} opens container {}, user name {}",
        credential.serial, container.serial, credential.username
    );
    credential::with_credential(outcome.with_message(opens).with(answer), credential, emitted)
}

/// Returns the answer about a container without a file.
fn answer(container: &Container, created: bool) -> CreatedContainer {
    CreatedContainer {
        container: ContainerAnswer::of(container),
        created,
        credential: None,
        file: None,
        hint: None,
        alike: None,
    }
}

/// Returns the serials of the containers on similar computers.
fn alike(plan: &CreatePlan) -> Vec<String> {
    plan.alike.iter().map(|other| other.serial.to_string()).collect()
}

/// Warns of containers in use on similar computers. `to` is the serial of the new container.
fn warned(outcome: Outcome, alike: &[Container], to: &str) -> Outcome {
    alike.iter().fold(outcome, |outcome, other| {
        let label =
            other.label.as_ref().map(|label| format!(", {:?}", label.as_str())).unwrap_or_default();
        outcome.warn(WarningCode::SimilarContainer, format!(
            "the computer is similar to the computer of container {0} of customer {1}{label}, which \
             is in use; if the same computer was reinstalled, recover the licenses instead of \
             issuing new licenses: `licentia recovery issue --from {0} --to {to} --reason \
             reinstalled --out-dir DIR`",
            other.serial, other.customer
        ))
    })
}

/// Returns the error for a device without a request, with the command that writes the request for
/// this home.
fn no_request(home: &Home) -> Result<Error> {
    let keys = home.reader().list_keys()?;
    let root = root(&keys).map_or("THUMBPRINT", |root| root.kid.as_str());
    let test = if home.vendor.test { " --test" } else { "" };
    Ok(Error::usage("--request is missing: a device is identified by its request").hint(format!(
        "`licentia-container request --folder DIR --root {root}{test} --out FILE` writes the \
         request on the customer's computer"
    )))
}

fn check(args: &Args) -> Result<(), Error> {
    let (is_dongle, is_cloud) =
        (args.kind == ContainerKind::Dongle, args.kind == ContainerKind::Cloud);
    if args.if_missing && is_cloud {
        return Err(Error::usage("--if-missing cannot be used for a cloud container")
            .hint("add --reference REFERENCE: a repeated call creates nothing new"));
    }
    if !is_cloud && args.emission.is_asked() {
        let message = format!("{} has no credential", args.kind.called());
        return Err(Error::usage(message).hint("omit --out, --out-dir, --key and --encrypt-…"));
    }
    if is_cloud && args.request.is_some() {
        return Err(Error::usage("a cloud container has no request")
            .hint("omit --request, or create a device: --kind device"));
    }
    if is_dongle != args.hardware.is_some() {
        let (message, hint) = match is_dongle {
            true => (
                "--hardware is missing: a dongle is identified by its hardware serial",
                "add --hardware SERIAL",
            ),
            false if is_cloud => (
                "a cloud container has no hardware serial",
                "omit --hardware, or create a dongle: --kind dongle",
            ),
            false => (
                "a device has no hardware serial: the request identifies the computer",
                "omit --hardware, or create a dongle: --kind dongle",
            ),
        };
        return Err(Error::usage(message).hint(hint));
    }
    Ok(())
}

fn order(args: &Args, request: Option<&Context>) -> Result<ContainerOrder, Error> {
    if let Some(request) = request {
        let carrier = &request.claims().container;
        if carrier.kind != args.kind.as_str() {
            let message = format!(
                "the request is from a {}, but --kind is {}",
                carrier.kind,
                args.kind.as_str()
            );
            let hint = match carrier.hardware.as_ref() {
                Some(serial) => format!("create a dongle: --kind dongle --hardware {serial}"),
                None => "create a device with --kind device; `licentia-container request \
                         --hardware SERIAL` writes the request of a dongle"
                    .to_owned(),
            };
            return Err(Error::new(ErrorCode::WrongKind, message).hint(hint));
        }
        if let (Some(own), Some(named)) = (&carrier.hardware, &args.hardware)
            && own != named.as_str()
        {
            return Err(Error::usage(format!(
                "the request is from dongle {own}, but --hardware is {named}"
            ))
            .hint(format!("use --hardware {own}, or the request of dongle {named}")));
        }
    }
    Ok(ContainerOrder {
        request: request.and_then(container::request_of),
        customer: args.customer.clone(),
        kind: args.kind,
        user: args.user.clone(),
        label: args.label.clone(),
        hardware: args.hardware.clone(),
        reference: args.reference.clone(),
    })
}

fn repeated(container: &Container) -> Outcome {
    let answer = answer(container, false);
    let reference = container.reference.as_ref().map_or("", Reference::as_str);
    let message = format!(
        "Container {} was already created for reference {reference}: {}",
        container.serial,
        container.summary()
    );
    if container.kind != ContainerKind::Cloud {
        return Outcome::done(message).with(CreatedContainer { file: Some(None), ..answer });
    }
    let hint = format!(
        "`licentia credential rotate {} --out FILE` creates another credential; a secret is \
         written only once",
        container.serial
    );
    let file = Some(Some(CreatedFile::default()));
    let answer = CreatedContainer { file, hint: Some(hint.clone()), ..answer };
    Outcome::done(message).with_message(hint).with(answer)
}
