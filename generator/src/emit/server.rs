//! Where an API is served:
//!
//! ```yaml
//! servers:
//!   - { url: https://sandbox.example.com, description: Sandbox }
//! ```
//!
//! ```text
//! pub enum Server {
//!     /// Sandbox: `https://sandbox.example.com`.
//!     Sandbox,
//!     /// Anywhere else, by its URL: a proxy, or a server of a test's own.
//!     Custom(String),
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::object::ident;
use super::{Input, Source, docs};
use crate::api::Server;
use crate::names::ServerNames;

/// Emits `server.rs`, if there are operations.
pub fn emit(input: Input<'_>) -> Option<Source> {
    if input.api.operations.is_empty() {
        return None;
    }
    let mut source = Source::new("server.rs", "Where the API is served.");
    let servers = || input.api.servers.iter().zip(&input.names.servers);
    let variants = servers().map(|(server, names)| variant(server, names));
    let urls = servers().map(|(server, names)| url(server, names));
    source.items.push(quote! {
        /// Where the API is served.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Server {
            #(#variants)*
            /// Anywhere else, by its URL: a proxy, or a server of a test's own.
            Custom(String),
        }
    });
    source.items.push(quote! {
        impl Server {
            /// The URL that the paths of the operations are put behind.
            #[must_use]
            pub fn url(&self) -> String {
                match self {
                    #(#urls)*
                    Self::Custom(url) => url.trim_end_matches('/').to_owned(),
                }
            }
        }
    });
    source.items.push(quote! {
        impl From<&str> for Server {
            fn from(url: &str) -> Self {
                Self::Custom(url.to_owned())
            }
        }
    });
    source.items.push(quote! {
        impl From<String> for Server {
            fn from(url: String) -> Self {
                Self::Custom(url)
            }
        }
    });
    Some(source)
}

fn variant(server: &Server, names: &ServerNames) -> TokenStream {
    let about = match &server.description {
        Some(description) => {
            let description = docs::markdown(description).join(" ");
            format!(
                "{}: {}.",
                description.trim_end_matches('.'),
                docs::code(&server.url)
            )
        }
        None => format!("{}.", docs::code(&server.url)),
    };
    let attributes = docs::attributes(&[about], false);
    let name = format_ident!("{}", names.variant);
    if server.variables.is_empty() {
        return quote!(#attributes #name,);
    }
    let fields = server
        .variables
        .iter()
        .zip(&names.variables)
        .map(|(variable, field)| {
            let about = variable
                .description
                .as_deref()
                .map(docs::markdown)
                .unwrap_or_default();
            let mut lines = about;
            if !variable.values.is_empty() {
                let values: Vec<String> =
                    variable.values.iter().map(|one| docs::code(one)).collect();
                docs::append(&mut lines, vec![format!("One of {}.", values.join(", "))]);
            }
            docs::append(
                &mut lines,
                vec![format!("Usually {}.", docs::code(&variable.default))],
            );
            let attributes = docs::attributes(&lines, false);
            let field = ident(field);
            quote!(#attributes #field: String)
        });
    quote! {
        #attributes
        #name { #(#fields,)* },
    }
}

fn url(server: &Server, names: &ServerNames) -> TokenStream {
    let name = format_ident!("{}", names.variant);
    let url = &server.url;
    if server.variables.is_empty() {
        return quote!(Self::#name => #url.to_owned(),);
    }
    let fields = names.variables.iter().map(|name| ident(name));
    let format = format_string(server, names);
    quote!(Self::#name { #(#fields),* } => format!(#format),)
}

/// The URL as a format string: braces around anything but a variable are text.
fn format_string(server: &Server, names: &ServerNames) -> String {
    let mut format = String::new();
    let mut rest = server.url.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at(at);
        format.push_str(text);
        let mut variables = server.variables.iter().zip(&names.variables);
        let found = variables.find_map(|(variable, field)| {
            let after = brace.strip_prefix('{')?.strip_prefix(&*variable.name)?;
            Some((field, after.strip_prefix('}')?))
        });
        if let Some((field, after)) = found {
            // A format string names a raw identifier without its mark.
            format.push('{');
            format.push_str(field.trim_start_matches("r#"));
            format.push('}');
            rest = after;
        } else {
            let (brace, after) = brace.split_at(1);
            format.push_str(brace);
            format.push_str(brace);
            rest = after;
        }
    }
    format.push_str(rest);
    format
}
