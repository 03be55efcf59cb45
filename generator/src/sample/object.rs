//! Objects with named members.

use serde_json::{Map, Value};

use super::place::Goal;
use super::value::{Maker, Told};
use crate::api::{Constraints, Field, Object, Type};
use crate::document::Schema;

impl Maker<'_> {
    /// What has to be there, and of the rest what is shown, or all of it.
    pub(super) fn object(
        &mut self,
        object: &Object,
        told: &Told<'_>,
        goal: Option<Goal<'_>>,
    ) -> Option<Value> {
        let mut members = Map::new();
        for constant in &object.constants {
            let value = serde_json::from_str(&constant.json).ok()?;
            members.insert(constant.name.clone(), value);
        }
        for field in &object.fields {
            let goal = goal.and_then(|goal| goal.inside(&field.name));
            let inside = member(told, field);
            let is_wanted = field.required
                || goal.is_some()
                || !field.write_only && (self.is_generous() || self.is_shown(&field.ty, &inside));
            if is_wanted {
                self.field(field, &inside, goal, &mut members)?;
            }
        }
        self.up_to_least(object, told, &mut members);
        Some(Value::Object(members))
    }

    /// Adds a member; `None` if it has to be there and cannot.
    fn field(
        &mut self,
        field: &Field,
        told: &Told<'_>,
        goal: Option<Goal<'_>>,
        members: &mut Map<String, Value>,
    ) -> Option<()> {
        let value = match self.value(&field.ty, told, goal) {
            Some(value) => value,
            None if !field.required => return Some(()),
            None if field.nullable => Value::Null,
            None => return None,
        };
        members.insert(field.name.clone(), value);
        Some(())
    }

    /// Adds what need not be there, until there is as much as there has to be.
    fn up_to_least(&mut self, object: &Object, told: &Told<'_>, members: &mut Map<String, Value>) {
        let least = told.constraints.and_then(|said| said.members.least);
        let least = usize::try_from(least.unwrap_or(0)).unwrap_or(usize::MAX);
        for field in &object.fields {
            if members.len() >= least {
                return;
            }
            if !members.contains_key(&field.name)
                && let Some(value) = self.value(&field.ty, &member(told, field), None)
            {
                members.insert(field.name.clone(), value);
            }
        }
        if let Some(rest) = &object.rest {
            self.entries(rest, told, least, members);
        }
    }

    /// Adds members by names of our own, until there is as much as there has to be.
    pub(super) fn entries(
        &mut self,
        ty: &Type,
        told: &Told<'_>,
        least: usize,
        members: &mut Map<String, Value>,
    ) {
        let inside = Told {
            schema: told.schema.as_ref().and_then(Schema::entry),
            constraints: told.constraints.and_then(|said| said.each.as_deref()),
            ..Told::default()
        };
        let names = told.constraints.and_then(|said| said.names.as_deref());
        let none = Constraints::default();
        for number in 0..MOST_ENTRIES {
            if members.len() >= least {
                return;
            }
            let Some(value) = self.value(ty, &inside, None) else {
                return;
            };
            let name = self.plain_text(None, names.unwrap_or(&none), number);
            members.insert(name, value);
        }
    }
}

/// What is said of a member.
fn member<'a>(told: &Told<'a>, field: &'a Field) -> Told<'a> {
    Told {
        schema: told
            .schema
            .as_ref()
            .and_then(|schema| schema.member(&field.name)),
        constraints: field.constraints.as_deref(),
        default: field.default.as_deref(),
        name: Some(&field.name),
    }
}

/// More is not sent for a sample, whatever is demanded.
const MOST_ENTRIES: usize = 1000;
