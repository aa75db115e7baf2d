//! The answers about recoveries, their quotas and their policy.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::license::License;
use crate::domain::product::Product;
use crate::domain::recovery::{Member, Recovered, Recovery, Scope};
use crate::domain::time::Timestamp;
use crate::ops::answer::{Answer, Columns};
use crate::ops::recovery::quota::Quota;

/// A recovery: lost licenses that were issued again in another container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Recovery")]
pub struct RecoveryAnswer {
    /// Serial; `null` in a dry run.
    pub serial: Option<String>,
    /// Code of the customer.
    pub customer: String,
    /// Serial of the lost container.
    pub from: String,
    /// Serial of the container that the licenses are in now; `null` in a dry run that would create
    /// it.
    pub to: Option<String>,
    /// Reason: `lost`, `stolen`, `destroyed`, `defective`, `broken`, `invalid` or `reinstalled`.
    pub reason: &'static str,
    /// Note of the vendor, or `null`.
    pub note: Option<String>,
    /// `true` if the lost hardware came back, so that the recovery uses no quota.
    pub returned: bool,
    /// Recovered licenses.
    pub licenses: Vec<RecoveredLicense>,
    /// Treatment of the lost container: `block`, `withdraw` or `nothing`.
    pub old_action: &'static str,
    /// Reference of the case, or `null`.
    pub reference: Option<String>,
    /// Instant of the recovery (RFC 3339, UTC); `null` in a dry run.
    pub created_at: Option<String>,
    /// Instant at which the recovery was reversed (RFC 3339, UTC), or `null`.
    pub reversed_at: Option<String>,
    /// Reason of the reversal, or `null`.
    pub reversed_reason: Option<String>,
    /// Files that were written just now.
    pub files: Vec<RecoveryFile>,
}

impl Answer for RecoveryAnswer {}

impl Columns for RecoveryAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "serial",
        "customer",
        "from",
        "to",
        "reason",
        "licenses",
        "old-action",
        "reference",
        "created-at",
        "reversed-at",
    ];
}

/// A license that was recovered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecoveredLicense {
    /// Serial of the license.
    pub serial: String,
    /// Scope of the quota that it used: `any` (any container) or `same` (the same computer); `null`
    /// if it used none.
    pub scope: Option<&'static str>,
    /// Number of seats.
    pub seats: u32,
}

/// A file that a recovery wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecoveryFile {
    /// Path, as it was typed; `null` for a credential, which is not written again.
    pub path: Option<String>,
    /// Kind: `license`, `update` or `credential`.
    pub kind: &'static str,
    /// Serial of the license, container or credential; `null` for a credential, which is not
    /// written again.
    pub serial: Option<String>,
}

impl RecoveryAnswer {
    /// Returns the answer about a recovery, with the files that were written just now.
    pub fn of(recovery: &Recovery, files: Vec<RecoveryFile>) -> RecoveryAnswer {
        let license = |license: &Recovered| RecoveredLicense {
            serial: license.license.clone(),
            scope: license.scope.map(Scope::as_str),
            seats: license.seats,
        };
        let reversed = recovery.reversed.clone();
        let (reversed_at, reversed_reason) = reversed.unzip();
        RecoveryAnswer {
            serial: Some(recovery.serial.to_string()),
            customer: recovery.customer.to_string(),
            from: recovery.from.clone(),
            to: Some(recovery.to.clone()),
            reason: recovery.reason.as_str(),
            note: recovery.note.as_ref().map(ToString::to_string),
            returned: recovery.returned,
            licenses: recovery.licenses.iter().map(license).collect(),
            old_action: recovery.old.as_str(),
            reference: recovery.reference.as_ref().map(ToString::to_string),
            created_at: Some(recovery.created_at.clone()),
            reversed_at,
            reversed_reason,
            files,
        }
    }
}

/// A recovery that was issued now or by an earlier request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "IssuedRecovery")]
pub struct IssuedRecoveryAnswer {
    /// The recovery.
    #[serde(flatten)]
    pub recovery: RecoveryAnswer,
    /// `true` if the recovery was issued by this request.
    pub created: bool,
    /// Serials of the licenses that stay in the lost container, because no recovery is left;
    /// missing if an earlier request issued the recovery.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub kept: Option<Vec<String>>,
    /// Serial of the credential that was issued with a new cloud container, or `null`; missing in a
    /// dry run, and if an earlier request issued the recovery.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub credential: Option<Option<String>>,
    /// Quotas of the recovered licenses before the recovery; missing unless in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<QuotaAnswer>")]
    pub quotas: Option<Vec<QuotaAnswer>>,
    /// Command that issues another credential; missing unless an earlier request issued one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub hint: Option<String>,
}

impl Answer for IssuedRecoveryAnswer {}

/// The recoveries that are left of a license, in both scopes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Quota")]
pub struct QuotaAnswer {
    /// Serial of the license.
    pub license: String,
    /// Scopes.
    pub scopes: QuotaScopes,
}

impl Answer for QuotaAnswer {}

impl Columns for QuotaAnswer {
    const COLUMNS: &'static [&'static str] = &["license", "scopes"];
}

/// The recoveries that are left of a license in each scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuotaScopes {
    /// Recoveries into any container.
    pub any: ScopeQuota,
    /// Recoveries on the same computer.
    pub same: ScopeQuota,
}

