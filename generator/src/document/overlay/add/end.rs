//! Where the actions of an overlay end in its text.

use saphyr_parser::{Event, Parser};

/// The byte behind the last of its actions: that of the bracket if they are in brackets, or else of
/// what follows. `None` if that cannot be told.
pub(super) fn of_actions(text: &str) -> Option<usize> {
    // Halves of characters, as JSON has them, are none in YAML.
    let whole = text.replace("\\ud", "\\u0").replace("\\uD", "\\u0");
    let mut parser = Parser::new_from_str(&whole);
    let mut depth = 0_usize;
    // Of the outermost object: the key whose value is next, as whether it is the one.
    let mut key = None;
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                depth += 1;
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => depth = depth.checked_sub(1)?,
            Event::Scalar(name, ..) if depth == 1 && key.is_none() => {
                key = Some(name == "actions");
                continue;
            }
            Event::Scalar(..) | Event::Alias(..) => {}
            _ => continue,
        }
        // A value has ended.
        if depth == 1 && key.take() == Some(true) {
            let (end, _) = text.char_indices().nth(span.start.index()).unzip();
            return Some(end.unwrap_or(text.len()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::of_actions;

    #[test]
    fn actions_end_before_what_follows() {
        for (before, after) in [
            (
                "é: [actions]\nactions:\n- a: [1]\n",
                "info:\n  actions: []\n",
            ),
            ("actions:\n  - a\n\n# Next.\n", "info: {}"),
            ("actions:\n  - a\n", ""),
            (
                "{ \"x\": { \"actions\": \"\\ud83d\\uDE00\" }, \"actions\": [ [1], 2 ",
                "], \"y\": [] }",
            ),
        ] {
            assert_eq!(
                of_actions(&format!("{before}{after}")),
                Some(before.len()),
                "{before}"
            );
        }
        assert_eq!(of_actions("actions"), None);
        assert_eq!(of_actions("{ x: ["), None);
    }
}
