//! The request of an operation, with what is optional in it:
//!
//! ```text
//! pub struct ListWebhooks(pub(super) Call);
//!
//! impl ListWebhooks {
//!     /// At most so many.
//!     pub fn limit(mut self, limit: i64) -> Self {
//!         self.0.query("limit", &limit);
//!         self
//!     }
//! }
//!
//! operation! {
//!     ListWebhooks -> Json<Vec<types::Webhook>>, ListWebhooksError
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::body::Setting;
use super::object::ident;
use super::{Input, STRETCH, Source, body, call, docs, pagination, responses, usage::Usage};
use crate::api::{Media, Operation, Parameter};
use crate::names::OperationNames;

/// The operations, a few at a time, in the order of their names.
pub fn stretches(input: Input<'_>) -> Vec<Vec<usize>> {
    let mut all: Vec<usize> = (0..input.api.operations.len()).collect();
    all.sort_by_key(|index| &input.names.operations[*index].request);
    all.chunks(STRETCH).map(<[usize]>::to_vec).collect()
}

/// Emits these operations, as a stretch of `operations.rs`.
pub fn emit(input: Input<'_>, some: &[usize]) -> Source {
    let mut source = Source::new("operations.rs", "The requests that the client makes.");
    source.imports.runtime("Call");
    source.imports.runtime("operation");
    let usage = Usage::outside_types(input);
    for index in some {
        let operation = &input.api.operations[*index];
        let names = &input.names.operations[*index];
        request(operation, names, &usage, &mut source);
        let read = responses::emit(operation, names, &usage, &mut source);
        let request = format_ident!("{}", names.request);
        let (success, error) = (read.success, read.error);
        let stream = read.stream.map(|stream| quote!(, stream #stream));
        source.items.push(quote! {
            operation! {
                #request -> #success, #error #stream
            }
        });
        let pages = pagination::emit(input, operation, names, &error, &usage, &mut source);
        source.items.extend(pages);
        source.items.extend(read.items);
    }
    source
}

fn request(operation: &Operation, names: &OperationNames, usage: &Usage<'_>, source: &mut Source) {
    let name = format_ident!("{}", names.request);
    let link = format!(
        "The request of [`Client::{}`](super::Client::{0}).",
        names.method
    );
    let mut lines = docs::plain(&link);
    docs::append(&mut lines, headers(operation));
    docs::append(&mut lines, pagination::told(operation));
    let attributes = docs::attributes(&lines, false);
    source.items.push(quote! {
        #attributes
        #[derive(Debug, Clone)]
        #[must_use = "a request does nothing until it is awaited or sent"]
        pub struct #name(pub(super) Call);
    });
    let setters = setters(operation, names, usage, source);
    if !setters.is_empty() {
        source.items.push(quote! {
            impl #name {
                #(#setters)*
            }
        });
    }
}

/// The headers of the success, where there is one: several are an enum, which tells of its own.
fn headers(operation: &Operation) -> Vec<String> {
    let all = &operation.responses;
    let mut successes = all.iter().filter(|one| one.status.is_success(all));
    match (successes.next(), successes.next()) {
        (Some(only), None) => {
            let heading = match only.body {
                Some(Media::Stream(_)) => "The answer has `headers`:",
                _ => {
                    "The answer has headers, which [`with_response`](Self::with_response) returns:"
                }
            };
            responses::headers(only, heading)
        }
        _ => Vec::new(),
    }
}

fn setters(
    operation: &Operation,
    names: &OperationNames,
    usage: &Usage<'_>,
    source: &mut Source,
) -> Vec<TokenStream> {
    let mut setters = Vec::new();
    if let Some(body) = operation.body.as_ref().filter(|body| !body.required) {
        let setting = body::set(body, &names.body, usage, source);
        let mut lines = docs::lines(&body.docs);
        if lines.is_empty() {
            lines = docs::plain("Sets the body.");
        }
        setters.push(setter(
            &docs::attributes(&lines, false),
            &names.body,
            &setting,
        ));
    }
    for (parameter, name) in operation.parameters.iter().zip(&names.parameters) {
        if !parameter.required {
            let argument = ident(name);
            let (ty, value) = usage.read(&parameter.ty, &argument, &mut source.imports);
            let add = call::add_parameter(parameter, &value, source);
            let setting = Setting::plain(quote!(#argument: #ty), add);
            setters.push(setter(&attributes(parameter), name, &setting));
        }
    }
    setters
}

fn setter(attributes: &TokenStream, name: &str, setting: &Setting) -> TokenStream {
    let name = ident(name);
    let Setting {
        argument,
        statements,
        set,
    } = setting;
    quote! {
        #attributes
        pub fn #name(mut self, #argument) -> Self {
            #(#statements)*
            self.0.#set;
            self
        }
    }
}

fn attributes(parameter: &Parameter) -> TokenStream {
    let mut lines = docs::lines(&parameter.docs);
    if lines.is_empty() {
        lines = docs::plain(&format!("Sets {}.", docs::code(&parameter.name)));
    }
    if let Some(default) = &parameter.default {
        docs::append(&mut lines, docs::default(default));
    }
    docs::attributes(&lines, parameter.docs.deprecated)
}
