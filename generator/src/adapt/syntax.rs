//! Choices that are no Rust, whatever they are for.

use super::mistake::mistake;
use crate::choices::{Choice, Choices, Format, StandIn};
use crate::emit::{is_attribute, is_path, is_type};
use crate::finding::Finding;
use crate::settings::nearest;

/// Reports every choice that cannot be what it is to be.
pub(super) fn check(choices: &Choices, findings: &mut Vec<Finding>) {
    choices.formats.iter().for_each(|choice| {
        findings.extend(format_mistake(choice));
    });
    for kind in KINDS {
        let choices = (kind.choices)(choices).iter();
        for choice in choices.filter(|choice| !(kind.is_right)(&choice.value)) {
            let message = format!("`{}` is {}", choice.value.escape_debug(), kind.what);
            let help = Some(kind.help.to_owned());
            findings.push(mistake(kind.code, &choice.value_at, message, help));
        }
    }
}

/// A kind of choice that is Rust.
struct Kind {
    choices: fn(&Choices) -> &[Choice],
    is_right: fn(&str) -> bool,
    code: &'static str,
    /// What a wrong one is.
    what: &'static str,
    help: &'static str,
}

const KINDS: [Kind; 3] = [
    Kind {
        choices: |choices| &choices.replace,
        is_right: is_type,
        code: "invalid-path",
        what: "no path of a type in Rust",
        help: "write it as code elsewhere in the crate would: `crate::Money` or `money::Money`",
    },
    Kind {
        choices: |choices| &choices.derives,
        is_right: is_path,
        code: "invalid-derive",
        what: "no derive",
        help: "write what would stand in `#[derive(…)]`: `Hash` or `schemars::JsonSchema`",
    },
    Kind {
        choices: |choices| &choices.attributes,
        is_right: is_attribute,
        code: "invalid-attribute",
        what: "no attribute",
        help: "write all of it: `#[must_use]`",
    },
];

fn format_mistake(choice: &Choice) -> Option<Finding> {
    let Choice { key, value, .. } = choice;
    let formats = Format::ALL.map(Format::name);
    let Some(format) = Format::ALL.into_iter().find(|one| one.name() == key) else {
        let message = format!("`{key}` is no format that something can stand for");
        let help = Some(suggestion(key, &formats));
        return Some(mistake("unknown-format", &choice.key_at, message, help));
    };
    let stand_ins: Vec<&str> = format
        .stand_ins()
        .iter()
        .copied()
        .map(StandIn::name)
        .collect();
    if stand_ins.contains(&value.as_str()) {
        return None;
    }
    let message = format!("`{value}` cannot stand for the format `{key}`");
    let help = Some(suggestion(value, &stand_ins));
    Some(mistake("unknown-choice", &choice.value_at, message, help))
}

fn suggestion(given: &str, known: &[&str]) -> String {
    match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it may be `{}`", known.join("`, `")),
    }
}
