//! Status lists (draft-ietf-oauth-status-list): the files that the vendor ended or suspended after
//! signing. Each list is valid alone. For each URI the newest list is used, so that a list compiled
//! into a release cannot be replaced by an older one.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};

use crate::claims::{Status, is_false};
use crate::code::{VerdictCode, VerifyError, Warning};
use crate::jws::{self, Kind};
use crate::keyset::KeySet;
use crate::log::Log;
use crate::signed::{Envelope, check_issued, check_signer};

/// The maximum number of bytes of an inflated list: 1,048,576 entries of two bits.
pub const MAX_ENTRIES: usize = 262_144;

/// The maximum number of lists in one update.
pub const MAX_LISTS: usize = 16;

/// The claims of a status list (`statuslist+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusClaims {
    /// Issuer URI of the vendor.
    pub iss: String,
    /// URI of the list, as the files name it.
    pub sub: String,
    /// Id of the file, a UUID of version 7.
    pub jti: String,
    /// Time of the signature, in seconds since 1970. Each list has a later `iat` than the previous
    /// list with the same URI.
    pub iat: i64,
    /// End of the list, in seconds since 1970. A later use causes the warning `stale_status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// Number of seconds after which a newer list should be fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl: Option<u64>,
    /// Version of the format, [`FORMAT`](crate::FORMAT).
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Compressed entries.
    pub status_list: Packed,
}

impl Envelope for StatusClaims {
    fn envelope(&self) -> (u32, &str, &str, bool) {
        (self.fmt, &self.iss, &self.jti, self.test)
    }
}

/// The compressed entries of a status list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    /// Number of bits of an entry: 1, 2, 4 or 8.
    pub bits: u8,
    /// Entries as base64url of zlib (RFC 1950), the least significant bits of a byte first.
    pub lst: String,
}

/// The status of a file in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// Value 0: the file is valid.
    #[default]
    Valid,
    /// Value 2: the file is suspended.
    Suspended,
    /// Value 1, and every value without a defined meaning: the file was ended.
    Invalid,
}

impl Entry {
    /// Returns the entry with this value.
    pub const fn of(value: u8) -> Entry {
        match value {
            0 => Entry::Valid,
            2 => Entry::Suspended,
            _ => Entry::Invalid,
        }
    }

    /// Returns 0, 1 or 2.
    pub const fn value(self) -> u8 {
        match self {
            Entry::Valid => 0,
            Entry::Invalid => 1,
            Entry::Suspended => 2,
        }
    }

    /// Returns `valid`, `suspended` or `invalid`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Entry::Valid => "valid",
            Entry::Suspended => "suspended",
            Entry::Invalid => "invalid",
        }
    }
}

/// The inflated entries of a status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entries {
    bits: u8,
    bytes: Vec<u8>,
}

impl Entries {
    /// Returns 1,048,576 entries of two bits, all of them valid.
    pub fn valid() -> Entries {
        Entries { bits: 2, bytes: vec![0; MAX_ENTRIES] }
    }

    /// Inflates compressed entries, up to [`MAX_ENTRIES`] bytes.
    ///
    /// # Errors
    ///
    /// `malformed`, `too_large`.
    pub fn unpack(packed: &Packed) -> Result<Entries, VerifyError> {
        let malformed =
            |why: &str| VerifyError::new(VerdictCode::Malformed, format!("the status list {why}"));
        if !matches!(packed.bits, 1 | 2 | 4 | 8) {
            return Err(malformed(&format!(
                "has entries of {} bits; 1, 2, 4 or 8 are allowed",
                packed.bits
            )));
        }
        let zipped = URL_SAFE_NO_PAD
            .decode(&packed.lst)
            .map_err(|_| malformed("is not canonical base64url"))?;
        let (mut zlib, mut bytes) = (ZlibDecoder::new(zipped.as_slice()), Vec::new());
        let most = u64::try_from(MAX_ENTRIES).unwrap_or(u64::MAX);
        let read = zlib.by_ref().take(most.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() > MAX_ENTRIES {
            return Err(VerifyError::new(
                VerdictCode::TooLarge,
                format!("the status list has more than {MAX_ENTRIES} bytes"),
            ));
        }
        read.map_err(|_| malformed("cannot be decompressed"))?;
        if usize::try_from(zlib.total_in()) != Ok(zipped.len()) {
            return Err(malformed("has data after its entries"));
        }
        Ok(Entries { bits: packed.bits, bytes })
    }

    /// Compresses the entries.
    pub fn pack(&self) -> Packed {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        // Writing to memory cannot fail.
        let zipped = zlib.write_all(&self.bytes).and_then(|()| zlib.finish()).unwrap_or_default();
        Packed { bits: self.bits, lst: URL_SAFE_NO_PAD.encode(zipped) }
    }

    /// Returns the number of bits of an entry.
    pub fn bits(&self) -> u8 {
        self.bits
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_mul(self.per_byte())
    }

    /// Returns true if there are no entries.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Returns the value at an index, or `None` beyond the end of the list.
    pub fn get(&self, idx: u32) -> Option<u8> {
        let (place, shift) = self.place(idx)?;
        let byte = self.bytes.get(place)?;
        Some(byte.checked_shr(shift)? & self.mask())
    }

    /// Returns the entries that are not valid, with their indexes.
    pub fn not_valid(&self) -> impl Iterator<Item = (u32, Entry)> + '_ {
        let per = u32::try_from(self.per_byte()).unwrap_or(1);
        let first = (0..).step_by(self.per_byte().max(1));
        // Most bytes are zero.
        let bytes = first.zip(&self.bytes).filter(|(_, byte)| **byte != 0);
        bytes
            .flat_map(move |(first, _): (u32, _)| first..first.saturating_add(per))
            .filter_map(|idx| Some((idx, Entry::of(self.get(idx)?))))
            .filter(|(_, entry)| *entry != Entry::Valid)
    }

