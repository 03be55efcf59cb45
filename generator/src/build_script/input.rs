//! What a build script has read of its descriptions.

use std::path::PathBuf;

use super::Configuration;
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
        let entries = entries(paths);
        self.input().include.paths.extend(entries);
        self
    }

    /// Leaves out what is not included: keeps operations of these `operationId`s.
    #[track_caller]
    pub fn include_operations(mut self, operations: &[impl AsRef<str>]) -> Self {
        let entries = entries(operations);
        self.input().include.operations.extend(entries);
        self
    }

    /// Leaves out what is not included: keeps operations and webhooks with these tags.
    #[track_caller]
    pub fn include_tags(mut self, tags: &[impl AsRef<str>]) -> Self {
        let entries = entries(tags);
        self.input().include.tags.extend(entries);
        self
    }

    /// Leaves out what is not included: keeps these webhooks.
    #[track_caller]
    pub fn include_webhooks(mut self, webhooks: &[impl AsRef<str>]) -> Self {
        let entries = entries(webhooks);
        self.input().include.webhooks.extend(entries);
        self
    }

    /// Leaves out operations on these paths, though they may be included.
    #[track_caller]
    pub fn exclude_paths(mut self, paths: &[impl AsRef<str>]) -> Self {
        let entries = entries(paths);
        self.input().exclude.paths.extend(entries);
        self
    }

    /// Leaves out operations of these `operationId`s, though they may be included.
    #[track_caller]
    pub fn exclude_operations(mut self, operations: &[impl AsRef<str>]) -> Self {
        let entries = entries(operations);
        self.input().exclude.operations.extend(entries);
        self
    }

    /// Leaves out operations and webhooks with these tags, though they may be included.
    #[track_caller]
    pub fn exclude_tags(mut self, tags: &[impl AsRef<str>]) -> Self {
        let entries = entries(tags);
        self.input().exclude.tags.extend(entries);
        self
    }

    /// Leaves out these webhooks, though they may be included.
    #[track_caller]
    pub fn exclude_webhooks(mut self, webhooks: &[impl AsRef<str>]) -> Self {
        let entries = entries(webhooks);
        self.input().exclude.webhooks.extend(entries);
        self
    }

    /// What was said of the description named last, or of all.
    fn input(&mut self) -> &mut Input {
        let last = self.descriptions.last_mut();
        last.map_or(&mut self.common, |description| &mut description.input)
    }
}

/// With the place in the build script.
#[track_caller]
fn entries(texts: &[impl AsRef<str>]) -> Vec<Entry> {
    let caller = std::panic::Location::caller();
    let at = Location {
        file: caller.file().to_owned(),
        position: Some((
            usize::try_from(caller.line()).unwrap_or(usize::MAX),
            usize::try_from(caller.column()).unwrap_or(usize::MAX),
        )),
        source: None,
    };
    let entry = |text: &str| Entry {
        text: text.to_owned(),
        at: at.clone(),
    };
    texts.iter().map(|text| entry(text.as_ref())).collect()
}

#[cfg(test)]
mod tests;
