//! The difference between two states of a record: the members that changed, each with its old and
//! its new value.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// The members of a record that an edit changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// The changed members, in the order of the record.
    pub members: Vec<ChangedMember>,
}

/// A member that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedMember {
    /// The name in JSON.
    pub name: String,
    /// The old value.
    pub from: Value,
    /// The new value.
    pub to: Value,
}

/// The old and the new value of a fact in an audit detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Values<T> {
    /// The old value.
    pub from: T,
    /// The new value.
    pub to: T,
}

impl Difference {
    /// Compares two states of a record by their JSON members.
    pub fn between(before: &impl Serialize, after: &impl Serialize) -> Difference {
        let value = |state: serde_json::Result<Value>| state.unwrap_or_default();
        let (before, after) =
            (value(serde_json::to_value(before)), value(serde_json::to_value(after)));
        let members = after.as_object().into_iter().flatten();
        let changed = members.filter(|(name, to)| before[name.as_str()] != **to);
        let member = |(name, to): (&String, &Value)| ChangedMember {
            name: name.clone(),
            from: before[name.as_str()].clone(),
            to: to.clone(),
        };
        Difference { members: changed.map(member).collect() }
    }

    /// Returns whether no member changed.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Returns the audit detail: each changed member with `from` and `to`.
    pub fn detail(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.members.iter();
        serializer.collect_map(members.map(|ChangedMember { name, from, to }| {
            let values = Values { from, to };
            (name, values)
        }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_changed_members_are_in_the_detail() {
        let (before, after) =
            (json!({"a": 1, "b": "x", "c": null}), json!({"a": 2, "b": "x", "c": "y"}));
        let difference = Difference::between(&before, &after);
        assert_eq!(
            difference.detail(),
            json!({"a": {"from": 1, "to": 2}, "c": {"from": null, "to": "y"}})
        );
        assert!(Difference::between(&after, &after).is_empty());
    }
}
