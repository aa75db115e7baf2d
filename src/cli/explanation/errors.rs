//! The explanations of the errors of commands.

use crate::cli::explanation::entry::{Explanation, explained};
use crate::domain::ErrorCode;

/// Returns the explanation of an error.
pub fn of_error(code: ErrorCode) -> Explanation {
    match code {
        ErrorCode::Usage => explained(
            "An argument, a setting or a line of an input file cannot be read.",
            &[
                "A flag or a verb is misspelled, or a value has another form than the flag takes.",
                "A serial is mistyped: its check character does not match.",
                "`licentia.toml`, a catalogue file or a CSV file has a mistake in the line that the \
                 message names.",
                "Two flags exclude each other.",
            ],
            "Correct the value that the message names. `--help` after a verb lists its flags and \
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
            "Confirm with `--yes` after a look at the output of `--dry-run`. Give passphrases with \
             `--passphrase-file FILE` or `--new-passphrase-file FILE`.",
        ),
        ErrorCode::NotFound => explained(
            "No record has this serial, code or name.",
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
            "The record or the home exists already.",
            &[
                "The same code was added before.",
                "`init` names a folder that has files of a home.",
                "A container is adopted a second time from the same context.",
            ],
            "Choose another code or folder. Scripts use `--if-missing`, with which an existing \
             record is a success.",
        ),
        ErrorCode::InUse => explained(
            "Other records depend on the record, so it cannot be removed, retired or changed in \
             this way.",
            &[
                "A module is granted by a license, or is the parent of another module.",
                "A user has a cloud container.",
                "A container still holds licenses, or licenses are on their way to it.",
                "A license for devices would have live sessions.",
            ],
            "Follow the hint, which names the first record in the way: return or move the license, \
             end the session, or give the container to another user. Then repeat the command.",
        ),
        ErrorCode::Declined => explained(
            "The confirmation was answered with no, or the question was interrupted. Nothing was \
             changed.",
            &["The answer was not `y` or `yes`. No is the default."],
            "Run the command again and answer `y`, or give `--yes`.",
        ),
        ErrorCode::Conflict => explained(
            "The reference or the record exists with other values.",
            &[
                "`--reference` was used before for a request with other arguments. The message \
                 names the difference and the earlier record.",
                "A file of another site contradicts a record of this home.",
                "A context reserves status indexes that are reserved already.",
            ],
            "Look at the earlier record. Repeat the request with its values, or use another \
             reference for another order. For files of another site, write a new context.",
        ),
        ErrorCode::ReferenceEnded => explained(
            "The reference belongs to a record that was ended. A repeated request does not make a \
             new one.",
            &[
                "The license of the reference was revoked, withdrawn, replaced or deleted.",
                "The ticket of the reference was cancelled, or the container was retired.",
            ],
            "Use the successor that the hint names, or another reference for another order.",
        ),
        ErrorCode::ChangedMeanwhile => explained(
            "Another command changed the records between the decision of this command and its \
             write, and the effect would differ from the one that was shown. Nothing was changed.",
            &[
                "Two commands work on the same license, key or container at the same time.",
                "The confirmation was open for a long time.",
            ],
            "Look at the record again, then repeat the command.",
        ),
        ErrorCode::WrongState => explained(
            "The state of the record does not allow the command.",
            &[
                "The license is suspended, expired, or in a final state (revoked, replaced, \
                 withdrawn, deleted).",
                "The container is retired, lost, or not blocked.",
                "The key is retired, revoked or past its last day.",
                "The session is over.",
                "The product or the customer is retired.",
            ],
            "Show the record (`licentia license show L-…`, `licentia container show K-…`). A \
             suspended license needs `licentia license reinstate`, an expired one \
             `licentia license extend`. Final states cannot be left: issue another license. \
             `docs/reference/model.md` lists the verbs of each state.",
        ),
        ErrorCode::WrongKind => explained(
            "The record is of another kind than the command needs.",
            &[
                "The product does not allow this kind of container (`--containers` of the \
                 product).",
                "A seat of a license for devices is a device or a dongle, and the container is a \
                 cloud container.",
                "A credential or a context is requested for a container that is not a cloud \
                 container.",
                "The root key is named where a signing key is needed.",
            ],
            "Name a record of the right kind. `licentia product edit CODE --containers …` changes \
             the kinds that a product allows.",
        ),
        ErrorCode::WrongCustomer => explained(
            "The records belong to different customers.",
            &[
                "A license is placed in a container of another customer.",
                "A ticket names licenses of two customers.",
                "A recovery names a target container of another customer.",
            ],
            "List the containers of the customer with `licentia container list --customer CODE` \
             and name one of them.",
        ),
        ErrorCode::NoSeat => explained(
            "The license has too few unallocated seats, or too few seats for sessions.",
            &[
                "All seats are placed in containers, or the license is delivered unbound with all \
                 seats.",
                "All seats are held by live sessions, or assigned to users.",
                "Seats on their way back from hardware wait for a receipt.",
                "The new number of seats is lower than the number in use.",
            ],
            "`licentia license show L-…` shows the containers and users, and \
             `licentia session list --license L-…` the sessions. Return seats, end sessions, or \
             add seats with `licentia license edit L-… --seats N`. For hardware, receive the \
             receipt that proves the removal: `licentia container receive FILE`.",
        ),
        ErrorCode::NotPlaced => explained(
            "The license is not in this container, or is not delivered at all.",
            &[
                "The license is parked: it is in no container and no file.",
                "The license is in other containers than the named one.",
                "The container holds no license that could be recovered or returned.",
            ],
            "`licentia license show L-…` shows where the license is. Deliver it with \
             `licentia license activate L-… --container K-…` or `--unbound --out FILE`.",
        ),
        ErrorCode::Blocked => explained(
            "The container is blocked. Nothing is issued to it, returned from it or recovered out \
             of it. Such attempts are recorded.",
            &[
                "The container was lost or stolen, and a recovery or a person blocked it.",
                "A customer uses a container whose licenses were recovered into another one.",
            ],
            "`licentia container show K-…` shows the reason, and `licentia container attempts K-…` \
             the attempts. Write the update that carries the block (`licentia container update \
             K-…`), or lift the block: `licentia container unblock K-… --reason TEXT`.",
        ),
        ErrorCode::Suspect => explained(
            "A receipt of the container contradicts the records. Nothing more is issued to the \
             container until the suspicion is resolved.",
            &[
                "The folder of the container was restored from an old backup.",
                "The folder was copied to a second computer, and both apply updates.",
                "The database of the vendor was restored from an old backup.",
            ],
            "Find the cause with the customer. Then run `licentia container resolve K-… --reason \
             TEXT` and send the next update to the customer.",
        ),
        ErrorCode::StaleContext => explained(
            "The container was changed here after the context was written, so the file that \
             builds on this context cannot be taken.",
            &[
                "A license was issued into the container, or taken out of it, at both sites.",
                "The update of the other site was imported before.",
                "The other site works with an old context.",
            ],
            "Write a new context (`licentia container context K-… --out FILE`), adopt it at the \
             other site, and repeat the work there.",
        ),
        ErrorCode::NoQuota => explained(
            "No recovery is left for the license, or a context has no status index left.",
            &[
                "All recoveries of the quota were used. The error says when the next one is due.",
                "The product has no recovery policy (`licentia recovery policy CODE`).",
                "The second site has used all status indexes that the context reserved.",
            ],
            "`licentia recovery quota L-…` shows the balance. `licentia recovery grant L-… --reason \
             TEXT` allows one more recovery. For a context, have the update imported at home and \
             write a new context.",
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
            "The product requires a base product, and there is no license of it beside this one. \
             Only administrators of the customer may start sessions.",
            &[
                "The base license is in another container, or is not delivered.",
                "The base license has another edition, has ended or is suspended.",
            ],
            "Issue a base license, or place the existing one in the same container. `licentia \
             product show CODE` lists the required products.",
        ),
        ErrorCode::HostLimit => explained(
            "The user has sessions at as many computers as the license allows \
             (`--hosts-per-user`).",
            &[
                "Sessions at other computers were not ended and have not run out yet.",
                "The user works at one computer more than agreed.",
            ],
            "End the sessions at one of the computers that the error names: `licentia session end \
             S-… --reason TEXT`. Or raise the limit: `licentia license edit L-… --hosts-per-user \
             N`.",
        ),
        ErrorCode::OutOfScope => explained(
            "The key may not sign this file.",
            &[
                "The key has a limit (kinds of files, products, longest term, seats, number of \
                 files, purposes) that the license exceeds.",
                "The root key is named. It signs key sets only.",
            ],
            "`licentia key show NAME` shows the limits. Name another key with `--key NAME`, or \
             change the license so that it is within the limits.",
        ),
        ErrorCode::EditionMismatch => explained(
            "The key is of the other edition. Trial keys sign trial licenses, and commercial keys \
             sign commercial ones.",
            &[
                "`--key` names a key of the other edition.",
                "A trial key is to sign a file that is not a license.",
            ],
            "Name a key of the edition of the license, or leave out `--key`. `licentia license \
             switch L-… --edition commercial` makes a commercial successor of a trial license.",
        ),
        ErrorCode::ClockBehind => explained(
            "The clock of this computer is more than five minutes behind the newest audit entry. \
             The home signs nothing until the clock is right.",
            &[
                "The clock of the computer is wrong.",
                "The home was used before on a computer whose clock was ahead.",
            ],
            "Set the clock, preferably by NTP, and repeat the command. `licentia audit list` shows \
             the instants of the entries.",
        ),
        ErrorCode::KeyMissing => explained(
            "The private key that has to sign is not here.",
            &[
                "The file `keys/NAME.pem` was moved to a USB drive or another computer.",
                "The file holds another key than the one that the database names.",
                "The home is a second site. It has no root key.",
            ],
            "Put the file back at the path that the hint names. The file of the root key can be \
             elsewhere: `--root-key FILE`. Or name a key that is here: `licentia key list`.",
        ),
        ErrorCode::BadPassphrase => explained(
            "No given passphrase unlocks the key.",
            &[
                "The passphrase is mistyped.",
                "Each key has its own passphrase, and the file has the one of another key.",
            ],
            "Give the passphrase of this key. A passphrase file may hold several, one per line; \
             each one is tried. A passphrase that is lost cannot be replaced: create another key.",
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
            "A newer version of licentia made the database.",
            &["An older program is installed on this computer, or comes first in `PATH`."],
            "Use the version that made the database, or a newer one. `--version` prints the version.",
        ),
        ErrorCode::Corrupt => explained(
            "A file of the home cannot be read in its format.",
            &[
                "The database is not a SQLite file of licentia, or is damaged.",
                "A file in `keys/` is no encrypted or plain PKCS#8 key.",
            ],
            "Check that `--home` names the right folder. Restore the file from a backup. The \
             damaged file is not changed.",
        ),
        ErrorCode::TestFile => explained(
            "The key is one of the published test keys, which everybody has. A home does not take \
             it.",
            &["A key file of the folder `keys/` of the project is imported."],
            "Create a secret key: `licentia key create NAME --edition EDITION`.",
        ),
        ErrorCode::Tampered => explained(
            "The database was changed by another program than licentia.",
            &[
                "An audit entry was changed, removed or inserted.",
                "A trigger that protects the database was dropped.",
            ],
            "`licentia audit verify` names the last entry that can be trusted. Compare the \
             database with a backup and find out who had write access.",
        ),
        ErrorCode::WouldOverwrite => explained(
            "The output file exists with other content, or is a part of a home.",
            &[
                "A file of the same name was written before.",
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
            "Repeat the command when the other one has ended.",
        ),
        ErrorCode::Io => explained(
            "The operating system refused to read or write a file, a folder or a stream.",
            &[
                "The file does not exist, or the user has no permission.",
                "The disk is full or read-only.",
                "SQLite cannot create its log files beside the database.",
            ],
            "Correct the cause that the message states, and repeat the command. If a file was to \
             be written after a change, `licentia doctor` and `licentia license export L-…` give \
             it again.",
        ),
        ErrorCode::Defect => explained(
            "The program has a defect. The message describes an internal condition that should be \
             impossible.",
            &["No user can cause this error. It is not a matter of arguments."],
            "Report the complete line. Nothing was changed unless the message says otherwise.",
        ),
    }
}
