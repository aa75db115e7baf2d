//! Fingerprints: salted hashes of the properties of a computer, and the comparison of a license
//! with the computer. The hashes are pseudonyms; a value with few possibilities can be guessed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::claims::{Hashes, Match, Properties};

/// The number of bytes of a salt and of a property's hash.
const LENGTH: usize = 16;
/// The number of characters of a hash in base64url.
const HASH: usize = 22;
/// The maximum number of properties of a request, and of hashes of one property.
pub(crate) const MOST: usize = 32;

/// The properties that many computers share. They distinguish models of computers but not two
/// computers of the same model, so a fingerprint needs another property.
pub const COMMON: &[&str] = &["cpu_model"];

/// Returns true if a property identifies the computer.
pub(crate) fn is_own(properties: &Properties) -> bool {
    properties.keys().any(|name| !COMMON.contains(&name.as_str()))
}

/// The salt for the hashes of one vendor, so that another vendor cannot recognize the computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt([u8; LENGTH]);

impl Salt {
    /// Returns the salt of the vendor whose first root key has this RFC 7638 thumbprint (43
    /// base64url characters).
    pub fn of_root(thumbprint: &str) -> Salt {
        let digest = Sha256::new()
            .chain_update(b"licentia-fingerprint\0")
            .chain_update(thumbprint.as_bytes())
            .finalize();
        Salt(start_of(&digest.into()))
    }

    /// Returns the hash of a property's value: 22 base64url characters.
    pub fn hash(&self, name: &str, value: &str) -> String {
        let digest = Sha256::new()
            .chain_update(self.0)
            .chain_update(name.as_bytes())
            .chain_update([0])
            .chain_update(value.as_bytes());
        URL_SAFE_NO_PAD.encode(start_of(&digest.finalize().into()))
    }

    /// Returns the hashed properties of a computer. Values are trimmed and converted to lower case.
    /// Values that many computers share are omitted.
    pub fn properties<'v>(
        &self,
        read: impl IntoIterator<Item = (&'v str, Vec<String>)>,
    ) -> Properties {
        let hashed = read.into_iter().filter_map(|(name, values)| {
            let mut values: Vec<String> =
                values.iter().filter_map(|value| own(name, value)).collect();
            values.sort();
            values.dedup();
            values.truncate(MOST);
            let hashes: Vec<String> = values.iter().map(|value| self.hash(name, value)).collect();
            (!hashes.is_empty()).then(|| (name.to_owned(), Hashes(hashes)))
        });
        hashed.collect()
    }
}

fn start_of(digest: &[u8; 32]) -> [u8; LENGTH] {
    std::array::from_fn(|place| digest.get(place).copied().unwrap_or_default())
}

/// The values of firmware fields that the manufacturer did not fill in.
const PLACEHOLDERS: &[&str] = &[
    "to be filled by o.e.m.",
    "to be filled by oem",
    "default string",
    "default",
    "system serial number",
    "base board serial number",
    "chassis serial number",
    "serial number",
    "not specified",
    "not applicable",
    "not available",
    "not defined",
    "none",
    "null",
    "n/a",
    "na",
    "invalid",
    "unknown",
    "unset",
    "uninitialized",
    "o.e.m.",
    "oem",
    "empty",
    "123456789",
    "0123456789",
    "1234567890",
    "12345678",
    "03000200-0400-0500-0006-000700080009",
    "00020003-0004-0005-0006-000700080009",
    "12345678-1234-5678-90ab-cddeefaabbcc",
];

/// Returns a normalized value that identifies a computer, or `None` for a placeholder.
fn own(name: &str, value: &str) -> Option<String> {
    let value = value.trim_matches(|c: char| c.is_whitespace() || c.is_control()).to_lowercase();
    let mut signs = value.chars().filter(|c| c.is_alphanumeric());
    let first = signs.next()?;
    let is_one_sign = signs.all(|sign| sign == first);
    // An address with one of the two low bits of the first octet set is locally administered or a
    // multicast address (IEEE 802).
    let octet = value
        .get(..2)
        .filter(|_| name == "mac")
        .and_then(|octet| u8::from_str_radix(octet, 16).ok());
    let is_made_up = octet.is_some_and(|octet| octet & 0b11 != 0);
    (!is_one_sign && !is_made_up && !PLACEHOLDERS.contains(&value.as_str())).then_some(value)
}

