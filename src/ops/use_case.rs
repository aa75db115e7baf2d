//! The use cases of changes, which `execute.rs` runs: the request, its decision, and the plan with
//! its effects.

use crate::domain::audit::{LogHash, NewEntry};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, Random};
use crate::ops::error::{Context as _, Result};
use crate::ops::front_end::{FrontEnd, PlannedFile};
use crate::ops::impact::Impact;
use crate::ops::key::choose::KeyNeed;
use crate::ops::key::private_key::{KeyFile, PrivateKeyFiles};
use crate::ops::needs::{ChosenKeys, HomeSnapshot, Needs, Signers};
use crate::signing::TokenSigner;
use crate::signing::envelope::Envelope;
use crate::store::{Reader, Transaction};

/// A typed request that changes the database.
pub trait UseCase {
    /// The effects of the request.
    type Plan: Plan;
    /// The result of a request that changes nothing.
    type Unchanged;

    /// Decides the effects from one state of the database. Generates nothing: ids, serials and
    /// indexes are generated when the plan is applied.
    ///
    /// # Errors
    ///
    /// The rules that refuse the request.
    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<Self::Plan, Self::Unchanged>>;

    /// True if the needs of the request are known without a plan, and no person confirms its
    /// impact. Such a request is planned once, under the lock.
    const IS_PLANNED_ONCE: bool = false;

    /// Returns the needs of a request that is planned once.
    fn known_needs(&self) -> Needs {
        Needs::default()
    }

    /// Returns the facts that must not change before the change is planned again under the lock,
    /// although they are not part of the confirmed impact.
    fn basis(&self, _plan: &Self::Plan) -> Basis {
        Basis::default()
    }
}

/// The decision about a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision<P, U> {
    /// The effects.
    Change(P),
    /// The result of a request that was executed before, or that has nothing to do.
    Unchanged(U),
}

/// The effects of a change. `Executor::execute` calls `check_delivery` and `files` before it takes
/// the lock; `examine`, `impact`, `needs`, `check_scope` and `check_key` before the lock and again
/// under it; then `write`, `entries`, `sign` and `files`. A request that is planned once is checked
/// under the lock only.
pub trait Plan {
    /// Returns whether there is nothing to do, as for `license renew --due` on most days. In that
    /// case nothing is committed.
    fn is_empty(&self) -> bool {
        false
    }

    /// Compares the records on which the plan is based with the signed files and the log, before a
    /// person confirms the plan, and again under the lock. A plan that is a part of another one is
    /// compared when it is written.
    ///
    /// # Errors
    ///
    /// `tampered`, `wrong_state`
    fn examine(&mut self, _home: HomeSnapshot<'_>) -> Result<()> {
        Ok(())
    }

    /// Returns the customers' records that the change affects, for a person to confirm.
    fn impact(&self) -> Impact {
        Impact::default()
    }

    /// Returns the keys and other things that must be ready before the lock is taken.
    fn needs(&self) -> Needs {
        Needs::default()
    }

    /// Checks the tokens against the scopes of the keys that will sign them.
    ///
    /// # Errors
    ///
    /// `out_of_scope`, and the other rules of signing.
    fn check_scope(&self, _vendor: &Vendor, _keys: &ChosenKeys, _now: Timestamp) -> Result<()> {
        Ok(())
    }

    /// Checks the key of an opened private key file, before the prompt for its new passphrase, and
    /// again under the lock.
    ///
    /// # Errors
    ///
    /// The rules that refuse the key.
    fn check_key(&self, _kid: &str) -> Result<()> {
        Ok(())
    }

    /// Generates ids and writes the rows.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()>;

    /// Returns the audit entries. They contain the ids of the tokens of this change and no hash of
    /// a token.
    fn entries(&self, now: Timestamp) -> Vec<NewEntry>;

    /// Signs the tokens and stores them.
    ///
    /// # Errors
    ///
    /// The faults of the database, `key_missing` for a key that was not unlocked.
    fn sign(&mut self, _signing: &mut SigningPhase<'_>) -> Result<()> {
        Ok(())
    }

    /// Checks that the change emits a file, if the user asked for one.
    ///
    /// # Errors
    ///
    /// `not_placed`.
    fn check_delivery(&self) -> Result<()> {
        Ok(())
    }

    /// Returns the files that the change emits. The content of a new token is unknown before the
    /// plan is applied.
    fn files(&self) -> Vec<PlannedFile> {
        Vec::new()
    }
}

/// The facts on which a decision is based.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// The name of the facts in an error: `the product or the customer`.
    pub name: &'static str,
    /// The facts, one text each.
    pub facts: Vec<String>,
}

/// An open transaction with its instant.
pub struct UnitOfWork<'a> {
    /// The transaction.
    pub tx: &'a Transaction<'a>,
    /// The instant that was read under the lock.
    pub now: Timestamp,
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The unlocked keys, whose ids the audit entries name.
    pub signers: &'a Signers,
    /// The source of entropy.
    pub random: &'a mut Random<'static>,
    /// The prepared private key file.
    pub key_file: Option<&'a KeyFile>,
}

impl UnitOfWork<'_> {
    /// Returns the private key file that the plan needs.
    ///
    /// # Errors
    ///
    /// A defect, if the plan did not ask for a private key file.
    pub fn key_file(&self) -> Result<&KeyFile> {
        self.key_file.context("a private key file that was not prepared")
    }
}

/// The signing phase of an open transaction.
pub struct SigningPhase<'a> {
    /// The transaction.
    pub tx: &'a Transaction<'a>,
    /// The instant that was read under the lock.
    pub now: Timestamp,
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    pub(super) signers: &'a Signers,
    pub(super) log: LogHash,
    /// The prepared encryption of a credential.
    pub envelope: Option<Envelope>,
    /// The front end, for entropy and private files.
    pub front_end: &'a mut dyn FrontEnd,
}

impl<'a> SigningPhase<'a> {
    /// Returns the unlocked key for a need, as a signer of tokens that carry the hash of the last
    /// audit entry of the transaction.
    ///
    /// # Errors
    ///
    /// `key_missing` if the key was not unlocked.
    pub fn signer(&self, need: &KeyNeed) -> Result<TokenSigner<'a>, Error> {
        Ok(self.signers.get(need)?.with_log(self.log))
    }

    /// Returns the files of the private keys.
    ///
    /// # Errors
    ///
    /// A defect, if the front end has no private keys.
    pub fn private_keys(&mut self) -> Result<&mut dyn PrivateKeyFiles> {
        private_keys(self.front_end)
    }
}

/// Returns the files of the private keys.
pub(super) fn private_keys(front_end: &mut dyn FrontEnd) -> Result<&mut dyn PrivateKeyFiles> {
    front_end.private_keys().context("a front end without private keys")
}
