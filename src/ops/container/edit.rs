//! Edits of the label and the user of a container.

use crate::domain::audit::{Difference, NewEntry};
use crate::domain::container::Container;
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Name, Username};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::container::change::ContainerChange;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::lookup;
use crate::store::Reader;

/// A request to change the label or the user of a container.
#[derive(Clone, Debug)]
pub struct EditContainer {
    /// The serial.
    pub container: Serial,
    /// The new label.
    pub label: Option<OrNone<Name>>,
    /// The new user.
    pub user: Option<OrNone<Username>>,
}

impl UseCase for EditContainer {
    type Plan = ContainerChange;
    type Unchanged = Container;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<ContainerChange, Container>> {
        let before = lookup::container(reader, &self.container)?;
        before.check_kept("edited")?;
        let mut after = before.clone();
        if let Some(label) = &self.label {
            after.label = label.clone().value();
        }
        if let Some(user) = &self.user {
            let user = user.clone().value();
            let find = |user: Username| lookup::user(reader, &before.customer, &user);
            after.user = user.map(find).transpose()?.map(|user| user.username);
        }
        if before == after {
            return Ok(Decision::Unchanged(after));
        }
        let difference = Difference::between(&before, &after);
        let entry = NewEntry::new("container.edit", before.serial.as_str(), difference.detail());
        Ok(Decision::Change(ContainerChange::new(before, after, entry)))
    }
}
