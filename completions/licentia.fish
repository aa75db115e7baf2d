# Generated: LICENTIA_GENERATE=write cargo test generated
# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_licentia_global_optspecs
    string join \n home= format= json dry-run yes no-input actor= passphrase-file= new-passphrase-file= root-key= color= q/quiet v/verbose h/help V/version
end

function __fish_licentia_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_licentia_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_licentia_using_subcommand
    set -l cmd (__fish_licentia_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c licentia -n "__fish_licentia_needs_command" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_needs_command" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_needs_command" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_needs_command" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_needs_command" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_needs_command" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_needs_command" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_needs_command" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_needs_command" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_needs_command" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "quickstart" -d 'Create a demonstration home and show each step'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "init" -d 'Make a home: database, root, signing keys "commercial" and "trial", first key set'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "find" -d 'Find customers, users, licenses, tickets and more by any part of what they are called'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "key" -d 'Signing keys and the key set that applications trust'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "product" -d 'What is sold'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "module" -d 'Features of a product, in a tree'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "customer" -d 'Who bought'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "company" -d 'Parts of a customer that hold licenses of their own'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "user" -d 'Persons at a customer'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "license" -d 'Rights to use a product'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "container" -d 'What carries licenses: in the cloud, a computer, or a dongle'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "credential" -d 'What opens cloud containers'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "assignment" -d 'Users registered to licenses'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "session" -d 'Users who hold a seat right now'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "ticket" -d 'Secret codes that let their holders activate licenses'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "recovery" -d 'Lost licenses: quotas, and issuing them again elsewhere'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "status" -d 'The status lists, which tell applications what was ended'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "audit" -d 'What changed, when, by whom'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "verify" -d 'Check files as the licensed application would'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "inspect" -d 'Show what a file says, without checking it'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "bundle" -d 'Write several files as one'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "check" -d 'Look for what somebody has to do something about'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "doctor" -d 'Look for what was interrupted, and finish it'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "explain" -d 'Explain a code of an error, a verdict or a finding'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "completions" -d 'Print the completions for a shell'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "man" -d 'Write the man pages into a folder'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l vendor -d 'The vendor\'s name' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l issuer -d 'The issuer, a URI that stands in every file; it never changes [default: urn:licentia: and the name]' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l status-uri -d 'The base of the status lists\' URIs; it never changes [default: the issuer and /status]' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l join -d 'A second desk of a vendor, with the key set of his first home: no key is made, `key import` brings the private ones that work here' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand init" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand init" -l test -d 'A test home: every file is marked as a test, and LICENTIA_NOW replaces the clock'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l no-passphrase -d 'Keep the keys without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand find" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand find" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand find" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand find" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "create" -d 'Make a signing key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "list" -d 'List the keys, the root first'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "show" -d 'Show a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "import" -d 'Take in a private key that was made elsewhere'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "export" -d 'Write one key for other programs'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "passphrase" -d 'Give a key another passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "retire" -d 'Retire a key: it signs no more, and what it signed stays good'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "revoke" -d 'Revoke a key that may be in other hands: its files are refused'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "publish" -d 'Write the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "accept" -d 'Take the next key set of the vendor\'s first home'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "pin" -d 'Print the line that pins the root in an application\'s source'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l edition -d 'What it signs: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l kinds -d 'The kinds of files: license, credential, context, update, status, anchor [default: all; license for a key with another limit]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l products -d 'The products' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l max-term -d 'The longest a file may be good from its signing on, grace included, like 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l max-seats -d 'The most seats of a license' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l max-files -d 'How many files this home signs with it; no verifier asks' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l purposes -d 'What this home signs with it for, words like issue or recovery; no verifier asks' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l not-after -d 'The last day on which it signs' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l no-passphrase -d 'Keep it without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l if-missing -d 'Succeed without a change if there is such a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l all -d 'Retired ones too'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l edition -d 'What it signs: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l kinds -d 'The kinds of files: license, credential, context, update, status, anchor [default: all; license for a key with another limit]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l products -d 'The products' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l max-term -d 'The longest a file may be good from its signing on, grace included, like 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l max-seats -d 'The most seats of a license' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l max-files -d 'How many files this home signs with it; no verifier asks' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l purposes -d 'What this home signs with it for, words like issue or recovery; no verifier asks' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l not-after -d 'The last day on which it signs' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l no-passphrase -d 'Keep it without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l as -d 'pem or jwk [default: pem]' -r -f -a "pem\t'Text with a header line'
jwk\t'A JSON object'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l out -d 'Write it here; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l private -d 'The private part; it opens with the key\'s own passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l no-passphrase -d 'Keep it without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l keep-private -d 'Keep the private part here'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l reason -d 'Why, for the audit log' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l since -d 'What it signed before this instant stays good; only of a key with a longest term' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l edition -d 'Whose keys the JWK set has: commercial or trial [default: commercial]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l out -d 'Write it here; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l jwks -d 'A plain JWK set instead'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l lang -d 'rust, c, csharp, java, python or js [default: rust]' -r -f -a "rust\t'A constant'
c\t'A constant of file scope'
csharp\t'A class with a constant'
java\t'A class with a constant'
python\t'A constant of the module'
js\t'An exported constant of an ES module'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a signing key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the keys, the root first'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take in a private key that was made elsewhere'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write one key for other programs'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "passphrase" -d 'Give a key another passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Retire a key: it signs no more, and what it signed stays good'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Revoke a key that may be in other hands: its files are refused'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "publish" -d 'Write the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "accept" -d 'Take the next key set of the vendor\'s first home'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "pin" -d 'Print the line that pins the root in an application\'s source'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "add" -d 'Add a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "edit" -d 'Change a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "list" -d 'List the products, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "show" -d 'Show a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "retire" -d 'Sell a product no more'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "apply" -d 'Make the catalogue what a file says'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "export" -d 'Write the catalogue to a file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l name -d 'Its name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l kind -d 'base: others may require it; application: does the work' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l requires -d 'The base products that a commercial license of it needs beside it' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l containers -d 'The kinds of containers it may be placed in [default: cloud,device,dongle]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l renew-url -d 'Where a customer renews' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l model -d 'What a seat is: named (a registered user), floating (a working user), device [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l seats -d 'How many seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l modules -d 'Which modules, separated by commas; a value is a limit, an end is the module\'s own' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l starts -d 'The first day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l ends -d 'The day on which it ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l last-day -d 'The last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l term -d 'How long it lasts from its first day, like 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l checkpoint -d 'Days after which each file ends and has to be renewed, like 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l grace -d 'Days after the end in which applications still work and say so [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l offline-days -d 'Most days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l offline-starts -d 'Most starts of applications without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l enforcement -d 'What applications do when it has run out: block, warn, log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l hosts-per-user -d 'Most computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l set -d 'A setting of the application; may be repeated; KEY=none clears one that the product or licentia.toml has' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l allow-login -d 'A license of it lets users log in'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if there is a product with this code'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l name -d 'Its name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l kind -d 'base: others may require it; application: does the work' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l allow-login -d 'Whether a license of it lets users log in [yes, no]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l requires -d 'The base products that a commercial license of it needs beside it, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l containers -d 'The kinds of containers it may be placed in' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l renew-url -d 'Where a customer renews, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l model -d 'What a seat is: named (a registered user), floating (a working user), device [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l seats -d 'How many seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l modules -d 'Which modules, separated by commas; a value is a limit, an end is the module\'s own' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l starts -d 'The first day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l ends -d 'The day on which it ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l last-day -d 'The last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l term -d 'How long it lasts from its first day, like 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l checkpoint -d 'Days after which each file ends and has to be renewed, like 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l grace -d 'Days after the end in which applications still work and say so [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l offline-days -d 'Most days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l offline-starts -d 'Most starts of applications without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l enforcement -d 'What applications do when it has run out: block, warn, log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l hosts-per-user -d 'Most computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l set -d 'A setting of the application; may be repeated; KEY=none clears one that the product or licentia.toml has' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l all -d 'Retired ones too'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l undo -d 'Sell it again'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l prune -d 'Retire and remove what the file does not name'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the products, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Sell a product no more'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "apply" -d 'Make the catalogue what a file says'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the catalogue to a file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "add" -d 'Add a module to a product'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "edit" -d 'Change a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "list" -d 'List a product\'s modules as a tree'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "show" -d 'Show a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "remove" -d 'Remove a module that no license grants'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l parent -d 'The module that it is a part of' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l name -d 'Its name, for people [default: the code]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if the product has a module with this code'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l parent -d 'The module that it is a part of, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l name -d 'Its name, for people, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a module to a product'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "list" -d 'List a product\'s modules as a tree'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a module that no license grants'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "add" -d 'Add a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "edit" -d 'Change a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "list" -d 'List the customers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "import" -d 'Add and change customers from a spreadsheet'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "show" -d 'Show a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "retire" -d 'Sell a customer nothing more'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l name -d 'The name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l email -d 'Where to write to' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l reference -d 'The number in another system' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if there is a customer with this code'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l name -d 'The name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l email -d 'Where to write to, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l reference -d 'The number in another system, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l all -d 'Retired ones too'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l undo -d 'Sell to the customer again'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the customers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "import" -d 'Add and change customers from a spreadsheet'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Sell a customer nothing more'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "add" -d 'Add a company to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "edit" -d 'Give a company another name'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "list" -d 'List a customer\'s companies, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "show" -d 'Show a company'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "remove" -d 'Remove a company that has neither licenses nor users'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l name -d 'Its name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if the customer has a company with this code'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l name -d 'The name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a company to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Give a company another name'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "list" -d 'List a customer\'s companies, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a company'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a company that has neither licenses nor users'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "add" -d 'Add a user to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "edit" -d 'Change a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "list" -d 'List a customer\'s users, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "import" -d 'Add and change users from a spreadsheet'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "show" -d 'Show a user, and the licenses that the user may use'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "remove" -d 'Remove a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l name -d 'The person\'s name' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l email -d 'Where to write to' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l company -d 'The company that the user belongs to' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l admin -d 'The user manages the customer\'s licenses'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if the customer has a user with this name'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l username -d 'Another user name' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l name -d 'The person\'s name, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l email -d 'Where to write to, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l company -d 'The company that the user belongs to, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l admin -d 'Whether the user manages the customer\'s licenses [yes, no]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l key -d 'A key that signs, one for each edition [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l purpose -d 'What they are signed for, where a key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l out-dir -d 'Write the files into this folder, under their serials; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l key -d 'A key that signs, one for each edition [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l purpose -d 'What they are signed for, where a key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l out-dir -d 'Write the files into this folder, under their serials; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a user to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "list" -d 'List a customer\'s users, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "import" -d 'Add and change users from a spreadsheet'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a user, and the licenses that the user may use'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "issue" -d 'Issue a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "list" -d 'List the licenses, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "show" -d 'Show a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "export" -d 'Write a license\'s file again'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "check" -d 'Check a license file against our books'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "edit" -d 'Change the terms of a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "extend" -d 'Give a license a later end'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "renew" -d 'Write the next file of checkpoint licenses'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "activate" -d 'Place a license in a container, or deliver it'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "return" -d 'Take back what the customer gives back'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "move" -d 'Move a license from one container to another'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "switch" -d 'Sell a license in the other edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "replace" -d 'Sell another license in the place of one'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "suspend" -d 'Stop a license until it is reinstated'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "reinstate" -d 'Let a suspended license go on'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "withdraw" -d 'Take a license back: all of it for ever, or out of one container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "revoke" -d 'End a license that should not be, for ever'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "delete" -d 'Delete a license, or all of an edition that a customer has'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l customer -d 'For whom' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l product -d 'Of what' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l company -d 'For which part of the customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l edition -d 'commercial or trial [default: that of --key, else commercial]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l users -d 'The users registered to it' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l reference -d 'Where it comes from (an order number): the same call again issues nothing new' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l container -d 'Place all its seats in this container' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l model -d 'What a seat is: named (a registered user), floating (a working user), device [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l seats -d 'How many seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l modules -d 'Which modules, separated by commas; a value is a limit, an end is the module\'s own' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l starts -d 'The first day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l ends -d 'The day on which it ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l last-day -d 'The last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l term -d 'How long it lasts from its first day, like 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l checkpoint -d 'Days after which each file ends and has to be renewed, like 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l grace -d 'Days after the end in which applications still work and say so [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l offline-days -d 'Most days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l offline-starts -d 'Most starts of applications without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l enforcement -d 'What applications do when it has run out: block, warn, log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l hosts-per-user -d 'Most computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l set -d 'A setting of the application; may be repeated; KEY=none clears one that the product or licentia.toml has' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l unbound -d 'Deliver it in a file bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l customer -d 'Only this customer\'s' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l product -d 'Only of this product' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l edition -d 'Only commercial or trial ones' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l state -d 'Only in this state: active, parked, expired, suspended, withdrawn, replaced, revoked, deleted' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l ends-before -d 'Only those that end before this day' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l all -d 'Deleted ones too'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l container -d 'Of a license in several containers: the file for this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l add-modules -d 'Modules granted too, or with another value or end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l remove-modules -d 'Modules granted no more' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l company -d 'The company that holds it, or none' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l end-old -d 'Days after which the older files end in the status list [default: 30d, where something is taken away]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l model -d 'What a seat is: named (a registered user), floating (a working user), device [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l seats -d 'How many seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l modules -d 'Which modules, separated by commas; a value is a limit, an end is the module\'s own' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l starts -d 'The first day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l ends -d 'The day on which it ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l last-day -d 'The last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l term -d 'How long it lasts from its first day, like 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l checkpoint -d 'Days after which each file ends and has to be renewed, like 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l grace -d 'Days after the end in which applications still work and say so [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l offline-days -d 'Most days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l offline-starts -d 'Most starts of applications without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l enforcement -d 'What applications do when it has run out: block, warn, log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l hosts-per-user -d 'Most computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l set -d 'A setting of the application; may be repeated; KEY=none clears one that the product or licentia.toml has' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l keep-old -d 'Leave the older files good until they end by themselves'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l by -d 'So long after, like 30d, 3mo, 1y' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l ends -d 'The day on which it ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l last-day -d 'The last full day' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l from -d 'From where --by counts [default: later, of the end and today]' -r -f -a "end\t'From its end'
today\t'From today, UTC'
later\t'From the later of both'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l reference -d 'Where it comes from (an order number): the same call again extends nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l within -d 'How soon, in days [default: 30d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l reference -d 'Where it comes from (an order number): the same call again renews nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l key -d 'A key that signs, one for each edition; with --due only licenses of its edition are renewed [default: those named like the editions]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l due -d 'All whose files end soon'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l container -d 'The container' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l seats -d 'How many seats go into the container [default: all free ones]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l reference -d 'Where it comes from (an order number): the same call again places nothing new' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l unbound -d 'A file bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l container -d 'The container' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l seats -d 'How many seats come out of the container [default: all that are in it]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l unbound -d 'A file bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l from -d 'The container that it is in' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l to -d 'The container that it goes to' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l seats -d 'How many seats [default: all that are in it]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l edition -d 'The other edition: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l reference -d 'Where it comes from (an order number): the same call again changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l model -d 'What a seat is: named (a registered user), floating (a working user), device [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l seats -d 'How many seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l modules -d 'Which modules, separated by commas; a value is a limit, an end is the module\'s own' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l starts -d 'The first day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l ends -d 'The day on which it ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l last-day -d 'The last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l term -d 'How long it lasts from its first day, like 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l checkpoint -d 'Days after which each file ends and has to be renewed, like 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l grace -d 'Days after the end in which applications still work and say so [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l offline-days -d 'Most days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l offline-starts -d 'Most starts of applications without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l enforcement -d 'What applications do when it has run out: block, warn, log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l hosts-per-user -d 'Most computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l set -d 'A setting of the application; may be repeated; KEY=none clears one that the product or licentia.toml has' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l reference -d 'Where it comes from (an order number): the same call again changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l model -d 'What a seat is: named (a registered user), floating (a working user), device [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l seats -d 'How many seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l modules -d 'Which modules, separated by commas; a value is a limit, an end is the module\'s own' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l starts -d 'The first day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l ends -d 'The day on which it ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l last-day -d 'The last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l term -d 'How long it lasts from its first day, like 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l checkpoint -d 'Days after which each file ends and has to be renewed, like 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l grace -d 'Days after the end in which applications still work and say so [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l offline-days -d 'Most days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l offline-starts -d 'Most starts of applications without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l enforcement -d 'What applications do when it has run out: block, warn, log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l hosts-per-user -d 'Most computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l set -d 'A setting of the application; may be repeated; KEY=none clears one that the product or licentia.toml has' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l reason -d 'Why, for the audit log and for whoever looks at it' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l container -d 'Out of this container only' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l reason -d 'Why, for the audit log and for whoever looks at it' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l reason -d 'Why, for the audit log and for whoever looks at it' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l customer -d 'All of this customer\'s, of one edition' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l edition -d 'Which edition: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "issue" -d 'Issue a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the licenses, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write a license\'s file again'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check a license file against our books'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change the terms of a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "extend" -d 'Give a license a later end'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "renew" -d 'Write the next file of checkpoint licenses'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "activate" -d 'Place a license in a container, or deliver it'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "return" -d 'Take back what the customer gives back'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "move" -d 'Move a license from one container to another'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "switch" -d 'Sell a license in the other edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "replace" -d 'Sell another license in the place of one'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "suspend" -d 'Stop a license until it is reinstated'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "reinstate" -d 'Let a suspended license go on'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "withdraw" -d 'Take a license back: all of it for ever, or out of one container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'End a license that should not be, for ever'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a license, or all of an edition that a customer has'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "create" -d 'Create a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "list" -d 'List the containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "show" -d 'Show a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "edit" -d 'Change what a container is called, or whose it is'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "update" -d 'Write a container\'s update file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "receive" -d 'Take a receipt that a container sent'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "context" -d 'Write the state of a cloud container, for another desk of yours'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "adopt" -d 'Take a cloud container of another home of yours to work on it here'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "import" -d 'Take what another desk signed for a cloud container of this home'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "confirm" -d 'Take somebody\'s word that a dongle took its newest update'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "resolve" -d 'Let a container go on whose receipts contradicted the books'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "block" -d 'Stop a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "unblock" -d 'Let a blocked container go on, or one that was lost and is found'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "attempts" -d 'List who tried something with blocked containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "recycle" -d 'Take a dongle back that is in your hands'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "retire" -d 'Retire a container that carries nothing any more'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l customer -d 'Whose licenses it carries' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l kind -d 'cloud, device or dongle' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l user -d 'Whose it is there' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l label -d 'What people call it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l hardware -d 'A dongle\'s serial, as its maker writes it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l request -d 'The request of the device, or of a dongle with a key; - is standard input' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l reference -d 'Where it comes from (an order number): the same call again creates nothing new' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l key -d 'The commercial key that signs [default: the one named commercial, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l encrypt-to -d 'Encrypt the credential to this X25519 recipient of age (age1…); can be given several times' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l encrypt-passphrase-file -d 'Encrypt the credential to the passphrase in this file\'s first line, for age; never the vendor\'s own' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l if-missing -d 'Succeed if the device or the dongle is a container of the customer already'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l encrypt -d 'Encrypt the credential to a passphrase that is asked for'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l customer -d 'Only of this customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l user -d 'Only of this user of the customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l kind -d 'Only of this kind: cloud, device, dongle' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l state -d 'Only in this state: active, blocked, suspect, resync, lost, retired' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l all -d 'Retired ones too'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l label -d 'What people call it; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l user -d 'Whose it is at the customer; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l key -d 'The commercial key that signs [default: the one named commercial, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l time -d 'Bring the vendor\'s instant, for a container whose clock was once in the future'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l key -d 'A key that signs what arrives elsewhere, one for each edition [default: those named like the editions]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l strand -d 'Let nothing arrive elsewhere: seats that were to go on are free, and no key is needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l key -d 'The commercial key that signs [default: the one named commercial, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l out -d 'Write it here; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l customer -d 'Whose container it is' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l reason -d 'Whose word it is, for the audit log' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l key -d 'A key that signs what arrives elsewhere, one for each edition [default: those named like the editions]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l strand -d 'Let nothing arrive elsewhere: seats that were to go on are free, and no key is needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l reason -d 'Why, for the audit log' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l reason -d 'Why, for the audit log and for whoever looks at it here' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l enforce-after -d 'The status list ends its files only after so many days [default: at once]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l reason -d 'Why, for the audit log' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l key -d 'A key that signs what arrives elsewhere, one for each edition [default: those named like the editions]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l strand -d 'Let nothing arrive elsewhere: seats that were to go on are free, and no key is needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a container is called, or whose it is'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "update" -d 'Write a container\'s update file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "receive" -d 'Take a receipt that a container sent'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "context" -d 'Write the state of a cloud container, for another desk of yours'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "adopt" -d 'Take a cloud container of another home of yours to work on it here'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take what another desk signed for a cloud container of this home'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "confirm" -d 'Take somebody\'s word that a dongle took its newest update'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Let a container go on whose receipts contradicted the books'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "block" -d 'Stop a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "unblock" -d 'Let a blocked container go on, or one that was lost and is found'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "attempts" -d 'List who tried something with blocked containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "recycle" -d 'Take a dongle back that is in your hands'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Retire a container that carries nothing any more'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "rotate" -d 'Make the next credential of a cloud container'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "revoke" -d 'End the credential of a cloud container without another'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "list" -d 'List the credentials, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "show" -d 'Show a credential'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "check" -d 'Check a credential file against our books'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l key -d 'The commercial key that signs [default: the one named commercial, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l encrypt-to -d 'Encrypt the credential to this X25519 recipient of age (age1…); can be given several times' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l encrypt-passphrase-file -d 'Encrypt the credential to the passphrase in this file\'s first line, for age; never the vendor\'s own' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l encrypt -d 'Encrypt the credential to a passphrase that is asked for'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l container -d 'Only of this container' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l customer -d 'Only of containers of this customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l all -d 'Ended ones too'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Make the next credential of a cloud container'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'End the credential of a cloud container without another'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the credentials, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a credential'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check a credential file against our books'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "add" -d 'Register users to a license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "remove" -d 'Register users to a license no more'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "move" -d 'Give a user\'s place to another'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "list" -d 'List who is registered to which license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed where some are registered already'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l key -d 'The key that signs [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l purpose -d 'What it is signed for, where the key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l license -d 'Only of this license' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l customer -d 'Only of this customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l user -d 'Only this user' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "add" -d 'Register users to a license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Register users to a license no more'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "move" -d 'Give a user\'s place to another'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "list" -d 'List who is registered to which license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "start" -d 'Take a seat of a license for a user'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "touch" -d 'Say that a session goes on'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "end" -d 'End a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "list" -d 'List the sessions, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "show" -d 'Show a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "prune" -d 'End the sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l user -d 'Who works' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l host -d 'At which computer' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l ttl -d 'How long without a touch, like 90s, 15min, 8h [default: 15min]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l reason -d 'Why, as the user is told [default: ended]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l after -d 'Not at once, but after so long, like 2min' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l license -d 'Only of this license' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l customer -d 'Only of this customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l user -d 'Only of this user' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l stale -d 'Only those whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l all -d 'Ended ones too'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "start" -d 'Take a seat of a license for a user'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "touch" -d 'Say that a session goes on'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "end" -d 'End a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the sessions, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "prune" -d 'End the sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "create" -d 'Create a ticket: a code that lets its holder activate licenses'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "list" -d 'List the tickets, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "show" -d 'Show a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "redeem" -d 'Activate the licenses of a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "cancel" -d 'Cancel a ticket: its code is worth nothing any more'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "reissue" -d 'Make another code for a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l license -d 'What it activates: serials, or ref: and their references; all of one customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l expires -d 'The day on which it ends, at 00:00 UTC [default: none]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l uses -d 'How often it can be redeemed [default: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l reference -d 'Where it comes from (an order number): the same call again creates nothing new' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l unbound-allowed -d 'It can be redeemed into files that are bound to no container, too'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l each -d 'A ticket for each license, instead of one for all'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l license -d 'Only for this license' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l customer -d 'Only for licenses of this customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l state -d 'Only in this state: open, used, expired, cancelled' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l all -d 'Cancelled ones too'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l container -d 'The container' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l key -d 'A key that signs, one for each edition [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l purpose -d 'What they are signed for, where a key is kept for a purpose [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l out-dir -d 'Write the files into this folder, under their serials; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l unbound -d 'A file bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a ticket: a code that lets its holder activate licenses'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the tickets, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "redeem" -d 'Activate the licenses of a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Cancel a ticket: its code is worth nothing any more'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "reissue" -d 'Make another code for a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "issue" -d 'Issue the licenses of a lost container again in another one'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "list" -d 'List the recoveries, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "show" -d 'Show a recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "export" -d 'Write the files of a recovery again'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "reverse" -d 'Undo a recovery that was a mistake'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "quota" -d 'Show how many recoveries are left'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "grant" -d 'Allow more recoveries than the policy does'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "policy" -d 'Show or change how often licenses are recovered'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l from -d 'The container that is lost' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l to -d 'Into this container' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l to-request -d 'Into a new container of the device or dongle that this request is of; - is standard input' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l user -d 'Whose the new cloud container is [default: who had the old one]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l reason -d 'Why: lost, stolen, destroyed, defective, broken, invalid, reinstalled' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l note -d 'What is to be remembered about it, for the vendor alone' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l only -d 'Only these licenses; may be repeated' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l reference -d 'Where it comes from (a case number): the same call again recovers nothing twice' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l encrypt-to -d 'Encrypt the credential to this X25519 recipient of age (age1…); can be given several times' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l encrypt-passphrase-file -d 'Encrypt the credential to the passphrase in this file\'s first line, for age; never the vendor\'s own' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l key -d 'A key that signs, one for each edition [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l out-dir -d 'Write the files into this folder, under their serials; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l to-cloud -d 'Into a new cloud container, with a credential'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l partial -d 'Recover those that have a recovery left, where others have none'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l returned -d 'The hardware came back by post: it costs no recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l block -d 'Block the old container, whatever the policy says and whatever is left in it'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l encrypt -d 'Encrypt the credential to a passphrase that is asked for'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l customer -d 'Only of this customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l container -d 'Only out of this container, or into it' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l license -d 'Only of this license' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l after -d 'Begin after this one' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l out-dir -d 'Write the files into this folder, under their serials; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l reason -d 'Why, for the audit log and for whoever looks at it here' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l key -d 'A key that signs, one for each edition [default: the one named like the edition, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l out-dir -d 'Write the files into this folder, under their serials; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l scope -d 'any container, or the same computer [default: any]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l count -d 'How many [default: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l reason -d 'Why, for the audit log' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l reference -d 'Where it comes from (a case number): the same call again grants nothing twice' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l any-initial -d 'Recoveries into any container, from the first activation on [default: 0]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l any-every -d 'One more after each such period, like 90d or 2y; none for no period' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l any-cap -d 'The most that are kept, grants aside; none for no limit' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l same-initial -d 'Recoveries on the same computer, from the first activation on [default: 0]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l same-every -d 'One more after each such period' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l same-cap -d 'The most that are kept, grants aside' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l match-required -d 'The properties that have to fit for a computer to be the same, like board_serial,machine_id' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l match-minimum -d 'How many properties have to fit in all; none for two thirds of those that the computer has' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l old -d 'What becomes of the old container: block, withdraw, nothing [default: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l enforce-after -d 'Days for which the status list says nothing of the block [default: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "issue" -d 'Issue the licenses of a lost container again in another one'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the recoveries, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the files of a recovery again'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "reverse" -d 'Undo a recovery that was a mistake'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "quota" -d 'Show how many recoveries are left'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "grant" -d 'Allow more recoveries than the policy does'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "policy" -d 'Show or change how often licenses are recovered'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "publish" -d 'Sign the status lists as the books are now'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "list" -d 'List the status lists, and what of each is not published yet'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "show" -d 'Show what the status lists say of files'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l key -d 'The commercial key that signs [default: the one named commercial, else the only one that may]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l out -d 'Write the file here; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l out-dir -d 'Write the file into this folder, under its serial; made if missing' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l at -d 'As of this instant instead of now' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "publish" -d 'Sign the status lists as the books are now'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the status lists, and what of each is not published yet'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what the status lists say of files'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -f -a "list" -d 'List what changed, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -f -a "verify" -d 'Check that no entry was changed, dropped or put in'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l since -d 'At this instant or later' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l until -d 'Before this instant' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l process -d 'As this process' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Only this action, like license.issue' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l subject -d 'Only about this: a serial, a code, a name, ref: and a reference; of a license its whole story' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'Show at most so many' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l after -d 'Begin after this sequence number' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "list" -d 'List what changed, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check that no entry was changed, dropped or put in'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l keyset -d 'The key set to check against' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l root -d 'The thumbprint of the root to trust' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l product -d 'Only licenses of this product' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l user -d 'Only licenses that this user may use' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l credential -d 'The credential beside which licenses of its cloud container are good; else one in the files' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l request -d 'The request of the computer, or of the dongle with a key, that licenses bound to one are compared with' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l status -d 'A status list, or several in one file; else those in the files' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l at -d 'As of this instant instead of now' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l allow-test -d 'Take files of test homes too'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l license -d 'These licenses: serials, or ref: and their references' -r
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l container -d 'What is in this container' -r
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l with-credential -d 'The credential of that cloud container, too' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l out -d 'Write it here; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l within -d 'How soon a license has to end [default: 30d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand check" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand check" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand check" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand check" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l home -d 'The home: the folder with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest folder upwards with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l format -d 'How to print data' -r -f -a "table\t'For people'
json\t'One JSON document'
csv\t'A header line, then a line for each thing'"
complete -c licentia -n "__fish_licentia_using_subcommand man" -l actor -d 'Who does this, for the audit log [default: LICENTIA_ACTOR, else the system\'s user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand man" -l passphrase-file -d 'The file with the passphrases that unlock keys, one a line [default: LICENTIA_PASSPHRASE, LICENTIA_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l new-passphrase-file -d 'The file with the passphrases for new keys, one a line [default: LICENTIA_NEW_PASSPHRASE, LICENTIA_NEW_PASSPHRASE_FILE]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l root-key -d 'The file with the root\'s private part, where it is not in the home (on a stick)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l color -d 'Whether messages are coloured; NO_COLOR means never where this is auto [default: auto]' -r -f -a "auto\t'Where a terminal shows them, and neither NO_COLOR nor TERM says otherwise'
always\t'Everywhere'
never\t'Nowhere'"
complete -c licentia -n "__fish_licentia_using_subcommand man" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l json -d 'The same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l dry-run -d 'Decide and show what would change, with the exit status of the real run; needs no key and changes nothing'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l no-input -d 'Never ask anything'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s q -l quiet -d 'Say nothing about a success'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s v -l verbose -d 'Say which home and which key is used, and the code of a refusal'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "quickstart" -d 'Create a demonstration home and show each step'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "init" -d 'Make a home: database, root, signing keys "commercial" and "trial", first key set'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "find" -d 'Find customers, users, licenses, tickets and more by any part of what they are called'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "key" -d 'Signing keys and the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "product" -d 'What is sold'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "module" -d 'Features of a product, in a tree'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "customer" -d 'Who bought'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "company" -d 'Parts of a customer that hold licenses of their own'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "user" -d 'Persons at a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "license" -d 'Rights to use a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "container" -d 'What carries licenses: in the cloud, a computer, or a dongle'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "credential" -d 'What opens cloud containers'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "assignment" -d 'Users registered to licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "session" -d 'Users who hold a seat right now'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "ticket" -d 'Secret codes that let their holders activate licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "recovery" -d 'Lost licenses: quotas, and issuing them again elsewhere'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "status" -d 'The status lists, which tell applications what was ended'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "audit" -d 'What changed, when, by whom'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "verify" -d 'Check files as the licensed application would'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "inspect" -d 'Show what a file says, without checking it'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "bundle" -d 'Write several files as one'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "check" -d 'Look for what somebody has to do something about'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "doctor" -d 'Look for what was interrupted, and finish it'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "explain" -d 'Explain a code of an error, a verdict or a finding'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "completions" -d 'Print the completions for a shell'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "man" -d 'Write the man pages into a folder'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "create" -d 'Make a signing key'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "list" -d 'List the keys, the root first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "show" -d 'Show a key'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "import" -d 'Take in a private key that was made elsewhere'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "export" -d 'Write one key for other programs'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "passphrase" -d 'Give a key another passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "retire" -d 'Retire a key: it signs no more, and what it signed stays good'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "revoke" -d 'Revoke a key that may be in other hands: its files are refused'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "publish" -d 'Write the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "accept" -d 'Take the next key set of the vendor\'s first home'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "pin" -d 'Print the line that pins the root in an application\'s source'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "add" -d 'Add a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "edit" -d 'Change a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "list" -d 'List the products, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "show" -d 'Show a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "retire" -d 'Sell a product no more'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "apply" -d 'Make the catalogue what a file says'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "export" -d 'Write the catalogue to a file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "add" -d 'Add a module to a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "edit" -d 'Change a module'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "list" -d 'List a product\'s modules as a tree'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "show" -d 'Show a module'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "remove" -d 'Remove a module that no license grants'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "add" -d 'Add a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "edit" -d 'Change a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "list" -d 'List the customers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "import" -d 'Add and change customers from a spreadsheet'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "show" -d 'Show a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "retire" -d 'Sell a customer nothing more'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "add" -d 'Add a company to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "edit" -d 'Give a company another name'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "list" -d 'List a customer\'s companies, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "show" -d 'Show a company'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "remove" -d 'Remove a company that has neither licenses nor users'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "add" -d 'Add a user to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "edit" -d 'Change a user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "list" -d 'List a customer\'s users, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "import" -d 'Add and change users from a spreadsheet'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "show" -d 'Show a user, and the licenses that the user may use'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "remove" -d 'Remove a user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "issue" -d 'Issue a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "list" -d 'List the licenses, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "show" -d 'Show a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "export" -d 'Write a license\'s file again'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "check" -d 'Check a license file against our books'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "edit" -d 'Change the terms of a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "extend" -d 'Give a license a later end'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "renew" -d 'Write the next file of checkpoint licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "activate" -d 'Place a license in a container, or deliver it'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "return" -d 'Take back what the customer gives back'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "move" -d 'Move a license from one container to another'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "switch" -d 'Sell a license in the other edition'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "replace" -d 'Sell another license in the place of one'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "suspend" -d 'Stop a license until it is reinstated'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "reinstate" -d 'Let a suspended license go on'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "withdraw" -d 'Take a license back: all of it for ever, or out of one container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "revoke" -d 'End a license that should not be, for ever'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "delete" -d 'Delete a license, or all of an edition that a customer has'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "create" -d 'Create a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "list" -d 'List the containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "show" -d 'Show a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "edit" -d 'Change what a container is called, or whose it is'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "update" -d 'Write a container\'s update file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "receive" -d 'Take a receipt that a container sent'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "context" -d 'Write the state of a cloud container, for another desk of yours'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "adopt" -d 'Take a cloud container of another home of yours to work on it here'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "import" -d 'Take what another desk signed for a cloud container of this home'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "confirm" -d 'Take somebody\'s word that a dongle took its newest update'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "resolve" -d 'Let a container go on whose receipts contradicted the books'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "block" -d 'Stop a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "unblock" -d 'Let a blocked container go on, or one that was lost and is found'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "attempts" -d 'List who tried something with blocked containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "recycle" -d 'Take a dongle back that is in your hands'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "retire" -d 'Retire a container that carries nothing any more'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "rotate" -d 'Make the next credential of a cloud container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "revoke" -d 'End the credential of a cloud container without another'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "list" -d 'List the credentials, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "show" -d 'Show a credential'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "check" -d 'Check a credential file against our books'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "add" -d 'Register users to a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "remove" -d 'Register users to a license no more'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "move" -d 'Give a user\'s place to another'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "list" -d 'List who is registered to which license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "start" -d 'Take a seat of a license for a user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "touch" -d 'Say that a session goes on'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "end" -d 'End a session'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "list" -d 'List the sessions, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "show" -d 'Show a session'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "prune" -d 'End the sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "create" -d 'Create a ticket: a code that lets its holder activate licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "list" -d 'List the tickets, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "show" -d 'Show a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "redeem" -d 'Activate the licenses of a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "cancel" -d 'Cancel a ticket: its code is worth nothing any more'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "reissue" -d 'Make another code for a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "issue" -d 'Issue the licenses of a lost container again in another one'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "list" -d 'List the recoveries, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "show" -d 'Show a recovery'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "export" -d 'Write the files of a recovery again'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "reverse" -d 'Undo a recovery that was a mistake'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "quota" -d 'Show how many recoveries are left'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "grant" -d 'Allow more recoveries than the policy does'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "policy" -d 'Show or change how often licenses are recovered'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from status" -f -a "publish" -d 'Sign the status lists as the books are now'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from status" -f -a "list" -d 'List the status lists, and what of each is not published yet'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from status" -f -a "show" -d 'Show what the status lists say of files'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List what changed, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Check that no entry was changed, dropped or put in'
