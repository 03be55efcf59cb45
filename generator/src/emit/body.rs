//! The body of a request, as an argument and what is done with it:
//!
//! ```yaml
//! requestBody:
//!   required: true
//!   content:
//!     multipart/form-data:
//!       schema: { $ref: '#/components/schemas/Upload' }
//!       encoding: { photo: { contentType: image/png } }
//! ```
//!
//! ```rust,ignore
//! body: types::Upload
//!
//! let mut form = Multipart::new();
//! form.field("caption", &body.caption);
//! form.file_of("photo", "image/png", &body.photo);
//! call.multipart(form);
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::object::{ident, literal};
use super::{Source, call, usage::Usage};
use crate::api::{Body, Field, FormLayout, FormMember, Media, Stream, Type, Written};

/// How a body is taken, and set.
pub struct Setting {
    /// The argument.
    pub argument: TokenStream,
    /// What comes before the call.
    pub statements: Vec<TokenStream>,
    /// The call that sets it.
    pub set: TokenStream,
}

impl Setting {
    /// Set by one call.
    pub fn plain(argument: TokenStream, set: TokenStream) -> Self {
        Self {
            argument,
            statements: Vec::new(),
            set,
        }
    }
}

/// The argument that takes a body, and what sets it.
pub fn set(body: &Body, name: &str, usage: &Usage<'_>, source: &mut Source) -> Setting {
    let name = ident(name);
    let (argument, value) = match body.media.ty() {
        Some(ty) => argument(ty, &name, usage, source),
        None => (quote!(), quote!(#name)),
    };
    match &body.media {
        Media::Json { content_type, .. } if content_type == "application/json" => {
            Setting::plain(argument, quote!(json(#value)))
        }
        Media::Json { content_type, .. } => {
            Setting::plain(argument, quote!(json_as(#content_type, #value)))
        }
        Media::Form { layout, .. } => form(layout, argument, &value, source),
        Media::Multipart { ty, members } => Setting {
            argument,
            statements: multipart(ty, members, &name, &value, usage, source),
            set: quote!(multipart(form)),
        },
        Media::Text { content_type } => Setting::plain(
            quote!(#name: impl Into<String>),
            quote!(text(#content_type, #name)),
        ),
        Media::Bytes { content_type } | Media::Stream(Stream { content_type, .. }) => {
            source.imports.runtime("Bytes");
            Setting::plain(
                quote!(#name: impl Into<Bytes>),
                quote!(bytes(#content_type, #name)),
            )
        }
    }
}

/// `body: types::Charge`, and a reference to what it takes.
fn argument(
    ty: &Type,
    name: &Ident,
    usage: &Usage<'_>,
    source: &mut Source,
) -> (TokenStream, TokenStream) {
    let (ty, value) = match ty {
        Type::Named(_) | Type::Own(_) => (usage.ty(ty, &mut source.imports), quote!(&#name)),
        _ => usage.read(ty, name, &mut source.imports),
    };
    (quote!(#name: #ty), value)
}

/// A body that is kept for many requests, as the argument takes it.
pub fn kept(ty: &Type, name: &str, usage: &Usage<'_>, source: &mut Source) -> TokenStream {
    let name = ident(name);
    if matches!(ty, Type::Named(_) | Type::Own(_)) {
        return quote!(#name.clone());
    }
    // What the argument is no reference to is `Copy`.
    let (_, value) = usage.read(ty, &name, &mut source.imports);
    if value.to_string().starts_with('&') {
        quote!(#name)
    } else {
        quote!(&#name)
    }
}

/// `form_as(&body, Style::DeepObject.explode())`, or what is said of each member before.
fn form(
    layout: &FormLayout,
    argument: TokenStream,
    value: &TokenStream,
    source: &mut Source,
) -> Setting {
    let members = match layout {
        FormLayout::Usual => return Setting::plain(argument, quote!(form(#value))),
        FormLayout::Alike(layout) => {
            let layout = call::layout(*layout, source);
            return Setting::plain(argument, quote!(form_as(#value, #layout)));
        }
        FormLayout::Members(members) => members,
    };
    source.imports.runtime("Form");
    let mut statements = vec![quote!(let mut form = Form::new(#value);)];
    statements.extend(members.iter().map(|member| {
        let name = &member.name;
        match &member.written {
            Written::ContentType(content_type) => quote!(form.content_type(#name, #content_type);),
            Written::Layout(layout) => {
                let layout = call::layout(*layout, source);
                quote!(form.layout(#name, #layout);)
            }
        }
    }));
    Setting {
        argument,
        statements,
        set: quote!(form_with(form)),
    }
}

/// A form of several parts: a statement a member, if what it says is an object.
fn multipart(
    ty: &Type,
    members: &[FormMember],
    body: &Ident,
    value: &TokenStream,
    usage: &Usage<'_>,
    source: &mut Source,
) -> Vec<TokenStream> {
    source.imports.runtime("Multipart");
    let mut statements = vec![quote!(let mut form = Multipart::new();)];
    let Some((object, names)) = usage.object(ty) else {
        statements.push(quote!(form.fields(#value);));
        return statements;
    };
    for constant in &object.constants {
        let (name, value) = (&constant.name, literal(&constant.json));
        statements.push(quote!(form.field(#name, &#value);));
    }
    for (field, member) in object.fields.iter().zip(&names.members) {
        let mut members = members.iter();
        let found = members.find(|known| known.name == field.name);
        let member = ident(member);
        let value = quote!(&#body.#member);
        let add = add(field, found.map(|found| &found.written), &value, source);
        statements.push(quote!(form.#add;));
    }
    if object.rest.is_some() {
        let rest = ident(&names.rest);
        statements.push(quote!(form.fields(&#body.#rest);));
    }
    statements
}

/// `field("caption", &body.caption)`.
fn add(
    field: &Field,
    written: Option<&Written>,
    value: &TokenStream,
    source: &mut Source,
) -> TokenStream {
    let name = &field.name;
    let kind = if is_file(&field.ty) { "file" } else { "field" };
    match written {
        None => {
            let add = format_ident!("{kind}");
            quote!(#add(#name, #value))
        }
        Some(Written::ContentType(content_type)) => {
            let add = format_ident!("{kind}_of");
            quote!(#add(#name, #content_type, #value))
        }
        Some(Written::Layout(layout)) => {
            let layout = call::layout(*layout, source);
            quote!(field_as(#name, #value, #layout))
        }
    }
}

fn is_file(ty: &Type) -> bool {
    match ty {
        Type::File => true,
        Type::Array(inner) => is_file(inner),
        _ => false,
    }
}
