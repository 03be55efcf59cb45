//! Runtime expressions (OpenAPI 3.1, 4.8.20.4), with what our extensions add to them.

use crate::json_pointer;

/// Where a value is to be taken from when a message is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// `$request.…`.
    Request(Part),
    /// `$response.…`.
    Response(Part),
    /// `$timestamp`: when a delivery was signed, as it says itself.
    Timestamp,
    /// `$item#/a/b`: the names on the way, in an item of an array.
    Item(Vec<String>),
    /// `$url`: what it was sent to.
    Url,
    /// `$form.sorted`: the names and values of a form, in their order.
    SortedForm,
    /// Known, but nothing here can be taken from it: `$method`, `$statusCode`.
    Other,
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// `body`.
    Body,
    /// `body#/a/b`: the names on the way.
    Member(Vec<String>),
    /// `header.Name`.
    Header(String),
    /// `query.name` or `path.name`.
    Other,
}

/// Reads an expression; `None` where it is none.
pub(super) fn parse(text: &str) -> Option<Expression> {
    match text {
        "$timestamp" => return Some(Expression::Timestamp),
        "$url" => return Some(Expression::Url),
        "$form.sorted" => return Some(Expression::SortedForm),
        "$method" | "$statusCode" => return Some(Expression::Other),
        _ => {}
    }
    if let Some(part) = text.strip_prefix("$request.") {
        return part_of(part).map(Expression::Request);
    }
    if let Some(part) = text.strip_prefix("$response.") {
        return part_of(part).map(Expression::Response);
    }
    let pointer = text.strip_prefix("$item#")?;
    steps(pointer).map(Expression::Item)
}

fn part_of(text: &str) -> Option<Part> {
    if text == "body" {
        return Some(Part::Body);
    }
    if let Some(pointer) = text.strip_prefix("body#") {
        return steps(pointer).map(Part::Member);
    }
    if let Some(name) = text.strip_prefix("header.") {
        return is_header_name(name).then(|| Part::Header(name.to_owned()));
    }
    let name = text
        .strip_prefix("query.")
        .or_else(|| text.strip_prefix("path."))?;
    (!name.is_empty()).then_some(Part::Other)
}

/// The names in a JSON Pointer (RFC 6901) that leads somewhere.
fn steps(pointer: &str) -> Option<Vec<String>> {
    pointer
        .starts_with('/')
        .then(|| json_pointer::names(pointer).collect())
}

/// Whether a header can have this name: a `token` of RFC 9110, 5.6.2.
pub(super) fn is_header_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(names: &[&str]) -> Part {
        Part::Member(names.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn parts_of_messages_are_read() {
        let header = Part::Header("X-Signature".to_owned());
        for (text, expression) in [
            ("$request.body", Expression::Request(Part::Body)),
            (
                "$request.body#/data/a~1b~0",
                Expression::Request(member(&["data", "a/b~"])),
            ),
            ("$request.header.X-Signature", Expression::Request(header)),
            ("$request.query.id", Expression::Request(Part::Other)),
            (
                "$response.body#/token",
                Expression::Response(member(&["token"])),
            ),
            ("$timestamp", Expression::Timestamp),
            ("$item#/a", Expression::Item(vec!["a".to_owned()])),
            ("$url", Expression::Url),
            ("$form.sorted", Expression::SortedForm),
            ("$method", Expression::Other),
        ] {
            assert_eq!(parse(text), Some(expression), "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in [
            "",
            "request.body",
            "$request",
            "$request.header.",
            "$request.header.X Y",
            "$request.body#token",
            "$request.path.",
            "$body",
            "$item",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
