//! Matching of computers by fingerprint. A computer matches if all required properties and a
//! minimum number of properties match.

use licentia_runtime::{COMMON, Device, Match, Properties};

/// The rule for matching a computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// The names of the required properties.
    pub required: Vec<String>,
    /// The minimum number of matching properties; `None` for two thirds of the known properties of
    /// the computer, rounded up.
    pub minimum: Option<u32>,
}

impl Rule {
    /// Returns the matching rule that a license file states for a computer.
    pub fn of(&self, properties: &Properties, key: Option<String>) -> Match {
        let has = |name: &&String| properties.contains_key(*name);
        // A property that all computers of a model share counts only if the rule requires it.
        let counts =
            |name: &String| !COMMON.contains(&name.as_str()) || self.required.contains(name);
        let properties: Properties = properties
            .iter()
            .filter(|(name, _)| counts(name))
            .map(|(name, hashes)| (name.clone(), hashes.clone()))
            .collect();
        Match {
            // A property that the computer never had could never match.
            required: self.required.iter().filter(has).cloned().collect(),
            minimum: self.minimum.unwrap_or_else(|| two_thirds(properties.len())),
            properties: Some(properties),
            hardware: None,
            key,
        }
    }

    /// Returns whether a computer matches these known properties.
    pub fn fits(&self, known: &Properties, found: &Device) -> bool {
        let wanted = self.of(known, None);
        let count = u32::try_from(
            wanted.properties.as_ref().map_or(0, |properties| found.count(properties)),
        )
        .unwrap_or(u32::MAX);
        let one = |name: &String| {
            known
                .get(name)
                .is_some_and(|hashes| found.count(&[(name.clone(), hashes.clone())].into()) == 1)
        };
        count >= wanted.minimum.max(1) && wanted.required.iter().all(one)
    }
}

/// Returns two thirds, rounded up, so that both of two properties must match.
fn two_thirds(count: usize) -> u32 {
    u32::try_from((count * 2).div_ceil(3)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use licentia_runtime::Salt;

    use super::*;

    fn computer(values: &[(&'static str, &str)]) -> Device {
        let salt = Salt::of_root("GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA");
        Device {
            properties: salt
                .properties(values.iter().map(|(name, value)| (*name, vec![(*value).to_owned()]))),
            ..Device::default()
        }
    }

    #[test]
    fn two_thirds_have_to_fit_where_nothing_is_said() {
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 7].map(two_thirds), [0, 1, 2, 2, 3, 4, 4, 5]);
        let known = computer(&[
            ("machine_id", "m1"),
            ("board_serial", "b1"),
            ("disk_serial", "d1"),
            ("mac", "3c:52:82:00:00:01"),
        ]);
        let fits = |found: &Device| Rule::default().fits(&known.properties, found);
        assert!(fits(&known));
        let card = computer(&[
            ("machine_id", "m1"),
            ("board_serial", "b1"),
            ("disk_serial", "d1"),
            ("mac", "3c:52:82:00:00:09"),
        ]);
        assert!(fits(&card));
        let board = computer(&[
            ("machine_id", "m1"),
            ("board_serial", "b9"),
            ("disk_serial", "d1"),
            ("mac", "3c:52:82:00:00:09"),
        ]);
        assert!(!fits(&board));
        assert!(!fits(&computer(&[])) && !Rule::default().fits(&computer(&[]).properties, &known));
    }

    #[test]
    fn a_required_property_must_match_even_if_all_others_do() {
        let rule =
            Rule { required: vec!["board_serial".into(), "product_uuid".into()], minimum: Some(1) };
        let known = computer(&[("machine_id", "m1"), ("board_serial", "b1")]);
        assert!(
            !rule.fits(
                &known.properties,
                &computer(&[("machine_id", "m1"), ("board_serial", "b2")])
            )
        );
        assert!(
            rule.fits(
                &known.properties,
                &computer(&[("machine_id", "m2"), ("board_serial", "b1")])
            )
        );
        // The known computer has no `product_uuid`.
        assert_eq!(rule.of(&known.properties, None).required, ["board_serial"]);
    }
}
