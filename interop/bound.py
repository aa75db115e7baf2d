"""Licenses that are bound to containers: the rules of docs/reference/formats.md in Python, on every license vector.

The rules for licenses are those of verify/rules.py, with PyJWT; the binding and the fingerprints are here.
"""

import hashlib
import json
import sys
import unicodedata
from pathlib import Path

vectors = Path(sys.argv[1])
sys.path.insert(0, str(Path(__file__).parent / "verify"))

import rules  # noqa: E402
from rules import Refused, demand, has, is_count, is_object, is_text, is_texts, is_whole  # noqa: E402
from verify_pyjwt import check  # noqa: E402

PLACEHOLDERS = {
    "to be filled by o.e.m.",
    "to be filled by oem",
    "default string",
    "default",
    "system serial number",
    "base board serial number",
    "chassis serial number",
    "serial number",
    "not specified",
    "not applicable",
    "not available",
    "not defined",
    "none",
    "null",
    "n/a",
    "na",
    "invalid",
    "unknown",
    "unset",
    "uninitialized",
    "o.e.m.",
    "oem",
    "empty",
    "123456789",
    "0123456789",
    "1234567890",
    "12345678",
    "03000200-0400-0500-0006-000700080009",
    "00020003-0004-0005-0006-000700080009",
    "12345678-1234-5678-90ab-cddeefaabbcc",
}


def normal(name, value):
    """The value as it is hashed; nothing for one that does not tell computers apart."""
    is_edge = [c.isspace() or unicodedata.category(c) == "Cc" for c in value]
    if all(is_edge):
        return None
    value = value[is_edge.index(False) : len(value) - is_edge[::-1].index(False)].lower()
    signs = {c for c in value if c.isalnum()}
    is_made_up = name == "mac" and int(value[:2], 16) & 0b11
    return None if len(signs) < 2 or is_made_up or value in PLACEHOLDERS else value


def fingerprint(root, found):
    """The hashes of a computer's properties, from their values in clear."""
    salt = hashlib.sha256(b"licentia-fingerprint\0" + root.encode()).digest()[:16]
    hashes = {}
    for name, values in found.items():
        kept = sorted({value for value in (normal(name, value) for value in values) if value}, key=str.encode)[:32]
        start = salt + name.encode() + b"\0"
        texts = [rules.encode(hashlib.sha256(start + value.encode()).digest()[:16]) for value in kept]
        if texts:
            hashes[name] = texts if len(texts) > 1 else texts[0]
    return hashes


def several(hashes):
    return {hashes} if is_text(hashes) else set(hashes)


def check_match(container, device):
    wanted = container.get("match")
    demand(wanted is not None, "wrong_container")
    demand(wanted.get("key") in (None, device["key"]), "wrong_container")
    if container["kind"] == "dongle":
        demand(wanted.get("hardware") is not None and wanted["hardware"] == device["hardware"], "wrong_container")
        return
    stated, here = wanted.get("properties") or {}, device["properties"]
    matching = {name for name in stated if name in here and several(stated[name]) & several(here[name])}
    demand(matching.issuperset(wanted.get("required", [])), "wrong_container")
    demand(len(matching) >= max(wanted.get("minimum", 0), 1), "wrong_container")


def credential(text, keys, now):
    claims, key = keys.open(rules.clean(text), "licentia-credential+jwt")
    keys.check_vendor(claims)
    for name in ("sub", "serial", "secret"):
        has(claims, name, lambda value: is_text(value) and value)
    has(claims, "generation", lambda value: is_whole(value, 1))
    demand(claims["container"]["kind"] == "cloud" and len(claims["secret"]) == 43, "malformed")
    demand(key["edition"] == "commercial", "edition_mismatch")
    rules.check_state(key, claims["iat"])
    rules.check_scope(key.get("scope", {}), "credential", claims)
    demand(claims["iat"] - 86_400 <= now, "not_yet_valid")
    demand("exp" not in claims or now < claims["exp"], "expired")
    return claims


def check_binding(claims, around, keys):
    """The first of the columns of the table in Binding that applies."""
    container, now = claims["container"], around["now"]
    has(container, "serial", is_text)
    has(container, "kind", is_text)
    has(container, "match", is_object, required=False)
    has(container.get("match", {}), "required", is_texts, required=False)
    has(container.get("match", {}), "minimum", is_count, required=False)
    kind, device, hardware = container["kind"], around.get("device"), around["dongle"]
    if around["credential"] is not None and kind == "cloud":
        opens = credential(around["credential"], keys, now)
        demand(opens["iss"] == claims["iss"] and opens.get("test") == claims.get("test"), "no_credential")
        demand(opens["container"]["serial"] == container["serial"], "wrong_container")
        demand(opens["customer"]["code"] == claims["customer"]["code"], "wrong_container")
        demand("exp" not in opens or now < opens["exp"], "no_credential")
        return opens
    demand(kind != "cloud", "no_credential")
    if kind == "dongle" and hardware is not None:
        device = {"properties": {}, "hardware": hardware, "key": None}
    demand(device is not None and kind in ("device", "dongle"), "wrong_container")
    check_match(container, device)
    return None


def judge(vector):
    around = vector["circumstances"]
    demand(around["keyset"] is not None, "unknown_key")
    now, lists = around["now"], around.get("status") or ()
    keys = rules.KeySet(around["keyset"], around["root"], now, around["allow_test"], check)
    asks = around["unbound"] or around["credential"] or around["dongle"] is not None or around.get("device")
    try:
        rules.license(vector["text"], keys, now, around["product"], around["user"], lists)
    except Refused as refused:
        if refused.args[0] not in ("no_credential", "wrong_container"):
            raise
        # Every check before the binding passed. The later ones are repeated here.
        claims, _ = keys.open(rules.clean(vector["text"]), "licentia-license+jwt")
        if not asks:
            demand("exp" not in claims or now < claims["exp"], "expired")
        opens = check_binding(claims, around, keys) if asks else None
        demand(around["product"] in (None, claims["product"]["code"]), "wrong_product")
        for file in (opens, claims):
            if file and "status" in file:
                rules.check_status(file, lists, keys, now)


failed, bound = False, 0
for path in sorted(vectors.glob("license-*.json")):
    vector = json.loads(path.read_text())
    try:
        judge(vector)
        found = None
    except Refused as refused:
        found = refused.args[0]
    bound += vector["level"] == "full"
    if (found is None) != vector["verdict"]["valid"]:
        failed = True
        print(f"FAILED  {path.stem}: {found or 'valid'}, not {vector['verdict']}")
if bound < 30:
    failed = True
    print(f"FAILED  only {bound} vectors of bound licenses")
if not failed:
    print(f"ok  {bound} vectors of bound licenses, none wrong")

# A computer in clear, and the hashes that a vector has of it.
around = json.loads((vectors / "license-device-fits.json").read_text())["circumstances"]
clear = {
    "machine_id": [" 3D1219C7C4C5404AAA1F6D2A48ADFDA4\n"],
    "board_serial": ["PF3XK1AB\0"],
    "product_serial": ["To Be Filled By O.E.M."],
    "mac": ["3c:52:82:00:00:02", "3C:52:82:00:00:01", "02:42:ac:11:00:02", "00:00:00:00:00:00"],
}
hashed = fingerprint(around["root"], clear)
if hashed == around["device"]["properties"]:
    print(f"ok  the fingerprint of {len(hashed)} properties is that of the vector")
else:
    failed = True
    print(f"FAILED  the fingerprint is {hashed}, not {around['device']['properties']}")
sys.exit(failed)
