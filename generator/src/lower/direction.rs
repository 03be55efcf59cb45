//! Who sends a type: spread from where it is used to what is inside.

use crate::api::{Direction, Shape, Type, TypeId, Types};

/// Gives each type the directions of its `uses` and of the types that it is used in.
///
/// A client does not send what is `readOnly`, and a server not what is `writeOnly`. What nothing
/// uses has neither direction.
pub fn spread(types: &mut Types, uses: &[(Type, Direction)]) {
    let mut open: Vec<(TypeId, Direction)> = uses
        .iter()
        .flat_map(|(ty, direction)| ty.mentioned().into_iter().map(|id| (id, *direction)))
        .collect();
    while let Some((id, direction)) = open.pop() {
        let Some(definition) = types.0.get_mut(id.0 as usize) else {
            continue;
        };
        let known = definition.direction;
        let united = Direction {
            sent: known.sent || direction.sent,
            received: known.received || direction.received,
        };
        if united != known {
            definition.direction = united;
            used_in(&definition.shape, united, &mut open);
        }
    }
}

fn used_in(shape: &Shape, direction: Direction, open: &mut Vec<(TypeId, Direction)>) {
    let mut uses = |ty: &Type, direction: Direction| {
        open.extend(ty.mentioned().into_iter().map(|id| (id, direction)));
    };
    match shape {
        Shape::Object(object) => {
            for field in &object.fields {
                let narrowed = Direction {
                    sent: direction.sent && !field.read_only,
                    received: direction.received && !field.write_only,
                };
                uses(&field.ty, narrowed);
            }
            if let Some(rest) = &object.rest {
                uses(rest, direction);
            }
        }
        Shape::Union(union) => {
            for variant in &union.variants {
                uses(&variant.ty, direction);
            }
        }
        Shape::Alias(ty) => uses(ty, direction),
        Shape::Enum(_) => {}
    }
}
