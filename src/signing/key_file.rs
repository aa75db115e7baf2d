//! Private key files: PKCS#8 in PEM (RFC 5958, RFC 8410), encrypted with scrypt and AES-256-CBC.
//! OpenSSL, Python and Node read them too. The time and memory that a file requires are checked
//! before a key is derived from its passphrase.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;
use ed25519_dalek::pkcs8::{ALGORITHM_OID, EncodePublicKey as _, KeypairBytes};
use pkcs8::der::asn1::AnyRef;
use pkcs8::der::pem::LineEnding;
use pkcs8::der::{Decode as _, SecretDocument};
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::{EncryptionScheme as Cipher, Kdf, Parameters, Pbkdf2Prf};
use pkcs8::{EncodePrivateKey as _, EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use crate::domain::Random;
use crate::signing::Signer;

/// The passphrase of a private key file.
pub type Passphrase = SecretString;

const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const PLAIN: &str = "PRIVATE KEY";

/// The maximum memory of a key derivation, in bytes.
const MOST_MEMORY: u64 = 256 << 20;
/// The maximum work of a key derivation: N·r·p of scrypt, rounds of PBKDF2.
const MOST_WORK: u64 = 1 << 24;

/// The cost parameters of scrypt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Base-2 logarithm of N.
    pub log_n: u8,
    /// Block size.
    pub r: u32,
    /// Parallelisation.
    pub p: u32,
}

/// An error when a private key file is opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A file that is not PEM or PKCS#8, or is truncated.
    #[error("the file is not a private key file, or is truncated")]
    Unreadable,
    /// A key of another algorithm.
    #[error("the private key file contains a key that is not an Ed25519 key")]
    OtherAlgorithm,
    /// A key derivation that needs more time or memory than any file of this program.
    #[error(
        "the decryption of the private key file would take more time or memory than is allowed"
    )]
    TooCostly,
    /// An encryption scheme that is not supported.
    #[error("the encryption of the private key file is not supported")]
    OtherEncryption,
    /// A wrong passphrase.
    #[error("the passphrase does not decrypt the private key file")]
    WrongPassphrase,
}

/// Returns a private key file for a key; without a passphrase, the file is not encrypted.
pub fn lock(
    signer: &Signer,
    passphrase: Option<&Passphrase>,
    cost: Cost,
    random: &mut Random<'_>,
) -> Zeroizing<String> {
    // The public key is omitted: OpenSSL 3.0, Python and Node refuse PKCS#8 of version 2 (RFC
    // 5958).
    let pair = KeypairBytes { secret_key: *signer.secret(), public_key: None };
    let plain = pair.to_pkcs8_der().expect("an Ed25519 key has a PKCS#8 form");
    let (document, label) = match passphrase {
        None => (plain, PLAIN),
        Some(passphrase) => {
            let (mut salt, mut iv) = ([0; 16], [0; 16]);
            random("key file", &mut salt);
            random("key file", &mut iv);
            let scrypt = scrypt::Params::new(cost.log_n, cost.r, cost.p)
                .expect("our own cost parameters are within scrypt's");
            let encrypted = Parameters::generate_scrypt_aes256cbc(scrypt, &salt, iv).ok().and_then(
                |parameters| {
                    PrivateKeyInfoRef::try_from(plain.as_bytes())
                        .ok()?
                        .encrypt_with_params(parameters, passphrase.expose_secret().as_bytes())
                        .ok()
                },
            );
            (encrypted.expect("our own parameters encrypt"), ENCRYPTED)
        }
    };
    document.to_pem(label, LineEnding::LF).expect("a document of some hundred bytes has a PEM form")
}

/// Returns a public key in the format of other programs: SubjectPublicKeyInfo in PEM (RFC 8410).
///
/// # Errors
///
/// [`Fault::Unreadable`] for an `x` that is not a public key.
pub fn public_pem(x: &str) -> Result<String, Fault> {
    let bytes = URL_SAFE_NO_PAD
        .decode(x)
        .ok()
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
        .ok_or(Fault::Unreadable)?;
    let key = VerifyingKey::from_bytes(&bytes).map_err(|_| Fault::Unreadable)?;
    key.to_public_key_pem(LineEnding::LF).map_err(|_| Fault::Unreadable)
}

/// Returns a private key as a JWK (RFC 8037), not encrypted.
pub fn private_jwk(signer: &Signer) -> Zeroizing<String> {
    let d = Zeroizing::new(URL_SAFE_NO_PAD.encode(*signer.secret()));
    Zeroizing::new(format!(
        "{{\n  \"kty\": \"OKP\",\n  \"crv\": \"Ed25519\",\n  \"x\": \"{}\",\n  \"d\": \"{}\",\n  \
         \"kid\": \"{}\"\n}}\n",
        signer.x(),
        *d,
        signer.kid()
    ))
}

