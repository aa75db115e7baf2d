//! The explanations of the verdicts and warnings of the verifier.

use licentia_runtime::VerdictCode;

use crate::cli::explanation::entry::{Explanation, explained};

/// Returns whether a verdict is a warning about a file that is accepted.
pub fn is_warning(code: VerdictCode) -> bool {
    matches!(
        code,
        VerdictCode::Grace
            | VerdictCode::StaleStatus
            | VerdictCode::StaleKeyset
            | VerdictCode::AlreadyApplied
    )
}

/// Returns the explanation of a verdict; `None` for a verdict of a newer verifier.
pub fn of_verdict(code: VerdictCode) -> Option<Explanation> {
    Some(match code {
        VerdictCode::TooLarge => explained(
            "The file exceeds a limit of the verifier: 1 MiB for one token, 64 MiB for a bundle, \
             10,000 tokens in one file, 262,144 bytes for a decompressed status list.",
            &["The file is not a file of licentia.", "A bundle has too many licenses."],
            "Check that it is the right file (`licentia inspect FILE`). Divide a bundle into \
             several files.",
        ),
        VerdictCode::Malformed => explained(
            "The file is not a token in the required form: three parts in base64url, with the \
             members and types of its kind and no repeated member.",
            &[
                "A mail program or an editor cut or changed the file.",
                "The file is empty, or is encrypted with age and was not decrypted.",
                "Another program wrote the file.",
            ],
            "Ask the sender for the file as an attachment. Decrypt a credential that is encrypted \
             with age.",
        ),
        VerdictCode::WrongType => explained(
            "The command requires a file of a different kind.",
            &["A key set, a request or an update was given instead of a license, or the reverse."],
            "`licentia inspect FILE` shows the kind of the file. Use a file of the required kind.",
        ),
        VerdictCode::Unsupported => explained(
            "The file has an algorithm, a header member or a format version that this verifier \
             does not know.",
            &[
                "A newer version of licentia signed the file.",
                "The file is forged: its `alg` is not EdDSA, or its header has a member such as \
                 `jwk`.",
            ],
            "Update the application or the program. If the vendor does not use a newer version, \
             reject the file.",
        ),
        VerdictCode::UnknownKey => explained(
            "The key that signed the file is not in the key set, or the root key of the key set is \
             not the pinned key.",
            &[
                "The file was signed with a key that is newer than the available key set.",
                "The file belongs to another vendor or another home.",
                "No key set is available.",
            ],
            "Get the newest key set of the vendor: `licentia key publish --out FILE`. Compare the \
             pinned thumbprint with `licentia key pin`.",
        ),
        VerdictCode::BadSignature => explained(
            "The signature does not match the bytes of the file.",
            &["The file was changed, cut or converted during the transfer.", "The file is forged."],
            "Ask the sender for the file as an attachment. The vendor writes the same bytes with \
             `licentia license export L-… --out FILE`.",
        ),
        VerdictCode::WrongIssuer => explained(
            "The issuer (`iss`) of the file is not the issuer of the key set, or a request was \
             written for another vendor.",
            &["The file belongs to another vendor, or to another home with another issuer."],
            "Use the key set of the vendor that issued the file. For a request, run \
             `licentia-container request` with the thumbprint of the vendor.",
        ),
        VerdictCode::TestFile => explained(
            "The file is a test file and a live file is required, or the reverse. Test files \
             contain `\"test\": true`.",
            &[
                "A file of a test home is checked with the key set of a live home.",
                "A container that was created with `--test` receives a live update, or the \
                 reverse.",
            ],
            "Use only test files or only live files. `licentia verify --allow-test` accepts test \
             files.",
        ),
        VerdictCode::RevokedKey => explained(
            "The key that signed the file was revoked. Files that a key with a maximum term signed \
             before the instant of `key revoke --since` stay valid.",
            &["The private key was stolen or lost, and the vendor revoked the key."],
            "The vendor signs the license again with a valid key (`licentia license edit` or \
             `licentia license replace`) and delivers the new file.",
        ),
        VerdictCode::RetiredKey => explained(
            "The file was signed after its key was retired.",
            &[
                "A copy of the private key signed after the retirement.",
                "The clock of the signing computer was wrong.",
            ],
            "The vendor signs the license again with an active key.",
        ),
        VerdictCode::KeyExpired => explained(
            "The file was signed outside the days for which its key is valid (`not_before`, \
             `not_after`).",
            &["The key was used after its last day, or with a wrong clock."],
            "The vendor signs the license again with a valid key.",
        ),
        VerdictCode::EditionMismatch => explained(
            "The edition of the file is not the edition of its key.",
            &["A trial key signed a commercial license or a file that is not a license."],
            "Reject the file. The vendor signs it with a key of its edition.",
        ),
        VerdictCode::OutOfScope => explained(
            "The file exceeds the scope of its key in the key set: kind, product, maximum term or \
             number of seats.",
            &["A key with limits was used outside licentia, or was stolen."],
            "Reject the file. The vendor checks the key with `licentia key show NAME`, and revokes \
             a stolen key.",
        ),
        VerdictCode::NotYetValid => explained(
            "The first day of the license is in the future, or the file was issued in the future. \
             The leeway is 10 minutes for the first day and 24 hours for the instant of issue.",
            &["The license starts later.", "The clock of this computer is behind."],
            "Check the clock of the computer. Otherwise wait for the first day (00:00 UTC).",
        ),
        VerdictCode::Expired => explained(
            "The file is past its end (`exp`), including the days of grace.",
            &[
                "The license has ended and was not extended.",
                "A file with a checkpoint was not renewed in time.",
                "A credential is past its end.",
            ],
            "The vendor extends the license (`licentia license extend L-… --by 1y --out FILE`) or \
             renews the file (`licentia license renew L-… --out FILE`).",
        ),
        VerdictCode::WrongContainer => explained(
            "The file is bound to another container: another computer, dongle or cloud container.",
            &[
                "The file of one computer was copied to another computer.",
                "Parts of the computer were replaced, so that it no longer matches.",
                "An update was applied in the folder of another container.",
            ],
            "Use the file of this container. For a new or changed computer, the customer sends a \
             new request, and the vendor moves the license (`licentia license move`) or recovers \
             the license (`licentia recovery issue`).",
        ),
        VerdictCode::WrongProduct => explained(
            "The license is for a different product from the application.",
            &["The customer has licenses for several products and gave the wrong file."],
            "Use the license for this product. `licentia inspect FILE` shows the product.",
        ),
        VerdictCode::NotAssigned => explained(
            "The user is not in the list of users of the license file.",
            &[
                "The license was not assigned to the user.",
                "The file is older than the assignment.",
                "The user name has a different spelling or a different case.",
            ],
            "Assign the license (`licentia assignment add L-… USER --out FILE`) and deliver the \
             new file.",
        ),
        VerdictCode::NoCredential => explained(
            "The license is bound to a cloud container, and no valid credential of this container \
             is given.",
            &[
                "The credential file was not given.",
                "The credential belongs to another vendor, or is past its end.",
            ],
            "Give the credential file with the license (`licentia verify FILE --credential FILE`). \
             A lost credential is replaced with `licentia credential rotate K-… --out FILE`.",
        ),
        VerdictCode::Revoked => explained(
            "The status list of the vendor states that the file was ended.",
            &[
                "The license was revoked, withdrawn, replaced, deleted or recovered into another \
                 container.",
                "A newer file of the license grants less, and the time of the older file \
                 (`--end-old`) has passed.",
                "The container is blocked, or the credential was rotated or revoked.",
            ],
            "`licentia license check FILE --out NEW.lic` states the reason and writes the newest file, \
             if there is one.",
        ),
        VerdictCode::Suspended => explained(
            "The status list of the vendor states that the license is suspended.",
            &["The vendor suspended the license, for example because of an unpaid invoice."],
            "`licentia license show L-…` shows the reason, if the vendor stated one. After `licentia license reinstate L-…`, \
             publish the status list: `licentia status publish --out-dir DIR --force`.",
        ),
        VerdictCode::Blocked => explained(
            "The newest update states that the container is blocked.",
            &["The container was reported lost or stolen, or its licenses were recovered."],
            "The customer asks the vendor. `licentia container show K-…` shows the reason, and \
             `licentia container unblock K-… --reason REASON` ends the block with the next update.",
        ),
        VerdictCode::OutOfRange => explained(
            "The index of the file (`idx`) is beyond the end of the status list. The file is \
             refused, because its status is not known.",
            &["The status list is older than the file."],
            "Get the newest status list: `licentia status publish --out-dir DIR --force`.",
        ),
        VerdictCode::RolledBack => explained(
            "The key set is older than a key set that was used before, or has the same version and \
             different content.",
            &[
                "An old key set was delivered again.",
                "The database of the vendor was restored from a backup, and the same version was \
                 signed again.",
            ],
            "Keep the newer key set. If two key sets have the same version, the vendor publishes a \
             newer version.",
        ),
        VerdictCode::Grace => explained(
            "The license is past its last day and within its days of grace. The file is accepted.",
            &["The license was not extended in time."],
            "Extend the license before the grace ends: `licentia license extend L-… --by 1y --out \
             FILE`.",
        ),
        VerdictCode::StaleStatus => explained(
            "The status list is past its end. The entries still count, but the list does not \
             contain newer changes.",
            &["The application has no newer status list."],
            "Publish a status list (`licentia status publish --out-dir DIR --force`) and deliver it.",
        ),
        VerdictCode::StaleKeyset => explained(
            "The key set is past its end. The key set still counts, but does not contain newer \
             keys and revocations.",
            &["The application has no newer key set."],
            "Publish a key set (`licentia key publish --out FILE`) and deliver it.",
        ),
        VerdictCode::AlreadyApplied => explained(
            "The counter of the container is equal to or higher than the counter of the update. \
             Nothing was changed.",
            &["The update was already applied, or a newer update was applied."],
            "No action is needed. `licentia-container show --folder DIR` shows the counter.",
        ),
        _ => return None,
    })
}

/// Returns the explanation of `superseded`, a code of `licentia license check` only.
pub fn of_superseded() -> Explanation {
    explained(
        "The file is genuine, and the license has a newer revision. Only `licentia license check` \
         reports this code: applications accept the file until its own end, or until a status list \
         marks the file as invalid.",
        &["The license was extended or edited after the file was delivered."],
        "Deliver the newest file: `licentia license check FILE --out NEW.lic` writes the file.",
    )
}
