//! Parts of a description that are not generated.

use super::mistake::mistake;
use crate::api::Api;
use crate::choices::{Part, Parts};
use crate::finding::{Finding, Location};

/// Reports parts that a description does not have.
pub(super) fn check(api: &Api, parts: &[(Part, Location)], findings: &mut Vec<Finding>) {
    for (part, at) in parts {
        let lacks = match part {
            Part::Client if api.operations.is_empty() => {
                "operations that can be asked, so there is no client"
            }
            Part::Receiver if api.webhooks.is_none() && api.callbacks.is_none() => {
                "webhooks that can be received, so there is no receiver"
            }
            Part::Types if api.types.0.is_empty() => "types",
            _ => continue,
        };
        let message = format!("the description has no {lacks}");
        let help = Some(format!("take `{}` out of `parts`", part.name()));
        findings.push(mistake("no-such-part", at, message, help));
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