/// Returns whether a private key file is encrypted.
///
/// # Errors
///
/// [`Fault::Unreadable`] for a text that is not a private key file.
pub fn is_encrypted(pem: &str) -> Result<bool, Fault> {
    match SecretDocument::from_pem(pem) {
        Ok((ENCRYPTED, _)) => Ok(true),
        Ok((PLAIN, _)) => Ok(false),
        _ => Err(Fault::Unreadable),
    }
}

/// Opens a private key file with the first correct passphrase. A file that is not encrypted needs
/// none.
pub fn unlock(pem: &str, passphrases: &[Passphrase]) -> Result<Signer, Fault> {
    let (label, document) = SecretDocument::from_pem(pem).map_err(|_| Fault::Unreadable)?;
    match label {
        PLAIN => read(document.as_bytes()),
        ENCRYPTED => {
            let locked =
                EncryptedPrivateKeyInfoRef::try_from(document.as_bytes()).map_err(|_| {
                    // The structure is complete, but the library does not know the scheme.
                    if AnyRef::from_der(document.as_bytes()).is_ok() {
                        Fault::OtherEncryption
                    } else {
                        Fault::Unreadable
                    }
                })?;
            check_cost(&locked.encryption_algorithm)?;
            let plain = passphrases
                .iter()
                .find_map(|passphrase| locked.decrypt(passphrase.expose_secret().as_bytes()).ok());
            read(plain.ok_or(Fault::WrongPassphrase)?.as_bytes())
        }
        _ => Err(Fault::Unreadable),
    }
}

fn check_cost(scheme: &EncryptionScheme) -> Result<(), Fault> {
    let parameters = scheme.pbes2().ok_or(Fault::OtherEncryption)?;
    if !matches!(
        parameters.encryption,
        Cipher::Aes128Cbc { .. } | Cipher::Aes192Cbc { .. } | Cipher::Aes256Cbc { .. }
    ) {
        return Err(Fault::OtherEncryption);
    }
    let (memory, work) = match &parameters.kdf {
        Kdf::Scrypt(scrypt) => {
            let (n, r, p) = (
                scrypt.cost_parameter,
                u64::from(scrypt.block_size),
                u64::from(scrypt.parallelization),
            );
            // The library panics at a cost of zero.
            if !n.is_power_of_two() {
                return Err(Fault::Unreadable);
            }
            let blocks = n.saturating_mul(r);
            (blocks.saturating_mul(128), blocks.saturating_mul(p))
        }
        Kdf::Pbkdf2(pbkdf2) if pbkdf2.prf == Pbkdf2Prf::HmacWithSha1 => {
            return Err(Fault::OtherEncryption);
        }
        Kdf::Pbkdf2(pbkdf2) => (0, u64::from(pbkdf2.iteration_count)),
        _ => return Err(Fault::OtherEncryption),
    };
    if memory > MOST_MEMORY || work > MOST_WORK { Err(Fault::TooCostly) } else { Ok(()) }
}

