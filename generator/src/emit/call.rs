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

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::object::ident;
use super::{Input, Source, docs, usage::Usage};
use crate::api::{Body, Media, Operation, Parameter, ParameterPlace, Style, Type};
use crate::names::OperationNames;

/// Emits the methods of a client that prepare requests.
pub fn methods(input: Input<'_>, source: &mut Source) -> Vec<TokenStream> {
    let operations = input.api.operations.iter().zip(&input.names.operations);
    operations
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
        let (argument, set) = set_body(body, &names.body, &usage, source);
        arguments.push(argument);
        statements.push(quote!(call.#set;));
    }
    let security = security(input, operation);
    let attributes = attributes(operation);
    let method = ident(&names.method);
    let request = format_ident!("{}", names.request);
    source.imports.runtime("Call");
    source.imports.add("super", "operations");
    let (verb, path) = (&operation.method, &operation.path);
    let call = if security.is_none() && statements.is_empty() {
        quote!(operations::#request(Call::new(&self.http, #verb, #path)))
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
    if (parameter.style, parameter.explode) == usual {
        let place = format_ident!("{place}");
        return quote!(#place(#name, #value));
    }
    source.imports.runtime("Style");
    let place = format_ident!("{place}_as");
    let style = style(parameter.style);
    let explode = parameter.explode.then(|| quote!(.explode()));
    quote!(#place(#name, #value, #style #explode))
}

fn style(style: Style) -> TokenStream {
    match style {
        Style::Matrix => quote!(Style::Matrix),
        Style::Label => quote!(Style::Label),
        Style::Form => quote!(Style::Form),
        Style::Simple => quote!(Style::Simple),
        Style::SpaceDelimited => quote!(Style::SpaceDelimited),
        Style::PipeDelimited => quote!(Style::PipeDelimited),
        Style::DeepObject => quote!(Style::DeepObject),
        Style::Json => quote!(Style::Json),
    }
}

/// The argument that takes a body, and the call that sets it.
pub fn set_body(
    body: &Body,
    name: &str,
    usage: &Usage<'_>,
    source: &mut Source,
) -> (TokenStream, TokenStream) {
    let name = ident(name);
    match &body.media {
        Media::Json { content_type, ty } => {
            let (ty, value) = match ty {
                Type::Named(_) => (usage.ty(ty, &mut source.imports), quote!(&#name)),
                _ => usage.read(ty, &name, &mut source.imports),
            };
            let set = if content_type == "application/json" {
                quote!(json(#value))
            } else {
                quote!(json_as(#content_type, #value))
            };
            (quote!(#name: #ty), set)
        }
        Media::Text { content_type } => (
            quote!(#name: impl Into<String>),
            quote!(text(#content_type, #name)),
        ),
        Media::Bytes { content_type } => {
            source.imports.runtime("Bytes");
            (
                quote!(#name: impl Into<Bytes>),
                quote!(bytes(#content_type, #name)),
            )
        }
    }
}
