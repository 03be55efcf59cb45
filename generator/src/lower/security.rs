//! `components.securitySchemes` and `security`: what a client shows to be let in.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme as Declared};
use serde_json::Value;

use super::docs::docs;
use super::resolve::resolved;
use crate::api::{Credential, SecurityId, SecurityScheme};
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::Document;

/// The schemes of a description.
#[derive(Debug, Default)]
pub(super) struct Schemes<'a> {
    /// Those that a generated client can serve, in the order of their names.
    pub(super) served: Vec<SecurityScheme>,
    /// What `x-token-operation` says, and where; by the scheme's name.
    pub(super) tokens: Vec<(&'a str, &'a Value, Pointer)>,
    /// The names of those that it cannot.
    skipped: BTreeSet<&'a str>,
}

/// Lowers the schemes. Where their tokens come from is for later: see [`super::token`].
pub(super) fn schemes<'a>(document: &'a Document, diagnostics: &mut Diagnostics) -> Schemes<'a> {
    let mut schemes = Schemes::default();
    let Some(components) = &document.openapi.components else {
        return schemes;
    };
    let section = Pointer::default()
        .member("components")
        .member("securitySchemes");
    let mut declared: Vec<_> = components.security_schemes.iter().collect();
    declared.sort_unstable_by_key(|(name, _)| *name);
    for (name, scheme) in declared {
        let origin = section.member(name);
        let find = |reference: &str| document.security_scheme(reference);
        let Some((scheme, at)) = resolved(document, scheme, &origin, find, diagnostics) else {
            schemes.skipped.insert(name);
            continue;
        };
        let Some(credential) = credential(scheme, &at, diagnostics) else {
            schemes.skipped.insert(name);
            continue;
        };
        let (description, extensions) = said(scheme);
        if let Some(value) = extensions.get("x-token-operation") {
            let at = at.member("x-token-operation");
            schemes.tokens.push((name, value, at));
        }
        schemes.served.push(SecurityScheme {
            name: name.clone(),
            origin: origin.to_string(),
            docs: docs(None, description, false),
            credential,
            token: None,
        });
    }
    schemes
}

fn credential(
    scheme: &Declared,
    at: &Pointer,
    diagnostics: &mut Diagnostics,
) -> Option<Credential> {
    match scheme {
        Declared::APIKey { location, name, .. } => Some(match location {
            APIKeyLocation::Header => Credential::Header(name.clone()),
            APIKeyLocation::Query => Credential::Query(name.clone()),
            APIKeyLocation::Cookie => Credential::Cookie(name.clone()),
        }),
        Declared::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
            Some(Credential::Bearer)
        }
        Declared::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => {
            Some(Credential::Basic)
        }
        Declared::HTTP { scheme, .. } => {
            diagnostics
                .warning(
                    "not-modelled",
                    at.member("scheme"),
                    format!("credentials of the http scheme `{scheme}` cannot be shown, so the scheme is left out"),
                )
                .help("describe it as an apiKey in the header Authorization, or give the client a reqwest::Client of your own");
            None
        }
        Declared::OAuth2 { .. } | Declared::OpenIDConnect { .. } => Some(Credential::Bearer),
    }
}

fn said(scheme: &Declared) -> (Option<&str>, &IndexMap<String, Value>) {
    let (description, extensions) = match scheme {
        Declared::APIKey {
            description,
            extensions,
            ..
        }
        | Declared::HTTP {
            description,
            extensions,
            ..
        }
        | Declared::OAuth2 {
            description,
            extensions,
            ..
        }
        | Declared::OpenIDConnect {
            description,
            extensions,
            ..
        } => (description, extensions),
    };
    (description.as_deref(), extensions)
}

impl Schemes<'_> {
    fn id(&self, name: &str) -> Option<SecurityId> {
        let found = (0..)
            .zip(&self.served)
            .find(|(_, known)| known.name == name);
        found.map(|(index, _)| SecurityId(index))
    }

    /// What `security` asks for: any of the alternatives will do. One that needs nothing comes
    /// last, for the others say more; where there are no others, nothing is needed.
    pub(super) fn alternatives(
        &self,
        requirements: &[SecurityRequirement],
        at: &Pointer,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Vec<SecurityId>> {
        let mut alternatives = Vec::new();
        for (index, requirement) in requirements.iter().enumerate() {
            let alternative = self.alternative(requirement, &at.element(index), diagnostics);
            if !alternatives.contains(&alternative) {
                alternatives.push(alternative);
            }
        }
        alternatives.sort_by_key(Vec::is_empty);
        if alternatives.first().is_some_and(Vec::is_empty) {
            alternatives.clear();
        }
        alternatives
    }

    /// What is needed together, as far as it can be shown.
    fn alternative(
        &self,
        requirement: &SecurityRequirement,
        at: &Pointer,
        diagnostics: &mut Diagnostics,
    ) -> Vec<SecurityId> {
        let mut needed = BTreeSet::new();
        for name in requirement.keys() {
            if let Some(id) = self.id(name) {
                needed.insert(id);
            } else if !self.skipped.contains(name.as_str()) {
                diagnostics
                    .warning(
                        "unknown-security-scheme",
                        at.member(name),
                        format!("there is no security scheme `{name}` that could be shown, so it is not"),
                    )
                    .help("declare it in components.securitySchemes; a client certificate is for a reqwest::Client of your own");
            }
        }
        needed.into_iter().collect()
    }
}

#[cfg(test)]
mod tests;
