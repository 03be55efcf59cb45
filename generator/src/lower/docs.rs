//! What a description says of a thing.

use super::context::Context;
use super::enumeration::listed_values;
use super::flat::Flat;
use super::members::all_of;
use super::reference::may_refer;
use super::spot::{Node, Part, Spot};
use crate::api::Docs;

/// Summary (or title), description and deprecation; a text of spaces only counts as none.
pub(super) fn docs(summary: Option<&str>, description: Option<&str>, deprecated: bool) -> Docs {
    let said = |text: Option<&str>| {
        text.filter(|text| !text.trim().is_empty())
            .map(ToOwned::to_owned)
    };
    Docs {
        summary: said(summary),
        description: said(description),
        deprecated,
    }
}

/// `docs`, and which values fit according to `flat`, where that is in no type.
pub(super) fn with_values(docs: Docs, flat: &Flat<'_>, spot: &Spot<'_>) -> Docs {
    // Where a reference leads there is a type of that name to say it.
    if spot.parts.iter().any(may_refer) {
        return docs;
    }
    let Some(values) = listed_values(flat) else {
        return docs;
    };
    Docs {
        description: Some(match docs.description {
            Some(description) => format!("{description}\n\n{values}"),
            None => values,
        }),
        ..docs
    }
}

impl<'a> Context<'a> {
    /// What is said of the value at `spot` right there, and not where a reference leads: that has
    /// docs of its own.
    pub(super) fn docs_at(&mut self, spot: &Spot<'a>) -> Docs {
        let mut found = Docs::default();
        for part in spot.parts.iter().rev() {
            let said = self.docs_of(part);
            found.deprecated |= said.deprecated;
            if found.summary.is_none() && found.description.is_none() {
                (found.summary, found.description) = (said.summary, said.description);
            }
        }
        found
    }

    /// Of `part` itself, or else of the last member of its `allOf` that has any.
    fn docs_of(&mut self, part: &Part<'a>) -> Docs {
        let Node::Inline(schema) = part.node else {
            return Docs::default();
        };
        let data = &schema.schema_data;
        let mut found = docs(
            data.title.as_deref(),
            data.description.as_deref(),
            data.deprecated,
        );
        if found.summary.is_none() && found.description.is_none() {
            let members: Vec<_> = all_of(schema, part).collect();
            for member in members.iter().rev() {
                let said = self
                    .deeper(&member.at, |context| context.docs_of(member))
                    .unwrap_or_default();
                if said.summary.is_some() || said.description.is_some() {
                    (found.summary, found.description) = (said.summary, said.description);
                    break;
                }
            }
        }
        found
    }
}
