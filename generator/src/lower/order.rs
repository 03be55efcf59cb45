//! The final order of the types, which is that of their names.

use crate::api::{Api, TypeDef, TypeId};

/// Sorts the types by name, so that the order in which they were found has no influence, and
/// changes every id in `api` accordingly.
pub(super) fn sort(api: &mut Api) {
    let types = &mut api.types.0;
    let mut sorted: Vec<usize> = (0..types.len()).collect();
    sorted.sort_by_key(|index| (&types[*index].name, &types[*index].origin));
    let mut ids = vec![TypeId(0); sorted.len()];
    for (new, old) in (0..).zip(sorted) {
        ids[old] = TypeId(new);
    }
    move_to(types, &ids);
    api.change_ids(|id| ids[id.0 as usize]);
}

/// Moves each type to where its id says, in place: they are large, and many.
fn move_to(types: &mut [TypeDef], ids: &[TypeId]) {
    let mut targets = ids.to_vec();
    for at in 0..targets.len() {
        while targets[at].0 as usize != at {
            let target = targets[at].0 as usize;
            types.swap(at, target);
            targets.swap(at, target);
        }
    }
}
