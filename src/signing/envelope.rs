//! Envelopes: a credential file that is encrypted to a passphrase or to recipients, in the armored
//! age format (age-encryption.org/v1). The slow key derivation runs when an envelope is opened,
//! before the content exists.

use crate::signing::Passphrase;

/// The parties that can decrypt an envelope.
#[derive(Debug)]
pub enum To {
    /// Holders of a passphrase. A guess costs 2^`log_n` rounds of scrypt.
    Passphrase {
        /// Passphrase.
        passphrase: Passphrase,
        /// Base-2 logarithm of the scrypt cost.
        log_n: u8,
    },
    /// Holders of the identity of one of these X25519 recipients (`age1…`).
    Recipients(Vec<String>),
}

/// An error of the encryption.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// An invalid recipient, by its position from 1. The text is not quoted, because it may be an
    /// identity.
    #[error("recipient {0} is not a recipient of age")]
    Recipient(usize),
    /// A program built without encryption.
    #[cfg(not(feature = "encrypt"))]
    #[error("this program was built without encryption")]
    Missing,
    /// An error of the age library.
    #[error("the file cannot be encrypted: {0}")]
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

    /// An envelope without its content.
    pub struct Envelope(StreamWriter<ArmoredWriter<Vec<u8>>>);

    impl Envelope {
        /// Creates an envelope for recipients.
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

        /// Encrypts the content and returns the file.
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

    /// A type without values, because the program was built without encryption.
    pub struct Envelope(());

    impl Envelope {
        /// Returns [`Fault::Missing`].
        pub fn open(_: &To) -> Result<Envelope, Fault> {
            Err(Fault::Missing)
        }

        /// Returns [`Fault::Missing`].
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
