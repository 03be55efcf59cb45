//! What prettyplease breaks into lines at other places than rustfmt: derives, and wide types.

use super::joined;
use super::line::{CALL_WIDTH, WIDTH, arguments, indent, listed, width};

/// What broken derives begin with.
pub const DERIVES: &str = "#[derive(";

/// The widest line of derives that rustfmt leaves in one.
const DERIVE_WIDTH: usize = 96;

/// Derives that prettyplease has broken: in one line, in a line of their own, or in a line each.
pub fn derives(lines: &[&str]) -> (String, usize) {
    let Some(end) = lines.iter().position(|line| line.trim_start() == ")]") else {
        return (lines[0].to_owned(), 1);
    };
    let derives = lines[1..end].iter().map(|line| line.trim());
    let derives: Vec<&str> = derives.map(|one| one.trim_end_matches(',')).collect();
    let one_line = format!("{}{})]", lines[0], derives.join(", "));
    if width(&one_line) <= DERIVE_WIDTH {
        return (one_line, end + 1);
    }
    let pad = " ".repeat(indent(lines[0]));
    let inner = format!("{pad}    {}", derives.join(", "));
    // rustfmt does not count the last comma.
    let derives = if width(&inner) <= WIDTH {
        inner + ",\n"
    } else {
        listed(&derives, &pad)
    };
    (format!("{}\n{derives}{pad})]", lines[0]), end + 1)
}

/// A field whose type prettyplease has broken: in one line, or with the type in the next.
pub fn field(lines: &[&str]) -> (String, usize) {
    match joined::end(lines, '>') {
        Some(end) => (
            laid_out(&joined::whole(lines, end), indent(lines[0])),
            end + 1,
        ),
        None => (lines[0].to_owned(), 1),
    }
}

/// A field that is one line, as wide as it is: with its type in the next line if that fits, else
/// with what the type is of in lines of its own; and left alone if nothing fits.
pub fn laid_out(whole: &str, indent: usize) -> String {
    let Some((name, ty)) = whole.split_once(": ").filter(|_| width(whole) > WIDTH) else {
        return whole.to_owned();
    };
    let pad = " ".repeat(indent);
    let next = format!("{pad}    {ty}");
    if width(&next) <= WIDTH {
        return format!("{name}:\n{next}");
    }
    match opened(ty.trim_end_matches(','), indent) {
        Some(opened) => format!("{name}: {opened},"),
        None => whole.to_owned(),
    }
}

/// A type with what it is of in lines of their own, behind `indent` columns, and so each of these
/// that is too wide; `None` if nothing fits.
fn opened(ty: &str, indent: usize) -> Option<String> {
    let (outer, inner) = ty.strip_suffix('>')?.split_once('<')?;
    let pad = " ".repeat(indent);
    let mut members = Vec::new();
    for member in arguments(inner) {
        members.push(match indent + 4 + width(member) < WIDTH {
            true => member.to_owned(),
            false => opened(member, indent + 4)?,
        });
    }
    let members: Vec<&str> = members.iter().map(String::as_str).collect();
    Some(format!("{outer}<\n{}{pad}>", listed(&members, &pad)))
}

/// A call that is given nothing but a list. Where it has to be broken, the list is opened with the
/// call, and so is one that is all that there is in the list. `head` is the line up to the list, and
/// `close` what is behind it.
pub fn list(head: &str, argument: &str, close: &str) -> Option<String> {
    let mut content = content(argument)?;
    let mut depth = 1;
    while let [only] = arguments(content)[..]
        && let Some(inner) = self::content(only)
    {
        content = inner;
        depth += 1;
    }
    let whole = format!("{head}{argument}{close}");
    if width(content) <= CALL_WIDTH && width(&whole) <= WIDTH {
        return Some(whole);
    }
    let pad = " ".repeat(indent(head));
    let elements = listed(&arguments(content), &pad);
    let (open, end) = ("&[".repeat(depth), "]".repeat(depth));
    Some(format!("{head}{open}\n{elements}{pad}{end}{close}"))
}

/// What stands in a list, if this is one.
fn content(list: &str) -> Option<&str> {
    list.strip_prefix("&[")?.strip_suffix(']')
}

#[cfg(test)]
mod tests {
    use crate::render::layout::fit;
    use crate::render::spaced::spaced;

    #[test]
    fn wide_types_of_fields_are_in_a_line_of_their_own() {
        let name = "x".repeat(40);
        let field = |ty: &str| format!("    pub {name}: Option<\n        {ty},\n    >,\n");
        assert_eq!(
            fit(&field("types::Type")),
            format!("    pub {name}: Option<types::Type>,\n")
        );
        let wide = "T".repeat(60);
        assert_eq!(
            fit(&field(&wide)),
            format!("    pub {name}:\n        Option<{wide}>,\n")
        );
        assert_eq!(
            fit(&format!("    pub {name}: {wide},\n")),
            format!("    pub {name}:\n        {wide},\n")
        );
        let wider = "T".repeat(90);
        let broken = field(&wider);
        assert_eq!(fit(&broken), broken);
        assert_eq!(spaced(&broken), broken);
        let nested = format!("    pub {name}: Option<Vec<{wider}>>,\n");
        assert_eq!(
            fit(&nested.replace(&wider, &wider[..87])),
            format!(
                "    pub {name}: Option<\n        Vec<\n            {},\n        >,\n    >,\n",
                &wider[..87]
            )
        );
        assert_eq!(fit(&nested), nested);
        let widest = format!("    pub {name}: {},\n", "T".repeat(99));
        assert_eq!(fit(&widest), widest);
    }

    #[test]
    fn derives_are_in_one_line_or_in_a_line_each() {
        let derives = |last: &str| format!("#[derive(\n    Debug,\n    {last}\n)]\nstruct X;\n");
        assert_eq!(
            fit(&derives("serde::Serialize")),
            "#[derive(Debug, serde::Serialize)]\nstruct X;\n"
        );
        let wide = "x".repeat(79);
        assert_eq!(
            fit(&derives(&wide)),
            format!("#[derive(\n    Debug, {wide},\n)]\nstruct X;\n")
        );
        let wider = "x".repeat(90);
        let broken = format!("#[derive(\n    Debug,\n    {wider},\n)]\nstruct X;\n");
        assert_eq!(fit(&derives(&wider)), broken);
        assert_eq!(spaced(&broken), broken);
    }
}
