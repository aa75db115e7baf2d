//! The findings of the health report. Scripts match on the code.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// The stable code of a finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FindingCode { $($(#[$doc])* $name,)* }

        impl FindingCode {
            /// All codes.
            pub const ALL: &'static [FindingCode] = &[$(FindingCode::$name,)*];

            /// Returns the code as it stands in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(FindingCode::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The database was changed by another program: a row differs from its token or from the log.
    Tampered = "tampered";
    /// A status list has changes that are not published.
    Unpublished = "unpublished";
    /// The key of the published status list is revoked, or was retired before it signed.
    RevokedKey = "revoked_key";
    /// The published status list ends soon or has ended.
    StaleStatus = "stale_status";
    /// The receipts of a container contradict the records.
    Suspect = "suspect";
    /// A license ends soon.
    EndsSoon = "ends_soon";
}
