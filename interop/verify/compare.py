"""Compares the verdicts of a verifier (standard input) with those of the vectors of level `basic`."""

import json
import sys
from pathlib import Path

# The crate ignores a list that it refuses, and another list revokes the license. A verifier of the page refuses it for the first list
# already (S5): the same verdict with another code.
OTHER_CODE = {
    "license-status-not-healed-by-thief": "bad_signature",
    "license-status-not-healed-by-trial": "edition_mismatch",
    "license-status-not-healed-from-ahead": "not_yet_valid",
}

name, folder = sys.argv[1:]
said = {}
for line in sys.stdin:
    vector, verdict, *reason = line.split()
    if vector in said or verdict not in ("valid", "refused"):
        sys.exit(f"FAILED  {name}: not a verdict: {line.strip()}")
    said[vector] = (verdict == "valid", " ".join(reason))
expected = {}
for path in sorted(Path(folder).glob("*.json")):
    vector = json.loads(path.read_text())
    if vector["level"] == "basic":
        expected[path.stem] = (vector["verdict"]["valid"], OTHER_CODE.get(path.stem, vector["verdict"]["code"] or ""))
wrong = 0
for vector in sorted(expected | said):
    wanted, found = expected.get(vector), said.get(vector)
    if wanted is None or found is None or wanted != found:
        wrong += 1
        print(f"FAILED  {name} {vector}: expected {wanted}, found {found}")
accepted = sum(valid for valid, _ in expected.values())
if accepted < 20 or len(expected) < 4 * accepted:
    wrong += 1
    print(f"FAILED  {name}: only {len(expected)} vectors, {accepted} of them valid")
if not wrong:
    print(f"ok  {name}: {len(expected)} vectors, {accepted} valid, no wrong verdict and no wrong code")
sys.exit(wrong > 0)
