#!/bin/sh
# Recovers the licenses of a lost container for a customer of a web portal. The portal authenticates
# the customer and then calls:
#
#     portal.sh CUSTOMER CONTAINER REQUEST REASON CASE FOLDER
#
# REQUEST is the file of `licentia-container request` from the new computer. CASE is the case number
# of the portal: if a form is sent twice, the container is recovered once. FOLDER gets the files for
# the customer. Standard output has one line for the customer; everything else goes to standard
# error, for the log of the portal. Exit status: 0 recovered, 1 refused, 2 and more: the operators
# of the portal must act.
#
# The variable PORTAL_KEY names the signing key of the portal; without it, the home chooses the key.
#
# The recovery policy decides first (`licentia recovery policy`). If it allows no recovery, the rule
# below decides.
set -u
if [ "$#" -ne 6 ]; then
    echo "usage: portal.sh CUSTOMER CONTAINER REQUEST REASON CASE FOLDER" >&2
    exit 2
fi
customer=$1 container=$2 request=$3 reason=$4 case=$5 folder=$6
export LICENTIA_ACTOR=portal
error=$(mktemp) || exit 5
trap 'rm -f "$error"' EXIT

# Refuses a container that does not belong to the customer as an unknown container.
licentia container list --customer "$customer" --format csv 2>"$error" | sed 1d | cut -d, -f1 |
    grep -qxF -- "$container" || {
    cat "$error" >&2
    echo "There is no such container."
    exit 1
}

recover() {
    done=$(licentia recovery issue --from "$container" --to-request "$request" \
        --reason "$reason" --reference "$case" --out-dir "$folder" \
        ${PORTAL_KEY:+--key "$PORTAL_KEY"} --force --no-input --json 2>"$error")
}

# The rule of the portal: it grants one recovery for each license, once. For more, the customer must
# call.
granted_before() {
    [ "$(licentia audit list --action recovery.grant --actor portal --subject "$1" --format csv |
        wc -l)" -gt 1 ]
}

recover
status=$?
if [ "$status" -eq 1 ] && grep -q '"code":"no_quota"' "$error"; then
    # The last line names the licenses without a recovery: serial and scope.
    lacking=$(tail -n 1 "$error" | grep -o '"license":"L-[^"]*","scope":"[a-z]*"' | tr -d '"' |
        sed 's/license://; s/,scope:/ /')
    for license in $(echo "$lacking" | cut -d' ' -f1); do
        if granted_before "$license"; then
            cat "$error" >&2
            echo "No recovery is left. Please call us: your case is $case."
            exit 1
        fi
    done
    echo "$lacking" | while read -r license scope; do
        licentia recovery grant "$license" --scope "$scope" --reason "portal, case $case" \
            --reference "$case $license" --no-input >&2 || exit 1
    done || exit 2
    recover
    status=$?
fi
case $status in
    0)
        # Writes the files, also if the recovery exists from an earlier call.
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
