//! From tokens to text, item by item.
//!
//! An item whose lines need not be broken is printed from its tokens; any other by prettyplease, and
//! what that cannot know (the runtime's macros, blank lines between members, the widths at which
//! rustfmt breaks a line) is added here, so that rustfmt has nothing to change.

mod broken;
mod constant;
mod imports;
mod inline;
mod invocation;
mod item;
mod joined;
mod layout;
mod line;
mod narrow;
mod spaced;
mod tokens;

use std::collections::BTreeMap;
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
    let assembly = Mutex::new(Assembly::default());
    on_all_cores(&parts, |index, part| {
        let printed = emit(input, part).map(print);
        if let Ok(mut assembly) = assembly.lock() {
            assembly.add(index, printed);
        }
    });
    // Of a worker that panicked is told where it was joined.
    let assembly = assembly.into_inner().unwrap_or_default();
    let mut rendered = Rendered {
        files: Vec::new(),
        imports: Imports::default(),
    };
    for whole in assembly.files {
        rendered.imports.extend(&whole.imports);
        rendered.files.push(file(&header, whole));
    }
    rendered
}

/// Does `work` for each part, which it is told the number of too.
fn on_all_cores(parts: &[Part], work: impl Fn(usize, &Part) + Sync) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = Mutex::new(parts.iter().enumerate());
    let worker = || {
        loop {
            let taken = next.lock().map(|mut parts| parts.next());
            match taken {
                Ok(Some((index, part))) => work(index, part),
                // Another worker that panics is told of where it is joined.
                Ok(None) | Err(_) => return,
            }
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(parts.len()))
            .map(|_| scope.spawn(worker))
            .collect();
        worker();
        for other in others {
            joined(other);
        }
    });
}

/// The files as far as their parts are printed. A part is added to its file as soon as those before
/// it are, so that few of them are there by themselves.
#[derive(Default)]
struct Assembly {
    files: Vec<Printed>,
    /// How many parts were added.
    added: usize,
    /// Parts that came before their turn.
    waiting: BTreeMap<usize, Option<Printed>>,
}

impl Assembly {
    fn add(&mut self, index: usize, part: Option<Printed>) {
        self.waiting.insert(index, part);
        while let Some(part) = self.waiting.remove(&self.added) {
            self.added += 1;
            match (part, self.files.last_mut()) {
                (Some(part), Some(whole)) if whole.path == part.path => {
                    whole.imports.extend(&part.imports);
                    whole.add(&part);
                }
                (part, _) => self.files.extend(part),
            }
        }
    }
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
    /// Whether they are an `impl` that goes on with the one before it.
    goes_on: bool,
}

impl Printed {
    /// Adds the items of the part that comes next.
    fn add(&mut self, part: &Printed) {
        let mut items = part.items.as_str();
        if part.goes_on
            && let Some(end) = self.items.trim_end().strip_suffix('}').map(str::len)
            && let Some((_, inside)) = items.split_once("{\n")
        {
            self.items.truncate(end);
            self.items.push('\n');
            items = inside;
        }
        self.items.push_str(items);
    }
}

fn print(source: Source) -> Printed {
    let mut items = String::new();
    let exports = imports::print_exports(&source.exports);
    for item in source.items.into_iter().map(item::print).chain([exports]) {
        if !item.is_empty() {
            items.push('\n');
            items.push_str(&item);
        }
    }
    Printed {
        path: source.path,
        docs: source.docs,
        imports: source.imports,
        items,
        goes_on: source.goes_on,
    }
}

fn file(header: &str, printed: Printed) -> File {
    let mut head = format!("{header}\n");
    if !printed.docs.is_empty() {
        head.push('\n');
    }
    for line in &printed.docs {
        head.push_str(format!("//! {line}").trim_end());
        head.push('\n');
    }
    let imports = imports::print(&printed.imports);
    if !imports.is_empty() {
        head.push('\n');
        head.push_str(&imports);
    }
    // What is below is long, and is not to be there twice.
    let mut text = printed.items;
    text.insert_str(0, &head);
    text.shrink_to_fit();
    File {
        path: printed.path,
        text,
    }
}
