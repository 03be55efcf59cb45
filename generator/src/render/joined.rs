//! Joins what was broken though it fits: prettyplease breaks at 89 columns, rustfmt at 100.

use std::borrow::Cow;

use super::broken;
use super::line::{CALL_WIDTH, IMPL_WIDTH, WIDTH, indent, width};

/// Joins the lines that rustfmt has as one.
pub fn join(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut joined = String::with_capacity(text.len());
    let mut at = 0;
    while at < lines.len() {
        let (line, taken) = joined_from(&lines[at..]);
        joined.push_str(&line);
        joined.push('\n');
        at += taken;
    }
    joined
}

/// The line that the first of `lines` makes with those that continue it, and how many there are.
fn joined_from<'a>(lines: &[&'a str]) -> (Cow<'a, str>, usize) {
    let first = lines[0];
    let body = first.trim_start();
    if body.starts_with("//") {
        return (first.into(), 1);
    }
    let joined = match first.as_bytes().last() {
        Some(b'<') if body.starts_with("pub ") => Some(broken::field(lines)),
        Some(b'<') => of_type(lines),
        Some(b'(') if body == broken::DERIVES => Some(broken::derives(lines)),
        Some(b'(') => call(lines).or_else(|| list(lines)),
        Some(b'{') if first.ends_with(" => {") => arm(lines),
        _ => conversion(lines),
    };
    match joined {
        Some((line, taken)) => (line.into(), taken),
        None => (first.into(), 1),
    }
}

/// A type whose arguments take a line each.
fn of_type(lines: &[&str]) -> Option<(String, usize)> {
    let end = end(lines, '>')?;
    let whole = whole(lines, end);
    let widest = match lines[0].contains(": impl ") {
        true => IMPL_WIDTH,
        false => WIDTH,
    };
    (width(&whole) <= widest).then_some((whole, end + 1))
}

/// A call, a signature, or a variant, whose arguments take a line each.
fn call(lines: &[&str]) -> Option<(String, usize)> {
    let end = end(lines, ')')?;
    let first = lines[0];
    let inner = join(&lines[1..end].join("\n"));
    let is_flat = inner.lines().all(|line| indent(line) == indent(first) + 4);
    if !is_flat {
        return None;
    }
    let arguments: Vec<&str> = inner.lines().map(str::trim).collect();
    let is_only = arguments.len() == 1;
    let arguments = arguments.join(" ");
    let arguments = arguments.strip_suffix(',').unwrap_or(&arguments);
    let close = lines[end].trim_start();
    let whole = format!("{first}{arguments}{close}");
    let is_signature = first.trim_start().contains("fn ");
    if width(&whole) <= WIDTH
        && (is_signature || is_variant(&whole) || width(arguments) <= CALL_WIDTH)
    {
        return Some((whole, end + 1));
    }
    // What is assigned stands in the next line if it fits there, and its only argument with it.
    let (place, callee) = first.split_once(" = ").filter(|_| is_only)?;
    let pad = " ".repeat(indent(first));
    let value = format!("{pad}    {callee}{arguments}{close}");
    (width(&value) <= WIDTH).then(|| (format!("{place} =\n{value}"), end + 1))
}

/// A call that is given nothing but a list, which takes a line or one for each element.
fn list(lines: &[&str]) -> Option<(String, usize)> {
    let end = end(lines, ')')?;
    let argument = match &lines[1..end] {
        [only] => only.trim().trim_end_matches(',').to_owned(),
        [open, elements @ .., close] => {
            let is_element = |line: &&str| indent(line) == indent(open) + 4 && line.ends_with(',');
            if open.trim() != "&[" || close.trim() != "]," || !elements.iter().all(is_element) {
                return None;
            }
            let elements: Vec<&str> = elements.iter().map(|line| line.trim()).collect();
            format!("&[{}]", elements.join(" "))
        }
        [] => return None,
    };
    let call = broken::list(lines[0], &argument, lines[end].trim_start())?;
    Some((call, end + 1))
}

/// An arm whose one expression stands in braces.
fn arm(lines: &[&str]) -> Option<(String, usize)> {
    let [first, rest @ ..] = lines else {
        return None;
    };
    let (value, taken) = match conversion(rest) {
        Some(joined) => joined,
        None => ((*rest.first()?).to_owned(), 1),
    };
    let close = rest.get(taken)?.trim_start();
    if close != "}" || value.ends_with([';', '{', ',']) {
        return None;
    }
    let head = first.strip_suffix('{')?;
    let whole = format!("{head}{},", value.trim_start());
    (width(&whole) <= WIDTH).then_some((whole, taken + 2))
}

/// A value, and what it is converted by in the next line.
fn conversion(lines: &[&str]) -> Option<(String, usize)> {
    let [first, next, ..] = lines else {
        return None;
    };
    let call = next.trim_start();
    if !matches!(call.trim_end_matches(','), ".into()" | ".to_owned()") {
        return None;
    }
    let whole = format!("{first}{call}");
    (width(&whole) <= WIDTH).then_some((whole, 2))
}

