//! Payloads that are made from a description alone: what is generated from the same description
//! takes them for what they are.

use std::fs;
use std::path::{Path, PathBuf};

use hookgen::api::Webhooks;
use hookgen::input::Input;
use hookgen::sample::Sample;
use hookgen::{Description, Settings};
use hookgen_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use insta::assert_snapshot;

/// Something that is delivered, and what is generated for it.
struct Subject {
    /// The way to its module.
    module: &'static str,
    /// The event's name, as the receiver has it; or why it has none.
    receive: fn(&str, &HeaderMap, &[u8]) -> Result<String, String>,
}

macro_rules! subjects {
    ( $( $( $part:ident )::+ $receiver:ident ( $( $secret:literal )? ) $by:ident; )* ) => {
        [ $( Subject {
            module: stringify!( $( $part )::+ ),
            receive: |name, headers, body| {
                use hookgen_workspace::fixtures::$( $part )::+ as module;

                let receiver = module::Receiver::$receiver($( $secret )?);
                let event = subjects!(@ $by receiver name headers body);
                match event.map_err(|error| error.to_string())? {
                    module::Event::Unfit(event) => Err(format!("unfit: {}", event.error())),
                    module::Event::Unknown(event) => Err(format!("unknown: {}", event.name())),
                    event => Ok(event.name().to_owned()),
                }
            },
        }, )* ]
    };
    (@ itself $receiver:ident $name:ident $headers:ident $body:ident) => {{
        let _ = $name;
        $receiver.decode($headers, $body)
    }};
    (@ all $receiver:ident $name:ident $headers:ident $body:ident) => {{
        let _ = $name;
        let items = $receiver.decode_all($headers, $body);
        items.map_err(|error| error.to_string()).and_then(|mut items| match items.pop() {
            Some(item) if items.is_empty() => Ok(item.event),
            _ => Err("it has not one item".to_owned()),
        })
    }};
    (@ route $receiver:ident $name:ident $headers:ident $body:ident) => {{
        let _ = $headers;
        Ok::<_, String>($receiver.decode_as($name, $body))
    }};
}

const SUBJECTS: &[Subject] = &subjects! {
    callbacks_by_route::callbacks unverified() route;
    callbacks_discriminated unverified() itself;
    callbacks_discriminated::callbacks unverified() itself;
    hostile new("secret") itself;
    overlaid new("secret") itself;
    samples unverified() itself;
    several_files unverified() itself;
    signature_list new("00") itself;
    spec_board::callbacks unverified() itself;
    spec_callback::callbacks unverified() itself;
    spec_webhook unverified() itself;
    webhooks_batch unverified() all;
    webhooks_batch_signed new("secret") all;
    webhooks_declared_several unverified() itself;
    webhooks_envelope new("secret") itself;
    webhooks_header new("secret") itself;
    webhooks_left_out unverified() itself;
    webhooks_nested new("whsec_c2VjcmV0") itself;
    webhooks_pair unverified() itself;
    webhooks_several unverified() itself;
    webhooks_single unverified() itself;
};

#[test]
fn a_sample_is_the_event_that_it_was_asked_for() {
    let mut wrong = Vec::new();
    for (name, description) in descriptions() {
        let delivered = [
            (name.clone(), description.api.webhooks.as_ref()),
            (
                format!("{name}::callbacks"),
                description.api.callbacks.as_ref(),
            ),
        ];
        for (module, webhooks) in delivered {
            let Some(webhooks) = webhooks else { continue };
            let subject = SUBJECTS
                .iter()
                .find(|one| one.module.replace(' ', "") == module);
            let subject = subject.unwrap_or_else(|| panic!("{module} is one of the subjects"));
            for is_full in [false, true] {
                wrong.extend(faults(&description, webhooks, subject, is_full));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn faults(
    description: &Description,
    webhooks: &Webhooks,
    subject: &Subject,
    is_full: bool,
) -> Vec<String> {
    let samples = description.samples().full(is_full);
    let events = webhooks.events.iter();
    let faults = events.filter_map(|event| {
        let sample = samples.of(webhooks, event);
        let body = sample.body.to_string();
        let told = (subject.receive)(&event.name, &headers(&sample), body.as_bytes());
        let is_well = told.as_ref() == Ok(&event.name);
        (!is_well).then(|| format!("{} {}: {told:?} {body}", subject.module, event.name))
    });
    faults.collect()
}

#[test]
fn what_is_shown_is_preferred_and_what_is_made_keeps_to_what_is_said() {
    assert_snapshot!("samples", table(false));
}

#[test]
fn all_of_it_may_be_asked_for() {
    assert_snapshot!("full_samples", table(true));
}

#[test]
fn a_sample_is_always_the_same() {
    assert_eq!(table(true), table(true));
}

/// The samples of the fixture of that topic, as text.
fn table(is_full: bool) -> String {
    let description = describe(Path::new("tests/fixtures/samples.yaml"), &Input::default());
    let webhooks = description.api.webhooks.as_ref().expect("there are events");
    let samples = description.samples().full(is_full);
    let lines = webhooks.events.iter().map(|event| {
        let sample = samples.of(webhooks, event);
        let headers = sample.headers.iter();
        let headers = headers.map(|one| format!("{}: {}\n", one.name, one.value));
        let notes = sample.notes.iter().map(|note| format!("note: {note}\n"));
        format!(
            "{} ({:?}, {})\n{}{:#}\n{}",
            event.name,
            sample.source,
            sample.statuses.join(", "),
            headers.collect::<String>(),
            sample.body,
            notes.collect::<String>(),
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn headers(sample: &Sample) -> HeaderMap {
    let headers = sample.headers.iter().map(|header| {
        let name = HeaderName::from_bytes(header.name.as_bytes()).expect("a header's name");
        let value = HeaderValue::from_str(&header.value).expect("a header's value");
        (name, value)
    });
    headers.collect()
}

/// Every fixture by its name.
fn descriptions() -> Vec<(String, Description)> {
    let folder = fs::read_dir("tests/fixtures").expect("the fixtures");
    let files = folder.map(|entry| entry.expect("a fixture").path());
    let mut all: Vec<_> = files
        .map(|path| (stem(&path), describe(&path, &Input::default())))
        .collect();
    let settings = Settings::read(Path::new("tests/files/hookgen.toml")).expect("settings");
    for description in settings.descriptions {
        let from_here = |path: &PathBuf| Path::new("tests/files").join(path);
        let mut input = description.input;
        input.overlays = input.overlays.iter().map(from_here).collect();
        let path = from_here(&description.path);
        all.push((description.name, describe(&path, &input)));
    }
    all
}

fn describe(path: &Path, input: &Input) -> Description {
    hookgen::describe(path, input).unwrap_or_else(|wrong| panic!("{}: {wrong:?}", path.display()))
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().expect("a file's name");
    stem.to_string_lossy().into_owned()
}
