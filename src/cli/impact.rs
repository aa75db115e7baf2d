//! The impact of a change as a person sees it: one line for each record, and a line for each
//! detail.

use serde_json::Value;

use crate::cli::license;
use crate::cli::outcome::{count_of, display_value, some_of};
use crate::domain::module::Grants;
use crate::domain::name::{Name, Slug};
use crate::ops::impact::{
    Affected, AffectedKey, AffectedLicense, AffectedMember, AffectedModule, AffectedProduct,
    Impact, KeyChange, ModuleFacts, PrivateKeyFate, ProductAction, Sale,
};
use crate::ops::key::history::Export;
use crate::store::SignedFiles;

/// Returns the lines for a person.
pub fn lines(impact: &Impact) -> Vec<String> {
    impact.affected.iter().flat_map(affected_lines).collect()
}

fn affected_lines(affected: &Affected) -> Vec<String> {
    match affected {
        Affected::RemovedRecord(record) => record.facts.clone(),
        Affected::User(user) => {
            let name = user.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
            vec![format!(
                "user {} of customer {}{name}, added {}",
                user.username, user.customer, user.created_at
            )]
        }
        Affected::License(license) => license_lines(license),
        Affected::Key(key) => key_lines(key),
        Affected::Product(product) => product_lines(product),
        Affected::Sale(sale) => lines_of_sale(sale),
    }
}

/// Returns the lines for a license that only a key for audit entries has granted: its terms, and
/// the author and the instant of the entry.
fn lines_of_sale(sale: &Sale) -> Vec<String> {
    let entitlement = &sale.license.entitlement;
    let mut lines = vec![
        format!(
            "license {}: {} for customer {}, {}, {} licensing, {}",
            sale.license.serial,
            entitlement.product,
            entitlement.customer,
            entitlement.edition.as_str(),
            entitlement.model.as_str(),
            license::summary(&sale.license)
        ),
        format!("  granted by {} at {} with key {}", sale.author, sale.at, sale.key),
        "  the key signs no license files: check the terms before the first file is signed".into(),
    ];
    if !entitlement.modules.is_empty() {
        lines.insert(1, format!("  modules: {}", Grants(entitlement.modules.clone())));
    }
    lines
}

/// Returns the lines for the licenses that only a key for audit entries has granted.
pub fn sale_lines(impact: &Impact) -> Vec<String> {
    impact.sales().flat_map(lines_of_sale).collect()
}

/// Returns the question for the licenses that only a key for audit entries has granted; `None`
/// without such a license.
pub fn sale_action(impact: &Impact) -> Option<String> {
    let serials: Vec<String> = impact.sales().map(|it| it.license.serial.to_string()).collect();
    let noun = if serials.len() == 1 { "license" } else { "licenses" };
    (!serials.is_empty()).then(|| format!("sign the files of {noun} {}", some_of(&serials)))
}

/// Returns the lines for a product of a catalogue file: `+` is added, `~` is changed, `-` is
/// retired or removed.
fn product_lines(product: &AffectedProduct) -> Vec<String> {
    let mark = match product.action {
        ProductAction::Add => '+',
        ProductAction::Edit => '~',
        ProductAction::Retire { .. } => '-',
    };
    let AffectedProduct { code, name, kind, .. } = product;
    let mut lines = vec![format!("{mark} product {code} ({name}), {}", kind.as_str())];
    lines.extend(product.members.iter().map(|member| format!("    {}", member_line(member))));
    if let ProductAction::Retire { licenses, running, required_by } = &product.action {
        let licenses = count_of(*licenses, "license");
        lines.push(format!("    {licenses}, {running} in force: unchanged"));
        if !required_by.is_empty() {
            lines.push(format!("    required by {}", some_of(required_by)));
        }
    }
    lines.extend(product.modules.iter().map(|module| format!("    {}", module_line(module))));
    lines
}

fn member_line(member: &AffectedMember) -> String {
    let value = |value: &Option<Value>| value.as_ref().map_or("none".to_owned(), display_value);
    let name = member.name.replace('_', " ");
    format!("{name}: {} → {}", value(&member.from), value(&member.to))
}

/// The largest number of levels by which the line of a module is indented.
const MAX_INDENT: usize = 20;

/// Returns the line of a module: `+ module calculator.pro (Calculator Pro) under calculator`.
fn module_line(module: &AffectedModule) -> String {
    let indent = "  ".repeat(module.depth.min(MAX_INDENT));
    let line = match (&module.before, &module.after) {
        (None, Some(after)) => {
            let parent = after.parent.as_ref();
            let under = parent.map(|parent| format!(" under {parent}")).unwrap_or_default();
            format!("+ module {}{}{under}", after.code, in_brackets(after.name.as_ref()))
        }
        (Some(before), Some(after)) => {
            format!("~ module {}: {}", after.code, module_members(before, after).join("; "))
        }
        (Some(gone), None) => {
            let name = in_brackets(gone.name.as_ref());
            format!("- module {}{name}: no license grants it", gone.code)
        }
        (None, None) => String::new(),
    };
    indent + &line
}

