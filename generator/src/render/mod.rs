//! From tokens to text, item by item.
//!
//! prettyplease prints an item; what it cannot know (the runtime's macros, blank lines between
//! members, the widths at which rustfmt breaks a line) is added here, so that rustfmt has nothing
//! to change.

mod broken;
mod constant;
mod imports;
mod invocation;
mod item;
mod layout;

use crate::emit::Source;
use crate::module::File;

/// Prints the files of a module below `header`, the first line of each.
#[must_use]
pub fn render(sources: &[Source], header: &str) -> Vec<File> {
    sources.iter().map(|source| file(source, header)).collect()
}

fn file(source: &Source, header: &str) -> File {
    let mut text = format!("{header}\n");
    if !source.docs.is_empty() {
        text.push('\n');
    }
    for line in &source.docs {
        text.push_str(format!("//! {line}").trim_end());
        text.push('\n');
    }
    let imports = imports::print(&source.imports);
    for block in std::iter::once(imports).chain(source.items.iter().map(item::print)) {
        if !block.is_empty() {
            text.push('\n');
            text.push_str(&block);
        }
    }
    File {
        path: source.path.clone(),
        text,
    }
}
