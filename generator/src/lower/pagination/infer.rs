//! Lists that are known by their names: of those that Stripe made usual.
//!
//! An answer has `has_more` and `data`, whose items have an `id` each, and the request has
//! `starting_after`. Nothing else is inferred: what a `cursor` or a `page` means, every API says in
//! its own way.

use super::page::Page;
use crate::api::{Cursor, NextPage, Operation, Pagination, ParameterPlace, Type};
use crate::lower::context::Context;

/// How the list is gone through, if it is such a one.
pub(super) fn pagination(context: &Context<'_>, operation: &Operation) -> Option<Pagination> {
    let after = || cursor(operation, "starting_after", "-");
    let (true, Some(after)) = (operation.method == "GET", after()) else {
        return None;
    };
    let page = Page::of(context, operation)?;
    let has = |way: &[&str], fits: fn(&Type) -> bool| {
        let way: Vec<String> = way.iter().map(ToString::to_string).collect();
        page.follow(&way).is_some_and(fits)
    };
    let is_list = has(&["has_more"], |ty| *ty == Type::Bool)
        && has(&["data"], |ty| matches!(ty, Type::Array(_)))
        && has(&["data", "-", "id"], |ty| *ty == Type::String);
    is_list.then(|| Pagination {
        origin: None,
        items: vec!["data".to_owned()],
        next: NextPage::Cursor(after),
        back: cursor(operation, "ending_before", "0"),
        more: Some(vec!["has_more".to_owned()]),
    })
}

/// The `id` of an item in the parameter `name`, if there is one.
fn cursor(operation: &Operation, name: &str, item: &str) -> Option<Cursor> {
    let mut parameters = operation.parameters.iter();
    let is_there = parameters.any(|one| {
        one.name == name && one.place == ParameterPlace::Query && one.ty == Type::String
    });
    is_there.then(|| Cursor {
        parameter: name.to_owned(),
        from: ["data", item, "id"].map(str::to_owned).into(),
    })
}
