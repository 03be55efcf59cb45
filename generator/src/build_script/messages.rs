//! What a build script tells Cargo, on its standard output (The Cargo Book, "Build Scripts").

use std::io::{self, Write};
use std::path::Path;

use crate::diagnostics::Severity;
use crate::error::Error;
use crate::finding::Finding;

/// Lines for Cargo, each said once.
#[derive(Debug, Default)]
pub(super) struct Messages(Vec<String>);

impl Messages {
    /// The build script runs again when this file changes.
    pub(super) fn read(&mut self, file: &Path) {
        self.add("rerun-if-changed", &file.display().to_string());
    }

    /// Something could not be expressed.
    pub(super) fn warning(&mut self, finding: &Finding) {
        self.add("warning", &finding.to_string());
    }

    /// Nothing was generated: what was found besides the reason is told here, and the reason is not,
    /// for a build script that fails prints the error, and Cargo shows that. It would show a line of
    /// its own for each as well, and then all that the build script has printed once more.
    pub(super) fn failed(&mut self, error: &Error) {
        let findings = error.findings().iter();
        let warnings = findings.filter(|finding| finding.severity == Severity::Warning);
        warnings.for_each(|finding| self.warning(finding));
    }

    /// A line of its own: a line end would end what is said.
    fn add(&mut self, key: &str, text: &str) {
        let text = text.replace(['\r', '\n'], " ");
        let line = format!("cargo::{key}={text}");
        if !self.0.contains(&line) {
            self.0.push(line);
        }
    }

    pub(super) fn lines(&self) -> &[String] {
        &self.0
    }

    pub(super) fn print(&self) {
        let mut out = io::stdout().lock();
        for line in self.lines() {
            // Where nobody listens there is nobody to tell.
            drop(writeln!(out, "{line}"));
        }
    }
}
