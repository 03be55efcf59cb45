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
//!     .signature(Header::new("Example-Signature").hex())
//!     .signed(&[Part::Body]);
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Source, docs};
use crate::api::{
    Algorithm, Encoding, KeyEncoding, Piece, SignatureSource, TimestampSource, TimestampUnit,
    Timestamps, Verification,
};

/// Emits the constant that says how deliveries are signed.
pub fn emit(scheme: &Verification, source: &mut Source) -> TokenStream {
    for name in ["Algorithm", "Header", "Part", "Verification"] {
        source.imports.runtime(name);
    }
    let mut lines = docs::plain("How deliveries are signed.");
    docs::append(&mut lines, docs::origin(&scheme.origin));
    let attributes = docs::attributes(&lines, false);
    let algorithm = match scheme.algorithm {
        Algorithm::HmacSha1 => quote!(Algorithm::HmacSha1),
        Algorithm::HmacSha256 => quote!(Algorithm::HmacSha256),
        Algorithm::HmacSha384 => quote!(Algorithm::HmacSha384),
        Algorithm::HmacSha512 => quote!(Algorithm::HmacSha512),
    };
    let key = key(scheme, source);
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
            .signed(&[#(#parts),*])
            #timestamp;
    }
}

fn key(scheme: &Verification, source: &mut Source) -> Option<TokenStream> {
    let encoding = match scheme.key {
        KeyEncoding::Utf8 => quote!(Key::utf8()),
        KeyEncoding::Base64 => quote!(Key::base64()),
        KeyEncoding::Hex => quote!(Key::hex()),
    };
    if scheme.key == KeyEncoding::Utf8 && scheme.key_prefix.is_none() {
        return None;
    }
    source.imports.runtime("Key");
    let prefix = scheme
        .key_prefix
        .as_ref()
        .map(|prefix| quote!(.prefix(#prefix)));
    Some(quote!(.key(#encoding #prefix)))
}

fn signature(source: &SignatureSource) -> TokenStream {
    let header = &source.header;
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
    quote!(Header::new(#header)#encoding #prefix #list)
}

fn part(piece: &Piece) -> TokenStream {
    match piece {
        Piece::Literal(text) => quote!(Part::Literal(#text)),
        Piece::Body => quote!(Part::Body),
        Piece::Timestamp => quote!(Part::Timestamp),
        Piece::Header(name) => quote!(Part::Header(#name)),
    }
}

fn timestamp(timestamp: &Timestamps, source: &mut Source) -> TokenStream {
    source.imports.runtime("Timestamp");
    let from = match &timestamp.source {
        TimestampSource::List => quote!(Timestamp::in_list()),
        TimestampSource::Header(name) => quote!(Timestamp::in_header(#name)),
    };
    let unit = match timestamp.unit {
        TimestampUnit::Seconds => quote!(.seconds()),
        TimestampUnit::Milliseconds => quote!(.milliseconds()),
    };
    let tolerance = Literal::u32_unsuffixed(timestamp.tolerance);
    quote!(.timestamp(#from #unit.tolerance(#tolerance)))
}
