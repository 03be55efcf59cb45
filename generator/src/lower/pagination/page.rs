//! A page, as an operation answers with it, and what is in it.

use crate::api::{Media, Operation, Shape, Type};
use crate::lower::context::Context;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::{Members, Reader};

/// A page, as an operation answers with it.
pub(super) struct Page<'c> {
    context: &'c Context<'c>,
    ty: &'c Type,
}

impl<'c> Page<'c> {
    /// The one kind of success of an operation, if that is JSON.
    pub(super) fn of(context: &'c Context<'_>, operation: &'c Operation) -> Option<Self> {
        let all = &operation.responses;
        let mut successes = all.iter().filter(|one| one.status.is_success(all));
        let (only, None) = (successes.next()?, successes.next()) else {
            return None;
        };
        match &only.body {
            Some(Media::Json { ty, .. }) => Some(Self { context, ty }),
            _ => None,
        }
    }

    /// `items`: the way to the array of what the list consists of. It goes without saying where the
    /// page is that array.
    pub(super) fn items(
        &self,
        members: &Members<'_>,
        reader: &mut Reader<'_>,
    ) -> Option<Vec<String>> {
        let is_array = |way: &[String]| matches!(self.field(way), Some(Type::Array(_)));
        if members.get("items").is_none() && is_array(&[]) {
            return Some(Vec::new());
        }
        let help = "point to the array of what the list consists of: $response.body#/data";
        members.required("items", help, reader)?;
        way(members, "items", help, reader, is_array)
    }

    /// `more`: the way to what says whether there is another page.
    pub(super) fn more(
        &self,
        members: &Members<'_>,
        reader: &mut Reader<'_>,
    ) -> Option<Vec<String>> {
        let help = "point to a boolean of the answer: $response.body#/has_more";
        way(members, "more", help, reader, |way| {
            matches!(self.follow(way), Some(Type::Bool | Type::Any))
        })
    }

    /// `from`: the way to a value that can be sent, or asked at.
    pub(super) fn scalar(
        &self,
        members: &Members<'_>,
        reader: &mut Reader<'_>,
    ) -> Option<Vec<String>> {
        let help = "point to a text or a number of the answer: $response.body#/data/-/id, where `-` is the last element";
        members.required("from", help, reader)?;
        way(members, "from", help, reader, |way| {
            self.follow(way).is_some_and(|ty| self.is_scalar(ty))
        })
    }

    /// The type of what is at the end of a way; anything where that cannot be known.
    pub(super) fn follow(&self, way: &[String]) -> Option<&Type> {
        let mut ty = self.context.plain(self.ty);
        for step in way {
            let inner = match ty {
                Type::Array(inner) if is_index(step) => inner,
                Type::Map(inner) => inner,
                Type::Any => return Some(&Type::Any),
                ty => match self.context.shape(ty)? {
                    Shape::Object(object) => {
                        let mut fields = object.fields.iter();
                        match fields.find(|field| field.name == *step) {
                            Some(field) => &field.ty,
                            None => object.rest.as_ref()?,
                        }
                    }
                    // Whether all of its variants have it, a page shows.
                    Shape::Union(_) => return Some(&Type::Any),
                    Shape::Enum(_) | Shape::Alias(_) => return None,
                },
            };
            ty = self.context.plain(inner);
        }
        Some(ty)
    }

    /// The same of a way through fields alone.
    fn field(&self, way: &[String]) -> Option<&Type> {
        let mut ty = self.context.plain(self.ty);
        for step in way {
            let Shape::Object(object) = self.context.shape(ty)? else {
                return None;
            };
            let mut fields = object.fields.iter();
            ty = self
                .context
                .plain(&fields.find(|field| field.name == *step)?.ty);
        }
        Some(ty)
    }

    fn is_scalar(&self, ty: &Type) -> bool {
        match ty {
            Type::Bool | Type::Array(_) | Type::Tuple(_) | Type::Map(_) | Type::File => false,
            Type::Named(_) => !matches!(self.context.shape(ty), Some(Shape::Object(_))),
            _ => true,
        }
    }
}

fn is_index(step: &str) -> bool {
    step == "-" || step.parse::<usize>().is_ok()
}

/// The way that the member `name` says, if what it leads to fits.
fn way(
    members: &Members<'_>,
    name: &str,
    help: &str,
    reader: &mut Reader<'_>,
    fits: impl FnOnce(&[String]) -> bool,
) -> Option<Vec<String>> {
    let (text, at) = members.text(name, reader)?;
    let way = match parse(text) {
        Some(Expression::Response(Part::Member(way))) => way,
        Some(Expression::Response(Part::Body)) => Vec::new(),
        _ => {
            reader.mistake(&at, format!("`{text}` is nothing in an answer"), help);
            return None;
        }
    };
    if !fits(&way) {
        let message = format!("`{text}` does not lead to what `{name}` must be");
        reader.mistake(&at, message, help);
        return None;
    }
    Some(way)
}
