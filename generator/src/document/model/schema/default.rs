//! `default`, which people often write as text whatever the type is.

use serde_json::Value;

use super::Draft;
use crate::document::cursor::At;

/// Leaves out a default that is of another type than the schema's only one.
pub(super) fn check(draft: &mut Draft, at: &At<'_>) {
    let (Some(default), Some(ty)) = (&draft.data.default, draft.any.typ.as_deref()) else {
        return;
    };
    let fits = match ty {
        "array" => default.is_array(),
        "boolean" => default.is_boolean(),
        "integer" => default.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => default.is_number(),
        "object" => default.is_object(),
        _ => default.is_string(),
    };
    // `null` says that there is none.
    if fits || default.is_null() {
        return;
    }
    let shown = match default {
        Value::Array(_) | Value::Object(_) => "this default".to_owned(),
        scalar => format!("the default {scalar}"),
    };
    at.member("default").warning(
        "mistyped-default",
        format!("{shown} is no `{ty}`, and was left out"),
        format!("write one of the type `{ty}`, or change the type"),
    );
    draft.data.default = None;
}
