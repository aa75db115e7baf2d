//! `man`: a man page for every command.

use std::path::PathBuf;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::host::files::{Access, Existing};
use crate::host::{files, output_files};
use crate::ops::answer::WrittenFile;
use crate::ops::error::{Context as _, Result};
use crate::ops::man::answer::ManPages;

/// Write the man pages into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia man ~/.local/share/man/man1")]
pub struct Args {
    /// The folder; made if missing
    dir: PathBuf,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
}

pub fn run(
    args: &Args,
    mut definition: clap::Command,
    command: &mut CommandContext<'_>,
) -> Result<Outcome> {
    definition.build();
    let mut pages = Vec::new();
    render(&definition, &mut pages)?;
    let folder = command.host.path(&args.dir);
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    files::check_folder(&folder)?;
    for (name, page) in &pages {
        if files::is_file(&folder.join(name)) {
            files::check(&folder.join(name), Some(page), existing)?;
        }
    }
    if command.is_dry() {
        return Ok(Outcome::done(format!(
            "Would write {} man pages into {}",
            pages.len(),
            args.dir.display()
        )));
    }
    files::make_folder(&folder)?;
    for (name, page) in &pages {
        output_files::write(&folder.join(name), page, Access::Public, existing)?;
    }
    let folder = WrittenFile { path: Some(args.dir.display().to_string()) };
    let answer = ManPages { pages: pages.len(), folder };
    Ok(Outcome::done(format!("Wrote {} man pages into {}", pages.len(), args.dir.display()))
        .with(answer))
}

fn render(command: &clap::Command, pages: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    let mut page = Vec::new();
    // No date and no version: a page changes only when its command does.
    let shown = command.clone().version(None::<&str>).mut_args(|arg| arg.hide_short_help(false));
    let man = clap_mangen::Man::new(shown).date("").source("licentia");
    man.render(&mut page).context("a man page cannot be rendered")?;
    pages.push((format!("{name}.1"), page));
    command
        .get_subcommands()
        .filter(|below| below.get_name() != "help")
        .try_for_each(|below| render(below, pages))
}