    /// Sets the entry at an index. An index beyond the end of the list is ignored. A list with one
    /// bit per entry stores a suspended file as ended.
    pub fn set(&mut self, idx: u32, entry: Entry) {
        let mask = self.mask();
        let value = if entry.value() > mask { Entry::Invalid.value() } else { entry.value() };
        let Some((place, shift)) = self.place(idx) else { return };
        if let Some(byte) = self.bytes.get_mut(place) {
            let (clear, put) =
                (mask.checked_shl(shift).unwrap_or(0), value.checked_shl(shift).unwrap_or(0));
            *byte = *byte & !clear | put;
        }
    }

    /// Returns the number of entries that differ from another list with the same number of bits.
    pub fn differ(&self, other: &Entries) -> usize {
        let all = u32::try_from(self.len().max(other.len())).unwrap_or(u32::MAX);
        // Most bytes are the same, so only the entries of bytes that differ are compared.
        let same = |place: usize| {
            self.bits == other.bits && self.bytes.get(place) == other.bytes.get(place)
        };
        let differs = |idx: &u32| self.get(*idx).unwrap_or(0) != other.get(*idx).unwrap_or(0);
        (0..all)
            .filter(|idx| self.place(*idx).is_some_and(|(place, _)| !same(place)))
            .filter(differs)
            .count()
    }

    fn per_byte(&self) -> usize {
        8usize.checked_div(usize::from(self.bits)).unwrap_or(1)
    }

    fn mask(&self) -> u8 {
        u8::MAX.checked_shr(8u32.saturating_sub(u32::from(self.bits))).unwrap_or(u8::MAX)
    }

    /// Returns the index of an entry's byte, and the shift in that byte in bits.
    fn place(&self, idx: u32) -> Option<(usize, u32)> {
        let (idx, per) = (usize::try_from(idx).ok()?, self.per_byte());
        let shift = idx.checked_rem(per)?.saturating_mul(usize::from(self.bits));
        Some((idx.checked_div(per)?, u32::try_from(shift).ok()?))
    }
}

/// A status list that passed every check.
#[derive(Clone, Debug)]
pub struct StatusToken {
    kid: String,
    claims: StatusClaims,
    entries: Entries,
    warnings: Vec<Warning>,
}

impl StatusToken {
    /// Returns the thumbprint of the key that signed the list.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Returns the claims of the list.
    pub fn claims(&self) -> &StatusClaims {
        &self.claims
    }

    /// Returns the inflated entries.
    pub fn entries(&self) -> &Entries {
        &self.entries
    }

    /// Returns `stale_status` if the list was past its `exp` at the time of the check, or no
    /// warning.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

/// The result of a lookup for a file that the status lists do not refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListedStatus {
    /// No list is available for the file, or the file names no list.
    Unlisted,
    /// A list states that the file is valid.
    Good,
    /// A list past its `exp` (`stale_status`) states that the file is valid.
    Stale(Warning),
}

