//! `container create`

use std::path::PathBuf;

use anyhow::Result;
use licentia_runtime::Context;
use serde_json::{Value, json};

use crate::cli::arguments::one_of;
use crate::cli::container;
use crate::cli::container::{brief, object};
use crate::cli::context::{CommandContext, Home};
use crate::cli::credential;
use crate::cli::credential::Emission;
use crate::cli::outcome::{Data, Outcome};
use crate::domain::audit::Change;
use crate::domain::container::Container;
use crate::domain::name::{Code, Name, Reference, Username};
use crate::domain::product::ContainerKind;
use crate::domain::{Code as Why, Refusal};
use crate::ops::container::{Order, alike, create};
use crate::ops::lookup;

/// Create a container
///
/// A cloud container is opened with a credential, which is written into this folder where nothing else is said: a user name and a
/// secret, made for it. The secret is in that file alone. A device is known by the request that its administrator sends
/// (`licentia-container request`), a dongle by the serial of its hardware, and by a request where it has a key.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia container create --customer nordwind --kind cloud --user anna --out nordwind.cred
  licentia container create --customer nordwind --kind cloud --encrypt-to age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
  licentia container create --customer nordwind --kind device --request press.ctx --label 'Press 1'
  licentia container create --customer nordwind --kind dongle --hardware 3-4711829 --label 'Press 2'")]
pub struct Args {
    /// Whose licenses it carries
    #[arg(long, value_name = "CODE")]
    customer: Code,
    /// cloud, device or dongle
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: ContainerKind,
    /// Whose it is there
    #[arg(long, value_name = "USERNAME")]
    user: Option<Username>,
    /// What people call it
    #[arg(long, value_name = "TEXT")]
    label: Option<Name>,
    /// A dongle's serial, as its maker writes it
    #[arg(long, value_name = "SERIAL")]
    hardware: Option<Name>,
    /// The request of the device, or of a dongle with a key; - is standard input
    #[arg(long, value_name = "FILE")]
    request: Option<PathBuf>,
    /// Where it comes from (an order number): the same call again creates nothing new
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// Succeed if the device or the dongle is a container of the customer already
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    emission: Emission,
}

fn kind(text: &str) -> Result<ContainerKind, Refusal> {
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
    let order = order(args, request.as_ref())?;
    command.check_standard_out(&args.emission.out)?;
    if let Some(container) = order.earlier(home.reader())? {
        return Ok(repeated(&container));
    }
    if let Some(container) = there(args, &order, &home)? {
        let mut object = object(&container);
        (object["created"], object["file"]) = (false.into(), Value::Null);
        return Ok(Outcome::done(format!(
            "There is container {} already: {}",
            container.serial,
            brief(&container)
        ))
        .with(object));
    }
    let draft = order.decide(home.reader(), home.now)?;
    let alike = alike(home.reader(), &draft.properties)?;
    if args.kind == ContainerKind::Cloud {
        args.emission.check(command, &home)?;
    }
    if command.is_dry() {
        let mut object = object(&draft);
        (object["serial"], object["username"], object["created"]) =
            (Value::Null, Value::Null, false.into());
        let outcome =
            Outcome::done(format!("Would create a container: {}", brief(&draft))).with(object);
        return Ok(warned(outcome, &alike));
    }
    match args.kind {
        ContainerKind::Cloud => with_credential(args, &order, command, &mut home),
        ContainerKind::Device | ContainerKind::Dongle => {
            Ok(warned(alone(&order, command, &mut home)?, &alike))
        }
    }
}

/// Says of a computer that it is like others that are containers in use.
fn warned(mut outcome: Outcome, alike: &[Container]) -> Outcome {
    if let Data::One { object, .. } = &mut outcome.data {
        object["alike"] = alike.iter().map(|other| other.serial.as_str()).collect();
    }
    alike.iter().fold(outcome, |outcome, other| {
        let label = other.label.as_ref().map(|label| format!(", {:?}", label.as_str())).unwrap_or_default();
        outcome.warn(format!(
            "this computer is like container {0} of {1}{label}, which is in use: where it is the same one, installed anew, its licenses are to be recovered into this container, not sold again (`licentia recovery issue --from {0} --to K-… --reason reinstalled`)",
            other.serial, other.customer
        ))
    })
}

/// The container of the same customer that the hardware is already, where that is a success.
fn there(args: &Args, order: &Order, home: &Home) -> Result<Option<Container>> {
    let found = match (&order.request, &order.hardware) {
        _ if !args.if_missing => None,
        (Some(request), _) => home.reader().find_container_key(&request.key)?,
        (None, Some(hardware)) => home.reader().find_hardware(hardware)?,
        (None, None) => None,
    };
    let Some((serial, owner)) = found else { return Ok(None) };
    let is_own = owner.eq_ignore_ascii_case(order.customer.as_str());
    let container = lookup::container(home.reader(), &serial.parse()?)?;
    Ok(Some(container).filter(|container| is_own && container.retired_at.is_none()))
}

