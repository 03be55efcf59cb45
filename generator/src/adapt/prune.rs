//! Types that nothing needs any more.

use std::collections::BTreeSet;

use crate::api::{Api, Direction, EventNames, Media, Type, TypeId};
use crate::choices::Parts;
use crate::lower::spread;

/// What leads to types from outside of them, and who sends that.
pub(super) struct Roots(Vec<(Type, Direction)>);

const SENT: Direction = Direction {
    sent: true,
    received: false,
};

const RECEIVED: Direction = Direction {
    sent: false,
    received: true,
};

impl Roots {
    /// What operations and events lead to.
    pub(super) fn of(api: &Api) -> Self {
        let mut roots = Vec::new();
        for operation in &api.operations {
            let parameters = operation.parameters.iter().map(|one| &one.ty);
            let body = operation.body.iter().filter_map(|body| body.media.ty());
            roots.extend(parameters.chain(body).map(|ty| (ty.clone(), SENT)));
            for response in &operation.responses {
                let body = response.body.iter().filter_map(Media::ty);
                let items = response.stream.iter().filter_map(|one| one.item.as_ref());
                roots.extend(body.chain(items).map(|ty| (ty.clone(), RECEIVED)));
            }
        }
        let tokens = api
            .security
            .iter()
            .filter_map(|scheme| scheme.token.as_ref());
        roots.extend(tokens.map(|token| (token.body.clone(), SENT)));
        for webhooks in api.webhooks.iter().chain(&api.callbacks) {
            let events = webhooks.events.iter();
            let types = events.flat_map(|event| [&event.payload, &event.body]);
            roots.extend(types.map(|ty| (ty.clone(), RECEIVED)));
            if let EventNames::Component(id) = webhooks.names {
                roots.push((Type::Named(id), RECEIVED));
            }
        }
        Self(roots)
    }
}

/// The new ids of types by their old ones.
pub(super) struct Ids(Vec<Option<TypeId>>);

impl Ids {
    /// The new id; none for a type that is gone.
    pub(super) fn get(&self, old: TypeId) -> Option<TypeId> {
        self.0.get(old.0 as usize).copied().flatten()
    }
}

/// Takes the types out of `api` that nothing leads to. `before` is what led to any when all parts
/// were there, and `gone` are those that have been replaced.
pub(super) fn prune(api: &mut Api, before: &Roots, gone: &BTreeSet<TypeId>, parts: Parts) -> Ids {
    if gone.is_empty() && parts.are_all() {
        return Ids((0..)
            .map(TypeId)
            .map(Some)
            .take(api.types.0.len())
            .collect());
    }
    let now = Roots::of(api);
    let mut kept = vec![false; api.types.0.len()];
    let mut open: Vec<TypeId> = now.0.iter().flat_map(|(ty, _)| ty.mentioned()).collect();
    if parts.types {
        open.extend(before.0.iter().flat_map(|(ty, _)| ty.mentioned()));
        let components = api.types.iter();
        open.extend(
            components
                .filter(|(_, definition)| definition.name.steps.is_empty())
                .map(|(id, _)| id),
        );
    } else {
        for definition in &mut api.types.0 {
            definition.direction = Direction::default();
        }
        spread(&mut api.types, &now.0);
    }
    while let Some(id) = open.pop() {
        let kept = &mut kept[id.0 as usize];
        if !*kept && !gone.contains(&id) {
            *kept = true;
            open.extend(api.types[id].shape.mentioned());
        }
    }
    take_out(api, &kept)
}

fn take_out(api: &mut Api, kept: &[bool]) -> Ids {
    let mut next = (0..).map(TypeId);
    let new = kept.iter().map(|kept| kept.then(|| next.next()).flatten());
    let ids = Ids(new.collect());
    let mut kept = kept.iter();
    api.types.0.retain(|_| kept.next().copied().unwrap_or(true));
    api.change_ids(|old| ids.get(old).unwrap_or(old));
    ids
}