/// The available status lists: the newest of each URI and each signing key.
///
/// Each list was verified with a key set. The key set that verifies a file decides which lists
/// apply to the file, because the lists of a customer's computer come from a folder to which the
/// customer can add another key set.
#[derive(Clone, Debug, Default)]
pub struct Statuses {
    tokens: BTreeMap<String, Vec<StatusToken>>,
}

impl Statuses {
    /// Returns an empty collection.
    pub fn new() -> Statuses {
        Statuses::default()
    }

    /// Adds a list, unless a list of the same URI and key is as new. Returns true if the list was
    /// added.
    pub fn add(&mut self, token: StatusToken) -> bool {
        let tokens = self.tokens.entry(token.claims.sub.clone()).or_default();
        match tokens.iter_mut().find(|known| known.kid == token.kid) {
            Some(known) if token.claims.iat <= known.claims.iat => return false,
            Some(known) => *known = token,
            None => tokens.push(token),
        }
        true
    }

    /// Adds the lists of another collection that are newer.
    #[cfg(feature = "container")]
    pub(crate) fn take(&mut self, others: Statuses) {
        for token in others.tokens.into_values().flatten() {
            self.add(token);
        }
    }

    /// Returns the newest list of a URI that this key set accepts.
    pub fn newest(&self, keys: &KeySet, uri: &str) -> Option<&StatusToken> {
        let accepted = self.tokens.get(uri)?.iter().filter(|token| keys.accepts(token));
        accepted.max_by_key(|token| token.claims.iat)
    }

    /// Returns all lists.
    pub fn iter(&self) -> impl Iterator<Item = &StatusToken> {
        self.tokens.values().flatten()
    }

    /// Returns true if there are no lists.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Looks up a file that this key set accepted, at an instant (seconds since 1970). A list past
    /// its `exp` still refuses files.
    ///
    /// # Errors
    ///
    /// `revoked`, `suspended`, `out_of_range`.
    pub fn check(
        &self,
        keys: &KeySet,
        status: &Status,
        now: i64,
    ) -> Result<ListedStatus, VerifyError> {
        let listed = &status.status_list;
        let Some(token) = self.newest(keys, &listed.uri) else { return Ok(ListedStatus::Unlisted) };
        let idx = listed.idx;
        let Some(value) = token.entries.get(idx) else {
            let message = format!(
                "the file has the index {idx}; status list {} has {} entries",
                listed.uri,
                token.entries.len()
            );
            return Err(VerifyError::new(VerdictCode::OutOfRange, message));
        };
        match Entry::of(value) {
            Entry::Valid => Ok(match stale(&token.claims, now) {
                Some(warning) => ListedStatus::Stale(warning),
                None => ListedStatus::Good,
            }),
            Entry::Suspended => Err(VerifyError::new(
                VerdictCode::Suspended,
                "the vendor suspended the file, as the status list states",
            )),
            Entry::Invalid => Err(VerifyError::new(
                VerdictCode::Revoked,
                "the vendor ended the file, as the status list states",
            )),
        }
    }

    /// Looks up a file like [`Statuses::check`] and logs the result.
    pub(crate) fn look(
        statuses: Option<&Statuses>,
        keys: &KeySet,
        status: Option<&Status>,
        now: i64,
        log: &mut Log,
    ) -> Result<Option<Warning>, VerifyError> {
        let (Some(statuses), Some(status)) = (statuses, status) else {
            log.skip("status", || match status {
                None => "skipped: the file names no status list".into(),
                Some(_) => "skipped: no status list given".into(),
            });
            return Ok(None);
        };
        match statuses.check(keys, status, now) {
            Ok(ListedStatus::Unlisted) => {
                log.skip("status", || {
                    format!("skipped: status list {} is not available", status.status_list.uri)
                });
                Ok(None)
            }
            found => {
                let found = log.step("status", found, |standing| match standing {
                    ListedStatus::Stale(warning) => warning.message.clone(),
                    _ => format!(
                        "valid, entry {} of {}",
                        status.status_list.idx, status.status_list.uri
                    ),
                })?;
                Ok(if let ListedStatus::Stale(warning) = found { Some(warning) } else { None })
            }
        }
    }
}

fn stale(claims: &StatusClaims, now: i64) -> Option<Warning> {
    let is_stale = claims.exp.is_some_and(|exp| exp <= now);
    is_stale.then(|| {
        VerifyError::new(
            VerdictCode::StaleStatus,
            "the status list is past its end; get a newer status list",
        )
        .into()
    })
}

