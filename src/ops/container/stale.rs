//! Contexts of cloud containers that a change makes stale: what another site did with them cannot be imported any more.

use anyhow::Result;

use crate::domain::serial::Serial;
use crate::ops::lookup;
use crate::store::Reader;

/// Returns a warning about the context of a container that another site may have, where a change that is written and not yet
/// committed made it stale.
pub fn made_stale(reader: Reader<'_>, serial: &Serial) -> Result<Option<String>> {
    let newest = reader.find_context(serial, None)?.filter(|context| context.imported_at.is_none());
    let Some(context) = newest else { return Ok(None) };
    let now = lookup::container(reader, serial)?;
    let is_new = now.context.is_none() && context.counter + 1 == now.counter;
    Ok(is_new.then(|| {
        format!(
            "the context of container {serial} (written at {}) is stale now: what another desk did with it cannot be imported",
            context.issued_at
        )
    }))
}
