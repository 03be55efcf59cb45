//! How a delivery is signed:
//!
//! ```yaml
//! x-webhook-verification:
//!   algorithm: hmac-sha256
//!   signature: { from: $request.header.Example-Signature, encoding: hex }
//!   signed: "{$request.body}"
//! ```
//!
//! ```text
//! pub const VERIFICATION: Verification = Verification::new(Algorithm::HmacSha256)
//!     .signature(Signature::in_header("Example-Signature").hex())
//!     .signed(&[Part::Body]);
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Source, docs};
use crate::api::{
    Algorithm, Encoding, KeyEncoding, Piece, Place, SignatureSource, TimestampSource,
    TimestampUnit, Timestamps, Verification, pointer,
};

/// Emits the constant that says how deliveries are signed.
pub fn emit(scheme: &Verification, source: &mut Source) -> TokenStream {
    for name in ["Algorithm", "Part", "Signature", "Verification"] {
        source.imports.runtime(name);
    }
    let mut lines = docs::plain("How deliveries are signed.");
    if scheme.is_partial() {
        docs::append(&mut lines, docs::plain(PARTIAL));
    }
    docs::append(&mut lines, docs::origin(&scheme.origin));
    let attributes = docs::attributes(&lines, false);
    let algorithm = match scheme.algorithm {
        Algorithm::HmacSha1 => quote!(Algorithm::HmacSha1),
        Algorithm::HmacSha256 => quote!(Algorithm::HmacSha256),
        Algorithm::HmacSha384 => quote!(Algorithm::HmacSha384),
        Algorithm::HmacSha512 => quote!(Algorithm::HmacSha512),
        Algorithm::Ed25519 => quote!(Algorithm::Ed25519),
        Algorithm::EcdsaP256Sha256 => quote!(Algorithm::EcdsaP256Sha256),
    };
    let key = key(scheme, source);
    let each = scheme.each.as_ref().map(|path| {
        let pointer = pointer(path);
        quote!(.each(#pointer))
    });
    let signature = signature(&scheme.signature);
    let parts = scheme.signed.iter().map(part);
    let timestamp = scheme
        .timestamp
        .as_ref()
        .map(|timestamp| self::timestamp(timestamp, source));
    quote! {
        #attributes
        pub const VERIFICATION: Verification = Verification::new(#algorithm)
            #key
            .signature(#signature)
            #each
            .signed(&[#(#parts),*])
            #timestamp;
    }
}

const PARTIAL: &str = "Of the body only what is named here is signed. Whoever has seen one delivery could send \
    another one that differs in the rest.";

fn key(scheme: &Verification, source: &mut Source) -> Option<TokenStream> {
    let encoding = match scheme.key {
        KeyEncoding::Utf8 => quote!(Key::utf8()),
        KeyEncoding::Base64 => quote!(Key::base64()),
        KeyEncoding::Hex => quote!(Key::hex()),
    };
    let prefixes = &scheme.key_prefixes;
    if scheme.key == KeyEncoding::Utf8 && prefixes.is_empty() {
        return None;
    }
    source.imports.runtime("Key");
    let prefixes = (!prefixes.is_empty()).then(|| quote!(.prefixes(&[#(#prefixes),*])));
    Some(quote!(.key(#encoding #prefixes)))
}

fn signature(source: &SignatureSource) -> TokenStream {
    let place = place(&source.place);
    let encoding = match source.encoding {
        Encoding::Hex => quote!(.hex()),
        Encoding::Base64 => quote!(.base64()),
    };
    let prefix = source
        .prefix
        .as_ref()
        .map(|prefix| quote!(.prefix(#prefix)));
    let list = source.list.as_ref().map(|list| {
        let (separator, pair, names) = (&list.separator, &list.pair, &list.signatures);
        let timestamp = list
            .timestamp
            .as_ref()
            .map(|name| quote!(.timestamp(#name)));
        quote!(.list(#separator, #pair, &[#(#names),*])#timestamp)
    });
    quote!(Signature::#place #encoding #prefix #list)
}

/// `in_header("Example-Signature")`.
fn place(place: &Place) -> TokenStream {
    match place {
        Place::Header(name) => quote!(in_header(#name)),
        Place::Body(path) => {
            let pointer = pointer(path);
            quote!(in_body(#pointer))
        }
        Place::Item(path) => {
            let pointer = pointer(path);
            quote!(in_item(#pointer))
        }
    }
}

fn part(piece: &Piece) -> TokenStream {
    match piece {
        Piece::Literal(text) => quote!(Part::Literal(#text)),
        Piece::Body => quote!(Part::Body),
        Piece::Timestamp => quote!(Part::Timestamp),
        Piece::Url => quote!(Part::Url),
        Piece::SortedForm => quote!(Part::SortedForm),
        Piece::At(Place::Header(name)) => quote!(Part::Header(#name)),
        Piece::At(Place::Body(path)) => {
            let pointer = pointer(path);
            quote!(Part::Member(#pointer))
        }
        Piece::At(Place::Item(path)) => {
            let pointer = pointer(path);
            quote!(Part::Item(#pointer))
        }
    }
}

fn timestamp(timestamp: &Timestamps, source: &mut Source) -> TokenStream {
    source.imports.runtime("Timestamp");
    let from = match &timestamp.source {
        TimestampSource::List => quote!(in_list()),
        TimestampSource::At(place) => self::place(place),
    };
    let unit = match timestamp.unit {
        TimestampUnit::Seconds => quote!(.seconds()),
        TimestampUnit::Milliseconds => quote!(.milliseconds()),
        TimestampUnit::Iso8601 => quote!(.iso_8601()),
    };
    let tolerance = Literal::u32_unsuffixed(timestamp.tolerance);
    quote!(.timestamp(Timestamp::#from #unit.tolerance(#tolerance)))
}
