//! The names that a file brings into scope.

use std::collections::{BTreeMap, BTreeSet};

/// What a file imports: by module, the names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imports(BTreeMap<&'static str, BTreeSet<String>>);

impl Imports {
    /// Brings a name of the runtime into scope.
    pub fn runtime(&mut self, name: &str) {
        self.add("hookgen_runtime", name);
    }

    /// Brings a name of `module` into scope.
    pub fn add(&mut self, module: &'static str, name: &str) {
        self.0.entry(module).or_default().insert(name.to_owned());
    }

    /// Brings into scope what `other` does.
    pub fn extend(&mut self, other: &Self) {
        for (module, names) in &other.0 {
            self.0
                .entry(module)
                .or_default()
                .extend(names.iter().cloned());
        }
    }

    /// Whether a name of the runtime is brought into scope.
    #[must_use]
    pub fn has_runtime(&self, name: &str) -> bool {
        self.0
            .get("hookgen_runtime")
            .is_some_and(|names| names.contains(name))
    }

    /// The modules in the order of their paths, each with its names in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &BTreeSet<String>)> {
        self.0.iter().map(|(&module, names)| (module, names))
    }
}
