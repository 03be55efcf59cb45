//! All files of a description as they were parsed, before anything is read of them.

use serde_json::Value;

use super::files::{Files, Other};
use crate::diagnostics::{FileId, Pointer};

/// The values of all files.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) main: &'a Value,
    pub(super) others: &'a [Other],
    pub(super) files: &'a Files,
}

impl<'a> Parts<'a> {
    /// What stands at the end of a chain of references that begins with `value`, and where.
    pub(super) fn resolved(
        &self,
        mut value: &'a Value,
        mut at: Pointer,
    ) -> Option<(&'a Value, Pointer)> {
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = value.get("$ref").and_then(Value::as_str) else {
                return Some((value, at));
            };
            (value, at) = self.once(reference, &at)?;
        }
        None
    }

    /// What `reference` leads to, which stands in the file of `from`.
    pub(super) fn once(&self, reference: &str, from: &Pointer) -> Option<(&'a Value, Pointer)> {
        let reference = self.files.rewritten(reference, from.file());
        let at = self.files.place(&reference)?;
        Some((self.value(&at)?, at))
    }

    /// What stands at a place.
    pub(super) fn value(&self, at: &Pointer) -> Option<&'a Value> {
        self.file(at.file())?.pointer(at.as_str())
    }

    fn file(&self, file: FileId) -> Option<&'a Value> {
        if file == FileId::default() {
            return Some(self.main);
        }
        let mut others = self.others.iter();
        others
            .find(|other| other.id == file)
            .map(|other| &other.parsed.value)
    }
}

const LONGEST_CHAIN: usize = 64;
