//! The crate's dependency on the runtime.

use toml_edit::{Decor, InlineTable, Item, TableLike, Value, value};

const RUNTIME: &str = "hookgen-runtime";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Adds the runtime, or raises its version to the generator's.
///
/// A path, a source or a requirement with an operator is someone's own decision and stays.
pub(super) fn add_runtime(dependencies: &mut dyn TableLike) {
    let Some(present) = dependencies.get_mut(RUNTIME) else {
        let mut runtime = InlineTable::new();
        runtime.insert("version", VERSION.into());
        runtime.insert("default-features", false.into());
        dependencies.insert(RUNTIME, value(runtime));
        return;
    };
    match present.as_table_like_mut() {
        Some(table) => {
            if let Some(version) = table.get_mut("version") {
                raise(version);
            }
        }
        None => raise(present),
    }
}

fn raise(item: &mut Item) {
    let Some(old) = item.as_value_mut() else {
        return;
    };
    if old.as_str().is_some_and(is_older) {
        let decor: Decor = old.decor().clone();
        *old = Value::from(VERSION);
        *old.decor_mut() = decor;
    }
}

/// Whether a requirement is a plain version below the generator's.
fn is_older(requirement: &str) -> bool {
    match (numbers(requirement), numbers(VERSION)) {
        (Some(given), Some(own)) => given < own,
        _ => false,
    }
}

fn numbers(version: &str) -> Option<[u64; 3]> {
    let mut numbers = [0; 3];
    let mut slots = numbers.iter_mut();
    for part in version.split('.') {
        *slots.next()? = part.parse().ok()?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_version_is_compared() {
        assert!(is_older("0.0.9"));
        assert!(!is_older(VERSION));
        assert!(!is_older("=0.0.9"));
        assert!(!is_older("99"));
    }
}
