"""The vectors by jwcrypto."""

import rules
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS


def check(token, x, _):
    jws = JWS()
    jws.allowed_algs = ["EdDSA", "Ed25519"]
    jws.deserialize(token, JWK(kty="OKP", crv="Ed25519", x=x))
    return jws.payload


if __name__ == "__main__":
    rules.main(check)
