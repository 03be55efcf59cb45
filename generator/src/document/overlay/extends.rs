//! `extends`: the description that an overlay is for (Overlay 1.0, 4.4.1).

use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::files::{Way, split};
use crate::paths::{absolute, folder_of, relative, slashed};

/// Reports that the overlay at `path` is for another file than the description at `main`. What a
/// URL leads to is not known: the description may have come from there.
pub(super) fn check(
    overlay: &Value,
    path: &Path,
    main: &Path,
    root: &Pointer,
    diagnostics: &mut Diagnostics,
) {
    let Some(extends) = overlay.get("extends").and_then(Value::as_str) else {
        return;
    };
    let (file, _) = split(extends);
    let Way::File(named) = Way::new(file, &path.to_string_lossy()) else {
        return;
    };
    if is_another(Path::new(&named), main) {
        // As the overlay would write it.
        let way = relative(&absolute(folder_of(path)), &absolute(main));
        let main = slashed(way.as_deref().unwrap_or(main));
        diagnostics
            .warning(
                "other-description",
                root.member("extends"),
                format!("this overlay is for `{extends}`, and is applied to `{main}`"),
            )
            .help(format!(
                "apply it to the one that it is for; if that is this one, write `extends: {main}`"
            ));
    }
}

/// Whether this plainly is another file: one that is there, or one of another name.
fn is_another(named: &Path, main: &Path) -> bool {
    match (named.canonicalize(), main.canonicalize()) {
        (Ok(named), Ok(main)) => named != main,
        _ => absolute(named) != absolute(main) && named.file_name() != main.file_name(),
    }
}