/// Returns the reason why a request must not have these properties, or `None`.
pub(crate) fn refuses(properties: &Properties) -> Option<String> {
    let is_name = |name: &str| {
        (1..=32).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let is_hash = |hash: &String| {
        hash.len() == HASH && URL_SAFE_NO_PAD.decode(hash).is_ok_and(|bytes| bytes.len() == LENGTH)
    };
    if properties.len() > MOST {
        return Some(format!("{} properties; at most {MOST} are allowed", properties.len()));
    }
    let odd = properties.iter().find(|(name, hashes)| {
        !is_name(name)
            || hashes.0.is_empty()
            || hashes.0.len() > MOST
            || !hashes.0.iter().all(is_hash)
    });
    odd.map(|(name, _)| {
        format!(
            "property {name:?} has an invalid name, or does not have 1 to {MOST} hashes of {HASH} \
             base64url characters"
        )
    })
}

/// The hardware that an application finds: the properties of a computer or the serial of a dongle,
/// and the key that is proven to be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Hashes of the properties of the computer.
    pub properties: Properties,
    /// Hardware serial of the dongle, as read by the application.
    pub hardware: Option<String>,
    /// Thumbprint of the container's key, whose private key is present.
    pub key: Option<String>,
}

impl Device {
    /// Returns the number of properties of a license that match.
    pub fn count(&self, wanted: &Properties) -> usize {
        wanted.iter().filter(|(name, hashes)| self.has(name, hashes)).count()
    }

    fn has(&self, name: &str, wanted: &Hashes) -> bool {
        // Of several cards, one match is sufficient.
        self.properties
            .get(name)
            .is_some_and(|found| found.0.iter().any(|hash| wanted.0.contains(hash)))
    }

