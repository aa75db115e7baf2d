#!/bin/sh
# A web portal lets a customer recover the licenses of a lost container alone. The portal has logged him in; this is what it calls:
#
#     portal.sh CUSTOMER CONTAINER REQUEST REASON CASE FOLDER
#
# REQUEST is the file that `licentia-container request` made on the new computer, CASE the portal's own number: a page that is sent
# twice recovers once. The files for the customer are in FOLDER then. Standard output is one line for him; everything else goes to
# standard error, for the portal's log. Exit status: 0 recovered, 1 refused, 2 and more: the portal's operators have to look.
#
# Who decides: the policy first (`licentia recovery policy`). Where that has nothing left, the rule below does.
set -u
[ "$#" -eq 6 ] || { echo "usage: portal.sh CUSTOMER CONTAINER REQUEST REASON CASE FOLDER" >&2; exit 2; }
customer=$1 container=$2 request=$3 reason=$4 case=$5 folder=$6
export LICENTIA_ACTOR=portal
error=$(mktemp) || exit 5
trap 'rm -f "$error"' EXIT

# What a customer types is his own container, or none: what belongs to others is not even there.
licentia container list --customer "$customer" --format csv 2>"$error" | sed 1d | cut -d, -f1 | grep -qxF -- "$container" || {
    cat "$error" >&2
    echo "There is no such container."
    exit 1
}

recover() {
    done=$(licentia recovery issue --from "$container" --to-request "$request" --reason "$reason" --reference "$case" --out-dir "$folder" \
        --force --no-input --json 2>"$error")
}

# Our own rule: each license is granted one recovery by the portal, once in its life. Whoever needs more has to call.
granted_before() {
    [ "$(licentia audit list --action recovery.grant --actor portal --subject "$1" --format csv | wc -l)" -gt 1 ]
}

recover
status=$?
if [ "$status" -eq 1 ] && grep -q '"code":"no_quota"' "$error"; then
    # The licenses without a recovery, as the last line names them: serial and scope.
    lacking=$(tail -n 1 "$error" | grep -o '"license":"L-[^"]*","scope":"[a-z]*"' | tr -d '"' | sed 's/license://; s/,scope:/ /')
    for license in $(echo "$lacking" | cut -d' ' -f1); do
        if granted_before "$license"; then
            cat "$error" >&2
            echo "No recovery is left. Please call us: your case is $case."
            exit 1
        fi
    done
    echo "$lacking" | while read -r license scope; do
        licentia recovery grant "$license" --scope "$scope" --reason "portal, case $case" --reference "$case $license" --no-input >&2 || exit 1
    done || exit 2
    recover
    status=$?
fi
case $status in
    0)
        # Of a page that was sent twice the recovery is there already: its files are written again.
        recovery=$(printf '%s\n' "$done" | sed -n 's/^  "serial": "\(R-[^"]*\)",$/\1/p')
        licentia recovery export "$recovery" --out-dir "$folder" --force --no-input >&2 || exit 2
        echo "Recovered. Take the update with licentia-container apply." ;;
    1)
        cat "$error" >&2
        echo "This cannot be recovered here. Please call us: your case is $case." ;;
    *)
        cat "$error" >&2
        echo "Something is wrong on our side. Your case is $case." ;;
esac
exit "$status"
