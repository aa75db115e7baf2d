//! The audit details of a vendor: a new home, and a second site.

use serde::Serialize;

use crate::domain::audit::license::FileNote;
use crate::domain::vendor::Vendor;

/// The detail of `vendor.init` in the home that has the root.
#[derive(Debug, Serialize)]
pub struct InitializedVendor<'a> {
    issuer: &'a str,
    status_uri: &'a str,
    test: bool,
    keys: InitialKeys<'a>,
    keyset: u64,
    file: FileNote<'a>,
}

/// The thumbprints of the keys of a new home.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct InitialKeys<'a> {
    /// The root key.
    pub root: &'a str,
    /// The commercial key.
    pub commercial: &'a str,
    /// The trial key.
    pub trial: &'a str,
}

impl<'a> InitializedVendor<'a> {
    /// Returns the detail of a vendor with its keys, the version of its key set, and the token of
    /// the key set.
    pub fn of(
        vendor: &'a Vendor,
        keys: InitialKeys<'a>,
        keyset: u64,
        file: FileNote<'a>,
    ) -> InitializedVendor<'a> {
        InitializedVendor {
            issuer: vendor.issuer.as_str(),
            status_uri: vendor.status_uri.as_str(),
            test: vendor.test,
            keys,
            keyset,
            file,
        }
    }
}

/// The detail of `vendor.init` at a second site.
#[derive(Debug, Serialize)]
pub struct JoinedVendor<'a> {
    issuer: &'a str,
    status_uri: &'a str,
    test: bool,
    joined: bool,
    root: &'a str,
    keyset: u64,
}

impl<'a> JoinedVendor<'a> {
    /// Returns the detail of a vendor with the thumbprint of its root and the version of its key
    /// set.
    pub fn of(vendor: &'a Vendor, root: &'a str, keyset: u64) -> JoinedVendor<'a> {
        JoinedVendor {
            issuer: vendor.issuer.as_str(),
            status_uri: vendor.status_uri.as_str(),
            test: vendor.test,
            joined: vendor.joined,
            root,
            keyset,
        }
    }
}
