//! Rendering of answers: tables, JSON and CSV. Data goes to standard output, everything else to
//! standard error. Only this module uses comfy-table.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use serde::ser::{SerializeSeq as _, Serializer as _};
use serde_json::{Map, Value};

use crate::cli::error_report;
use crate::cli::outcome::{Data, Json, Outcome, Rows};
use crate::cli::schema::Answered;
use crate::domain::name::printable;
use crate::domain::{Error, ErrorCode, Warning};
use crate::host::{Host, Paint, fit};
use crate::ops::answer::{ErrorAnswer, ErrorObject};
use crate::ops::error::{Context as _, Failure, Result};

/// The output format of data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A table for people
    #[default]
    Table,
    /// One JSON document
    Json,
    /// CSV: a header line, then one line for each record
    Csv,
}

/// The colors of messages and table headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// Color on a terminal, unless NO_COLOR is set or TERM is dumb
    #[default]
    Auto,
    /// Always color
    Always,
    /// Never color
    Never,
}

impl Color {
    /// Returns the color option of an error about arguments that cannot be parsed.
    pub fn guess(args: &[OsString]) -> Color {
        match value_of(args, "--color") {
            Some("always") => Color::Always,
            Some("never") => Color::Never,
            _ => Color::Auto,
        }
    }

    /// Returns the colors of the output streams of a host.
    pub fn paint(self, host: &Host) -> Paint {
        let plain =
            host.var("NO_COLOR").is_some() || host.var("TERM").is_some_and(|term| term == "dumb");
        match self {
            Color::Always => Paint { out: true, err: true },
            Color::Never => Paint::default(),
            Color::Auto => {
                Paint { out: !plain && host.width.is_some(), err: !plain && host.err_is_terminal }
            }
        }
    }
}

impl Format {
    /// Returns the format of an error about arguments that cannot be parsed.
    pub fn guess(args: &[OsString]) -> Format {
        let is_json =
            args.iter().any(|word| word == "--json") || value_of(args, "--format") == Some("json");
        if is_json { Format::Json } else { Format::Table }
    }
}

/// Returns the last value of a flag in arguments that cannot be parsed.
fn value_of<'a>(args: &'a [OsString], flag: &str) -> Option<&'a str> {
    let word = |place: usize| args.get(place).and_then(|word| word.to_str()).unwrap_or_default();
    let value = |place: usize| match word(place).strip_prefix(flag)? {
        "" => Some(word(place + 1)),
        joined => joined.strip_prefix('='),
    };
    (0..args.len()).filter_map(value).next_back()
}

/// The output options of a command's answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// The output format of data.
    pub format: Format,
    /// Suppress the sentences about the change.
    pub quiet: bool,
    /// Print the code of an error to people too.
    pub verbose: bool,
}

impl Manner {
    /// Returns the options of an error about arguments that cannot be parsed.
    pub fn guess(args: &[OsString]) -> Manner {
        let verbose = args.iter().any(|word| word == "--verbose" || word == "-v");
        Manner { format: Format::guess(args), quiet: false, verbose }
    }
}

/// Prints an answer and returns the exit status.
pub fn outcome(outcome: Outcome, manner: Manner, host: &mut Host) -> Result<u8> {
    let Outcome { messages, warned, warned_before, data, exit, hint_if_lost, dry_run } = outcome;
    let warnings = warned_before.into_iter().chain(warned.iter().cloned()).collect();
    let members = Members { dry_run, warnings };
    let printed =
        print(data, &messages, &members, manner, host).and_then(|()| Ok(host.out.flush()?));
    match printed {
        // A secret that is shown only once must reach its reader.
        Err(error) if hint_if_lost.is_some() => {
            let message = format!(
                "cannot write the secret to standard output ({error}): {}",
                messages.join("; ")
            );
            let lost_answer = Error::new(ErrorCode::Io, message);
            return Err(hint_if_lost.into_iter().fold(lost_answer, Error::hint).into());
        }
        // A reader that closes the pipe early (`licentia license list | head`) is not an error.
        Err(error) if is_closed(&error) => return Ok(exit),
        // The change is committed and must be reported, although the data did not reach its reader.
        Err(error @ Failure::Stream(_)) => {
            let done: String = messages.iter().map(|sentence| format!("; {sentence}")).collect();
            return Err(error).context(format!("cannot write to standard output{done}"));
        }
        // The data could not be read.
        Err(error) => return Err(error),
        Ok(()) => {}
    }
    warned.iter().for_each(|warning| warn(host, &warning.message));
    Ok(exit)
}

/// Returns whether the reader closed the pipe.
fn is_closed(error: &Failure) -> bool {
    matches!(error.root(), Failure::Stream(stream) if stream.kind() == io::ErrorKind::BrokenPipe)
}

