//! A call of one of the runtime's macros:
//!
//! ```text
//! object! {
//!     WebhookInput {
//!         url,
//!         display_name? = "displayName",
//!     }
//! }
//! ```

use proc_macro2::Delimiter;

use super::inline::{self, line};
use super::tokens::{Stream, Tree};

/// Prints `name! { … }`: each member of the block inside on a line of its own.
pub fn print(name: &str, stream: Stream<'_>) -> String {
    let is_block = |tree| matches!(tree, Tree::Group(Delimiter::Brace, _));
    let Some((head, Tree::Group(_, inside), tail)) = stream.split_at(is_block) else {
        return format!("{name}! {{\n    {}\n}}\n", line(stream));
    };
    let mut text = format!("{name}! {{\n    {} {{", line(head));
    if inside.is_empty() {
        text.push_str("}\n}\n");
        return text;
    }
    text.push('\n');
    for member in inside.members() {
        text.push_str("        ");
        inline::push(&mut text, member);
        text.push_str(",\n");
    }
    text.push_str("    }");
    if !tail.is_empty() {
        text.push(' ');
        inline::push(&mut text, tail);
    }
    text.push_str("\n}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::tokens::Tokens;

    fn printed(name: &str, text: &str) -> String {
        let tokens = Tokens::new(text.parse().expect("tokens"));
        print(name, tokens.all())
    }

    #[test]
    fn members_stand_on_lines_of_their_own() {
        assert_eq!(
            printed(
                "object",
                r#"A { "k" == -1, r#type? = "type", url, ..rest }"#
            ),
            "object! {\n    A {\n        \"k\" == -1,\n        r#type? = \"type\",\n        url,\n        \
             ..rest,\n    }\n}\n"
        );
    }

    #[test]
    fn what_has_no_members_stands_on_one_line() {
        assert_eq!(
            printed("operation", "A -> Json<Vec<types::B>>, AError"),
            "operation! {\n    A -> Json<Vec<types::B>>, AError\n}\n"
        );
    }

    #[test]
    fn rules_are_a_list_behind_a_name() {
        assert_eq!(
            printed(
                "constraints",
                "A [MinMembers(1)] { b: [MaxItems(5), Each(&[MinLength(1)])] }"
            ),
            "constraints! {\n    A [MinMembers(1)] {\n        \
             b: [MaxItems(5), Each(&[MinLength(1)])],\n    }\n}\n"
        );
    }

    #[test]
    fn arms_and_tails_are_spaced() {
        assert_eq!(
            printed("responses", "A { 400..=499 => B(json), _ => C }"),
            "responses! {\n    A {\n        400..=499 => B(json),\n        _ => C,\n    }\n}\n"
        );
        assert_eq!(
            printed(
                "events",
                r#"A by body "/a" { B = "b" | "c" } verified by D"#
            ),
            "events! {\n    A by body \"/a\" {\n        B = \"b\" | \"c\",\n    } verified by D\n}\n"
        );
    }
}