impl KeySet {
    /// Verifies a status list at an instant (seconds since 1970).
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of `docs/reference/formats.md`; `too_large` for a
    /// list that inflates to more than [`MAX_ENTRIES`] bytes.
    pub fn status_list(&self, raw: &[u8], now: i64) -> Result<StatusToken, VerifyError> {
        let text = jws::clean(raw)?;
        self.read_status_list(&text, now, &mut Log::off())
    }

    pub(crate) fn read_status_list(
        &self,
        text: &str,
        now: i64,
        log: &mut Log,
    ) -> Result<StatusToken, VerifyError> {
        let (compact, record) = self.open_signed(text, Kind::StatusList, log)?;
        let claims = log.step("claims", self.status_claims(&compact.payload), |claims| {
            format!("status list {}", claims.sub)
        })?;
        log.about(&claims.sub, claims.exp);
        check_signer(record, Kind::StatusList, claims.iat, claims.exp, log)?;
        let entries = log.step("entries", Entries::unpack(&claims.status_list), |entries| {
            format!("{} entries of {} bits", entries.len(), entries.bits())
        })?;
        log.step("times", check_issued(claims.iat, now), |()| "not issued in the future".into())?;
        let warnings = stale(&claims, now).into_iter().collect();
        Ok(StatusToken { kid: compact.header.kid.clone(), claims, entries, warnings })
    }

    /// Returns true if this key set accepts a list that was verified with another key set or
    /// another version of this one. The list stores the thumbprint of its key, so that the same
    /// name cannot denote another key.
    fn accepts(&self, token: &StatusToken) -> bool {
        let StatusClaims { iat, exp, .. } = token.claims;
        self.key(&token.kid).is_some_and(|(_, record)| {
            check_signer(record, Kind::StatusList, iat, exp, &mut Log::off()).is_ok()
        })
    }

    fn status_claims(&self, payload: &[u8]) -> Result<StatusClaims, VerifyError> {
        let claims: StatusClaims = self.claims_of(payload, "status list")?;
        if claims.sub.is_empty() {
            return Err(VerifyError::new(VerdictCode::Malformed, "the status list has no URI"));
        }
        Ok(claims)
    }

