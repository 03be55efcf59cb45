//! A method of the client, which prepares a request:
//!
//! ```text
//! /// `PATCH /v2/webhooks/{id}`
//! pub fn update_webhook(&self, id: Uuid, body: types::Input) -> operations::UpdateWebhook {
//!     let mut call = Call::new(&self.http, "PATCH", "/v2/webhooks/{id}");
//!     call.security(&[&["bearerToken"]]);
//!     call.path("id", &id);
//!     call.json(&body);
//!     operations::UpdateWebhook(call)
//! }
//! ```

use std::ops::Range;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::object::ident;
use super::{Input, Source, body, docs, usage::Usage};
use crate::api::{Layout, Operation, Parameter, ParameterPlace, Style};
use crate::names::OperationNames;

/// Emits the methods of a client that prepare requests of these operations.
pub fn methods(input: Input<'_>, some: Range<usize>, source: &mut Source) -> Vec<TokenStream> {
    let operations = input.api.operations[some.clone()].iter();
    operations
        .zip(&input.names.operations[some])
        .map(|(operation, names)| method(input, operation, names, source))
        .collect()
}

fn method(
    input: Input<'_>,
    operation: &Operation,
    names: &OperationNames,
    source: &mut Source,
) -> TokenStream {
    let usage = Usage::outside_types(input);
    let mut arguments = Vec::new();
    let mut statements = Vec::new();
    for (parameter, name) in operation.parameters.iter().zip(&names.parameters) {
        if parameter.required {
            let name = ident(name);
            let (ty, value) = usage.read(&parameter.ty, &name, &mut source.imports);
            arguments.push(quote!(#name: #ty));
            let add = add_parameter(parameter, &value, source);
            statements.push(quote!(call.#add;));
        }
    }
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        let setting = body::set(body, &names.body, &usage, source);
        let set = setting.set;
        arguments.push(setting.argument);
        statements.extend(setting.statements);
        statements.push(quote!(call.#set;));
    }
    if !operation.accept.is_empty() {
        // What the server sends all the same is better than nothing.
        let accept = format!("{}, */*;q=0.1", operation.accept.join(", "));
        statements.push(quote!(call.accept(#accept);));
    }
    let security = security(input, operation);
    let attributes = attributes(operation);
    let method = ident(&names.method);
    let request = format_ident!("{}", names.request);
    source.imports.runtime("Call");
    source.imports.add("super", "operations");
    let (verb, path) = (&operation.method, &operation.path);
    let is_bare = security.is_none() && statements.is_empty();
    let call = if is_bare && fits(&names.request, verb, path) {
        quote!(operations::#request(Call::new(&self.http, #verb, #path)))
    } else if is_bare {
        quote! {
            let call = Call::new(&self.http, #verb, #path);
            operations::#request(call)
        }
    } else {
        quote! {
            let mut call = Call::new(&self.http, #verb, #path);
            #security
            #(#statements)*
            operations::#request(call)
        }
    };
    quote! {
        #attributes
        pub fn #method(&self, #(#arguments),*) -> operations::#request {
            #call
        }
    }
}

/// Whether a call without anything stands on one line inside of the request, as rustfmt has it.
fn fits(request: &str, verb: &str, path: &str) -> bool {
    const INDENT: usize = 8;
    let call = format!("Call::new(&self.http, {verb:?}, {path:?})");
    let line = format!("operations::{request}({call})");
    call.chars().count() <= 60 && INDENT + line.chars().count() <= 100
}

fn attributes(operation: &Operation) -> TokenStream {
    let mut lines = docs::lines(&operation.docs);
    let request = docs::code(&format!("{} {}", operation.method, operation.path));
    docs::append(&mut lines, vec![request]);
    docs::attributes(&lines, operation.docs.deprecated)
}

/// The alternatives of an operation that asks for credentials.
fn security(input: Input<'_>, operation: &Operation) -> Option<TokenStream> {
    let alternatives = operation.security.iter().map(|alternative| {
        let names = alternative
            .iter()
            .map(|id| &input.api.security[id.0 as usize].name);
        quote!(&[#(#names),*])
    });
    (!operation.security.is_empty()).then(|| quote!(call.security(&[#(#alternatives),*]);))
}

/// The call that adds a parameter's value: `query("limit", &limit)`.
pub fn add_parameter(
    parameter: &Parameter,
    value: &TokenStream,
    source: &mut Source,
) -> TokenStream {
    let (place, usual) = match parameter.place {
        ParameterPlace::Path => ("path", (Style::Simple, false)),
        ParameterPlace::Query => ("query", (Style::Form, true)),
        ParameterPlace::Header => ("header", (Style::Simple, false)),
        ParameterPlace::Cookie => ("cookie", (Style::Form, true)),
    };
    let name = &parameter.name;
    let layout = Layout {
        style: parameter.style,
        explode: parameter.explode,
        allow_reserved: parameter.allow_reserved,
    };
    if (layout.style, layout.explode) == usual && !layout.allow_reserved {
        let place = format_ident!("{place}");
        return quote!(#place(#name, #value));
    }
    let place = format_ident!("{place}_as");
    let layout = self::layout(layout, source);
    quote!(#place(#name, #value, #layout))
}

/// `Style::DeepObject.explode()`.
pub fn layout(layout: Layout, source: &mut Source) -> TokenStream {
    source.imports.runtime("Style");
    let style = match layout.style {
        Style::Matrix => quote!(Style::Matrix),
        Style::Label => quote!(Style::Label),
        Style::Form => quote!(Style::Form),
        Style::Simple => quote!(Style::Simple),
        Style::SpaceDelimited => quote!(Style::SpaceDelimited),
        Style::PipeDelimited => quote!(Style::PipeDelimited),
        Style::DeepObject => quote!(Style::DeepObject),
        Style::Json => quote!(Style::Json),
    };
    let explode = layout.explode.then(|| quote!(.explode()));
    let allow_reserved = layout.allow_reserved.then(|| quote!(.allow_reserved()));
    quote!(#style #explode #allow_reserved)
}
