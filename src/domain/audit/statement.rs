//! The statements of the log about a row: the records of the row in the entries. A row must equal
//! its newest statement. An entry that no key signed may take rights away; it never grants any.

use serde_json::{Map, Value};

use crate::domain::audit::HashedEntry;
use crate::domain::audit::personal::{Comparison, PersonalValues};

/// A record of a row, as in JSON. An absent value is absent.
pub type Row = Map<String, Value>;

/// A recorded table whose rows are compared with the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The member of `record`, for example `license`.
    pub name: &'static str,
    /// The member of a row that states the subject of its record.
    subject: &'static str,
    /// The other members that identify a row of the subject.
    identity: &'static [&'static str],
    /// The rule for a step that no key signed.
    unsigned: UnsignedRule,
    /// The members that take rights away, each with the members that belong to it.
    ends: &'static [&'static [&'static str]],
}

/// The rule for a change between two statements that no key signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnsignedRule {
    /// These members can change in any way, and the others only as their own rule allows.
    Only(&'static [&'static str]),
    /// The members can change except from a value to none, or to another value, for these.
    Except {
        /// The members that never change.
        fixed: &'static [&'static str],
        /// The members that are set and never removed, because their removal grants rights.
        kept: &'static [&'static str],
    },
    /// The number of seats that were removed, or that will be, does not become smaller.
    RemovedSeats,
    /// All members can change: the row is compared with its newest statement only.
    Any,
}

/// The licenses. Users, reasons and the status can change without a key. The status only becomes
/// stricter.
pub const LICENSE: Table = Table {
    name: "license",
    subject: "serial",
    identity: &[],
    unsigned: UnsignedRule::Only(&["users", "reason", "state_since", "standing", "revision"]),
    ends: &[&["standing", "reason", "state_since"]],
};

/// The activations. An activation that was ended, or whose removal is pending, stays so.
pub const ACTIVATION: Table = Table {
    name: "activation",
    subject: "license",
    identity: &["container", "generation"],
    unsigned: UnsignedRule::RemovedSeats,
    ends: &[],
};

/// The containers. A block, a suspicion, a loss and a retirement stay, and a block is enforced no
/// later.
pub const CONTAINER: Table = Table {
    name: "container",
    subject: "serial",
    identity: &[],
    unsigned: UnsignedRule::Except {
        fixed: &["kind", "customer", "hardware", "key", "properties", "created_at"],
        kept: &["blocked", "suspicion", "lost_at", "retired_at"],
    },
    ends: &[
        &["blocked", "block_reason", "blocked_at", "block_enforced_at"],
        &["suspicion"],
        &["lost_at"],
        &["retired_at"],
    ],
};

/// The containers of another site. The context that the other site signed states a block, and an
/// import of a context needs no key.
pub const ADOPTED_CONTAINER: Table = Table {
    unsigned: UnsignedRule::Except { fixed: &["kind", "customer"], kept: &[] },
    ..CONTAINER
};

/// The tickets. The number of uses rises, and a ticket can be cancelled.
pub const TICKET: Table = Table {
    name: "ticket",
    subject: "serial",
    identity: &[],
    unsigned: UnsignedRule::Only(&["used", "cancelled_at"]),
    ends: &[&["used"], &["cancelled_at"]],
};

/// The credentials. A credential that was ended stays so.
pub const CREDENTIAL: Table = Table {
    name: "credential",
    subject: "serial",
    identity: &[],
    unsigned: UnsignedRule::Only(&["ended_at", "ended_as"]),
    ends: &[&["ended_at", "ended_as"]],
};

/// The recoveries. A recovery and its reversal require a key.
pub const RECOVERY: Table = Table {
    name: "recovery",
    subject: "serial",
    identity: &[],
    unsigned: UnsignedRule::Only(&[]),
    ends: &[],
};

/// The grants of recoveries. A grant never changes.
pub const GRANT: Table = Table {
    name: "recovery_grant",
    subject: "license",
    identity: &["created_at"],
    unsigned: UnsignedRule::Only(&[]),
    ends: &[],
};

/// The recovery policies of the products. A change of a policy requires a key.
pub const POLICY: Table = Table {
    name: "policy",
    subject: "product",
    identity: &[],
    unsigned: UnsignedRule::Only(&[]),
    ends: &[],
};

