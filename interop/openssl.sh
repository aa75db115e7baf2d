#!/usr/bin/env bash
# Reads key files and verifies the signature of a license with openssl.
set -uo pipefail
cd "$1"
failed=0
check() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "ok  openssl $what"; else echo "FAILED  openssl does not: $what"; failed=1; fi
}
refuse() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "FAILED  openssl $what"; failed=1; else echo "ok  openssl refuses: $what"; fi
}
base64url() { tr '_-' '/+' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | openssl base64 -d -A; }

check "reads a plain key" openssl pkey -in plain/keys/commercial.pem -noout
number=0
for name in root commercial trial; do
    number=$((number + 1))
    sed -n "${number}p" passphrases > one
    check "opens the encrypted $name key with its passphrase" openssl pkey -in "home/keys/$name.pem" -passin file:one -noout
    echo wrong > one
    refuse "opens the encrypted $name key with a wrong passphrase" openssl pkey -in "home/keys/$name.pem" -passin file:one -noout
done
check "sees scrypt in the encrypted key" sh -c 'openssl asn1parse -in home/keys/root.pem | grep -q ":scrypt"'

sed -n 2p passphrases > one
openssl pkey -in home/keys/commercial.pem -passin file:one -pubout -out public.pem
printf '%s' "$(cut -d. -f1,2 good.lic)" > signed
cut -d. -f3 good.lic | base64url > signature
check "verifies the license's signature" openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in signed -sigfile signature
sed 's/^./f/' signed > changed
refuse "verifies a changed license" openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in changed -sigfile signature
x=$(openssl pkey -pubin -in public.pem -outform DER | tail -c 32 | openssl base64 -A | tr '/+' '_-' | tr -d '=')
check "finds the same public key as the JWK set" grep -q "\"x\": \"$x\"" jwks.json

# licentia imports a key that openssl generated and encrypted, and openssl opens the key files that
# licentia writes for it.
licentia=$2
openssl genpkey -algorithm ed25519 -aes256 -pass pass:theirs -out made.pem
{ sed -n 1p passphrases; echo theirs; } > both
echo ours > mine
check "makes a key that is taken in" "$licentia" key import theirs made.pem --edition commercial --passphrase-file both --new-passphrase-file mine
openssl pkey -in made.pem -passin pass:theirs -pubout -out made.pub
check "opens it with the passphrase that it has here" sh -c 'openssl pkey -in home/keys/theirs.pem -passin file:mine -pubout | cmp - made.pub'
check "reads the public half that is exported" sh -c '"$0" key export theirs | cmp - made.pub' "$licentia"
"$licentia" key export theirs --private --out copy.pem --quiet
check "opens the private part that is exported" openssl pkey -in copy.pem -passin file:mine -noout
exit $failed
