"""The rules of docs/verify/README.md in Python. Each verifier adds the signature check of its library.

`main(check)` reads the vectors of level `basic` in a folder and prints a verdict for each. `check(token, x, kid)` verifies the
signature with the library and returns the payload; it raises an exception otherwise.
"""

import base64
import datetime
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path

MAX_TOKEN, MAX_LIST, U32, DEEPEST = 1_048_576, 262_144, 4_294_967_295, 127
INVISIBLE = {0xAD, 0x2060, 0xFEFF, *range(0x200B, 0x2010)}


class Refused(Exception):
    """A check failed."""


class Ignored(Exception):
    """A status list whose key is revoked."""


def demand(holds, code):
    if not holds:
        raise Refused(code)


def is_space(c):
    """Unicode's White_Space, which is less than Python's."""
    return c.isspace() and not "\x1c" <= c <= "\x1f"


def clean(text):
    """T1"""
    lines = []
    for line in text.split("\n"):
        line = "".join(c for c in line if not is_space(c) and ord(c) not in INVISIBLE).lstrip(">")
        lines.append(line.removesuffix("="))
    token = "".join(lines)
    demand(len(token.encode()) <= MAX_TOKEN, "too_large")
    return token


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(part):
    """Canonical base64url without padding."""
    try:
        data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError as error:
        raise Refused("malformed") from error
    demand(encode(data) == part, "malformed")
    return data


def unique(pairs):
    members = dict(pairs)
    demand(len(members) == len(pairs), "malformed")
    return members


def check_text(value, depth=1):
    """No surrogate without its pair, and no more than so many levels."""
    if isinstance(value, str):
        demand(not any("\ud800" <= c <= "\udfff" for c in value), "malformed")
    elif isinstance(value, (dict, list)):
        demand(depth <= DEEPEST, "malformed")
        for item in [*value, *value.values()] if isinstance(value, dict) else value:
            check_text(item, depth + 1)


def whole(digits):
    return -0.0 if digits == "-0" else int(digits)


def parse(data):
    """One JSON object without a repeated member."""
    demand(data[:1] == b"{", "malformed")
    try:
        found = json.loads(data.decode(), object_pairs_hook=unique, parse_int=whole, parse_constant=lambda _: demand(False, "malformed"))
    except (ValueError, RecursionError) as error:
        raise Refused("malformed") from error
    check_text(found)
    return found


def split(token, typ):
    """T2 and T3: the header and the payload, not yet verified."""
    parts = token.split(".")
    demand(len(parts) == 3, "malformed")
    header, payload, _ = map(decode, parts)
    header = parse(header)
    demand(all(isinstance(header.get(name), str) for name in ("alg", "kid", "typ")), "malformed")
    demand(header["alg"] in ("EdDSA", "Ed25519"), "unsupported")
    demand(header["typ"] == typ, "wrong_type")
    demand(len(header) == 3, "unsupported")
    return header, payload


def is_whole(value, least=None, most=None):
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return (least is None or value >= least) and (most is None or value <= most)


def is_time(value):
    return is_whole(value, -(2**63), 2**63 - 1)


def is_number(value):
    return is_whole(value, 0, 2**64 - 1)


def is_text(value):
    return isinstance(value, str)


def is_texts(value):
    return isinstance(value, list) and all(map(is_text, value))


def is_day(value):
    try:
        return is_text(value) and bool(re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and datetime.date.fromisoformat(value))
    except ValueError:
        return False


def is_count(value):
    return is_whole(value, 0, U32)


def is_object(value):
    return isinstance(value, dict)


def has(claims, name, holds, required=True):
    """Checks the type of a claim."""
    demand(is_object(claims) and (holds(claims[name]) if name in claims else not required), "malformed")


def check_format(claims):
    """T7"""
    has(claims, "fmt", lambda fmt: is_whole(fmt, 1, U32))
    demand(claims["fmt"] == 1, "unsupported")


def check_envelope(claims):
    for name in ("iss", "jti"):
        has(claims, name, lambda value: is_text(value) and value)
    has(claims, "iat", is_time)
    has(claims, "exp", is_time, required=False)
    has(claims, "test", lambda value: isinstance(value, bool), required=False)


def thumbprint(x):
    return encode(hashlib.sha256(b'{"crv":"Ed25519","kty":"OKP","x":"%s"}' % x.encode()).digest())


def is_ed25519(key):
    return is_object(key) and key.get("kty") == "OKP" and key.get("crv") == "Ed25519" and is_text(key.get("x"))


