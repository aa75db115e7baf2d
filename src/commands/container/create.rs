//! `container create`

use std::path::PathBuf;

use licentia_runtime::Context;

use crate::cli::arguments::one_of;
use crate::cli::container;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::credential;
use crate::cli::credential::Emission;
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

/// Create a container
///
/// A cloud container is opened with a credential: a user name and a secret, which are created with
/// the container. The secret is in the credential file only, which is written to the current folder
/// unless an option names a target. A device is identified by the request that its administrator
/// sends (`licentia-container request`). A dongle is identified by the serial of its hardware, and
/// by a request if it has a key.
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
    /// User name of the holder at the customer
    #[arg(long, value_name = "USERNAME")]
    user: Option<Username>,
    /// Label, for people
    #[arg(long, value_name = "TEXT")]
    label: Option<Name>,
    /// Hardware serial of a dongle, as its manufacturer writes it
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
    emission: Emission,
}

fn kind(text: &str) -> Result<ContainerKind, Error> {
    one_of(text, "a kind of container", &ContainerKind::ALL.map(|kind| (kind.as_str(), kind)))
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    check(args)?;
    let request = args
        .request
        .as_ref()
        .map(|file| container::read_request(command, &home, file))
        .transpose()?;
    let create = CreateContainer {
        order: order(args, request.as_ref())?,
        if_missing: args.if_missing,
        key: args.emission.key.clone(),
        purpose: args.emission.purpose(),
    };
    let is_cloud = args.kind == ContainerKind::Cloud;
    let options = Options { emission: is_cloud.then_some(&args.emission), ..Options::default() };
    let (execution, written) = command.execute(&mut home, &options, &create)?;
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
    Outcome::done(format!("There is container {serial} already: {summary}")).with(answer)
}

fn would_create(plan: &CreatePlan) -> Outcome {
    let mut answer =
        CreatedContainer { alike: Some(alike(plan)), ..answer(&plan.container, false) };
    (answer.container.serial, answer.container.username) = (None, None);
    let said = format!("Would create a container: {}", plan.container.summary());
    warned(Outcome::done(said).with(answer), &plan.alike)
}

fn created(plan: &CreatePlan, emitted: Emitted) -> Outcome {
    let container = &plan.container;
    let answer = answer(container, true);
    let said = format!("Created container {}: {}", container.serial, container.summary());
    let outcome = Outcome::done(said);
    let Some(new) = &plan.credential else {
        let answer = CreatedContainer { file: Some(None), alike: Some(alike(plan)), ..answer };
        return warned(outcome.with(answer), &plan.alike);
    };
    let credential = &new.credential;
    let file = CreatedFile {
        path: emitted.path(),
        jti: Some(credential.jti.clone()),
        kid: Some(credential.kid.clone()),
    };
    let serial = Some(credential.serial.to_string());
    let answer = CreatedContainer { credential: serial, file: Some(Some(file)), ..answer };
    let opens =
        format!("Credential {} opens it, user name {}", credential.serial, credential.username);
    credential::told(outcome.say(opens).with(answer), credential, emitted)
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

/// Warns of containers in use on similar computers.
fn warned(outcome: Outcome, alike: &[Container]) -> Outcome {
    alike.iter().fold(outcome, |outcome, other| {
        let label =
            other.label.as_ref().map(|label| format!(", {:?}", label.as_str())).unwrap_or_default();
        outcome.warn(WarningCode::SimilarContainer, format!(
            "this computer is like container {0} of {1}{label}, which is in use: where it is the \
             same one, installed anew, its licenses are to be recovered into this container, not \
             sold again (`licentia recovery issue --from {0} --to K-… --reason reinstalled`)",
            other.serial, other.customer
        ))
    })
}

fn check(args: &Args) -> Result<(), Error> {
    let (is_dongle, is_cloud) =
        (args.kind == ContainerKind::Dongle, args.kind == ContainerKind::Cloud);
    if args.if_missing && is_cloud {
        return Err(Error::usage(
            "a cloud container has nothing by which another call would know it",
        )
        .hint("--reference does: the same call again creates nothing new"));
    }
    if !is_cloud && args.emission.is_asked() {
        let message = format!("{} has no credential", args.kind.called());
        return Err(Error::usage(message).hint("leave --out, --key and --encrypt-… out"));
    }
    if is_cloud && args.request.is_some() {
        return Err(Error::usage("a cloud container has no key of its own")
            .hint("leave --request out, or create a device"));
    }
    if args.kind == ContainerKind::Device && args.request.is_none() {
        return Err(Error::usage("a device is known by its request").hint(
            "name it with --request FILE; the customer's administrator makes it with \
             `licentia-container request --folder DIR --root THUMBPRINT --out FILE`",
        ));
    }
    if is_dongle != args.hardware.is_some() {
        let (message, hint) = match is_dongle {
            true => (
                "a dongle is known by the serial of its hardware",
                "name it with --hardware SERIAL",
            ),
            false if is_cloud => (
                "a cloud container has no hardware",
                "leave --hardware out, or create a dongle: --kind dongle",
            ),
            false => (
                "a device has no hardware serial: its request says what it is",
                "leave --hardware out, or create a dongle: --kind dongle",
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
                "the request is of a {}, and a {} is to be created",
                carrier.kind,
                args.kind.as_str()
            );
            return Err(Error::new(ErrorCode::WrongKind, message)
                .hint("`licentia-container request --hardware SERIAL` makes one on a dongle"));
        }
        if let (Some(own), Some(named)) = (&carrier.hardware, &args.hardware)
            && own != named.as_str()
        {
            return Err(Error::usage(format!(
                "the request is of the dongle {own}, not of {named}"
            ))
            .hint("name its serial as it does"));
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
    let said = format!(
        "Container {} was created for {reference} already: {}",
        container.serial,
        container.summary()
    );
    if container.kind != ContainerKind::Cloud {
        return Outcome::done(said).with(CreatedContainer { file: Some(None), ..answer });
    }
    let hint = format!(
        "`licentia credential rotate {}` makes another credential, a secret is not given again",
        container.serial
    );
    let file = Some(Some(CreatedFile::default()));
    let answer = CreatedContainer { file, hint: Some(hint.clone()), ..answer };
    Outcome::done(said).say(hint).with(answer)
}
