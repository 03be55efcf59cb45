//! What is only received, with every member optional: providers do not keep to what they describe.
//!
//! What a client sends as well stays as it is, and so does what tells events and the members of
//! unions apart: without it nobody knows what has been received.

use serde_json::Value;

use crate::api::{Apart, Api, Constant, Docs, Field, Object, Shape, Type, TypeId};
use crate::choices::Received;
use crate::lower::keep_null;

/// Makes optional what is only received, if that is chosen.
pub(super) fn apply(api: &mut Api, received: Received) {
    if received == Received::AsDescribed {
        return;
    }
    let apart = Apart::of(api);
    for (id, definition) in (0..).map(TypeId).zip(&mut api.types.0) {
        let direction = definition.direction;
        if !direction.received || direction.sent {
            continue;
        }
        if let Shape::Object(object) = &mut definition.shape {
            loosen(object, |member| apart.tells(id, member));
        }
    }
    // What is absent must not become `null` when it is written again.
    keep_null(&mut api.types);
}

/// Makes every member optional that is not `kept` as it is.
fn loosen(object: &mut Object, kept: impl Fn(&str) -> bool) {
    for field in &mut object.fields {
        if !kept(&field.name) {
            field.required = false;
            field.demanded = false;
        }
    }
    let (constants, others): (Vec<_>, Vec<_>) = std::mem::take(&mut object.constants)
        .into_iter()
        .partition(|constant| kept(&constant.name));
    object.constants = constants;
    // Behind the others, which are known by their places.
    object.fields.extend(others.into_iter().map(member));
}

/// A member that no longer always says the same, as it may be absent.
fn member(constant: Constant) -> Field {
    let ty = match serde_json::from_str(&constant.json) {
        Ok(Value::String(_)) => Type::String,
        Ok(Value::Bool(_)) => Type::Bool,
        Ok(Value::Number(number)) if number.is_i64() => Type::I64,
        Ok(Value::Number(_)) => Type::F64,
        _ => Type::Any,
    };
    let said = constant.json.replace('`', "'");
    Field {
        name: constant.name,
        docs: Docs {
            description: Some(format!("Always `{said}`, as it is described.")),
            ..Docs::default()
        },
        nullable: false,
        ty,
        required: false,
        demanded: false,
        recursive: false,
        default: None,
        read_only: false,
        write_only: false,
        constraints: None,
    }
}
