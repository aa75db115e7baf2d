//! Containers on the command line: their names in arguments, and the files about them.

use std::path::Path;

use clap::Args;
use licentia_runtime::{Context, KeySet, Kind, MAX_BUNDLE, Purpose, Update, Vendor};

use crate::cli::context::{CommandContext, Home, called, texts_of};
use crate::cli::license::{Of, check_whole, confirm_named, serial_of};
use crate::domain::container::Container;
use crate::domain::key::Role;
use crate::domain::name::printable;
use crate::domain::serial::Serial;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::Request;
use crate::ops::error::{Context as _, Result};
use crate::ops::key::key_set::trust;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::lookup;
use crate::store::Reader;

/// A container argument: a serial, or a prefix of one.
pub type ContainerArgument = Of<'K'>;

/// Returns the container that an argument names, for a verb that only reads.
pub fn find(reader: Reader<'_>, Of(wanted): &ContainerArgument) -> Result<Container> {
    lookup::container(
        reader,
        &serial_of(wanted, |beginning| reader.list_container_serials(beginning))?,
    )
}

/// Returns the container that an argument names, for a verb that changes the container or its
/// contents.
pub fn find_to_change(
    context: &mut CommandContext<'_>,
    home: &Home,
    named: &ContainerArgument,
) -> Result<Serial> {
    let Of(wanted) = named;
    check_whole(context, wanted)?;
    let container = find(home.reader(), named)?;
    let record = format!("container {}: {}", container.serial, container.summary());
    confirm_named(context, wanted, &record, &format!("container {}", container.serial))?;
    Ok(container.serial)
}

/// Returns the key and the properties that a context names for its container. `None` without a key.
pub fn request_of(context: &Context) -> Option<Request> {
    let carrier = &context.claims().container;
    Some(Request { key: carrier.key.as_ref()?.x.clone(), properties: carrier.properties.clone() })
}

/// Reads and verifies the request of a container in a file.
pub fn read_request(context: &mut CommandContext<'_>, home: &Home, file: &Path) -> Result<Context> {
    let (text, roots) = (read_context(context, file)?, roots(home)?);
    Context::request(text.as_bytes(), &vendor(home, &roots)).with_context(|| called(file))
}

/// Reads and verifies a receipt in a file. Returns the container and the text of the receipt.
pub fn read_receipt(
    context: &mut CommandContext<'_>,
    home: &Home,
    file: &Path,
) -> Result<(Container, Context, String)> {
    let (text, roots) = (read_context(context, file)?, roots(home)?);
    let bytes = text.as_bytes();
    // A file of another kind is refused with the error that names a receipt.
    let (purpose, serial) = Context::claimed(bytes)
        .map_err(|error| Context::receipt(bytes, "", &vendor(home, &roots)).err().unwrap_or(error))
        .with_context(|| called(file))?;
    let container = match (purpose, &serial) {
        (Purpose::Receipt, Some(serial)) => home.reader().find_container(serial)?,
        // For a text that is not a receipt, the reader returns the error.
        _ => {
            Context::receipt(text.as_bytes(), "", &vendor(home, &roots))
                .with_context(|| called(file))?;
            None
        }
    };
    let serial = serial.unwrap_or_default();
    let Some(container) = container else {
        let message =
            format!("there is no container {}, which signed {}", printable(&serial), called(file));
        return Err(Error::new(ErrorCode::NotFound, message)
            .hint("`licentia container list` shows the containers")
            .into());
    };
    let Some(key) = &container.key else {
        let message =
            format!("container {serial} has no key, but {} is signed with a key", called(file));
        return Err(Error::new(ErrorCode::WrongKind, message).into());
    };
    let context_file = Context::receipt(text.as_bytes(), key, &vendor(home, &roots))
        .with_context(|| called(file))?;
    Ok((container, context_file, text))
}

/// Reads and verifies the state of a container that its home signed. Returns the state and its
/// text.
pub fn read_state(
    context: &mut CommandContext<'_>,
    home: &Home,
    file: &Path,
) -> Result<(Context, String)> {
    let text = read_context(context, file)?;
    let state = newest_keys(home)?
        .state(text.as_bytes(), home.now.as_second())
        .with_context(|| called(file))?;
    Ok((state, text))
}

/// Reads and verifies an update in a file. Returns the update and its text.
pub fn read_update(
    context: &mut CommandContext<'_>,
    home: &Home,
    file: &Path,
) -> Result<(Update, String)> {
    let raw = context.read(file, MAX_BUNDLE)?;
    let texts = texts_of(&raw, Kind::Update);
    let [text] = texts.as_slice() else {
        return Err(Error::usage(format!(
            "{} contains {} updates; 1 is required",
            called(file),
            texts.len()
        ))
        .hint("write each token to a file of its own")
        .into());
    };
    let keys = newest_keys(home)?;
    let roots = keys.roots();
    let trust = trust(&home.vendor, roots.last().map_or("", String::as_str), home.now);
    let update =
        Update::open(text.as_bytes(), Some(&keys), &trust).with_context(|| called(file))?;
    Ok((update, text.to_string()))
}

/// Returns the key set of the home.
fn newest_keys(home: &Home) -> Result<KeySet> {
    let own = home.reader().find_keyset()?.context("this home has no key set")?;
    let pin = roots(home)?;
    let trust = trust(&home.vendor, pin.first().map_or("", String::as_str), home.now);
    KeySet::open(own.text.as_bytes(), &trust).context("the key set of this home")
}

/// Returns the only context in a file.
fn read_context(context: &mut CommandContext<'_>, file: &Path) -> Result<String> {
    let raw = context.read(file, MAX_BUNDLE)?;
    let texts = texts_of(&raw, Kind::Context);
    match texts.as_slice() {
        [one] => Ok(one.to_string()),
        many => Err(Error::usage(format!(
            "{} contains {} contexts; 1 is required",
            called(file),
            many.len()
        ))
        .hint("write each token to a file of its own")
        .into()),
    }
}

/// Returns the thumbprints of the vendor's roots.
fn roots(home: &Home) -> Result<Vec<String>> {
    Ok(home
        .reader()
        .list_keys()?
        .into_iter()
        .filter(|key| key.role == Role::Root)
        .map(|key| key.kid)
        .collect())
}

fn vendor<'a>(home: &Home, roots: &'a [String]) -> Vendor<'a> {
    Vendor { roots, test: home.vendor.test, now: home.now.as_second() }
}

/// The place of seats: a container, or files that are bound to no container.
#[derive(Clone, Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Destination {
    /// Container serial
    #[arg(long, value_name = "CONTAINER")]
    container: Option<ContainerArgument>,
    /// Deliver or return the seats in files that are bound to no container
    #[arg(long)]
    unbound: bool,
}

impl Destination {
    /// Returns the place that the options name.
    pub fn target(&self, context: &mut CommandContext<'_>, home: &Home) -> Result<PlacementTarget> {
        match &self.container {
            Some(named) => Ok(PlacementTarget::Container(find_to_change(context, home, named)?)),
            None => Ok(PlacementTarget::Unbound),
        }
    }
}
