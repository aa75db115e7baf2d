//! Prerequisites: a commercial license works only together with a license of each base product that
//! its product requires, of the same edition and the same customer. A trial has no prerequisites.

use std::borrow::Borrow;

use licentia_runtime::Edition;

use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::license::state::DisplayState;
use crate::domain::name::{Slug, some_of};
use crate::domain::time::{Timestamp, day_of};

/// A base product without a usable license.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPrerequisite {
    /// The code of the base product.
    pub product: Slug,
    /// The reason: there is no license of it, or the nearest license is not usable.
    pub reason: String,
}

/// The activations of a license that a base license must cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Each activation.
    Each,
    /// At least one activation, which is enough for a session.
    One,
}

/// Returns the base products without a usable license. `bases` are the licenses of these products
/// that the customer has, newest first.
pub fn missing_prerequisites(
    license: &License,
    coverage: Coverage,
    requires: &[Slug],
    bases: &[License],
    now: Timestamp,
) -> Vec<MissingPrerequisite> {
    let edition = license.entitlement.edition;
    if edition == Edition::Trial {
        return Vec::new();
    }
    let missing = |product: &Slug| {
        let fitting: Vec<&License> = bases
            .iter()
            .filter(|base| {
                base.entitlement.product == *product && base.entitlement.edition == edition
            })
            .collect();
        if covers(license, coverage, &fitting, now) {
            return None;
        }
        let near = fitting.iter().find(|base| !base.status.is_final()).or(fitting.first());
        let reason = near.map_or_else(
            || {
                format!(
                    "customer {} has no {} license of the base product",
                    license.entitlement.customer,
                    edition.as_str()
                )
            },
            |base| match base.state(now) {
                DisplayState::Active if base.entitlement.starts > day_of(now) => {
                    format!("base license {} starts on {}", base.serial, base.entitlement.starts)
                }
                DisplayState::Active => match uncovered(license, base) {
                    containers if containers.is_empty() => {
                        format!(
                            "base license {} is in a container, and {} is unbound",
                            base.serial,
                            license.called()
                        )
                    }
                    containers => {
                        format!("base license {} is not in {}", base.serial, some_of(&containers))
                    }
                },
                DisplayState::Parked => {
                    format!("base license {} is not delivered (parked)", base.serial)
                }
                other => format!("base license {} is {}", base.serial, other.as_str()),
            },
        );
        Some(MissingPrerequisite { product: product.clone(), reason })
    };
    requires.iter().filter_map(missing).collect()
}

/// Returns whether usable base licenses cover a license. A base license covers an activation if it
/// is in the same container or delivered unbound. For a license that is not delivered, any usable
/// base license is enough.
pub fn covers<B: Borrow<License>>(
    license: &License,
    coverage: Coverage,
    bases: &[B],
    now: Timestamp,
) -> bool {
    let usable: Vec<&License> =
        bases.iter().map(Borrow::borrow).filter(|base| is_usable(base, now)).collect();
    let is_covered =
        |activation: &Activation| usable.iter().any(|base| shares_place(base, activation));
    match coverage {
        Coverage::Each => !usable.is_empty() && license.live().all(is_covered),
        Coverage::One if license.live().next().is_none() => !usable.is_empty(),
        Coverage::One => license.live().any(is_covered),
    }
}

fn shares_place(base: &License, activation: &Activation) -> bool {
    base.live().any(|own| own.container.is_none() || own.container() == activation.container())
}

/// Returns the containers of a license that do not contain the base license.
fn uncovered(license: &License, base: &License) -> Vec<String> {
    let activations = license.live().filter(|activation| !shares_place(base, activation));
    activations
        .filter_map(Activation::container)
        .map(|container| format!("container {container}"))
        .collect()
}

/// Returns whether a base license is active and has started.
fn is_usable(base: &License, now: Timestamp) -> bool {
    base.state(now) == DisplayState::Active && base.entitlement.starts <= day_of(now)
}
