//! `key pin`: prints the source line with which an application trusts only this vendor.

use crate::cli::anchors::{OTHER_ROOT, check_anchors};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;
use crate::ops::key::answer::RootPin;
use crate::ops::key::choose::root;

/// Print the source line that pins the root in an application
///
/// An application trusts a key set only if the root of the key set has this thumbprint. The
/// thumbprint must be in the source of the application, never in a file that a customer can
/// replace.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia key pin --lang java >> src/main/java/LicentiaRoot.java"
)]
pub struct Args {
    /// Programming language: rust, c, csharp, java, python or js [default: rust]
    #[arg(
        long,
        value_name = "LANG",
        value_enum,
        default_value = "rust",
        hide_default_value = true
    )]
    lang: Lang,
}

/// A programming language of applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "lowercase")]
enum Lang {
    /// A constant
    Rust,
    /// A constant of file scope
    C,
    /// A class with a constant
    CSharp,
    /// A class with a constant
    Java,
    /// A constant of the module
    Python,
    /// An exported constant of an ES module
    Js,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let keys = home.reader().list_keys()?;
    check_anchors(&home, &keys, &OTHER_ROOT)?;
    let root = &root(&keys)?.kid;
    let kind = if home.vendor.test { "test home" } else { "home" };
    // The name is external input: characters that end a comment, join lines, or declare an encoding
    // to Python are replaced.
    let vendor = home.vendor.name.as_str().replace(['*', '\\', ':', '='], " ");
    let about = format!("Root of the licentia {kind} of {vendor} (RFC 7638 thumbprint)");
    let text = match args.lang {
        Lang::Rust => format!("/// {about}\npub const LICENTIA_ROOT: &str = \"{root}\";\n"),
        Lang::C => format!("/* {about} */\nstatic const char LICENTIA_ROOT[] = \"{root}\";\n"),
        Lang::CSharp => format!(
            "// {about}\ninternal static class LicentiaRoot {{ internal const string Pin = \
             \"{root}\"; }}\n"
        ),
        Lang::Java => format!(
            "// {about}\nfinal class LicentiaRoot {{ static final String PIN = \"{root}\"; }}\n"
        ),
        Lang::Python => format!("# {about}\nLICENTIA_ROOT = \"{root}\"\n"),
        Lang::Js => format!("// {about}\nexport const LICENTIA_ROOT = \"{root}\";\n"),
    };
    let answer = RootPin { root: root.clone(), text: text.clone() };
    Ok(Outcome::answer_text(answer, &[], text))
}
