//! A description of nothing: a file that is cut off, or another one than is meant, may be that.

use crate::api::Api;
use crate::diagnostics::{Diagnostics, Pointer};

/// Warns that nothing is described, where nothing else has been said.
pub fn report_nothing(api: &Api, diagnostics: &mut Diagnostics) {
    let delivered = [&api.webhooks, &api.callbacks];
    let is_anything = !api.operations.is_empty()
        || !api.types.0.is_empty()
        || delivered.into_iter().any(Option::is_some);
    if is_anything || diagnostics.iter().next().is_some() {
        return;
    }
    diagnostics
        .warning(
            "nothing-described",
            Pointer::default(),
            "no operation, no webhook and no schema is described, so nothing is generated",
        )
        .help("look whether this is the file that is meant, and whether all of it is there");
}
