//! `x-pagination`: how one goes on from a page of a list to the next.
//!
//! ```yaml
//! x-pagination:
//!   style: cursor
//!   parameter: starting_after
//!   from: $response.body#/data/-/id
//!   items: $response.body#/data
//!   more: $response.body#/has_more
//! ```
//!
//! What is wrong with it is a warning: a list without its further pages is what anybody gets of an
//! operation of which nothing is said.

mod fern;
mod infer;
mod page;
mod speakeasy;

use openapiv3::Operation as Declared;
use serde_json::Value;

use self::page::Page;
use super::context::Context;
use super::expression::{Expression, Part, parse};
use super::extension::{Members, Reader};
use crate::api::{Cursor, NextPage, Operation, Pagination, ParameterPlace};
use crate::diagnostics::{Diagnostics, Pointer, Severity};

/// The extension that says it.
const NAME: &str = "x-pagination";

/// How the list of an operation, which is declared at `at`, is gone through: as it says, or as
/// extensions of other generators do, or as it is inferred. `x-pagination: false` says that it is
/// none.
pub(super) fn pagination(
    context: &mut Context<'_>,
    declared: &Declared,
    at: &Pointer,
    operation: &Operation,
) -> Option<Pagination> {
    let said = |name: &str| Some((declared.extensions.get(name)?, at.member(name)));
    // The reader borrows the diagnostics while the types are looked at.
    let mut diagnostics = Diagnostics::default();
    let mut reader = Reader::new(&mut diagnostics, Severity::Warning, "invalid-pagination");
    let found = if let Some((value, at)) = said(NAME) {
        match value {
            Value::Bool(false) => None,
            value => read(context, value, &at, operation, &mut reader),
        }
    } else if let Some((value, at)) = said(fern::NAME) {
        let ours = fern::translate(value, &at, &mut reader);
        ours.and_then(|ours| read(context, &ours, &at, operation, &mut reader))
    } else if let Some((value, at)) = said(speakeasy::NAME) {
        let ours = speakeasy::translate(value, &at, &mut reader);
        ours.and_then(|ours| read(context, &ours, &at, operation, &mut reader))
    } else {
        infer::pagination(context, operation)
    };
    let found = found.filter(|_| reader.mistakes() == 0);
    context.known.diagnostics.append(diagnostics);
    found
}

/// What leads to the next page.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Cursor,
    Link,
    Page,
    Offset,
}

const STYLES: [(&str, Style); 4] = [
    ("cursor", Style::Cursor),
    ("link", Style::Link),
    ("page", Style::Page),
    ("offset", Style::Offset),
];

impl Style {
    /// The members that the extension may have.
    fn members(self) -> &'static [&'static str] {
        match self {
            Self::Cursor => &["style", "parameter", "from", "back", "items", "more"],
            Self::Link => &["style", "from", "items", "more"],
            Self::Page => &["style", "parameter", "first", "items", "more"],
            Self::Offset => &["style", "parameter", "items", "more"],
        }
    }
}

fn read(
    context: &Context<'_>,
    value: &Value,
    at: &Pointer,
    operation: &Operation,
    reader: &mut Reader<'_>,
) -> Option<Pagination> {
    let help = "it may be cursor, link, page, offset";
    let members = reader.map(
        value,
        at,
        "say by its member `style` what leads to the next page",
    )?;
    members.required_text("style", help, reader)?;
    let style = members.choice("style", &STYLES, reader)?;
    let members = reader.object(value, at, style.members())?;
    let Some(page) = Page::of(context, operation) else {
        let message = "this operation's answer is no page of a list";
        let help = "describe one response between 200 and 299, whose content is application/json";
        reader.mistake(at, message, help);
        return None;
    };
    let items = page.items(&members, reader);
    let more = page.more(&members, reader);
    let back = members.get("back").filter(|_| style == Style::Cursor);
    let back = back.and_then(|(value, at)| {
        let back = reader.object(value, &at, &["parameter", "from"])?;
        cursor(&page, operation, &back, reader)
    });
    let next = match style {
        Style::Cursor => cursor(&page, operation, &members, reader).map(NextPage::Cursor),
        Style::Link => link(&page, &members, reader),
        Style::Page => parameter(operation, &members, reader).map(|parameter| NextPage::Page {
            parameter,
            first: first(&members, reader),
        }),
        Style::Offset => parameter(operation, &members, reader).map(NextPage::Offset),
    };
    Some(Pagination {
        origin: Some(context.document.origin(at)),
        items: items?,
        next: next?,
        back,
        more,
    })
}

fn cursor(
    page: &Page<'_>,
    operation: &Operation,
    members: &Members<'_>,
    reader: &mut Reader<'_>,
) -> Option<Cursor> {
    let parameter = parameter(operation, members, reader);
    let from = page.scalar(members, reader);
    Some(Cursor {
        parameter: parameter?,
        from: from?,
    })
}

/// `from` of a link: a header, or a member that is a URL.
fn link(page: &Page<'_>, members: &Members<'_>, reader: &mut Reader<'_>) -> Option<NextPage> {
    let help = "it may be $response.header.Link, or $response.body#/POINTER";
    members.required("from", help, reader)?;
    let (text, _) = members.text("from", reader)?;
    if let Some(Expression::Response(Part::Header(name))) = parse(text) {
        return Some(NextPage::Header(name));
    }
    page.scalar(members, reader).map(NextPage::Url)
}

/// `parameter`: the name of one in the query.
fn parameter(
    operation: &Operation,
    members: &Members<'_>,
    reader: &mut Reader<'_>,
) -> Option<String> {
    let parameters = operation.parameters.iter();
    let in_query = parameters.filter(|one| one.place == ParameterPlace::Query);
    let known: Vec<&str> = in_query.map(|one| one.name.as_str()).collect();
    let help = match known.as_slice() {
        [] => "describe the parameter in the query of this operation".to_owned(),
        known => format!("it may be {}", known.join(", ")),
    };
    let (name, at) = members.required_text("parameter", &help, reader)?;
    if !known.contains(&name) {
        let message = format!("`{name}` is no parameter in the query of this operation");
        reader.mistake(&at, message, &help);
        return None;
    }
    Some(name.to_owned())
}

/// `first`: the number of the first page, which is 1 if nothing is said.
fn first(members: &Members<'_>, reader: &mut Reader<'_>) -> u64 {
    let Some((value, at)) = members.get("first") else {
        return 1;
    };
    value.as_u64().unwrap_or_else(|| {
        let message = "`first` must be a whole number";
        reader.mistake(&at, message, "say which number the first page has: 0, or 1");
        1
    })
}

#[cfg(test)]
mod tests;
