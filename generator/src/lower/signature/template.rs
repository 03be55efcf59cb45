//! `signed`: the template of what is signed, `{$timestamp}.{$request.body}`.

use crate::api::Piece;
use crate::diagnostics::Pointer;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::{Members, Reader};

const HELP: &str = "it is made of text, {$request.body}, {$timestamp} and {$request.header.NAME}";

/// Reads the member `signed` into its pieces.
pub(super) fn signed(members: &Members<'_>, reader: &mut Reader<'_>) -> Vec<Piece> {
    let Some((template, at)) = members.required_text("signed", HELP, reader) else {
        return Vec::new();
    };
    let before = reader.mistakes();
    let pieces = pieces(template, &at, reader);
    if !pieces.contains(&Piece::Body) && reader.mistakes() == before {
        reader.mistake(
            &at,
            "the body is not signed, so anybody could change it",
            HELP,
        );
    }
    pieces
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
    match parse(expression) {
        Some(Expression::Request(Part::Body)) => Some(Piece::Body),
        Some(Expression::Request(Part::Header(name))) => Some(Piece::Header(name)),
        Some(Expression::Timestamp) => Some(Piece::Timestamp),
        Some(_) => {
            let message = format!("`{{{expression}}}` cannot be part of what is signed yet");
            reader.not_modelled(at, message, HELP);
            None
        }
        None => {
            let message = format!("`{{{expression}}}` is no runtime expression");
            reader.mistake(at, message, HELP);
            None
        }
    }
}
