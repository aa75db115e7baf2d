"""PyJWT, joserfc and jwcrypto judge what licentia emits with plain JWK sets: by the rules of docs/verify/README.md (interop/verify/)."""

import json
import sys
import time
from pathlib import Path

folder, verify = Path(sys.argv[1]), Path(__file__).parent / "verify"
sys.path.insert(0, str(verify))

import rules  # noqa: E402
import verify_joserfc  # noqa: E402
import verify_jwcrypto  # noqa: E402
import verify_pyjwt  # noqa: E402

ISS, PRODUCT, NOW = "https://acme.example/licensing", "work-management", int(time.time())


def text(name):
    return (folder / name).read_text()


def sets(place, *editions):
    names = {"commercial": "jwks.json", "trial": "jwks-trial.json"}
    return {edition: json.loads(text(f"{place}{names[edition]}")) for edition in editions}


def part(value):
    return rules.encode(json.dumps(value, separators=(",", ":")).encode())


good = text("good.lic")
header, payload, signature = good.split(".")
claims, head = json.loads(rules.decode(payload)), json.loads(rules.decode(header))
changed = f"{header}.{payload}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}"
status = text("status/list.status")
both, ended = sets("", "commercial", "trial"), sets("status/", "commercial", "trial")
trial_only = sets("status/", "trial")
# What is judged, with which sets, beside which lists, and the expected code; nothing where it is valid.
cases = [
    ("a license", good, both, [], None),
    ("a trial", text("trial.lic"), both, [], None),
    ("a trial with the commercial set alone", text("trial.lic"), sets("", "commercial"), [], "unknown_key"),
    ("an expired one", text("expired.lic"), both, [], "expired"),
    ("changed seats", f"{header}.{part({**claims, 'seats': 1000})}.{signature}", both, [], "bad_signature"),
    ("a changed signature", changed, both, [], "bad_signature"),
    ("no algorithm", f"{part({**head, 'alg': 'none'})}.{payload}.", both, [], "unsupported"),
    ("another kid", f"{part({**head, 'kid': 'x' * 43})}.{payload}.{signature}", both, [], "unknown_key"),
    ("a license by the trial key's set", good, {"trial": both["commercial"]}, [], "edition_mismatch"),
    ("a license beside its list", text("status/good.lic"), ended, [status], None),
    ("a trial beside its list", text("status/trial.lic"), ended, [status], None),
    ("a revoked license", text("status/revoke.lic"), ended, [status], "revoked"),
    ("a suspended license", text("status/suspend-2.lic"), ended, [status], "suspended"),
    ("a withdrawn trial", text("status/withdraw.lic"), ended, [status], "revoked"),
    ("a withdrawn trial without the list", text("status/withdraw.lic"), ended, [], None),
    # The list is signed by the commercial key: a reader without it cannot check the list, and refuses.
    ("a withdrawn trial with the trial set alone", text("status/withdraw.lic"), trial_only, [status], "unknown_key"),
    ("a trial with the trial set alone, beside a list", text("status/trial.lic"), trial_only, [status], "unknown_key"),
    ("a license beside a changed list", text("status/good.lic"), ended, [status[:-8] + "AAAAAAAA"], "bad_signature"),
]
failed = False
for name, module in [("PyJWT", verify_pyjwt), ("joserfc", verify_joserfc), ("jwcrypto", verify_jwcrypto)]:
    for what, token, keys, lists, code in cases:
        try:
            rules.license(token, rules.JwkSets(ISS, keys, module.check), NOW, PRODUCT, lists=lists)
            found = None
        except rules.Refused as refused:
            found = refused.args[0]
        verdict = f"{name} says of {what}: {found or 'valid'}"
        failed |= found != code
        print(f"ok  {verdict}" if found == code else f"FAILED  {verdict}, not {code or 'valid'}")
sys.exit(failed)
