//! The types that a description names: in one file, or in a file a schema.

use std::collections::BTreeMap;

use quote::{format_ident, quote};

use super::{Input, STRETCH, Source, docs, enumeration, object, union, usage::Usage};
use crate::api::{Shape, Type, TypeDef, TypeId};
use crate::choices::{Layout, Received};
use crate::names::{TypeNames, file_names};

/// Some of the types, and the file that they are a stretch of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// Of `types.rs`.
    OfAll(Vec<TypeId>),
    /// All of the file of one schema, which is called by this name.
    File(String, Vec<TypeId>),
    /// The file that has the types of all these at hand.
    Root(Vec<(String, Vec<TypeId>)>),
}

/// The types, a few at a time, each file in the order of their names.
pub fn stretches(input: Input<'_>) -> Vec<Stretch> {
    let mut ids: Vec<TypeId> = input.api.types.iter().map(|(id, _)| id).collect();
    ids.sort_by_key(|id| &names_of(input, *id).name);
    match input.options.choices.layout {
        Layout::FilePerRole => {
            let stretches = ids.chunks(STRETCH);
            stretches.map(|ids| Stretch::OfAll(ids.to_vec())).collect()
        }
        Layout::FilePerType if ids.is_empty() => Vec::new(),
        Layout::FilePerType => {
            let mut files = by_file(input, &ids);
            files.sort();
            let root = Stretch::Root(files.clone());
            let files = files
                .into_iter()
                .map(|(file, ids)| Stretch::File(file, ids));
            std::iter::once(root).chain(files).collect()
        }
    }
}

/// What the file of all types says of itself.
fn about(input: Input<'_>) -> &'static str {
    match input.options.choices.received {
        Received::AsDescribed => "What requests, responses and deliveries consist of.",
        Received::Lenient => {
            "What requests, responses and deliveries consist of. What is only received is optional, \
             also where it is described as required; what tells events and variants apart is not."
        }
    }
}

/// Emits some of the types.
pub fn emit(input: Input<'_>, stretch: &Stretch) -> Source {
    match stretch {
        Stretch::OfAll(ids) => {
            let mut source = Source::new("types.rs", about(input));
            fill(input, ids, &Usage::in_types(input), &mut source);
            source
        }
        Stretch::File(file, ids) => {
            let mut source = Source::new(format!("types/{file}.rs"), "");
            fill(input, ids, &Usage::in_file(input, ids), &mut source);
            source
        }
        Stretch::Root(files) => at_hand(input, files),
    }
}

/// The file that has all types at hand, each of which is in a file of its schema's.
fn at_hand(input: Input<'_>, files: &[(String, Vec<TypeId>)]) -> Source {
    let mut root = Source::new("types/mod.rs", about(input));
    let modules = files.iter().map(|(file, _)| {
        let module = format_ident!("{file}");
        quote!(mod #module;)
    });
    root.items.push(quote!(#(#modules)*));
    for (file, ids) in files {
        let names = ids.iter().map(|id| names_of(input, *id).name.clone());
        root.exports.insert(file.clone(), names.collect());
    }
    root
}

/// The types by the schema, operation or event that they stand in, which a file is called by: as
/// the schema's own type is, where it has one.
fn by_file(input: Input<'_>, ids: &[TypeId]) -> Vec<(String, Vec<TypeId>)> {
    let types = &input.api.types;
    let own = ids.iter().filter(|id| types[**id].name.steps.is_empty());
    let own: BTreeMap<&str, &str> = own
        .map(|id| (&*types[*id].name.root, &*names_of(input, *id).name))
        .collect();
    let mut groups = BTreeMap::<&str, Vec<TypeId>>::new();
    for id in ids {
        let root = types[*id].name.root.as_str();
        let called = own.get(root).copied().unwrap_or(root);
        groups.entry(called).or_default().push(*id);
    }
    let called: Vec<&str> = groups.keys().copied().collect();
    let names = file_names(&called).into_iter();
    names.zip(groups.into_values()).collect()
}

fn fill(input: Input<'_>, ids: &[TypeId], usage: &Usage<'_>, source: &mut Source) {
    for id in ids {
        let (def, names) = (&input.api.types[*id], names_of(input, *id));
        let extra = input.extras.of(*id);
        match &def.shape {
            Shape::Object(shape) => object::emit(def, shape, names, &extra, usage, source),
            Shape::Enum(shape) => enumeration::emit(def, shape, names, &extra, source),
            Shape::Union(shape) => union::emit(def, shape, names, &extra, usage, source),
            Shape::Alias(ty) => alias(def, ty, names, usage, source),
        }
    }
}

fn names_of(input: Input<'_>, id: TypeId) -> &TypeNames {
    &input.names.types[id.0 as usize]
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
    let described = docs::titled(&def.docs, &def.name.root);
    let mut lines = docs::lines_with_deprecation(&described);
    if let Some(constraints) = &def.constraints {
        docs::append(&mut lines, docs::constraints(constraints));
    }
    lines
}

/// The doc comment of a type, which ends in where it comes from, with a word if it is deprecated.
pub fn attributes(def: &TypeDef) -> proc_macro2::TokenStream {
    let mut lines = lines(def);
    docs::append(&mut lines, docs::origin(&def.origin));
    docs::attributes(&lines, false)
}
