//! The list of licenses, which may have a million rows. The filter that leaves the fewest rows
//! selects the index, and rows are read one at a time.

use rusqlite::named_params;

use crate::domain::license::License;
use crate::domain::license::state::DisplayState;
use crate::domain::time::{Date, Timestamp, day_of, plus_days};
use crate::store::{FEW, Fault, Fewest, Reader, Result, Take, at_most};

/// A filter of licenses. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct LicenseFilter {
    /// Customer code.
    pub customer: Option<String>,
    /// Product code.
    pub product: Option<String>,
    /// Edition: `commercial` or `trial`.
    pub edition: Option<String>,
    /// State.
    pub state: Option<DisplayState>,
    /// Day before which the licenses end.
    pub ends_before: Option<Date>,
    /// Serial after which the list begins.
    pub after: Option<String>,
    /// Maximum number of licenses.
    pub limit: Option<u32>,
    /// Selects deleted licenses too.
    pub all: bool,
}

impl LicenseFilter {
    /// Returns the stage of a state, which is stored and does not depend on the clock.
    fn stage(&self) -> Option<&'static str> {
        match self.state? {
            DisplayState::Expired => None,
            DisplayState::Active => Some("placed"),
            other => Some(other.as_str()),
        }
    }

    /// Returns whether the filter excludes licenses whose term has ended.
    fn is_running(&self) -> bool {
        matches!(self.state, Some(DisplayState::Active | DisplayState::Parked))
    }

    /// Returns the day before which the licenses end. An expired license ends before tomorrow.
    fn before(&self, today: Date) -> Option<String> {
        let tomorrow =
            (self.state == Some(DisplayState::Expired)).then(|| plus_days(today, 1)).flatten();
        self.ends_before.into_iter().chain(tomorrow).min().map(|day| day.to_string())
    }

    /// Returns whether the filter selects open licenses only. A suspended or ended license is not
    /// expired.
    fn is_open(&self) -> bool {
        self.state == Some(DisplayState::Expired)
    }
}

impl Reader<'_> {
    /// Lists the licenses that match a filter, oldest first.
    pub fn list_licenses<E: From<Fault>>(
        &self,
        filter: &LicenseFilter,
        now: Timestamp,
        take: Take<'_, License, E>,
    ) -> std::result::Result<(), E> {
        let today = day_of(now);
        let (stage, by) = (filter.stage(), self.leading(filter, today)?);
        // Each branch reads its index in the order of the ids. The rows of the index of ends are
        // sorted; this index is used only if it leaves few rows.
        self.each(
            "SELECT license.serial
             FROM (SELECT id FROM license WHERE :by = 'all' AND id > :from
                   UNION ALL SELECT id FROM license
                             WHERE :by = 'customer' AND customer_id = (SELECT id FROM customer WHERE code = :customer) AND id > :from
                   UNION ALL SELECT id FROM license
                             WHERE :by = 'both' AND customer_id = (SELECT id FROM customer WHERE code = :customer)
                               AND product_id = (SELECT id FROM product WHERE code = :product) AND id > :from
                   UNION ALL SELECT id FROM license WHERE :by = 'stage' AND stage = :stage AND id > :from
                   UNION ALL SELECT id FROM license
                             WHERE :by = 'product' AND product_id = (SELECT id FROM product WHERE code = :product) AND id > :from
                   UNION ALL SELECT id FROM license WHERE :by = 'edition' AND edition = :edition AND id > :from
                   UNION ALL SELECT id FROM license INDEXED BY license_by_end WHERE :by = 'end' AND ends < :before AND id > :from
                   ORDER BY id LIMIT 9223372036854775807) AS found
                  CROSS JOIN license ON license.id = found.id
                  JOIN product ON product.id = product_id JOIN customer ON customer.id = license.customer_id
             WHERE (:customer IS NULL OR customer.code = :customer) AND (:product IS NULL OR product.code = :product)
               AND (:edition IS NULL OR edition = :edition) AND (:before IS NULL OR ends < :before)
               AND (:stage IS NULL OR stage = :stage) AND (NOT :running OR ends IS NULL OR ends > :today)
               AND (:all OR standing <> 'deleted') AND (NOT :open OR standing = 'open')
             ORDER BY found.id LIMIT :limit",
            named_params! {
                ":by": by, ":from": self.place_of(filter.after.as_deref())?,
                ":customer": filter.customer, ":product": filter.product,
                ":edition": filter.edition, ":stage": stage, ":running": filter.is_running(),
                ":open": filter.is_open(), ":before": filter.before(today),
                ":today": today.to_string(), ":limit": at_most(filter.limit),
                ":all": filter.all || filter.state == Some(DisplayState::Deleted),
            },
            |row| row.get::<_, String>(0),
            &mut |serial: String| {
                let license = self.find_license(&serial, now)?;
                take(license.ok_or_else(|| Fault::Corrupt("a license vanished while it was read".into()))?)
            },
        )
    }

    /// Returns the filter that leaves the fewest licenses.
    fn leading(&self, filter: &LicenseFilter, today: Date) -> Result<&'static str> {
        if filter.customer.is_some() {
            return Ok(if filter.product.is_some() { "both" } else { "customer" });
        }
        let mut fewest = Fewest::all();
        if let Some(stage) = filter.stage() {
            let values = named_params! { ":stage": stage, ":few": FEW };
            fewest.offer(
                "stage",
                self.number(
                    "SELECT count(*) FROM (SELECT 1 FROM license WHERE stage = :stage LIMIT :few) AS few",
                    values,
                )?,
            );
        }
        if let Some(product) = &filter.product {
            let number = self.number(
                "SELECT count(*) FROM (SELECT 1 FROM license WHERE product_id = (SELECT id FROM \
                 product WHERE code = :product) LIMIT :few) AS few",
                named_params! { ":product": product, ":few": FEW },
            )?;
            fewest.offer("product", number);
        }
        if let Some(edition) = &filter.edition {
            let number = self.number(
                "SELECT count(*) FROM (SELECT 1 FROM license WHERE edition = :edition LIMIT :few) AS few",
                named_params! { ":edition": edition, ":few": FEW },
            )?;
            fewest.offer("edition", number);
        }
        if let Some(before) = filter.before(today) {
            let number = self.number(
                "SELECT count(*) FROM (SELECT 1 FROM license WHERE ends < :before LIMIT :few) AS few",
                named_params! { ":before": before, ":few": FEW },
            )?;
            if number < FEW {
                fewest.offer("end", number);
            }
        }
        Ok(fewest.by)
    }

    /// Returns the row id of a license, which is its place in a list; 0 without a serial.
    fn place_of(&self, serial: Option<&str>) -> Result<u64> {
        let Some(serial) = serial else { return Ok(0) };
        self.number(
            "SELECT id FROM license WHERE serial = :serial",
            named_params! { ":serial": serial },
        )
    }
}
