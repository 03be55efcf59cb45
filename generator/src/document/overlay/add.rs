//! Actions put into the text of an overlay that someone wrote: every other word of it stays.
//!
//! The places where they could belong are tried, and one is right if the text then says what it
//! said before, and these actions behind its own.

use serde_json::Value;

use crate::diagnostics::{Diagnostics, FileId};
use crate::document::file::without_mark;
use crate::document::parse;

/// The overlay `known` with more actions, which are `yaml` as well: a list in lines of its own.
/// `None` if there is no place for them in the text as it is.
#[must_use]
pub fn with_actions(known: &str, actions: &[Value], yaml: &str) -> Option<String> {
    let text = without_mark(known);
    let mut wanted = parsed(text)?;
    let list = wanted.get_mut("actions")?.as_array_mut()?;
    list.extend(actions.iter().cloned());
    let is_right = |text: &str| parsed(text).is_some_and(|value| value == wanted);
    let lines = text.replace("\r\n", "\n");
    let added = match first_dash(&lines) {
        Some(indent) => in_lines(&lines, yaml, indent, is_right),
        None => in_brackets(&lines, actions, is_right),
    }?;
    let mark = known.strip_suffix(text).unwrap_or_default();
    Some(match text.contains("\r\n") {
        true => format!("{mark}{}", added.replace('\n', "\r\n")),
        false => format!("{mark}{added}"),
    })
}

fn parsed(text: &str) -> Option<Value> {
    let parsed = parse::parse(text, FileId::default(), &mut Diagnostics::default());
    parsed.map(|parsed| parsed.value)
}

/// How far the actions are indented, if they are a line each or more.
fn first_dash(text: &str) -> Option<&str> {
    if text.trim_start().starts_with('{') {
        return None;
    }
    let mut lines = text.lines();
    lines.find(|line| is_key(line))?;
    let first = lines.find(|line| !is_remark(line))?;
    let rest = first.trim_start_matches(' ');
    let indent = &first[..first.len() - rest.len()];
    rest.starts_with('-').then_some(indent)
}

fn is_key(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let name = line.strip_suffix(':').map(str::trim_end);
    name.is_some_and(|name| ["actions", "'actions'", "\"actions\""].contains(&name))
}

/// Whether nothing is said in a line.
fn is_remark(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// Behind the last line of the last action, and so before the remarks on what follows.
fn in_lines(
    text: &str,
    yaml: &str,
    indent: &str,
    is_right: impl Fn(&str) -> bool,
) -> Option<String> {
    let more = yaml.lines().map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("{indent}{line}\n"),
    });
    let more: String = more.collect();
    let mut right = None;
    let mut after = "";
    let mut before = text;
    loop {
        let end = if before.ends_with('\n') { "" } else { "\n" };
        let added = format!("{before}{end}{more}{after}");
        match (is_right(&added), &right) {
            (true, _) => right = Some(added),
            (false, Some(_)) => return right,
            (false, None) => {}
        }
        let line = before.split_inclusive('\n').next_back()?;
        let is_of_the_action = line.starts_with(&format!("{indent} ")) && !line.trim().is_empty();
        if right.is_some() && (!is_remark(line) || is_of_the_action) {
            return right;
        }
        let start = before.len() - line.len();
        (before, after) = (&text[..start], &text[start..]);
    }
}

/// Before the bracket that ends the actions, on lines of their own if it is.
fn in_brackets(text: &str, actions: &[Value], is_right: impl Fn(&str) -> bool) -> Option<String> {
    let in_one_line: Vec<String> = actions.iter().map(ToString::to_string).collect();
    let in_one_line = in_one_line.join(", ");
    let mut ends = text.rmatch_indices(']').map(|(end, _)| end);
    ends.find_map(|end| {
        let said = text[..end].trim_end();
        let after = &text[said.len()..];
        let line = said.rsplit('\n').next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        let lines: Vec<_> = actions.iter().map(|one| pretty(one, indent)).collect();
        let lines = lines.join(",\n");
        let space = if said.ends_with('[') { "" } else { " " };
        // What follows a remark in its line would be a part of it.
        let ends_in_remark = line.trim_start().starts_with('#') || line.contains(" #");
        let ways = [
            (false, true, format!(",\n{lines}")),
            (true, true, format!("\n{lines}")),
            (true, true, format!("\n{indent}, {in_one_line}")),
            (false, false, format!(", {in_one_line}")),
            (false, false, format!("{space}{in_one_line}")),
        ];
        let is_possible = |(behind_a_remark, in_lines, _): &(bool, bool, _)| {
            (*behind_a_remark || !ends_in_remark)
                && (!in_lines || text[said.len()..end].contains('\n'))
        };
        let ways = ways.into_iter().filter(is_possible);
        let mut added = ways.map(|(_, _, more)| format!("{said}{more}{after}"));
        added.find(|added| is_right(added))
    })
}

