//! The module's own file: what the API is, its parts, and what of them is at hand.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Input, Source, docs};
use crate::api::EventNames;

/// Emits `mod.rs`.
pub fn emit(input: Input<'_>) -> Source {
    let mut source = Source::new("mod.rs", "");
    source.docs = about(input);
    let (client, receiver) = (
        !input.api.operations.is_empty(),
        input.api.webhooks.is_some(),
    );
    let callbacks = input.api.callbacks.is_some();
    let gate = |feature: &str| {
        input
            .options
            .features
            .then(|| quote!(#[cfg(feature = #feature)]))
    };
    let (with_client, with_receiver) = (gate("client"), gate("receiver"));

    let mut modules = Vec::new();
    if callbacks {
        modules.push(quote!(#with_receiver pub mod callbacks;));
    }
    if client {
        modules.push(quote!(#with_client mod client;));
    }
    if receiver {
        modules.push(quote!(#with_receiver mod events;));
    }
    if client {
        modules.push(quote!(#with_client pub mod operations;));
        modules.push(quote!(#with_client mod server;));
    }
    if !input.api.types.0.is_empty() {
        modules.push(quote!(
            pub mod types;
        ));
    }
    source.items.push(quote!(#(#modules)*));

    let mut exports = Vec::new();
    if client {
        exports.push(quote!(#with_client pub use client::Client;));
    }
    if receiver {
        let names = event_names(input);
        exports.push(quote!(#with_receiver pub use events::{#(#names),*};));
    }
    if client {
        exports.push(quote!(#with_client pub use server::Server;));
    }
    if let Some(EventNames::Component(id)) = input.api.webhooks.as_ref().map(|one| one.names) {
        let name = format_ident!("{}", input.names.types[id.0 as usize].name);
        exports.push(if name == "EventType" {
            quote!(
                pub use types::EventType;
            )
        } else {
            quote!(pub use types::#name as EventType;)
        });
    }
    source.items.push(quote!(#(#exports)*));
    source
}

/// What `events.rs` has for its users.
fn event_names(input: Input<'_>) -> Vec<TokenStream> {
    let webhooks = input.api.webhooks.as_ref();
    let derived = webhooks.is_some_and(|webhooks| webhooks.names == EventNames::Derived);
    let verified = webhooks.is_some_and(|webhooks| webhooks.verification.is_some());
    let enveloped = webhooks.is_some_and(|webhooks| webhooks.envelope.is_some());
    let mut names = Vec::new();
    names.extend(enveloped.then(|| quote!(ENVELOPE)));
    names.push(quote!(Event));
    names.extend(derived.then(|| quote!(EventType)));
    names.push(quote!(Receiver));
    names.extend(verified.then(|| quote!(VERIFICATION)));
    names
}

/// The API's title and version, and what it says of itself.
fn about(input: Input<'_>) -> Vec<String> {
    let version = input.api.version.trim();
    let title = input.api.title.trim();
    let title = if version.is_empty() {
        format!("{title}.")
    } else {
        format!("{title}, version {version}.")
    };
    let mut lines = docs::markdown(&title);
    docs::append(&mut lines, docs::lines(&input.api.docs));
    lines
}
