//! A description's CommonMark as the lines of a doc comment.
//!
//! It is parsed and written anew, so that nothing in it can reach past the comment or trouble
//! rustdoc: HTML and control characters are left out, brackets are text unless they are a link to
//! the web, code is marked as no Rust, and lines are wrapped.

mod lines;
mod prose;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use self::lines::{Lines, Margin};
use self::prose::is_prose;
use super::text::{escape, without_controls};

/// The lines of a text in CommonMark.
pub fn markdown(text: &str) -> Vec<String> {
    let clean = without_controls(text);
    let mut writer = Writer::default();
    if is_prose(&clean) {
        writer.prose(&clean);
    } else {
        writer.parse(&clean);
    }
    writer.lines.finish()
}

/// A sentence of the generator's own, wrapped.
pub fn plain(text: &str) -> Vec<String> {
    let mut lines = Lines::default();
    lines.text = without_controls(text);
    lines.finish()
}

/// Writes events as lines.
#[derive(Default)]
struct Writer {
    lines: Lines,
    /// The number of the next item, a list each; `None` for a list with bullets.
    lists: Vec<Option<u64>>,
    /// Where the links lead that are being read.
    links: Vec<Option<String>>,
    in_code: bool,
    in_heading: bool,
}

fn ends_line(html: &str) -> bool {
    html.starts_with("<br") || html.starts_with("</p")
}

impl Writer {
    fn parse(&mut self, text: &str) {
        for event in TextMergeStream::new(Parser::new_ext(text, Options::ENABLE_TABLES)) {
            self.event(event);
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.code(&text),
            Event::Text(text) => escape(&text, &mut self.lines.text),
            Event::Code(code) => self.inline_code(&code),
            Event::SoftBreak | Event::HardBreak => self.lines.text.push(' '),
            Event::Html(html) | Event::InlineHtml(html) if ends_line(&html) => {
                self.lines.text.push(' ');
            }
            Event::Rule => self.lines.paragraph(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::Table(_) => self.lines.paragraph(),
            Tag::Heading { .. } => {
                self.lines.paragraph();
                self.in_heading = true;
            }
            Tag::BlockQuote(_) => {
                self.lines.paragraph();
                self.lines.open(Margin::quote());
            }
            Tag::CodeBlock(kind) => self.open_code(&kind),
            Tag::List(start) => {
                self.lines.flush();
                if self.lists.is_empty() {
                    self.lines.blank();
                }
                self.lists.push(start);
            }
            Tag::Item => self.open_item(),
            Tag::TableHead | Tag::TableRow => {
                self.lines.flush();
                self.lines.open(Margin::bullet("- "));
            }
            Tag::TableCell if !self.lines.text.is_empty() => self.lines.text.push_str(" | "),
            Tag::Strong if !self.in_heading => self.lines.text.push_str("**"),
            Tag::Emphasis if !self.in_heading => self.lines.text.push('*'),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                let heading = self.lines.text.trim().to_owned();
                self.lines.text = if heading.is_empty() {
                    heading
                } else {
                    format!("**{heading}**")
                };
                self.in_heading = false;
                self.lines.flush();
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.lines.line("```");
            }
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::TableHead | TagEnd::TableRow => {
                self.lines.close();
            }
            TagEnd::List(_) => {
                self.lines.flush();
                self.lists.pop();
            }
            TagEnd::Paragraph | TagEnd::Table => {
                self.lines.flush();
            }
            TagEnd::Strong if !self.in_heading => self.lines.text.push_str("**"),
            TagEnd::Emphasis if !self.in_heading => self.lines.text.push('*'),
            TagEnd::Link => self.close_link(),
            _ => {}
        }
    }

    fn open_item(&mut self) {
        self.lines.flush();
        let bullet = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.lines.open(Margin::bullet(&bullet));
    }

    fn open_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.lines.paragraph();
        let json = matches!(kind, CodeBlockKind::Fenced(language) if &**language == "json");
        self.lines.line(if json { "```json" } else { "```text" });
        self.in_code = true;
    }

    fn code(&mut self, text: &CowStr<'_>) {
        for line in text.lines() {
            // A fence inside would end ours.
            self.lines.line(&line.replace("```", "'''"));
        }
    }

    fn inline_code(&mut self, code: &CowStr<'_>) {
        let fence = if code.contains('`') { "``" } else { "`" };
        self.lines.text.push_str(fence);
        self.lines.text.push_str(&code.replace("``", "''"));
        self.lines.text.push_str(fence);
    }

    fn open_link(&mut self, target: &CowStr<'_>) {
        let leads_to_web = target.starts_with("https://") || target.starts_with("http://");
        let target = (leads_to_web && !target.contains(['<', '>', '(', ')', ' ', '\\']))
            .then(|| target.clone().into_string());
        if target.is_some() {
            self.lines.text.push('[');
        }
        self.links.push(target);
    }

    fn close_link(&mut self) {
        if let Some(Some(target)) = self.links.pop() {
            self.lines.text.push_str("](");
            self.lines.text.push_str(&target);
            self.lines.text.push(')');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines::WIDTH;
    use super::*;

    fn text(markdown_text: &str) -> String {
        markdown(markdown_text).join("\n")
    }

    #[test]
    fn structure_is_kept() {
        assert_eq!(
            text("# Head\nOne *two* **three**\nfour.\n\n- a\n- b\n  1. c\n\n> q"),
            "**Head**\n\nOne *two* **three** four.\n\n- a\n- b\n  1. c\n\n> q"
        );
    }

    #[test]
    fn nothing_reaches_past_the_comment() {
        assert_eq!(text("a */ b \"# c \\ d"), "a \\*/ b \"# c \\\\ d");
        assert_eq!(text("x\u{202e}y\u{7}z\r\nw"), "xyz w");
        assert_eq!(text("one <b>two</b> 1 < 2"), "one two 1 \\< 2");
        assert_eq!(text("<script>alert(1)</script>"), "");
    }

    #[test]
    fn rustdoc_sees_no_links_but_those_to_the_web() {
        assert_eq!(text("see [Foo] and [bar](#x)"), "see \\[Foo\\] and bar");
        assert_eq!(
            text("at https://example.com/a_b."),
            "at <https://example.com/a_b>."
        );
        assert_eq!(text("[a](https://example.com)"), "[a](https://example.com)");
    }

    #[test]
    fn code_is_no_doctest() {
        assert_eq!(text("```\nlet x = 1;\n```"), "```text\nlet x = 1;\n```");
        assert_eq!(text("    panic!()"), "```text\npanic!()\n```");
    }

    #[test]
    fn lines_are_wrapped_without_making_lists() {
        let long = format!("{} - b 1. c", "word ".repeat(15).trim_end());
        assert!(markdown(&long).iter().all(|line| line.len() <= WIDTH));
        let broken = format!("{} - b", "wor ".repeat(20).trim_end());
        assert_eq!(markdown(&broken)[1], "\\- b");
    }
}
