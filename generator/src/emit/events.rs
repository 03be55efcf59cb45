//! What is delivered:
//!
//! ```yaml
//! webhooks:
//!   order.captured:
//!     post:
//!       requestBody:
//!         content:
//!           application/json: { schema: { $ref: '#/components/schemas/OrderCaptured' } }
//! ```
//!
//! ```text
//! pub enum Event {
//!     OrderCaptured(Box<types::OrderCaptured>),
//!     Unknown(UnknownEvent),
//!     Unfit(UnfitEvent),
//! }
//!
//! events! {
//!     Event by body "/event" {
//!         OrderCaptured = "order.captured",
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Input, Source, docs, enumeration, usage::Usage, verification};
use crate::api::{Discriminator, EventNames, Rule, Webhooks};

/// Emits `events.rs`, if there are events.
pub fn emit(input: Input<'_>) -> Option<Source> {
    let webhooks = input.api.webhooks.as_ref()?;
    let mut source = Source::new("events.rs", "What is delivered, and how it is received.");
    for name in ["UnfitEvent", "UnknownEvent", "events"] {
        source.imports.runtime(name);
    }
    if webhooks.names == EventNames::Derived {
        event_type(input, webhooks, &mut source);
    }
    let declaration = declaration(input, webhooks, &mut source);
    source.items.push(declaration);
    source.items.push(dispatch(input, webhooks));
    if let Some(scheme) = &webhooks.verification {
        let constant = verification::emit(scheme, &mut source);
        source.items.push(constant);
    }
    source.items.push(receiver(webhooks));
    Some(source)
}

/// The names of the events, where no component lists them.
fn event_type(input: Input<'_>, webhooks: &Webhooks, source: &mut Source) {
    let values = webhooks
        .events
        .iter()
        .map(|event| (&event.docs, event.name.as_str()));
    let variants = input.names.events.iter().map(String::as_str).zip(values);
    let about = docs::plain("The events that deliveries tell of, by name.");
    enumeration::open_enum(
        &docs::attributes(&about, false),
        "EventType",
        variants,
        source,
    );
}

fn declaration(input: Input<'_>, webhooks: &Webhooks, source: &mut Source) -> TokenStream {
    let mut lines = docs::plain("A delivery, by the event that it tells of.");
    docs::append(
        &mut lines,
        docs::plain(&told_apart(&webhooks.discriminator)),
    );
    let attributes = docs::attributes(&lines, false);
    let usage = Usage::outside_types(input);
    let variants = webhooks
        .events
        .iter()
        .zip(&input.names.events)
        .map(|(event, variant)| {
            let mut lines = docs::lines_with_deprecation(&event.docs);
            if lines.is_empty() {
                lines = vec![format!("{}.", docs::code(&event.name))];
            }
            let attributes = docs::attributes(&lines, false);
            let variant = format_ident!("{variant}");
            let payload = usage.variant(&event.payload, &mut source.imports);
            quote!(#attributes #variant(#payload))
        });
    quote! {
        #attributes
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            #(#variants,)*
            /// An event that the description does not know: its name and its bytes.
            Unknown(UnknownEvent),
            /// An event whose payload does not fit its type: its name, its bytes, and why.
            Unfit(UnfitEvent),
        }
    }
}

fn told_apart(discriminator: &Discriminator) -> String {
    let (place, rule) = match discriminator {
        Discriminator::Body { path, rule } => {
            (format!("{} in the body", docs::code(&path.join("."))), rule)
        }
        Discriminator::Header { name, rule } => (format!("the header {}", docs::code(name)), rule),
        Discriminator::Single => return "There is only one.".to_owned(),
    };
    let why = match rule {
        Rule::Declared => "as the description says",
        Rule::DistinctConstants => "which is a different constant in each",
        Rule::KeysAsValues => "which holds the keys of the webhooks",
    };
    format!("Told apart by {place}, {why}.")
}

fn dispatch(input: Input<'_>, webhooks: &Webhooks) -> TokenStream {
    let by = match &webhooks.discriminator {
        Discriminator::Body { path, .. } => {
            let mut pointer = String::new();
            for name in path {
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            quote!(by body #pointer)
        }
        Discriminator::Header { name, .. } => {
            let name = name.to_ascii_lowercase();
            quote!(by header #name)
        }
        Discriminator::Single => quote!(single),
    };
    let variants = webhooks
        .events
        .iter()
        .zip(&input.names.events)
        .map(|(event, variant)| {
            let variant = format_ident!("{variant}");
            let name = &event.name;
            quote!(#variant = #name)
        });
    let verified = webhooks
        .verification
        .as_ref()
        .map(|_| quote!(verified by VERIFICATION));
    quote! {
        events! {
            Event #by {
                #(#variants,)*
            }
            #verified
        }
    }
}

fn receiver(webhooks: &Webhooks) -> TokenStream {
    let about = if webhooks.verification.is_some() {
        quote!(#[doc = " Verifies deliveries, and says what they tell of."])
    } else {
        quote!(#[doc = " Says what deliveries tell of; nothing says how they are signed."])
    };
    quote! {
        #about
        pub type Receiver = hookgen_runtime::Receiver<Event>;
    }
}
