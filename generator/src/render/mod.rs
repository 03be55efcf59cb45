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
mod spaced;

use std::num::NonZero;
use std::sync::Mutex;
use std::thread::{self, ScopedJoinHandle};

use crate::emit::{Imports, Input, Part, Source, emit, parts};
use crate::module::File;

/// A module as text.
#[derive(Debug)]
pub struct Rendered {
    /// Its files, `mod.rs` first.
    pub files: Vec<File>,
    /// What all of them bring into scope.
    pub imports: Imports,
}

/// Emits a module part by part and prints each, on all cores, below `header`, the first line of
/// every file.
#[must_use]
pub fn render(input: Input<'_>) -> Rendered {
    let header = input.options.header();
    let parts = parts(input);
    let printed = on_all_cores(&parts, |part| {
        emit(input, part).map(|source| print(&source))
    });
    let mut rendered = Rendered {
        files: Vec::new(),
        imports: Imports::default(),
    };
    let mut printed = printed.into_iter().flatten().peekable();
    while let Some(mut whole) = printed.next() {
        while let Some(more) = printed.next_if(|next| next.path == whole.path) {
            whole.imports.extend(&more.imports);
            whole.items.push_str(&more.items);
        }
        rendered.imports.extend(&whole.imports);
        rendered.files.push(file(&header, whole));
    }
    rendered
}

/// What `work` makes of each part, in their order.
fn on_all_cores<T: Send>(parts: &[Part], work: impl Fn(&Part) -> T + Sync) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = Mutex::new(parts.iter().enumerate());
    let worker = || {
        let mut done = Vec::new();
        loop {
            let taken = next.lock().map(|mut parts| parts.next());
            match taken {
                Ok(Some((index, part))) => done.push((index, work(part))),
                // Another worker that panics is told of where it is joined.
                Ok(None) | Err(_) => return done,
            }
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(parts.len()))
            .map(|_| scope.spawn(worker))
            .collect();
        let mut done = worker();
        for other in others {
            done.extend(joined(other));
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, made)| made).collect()
}

/// What a thread made, or its panic.
pub fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    match thread.join() {
        Ok(made) => made,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// A part as text.
struct Printed {
    path: String,
    docs: Vec<String>,
    imports: Imports,
    /// Each with an empty line before it.
    items: String,
}

fn print(source: &Source) -> Printed {
    let mut items = String::new();
    let exports = imports::print_exports(&source.exports);
    for item in source.items.iter().map(item::print).chain([exports]) {
        if !item.is_empty() {
            items.push('\n');
            items.push_str(&item);
        }
    }
    Printed {
        path: source.path.clone(),
        docs: source.docs.clone(),
        imports: source.imports.clone(),
        items,
    }
}

fn file(header: &str, printed: Printed) -> File {
    let mut text = format!("{header}\n");
    if !printed.docs.is_empty() {
        text.push('\n');
    }
    for line in &printed.docs {
        text.push_str(format!("//! {line}").trim_end());
        text.push('\n');
    }
    let imports = imports::print(&printed.imports);
    if !imports.is_empty() {
        text.push('\n');
        text.push_str(&imports);
    }
    text.push_str(&printed.items);
    File {
        path: printed.path,
        text,
    }
}
