//! A region of Rust code in which no two things have the same name.

use std::collections::{BTreeMap, BTreeSet};

use super::word::{Case, identifier, spelled};

/// Mints identifiers, each once.
///
/// What a name becomes depends on the names that fold into the same identifier, and on no others;
/// never on the order in which they were found.
#[derive(Debug, Clone)]
pub struct Scope {
    case: Case,
    /// What is put behind a name that is taken by Rust or by the generated code itself.
    suffix: &'static str,
    taken: BTreeSet<String>,
}

impl Scope {
    /// A scope in which `reserved` is taken.
    pub fn new(case: Case, suffix: &'static str, reserved: &[&str]) -> Self {
        let taken = reserved.iter().map(|&name| name.to_owned()).collect();
        Self {
            case,
            suffix,
            taken,
        }
    }

    /// The identifiers of `wires`, in their order. Equal names get equal identifiers.
    ///
    /// Where several fold into one identifier, it goes to the one that is spelt like it, else to
    /// the first in byte order; the others are spelt out, symbol by symbol.
    pub fn mint<'a>(&mut self, wires: impl IntoIterator<Item = &'a str> + Clone) -> Vec<String> {
        let mut folded = BTreeMap::<String, BTreeSet<&str>>::new();
        for wire in wires.clone() {
            folded
                .entry(identifier(wire, self.case))
                .or_default()
                .insert(wire);
        }
        let mut minted = BTreeMap::<&str, String>::new();
        let mut losers = Vec::new();
        for (preferred, contenders) in folded {
            let exact = contenders.get(preferred.as_str()).copied();
            let Some(winner) = exact.or_else(|| contenders.first().copied()) else {
                continue;
            };
            losers.extend(contenders.into_iter().filter(|&wire| wire != winner));
            let name = self.take(preferred);
            minted.insert(winner, name);
        }
        for wire in losers {
            let name = self.take_spelled(wire);
            minted.insert(wire, name);
        }
        wires.into_iter().map(|wire| minted[wire].clone()).collect()
    }

    /// The identifier of a single name.
    pub fn mint_one(&mut self, wire: &str) -> String {
        self.take(identifier(wire, self.case))
    }

    /// Takes `name`, or the nearest that is free.
    pub fn take(&mut self, name: String) -> String {
        let mut free = if is_unusable(&name) {
            format!("{name}{}", self.suffix)
        } else {
            name
        };
        while self.taken.contains(&free) {
            free.push_str(self.suffix);
        }
        self.taken.insert(free.clone());
        raw(free)
    }

    fn take_spelled(&mut self, wire: &str) -> String {
        let spelled = spelled(wire, self.case);
        if !self.taken.contains(&spelled) {
            return self.take(spelled);
        }
        // Names that differ in capitals alone: their bytes are what tells them apart.
        let digest = wire.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        self.take(match self.case {
            Case::Camel => format!("{spelled}X{digest:08x}"),
            Case::Snake => format!("{spelled}_x{digest:08x}"),
        })
    }
}

/// Words that cannot be identifiers even behind `r#`.
fn is_unusable(name: &str) -> bool {
    matches!(name, "self" | "Self" | "super" | "crate" | "_")
}

/// Puts `r#` before a keyword (The Rust Reference, "Keywords", strict and reserved ones).
fn raw(name: String) -> String {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(wires: &[&str]) -> Vec<String> {
        Scope::new(Case::Snake, "_", &["new"]).mint(wires.iter().copied())
    }

    #[test]
    fn keywords_are_raw_where_they_can_be() {
        assert_eq!(
            fields(&["type", "self", "new"]),
            ["r#type", "self_", "new_"]
        );
    }

    #[test]
    fn names_that_fold_into_one_are_told_apart_in_any_order() {
        assert_eq!(
            fields(&["foo_bar", "fooBar"]),
            ["foo_bar", "foo_bar_x24a1fa08"]
        );
        assert_eq!(
            fields(&["fooBar", "foo_bar"]),
            ["foo_bar_x24a1fa08", "foo_bar"]
        );
        assert_eq!(
            fields(&["a-b", "a.b", "a/b"]),
            ["a_b", "a_dot_b", "a_slash_b"]
        );
    }

    #[test]
    fn a_name_that_is_not_in_the_way_changes_nothing() {
        assert_eq!(fields(&["a", "b"])[0], fields(&["a"])[0]);
    }
}
