//! A new credential of a cloud container. Its file is written without the last bytes before its row
//! is written, because its secret is stored nowhere else.

use licentia_runtime::Edition;
use zeroize::Zeroizing;

use crate::domain::audit::record::CredentialRecord;
use crate::domain::container::Container;
use crate::domain::credential::{Credential, Kept, KeptFile, Secret, hash, tail_length};
use crate::domain::customer::Customer;
use crate::domain::key::Purpose;
use crate::domain::name::Slug;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Listed;
use crate::domain::{Error, ErrorCode, Random};
use crate::ops::error::Result;
use crate::ops::execute::{Needs, SigningPhase, UnitOfWork};
use crate::ops::ids::{jti, unused};
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::materials::Materials;
use crate::ops::private_file::{PrivateFile, StagedPath};
use crate::signing;
use crate::signing::envelope::Envelope;
use crate::store::{Reader, Transaction};

/// Returns the need of the key that signs a credential for a purpose.
pub fn key_need(named: Option<&Slug>, purpose: Purpose) -> KeyNeed {
    let named = NamedKeys::exactly(named.map(std::slice::from_ref).unwrap_or_default());
    KeyNeed::Signing { edition: Edition::Commercial, kind: "credential", purpose, named }
}

/// A new credential. Its ids are empty until it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCredential {
    /// The credential.
    pub credential: Credential,
    customer: Customer,
    need: KeyNeed,
}

/// A signed credential that is not in the database yet.
#[derive(Debug)]
pub struct SignedCredential {
    kept: Kept,
    status: Listed,
    /// The length of the credential file before the commit, in bytes.
    staged_length: u64,
    /// The last bytes of the credential file.
    missing: Vec<u8>,
}

impl NewCredential {
    /// Returns the next credential of a container.
    pub fn plan(
        container: &Container,
        customer: Customer,
        generation: u32,
        need: &KeyNeed,
    ) -> NewCredential {
        let nothing = &mut |_: &'static str, bytes: &mut [u8]| bytes.fill(0);
        let credential = Credential {
            serial: Serial::random(Kind::Credential, nothing),
            container: container.serial.to_string(),
            customer: container.customer.clone(),
            username: String::new(),
            generation,
            jti: String::new(),
            kid: String::new(),
            issued_at: String::new(),
            ended: None,
        };
        NewCredential { credential, customer, need: need.clone() }
    }

    /// Returns the needs of a change that issues the credential.
    pub fn needs(&self) -> Needs {
        Needs { keys: vec![self.need.clone()], envelope: true, ..Needs::default() }
    }

    /// Generates the ids of the credential.
    ///
    /// # Errors
    ///
    /// The faults of the database, `key_missing`.
    pub fn write(&mut self, unit: &mut UnitOfWork<'_>, container: &Container) -> Result<()> {
        let kid = unit.signers.get(&self.need)?.kid();
        self.identify(unit.tx.reader(), container, kid, unit.now, unit.random)?;
        unit.tx.record(&CredentialRecord::of(&self.credential));
        Ok(())
    }

    /// Generates the ids of the credential for a key that signs it.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn identify(
        &mut self,
        reader: Reader<'_>,
        container: &Container,
        kid: &str,
        now: Timestamp,
        random: &mut Random<'_>,
    ) -> Result<()> {
        let serial = unused(Kind::Credential, random, |serial| {
            Ok(reader.find_credential(serial.as_str())?.is_some())
        })?;
        self.credential = Credential {
            serial,
            container: container.serial.to_string(),
            username: container.username.clone().unwrap_or_default(),
            jti: jti(now, random),
            kid: kid.to_owned(),
            issued_at: now.to_string(),
            ..self.credential.clone()
        };
        Ok(())
    }

    /// Signs the credential, stages its file, and writes its row.
    ///
    /// # Errors
    ///
    /// The faults of the database and of the disk.
    pub fn sign(&self, signing: &mut SigningPhase<'_>, container: &Container) -> Result<()> {
        let (tx, materials) = (signing.tx, signing.materials(&self.need)?);
        let envelope = signing.envelope.take();
        let (signed, file) =
            self.seal(&materials, container, envelope, signing.front_end.entropy())?;
        // If the lookup of a name fails, the file counts as recorded, so that no secret is lost.
        let is_recorded = |name: &str| tx.reader().has_staged_file(name).unwrap_or(true);
        let staged = signing.front_end.stage(file, &is_recorded)?;
        signed.keep(tx, &self.credential, staged)
    }

    /// Signs the credential. Returns the stored facts and the file.
    ///
    /// # Errors
    ///
    /// The faults of the database, `io` if the encryption fails.
    pub fn seal(
        &self,
        materials: &Materials<'_>,
        container: &Container,
        envelope: Option<Envelope>,
        random: &mut Random<'_>,
    ) -> Result<(SignedCredential, PrivateFile)> {
        let Materials { tx, vendor, signer, now } = *materials;
        let (secret, status) = (Secret::random(random), tx.insert_status(vendor, random)?);
        let records =
            signing::credential::CredentialRecords { vendor, customer: &self.customer, container };
        let (text, claims) = signing::credential::sign(
            signer,
            &self.credential,
            records,
            &secret,
            now.as_second(),
            &status,
        );
        let (is_encrypted, text_hash) = (envelope.is_some(), hash(text.as_bytes()));
        let content = enclose(&text, envelope)?;
        let file = self.file(container, content, is_encrypted);
        let kept = Kept {
            claims,
            secret_hash: secret.hash(),
            text_hash,
            file_hash: hash(&file.content),
            file: None,
        };
        let (head, tail) = file.content.split_at(file.content.len() - file.missing);
        let signed = SignedCredential {
            kept,
            status,
            staged_length: head.len() as u64,
            missing: tail.to_vec(),
        };
        Ok((signed, file))
    }

    fn file(
        &self,
        container: &Container,
        content: Zeroizing<Vec<u8>>,
        is_encrypted: bool,
    ) -> PrivateFile {
        let serial = &self.credential.serial;
        let ending = if is_encrypted { ".age" } else { "" };
        PrivateFile {
            subject: serial.to_string(),
            container: container.serial.to_string(),
            name: format!("{serial}.cred{ending}"),
            missing: tail_length(&content, is_encrypted),
            content,
        }
    }
}

/// Encrypts a credential if the user asked for it.
fn enclose(text: &Zeroizing<String>, envelope: Option<Envelope>) -> Result<Zeroizing<Vec<u8>>> {
    let Some(envelope) = envelope else { return Ok(Zeroizing::new(text.as_bytes().to_vec())) };
    let closed = envelope.close(text.as_bytes());
    let closed = closed.map_err(|fault| Error::new(ErrorCode::Io, fault.to_string()))?;
    Ok(Zeroizing::new(closed))
}

impl SignedCredential {
    /// Writes the row, without the secret.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn keep(
        self,
        tx: &Transaction<'_>,
        credential: &Credential,
        place: Option<StagedPath>,
    ) -> Result<()> {
        let SignedCredential { kept, status, staged_length, missing } = self;
        let file = place.map(|place| KeptFile {
            target: place.path,
            staged: place.staged,
            staged_length,
            missing,
        });
        Ok(tx.insert_credential(credential, &Kept { file, ..kept }, &status)?)
    }
}
