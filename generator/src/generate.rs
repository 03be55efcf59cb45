//! The whole way from a description to a module.

use std::path::Path;
use std::thread;

use crate::adapt::{self, Adapted};
use crate::api::Api;
use crate::choices::Formats;
use crate::diagnostics::{Diagnostics, Place, Severity};
use crate::document::{self, Document, Reading, Sources};
use crate::emit::Input;
use crate::render::{Rendered, joined};
use crate::{Finding, Module, Needs, Options, lower, names, render};

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

/// Makes files of `api`.
fn made(api: &Api, adapted: &Adapted, options: &Options) -> Rendered {
    let names = names::allocate(api, &adapted.chosen);
    let formats = Formats::of(&options.choices.formats);
    render::render(Input {
        api,
        names: &names,
        extras: &adapted.extras,
        formats: &formats,
        options,
    })
}

fn build(
    document: Document,
    sources: Sources,
    mut diagnostics: Diagnostics,
    options: &Options,
) -> Result<Module, Vec<Finding>> {
    let (mut api, lowering) = lower::lower(&document);
    let read = document.files.clone();
    let mistaken = document.mistakes.clone();
    diagnostics.append(lowering);
    if mistaken.is_empty() {
        lower::report_nothing(&api, &mut diagnostics);
    }
    let origins: Vec<_> = diagnostics
        .iter()
        .map(|one| match &one.place {
            Place::Pointer(place) => Some(document.origin(place)),
            Place::File(_) | Place::Position(..) => None,
        })
        .collect();
    // Its memory is of use to what follows.
    drop(document);
    let is_well = !diagnostics.has_errors() && mistaken.is_empty();
    let (adapted, mistakes) = match is_well {
        true => adapt::adapt(&mut api, &options.choices),
        false => (Adapted::default(), mistaken),
    };
    let is_well = is_well && !mistakes.iter().any(|one| one.severity == Severity::Error);
    let is_left_out = |origin: &Option<String>| {
        let left_out = &adapted.left_out;
        origin.as_ref().is_some_and(|origin| left_out.has(origin))
    };
    let mut concern = origins.iter().map(|origin| !is_left_out(origin));
    diagnostics.retain(|_| concern.next().unwrap_or(true));
    let (mut findings, rendered) = thread::scope(|scope| {
        // The texts are looked through once more for these, which takes a while; then there is
        // room for what is rendered.
        let found = scope.spawn(move || sources.findings(&diagnostics));
        let rendered = is_well.then(|| made(&api, &adapted, options));
        (joined(found), rendered)
    });
    let notes = taken_out(&mut findings);
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
