//! Arrays of strings in a manifest, changed without touching what else they hold.

use toml_edit::{Array, Value};

/// The strings in an array.
pub(super) fn strings(array: &Array) -> Vec<String> {
    array
        .iter()
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}

/// Adds a string: in order to an array on one line that is in order, or else at the end.
pub(super) fn insert(array: &mut Array, text: &str) {
    let present = strings(array);
    if present.iter().any(|one| one == text) {
        return;
    }
    if array.iter().any(begins_line) {
        append_line(array, text);
    } else {
        let index = if present.is_sorted() {
            present.partition_point(|one| one.as_str() < text)
        } else {
            array.len()
        };
        array.insert(index, text);
        space_out(array);
    }
}

/// Takes a string out. A comment after the one before it stays.
pub(super) fn remove(array: &mut Array, text: &str) {
    while let Some(index) = index_of(array, text) {
        let removed = array.remove(index);
        let comment = prefix(&removed)
            .split_once('\n')
            .map(|(comment, _)| comment);
        let Some(comment) = comment.filter(|comment| comment.contains('#')) else {
            continue;
        };
        if let Some(next) = array.get_mut(index) {
            let prefix = format!("{comment}{}", prefix(next));
            next.decor_mut().set_prefix(prefix);
        } else {
            let trailing = format!("{comment}{}", array.trailing().as_str().unwrap_or("\n"));
            array.set_trailing(trailing);
        }
    }
    space_out(array);
}

/// Adds a line, indented as the last one is. What stands after the last one is a comment of its
/// own, and stays there.
fn append_line(array: &mut Array, text: &str) {
    let last = array.iter().last().map(prefix).unwrap_or_default();
    let indent = last.rsplit('\n').next().unwrap_or_default().to_owned();
    let trailing = array.trailing().as_str().unwrap_or_default().to_owned();
    let (comment, end) = trailing.rsplit_once('\n').unwrap_or_default();
    let mut value = Value::from(text);
    value
        .decor_mut()
        .set_prefix(format!("{}\n{indent}", comment.trim_end()));
    array.push_formatted(value);
    array.set_trailing(format!("\n{end}"));
    array.set_trailing_comma(true);
}

fn index_of(array: &Array, text: &str) -> Option<usize> {
    array.iter().position(|value| value.as_str() == Some(text))
}

fn begins_line(value: &Value) -> bool {
    prefix(value).contains('\n')
}

fn prefix(value: &Value) -> &str {
    value
        .decor()
        .prefix()
        .and_then(|prefix| prefix.as_str())
        .unwrap_or_default()
}

/// `["a", "b"]`: a space before each but the first, where all are on one line.
fn space_out(array: &mut Array) {
    if array.iter().any(begins_line) {
        return;
    }
    for (index, value) in array.iter_mut().enumerate() {
        let space = if index == 0 { "" } else { " " };
        value.decor_mut().set_prefix(space);
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::*;

    fn edited(text: &str, edit: impl FnOnce(&mut Array)) -> String {
        let mut document: DocumentMut = text.parse().expect("TOML");
        edit(document["x"].as_array_mut().expect("an array"));
        document.to_string()
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(
            edited("x = [\"a\", \"c\"]\n", |array| insert(array, "b")),
            "x = [\"a\", \"b\", \"c\"]\n"
        );
        assert_eq!(
            edited("x = [\"a\", \"c\"]\n", |array| remove(array, "a")),
            "x = [\"c\"]\n"
        );
    }

    #[test]
    fn comments_stay_with_their_lines() {
        let before = "x = [\n    \"b\", # the first\n    \"a\", # the second\n]\n";
        assert_eq!(
            edited(before, |array| insert(array, "c")),
            "x = [\n    \"b\", # the first\n    \"a\", # the second\n    \"c\",\n]\n"
        );
        assert_eq!(
            edited("x = [\n    \"b\", # the first\n    \"a\",\n]\n", |array| {
                remove(array, "a");
            }),
            "x = [\n    \"b\", # the first\n]\n"
        );
    }
}
