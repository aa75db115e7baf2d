//! What a license lacks: a commercial license works only beside one of each base product that its product requires, of the
//! same edition, for the same customer. A trial needs none.

use licentia_runtime::Edition;

use super::license::License;
use super::name::Code;
use super::state::State;
use super::time::{Timestamp, day_of};

/// A base product that there is no usable license of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The base product's code.
    pub product: Code,
    /// Why none counts: that there is none, or what is the matter with the nearest.
    pub why: String,
}

/// The base products that are lacking. `bases` are the customer's licenses of them, the newest first.
pub fn lacking(edition: Edition, requires: &[Code], bases: &[License], now: Timestamp) -> Vec<Lack> {
    if edition == Edition::Trial {
        return Vec::new();
    }
    let lack = |product: &Code| {
        let fitting: Vec<&License> =
            bases.iter().filter(|base| base.right.product == *product && base.right.edition == edition).collect();
        if fitting.iter().any(|base| is_usable(base, now)) {
            return None;
        }
        let near = fitting.iter().find(|base| !base.standing.is_final()).or(fitting.first());
        let why = near.map_or_else(
            || format!("there is no {} license of it", edition.as_str()),
            |base| match base.state(now) {
                State::Active => format!("{} starts on {}", base.serial, base.right.starts),
                other => format!("{} is {}", base.serial, other.as_str()),
            },
        );
        Some(Lack { product: product.clone(), why })
    };
    requires.iter().filter_map(lack).collect()
}

/// Whether a license opens the way for those that need it beside them.
pub fn is_usable(base: &License, now: Timestamp) -> bool {
    base.state(now) == State::Active && base.right.starts <= day_of(now)
}
