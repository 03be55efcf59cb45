//! What stands for a format: a type of the runtime's, of a crate's that the runtime brings along, or
//! plain text.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Imports, Input};
use crate::api::Type;
use crate::choices::{Format, StandIn};

/// The format that a type is for.
fn format(ty: &Type) -> Option<Format> {
    Some(match ty {
        Type::Date => Format::Date,
        Type::DateTime => Format::DateTime,
        Type::Decimal => Format::Decimal,
        Type::Uri => Format::Uri,
        Type::Uuid => Format::Uuid,
        _ => return None,
    })
}

/// What stands for a type that is for a format.
pub fn stand_in(ty: &Type, input: Input<'_>) -> Option<StandIn> {
    format(ty).map(|format| input.formats.get(format))
}

/// How a format is written for which `stand_in` stands.
pub fn ty(of: &Type, stand_in: StandIn, imports: &mut Imports) -> TokenStream {
    let is_day = *of == Type::Date;
    let (import, ty) = match stand_in {
        StandIn::String => return quote!(String),
        StandIn::Runtime => ("DateTime", quote!(DateTime)),
        StandIn::Uuid => ("Uuid", quote!(Uuid)),
        StandIn::Chrono if is_day => ("chrono", quote!(chrono::NaiveDate)),
        StandIn::Chrono => ("chrono", quote!(chrono::DateTime<chrono::FixedOffset>)),
        StandIn::Jiff if is_day => ("jiff", quote!(jiff::civil::Date)),
        StandIn::Jiff => ("jiff", quote!(jiff::Timestamp)),
        StandIn::Time => {
            imports.runtime("Rfc3339");
            let ty = if is_day {
                quote!(Rfc3339<time::Date>)
            } else {
                quote!(Rfc3339<time::OffsetDateTime>)
            };
            ("time", ty)
        }
        StandIn::RustDecimal => ("rust_decimal", quote!(rust_decimal::Decimal)),
        StandIn::Url => ("url", quote!(url::Url)),
    };
    imports.runtime(import);
    ty
}
