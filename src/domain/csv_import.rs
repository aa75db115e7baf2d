//! CSV import: a header with the names of flags, then a row for each record. An empty cell is like
//! an omitted flag; `none` clears a value. Reading a file reports all its diagnostics at once, each
//! with its line; the header is in line 1.

use std::str::FromStr;

use crate::domain::Error;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::name::{count_of, did_you_mean};
use crate::domain::remedy::Remedy;

/// A row with the line in which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line, from 1.
    pub line: usize,
    /// The cells of the requested columns; `None` for an empty cell or a missing column.
    cells: Vec<Option<String>>,
}

/// The content of a CSV file.
pub struct CsvFile {
    columns: &'static [&'static str],
    /// The rows that can be read.
    pub rows: Vec<Row>,
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
}

impl CsvFile {
    /// Reads a CSV file with some columns, of which the first `needed` are required. The separator
    /// is a comma, or a semicolon if the header contains semicolons and no comma, as programs write
    /// it in languages with a decimal comma.
    pub fn read(bytes: &[u8], columns: &'static [&'static str], needed: usize) -> CsvFile {
        let mut csv_file = CsvFile { columns, rows: Vec::new(), diagnostics: Vec::new() };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let blank = bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let header =
            bytes[blank..].split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let delimiter = if header.contains(&b';') && !header.contains(&b',') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(bytes);
        let mut places: Option<Vec<Option<usize>>> = None;
        let (mut record, mut lines) = (csv::ByteRecord::new(), Lines { bytes, place: 0, line: 1 });
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let line = lines.at(error.position().map_or(0, csv::Position::byte));
                    csv_file.refuse(
                        line,
                        "",
                        Error::usage(format!("the row cannot be read: {error}")),
                    );
                    break;
                }
            }
            let line = lines.at(record.position().map_or(0, csv::Position::byte));
            // An unclosed quote includes the following rows in the cell.
            let end =
                usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(bytes.len());
            let quotes = bytes
                .get(lines.place..end)
                .unwrap_or_default()
                .iter()
                .filter(|byte| **byte == b'"')
                .count();
            if quotes % 2 == 1 {
                csv_file.refuse(
                    line,
                    "",
                    Error::usage("a quotation mark is not closed").advice(
                        "enclose a cell that contains a quotation mark in quotation marks, and \
                         write the inner mark twice",
                    ),
                );
                continue;
            }
            let Ok(text) = csv::StringRecord::from_byte_record(record.clone()) else {
                csv_file.refuse(
                    line,
                    "",
                    Error::usage("the row is not UTF-8 text").advice("save the file as CSV UTF-8"),
                );
                continue;
            };
            match &places {
                None => {
                    let found = csv_file.header(line, &text, needed);
                    if !csv_file.diagnostics.is_empty() {
                        return csv_file;
                    }
                    places = Some(found);
                }
                Some(places) if text.len() != places.len() => {
                    let reason = format!(
                        "the row has {}, and the header has {}",
                        count_of(text.len(), "cell"),
                        places.len()
                    );
                    let error = Error::usage(reason);
                    let is_more = text.len() > places.len();
                    csv_file.refuse(
                        line,
                        "",
                        if is_more {
                            error.advice("enclose a cell that contains a comma in quotation marks")
                        } else {
                            error
                        },
                    );
                }
                Some(places) => {
                    let mut cells = vec![None; columns.len()];
                    for (place, cell) in places.iter().zip(text.iter()) {
                        if let (Some(place), false) = (place, cell.trim().is_empty()) {
                            cells[*place] = Some(cell.trim().to_owned());
                        }
                    }
                    // A line that contains only commas is an emptied row, and is ignored.
                    if cells.iter().any(Option::is_some) {
                        csv_file.rows.push(Row { line, cells });
                    }
                }
            }
        }
        if places.is_none() && csv_file.diagnostics.is_empty() {
            csv_file.refuse(
                1,
                "",
                Error::usage("the file has no header")
                    .advice(format!("the first line must be {}", columns.join(","))),
            );
        }
        csv_file
    }

    /// Returns the column of each cell of a row; `None` for an unknown one.
    fn header(
        &mut self,
        line: usize,
        text: &csv::StringRecord,
        needed: usize,
    ) -> Vec<Option<usize>> {
        let columns = self.columns;
        let mut places: Vec<Option<usize>> = Vec::new();
        for name in text {
            let name = name.trim();
            let place = columns.iter().position(|column| column.eq_ignore_ascii_case(name));
            if place.is_none() {
                let known = Remedy::advice(format!("the columns are {}", columns.join(",")));
                let remedy = did_you_mean(name, columns.iter().copied(), known);
                self.refuse(
                    line,
                    name,
                    Error::usage(format!("unknown column {name:?}")).remedy(remedy),
                );
            } else if places.contains(&place) {
                self.refuse(line, name, Error::usage(format!("column {name} appears twice")));
            }
            places.push(place);
        }
        for (place, column) in columns.iter().enumerate().take(needed) {
            if !places.contains(&Some(place)) && self.diagnostics.is_empty() {
                let hint = format!("the first line must be {}", columns.join(","));
                self.refuse(
                    line,
                    column,
                    Error::usage(format!("column {column} is missing")).advice(hint),
                );
            }
        }
        places
    }

    /// Records a diagnostic of a cell.
    pub fn refuse(&mut self, line: usize, column: &str, error: Error) {
        self.diagnostics.push(Diagnostic { line, key: column.to_owned(), error });
    }

    /// Reads a cell as its flag reads it. Returns `None` for an empty cell, and for an invalid one
    /// after recording a diagnostic.
    pub fn cell<T: FromStr<Err = Error>>(&mut self, row: &Row, column: &str) -> Option<T> {
        let text = self
            .columns
            .iter()
            .position(|it| *it == column)
            .and_then(|place| row.cells.get(place))
            .cloned()
            .flatten()?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(row.line, column, error);
                None
            }
        }
    }

    /// Reads a required cell. Records a diagnostic of an empty or invalid one.
    pub fn needed<T: FromStr<Err = Error>>(&mut self, row: &Row, column: &str) -> Option<T> {
        let before = self.diagnostics.len();
        let value = self.cell(row, column);
        if value.is_none() && self.diagnostics.len() == before {
            self.refuse(row.line, column, Error::usage(format!("the {column} is missing")));
        }
        value
    }
}

