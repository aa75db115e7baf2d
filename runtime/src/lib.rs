//! Reads and verifies licentia's signed files inside a licensed application, offline.
//!
//! An application compiles in the thumbprint of the vendor's root key, and ships or downloads a key
//! set. [`KeySet::open`] verifies the key set with that pin; [`KeySet::license`] verifies a license
//! with the key set:
//! ```
//! use licentia_runtime::{KeySet, Policy, Trust};
//!
//! # fn main() -> Result<(), licentia_runtime::VerifyError> {
//! # let (key_set, license) = (include_bytes!("../tests/vectors/demo.keyset"), include_bytes!("../tests/vectors/license-valid.lic"));
//! # let now = 1_795_305_600;
//! const PIN: &str = "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA";
//! let keys = KeySet::open(key_set, &Trust::new(PIN, now).allow_test())?; // `allow_test` in tests only
//! let license = keys.license(license, &Policy::at(now).product("work-management"))?;
//! assert!(license.grants("calculator", now));
//! # Ok(())
//! # }
//! ```
//!
//! Two rules hold for the whole crate: claims of an unverified token are never returned (except by
//! [`inspect`]), and no input causes a panic. Times are seconds since 1970-01-01T00:00:00Z (RFC
//! 7519 `NumericDate`) and are always an argument: the crate reads no clock.

#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unreachable,
        clippy::arithmetic_side_effects
    )
)]

mod bundle;
mod claims;
mod code;
#[cfg(feature = "container")]
pub mod container;
mod context;
mod credential;
mod date;
mod fingerprint;
pub mod inspect;
mod json;
mod jws;
mod keyset;
mod license;
mod log;
#[cfg(feature = "program")]
pub mod program;
mod report;
mod signed;
mod status;
mod update;

pub use bundle::texts;
pub use claims::{
    Container, ContainerName, CredentialClaims, Customer, CustomerName, Edition, Enforcement,
    FORMAT, Hashes, Jwk, KeyRecord, KeySetClaims, KeyState, LicenseClaims, Match, Model, Module,
    Offline, Product, ProductKind, Properties, RootChange, Scope, Secret, Status, StatusList, Term,
    Transition, UpdateClaims,
};
pub use code::{VerdictCode, VerifyError, Warning, is_unprintable};
pub use context::{
    Carrier, Context, ContextClaims, Held, HeldFile, Purpose, REMEMBERED, RESERVED, Reserved,
    Vendor,
};
pub use credential::Credential;
pub use date::Date;
pub use fingerprint::{COMMON, Device, Salt};
pub use jws::{Kind, MAX_BUNDLE, MAX_TEXT, thumbprint};
pub use keyset::{KeySet, Seen, Trust};
pub use license::{Binding, License, Policy};
pub use log::Check;
pub use report::{Document, Report, examine};
pub use status::{
    Entries, Entry, ListedStatus, MAX_ENTRIES, MAX_LISTS, Packed, StatusClaims, StatusToken,
    Statuses,
};
pub use update::Update;
