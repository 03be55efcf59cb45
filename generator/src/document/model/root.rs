//! OpenAPI Object (OpenAPI 3.0, 4.7.1).

use indexmap::IndexMap;
use openapiv3::{OpenAPI, PathItem, Paths, ReferenceOr};
use serde_json::Value;

use super::components::components;
use super::external_docs::external_docs;
use super::info::{info, no_info};
use super::operation::security;
use super::paths::paths;
use super::server::server;
use super::tag::tag;
use super::webhooks::{Webhooks, webhooks};
use crate::document::cursor::{At, Object, scalar_text};
use crate::document::packed::Packed;
use crate::document::version::Version;

/// All that a file says.
#[derive(Debug)]
pub(in crate::document) struct Root {
    pub(in crate::document) openapi: OpenAPI,
    pub(in crate::document) webhooks: Webhooks,
    pub(in crate::document) path_items: IndexMap<String, ReferenceOr<PathItem>>,
    pub(in crate::document) packed: Packed,
}

/// Reads the description whose root is `value`.
pub(in crate::document) fn root(value: Value, at: &At<'_>) -> Option<Root> {
    let mut object = Object::new(value, at)?;
    let webhooks = webhooks(&mut object);
    let mut packed = Packed::default();
    let parts = object.one("components", |value, at| {
        components(value, at, &mut packed.schemas)
    });
    let (components, path_items) = match parts {
        Some((components, path_items)) => (Some(components), path_items),
        None => (None, IndexMap::new()),
    };
    let optional = at.context.version > Version::V30 || !webhooks.is_empty();
    let openapi = OpenAPI {
        openapi: object.one("openapi", scalar_text).unwrap_or_default(),
        info: object.one("info", info).unwrap_or_else(|| {
            object.missing("info", "leaves the API without a name and a version");
            no_info()
        }),
        servers: object.each("servers", server),
        paths: object
            .one("paths", |value, at| paths(value, at, &mut packed.paths))
            .unwrap_or_else(|| {
                if !optional {
                    object.missing("paths", "leaves it without operations");
                }
                Paths::default()
            }),
        components,
        security: security(&mut object),
        tags: object.each("tags", tag),
        external_docs: object.one("externalDocs", external_docs),
        extensions: object.extensions(),
    };
    Some(Root {
        openapi,
        webhooks,
        path_items,
        packed,
    })
}