    /// Returns the reason why this is not the hardware to which a license is bound, or `None`.
    pub(crate) fn mismatch(&self, kind: &str, wanted: &Match) -> Option<String> {
        if wanted.key.is_some() && wanted.key != self.key {
            let reason = if self.key.is_some() {
                "this container has a different key"
            } else {
                "the key of the container is missing"
            };
            return Some(reason.to_owned());
        }
        if kind == "dongle" {
            let found = self.hardware.as_deref();
            return match (&wanted.hardware, found) {
                (Some(own), Some(found)) if own == found => None,
                (_, Some(found)) => Some(format!("the connected dongle is {found}")),
                (_, None) => Some("no dongle is connected".to_owned()),
            };
        }
        let none = Properties::new();
        let properties = wanted.properties.as_ref().unwrap_or(&none);
        let missing = wanted
            .required
            .iter()
            .find(|name| !properties.get(*name).is_some_and(|hashes| self.has(name, hashes)));
        if let Some(name) = missing {
            return Some(format!("property {name} of this computer is missing or different"));
        }
        // A license without properties would be valid on every computer.
        let (count, minimum) =
            (self.count(properties), usize::try_from(wanted.minimum).unwrap_or(usize::MAX).max(1));
        (count < minimum).then(|| {
            format!(
                "{count} of {} properties of this computer match; {minimum} must match",
                properties.len()
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn salt() -> Salt {
        Salt::of_root("GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA")
    }

    #[test]
    fn the_salt_and_the_hash_are_what_the_page_says() {
        // Computed with Python's hashlib.
        let hash = salt().hash("machine_id", "3d1219c7c4c5404aaa1f6d2a48adfda4");
        assert_eq!((hash.len(), hash.as_str()), (HASH, "oWbrxxNOsGbhOE-zWQzC_w"));
        assert_ne!(
            salt().hash("board_serial", "x"),
            salt().hash("product_serial", "x"),
            "a value is hashed with its name"
        );
        assert_ne!(salt(), Salt::of_root("another"), "no other vendor recognises it");
    }

    #[test]
    fn values_are_trimmed_and_lowered_and_placeholders_are_absent() {
        let read =
            |name: &'static str, value: &str| salt().properties([(name, vec![value.to_owned()])]);
        assert_eq!(read("board_serial", " PF3XK1AB\n\0"), read("board_serial", "pf3xk1ab"));
        for value in [
            "",
            "  ",
            "0",
            "00000000",
            "To Be Filled By O.E.M.",
            "Default string",
            "System Serial Number",
            "None",
            "N/A",
            "xxxxxxxx",
            "00000000-0000-0000-0000-000000000000",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "03000200-0400-0500-0006-000700080009",
            "...",
            "-",
            "uninitialized",
        ] {
            assert!(read("product_uuid", value).is_empty(), "{value:?}");
        }
        for value in
            ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "02:42:ac:11:00:02", "01:00:5e:00:00:fb"]
        {
            assert!(read("mac", value).is_empty(), "{value}");
        }
        assert_eq!(read("mac", "3c:52:82:0A:0b:0c").len(), 1);
        assert_eq!(read("board_serial", "02:42").len(), 1, "only a card's address is looked at so");
    }

    fn found(values: &[(&'static str, &[&str])]) -> Device {
        let read = values.iter().map(|(name, values)| {
            (*name, values.iter().map(|value| (*value).to_owned()).collect())
        });
        Device { properties: salt().properties(read), ..Device::default() }
    }

    fn wanted(device: &Device, required: &[&str], minimum: u32) -> Match {
        Match {
            properties: Some(device.properties.clone()),
            required: required.iter().map(|name| (*name).to_owned()).collect(),
            minimum,
            hardware: None,
            key: None,
        }
    }

    #[test]
    fn required_properties_fit_and_enough_of_all() {
        let here = found(&[
            ("machine_id", &["m1"]),
            ("board_serial", &["b1"]),
            ("mac", &["3c:52:82:00:00:01", "3c:52:82:00:00:02"]),
        ]);
        let rule = wanted(&here, &["board_serial"], 2);
        assert_eq!(here.mismatch("device", &rule), None);
        let card = found(&[
            ("machine_id", &["m2"]),
            ("board_serial", &["b1"]),
            ("mac", &["3c:52:82:00:00:02", "3c:52:82:00:00:09"]),
        ]);
        assert_eq!(card.mismatch("device", &rule), None, "one card in common");
        let board = found(&[
            ("machine_id", &["m1"]),
            ("board_serial", &["b2"]),
            ("mac", &["3c:52:82:00:00:01"]),
        ]);
        assert!(
            board.mismatch("device", &rule).is_some_and(|reason| reason.contains("board_serial"))
        );
        let few = found(&[("board_serial", &["b1"])]);
        assert!(few.mismatch("device", &rule).is_some_and(|reason| reason.starts_with("1 of 3")));
        assert!(
            here.mismatch("device", &wanted(&here, &["disk_serial"], 0)).is_some(),
            "what the license lacks fits nothing"
        );
        assert!(
            here.mismatch("device", &wanted(&found(&[]), &[], 0)).is_some(),
            "nothing to compare is no match"
        );
    }

    #[test]
    fn a_key_has_to_be_here_where_the_license_names_one() {
        let device = |key: Option<&str>| Device {
            key: key.map(str::to_owned),
            ..found(&[("machine_id", &["m1"])])
        };
        let rule = Match { key: Some("k1".into()), ..wanted(&device(None), &[], 1) };
        assert_eq!(device(Some("k1")).mismatch("device", &rule), None);
        assert!(
            device(Some("k2")).mismatch("device", &rule).is_some()
                && device(None).mismatch("device", &rule).is_some()
        );
        assert_eq!(device(Some("k2")).mismatch("device", &wanted(&device(None), &[], 1)), None);
    }
}
