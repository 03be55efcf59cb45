//! Where in a description stands what is not generated of it: what is wrong there is of no concern.

use std::collections::BTreeSet;

use super::replace::Replaced;
use crate::api::{Api, Shape, Webhooks};
use crate::choices::Parts;
use crate::json_pointer;
use crate::names::Named;

/// Places in a description, as an [`origin`](crate::api::TypeDef::origin) tells of them: those of
/// what is not generated, and in these again those of what is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    out: BTreeSet<String>,
    kept: BTreeSet<String>,
}

impl LeftOut {
    /// Whether nothing is generated of what is at `origin`: the nearest place around it says so.
    #[must_use]
    pub fn has(&self, origin: &str) -> bool {
        let mut place = origin;
        while !self.out.is_empty() {
            if self.kept.contains(place) {
                return false;
            }
            if self.out.contains(place) {
                return true;
            }
            match place.rfind(['/', '#']).map(|end| &place[..end]) {
                // In the name of a file there are slashes too.
                Some(around) if place.contains('#') => place = around,
                _ => break,
            }
        }
        false
    }
}

/// Where all stands that is described, before anything is left out.
pub(super) struct Described {
    types: BTreeSet<String>,
    operations: Vec<String>,
    events: BTreeSet<String>,
    replaced: BTreeSet<String>,
}

/// Members of a description that are of no use but for a client.
const OF_THE_CLIENT: [&str; 7] = [
    "#/components/headers",
    "#/components/links",
    "#/components/parameters",
    "#/components/responses",
    "#/components/securitySchemes",
    "#/security",
    "#/servers",
];

/// The same for a receiver.
const OF_THE_RECEIVER: [&str; 7] = [
    "#/webhooks",
    "#/x-fern-webhook-signature",
    "#/x-speakeasy-webhooks",
    "#/x-webhook-discriminator",
    "#/x-webhook-envelope",
    "#/x-webhook-verification",
    "#/x-webhooks",
];

impl Described {
    pub(super) fn of(api: &Api, replaced: &Replaced) -> Self {
        let replaced = replaced.keys().filter_map(|named| match *named {
            Named::Type(id) => Some(api.types[id].origin.clone()),
            Named::Member(id, index) => {
                let properties = format!("{}/properties", api.types[id].origin);
                let Shape::Object(object) = &api.types[id].shape else {
                    return None;
                };
                let name = &object.fields.get(index)?.name;
                Some(json_pointer::member(&properties, name))
            }
            _ => None,
        });
        let operations = api.operations.iter().map(|one| one.origin.clone());
        Self {
            types: types(api),
            operations: operations.collect(),
            events: events(api),
            replaced: replaced.collect(),
        }
    }

    /// What of it is left out, if `api` is what is left.
    pub(super) fn left_out(self, api: &Api, parts: Parts) -> LeftOut {
        let kept_types = types(api);
        let mut out: BTreeSet<_> = self.types.difference(&kept_types).cloned().collect();
        out.extend(self.replaced);
        let mut kept: BTreeSet<_> = kept_types.difference(&out).cloned().collect();
        let callbacks = self.operations.iter().map(|one| format!("{one}/callbacks"));
        match parts.receiver {
            true => kept.extend(self.events.into_iter().chain(callbacks)),
            false => {
                out.extend(self.events.into_iter().chain(callbacks));
                out.extend(OF_THE_RECEIVER.map(str::to_owned));
            }
        }
        if !parts.client {
            out.extend(OF_THE_CLIENT.map(str::to_owned));
            let items = self
                .operations
                .iter()
                .filter_map(|one| one.rsplit_once('/'));
            let items = items.map(|(item, _)| item.trim_end_matches('#').to_owned());
            out.extend(items.filter(|item| !item.is_empty()));
            out.insert("#/paths".to_owned());
        }
        LeftOut { out, kept }
    }
}

fn types(api: &Api) -> BTreeSet<String> {
    api.types
        .iter()
        .map(|(_, one)| one.origin.clone())
        .collect()
}

fn events(api: &Api) -> BTreeSet<String> {
    let delivered: [&Option<Webhooks>; 2] = [&api.webhooks, &api.callbacks];
    let events = delivered.into_iter().flatten().flat_map(|one| &one.events);
    events.map(|event| event.origin.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    #[test]
    fn the_nearest_place_says_whether_it_is_left_out() {
        let set = |places: &[&str]| places.iter().map(|one| (*one).to_owned()).collect();
        let left_out = LeftOut {
            out: set(&["#/paths", "a/item.yaml", "#/webhooks/a/post/x"]),
            kept: set(&["#/paths/~1a/post/callbacks", "#/webhooks/a"]),
        };
        for place in [
            "#/paths",
            "#/paths/~1a/post",
            "a/item.yaml",
            "a/item.yaml#/post",
            "#/webhooks/a/post/x/y",
        ] {
            assert!(left_out.has(place), "{place}");
        }
        for place in [
            "#",
            "#/pathsology",
            "#/paths/~1a/post/callbacks/b",
            "a",
            "a/other.yaml#/post",
            "#/webhooks/a/post",
        ] {
            assert!(!left_out.has(place), "{place}");
        }
        assert!(!LeftOut::default().has("#/paths"));
    }
}
