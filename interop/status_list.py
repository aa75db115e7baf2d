"""Verifies the status list of status.sh with PyJWT and the zlib of the standard library."""

import base64
import json
import sys
import zlib
from pathlib import Path

import jwt

folder = Path(sys.argv[1]) / "status"
TYP, ISS, LEEWAY, ENTRIES = "statuslist+jwt", "https://acme.example/licensing", 300, 1_048_576
VALUES = {"valid": 0, "invalid": 1, "suspended": 2}


def text(*name):
    return folder.joinpath(*name).read_text()


def verify(token):
    header = jwt.get_unverified_header(token)
    if header["typ"] != TYP:
        raise ValueError("another kind of file")
    keys = jwt.PyJWKSet.from_dict(json.loads(text("jwks.json")))
    options = {"require": ["sub", "iat", "exp"]}
    return jwt.decode(token, keys[header["kid"]], algorithms=["EdDSA"], issuer=ISS, leeway=LEEWAY, options=options)


def part(value):
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def unpart(value):
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))


def unpack(packed):
    """Returns the entries. The entry idx is in the byte idx // 4, least significant bits first."""
    packed = zlib.decompress(unpart(packed))
    return [byte >> shift & 3 for byte in packed for shift in (0, 2, 4, 6)]


token = text("list.status")
header, payload, signature = token.split(".")
failed = False
try:
    claims = verify(token)
    print("ok  PyJWT accepts the status list")
    found = unpack(claims["status_list"]["lst"])
    expected = [0] * ENTRIES
    for name in (folder / "records").iterdir():
        for file in json.loads(name.read_text()):
            if file["uri"] != claims["sub"]:
                raise ValueError(f"{name.name}: another list")
            expected[file["idx"]] = VALUES[file["status"]]
    others = sum(a != b for a, b in zip(found, expected, strict=True))
    counts = ", ".join(f"{found.count(value)} {name}" for name, value in VALUES.items())
    if claims["status_list"]["bits"] != 2 or others:
        raise ValueError(f"{others} of {ENTRIES} are others")
    print(f"ok  zlib finds every entry as the records state it (0 of {ENTRIES} are others; {counts})")
    done = [line.split() for line in text("done").splitlines()]
    for value, name in done:
        entry = json.loads(unpart(text(name).split(".")[1]))["status"]["status_list"]
        if entry["uri"] != claims["sub"] or found[entry["idx"]] != int(value):
            raise ValueError(f"{name} is {found[entry['idx']]}, not {value}")
    print(f"ok  zlib finds what was done to each file ({len(done)} files)")
except Exception as error:  # any error is a failure
    failed = True
    print("FAILED  the status list:", repr(error))

claims = json.loads(unpart(payload))
lst = claims["status_list"]["lst"]
nothing = {**claims, "status_list": {"bits": 2, "lst": part(zlib.compress(bytes(ENTRIES // 4), 9))}}
for who, what, judge, given in [
    ("PyJWT", "a list in which nothing is ended", verify, f"{header}.{part(json.dumps(nothing).encode())}.{signature}"),
    ("PyJWT", "a license for a list", verify, text("good.lic")),
    ("zlib", "half a list", unpack, part(unpart(lst)[: len(lst) // 3])),
    ("zlib", "a list without its checksum", unpack, part(unpart(lst)[:-4])),
]:
    try:
        judge(given)
        failed = True
        print("FAILED ", who, "accepts", what)
    except Exception as error:
        print("ok ", who, "refuses", what, f"({type(error).__name__})")
sys.exit(failed)
