//! `properties`, and which of them say of themselves that they are required.

use serde_json::Value;

use super::keywords::boxed;
use super::{Draft, schema};
use crate::document::cursor::{At, named};

/// Reads `properties` of the schema at `parent`; `has_required` says whether it names those that
/// are required itself, as it should.
pub(super) fn properties(draft: &mut Draft, value: Value, has_required: bool, parent: &At<'_>) {
    let at = parent.member("properties");
    let mut self_required = Vec::new();
    draft.any.properties = named(value, &at, |mut value, at| {
        if let Some(required) = take_boolean_required(&mut value) {
            let taken = required && !has_required;
            report(taken, &at.member("required"));
            if taken {
                self_required.extend(at.last_name());
            }
        }
        schema(value, at).map(boxed)
    });
    draft.self_required = self_required;
}

fn take_boolean_required(value: &mut Value) -> Option<bool> {
    let members = value.as_object_mut()?;
    let required = members.get("required")?.as_bool()?;
    members.remove("required");
    Some(required)
}

fn report(taken: bool, at: &At<'_>) {
    at.warning(
        "boolean-required",
        match taken {
            true => {
                "`required` is a list of names, and this boolean was taken as if the property \
                     were named in that of its object"
            }
            false => "`required` is a list of names, and this boolean was left out",
        },
        "name the property in the `required` of the schema that has it",
    );
}
