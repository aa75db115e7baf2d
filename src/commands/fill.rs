//! The front end of `bench/fill.rs`: a home of any number of licenses, for measurements. Behind the
//! feature `fill`.

use std::path::Path;

use crate::cli::arguments::Globals;
use crate::cli::context::CommandContext;
use crate::host::Host;
use crate::ops::error::Result;
use crate::ops::fill::Fill;

/// The size of a home to fill.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The number of licenses.
    pub count: u64,
    /// One license of this number is returned at once; none for 0.
    pub ended: u64,
}

/// Issues licenses of a product in a home of plain keys, delivered unbound, to new customers of 100
/// licenses and 10 users each. `progress` receives the number of licenses from time to time.
///
/// # Errors
///
/// The errors of `license issue`. The licenses before the error stay.
pub fn fill(
    host: &mut Host,
    home: &Path,
    product: &str,
    size: Size,
    mut progress: impl FnMut(u64),
) -> Result<()> {
    let globals = Globals {
        home: Some(home.to_owned()),
        actor: Some("fill".to_owned()),
        ..Globals::default()
    };
    let mut command = CommandContext::new(host, globals);
    let mut home = command.home()?;
    let mut requests = Fill::new(home.reader(), product, size.count, size.ended)?;
    command.series(&mut home, &mut |committed| {
        if requests.done().is_multiple_of(10_000) {
            progress(requests.done());
        }
        requests.next(committed)
    })?;
    progress(size.count);
    Ok(())
}
