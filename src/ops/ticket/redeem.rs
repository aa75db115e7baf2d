//! The use case `ticket redeem`: activates all licenses of the ticket with a code, or none. An
//! invalid code is recorded without the code itself.

use std::convert::Infallible;

use crate::domain::audit::NewEntry;
use crate::domain::audit::difference::Values;
use crate::domain::audit::redemption::{Redeemed, RefusedCode};
use crate::domain::license::state::LicenseAction;
use crate::domain::remedy::Remedy;
use crate::domain::ticket::{Secret, Ticket};
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{RecordedError, Result};
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::placement::{PlacementTarget, placed};
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to redeem a ticket. It has no `Debug`, because it contains the code.
pub struct RedeemTicket {
    /// The code in the typed form.
    pub code: String,
    /// The target of the seats.
    pub target: PlacementTarget,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for RedeemTicket {
    type Plan = LicensePlan<Ticket>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Ticket>, Infallible>> {
        let before = self.ticket(reader)?;
        before.check_open("redeemed", now).map_err(|error| self.refused(Some(&before), error))?;
        let after = before.redeem(self.target == PlacementTarget::Unbound, now)?;
        let steps = self.steps(reader, &before, now)?;
        let detail = Redeemed {
            used: Values { from: before.used, to: after.used },
            licenses: &before.licenses,
            unbound: self.target == PlacementTarget::Unbound,
            container: self.target.container(),
        };
        let entry = NewEntry::of("ticket.redeem", after.serial.as_str(), &detail);
        let plan = LicensePlan {
            ticket: Some(after.clone()),
            entries: vec![entry],
            selected_files: self.target.files(),
            ..LicensePlan::of(steps)
        };
        Ok(Decision::Change(self.signing.apply(plan).with(after)))
    }
}

impl RedeemTicket {
    /// Returns the ticket with the code.
    ///
    /// # Errors
    ///
    /// [`RecordedError`] for an invalid code.
    fn ticket(&self, reader: Reader<'_>) -> Result<Ticket> {
        let code = Secret::read(&self.code).map_err(|error| self.refused(None, error))?;
        let Some(serial) = reader.find_ticket_serial(&code.hash())? else {
            let error = Error::new(ErrorCode::NotFound, "there is no ticket with this code")
                .remedy(Remedy::CompareCode);
            return Err(self.refused(None, error).into());
        };
        lookup::ticket(reader, &serial.parse()?)
    }

    fn steps(&self, reader: Reader<'_>, ticket: &Ticket, now: Timestamp) -> Result<Vec<Step>> {
        let mut container = None;
        let mut steps = Vec::with_capacity(ticket.licenses.len());
        for serial in &ticket.licenses {
            let license = lookup::license(reader, &serial.parse()?, now)?;
            license.check(LicenseAction::Redeem, now)?;
            if container.is_none() {
                container = self.target.open(reader, "redeem")?;
            }
            let step = placed(reader, license, container.as_ref(), None, now)?;
            steps.push(step.noting(|note| note.ticket = Some(ticket.serial.to_string())));
        }
        Ok(steps)
    }

    /// Returns the error for a code that cannot be redeemed, which is recorded.
    fn refused(&self, ticket: Option<&Ticket>, error: Error) -> RecordedError {
        let detail = RefusedCode {
            code: error.code.as_str(),
            why: &error.message,
            unbound: self.target == PlacementTarget::Unbound,
            container: self.target.container(),
        };
        let subject = ticket.map_or("unknown", |ticket| ticket.serial.as_str());
        RecordedError { entry: NewEntry::of("ticket.refuse", subject, &detail), error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::error::Failure;
    use crate::ops::execute::Mode;
    use crate::ops::test_front_end::TestHome;

    #[test]
    fn a_refused_code_is_recorded_without_the_code_and_never_in_a_dry_run() {
        let mut home = TestHome::new();
        let code = "Z3K7Q-M9X2D-A4R8T-0WYHF-5BNC0".to_owned();
        let (target, signing) = (PlacementTarget::Unbound, SigningRequest::default());
        let request = RedeemTicket { code, target, signing };
        for (mode, count) in [(Mode::DryRun, 0), (Mode::Apply, 1)] {
            let error = home.execute(mode, &request).err().expect("an error");
            assert!(matches!(error, Failure::Rule(_)), "{error:?}");
            let entries = home.entries("ticket.refuse");
            assert_eq!(entries.len(), count);
            let text = serde_json::to_string(&entries).expect("text");
            assert!(!text.contains("Z3K7Q") && !text.contains("hash"), "{text}");
        }
    }
}
