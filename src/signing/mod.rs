//! The seal: the only room that holds private keys. It turns key files into signers and decided
//! things into signed texts; it reads no file and asks nobody.

pub mod context;
pub mod credential;
pub mod envelope;
mod key_file;
pub mod keyset;
pub mod license;
mod signer;
pub mod status;
pub mod update;

pub use key_file::{Cost, Fault, Passphrase, is_encrypted, lock, private_jwk, public_pem, unlock};
pub use signer::Signer;
