"""Writes what licentia emitted as vectors, so that each verifier judges them as it judges the published ones.

Usage: live.py FILES VECTORS; status.sh made FILES/status.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

files, vectors, licentia = Path(sys.argv[1]) / "status", Path(sys.argv[2]), sys.argv[3]
vectors.mkdir(parents=True, exist_ok=True)


def text(name):
    return (files / name).read_text()


def ask(*arguments):
    return subprocess.run([licentia, "--home", files / "home", *arguments], check=True, capture_output=True, text=True).stdout


keyset, root = ask("key", "publish"), json.loads(ask("key", "show", "root", "--json"))["kid"]
status = text("list.status")
signed, signature = text("good.lic").rsplit(".", 1)
usual = {
    "now": int(time.time()),
    "allow_test": False,
    "root": root,
    "keyset": keyset,
    "product": "work-management",
    "user": None,
    "unbound": True,
    "credential": None,
    "dongle": None,
    "status": [status],
}
cases = {
    "good": (text("good.lic"), {}, None),
    "good-user": (text("good.lic"), {"user": "anna"}, None),
    "good-without-list": (text("good.lic"), {"status": []}, None),
    "trial": (text("trial.lic"), {}, None),
    "expired": (text("expired.lic"), {}, "expired"),
    "revoked": (text("revoke.lic"), {}, "revoked"),
    "revoked-without-list": (text("revoke.lic"), {"status": []}, None),
    "suspended": (text("suspend-2.lic"), {}, "suspended"),
    "withdrawn-trial": (text("withdraw.lic"), {}, "revoked"),
    "bound-to-cloud": (text("part-2.lic"), {}, "no_credential"),
    "bound-to-dongle": (text("waiting.lic"), {}, "wrong_container"),
    "other-product": (text("good.lic"), {"product": "work"}, "wrong_product"),
    "other-root": (text("good.lic"), {"root": "x" * 43}, "unknown_key"),
    "changed": (f"{signed}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}", {}, "bad_signature"),
    "changed-list": (text("good.lic"), {"status": [status[:-8] + "AAAAAAAA"]}, "bad_signature"),
    "a-list": (status, {}, "wrong_type"),
    "a-credential": (text("office-2.cred"), {}, "wrong_type"),
}
for name, (token, more, code) in cases.items():
    verdict = {"valid": code is None, "code": code, "warning": None}
    vector = {"level": "basic", "circumstances": {**usual, **more}, "verdict": verdict, "text": token}
    (vectors / f"live-{name}.json").write_text(json.dumps(vector))
