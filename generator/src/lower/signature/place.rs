//! `from`: where a text of a delivery stands.

use crate::api::Place;
use crate::diagnostics::Pointer;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::Reader;

const HELP: &str =
    "it may be $request.header.NAME, $request.body#/POINTER, or $item#/POINTER beside `each`";

/// The place that an expression names.
pub(super) fn place(text: &str, at: &Pointer, reader: &mut Reader<'_>) -> Option<Place> {
    let found = parse(text).map(of);
    match found {
        Some(Some(place)) => return Some(place),
        Some(None) => {
            let message = format!("`{text}` is no place that a text can be read from");
            reader.mistake(at, message, HELP);
        }
        None => reader.mistake(at, format!("`{text}` is no runtime expression"), HELP),
    }
    None
}

/// The place that an expression is; `None` if it is none.
pub(super) fn of(expression: Expression) -> Option<Place> {
    match expression {
        Expression::Request(Part::Header(name)) => Some(Place::Header(name)),
        Expression::Request(Part::Member(path)) => Some(Place::Body(path)),
        Expression::Item(path) => Some(Place::Item(path)),
        _ => None,
    }
}
