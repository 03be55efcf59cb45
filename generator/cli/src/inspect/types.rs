//! The types that a description names.

use hookgen::api::{Api, Direction, Shape, Tagging};
use serde_json::json;

use super::Section;
use super::words::{counted, name, ty};
use crate::table::Table;

pub(super) fn types(api: &Api) -> Section {
    let mut table = Table::new(counted("Types", api.types.0.len()));
    let mut list = Vec::new();
    for (_, found) in api.types.iter() {
        let shape = shape(&found.shape, api);
        let direction = direction(found.direction);
        table.row([name(&found.name), shape.clone(), direction.to_owned()]);
        list.push(json!({
            "name": name(&found.name),
            "shape": shape,
            "direction": direction,
            "origin": found.origin,
        }));
    }
    Section::list(table, "types", list)
}

fn shape(shape: &Shape, api: &Api) -> String {
    match shape {
        Shape::Object(object) => {
            let members = object.constants.len() + object.fields.len();
            match (members, &object.rest) {
                (1, None) => "object of 1 member".to_owned(),
                (_, None) => format!("object of {members} members"),
                (_, Some(_)) => format!("object of {members} members and any others"),
            }
        }
        Shape::Enum(strings) => format!("one of {} texts", strings.values.len()),
        Shape::Union(union) => {
            let how = match &union.tagging {
                Tagging::Declared(tag) => format!("told apart by `{tag}` (declared)"),
                Tagging::Inferred(tag) => format!("told apart by `{tag}` (inferred)"),
                Tagging::Untagged => "tried in order".to_owned(),
            };
            format!("one of {} types, {how}", union.variants.len())
        }
        Shape::Alias(other) => format!("the same as {}", ty(other, &api.types)),
    }
}

fn direction(direction: Direction) -> &'static str {
    match (direction.sent, direction.received) {
        (true, true) => "sent and received",
        (true, false) => "sent",
        (false, true) => "received",
        (false, false) => "not used",
    }
}
