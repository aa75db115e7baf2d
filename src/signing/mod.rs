//! Signing: the only layer that contains private keys. It makes signers from private key files, and
//! tokens from claims. It reads no files and prompts for nothing.

pub mod anchor;
pub mod context;
pub mod credential;
pub mod envelope;
mod key_file;
pub mod keyset;
pub mod license;
pub mod range;
mod signer;
pub mod status;
pub mod token;
pub mod update;

pub use key_file::{Cost, Fault, Passphrase, is_encrypted, lock, private_jwk, public_pem, unlock};
pub use signer::{Signer, TokenSigner};