fn check(args: &Args) -> Result<(), Refusal> {
    let (is_dongle, is_cloud) =
        (args.kind == ContainerKind::Dongle, args.kind == ContainerKind::Cloud);
    if args.if_missing && is_cloud {
        return Err(Refusal::usage(
            "a cloud container has nothing by which another call would know it",
        )
        .hint("--reference does: the same call again creates nothing new"));
    }
    if !is_cloud && args.emission.is_asked() {
        let message = format!("{} has no credential", args.kind.called());
        return Err(Refusal::usage(message).hint("leave --out, --key and --encrypt-… out"));
    }
    if is_cloud && args.request.is_some() {
        return Err(Refusal::usage("a cloud container has no key of its own")
            .hint("leave --request out, or create a device"));
    }
    if args.kind == ContainerKind::Device && args.request.is_none() {
        return Err(Refusal::usage("a device is known by its request").hint(
            "name it with --request FILE; the customer's administrator makes it with `licentia-container request --folder DIR --root THUMBPRINT --out FILE`",
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
        return Err(Refusal::usage(message).hint(hint));
    }
    Ok(())
}

fn order(args: &Args, request: Option<&Context>) -> Result<Order, Refusal> {
    if let Some(request) = request {
        let carrier = &request.claims().container;
        if carrier.kind != args.kind.as_str() {
            let message = format!(
                "the request is of a {}, and a {} is to be created",
                carrier.kind,
                args.kind.as_str()
            );
            return Err(Refusal::new(Why::WrongKind, message)
                .hint("`licentia-container request --hardware SERIAL` makes one on a dongle"));
        }
        if let (Some(own), Some(named)) = (&carrier.hardware, &args.hardware)
            && own != named.as_str()
        {
            return Err(Refusal::usage(format!(
                "the request is of the dongle {own}, not of {named}"
            ))
            .hint("name its serial as it does"));
        }
    }
    Ok(Order {
        request: request.and_then(container::request_of),
        customer: args.customer.clone(),
        kind: args.kind,
        user: args.user.clone(),
        label: args.label.clone(),
        hardware: args.hardware.clone(),
        reference: args.reference.clone(),
    })
}

fn with_credential(
    args: &Args,
    order: &Order,
    command: &mut CommandContext<'_>,
    home: &mut Home,
) -> Result<Outcome> {
    let ready = args.emission.ready(command, home)?;
    let vendor = home.vendor.clone();
    let work = command.begin(home)?;
    if let Some(container) = order.earlier(work.tx.reader())? {
        return Ok(repeated(&container));
    }
    let mut container = create(&work.tx, order, &mut *command.host.entropy, work.now)?;
    let written = ready.write(command, &work, &vendor, &container)?;
    let credential = &written.credential;
    container.credential = Some((credential.generation, credential.issued_at.clone()));
    let changes = [
        Change::new("container.create", container.serial.as_str(), object(&container)),
        Change::new("credential.issue", credential.serial.as_str(), credential::facts(credential)),
    ];
    work.commit_all(&changes)?;
    let (credential, emitted) = written.finish(command)?;
    let mut object = object(&container);
    object["created"] = true.into();
    object["credential"] = credential.serial.as_str().into();
    object["file"] = json!({"path": emitted.path(), "jti": credential.jti, "kid": credential.kid});
    let said = format!("Created container {}: {}", container.serial, brief(&container));
    let opens =
        format!("Credential {} opens it, user name {}", credential.serial, credential.username);
    Ok(credential::told(Outcome::done(said).say(opens).with(object), &credential, emitted))
}

fn alone(order: &Order, command: &mut CommandContext<'_>, home: &mut Home) -> Result<Outcome> {
    let work = command.begin(home)?;
    if let Some(container) = order.earlier(work.tx.reader())? {
        return Ok(repeated(&container));
    }
    let container = create(&work.tx, order, &mut *command.host.entropy, work.now)?;
    let mut object = object(&container);
    work.commit(&Change::new("container.create", container.serial.as_str(), object.clone()))?;
    (object["created"], object["file"]) = (true.into(), Value::Null);
    Ok(Outcome::done(format!("Created container {}: {}", container.serial, brief(&container)))
        .with(object))
}

fn repeated(container: &Container) -> Outcome {
    let mut object = object(container);
    object["created"] = false.into();
    let reference = container.reference.as_ref().map_or("", Reference::as_str);
    let said = format!(
        "Container {} was created for {reference} already: {}",
        container.serial,
        brief(container)
    );
    if container.kind != ContainerKind::Cloud {
        object["file"] = Value::Null;
        return Outcome::done(said).with(object);
    }
    object["file"] = json!({"path": null});
    let hint = format!(
        "`licentia credential rotate {}` makes another credential, a secret is not given again",
        container.serial
    );
    object["hint"] = hint.clone().into();
    Outcome::done(said).say(hint).with(object)
}
