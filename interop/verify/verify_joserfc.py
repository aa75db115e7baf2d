"""The vectors by joserfc."""

import rules
from joserfc import jws
from joserfc.jwk import OKPKey


def check(token, x, kid):
    key = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": x, "kid": kid})
    return jws.deserialize_compact(token, key, algorithms=["EdDSA", "Ed25519"]).payload


if __name__ == "__main__":
    rules.main(check)
