//! How the list is gone through of which an operation answers with a page:
//!
//! ```text
//! pages! {
//!     ListWebhooks -> types::WebhookList, ListWebhooksError {
//!         items(data): types::Webhook,
//!         next: "starting_after" = "/data/-/id",
//!         more: "/has_more",
//!     }
//! }
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::object::ident;
use super::{Input, Source, docs, usage::Usage};
use crate::api::{Cursor, NextPage, Operation, Pagination, Shape, Type, Way, pointer};
use crate::names::OperationNames;

/// Emits it, if an operation answers with such a page; `error` is what reads its errors.
pub fn emit(
    input: Input<'_>,
    operation: &Operation,
    names: &OperationNames,
    error: &TokenStream,
    usage: &Usage<'_>,
    source: &mut Source,
) -> Option<TokenStream> {
    let pagination = operation.pagination.as_ref()?;
    let way = pagination.way(operation, &input.api.types)?;
    let all = &operation.responses;
    let success = all.iter().find(|one| one.status.is_success(all))?;
    let page = usage.ty(success.body.as_ref()?.ty()?, &mut source.imports);
    let item = usage.ty(way.item, &mut source.imports);
    source.imports.runtime("pages");

    let request = format_ident!("{}", names.request);
    let member = member(input, &way);
    let next = next(pagination);
    let back = pagination.back.as_ref().map(|cursor| {
        let cursor = self::cursor(cursor);
        quote!(back: #cursor,)
    });
    let more = pagination.more.as_ref().map(|more| {
        let more = pointer(more);
        quote!(more: #more,)
    });
    Some(quote! {
        pages! {
            #request -> #page, #error {
                items #member: #item,
                #next,
                #back
                #more
            }
        }
    })
}

/// The member with the items: `(data)`; one that may be absent on the way is `(result?.items?)`.
fn member(input: Input<'_>, way: &Way<'_>) -> Option<TokenStream> {
    let members = way.fields.iter().map(|(id, index)| {
        let Shape::Object(object) = &input.api.types[*id].shape else {
            return TokenStream::new();
        };
        let field = &object.fields[*index];
        let name = ident(&input.names.types[id.0 as usize].members[*index]);
        let absent = match (field.required, field.nullable) {
            (true, false) => None,
            (true, true) | (false, false) => Some(quote!(?)),
            (false, true) => Some(quote!(.into_value()?)),
        };
        let null = nulls(input, &field.ty).map(|()| quote!(?));
        let null: TokenStream = null.collect();
        quote!(#name #absent #null)
    });
    let members: Vec<TokenStream> = members.collect();
    (!members.is_empty()).then(|| quote!((#(#members).*)))
}

/// How often a type is null or something else, by itself and by its aliases.
fn nulls<'a>(input: Input<'a>, ty: &'a Type) -> impl Iterator<Item = ()> + 'a {
    let inner = move |ty: &&'a Type| match ty {
        Type::Nullable(inner) => Some(&**inner),
        Type::Named(id) => match &input.api.types[*id].shape {
            Shape::Alias(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    };
    let all = std::iter::successors(Some(ty), inner);
    all.filter(|ty| matches!(ty, Type::Nullable(_))).map(|_| ())
}

fn next(pagination: &Pagination) -> TokenStream {
    let items = pointer(&pagination.items);
    match &pagination.next {
        NextPage::Cursor(cursor) => {
            let cursor = self::cursor(cursor);
            quote!(next: #cursor)
        }
        NextPage::Header(name) => quote!(link: #name),
        NextPage::Url(way) => {
            let way = pointer(way);
            quote!(link: #way)
        }
        NextPage::Page { parameter, first } => {
            let first = Literal::u64_unsuffixed(*first);
            quote!(page: #parameter = #first in #items)
        }
        NextPage::Offset(parameter) => quote!(offset: #parameter in #items),
    }
}

fn cursor(cursor: &Cursor) -> TokenStream {
    let (parameter, from) = (&cursor.parameter, pointer(&cursor.from));
    quote!(#parameter = #from)
}

/// What is said of it to whoever sends the request.
pub fn told(operation: &Operation) -> Vec<String> {
    let Some(pagination) = &operation.pagination else {
        return Vec::new();
    };
    let mut lines = docs::plain(
        "The answer is one page of a list: [`items`](Self::items) and [`pages`](Self::pages) go \
         through all of it.",
    );
    let mut how = match &pagination.next {
        NextPage::Cursor(cursor) => format!(
            "The next page is asked for with {}, which takes {} of the page before.",
            docs::code(&cursor.parameter),
            said(&cursor.from)
        ),
        NextPage::Header(name) => {
            format!(
                "The next page is at the URL in the header {}.",
                docs::code(name)
            )
        }
        NextPage::Url(way) => format!("The next page is at the URL in {}.", said(way)),
        NextPage::Page { parameter, .. } => format!("{} counts the pages.", docs::code(parameter)),
        NextPage::Offset(parameter) => {
            format!("{} counts the items before a page.", docs::code(parameter))
        }
    };
    if let Some(back) = &pagination.back {
        let set = docs::code(&back.parameter);
        how.push_str(" If ");
        how.push_str(&set);
        how.push_str(" is set, they go backwards from there.");
    }
    if pagination.origin.is_none() {
        how.push_str(" This is inferred from the names of what is sent and answered.");
    }
    docs::append(&mut lines, docs::plain(&how));
    lines
}

/// `/data/-/id` is "the last `data.id`".
fn said(way: &[String]) -> String {
    let names = way.iter().map(String::as_str).filter(|&name| name != "-");
    let names = names.collect::<Vec<_>>().join(".");
    match (names.as_str(), way.iter().any(|name| name == "-")) {
        ("", _) => "the last element".to_owned(),
        (names, true) => format!("the last {}", docs::code(names)),
        (names, false) => docs::code(names),
    }
}
