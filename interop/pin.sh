#!/usr/bin/env bash
# Reads the pinned thumbprint in the output of `licentia key pin` with the tools of each language.
# Requires python3, node, cc, rustc and javac.
set -uo pipefail
cd "$1"
licentia=$2
root=$("$licentia" key show root --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["kid"])')
check() { if [ "$2" = "$root" ]; then echo "ok $1"; else echo "FAILED $1: ${2:-nothing}"; fi; }

"$licentia" key pin --lang python > pin.py
check "python reads the pin" "$(python3 -c 'import pin; print(pin.LICENTIA_ROOT)' 2>&1)"
"$licentia" key pin --lang js > pin.mjs
check "node reads the pin" "$(node --input-type=module -e "import {LICENTIA_ROOT} from '$PWD/pin.mjs'; console.log(LICENTIA_ROOT)" 2>&1)"
{ "$licentia" key pin --lang c; echo '#include <stdio.h>'; echo 'int main(void) { puts(LICENTIA_ROOT); return 0; }'; } > pin.c
check "cc reads the pin" "$(cc -Wall -Werror pin.c -o pin-c 2>&1 && ./pin-c)"
{ "$licentia" key pin --lang rust; echo 'fn main() { println!("{LICENTIA_ROOT}"); }'; } > pin.rs
check "rustc reads the pin" "$(rustc pin.rs -o pin-rust 2>&1 && ./pin-rust)"
{ "$licentia" key pin --lang java; echo 'final class Main { public static void main(String[] args) { System.out.println(LicentiaRoot.PIN); } }'; } > Main.java
check "javac reads the pin" "$(javac Main.java 2>&1 && java Main)"
