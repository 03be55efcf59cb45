//! Which operations and webhooks are meant.

use crate::finding::Location;

/// Operations and webhooks: those that any of this matches.
///
/// Everything may be a glob, in which `*` stands for whatever has no slash in it, and `**` for
/// anything at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Selection {
    /// Where it is written. One that is written and names nothing means nothing; one that is not
    /// written says nothing of what is wanted.
    pub at: Option<Location>,
    /// Operations by their path: `/v1/webhook_endpoints**`.
    pub paths: Vec<Entry>,
    /// Operations by their `operationId`.
    pub operations: Vec<Entry>,
    /// Operations and webhooks by a tag of theirs.
    pub tags: Vec<Entry>,
    /// Webhooks by their key.
    pub webhooks: Vec<Entry>,
}

impl Selection {
    /// Whether nothing is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    /// Whether anything is said, be it that nothing is meant.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.at.is_some() || !self.is_empty()
    }

    /// Where all of it is written, or else what it begins with.
    pub(crate) fn place(&self) -> Option<&Location> {
        let first = || self.entries().next().map(|(_, entry)| &entry.at);
        self.at.as_ref().or_else(first)
    }

    /// All that is named.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (By, &Entry)> {
        let paths = self.paths.iter().map(|entry| (By::Path, entry));
        let operations = self.operations.iter().map(|entry| (By::Operation, entry));
        let tags = self.tags.iter().map(|entry| (By::Tag, entry));
        let webhooks = self.webhooks.iter().map(|entry| (By::Webhook, entry));
        paths.chain(operations).chain(tags).chain(webhooks)
    }
}

/// Something that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// A name, or a glob.
    pub text: String,
    /// Where it is written.
    pub at: Location,
}

/// By what something is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum By {
    Path,
    Operation,
    Tag,
    Webhook,
}

/// An entry that nothing in the description is meant by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unmatched {
    pub(crate) entry: Entry,
    pub(crate) by: By,
    /// What could have been meant.
    pub(crate) known: Vec<String>,
}
