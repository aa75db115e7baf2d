"""Changes an export of the audit log in every way, and lets audit_export.py judge each change.

Usage: audit.py FILES LICENTIA
"""

import json
import os
import subprocess
import sys
from pathlib import Path

folder, licentia = Path(sys.argv[1]) / "audit", sys.argv[2]
folder.mkdir()
script = Path(__file__).with_name("audit_export.py")
environment = {**os.environ, "LICENTIA_HOME": str(folder / "home")}
environment.pop("LICENTIA_PASSPHRASE_FILE", None)
failed = False


def ask(*arguments):
    command = [licentia, "--quiet", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def judge(name, lines, expected, *root):
    """Writes an export and compares the exit status of the script with the expected one."""
    global failed
    path = folder / "changed.jsonl"
    path.write_text("".join(lines))
    ran = subprocess.run([sys.executable, script, path, *root], capture_output=True, text=True)
    says = (ran.stdout or ran.stderr).strip().splitlines()
    if ran.returncode == expected and (says[-1:] or [""])[0].startswith("valid:" if expected == 0 else "NOT VALID:"):
        print("ok  Python says of", name + ":", says[-1])
    else:
        failed = True
        print("FAILED  Python says of", name + ":", ran.returncode, says)
    return says[-1] if says else ""


ask("init", str(folder / "home"), "--vendor", "Acme", "--issuer", "https://acme.example/licensing", "--no-passphrase")
ask("product", "add", "work-management", "--name", "Work Management")
ask("customer", "add", "nordwind", "--name", "Nordwind AB")
for number in range(3):
    ask("license", "issue", "--customer", "nordwind", "--product", "work-management", "--unbound")
ask("audit", "export", "--out", str(folder / "log.jsonl"))
root = json.loads(ask("key", "show", "root", "--json"))["kid"]
head = json.loads(ask("audit", "verify", "--json"))["head"]

export = (folder / "log.jsonl").read_text().splitlines(keepends=True)
lines = [json.loads(line) for line in export]
entries = [place for place, line in enumerate(lines) if "entry" in line]
anchors = [place for place, line in enumerate(lines) if "signature" in line]
if not entries or not anchors:
    failed = True
    print("FAILED  the export has", len(entries), "entries and", len(anchors), "anchors")


def changed(place, **members):
    """Returns the export with other members in one line."""
    return [*export[:place], json.dumps({**lines[place], **members}) + "\n", *export[place + 1 :]]


def flipped(text):
    return ("B" if text[0] == "A" else "A") + text[1:]


says = judge("an export", export, 0, root)
if not says.endswith(f"head {head}"):
    failed = True
    print("FAILED  Python prints another head than licentia:", says)
judge("an export under another root key", export, 4, "x" * 43)
judge("an empty file", [], 4)
judge("an export without its first line", export[1:], 4)
judge("an export of another form", changed(0, licentia_audit_export=2), 4)
judge("an export of another issuer", changed(0, iss="https://acme.example/other"), 4)
judge("an export with another root key", changed(0, root="x" * 43), 4)
token = lines[0]["keyset"].rsplit(".", 1)
judge("a changed key set", changed(0, keyset=f"{token[0]}.{flipped(token[1])}"), 4)
for place in entries:
    text = lines[place]["entry"]
    name = json.loads(text)["action"]
    judge(f"a changed text ({name})", changed(place, entry=text.replace('"action":"', '"action":"x')), 4)
    judge(f"a changed hash ({name})", changed(place, hash=lines[place]["hash"][::-1]), 4)
for place in entries[:-1]:
    judge(f"a removed line ({place + 1})", export[:place] + export[place + 1 :], 4)
first, last = entries[0], entries[-1]
judge("two exchanged lines", [export[0], export[first + 1], export[first], *export[first + 2 :]], 4)
judge("a repeated line", [*export[: first + 1], *export[first:]], 4)
judge("a line that is cut off", [*export[:last], export[last][:-20]], 4)
for place in anchors:
    anchor = lines[place]
    name = f"{anchor['first_seq']} to {anchor['last_seq']}"
    judge(f"a changed signature ({name})", changed(place, signature=flipped(anchor["signature"])), 4)
    judge(f"an earlier first entry ({name})", changed(place, first_seq=anchor["first_seq"] - 1), 4)
    judge(f"a later last entry ({name})", changed(place, last_seq=anchor["last_seq"] + 1), 4)
    judge(f"an anchor with another hash ({name})", changed(place, hash=lines[first]["hash"]), 4)
    judge(f"an anchor of another key ({name})", changed(place, kid=root), 4)
if anchors:
    judge("a log that is cut before an anchor", [line for place, line in enumerate(export) if place != last], 4)
sys.exit(failed)
