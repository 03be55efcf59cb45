//! Actions put into the text of an overlay that someone wrote: every other word of it stays.
//!
//! The places where they could belong are tried, the likeliest first, and one is right if the text
//! then says what it said before, and these actions behind its own.

mod brackets;
mod end;

use std::cell::Cell;

use serde_json::Value;

use crate::diagnostics::{Diagnostics, FileId};
use crate::document::file::without_mark;
use crate::document::parse;
use brackets::in_brackets;

/// The overlay `known` with more actions, which are `yaml` as well: a list in lines of its own.
/// `None` if there is no place for them in the text as it is.
#[must_use]
pub fn with_actions(known: &str, actions: &[Value], yaml: &str) -> Option<String> {
    let text = without_mark(known);
    let mut wanted = parsed(text)?;
    let list = wanted.get_mut("actions")?.as_array_mut()?;
    list.extend(actions.iter().cloned());
    let left = Cell::new(TRIED.max(text.len().saturating_mul(10)));
    let is_right = |text: &str| {
        let after = left.get().checked_sub(text.len());
        left.set(after.unwrap_or_default());
        after.is_some() && parsed(text).is_some_and(|value| value == wanted)
    };
    let lines = text.replace("\r\n", "\n");
    let end = end::of_actions(&lines);
    let added = match first_dash(&lines) {
        Some(indent) => {
            let mut ends = end.into_iter().chain([lines.len()]);
            ends.find_map(|end| in_lines(&lines, end, yaml, indent, is_right))
        }
        None => in_brackets(&lines, end, actions, is_right),
    }?;
    let mark = known.strip_suffix(text).unwrap_or_default();
    Some(match text.contains("\r\n") {
        true => format!("{mark}{}", added.replace('\n', "\r\n")),
        false => format!("{mark}{added}"),
    })
}

/// How many bytes are parsed to find a place, in all: some seconds.
const TRIED: usize = 32_000_000;

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

/// Behind the last line of the last action before `end`, and so before the remarks on what follows.
fn in_lines(
    text: &str,
    end: usize,
    yaml: &str,
    indent: &str,
    is_right: impl Fn(&str) -> bool,
) -> Option<String> {
    let more = yaml.lines().map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("{indent}{line}\n"),
    });
    let more: String = more.collect();
    let added = |before: &str, after: &str| {
        let end = if before.ends_with('\n') { "" } else { "\n" };
        format!("{before}{end}{more}{after}")
    };
    let is_of_the_action =
        |line: &str| line.starts_with(&format!("{indent} ")) && !line.trim().is_empty();
    let (mut before, mut after) = text.split_at(end);

    let lines = before.split_inclusive('\n').rev();
    let remarks = lines.take_while(|line| is_remark(line) && !is_of_the_action(line));
    let remarks: usize = remarks.map(str::len).sum();
    let (likely, rest) = text.split_at(end - remarks);
    let likely = added(likely, rest);
    if is_right(&likely) {
        return Some(likely);
    }

    // Lines without a word may be a part of the last text.
    let mut right = None;
    loop {
        let added = added(before, after);
        match (is_right(&added), &right) {
            (true, _) => right = Some(added),
            (false, Some(_)) => return right,
            (false, None) => {}
        }
        let line = before.split_inclusive('\n').next_back()?;
        if right.is_some() && (!is_remark(line) || is_of_the_action(line)) {
            return right;
        }
        let start = before.len() - line.len();
        (before, after) = (&text[..start], &text[start..]);
    }
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
    fn how_much_follows_does_not_matter() {
        let lines: Vec<_> = (0..9000).map(|one| format!("x-{one}: [v]\n")).collect();
        let lines = lines.concat();
        added(&format!("actions:\n- target: $.a\n# Others.\n{lines}"));
        added(&format!("actions: []\n{lines}"));
        let remarks = lines.replace("x-", "# ");
        let known = format!("actions:\n- target: $.a\n{remarks}");
        assert!(added(&known).ends_with(&format!("  remove: true\n{remarks}")));
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
