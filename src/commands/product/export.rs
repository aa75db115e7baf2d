//! `product export`: writes the catalogue as a file for `product apply`. The bytes are the same as
//! long as the catalogue is.

use std::path::PathBuf;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::product::catalogue::write;
use crate::host::files::Access;
use crate::ops::error::Result;
use crate::ops::product::answer::ExportedCatalogue;

/// Write the catalogue to a file
///
/// The file has the products, including retired ones, their terms and their modules, for `licentia
/// product apply`: for version control, or to set up another home.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia product export catalogue.toml --force")]
pub struct Args {
    /// Catalogue file; - is standard output
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

/// The first line of the file.
const COMMENT: &str = "The catalogue. `licentia product export` writes this file, `licentia \
                       product apply` reads it.";

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let mut catalogue = Vec::new();
    for product in home.reader().list_products(None, true, None)? {
        let modules = home.reader().list_modules(&product.code)?;
        catalogue.push((product, modules));
    }
    let text = write(COMMENT, &catalogue);
    let out = Out { out: Some(args.file.clone()), out_dir: None, force: args.force };
    context.check_out(&out, Some(&text))?;
    let modules: usize = catalogue.iter().map(|(_, modules)| modules.len()).sum();
    let object =
        format!("{} and {}", count_of(catalogue.len(), "product"), count_of(modules, "module"));
    let answer = ExportedCatalogue {
        path: args.file.display().to_string(),
        products: catalogue.len(),
        modules,
    };
    if context.is_dry() {
        return Ok(
            Outcome::done(format!("Would write {object} to {}", args.file.display())).with(answer)
        );
    }
    Ok(match context.write_file(&out, "", text.as_bytes(), Access::Public)? {
        Emitted::Standard(bytes) => Outcome::default().with_bytes(bytes),
        Emitted::File(_) | Emitted::Files(_) | Emitted::Nowhere => {
            Outcome::done(format!("Wrote {object} to {}", args.file.display())).with(answer)
        }
    })
}
