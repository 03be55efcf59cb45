//! Security Scheme Object (OpenAPI 3.0, 4.7.27) and OAuth Flows Object (4.7.28).

use indexmap::IndexMap;
use openapiv3::{
    APIKeyLocation, AuthorizationCodeOAuth2Flow, ClientCredentialsOAuth2Flow, ImplicitOAuth2Flow,
    OAuth2Flows, PasswordOAuth2Flow, SecurityScheme,
};
use serde_json::Value;

use crate::document::cursor::{At, Object, text};

pub(in crate::document) fn security_scheme(value: Value, at: &At<'_>) -> Option<SecurityScheme> {
    let mut object = Object::new(value, at)?;
    let kind = object.needed_text("type")?;
    let description = object.text("description");
    // OpenAPI 3.2, 4.27.1.
    let deprecated = object.flag("deprecated");
    let mut scheme = described(&kind, description, object)?;
    if deprecated {
        let kept = ("x-hookgen-deprecated".to_owned(), Value::Bool(true));
        extensions(&mut scheme).extend([kept]);
    }
    Some(scheme)
}

fn extensions(scheme: &mut SecurityScheme) -> &mut IndexMap<String, Value> {
    match scheme {
        SecurityScheme::APIKey { extensions, .. }
        | SecurityScheme::HTTP { extensions, .. }
        | SecurityScheme::OAuth2 { extensions, .. }
        | SecurityScheme::OpenIDConnect { extensions, .. } => extensions,
    }
}

/// Reads the rest of a scheme of the type `kind`.
fn described(
    kind: &str,
    description: Option<String>,
    mut object: Object<'_>,
) -> Option<SecurityScheme> {
    let at = object.at;
    match kind {
        "apiKey" => Some(SecurityScheme::APIKey {
            location: object.one("in", location)?,
            name: object.needed_text("name")?,
            description,
            extensions: object.extensions(),
        }),
        "http" => Some(SecurityScheme::HTTP {
            scheme: object.needed_text("scheme")?,
            bearer_format: object.text("bearerFormat"),
            description,
            extensions: object.extensions(),
        }),
        "oauth2" => Some(SecurityScheme::OAuth2 {
            flows: object.one("flows", flows).unwrap_or_default(),
            description,
            extensions: {
                // OpenAPI 3.2, 4.27.1.
                let metadata = object.text("oauth2MetadataUrl");
                let mut extensions = object.extensions();
                let kept = metadata.map(|url| ("x-hookgen-metadata".to_owned(), url.into()));
                extensions.extend(kept);
                extensions
            },
        }),
        "openIdConnect" => Some(SecurityScheme::OpenIDConnect {
            open_id_connect_url: object.text("openIdConnectUrl").unwrap_or_default(),
            description,
            extensions: object.extensions(),
        }),
        // OpenAPI 3.1, 4.8.27.1: there is nothing to it but its name.
        "mutualTLS" => {
            let mut extensions = object.extensions();
            extensions.insert("x-hookgen-mutualTLS".to_owned(), Value::Bool(true));
            Some(SecurityScheme::HTTP {
                scheme: kind.to_owned(),
                bearer_format: None,
                description,
                extensions,
            })
        }
        // As Swagger 2.0 had it.
        "basic" => {
            at.member("type").warning(
                "unknown-value",
                "`basic` is no type of security scheme, and was taken to be `http` with it",
                "write `type: http` and `scheme: basic`",
            );
            Some(SecurityScheme::HTTP {
                scheme: kind.to_owned(),
                bearer_format: None,
                description,
                extensions: object.extensions(),
            })
        }
        other => {
            at.member("type").warning(
                "unsupported-security-scheme",
                format!("a security scheme `{other}` is not supported, and was left out"),
                "describe another: `apiKey`, `http`, `mutualTLS`, `oauth2` or `openIdConnect`",
            );
            None
        }
    }
}

fn location(value: Value, at: &At<'_>) -> Option<APIKeyLocation> {
    match text(value, at)?.as_str() {
        "header" => Some(APIKeyLocation::Header),
        "query" => Some(APIKeyLocation::Query),
        "cookie" => Some(APIKeyLocation::Cookie),
        other => {
            at.warning(
                "unknown-place",
                format!("an API key cannot stand in `{other}`, and the scheme was left out"),
                "write `header`, `query` or `cookie`",
            );
            None
        }
    }
}

fn flows(value: Value, at: &At<'_>) -> Option<OAuth2Flows> {
    let mut object = Object::new(value, at)?;
    Some(OAuth2Flows {
        implicit: object.one("implicit", |value, at| {
            let mut flow = Object::new(value, at)?;
            Some(ImplicitOAuth2Flow {
                authorization_url: flow.text("authorizationUrl").unwrap_or_default(),
                refresh_url: flow.text("refreshUrl"),
                scopes: scopes(&mut flow),
                extensions: flow.extensions(),
            })
        }),
        password: object.one("password", |value, at| {
            let mut flow = Object::new(value, at)?;
            Some(PasswordOAuth2Flow {
                refresh_url: flow.text("refreshUrl"),
                token_url: flow.text("tokenUrl").unwrap_or_default(),
                scopes: scopes(&mut flow),
                extensions: flow.extensions(),
            })
        }),
        client_credentials: object.one("clientCredentials", |value, at| {
            let mut flow = Object::new(value, at)?;
            Some(ClientCredentialsOAuth2Flow {
                refresh_url: flow.text("refreshUrl"),
                token_url: flow.text("tokenUrl").unwrap_or_default(),
                scopes: scopes(&mut flow),
                extensions: flow.extensions(),
            })
        }),
        authorization_code: object.one("authorizationCode", |value, at| {
            let mut flow = Object::new(value, at)?;
            Some(AuthorizationCodeOAuth2Flow {
                authorization_url: flow.text("authorizationUrl").unwrap_or_default(),
                token_url: flow.text("tokenUrl").unwrap_or_default(),
                refresh_url: flow.text("refreshUrl"),
                scopes: scopes(&mut flow),
                extensions: flow.extensions(),
            })
        }),
        extensions: {
            // OpenAPI 3.2, 4.28.1: of its URLs, the one that issues tokens.
            let device = object.one("deviceAuthorization", |value, at| {
                Object::new(value, at)?.text("tokenUrl")
            });
            let mut extensions = object.extensions();
            extensions.extend(device.map(|url| ("x-hookgen-device".to_owned(), url.into())));
            extensions
        },
    })
}

fn scopes(flow: &mut Object<'_>) -> IndexMap<String, String> {
    flow.named("scopes", |value, at| {
        Some(text(value, at).unwrap_or_default())
    })
}