/// The members that every answer of a command can have.
struct Members {
    dry_run: Option<bool>,
    warnings: Vec<Warning>,
}

impl Members {
    fn of(&self, answer: Value) -> Answered<Value> {
        Answered { answer, dry_run: self.dry_run, warnings: self.warnings.clone() }
    }

    /// Returns the row of a CSV file: warnings are not data.
    fn row(&self, Json(mut object): Json) -> Json {
        if let Some(dry_run) = self.dry_run {
            object["dry_run"] = dry_run.into();
        }
        Json(object)
    }
}

fn print(
    data: Data,
    messages: &[String],
    members: &Members,
    Manner { format, quiet, .. }: Manner,
    host: &mut Host,
) -> Result<()> {
    let width = host.width;
    match (data, format) {
        (Data::Bytes(bytes), _) => host.out.write_all(&bytes)?,
        (Data::Lines(lines), _) => (lines.0)(&mut host.out)?,
        (Data::Nothing, Format::Json) => {
            document(host, &members.of(Value::Object(Map::new())))?;
        }
        (Data::Nothing, Format::Csv) if members.dry_run.is_some() => {
            let row = members.row(Json(Value::Object(Map::new())));
            csv_file(host, &[], Rows::in_memory(vec![row]))?;
        }
        (Data::Nothing, _) => {}
        (Data::One { json: object, .. } | Data::Text { json: object, .. }, Format::Json) => {
            document(host, &members.of(object.0))?;
        }
        (Data::Many { rows, .. }, Format::Json) => documents(host, rows)?,
        (Data::Texts { json: objects, .. }, Format::Json) => {
            documents(host, Rows::in_memory(objects))?;
        }
        (Data::One { json: object, .. }, Format::Csv) => {
            csv_file(host, &[], Rows::in_memory(vec![members.row(object)]))?;
        }
        (Data::Many { rows, csv, .. }, Format::Csv) => csv_file(host, csv, rows)?,
        (Data::Text { json: object, csv, .. }, Format::Csv) => {
            csv_file(host, csv, Rows::in_memory(vec![members.row(object)]))?;
        }
        (Data::Texts { json: objects, csv, .. }, Format::Csv) => {
            csv_file(host, csv, Rows::in_memory(objects))?;
        }
        (Data::One { fields, .. }, Format::Table) if fields.is_empty() => {}
        (Data::One { fields, .. }, Format::Table) => {
            let mut table = plain_table(width);
            for (label, value) in fields {
                table.add_row([label, value.as_str()]);
            }
            let widths = table.column_max_content_widths();
            keep_narrow_columns(&mut table, &[], &widths, width);
            writeln!(host.out, "{}", trimmed(&table))?;
        }
        (Data::Text { text, .. } | Data::Texts { text, .. }, Format::Table) => {
            host.out.write_all(text.as_bytes())?;
        }
        (Data::Many { columns: [], .. }, Format::Table) => {}
        (Data::Many { columns, rows, empty, .. }, Format::Table) => {
            if !table(host, columns, rows)? && !quiet {
                note(host, empty);
            }
        }
    }
    host.out.flush()?;
    if format == Format::Table && !quiet {
        messages.iter().for_each(|sentence| note(host, sentence));
    }
    Ok(())
}

fn document(host: &mut Host, answer: &Answered<Value>) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut host.out, answer)?;
    host.out.write_all(b"\n")
}

/// Prints the records of a list as one JSON array, each as soon as it is read. A list that fails
/// before its first record prints nothing.
fn documents(host: &mut Host, rows: Rows) -> Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut host.out);
    let (mut unopened, mut array) = (Some(&mut serializer), None);
    (rows.0)(&mut |(Json(object), _)| {
        if let Some(serializer) = unopened.take() {
            array = Some(serializer.serialize_seq(None).map_err(io::Error::from)?);
        }
        Ok(array
            .as_mut()
            .map_or(Ok(()), |array| array.serialize_element(&object))
            .map_err(io::Error::from)?)
    })?;
    match array {
        Some(array) => array.end().map_err(io::Error::from)?,
        None => host.out.write_all(b"[]")?,
    }
    Ok(host.out.write_all(b"\n")?)
}

/// The number of rows in the first part of a table, which a person sees at once; later parts are
/// larger.
const FIRST: usize = 100;
const MORE: usize = 1000;

/// Prints the rows of a list under their headings. Returns whether there was a row.
fn table(host: &mut Host, columns: &[&str], rows: Rows) -> Result<bool> {
    let mut sheet = Sheet::of(columns, host);
    let mut pending: Vec<Vec<String>> = Vec::with_capacity(FIRST);
    let ended = (rows.0)(&mut |(_, row)| {
        pending.push(row);
        if pending.len() >= if sheet.is_begun { MORE } else { FIRST } {
            sheet.write(std::mem::take(&mut pending))?;
        }
        Ok(())
    });
    // The records before a failure are printed before the error.
    if !pending.is_empty() {
        sheet.write(pending)?;
    }
    ended.map(|()| sheet.is_begun)
}

