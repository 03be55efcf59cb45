//! The schema that nothing fits: `false`.

use openapiv3::{AnySchema, SchemaKind};

use super::spot::{Node, Spot};

/// Whether no value fits: the reader makes that of `false`.
pub(super) fn is_never(any: &AnySchema) -> bool {
    let not = any.not.as_ref().and_then(|not| not.as_item());
    match not.map(|not| (&not.schema_data, &not.schema_kind)) {
        Some((data, SchemaKind::Any(not))) => {
            *not == AnySchema::default() && !data.nullable && data.extensions.is_empty()
        }
        _ => false,
    }
}

/// Whether `false` stands at `spot`.
pub(super) fn says_never(spot: &Spot<'_>) -> bool {
    spot.parts.iter().any(|part| match part.node {
        Node::Inline(schema) => {
            matches!(&schema.schema_kind, SchemaKind::Any(any) if is_never(any))
        }
        Node::Reference(_) => false,
    })
}
