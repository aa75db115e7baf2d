//! `man`: a man page for every command.

use std::path::PathBuf;

use crate::cli::context::CommandContext;
use crate::cli::man_page;
use crate::cli::outcome::Outcome;
use crate::host::files::{Access, Existing};
use crate::host::{files, output_files};
use crate::ops::answer::WrittenFile;
use crate::ops::error::Result;
use crate::ops::man::answer::ManPages;

/// Write the man pages into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia man ~/.local/share/man/man1")]
pub struct Args {
    /// Folder, created if missing
    dir: PathBuf,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
}

pub fn run(
    args: &Args,
    mut definition: clap::Command,
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    definition.build();
    let pages = man_page::pages(&definition, &man_page::LICENTIA);
    let folder = context.host.path(&args.dir);
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    files::check_folder(&folder)?;
    for (name, page) in &pages {
        if files::is_file(&folder.join(name)) {
            files::check(&folder.join(name), Some(page.as_bytes()), existing)?;
        }
    }
    if context.is_dry() {
        return Ok(Outcome::done(format!(
            "Would write {} man pages into {}",
            pages.len(),
            args.dir.display()
        )));
    }
    files::make_folder(&folder)?;
    for (name, page) in &pages {
        output_files::write(&folder.join(name), page.as_bytes(), Access::Public, existing)?;
    }
    let folder = WrittenFile { path: Some(args.dir.display().to_string()) };
    let answer = ManPages { pages: pages.len(), folder };
    Ok(Outcome::done(format!("Wrote {} man pages into {}", pages.len(), args.dir.display()))
        .with(answer))
}
