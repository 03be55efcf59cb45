//! What a description says, without generating anything.

use std::path::{Path, PathBuf};

use crate::api::{Api, Event, Webhooks};
use crate::diagnostics::Severity;
use crate::document::{self, Examples, Reading};
use crate::input::Input;
use crate::sample::Samples;
use crate::settings::nearest;
use crate::{Finding, lower};

/// A description, read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Description {
    /// What it says.
    pub api: Api,
    /// What could not be expressed. No errors.
    pub findings: Vec<Finding>,
    /// The files that it consists of, the main one first.
    pub read: Vec<PathBuf>,
    path: PathBuf,
    input: Input,
}

/// Reads the description in the file at `path`.
///
/// # Errors
///
/// All that is wrong with it, if nothing can be generated from it.
pub fn describe(path: &Path, input: &Input) -> Result<Description, Vec<Finding>> {
    let Reading {
        document,
        sources,
        mut diagnostics,
    } = document::read(path, input);
    let Some(document) = document else {
        return Err(sources.findings(&diagnostics));
    };
    let (api, lowering) = lower::lower(&document);
    diagnostics.append(lowering);
    if document.mistakes.is_empty() {
        lower::report_nothing(&api, &mut diagnostics);
    }
    let mut findings = sources.findings(&diagnostics);
    findings.retain(|finding| finding.severity != Severity::Note);
    let is_mistaken = !document.mistakes.is_empty();
    findings.extend(document.mistakes);
    if diagnostics.has_errors() || is_mistaken {
        return Err(findings);
    }
    Ok(Description {
        api,
        findings,
        read: document.files,
        path: path.to_owned(),
        input: input.clone(),
    })
}

impl Description {
    /// The events of this name, or at this reference, and what each is one of: a webhook may be
    /// called as a callback is.
    pub fn events_called(&self, name: &str) -> impl Iterator<Item = (&Webhooks, &Event)> {
        self.events()
            .filter(move |(_, event)| event.is_called(name))
    }

    /// The name of an event that is spelt most like this one, if any is near enough.
    #[must_use]
    pub fn nearest_event(&self, name: &str) -> Option<&str> {
        nearest(name, self.events().map(|(_, event)| event.name.as_str()))
    }

    /// All events, those of the webhooks first.
    pub fn events(&self) -> impl Iterator<Item = (&Webhooks, &Event)> {
        let delivered = self.api.webhooks.iter().chain(&self.api.callbacks);
        delivered.flat_map(|webhooks| {
            let events = webhooks.events.iter();
            events.map(move |event| (webhooks, event))
        })
    }

    /// Samples of what is delivered. For these the description is read once more.
    #[must_use]
    pub fn samples(&self) -> Samples<'_> {
        Samples::new(&self.api, Examples::read(&self.path, &self.input))
    }
}
