//! `x-speakeasy-pagination`: the same as Speakeasy says it.
//!
//! ```yaml
//! x-speakeasy-pagination:
//!   type: cursor
//!   inputs: [{ name: cursor, in: parameters, type: cursor }]
//!   outputs: { results: $.data, nextCursor: $.next_cursor }
//! ```
//!
//! What it means is told by Speakeasy's documentation of pagination.

use serde_json::{Value, json};

use crate::diagnostics::Pointer;
use crate::lower::extension::{Members, Reader};

/// The extension's name.
pub(super) const NAME: &str = "x-speakeasy-pagination";

const HELP: &str = "describe it by x-pagination, which is read instead";

/// What it says in the words of our extension; `None` with a warning where it cannot be done.
pub(super) fn translate(value: &Value, at: &Pointer, reader: &mut Reader<'_>) -> Option<Value> {
    let members = reader.map(value, at, HELP)?;
    let kinds = [
        ("cursor", "cursor"),
        ("offsetLimit", "offset"),
        ("url", "link"),
    ];
    members.required("type", "it may be cursor, offsetLimit, url", reader)?;
    let kind = members.choice("type", &kinds, reader)?;
    let (outputs, outputs_at) = members.required("outputs", HELP, reader)?;
    let outputs = reader.map(outputs, &outputs_at, HELP)?;
    let items = output(&outputs, "results", reader);
    let ours = match kind {
        "cursor" => {
            let parameter = input(&members, "cursor", reader);
            let from = output(&outputs, "nextCursor", reader);
            json!({ "style": kind, "parameter": parameter?, "from": from? })
        }
        "link" => json!({ "style": kind, "from": output(&outputs, "nextUrl", reader)? }),
        _ => match input_of(&members, "offset") {
            Some(parameter) => json!({ "style": kind, "parameter": parameter }),
            None => json!({ "style": "page", "parameter": input(&members, "page", reader)? }),
        },
    };
    let mut ours = ours;
    // Without it there is nothing that the pages could consist of.
    if items.is_none() && reader.mistakes() == 0 {
        reader.not_modelled(&outputs_at, "pages of which nothing says the items", HELP);
    }
    ours["items"] = json!(items?);
    Some(ours)
}

/// The name of the parameter that is an input of a kind.
fn input<'v>(members: &Members<'v>, kind: &str, reader: &mut Reader<'_>) -> Option<&'v str> {
    let found = input_of(members, kind);
    if found.is_none() {
        let message = format!("no input of the type `{kind}` is a parameter");
        reader.not_modelled(members.at(), message, HELP);
    }
    found
}

fn input_of<'v>(members: &Members<'v>, kind: &str) -> Option<&'v str> {
    let (inputs, _) = members.get("inputs")?;
    let of_kind = |input: &&Value| input["type"] == kind && input["in"] == "parameters";
    inputs.as_array()?.iter().find(of_kind)?["name"].as_str()
}

/// A JSONPath of names alone, or of the last element, as a runtime expression.
fn output(members: &Members<'_>, name: &str, reader: &mut Reader<'_>) -> Option<String> {
    let (text, at) = members.text(name, reader)?;
    let way = text.strip_prefix('$').map(|way| {
        way.replace("[-1:]", ".-")
            .replace("[-1]", ".-")
            .replace("[(@.length-1)]", ".-")
    });
    let plain = |way: &String| {
        let named = way.is_empty() || way.starts_with('.');
        named && !way.contains(['[', '*', '?', ' ']) && !way.contains("..")
    };
    let Some(way) = way.filter(plain) else {
        reader.not_modelled(&at, format!("`{text}` cannot be followed"), HELP);
        return None;
    };
    match way.is_empty() {
        true => Some("$response.body".to_owned()),
        false => Some(format!("$response.body#{}", way.replace('.', "/"))),
    }
}
