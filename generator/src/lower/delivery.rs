//! A delivery as it is described, and what is said of the places in its payload.

use std::rc::Rc;

use openapiv3::{MediaType, Operation as Declared, PathItem, ReferenceOr, Schema};

use super::context::Context;
use super::flat::Flat;
use super::spot::{Part, Spot};
use crate::api::{Docs, Step, TypeName};
use crate::diagnostics::Pointer;

/// A delivery that is described, before it is known by which name it goes.
pub(super) struct Delivery<'a> {
    /// Its key in `webhooks`.
    pub(super) key: &'a str,
    /// The same, and its method where that key has several.
    pub(super) called: String,
    /// What stands for it in the api: its path item, or one method of it.
    pub(super) origin: Pointer,
    pub(super) at: Pointer,
    pub(super) item: &'a PathItem,
    pub(super) item_at: Pointer,
    pub(super) operation: &'a Declared,
    pub(super) docs: Docs,
    pub(super) payload: Option<Payload<'a>>,
}

/// The JSON of a delivery, and where it is described.
pub(super) struct Payload<'a> {
    pub(super) media: &'a MediaType,
    pub(super) schema: &'a ReferenceOr<Schema>,
    pub(super) at: Pointer,
}

/// What `each` makes of deliveries. The schemas that were read for some are let go of before others
/// are looked at.
pub(super) fn of_each<'a: 'd, 'd, R>(
    context: &mut Context<'a>,
    deliveries: impl IntoIterator<Item = &'d Delivery<'a>>,
    mut each: impl for<'v> FnMut(&mut Context<'v>, &Delivery<'v>) -> R,
) -> Vec<R> {
    let mut made = Vec::new();
    let mut rest = deliveries.into_iter().peekable();
    while rest.peek().is_some() {
        let view = context.document.another();
        let mut inner = Context::new(&view, std::mem::take(&mut context.known));
        while !view.is_full()
            && let Some(delivery) = rest.next()
        {
            made.push(each(&mut inner, delivery));
        }
        context.known = inner.known;
    }
    made
}

impl Delivery<'_> {
    /// What its payload is called by, should it have no name of its own.
    pub(super) fn name(&self) -> TypeName {
        TypeName {
            root: self.called.clone(),
            steps: vec![Step::Payload],
        }
    }
}

impl<'a> Delivery<'a> {
    /// All that is said of a place in its payload, however deep, where it has that.
    pub(super) fn member_view(
        &self,
        context: &mut Context<'a>,
        path: &[String],
    ) -> Option<Rc<Flat<'a>>> {
        let spot = self.member(context, path)?;
        Some(context.flat(&spot))
    }

    /// Whether its payload has such a place.
    pub(super) fn has(&self, context: &mut Context<'a>, path: &[String]) -> bool {
        self.member(context, path).is_some()
    }

    /// Whether its payload says what there is on the way to such a place, and that it is not there.
    pub(super) fn lacks(&self, context: &mut Context<'a>, path: &[String]) -> bool {
        let Some(payload) = self.payload.as_ref() else {
            return false;
        };
        let part = Part::new(payload.schema, payload.at.clone());
        let mut spot = Spot::new(self.name(), part);
        for name in path {
            let flat = context.flat(&spot);
            match step(&flat, name) {
                Some(inner) => spot = inner,
                None => return flat.says_what_there_is(),
            }
        }
        false
    }

    /// The place in its payload.
    pub(super) fn member(&self, context: &mut Context<'a>, path: &[String]) -> Option<Spot<'a>> {
        let payload = self.payload.as_ref()?;
        let part = Part::new(payload.schema, payload.at.clone());
        let mut spot = Spot::new(self.name(), part);
        for name in path {
            let flat = context.flat(&spot);
            spot = step(&flat, name)?;
        }
        Some(spot)
    }
}

/// What is inside of a value by a name, or by a number in an array.
fn step<'a>(flat: &Flat<'a>, name: &str) -> Option<Spot<'a>> {
    match flat.properties.get(name) {
        Some(inner) => Some(inner.clone()),
        None if is_index(name) => flat.items.clone(),
        None => None,
    }
}

/// Whether a step of a pointer leads to an element of an array.
fn is_index(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}
