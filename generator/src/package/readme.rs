//! `README.md`: what the crate is, its features, and how to use it.

use super::About;
use super::overview::{overview, plain};
use crate::api::Discriminator;
use crate::module::Module;
use crate::output::MARKDOWN_MARK;

/// The whole file.
pub(super) fn readme(about: &About, command: &str, modules: &[Module]) -> String {
    let name = &about.name;
    let what = match &about.description {
        Some(description) => format!("{}\n\n", plain(description)),
        None => String::new(),
    };
    let mut text = format!(
        "{MARKDOWN_MARK}: change the descriptions and run `{command}`. -->

# {name}

{what}{}",
        overview(modules)
    );
    text.push_str(&roles(name, modules));
    if let Some(module) = modules.iter().find(|module| module.needs.receiver) {
        text.push_str(&receiving(name, module));
    }
    text
}

/// What features there are besides the modules.
fn roles(name: &str, modules: &[Module]) -> String {
    let client = modules.iter().any(|module| module.needs.client);
    let receiver = modules.iter().find(|module| module.needs.receiver);
    let mut lines = vec![
        "",
        "## Features",
        "",
        "Every module is a feature of its own.",
    ];
    if client || receiver.is_some() {
        lines.extend(["They are on by default, and so are:", ""]);
    }
    if client {
        lines.push("- `client`: calls the APIs, over `reqwest`");
    }
    if receiver.is_some() {
        lines.push("- `receiver`: verifies and decodes what the APIs deliver");
    }
    lines.extend(["", "Off by default:", ""]);
    if client {
        lines.push("- `blocking`: calls without async");
    }
    if receiver.is_some() {
        lines.push("- `axum`: a delivery as an argument of a handler");
        lines.push("- `tower`: a layer that lets only deliveries through");
    }
    lines.push("- `validate`: what the description says beside types, such as how long a text is");
    lines.push("- `jiff`: instants as `jiff::Timestamp`");
    let mut text = lines.join("\n") + "\n";
    if let (true, Some(module)) = (client, receiver) {
        text += &receiving_only(name, module);
    }
    text
}

/// How to do without an HTTP client.
fn receiving_only(name: &str, module: &Module) -> String {
    let features = format!("receiver,{}", module.name);
    format!(
        "
Whoever only receives needs no HTTP client:

```sh
cargo add {name} --no-default-features --features {features}
```
"
    )
}

/// How a delivery is received.
fn receiving(name: &str, module: &Module) -> String {
    let path = format!("{}::{}", name.replace('-', "_"), module.name);
    let webhooks = module.api.webhooks.as_ref();
    let receiver = match webhooks.and_then(|webhooks| webhooks.verification.as_ref()) {
        Some(_) => "Receiver::new(secret)",
        None => "Receiver::unverified()",
    };
    if webhooks.is_some_and(|webhooks| webhooks.batch.is_some()) {
        return receiving_batches(&path, receiver);
    }
    let is_told_apart =
        webhooks.is_none_or(|webhooks| webhooks.discriminator != Discriminator::Route);
    let (imports, receive) = if is_told_apart {
        ("Event, Receiver", "receive(&headers, &body)?")
    } else {
        // Which event it is, the address says that it was delivered to.
        (
            "Event, EventType, Receiver",
            "receive_as(event_type, &headers, &body)?",
        )
    };
    let argument = if is_told_apart {
        ""
    } else {
        "let event_type: EventType = route.parse()?;\n"
    };
    format!(
        "
## Receiving

```rust
use {path}::{{{imports}}};

let receiver = {receiver};
{argument}match receiver.{receive} {{
    Event::Unknown(event) => println!(\"{{}} is not known yet\", event.name()),
    event => println!(\"{{}}\", event.name()),
}}
```
"
    )
}

/// How a delivery of several events is received.
fn receiving_batches(path: &str, receiver: &str) -> String {
    format!(
        "
## Receiving

```rust
use {path}::{{Event, Receiver}};

let receiver = {receiver};
for item in receiver.receive_all(&headers, &body)? {{
    match item.event {{
        Event::Unknown(event) => println!(\"{{}} is not known yet\", event.name()),
        event => println!(\"{{}}\", event.name()),
    }}
}}
```
"
    )
}
