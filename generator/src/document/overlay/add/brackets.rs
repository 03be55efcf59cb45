//! Actions put beside others in brackets.

use serde_json::Value;

/// Before the bracket that ends the actions, on lines of their own if it is.
pub(super) fn in_brackets(
    text: &str,
    end: Option<usize>,
    actions: &[Value],
    is_right: impl Fn(&str) -> bool,
) -> Option<String> {
    let in_one_line: Vec<String> = actions.iter().map(ToString::to_string).collect();
    let in_one_line = in_one_line.join(", ");
    let ends = text.rmatch_indices(']').map(|(end, _)| end);
    let mut ends = end.into_iter().chain(ends);
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
