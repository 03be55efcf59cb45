//! Lines of code: how wide rustfmt lets them be, and what they consist of.

/// rustfmt's `max_width`.
pub const WIDTH: usize = 100;

/// How wide a parameter is at most that is an `impl` of something: five columns are not counted, as
/// tried with rustfmt 1.9.
pub const IMPL_WIDTH: usize = 105;

/// rustfmt's `fn_call_width` and `chain_width`: 60 % of the width.
pub const CALL_WIDTH: usize = 60;

/// From how wide a line on rustfmt puts the brace of a function into the next: three columns before
/// its `max_width`, as tried with rustfmt 1.9.
pub const BRACE_WIDTH: usize = 97;

/// rustfmt's `struct_lit_width`: 18 % of the width.
pub const LITERAL_WIDTH: usize = 18;

/// A line each, with a comma, four columns behind `pad`.
pub fn listed(members: &[&str], pad: &str) -> String {
    let mut lines = String::new();
    for member in members {
        for part in [pad, "    ", member, ",\n"] {
            lines.push_str(part);
        }
    }
    lines
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.chars().count()
}

/// How many columns stand before a line.
pub fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// What stands between the commas at the top level of `text`.
pub fn arguments(text: &str) -> Vec<&str> {
    split(text, |_, character, depth| character == ',' && depth == 0)
        .into_iter()
        .map(|one| one.trim_start_matches(',').trim())
        .filter(|one| !one.is_empty())
        .collect()
}

/// Where the parenthesis closes that was open before `text`.
pub fn arguments_end(text: &str) -> Option<usize> {
    let mut end = None;
    split(text, |index, character, depth| {
        if character == ')' && depth == 0 && end.is_none() {
            end = Some(index);
        }
        false
    });
    end
}

/// Splits before each character that `is_border`, which is told its index, itself and how many
/// brackets it stands in; what stands in quotes is no border.
fn split(text: &str, mut is_border: impl FnMut(usize, char, usize) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quoted, mut escaped) = (0, 0_usize, false, false);
    for (index, character) in text.char_indices() {
        if quoted {
            (quoted, escaped) = (escaped || character != '"', !escaped && character == '\\');
            continue;
        }
        if is_border(index, character, depth) {
            parts.push(&text[start..index]);
            start = index;
        }
        match character {
            '"' => quoted = true,
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn commas_in_text_and_in_brackets_are_no_borders() {
        assert_eq!(
            arguments(r#""a, \" b", f(c, d), &[e, g]"#),
            [r#""a, \" b""#, "f(c, d)", "&[e, g]"]
        );
    }
}
