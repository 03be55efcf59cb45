//! The `use` lines at the top of a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::{Imports, version_order};

/// rustfmt's `max_width`.
const WIDTH: usize = 100;

/// The widest `use` of several names that rustfmt leaves in one line.
const LIST_WIDTH: usize = 98;

/// Prints what a file brings into scope: the standard library, the runtime, the module's own.
pub fn print(imports: &Imports) -> String {
    let group = |wanted: fn(&str) -> bool| {
        let lines = imports.iter().filter(|(module, _)| wanted(module));
        let lines = lines.map(|(module, names)| line("use", module, names));
        // By their text, as rustfmt does: a path comes before the braces of the path above it.
        lines
            .collect::<BTreeSet<String>>()
            .into_iter()
            .collect::<String>()
    };
    let groups = [
        group(|module| module.starts_with("std::")),
        group(|module| !module.starts_with("std::") && !module.starts_with("super")),
        group(|module| module.starts_with("super")),
    ];
    let groups: Vec<String> = groups
        .into_iter()
        .filter(|group| !group.is_empty())
        .collect();
    groups.join("\n")
}

/// Prints what a file has its users see of its modules, in the order of their names.
pub fn print_exports(exports: &BTreeMap<String, BTreeSet<String>>) -> String {
    let mut modules: Vec<_> = exports.iter().collect();
    modules.sort_by(|(one, _), (other, _)| version_order(one, other));
    modules
        .into_iter()
        .map(|(module, names)| line("pub use", module, names))
        .collect()
}

/// One `use`, filled up to the width as rustfmt does.
fn line(keyword: &str, module: &str, names: &BTreeSet<String>) -> String {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_by(|one, other| version_order(one, other));
    if let [name] = names[..] {
        return format!("{keyword} {module}::{name};\n");
    }
    let short = format!("{keyword} {module}::{{{}}};\n", names.join(", "));
    if short.trim_end().len() <= LIST_WIDTH {
        return short;
    }
    let mut text = format!("{keyword} {module}::{{\n");
    let mut filled = String::from("   ");
    // In several lines each has room for what divides its last name from the next.
    let room = if names.join(", ").len() + 5 > WIDTH {
        3
    } else {
        2
    };
    for name in names {
        if filled.len() + name.len() + room > WIDTH {
            text.push_str(&filled);
            text.push('\n');
            filled = String::from("   ");
        }
        filled.push(' ');
        filled.push_str(name);
        filled.push(',');
    }
    text.push_str(&filled);
    text.push_str("\n};\n");
    text
}
