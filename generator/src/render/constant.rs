//! A constant whose value is made by a chain of calls, broken where rustfmt breaks one:
//!
//! ```text
//! pub const VERIFICATION: Verification = Verification::new(Algorithm::HmacSha256)
//!     .signature(Signature::in_header("X-Signature").hex())
//!     .signed(&[Part::Body]);
//! ```

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprMethodCall, Token};

use super::line::{CALL_WIDTH, WIDTH, width};

/// Prints the value of a constant behind `head`, what stands before it: `pub const A: B =`.
pub fn print(head: &str, value: &Expr) -> String {
    let line = flat(value);
    let stays = match value {
        Expr::MethodCall(call) if is_single(call) => {
            let (start, given) = (flat(&call.receiver), arguments(&call.args, 0));
            if given.contains('\n') {
                return format!("{head} {start}.{}{given};\n", call.method);
            }
            true
        }
        Expr::MethodCall(_) => width(&line) <= CALL_WIDTH,
        _ => false,
    };
    // Without what is said of it, and with the space before its value and the semicolon behind.
    let last = head.lines().last().unwrap_or_default();
    let fits = width(last) + width(&line) + 2 <= WIDTH;
    if stays && fits {
        format!("{head} {line};\n")
    } else if stays && width(&line) + 5 <= WIDTH {
        format!("{head}\n    {line};\n")
    } else {
        format!("{head} {};\n", expression(value, 0))
    }
}

/// An expression whose first line begins somewhere behind `indent` columns.
fn expression(value: &Expr, indent: usize) -> String {
    let line = flat(value);
    match value {
        Expr::MethodCall(_) if width(&line) > CALL_WIDTH => chain(value, indent),
        Expr::Call(call) if indent + width(&line) > WIDTH => {
            format!("{}{}", flat(&call.func), arguments(&call.args, indent))
        }
        Expr::Reference(reference) => format!("&{}", expression(&reference.expr, indent)),
        Expr::Array(array) if width(&line) > CALL_WIDTH => {
            format!("[\n{}{}]", listed(&array.elems, indent), pad(indent))
        }
        _ => line,
    }
}

/// Whether this is a chain of one call, which may be as long as its line.
fn is_single(call: &ExprMethodCall) -> bool {
    !matches!(*call.receiver, Expr::MethodCall(_))
}

/// A call a line.
fn chain(value: &Expr, indent: usize) -> String {
    let mut calls = Vec::new();
    let mut start = value;
    while let Expr::MethodCall(call) = start {
        calls.push(call);
        start = &call.receiver;
    }
    let mut text = expression(start, indent);
    for call in calls.into_iter().rev() {
        text.push('\n');
        text.push_str(&link(call, indent + 4));
    }
    text
}

fn link(call: &ExprMethodCall, indent: usize) -> String {
    let head = format!("{}.{}", pad(indent), call.method);
    let whole = format!("{head}({})", flat_list(&call.args));
    match call.args.first() {
        Some(Expr::MethodCall(only))
            if call.args.len() == 1 && is_single(only) && width(&whole) <= WIDTH =>
        {
            whole
        }
        _ => format!("{head}{}", arguments(&call.args, indent)),
    }
}

/// What is given to a call: on its line if that is short, behind it if it is one list, and else
/// one a line.
fn arguments(given: &Punctuated<Expr, Token![,]>, indent: usize) -> String {
    let line = flat_list(given);
    if width(&line) <= CALL_WIDTH {
        return format!("({line})");
    }
    match given.first() {
        Some(only @ Expr::Reference(_)) if given.len() == 1 => {
            format!("({})", expression(only, indent))
        }
        Some(Expr::Call(only)) if given.len() == 1 => {
            let inner = listed(&only.args, indent);
            format!("({}(\n{inner}{}))", flat(&only.func), pad(indent))
        }
        _ => format!("(\n{}{})", listed(given, indent), pad(indent)),
    }
}

/// One a line, with a comma.
fn listed(values: &Punctuated<Expr, Token![,]>, indent: usize) -> String {
    let inner = indent + 4;
    let lines = values
        .iter()
        .map(|value| format!("{}{},\n", pad(inner), listed_one(value, inner)));
    lines.collect()
}

