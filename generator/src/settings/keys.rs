//! The keys of a settings file, and what their values must be like.

/// What generated files say to run where the settings do not.
pub(crate) const DEFAULT_COMMAND: &str = "hookgen generate";

pub(super) const ROOT: &[&str] = &["command", "descriptions", "output", "package"];
pub(super) const PACKAGE: &[&str] = &["description", "name"];
pub(super) const DESCRIPTION: &[&str] = &[
    "attributes",
    "derives",
    "exclude",
    "formats",
    "include",
    "layout",
    "overlays",
    "parts",
    "path",
    "received",
    "references",
    "rename",
    "replace",
];
pub(super) const SELECTION: &[&str] = &["operations", "paths", "tags", "webhooks"];

/// What is wrong with the name of a module, if anything is: a sentence that goes on after the
/// name.
///
/// It is a module's name in Rust, a feature's name in Cargo and a folder's name everywhere.
pub(crate) fn module_name_problem(name: &str) -> Option<&'static str> {
    let mut characters = name.chars();
    let shaped = characters
        .next()
        .is_some_and(|one| one.is_ascii_lowercase())
        && characters.all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '_');
    if !shaped {
        return Some("is no module's name: those are of a-z, 0-9 and _, and begin with a letter");
    }
    if name.len() > 64 {
        return Some("is longer than the 64 characters that a feature's name may have");
    }
    if KEYWORDS.contains(&name) {
        return Some("is a keyword in Rust");
    }
    if FEATURES.contains(&name) {
        return Some("is the name of a feature that every generated crate has");
    }
    if FOLDERS.contains(&name) || is_device(name) {
        return Some("means something else as the name of a folder in `src`");
    }
    None
}

/// Rust Reference, "Keywords": strict and reserved ones, in the 2024 edition.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The features of a generated crate that are no module's.
const FEATURES: &[&str] = &[
    "blocking", "client", "default", "jiff", "receiver", "validate",
];

/// `src/bin` holds programs (The Cargo Book, "Package Layout"), and `lib` is the crate's root.
const FOLDERS: &[&str] = &["bin", "lib", "main"];

/// Whether Windows takes the name for a device's, whatever folder it is in.
fn is_device(name: &str) -> bool {
    matches!(name, "aux" | "con" | "nul" | "prn")
        || name
            .strip_prefix("com")
            .or_else(|| name.strip_prefix("lpt"))
            .is_some_and(|number| {
                number.len() == 1 && number.bytes().all(|one| one.is_ascii_digit())
            })
}
