//! How a type is written where it is used.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Imports, Input, format, given};
use crate::api::{Constraints, Field, Object, Shape, Type, TypeId};
use crate::choices::StandIn;
use crate::names::TypeNames;

/// Writes types for one file, and brings what they need into its scope.
pub struct Usage<'a> {
    input: Input<'a>,
    from: From<'a>,
}

/// Where types are written.
enum From<'a> {
    /// In `types.rs`, where all named types are.
    Types,
    /// In the file of these types.
    File(&'a [TypeId]),
    /// Anywhere else.
    Outside,
}

impl<'a> Usage<'a> {
    /// For `types.rs`, where the named types are.
    pub fn in_types(input: Input<'a>) -> Self {
        let from = From::Types;
        Self { input, from }
    }

    /// For a file in which these types are and no others.
    pub fn in_file(input: Input<'a>, types: &'a [TypeId]) -> Self {
        let from = From::File(types);
        Self { input, from }
    }

    /// For any other file.
    pub fn outside_types(input: Input<'a>) -> Self {
        let from = From::Outside;
        Self { input, from }
    }

    /// `Array(Named(Webhook))` is `Vec<Webhook>`, or `Vec<types::Webhook>` elsewhere.
    pub fn ty(&self, ty: &Type, imports: &mut Imports) -> TokenStream {
        let mut runtime = |name: &str| {
            imports.runtime(name);
            let name = format_ident!("{name}");
            quote!(#name)
        };
        if let Some(stand_in) = format::stand_in(ty, self.input) {
            return format::ty(ty, stand_in, imports);
        }
        match ty {
            Type::Any => runtime("Value"),
            Type::Bool => quote!(bool),
            Type::I32 => quote!(i32),
            Type::I64 => quote!(i64),
            Type::U64 => quote!(u64),
            Type::F64 => quote!(f64),
            Type::Secret => runtime("Secret"),
            Type::File => runtime("FormFile"),
            // What has a format was written above.
            Type::String | Type::Date | Type::DateTime | Type::Decimal | Type::Uri | Type::Uuid => {
                quote!(String)
            }
            Type::Array(items) => {
                let items = self.ty(items, imports);
                quote!(Vec<#items>)
            }
            Type::Tuple(tuple) => {
                let elements = tuple.elements.iter().map(|ty| self.ty(ty, imports));
                let elements: Vec<_> = elements.collect();
                let elements = match elements.as_slice() {
                    [only] => quote!((#only,)),
                    several => quote!((#(#several),*)),
                };
                match &tuple.rest {
                    None => elements,
                    Some(rest) => {
                        imports.runtime("Tuple");
                        let rest = (*rest != Type::Any).then(|| self.ty(rest, imports));
                        let rest = rest.map(|rest| quote!(, #rest));
                        quote!(Tuple<#elements #rest>)
                    }
                }
            }
            Type::Map(values) => {
                imports.add("std::collections", "BTreeMap");
                let values = self.ty(values, imports);
                quote!(BTreeMap<String, #values>)
            }
            Type::Nullable(inner) => {
                let inner = self.ty(inner, imports);
                quote!(Option<#inner>)
            }
            Type::Named(id) => self.named(*id, imports),
            Type::Own(path) => given::tokens(path),
        }
    }

    /// The type of a field: with its box, and with what says that it may be absent or null.
    pub fn field(&self, field: &Field, imports: &mut Imports) -> TokenStream {
        let inner = self.ty(&field.ty, imports);
        let inner = if field.recursive {
            quote!(Box<#inner>)
        } else {
            inner
        };
        match (field.required, field.nullable) {
            (true, false) => inner,
            (true, true) | (false, false) => quote!(Option<#inner>),
            (false, true) => {
                imports.runtime("Maybe");
                quote!(Maybe<#inner>)
            }
        }
    }

    /// Whether `ty` is an alias that says `constraints` of itself.
    pub fn says(&self, ty: &Type, constraints: &Constraints) -> bool {
        match ty {
            Type::Named(id) => {
                let own = &self.input.api.types[*id].constraints;
                own.as_deref() == Some(constraints)
            }
            _ => false,
        }
    }

    /// The type of a variant: whatever has members is boxed, so that no variant's type depends on
    /// the size of the others.
    pub fn variant(&self, ty: &Type, imports: &mut Imports) -> TokenStream {
        let inner = self.ty(ty, imports);
        if self.has_members(ty) {
            quote!(Box<#inner>)
        } else {
            inner
        }
    }

    /// What a function takes for a value that it keeps, and how that becomes the value: text and
    /// lists are taken in whatever form they come.
    pub fn kept(
        &self,
        ty: &Type,
        name: &Ident,
        imports: &mut Imports,
    ) -> (TokenStream, TokenStream) {
        let plain = self.ty(ty, imports);
        let converts = match format::stand_in(ty, self.input) {
            Some(stand_in) => {
                matches!(stand_in, StandIn::String | StandIn::Runtime | StandIn::Time)
            }
            None => matches!(
                ty,
                Type::String
                    | Type::Secret
                    | Type::File
                    | Type::Array(_)
                    | Type::Tuple(_)
                    | Type::Map(_)
                    | Type::Any
            ),
        };
        if converts {
            (quote!(impl Into<#plain>), quote!(#name.into()))
        } else {
            (plain, quote!(#name))
        }
    }

    /// The object that a type is, with the names of what is in it; seen through aliases.
    pub fn object(&self, ty: &Type) -> Option<(&'a Object, &'a TypeNames)> {
        match ty {
            Type::Named(id) => match &self.input.api.types[*id].shape {
                Shape::Object(object) => Some((object, &self.input.names.types[id.0 as usize])),
                Shape::Alias(inner) => self.object(inner),
                Shape::Enum(_) | Shape::Union(_) => None,
            },
            _ => None,
        }
    }

    /// What a function takes for a value that it only reads, and how that becomes a reference.
    pub fn read(
        &self,
        ty: &Type,
        name: &Ident,
        imports: &mut Imports,
    ) -> (TokenStream, TokenStream) {
        let plain = self.ty(ty, imports);
        match format::stand_in(ty, self.input) {
            Some(StandIn::String) => return (quote!(&str), quote!(#name)),
            // They are no larger than a few numbers, and `Copy`.
            Some(
                StandIn::Chrono
                | StandIn::Jiff
                | StandIn::RustDecimal
                | StandIn::Time
                | StandIn::Uuid,
            ) => return (plain, quote!(&#name)),
            Some(StandIn::Runtime | StandIn::Url) | None => {}
        }
        match ty {
            Type::String => (quote!(&str), quote!(#name)),
            Type::Array(items) => {
                let items = self.ty(items, imports);
                (quote!(&[#items]), quote!(#name))
            }
            Type::Bool | Type::I32 | Type::I64 | Type::U64 | Type::F64 => (plain, quote!(&#name)),
            _ => (quote!(&#plain), quote!(#name)),
        }
    }

    fn has_members(&self, ty: &Type) -> bool {
        let id = match ty {
            Type::Named(id) => id,
            // Nobody here knows what it has.
            Type::Own(_) => return true,
            _ => return false,
        };
        match &self.input.api.types[*id].shape {
            Shape::Object(_) | Shape::Union(_) => true,
            Shape::Enum(_) => false,
            Shape::Alias(inner) => self.has_members(inner),
        }
    }

    fn named(&self, id: TypeId, imports: &mut Imports) -> TokenStream {
        let called = &self.input.names.types[id.0 as usize].name;
        let name = format_ident!("{called}");
        match self.from {
            From::Types => quote!(#name),
            From::File(types) => {
                if !types.contains(&id) {
                    imports.add("super", called);
                }
                quote!(#name)
            }
            From::Outside => {
                imports.add("super", "types");
                quote!(types::#name)
            }
        }
    }
}