/// The keys. The key set, which the root key signs, states what they grant.
pub const KEY: Table = Table {
    name: "key",
    subject: "name",
    identity: &["kid"],
    unsigned: UnsignedRule::Any,
    ends: &[],
};

/// The idempotency references.
pub const REFERENCE: Table = Table {
    name: "reference",
    subject: "subject",
    identity: &["family", "reference"],
    unsigned: UnsignedRule::Any,
    ends: &[],
};

/// All recorded tables.
pub const TABLES: [Table; 10] =
    [LICENSE, ACTIVATION, CONTAINER, TICKET, KEY, CREDENTIAL, RECOVERY, REFERENCE, GRANT, POLICY];

/// Returns the rows of an entry's records: the table, the subject to which the record belongs, and
/// the row.
pub fn recorded_rows(entry: &HashedEntry) -> impl Iterator<Item = (&'static Table, &str, &Row)> {
    let record = entry.detail.get("record");
    let rows_of = move |table: &'static Table| {
        let rows = record.and_then(|record| record.get(table.name)).and_then(Value::as_array);
        let rows = rows.into_iter().flatten().filter_map(Value::as_object);
        rows.filter_map(move |row| Some((table, row.get(table.subject)?.as_str()?, row)))
    };
    TABLES.iter().flat_map(rows_of)
}

impl Table {
    /// Returns whether two rows of a subject are the same row, in another state.
    pub fn is_same_row(&self, one: &Row, other: &Row) -> bool {
        self.identity.iter().all(|member| one.get(*member) == other.get(*member))
    }

    /// Returns the rows of a subject that an entry records.
    pub fn rows_of<'a>(&self, entry: &'a HashedEntry, subject: &str) -> Vec<&'a Row> {
        let record = entry.detail.get("record").and_then(|record| record.get(self.name));
        let rows = record.and_then(Value::as_array).into_iter().flatten();
        rows.filter_map(Value::as_object)
            .filter(|row| row.get(self.subject).and_then(Value::as_str) == Some(subject))
            .collect()
    }

    /// Returns the member by which a step that no key signed grants a right. The rows before and
    /// after the step have one identity.
    pub fn granted_member(&self, before: &[Row], after: &[Row]) -> Option<String> {
        if self.unsigned == UnsignedRule::Any {
            return None;
        }
        if self.unsigned == UnsignedRule::RemovedSeats {
            let is_kept = |members: &[&str]| seats(after, members) >= seats(before, members);
            let is_kept = is_kept(&["ended_at"]) && is_kept(&["ended_at", "gone_at"]);
            return (!is_kept).then(|| "ended_at".to_owned());
        }
        before.iter().zip(after).find_map(|(before, after)| {
            let members = before.keys().chain(after.keys());
            let mut changed = members.filter(|member| before.get(*member) != after.get(*member));
            changed.find(|member| !self.may_change(member, before, after)).cloned()
        })
    }

    fn keeps_blocks(&self) -> bool {
        matches!(self.unsigned, UnsignedRule::Except { kept, .. } if kept.contains(&"blocked"))
    }

    /// Returns the rows before a step that no key signed, with the rights that the step takes away
    /// and without those that it grants. The rows have one identity.
    pub fn restricted(&self, before: &[Row], after: &[Row]) -> Vec<Row> {
        if self.granted_member(before, after).is_none() {
            return after.to_vec();
        }
        let mut rows = before.to_vec();
        for (row, after) in rows.iter_mut().zip(after) {
            for members in self.ends {
                let Some(first) = members.first() else { continue };
                let is_changed = row.get(*first) != after.get(*first);
                if !is_changed || !self.may_change(first, row, after) {
                    continue;
                }
                for member in *members {
                    match after.get(*member) {
                        Some(value) => drop(row.insert((*member).to_owned(), value.clone())),
                        None => drop(row.remove(*member)),
                    }
                }
            }
        }
        rows
    }

    fn may_change(&self, member: &str, before: &Row, after: &Row) -> bool {
        let is_allowed = match self.unsigned {
            UnsignedRule::Only(free) => free.contains(&member),
            UnsignedRule::Except { fixed, kept } => {
                let is_kept = !kept.contains(&member) || after.contains_key(member);
                // A block takes the place of a loss.
                let is_replaced = member == "lost_at" && after.contains_key("blocked");
                !fixed.contains(&member) && (is_kept || is_replaced)
            }
            UnsignedRule::RemovedSeats | UnsignedRule::Any => true,
        };
        let number = |row: &Row| row.get(member).and_then(Value::as_u64).unwrap_or_default();
        is_allowed
            && match member {
                "standing" => strictness(after.get(member)) >= strictness(before.get(member)),
                "revision" | "used" => number(after) >= number(before),
                "cancelled_at" | "ended_at" | "ended_as" => !before.contains_key(member),
                "block_enforced_at" => !self.keeps_blocks() || is_no_later(before, after),
                _ => true,
            }
    }
}

