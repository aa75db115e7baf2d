//! `license edit`: changes the terms in a new revision.

use crate::cli::arguments::ChangedTermsArgs;
use crate::cli::change::{Signing, execute_on_license, lines};
use crate::cli::context::CommandContext;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::{Outcome, check_any_change};
use crate::domain::license::terms::OrNone;
use crate::domain::module::Grants;
use crate::domain::name::Slug;
use crate::domain::time::Days;
use crate::ops::error::Result;
use crate::ops::license::edit::{EditLicense, OldFiles};

/// Change the terms of a license
///
/// Omitted terms are unchanged; `none` clears a value, `inherit` takes the current value of the
/// product. The change is the next revision, with a new file if one was delivered. If the change
/// reduces the license, the status list marks the older files as invalid after 30 days.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license edit L-7K3MQ-9X2D9 --seats 20 --out nordwind.lic
  licentia license edit ref:ORDER-123 --add-modules reports --remove-modules calculator.pro --end-old 7d
  licentia license edit L-7K3MQ-9X2D9 --ends 2027-06-01 --keep-old")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Modules to add, or to give another value or end
    #[arg(long, value_name = "CODE[=VALUE][@END],…", conflicts_with = "modules")]
    add_modules: Option<Grants>,
    /// Codes of the modules to remove
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', conflicts_with = "modules")]
    remove_modules: Vec<Slug>,
    /// Code of the company that holds the license; none clears it
    #[arg(long, value_name = "CODE")]
    company: Option<OrNone<Slug>>,
    /// Days until the status list marks the older files as invalid [default: 30d if the license is
    /// reduced]
    #[arg(long, value_name = "DURATION")]
    end_old: Option<Days>,
    /// Keep the older files valid until their own end
    #[arg(long, conflicts_with = "end_old")]
    keep_old: bool,
    #[command(flatten)]
    signing: Signing,
    #[command(flatten)]
    terms: ChangedTermsArgs,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let other = args.end_old.is_some()
        || args.add_modules.is_some()
        || !args.remove_modules.is_empty()
        || args.company.is_some();
    check_any_change(other || args.terms.0.is_given())?;
    let serial = find_to_change(context, &home, &args.license)?;
    let request = EditLicense {
        license: serial,
        terms: args.terms.0.terms_edit()?,
        defaults: home.settings.license.clone(),
        added: args.add_modules.clone().unwrap_or_default(),
        removed: args.remove_modules.clone(),
        company: args.company.clone(),
        old_files: args.end_old.map(OldFiles::End).or(args.keep_old.then_some(OldFiles::Keep)),
        signing: args.signing.request(),
    };
    let done = execute_on_license(context, &mut home, &args.signing.options(), &request)?;
    let lines = done.steps().first().map(|step| lines(step, home.now));
    let words = super::shared::Words {
        did: "Changed",
        would: "change",
        already: "already has these values",
    };
    let mut outcome =
        super::shared::answer(done, &words, &home, context.format(), |_, _| String::new());
    let rest = outcome.messages.split_off(1.min(outcome.messages.len()));
    outcome.messages.extend(lines.into_iter().flatten());
    outcome.messages.extend(rest);
    Ok(outcome)
}
