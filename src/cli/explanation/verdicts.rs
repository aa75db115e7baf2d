//! The explanations of the verdicts and warnings of the verifier.

use licentia_runtime::Code as Verdict;

use crate::cli::explanation::entry::{Explanation, explained};

/// Returns whether a verdict is a warning about a file that is accepted.
pub fn is_warning(code: Verdict) -> bool {
    matches!(
        code,
        Verdict::Grace | Verdict::StaleStatus | Verdict::StaleKeyset | Verdict::AlreadyApplied
    )
}

/// Returns the explanation of a verdict; `None` for a verdict of a newer verifier.
pub fn of_verdict(code: Verdict) -> Option<Explanation> {
    Some(match code {
        Verdict::TooLarge => explained(
            "The file is larger than the verifier reads: 1 MiB for one signed text, 64 MiB for a \
             bundle, 10,000 texts in one file, 262,144 bytes for an unpacked status list.",
            &["The file is not a file of licentia.", "A bundle has too many licenses."],
            "Check that it is the right file (`licentia inspect FILE`). Divide a bundle.",
        ),
        Verdict::Malformed => explained(
            "The file is not a signed text in the expected form: three parts in base64url, with \
             the members and types of its kind, and no member twice.",
            &[
                "A mail program or an editor cut or changed the text.",
                "The file is empty, or is encrypted for age and was not decrypted.",
                "Another program made the file.",
            ],
            "Have the file sent again as an attachment. Decrypt a credential that is encrypted for \
             age first.",
        ),
        Verdict::WrongType => explained(
            "The file is of another kind than the one that is expected here.",
            &["A key set, a request or an update was given in place of a license, or the reverse."],
            "`licentia inspect FILE` shows the kind of the file. Give the right one.",
        ),
        Verdict::Unsupported => explained(
            "The file has an algorithm, a header member or a format version that this verifier \
             does not know.",
            &[
                "A newer version of licentia signed the file.",
                "The file is forged: it has another `alg` than EdDSA, or a member such as `jwk`.",
            ],
            "Update the application or the program. If the vendor does not use a newer version, \
             reject the file.",
        ),
        Verdict::UnknownKey => explained(
            "The key that signed the file is not in the key set, or the root of the key set is not \
             the pinned one.",
            &[
                "The file was signed with a key that is newer than the key set at hand.",
                "The file belongs to another vendor or another home.",
                "There is no key set to check the file with.",
            ],
            "Get the newest key set of the vendor: `licentia key publish --out FILE`. Compare the \
             pinned thumbprint with `licentia key pin`.",
        ),
        Verdict::BadSignature => explained(
            "The signature does not match the bytes of the file.",
            &["The file was changed, cut or converted on its way.", "The file is forged."],
            "Have the file sent again as an attachment. The vendor writes the same bytes with \
             `licentia license export L-…`.",
        ),
        Verdict::WrongIssuer => explained(
            "The issuer (`iss`) of the file is not the issuer of the key set, or a request is made \
             for another vendor.",
            &["The file belongs to another vendor, or to another home with another issuer."],
            "Use the key set of the vendor that issued the file. For a request, run \
             `licentia-container request` with the thumbprint of the right vendor.",
        ),
        Verdict::TestFile => explained(
            "A test file meets live files, or the reverse. Test files carry `\"test\": true`.",
            &[
                "A file of a test home is checked with the key set of a live home.",
                "A folder that was made with `--test` gets a live update, or the reverse.",
            ],
            "Use files of one kind. `licentia verify --allow-test` accepts test files.",
        ),
        Verdict::RevokedKey => explained(
            "The key that signed the file was revoked. Only files that it signed before the \
             instant of the revocation, if there is one, stay valid.",
            &["The private key was stolen or lost, and the vendor revoked the key."],
            "The vendor signs the license again with a valid key (`licentia license edit` or \
             `licentia license replace`) and delivers the new file.",
        ),
        Verdict::RetiredKey => explained(
            "The file was signed after its key was retired.",
            &[
                "A copy of the private key signed after the retirement.",
                "The clock of the signing computer was wrong.",
            ],
            "The vendor signs the license again with an active key.",
        ),
        Verdict::KeyExpired => explained(
            "The file was signed outside the days for which its key is valid (`not_before`, \
             `not_after`).",
            &["The key was used after its last day, or with a wrong clock."],
            "The vendor signs the license again with a valid key.",
        ),
        Verdict::EditionMismatch => explained(
            "The edition of the file is not the edition of its key.",
            &["A trial key signed a commercial license or a file that is not a license."],
            "Reject the file. The vendor signs it with a key of its edition.",
        ),
        Verdict::OutOfScope => explained(
            "The file exceeds the scope of its key in the key set: kind, product, longest term or \
             number of seats.",
            &["A key with limits was used outside licentia, or was stolen."],
            "Reject the file. The vendor looks at the key with `licentia key show NAME` and \
             revokes it if it was stolen.",
        ),
        Verdict::NotYetValid => explained(
            "The first day of the license is in the future, or the file was issued in the future. \
             The leeway is 10 minutes for the first day and 24 hours for the instant of issue.",
            &["The license starts later.", "The clock of this computer is behind."],
            "Check the clock of the computer. Otherwise wait for the first day (00:00 UTC).",
        ),
        Verdict::Expired => explained(
            "The file is past its end (`exp`), including the days of grace.",
            &[
                "The license has ended and was not extended.",
                "A file with a checkpoint was not renewed in time.",
                "A credential is past its end.",
            ],
            "The vendor extends the license (`licentia license extend L-… --by 1y --out FILE`) or \
             renews the file (`licentia license renew L-… --out FILE`).",
        ),
        Verdict::WrongContainer => explained(
            "The file is bound to another container: another computer, dongle or cloud container.",
            &[
                "The file of one computer was copied to another one.",
                "Parts of the computer were replaced, so that it no longer matches.",
                "An update was applied in the folder of another container.",
            ],
            "Use the file of this container. For a new or changed computer, the customer sends a \
             new request, and the vendor moves the license (`licentia license move`) or recovers \
             it (`licentia recovery issue`).",
        ),
        Verdict::WrongProduct => explained(
            "The license is for another product than the application.",
            &["The customer has licenses of several products and gave the wrong file."],
            "Give the license of this product. `licentia inspect FILE` shows the product.",
        ),
        Verdict::NotAssigned => explained(
            "The user is not in the list of users of the license file.",
            &[
                "The license was not assigned to the user.",
                "The file is older than the assignment.",
                "The user name is written in another way, or in another case.",
            ],
            "Assign the license (`licentia assignment add L-… USER --out FILE`) and deliver the \
             new file.",
        ),
        Verdict::NoCredential => explained(
            "The license is bound to a cloud container, and no valid credential of this container \
             is at hand.",
            &[
                "The credential file was not given.",
                "The credential is of another vendor, or is past its end.",
            ],
            "Give the credential file with the license (`licentia verify FILE --credential FILE`). A \
             lost credential is replaced with `licentia credential rotate K-… --out FILE`.",
        ),
        Verdict::Revoked => explained(
            "The status list of the vendor says that the file was ended.",
            &[
                "The license was revoked, withdrawn, replaced, deleted or recovered into another \
                 container.",
                "A newer file of the license took something away, and the days for the older file \
                 have passed.",
                "The container is blocked, or the credential was rotated or revoked.",
            ],
            "`licentia license check FILE` tells the reason and writes the newest file, if there \
             is one.",
        ),
        Verdict::Suspended => explained(
            "The status list of the vendor says that the license is suspended.",
            &["The vendor suspended the license, for example because of an unpaid invoice."],
            "`licentia license show L-…` shows the reason. After `licentia license reinstate L-…`, \
             publish the status list again.",
        ),
        Verdict::Blocked => explained(
            "The newest update says that the container is blocked.",
            &["The container was reported lost or stolen, or its licenses were recovered."],
            "The customer asks the vendor. `licentia container show K-…` shows the reason, and \
             `licentia container unblock K-… --reason TEXT` lifts the block with the next update.",
        ),
        Verdict::OutOfRange => explained(
            "The status index of the file is beyond the end of the status list. The file is \
             refused, because its status is not known.",
            &["The status list is older than the file."],
            "Get the newest status list: `licentia status publish --out-dir DIR`.",
        ),
        Verdict::RolledBack => explained(
            "The key set is older than one that was seen before, or is another one of the same \
             version.",
            &[
                "An old key set was delivered again.",
                "A database was restored from a backup and signed the same version again.",
            ],
            "Keep the newer key set. If two key sets have the same version, the vendor publishes \
             a newer one.",
        ),
        Verdict::Grace => explained(
            "The license is past its end day and within its days of grace. The file is accepted.",
            &["The license was not extended in time."],
            "Extend the license before the grace ends: `licentia license extend L-… --by 1y --out \
             FILE`.",
        ),
        Verdict::StaleStatus => explained(
            "The status list is past its end. Its entries still count, but newer endings are not \
             in it.",
            &["The application has no newer status list."],
            "Publish a status list (`licentia status publish --out-dir DIR`) and deliver it.",
        ),
        Verdict::StaleKeyset => explained(
            "The key set is past its end. It still counts, but newer keys and revocations are not \
             in it.",
            &["The application has no newer key set."],
            "Publish a key set (`licentia key publish --out FILE`) and deliver it.",
        ),
        Verdict::AlreadyApplied => explained(
            "The container is at the counter of the update already, or at a higher one. Nothing \
             was changed.",
            &["The update was applied twice, or a newer one was applied before it."],
            "No action is needed. `licentia-container show --folder DIR` shows the counter.",
        ),
        _ => return None,
    })
}
