//! Text that needs no parser.

use super::{Writer, escape};

/// Whether CommonMark has nothing but paragraphs of plain text in this: nothing that it may take
/// for a mark is there, and each line begins with a letter. Most that is said in a description is
/// so, and need not be parsed.
pub(super) fn is_prose(text: &str) -> bool {
    let is_plain = |one: u8| {
        let is_mark = matches!(one, b' '..=b'/' | b':' | b';' | b'=' | b'?' | b'@');
        one.is_ascii_alphanumeric() || one == b'\n' || is_mark && !matches!(one, b'&' | b'*')
    };
    let begins = |line: &str| line.is_empty() || line.starts_with(|one: char| one.is_alphabetic());
    text.bytes().all(is_plain) && text.lines().all(begins)
}

impl Writer {
    /// What [`parse`](Self::parse) makes of [prose](is_prose).
    pub(super) fn prose(&mut self, text: &str) {
        for line in text.lines() {
            if line.is_empty() {
                self.lines.paragraph();
            } else {
                escape(line, &mut self.lines.text);
                self.lines.text.push(' ');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_comes_out_as_if_it_were_parsed() {
        let parts = [
            "a",
            "A b",
            " ",
            "\n",
            "\n\n",
            "  \n",
            "-",
            "- ",
            "---",
            "1. ",
            "#",
            "# ",
            "=",
            "===",
            "+",
            "(c)",
            "http://a.b/c-d?e=f#g.",
            "\"q\"",
            "!",
            ": ",
            "%",
            "$x$",
            "@d",
            "longer words",
        ];
        let written = |write: fn(&mut Writer, &str), text: &str| {
            let mut writer = Writer::default();
            write(&mut writer, text);
            let lines = writer.lines.finish().join("\n");
            lines.trim_end().to_owned()
        };
        let mut prose = 0;
        for number in 0..parts.len().pow(3) {
            let step = |power| parts[number / parts.len().pow(power) % parts.len()];
            let text = [0, 1, 2].map(step).concat();
            if is_prose(&text) {
                prose += 1;
                let (plain, parsed) = (Writer::prose, Writer::parse);
                assert_eq!(written(plain, &text), written(parsed, &text), "{text:?}");
            }
        }
        assert!(prose > 1000, "{prose}");
    }
}
