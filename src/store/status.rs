//! Places in the status lists: each file has its own random, never re-used index.

use rusqlite::named_params;

use super::{Books, Result, Tx, optional};
use crate::domain::Random;
use crate::domain::vendor::{LIST_SIZE, Listed, Vendor};

/// A list takes no more when so many are taken, so that a free index is found in a few tries.
const FULL: u32 = LIST_SIZE / 8 * 7;

impl Books<'_> {
    fn is_taken(&self, list: i64, idx: u32) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM file WHERE status_list = :list AND status_idx = :idx
             UNION ALL SELECT 1 FROM credential WHERE status_list = :list AND status_idx = :idx
             UNION ALL SELECT 1 FROM status_reserved WHERE status_list = :list AND status_idx = :idx",
        )?;
        Ok(row.exists(named_params! { ":list": list, ":idx": idx })?)
    }

    /// Whether a context reserves an index.
    pub fn is_reserved(&self, list: i64, idx: u32) -> Result<bool> {
        let mut row =
            self.connection.prepare_cached("SELECT 1 FROM status_reserved WHERE status_list = :list AND status_idx = :idx")?;
        Ok(row.exists(named_params! { ":list": list, ":idx": idx })?)
    }

    /// Whether any of these indexes of another home's list is known here already.
    pub fn has_foreign(&self, uri: &str, indexes: &[u32]) -> Result<bool> {
        let mut row = self.connection.prepare_cached("SELECT number FROM status_list WHERE uri = :uri")?;
        let Some(list) = optional(row.query_row(named_params! { ":uri": uri }, |row| row.get::<_, i64>(0)))? else {
            return Ok(false);
        };
        for idx in indexes {
            if self.is_taken(list, *idx)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The first index that a context reserves and no file has.
    pub fn find_reserved(&self, context: &str) -> Result<Option<Listed>> {
        let mut row = self.connection.prepare_cached(
            "SELECT reserved.status_list, reserved.status_idx, uri
             FROM container_context JOIN status_reserved AS reserved ON context_id = container_context.id
                                    JOIN status_list ON number = reserved.status_list
             WHERE jti = :context
               AND NOT EXISTS (SELECT 1 FROM file WHERE file.status_list = reserved.status_list AND file.status_idx = reserved.status_idx)
             ORDER BY reserved.status_list, reserved.status_idx LIMIT 1",
        )?;
        optional(row.query_row(named_params! { ":context": context }, |row| {
            Ok(Listed { list: row.get(0)?, idx: row.get(1)?, uri: row.get::<_, Option<String>>(2)?.unwrap_or_default() })
        }))
    }

    /// Whether a context reserves an index, and no file has it yet.
    pub fn has_reserved(&self, context: &str, list: i64, idx: u32) -> Result<bool> {
        let mut row = self.connection.prepare_cached(
            "SELECT 1 FROM container_context JOIN status_reserved ON context_id = container_context.id
             WHERE jti = :context AND status_list = :list AND status_idx = :idx
               AND NOT EXISTS (SELECT 1 FROM file WHERE file.status_list = :list AND file.status_idx = :idx)",
        )?;
        Ok(row.exists(named_params! { ":context": context, ":list": list, ":idx": idx })?)
    }
}

impl Tx<'_> {
    /// Takes a free index. Random, so that nobody reads from it how many were sold.
    pub fn insert_status(&self, vendor: &Vendor, random: &mut Random<'_>) -> Result<Listed> {
        let list = self.open_list(1)?;
        Ok(Listed { list, idx: self.free_index(list, random)?, uri: vendor.list_uri(list) })
    }

    /// Finds as many free indexes of one list, each once, and counts them as taken.
    pub fn find_free(&self, count: usize, random: &mut Random<'_>) -> Result<(i64, Vec<u32>)> {
        let list = self.open_list(count)?;
        let mut found = Vec::with_capacity(count);
        while found.len() < count {
            let idx = self.free_index(list, random)?;
            if !found.contains(&idx) {
                found.push(idx);
            }
        }
        Ok((list, found))
    }

    /// Writes that a context has indexes of a list of this home's.
    pub fn insert_reserved(&self, context: &str, list: i64, indexes: &[u32]) -> Result<()> {
        indexes.iter().try_for_each(|idx| self.write_reserved(context, list, *idx))
    }

    /// Writes the indexes that another home reserved for a container that was adopted.
    pub fn insert_foreign(&self, context: &str, uri: &str, indexes: &[u32]) -> Result<()> {
        let list = self.foreign_list(uri)?;
        indexes.iter().try_for_each(|idx| self.write_reserved(context, list, *idx))
    }

    /// Where a file is listed that was signed elsewhere: in a list of this home's, or of another's.
    pub fn insert_listed(&self, vendor: &Vendor, uri: &str, idx: u32) -> Result<Listed> {
        let list = vendor.list_of(uri).map_or_else(|| self.foreign_list(uri), Ok)?;
        Ok(Listed { list, idx, uri: uri.to_owned() })
    }

    fn write_reserved(&self, context: &str, list: i64, idx: u32) -> Result<()> {
        self.write(
            "INSERT INTO status_reserved (status_list, status_idx, context_id)
             SELECT :list, :idx, id FROM container_context WHERE jti = :context",
            named_params! { ":list": list, ":idx": idx, ":context": context },
        )
    }

    /// The number of another home's list.
    fn foreign_list(&self, uri: &str) -> Result<i64> {
        self.write_all(
            "INSERT INTO status_list (number, uri) SELECT min(0, coalesce(min(number), 0)) - 1, :uri FROM status_list
             WHERE true ON CONFLICT (uri) DO NOTHING",
            named_params! { ":uri": uri },
        )?;
        let mut row = self.transaction.prepare_cached("SELECT number FROM status_list WHERE uri = :uri")?;
        Ok(row.query_row(named_params! { ":uri": uri }, |row| row.get(0))?)
    }

    /// The list that takes so many more files, opened where there is none.
    fn open_list(&self, count: usize) -> Result<i64> {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let newest = "SELECT number, taken FROM status_list WHERE number > 0 ORDER BY number DESC LIMIT 1";
        let newest: Option<(i64, u32)> =
            optional(self.transaction.prepare_cached(newest)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))?;
        let list = match newest {
            Some((number, taken)) if taken < FULL => number,
            newest => {
                let number = newest.map_or(1, |(number, _)| number + 1);
                self.write("INSERT INTO status_list (number) VALUES (:number)", named_params! { ":number": number })?;
                number
            }
        };
        let values = named_params! { ":number": list, ":count": count };
        self.write("UPDATE status_list SET taken = taken + :count WHERE number = :number", values)?;
        Ok(list)
    }

    fn free_index(&self, list: i64, random: &mut Random<'_>) -> Result<u32> {
        loop {
            let mut bytes = [0; 4];
            random(&mut bytes);
            let idx = u32::from_le_bytes(bytes) % LIST_SIZE;
            if !self.books().is_taken(list, idx)? {
                return Ok(idx);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::name::{Name, Uri};
    use crate::domain::vendor::Vendor;
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
        let vendor = Vendor {
            name: Name::stored("Acme".into()),
            issuer: Uri::stored("urn:acme".into()),
            status_uri: Uri::stored("urn:acme/status".into()),
            test: true,
            plain_keys: true,
            joined: false,
            created_at: String::new(),
        };
        let mut index = || tx.insert_status(&vendor, &mut random).map(|listed| (listed.list, listed.idx)).expect("an index");
        assert_eq!(index(), (1, 1));
        assert_eq!(index(), (1, 2));
        tx.transaction.execute("UPDATE status_list SET taken = 917503", []).expect("nearly full");
        assert_eq!(index().0, 1);
        assert_eq!(index(), (2, 4));
        drop(tx);
        assert!(Store::open(&path, Trust::Protected).is_ok());
    }
}