/// Returns whether a block is enforced no later than before.
fn is_no_later(before: &Row, after: &Row) -> bool {
    let at = |row: &Row| Some(row.get("block_enforced_at")?.as_str()?.to_owned());
    at(before).is_none_or(|before| at(after).is_some_and(|after| after <= before))
}

/// Returns the number of seats of the rows that have one of these members.
fn seats(rows: &[Row], members: &[&str]) -> u64 {
    let has_one = |row: &&Row| members.iter().any(|member| row.contains_key(*member));
    rows.iter().filter(has_one).filter_map(|row| row.get("seats")?.as_u64()).sum()
}

/// Returns the strictness of a stored status of a license: open, suspended, ended.
fn strictness(status: Option<&Value>) -> u8 {
    match status.and_then(Value::as_str) {
        Some("open") => 0,
        Some("suspended") => 1,
        _ => 2,
    }
}

/// A member in which a stored row differs from a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberDifference {
    /// The name of the member.
    pub member: String,
    /// The stored value, in clear; null for an absent one.
    pub stored: Value,
    /// The stated value, in clear; null for an absent one.
    pub stated: Value,
}

/// Returns the members in which a stored row, in clear, differs from a statement. An erased
/// personal value cannot be compared.
pub fn differences<'a>(
    stored: &'a Row,
    stated: &'a Row,
    values: &'a PersonalValues,
) -> impl Iterator<Item = MemberDifference> + 'a {
    let value = |row: &Row, member: &String| row.get(member).cloned().unwrap_or_default();
    let absent = stated.keys().filter(|member| !stored.contains_key(*member));
    stored
        .keys()
        .chain(absent)
        .map(move |member| (member, value(stored, member), value(stated, member)))
        .filter(|(_, stored, stated)| values.compare(stored, stated) == Comparison::Different)
        .map(|(member, stored, stated)| MemberDifference {
            member: member.clone(),
            stored,
            stated: values.resolve(&stated),
        })
}

/// Returns the members in which two rows in clear differ.
pub fn differences_in_clear(stored: &Row, stated: &Row) -> Vec<MemberDifference> {
    differences(stored, stated, &PersonalValues::default()).collect()
}

