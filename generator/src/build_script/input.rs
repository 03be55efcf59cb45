//! What a build script has read of its descriptions.

use std::path::PathBuf;

use super::{Configuration, here};
use crate::finding::Location;
use crate::input::{Entry, Input, References};

/// All of these are of the description that was named last with
/// [`description`](Self::description); before one is named, of all that this configuration names.
/// A settings file says it of its own.
impl Configuration {
    /// Applies an overlay (Overlay Specification 1.0) to the description before it is read, after
    /// those that were named before.
    ///
    /// ```no_run
    /// fn main() -> Result<(), hookgen::Error> {
    ///     hookgen::configure()
    ///         .overlay("spec/sezzle.overlay.yaml")
    ///         .compile(&["spec/sezzle.yaml"])
    /// }
    /// ```
    pub fn overlay(mut self, file: impl Into<PathBuf>) -> Self {
        self.input().overlays.push(file.into());
        self
    }

    /// Where the files may be that the description refers to: in its own folder, unless this is
    /// called.
    pub fn references(mut self, references: References) -> Self {
        self.input().references = references;
        self
    }

    /// Leaves out what is not included: keeps operations on these paths. Everything that is
    /// included may be a glob, in which `*` stands for whatever has no slash in it, and `**` for
    /// anything at all; and it is an error if nothing is meant by it.
    ///
    /// ```no_run
    /// fn main() -> Result<(), hookgen::Error> {
    ///     hookgen::configure()
    ///         .include_paths(&["/v1/webhook_endpoints**"])
    ///         .include_webhooks(&["*"])
    ///         .compile(&["spec/stripe.yaml"])
    /// }
    /// ```
    #[track_caller]
    pub fn include_paths(mut self, paths: &[impl AsRef<str>]) -> Self {
        let at = here();
        let include = &mut self.input().include;
        include.paths.extend(entries(paths, &at));
        include.at.get_or_insert(at);
        self
    }

    /// Leaves out what is not included: keeps operations of these `operationId`s.
    #[track_caller]
    pub fn include_operations(mut self, operations: &[impl AsRef<str>]) -> Self {
        let at = here();
        let include = &mut self.input().include;
        include.operations.extend(entries(operations, &at));
        include.at.get_or_insert(at);
        self
    }

    /// Leaves out what is not included: keeps operations and webhooks with these tags.
    #[track_caller]
    pub fn include_tags(mut self, tags: &[impl AsRef<str>]) -> Self {
        let at = here();
        let include = &mut self.input().include;
        include.tags.extend(entries(tags, &at));
        include.at.get_or_insert(at);
        self
    }

    /// Leaves out what is not included: keeps these webhooks.
    #[track_caller]
    pub fn include_webhooks(mut self, webhooks: &[impl AsRef<str>]) -> Self {
        let at = here();
        let include = &mut self.input().include;
        include.webhooks.extend(entries(webhooks, &at));
        include.at.get_or_insert(at);
        self
    }

    /// Leaves out operations on these paths, though they may be included.
    #[track_caller]
    pub fn exclude_paths(mut self, paths: &[impl AsRef<str>]) -> Self {
        let at = here();
        let exclude = &mut self.input().exclude;
        exclude.paths.extend(entries(paths, &at));
        exclude.at.get_or_insert(at);
        self
    }

    /// Leaves out operations of these `operationId`s, though they may be included.
    #[track_caller]
    pub fn exclude_operations(mut self, operations: &[impl AsRef<str>]) -> Self {
        let at = here();
        let exclude = &mut self.input().exclude;
        exclude.operations.extend(entries(operations, &at));
        exclude.at.get_or_insert(at);
        self
    }

    /// Leaves out operations and webhooks with these tags, though they may be included.
    #[track_caller]
    pub fn exclude_tags(mut self, tags: &[impl AsRef<str>]) -> Self {
        let at = here();
        let exclude = &mut self.input().exclude;
        exclude.tags.extend(entries(tags, &at));
        exclude.at.get_or_insert(at);
        self
    }

    /// Leaves out these webhooks, though they may be included.
    #[track_caller]
    pub fn exclude_webhooks(mut self, webhooks: &[impl AsRef<str>]) -> Self {
        let at = here();
        let exclude = &mut self.input().exclude;
        exclude.webhooks.extend(entries(webhooks, &at));
        exclude.at.get_or_insert(at);
        self
    }

    /// What was said of the description named last, or of all.
    fn input(&mut self) -> &mut Input {
        let last = self.descriptions.last_mut();
        last.map_or(&mut self.common, |description| &mut description.input)
    }
}

fn entries(texts: &[impl AsRef<str>], at: &Location) -> impl Iterator<Item = Entry> {
    texts.iter().map(|text| Entry {
        text: text.as_ref().to_owned(),
        at: at.clone(),
    })
}

#[cfg(test)]
mod tests;