/// A table that is printed in parts, with columns that never become narrower.
struct Sheet<'a> {
    host: &'a mut Host,
    heads: Vec<String>,
    widths: Vec<u16>,
    is_begun: bool,
}

impl<'a> Sheet<'a> {
    fn of(columns: &[&str], host: &'a mut Host) -> Sheet<'a> {
        let heads: Vec<String> = columns.iter().map(|head| head.to_uppercase()).collect();
        Sheet { widths: vec![0; heads.len()], host, heads, is_begun: false }
    }

    fn write(&mut self, rows: Vec<Vec<String>>) -> io::Result<()> {
        let mut table = plain_table(self.host.width);
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        if is_first {
            table.set_header(&self.heads);
        }
        table.add_rows(rows);
        for (seen, here) in self.widths.iter_mut().zip(table.column_max_content_widths()) {
            *seen = here.max(*seen);
        }
        keep_narrow_columns(&mut table, &self.heads, &self.widths, self.host.width);
        let text = trimmed(&table);
        let out = &mut self.host.out;
        if is_first {
            let (head, rest) = text.split_once('\n').unwrap_or((&text, ""));
            writeln!(out, "{}\n{rest}", styled(self.host.color.out, Style::new().bold(), head))?;
        } else {
            writeln!(out, "{text}")?;
        }
        out.flush()
    }
}

/// Prints a header line and a line for each object (RFC 4180, with line feeds). Several values in a
/// cell are separated by commas, in the form of the flags; a value with members is JSON.
fn csv_file(host: &mut Host, columns: &[&str], rows: Rows) -> Result<()> {
    let mut writer = csv::Writer::from_writer(&mut host.out);
    let mut columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
    let mut is_begun = false;
    (rows.0)(&mut |(Json(object), _)| {
        if columns.is_empty() {
            columns = object
                .as_object()
                .into_iter()
                .flat_map(|members| members.keys().cloned())
                .collect();
        }
        if !std::mem::replace(&mut is_begun, true) {
            writer.write_record(&columns).map_err(unwritten)?;
        }
        let member = |name: &String| {
            object
                .get(name)
                .or_else(|| object.get(name.replace('-', "_")))
                .map(cell)
                .unwrap_or_default()
        };
        Ok(writer.write_record(columns.iter().map(member)).map_err(unwritten)?)
    })?;
    if !is_begun && !columns.is_empty() {
        writer.write_record(&columns).map_err(unwritten)?;
    }
    Ok(writer.flush()?)
}

/// Returns the error of the stream, which shows whether the pipe was closed.
fn unwritten(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(|item| item.is_string() || item.is_number()) => {
            items.iter().map(cell).collect::<Vec<_>>().join(",")
        }
        other => other.to_string(),
    }
}

/// Returns a table without rules between its columns. A column is as wide as its content; on a
/// terminal the table is cut to the width of the terminal.
fn plain_table(width: Option<u16>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    if let Some(width) = width {
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width.max(40).saturating_add(EDGES));
    }
    table
}

/// The number of blanks at both edges of a table, which are removed.
const EDGES: u16 = 2;

/// The minimum width of a column that is narrowed on a narrow terminal.
const LEAST: u16 = 13;

/// The columns that are never wrapped: values that are copied, and short values.
const WHOLE: &[&str] = &[
    "SERIAL",
    "LICENSE",
    "CODE",
    "ID",
    "STARTED",
    "LAST SEEN",
    "UNTIL",
    "SINCE",
    "EXPIRES",
    "SEQ",
    "AT",
    "EDITION",
    "SEATS",
    "STATE",
    "LAST DAY",
    "SIGNED",
    "PRIVATE",
    "ADMIN",
    "KIND",
    "KID",
    "RETIRED",
];

