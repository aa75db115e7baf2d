//! Products: what is sold.

pub mod catalogue;

use licentia_runtime::ProductKind;
use serde::{Deserialize, Serialize};

use crate::domain::license::terms::Terms;
use crate::domain::name::{Name, Slug, Url};
use crate::domain::recovery::Policy;
use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// A product that is sold. Its JSON is the detail of its audit entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Product {
    /// Its code.
    pub code: Slug,
    /// For people.
    pub name: Name,
    /// Base or application.
    pub kind: ProductKind,
    /// Whether a license of it lets users log in.
    pub allow_login: bool,
    /// Codes of the base products that a commercial license of it needs beside it.
    pub requires: Vec<Slug>,
    /// The kinds of containers it may be placed in.
    pub containers: Vec<ContainerKind>,
    /// Where a customer renews.
    pub renew_url: Option<Url>,
    /// Defaults for its licenses.
    pub terms: Terms,
    /// How often its licenses are recovered.
    pub recovery: Policy,
    /// Since when it is sold no more, RFC 3339.
    pub retired_at: Option<String>,
    /// When it was added, RFC 3339.
    pub created_at: String,
}

impl Product {
    /// A product of which nothing is said but what it is called.
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

    /// Whether its licenses may be in a container of a kind.
    ///
    /// # Errors
    ///
    /// `wrong_kind`, with what that container is called.
    pub fn check_kind(&self, kind: ContainerKind, container: &str) -> Result<(), Error> {
        if self.containers.contains(&kind) {
            return Ok(());
        }
        let allowed: Vec<&str> = self.containers.iter().map(|kind| kind.as_str()).collect();
        let allowed = if allowed.is_empty() {
            "no container".to_owned()
        } else {
            format!("{} only", allowed.join(", "))
        };
        let message =
            format!("{container} is {}, and product {} is for {allowed}", kind.called(), self.code);
        Err(Error::new(ErrorCode::WrongKind, message)
            .remedy(Remedy::AllowKinds { product: self.code.to_string() }))
    }
}

/// Whether a product is another, or needs it, perhaps through others. `requires` gives what a
/// product requires.
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

/// What carries licenses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContainerKind {
    /// Bound to a user, opened with a credential.
    Cloud,
    /// Bound to a computer.
    Device,
    /// Bound to a hardware serial.
    Dongle,
}

impl ContainerKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [ContainerKind; 3] =
        [ContainerKind::Cloud, ContainerKind::Device, ContainerKind::Dongle];

    /// `cloud`, `device` or `dongle`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ContainerKind::Cloud => "cloud",
            ContainerKind::Device => "device",
            ContainerKind::Dongle => "dongle",
        }
    }

    /// How one is called in a sentence.
    pub const fn called(self) -> &'static str {
        match self {
            ContainerKind::Cloud => "a cloud container",
            ContainerKind::Device => "a device",
            ContainerKind::Dongle => "a dongle",
        }
    }

    /// Whether it is in somebody's hands, so that what leaves it has to be proven gone.
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
                .advice("cloud, device or dongle")
        })
    }
}
