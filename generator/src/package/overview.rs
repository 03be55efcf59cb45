//! The table of modules that the crate's documentation and its README share.

use crate::module::Module;

/// One row a module, as Markdown.
pub(super) fn overview(modules: &[Module]) -> String {
    let rows = modules.iter().map(row).collect::<Vec<_>>().concat();
    format!("| module and feature | API | has |\n|---|---|---|\n{rows}")
}

fn row(module: &Module) -> String {
    let has = match (module.needs.client, module.needs.receiver) {
        (true, true) => "client, receiver",
        (true, false) => "client",
        (false, true) => "receiver",
        (false, false) => "types",
    };
    format!(
        "| `{}` | {} | {has} |\n",
        module.name,
        plain(&module.api.title)
    )
}

/// Text from a description, on one line and without anything that Markdown would take for markup.
pub(super) fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut plain = String::with_capacity(line.len());
    for one in line.chars().filter(|one| !one.is_control()) {
        if "\\`*_[]<>|#&".contains(one) {
            plain.push('\\');
        }
        plain.push(one);
    }
    plain
}
