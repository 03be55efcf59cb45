//! The client: its constructor, a method a security scheme, and a method an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, Source, call, docs, security};

/// Emits `client.rs`, if there are operations.
pub fn emit(input: Input<'_>) -> Option<Source> {
    if input.api.operations.is_empty() {
        return None;
    }
    let mut source = Source::new("client.rs", "What can be asked of the API.");
    source.imports.runtime("HttpClient");
    source.imports.runtime("reqwest");
    source.imports.add("std::time", "Duration");
    source.imports.add("super::server", "Server");

    let title = docs::markdown(&format!("A client of {}.", input.api.title.trim()));
    let about = docs::attributes(&title, false);
    let certificates = certificates(input);
    let credentials = security::methods(input, &mut source);
    let operations = call::methods(input, &mut source);

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
    Some(source)
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
