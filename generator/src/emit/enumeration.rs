//! A string that is one of several:
//!
//! ```yaml
//! Source: { type: string, enum: [dashboard, gateway] }
//! ```
//!
//! ```text
//! open_enum! {
//!     /// `#/components/schemas/Source`
//!     pub enum Source {
//!         Dashboard = "dashboard",
//!         Gateway = "gateway",
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Extra, Source, docs, given, types};
use crate::api::{Docs, StringEnum, TypeDef};
use crate::names::TypeNames;

/// Emits the enum of a string's values.
pub fn emit(
    def: &TypeDef,
    shape: &StringEnum,
    names: &TypeNames,
    extra: &Extra,
    source: &mut Source,
) {
    let values = shape
        .values
        .iter()
        .map(|value| (&value.docs, value.value.as_str()));
    let members = names.members.iter().map(String::as_str);
    let docs = types::attributes(def);
    let extra = given::attributes(&[], IMPLEMENTED, extra);
    open_enum(
        &quote!(#docs #extra),
        &names.name,
        members.zip(values),
        source,
    );
}

/// What `open_enum!` implements, of what can be derived.
const IMPLEMENTED: &[&str] = &["Debug", "Clone", "PartialEq", "Eq", "Hash"];

/// An open enum of these variants, each with its docs and its value on the wire.
pub fn open_enum<'a>(
    attributes: &TokenStream,
    name: &str,
    variants: impl Iterator<Item = (&'a str, (&'a Docs, &'a str))>,
    source: &mut Source,
) {
    source.imports.runtime("open_enum");
    let name = format_ident!("{name}");
    let variants = variants.map(|(variant, (docs, value))| {
        let attributes = docs::attributes(&docs::lines(docs), docs.deprecated);
        let variant = format_ident!("{variant}");
        quote!(#attributes #variant = #value)
    });
    source.items.push(quote! {
        open_enum! {
            #attributes
            pub enum #name {
                #(#variants,)*
            }
        }
    });
}
