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
    let kinds: [(&[Choice], fn(&str) -> bool, _, _, _); 3] = [
        (
            &choices.replace,
            is_type,
            "invalid-path",
            "no path of a type in Rust",
            "write it as code elsewhere in the crate would: `crate::Money` or `money::Money`",
        ),
        (
            &choices.derives,
            is_path,
            "invalid-derive",
            "no derive",
            "write what would stand in `#[derive(…)]`: `Hash` or `schemars::JsonSchema`",
        ),
        (
            &choices.attributes,
            is_attribute,
            "invalid-attribute",
            "no attribute",
            "write all of it: `#[must_use]`",
        ),
    ];
    for (list, is_right, code, what, help) in kinds {
        for choice in list.iter().filter(|choice| !is_right(&choice.value)) {
            let message = format!("`{}` is {what}", choice.value.escape_debug());
            let help = Some(help.to_owned());
            findings.push(mistake(code, &choice.value_at, message, help));
        }
    }
}

fn format_mistake(choice: &Choice) -> Option<Finding> {
    let Choice { key, value, .. } = choice;
    let formats = Format::ALL.map(Format::name);
    let Some(format) = Format::ALL.into_iter().find(|one| one.name() == key) else {
        let message = format!("`{key}` is no format that something can stand for");
        let help = suggestion(key, &formats);
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
    let help = suggestion(value, &stand_ins);
    Some(mistake("unknown-choice", &choice.value_at, message, help))
}

fn suggestion(given: &str, known: &[&str]) -> Option<String> {
    Some(match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it may be `{}`", known.join("`, `")),
    })
}