/// A forward counter of lines, which end with a line feed, a carriage return, or both.
struct Lines<'a> {
    bytes: &'a [u8],
    place: usize,
    line: usize,
}

impl Lines<'_> {
    /// Returns the line of a record that the CSV reader read from this offset on. Blank lines
    /// before the record are skipped.
    fn at(&mut self, byte: u64) -> usize {
        let start = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(byte) = self.bytes.get(self.place) {
            let is_end = matches!(byte, b'\n' | b'\r');
            if self.place >= start && !is_end {
                break;
            }
            let next = self.bytes.get(self.place + 1);
            self.line += usize::from(is_end && !(*byte == b'\r' && next == Some(&b'\n')));
            self.place += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::name::{Name, Slug};

    const COLUMNS: &[&str] = &["code", "name", "email"];

    type Read = (Vec<(usize, Option<String>)>, Vec<(usize, String)>);

    fn read(text: &str) -> Read {
        let mut csv_file = CsvFile::read(text.as_bytes(), COLUMNS, 1);
        let rows = csv_file.rows.clone();
        let cells = rows.iter().map(|row| {
            let _: Option<Slug> = csv_file.needed(row, "code");
            (row.line, csv_file.cell::<Name>(row, "name").map(|name| name.to_string()))
        });
        let cells = cells.collect();
        (
            cells,
            csv_file
                .diagnostics
                .iter()
                .map(|it| (it.line, format!("{}: {}", it.key, it.error.message)))
                .collect(),
        )
    }

    #[test]
    fn a_row_has_the_line_it_begins_in() {
        let name = |text: &str| Some(text.to_owned());
        let (rows, diagnostics) =
            read("\u{feff}name,code\r\n\"A, B\",a\n\n\"two\nlines\",b\n,,\n x ,c\n");
        assert_eq!(rows, [(2, name("A, B")), (4, None), (7, name("x"))]);
        assert_eq!(
            diagnostics,
            [
                (6, ": the row has 3 cells, and the header has 2".to_owned()),
                (4, "name: the name contains the control character U+000A".to_owned())
            ]
        );
        assert_eq!(read("code;name\na;\"x;y\"\n").0, [(2, name("x;y"))]);
        assert_eq!(read("code\na\n,\n\n").0, [(2, None)]);
    }

    #[test]
    fn a_wrong_header_is_told() {
        for (text, says) in [
            ("", "no header"),
            ("\n\n", "no header"),
            ("code,nme\n", "unknown column"),
            ("name\nx\n", "column code is missing"),
            ("code,CODE\n", "twice"),
        ] {
            let (_, diagnostics) = read(text);
            assert!(
                diagnostics.len() == 1 && diagnostics[0].1.contains(says),
                "{text:?}: {diagnostics:?}"
            );
        }
        let csv_file = CsvFile::read(b"code,name\na,\xe4\n", COLUMNS, 1);
        assert!(
            csv_file.diagnostics[0].line == 2
                && csv_file.diagnostics[0].error.message.contains("UTF-8")
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "(code|name|,|;|\n|\r|\"|x| ){0,40}") {
            for bytes in [&bytes, text.as_bytes()] {
                let mut csv_file = CsvFile::read(bytes, COLUMNS, 1);
                for row in csv_file.rows.clone() {
                    let _: Option<Slug> = csv_file.needed(&row, "code");
                    prop_assert!(row.line >= 2);
                }
            }
        }
    }
}
