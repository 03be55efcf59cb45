//! What has to be changed in a description, and how that is written in an overlay.

use std::fmt::Write as _;

use serde_json::Value;

use crate::json_pointer;

/// An action of an overlay.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Action {
    /// What is to be changed, as a JSONPath that selects this one place.
    pub target: String,
    /// Why.
    pub description: String,
    /// How.
    pub change: Change,
}

/// What an action does with its target.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Takes it out.
    Remove,
    /// Merges this into an object, or puts it at the end of a list.
    Update(Value),
}

/// The JSONPath to what a JSON pointer leads to in `main`.
pub(super) fn json_path(main: &Value, pointer: &str) -> String {
    let mut path = "$".to_owned();
    let mut outer = Some(main);
    for name in json_pointer::names(pointer) {
        match outer {
            Some(Value::Array(list)) => {
                _ = write!(path, "[{name}]");
                outer = name.parse::<usize>().ok().and_then(|index| list.get(index));
            }
            _ => {
                if is_plain(&name) {
                    path.push('.');
                    path.push_str(&name);
                } else {
                    _ = write!(path, "[{}]", quoted(&name));
                }
                outer = outer.and_then(|members| members.get(&name));
            }
        }
    }
    path
}

/// The JSONPath to the element of a list that is this text.
pub(super) fn element(list: &str, text: &str) -> String {
    format!("{list}[?@ == {}]", quoted(text))
}

/// Whether a name may stand behind a dot (RFC 9535, 2.5.1.1).
fn is_plain(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes
        .next()
        .is_some_and(|one| one.is_ascii_alphabetic() || one == b'_')
        && bytes.all(|one| one.is_ascii_alphanumeric() || one == b'_')
}

/// A text as JSONPath has it between single quotes.
fn quoted(text: &str) -> String {
    let mut quoted = "'".to_owned();
    for character in text.chars() {
        match character {
            '\'' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            control if u32::from(control) < 0x20 => {
                _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use serde_json_path::JsonPath;

    use super::{element, json_path};
    use crate::json_pointer;

    #[test]
    fn a_path_selects_what_the_pointer_leads_to() {
        let names = [
            "plain",
            "a-b",
            "it's",
            "back\\slash",
            "a/b~c",
            "",
            "日本",
            "a\nb",
            "1",
        ];
        for name in names {
            let main = json!({ "list": [{ name: [name, "other"] }] });
            let path = json_path(&main, &json_pointer::member("/list/0", name));
            let one = element(&path, name);
            let found = |path: &str| -> Vec<Value> {
                let path = JsonPath::parse(path).expect("a JSONPath");
                path.query(&main).all().into_iter().cloned().collect()
            };
            assert_eq!(found(&path), [json!([name, "other"])], "{path}");
            assert_eq!(found(&one), [json!(name)], "{one}");
        }
    }
}
