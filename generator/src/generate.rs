//! The whole way from a description to a module.

use std::path::Path;
use std::thread;

use crate::api::Api;
use crate::choices::Formats;
use crate::diagnostics::{Diagnostics, Severity};
use crate::document::{self, Document, Reading, Sources};
use crate::emit::Input;
use crate::render::{Rendered, joined};
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
        Some(document) => build(document, sources, diagnostics, options),
        None => Err(sources.findings(&diagnostics)),
    }
}

/// The notes among `findings`, which are something else.
fn taken_out(findings: &mut Vec<Finding>) -> Vec<Finding> {
    let is_note = |finding: &mut Finding| finding.severity == Severity::Note;
    findings.extract_if(.., is_note).collect()
}

/// Changes `api` as it was chosen, and makes files of it; and what is wrong with the choices.
fn made(api: &mut Api, options: &Options) -> (Option<Rendered>, Vec<Finding>) {
    let (adapted, mistakes) = adapt::adapt(api, &options.choices);
    if mistakes.iter().any(|one| one.severity == Severity::Error) {
        return (None, mistakes);
    }
    let names = names::allocate(api, &adapted.chosen);
    let formats = Formats::of(&options.choices.formats);
    let rendered = render::render(Input {
        api,
        names: &names,
        extras: &adapted.extras,
        formats: &formats,
        options,
    });
    (Some(rendered), mistakes)
}

fn build(
    document: Document,
    sources: Sources,
    mut diagnostics: Diagnostics,
    options: &Options,
) -> Result<Module, Vec<Finding>> {
    let (mut api, lowering) = lower::lower(&document);
    let read = document.files.clone();
    let unmatched = document.unmatched.clone();
    // Its memory is of use to what follows.
    drop(document);
    diagnostics.append(lowering);
    let is_well = !diagnostics.has_errors() && unmatched.is_empty();
    let (mut findings, made) = thread::scope(|scope| {
        // The texts are looked through once more for these, which takes a while; then there is
        // room for what is rendered.
        let found = scope.spawn(move || sources.findings(&diagnostics));
        let made = is_well.then(|| made(&mut api, options));
        (joined(found), made)
    });
    let notes = taken_out(&mut findings);
    findings.extend(unmatched.iter().map(input::unmatched));
    let (rendered, mistakes) = made.unwrap_or_default();
    findings.extend(mistakes);
    let Some(rendered) = rendered else {
        return Err(findings);
    };
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
        notes,
        read,
    })
}
