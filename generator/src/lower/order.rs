//! The final order of the types, which is that of their names.

use crate::api::{Api, TypeDef, TypeId};

/// Sorts the types by name, so that the order in which they were found has no influence, and
/// changes every id in `api` accordingly.
pub(super) fn sort(api: &mut Api) {
    let mut sorted: Vec<(usize, TypeDef)> = std::mem::take(&mut api.types.0)
        .into_iter()
        .enumerate()
        .collect();
    sorted.sort_by(|(_, one), (_, other)| {
        (&one.name, &one.origin).cmp(&(&other.name, &other.origin))
    });
    let mut ids = vec![TypeId(0); sorted.len()];
    for (new, (old, _)) in (0..).zip(&sorted) {
        ids[*old] = TypeId(new);
    }
    api.types.0 = sorted
        .into_iter()
        .map(|(_, definition)| definition)
        .collect();
    api.change_ids(|id| ids[id.0 as usize]);
}
