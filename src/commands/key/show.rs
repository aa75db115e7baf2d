//! `key show`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::key::find_any;
use crate::domain::time::instant_of;
use crate::ops::error::Result;

/// Show a key
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key show ci")]
pub struct Args {
    /// Key name or thumbprint
    #[arg(value_name = "NAME")]
    name: String,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let keys = home.reader().list_keys()?;
    let key = find_any(&keys, &args.name)?;
    let fields = vec![
        ("name", key.name.to_string()),
        ("kid", key.kid.clone()),
        ("role", key.role.as_str().to_owned()),
        ("edition", key.edition.map_or("-", |edition| edition.as_str()).to_owned()),
        ("state", key.state.as_str().to_owned()),
        ("signs", super::shared::scope(key)),
        ("valid until", key.limits.not_after.and_then(instant_of).unwrap_or_else(|| "-".into())),
        ("files signed", key.files_signed.to_string()),
        (
            "private key",
            if home.has_key(key) {
                home.key_file(key).display().to_string()
            } else {
                "not in this home".into()
            },
        ),
        ("created", key.created_at.clone()),
    ];
    Ok(Outcome::one(super::shared::answer(key, &home), fields))
}
