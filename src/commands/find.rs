//! `find`: searches records by a part of a name or by a mistyped serial.

use std::collections::HashSet;

use crate::cli::context::{CommandContext, Home};
use crate::cli::license::summary;
use crate::cli::outcome::{Outcome, Row, count_of};
use crate::domain::WarningCode;
use crate::domain::name::{Slug, Username};
use crate::domain::search::SearchQuery;
use crate::domain::serial::Serial;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::find::answer::FoundRecord;
use crate::store::Hit;

/// Find customers, users, licenses, tickets and more by a part of their names
///
/// Searches names, codes, user names, e-mail addresses, references and serials. Upper case and
/// accents are ignored. Whole words come first. For a mistyped serial, the command suggests similar
/// serials. A text of
/// fewer than three characters finds only beginnings of words.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia find nordwind\n  licentia find 7K3MQ --json\n  licentia \
        find anna ek"
)]
pub struct Args {
    /// Part of a name, code, e-mail address, reference or serial
    #[arg(value_name = "TEXT", required = true, num_args = 1..)]
    text: Vec<String>,
    /// Maximum number of results
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let query: SearchQuery = args.text.join(" ").parse()?;
    let most = usize::from(args.limit);
    let reader = home.reader();
    let mut hits: Vec<Hit> = query.serial().as_ref().and_then(hit).into_iter().collect();
    for search in query.searches() {
        hits.extend(reader.list_found(&search, most + 1 + hits.len())?);
    }
    let mut things: Vec<Row<FoundRecord>> = Vec::new();
    let mut seen: HashSet<&Hit> = HashSet::new();
    let mut more = false;
    for found in &hits {
        if !seen.insert(found) {
            continue;
        }
        let Some(thing) = thing(&home, found)? else { continue };
        more = things.len() >= most;
        if more {
            break;
        }
        things.push(thing);
    }
    let is_found = !things.is_empty();
    let mut meant = Vec::new();
    for serial in query.meant().into_iter().filter(|_| !is_found) {
        meant.extend(hit(&serial).map(|hit| thing(&home, &hit)).transpose()?.flatten());
    }
    let listed = Outcome::many(
        FoundRecord::COLUMNS,
        FoundRecord::COLUMNS,
        if !meant.is_empty() {
            "no exact match"
        } else if query.is_short() {
            "no records found; type at least three characters to search inside words"
        } else {
            "no records found"
        },
        things,
    );
    if more {
        return Ok(listed.warn(
            WarningCode::MoreFound,
            format!(
                "there are more than {}: use a longer text or --limit N",
                count_of(most, "result")
            ),
        ));
    }
    Ok(meant.iter().fold(listed, |outcome, (found, _)| {
        let FoundRecord { kind, id, customer, label } = found;
        let customer = customer.as_deref().unwrap_or_default();
        let message = format!("did you mean {id}? {kind} of customer {customer}: {label}");
        outcome.warn(WarningCode::DidYouMean, message)
    }))
}

/// Returns the record that a serial names, if its kind can be searched.
fn hit(serial: &Serial) -> Option<Hit> {
    match serial.noun() {
        "license" => Some(Hit::License(serial.to_string())),
        "ticket" => Some(Hit::Ticket(serial.to_string())),
        "container" => Some(Hit::Container(serial.to_string())),
        _ => None,
    }
}

/// Returns a record as an entry of a list: kind, name, owner and details; `None` if it does not
/// exist.
fn thing(home: &Home, hit: &Hit) -> Result<Option<Row<FoundRecord>>> {
    let (reader, now) = (home.reader(), home.now);
    let words =
        |words: Vec<Option<String>>| words.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let retired = |at: &Option<String>| at.as_ref().map(|_| "retired".to_owned());
    let found = match hit {
        Hit::Customer(code) => reader.find_customer(code)?.map(|it| {
            let reference = it.reference.as_ref().map(|reference| format!("reference {reference}"));
            let email = it.email.as_ref().map(ToString::to_string);
            (
                "customer",
                it.code.to_string(),
                Some(it.code),
                words(vec![Some(it.name.to_string()), email, reference, retired(&it.retired_at)]),
            )
        }),
        Hit::Company(customer, code) => reader
            .find_company(customer, code)?
            .map(|it| ("company", it.code.to_string(), Some(it.customer), it.name.to_string())),
        Hit::User(customer, username) => {
            let username = Username::stored(username.clone());
            reader.find_user(customer, &username)?.map(|it| {
                let (name, email) =
                    (it.name.map(|name| name.to_string()), it.email.map(|email| email.to_string()));
                let company = it.company.map(|company| format!("company {company}"));
                let admin = it.admin.then(|| "administrator".to_owned());
                (
                    "user",
                    it.username.to_string(),
                    Some(it.customer),
                    words(vec![name, email, company, admin]),
                )
            })
        }
        Hit::Product(code) => reader.find_product(code)?.map(|it| {
            (
                "product",
                it.code.to_string(),
                None,
                words(vec![Some(it.name.to_string()), retired(&it.retired_at)]),
            )
        }),
        Hit::Module(product, code, name) => {
            let label = format!(
                "module of {product}{}",
                name.as_ref().map(|name| format!(": {name}")).unwrap_or_default()
            );
            Some(("module", format!("{product}/{code}"), None, label))
        }
        Hit::Ticket(serial) => reader.find_ticket(serial)?.map(|it| {
            let reference = it.reference.as_ref().map(|reference| format!("reference {reference}"));
            let licenses = count_of(it.licenses.len(), "license");
            let label =
                words(vec![Some(licenses), reference, Some(it.state(now).as_str().to_owned())]);
            ("ticket", it.serial.to_string(), Some(it.customer), label)
        }),
        Hit::Reference(family, reference, subject) => {
            let license = reader.find_license(subject, now)?;
            let customer: Option<Slug> = license.map(|license| license.entitlement.customer);
            Some(("reference", reference.clone(), customer, format!("{family}: {subject}")))
        }
        Hit::Container(serial) => reader.find_container(serial)?.map(|it| {
            let label = it.label.as_ref().map(ToString::to_string);
            let hardware = it.hardware.as_ref().map(|hardware| format!("hardware {hardware}"));
            let user = it.user.as_ref().map(|user| format!("user {user}"));
            let opens = it.username.as_ref().map(|username| format!("credential {username}"));
            let (kind, state) = (it.kind.as_str().to_owned(), it.state().as_str().to_owned());
            let label = words(vec![Some(kind), label, hardware, user, opens, Some(state)]);
            ("container", it.serial.to_string(), Some(it.customer), label)
        }),
        Hit::License(serial) => reader.find_license(serial, now)?.map(|it| {
            let reference = it.reference.as_ref().map(|reference| format!("reference {reference}"));
            let (product, summary) = (it.entitlement.product.to_string(), summary(&it));
            let label = words(vec![
                Some(product),
                Some(summary),
                reference,
                Some(it.state(now).as_str().to_owned()),
            ]);
            ("license", it.serial.to_string(), Some(it.entitlement.customer), label)
        }),
    };
    Ok(found.map(|(kind, id, customer, label)| {
        let customer = customer.map(|code| code.to_string());
        let shown_customer = customer.clone().unwrap_or_else(|| "-".into());
        let row = vec![kind.to_owned(), id.clone(), shown_customer, label.clone()];
        (FoundRecord { kind, id, customer, label }, row)
    }))
}
