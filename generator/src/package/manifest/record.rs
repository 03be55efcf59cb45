//! `package.metadata.hookgen`: which features hookgen has added.

use toml_edit::{Array, Item, Table, TableLike, value};

use super::strings::{insert, remove, strings};

/// The names that are written down.
pub(super) fn read(package: &dyn TableLike) -> Vec<String> {
    package
        .get("metadata")
        .and_then(Item::as_table_like)
        .and_then(|metadata| metadata.get("hookgen"))
        .and_then(Item::as_table_like)
        .and_then(|hookgen| hookgen.get("features"))
        .and_then(Item::as_array)
        .map(strings)
        .unwrap_or_default()
}

/// Writes the names down.
pub(super) fn write(package: &mut dyn TableLike, names: &[String]) -> Result<(), String> {
    let mut implicit = Table::new();
    implicit.set_implicit(true);
    let array = package
        .entry("metadata")
        .or_insert(Item::Table(implicit))
        .as_table_like_mut()
        .ok_or("`package.metadata` is no table")?
        .entry("hookgen")
        .or_insert_with(|| Item::Table(noted()))
        .as_table_like_mut()
        .ok_or("`package.metadata.hookgen` is no table")?
        .entry("features")
        .or_insert_with(|| value(Array::new()))
        .as_array_mut()
        .ok_or("`package.metadata.hookgen.features` is no array")?;
    for old in strings(array).iter().filter(|old| !names.contains(old)) {
        remove(array, old);
    }
    for name in names {
        insert(array, name);
    }
    Ok(())
}

/// The table, with a comment that says what it is for.
fn noted() -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix(
        "\n# The features that hookgen added, and removes when their module is gone.\n",
    );
    table
}
