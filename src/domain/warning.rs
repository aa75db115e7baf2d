//! Warnings: facts that a person should know although the command succeeded. Scripts match on the
//! code.

use schemars::JsonSchema;
use serde::Serialize;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// The stable code of a warning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
        pub enum WarningCode { $($(#[$doc])* #[serde(rename = $text)] $name,)* }

        impl WarningCode {
            /// The codes as they are printed.
            pub const TEXTS: &[&str] = &[$($text),*];
        }
    };
}

codes! {
    /// A folder that an interrupted `init` left.
    AbandonedInit = "abandoned_init";
    /// A key has no anchor file, and the database was trusted without a comparison.
    AnchorMissing = "anchor_missing";
    /// Only assigned users may use the license from now on.
    AssignedOnly = "assigned_only";
    /// A base license is missing.
    BaseMissing = "base_missing";
    /// The code of a ticket is shown only when it is created.
    CodeNotShown = "code_not_shown";
    /// The computer is not like the one that the container was made for.
    ComputerDiffers = "computer_differs";
    /// The container is blocked.
    ContainerBlocked = "container_blocked";
    /// The receipts of the container contradict the database.
    ContainerSuspect = "container_suspect";
    /// The file of a credential could not be completed.
    CredentialFileUnfinished = "credential_file_unfinished";
    /// A credential was recorded, and its file is being written to a pipe.
    CredentialRecorded = "credential_recorded";
    /// Another record is similar to the text that was searched.
    DidYouMean = "did_you_mean";
    /// The last day is that of the predecessor.
    EndInherited = "end_inherited";
    /// The file of a license ends before the license starts.
    FileEndsEarly = "file_ends_early";
    /// A file was left out or not written.
    FileLeftOut = "file_left_out";
    /// The home could not be opened, and the command did not use it.
    HomeNotUsed = "home_not_used";
    /// A private key was exported before.
    KeyExported = "key_exported";
    /// The file of a private key could not be completed.
    KeyFileUnfinished = "key_file_unfinished";
    /// The last day of the license is past.
    LastDayPast = "last_day_past";
    /// The license was ended.
    LicenseEnded = "license_ended";
    /// A license is not in the written file.
    LicenseLeftOut = "license_left_out";
    /// The license is suspended.
    LicenseSuspended = "license_suspended";
    /// Modules keep an end of their own.
    ModulesKeepEnd = "modules_keep_end";
    /// Modules whose own end is past were not taken over.
    ModulesLeftOut = "modules_left_out";
    /// There are more results than were shown.
    MoreFound = "more_found";
    /// A newer file exists.
    NewerFile = "newer_file";
    /// There is no file to write.
    NoFile = "no_file";
    /// All users of the customer may use the license from now on.
    OpenToAll = "open_to_all";
    /// A passphrase was used for several keys.
    PassphraseRepeated = "passphrase_repeated";
    /// The file of a key that signs no longer is still present.
    PrivateKeyLeft = "private_key_left";
    /// Another product requires the product.
    ProductRequired = "product_required";
    /// Other users can read a private file.
    ReadableByOthers = "readable_by_others";
    /// Seats could not be moved to a container.
    SeatsNotMoved = "seats_not_moved";
    /// The session ends soon.
    SessionEnds = "session_ends";
    /// Another container is on a similar computer.
    SimilarContainer = "similar_container";
    /// The context of a container is no longer current.
    StaleContext = "stale_context";
    /// A license was skipped because it differs from its signed file in the database.
    Tampered = "tampered";
    /// A change was made, and its audit entry could not be written.
    Unrecorded = "unrecorded";
    /// The database lacks its protection against changes.
    Unprotected = "unprotected";
}

/// A fact that a person should know although the command succeeded.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Warning {
    /// The stable code.
    pub code: WarningCode,
    /// The warning as a text: lower case, no full stop.
    pub message: String,
}

impl Warning {
    /// Returns a warning with its text.
    pub fn new(code: WarningCode, message: impl Into<String>) -> Warning {
        Warning { code, message: message.into() }
    }
}
