//! Fills a home with any number of licenses, for measurements. A tool for developers: `cargo run
//! --release --features fill --example fill -- HOME PRODUCT COUNT [ENDED]`, for a home with plain
//! keys. One of each ENDED licenses is returned at once.

#![expect(clippy::print_stderr, reason = "it tells how far it is")]

use std::path::PathBuf;

fn main() -> Result<(), String> {
    let mut host = licentia::host::real().map_err(|error| error.to_string())?;
    let mut args = host.args.split_off(1).into_iter().map(|arg| arg.to_string_lossy().into_owned());
    let usage = "usage: fill HOME PRODUCT COUNT [ENDED]";
    let (Some(home), Some(product), Some(count)) = (args.next(), args.next(), args.next()) else {
        return Err(usage.into());
    };
    let number = |text: String| {
        text.parse::<u64>().ok().filter(|number| *number > 0).ok_or_else(|| usage.to_owned())
    };
    let (count, ended) = (number(count)?, args.next().map_or(Ok(0), number)?);
    let tell = |done| eprint!("\r{done} of {count}");
    licentia::fill::fill(
        &mut host,
        &PathBuf::from(home),
        &product,
        licentia::fill::Size { count, ended },
        tell,
    )
    .map_err(|error| format!("{error:#}"))?;
    eprintln!();
    Ok(())
}
