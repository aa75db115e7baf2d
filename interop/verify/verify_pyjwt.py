"""The vectors by PyJWT."""

import jwt
import rules
from jwt.algorithms import OKPAlgorithm


def check(token, x, _):
    jws = jwt.PyJWS()
    # The newer name of the same algorithm (RFC 9864).
    if "Ed25519" not in jws.get_algorithms():
        jws.register_algorithm("Ed25519", OKPAlgorithm())
    key = jwt.PyJWK({"kty": "OKP", "crv": "Ed25519", "x": x}, algorithm="EdDSA").key
    return jws.decode(token, key, algorithms=["EdDSA", "Ed25519"])


if __name__ == "__main__":
    rules.main(check)