/// The recoveries that are left in a scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScopeQuota {
    /// Number of recoveries that the policy allows from the first activation.
    pub initial: u32,
    /// Period after which the policy allows one more, such as `90d` or `2y`, or `null`.
    pub every: Option<String>,
    /// Cap: the largest number of recoveries that the policy adds and that are kept, or `null`.
    pub cap: Option<u32>,
    /// Number of recoveries from the policy that are left: the initial number and the periods.
    pub earned: u32,
    /// Number of recoveries from grants that are left.
    pub granted: u32,
    /// Number of recoveries that were used.
    pub used: u32,
    /// Number of recoveries that were not added because of the cap.
    pub lost: u32,
    /// Number of recoveries that are left.
    pub available: u32,
    /// Instant at which the policy adds the next recovery (RFC 3339, UTC), or `null`.
    pub next_at: Option<String>,
}

impl QuotaAnswer {
    /// Returns the answer about a quota at an instant.
    pub fn of(quota: &Quota, now: Timestamp) -> QuotaAnswer {
        let scope = |scope: Scope| {
            let (allowed, balance) = (quota.rules.allowance(scope), quota.balance(scope, now));
            ScopeQuota {
                initial: allowed.initial,
                every: allowed.every.map(|every| every.to_string()),
                cap: allowed.cap,
                earned: balance.earned,
                granted: balance.granted,
                used: balance.used,
                lost: balance.lost,
                available: balance.available(),
                next_at: balance.next_at.map(|at| at.to_string()),
            }
        };
        let scopes = QuotaScopes { any: scope(Scope::Any), same: scope(Scope::Same) };
        QuotaAnswer { license: quota.license.serial.to_string(), scopes }
    }
}

/// The recoveries that are left of a license after a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GrantedQuota {
    /// The quota.
    #[serde(flatten)]
    pub quota: QuotaAnswer,
    /// `true` if an earlier request made the grant.
    pub repeated: bool,
}

impl Answer for GrantedQuota {}

impl Columns for GrantedQuota {
    const COLUMNS: &'static [&'static str] = &["license", "scopes", "repeated"];
}

/// The recovery policy of a product or license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RecoveryPolicy")]
pub struct PolicyAnswer {
    /// Code of the product.
    pub product: String,
    /// Serial of the license; `null` for the policy of the product.
    pub license: Option<String>,
    /// Values, each with its origin.
    pub policy: PolicyValues,
    /// `true` if the policy changed, `false` in a dry run; missing if no change was requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub changed: Option<bool>,
}

impl Answer for PolicyAnswer {}

/// The values of a recovery policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyValues {
    /// Number of recoveries into any container from the first activation.
    pub any_initial: PolicyNumber,
    /// Period after which one more recovery into any container is added, such as `90d`.
    pub any_every: PolicyText,
    /// Largest number of recoveries into any container that are kept, without grants.
    pub any_cap: PolicyNumber,
    /// Number of recoveries on the same computer from the first activation.
    pub same_initial: PolicyNumber,
    /// Period after which one more recovery on the same computer is added, such as `90d`.
    pub same_every: PolicyText,
    /// Largest number of recoveries on the same computer that are kept, without grants.
    pub same_cap: PolicyNumber,
    /// Names of the machine properties that must match on the same computer.
    pub match_required: PolicyList,
    /// Number of machine properties that must match; `null` for two thirds of them.
    pub match_minimum: PolicyNumber,
    /// Treatment of the lost container: `block`, `withdraw` or `nothing`.
    pub old: PolicyText,
    /// Days for which the status lists do not end the files of a blocked container, such as `14d`.
    pub enforce_after: PolicyText,
}

/// A number of a recovery policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyNumber {
    /// Value, or `null` for none.
    pub value: Option<u32>,
    /// Origin: `license`, `product` or `default`.
    pub from: &'static str,
}

/// A text of a recovery policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyText {
    /// Value, or `null` for none.
    pub value: Option<String>,
    /// Origin: `license`, `product` or `default`.
    pub from: &'static str,
}

/// A list of a recovery policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyList {
    /// Values.
    pub value: Vec<String>,
    /// Origin: `license`, `product` or `default`.
    pub from: &'static str,
}

/// Returns a value of a policy as it is typed, and its origin: `license`, `product` or `default`.
pub fn policy_value(
    member: Member,
    product: &Product,
    license: Option<&License>,
) -> (String, &'static str) {
    let own =
        license.and_then(|license| license.recovery.get(member)).map(|text| (text, "license"));
    let (text, from) = own
        .or(product.recovery.get(member).map(|text| (text, "product")))
        .unwrap_or((member.default(), "default"));
    (text.to_owned(), from)
}

/// The word for no value.
const NONE: &str = "none";

impl PolicyAnswer {
    /// Returns the answer about the policy of a product, or of a license of the product. `changed`
    /// states whether a request changed it.
    pub fn of(product: &Product, license: Option<&License>, changed: Option<bool>) -> PolicyAnswer {
        let value = |member: Member| policy_value(member, product, license);
        let number = |member: Member| {
            let (text, from) = value(member);
            PolicyNumber { value: text.parse().ok(), from }
        };
        let text = |member: Member| {
            let (text, from) = value(member);
            PolicyText { value: Some(text).filter(|text| text != NONE), from }
        };
        let list = |member: Member| {
            let (text, from) = value(member);
            let words = text.split(',').filter(|word| *word != NONE);
            PolicyList { value: words.map(str::to_owned).collect(), from }
        };
        PolicyAnswer {
            product: product.code.to_string(),
            license: license.map(|license| license.serial.to_string()),
            policy: PolicyValues {
                any_initial: number(Member::AnyInitial),
                any_every: text(Member::AnyEvery),
                any_cap: number(Member::AnyCap),
                same_initial: number(Member::SameInitial),
                same_every: text(Member::SameEvery),
                same_cap: number(Member::SameCap),
                match_required: list(Member::MatchRequired),
                match_minimum: number(Member::MatchMinimum),
                old: text(Member::Old),
                enforce_after: text(Member::EnforceAfter),
            },
            changed,
        }
    }
}
