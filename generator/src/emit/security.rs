//! What a client shows to be let in:
//!
//! ```yaml
//! securitySchemes:
//!   apiKey: { type: apiKey, in: header, name: X-Api-Key }
//! ```
//!
//! ```text
//! pub fn api_key(mut self, key: impl Into<Secret>) -> Self {
//!     self.http.credential("apiKey", Credential::header("X-Api-Key", key));
//!     self
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::object::ident;
use super::{Input, Source, body, docs, usage::Usage};
use crate::api::{Credential, SecurityScheme, TokenOperation, Type};
use crate::names::SecurityNames;

/// Emits the methods of a client that take credentials.
pub fn methods(input: Input<'_>, source: &mut Source) -> Vec<TokenStream> {
    let schemes = input.api.security.iter().zip(&input.names.security);
    let mut methods = Vec::new();
    for (scheme, names) in schemes {
        methods.push(given(scheme, names, source));
        if let Some(token) = &scheme.token {
            methods.extend(fetched(input, scheme, token, names, source));
        }
    }
    methods
}

/// The method that takes a credential.
fn given(scheme: &SecurityScheme, names: &SecurityNames, source: &mut Source) -> TokenStream {
    source.imports.runtime("Credential");
    source.imports.runtime("Secret");
    let (shown, arguments, credential) = match &scheme.credential {
        Credential::Bearer => (
            "Sends `token` as `Authorization: Bearer …`.".to_owned(),
            quote!(token: impl Into<Secret>),
            quote!(Credential::bearer(token)),
        ),
        Credential::Basic => (
            "Sends `user` and `password` as `Authorization: Basic …`.".to_owned(),
            quote!(user: impl Into<String>, password: impl Into<Secret>),
            quote!(Credential::basic(user, password)),
        ),
        Credential::Authorization(scheme) => (
            format!(
                "Sends `credentials` as all of `Authorization`, for the scheme {}.",
                docs::code(scheme)
            ),
            quote!(credentials: impl Into<Secret>),
            quote!(Credential::header("Authorization", credentials)),
        ),
        Credential::Header(name) => (
            format!("Sends `key` in the header {}.", docs::code(name)),
            quote!(key: impl Into<Secret>),
            quote!(Credential::header(#name, key)),
        ),
        Credential::Query(name) => (
            format!("Sends `key` in the query as {}.", docs::code(name)),
            quote!(key: impl Into<Secret>),
            quote!(Credential::query(#name, key)),
        ),
        Credential::Cookie(name) => (
            format!("Sends `key` in the cookie {}.", docs::code(name)),
            quote!(key: impl Into<Secret>),
            quote!(Credential::cookie(#name, key)),
        ),
    };
    let attributes = attributes(scheme, &shown);
    let method = ident(&names.method);
    let scheme = &scheme.name;
    quote! {
        #attributes
        #[must_use]
        pub fn #method(mut self, #arguments) -> Self {
            self.http.credential(#scheme, #credential);
            self
        }
    }
}

/// The method that has a token fetched, and fetched again before it lapses.
fn fetched(
    input: Input<'_>,
    scheme: &SecurityScheme,
    token: &TokenOperation,
    names: &SecurityNames,
    source: &mut Source,
) -> Option<TokenStream> {
    let index = input
        .api
        .operations
        .iter()
        .position(|one| one.id == token.operation)?;
    let operation = ident(&input.names.operations[index].method);
    source.imports.runtime("AccessToken");
    let usage = Usage::outside_types(input);
    let ty = usage.ty(&token.body, &mut source.imports);
    let kept = body::kept(&token.body, "body", &usage, source);
    let about = format!(
        "Gets a token from [`Client::{operation}`] before the first call that needs one, and \
         another before it lapses.",
    );
    let attributes = attributes(scheme, &about);
    let method = ident(&names.from_method);
    let name = &scheme.name;
    let member = member(input, index, &token.token);
    let expires = token.expires.as_ref().map(|expires| {
        let expires = self::member(input, index, expires);
        quote!(.expires(answer.#expires))
    });
    Some(quote! {
        #attributes
        #[must_use]
        pub fn #method(mut self, body: #ty) -> Self {
            let client = self.clone();
            let token = Credential::renewed(move || {
                let request = client.#operation(#kept);
                async move {
                    let answer = request.await?;
                    Ok(AccessToken::new(answer.#member)#expires)
                }
            });
            self.http.credential(#name, token);
            self
        }
    })
}

/// The field of an operation's answer that is `name` on the wire.
fn member(input: Input<'_>, operation: usize, name: &str) -> proc_macro2::Ident {
    let answers = input.api.operations[operation]
        .responses
        .iter()
        .filter_map(|response| match &response.body {
            Some(crate::api::Media::Json { ty, .. }) => match input.api.types.plain(ty) {
                Type::Named(id) => Some(*id),
                _ => None,
            },
            _ => None,
        });
    let found = answers.into_iter().find_map(|id| {
        let crate::api::Shape::Object(object) = &input.api.types[id].shape else {
            return None;
        };
        let index = object.fields.iter().position(|field| field.name == name)?;
        Some(ident(&input.names.types[id.0 as usize].members[index]))
    });
    found.unwrap_or_else(|| format_ident!("token"))
}

fn attributes(scheme: &SecurityScheme, about: &str) -> TokenStream {
    let mut lines = docs::lines_with_deprecation(&scheme.docs);
    docs::append(&mut lines, docs::plain(about));
    docs::append(&mut lines, docs::origin(&scheme.origin));
    docs::attributes(&lines, false)
}
