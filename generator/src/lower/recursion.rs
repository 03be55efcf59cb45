//! Objects that contain themselves.

use std::collections::BTreeMap;

use super::graph::{Component, components, direct};
use crate::api::{Shape, Type, TypeId, Types};

/// Marks the members through which an object contains itself, so that they need a box: of each
/// cycle the one that closes it.
///
/// A walk through the cycle begins at the object whose name comes first and takes the members by
/// name; what leads back to an object on the way is boxed. So every cycle has a box, none of them
/// could be done without, and which they are depends on no order and on nothing outside the cycle.
///
/// Lists and maps hold what is in them elsewhere, and so does a union its members: such a way is
/// no containment.
pub(super) fn mark(types: &mut Types) {
    let graph: Vec<Vec<TypeId>> = types.iter().map(|(id, _)| targets(types, id)).collect();
    let component_of = components(&graph);
    let mut walk = Walk {
        types,
        component_of: &component_of,
        states: vec![State::New; graph.len()],
        boxed: Vec::new(),
    };
    let mut objects: Vec<TypeId> = types.iter().map(|(id, _)| id).collect();
    objects.sort_by_key(|id| (&types[*id].name, &types[*id].origin));
    for object in objects {
        walk.from(object);
    }
    for (TypeId(object), field) in walk.boxed {
        let definition = types.0.get_mut(object as usize);
        if let Some(Shape::Object(object)) = definition.map(|definition| &mut definition.shape)
            && let Some(field) = object.fields.get_mut(field)
        {
            field.recursive = true;
        }
    }
}

/// How far the walk is with an object.
#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// The way leads through it.
    OnTheWay,
    Done,
}

/// A member of an object, and the object that it contains.
type Edge = (usize, TypeId);

struct Walk<'a> {
    types: &'a Types,
    component_of: &'a [Component],
    states: Vec<State>,
    /// The members that close a cycle, each by its object and where it stands in there.
    boxed: Vec<(TypeId, usize)>,
}

impl Walk<'_> {
    /// Walks through all that `start` is in a cycle with, with a stack of its own instead of the
    /// thread's.
    fn from(&mut self, start: TypeId) {
        if self.state(start) != State::New {
            return;
        }
        let mut way = vec![(start, self.edges(start).into_iter())];
        self.set(start, State::OnTheWay);
        while let Some((object, edges)) = way.last_mut() {
            let object = *object;
            let Some((field, target)) = edges.next() else {
                self.set(object, State::Done);
                way.pop();
                continue;
            };
            match self.state(target) {
                State::New => {
                    self.set(target, State::OnTheWay);
                    way.push((target, self.edges(target).into_iter()));
                }
                State::OnTheWay => self.boxed.push((object, field)),
                State::Done => {}
            }
        }
    }

    /// The members of `object` that lead on in its cycles, by their names.
    fn edges(&self, object: TypeId) -> Vec<Edge> {
        let Shape::Object(shape) = &self.types[object].shape else {
            return Vec::new();
        };
        let component = |id: TypeId| self.component_of.get(id.0 as usize);
        let mut edges: BTreeMap<(&str, TypeId), usize> = BTreeMap::new();
        for (index, field) in shape.fields.iter().enumerate() {
            for target in objects_in(self.types, &field.ty) {
                if component(target) == component(object) {
                    edges.insert((&field.name, target), index);
                }
            }
        }
        let edges = edges.into_iter();
        edges.map(|((_, target), index)| (index, target)).collect()
    }

    fn state(&self, id: TypeId) -> State {
        self.states
            .get(id.0 as usize)
            .copied()
            .unwrap_or(State::Done)
    }

    fn set(&mut self, id: TypeId, state: State) {
        if let Some(known) = self.states.get_mut(id.0 as usize) {
            *known = state;
        }
    }
}

/// The objects that an object's members contain.
fn targets(types: &Types, id: TypeId) -> Vec<TypeId> {
    match &types[id].shape {
        Shape::Object(object) => {
            let fields = object.fields.iter();
            fields
                .flat_map(|field| objects_in(types, &field.ty))
                .collect()
        }
        Shape::Alias(_) | Shape::Union(_) | Shape::Enum(_) => Vec::new(),
    }
}

/// The objects that a value of `ty` holds in itself, by whatever name.
fn objects_in(types: &Types, ty: &Type) -> Vec<TypeId> {
    let mut found = Vec::new();
    let mut open = direct(ty);
    // Aliases do not lead back to themselves by now.
    while let Some(id) = open.pop() {
        match &types[id].shape {
            Shape::Object(_) => found.push(id),
            Shape::Alias(ty) => open.extend(direct(ty)),
            Shape::Enum(_) | Shape::Union(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::api::{Api, Shape};
    use crate::lower::testing::lowered;

    /// Objects, each with the names of the others that it has a member of, called like them.
    fn boxed(objects: &[(&str, &[&str])]) -> Vec<String> {
        let mut text = "components:\n  schemas:\n".to_owned();
        for (name, members) in objects {
            text.extend(["    ", name, ":\n      type: object\n      properties:\n"]);
            text.push_str("        id: { type: string }\n");
            for member in *members {
                let reference = format!("{{ $ref: '#/components/schemas/{member}' }}\n");
                text.extend(["        ", member, ": ", &reference]);
            }
        }
        let (api, codes) = lowered(&text);
        assert_eq!(codes, Vec::<String>::new());
        boxes(&api)
    }

    fn boxes(api: &Api) -> Vec<String> {
        let mut boxes = Vec::new();
        for (_, definition) in api.types.iter() {
            if let Shape::Object(object) = &definition.shape {
                let recursive = object.fields.iter().filter(|field| field.recursive);
                boxes.extend(
                    recursive.map(|field| format!("{}.{}", definition.name.root, field.name)),
                );
            }
        }
        boxes
    }

    #[test]
    fn a_cycle_has_one_box_and_it_closes_it() {
        assert_eq!(boxed(&[("A", &["A"])]), ["A.A"]);
        assert_eq!(boxed(&[("A", &["B"]), ("B", &["A"])]), ["B.A"]);
        assert_eq!(
            boxed(&[("A", &["C"]), ("B", &["A"]), ("C", &["B"])]),
            ["B.A"]
        );
    }

    #[test]
    fn neither_the_order_nor_what_leads_into_a_cycle_moves_a_box() {
        let cycle: [(&str, &[&str]); 3] = [("M", &["O"]), ("N", &["M"]), ("O", &["N"])];
        let expected = boxed(&cycle);
        let mut turned = cycle;
        turned.reverse();
        assert_eq!(boxed(&turned), expected);
        let mut entered = cycle.to_vec();
        entered.push(("A", &["N", "Z"]));
        entered.push(("Z", &[]));
        assert_eq!(boxed(&entered), expected);
    }

    #[test]
    fn two_cycles_through_one_object_have_a_box_each() {
        let found = boxed(&[("A", &["B", "C"]), ("B", &["A"]), ("C", &["A"])]);
        assert_eq!(found, ["B.A", "C.A"]);
    }

    #[test]
    fn a_list_a_map_and_a_union_need_no_box() {
        let (api, _) = lowered(
            "
            components:
              schemas:
                A:
                  type: object
                  properties:
                    list: { type: array, items: { $ref: '#/components/schemas/A' } }
                    map: { additionalProperties: { $ref: '#/components/schemas/A' } }
                    union: { oneOf: [{ type: string }, { $ref: '#/components/schemas/A' }] }
            ",
        );
        assert_eq!(boxes(&api), Vec::<String>::new());
    }
}
