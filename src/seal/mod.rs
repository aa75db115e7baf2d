//! The seal: the only room that holds private keys. It turns key files into signers and decided things into signed texts;
//! it reads no file and asks nobody.

pub mod context;
pub mod credential;
pub mod envelope;
pub mod keyset;
pub mod license;
mod signer;
pub mod status;
pub mod update;
mod vault;

pub use signer::Signer;
pub use vault::{Cost, Fault, Passphrase, is_encrypted, lock, private_jwk, public_pem, unlock};
