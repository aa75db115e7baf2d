"""Verifies an export of the audit log: the chain, the sequence, and the signatures of its ranges.

Usage: audit_export.py EXPORT [ROOT]. EXPORT is a file of `licentia audit export`. ROOT is the thumbprint of the root
key from another source, such as the source code of an application. Without ROOT, the export is compared only with
itself. Exits with 4 if the export is not valid.

docs/reference/audit.md describes the form. The only library is cryptography, for Ed25519.
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORM, TYP, LABEL = 1, "licentia-keyset+jwt", b"licentia-audit-anchor-1"


class Broken(Exception):
    """A statement of the export that is not true."""


def unpart(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def thumbprint(x):
    jwk = json.dumps({"crv": "Ed25519", "kty": "OKP", "x": x}, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(jwk.encode()).digest()).rstrip(b"=").decode()


def verify(x, signature, message):
    Ed25519PublicKey.from_public_bytes(unpart(x)).verify(signature, message)


def signing_keys(head):
    """Returns the keys of the key set, which the root key signed, by their thumbprints."""
    token = head["keyset"]
    header, payload, signature = token.split(".")
    head_of_token, claims = json.loads(unpart(header)), json.loads(unpart(payload))
    x = claims["root"]["x"]
    if head_of_token["typ"] != TYP or head_of_token["alg"] != "EdDSA":
        raise Broken("the key set is another kind of file")
    if thumbprint(x) != head["root"] or claims["iss"] != head["iss"]:
        raise Broken("the key set is of another root key or issuer")
    verify(x, unpart(signature), f"{header}.{payload}".encode())
    keys = {key["kid"]: key for key in claims["keys"]}
    if any(kid != thumbprint(key["x"]) for kid, key in keys.items()):
        raise Broken("the key set has a wrong thumbprint")
    return keys


class Log:
    """The lines of an export that were read."""

    def __init__(self, line, root):
        if line.get("licentia_audit_export") != FORM:
            raise Broken(f"this is no export of form {FORM}")
        if root is not None and line["root"] != root:
            raise Broken(f"the root key is {line['root']}, not {root}")
        self.keys, self.prefix = signing_keys(line), LABEL
        for part in (line["iss"], line["root"]):
            self.prefix += b"\0" + part.encode()
        self.hashes, self.anchors, self.revoked = [bytes(32)], 0, 0

    def entry(self, line):
        seq = json.loads(line["entry"])["seq"]
        if seq != len(self.hashes):
            raise Broken(f"entry {seq} follows entry {len(self.hashes) - 1}")
        own = hashlib.sha256(self.hashes[-1] + line["entry"].encode()).digest()
        if own.hex() != line["hash"]:
            raise Broken(f"entry {seq} does not match its hash")
        self.hashes.append(own)

    def anchor(self, line):
        first, last = line["first_seq"], line["last_seq"]
        name = f"the anchor of the entries {first} to {last}"
        if not 1 <= first <= last < len(self.hashes):
            raise Broken(f"{name} is not in the log")
        if self.hashes[last].hex() != line["hash"]:
            raise Broken(f"{name} has another hash")
        key = self.keys.get(line["kid"])
        if key is None:
            raise Broken(f"{name} is of a key that is not in the key set")
        span = first.to_bytes(8, "big") + last.to_bytes(8, "big")
        try:
            verify(key["x"], unpart(line["signature"]), self.prefix + b"\0" + span + self.hashes[last])
        except InvalidSignature:
            raise Broken(f"{name} has an invalid signature") from None
        self.anchors += 1
        self.revoked += key["state"] == "revoked"


def read(lines, root):
    log, number = None, 0
    try:
        for number, text in enumerate(lines, 1):
            line = json.loads(text)
            if log is None:
                log = Log(line, root)
            elif "entry" in line:
                log.entry(line)
            else:
                log.anchor(line)
        if log is None:
            raise Broken("the export is empty")
    except Broken as broken:
        raise Broken(f"line {number}: {broken}") from None
    # Any other mistake of the form is a break, too.
    except (InvalidSignature, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise Broken(f"line {number}: {type(error).__name__}: {error}") from None
    return log


def main(path, root=None):
    try:
        with open(path, encoding="utf-8", newline="\n") as lines:
            log = read(lines, root)
    except Broken as broken:
        print(f"NOT VALID: {broken}", file=sys.stderr)
        return 4
    revoked = f" ({log.revoked} by revoked keys)" if log.revoked else ""
    print(f"valid: {len(log.hashes) - 1} entries, {log.anchors} anchors{revoked}, head {log.hashes[-1].hex()}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
