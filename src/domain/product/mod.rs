//! Products: the record, and the kinds of containers.

pub mod catalogue;

use licentia_runtime::ProductKind;
use serde::{Deserialize, Serialize};

use crate::domain::license::terms::Terms;
use crate::domain::name::{Name, Slug, Url};
use crate::domain::recovery::Policy;
use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// A product. Its JSON is the detail of its audit entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Product {
    /// The code.
    pub code: Slug,
    /// The name for people.
    #[serde(serialize_with = "Name::serialize_public")]
    pub name: Name,
    /// The kind: base or application.
    pub kind: ProductKind,
    /// The permission to log in with a license of the product.
    pub allow_login: bool,
    /// The codes of the base products that a commercial license requires.
    pub requires: Vec<Slug>,
    /// The kinds of containers for the product.
    pub containers: Vec<ContainerKind>,
    /// The address for renewals by customers.
    pub renew_url: Option<Url>,
    /// The default terms of a license.
    pub terms: Terms,
    /// The recovery policy of the licenses.
    pub recovery: Policy,
    /// The instant of the retirement, RFC 3339. No new license is issued after it.
    pub retired_at: Option<String>,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

impl Product {
    /// Creates a product with a code, a name and defaults.
    pub fn bare(code: Slug, name: Name, created_at: String) -> Product {
        Product {
            code,
            name,
            kind: ProductKind::Application,
            allow_login: false,
            requires: Vec::new(),
            containers: ContainerKind::ALL.to_vec(),
            renew_url: None,
            terms: Terms::default(),
            recovery: Policy::default(),
            retired_at: None,
            created_at,
        }
    }

    /// Checks that a license of the product may be in a container of a kind. `container` is the
    /// name of the container for the message.
    ///
    /// # Errors
    ///
    /// `wrong_kind`
    pub fn check_kind(&self, kind: ContainerKind, container: &str) -> Result<(), Error> {
        if self.containers.contains(&kind) {
            return Ok(());
        }
        let allowed: Vec<&str> = self.containers.iter().map(|kind| kind.as_str()).collect();
        let allowed = if allowed.is_empty() {
            "no container".to_owned()
        } else {
            format!("only {}", allowed.join(", "))
        };
        let message =
            format!("{container} is {}, and product {} allows {allowed}", kind.called(), self.code);
        Err(Error::new(ErrorCode::WrongKind, message)
            .remedy(Remedy::AllowKinds { product: self.code.to_string() }))
    }
}

/// Returns whether a product is `other` or requires it, directly or through further products.
/// `requires` returns the requirements of a product.
pub fn needs<'a>(
    requires: impl Fn(&Slug) -> Option<&'a [Slug]>,
    code: &'a Slug,
    other: &Slug,
) -> bool {
    let (mut open, mut seen) = (vec![code], Vec::new());
    while let Some(code) = open.pop() {
        if code.is(other) {
            return true;
        }
        if !seen.contains(&code) {
            open.extend(requires(code).into_iter().flatten());
            seen.push(code);
        }
    }
    false
}

/// A kind of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContainerKind {
    /// A cloud container: bound to a user, opened with a credential.
    Cloud,
    /// A computer, identified by its properties and a key.
    Device,
    /// A dongle, identified by its hardware serial.
    Dongle,
}

impl ContainerKind {
    /// All kinds, in the order of lists.
    pub const ALL: [ContainerKind; 3] =
        [ContainerKind::Cloud, ContainerKind::Device, ContainerKind::Dongle];

    /// Returns the word: `cloud`, `device` or `dongle`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ContainerKind::Cloud => "cloud",
            ContainerKind::Device => "device",
            ContainerKind::Dongle => "dongle",
        }
    }

    /// Returns the kind in the words of a sentence, with an article.
    pub const fn called(self) -> &'static str {
        match self {
            ContainerKind::Cloud => "a cloud container",
            ContainerKind::Device => "a device",
            ContainerKind::Dongle => "a dongle",
        }
    }

    /// Returns whether the container is hardware of a customer. The removal of seats from hardware
    /// needs a proof.
    pub const fn is_hardware(self) -> bool {
        !matches!(self, ContainerKind::Cloud)
    }
}

impl std::str::FromStr for ContainerKind {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        let known = ContainerKind::ALL.into_iter().find(|kind| kind.as_str() == text);
        known.ok_or_else(|| {
            Error::usage(format!("{text:?} is not a kind of container"))
                .advice("choose cloud, device or dongle")
        })
    }
}