class KeySet:
    """K1 to K5."""

    def __init__(self, text, pin, now, allow_test, check):
        token = clean(text)
        header, payload = split(token, "licentia-keyset+jwt")
        root = parse(payload).get("root")
        demand(is_ed25519(root), "malformed")
        demand(thumbprint(root["x"]) == pin == header["kid"], "unknown_key")
        demand(parse(payload).get("transitions", []) == [], "unsupported")
        self.check = check
        claims = self.claims = parse(self.verified(token, root["x"], header["kid"]))
        check_format(claims)
        check_envelope(claims)
        has(claims, "version", lambda value: is_number(value) and value >= 1)
        has(claims, "keys", lambda value: isinstance(value, list) and all(map(is_object, value)))
        demand(claims["iat"] - 86_400 <= now, "not_yet_valid")
        demand(allow_test or not claims.get("test", False), "test_file")
        self.keys = {}
        for key in claims["keys"]:
            demand(is_ed25519(key) and is_text(key.get("name")), "malformed")
            demand(key.get("kid") == thumbprint(key["x"]) and key["kid"] != pin and key["kid"] not in self.keys, "malformed")
            has(key, "edition", lambda value: value in ("commercial", "trial"))
            has(key, "state", lambda value: value in ("active", "retired", "revoked"))
            for name in ("not_before", "not_after", "retired_at", "revoked_at"):
                has(key, name, is_time, required=False)
            demand(key["state"] != "retired" or "retired_at" in key, "malformed")
            has(key, "scope", is_object, required=False)
            scope = key.get("scope", {})
            for name in ("kinds", "products"):
                has(scope, name, is_texts, required=False)
            for name in ("max_term_days", "max_seats"):
                has(scope, name, is_count, required=False)
            self.keys[key["kid"]] = key

    def verified(self, token, x, kid):
        """T5"""
        try:
            return self.check(token, x, kid)
        except Exception as error:
            raise Refused("bad_signature") from error

    def open(self, token, typ):
        """T2 to T7: the claims, and the key that signed them."""
        header, _ = split(token, typ)
        key = self.keys.get(header["kid"])
        demand(key, "unknown_key")
        claims = parse(self.verified(token, key["x"], key["kid"]))
        check_format(claims)
        check_envelope(claims)
        return claims, key

    def check_vendor(self, claims):
        """L3"""
        demand(claims["iss"] == self.claims["iss"], "wrong_issuer")
        demand(claims.get("test", False) == self.claims.get("test", False), "test_file")


class JwkSets(KeySet):
    """Plain JWK sets in place of a key set, by edition: without states and scopes."""

    def __init__(self, iss, sets, check):
        self.check, self.claims = check, {"iss": iss}
        self.keys = {key["kid"]: {**key, "edition": edition, "state": "active"} for edition, jwks in sets.items() for key in jwks["keys"]}


def check_state(key, iat):
    """L5"""
    kept = "max_term_days" in key.get("scope", {}) and "revoked_at" in key and iat < key["revoked_at"]
    demand(key["state"] != "revoked" or kept, "revoked_key")
    demand(key["state"] == "active" or "retired_at" not in key or iat <= key["retired_at"], "retired_key")
    demand(iat >= key.get("not_before", iat) and iat <= key.get("not_after", iat), "key_expired")


def check_scope(scope, kind, claims):
    """L6, as far as it concerns every file."""
    demand("kinds" not in scope or kind in scope["kinds"], "out_of_scope")
    if "max_term_days" in scope:
        demand("exp" in claims and claims["exp"] - claims["iat"] <= scope["max_term_days"] * 86_400, "out_of_scope")


def check_claims(claims):
    """L2"""
    has(claims, "sub", lambda value: is_text(value) and value)
    has(claims, "nbf", is_time)
    has(claims, "edition", lambda value: value in ("commercial", "trial"))
    for name in ("revision", "seats"):
        has(claims, name, lambda value: is_whole(value, 1, U32))
    has(claims, "model", lambda value: value in ("named", "floating", "device"))
    has(claims, "product", is_object)
    product = claims["product"]
    for name in ("code", "name"):
        has(product, name, is_text)
    has(product, "kind", lambda value: value in ("base", "application"))
    has(product, "allow_login", lambda value: isinstance(value, bool), required=False)
    has(product, "requires", is_texts, required=False)
    has(claims, "modules", lambda value: isinstance(value, list), required=False)
    for module in claims.get("modules", []):
        has(module, "code", is_text)
        has(module, "value", is_number, required=False)
        has(module, "ends", is_day, required=False)
    has(claims, "customer", is_object)
    for name in ("code", "name"):
        has(claims["customer"], name, is_text)
    has(claims["customer"], "company", is_text, required=False)
    has(claims, "users", is_texts, required=False)
    has(claims, "container", is_object, required=False)
    has(claims, "term", is_object)
    has(claims["term"], "starts", is_day)
    has(claims["term"], "ends", is_day, required=False)
    for name in ("checkpoint_days", "grace_days"):
        has(claims["term"], name, is_count, required=False)
    has(claims, "offline", is_object, required=False)
    for name in ("max_days", "max_starts"):
        has(claims.get("offline", {}), name, is_count, required=False)
    has(claims, "enforcement", lambda value: value in ("block", "warn", "log"))
    has(claims, "attributes", lambda value: is_object(value) and all(map(is_text, value.values())), required=False)
    has(claims, "status", is_object, required=False)
    if "status" in claims:
        has(claims["status"], "status_list", is_object)
        has(claims["status"]["status_list"], "idx", is_count)
        has(claims["status"]["status_list"], "uri", is_text)


