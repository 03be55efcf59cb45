//! One of several types:
//!
//! ```yaml
//! Pet:
//!   oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
//!   discriminator: { propertyName: petType, mapping: { cat: Cat, dog: Dog } }
//! ```
//!
//! ```text
//! pub enum Pet {
//!     Cat(Box<Cat>),
//!     Dog(Box<Dog>),
//!     Unknown(Value),
//! }
//!
//! union! {
//!     Pet by "petType" {
//!         Cat = "cat",
//!         Dog = "dog",
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Extra, Source, docs, given, types, usage::Usage};
use crate::api::{Tagging, TypeDef, Union};
use crate::names::TypeNames;

/// Emits the enum of a union's members and its serde.
pub fn emit(
    def: &TypeDef,
    shape: &Union,
    names: &TypeNames,
    extra: &Extra,
    usage: &Usage<'_>,
    source: &mut Source,
) {
    source.imports.runtime("union");
    source.imports.runtime("Value");
    let declaration = declaration(def, shape, names, extra, usage, source);
    source.items.push(declaration);
    source.items.push(members(shape, names));
}

fn declaration(
    def: &TypeDef,
    shape: &Union,
    names: &TypeNames,
    extra: &Extra,
    usage: &Usage<'_>,
    source: &mut Source,
) -> TokenStream {
    let mut lines = types::lines(def);
    docs::append(&mut lines, vec![told_apart(&shape.tagging)]);
    if let Some(otherwise) = shape.otherwise {
        let name = docs::code(&names.members[otherwise]);
        let about = format!("Where that is missing or not known, {name} is tried.");
        docs::append(&mut lines, vec![about]);
    }
    docs::append(&mut lines, docs::origin(&def.origin));
    let attributes = docs::attributes(&lines, false);
    let name = format_ident!("{}", names.name);
    let variants = shape
        .variants
        .iter()
        .zip(&names.members)
        .map(|(variant, member)| {
            let attributes = docs::attributes(&docs::lines_with_deprecation(&variant.docs), false);
            let member = format_ident!("{member}");
            let ty = usage.variant(&variant.ty, &mut source.imports);
            quote!(#attributes #member(#ty))
        });
    let derives = given::attributes(&["Clone"], IMPLEMENTED, extra);
    quote! {
        #attributes
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// One that the description does not know, as it came.
            Unknown(Value),
        }
    }
}

/// What `union!` implements already.
const IMPLEMENTED: &[&str] = &["Debug", "PartialEq"];

fn told_apart(tagging: &Tagging) -> String {
    match tagging {
        Tagging::Declared(property) => format!("Told apart by {}.", docs::code(property)),
        Tagging::Inferred(property) => {
            format!(
                "Told apart by {}, which is a different constant in each.",
                docs::code(property)
            )
        }
        Tagging::Untagged => "Whichever fits first, in this order.".to_owned(),
    }
}

fn members(shape: &Union, names: &TypeNames) -> TokenStream {
    let name = format_ident!("{}", names.name);
    let variants = shape
        .variants
        .iter()
        .zip(&names.members)
        .map(|(variant, member)| {
            let member = format_ident!("{member}");
            let tags = &variant.tags;
            if tags.is_empty() {
                quote!(#member)
            } else {
                quote!(#member = #(#tags)|*)
            }
        });
    let by = match &shape.tagging {
        Tagging::Declared(property) | Tagging::Inferred(property) => Some(quote!(by #property)),
        Tagging::Untagged => None,
    };
    let otherwise = shape.otherwise.map(|index| {
        let member = format_ident!("{}", names.members[index]);
        quote!(otherwise #member)
    });
    quote! {
        union! {
            #name #by {
                #(#variants,)*
            }
            #otherwise
        }
    }
}
