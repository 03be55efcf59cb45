//! What the text of a `$ref` leads to.

use crate::diagnostics::{FileId, Pointer};
use crate::json_pointer::unescaped;

/// What can be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Schema,
    Parameter,
    Response,
    RequestBody,
    Header,
    SecurityScheme,
    Example,
    PathItem,
}

impl Kind {
    /// The member of `components` that has them.
    pub(super) fn section(self) -> &'static str {
        match self {
            Self::Schema => "schemas",
            Self::Parameter => "parameters",
            Self::Response => "responses",
            Self::RequestBody => "requestBodies",
            Self::Header => "headers",
            Self::SecurityScheme => "securitySchemes",
            Self::Example => "examples",
            Self::PathItem => "pathItems",
        }
    }
}

/// The place in `file` that `fragment` leads to, if it is one by a JSON Pointer (RFC 6901, 6):
/// `/components/schemas/Pet`. All of the main file is a description, to which nothing refers.
pub(super) fn target(fragment: &str, file: FileId) -> Option<Pointer> {
    let root = Pointer::root(file);
    if fragment.is_empty() {
        return (file != FileId::default()).then_some(root);
    }
    let path = fragment.strip_prefix('/')?;
    if !fragment.contains(['%', '~']) {
        // As nearly all are, and there are a great many.
        return Some(Pointer::at(file, fragment));
    }
    Some(path.split('/').fold(root, |pointer, step| {
        let step = percent_decoded(step);
        pointer.member(&unescaped(&step))
    }))
}

/// The name in `#/components/KIND/NAME` of the main file, if that is what `pointer` is.
pub(super) fn component(pointer: &Pointer, kind: Kind) -> Option<String> {
    if pointer.file() != FileId::default() {
        return None;
    }
    let path = pointer.as_str().strip_prefix("/components/")?;
    let name = path.strip_prefix(kind.section())?.strip_prefix('/')?;
    (!name.contains('/')).then(|| unescaped(name))
}

/// A reference is a URI, in which `{` is `%7B` (RFC 3986, 2.1). What is no escape stays.
pub(super) fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        match after {
            [high, low, after @ ..] if byte == b'%' => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                    continue;
                }
                _ => bytes.push(byte),
            },
            _ => bytes.push(byte),
        }
        rest = after;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