def status_list(text, keys, now):
    """S1 to S4: the claims, and the entries."""
    claims, key = keys.open(clean(text), "statuslist+jwt")
    has(claims, "sub", lambda value: is_text(value) and value)
    has(claims, "ttl", is_number, required=False)
    has(claims, "status_list", is_object)
    packed = claims["status_list"]
    has(packed, "bits", lambda value: is_whole(value) and value in (1, 2, 4, 8))
    has(packed, "lst", is_text)
    keys.check_vendor(claims)
    demand(key["edition"] == "commercial", "edition_mismatch")
    try:
        check_state(key, claims["iat"])
    except Refused as refused:
        raise Ignored if refused.args[0] == "revoked_key" else refused from None
    check_scope(key.get("scope", {}), "status", claims)
    demand(claims["iat"] - 86_400 <= now, "not_yet_valid")
    zipped = zlib.decompressobj()
    try:
        entries = zipped.decompress(decode(packed["lst"]), MAX_LIST + 1)
    except zlib.error as error:
        raise Refused("malformed") from error
    demand(len(entries) <= MAX_LIST, "too_large")
    demand(zipped.eof and not zipped.unused_data, "malformed")
    return claims, entries


def check_status(claims, lists, keys, now):
    """S1 to S6"""
    listed, newest = claims["status"]["status_list"], None
    for text in lists:
        try:
            found = status_list(text, keys, now)
        except Ignored:
            continue
        if found[0]["sub"] == listed["uri"] and (newest is None or found[0]["iat"] > newest[0]["iat"]):
            newest = found
    if newest is None:
        return
    bits, entries, idx = newest[0]["status_list"]["bits"], newest[1], listed["idx"]
    demand(idx * bits // 8 < len(entries), "out_of_range")
    value = (entries[idx * bits // 8] >> (idx * bits % 8)) & ((1 << bits) - 1)
    demand(value != 2, "suspended")
    demand(value == 0, "revoked")


def license(text, keys, now, product=None, user=None, lists=()):
    """L1 to L11: the claims."""
    claims, key = keys.open(clean(text), "licentia-license+jwt")
    check_claims(claims)
    keys.check_vendor(claims)
    demand(claims["edition"] == key["edition"], "edition_mismatch")
    check_state(key, claims["iat"])
    scope = key.get("scope", {})
    check_scope(scope, "license", claims)
    demand("products" not in scope or claims["product"]["code"] in scope["products"], "out_of_scope")
    demand("max_seats" not in scope or claims["seats"] <= scope["max_seats"], "out_of_scope")
    demand("max_term_days" not in scope or claims["enforcement"] == "block", "out_of_scope")
    demand(claims["nbf"] - 600 <= now and claims["iat"] - 86_400 <= now, "not_yet_valid")
    demand(claims["enforcement"] != "block" or "exp" not in claims or now < claims["exp"], "expired")
    if "container" in claims:
        raise Refused("no_credential" if claims["container"].get("kind") == "cloud" else "wrong_container")
    if user is not None:
        demand(user in claims["users"] if "users" in claims else claims["model"] != "named", "not_assigned")
    demand(product is None or claims["product"]["code"] == product, "wrong_product")
    if "status" in claims:
        check_status(claims, lists, keys, now)
    return claims


def judge(vector, check):
    around = vector["circumstances"]
    demand(around["keyset"] is not None, "unknown_key")
    keys = KeySet(around["keyset"], around["root"], around["now"], around["allow_test"], check)
    license(vector["text"], keys, around["now"], around["product"], around["user"], around.get("status") or ())


def main(check):
    for path in sorted(Path(sys.argv[1]).glob("*.json")):
        vector = json.loads(path.read_text())
        if vector["level"] != "basic":
            continue
        try:
            judge(vector, check)
            print(path.stem, "valid")
        except Refused as refused:
            print(path.stem, "refused", refused.args[0])
