//! The whole way from a description to a module.

use std::path::Path;

use crate::diagnostics::Diagnostics;
use crate::document::{self, Document, Reading, Sources};
use crate::emit::{self, Input};
use crate::{Finding, Module, Needs, Options, input, lower, names, render};

/// Generates a module from the description in the file at `path`.
///
/// # Errors
///
/// All that is wrong with the description, if nothing can be generated from it.
pub fn generate(path: &Path, options: &Options) -> Result<Module, Vec<Finding>> {
    conclude(document::read(path, &options.input), options)
}

/// Generates a module from the description `text`.
///
/// # Errors
///
/// All that is wrong with the description, if nothing can be generated from it.
pub fn generate_text(text: &str, options: &Options) -> Result<Module, Vec<Finding>> {
    conclude(
        document::read_text_with(text, &options.shown_as, &options.input),
        options,
    )
}

fn conclude(reading: Reading, options: &Options) -> Result<Module, Vec<Finding>> {
    let Reading {
        document,
        sources,
        diagnostics,
    } = reading;
    match document {
        Some(document) => build(&document, &sources, diagnostics, options),
        None => Err(sources.findings(&diagnostics)),
    }
}

fn build(
    document: &Document,
    sources: &Sources,
    mut diagnostics: Diagnostics,
    options: &Options,
) -> Result<Module, Vec<Finding>> {
    let (api, lowering) = lower::lower(document);
    diagnostics.append(lowering);
    let mut findings = sources.findings(&diagnostics);
    findings.extend(document.unmatched.iter().map(input::unmatched));
    if diagnostics.has_errors() || !document.unmatched.is_empty() {
        return Err(findings);
    }
    let names = names::allocate(&api);
    let emitted = emit::emit(Input {
        api: &api,
        names: &names,
        options,
    });
    let files = render::render(&emitted, &options.header());
    let needs = Needs {
        client: !api.operations.is_empty(),
        receiver: api.webhooks.is_some(),
        uuid: emitted
            .iter()
            .any(|source| source.imports.has_runtime("Uuid")),
    };
    Ok(Module {
        name: options.name.clone(),
        files,
        api,
        needs,
        findings,
        read: document.files.clone(),
    })
}
