//! `components.securitySchemes` and `security`: what a client shows to be let in.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme as Declared};
use serde_json::Value;

use super::docs::docs;
use super::resolve::resolved;
use crate::api::{Certificate, Credential, Docs, SecurityId, SecurityScheme};
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::Document;

/// The schemes of a description.
#[derive(Debug, Default)]
pub(super) struct Schemes<'a> {
    /// Those that a generated client can serve, in the order of their names.
    pub(super) served: Vec<SecurityScheme>,
    /// What `x-token-operation` says, and where; by the scheme's name.
    pub(super) tokens: Vec<(&'a str, &'a Value, Pointer)>,
    /// Those that are certificates, which it shows before it sends anything.
    pub(super) certificates: Vec<Certificate>,
    /// The names of those that it shows nothing for.
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
        let (description, extensions) = said(scheme);
        let deprecated = extensions.contains_key("x-hookgen-deprecated");
        let docs = issued(docs(None, description, deprecated), scheme);
        let Some(credential) = credential(scheme) else {
            schemes.skipped.insert(name);
            schemes.certificates.push(Certificate {
                name: name.clone(),
                docs,
            });
            continue;
        };
        if let Some(value) = extensions.get("x-token-operation") {
            let at = at.member("x-token-operation");
            schemes.tokens.push((name, value, at));
        }
        schemes.served.push(SecurityScheme {
            name: name.clone(),
            origin: origin.to_string(),
            docs,
            credential,
            token: None,
        });
    }
    schemes
}

/// What is shown; `None` for a certificate.
fn credential(scheme: &Declared) -> Option<Credential> {
    Some(match scheme {
        Declared::APIKey { location, name, .. } => match location {
            APIKeyLocation::Header => Credential::Header(name.clone()),
            APIKeyLocation::Query => Credential::Query(name.clone()),
            APIKeyLocation::Cookie => Credential::Cookie(name.clone()),
        },
        Declared::HTTP { extensions, .. } if extensions.contains_key("x-hookgen-mutualTLS") => {
            return None;
        }
        Declared::HTTP { scheme, .. } => match scheme.to_ascii_lowercase().as_str() {
            "bearer" => Credential::Bearer,
            "basic" => Credential::Basic,
            _ => Credential::Authorization(scheme.clone()),
        },
        Declared::OAuth2 { .. } | Declared::OpenIDConnect { .. } => Credential::Bearer,
    })
}

/// `docs`, and where the tokens of a scheme are issued.
fn issued(docs: Docs, scheme: &Declared) -> Docs {
    let mut said = Vec::new();
    let mut say = |url: &str, how: &str| {
        let sentence = format!("Tokens are issued {how} `{}`.", url.replace('`', ""));
        if !url.trim().is_empty() && !said.contains(&sentence) {
            said.push(sentence);
        }
    };
    match scheme {
        Declared::OAuth2 {
            flows, extensions, ..
        } => {
            let flow = &flows.authorization_code;
            say(flow.as_ref().map_or("", |flow| &flow.token_url), "by");
            let flow = &flows.client_credentials;
            say(flow.as_ref().map_or("", |flow| &flow.token_url), "by");
            let flow = &flows.password;
            say(flow.as_ref().map_or("", |flow| &flow.token_url), "by");
            let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
            let device = text(flows.extensions.get("x-hookgen-device"));
            say(device.as_deref().unwrap_or_default(), "by");
            let flow = &flows.implicit;
            say(
                flow.as_ref().map_or("", |flow| &flow.authorization_url),
                "by",
            );
            let metadata = text(extensions.get("x-hookgen-metadata"));
            say(metadata.as_deref().unwrap_or_default(), "as described by");
        }
        Declared::OpenIDConnect {
            open_id_connect_url: url,
            ..
        } => say(url, "as described by"),
        Declared::APIKey { .. } | Declared::HTTP { .. } => {}
    }
    if said.is_empty() {
        return docs;
    }
    let own = docs.description;
    said.splice(0..0, own);
    Docs {
        description: Some(said.join("\n\n")),
        ..docs
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
                        format!(
                            "there is no security scheme `{name}` that could be shown, so it is not"
                        ),
                    )
                    .help("declare it in components.securitySchemes");
            }
        }
        needed.into_iter().collect()
    }
}

#[cfg(test)]
mod tests;
