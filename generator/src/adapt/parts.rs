//! Parts of a description that are not generated.

use super::mistake::mistake;
use crate::api::Api;
use crate::choices::{Choices, Part, Parts};
use crate::finding::Finding;

/// Reports parts that a description does not have, and that none is left that it has.
pub(super) fn check(api: &Api, choices: &Choices, findings: &mut Vec<Finding>) {
    for (part, at) in &choices.parts {
        if has(api, *part) {
            continue;
        }
        let lacks = match part {
            Part::Client => "operations that can be asked, so there is no client",
            Part::Receiver => "webhooks that can be received, so there is no receiver",
            Part::Types => "types",
        };
        let message = format!("the description has no {lacks}");
        let help = Some(format!("take `{}` out of `parts`", part.name()));
        findings.push(mistake("no-such-part", at, message, help));
    }
    let there: Vec<_> = Part::ALL.into_iter().filter(|one| has(api, *one)).collect();
    let parts = choices.parts();
    if let Some((_, at)) = choices.without.first()
        && !there.iter().any(|one| parts.has(*one))
    {
        let there: Vec<_> = there
            .iter()
            .map(|one| format!("`{}`", one.name()))
            .collect();
        let message = "nothing that the description has is generated".to_owned();
        let help = (!there.is_empty())
            .then(|| format!("let some of it be generated: {}", there.join(", ")));
        findings.push(mistake("no-parts", at, message, help));
    }
}

fn has(api: &Api, part: Part) -> bool {
    match part {
        Part::Client => !api.operations.is_empty(),
        Part::Receiver => api.webhooks.is_some() || api.callbacks.is_some(),
        Part::Types => !api.types.0.is_empty(),
    }
}

/// Takes out what is not generated; the types that only that needs stay for now.
pub(super) fn leave_out(api: &mut Api, parts: Parts) {
    if !parts.client {
        api.operations.clear();
        api.security.clear();
        api.certificates.clear();
        api.servers.clear();
    }
    if !parts.receiver {
        api.webhooks = None;
        api.callbacks = None;
    }
}
