//! An unlocked private key, which exists while one command runs.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use licentia_runtime::{Kind, thumbprint};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::domain::Random;
use crate::domain::audit::LogHash;

/// An unlocked Ed25519 key. The key and each copy are wiped when they are dropped.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    x: String,
    kid: String,
}

impl Signer {
    /// Generates a new key pair.
    pub fn generate(random: &mut Random<'_>) -> Signer {
        let mut secret = Zeroizing::new([0; 32]);
        random("key", &mut *secret);
        Signer::from_secret(&secret)
    }

    pub(crate) fn from_secret(secret: &[u8; 32]) -> Signer {
        let key = SigningKey::from_bytes(secret);
        let x = Signer::x_of(key.verifying_key().as_bytes());
        let kid = thumbprint(&x);
        Signer { key, x, kid }
    }

    /// Returns a public key as the `x` member of a JWK.
    pub(crate) fn x_of(public: &[u8; 32]) -> String {
        URL_SAFE_NO_PAD.encode(public)
    }

    /// Returns the Ed25519 signature over bytes.
    pub(crate) fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(bytes).to_bytes()
    }

    pub(crate) fn secret(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.key.to_bytes())
    }

    /// Returns the public key as the `x` member of a JWK.
    pub fn x(&self) -> &str {
        &self.x
    }

    /// Returns the thumbprint of the public key.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Returns the key as a signer of tokens with the claim `log`.
    pub fn with_log(&self, log: LogHash) -> TokenSigner<'_> {
        TokenSigner { signer: self, log }
    }

    /// Signs claims as a compact JWS (RFC 7515). The header members are `alg`, `kid` and `typ`, in
    /// this order. Tokens with the claim `log` are signed by [`TokenSigner::sign`].
    pub(super) fn sign(&self, kind: Kind, claims: &impl Serialize) -> String {
        #[derive(Serialize)]
        struct Header<'a> {
            alg: &'static str,
            kid: &'a str,
            typ: &'static str,
        }
        let header = Header { alg: "EdDSA", kid: &self.kid, typ: kind.typ() };
        let part = |json: serde_json::Result<Vec<u8>>| {
            URL_SAFE_NO_PAD.encode(json.expect("claims are plain data, which is always JSON"))
        };
        let signed =
            format!("{}.{}", part(serde_json::to_vec(&header)), part(serde_json::to_vec(claims)));
        let signature = self.sign_bytes(signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// An unlocked key with the hash that its tokens carry as the claim `log`. Every token that a
/// transaction signs is signed through this type, so no token lacks the claim.
#[derive(Clone, Copy, Debug)]
pub struct TokenSigner<'a> {
    signer: &'a Signer,
    log: LogHash,
}

impl<'a> TokenSigner<'a> {
    /// Returns the public key as the `x` member of a JWK.
    pub fn x(&self) -> &'a str {
        self.signer.x()
    }

    /// Returns the thumbprint of the public key.
    pub fn kid(&self) -> &'a str {
        self.signer.kid()
    }

    /// Returns the claims with the claim `log`, which is the last member. The claims must not have
    /// it.
    pub(super) fn logged<'b, C: Serialize>(&self, claims: &'b C) -> Logged<'b, C> {
        Logged { claims, log: self.log }
    }

    /// Signs claims with the claim `log` as a compact JWS.
    pub(super) fn sign(&self, kind: Kind, claims: &impl Serialize) -> String {
        self.signer.sign(kind, &self.logged(claims))
    }
}

/// Claims with the claim `log`.
#[derive(Serialize)]
pub(super) struct Logged<'a, C> {
    #[serde(flatten)]
    claims: &'a C,
    log: LogHash,
}

/// Returns whether the key with a public key (`x`, base64url) made an Ed25519 signature over bytes.
/// Weak keys and malleable signatures are refused, as in the verification of files.
pub(crate) fn is_signature(x: &str, bytes: &[u8], signature: &[u8]) -> bool {
    let key = URL_SAFE_NO_PAD.decode(x).ok().and_then(|bytes| bytes.try_into().ok());
    let key = key.and_then(|bytes: [u8; 32]| VerifyingKey::from_bytes(&bytes).ok());
    let signature = Signature::from_slice(signature).ok();
    key.zip(signature).is_some_and(|(key, signature)| key.verify_strict(bytes, &signature).is_ok())
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer").field("kid", &self.kid).finish_non_exhaustive()
    }
}
