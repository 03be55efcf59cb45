//! How an operation's answers are read, by status:
//!
//! ```yaml
//! responses:
//!   '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Webhook' } } } }
//!   '404': { content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
//! ```
//!
//! ```text
//! pub enum GetWebhookError {
//!     NotFound(types::Error),
//! }
//!
//! responses! {
//!     GetWebhookError {
//!         404 => NotFound(json),
//!     }
//! }
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Source, docs, usage::Usage};
use crate::api::{Framing, Media, Operation, Response, Status, Stream, Type};
use crate::names::OperationNames;

/// How a request's answers are read.
pub struct Reading {
    /// What reads a success: `Json<types::Webhook>`, or `stream ByteStream`.
    pub success: TokenStream,
    /// What reads a success item by item instead: `EventStream<Text>`.
    pub stream: Option<TokenStream>,
    /// What reads an error: `GetWebhookError`.
    pub error: TokenStream,
    /// The enums that these are, where they are.
    pub items: Vec<TokenStream>,
}

/// Emits what reads the answers of an operation.
pub fn emit(
    operation: &Operation,
    names: &OperationNames,
    usage: &Usage<'_>,
    source: &mut Source,
) -> Reading {
    let all = operation
        .responses
        .iter()
        .zip(names.statuses.iter().map(String::as_str));
    let (successes, errors): (Vec<Answer>, Vec<Answer>) =
        all.partition(|(response, _)| response.status.is_success(&operation.responses));
    let mut items = Vec::new();
    let success = success(&successes, names, usage, source, &mut items);
    let streamed = successes.first().and_then(|(first, _)| match &first.body {
        Some(Media::Bytes { .. }) => is_alone(&successes).then(|| marker("ByteStream", source)),
        _ => {
            let stream = first.stream.as_ref()?;
            Some(self::stream(stream, usage, source))
        }
    });
    let error = if errors.is_empty() {
        source.imports.add("std::convert", "Infallible");
        quote!(Infallible)
    } else {
        enumeration(Outcome::Error, names, &errors, usage, source, &mut items)
    };
    Reading {
        success,
        stream: streamed,
        error,
        items,
    }
}

/// A response and its variant.
type Answer<'a> = (&'a Response, &'a str);