fn pretty(action: &Value, indent: &str) -> String {
    let text = format!("{action:#}");
    let lines: Vec<_> = text.lines().map(|line| format!("{indent}{line}")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::with_actions;

    /// The overlay with another action, which is all that is new.
    fn added(known: &str) -> String {
        let action = json!({ "target": "$.info", "remove": true });
        let yaml = "- target: $.info\n  remove: true\n";
        let added = with_actions(known, &[action], yaml).expect("there is a place for it");
        let same = |(one, other): &(char, char)| one == other;
        let before = known.chars().zip(added.chars()).take_while(same).count();
        let (ends, other) = (known.chars().rev(), added.chars().rev());
        let after = ends.zip(other).take_while(same).count();
        assert!(before + after >= known.chars().count(), "{added}");
        added
    }

    #[test]
    fn actions_stand_behind_others_wherever_these_are() {
        insta::assert_snapshot!(added("
overlay: 1.0.0
actions: # ours
  # Why.
  - target: $.a # that
    update: { 200: b }
    # So it is.

# Who.
info: { title: Ours, version: '1' }
"), @"

        overlay: 1.0.0
        actions: # ours
          # Why.
          - target: $.a # that
            update: { 200: b }
            # So it is.
          - target: $.info
            remove: true

        # Who.
        info: { title: Ours, version: '1' }
        ");
        insta::assert_snapshot!(added("
overlay: 1.0.0
actions:
- target: $.a
  update: |+
    text

x-more: []"), @"

        overlay: 1.0.0
        actions:
        - target: $.a
          update: |+
            text

        - target: $.info
          remove: true
        x-more: []
        ");
        insta::assert_snapshot!(added("
overlay: 1.0.0
actions:
- target: $.a
  remove: true
# The end."), @"

        overlay: 1.0.0
        actions:
        - target: $.a
          remove: true
        - target: $.info
          remove: true
        # The end.
        ");
    }

    #[test]
    fn actions_in_brackets_have_others_beside_them() {
        insta::assert_snapshot!(added(r#"{
    "overlay": "1.0.0",
    "actions": [
        { "target": "$.a", "update": [1] }
    ],
    "info": { "tags": [] }
}
"#), @r#"
        {
            "overlay": "1.0.0",
            "actions": [
                { "target": "$.a", "update": [1] },
                {
                  "remove": true,
                  "target": "$.info"
                }
            ],
            "info": { "tags": [] }
        }
        "#);
        insta::assert_snapshot!(added("overlay: 1.0.0
actions: [{ target: $.a, remove: true }, # Why.
  { target: $.b, remove: true }, # And why.
]
"), @r#"
        overlay: 1.0.0
        actions: [{ target: $.a, remove: true }, # Why.
          { target: $.b, remove: true }, # And why.
          {
            "remove": true,
            "target": "$.info"
          }
        ]
        "#);
        insta::assert_snapshot!(added("overlay: 1.0.0
actions: [
  { target: $.b, remove: true } # Why.
]
"), @r#"
        overlay: 1.0.0
        actions: [
          { target: $.b, remove: true } # Why.
          , {"remove":true,"target":"$.info"}
        ]
        "#);
        insta::assert_snapshot!(added("{overlay: 1.0.0, actions: []}"), @r#"
        {overlay: 1.0.0, actions: [{"remove":true,"target":"$.info"}]}
        "#);
    }

    #[test]
    fn what_has_no_place_is_not_written() {
        let none = |text| with_actions(text, &[json!({})], "- {}\n");
        assert_eq!(none("overlay: 1.0.0"), None);
        assert_eq!(none("overlay: 1.0.0\nactions: &all [*all]\n"), None);
        assert_eq!(none("{"), None);
        let shared = "x-all: &all [{ target: $.a, remove: true }]\nactions: *all\n";
        assert_eq!(none(shared), None);
        assert!(
            none("\u{feff}actions:\r\n- {}\r\n")
                .is_some_and(|text| { text == "\u{feff}actions:\r\n- {}\r\n- {}\r\n" })
        );
    }
}
