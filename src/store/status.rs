//! Places in the status lists: each file has its own random, never re-used index.

use rusqlite::named_params;

use super::{Books, Result, Tx, optional};
use crate::domain::Random;

/// Indexes of a list.
const SIZE: u32 = 1 << 20;
/// A list takes no more when so many are taken, so that a free index is found in a few tries.
const FULL: u32 = SIZE / 8 * 7;

impl Books<'_> {
    fn is_taken(&self, list: u32, idx: u32) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM file WHERE status_list = :list AND status_idx = :idx
             UNION ALL SELECT 1 FROM credential WHERE status_list = :list AND status_idx = :idx",
        )?;
        Ok(row.exists(named_params! { ":list": list, ":idx": idx })?)
    }
}

impl Tx<'_> {
    /// Takes a free index: the list's number and the index. Random, so that nobody reads from it how many were sold.
    pub fn insert_status(&self, random: &mut Random<'_>) -> Result<(u32, u32)> {
        let newest = "SELECT number, taken FROM status_list ORDER BY number DESC LIMIT 1";
        let newest: Option<(u32, u32)> =
            optional(self.transaction.prepare_cached(newest)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))?;
        let list = match newest {
            Some((number, taken)) if taken < FULL => number,
            newest => {
                let number = newest.map_or(1, |(number, _)| number + 1);
                self.write("INSERT INTO status_list (number) VALUES (:number)", named_params! { ":number": number })?;
                number
            }
        };
        self.write("UPDATE status_list SET taken = taken + 1 WHERE number = :number", named_params! { ":number": list })?;
        loop {
            let mut bytes = [0; 4];
            random(&mut bytes);
            let idx = u32::from_le_bytes(bytes) % SIZE;
            if !self.books().is_taken(list, idx)? {
                return Ok((list, idx));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{Store, Trust};

    #[test]
    fn the_next_list_opens_at_seven_eighths() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("licentia.db");
        let mut store = Store::create(&path).expect("a database");
        let tx = store.begin().expect("begun");
        let mut next = 0u32;
        let mut random = |bytes: &mut [u8]| {
            next += 1;
            bytes.copy_from_slice(&(next | 0xfff0_0000).to_le_bytes());
        };
        assert_eq!(tx.insert_status(&mut random).expect("an index"), (1, 1));
        assert_eq!(tx.insert_status(&mut random).expect("an index"), (1, 2));
        tx.transaction.execute("UPDATE status_list SET taken = 917503", []).expect("nearly full");
        assert_eq!(tx.insert_status(&mut random).expect("an index").0, 1);
        assert_eq!(tx.insert_status(&mut random).expect("an index"), (2, 4));
        drop(tx);
        assert!(Store::open(&path, Trust::Protected).is_ok());
    }
}