/// Narrows columns of words on a narrow terminal, the widest first; serials, instants and similar
/// values are not wrapped. If that is not enough, the table is wider than the terminal: a line that
/// the terminal wraps can be copied, half a serial in a column cannot.
///
/// `widths` are the widths of the columns' contents in all parts of the table so far.
fn keep_narrow_columns(table: &mut Table, heads: &[String], widths: &[u16], width: Option<u16>) {
    let constrain = |table: &mut Table, place: usize| {
        if let (Some(column), Some(own)) = (table.column_mut(place), widths.get(place)) {
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(
                own.saturating_add(EDGES),
            )));
        }
    };
    let Some(width) = width else {
        (0..widths.len()).for_each(|place| constrain(table, place));
        return;
    };
    let is_whole =
        |place: usize| heads.get(place).map_or(place == 0, |head| WHOLE.contains(&head.as_str()));
    let mut columns: Vec<(usize, u16)> = widths.iter().copied().enumerate().collect();
    columns.sort_by_key(|(place, width)| (!is_whole(*place), *width));
    let least = |columns: &[(usize, u16)]| {
        columns.iter().fold(0u16, |sum, (_, width)| sum.saturating_add((*width).min(LEAST) + 2))
    };
    let mut room = width.max(40).saturating_add(EDGES);
    let mut rest = columns.as_slice();
    while let Some(((place, own), wider)) = rest.split_first() {
        match room.checked_sub(own.saturating_add(2)) {
            Some(left) if left >= least(wider) => room = left,
            // The columns that are never wrapped do not fit.
            _ if is_whole(*place) => {
                table.set_content_arrangement(ContentArrangement::Disabled);
                (0..widths.len()).for_each(|place| constrain(table, place));
                return;
            }
            _ => return,
        }
        constrain(table, *place);
        rest = wider;
    }
}

/// Returns the table without the blanks at the beginning and end of its lines.
fn trimmed(table: &Table) -> String {
    let lines: Vec<String> = table
        .to_string()
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned())
        .collect();
    lines.join("\n")
}

/// Returns a word in a style, if colors are on.
fn styled(is_colored: bool, style: Style, text: impl Display) -> String {
    if is_colored { format!("{style}{text}{style:#}") } else { text.to_string() }
}

/// A choice of a prompt.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The word to type.
    pub word: String,
    /// The depth in the tree.
    pub depth: usize,
    /// The meaning of the word.
    pub name: String,
}

/// Prints choices on standard error, one per line, at most `most`. `all` is true if there are no
/// other choices.
pub fn choices(choices: &[Choice], most: usize, all: bool, host: &mut Host) {
    let mut table = plain_table(None);
    for choice in choices.iter().take(most) {
        table.add_row([
            format!("{}{}", "  ".repeat(choice.depth), choice.word),
            choice.name.clone(),
        ]);
    }
    let width = host.width.unwrap_or(u16::MAX);
    trimmed(&table).lines().for_each(|line| note(host, &fit(&format!("  {line}"), width)));
    if let Some(more) = choices.len().checked_sub(most).filter(|more| *more > 0) {
        let more = if all { format!("{more} more") } else { "many more".to_owned() };
        note(host, &format!("  … and {more}; the Tab key completes a value"));
    }
}

/// Prints a warning on standard error.
pub fn warn(host: &mut Host, warning: &str) {
    labelled(host, AnsiColor::Yellow, "warning:", warning);
}

/// Prints a line on standard error. A line that cannot be printed does not change the outcome.
pub fn note(host: &mut Host, line: &str) {
    let _ = writeln!(host.err, "{}", printable(line)).and_then(|()| host.err.flush());
}

fn labelled(host: &mut Host, color: AnsiColor, label: &str, text: &str) {
    let label = styled(host.color.err, color.on_default().bold(), label);
    let _ = writeln!(host.err, "{label} {}", printable(text)).and_then(|()| host.err.flush());
}

/// Prints a failure and returns its exit status.
pub fn error(error: &Failure, manner: Manner, host: &mut Host) -> u8 {
    if is_closed(error) {
        return 0;
    }
    let report = error_report::report(error);
    // The output before the failure is printed first.
    let _ = host.out.flush();
    if manner.format == Format::Json {
        let error_report::ErrorReport { code, message, hint, exit, more } = report;
        let facts = more.into_iter().map(|(member, value)| (member.to_owned(), value)).collect();
        let answer = ErrorAnswer { error: ErrorObject { code, message, hint, facts } };
        note(host, &serde_json::to_string(&answer).unwrap_or_default());
        return exit;
    }
    labelled(host, AnsiColor::Red, "error:", &report.message);
    if let Some(hint) = report.hint {
        labelled(host, AnsiColor::Cyan, "hint:", &hint);
    }
    if manner.verbose {
        labelled(host, AnsiColor::Blue, "code:", report.code);
    }
    if host.err_is_terminal && !is_plain(report.code) {
        note(host, &format!("For more: licentia explain {}", report.code));
    }
    report.exit
}

/// Returns whether the message of an error tells all that the explanation of its code does.
fn is_plain(code: &str) -> bool {
    const PLAIN: [ErrorCode; 5] = [
        ErrorCode::Usage,
        ErrorCode::NeedsAnswer,
        ErrorCode::NotFound,
        ErrorCode::Ambiguous,
        ErrorCode::Declined,
    ];
    PLAIN.iter().any(|plain| plain.as_str() == code)
}
