//! The signatures of stored tokens of any kind.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::signing::signer::is_signature;

/// Returns whether the key with a public key (`x`, base64url) signed a compact JWS.
pub fn is_signed_by(text: &str, x: &str) -> bool {
    let Some((signed, signature)) = text.rsplit_once('.') else { return false };
    let signature = URL_SAFE_NO_PAD.decode(signature);
    signature.is_ok_and(|signature| is_signature(x, signed.as_bytes(), &signature))
}

#[cfg(test)]
mod tests {
    use licentia_runtime::Kind;
    use serde_json::json;

    use super::*;
    use crate::signing::Signer;

    #[test]
    fn a_changed_token_and_another_key_are_refused() {
        let (own, other) = (Signer::from_secret(&[1; 32]), Signer::from_secret(&[2; 32]));
        let text = own.sign(Kind::Update, &json!({"jti": "a"}));
        assert!(is_signed_by(&text, own.x()));
        assert!(!is_signed_by(&text, other.x()));
        assert!(!is_signed_by(&text.replacen("ey", "fy", 1), own.x()));
        assert!(!is_signed_by("a", own.x()));
    }
}
