//! The explanations of the errors of commands.

use crate::cli::explanation::entry::{Explanation, explained};
use crate::domain::ErrorCode;

/// Returns the explanation of an error.
pub fn of_error(code: ErrorCode) -> Explanation {
    match code {
        ErrorCode::Usage => explained(
            "An argument, a setting or a line of an input file is not understood.",
            &[
                "A option or a verb is misspelled, or a value does not have the form that the option \
                 requires.",
                "A serial is mistyped: its check character does not match.",
                "`licentia.toml`, a catalogue file or a CSV file has a mistake in the line that \
                 the message names.",
                "Two options exclude each other.",
            ],
            "Correct the value that the message names. `--help` after a verb lists its options and \
             the form of their values.",
        ),
        ErrorCode::NeedsAnswer => explained(
            "The command needs a confirmation or a passphrase, and there is no terminal on which \
             to ask for it.",
            &[
                "A script or a CI job runs a command that asks before it acts.",
                "`--no-input` is set.",
                "A key is encrypted, and neither `--passphrase-file` nor `LICENTIA_PASSPHRASE` is \
                 given.",
            ],
            "Check the output of `--dry-run`, then confirm with `--yes`. Give passphrases with \
             `--passphrase-file FILE` or `--new-passphrase-file FILE`.",
        ),
        ErrorCode::NotFound => explained(
            "No record has the given serial, code or name.",
            &[
                "The code or the serial belongs to another home of the vendor.",
                "The name is misspelled. The hint suggests the nearest one.",
            ],
            "Search with `licentia find TEXT`, or list the records: `licentia license list --all`. \
             `--verbose` shows which home a command uses.",
        ),
        ErrorCode::Ambiguous => explained(
            "More than one record matches the beginning of a serial.",
            &["The typed beginning of the serial is too short. The message lists the matches."],
            "Type more characters of the serial, or all of them.",
        ),
        ErrorCode::Exists => explained(
            "The record or the home already exists.",
            &[
                "The same code was added before.",
                "The folder that is given to `licentia init` contains files of a home.",
                "A container is adopted a second time from the same context.",
            ],
            "Choose another code or folder. In a script, `--if-missing` accepts an existing \
             record.",
        ),
        ErrorCode::InUse => explained(
            "The record cannot be removed, retired or changed in this way, because other records \
             depend on the record.",
            &[
                "A license grants the module, or the module is the parent of another module.",
                "A user has a cloud container.",
                "A container has licenses or pending removals, or a move into the container is \
                 pending.",
                "A license has live sessions, and its model cannot become `device`.",
            ],
            "The hint names the first dependent record. Return or move the license, end the \
             session, or assign the container to another user. Then repeat the command.",
        ),
        ErrorCode::Declined => explained(
            "The confirmation was declined or interrupted. Nothing was changed.",
            &["The answer was not `y` or `yes`. The default answer is no."],
            "Run the command again and answer `y`, or give `--yes`.",
        ),
        ErrorCode::Conflict => explained(
            "The reference or the record exists with other values.",
            &[
                "`--reference` was used before for a request with other arguments. The message \
                 names the difference and the earlier record.",
                "A file of another site contradicts a record of this home.",
                "A context reserves entries of the status list that are already reserved.",
            ],
            "Show the earlier record. Repeat the request with the values of the earlier record, or \
             use a different reference for a different order. For files of another site, write a \
             new context.",
        ),
        ErrorCode::ReferenceEnded => explained(
            "The reference belongs to a record that was ended. A repeated request does not create \
             a new record.",
            &[
                "The license of the reference was revoked, withdrawn, replaced or deleted.",
                "The ticket of the reference was cancelled, or the container was retired.",
            ],
            "Use the successor that the hint names, or a different reference for a different \
             order.",
        ),
        ErrorCode::ChangedMeanwhile => explained(
            "Another command changed the records after this command computed its effects. The \
             effects would differ from the effects that were shown. Nothing was changed.",
            &[
                "Two commands work on the same license, key or container at the same time.",
                "The confirmation was open for a long time.",
            ],
            "Show the record, then repeat the command.",
        ),
        ErrorCode::WrongState => explained(
            "The state of the record does not allow the command.",
            &[
                "The license is suspended, expired, or in a final state (revoked, replaced, \
                 withdrawn, deleted).",
                "The container is retired, lost, or not blocked.",
                "The key is retired, revoked or past its last day.",
                "The session has ended.",
                "The product or the customer is retired.",
            ],
            "Show the record (`licentia license show L-…`, `licentia container show K-…`). A \
             suspended license needs `licentia license reinstate`, an expired one `licentia \
             license extend`. A license in a final state cannot be changed: issue another license. \
             `docs/reference/model.md` lists the verbs of each state.",
        ),
        ErrorCode::WrongKind => explained(
            "The command requires a record of a different kind.",
            &[
                "The product does not allow this kind of container (`--containers` of the \
                 product).",
                "The license has the model `device`, and the container is a cloud container.",
                "A credential or a context is requested for a container that is not a cloud \
                 container.",
                "The named key is the root key, and the command requires a signing key.",
            ],
            "Name a record of the required kind. `licentia product edit CODE --containers …` \
             changes the kinds that a product allows.",
        ),
        ErrorCode::WrongCustomer => explained(
            "The records belong to different customers.",
            &[
                "A license is placed in a container of another customer.",
                "A ticket names licenses of two customers.",
                "A recovery names a target container of another customer.",
            ],
            "Name a container of the customer: `licentia container list --customer CODE` lists the \
             containers.",
        ),
        ErrorCode::NoSeat => explained(
            "The license has too few unallocated seats, or too few seats for sessions.",
            &[
                "All seats are placed in containers, or the license is delivered unbound with all \
                 seats.",
                "All seats are in use by live sessions, or assigned to users.",
                "Seats with a pending removal from hardware wait for a receipt.",
                "The new number of seats is lower than the number of allocated, assigned or used \
                 seats.",
            ],
            "`licentia license show L-…` shows the containers and users, and `licentia session \
             list --license L-…` the sessions. Return seats, end sessions, or add seats with \
             `licentia license edit L-… --seats N`. For hardware, receive the receipt that proves \
             the removal: `licentia container receive FILE`.",
        ),
        ErrorCode::NotPlaced => explained(
            "The license is not in this container, or is not delivered at all.",
            &[
                "The license is not delivered (`parked`): no seat is in a container or in a file.",
                "The license is in other containers.",
                "The container has no license that can be recovered or returned.",
            ],
            "`licentia license show L-…` shows the containers of the license. Deliver the license \
             with `licentia license activate L-… --container K-…` or `--unbound --out FILE`.",
        ),
        ErrorCode::Blocked => explained(
            "The container is blocked. No license can be issued to the container, returned from it \
             or recovered from it. Each attempt is recorded.",
            &[
                "The container was lost or stolen, and a recovery or a person blocked it.",
                "A customer uses a container whose licenses were recovered into another container.",
            ],
            "`licentia container show K-…` shows the reason, and `licentia container attempts K-…` \
             the attempts. `licentia container update K-… --out FILE` writes an update that \
             contains the block, and `licentia container unblock K-… --reason REASON` ends the \
             block.",
        ),
        ErrorCode::Suspect => explained(
            "A receipt of the container contradicts the records. No license is issued to the \
             container until the contradiction is resolved.",
            &[
                "The folder of the container was restored from an old backup, or was copied.",
                "The database of the vendor was restored from an old backup.",
            ],
            "`licentia container show K-…` shows the contradiction. Find the cause with the \
             customer. Then run `licentia container resolve K-… --reason REASON` and send the next \
             update to the customer.",
        ),
        ErrorCode::StaleContext => explained(
            "The container was changed in this home after the context was written. A file that is \
             based on the context cannot be imported.",
            &[
                "A license was issued into the container, or taken out of it, at both sites.",
                "The update of the other site was already imported.",
                "The other site works with an old context.",
            ],
            "Write a new context (`licentia container context K-… --out FILE`), adopt it at the \
             other site, and repeat the work there.",
        ),
        ErrorCode::NoQuota => explained(
            "No recovery is left for the license, or a context has no reserved entry of the status list \
             left.",
            &[
                "All recoveries of the quota were used. The error states when the next recovery is \
                 available.",
                "The product has no recovery policy (`licentia recovery policy CODE`).",
                "The second site has used all entries of the status list that the context reserved.",
            ],
            "`licentia recovery quota L-…` shows the balance. `licentia recovery grant L-… \
             --reason REASON` allows one more recovery. For a context, import the update of the \
             second site at the first home, and write a new context.",
        ),
        ErrorCode::NotAssigned => explained(
            "The user is not assigned to the license, and only assigned users may use it.",
            &[
                "The license is named, and the user has no seat.",
                "A floating license has assigned users, and the user is not one of them.",
                "The user belongs to another company of the customer than the license.",
            ],
            "Assign the license: `licentia assignment add L-… USER`. If all seats are assigned, \
             `licentia assignment move L-… FROM TO` gives a seat to another user.",
        ),
        ErrorCode::BaseMissing => explained(
            "The product requires a base product, and there is no usable base license. Only \
             administrators (users with `--admin`) may start sessions.",
            &[
                "The base license is in another container, or is not delivered.",
                "The base license has another edition, has ended or is suspended.",
            ],
            "Issue a base license, or place the existing one in the same container. `licentia \
             product show CODE` lists the required products.",
        ),
        ErrorCode::HostLimit => explained(
            "The user has sessions on the maximum number of computers of the license \
             (`--hosts-per-user`).",
            &[
                "Sessions on other computers were not ended and are not yet stale.",
                "The user works on more computers than agreed.",
            ],
            "End the sessions on one of the computers that the error names: `licentia session end \
             S-… --reason REASON`. Or raise the limit: `licentia license edit L-… --hosts-per-user \
             N`.",
        ),
        ErrorCode::OutOfScope => explained(
            "The limits of the key do not allow this file.",
            &[
                "The license exceeds a limit of the key: kinds of files, products, maximum term, \
                 maximum seats, maximum number of files, or purposes.",
                "The named key is the root key, which signs only key sets.",
            ],
            "`licentia key show NAME` shows the limits. Name another key with `--key NAME`, or \
             change the license so that it is within the limits.",
        ),
        ErrorCode::EditionMismatch => explained(
            "The key is of the other edition. Trial keys sign trial licenses, and commercial keys \
             sign commercial ones.",
            &[
                "`--key` names a key of the other edition.",
                "A trial key is named for a file that is not a license.",
            ],
            "Name a key of the edition of the license, or leave out `--key`. `licentia license \
             switch L-… --edition commercial` issues a commercial successor of a trial license.",
        ),
        ErrorCode::ClockBehind => explained(
            "The clock of this computer is more than five minutes behind the newest audit entry. \
             The home signs no files until the clock is correct.",
            &[
                "The clock of the computer is wrong.",
                "The home was used on a computer whose clock was ahead.",
            ],
            "Set the clock, preferably by NTP, and repeat the command. `licentia audit list` shows \
             the instants of the entries.",
        ),
        ErrorCode::KeyMissing => explained(
            "The file of the private key that must sign is missing.",
            &[
                "The file `keys/NAME.pem` was moved to a USB drive or another computer.",
                "The file contains a different key from the key in the database.",
                "The home is a second site and has no root key.",
            ],
            "Put the file back at the path that the hint names. The file of the root key can be \
             elsewhere: `--root-key FILE`. Or name a key whose file exists: `licentia key list` \
             lists the keys.",
        ),
        ErrorCode::BadPassphrase => explained(
            "No given passphrase unlocks the key.",
            &[
                "The passphrase is mistyped.",
                "The passphrase belongs to another key. Each key has its own passphrase.",
            ],
            "Give the passphrase of this key. A passphrase file can contain several passphrases, \
             one per line; each passphrase is tried. A lost passphrase cannot be replaced: create \
             another key.",
        ),
        ErrorCode::NotAHome => explained(
            "The folder is not a home: it has no `licentia.toml` or no `licentia.db`.",
            &[
                "The command runs outside the folder of the home.",
                "`--home` or `LICENTIA_HOME` names another folder.",
            ],
            "Change into the home, or name it with `--home DIR` or `LICENTIA_HOME`. `licentia init \
             --vendor NAME` creates one.",
        ),
        ErrorCode::NewerDatabase => explained(
            "The database was written by a newer version of licentia.",
            &["An older program is installed on this computer, or comes first in `PATH`."],
            "Use the version that wrote the database, or a newer version. `--version` prints the \
             version.",
        ),
        ErrorCode::Corrupt => explained(
            "A file of the home cannot be read in its format.",
            &[
                "The database is not a SQLite file of licentia, or is damaged.",
                "A file in `keys/` is not an encrypted or plain PKCS#8 key.",
            ],
            "Check that `--home` names the right folder. Restore the file from a backup. The \
             damaged file is not changed.",
        ),
        ErrorCode::TestFile => explained(
            "The key is one of the published test keys. A home does not accept a published key.",
            &["The imported key file is from the folder `keys/` of the licentia project."],
            "Create a secret key: `licentia key create NAME --edition EDITION`.",
        ),
        ErrorCode::Tampered => explained(
            "A program other than licentia changed the database.",
            &[
                "An audit entry was changed, removed or inserted.",
                "A trigger that protects the database was dropped.",
                "A key in the database differs from the newest key set, which the root key signed: the \
                 key was inserted, or its state, scope, edition or name was changed.",
                "A key set in the database is not signed by the root key of the home.",
                "A license differs from its signed file, or a stored file was replaced.",
            ],
            "`licentia audit verify` names the last entry that can be trusted. For a key and a license, \
             the error lists the differences. Compare the database with a backup and find out who had write \
             access. No file is signed or published until the difference is gone.",
        ),
        ErrorCode::WouldOverwrite => explained(
            "The output file exists with other content, or is a part of a home.",
            &[
                "A file with the same name was written before.",
                "`quickstart` names a folder that is not empty.",
            ],
            "Choose another name, or give `--force`. Parts of a home are never overwritten.",
        ),
        ErrorCode::Busy => explained(
            "Another process has held the write lock of the database for more than ten seconds. \
             Nothing was changed.",
            &[
                "A long command, such as an import, is running.",
                "Another program has the database open for writing.",
            ],
            "Repeat the command after the other process has ended.",
        ),
        ErrorCode::Io => explained(
            "The operating system refused to read or write a file, a folder or a stream.",
            &[
                "The file does not exist, or the user has no permission.",
                "The disk is full or read-only.",
                "SQLite cannot create its log files beside the database.",
            ],
            "Correct the cause that the message states, and repeat the command. If a change was \
             made and its file is missing, `licentia doctor` or `licentia license export L-… --out \
             FILE` writes the file.",
        ),
        ErrorCode::Defect => explained(
            "The program has a defect. The message describes an internal condition that should be \
             impossible.",
            &["The program has a mistake. The arguments of the command are not the cause."],
            "Report the complete message. Nothing was changed unless the message states otherwise.",
        ),
    }
}