fn listed_one(value: &Expr, indent: usize) -> String {
    let line = flat(value);
    match value {
        // With its comma.
        Expr::MethodCall(call) if is_single(call) && indent + width(&line) < WIDTH => line,
        _ => expression(value, indent),
    }
}

/// An expression on one line.
fn flat(value: &Expr) -> String {
    match value {
        Expr::MethodCall(call) => format!(
            "{}.{}({})",
            flat(&call.receiver),
            call.method,
            flat_list(&call.args)
        ),
        Expr::Call(call) => format!("{}({})", flat(&call.func), flat_list(&call.args)),
        Expr::Reference(reference) => format!("&{}", flat(&reference.expr)),
        Expr::Array(array) => format!("[{}]", flat_list(&array.elems)),
        Expr::Path(path) => path.to_token_stream().to_string().replace(' ', ""),
        other => other.to_token_stream().to_string(),
    }
}

fn flat_list(values: &Punctuated<Expr, Token![,]>) -> String {
    values.iter().map(flat).collect::<Vec<_>>().join(", ")
}

fn pad(indent: usize) -> String {
    " ".repeat(indent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(value: &str) -> String {
        print(
            "const A: B =",
            &syn::parse_str(value).expect("an expression"),
        )
    }

    #[test]
    fn what_is_short_stays_on_its_line() {
        assert_eq!(
            printed(r#"Signed::new(By::Hmac).with(&["a b", "c"])"#),
            "const A: B = Signed::new(By::Hmac).with(&[\"a b\", \"c\"]);\n"
        );
    }

    #[test]
    fn a_chain_of_one_call_stands_in_the_next_line_if_it_has_to() {
        let name = "x".repeat(44);
        let value = format!("E::new().time_in(S::Item(\"{name}\"))");
        let behind = |head: &str| print(head, &syn::parse_str(&value).expect("an expression"));
        let head = "/// What every item says of itself.\npub const ENVELOPE: Envelope =";
        assert_eq!(behind(head), format!("{head}\n    {value};\n"));
        let head = head.replace("ENVELOPE", "A");
        assert_eq!(behind(&head), format!("{head} {value};\n"));
        let name = "x".repeat(60);
        assert_eq!(
            printed(&format!("E::new().time_in(S::Item(\"{name}\"))")),
            format!("const A: B = E::new().time_in(S::Item(\n    \"{name}\",\n));\n")
        );
    }

    #[test]
    fn a_long_chain_has_a_line_for_each_call_and_each_element() {
        let list = ["Part::Timestamp"; 5];
        assert_eq!(
            printed(&format!("A::new().list(&[{}]).end(C)", list.join(", "))),
            format!(
                "const A: B = A::new()\n    .list(&[\n{}    ])\n    .end(C);\n",
                "        Part::Timestamp,\n".repeat(5)
            )
        );
    }

    #[test]
    fn a_chain_of_one_call_may_be_as_long_as_its_line() {
        let name = "x".repeat(60);
        let inner = format!("Header::new(\"{name}\").hex()");
        assert_eq!(
            printed(&format!("A::new().from({inner}).end()")),
            format!("const A: B = A::new()\n    .from({inner})\n    .end();\n")
        );
    }

    #[test]
    fn a_long_chain_inside_a_call_is_broken_too() {
        let name = "x".repeat(40);
        assert_eq!(
            printed(&format!(
                "A::new().from(Header::new(\"{name}\").hex().end())"
            )),
            format!(
                "const A: B = A::new().from(\n    Header::new(\"{name}\")\n        \
                 .hex()\n        .end(),\n);\n"
            )
        );
        assert_eq!(
            printed(&format!(
                "A::new().from(Header::new(\"{name}\").hex().end()).a()"
            )),
            format!(
                "const A: B = A::new()\n    .from(\n        Header::new(\"{name}\")\n            \
                 .hex()\n            .end(),\n    )\n    .a();\n"
            )
        );
    }
}
