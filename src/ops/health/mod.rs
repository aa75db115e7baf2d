//! The health report: problems that need an action. It changes nothing.

pub mod answer;
pub mod comparison;

use crate::domain::container::ContainerState;
use crate::domain::finding::FindingCode;
use crate::domain::license::License;
use crate::domain::license::state::DisplayState;
use crate::domain::name::count_of;
use crate::domain::remedy::Remedy;
use crate::domain::time::{Days, Timestamp, after_days, day_of, last_day, plus_days};
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::status::{Stand, stands};
use crate::store::{ContainerFilter, LicenseFilter, Reader, gather};

/// A problem that needs an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The noun.
    pub kind: &'static str,
    /// The code.
    pub code: FindingCode,
    /// The serial of the record, or the URI of the status list.
    pub subject: String,
    /// The instant until which the action is due, RFC 3339.
    pub due_at: Option<String>,
    /// The problem.
    pub problem: String,
    /// The suggested correction.
    pub remedy: Remedy,
}

/// The findings of a health report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The listed findings.
    pub items: Vec<Item>,
    /// The number of differences that are not listed.
    pub further: u64,
    /// True if the whole database was compared.
    pub compared: bool,
}

impl Findings {
    /// Returns whether the database was changed by another program.
    pub fn has_difference(&self) -> bool {
        self.items.iter().any(|item| item.code == FindingCode::Tampered)
    }
}

/// The number of days before its end at which a status list is reported.
const AGED: u32 = 7;

/// Returns the problems at an instant. A license is reported if it ends within `within` days.
pub fn look(
    reader: Reader<'_>,
    vendor: &Vendor,
    within: Days,
    now: Timestamp,
) -> Result<Vec<Item>> {
    let mut items: Vec<Item> =
        stands(reader, vendor, now)?.iter().flat_map(|stand| list(stand, now)).collect();
    let filter =
        ContainerFilter { state: Some(ContainerState::Suspect), ..ContainerFilter::default() };
    items.extend(gather(|take| reader.list_containers(&filter, take))?.into_iter().map(
        |container| {
            let (serial, suspicion) = (&container.serial, container.suspicion.as_ref());
            let why = suspicion
                .map(|suspicion| format!("since {}: {}", suspicion.at, suspicion.description()))
                .unwrap_or_default();
            let problem = format!("suspect {why}");
            let remedy = Remedy::ResolveOnceKnown { container: serial.to_string() };
            Item {
                kind: "container",
                code: FindingCode::Suspect,
                subject: serial.to_string(),
                due_at: None,
                problem,
                remedy,
            }
        },
    ));
    items.extend(endings(reader, within, now)?);
    Ok(items)
}

fn list(stand: &Stand, now: Timestamp) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |code, due_at: Option<String>, problem: String| {
        let (kind, subject, remedy) = ("status", stand.uri.clone(), Remedy::PublishStatus);
        items.push(Item { kind, code, subject, due_at, problem, remedy });
    };
    if stand.unpublished > 0 {
        add(FindingCode::Unpublished, None, count_of(stand.unpublished, "unpublished change"));
    }
    let Some(newest) = &stand.newest else { return items };
    let aged = newest.expires_at.as_str() <= after_days(now, AGED).to_string().as_str();
    if stand.refused {
        add(
            FindingCode::RevokedKey,
            None,
            "the key of the published list was revoked, or was retired before the signature: \
             applications refuse the list"
                .to_owned(),
        );
    } else if aged {
        let is_stale = newest.expires_at.as_str() <= now.to_string().as_str();
        let word = if is_stale { "ended" } else { "ends" };
        add(
            FindingCode::StaleStatus,
            Some(newest.expires_at.clone()),
            format!("the published list {word} at {}", newest.expires_at),
        );
    }
    items
}

/// Returns the licenses that end soon and have no successor.
fn endings(reader: Reader<'_>, within: Days, now: Timestamp) -> Result<Vec<Item>> {
    let today = day_of(now);
    let Some(until) = plus_days(today, i64::from(within.0) + 1) else { return Ok(Vec::new()) };
    let mut items = Vec::new();
    let mut take = |license: License| -> Result<()> {
        let Some(ends) = license.entitlement.ends.filter(|ends| *ends > today && !license.adopted)
        else {
            return Ok(());
        };
        let (serial, entitlement) = (&license.serial, &license.entitlement);
        items.push(Item {
            kind: "license",
            code: FindingCode::EndsSoon,
            subject: serial.to_string(),
            due_at: Some(Timestamp::from_second(ends.midnight())?.to_string()),
            problem: format!(
                "{} for customer {}: last day {}",
                entitlement.product,
                entitlement.customer,
                last_day(ends).unwrap_or(ends)
            ),
            remedy: Remedy::Extend { license: serial.to_string() },
        });
        Ok(())
    };
    // Licenses in other states have already ended.
    for state in [DisplayState::Active, DisplayState::Parked, DisplayState::Suspended] {
        let filter = LicenseFilter {
            ends_before: Some(until),
            state: Some(state),
            ..LicenseFilter::default()
        };
        reader.list_licenses(&filter, now, &mut take)?;
    }
    Ok(items)
}
