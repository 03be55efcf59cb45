//! Recorded deliveries through what is generated from their description: as it describes them,
//! leniently, and under the overlay that `hookgen fit` writes from them.
//!
//! None may be lost, and what is typed must come out as it went in, but for what the description
//! does not know.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use hookgen::api::Discriminator;
use hookgen::fit::{self, Deliveries, Sorted};
use hookgen::input::{Entry, Input};
use hookgen::{Choices, Location, Module, Options, Part, Received};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::document::{Document, Outcome};
use crate::samples;

/// What every program does that decodes deliveries; the types that it does it for are generated.
const PROGRAM: &str = include_str!("payloads_program.rs");

/// Where it asks the receiver.
const ASK: &str = "    // The receiver is asked here.\n    let _ = body;\n    None\n";

/// Decodes the deliveries that were asked for; whether all went well.
pub(crate) fn measure(documents: &[Document], arguments: &Arguments) -> bool {
    let Some(payloads) = &arguments.payloads else {
        return true;
    };
    let generated = documents.iter().filter_map(|one| match &one.outcome {
        Outcome::Generated(generated) => Some((one.path.as_path(), &generated.module)),
        Outcome::Refused(_) | Outcome::Panicked => None,
    });
    let chosen: Vec<_> = generated.collect();
    let [(path, module)] = chosen.as_slice() else {
        println!("--payloads are of one document: choose it with --only");
        return false;
    };
    match run(path, module, payloads) {
        Ok(is_well) => is_well,
        Err(error) => {
            println!("{error}");
            false
        }
    }
}

fn run(path: &Path, module: &Module, payloads: &Path) -> io::Result<bool> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/payloads");
    if folder.join("crates").exists() {
        fs::remove_dir_all(folder.join("crates"))?;
    }
    fs::create_dir_all(&folder)?;
    let deliveries = Deliveries::new().file(payloads);
    let (names, lines) = sorted(module, &deliveries)?;
    let input = only(&keys(module, &names));
    let crates = Crates {
        root,
        folder: &folder,
        prefix: "",
    };
    let names = crates.write(path, &input, &deliveries, &lines)?;
    workspace(root, &folder)?;
    decode(&folder, &names)
}

/// Where the crates stand that deliveries go through.
pub(crate) struct Crates<'a> {
    /// The root of the workspace.
    pub(crate) root: &'a Path,
    /// The folder of all of them.
    pub(crate) folder: &'a Path,
    /// What the names of all begin with.
    pub(crate) prefix: &'a str,
}

impl Crates<'_> {
    /// Writes a crate for each way to read deliveries: as they are described, leniently, and under
    /// the overlay that is written from them. Gives their names.
    pub(crate) fn write(
        &self,
        path: &Path,
        input: &Input,
        deliveries: &Deliveries,
        lines: &str,
    ) -> io::Result<[String; 3]> {
        let overlay = self
            .folder
            .join(format!("{}mended.overlay.yaml", self.prefix));
        let mended = fit::mend(path, input, deliveries, &overlay).map_err(io::Error::other)?;
        fit::write(&overlay, &mended, false).map_err(io::Error::other)?;
        let mut under = input.clone();
        under.overlays.push(overlay);
        let ways = [
            ("as_described", input, Received::AsDescribed),
            ("lenient", input, Received::Lenient),
            ("mended", &under, Received::AsDescribed),
        ];
        for (way, input, received) in ways {
            let name = format!("{}{way}", self.prefix);
            let module = generate(path, input, received)?;
            let folder = self.folder.join("crates").join(&name);
            write_crate(self.root, &folder, &name, &module, lines)?;
        }
        Ok(ways.map(|(way, ..)| format!("{}{way}", self.prefix)))
    }
}

/// The names of the events that there are deliveries of, and a line of JSON for each delivery.
pub(crate) fn sorted(
    module: &Module,
    deliveries: &Deliveries,
) -> io::Result<(BTreeSet<String>, String)> {
    let mut names = BTreeSet::new();
    let mut lines = String::new();
    let sorted = fit::sort(&module.api, deliveries, |delivery| {
        names.extend(delivery.event.map(ToOwned::to_owned));
        let (body, passed_over) = own(module, &delivery);
        let line = json!({
            "event": delivery.event,
            "delivered": delivery.body,
            "body": body,
            "passed_over": passed_over,
        });
        lines.push_str(&format!("{line}\n"));
    });
    sorted.map_err(io::Error::other)?;
    Ok((names, lines))
}

/// The crates below `folder` are members of one workspace.
pub(crate) fn workspace(root: &Path, folder: &Path) -> io::Result<()> {
    fs::write(
        folder.join("Cargo.toml"),
        "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"3\"\n\n[profile.dev]\ndebug = false\nincremental = false\n",
    )?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(())
}

