//! The stages know of each other what the design lets them, and no more: read off the paths that
//! the generator's sources name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A module of the generator, and which of the others, and of these crates, it may name.
struct Rule {
    module: &'static str,
    modules: &'static [&'static str],
    crates: &'static [&'static str],
}

/// Crates that belong to some stages only.
const GUARDED: &[&str] = &[
    "openapiv3",
    "serde_yaml",
    "saphyr_parser",
    "heck",
    "quote",
    "syn",
    "proc_macro2",
    "prettyplease",
    "pulldown_cmark",
    "toml",
    "toml_edit",
    "tempfile",
    "similar",
];

/// What any stage may name: it knows of none.
const COMMON: &[&str] = &["bounded", "json_pointer"];

const RULES: &[Rule] = &[
    Rule {
        module: "api",
        modules: &[],
        crates: &[],
    },
    Rule {
        module: "diagnostics",
        modules: &[],
        crates: &[],
    },
    Rule {
        module: "finding",
        modules: &["diagnostics"],
        crates: &[],
    },
    Rule {
        module: "document",
        modules: &["diagnostics", "finding", "input", "paths"],
        crates: &["openapiv3", "serde_yaml", "saphyr_parser"],
    },
    Rule {
        module: "lower",
        modules: &["api", "diagnostics", "document", "presets"],
        crates: &["openapiv3"],
    },
    Rule {
        module: "presets",
        modules: &["settings"],
        crates: &["serde_yaml"],
    },
    Rule {
        module: "sample",
        modules: &["api", "document", "fit"],
        crates: &[],
    },
    Rule {
        module: "names",
        modules: &["api"],
        crates: &["heck"],
    },
    Rule {
        module: "choices",
        modules: &["finding"],
        crates: &[],
    },
    Rule {
        module: "adapt",
        modules: &[
            "api",
            "choices",
            "diagnostics",
            "emit",
            "finding",
            "lower",
            "names",
            "settings",
        ],
        crates: &[],
    },
    Rule {
        module: "emit",
        modules: &["api", "choices", "names", "options"],
        crates: &["quote", "syn", "proc_macro2", "pulldown_cmark"],
    },
    Rule {
        module: "render",
        modules: &["emit", "module"],
        crates: &["quote", "syn", "proc_macro2", "prettyplease"],
    },
    Rule {
        module: "fit",
        modules: &[
            "api",
            "diagnostics",
            "document",
            "error",
            "finding",
            "input",
            "lower",
            "output",
        ],
        crates: &["serde_yaml"],
    },
    Rule {
        module: "output",
        modules: &[],
        crates: &["similar", "tempfile"],
    },
];

#[test]
fn stages_name_what_they_may() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("generator/src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for rule in RULES {
        for file in files_of(&source, rule.module) {
            seen += 1;
            let text = fs::read_to_string(&file).expect("a source file is text");
            let shown = file
                .strip_prefix(&source)
                .expect("it is below")
                .display()
                .to_string();
            for name in named_modules(&text) {
                let may = |names: &[&str]| names.contains(&name.as_str());
                if name != rule.module && !may(rule.modules) && !may(COMMON) {
                    wrong.push(format!("{shown} names crate::{name}"));
                }
            }
            for name in GUARDED {
                let is_named = text.lines().any(|line| {
                    let code = line.split("//").next().unwrap_or_default();
                    words(code).any(|(word, next)| word == *name && next == Some(':'))
                });
                if is_named && !rule.crates.contains(name) {
                    wrong.push(format!("{shown} names {name}"));
                }
            }
        }
    }
    assert!(
        seen > 40,
        "the sources are where they are looked for: {seen} files"
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `module.rs`, or everything in the folder `module/` but its tests, which stand on what they like.
fn files_of(source: &Path, module: &str) -> Vec<PathBuf> {
    let file = source.join(format!("{module}.rs"));
    let mut files: Vec<PathBuf> = file.is_file().then_some(file).into_iter().collect();
    let mut folders = vec![source.join(module)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.map(|entry| entry.expect("a folder can be listed").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs")
                && !entry.ends_with("tests.rs")
            {
                files.push(entry);
            }
        }
    }
    assert!(!files.is_empty(), "the generator has a module {module}");
    files
}

/// The modules of the crate that a file names: what follows `crate::`.
fn named_modules(text: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for line in text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
    {
        for (at, _) in line.match_indices("crate::") {
            let before = line[..at].chars().next_back();
            if before.is_some_and(|one| one.is_alphanumeric() || one == '_' || one == '$') {
                continue;
            }
            let rest = &line[at + "crate::".len()..];
            let name: String = rest
                .chars()
                .take_while(|one| one.is_alphanumeric() || *one == '_')
                .collect();
            let is_module = name.starts_with(|first: char| first.is_lowercase());
            if is_module {
                modules.insert(name);
            }
        }
    }
    modules
}

/// The words of a line, each with the character behind it.
fn words(line: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    let is_word = |one: char| one.is_alphanumeric() || one == '_';
    line.split(move |one| !is_word(one))
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let end = word.as_ptr() as usize - line.as_ptr() as usize + word.len();
            (word, line[end..].chars().next())
        })
}
