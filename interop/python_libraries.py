"""PyJWT and joserfc judge licentia's license files, knowing nothing but the JWK set."""

import base64
import json
import sys
from pathlib import Path

import jwt
from joserfc import jwt as joserfc_jwt
from joserfc.jwk import KeySet

folder = Path(sys.argv[1])
# What docs/verify/ tells every stranger: name the algorithm, compare these yourself, 300 s of leeway.
TYP, ISS, EDITION, PRODUCT, LEEWAY = "licentia-license+jwt", "https://acme.example/licensing", "commercial", "work-management", 300


def text(name):
    return (folder / name).read_text()


def compare(header, claims):
    if header["typ"] != TYP or claims["iss"] != ISS or claims["fmt"] != 1 or claims.get("test"):
        raise ValueError("another kind of file")
    if claims["edition"] != EDITION or claims["product"]["code"] != PRODUCT:
        raise ValueError("another license")
    return claims


def pyjwt(token, jwks):
    keys = jwt.PyJWKSet.from_dict(json.loads(jwks))
    header = jwt.get_unverified_header(token)
    claims = jwt.decode(token, keys[header["kid"]], algorithms=["EdDSA"], issuer=ISS, leeway=LEEWAY, options={"require": ["iat", "nbf"]})
    return compare(header, claims)


def joserfc(token, jwks):
    found = joserfc_jwt.decode(token, KeySet.import_key_set(json.loads(jwks)), algorithms=["EdDSA"])
    joserfc_jwt.JWTClaimsRegistry(leeway=LEEWAY, iss={"essential": True, "value": ISS}).validate(found.claims)
    return compare(found.header, found.claims)


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).rstrip(b"=").decode()


good, jwks = text("good.lic"), text("jwks.json")
header, payload, signature = good.split(".")
claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
head = json.loads(base64.urlsafe_b64decode(header + "=="))
bad = {
    "changed seats": f"{header}.{part({**claims, 'seats': 1000})}.{signature}",
    "changed signature": f"{header}.{payload}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}",
    "no algorithm": f"{part({**head, 'alg': 'none'})}.{payload}.",
    "another kid": f"{part({**head, 'kid': 'x' * 43})}.{payload}.{signature}",
    "a trial": text("trial.lic"),
    "an expired one": text("expired.lic"),
}
failed = False
try:
    EDITION = "trial"
    pyjwt(text("trial.lic"), text("jwks-trial.json"))
    print("ok  PyJWT accepts the trial with the trial set")
except Exception as error:
    failed = True
    print("FAILED  PyJWT refuses the trial with the trial set:", repr(error))
EDITION = "commercial"
for name, library in [("PyJWT", pyjwt), ("joserfc", joserfc)]:
    try:
        print("ok " if library(good, jwks)["seats"] == 10 else "FAILED ", name, "accepts the license")
    except Exception as error:  # whatever it is, it is not agreement
        failed = True
        print("FAILED ", name, "refuses the license:", repr(error))
    for what, token in bad.items():
        try:
            library(token, jwks)
            failed = True
            print("FAILED ", name, "accepts", what)
        except Exception as error:
            print("ok ", name, "refuses", what, f"({type(error).__name__})")
sys.exit(failed)