/// How the generated receiver is asked for the event of a delivery, if that says which one it is.
fn receive(module: &Module) -> Option<String> {
    let webhooks = module.api.webhooks.as_ref()?;
    let Discriminator::Body { .. } = webhooks.discriminator else {
        return None;
    };
    let receiver = match webhooks.verification {
        Some(_) => "new(\"secret\")",
        None => "unverified()",
    };
    let (decode, first) = match webhooks.batch {
        Some(_) => (
            "decode_all",
            "items.into_iter().map(|item| item.event).next()",
        ),
        None => ("decode", "Some(items)"),
    };
    Some(format!(
        "    let receiver = part::described::Receiver::{receiver};
    let headers = hookgen_runtime::http::HeaderMap::new();
    let received = receiver.{decode}(&headers, body).map(|items| {first});
    Some(match received {{
        Ok(Some(Event::Unfit(event))) => format!(\"{{}}, which is unfit\", event.name()),
        Ok(event) => event.map_or_else(String::new, |event| event.name().to_owned()),
        Err(error) => error.to_string(),
    }})
"
    ))
}

/// The event itself, and the paths in it that are passed over.
fn own<'a>(module: &Module, delivery: &Sorted<'a>) -> (&'a Value, Vec<String>) {
    let webhooks = module.api.webhooks.as_ref();
    let body = webhooks.map_or(delivery.body, |all| samples::own(all, delivery.body));
    let batch = webhooks.and_then(|all| all.batch.as_ref());
    let items = batch.map(|batch| format!("$.{}[0]", batch.items.join(".")));
    let passed_over = delivery.passed_over.iter().map(|path| {
        let inside = items.as_ref().and_then(|items| path.strip_prefix(items));
        inside.map_or_else(|| path.clone(), |inside| format!("${inside}"))
    });
    (body, passed_over.collect())
}

/// What the events are called by in the document: `#/webhooks/issues-opened`.
fn keys(module: &Module, names: &BTreeSet<String>) -> BTreeSet<String> {
    let events = module.api.webhooks.iter().flat_map(|all| &all.events);
    let wanted = events.filter(|event| names.contains(&event.name));
    wanted
        .filter_map(|event| event.origin.split('/').nth(2))
        .map(ToOwned::to_owned)
        .collect()
}

/// What is read if no other webhooks are wanted.
fn only(names: &BTreeSet<String>) -> Input {
    let mut input = Input::default();
    input.include.webhooks = names
        .iter()
        .map(|name| Entry {
            text: name.clone(),
            at: here(),
        })
        .collect();
    input
}

/// Where all of this is chosen.
fn here() -> Location {
    Location {
        file: "--payloads".to_owned(),
        position: None,
        source: None,
    }
}

fn generate(path: &Path, input: &Input, received: Received) -> io::Result<Module> {
    let mut choices = Choices::default();
    choices.received = received;
    choices.without = vec![(Part::Client, here()), (Part::Types, here())];
    let options = Options {
        name: "described".to_owned(),
        shown_as: path.display().to_string(),
        command: "hookgen generate".to_owned(),
        features: false,
        choices,
        input: input.clone(),
    };
    hookgen::generate(path, &options).map_err(|findings| {
        let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
        io::Error::other(lines.join("\n"))
    })
}

fn write_crate(
    root: &Path,
    folder: &Path,
    name: &str,
    module: &Module,
    lines: &str,
) -> io::Result<()> {
    let source = folder.join("src");
    for file in &module.files {
        let path: PathBuf = source.join("described").join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&source))?;
        fs::write(path, &file.text)?;
    }
    fs::write(source.join("lib.rs"), "pub mod described;\n")?;
    let runtime = root.join("generator/runtime");
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[lib]\nname = \"part\"\n\n[dependencies]\n\
             hookgen-runtime = {{ path = {runtime:?}, features = [\"receiver\", \"uuid\"] }}\n\n\
             [lints.rust]\nwarnings = \"deny\"\n"
        ),
    )?;
    fs::write(folder.join("deliveries.jsonl"), lines)?;
    let events = module.files.iter().find(|file| file.path == "events.rs");
    let arms: String = payloads_by_event(events.map_or("", |file| &file.text))
        .iter()
        .map(|(name, ty)| format!("        {name:?} => check::<{ty}>(value),\n"))
        .collect();
    let program = PROGRAM
        .replace("        // Each event is checked here.\n", &arms)
        .replace(ASK, &receive(module).unwrap_or_else(|| ASK.to_owned()));
    fs::create_dir_all(source.join("bin"))?;
    fs::write(source.join(format!("bin/decode_{name}.rs")), program)
}

/// The names of the events, each with the type of its payload: read off what is generated.
fn payloads_by_event(events: &str) -> Vec<(String, String)> {
    let block = |start: &str| {
        let (_, rest) = events.split_once(start)?;
        rest.split_once("\n}").map(|(block, _)| block)
    };
    let lines = |start| block(start).unwrap_or_default().lines().map(str::trim);
    let mut types = Vec::new();
    let mut variants = lines("pub enum Event {");
    while let Some(line) = variants.next() {
        if let Some((variant, ty)) = line.split_once('(')
            && let Some(ty) = ty.strip_suffix("),")
        {
            types.push((variant, ty));
        } else if let Some(variant) = line.strip_suffix('(').filter(|one| !one.contains(' '))
            && let Some(ty) = variants.next()
        {
            // A long one has a line of its own.
            types.push((variant, ty.trim_end_matches(',')));
        }
    }
    let mut payloads = Vec::new();
    for line in lines("events! {") {
        if let Some((variant, name)) = line.split_once(" = \"")
            && let Some(name) = name.strip_suffix("\",")
            && let Some((_, ty)) = types.iter().find(|(known, _)| *known == variant)
        {
            payloads.push((name.to_owned(), (*ty).to_owned()));
        }
    }
    payloads
}

/// Runs the programs; whether all came to their end, and none found anything lost.
pub(crate) fn decode(folder: &Path, names: &[String]) -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(&cargo)
        .args(["build", "--quiet", "--offline"])
        .current_dir(folder)
        .status()?;
    let mut is_well = built.success();
    for name in names {
        let program = format!("decode_{name}");
        let status = Command::new(&cargo)
            .args(["run", "--quiet", "--offline", "--bin", &program])
            .current_dir(folder)
            .status()?;
        is_well &= status.success();
    }
    Ok(is_well)
}
