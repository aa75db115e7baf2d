//! Envelopes: a credential file encrypted to a passphrase or to recipients, as the age format
//! (age-encryption.org/v1) has it, in its armor. What takes its time is done when an envelope is
//! opened, before there is anything to put in.

use crate::signing::Passphrase;

/// Who can open an envelope.
#[derive(Debug)]
pub enum To {
    /// Who knows a passphrase. A guess costs 2^`log_n` rounds of scrypt.
    Passphrase {
        /// It.
        passphrase: Passphrase,
        /// The cost.
        log_n: u8,
    },
    /// Who has the identity of one of these X25519 recipients (`age1…`).
    Recipients(Vec<String>),
}

/// An envelope that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Not a recipient: which of them, from 1. It is not quoted, because it may be an identity.
    #[error("recipient {0} is not one of age's")]
    Recipient(usize),
    /// The program was built without it.
    #[cfg(not(feature = "encrypt"))]
    #[error("this program was built without encryption")]
    Missing,
    /// What the format's library says.
    #[error("the envelope cannot be made: {0}")]
    Failed(String),
}

#[cfg(feature = "encrypt")]
mod age_format {
    use std::io::Write as _;

    use age::armor::{ArmoredWriter, Format};
    use age::secrecy::SecretString;
    use age::stream::StreamWriter;
    use age::{Encryptor, Recipient, scrypt, x25519};
    use secrecy::ExposeSecret as _;

    use crate::signing::envelope::{Fault, To};

    /// An envelope that waits for its content.
    pub struct Envelope(StreamWriter<ArmoredWriter<Vec<u8>>>);

    impl Envelope {
        /// Makes an envelope for who shall open it.
        pub fn open(to: &To) -> Result<Envelope, Fault> {
            let recipients: Vec<Box<dyn Recipient>> = match to {
                To::Passphrase { passphrase, log_n } => {
                    let mut recipient = scrypt::Recipient::new(SecretString::from(
                        passphrase.expose_secret().to_owned(),
                    ));
                    recipient.set_work_factor(*log_n);
                    vec![Box::new(recipient)]
                }
                To::Recipients(recipients) => {
                    let read = |(place, text): (usize, &String)| {
                        let recipient: x25519::Recipient =
                            text.parse().map_err(|_| Fault::Recipient(place + 1))?;
                        Ok(Box::new(recipient) as Box<dyn Recipient>)
                    };
                    recipients.iter().enumerate().map(read).collect::<Result<_, Fault>>()?
                }
            };
            let failed = |error: &dyn std::fmt::Display| Fault::Failed(error.to_string());
            let encryptor =
                Encryptor::with_recipients(recipients.iter().map(|recipient| &**recipient))
                    .map_err(|error| failed(&error))?;
            let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)
                .map_err(|error| failed(&error))?;
            Ok(Envelope(encryptor.wrap_output(armor).map_err(|error| failed(&error))?))
        }

        /// Puts the content in and closes it.
        pub fn close(mut self, content: &[u8]) -> Result<Vec<u8>, Fault> {
            let closed = self
                .0
                .write_all(content)
                .and_then(|()| self.0.finish())
                .and_then(ArmoredWriter::finish);
            closed.map_err(|error| Fault::Failed(error.to_string()))
        }
    }
}

#[cfg(not(feature = "encrypt"))]
mod age_format {
    use crate::signing::envelope::{Fault, To};

    /// None can be made.
    pub struct Envelope(());

    impl Envelope {
        /// Refuses.
        pub fn open(_: &To) -> Result<Envelope, Fault> {
            Err(Fault::Missing)
        }

        /// Refuses.
        pub fn close(self, _: &[u8]) -> Result<Vec<u8>, Fault> {
            Err(Fault::Missing)
        }
    }
}

pub use age_format::Envelope;

impl std::fmt::Debug for Envelope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Envelope")
    }
}
