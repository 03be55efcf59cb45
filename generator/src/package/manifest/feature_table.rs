//! `[features]`, with those of the generated code.

use toml_edit::{Array, TableLike, value};

use super::super::features::Feature;
use super::strings::{insert, remove, strings};

/// Makes the table hold `features`, and none of the `recorded` ones that are not among them.
/// Returns the names of those that hookgen has added, now or before.
///
/// A feature is made a default one when it is added, so that one taken out of `default` by hand
/// stays out.
pub(super) fn merge(
    table: &mut dyn TableLike,
    features: &[Feature],
    recorded: &[String],
) -> Result<Vec<String>, String> {
    let wanted = |name: &str| features.iter().any(|feature| feature.name == name);
    for name in recorded.iter().filter(|name| !wanted(name)) {
        table.remove(name);
        for (_, item) in table.iter_mut() {
            if let Some(array) = item.as_array_mut() {
                remove(array, name);
            }
        }
    }
    array_of(table, "default")?;
    let mut added = Vec::new();
    for feature in features {
        let is_new = !table.contains_key(&feature.name);
        if is_new || recorded.contains(&feature.name) {
            added.push(feature.name.clone());
        }
        let enables = array_of(table, &feature.name)?;
        for other in &feature.enables {
            insert(enables, other);
        }
        drop_unneeded(enables, feature);
        if is_new && feature.default {
            insert(array_of(table, "default")?, &feature.name);
        }
    }
    added.sort();
    Ok(added)
}

/// What is taken out of a module's feature when its code does not stand on it any more: nobody would
/// have added it by hand.
const UNNEEDED: [&str; 6] = [
    "hookgen-runtime/ecdsa-p256",
    "hookgen-runtime/ed25519",
    "hookgen-runtime/hmac-sha1",
    "hookgen-runtime/hmac-sha384",
    "hookgen-runtime/hmac-sha512",
    "hookgen-runtime/uuid",
];

/// Takes out the features of the runtime that the code stands on no more.
fn drop_unneeded(enables: &mut Array, feature: &Feature) {
    for old in strings(enables) {
        if UNNEEDED.contains(&old.as_str()) && !feature.enables.contains(&old) {
            remove(enables, &old);
        }
    }
}

fn array_of<'a>(table: &'a mut dyn TableLike, name: &str) -> Result<&'a mut Array, String> {
    table
        .entry(name)
        .or_insert_with(|| value(Array::new()))
        .as_array_mut()
        .ok_or_else(|| format!("the feature `{name}` is no array"))
}
