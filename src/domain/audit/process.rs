//! The name of a process in the audit log.

use std::fmt;
use std::str::FromStr;

use crate::domain::Error;
use crate::domain::name::Slug;

/// The name of the process that made a change: a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessName(Slug);

impl ProcessName {
    /// The name of the program.
    const PROGRAM: &'static str = "licentia";
    /// The name of the daily check.
    const MAINTENANCE: &'static str = "license-maintenance";
    /// The names that only the program itself writes.
    const RESERVED: [&'static str; 2] = [ProcessName::PROGRAM, ProcessName::MAINTENANCE];

    /// Returns the name of the program.
    pub fn program() -> ProcessName {
        ProcessName(Slug::stored(ProcessName::PROGRAM.to_owned()))
    }

    /// Returns the name of the daily check.
    pub fn maintenance() -> ProcessName {
        ProcessName(Slug::stored(ProcessName::MAINTENANCE.to_owned()))
    }
}

impl fmt::Display for ProcessName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for ProcessName {
    type Err = Error;

    /// Reads the name of a process that uses the program.
    ///
    /// # Errors
    ///
    /// `usage` for a text that is not a code, and for a name that only the program itself writes.
    fn from_str(text: &str) -> Result<ProcessName, Error> {
        let name: Slug = text.parse()?;
        if let Some(reserved) =
            ProcessName::RESERVED.iter().find(|reserved| reserved.eq_ignore_ascii_case(text))
        {
            return Err(Error::usage(format!("{reserved} is a reserved name")).advice(
                "choose the name of the program or job that runs the command, like portal",
            ));
        }
        Ok(ProcessName(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_name_is_a_code_that_is_not_reserved() {
        for name in ["portal", "nightly-renewal", "licentia-web"] {
            assert_eq!(name.parse::<ProcessName>().map(|own| own.to_string()), Ok(name.to_owned()));
        }
        for name in [ProcessName::program(), ProcessName::maintenance()] {
            let name = name.to_string();
            for text in [name.clone(), name.to_uppercase()] {
                let refused = text.parse::<ProcessName>().expect_err(&text);
                assert_eq!(refused.message, format!("{name} is a reserved name"));
            }
        }
        for text in ["", "two words", "a/b", "ä", "none", &"a".repeat(65)] {
            assert!(text.parse::<ProcessName>().is_err(), "{text}");
        }
    }
}
