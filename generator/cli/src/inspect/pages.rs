//! Lists that come page by page, and what leads from a page to the next.

use hookgen::api::{Api, NextPage, Pagination, pointer};
use serde_json::json;

use super::Section;
use super::words::{counted, line};
use crate::table::Table;

/// The operations whose answer is a page, if there are any.
pub(super) fn pages(api: &Api) -> Option<Section> {
    let operations = api.operations.iter();
    let paged: Vec<_> = operations
        .filter_map(|operation| Some((operation, operation.pagination.as_ref()?)))
        .collect();
    if paged.is_empty() {
        return None;
    }
    let mut table = Table::new(counted("Lists that come page by page", paged.len()));
    let mut list = Vec::new();
    for (operation, pagination) in paged {
        let items = match pagination.items.as_slice() {
            [] => "the page".to_owned(),
            way => pointer(way),
        };
        let next = next(pagination);
        let why = match pagination.origin {
            Some(_) => "declared",
            None => "inferred",
        };
        table.row([
            line(&operation.id),
            format!("items in {}", line(&items)),
            format!("next {}", line(&next)),
            why.to_owned(),
        ]);
        list.push(json!({
            "operation": operation.id,
            "items": pointer(&pagination.items),
            "next": next,
            "declared": pagination.origin.is_some(),
        }));
    }
    Some(Section::list(table, "pages", list))
}

/// `by ?starting_after, of /data/-/id`.
fn next(pagination: &Pagination) -> String {
    match &pagination.next {
        NextPage::Cursor(cursor) => {
            format!("by ?{}, of {}", cursor.parameter, pointer(&cursor.from))
        }
        NextPage::Header(name) => format!("at the URL in the header {name}"),
        NextPage::Url(way) => format!("at the URL in {}", pointer(way)),
        NextPage::Page { parameter, first } => format!("by ?{parameter}, from {first} on"),
        NextPage::Offset(parameter) => format!("by ?{parameter}, which counts items"),
    }
}
