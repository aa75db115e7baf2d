//! Generated ids: serials of records, and ids of tokens. Every other id is the id of a row.

use crate::domain::Random;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;

/// Generates an unused serial.
pub fn unused(
    kind: Kind,
    random: &mut Random<'_>,
    is_taken: impl Fn(&Serial) -> Result<bool>,
) -> Result<Serial> {
    loop {
        let serial = Serial::random(kind, random);
        if !is_taken(&serial)? {
            return Ok(serial);
        }
    }
}

/// Generates the id of a token: a UUID of version 7 (RFC 9562), so that ids sort by time.
pub fn jti(now: Timestamp, random: &mut Random<'_>) -> String {
    let mut bytes = [0; 10];
    random("token id", &mut bytes);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().to_string()
}
