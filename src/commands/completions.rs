//! `completions`: prints the completions for a shell.

use crate::cli::outcome::Outcome;

/// Print the completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia completions bash > \
        ~/.local/share/bash-completion/completions/licentia")]
pub struct Args {
    /// Shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub fn run(args: &Args, mut definition: clap::Command) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut definition, "licentia", &mut script);
    Outcome::default().with_bytes(script)
}
