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
    match kind.as_str() {
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
            extensions: object.extensions(),
        }),
        "openIdConnect" => Some(SecurityScheme::OpenIDConnect {
            open_id_connect_url: object.text("openIdConnectUrl").unwrap_or_default(),
            description,
            extensions: object.extensions(),
        }),
        // As Swagger 2.0 had it.
        "basic" => {
            at.member("type").warning(
                "unknown-value",
                "`basic` is no type of security scheme, and was taken to be `http` with it",
                "write `type: http` and `scheme: basic`",
            );
            Some(SecurityScheme::HTTP {
                scheme: kind,
                bearer_format: None,
                description,
                extensions: object.extensions(),
            })
        }
        other => {
            at.member("type").warning(
                "unsupported-security-scheme",
                format!("a security scheme `{other}` is not supported, and was left out"),
                "describe another: `apiKey`, `http`, `oauth2` or `openIdConnect`",
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
        extensions: object.extensions(),
    })
}

fn scopes(flow: &mut Object<'_>) -> IndexMap<String, String> {
    flow.named("scopes", |value, at| {
        Some(text(value, at).unwrap_or_default())
    })
}