fn in_brackets(name: Option<&Name>) -> String {
    name.map(|name| format!(" ({name})")).unwrap_or_default()
}

/// Returns the members of a module that change.
fn module_members(before: &ModuleFacts, after: &ModuleFacts) -> Vec<String> {
    let name = |name: &Option<Name>| name.as_ref().map_or("none".to_owned(), Name::to_string);
    let parent = |parent: &Option<Slug>| parent.as_ref().map_or("none".to_owned(), Slug::to_string);
    let mut members = Vec::new();
    if before.name != after.name {
        members.push(format!("name: {} → {}", name(&before.name), name(&after.name)));
    }
    if before.parent != after.parent {
        members.push(format!("parent: {} → {}", parent(&before.parent), parent(&after.parent)));
    }
    members
}

fn license_lines(license: &AffectedLicense) -> Vec<String> {
    let place = match (license.is_delivered, license.containers.is_empty()) {
        (true, false) => format!(", in {}", some_of(&license.containers)),
        (true, true) => ", delivered".to_owned(),
        (false, _) => String::new(),
    };
    let seats = count_of(license.seats as usize, &format!("{} seat", license.model.as_str()));
    let mut lines = vec![format!(
        "license {}: {} for {}, {seats}{place}",
        license.serial, license.product, license.customer
    )];
    let names = |users: &[crate::domain::name::Username]| {
        some_of(&users.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    if !license.unassigned.is_empty() {
        lines.push(format!("  no longer assigned: {}", names(&license.unassigned)));
    } else if !license.users.is_empty() && license.ends {
        lines.push(format!("  assigned to {}", names(&license.users)));
    }
    if license.opens_to_all {
        lines.push(format!(
            "  no user remains assigned: open to all users of customer {}",
            license.customer
        ));
    }
    lines.extend(
        license.sessions.iter().map(|session| format!("  ends session {}", session.brief())),
    );
    lines
}

/// Returns the lines for a key that ends.
fn key_lines(key: &AffectedKey) -> Vec<String> {
    match &key.change {
        KeyChange::Revoked { since } => {
            let mut lines = file_lines(&key.signed);
            if key.signed.files > 0 {
                let refused = since.map_or_else(
                    || "all of these files".to_owned(),
                    |since| format!("the files signed at {since} or later"),
                );
                lines
                    .push(format!("Applications refuse {refused} when they have the next key set"));
            }
            lines
        }
        KeyChange::Retired { private_key, exports, last_of } => {
            let mut lines = file_lines(&key.signed);
            lines.push(if key.signed.files > 0 {
                "These files remain valid; the key no longer signs".to_owned()
            } else {
                "The key no longer signs".to_owned()
            });
            lines.push(private_key_line(private_key));
            lines.extend(
                exports
                    .iter()
                    .map(|export| format!("The private key was exported {}", still_there(export))),
            );
            lines.extend(last_of.map(|edition| {
                format!("No other {} key without limits is active", edition.as_str())
            }));
            lines
        }
        KeyChange::Destroyed { name, place } => {
            vec![format!("Key {name} is retired; its private key, {place}, is destroyed")]
        }
    }
}

fn private_key_line(fate: &PrivateKeyFate) -> String {
    match fate {
        PrivateKeyFate::Destroyed { place } => format!("The private key, {place}, is destroyed"),
        PrivateKeyFate::Kept => {
            "The private key stays in this home: a person who gets the key can sign backdated \
             files"
                .into()
        }
        PrivateKeyFate::Away => {
            "The private key is not in this home: destroy it at its place".into()
        }
    }
}

/// Returns an export of a private key for people: its target, its instant and its actor.
pub fn export(export: &Export) -> String {
    let to = export.to.as_deref().unwrap_or("standard output");
    format!("to {to} at {} by {}", export.at, export.actor)
}

/// Returns an export with the advice for a key that is retired.
pub fn still_there(export: &Export) -> String {
    format!("{}: destroy the exported file, or revoke the key instead", self::export(export))
}

/// Returns the lines for the files of a key that is retired or revoked.
fn file_lines(signed: &SignedFiles) -> Vec<String> {
    if signed.files == 0 {
        return vec!["The key has signed no files for customers".into()];
    }
    let files = count_of(usize::try_from(signed.files).unwrap_or(usize::MAX), "file");
    let mut lines = if signed.licenses.is_empty() {
        vec![format!("The key has signed {files}, no license files")]
    } else {
        let licenses = count_of(signed.licenses.len(), "license");
        let customers = count_of(signed.customers.len(), "customer");
        vec![
            format!("The key has signed {files} of {licenses}: {}", some_of(&signed.licenses)),
            format!("{customers}: {}", some_of(&signed.customers)),
        ]
    };
    if !signed.containers.is_empty() {
        lines.push(format!("Credentials in force for containers: {}", some_of(&signed.containers)));
    }
    lines
}
