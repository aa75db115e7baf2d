//! The audit details of recoveries: grants, and changes of a policy.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::domain::name::Name;
use crate::domain::recovery::{Grant, Member, Policy, Scope};

/// A grant of recoveries.
#[derive(Debug, Serialize)]
pub struct GrantDetail<'a> {
    scope: Scope,
    count: u32,
    reason: &'a Name,
    reference: Option<&'a str>,
}

impl<'a> GrantDetail<'a> {
    /// Returns the detail of a grant under an idempotency reference.
    pub fn of(grant: &'a Grant, reference: Option<&'a str>) -> GrantDetail<'a> {
        GrantDetail { scope: grant.scope, count: grant.count, reason: &grant.reason, reference }
    }
}

/// A change of a recovery policy: a map from the values that changed to their old and new texts.
#[derive(Debug)]
pub struct PolicyDetail<'a>(BTreeMap<Member, ValueChange<'a>>);

/// A value of a policy before and after a change; `None` for an omitted value.
#[derive(Debug, Serialize)]
struct ValueChange<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
}

impl<'a> PolicyDetail<'a> {
    /// Returns the detail of a change from one policy to another.
    pub fn between(before: &'a Policy, after: &'a Policy) -> PolicyDetail<'a> {
        let changes = before.changed_members(after).map(|member| {
            (member, ValueChange { from: before.get(member), to: after.get(member) })
        });
        PolicyDetail(changes.collect())
    }
}

impl Serialize for PolicyDetail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(member, change)| (member.as_str(), change)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_detail_keeps_the_order_of_the_members_and_the_values_that_are_left_out() {
        let (mut before, mut after) = (Policy::default(), Policy::default());
        before.set(Member::SameCap, Some("3".into()));
        before.set(Member::Old, Some("block".into()));
        after.set(Member::AnyEvery, Some("2y".into()));
        after.set(Member::Old, Some("block".into()));
        let text = serde_json::to_string(&PolicyDetail::between(&before, &after));
        assert_eq!(
            text.ok().as_deref(),
            Some(r#"{"any-every":{"from":null,"to":"2y"},"same-cap":{"from":"3","to":null}}"#)
        );
    }
}
