//! Contexts of cloud containers that a change makes stale. Changes of another site that are based
//! on such a context cannot be imported.

use std::fmt;

use crate::domain::container::Container;
use crate::domain::serial::Serial;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::{Reader, SignedContext};

/// A stale context that another site may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleContext {
    /// The container's serial.
    pub container: String,
    /// The instant at which the context was written.
    pub issued_at: String,
}

impl fmt::Display for StaleContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let StaleContext { container, issued_at } = self;
        write!(
            f,
            "the context of container {container}, written at {issued_at}, is now stale: changes \
             of another site that are based on this context cannot be imported"
        )
    }
}

/// Returns the context that a change of a container makes stale. `after` is the container after the
/// change.
///
/// # Errors
///
/// The faults of the database.
pub fn find_stale(reader: Reader<'_>, after: &Container) -> Result<Option<StaleContext>> {
    let context = find_open_context(reader, &after.serial)?;
    Ok(context.and_then(|context| made_stale_by(after, context)))
}

/// Returns the newest context of a container, if its changes have not been imported.
fn find_open_context(reader: Reader<'_>, serial: &Serial) -> Result<Option<SignedContext>> {
    let newest = reader.find_context(serial, None)?;
    Ok(newest.filter(|context| context.imported_at.is_none()))
}

fn made_stale_by(after: &Container, context: SignedContext) -> Option<StaleContext> {
    let is_new = after.context.is_none() && context.counter + 1 == after.counter;
    let container = after.serial.to_string();
    is_new.then_some(StaleContext { container, issued_at: context.issued_at })
}

/// Returns a warning if a written, uncommitted change makes a context of another site stale.
pub fn made_stale(reader: Reader<'_>, serial: &Serial) -> Result<Option<String>> {
    let Some(context) = find_open_context(reader, serial)? else { return Ok(None) };
    let stale = made_stale_by(&lookup::container(reader, serial)?, context);
    Ok(stale.map(|stale| stale.to_string()))
}
