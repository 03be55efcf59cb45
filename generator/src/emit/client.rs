//! The client: its constructor, a method a security scheme, and a method an operation.

use std::ops::Range;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, STRETCH, Source, call, docs, security};

/// The operations, a few at a time, in their order.
pub fn stretches(input: Input<'_>) -> Vec<Range<usize>> {
    let all = input.api.operations.len();
    let starts = (0..all).step_by(STRETCH);
    starts
        .map(|start| start..all.min(start + STRETCH))
        .collect()
}

/// Emits the methods of these operations, as a stretch of `client.rs`: with the first of them all
/// that stands before.
pub fn emit(input: Input<'_>, some: &Range<usize>) -> Source {
    let mut source = Source::new("client.rs", "What can be asked of the API.");
    if some.start > 0 {
        let operations = call::methods(input, some.clone(), &mut source);
        source.goes_on = true;
        source.items.push(quote! {
            impl Client {
                #(#operations)*
            }
        });
        return source;
    }
    source.imports.runtime("HttpClient");
    source.imports.runtime("reqwest");
    source.imports.add("std::time", "Duration");
    source.imports.add("super::server", "Server");

    let title = docs::markdown(&format!("A client of {}.", input.api.title.trim()));
    let about = docs::attributes(&title, false);
    let certificates = certificates(input);
    let credentials = security::methods(input, &mut source);
    let operations = call::methods(input, some.clone(), &mut source);

    source.items.push(quote! {
        #about
        ///
        /// Cheap to clone: clones share their connections.
        #certificates
        #[derive(Debug, Clone)]
        pub struct Client {
            http: HttpClient,
        }
    });
    source.items.push(quote! {
        impl Client {
            /// A client of the API at `server`, without credentials.
            #[must_use]
            pub fn new(server: impl Into<Server>) -> Self {
                Self { http: HttpClient::new(server.into().url()) }
            }

            /// Sends through `client`, with its connections, proxies, certificates and timeout.
            #[must_use]
            pub fn http_client(mut self, client: reqwest::Client) -> Self {
                self.http.set_client(client);
                self
            }

            /// Gives up on a request after `timeout`; after 30 seconds unless this is called.
            #[must_use]
            pub fn timeout(mut self, timeout: Duration) -> Self {
                self.http.set_timeout(timeout);
                self
            }

            #(#credentials)*

            #(#operations)*
        }
    });
    source
}

/// What is asked for that no method takes, because it is not sent.
fn certificates(input: Input<'_>) -> Option<TokenStream> {
    let mut lines = Vec::new();
    for certificate in &input.api.certificates {
        let name = docs::code(&certificate.name);
        let about = format!(
            "Operations may ask for a client certificate ({name}): give one to the \
             `reqwest::Client` of [`Client::http_client`]."
        );
        lines.push(String::new());
        lines.extend(docs::plain(&about));
        docs::append(&mut lines, docs::lines(&certificate.docs));
    }
    (!lines.is_empty()).then(|| docs::attributes(&lines, false))
}
