//! `signed`: the template of what is signed, `{$timestamp}.{$request.body}`.

use super::place;
use crate::api::{Piece, Place};
use crate::diagnostics::Pointer;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::{Members, Reader};

const HELP: &str = "it is made of text, {$request.body}, {$request.body#/POINTER}, \
    {$request.header.NAME}, {$timestamp}, {$url}, {$form.sorted} and, beside `each`, {$item#/POINTER}";

/// How much of the body is signed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Covers {
    /// Every byte, or all that it says.
    All,
    /// Some members.
    Some,
    /// Nothing.
    None,
}

/// Reads the member `signed` into its pieces.
pub(super) fn signed(members: &Members<'_>, reader: &mut Reader<'_>) -> Vec<Piece> {
    let Some((template, at)) = members.required_text("signed", HELP, reader) else {
        return Vec::new();
    };
    let before = reader.mistakes();
    let pieces = pieces(template, &at, reader);
    if covers(&pieces) == Covers::None && reader.mistakes() == before {
        reader.mistake(
            &at,
            "the body is not signed, so anybody could change it",
            HELP,
        );
    }
    pieces
}

/// How much of the body is signed.
pub(super) fn covers(pieces: &[Piece]) -> Covers {
    let is_whole = |piece: &Piece| matches!(piece, Piece::Body | Piece::SortedForm);
    let is_member = |piece: &Piece| matches!(piece, Piece::At(Place::Body(_) | Place::Item(_)));
    if pieces.iter().any(is_whole) {
        Covers::All
    } else if pieces.iter().any(is_member) {
        Covers::Some
    } else {
        Covers::None
    }
}

fn pieces(template: &str, at: &Pointer, reader: &mut Reader<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, after)) = rest.split_once('{') {
        pieces.extend(literal(text, at, reader));
        let Some((expression, after)) = after.split_once('}') else {
            reader.mistake(at, format!("`{{{after}` is not closed"), HELP);
            return pieces;
        };
        pieces.extend(piece(expression, at, reader));
        rest = after;
    }
    pieces.extend(literal(rest, at, reader));
    pieces
}

fn literal(text: &str, at: &Pointer, reader: &mut Reader<'_>) -> Option<Piece> {
    if text.contains('}') {
        reader.mistake(at, format!("`{text}` closes what is not open"), HELP);
    }
    (!text.is_empty()).then(|| Piece::Literal(text.to_owned()))
}

fn piece(expression: &str, at: &Pointer, reader: &mut Reader<'_>) -> Option<Piece> {
    let piece = match parse(expression) {
        Some(Expression::Request(Part::Body)) => Some(Piece::Body),
        Some(Expression::Timestamp) => Some(Piece::Timestamp),
        Some(Expression::Url) => Some(Piece::Url),
        Some(Expression::SortedForm) => Some(Piece::SortedForm),
        Some(other) => place::of(other).map(Piece::At),
        None => {
            let message = format!("`{{{expression}}}` is no runtime expression");
            reader.mistake(at, message, HELP);
            return None;
        }
    };
    if piece.is_none() {
        let message = format!("`{{{expression}}}` cannot be part of what is signed");
        reader.mistake(at, message, HELP);
    }
    piece
}
