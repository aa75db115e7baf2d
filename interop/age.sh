#!/usr/bin/env bash
# Decrypts credentials of licentia with the age program. Only the recipients can decrypt them.
set -uo pipefail
cd "$1"
licentia=$2
failed=0
check() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "ok  age $what"; else echo "FAILED  age does not: $what"; failed=1; fi
}
refuse() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "FAILED  age $what"; failed=1; else echo "ok  age refuses: $what"; fi
}
# Runs age on a pseudo-terminal, because age asks for a passphrase only on a terminal.
with_passphrase() {
    python3 - "$1" "$2" "$3" <<'PYTHON'
import os, pty, sys, time
passphrase, sealed, opened = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("age", ["age", "--decrypt", "--output", opened, sealed])
asked, answered = b"", False
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        break
    if not part:
        break
    asked += part
    if not answered and b"passphrase" in asked:
        time.sleep(0.2)
        os.write(terminal, passphrase.encode() + b"\n")
        answered = True
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON
}

age-keygen -o mine.txt 2>/dev/null
age-keygen -o another.txt 2>/dev/null
age-keygen -o second.txt 2>/dev/null
mine=$(age-keygen -y mine.txt)
second=$(age-keygen -y second.txt)
container=$("$licentia" container create --customer nordwind --kind cloud --encrypt-to "$mine" --encrypt-to "$second" --out mine.age --json \
    | python3 -c 'import json, sys; print(json.load(sys.stdin)["serial"])')
check "sees its own armor" sh -c 'head -n 1 mine.age | grep -qx -- "-----BEGIN AGE ENCRYPTED FILE-----"'
refuse "opens it with another identity" age --decrypt --identity another.txt --output stolen.cred mine.age
check "opens it for the second of two recipients" age --decrypt --identity second.txt --output second.cred mine.age
check "opens it for its recipient" age --decrypt --identity mine.txt --output mine.cred mine.age
check "finds the credential that opens the container" "$licentia" credential check mine.cred
check "finds a text without a line end" python3 -c 'text = open("mine.cred").read(); assert text.count(".") == 2 and text.split() == [text]'
sed 's/^\(.\{20\}\)./\1A/' mine.age | sed '1!b;s/.*/-----BEGIN AGE ENCRYPTED FILE-----/' > changed.age
refuse "opens a changed one" age --decrypt --identity mine.txt --output changed.cred changed.age

printf 'correct horse battery\n' > theirs
"$licentia" --quiet credential rotate "$container" --encrypt-passphrase-file theirs --out theirs.age
check "opens it with the passphrase" with_passphrase 'correct horse battery' theirs.age theirs.cred
check "finds the next credential" "$licentia" credential check theirs.cred
refuse "opens it with a wrong passphrase" with_passphrase 'wrong horse' theirs.age wrong.cred
refuse "finds that the one before opens it still" "$licentia" credential check mine.cred
exit $failed
