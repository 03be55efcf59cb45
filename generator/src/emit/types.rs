//! The file of the types that a description names.

use quote::{format_ident, quote};

use super::{Input, Source, docs, enumeration, object, union, usage::Usage};
use crate::api::{Shape, Type, TypeDef};
use crate::names::TypeNames;

/// Emits `types.rs`, if there are any types: in the order of their names.
pub fn emit(input: Input<'_>) -> Option<Source> {
    if input.api.types.0.is_empty() {
        return None;
    }
    let mut source = Source::new(
        "types.rs",
        "What requests, responses and deliveries consist of.",
    );
    let mut defs: Vec<(&TypeDef, &TypeNames)> =
        input.api.types.0.iter().zip(&input.names.types).collect();
    defs.sort_by(|(_, left), (_, right)| left.name.cmp(&right.name));
    let usage = Usage::in_types(input);
    for (def, names) in defs {
        match &def.shape {
            Shape::Object(shape) => object::emit(def, shape, names, &usage, &mut source),
            Shape::Enum(shape) => enumeration::emit(def, shape, names, &mut source),
            Shape::Union(shape) => union::emit(def, shape, names, &usage, &mut source),
            Shape::Alias(ty) => alias(def, ty, names, &usage, &mut source),
        }
    }
    Some(source)
}

/// An array, a map or a scalar under a name of its own:
///
/// ```yaml
/// Webhooks: { type: array, items: { $ref: '#/components/schemas/Webhook' } }
/// ```
///
/// ```text
/// pub type Webhooks = Vec<Webhook>;
/// ```
fn alias(def: &TypeDef, ty: &Type, names: &TypeNames, usage: &Usage<'_>, source: &mut Source) {
    let attributes = attributes(def);
    let name = format_ident!("{}", names.name);
    let ty = usage.ty(ty, &mut source.imports);
    source.items.push(quote! {
        #attributes
        pub type #name = #ty;
    });
}

/// What a type says of itself. A schema's title is a name, and says something only where nothing
/// else does.
pub fn lines(def: &TypeDef) -> Vec<String> {
    let title_is_name = def.docs.summary.as_ref().is_some_and(|title| {
        let letters = |text: &str| {
            text.replace(|one: char| !one.is_alphanumeric(), "")
                .to_lowercase()
        };
        letters(title) == letters(&def.name.root)
    });
    let mut described = def.docs.clone();
    if described.description.is_some() || title_is_name {
        described.summary = None;
    }
    let mut lines = docs::lines_with_deprecation(&described);
    docs::append(&mut lines, docs::constraints(&def.constraints));
    lines
}

/// The doc comment of a type, which ends in where it comes from, with a word if it is deprecated.
pub fn attributes(def: &TypeDef) -> proc_macro2::TokenStream {
    let mut lines = lines(def);
    docs::append(&mut lines, docs::origin(&def.origin));
    docs::attributes(&lines, false)
}
