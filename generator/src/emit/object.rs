//! An object with named members:
//!
//! ```yaml
//! WebhookInput:
//!   type: object
//!   required: [url]
//!   properties:
//!     url: { type: string }
//!     displayName: { type: string }
//! ```
//!
//! ```text
//! #[derive(Clone)]
//! pub struct WebhookInput {
//!     pub url: String,
//!
//!     pub display_name: Option<String>,
//! }
//!
//! object! {
//!     WebhookInput {
//!         url,
//!         display_name? = "displayName",
//!     }
//! }
//! ```
//!
//! with `new` and setters if a client sends it.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::{Extra, Source, constraints, docs, given, types, usage::Usage};
use crate::api::{Constant, Field, Object, TypeDef};
use crate::names::TypeNames;

/// Emits the struct of an object, what makes one, and its serde.
pub fn emit(
    def: &TypeDef,
    shape: &Object,
    names: &TypeNames,
    extra: &Extra,
    usage: &Usage<'_>,
    source: &mut Source,
) {
    let parts = Parts {
        def,
        shape,
        names,
        usage,
    };
    let declaration = parts.declaration(extra, source);
    source.items.push(declaration);
    if def.direction.sent {
        let constructors = parts.constructors(source);
        source.items.push(constructors);
    }
    source.imports.runtime("object");
    source.items.push(parts.members());
    constraints::emit(def, shape, names, source);
}

/// What `object!` implements, of what can be derived.
const IMPLEMENTED: &[&str] = &["Debug", "PartialEq"];

struct Parts<'a> {
    def: &'a TypeDef,
    shape: &'a Object,
    names: &'a TypeNames,
    usage: &'a Usage<'a>,
}

