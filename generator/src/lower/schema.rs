//! A schema where it is used: what type it is, and what a named one consists of.

use std::rc::Rc;

use super::context::{Context, Progress};
use super::flat::{Choice, Flat, Rest};
use super::kind::Kind;
use super::reference::Target;
use super::scalar::scalar;
use super::spot::{Node, Spot};
use crate::api::{Shape, Type};

/// How many types without names may stand in one another, as `Vec<Vec<String>>` has two. Whoever
/// parses or prints Rust goes down as many steps, and has a stack that is not endless.
const MOST_LEVELS: usize = 16;

/// How many stand in one another in a type.
fn levels(ty: &Type) -> usize {
    match ty {
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => 1 + levels(inner),
        Type::Tuple(tuple) => {
            let inside = tuple.elements.iter().chain(&tuple.rest);
            1 + inside.map(levels).max().unwrap_or_default()
        }
        _ => 0,
    }
}

impl<'a> Context<'a> {
    /// The type at `spot`, with `null` where that may be.
    pub(super) fn type_at(&mut self, spot: &Spot<'a>) -> Type {
        match self.plain_type_at(spot) {
            Type::Any => Type::Any,
            ty if levels(&ty) > MOST_LEVELS => {
                let message =
                    "this has too many arrays and maps in one another; any value is taken";
                if let Some(warning) = self.warn("too-deep", spot.at(), message) {
                    warning.help("give the inner ones a name in `components.schemas`");
                }
                Type::Any
            }
            ty if self.is_nullable(spot) => Type::Nullable(Box::new(ty)),
            ty => ty,
        }
    }

    /// The type at `spot` of what is not `null`.
    pub(super) fn plain_type_at(&mut self, spot: &Spot<'a>) -> Type {
        self.plain_type_of(spot, None)
    }

    /// The same, where it may be `known` already what is said there.
    pub(super) fn plain_type_of(&mut self, spot: &Spot<'a>, known: Option<&Rc<Flat<'a>>>) -> Type {
        if let Some(ty) = self.sole_reference(spot) {
            return ty;
        }
        let key = spot.key();
        match self.known.spots.get(&key) {
            Some(Progress::Done(ty)) => return ty.clone(),
            Some(Progress::Started(Some(id))) => return Type::Named(*id),
            Some(Progress::Started(None)) => {
                let id = self.reserve(spot.name.clone(), spot.at());
                self.known.spots.insert(key, Progress::Started(Some(id)));
                return Type::Named(id);
            }
            None => {}
        }
        self.known
            .spots
            .insert(key.clone(), Progress::Started(None));
        let shape = self
            .deeper(spot.at(), |context| {
                let flat = known.cloned().unwrap_or_else(|| context.flat(spot));
                context.shape_of(Rc::unwrap_or_clone(flat), spot)
            })
            .unwrap_or(Shape::Alias(Type::Any));
        let ty = match self.known.spots.get(&key) {
            Some(Progress::Started(Some(id))) => {
                let id = *id;
                self.define(id, shape, spot);
                Type::Named(id)
            }
            _ => self.named(shape, spot),
        };
        if ty.is_plain() {
            // It is as soon found out again, and most are.
            self.known.spots.remove(&key);
        } else {
            self.known.spots.insert(key, Progress::Done(ty.clone()));
        }
        ty
    }

    /// What the type at `spot` consists of, for a place that has a name of its own.
    pub(super) fn shape_at(&mut self, spot: &Spot<'a>) -> Shape {
        if let Some(ty) = self.sole_reference(spot) {
            return Shape::Alias(ty);
        }
        let flat = self.flat(spot);
        self.shape_of(Rc::unwrap_or_clone(flat), spot)
    }

    /// The type of where a reference leads: a named one for a component, and for a place inside
    /// one whatever it is there.
    pub(super) fn type_of_target(&mut self, target: Target) -> Type {
        if target.name.steps.is_empty() {
            return self.component_type(target);
        }
        let Some(part) = self.part_at(&target.at) else {
            return Type::Any;
        };
        let spot = Spot::new(target.name, part);
        self.deeper(&target.at, |context| context.plain_type_at(&spot))
            .unwrap_or(Type::Any)
    }

    /// What a value consists of of which `flat` is said.
    pub(super) fn shape_of(&mut self, flat: Flat<'a>, spot: &Spot<'a>) -> Shape {
        let constraints = self.constraints_of_named(&flat);
        let shape = self.shape_within(flat, spot);
        if let Some(constraints) = constraints
            && !matches!(shape, Shape::Alias(_))
        {
            self.known.constrained.insert(spot.key(), constraints);
        }
        shape
    }

    fn shape_within(&mut self, mut flat: Flat<'a>, spot: &Spot<'a>) -> Shape {
        let mut choices = std::mem::take(&mut flat.choices);
        choices.retain(|choice| !self.is_conditions(choice));
        match choices.pop() {
            None => self.shape_of_kinds(flat, spot),
            Some(only) if choices.is_empty() => self.union(flat, only, spot),
            Some(last) => {
                let message = "more than one union holds for the same value; \
                    what they say was left out";
                if let Some(warning) = self.warn("not-modelled", &last.at, message) {
                    warning.help("say it in one `oneOf`");
                }
                if flat.is_only(Kind::Object) && matches!(flat.rest, Rest::Unsaid) {
                    flat.rest = Rest::Open;
                }
                self.shape_of_kinds(flat, spot)
            }
        }
    }

    /// The type of a value of that shape: an object, an enum and a union take a name.
    pub(super) fn named(&mut self, shape: Shape, spot: &Spot<'a>) -> Type {
        match shape {
            Shape::Alias(ty) => ty,
            shape => {
                let id = self.reserve(spot.name.clone(), spot.at());
                self.define(id, shape, spot);
                Type::Named(id)
            }
        }
    }

    /// Without a union of its own: by the kinds of value that fit.
    pub(super) fn shape_of_kinds(&mut self, mut flat: Flat<'a>, spot: &Spot<'a>) -> Shape {
        if flat.never {
            let message = "no value fits this; any value is taken";
            if let Some(warning) = self.warn("unmergeable", spot.at(), message) {
                warning.help("leave out what can never be there, or describe what can");
            }
            return Shape::Alias(Type::Any);
        }
        if flat.kinds.as_ref().is_some_and(|kinds| kinds.len() > 1) {
            return self.union_of_kinds(&flat, spot);
        }
        if let Some(shape) = self.enumeration(&mut flat, spot) {
            return shape;
        }
        let kind = flat.kinds.iter().flatten().next().copied();
        let Some(kind) = kind else {
            return Shape::Alias(Type::Any);
        };
        if let Some(ty) = scalar(kind, flat.format) {
            return Shape::Alias(ty);
        }
        if kind == Kind::Object {
            return self.object(&flat, spot);
        }
        Shape::Alias(self.array(&flat, spot))
    }

    /// Whether the members of a union are mere conditions, such as which members are required
    /// together: not types.
    pub(super) fn is_conditions(&mut self, choice: &Choice<'a>) -> bool {
        choice.members.iter().all(|member| match member.node {
            Node::Reference(_) => false,
            Node::Inline(_) => self
                .deeper(&member.at, |context| {
                    context.flat_of(member, &choice.owner).is_condition()
                })
                .unwrap_or(false),
        })
    }
}
