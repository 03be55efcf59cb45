//! What every delivery says of itself:
//!
//! ```yaml
//! x-webhook-envelope: { id: $request.body#/uuid, time: $request.body#/created_at }
//! ```
//!
//! ```text
//! pub const ENVELOPE: Envelope = Envelope::new()
//!     .id_in(Source::Body("/uuid"))
//!     .time_in(Source::Body("/created_at"));
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Source, docs};
use crate::api::{Batch, Envelope, Piece, Place, Verification, Webhooks, pointer};

/// Emits the constant that says where it is.
pub fn emit(envelope: &Envelope, webhooks: &Webhooks, source: &mut Source) -> TokenStream {
    source.imports.runtime("Envelope");
    source.imports.runtime("Source");
    let about = match webhooks.batch {
        Some(_) => "What every item says of itself, whichever event it is.",
        None => "What every delivery says of itself, whichever event it tells of.",
    };
    let mut lines = docs::plain(about);
    if envelope.declared.is_none() {
        docs::append(&mut lines, docs::plain(INFERRED));
    }
    if is_id_unsigned(envelope, webhooks.verification.as_ref()) {
        docs::append(&mut lines, docs::plain(UNSIGNED));
    }
    if let Some(reference) = &envelope.declared {
        docs::append(&mut lines, docs::origin(reference));
    }
    let attributes = docs::attributes(&lines, false);
    let places = [
        ("id_in", &envelope.id),
        ("time_in", &envelope.time),
        ("api_version_in", &envelope.api_version),
    ];
    let places = places.into_iter().filter_map(|(method, place)| {
        let method = format_ident!("{method}");
        let place = self::place(place.as_ref()?, webhooks.batch.as_ref());
        Some(quote!(.#method(#place)))
    });
    quote! {
        #attributes
        pub const ENVELOPE: Envelope = Envelope::new()#(#places)*;
    }
}

const INFERRED: &str = "Inferred from what most of them have, by its name.";

const UNSIGNED: &str = "The header with the id is not signed: whoever has seen a delivery could \
    send it again with another id.";

/// Whether the id is in a header that nothing vouches for, where something vouches for the body.
fn is_id_unsigned(envelope: &Envelope, verification: Option<&Verification>) -> bool {
    let (Some(Place::Header(id)), Some(verification)) = (&envelope.id, verification) else {
        return false;
    };
    let mut signed = verification.signed.iter();
    !signed.any(|piece| match piece {
        Piece::At(Place::Header(name)) => name.eq_ignore_ascii_case(id),
        _ => false,
    })
}

/// `Source::Body("/uuid")`.
fn place(place: &Place, batch: Option<&Batch>) -> TokenStream {
    match place {
        Place::Header(name) => {
            let name = name.to_ascii_lowercase();
            quote!(Source::Header(#name))
        }
        Place::Body(path) | Place::Item(path) => match batch.and_then(|one| one.in_item(path)) {
            Some(path) => {
                let pointer = pointer(path);
                quote!(Source::Item(#pointer))
            }
            None => {
                let pointer = pointer(path);
                quote!(Source::Body(#pointer))
            }
        },
    }
}
