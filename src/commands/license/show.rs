//! `license show`

use anyhow::Result;

use super::super::args::last_day;
use super::super::desk::{Desk, Emitted};
use super::super::outcome::Outcome;
use super::super::show::Format;
use super::Named;

/// Show a license
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia license show L-7K3MQ\n  licentia license show ref:ORDER-123 --json")]
pub struct Args {
    /// Its serial, a unique beginning of it, or ref: and its reference
    #[arg(value_name = "LICENSE")]
    license: Named,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let license = super::find(home.books(), &args.license)?;
    let right = &license.right;
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let list = |words: Vec<String>| if words.is_empty() { "-".to_owned() } else { words.join(", ") };
    let days = |days: u32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    let mut fields = vec![
        ("serial", license.serial.to_string()),
        ("state", license.state(home.now).as_str().to_owned()),
        ("customer", right.customer.to_string()),
        ("company", optional(right.company.as_ref().map(ToString::to_string))),
        ("product", right.product.to_string()),
        ("modules", list(right.modules.iter().map(ToString::to_string).collect())),
        ("edition", right.edition.as_str().to_owned()),
        ("model", right.model.as_str().to_owned()),
        ("seats", format!("{} ({} placed, {} free)", right.seats, license.seats_placed(), right.seats - license.seats_placed())),
        ("users", list(right.users.iter().map(ToString::to_string).collect())),
        ("first day", right.starts.to_string()),
        ("last day", optional(right.ends.and_then(last_day).map(|day| day.to_string()))),
        ("grace", days(right.grace_days)),
        ("checkpoint", optional(right.checkpoint_days.map(days))),
        (
            "offline",
            list(
                [right.offline_days.map(days), right.offline_starts.map(|starts| format!("{starts} starts"))]
                    .into_iter()
                    .flatten()
                    .collect(),
            ),
        ),
        ("enforcement", right.enforcement.as_str().to_owned()),
        ("computers", optional(right.hosts_per_user.map(|hosts| format!("{hosts} of each user")))),
        ("settings", list(right.attributes.iter().map(|(key, value)| format!("{key}={value}")).collect())),
        ("revision", license.revision.to_string()),
        ("reference", optional(license.reference.as_ref().map(ToString::to_string))),
        ("issued", license.created_at.clone()),
    ];
    for activation in &license.activations {
        let Some(file) = &activation.file else { continue };
        let until = file.expires_at.as_deref().map_or_else(|| "no end".to_owned(), |end| format!("good until {end}"));
        let place = activation.container.as_deref().unwrap_or("delivered unbound");
        fields.push(("file", format!("{place}, {until}, id {}", file.jti)));
    }
    let object = match desk.format() {
        Format::Csv => super::flags(&license, home.now),
        Format::Table | Format::Json => super::object(&license, home.now, &Emitted::Nowhere),
    };
    Ok(Outcome::one(object, fields))
}