fn read(der: &[u8]) -> Result<Signer, Fault> {
    let info = PrivateKeyInfoRef::try_from(der).map_err(|_| Fault::Unreadable)?;
    if info.algorithm.oid != ALGORITHM_OID {
        return Err(Fault::OtherAlgorithm);
    }
    let pair = KeypairBytes::try_from(info).map_err(|_| Fault::Unreadable)?;
    let signer = Signer::from_secret(&pair.secret_key);
    match pair.public_key {
        Some(public) if signer.x() != Signer::x_of(&public.to_bytes()) => Err(Fault::Unreadable),
        _ => Ok(signer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { log_n: 4, r: 8, p: 1 };

    fn random(_: &'static str, bytes: &mut [u8]) {
        bytes.fill(7);
    }

    fn signer() -> Signer {
        Signer::generate(&mut random)
    }

    #[test]
    fn a_locked_key_opens_with_its_passphrase_only() {
        let pem = lock(&signer(), Some(&"right".into()), CHEAP, &mut random);
        assert_eq!(is_encrypted(&pem), Ok(true));
        assert_eq!(
            unlock(&pem, &["wrong".into(), "right".into()]).expect("opened").kid(),
            signer().kid()
        );
        assert_eq!(unlock(&pem, &["wrong".into()]).map(drop), Err(Fault::WrongPassphrase));
        assert_eq!(unlock(&pem, &[]).map(drop), Err(Fault::WrongPassphrase));
        let plain = lock(&signer(), None, CHEAP, &mut random);
        assert_eq!(is_encrypted(&plain), Ok(false));
        assert_eq!(unlock(&plain, &[]).expect("opened").x(), signer().x());
    }

    #[test]
    fn a_file_that_is_cut_or_of_another_kind_is_told_from_a_wrong_passphrase() {
        let pem = lock(&signer(), Some(&"right".into()), CHEAP, &mut random);
        for cut in [0, 10, 60, pem.len() / 2, pem.len() - 20] {
            assert_eq!(
                unlock(&pem[..cut], &["right".into()]).map(drop),
                Err(Fault::Unreadable),
                "{cut}"
            );
        }
        // openssl genpkey -algorithm x25519
        let x25519 = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIHAHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwdH\n-----END PRIVATE KEY-----\n";
        assert_eq!(unlock(x25519, &[]).map(drop), Err(Fault::OtherAlgorithm));
        assert_eq!(
            unlock("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n", &[])
                .map(drop),
            Err(Fault::Unreadable)
        );
    }

    #[test]
    fn a_file_that_asks_for_gigabytes_is_refused_before_deriving() {
        for (log_n, r, p, outcome) in [
            (14, 8, 5, Ok(())),
            (17, 8, 1, Ok(())),
            (20, 8, 1, Err(Fault::TooCostly)),
            (14, 8, 200, Err(Fault::TooCostly)),
            (4, 60_000, 1, Ok(())),
        ] {
            let scrypt = scrypt::Params::new(log_n, r, p).expect("parameters");
            let parameters = Parameters::generate_scrypt_aes256cbc(scrypt, &[0; 16], [0; 16])
                .expect("parameters");
            assert_eq!(check_cost(&EncryptionScheme::from(parameters)), outcome, "{log_n} {r} {p}");
        }
        let parameters =
            Parameters::generate_pbkdf2_sha256_aes256cbc(50_000_000, &[0; 16], [0; 16])
                .expect("parameters");
        assert_eq!(check_cost(&EncryptionScheme::from(parameters)), Err(Fault::TooCostly));
    }

    /// N is a power of two (RFC 7914, section 6). The library counts the trailing zeros of N before
    /// it checks this.
    #[test]
    fn a_file_whose_cost_is_no_power_of_two_is_refused() {
        let pem = lock(&signer(), Some(&"right".into()), CHEAP, &mut random);
        let (_, document) = SecretDocument::from_pem(&pem).expect("our own");
        let place = document
            .as_bytes()
            .windows(6)
            .position(|window| window == [2, 1, 16, 2, 1, 8])
            .expect("N and r");
        for cost in [0, 3, 17, 0x7f] {
            let mut bytes = document.as_bytes().to_vec();
            bytes[place + 2] = cost;
            let altered = SecretDocument::try_from(bytes)
                .expect("DER")
                .to_pem(ENCRYPTED, LineEnding::LF)
                .expect("PEM");
            assert_eq!(
                unlock(&altered, &["right".into()]).map(drop),
                Err(Fault::Unreadable),
                "{cost}"
            );
        }
    }

    use proptest::prelude::*;

    /// Generates damaged private key files for `key import`: some bytes of the DER are wrong, or
    /// the text is truncated.
    fn mutilated() -> impl Strategy<Value = String> {
        let wrong = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
        (any::<bool>(), wrong, prop::option::of(any::<prop::sample::Index>())).prop_map(
            |(encrypted, wrong, cut)| {
                let passphrase: Passphrase = "right".into();
                let pem = lock(&signer(), encrypted.then_some(&passphrase), CHEAP, &mut random);
                let (label, document) = SecretDocument::from_pem(&pem).expect("our own");
                let mut der = document.as_bytes().to_vec();
                for (place, byte) in wrong {
                    let place = place.index(der.len());
                    der[place] = byte;
                }
                if let Some(cut) = cut {
                    der.truncate(cut.index(der.len()));
                }
                let text = base64::engine::general_purpose::STANDARD.encode(der);
                let lines: Vec<String> = text
                    .as_bytes()
                    .chunks(64)
                    .map(|line| String::from_utf8_lossy(line).into_owned())
                    .collect();
                format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_key_file_panics_or_takes_long(pem in mutilated(), text in "[ -~\n]{0,300}") {
            for pem in [pem, text] {
                let _ = is_encrypted(&pem);
                if let Ok(opened) = unlock(&pem, &["right".into()]) {
                    prop_assert_eq!(opened.x().len(), 43);
                }
            }
        }
    }
}
