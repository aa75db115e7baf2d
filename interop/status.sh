#!/usr/bin/env bash
# Ends files in every way that licentia has, and publishes the status list. Writes the entry of each
# file in the records (status/records/) and the expected entry (status/done) for status_list.mjs and
# status_list.py, which compare both with the list. Then verifies the files and the list with
# licentia.
set -euo pipefail
cd "$1"
licentia=$2
mkdir -p status/records
cd status

# A separate live home, of which this script knows every file. The keys have no passphrase, because
# twenty commands would wait for scrypt.
unset LICENTIA_PASSPHRASE_FILE
export LICENTIA_HOME=$PWD/home
"$licentia" --quiet init home --vendor Acme --issuer https://acme.example/licensing --no-passphrase
"$licentia" --quiet product add work-management --name 'Work Management'
"$licentia" --quiet recovery policy work-management --any-initial 5
"$licentia" --quiet customer add nordwind --name 'Nordwind AB'
"$licentia" key publish --jwks > jwks.json
"$licentia" key publish --jwks --edition trial > jwks-trial.json

# Issues a license with a reference and writes a file of the same name.
issue() { "$licentia" --quiet license issue --customer nordwind --product work-management --reference "$1" --out "$1.lic" "${@:2}"; }
create() {
    "$licentia" container create --customer nordwind "$@" --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["serial"])'
}
change() { "$licentia" --quiet --yes "$@"; }
# Records the expected entry of a file: 0 valid, 1 invalid, 2 suspended.
is() { echo "$2 $1" >> done; }

office=$(create --kind cloud --out office-1.cred)
stolen=$(create --kind cloud --out stolen.cred)
lost=$(create --kind cloud --out lost.cred)
dongle=$(create --kind dongle --hardware 3-4711829)
change credential rotate "$office" --out office-2.cred
is office-1.cred 1
is office-2.cred 0

issue good --seats 10 --term 1y
is good.lic 0
issue trial --edition trial --term 30d
is trial.lic 0
issue expired --starts 2020-01-01 --ends 2021-01-01
is expired.lic 0
issue revoke
change license revoke ref:revoke --reason 'paid with a stolen card'
is revoke.lic 1
issue withdraw --edition trial
change license withdraw ref:withdraw --reason 'the contract ended'
is withdraw.lic 1
issue delete --container "$office"
change license delete ref:delete
is delete.lic 1
issue replace
change license replace ref:replace --seats 2 --reference successor --out successor.lic
is replace.lic 1
is successor.lic 0

# A suspended license with two older files: one ends at once, the other in 30 days.
issue suspend --seats 3
change license edit ref:suspend --seats 2 --end-old 0d --out suspend-2.lic
change license edit ref:suspend --seats 1 --out suspend-3.lic
change license suspend ref:suspend
is suspend.lic 1
is suspend-2.lic 2
is suspend-3.lic 2

issue return --container "$office"
change license return ref:return --container "$office"
is return.lic 1
issue part --container "$office" --seats 3
change license return ref:part --container "$office" --seats 1 --out part-2.lic
change license suspend ref:part
change license reinstate ref:part
is part.lic 1
is part-2.lic 0

# The seats of a dongle stay allocated until a receipt confirms the removal. The block of the dongle
# is enforced after two weeks.
issue waiting --container "$dongle"
change license return ref:waiting --container "$dongle"
change container block "$dongle" --reason 'not paid' --enforce-after 14d
is waiting.lic 0

issue blocked --container "$stolen"
change container block "$stolen" --reason 'a laptop stolen in Oslo'
is blocked.lic 1
is stolen.cred 1
issue lost --container "$lost"
change recovery issue --from "$lost" --to "$office" --reason lost
change license export ref:lost --container "$office" --out recovered.lic
is lost.lic 1
is lost.cred 1
is recovered.lic 0

"$licentia" status publish --out list.status --json > published.json
"$licentia" status list --json > lists.json
for noun in license container credential; do
    "$licentia" "$noun" list --all --format csv | tail -n +2 | cut -d, -f1
done > serials
while read -r serial; do "$licentia" status show "$serial" --json > "records/$serial.json"; done < serials

failed=0
code() { python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["code"] or "valid")'; }
check() {
    local what=$1 code=$2 found
    shift 2
    # The exit status is 4 for an invalid file; the output has the code.
    found=$({ "$licentia" verify "$@" --json || true; } | code 2>/dev/null) || found=nothing
    if [ "$found" = "$code" ]; then
        echo "ok  licentia says of $what: $code"
    else
        echo "FAILED  licentia says of $what: $found, not $code"
        failed=1
    fi
}
check "a good license beside the list" valid good.lic --status list.status
check "a revoked one" revoked revoke.lic --status list.status
check "a revoked one without a list" valid revoke.lic
check "a withdrawn trial" revoked withdraw.lic --status list.status
check "a suspended one" suspended suspend-2.lic --status list.status
check "a suspended one's file that ended" revoked suspend.lic --status list.status
check "an expired one" expired expired.lic --status list.status
check "the credential before" revoked office-1.cred --status list.status
check "the credential of now" valid office-2.cred --status list.status
check "a license in the cloud" valid part-2.lic --credential office-2.cred --status list.status
check "a license in the cloud beside the credential before" no_credential part-2.lic --credential office-1.cred --status list.status
check "the list itself" valid list.status
sed 's/....$/AAAA/' list.status > changed.status
check "a changed list" bad_signature changed.status
exit $failed
