//! `x-fern-pagination`: the same as Fern says it.
//!
//! ```yaml
//! x-fern-pagination:
//!   cursor: $request.cursor
//!   next_cursor: $response.next_cursor
//!   results: $response.data
//! ```
//!
//! What it means is told by Fern's documentation of automatic pagination.

use serde_json::{Value, json};

use crate::diagnostics::Pointer;
use crate::lower::extension::{Members, Reader};

/// The extension's name.
pub(super) const NAME: &str = "x-fern-pagination";

const HELP: &str = "describe it by x-pagination, which is read instead";

/// What it says in the words of our extension; `None` with a warning where it cannot be done.
pub(super) fn translate(value: &Value, at: &Pointer, reader: &mut Reader<'_>) -> Option<Value> {
    // By `true` it refers to what Fern's own settings say of all operations.
    let members = reader.map(value, at, HELP)?;
    let items = answer(&members, "results", reader);
    let more = answer(&members, "has-next-page", reader);
    let mut ours = if members.get("cursor").is_some() {
        let (parameter, from) = (
            request(&members, "cursor", reader),
            answer(&members, "next_cursor", reader),
        );
        json!({ "style": "cursor", "parameter": parameter?, "from": from? })
    } else if members.get("offset").is_some() {
        // With `step` it counts items, without it pages.
        let style = match members.get("step") {
            Some(_) => "offset",
            None => "page",
        };
        json!({ "style": style, "parameter": request(&members, "offset", reader)? })
    } else if members.get("next_uri").is_some() {
        json!({ "style": "link", "from": answer(&members, "next_uri", reader)? })
    } else {
        reader.not_modelled(at, "this way of pagination cannot be followed", HELP);
        return None;
    };
    ours["items"] = json!(items?);
    if let Some(more) = more {
        ours["more"] = json!(more);
    }
    Some(ours)
}

/// The name behind `$request.`, of a parameter in the query.
fn request<'v>(members: &Members<'v>, name: &str, reader: &mut Reader<'_>) -> Option<&'v str> {
    let (text, at) = members.required_text(name, HELP, reader)?;
    let found = text.strip_prefix("$request.");
    if found.is_none() {
        reader.mistake(&at, format!("`{text}` is nothing in a request"), HELP);
    }
    found
}

/// What stands behind `$response.`, as a runtime expression of OpenAPI's.
fn answer(members: &Members<'_>, name: &str, reader: &mut Reader<'_>) -> Option<String> {
    let (text, at) = members.text(name, reader)?;
    let found = text.strip_prefix("$response.");
    if found.is_none() {
        reader.mistake(&at, format!("`{text}` is nothing in an answer"), HELP);
    }
    found.map(|way| format!("$response.body#/{}", way.replace('.', "/")))
}
