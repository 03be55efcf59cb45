//! A region of Rust code in which no two things have the same name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

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

    /// The same, but for those that someone has chosen an identifier for: those come first.
    pub fn mint_or<'a>(
        &mut self,
        wires: impl IntoIterator<Item = &'a str>,
        chosen: &[Option<String>],
    ) -> Vec<String> {
        let claimed = self.claim(chosen);
        self.mint_others(wires, &claimed)
    }

    /// Takes the identifiers that someone has chosen.
    pub fn claim(&mut self, chosen: &[Option<String>]) -> Vec<Option<String>> {
        let claimed = chosen.iter().cloned();
        claimed
            .map(|name| name.map(|name| self.take(name)))
            .collect()
    }

    /// The identifiers of `wires`, where they are not `claimed`.
    pub fn mint_others<'a>(
        &mut self,
        wires: impl IntoIterator<Item = &'a str>,
        claimed: &[Option<String>],
    ) -> Vec<String> {
        let wires = wires.into_iter().zip(claimed);
        let others: Vec<&str> = wires
            .filter_map(|(wire, claimed)| claimed.is_none().then_some(wire))
            .collect();
        let mut minted = self.mint(others.iter().copied()).into_iter();
        let names = claimed.iter().cloned();
        names
            .map(|name| name.or_else(|| minted.next()).unwrap_or_default())
            .collect()
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

/// The names of files, and of the modules that they are, for things of these names: a name each,
/// whatever their letters' case.
pub fn file_names(things: &[&str]) -> Vec<String> {
    let ascii: Vec<String> = things.iter().map(|thing| in_ascii(thing)).collect();
    let names = Scope::new(Case::Snake, "_", NO_FILES).mint(ascii.iter().map(String::as_str));
    let plain = |name: String| match name.strip_prefix("r#") {
        Some(keyword) => format!("{keyword}_"),
        None => name,
    };
    names.into_iter().map(plain).collect()
}

/// `mod.rs` is the folder's own; the others are devices on Windows, whatever they end in.
const NO_FILES: &[&str] = &[
    "mod", "aux", "con", "nul", "prn", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A module's file is only found by a name in ASCII (E0754): every other letter by its number.
fn in_ascii(name: &str) -> String {
    let mut ascii = String::with_capacity(name.len());
    for one in name.chars() {
        if one.is_ascii() {
            ascii.push(one);
        } else {
            _ = write!(ascii, " u{:04x} ", u32::from(one));
        }
    }
    ascii
}

/// Words that cannot be identifiers even behind `r#`.
pub fn is_unusable(name: &str) -> bool {
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
    fn files_have_names_that_every_system_takes() {
        assert_eq!(
            file_names(&["Order", "Type", "Mod", "Con", "URL", "url", "größe"]),
            [
                "order",
                "type_",
                "mod_",
                "con_",
                "url_x7569633e",
                "url",
                "gr_u00f6_u00df_e"
            ]
        );
    }

    #[test]
    fn a_name_that_is_not_in_the_way_changes_nothing() {
        assert_eq!(fields(&["a", "b"])[0], fields(&["a"])[0]);
    }
}