impl Parts<'_> {
    /// The struct itself.
    fn declaration(&self, extra: &Extra, source: &mut Source) -> TokenStream {
        let attributes = types::attributes(self.def);
        let name = format_ident!("{}", self.names.name);
        let fields = self.fields().map(|(field, member)| {
            let attributes = self.field_attributes(field);
            let member = ident(member);
            let ty = self.usage.field(field, &mut source.imports);
            quote!(#attributes pub #member: #ty)
        });
        let fields: Vec<TokenStream> = fields.collect();
        let rest = self.shape.rest.as_ref().map(|ty| {
            source.imports.add("std::collections", "BTreeMap");
            let ty = self.usage.ty(ty, &mut source.imports);
            let rest = ident(&self.names.rest);
            quote! {
                /// Members that the description does not name.
                pub #rest: BTreeMap<String, #ty>,
            }
        });
        let own: &[&str] = if self.def.direction.sent && self.needs_nothing() {
            &["Clone", "Default"]
        } else {
            &["Clone"]
        };
        let derives = given::attributes(own, IMPLEMENTED, extra);
        quote! {
            #attributes
            #derives
            #[non_exhaustive]
            pub struct #name {
                #(#fields,)*
                #rest
            }
        }
    }

    /// `new` for what is required, and a setter for each of the others.
    fn constructors(&self, source: &mut Source) -> TokenStream {
        let name = format_ident!("{}", self.names.name);
        let mut arguments = Vec::new();
        let mut values = Vec::new();
        let mut setters = Vec::new();
        for (field, member) in self.fields() {
            let member = ident(member);
            let (ty, value) = self.usage.kept(&field.ty, &member, &mut source.imports);
            let value = if field.recursive {
                quote!(Box::new(#value))
            } else {
                value
            };
            // What a client sends and a server does not: it has to be said, and may be absent.
            let one_way = field.demanded && !field.required;
            match (field.demanded, field.nullable) {
                (true, false) if one_way => {
                    arguments.push(quote!(#member: #ty));
                    values.push(quote!(#member: Some(#value)));
                }
                (true, false) => {
                    let is_shorthand = member == value.to_string().as_str();
                    values.push(if is_shorthand {
                        value
                    } else {
                        quote!(#member: #value)
                    });
                    arguments.push(quote!(#member: #ty));
                }
                (true, true) => {
                    let ty = self.usage.field(field, &mut source.imports);
                    arguments.push(quote!(#member: impl Into<#ty>));
                    values.push(quote!(#member: #member.into()));
                }
                (false, nullable) => {
                    values.push(if nullable {
                        quote!(#member: Maybe::Absent)
                    } else {
                        quote!(#member: None)
                    });
                    // A client does not send what is read only.
                    if !field.read_only {
                        setters.push(setter(field, &member, &ty, &value));
                    }
                }
            }
        }
        if self.shape.rest.is_some() {
            let rest = ident(&self.names.rest);
            values.push(quote!(#rest: BTreeMap::new()));
        }
        let new = if self.needs_nothing() {
            // A setter called `default` would be meant by `Self::default`.
            let of = match self.fields().any(|(_, member)| member == "default") {
                true => quote!(Default),
                false => quote!(Self),
            };
            quote! {
                /// With nothing set.
                #[must_use]
                pub fn new() -> Self {
                    #of::default()
                }
            }
        } else {
            quote! {
                /// With what is required, and nothing else set.
                #[must_use]
                pub fn new(#(#arguments),*) -> Self {
                    Self { #(#values),* }
                }
            }
        };
        quote! {
            impl #name {
                #new

                #(#setters)*
            }
        }
    }

    /// The object's serde: one member a line, with its name on the wire where that differs.
    fn members(&self) -> TokenStream {
        let name = format_ident!("{}", self.names.name);
        let constants = self.shape.constants.iter().map(constant);
        let fields = self.fields().map(|(field, member)| {
            let optional = (!field.required).then(|| quote!(?));
            let wire = (member != field.name).then(|| {
                let wire = &field.name;
                quote!(= #wire)
            });
            let member = ident(member);
            quote!(#member #optional #wire)
        });
        let rest = self.shape.rest.as_ref().map(|_| {
            let rest = ident(&self.names.rest);
            quote!(..#rest)
        });
        quote! {
            object! {
                #name {
                    #(#constants,)*
                    #(#fields,)*
                    #rest
                }
            }
        }
    }

    fn field_attributes(&self, field: &Field) -> TokenStream {
        let mut lines = docs::lines_with_deprecation(&docs::titled(&field.docs, &field.name));
        if let Some(constraints) = &field.constraints
            && !self.usage.says(&field.ty, constraints)
        {
            docs::append(&mut lines, docs::constraints(constraints));
        }
        let direction = self.def.direction;
        if direction.sent && direction.received && field.read_only {
            let about = "Read only: a server says it, and a client does not.";
            docs::append(&mut lines, vec![about.to_owned()]);
        }
        if direction.sent && direction.received && field.write_only {
            let about = "Write only: a client says it, and a server does not.";
            docs::append(&mut lines, vec![about.to_owned()]);
        }
        if let Some(default) = &field.default {
            docs::append(&mut lines, docs::default(default));
        }
        docs::attributes(&lines, false)
    }

    /// Whether every member may be left out.
    fn needs_nothing(&self) -> bool {
        self.shape.fields.iter().all(|field| !field.demanded)
    }

    fn fields(&self) -> impl Iterator<Item = (&Field, &str)> {
        self.shape
            .fields
            .iter()
            .zip(self.names.members.iter().map(String::as_str))
    }
}

fn setter(field: &Field, member: &Ident, ty: &TokenStream, value: &TokenStream) -> TokenStream {
    let about = format!(" Sets {}.", docs::code(&field.name));
    let value = if field.nullable {
        quote!(Maybe::Value(#value))
    } else {
        quote!(Some(#value))
    };
    quote! {
        #[doc = #about]
        #[must_use]
        pub fn #member(mut self, #member: #ty) -> Self {
            self.#member = #value;
            self
        }
    }
}

/// `"kind" == "webhook"`.
fn constant(constant: &Constant) -> TokenStream {
    let name = &constant.name;
    let value = literal(&constant.json);
    quote!(#name == #value)
}

/// A JSON scalar as a literal.
pub fn literal(json: &str) -> TokenStream {
    if let Ok(text) = serde_json::from_str::<String>(json) {
        let text = Literal::string(&text);
        return quote!(#text);
    }
    // What is no string is written alike in JSON and in Rust.
    json.parse().unwrap_or_else(|_| {
        let json = Literal::string(json);
        quote!(#json)
    })
}

/// An identifier, raw or not.
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => format_ident!("{name}"),
    }
}
