//! What only a server sends (`readOnly`), and what only a client does (`writeOnly`).
//!
//! A type that goes one way has no member that goes the other way. One that goes both ways has
//! them all, but can demand none of them of the side that does not send it: a server may leave a
//! `writeOnly` member out, so that it is read as absent, and a client is not asked for a `readOnly`
//! one, so that `new` and the setters do not have it. A decoded value still keeps whatever came,
//! and is written as it was.
//!
//! Two types, one a direction, would say it more exactly. But then a first response with a type
//! that has been sent so far would rename it, and nobody could send back what was received.

use crate::api::{Field, Object, Shape, Types};

/// Leaves out members that are never there, and demands none that may be left out.
pub(super) fn apply(types: &mut Types) {
    for definition in &mut types.0 {
        let Shape::Object(object) = &mut definition.shape else {
            continue;
        };
        let direction = definition.direction;
        match (direction.sent, direction.received) {
            (true, false) => object.fields.retain(|field| !field.read_only),
            (false, true) => object.fields.retain(|field| !field.write_only),
            (true, true) => both_ways(object),
            // Nobody sends it.
            (false, false) => {}
        }
    }
}

fn both_ways(object: &mut Object) {
    let one_way = |field: &&mut Field| field.read_only || field.write_only;
    for field in object.fields.iter_mut().filter(one_way) {
        field.required = false;
        field.demanded &= field.write_only;
    }
}