/// Whether all of them have the same body.
fn is_alone(answers: &[Answer<'_>]) -> bool {
    answers
        .iter()
        .all(|(response, _)| response.body == answers[0].0.body)
}

/// What reads a success: one way to read a body if all have the same, else an enum by status.
fn success(
    answers: &[Answer<'_>],
    names: &OperationNames,
    usage: &Usage<'_>,
    source: &mut Source,
    items: &mut Vec<TokenStream>,
) -> TokenStream {
    let bodies = answers.iter().map(|(response, _)| response.body.as_ref());
    let mut bodies: Vec<Option<&Media>> = bodies.collect();
    bodies.dedup();
    match bodies[..] {
        [None] => marker("Empty", source),
        [Some(Media::Text { .. })] => marker("Text", source),
        [] | [Some(Media::Bytes { .. })] => marker("Binary", source),
        [Some(Media::Json { ty, .. })] => {
            let ty = usage.ty(ty, &mut source.imports);
            let json = marker("Json", source);
            quote!(#json<#ty>)
        }
        [Some(Media::Stream(stream))] => {
            let stream = self::stream(stream, usage, source);
            quote!(stream #stream)
        }
        _ => enumeration(Outcome::Success, names, answers, usage, source, items),
    }
}

/// `EventStream<Json<types::Change>>`.
fn stream(stream: &Stream, usage: &Usage<'_>, source: &mut Source) -> TokenStream {
    let item = stream.item.as_ref();
    let item = item.map(|ty| usage.ty(ty, &mut source.imports));
    match (stream.framing, item) {
        (Framing::Events, Some(item)) => {
            let (events, json) = (marker("EventStream", source), marker("Json", source));
            quote!(#events<#json<#item>>)
        }
        (Framing::Events, None) => {
            let (events, text) = (marker("EventStream", source), marker("Text", source));
            quote!(#events<#text>)
        }
        (Framing::Json, item) => {
            let json = marker("JsonStream", source);
            let item = item.unwrap_or_else(|| usage.ty(&Type::Any, &mut source.imports));
            quote!(#json<#item>)
        }
    }
}

fn marker(name: &str, source: &mut Source) -> TokenStream {
    source.imports.runtime(name);
    let name = format_ident!("{name}");
    quote!(#name)
}

/// What the responses of an enum are.
#[derive(Clone, Copy)]
enum Outcome {
    Success,
    Error,
}

/// An enum with a variant a response, and how each is read.
fn enumeration(
    outcome: Outcome,
    names: &OperationNames,
    answers: &[Answer<'_>],
    usage: &Usage<'_>,
    source: &mut Source,
    items: &mut Vec<TokenStream>,
) -> TokenStream {
    source.imports.runtime("responses");
    let (name, comes, success) = match outcome {
        Outcome::Success => (&names.response, "succeeds", Some(quote!(success))),
        Outcome::Error => (&names.error, "fails", None),
    };
    let name = format_ident!("{name}");
    let about = format!("How [`{}`] {comes}, by status.", names.request);
    let about = docs::attributes(&docs::plain(&about), false);
    let variants = answers.iter().map(|(response, variant)| {
        let mut lines = meaning(response);
        docs::append(&mut lines, headers(response, "Headers:"));
        let attributes = docs::attributes(&lines, false);
        let variant = format_ident!("{variant}");
        let body = response
            .body
            .as_ref()
            .map(|body| body_type(body, usage, source));
        let body = body.map(|body| quote!((#body)));
        quote!(#attributes #variant #body)
    });
    let variants: Vec<TokenStream> = variants.collect();
    items.push(quote! {
        #about
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    });
    let arms = answers.iter().map(|(response, variant)| {
        let status = pattern(response.status);
        let variant = format_ident!("{variant}");
        let read = response.body.as_ref().map(|body| match body {
            Media::Json { .. } => quote!((json)),
            Media::Text { .. } => quote!((text)),
            _ => quote!((binary)),
        });
        quote!(#status => #variant #read)
    });
    items.push(quote! {
        responses! {
            #success #name {
                #(#arms,)*
            }
        }
    });
    quote!(#name)
}

/// `404: there is no such webhook.`
fn meaning(response: &Response) -> Vec<String> {
    let status = match response.status {
        Status::Code(code) => code.to_string(),
        Status::Range(class) => format!("{class}XX"),
        Status::Default => "Any other status".to_owned(),
    };
    let mut lines = docs::lines(&response.docs);
    if let Some(first) = lines.first_mut() {
        *first = format!("{status}: {first}");
        lines
    } else {
        vec![format!("{status}.")]
    }
}

/// A list of the headers that are described, under `heading`.
pub fn headers(response: &Response, heading: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for header in &response.headers {
        let mut said = docs::lines(&header.docs);
        if header.docs.deprecated {
            match said.last_mut() {
                Some(last) => last.push_str(" Deprecated."),
                None => said.push("Deprecated.".to_owned()),
            }
        }
        let mut said = said.into_iter();
        let name = docs::code(&header.name);
        lines.push(match said.next() {
            Some(first) => format!("- {name}: {first}"),
            None => format!("- {name}"),
        });
        lines.extend(said.map(|line| match line.as_str() {
            "" => line,
            line => format!("  {line}"),
        }));
    }
    if !lines.is_empty() {
        lines.splice(0..0, [heading.to_owned(), String::new()]);
    }
    lines
}

fn body_type(body: &Media, usage: &Usage<'_>, source: &mut Source) -> TokenStream {
    match body {
        Media::Json { ty, .. } => usage.variant(ty, &mut source.imports),
        Media::Text { .. } => quote!(String),
        _ => marker("Bytes", source),
    }
}

fn pattern(status: Status) -> TokenStream {
    match status {
        Status::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        Status::Range(class) => {
            let from = Literal::u16_unsuffixed(class * 100);
            let to = Literal::u16_unsuffixed(class * 100 + 99);
            quote!(#from..=#to)
        }
        Status::Default => quote!(_),
    }
}
