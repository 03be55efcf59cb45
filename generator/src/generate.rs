//! The whole way from a description to a module.

use std::path::Path;

use crate::choices::Formats;
use crate::diagnostics::{Diagnostics, Severity};
use crate::document::{self, Document, Reading, Sources};
use crate::emit::Input;
use crate::{Finding, Module, Needs, Options, adapt, input, lower, names, render};

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
        Some(document) => build(document, &sources, diagnostics, options),
        None => Err(sources.findings(&diagnostics)),
    }
}

fn build(
    document: Document,
    sources: &Sources,
    mut diagnostics: Diagnostics,
    options: &Options,
) -> Result<Module, Vec<Finding>> {
    let (mut api, lowering) = lower::lower(&document);
    let read = document.files.clone();
    let unmatched = document.unmatched.clone();
    // Its memory is of use to what follows.
    drop(document);
    diagnostics.append(lowering);
    let mut findings = sources.findings(&diagnostics);
    findings.extend(unmatched.iter().map(input::unmatched));
    if diagnostics.has_errors() || !unmatched.is_empty() {
        return Err(findings);
    }
    let (adapted, mistakes) = adapt::adapt(&mut api, &options.choices);
    findings.extend(mistakes);
    if findings.iter().any(|one| one.severity == Severity::Error) {
        return Err(findings);
    }
    let names = names::allocate(&api, &adapted.chosen);
    let formats = Formats::of(&options.choices.formats);
    let rendered = render::render(Input {
        api: &api,
        names: &names,
        extras: &adapted.extras,
        formats: &formats,
        options,
    });
    let uses = |name: &str| rendered.imports.has_runtime(name);
    let needs = Needs {
        client: !api.operations.is_empty(),
        receiver: api.webhooks.is_some() || api.callbacks.is_some(),
        algorithms: [&api.webhooks, &api.callbacks].map(|webhooks| {
            let verification = webhooks.as_ref()?.verification.as_ref()?;
            Some(verification.algorithm)
        }),
        uuid: uses("Uuid"),
        chrono: uses("chrono"),
        jiff: uses("jiff"),
        rust_decimal: uses("rust_decimal"),
        time: uses("time"),
        url: uses("url"),
    };
    Ok(Module {
        name: options.name.clone(),
        files: rendered.files,
        api,
        needs,
        findings,
        read,
    })
}
