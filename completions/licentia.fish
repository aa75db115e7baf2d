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

complete -c licentia -n "__fish_licentia_needs_command" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_needs_command" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_needs_command" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_needs_command" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_needs_command" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_needs_command" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_needs_command" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_needs_command" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_needs_command" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_needs_command" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_needs_command" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "quickstart" -d 'Create a demonstration home and show each step'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "init" -d 'Create a home: database, root key, signing keys and first key set'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "find" -d 'Find customers, users, licenses, tickets and more by a part of their names'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "key" -d 'Signing keys and the key set that applications trust'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "product" -d 'Products, their terms and their modules'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "module" -d 'Features of a product, in a tree'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "customer" -d 'Customers: buyers of licenses'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "company" -d 'Companies: parts of a customer that can hold licenses'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "user" -d 'Users: persons at a customer'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "license" -d 'Licenses: issue, deliver, change and end them'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "container" -d 'Containers for seats: cloud containers, devices and dongles'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "credential" -d 'Credentials that open cloud containers'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "assignment" -d 'Assignments of users to licenses'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "session" -d 'Sessions: seats that are in use'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "ticket" -d 'Secret codes that let their holders activate licenses'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "recovery" -d 'Recovery of the licenses of lost containers: quotas, policies and new files'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "status" -d 'Status lists: ended and suspended licenses and files, for applications'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "audit" -d 'Audit log of all changes'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "verify" -d 'Verify files as the licensed application does'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "inspect" -d 'Show the content of a file without verifying it'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "bundle" -d 'Write several signed files as one file'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "check" -d 'Report the problems that need attention'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "doctor" -d 'Complete interrupted work and remove leftover files'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "explain" -d 'Explain a code of an error, a verdict, a warning of the verifier or a finding'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "completions" -d 'Print the completions for a shell'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "man" -d 'Write the man pages into a folder'
complete -c licentia -n "__fish_licentia_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand quickstart" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l vendor -d 'Vendor name' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l issuer -d 'Issuer URI, which every file states; cannot be changed later [default: urn:licentia: and the vendor name]' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l status-uri -d 'Base URI of the status lists; cannot be changed later [default: the issuer and /status]' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l join -d 'Key set file of the vendor\'s first home; creates a second site without keys, for which `key import` adds the private keys to use there' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand init" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand init" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand init" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand init" -l test -d 'Create a test home: each file is marked as a test file, and LICENTIA_NOW sets the clock'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l no-passphrase -d 'Store the keys without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand init" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand init" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l limit -d 'Maximum number of results' -r
complete -c licentia -n "__fish_licentia_using_subcommand find" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand find" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand find" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand find" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand find" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand find" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand find" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "create" -d 'Create a signing key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "list" -d 'List the keys, the root first'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "show" -d 'Show a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "import" -d 'Import an existing private key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "export" -d 'Export a key for other programs'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "passphrase" -d 'Change the passphrase of a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "retire" -d 'Retire a key, so that it no longer signs; existing files stay valid'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "revoke" -d 'Revoke a compromised key, so that its files are refused'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "publish" -d 'Write the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "accept" -d 'Import the next key set of the vendor\'s first home'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "pin" -d 'Print the source line that pins the root in an application'
complete -c licentia -n "__fish_licentia_using_subcommand key; and not __fish_seen_subcommand_from create list show import export passphrase retire revoke publish accept pin help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l edition -d 'Edition of the signed licenses: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l kinds -d 'Kinds of files: license, credential, context, update, status, anchor (audit entries) [default: all; license for a key with another limit]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l products -d 'Product codes' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l max-term -d 'Maximum term of a file from its signature, grace period included, for example 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l max-seats -d 'Maximum number of seats of a license' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l max-files -d 'Maximum number of files signed with this key (enforced by this home only)' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l purposes -d 'Purposes for which this home signs with the key, such as issue or recovery (enforced by this home only)' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l not-after -d 'Last day on which the key signs' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l no-passphrase -d 'Store the key without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l if-missing -d 'Succeed without a change if a key with this name, edition and limits exists'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l all -d 'Include retired keys'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l edition -d 'Edition of the signed licenses: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l kinds -d 'Kinds of files: license, credential, context, update, status, anchor (audit entries) [default: all; license for a key with another limit]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l products -d 'Product codes' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l max-term -d 'Maximum term of a file from its signature, grace period included, for example 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l max-seats -d 'Maximum number of seats of a license' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l max-files -d 'Maximum number of files signed with this key (enforced by this home only)' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l purposes -d 'Purposes for which this home signs with the key, such as issue or recovery (enforced by this home only)' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l not-after -d 'Last day on which the key signs' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l no-passphrase -d 'Store the key without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l as -d 'File format: pem or jwk [default: pem]' -r -f -a "pem\t'Text with a header line'
jwk\t'A JSON object'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l out -d 'Output file; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l private -d 'Export the private key, encrypted with the passphrase of the key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l no-passphrase -d 'Store the key without a passphrase'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from passphrase" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l keep-private -d 'Keep the private key in this home'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l reason -d 'Reason (recorded in the audit log)' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l since -d 'Instant before which signed files stay valid; only for a key with --max-term' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l edition -d 'Edition of the keys in the JWK set: commercial or trial [default: commercial]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l out -d 'Output file; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l jwks -d 'Write a plain JWK set instead of the key set'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from publish" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from accept" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l lang -d 'Programming language: rust, c, csharp, java, python or js [default: rust]' -r -f -a "rust\t'A constant'
c\t'A constant of file scope'
csharp\t'A class with a constant'
java\t'A class with a constant'
python\t'A constant of the module'
js\t'An exported constant of an ES module'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from pin" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a signing key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the keys, the root first'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import an existing private key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "export" -d 'Export a key for other programs'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "passphrase" -d 'Change the passphrase of a key'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Retire a key, so that it no longer signs; existing files stay valid'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Revoke a compromised key, so that its files are refused'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "publish" -d 'Write the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "accept" -d 'Import the next key set of the vendor\'s first home'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "pin" -d 'Print the source line that pins the root in an application'
complete -c licentia -n "__fish_licentia_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "add" -d 'Add a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "edit" -d 'Change a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "list" -d 'List the products, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "show" -d 'Show a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "retire" -d 'Stop sales of a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "apply" -d 'Apply a catalogue file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "export" -d 'Write the catalogue to a file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and not __fish_seen_subcommand_from add edit list show retire apply export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l name -d 'Product name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l kind -d 'Kind: base (other products can require it) or application' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l requires -d 'Codes of the base products that a commercial license requires' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l containers -d 'Kinds of containers that can hold its licenses [default: cloud,device,dongle]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l renew-url -d 'URL at which a customer renews' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l model -d 'Meaning of a seat: named (an assigned user), floating (a session), device (a computer or dongle) [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l seats -d 'Number of seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l modules -d 'Codes of all granted modules, separated by commas; VALUE is a limit of the module, END is the day on which the module ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l starts -d 'First day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l ends -d 'Day on which the license ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l last-day -d 'Last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l term -d 'Duration from the first day, for example 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l checkpoint -d 'Duration after which each file ends and must be renewed, for example 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l grace -d 'Duration after the end in which applications still work, with a warning, for example 14d [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l offline-days -d 'Maximum number of days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l offline-starts -d 'Maximum number of application starts without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l enforcement -d 'Behavior of applications after the end: block, warn or log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l hosts-per-user -d 'Maximum number of computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l set -d 'Attribute for the application; repeatable; KEY=none clears an attribute of the product or of licentia.toml' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l allow-login -d 'Allow applications to use a license of this product as the log-in of a user (claim allow_login)'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if there is a product with this code'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l name -d 'Product name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l kind -d 'Kind: base (other products can require it) or application' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l allow-login -d 'Permission for applications to use a license of this product as the log-in of a user (claim allow_login) [yes, no]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l requires -d 'Codes of the base products that a commercial license requires; none clears them' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l containers -d 'Kinds of containers that can hold its licenses' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l renew-url -d 'URL at which a customer renews; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l model -d 'Meaning of a seat: named (an assigned user), floating (a session), device (a computer or dongle) [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l seats -d 'Number of seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l modules -d 'Codes of all granted modules, separated by commas; VALUE is a limit of the module, END is the day on which the module ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l starts -d 'First day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l ends -d 'Day on which the license ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l last-day -d 'Last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l term -d 'Duration from the first day, for example 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l checkpoint -d 'Duration after which each file ends and must be renewed, for example 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l grace -d 'Duration after the end in which applications still work, with a warning, for example 14d [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l offline-days -d 'Maximum number of days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l offline-starts -d 'Maximum number of application starts without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l enforcement -d 'Behavior of applications after the end: block, warn or log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l hosts-per-user -d 'Maximum number of computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l set -d 'Attribute for the application; repeatable; KEY=none clears an attribute of the product or of licentia.toml' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l all -d 'Include retired products'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l undo -d 'Resume sales of the product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l prune -d 'Retire products and remove modules that are not in the file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from apply" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the products, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Stop sales of a product'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "apply" -d 'Apply a catalogue file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the catalogue to a file'
complete -c licentia -n "__fish_licentia_using_subcommand product; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "add" -d 'Add a module to a product'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "edit" -d 'Change a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "list" -d 'List the modules of a product as a tree'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "show" -d 'Show a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "remove" -d 'Remove a module that no license grants'
complete -c licentia -n "__fish_licentia_using_subcommand module; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l parent -d 'Code of the parent module' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l name -d 'Module name, for people [default: the code]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if the product has a module with this code'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l parent -d 'Code of the parent module; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l name -d 'Module name, for people; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a module to a product'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the modules of a product as a tree'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a module'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a module that no license grants'
complete -c licentia -n "__fish_licentia_using_subcommand module; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "add" -d 'Add a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "edit" -d 'Change a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "list" -d 'List the customers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "import" -d 'Import customers from a CSV file'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "show" -d 'Show a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "retire" -d 'Stop sales to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and not __fish_seen_subcommand_from add edit list import show retire help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l name -d 'Customer name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l email -d 'E-mail address' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l reference -d 'Customer number in another system' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if there is a customer with this code'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l name -d 'Customer name, for people' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l email -d 'E-mail address; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l reference -d 'Customer number in another system; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l all -d 'Include retired customers'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l undo -d 'Resume sales to the customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the customers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import customers from a CSV file'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Stop sales to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "add" -d 'Add a company to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "edit" -d 'Change the name of a company'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "list" -d 'List the companies of a customer, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "show" -d 'Show a company'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "remove" -d 'Remove a company that has no licenses and no users'
complete -c licentia -n "__fish_licentia_using_subcommand company; and not __fish_seen_subcommand_from add edit list show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l name -d 'Company name' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if the customer has a company with this code'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l name -d 'Company name' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a company to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change the name of a company'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the companies of a customer, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a company'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a company that has no licenses and no users'
complete -c licentia -n "__fish_licentia_using_subcommand company; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "add" -d 'Add a user to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "edit" -d 'Change a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "list" -d 'List the users of a customer, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "import" -d 'Import users from a CSV file'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "show" -d 'Show a user and the licenses that the user may use'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "remove" -d 'Remove a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and not __fish_seen_subcommand_from add edit list import show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l name -d 'Name of the person' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l email -d 'E-mail address' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l company -d 'Company code of the user' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l admin -d 'Make the user an administrator, who can start sessions even while a required base license is missing'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed without a change if the customer has a user with this name'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l username -d 'New user name' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l name -d 'Name of the person; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l email -d 'E-mail address; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l company -d 'Company code of the user; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l admin -d 'Administrator, who can start sessions even while a required base license is missing [yes, no]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l key -d 'Signing key, one for each edition [default: the key with the edition\'s name, else the only key that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l purpose -d 'Purpose of the signatures, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l out-dir -d 'Output folder, created if missing; each file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l key -d 'Signing key, one for each edition [default: the key with the edition\'s name, else the only key that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l purpose -d 'Purpose of the signatures, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l out-dir -d 'Output folder, created if missing; each file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a user to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the users of a customer, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import users from a CSV file'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a user and the licenses that the user may use'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a user'
complete -c licentia -n "__fish_licentia_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "issue" -d 'Issue a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "list" -d 'List the licenses, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "show" -d 'Show a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "export" -d 'Write the file of a license again'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "check" -d 'Check a license file against the database'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "edit" -d 'Change the terms of a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "extend" -d 'Extend the end of a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "renew" -d 'Write the next file of checkpoint licenses'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "activate" -d 'Place a license in a container, or deliver it in a file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "return" -d 'Return seats of a license from a container or a file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "move" -d 'Move a license from one container to another'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "switch" -d 'Switch a license to the other edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "replace" -d 'Replace a license with a successor of the same edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "suspend" -d 'Suspend a license until it is reinstated'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "reinstate" -d 'Resume a suspended license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "withdraw" -d 'Withdraw a license permanently, or the seats in one container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "revoke" -d 'Revoke a license permanently'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "delete" -d 'Delete a license, or all licenses of a customer and an edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and not __fish_seen_subcommand_from issue list show export check edit extend renew activate return move switch replace suspend reinstate withdraw revoke delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l product -d 'Product code' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l company -d 'Company code, for a license of one part of the customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l edition -d 'Edition: commercial or trial [default: commercial, or the edition of --key]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l users -d 'User names to assign to the license' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l reference -d 'Idempotency reference, such as an order number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l container -d 'Serial of the container to place all seats in' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l model -d 'Meaning of a seat: named (an assigned user), floating (a session), device (a computer or dongle) [default of a new license: floating]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l seats -d 'Number of seats [default of a new license: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l modules -d 'Codes of all granted modules, separated by commas; VALUE is a limit of the module, END is the day on which the module ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l starts -d 'First day [default of a new license: today, UTC]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l ends -d 'Day on which the license ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l last-day -d 'Last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l term -d 'Duration from the first day, for example 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l checkpoint -d 'Duration after which each file ends and must be renewed, for example 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l grace -d 'Duration after the end in which applications still work, with a warning, for example 14d [default of a new license: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l offline-days -d 'Maximum number of days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l offline-starts -d 'Maximum number of application starts without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l enforcement -d 'Behavior of applications after the end: block, warn or log [default of a new license: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l hosts-per-user -d 'Maximum number of computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l set -d 'Attribute for the application; repeatable; KEY=none clears an attribute of the product or of licentia.toml' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l unbound -d 'Deliver the license in a file that is bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from issue" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l product -d 'Product code' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l edition -d 'Edition: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l state -d 'State: active, parked, expired, suspended, withdrawn, replaced, revoked, deleted' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l ends-before -d 'Day before which the licenses end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l all -d 'Include deleted licenses'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l container -d 'Container serial, for a license in several containers' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l add-modules -d 'Modules to add, or to give another value or end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l remove-modules -d 'Codes of the modules to remove' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l company -d 'Code of the company that holds the license; none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l end-old -d 'Days until the status list marks the older files as invalid [default: 30d if the license is reduced]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l model -d 'Meaning of a seat: named (an assigned user), floating (a session), device (a computer or dongle)' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l seats -d 'Number of seats' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l modules -d 'Codes of all granted modules, separated by commas; VALUE is a limit of the module, END is the day on which the module ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l starts -d 'First day' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l ends -d 'Day on which the license ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l last-day -d 'Last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l term -d 'Duration from the first day, for example 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l checkpoint -d 'Duration after which each file ends and must be renewed, for example 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l grace -d 'Duration after the end in which applications still work, with a warning, for example 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l offline-days -d 'Maximum number of days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l offline-starts -d 'Maximum number of application starts without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l enforcement -d 'Behavior of applications after the end: block, warn or log' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l hosts-per-user -d 'Maximum number of computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l set -d 'Attribute for the application; repeatable; KEY=none clears an attribute of the product or of licentia.toml' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l keep-old -d 'Keep the older files valid until their own end'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l by -d 'Extension, for example 30d, 3mo, 1y' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l ends -d 'New end: the day on which the license ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l last-day -d 'New last full day' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l from -d 'Day from which --by counts [default: later]' -r -f -a "end\t'The end of the license'
today\t'The current day, UTC'
later\t'The later of both days'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l reference -d 'Idempotency reference, such as an order number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from extend" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l within -d 'Days before the end of a file in which it is renewed [default: 30d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l reference -d 'Idempotency reference, such as an order number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l key -d 'Signing key, one for each edition; with --due, only licenses in the edition of the key are renewed [default: the keys with the editions\' names]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l purpose -d 'Purpose of the signatures, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l due -d 'Renew all licenses whose files end soon'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from renew" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l container -d 'Container serial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l seats -d 'Number of seats to place in the container [default: all unallocated seats]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l reference -d 'Idempotency reference, such as an order number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l unbound -d 'Deliver or return the seats in files that are bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from activate" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l container -d 'Container serial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l seats -d 'Number of seats to return from the container [default: all seats in the container]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l unbound -d 'Deliver or return the seats in files that are bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from return" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l from -d 'Serial of the container to move from' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l to -d 'Serial of the container to move to' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l seats -d 'Number of seats to move [default: all seats in the container]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from move" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l edition -d 'New edition: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l reference -d 'Idempotency reference, such as an order number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l model -d 'Meaning of a seat: named (an assigned user), floating (a session), device (a computer or dongle)' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l seats -d 'Number of seats' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l modules -d 'Codes of all granted modules, separated by commas; VALUE is a limit of the module, END is the day on which the module ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l starts -d 'First day' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l ends -d 'Day on which the license ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l last-day -d 'Last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l term -d 'Duration from the first day, for example 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l checkpoint -d 'Duration after which each file ends and must be renewed, for example 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l grace -d 'Duration after the end in which applications still work, with a warning, for example 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l offline-days -d 'Maximum number of days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l offline-starts -d 'Maximum number of application starts without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l enforcement -d 'Behavior of applications after the end: block, warn or log' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l hosts-per-user -d 'Maximum number of computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l set -d 'Attribute for the application; repeatable; KEY=none clears an attribute of the product or of licentia.toml' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from switch" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l reference -d 'Idempotency reference, such as an order number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l model -d 'Meaning of a seat: named (an assigned user), floating (a session), device (a computer or dongle)' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l seats -d 'Number of seats' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l modules -d 'Codes of all granted modules, separated by commas; VALUE is a limit of the module, END is the day on which the module ends, at 00:00 UTC' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l starts -d 'First day' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l ends -d 'Day on which the license ends, at 00:00 UTC; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l last-day -d 'Last full day; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l term -d 'Duration from the first day, for example 30d, 3mo, 1y; none for no end' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l checkpoint -d 'Duration after which each file ends and must be renewed, for example 90d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l grace -d 'Duration after the end in which applications still work, with a warning, for example 14d' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l offline-days -d 'Maximum number of days that applications work without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l offline-starts -d 'Maximum number of application starts without a newer file' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l enforcement -d 'Behavior of applications after the end: block, warn or log' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l hosts-per-user -d 'Maximum number of computers of one user' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l set -d 'Attribute for the application; repeatable; KEY=none clears an attribute of the product or of licentia.toml' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from replace" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l reason -d 'Reason (recorded in the audit log and shown by `license show`)' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from suspend" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from reinstate" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l container -d 'Serial of the container to withdraw the seats from' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l reason -d 'Reason (recorded in the audit log and shown by `license show`)' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from withdraw" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l reason -d 'Reason (recorded in the audit log and shown by `license show`)' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l customer -d 'Customer code; deletes all licenses of the customer and the edition' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l edition -d 'Edition of the licenses: commercial or trial' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "issue" -d 'Issue a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the licenses, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the file of a license again'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check a license file against the database'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change the terms of a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "extend" -d 'Extend the end of a license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "renew" -d 'Write the next file of checkpoint licenses'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "activate" -d 'Place a license in a container, or deliver it in a file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "return" -d 'Return seats of a license from a container or a file'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "move" -d 'Move a license from one container to another'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "switch" -d 'Switch a license to the other edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "replace" -d 'Replace a license with a successor of the same edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "suspend" -d 'Suspend a license until it is reinstated'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "reinstate" -d 'Resume a suspended license'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "withdraw" -d 'Withdraw a license permanently, or the seats in one container'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Revoke a license permanently'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a license, or all licenses of a customer and an edition'
complete -c licentia -n "__fish_licentia_using_subcommand license; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "create" -d 'Create a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "list" -d 'List the containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "show" -d 'Show a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "edit" -d 'Change the label or the user of a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "update" -d 'Write the update file of a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "receive" -d 'Import the receipt that a container signed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "context" -d 'Write the state of a cloud container for another site of the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "adopt" -d 'Adopt a cloud container of the vendor\'s first home at this site'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "import" -d 'Import the update of a cloud container that another site signed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "confirm" -d 'Confirm that a dongle has its newest update'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "resolve" -d 'Resume a container whose receipts contradicted the database'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "block" -d 'Block a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "unblock" -d 'Unblock a container, or resume a lost container that was found'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "attempts" -d 'List the attempts to use blocked containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "recycle" -d 'Take back a dongle that was returned to the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "retire" -d 'Retire a container that has no licenses'
complete -c licentia -n "__fish_licentia_using_subcommand container; and not __fish_seen_subcommand_from create list show edit update receive context adopt import confirm resolve block unblock attempts recycle retire help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l kind -d 'Kind of the container: cloud, device or dongle' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l user -d 'User of the container (user name at the customer)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l label -d 'Label (any text)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l hardware -d 'Hardware serial of a dongle, as the manufacturer writes it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l request -d 'Request file of the device, or of a dongle with a key; - is standard input' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l reference -d 'Idempotency reference, such as an order number; a repeated call creates nothing new' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l key -d 'Commercial signing key [default: the key named commercial, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l encrypt-to -d 'X25519 recipient of age (age1…) for the encryption of the credential; repeatable' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l encrypt-passphrase-file -d 'File whose first line is the passphrase with which the credential is encrypted (age); a passphrase of the vendor\'s keys is refused' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l if-missing -d 'Succeed if the customer already has a container for the device or the dongle'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l encrypt -d 'Encrypt the credential with a passphrase, which is prompted for'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l user -d 'User of the container (user name at the customer)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l kind -d 'Kind: cloud, device, dongle' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l state -d 'State: active, blocked, suspect, resync, lost, retired' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l all -d 'Include retired containers'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l label -d 'Label (any text); none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l user -d 'User of the container (user name at the customer); none clears it' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l key -d 'Commercial signing key [default: the key named commercial, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l time -d 'Include the vendor\'s time, for a computer whose clock was in the future and has been corrected'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from update" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l key -d 'Signing key for the seats that move to another container, one for each edition [default: the keys with the editions\' names]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l strand -d 'Do not complete a pending move to another container: its seats become unallocated, and no key is needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from receive" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l key -d 'Commercial signing key [default: the key named commercial, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l out -d 'Output file; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from context" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l customer -d 'Customer code of the container' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from adopt" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l reason -d 'Source of the confirmation (recorded in the audit log)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l key -d 'Signing key for the seats that move to another container, one for each edition [default: the keys with the editions\' names]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l strand -d 'Do not complete a pending move to another container: its seats become unallocated, and no key is needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from confirm" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l reason -d 'Reason (recorded in the audit log)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from resolve" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l reason -d 'Reason (recorded in the audit log and shown by `container show`)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l enforce-after -d 'Days until the status list ends the files of the container [default: 0d, at once]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from block" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l reason -d 'Reason (recorded in the audit log)' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from unblock" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from attempts" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l key -d 'Signing key for the seats that move to another container, one for each edition [default: the keys with the editions\' names]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l strand -d 'Do not complete a pending move to another container: its seats become unallocated, and no key is needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from recycle" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change the label or the user of a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "update" -d 'Write the update file of a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "receive" -d 'Import the receipt that a container signed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "context" -d 'Write the state of a cloud container for another site of the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "adopt" -d 'Adopt a cloud container of the vendor\'s first home at this site'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import the update of a cloud container that another site signed'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "confirm" -d 'Confirm that a dongle has its newest update'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Resume a container whose receipts contradicted the database'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "block" -d 'Block a container'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "unblock" -d 'Unblock a container, or resume a lost container that was found'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "attempts" -d 'List the attempts to use blocked containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "recycle" -d 'Take back a dongle that was returned to the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "retire" -d 'Retire a container that has no licenses'
complete -c licentia -n "__fish_licentia_using_subcommand container; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "rotate" -d 'Create the next credential of a cloud container'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "revoke" -d 'End the credential of a cloud container without a successor'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "list" -d 'List the credentials, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "show" -d 'Show a credential'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "check" -d 'Check a credential file against the database'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and not __fish_seen_subcommand_from rotate revoke list show check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l key -d 'Commercial signing key [default: the key named commercial, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l encrypt-to -d 'X25519 recipient of age (age1…) for the encryption of the credential; repeatable' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l encrypt-passphrase-file -d 'File whose first line is the passphrase with which the credential is encrypted (age); a passphrase of the vendor\'s keys is refused' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l encrypt -d 'Encrypt the credential with a passphrase, which is prompted for'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from rotate" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l container -d 'Container serial' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l customer -d 'Customer code of the containers' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l all -d 'Include ended credentials'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Create the next credential of a cloud container'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'End the credential of a cloud container without a successor'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the credentials, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a credential'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check a credential file against the database'
complete -c licentia -n "__fish_licentia_using_subcommand credential; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "add" -d 'Assign users to a license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "remove" -d 'Remove users from a license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "move" -d 'Replace an assigned user with another user'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "list" -d 'List the users assigned to licenses'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and not __fish_seen_subcommand_from add remove move list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l if-missing -d 'Succeed if some of the users are already assigned'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l key -d 'Signing key [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l out-dir -d 'Output folder, created if missing; the file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from move" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l license -d 'License serial or ref:REFERENCE' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l user -d 'User name' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "add" -d 'Assign users to a license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove users from a license'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "move" -d 'Replace an assigned user with another user'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the users assigned to licenses'
complete -c licentia -n "__fish_licentia_using_subcommand assignment; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "start" -d 'Start a session, which takes a seat of a license for a user'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "touch" -d 'Keep a session live'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "end" -d 'End a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "list" -d 'List the sessions, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "show" -d 'Show a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "prune" -d 'End the sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and not __fish_seen_subcommand_from start touch end list show prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l user -d 'User name' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l host -d 'Computer name' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l ttl -d 'Time to live without a touch, for example 90s, 15min, 8h [default: 15min]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from start" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from touch" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l reason -d 'Reason (shown to the user) [default: ended]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l after -d 'Time until the end, for example 2min [default: at once]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from end" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l license -d 'License serial or ref:REFERENCE' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l user -d 'User name' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l stale -d 'List only sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l all -d 'Include ended sessions'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start a session, which takes a seat of a license for a user'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "touch" -d 'Keep a session live'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "end" -d 'End a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the sessions, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a session'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "prune" -d 'End the sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "create" -d 'Create a ticket: a secret code with which a customer activates licenses'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "list" -d 'List the tickets, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "show" -d 'Show a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "redeem" -d 'Activate the licenses of a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "cancel" -d 'Cancel a ticket, so that its code is no longer valid'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "reissue" -d 'Create another code for a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and not __fish_seen_subcommand_from create list show redeem cancel reissue help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l license -d 'License serials or ref:REFERENCE, separated by commas; all of one customer' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l expires -d 'Day on which the ticket ends, at 00:00 UTC [default: none]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l uses -d 'Maximum number of uses [default: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l reference -d 'Idempotency reference, such as an order number; a repeated call creates nothing new' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l unbound-allowed -d 'Allow activation in unbound files'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l each -d 'Create a ticket for each license, instead of one ticket for all licenses'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l license -d 'License serial or ref:REFERENCE' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l customer -d 'Customer code of the licenses' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l state -d 'State: open, used, expired, cancelled' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l all -d 'Include cancelled tickets'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l container -d 'Container serial' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l key -d 'Signing key, one for each edition [default: the key with the edition\'s name, else the only key that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l purpose -d 'Purpose of the signatures, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l out-dir -d 'Output folder, created if missing; each file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l unbound -d 'Deliver or return the seats in files that are bound to no container'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from redeem" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from cancel" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from reissue" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a ticket: a secret code with which a customer activates licenses'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the tickets, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "redeem" -d 'Activate the licenses of a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Cancel a ticket, so that its code is no longer valid'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "reissue" -d 'Create another code for a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand ticket; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "issue" -d 'Issue the licenses of a lost container in another container'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "list" -d 'List the recoveries, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "show" -d 'Show a recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "export" -d 'Write the files of a recovery again'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "reverse" -d 'Reverse a mistaken recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "quota" -d 'Show the number of recoveries that are left'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "grant" -d 'Grant recoveries beyond the policy'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "policy" -d 'Show or change the recovery policy of a product or a license'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and not __fish_seen_subcommand_from issue list show export reverse quota grant policy help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l from -d 'Serial of the lost container' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l to -d 'Serial of the new container' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l to-request -d 'Request file of the device or dongle for a new container; - is standard input' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l user -d 'User name of the holder of the new cloud container [default: the holder of the old one]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l reason -d 'Reason: lost, stolen, destroyed, defective, broken, invalid, reinstalled' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l note -d 'Internal note about the recovery' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l only -d 'License serial or ref:REFERENCE to recover; repeatable [default: all licenses]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l reference -d 'Idempotency reference, such as a case number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l encrypt-to -d 'X25519 recipient of age (age1…) for the encryption of the credential; repeatable' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l encrypt-passphrase-file -d 'File whose first line is the passphrase with which the credential is encrypted (age); a passphrase of the vendor\'s keys is refused' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l key -d 'Signing key, one for each edition [default: the key with the edition\'s name, else the only key that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l out-dir -d 'Output folder, created if missing; each file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l to-cloud -d 'Create a new cloud container with a credential'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l partial -d 'Recover the licenses that have a recovery left, and omit the others'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l returned -d 'Use no recovery, because the hardware was returned to the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l block -d 'Block the old container, regardless of the policy and of other licenses in it'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l encrypt -d 'Encrypt the credential with a passphrase, which is prompted for'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from issue" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l customer -d 'Customer code' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l container -d 'Serial of the old or the new container' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l license -d 'License serial or ref:REFERENCE' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l after -d 'Last entry of the previous page; the list begins after it' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l out-dir -d 'Output folder, created if missing; each file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l reason -d 'Reason (recorded in the audit log and shown by `recovery show`)' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l key -d 'Signing key, one for each edition [default: the key with the edition\'s name, else the only key that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l out-dir -d 'Output folder, created if missing; each file is named after its serial' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from reverse" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from quota" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l scope -d 'Scope of the recoveries: any (any container) or same (the same computer) [default: any]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l count -d 'Number of recoveries [default: 1]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l reason -d 'Reason (recorded in the audit log)' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l reference -d 'Idempotency reference, such as a case number; a repeated call changes nothing' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from grant" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l any-initial -d 'Number of recoveries into any container, from the first activation on [default: 0]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l any-every -d 'Period after which one more recovery is added, such as 90d or 2y; none for no period' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l any-cap -d 'Maximum number of unused recoveries that the policy keeps; none for no limit' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l same-initial -d 'Number of recoveries on the same computer, from the first activation on [default: 0]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l same-every -d 'Period after which one more recovery on the same computer is added; none for no period' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l same-cap -d 'Maximum number of unused recoveries on the same computer that the policy keeps; none for no limit' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l match-required -d 'Properties that must match for a computer to be the same, such as board_serial,machine_id' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l match-minimum -d 'Minimum number of matching properties; none for two thirds of the properties of the computer' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l old -d 'Treatment of the old container: block, withdraw, nothing [default: block]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l enforce-after -d 'Days before the block has an effect in the status list [default: 0d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l key -d 'Signing key of the audit entry, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l purpose -d 'Purpose of the signature, for keys limited to purposes [default: issue]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from policy" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "issue" -d 'Issue the licenses of a lost container in another container'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the recoveries, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the files of a recovery again'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "reverse" -d 'Reverse a mistaken recovery'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "quota" -d 'Show the number of recoveries that are left'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "grant" -d 'Grant recoveries beyond the policy'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "policy" -d 'Show or change the recovery policy of a product or a license'
complete -c licentia -n "__fish_licentia_using_subcommand recovery; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "publish" -d 'Sign the current status lists'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "list" -d 'List the status lists and their unpublished changes'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "show" -d 'Show the status list entries of a license, a credential or a container'
complete -c licentia -n "__fish_licentia_using_subcommand status; and not __fish_seen_subcommand_from publish list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l key -d 'Commercial signing key [default: the key named commercial, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l out -d 'Output file; - is standard output' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l out-dir -d 'Output folder, created if missing; each file is named after the number of its list' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from publish" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l at -d 'Instant of the entries [default: now]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "publish" -d 'Sign the current status lists'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the status lists and their unpublished changes'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the status list entries of a license, a credential or a container'
complete -c licentia -n "__fish_licentia_using_subcommand status; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -f -a "list" -d 'List the changes'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -f -a "verify" -d 'Verify that no entry was changed, removed or inserted'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -f -a "anchor" -d 'Sign the head of the audit log for another place'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -f -a "export" -d 'Write the audit log for another program'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and not __fish_seen_subcommand_from list verify anchor export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l since -d 'Start of the period (instant or date, inclusive)' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l until -d 'End of the period (instant or date, exclusive: 2026-12-01 lists the entries before 1 December)' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l process -d 'Process name: licentia, license-maintenance (the daily check) or a value of LICENTIA_PROCESS' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Action, such as license.issue' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l subject -d 'Serial, code, name or ref:REFERENCE of a record; a user is CUSTOMER/USER with the current name' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l last -d 'Number of the newest entries to list' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of entries: the oldest, or with --reverse the newest' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l after -d 'Sequence number of the last entry of the previous page' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l reverse -d 'Print the newest entry first'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l file -d 'Signed file to find in the log; - is standard input' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l anchor -d 'Anchor file that the log must continue; - is standard input' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l key -d 'Commercial signing key [default: the key named commercial, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l out -d 'Output file; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l out -d 'Output file; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the changes'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify that no entry was changed, removed or inserted'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "anchor" -d 'Sign the head of the audit log for another place'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the audit log for another program'
complete -c licentia -n "__fish_licentia_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l keyset -d 'Key set file' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l root -d 'Thumbprint of the trusted root' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l product -d 'Product code that a license must have' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l user -d 'User name that must be permitted to use a license' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l credential -d 'Credential file for licenses of its cloud container [default: a credential in the files]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l request -d 'Request file of the device, or of the dongle with a key, for licenses bound to it' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l status -d 'File with one or more status lists [default: the status lists in the files]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l at -d 'Instant of the verification [default: now]' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l allow-test -d 'Accept files of test homes'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand verify" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand inspect" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l license -d 'License serials or ref:REFERENCE, separated by commas' -r
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l container -d 'Container serial; the bundle contains all licenses in the container' -r
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l with-credential -d 'Credential file of the cloud container' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l out -d 'Output file; - is standard output [default: standard output]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l force -d 'Overwrite an existing file'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand bundle" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l within -d 'Number of days before its end from which a license is reported [default: 30d]' -r
complete -c licentia -n "__fish_licentia_using_subcommand check" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand check" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand check" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand check" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand check" -l quick -d 'Omit the comparison of the records with signed files and the audit log'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand check" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand check" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l accept -d 'Subject whose difference is accepted: serial of a license, container or ticket, product:CODE, grant:N or key:NAME' -r
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l reason -d 'Reason (recorded in the audit log)' -r
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l repair -d 'Subject whose values are written back: serial of a license, container or ticket, product:CODE, grant:N or keys' -r
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l key -d 'Signing key of the record, one for each edition [default: the key with the edition\'s name, else the only key without limits that may sign]' -r
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand explain" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand completions" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l home -d 'Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the nearest parent folder with a licentia.toml, else the user\'s data folder]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l format -d 'Output format of data [default: the format in licentia.toml, else table]' -r -f -a "table\t'A table for people'
json\t'One JSON document'
csv\t'CSV: a header line, then one line for each record'"
complete -c licentia -n "__fish_licentia_using_subcommand man" -l actor -d 'Author name for the audit log [default: LICENTIA_ACTOR, else the system user]' -r
complete -c licentia -n "__fish_licentia_using_subcommand man" -l passphrase-file -d 'File with the passphrases that unlock keys, one per line [default: LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l new-passphrase-file -d 'File with the passphrases for new keys, one per line [default: LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l root-key -d 'File with the private root key, if it is not in the home (for example on a USB drive)' -r -F
complete -c licentia -n "__fish_licentia_using_subcommand man" -l color -d 'Color of messages; auto means never if NO_COLOR is set [default: auto]' -r -f -a "auto\t'Color on a terminal, unless NO_COLOR is set or TERM is dumb'
always\t'Always color'
never\t'Never color'"
complete -c licentia -n "__fish_licentia_using_subcommand man" -l force -d 'Overwrite existing files'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l json -d 'Same as --format json'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l dry-run -d 'Show the changes without making them. The exit status is that of the real run, apart from keys, passphrases and confirmations, which are not needed'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l yes -d 'Answer yes to every confirmation'
complete -c licentia -n "__fish_licentia_using_subcommand man" -l no-input -d 'Never prompt; a missing value is an error'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s q -l quiet -d 'Suppress success messages'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s v -l verbose -d 'Print the home and the keys that are used, and the code of an error'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c licentia -n "__fish_licentia_using_subcommand man" -s V -l version -d 'Print version'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "quickstart" -d 'Create a demonstration home and show each step'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "init" -d 'Create a home: database, root key, signing keys and first key set'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "find" -d 'Find customers, users, licenses, tickets and more by a part of their names'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "key" -d 'Signing keys and the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "product" -d 'Products, their terms and their modules'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "module" -d 'Features of a product, in a tree'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "customer" -d 'Customers: buyers of licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "company" -d 'Companies: parts of a customer that can hold licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "user" -d 'Users: persons at a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "license" -d 'Licenses: issue, deliver, change and end them'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "container" -d 'Containers for seats: cloud containers, devices and dongles'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "credential" -d 'Credentials that open cloud containers'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "assignment" -d 'Assignments of users to licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "session" -d 'Sessions: seats that are in use'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "ticket" -d 'Secret codes that let their holders activate licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "recovery" -d 'Recovery of the licenses of lost containers: quotas, policies and new files'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "status" -d 'Status lists: ended and suspended licenses and files, for applications'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "audit" -d 'Audit log of all changes'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "verify" -d 'Verify files as the licensed application does'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "inspect" -d 'Show the content of a file without verifying it'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "bundle" -d 'Write several signed files as one file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "check" -d 'Report the problems that need attention'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "doctor" -d 'Complete interrupted work and remove leftover files'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "explain" -d 'Explain a code of an error, a verdict, a warning of the verifier or a finding'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "completions" -d 'Print the completions for a shell'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "man" -d 'Write the man pages into a folder'
complete -c licentia -n "__fish_licentia_using_subcommand help; and not __fish_seen_subcommand_from quickstart init find key product module customer company user license container credential assignment session ticket recovery status audit verify inspect bundle check doctor explain completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "create" -d 'Create a signing key'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "list" -d 'List the keys, the root first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "show" -d 'Show a key'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "import" -d 'Import an existing private key'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "export" -d 'Export a key for other programs'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "passphrase" -d 'Change the passphrase of a key'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "retire" -d 'Retire a key, so that it no longer signs; existing files stay valid'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "revoke" -d 'Revoke a compromised key, so that its files are refused'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "publish" -d 'Write the key set that applications trust'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "accept" -d 'Import the next key set of the vendor\'s first home'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "pin" -d 'Print the source line that pins the root in an application'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "add" -d 'Add a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "edit" -d 'Change a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "list" -d 'List the products, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "show" -d 'Show a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "retire" -d 'Stop sales of a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "apply" -d 'Apply a catalogue file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from product" -f -a "export" -d 'Write the catalogue to a file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "add" -d 'Add a module to a product'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "edit" -d 'Change a module'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "list" -d 'List the modules of a product as a tree'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "show" -d 'Show a module'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from module" -f -a "remove" -d 'Remove a module that no license grants'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "add" -d 'Add a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "edit" -d 'Change a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "list" -d 'List the customers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "import" -d 'Import customers from a CSV file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "show" -d 'Show a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "retire" -d 'Stop sales to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "add" -d 'Add a company to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "edit" -d 'Change the name of a company'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "list" -d 'List the companies of a customer, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "show" -d 'Show a company'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from company" -f -a "remove" -d 'Remove a company that has no licenses and no users'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "add" -d 'Add a user to a customer'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "edit" -d 'Change a user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "list" -d 'List the users of a customer, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "import" -d 'Import users from a CSV file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "show" -d 'Show a user and the licenses that the user may use'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "remove" -d 'Remove a user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "issue" -d 'Issue a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "list" -d 'List the licenses, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "show" -d 'Show a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "export" -d 'Write the file of a license again'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "check" -d 'Check a license file against the database'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "edit" -d 'Change the terms of a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "extend" -d 'Extend the end of a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "renew" -d 'Write the next file of checkpoint licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "activate" -d 'Place a license in a container, or deliver it in a file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "return" -d 'Return seats of a license from a container or a file'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "move" -d 'Move a license from one container to another'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "switch" -d 'Switch a license to the other edition'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "replace" -d 'Replace a license with a successor of the same edition'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "suspend" -d 'Suspend a license until it is reinstated'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "reinstate" -d 'Resume a suspended license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "withdraw" -d 'Withdraw a license permanently, or the seats in one container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "revoke" -d 'Revoke a license permanently'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from license" -f -a "delete" -d 'Delete a license, or all licenses of a customer and an edition'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "create" -d 'Create a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "list" -d 'List the containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "show" -d 'Show a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "edit" -d 'Change the label or the user of a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "update" -d 'Write the update file of a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "receive" -d 'Import the receipt that a container signed'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "context" -d 'Write the state of a cloud container for another site of the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "adopt" -d 'Adopt a cloud container of the vendor\'s first home at this site'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "import" -d 'Import the update of a cloud container that another site signed'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "confirm" -d 'Confirm that a dongle has its newest update'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "resolve" -d 'Resume a container whose receipts contradicted the database'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "block" -d 'Block a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "unblock" -d 'Unblock a container, or resume a lost container that was found'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "attempts" -d 'List the attempts to use blocked containers, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "recycle" -d 'Take back a dongle that was returned to the vendor'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from container" -f -a "retire" -d 'Retire a container that has no licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "rotate" -d 'Create the next credential of a cloud container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "revoke" -d 'End the credential of a cloud container without a successor'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "list" -d 'List the credentials, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "show" -d 'Show a credential'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from credential" -f -a "check" -d 'Check a credential file against the database'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "add" -d 'Assign users to a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "remove" -d 'Remove users from a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "move" -d 'Replace an assigned user with another user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from assignment" -f -a "list" -d 'List the users assigned to licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "start" -d 'Start a session, which takes a seat of a license for a user'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "touch" -d 'Keep a session live'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "end" -d 'End a session'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "list" -d 'List the sessions, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "show" -d 'Show a session'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "prune" -d 'End the sessions whose time to live has passed'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "create" -d 'Create a ticket: a secret code with which a customer activates licenses'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "list" -d 'List the tickets, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "show" -d 'Show a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "redeem" -d 'Activate the licenses of a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "cancel" -d 'Cancel a ticket, so that its code is no longer valid'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from ticket" -f -a "reissue" -d 'Create another code for a ticket'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "issue" -d 'Issue the licenses of a lost container in another container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "list" -d 'List the recoveries, oldest first'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "show" -d 'Show a recovery'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "export" -d 'Write the files of a recovery again'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "reverse" -d 'Reverse a mistaken recovery'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "quota" -d 'Show the number of recoveries that are left'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "grant" -d 'Grant recoveries beyond the policy'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from recovery" -f -a "policy" -d 'Show or change the recovery policy of a product or a license'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from status" -f -a "publish" -d 'Sign the current status lists'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from status" -f -a "list" -d 'List the status lists and their unpublished changes'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from status" -f -a "show" -d 'Show the status list entries of a license, a credential or a container'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List the changes'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Verify that no entry was changed, removed or inserted'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "anchor" -d 'Sign the head of the audit log for another place'
complete -c licentia -n "__fish_licentia_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "export" -d 'Write the audit log for another program'