/// Which of `lines` closes what the first one opens.
pub fn end(lines: &[&str], close: char) -> Option<usize> {
    let closes =
        |line: &&str| indent(line) == indent(lines[0]) && line.trim_start().starts_with(close);
    let behind = lines.iter().skip(1).position(closes)?;
    Some(behind + 1)
}

/// The lines up to `end` as one.
pub fn whole(lines: &[&str], end: usize) -> String {
    let mut whole = lines[0].to_owned();
    for line in &lines[1..=end] {
        let line = line.trim();
        if line.starts_with('>') {
            whole.truncate(whole.trim_end_matches([',', ' ']).len());
        } else if !whole.ends_with('<') {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}

/// Whether a line declares a variant of an enum: `Name(Type),`.
fn is_variant(line: &str) -> bool {
    let Some((name, rest)) = line.trim_start().split_once('(') else {
        return false;
    };
    let is_name = name.chars().all(|one| one.is_alphanumeric() || one == '_');
    is_name && name.starts_with(char::is_uppercase) && rest.ends_with("),")
}

#[cfg(test)]
mod tests {
    use crate::render::layout::fit;

    #[test]
    fn signatures_are_joined_up_to_the_width() {
        let broken =
            "    pub fn update(\n        &self,\n        body: types::Input,\n    ) -> Update {\n";
        assert_eq!(
            fit(broken),
            "    pub fn update(&self, body: types::Input) -> Update {\n"
        );
        let wide = broken.replace("Input", &"Input".repeat(15));
        assert_eq!(fit(&wide), wide);
    }

    #[test]
    fn a_variant_is_joined_up_to_the_width() {
        let whole = format!("    Name(Box<types::{}>),", "T".repeat(77));
        let broken = format!(
            "    Name(\n        Box<types::{}>,\n    ),\n",
            "T".repeat(77)
        );
        assert_eq!(fit(&broken).trim_end(), whole);
    }

    #[test]
    fn what_a_type_is_of_is_joined_up_to_the_width() {
        let broken = |name: &str| {
            format!(
                "    pub fn new(\n        name: impl Into<\n            Vec<{name}>,\n        >,\n    ) -> Self {{\n"
            )
        };
        let fits = format!("        name: impl Into<Vec<{}>>,\n", "T".repeat(74));
        assert!(fit(&broken(&"T".repeat(74))).contains(&fits));
        let wide = broken(&"T".repeat(75));
        assert_eq!(fit(&wide), wide);
        let name = "T".repeat(77);
        assert_eq!(
            fit(&format!(
                "    Name(\n        Box<\n            types::{name},\n        >,\n    ),\n"
            )),
            format!("    Name(Box<types::{name}>),\n")
        );
    }

    #[test]
    fn a_list_is_opened_with_the_call_that_it_is_given_to() {
        let (one, other) = ("n".repeat(40), "m".repeat(40));
        let opened = format!(
            "    call.security(&[\n        &[\"{one}\"],\n        &[\"{other}\"],\n    ]);\n"
        );
        let whole = format!("&[&[\"{one}\"], &[\"{other}\"]]");
        let broken = format!("    call.security(\n        {whole},\n    );\n");
        assert_eq!(fit(&broken), opened);
        assert_eq!(
            fit(&format!(
                "    call.security(\n        &[\n            &[\"{one}\"],\n            &[\"{other}\"],\n        ],\n    );\n"
            )),
            format!(
                "    call.security(&[\n        &[\"{one}\"],\n        &[\"{other}\"],\n    ]);\n"
            )
        );
    }

    #[test]
    fn what_is_assigned_stands_in_the_next_line() {
        let name = "n".repeat(36);
        assert_eq!(
            fit(&format!(
                "        self.{name} = Some(\n            {name}.into(),\n        );\n"
            )),
            format!("        self.{name} =\n            Some({name}.into());\n")
        );
        let (one, other) = ("n".repeat(40), "m".repeat(30));
        let several = format!("    let mut call = f(\n        {one},\n        {other},\n    );\n");
        assert_eq!(fit(&several), several);
    }

    #[test]
    fn a_conversion_is_joined_up_to_the_width() {
        let name = "n".repeat(39);
        let broken = |name: &str| format!("    {name}: {name}\n        .into(),\n");
        assert_eq!(fit(&broken(&name)), format!("    {name}: {name}.into(),\n"));
        let wide = broken(&"n".repeat(60));
        assert_eq!(fit(&wide), wide);
    }

    #[test]
    fn an_arm_is_without_braces_up_to_the_width() {
        let arm = |url: &str| format!("    Self::X => {{\n        \"{url}\".to_owned()\n    }}\n");
        let fits = "u".repeat(71);
        assert_eq!(
            fit(&arm(&fits)),
            format!("    Self::X => \"{fits}\".to_owned(),\n")
        );
        let wide = arm(&"u".repeat(72));
        assert_eq!(fit(&wide), wide);
        let broken = wide.replace(".to_owned", "\n            .to_owned");
        assert_eq!(fit(&broken), wide);
    }
}
