//! What rustfmt wants otherwise than prettyplease prints it.

use std::borrow::Cow;

use super::line::{
    BRACE_WIDTH, CALL_WIDTH, LITERAL_WIDTH, WIDTH, arguments, arguments_end, indent, listed, width,
};
use super::{broken, joined};

/// Breaks and joins lines where rustfmt would.
pub fn fit(text: &str) -> String {
    let joined = joined::join(text);
    let mut fitted = String::with_capacity(joined.len());
    for line in joined.lines() {
        fitted.push_str(&broken(line));
        fitted.push('\n');
    }
    attached(&fitted)
}

/// Puts a method whose arguments take a line each behind what it is called on: only a call of one
/// line stands on a line of its own.
fn attached(text: &str) -> String {
    let mut attached = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        attached.push_str(line);
        let body = line.trim_start();
        let is_field = body.starts_with("self.") && !body.contains(['(', ' ', ';']);
        let call = lines
            .next_if(|next| is_field && next.trim_start().starts_with('.') && next.ends_with('('));
        if let Some(call) = call {
            attached.push_str(call.trim_start());
            let end = format!("{});", " ".repeat(indent(call)));
            for inner in lines.by_ref() {
                attached.push('\n');
                attached.push_str(inner.strip_prefix("    ").unwrap_or(inner));
                if inner == end {
                    break;
                }
            }
        }
        attached.push('\n');
    }
    attached
}

/// A line broken where rustfmt breaks it though it fits.
fn broken(line: &str) -> Cow<'_, str> {
    let body = line.trim_start();
    if body.starts_with("//") || body.starts_with('#') || body.contains("fn ") {
        return line.into();
    }
    let is_type = ["pub struct ", "pub enum ", "impl "]
        .iter()
        .any(|keyword| body.starts_with(keyword));
    if let Some(head) = line.strip_suffix(" {")
        && is_type
        && width(line) > WIDTH
    {
        let pad = " ".repeat(indent(line));
        return match head.strip_prefix("impl ") {
            Some(name) if !name.contains(' ') && width(name) + 4 <= WIDTH => {
                format!("impl\n    {name}\n{{").into()
            }
            _ => format!("{head}\n{pad}{{").into(),
        };
    }
    if body.starts_with("pub ") && body.ends_with(',') {
        return broken::laid_out(line, indent(line)).into();
    }
    if body.starts_with("pub type ")
        && let Some((name, ty)) = body.split_once(" = ")
        && width(line) > WIDTH
    {
        return format!("{name} =\n    {ty}").into();
    }
    let pad = &line[..indent(line)];
    if let Some(signature) = line.strip_suffix(" {")
        && body.starts_with(") -> ")
        && width(line) >= BRACE_WIDTH
    {
        return format!("{signature}\n{pad}{{").into();
    }
    broken_literal(body, pad)
        .or_else(|| broken_method(body, pad))
        .or_else(|| broken_call(body, pad))
        .map_or(line.into(), Cow::Owned)
}

/// `Self { a: b, c: d }`, as a value or as a pattern: a field a line if wide.
fn broken_literal(body: &str, pad: &str) -> Option<String> {
    let (head, rest) = body.split_once(" { ")?;
    let is_name = head
        .chars()
        .all(|one| one.is_alphanumeric() || one == ':' || one == '_');
    let (fields, tail) = match rest.strip_suffix(" } => {") {
        Some(fields) => (fields, " => {"),
        None => (rest.strip_suffix(" }")?, ""),
    };
    if !is_name || width(fields) <= LITERAL_WIDTH {
        return None;
    }
    let fields = listed(&arguments(fields), pad);
    Some(format!("{pad}{head} {{\n{fields}{pad}}}{tail}"))
}

/// `self.field.method(…);`, the call on a line of its own if wide.
fn broken_method(body: &str, pad: &str) -> Option<String> {
    let chain = body.strip_prefix("self.")?;
    let (field, call) = chain.split_once('.')?;
    if width(body) - 1 <= CALL_WIDTH || field.contains('(') {
        return None;
    }
    let inner = format!("{pad}    ");
    let call = format!(".{call}");
    let call = broken_call(&call, &inner).unwrap_or_else(|| format!("{inner}{call}"));
    Some(format!("{pad}self.{field}\n{call}"))
}

