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
//!     Event by body "/event" as EventType {
//!         OrderCaptured = "order.captured",
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Input, Source, docs, enumeration, envelope, usage::Usage, verification};
use crate::api::{Batch, Discriminator, EventNames, Place, Rule, Type, Webhooks, pointer};

/// Emits `events.rs`, if there are events.
pub fn emit(input: Input<'_>) -> Option<Source> {
    let part = Part {
        input,
        webhooks: input.api.webhooks.as_ref()?,
        variants: &input.names.events,
    };
    let source = Source::new("events.rs", "What is delivered, and how it is received.");
    Some(part.emit(source))
}

/// Emits `callbacks.rs`, if anything is called back: of the same shape.
pub fn callbacks(input: Input<'_>) -> Option<Source> {
    let part = Part {
        input,
        webhooks: input.api.callbacks.as_ref()?,
        variants: &input.names.callbacks,
    };
    let about = "What the server sends to URLs that a request gave it, and how it is received.";
    Some(part.emit(Source::new("callbacks.rs", about)))
}

/// What one of these files is made of.
struct Part<'a> {
    input: Input<'a>,
    webhooks: &'a Webhooks,
    variants: &'a [String],
}

impl Part<'_> {
    fn emit(&self, mut source: Source) -> Source {
        for name in ["UnfitEvent", "UnknownEvent", "events"] {
            source.imports.runtime(name);
        }
        if self.webhooks.names == EventNames::Derived {
            self.event_type(&mut source);
        }
        let declaration = self.declaration(&mut source);
        source.items.push(declaration);
        let dispatch = self.dispatch(&mut source);
        source.items.push(dispatch);
        if let Some(envelope) = &self.webhooks.envelope {
            let constant = envelope::emit(envelope, self.webhooks, &mut source);
            source.items.push(constant);
        }
        if let Some(scheme) = &self.webhooks.verification {
            let constant = verification::emit(scheme, &mut source);
            source.items.push(constant);
        }
        source.items.push(receiver(self.webhooks));
        source
    }

    /// The names of the events, where no component lists them.
    fn event_type(&self, source: &mut Source) {
        let events = self.webhooks.events.iter();
        let values = events.map(|event| (&event.docs, event.name.as_str()));
        let variants = self.variants.iter().map(String::as_str).zip(values);
        let about = docs::plain("The events that deliveries tell of, by name.");
        enumeration::open_enum(
            &docs::attributes(&about, false),
            "EventType",
            variants,
            source,
        );
    }

    fn declaration(&self, source: &mut Source) -> TokenStream {
        let about = match self.webhooks.batch {
            Some(_) => "An item of a delivery, by the event that it is.",
            None => "A delivery, by the event that it tells of.",
        };
        let mut lines = docs::plain(about);
        docs::append(&mut lines, docs::plain(&told_apart(self.webhooks)));
        let attributes = docs::attributes(&lines, false);
        let usage = Usage::outside_types(self.input);
        let events = self.webhooks.events.iter().zip(self.variants);
        let variants = events.map(|(event, variant)| {
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

    /// The type of the events' names.
    fn names(&self, source: &mut Source) -> TokenStream {
        match self.webhooks.names {
            EventNames::Derived => quote!(EventType),
            EventNames::Component(id) => {
                Usage::outside_types(self.input).ty(&Type::Named(id), &mut source.imports)
            }
        }
    }

    fn dispatch(&self, source: &mut Source) -> TokenStream {
        let batch = self.webhooks.batch.as_ref();
        let by = match &self.webhooks.discriminator {
            Discriminator::Body { path, .. } => {
                let source = in_body(path, batch);
                quote!(by #source)
            }
            Discriminator::Header { name, .. } => {
                let source = in_header(name);
                quote!(by #source)
            }
            Discriminator::Several { places, .. } => {
                let sources = places.iter().map(|place| match place {
                    Place::Header(name) => in_header(name),
                    Place::Body(path) | Place::Item(path) => in_body(path, batch),
                });
                quote!(by #(#sources) and*)
            }
            Discriminator::Single => quote!(single),
            Discriminator::Route => quote!(by route),
        };
        let events = self.webhooks.events.iter().zip(self.variants);
        let variants = events.map(|(event, variant)| {
            let variant = format_ident!("{variant}");
            let name = &event.name;
            quote!(#variant = #name)
        });
        let each = batch.map(|batch| {
            let pointer = pointer(&batch.items);
            quote!(each #pointer)
        });
        let otherwise = batch.and_then(|batch| batch.otherwise.as_ref());
        let otherwise = otherwise.map(|path| {
            let source = in_body(path, None);
            quote!(otherwise #source)
        });
        let names = self.names(source);
        let enveloped = self.webhooks.envelope.as_ref();
        let enveloped = enveloped.map(|_| quote!(with ENVELOPE));
        let verified = self.webhooks.verification.as_ref();
        let verified = verified.map(|_| quote!(verified by VERIFICATION));
        quote! {
            events! {
                Event #each #by #otherwise as #names {
                    #(#variants,)*
                }
                #enveloped #verified
            }
        }
    }
}

fn in_body(path: &[String], batch: Option<&Batch>) -> TokenStream {
    match batch.and_then(|batch| batch.in_item(path)) {
        Some(path) => {
            let pointer = pointer(path);
            quote!(item #pointer)
        }
        None => {
            let pointer = pointer(path);
            quote!(body #pointer)
        }
    }
}

fn in_header(name: &str) -> TokenStream {
    let name = name.to_ascii_lowercase();
    quote!(header #name)
}

fn told_apart(webhooks: &Webhooks) -> String {
    let batch = webhooks.batch.as_ref();
    let (place, rule) = match &webhooks.discriminator {
        Discriminator::Body { path, rule } => (said(&[in_body_or_item(path, batch)]), rule),
        Discriminator::Header { name, rule } => (said(&[in_a_header(name)]), rule),
        Discriminator::Several { places, rule } => {
            let places = places.iter().map(|place| match place {
                Place::Header(name) => in_a_header(name),
                Place::Body(path) | Place::Item(path) => in_body_or_item(path, batch),
            });
            (said(&places.collect::<Vec<_>>()), rule)
        }
        Discriminator::Single => return "There is only one.".to_owned(),
        Discriminator::Route => {
            return "Nothing in a delivery tells them apart: \
                    [`receive_as`](hookgen_runtime::Receiver::receive_as) is told which one it is."
                .to_owned();
        }
    };
    let is_several = matches!(webhooks.discriminator, Discriminator::Several { .. });
    let why = match rule {
        Rule::Declared => "as the description says",
        Rule::DistinctConstants if batch.is_some() => "where every event has a constant of its own",
        Rule::DistinctConstants if is_several => "which are different constants in each",
        Rule::DistinctConstants => "which is a different constant in each",
        Rule::OperationIds => "which the `operationId`s of the webhooks are made of",
        Rule::KeysAsValues => "which holds the keys of the webhooks",
    };
    let Some(batch) = batch else {
        return format!("Told apart by {place}, {why}.");
    };
    let items = docs::code(&batch.items.join("."));
    let otherwise = batch.otherwise.as_ref().map(|path| {
        let place = said(&[in_body_or_item(path, None)]);
        format!(" A delivery without these is one event, told apart by {place}.")
    });
    format!(
        "The items are in {items} in the body, and told apart by {place}, {why}.{} \
         [`receive_all`](hookgen_runtime::Receiver::receive_all) reads all of them.",
        otherwise.unwrap_or_default()
    )
}

/// What says which event it is, and where it is.
type Said = (String, &'static str);

fn in_body_or_item(path: &[String], batch: Option<&Batch>) -> Said {
    match batch.and_then(|batch| batch.in_item(path)) {
        Some(path) => (docs::code(&path.join(".")), " in each"),
        None => (docs::code(&path.join(".")), " in the body"),
    }
}

fn in_a_header(name: &str) -> Said {
    (format!("the header {}", docs::code(name)), "")
}

/// Where several are is said once, behind the last of them.
fn said(places: &[Said]) -> String {
    let mut text = String::new();
    for (index, (what, place)) in places.iter().enumerate() {
        if index > 0 {
            text.push_str(" and ");
        }
        text.push_str(what);
        if places.get(index + 1).is_none_or(|(_, next)| next != place) {
            text.push_str(place);
        }
    }
    text
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
