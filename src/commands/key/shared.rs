//! Arguments and rendering that the verbs of `key` share.

use licentia_runtime::{Edition, Kind, Scope};

use crate::cli::context::Home;
use crate::domain::Error;
use crate::domain::key::{ENTRY, KINDS, Key, Limits, Purpose};
use crate::domain::license::terms::{Count, Day, Seats};
use crate::domain::name::{Slug, count_of};
use crate::domain::time::{Days, instant_of, plus_days, stored_instant};
use crate::ops::error::Result;
use crate::ops::key::answer::KeyAnswer;
use crate::ops::key::limits::RequestedLimits;

/// The limits of a key, which are permanent.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Permanent limits")]
pub(super) struct LimitArgs {
    /// Kinds of files: license, credential, context, update, status, anchor (audit entries)
    /// [default: all; license for a key with another limit]
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = kind)]
    pub(super) kinds: Vec<Kind>,
    /// Product codes
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    pub(super) products: Vec<Slug>,
    /// Maximum term of a file from its signature, grace period included, for example 14d
    #[arg(long, value_name = "DURATION")]
    pub(super) max_term: Option<Days>,
    /// Maximum number of seats of a license
    #[arg(long, value_name = "N")]
    pub(super) max_seats: Option<Seats>,
    /// Maximum number of files signed with this key (enforced by this home only)
    #[arg(long, value_name = "N")]
    pub(super) max_files: Option<Count>,
    /// Purposes for which this home signs with the key, such as issue or recovery (enforced by this
    /// home only)
    #[arg(long, value_name = "WORD,…", value_delimiter = ',')]
    pub(super) purposes: Vec<Purpose>,
    /// Last day on which the key signs
    #[arg(long, value_name = "DATE")]
    pub(super) not_after: Option<Day>,
}

pub(super) fn kind(text: &str) -> Result<Kind, Error> {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
    let found = KINDS.into_iter().find(|kind| kind.name() == text);
    found.ok_or_else(|| {
        Error::usage(format!("{text:?} is not a kind of signed file"))
            .hint(format!("the kinds are {}", names.join(", ")))
    })
}

impl LimitArgs {
    /// Returns whether the key signs audit entries and no files.
    pub(super) fn signs_entries_only(&self) -> bool {
        self.kinds == [Kind::Anchor]
    }

    /// Returns the limits that the command line requests.
    ///
    /// # Errors
    ///
    /// `usage` for the last day of the calendar.
    pub(super) fn requested(&self) -> Result<RequestedLimits, Error> {
        let not_after = self.not_after.map(|day| {
            plus_days(day.0, 1)
                .map(|next| next.midnight() - 1)
                .filter(|last| stored_instant(*last).is_some())
                .ok_or_else(|| {
                    Error::usage(format!(
                        "{day} is the last day of the calendar; choose an earlier day"
                    ))
                })
        });
        let kinds: Vec<String> = self.kinds.iter().map(|kind| kind.name().to_owned()).collect();
        let limits = Limits {
            scope: Scope {
                kinds: (!kinds.is_empty()).then_some(kinds),
                products: None,
                max_term_days: self.max_term.map(|days| days.0),
                max_seats: self.max_seats.map(|seats| seats.0),
            },
            purposes: (!self.purposes.is_empty()).then(|| self.purposes.clone()),
            max_files: self.max_files.map(|count| u64::from(count.0)),
            not_after: not_after.transpose()?,
        };
        Ok(RequestedLimits { limits, products: self.products.clone() })
    }
}

/// Returns the answer about a key of a home.
pub(super) fn answer(key: &Key, home: &Home) -> KeyAnswer {
    KeyAnswer::of(key, home.has_key(key))
}

/// Returns the next step after a change of the key set.
pub(super) fn published(version: u64) -> String {
    format!(
        "Signed version {version} of the key set. Next: `licentia key publish --out FILE` writes \
         the key set for applications"
    )
}

/// Returns the limits of a key for people.
pub(super) fn scope(key: &Key) -> String {
    let scope = &key.limits.scope;
    let words = |purposes: &Vec<Purpose>| {
        purposes.iter().map(Purpose::as_str).collect::<Vec<_>>().join(", ")
    };
    let limits = [
        scope.kinds.as_deref().map(signed_things),
        scope.products.as_ref().map(|products| format!("products {}", products.join(", "))),
        scope.max_term_days.map(|days| format!("at most {}", count_of(days as usize, "day"))),
        scope.max_seats.map(|seats| format!("at most {}", count_of(seats as usize, "seat"))),
        key.limits.max_files.map(|files| {
            format!("at most {}", count_of(usize::try_from(files).unwrap_or(usize::MAX), "file"))
        }),
        key.limits.purposes.as_ref().map(|purposes| format!("purposes {}", words(purposes))),
    ];
    let mut limits: Vec<String> = limits.into_iter().flatten().collect();
    if limits.is_empty() {
        limits.push(match key.edition {
            None => "key sets".into(),
            Some(Edition::Commercial) => "all files".into(),
            Some(Edition::Trial) => format!("{} files", Kind::License.name()),
        });
    }
    limits.extend(key.limits.not_after.and_then(instant_of).map(|until| format!("until {until}")));
    limits.join("; ")
}

/// Returns the kinds of files that a key signs, and the audit entries if it signs them.
fn signed_things(kinds: &[String]) -> String {
    let files: Vec<&str> = kinds.iter().map(String::as_str).filter(|kind| *kind != ENTRY).collect();
    let files = (!files.is_empty()).then(|| format!("{} files", files.join(", ")));
    let entries = (files.is_none() || kinds.iter().any(|kind| kind == ENTRY))
        .then(|| "audit entries".to_owned());
    files.into_iter().chain(entries).collect::<Vec<_>>().join(", ")
}