/// Returns the first of the [`differences`], with both values.
pub fn difference(
    stored: &Row,
    stated: &Row,
    values: &PersonalValues,
) -> Option<(String, Value, Value)> {
    let first = differences(stored, stated, values).next();
    first.map(|first| (first.member, first.stored, first.stated))
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use serde_json::json;

    use super::*;

    fn row(value: &Value) -> Row {
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn a_step_without_a_signature_takes_rights_away_only() {
        let license = json!({"serial": "L", "seats": 5, "standing": "suspended", "users": ["a"]});
        let container = json!({"serial": "K", "blocked": "b", "suspicion": {"why": "w"},
                               "block_enforced_at": "2026-11-21T10:00:00Z"});
        let lost = json!({"serial": "K", "lost_at": "t"});
        let activation = json!({"license": "L", "seats": 2, "state": "returned", "ended_at": "t"});
        let ticket = json!({"serial": "T", "uses": 2, "used": 1});
        let credential = json!({"serial": "F", "jti": "j", "ended_at": "t"});
        for (table, before, after, granted) in [
            (LICENSE, &license, json!({"seats": 6}), Some("seats")),
            (LICENSE, &license, json!({"seats": 4}), Some("seats")),
            (LICENSE, &license, json!({"standing": "open"}), Some("standing")),
            (LICENSE, &license, json!({"standing": "revoked"}), None),
            (LICENSE, &license, json!({"users": []}), None),
            (CONTAINER, &container, json!({"blocked": null}), Some("blocked")),
            (CONTAINER, &container, json!({"suspicion": null}), Some("suspicion")),
            (ADOPTED_CONTAINER, &container, json!({"blocked": null}), None),
            (CONTAINER, &lost, json!({"lost_at": null}), Some("lost_at")),
            (CONTAINER, &lost, json!({"lost_at": null, "blocked": "b"}), None),
            (CONTAINER, &container, json!({"counter": 7, "lost_at": "t"}), None),
            (
                CONTAINER,
                &container,
                json!({"block_enforced_at": "2026-11-22T10:00:00Z"}),
                Some("block_enforced_at"),
            ),
            (CONTAINER, &container, json!({"block_enforced_at": "2026-11-20T10:00:00Z"}), None),
            (ACTIVATION, &activation, json!({"ended_at": null}), Some("ended_at")),
            (CREDENTIAL, &credential, json!({"ended_at": null}), Some("ended_at")),
            (CREDENTIAL, &credential, json!({"ended_at": "later"}), Some("ended_at")),
            (CREDENTIAL, &credential, json!({"jti": "k"}), Some("jti")),
            (TICKET, &ticket, json!({"used": 2}), None),
            (TICKET, &ticket, json!({"used": 0}), Some("used")),
            (TICKET, &ticket, json!({"uses": 3}), Some("uses")),
        ] {
            let before = row(before);
            let mut changed = before.clone();
            for (member, value) in row(&after) {
                match value.is_null() {
                    true => drop(changed.remove(&member)),
                    false => drop(changed.insert(member, value)),
                }
            }
            let found = table.granted_member(&[before], &[changed]);
            assert_eq!(found.as_deref(), granted, "{after}");
        }
    }

    #[test]
    fn a_refused_step_leaves_what_it_takes_away() {
        let license = row(&json!({"seats": 5, "standing": "open", "users": ["a"]}));
        let revoked = row(&json!({
            "seats": 500, "standing": "revoked", "reason": "r", "state_since": "t", "users": [],
        }));
        let restricted = LICENSE.restricted(from_ref(&license), from_ref(&revoked));
        let expected = row(&json!({
            "seats": 5, "standing": "revoked", "reason": "r", "state_since": "t", "users": ["a"],
        }));
        assert_eq!(restricted, [expected]);
        // The other way, nothing is given back.
        assert_eq!(LICENSE.restricted(from_ref(&revoked), &[license]), from_ref(&revoked));
        let blocked = row(&json!({"blocked": "b", "blocked_at": "t", "kind": "cloud"}));
        let free = row(&json!({"kind": "cloud", "lost_at": "u"}));
        let both =
            row(&json!({"blocked": "b", "blocked_at": "t", "kind": "cloud", "lost_at": "u"}));
        assert_eq!(CONTAINER.restricted(&[blocked], &[free]), [both]);
    }

    #[test]
    fn seats_that_were_removed_stay_removed() {
        let live = |seats: u32| row(&json!({"license": "L", "seats": seats, "state": "live"}));
        let with = |seats: u32, member: &str| {
            row(&json!({"license": "L", "seats": seats, "state": "x", member: 1}))
        };
        for (before, after, is_granted) in [
            (vec![live(5)], vec![live(3), with(2, "gone_at")], false),
            (vec![live(3), with(2, "gone_at")], vec![live(3), with(2, "ended_at")], false),
            (vec![live(3), with(2, "ended_at")], vec![with(5, "ended_at")], false),
            (vec![live(3), with(2, "ended_at")], vec![live(4), with(1, "ended_at")], true),
            (vec![live(3), with(2, "gone_at")], vec![live(5)], true),
            (vec![with(5, "ended_at")], vec![with(5, "gone_at")], true),
        ] {
            let found = ACTIVATION.granted_member(&before, &after);
            assert_eq!(found.is_some(), is_granted, "{before:?} {after:?}");
        }
    }
}