/// `f(a, b);`, an argument a line if wide.
fn broken_call(body: &str, pad: &str) -> Option<String> {
    let open = body.find('(')?;
    let inner = body[open + 1..].strip_suffix(");")?;
    let fits = width(inner) <= CALL_WIDTH && pad.len() + width(body) <= WIDTH;
    if fits || arguments_end(&body[open + 1..]) != Some(inner.len()) {
        return None;
    }
    let head = format!("{pad}{}(", &body[..open]);
    let arguments = arguments(inner);
    if let [only] = arguments[..]
        && let Some(call) = broken::list(&head, only, ");")
    {
        return Some(call);
    }
    Some(format!("{head}\n{}{pad});", listed(&arguments, pad)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brace_behind_a_wide_type_stands_alone() {
        let wide = format!("    ) -> {} {{\n", "T".repeat(86));
        assert_eq!(fit(&wide), wide.replace(" {\n", "\n    {\n"));
        let narrow = format!("    ) -> {} {{\n", "T".repeat(85));
        assert_eq!(fit(&narrow), narrow);
    }

    #[test]
    fn a_brace_behind_a_wide_name_stands_alone() {
        let wide = format!("pub struct {} {{\n", "T".repeat(88));
        assert_eq!(fit(&wide), wide.replace(" {\n", "\n{\n"));
        let narrow = format!("pub struct {} {{\n", "T".repeat(87));
        assert_eq!(fit(&narrow), narrow);
    }

    #[test]
    fn a_wide_name_alone_stands_between_what_it_is_behind_and_its_brace() {
        let name = "T".repeat(96);
        assert_eq!(
            fit(&format!("impl {name} {{\n")),
            format!("impl\n    {name}\n{{\n")
        );
        let name = "T".repeat(93);
        assert_eq!(
            fit(&format!("impl {name} {{\n")),
            format!("impl {name} {{\n")
        );
    }

    #[test]
    fn a_wide_list_is_opened_with_its_call() {
        let (one, other) = ("n".repeat(40), "m".repeat(20));
        assert_eq!(
            fit(&format!(
                "    call.security(&[&[\"{one}\"], &[\"{other}\"]]);\n"
            )),
            format!(
                "    call.security(&[\n        &[\"{one}\"],\n        &[\"{other}\"],\n    ]);\n"
            )
        );
        assert_eq!(
            fit(&format!(
                "    call.security(&[&[\"{one}\", \"{other}\"]]);\n"
            )),
            format!("    call.security(&[&[\n        \"{one}\",\n        \"{other}\",\n    ]]);\n")
        );
    }

    #[test]
    fn wide_calls_and_literals_are_broken() {
        let call = format!("    call.path(\"{}\", &id);\n", "x".repeat(60));
        assert_eq!(fit(&call).lines().count(), 4);
        assert_eq!(
            fit("    Self { a: b.into(), c: None }\n").lines().count(),
            4
        );
        assert_eq!(fit("    Self { a, b }\n"), "    Self { a, b }\n");
        assert_eq!(
            fit("    Self::A { long_name, long_names } => {\n"),
            "    Self::A {\n        long_name,\n        long_names,\n    } => {\n"
        );
    }

    #[test]
    fn a_method_with_a_line_an_argument_stands_behind_its_object() {
        let (name, value) = ("n".repeat(40), "v".repeat(40));
        let call = format!("        self.0.query_as(\"{name}\", {value}, Style::Form);\n");
        let fitted = format!(
            "        self.0.query_as(\n            \"{name}\",\n            {value},\n            \
             Style::Form,\n        );\n"
        );
        assert_eq!(fit(&call), fitted);
        let apart = "        self.0\n            .form(\n                a,\n            );\n";
        let behind = "        self.0.form(\n            a,\n        );\n";
        assert_eq!(attached(apart), behind);
    }

    #[test]
    fn a_wide_alias_is_broken_behind_its_name() {
        let (name, ty) = ("N".repeat(50), "T".repeat(50));
        assert_eq!(
            fit(&format!("pub type {name} = {ty};\n")),
            format!("pub type {name} =\n    {ty};\n")
        );
    }
}