    /// Verifies the lists in an update, each one separately.
    pub(crate) fn read_status_lists(
        &self,
        texts: &[String],
        now: i64,
    ) -> Result<Statuses, VerifyError> {
        if texts.len() > MAX_LISTS {
            return Err(VerifyError::new(
                VerdictCode::Malformed,
                format!("{} status lists; at most {MAX_LISTS} are allowed", texts.len()),
            ));
        }
        let mut statuses = Statuses::new();
        for text in texts {
            let token = self.status_list(text.as_bytes(), now).map_err(|error| {
                VerifyError::new(error.code, format!("a status list is refused: {}", error.message))
            })?;
            statuses.add(token);
        }
        Ok(statuses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(bits: u8, lst: &str) -> Entries {
        Entries::unpack(&Packed { bits, lst: lst.to_owned() }).expect("a list")
    }

    #[test]
    fn the_entries_that_are_not_valid_have_their_indexes() {
        for bits in [1, 2, 4, 8] {
            let mut entries = Entries { bits, bytes: vec![0; 64] };
            entries.set(3, Entry::Invalid);
            entries.set(17, Entry::Suspended);
            let second = if bits == 1 { Entry::Invalid } else { Entry::Suspended };
            let found: Vec<(u32, Entry)> = entries.not_valid().collect();
            assert_eq!(found, [(3, Entry::Invalid), (17, second)], "{bits}");
        }
    }

    #[test]
    fn the_known_answers_of_the_draft() {
        let one = unpacked(1, "eNrbuRgAAhcBXQ");
        assert_eq!(one.bytes, [0xb9, 0xa3]);
        let values: Vec<u8> = (0..16).filter_map(|idx| one.get(idx)).collect();
        assert_eq!(values, [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
        let two = unpacked(2, "eNo76fITAAPfAgc");
        assert_eq!(two.bytes, [0xc9, 0x44, 0xf9]);
        let values: Vec<u8> = (0..12).filter_map(|idx| two.get(idx)).collect();
        assert_eq!(values, [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]);
        assert_eq!((one.get(16), two.get(12), two.len()), (None, None, 12));
    }

    #[test]
    fn packed_entries_are_unpacked_unchanged() {
        let mut entries = Entries::valid();
        for (idx, entry) in [
            (0, Entry::Invalid),
            (1, Entry::Suspended),
            (5, Entry::Invalid),
            (1_048_575, Entry::Suspended),
        ] {
            entries.set(idx, entry);
        }
        entries.set(5, Entry::Valid);
        entries.set(1_048_576, Entry::Invalid);
        let again = Entries::unpack(&entries.pack()).expect("a list");
        assert_eq!(again, entries);
        let values = [0, 1, 2, 5, 1_048_575, 1_048_576].map(|idx| again.get(idx));
        assert_eq!(values, [Some(1), Some(2), Some(0), Some(0), Some(2), None]);
        assert_eq!(
            (again.differ(&Entries::valid()), again.differ(&entries), again.len()),
            (3, 0, 1_048_576)
        );
    }

    #[test]
    fn a_list_that_inflates_without_end_is_refused_early() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
        zlib.write_all(&vec![0; 64 << 20]).expect("zipped");
        let lst = URL_SAFE_NO_PAD.encode(zlib.finish().expect("zipped"));
        let refused = Entries::unpack(&Packed { bits: 2, lst }).map_err(|error| error.code);
        assert_eq!(refused, Err(VerdictCode::TooLarge));
        for (bits, lst) in [
            (3, "eNrbuRgAAhcBXQ"),
            (0, "eNrbuRgAAhcBXQ"),
            (2, "eNrbuRgA"),
            (2, "!"),
            (2, ""),
            (1, "eNrbuRgAAhcBXQAA"),
        ] {
            let refused =
                Entries::unpack(&Packed { bits, lst: lst.to_owned() }).map_err(|error| error.code);
            assert_eq!(refused, Err(VerdictCode::Malformed), "{bits} {lst}");
        }
    }

    #[test]
    fn a_list_that_was_cut_or_changed_anywhere_is_refused() {
        // Bytes that zlib cannot compress, so that the decoder reads them in several parts.
        let bytes: Vec<u8> = (0..100_000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 11).to_le_bytes()[0])
            .collect();
        let whole = |bytes: &[u8]| {
            URL_SAFE_NO_PAD
                .decode(Entries { bits: 2, bytes: bytes.to_vec() }.pack().lst)
                .expect("base64url")
        };
        let unpack = |zipped: &[u8]| {
            Entries::unpack(&Packed { bits: 2, lst: URL_SAFE_NO_PAD.encode(zipped) })
        };
        let full = whole(&vec![0x12; MAX_ENTRIES]);
        let zipped = whole(&bytes);
        assert_eq!(unpack(&zipped).map(|entries| entries.bytes == bytes), Ok(true));
        assert_eq!(unpack(&full).map(|entries| entries.len()), Ok(1_048_576));
        assert_eq!(
            unpack(&whole(&[])).map(|entries| (entries.is_empty(), entries.get(0))),
            Ok((true, None))
        );
        let small = whole(&bytes[..40]);
        let cuts = |zipped: &[u8], step| {
            (0..zipped.len()).step_by(step).map(|cut| zipped[..cut].to_vec()).collect::<Vec<_>>()
        };
        let near = |zipped: &[u8]| {
            (1..20).map(|less| zipped[..zipped.len() - less].to_vec()).collect::<Vec<_>>()
        };
        let cut = cuts(&small, 1)
            .into_iter()
            .chain(cuts(&full, 5))
            .chain(near(&full))
            .chain(cuts(&zipped, 997))
            .chain(near(&zipped));
        let changed = [&small, &full, &zipped].map(|zipped| {
            let mut changed = zipped.clone();
            *changed.last_mut().expect("a sum") ^= 1;
            changed
        });
        for zipped in cut.chain(changed) {
            assert_eq!(
                unpack(&zipped).map(|entries| entries.len()).map_err(|error| error.code),
                Err(VerdictCode::Malformed)
            );
        }
    }

    #[test]
    fn an_invalid_entry_never_becomes_valid_for_lack_of_bits() {
        let mut one = unpacked(1, "eNrbuRgAAhcBXQ");
        for (idx, entry) in
            [(1, Entry::Suspended), (2, Entry::Invalid), (0, Entry::Valid), (7, Entry::Suspended)]
        {
            one.set(idx, entry);
        }
        assert_eq!(
            [0, 1, 2, 3, 7].map(|idx| one.get(idx)),
            [Some(0), Some(1), Some(1), Some(1), Some(1)]
        );
        assert_eq!(one.bytes, [0xbe, 0xa3]);
    }

    #[test]
    fn a_value_that_no_rule_knows_ends_a_file() {
        assert_eq!(
            [0, 1, 2, 3, 255].map(Entry::of),
            [Entry::Valid, Entry::Invalid, Entry::Suspended, Entry::Invalid, Entry::Invalid]
        );
    }
}
