//! A finding as rustc would show it: with its source, a caret under it, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Element, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use anstream::adapter::strip_str;
use hookgen::diagnostics::Severity;
use hookgen::{Finding, Location};

/// A finding, with escape codes for color; nothing at the end.
pub(crate) fn render(finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut group = level
        .primary_title(normalize_untrusted_str(&finding.message))
        .id(finding.code)
        .elements(place(&finding.location, AnnotationKind::Primary, None));
    for (location, how) in &finding.related {
        group = group.elements(place(location, AnnotationKind::Context, Some(how)));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    let text = Renderer::styled()
        .decor_style(DecorStyle::Ascii)
        .render(&[group]);
    without_empty_origins(&text)
}

/// The renderer announces the part of a long line by a path, of which there is none: it has been
/// shown already.
fn without_empty_origins(text: &str) -> String {
    let is_empty = |line: &str| strip_str(line).to_string().trim() == ":::";
    let lines = text.lines().filter(|line| !is_empty(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// The source, where it is known, or only the place.
fn place<'a>(
    location: &'a Location,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Vec<Element<'a>> {
    let excerpt = location
        .source
        .as_ref()
        .and_then(|(text, span)| excerpt(text, span));
    let mut origin = Origin::path(location.file.as_str());
    let Some((line, column)) = location.position else {
        return vec![origin.into()];
    };
    let Some(excerpt) = excerpt else {
        return vec![origin.line(line).char_column(column).into()];
    };
    let label = label.map(normalize_untrusted_str);
    let snippet = Snippet::source(excerpt.text)
        .line_start(line)
        .annotation(kind.span(excerpt.span).label(label));
    if excerpt.is_whole_line {
        return vec![snippet.path(location.file.as_str()).into()];
    }
    // The renderer would count columns from where the excerpt begins.
    origin = origin.line(line).char_column(column);
    vec![origin.into(), snippet.into()]
}

/// What is shown of a description.
struct Excerpt<'a> {
    text: &'a str,
    /// The part of it that is meant.
    span: Range<usize>,
    is_whole_line: bool,
}

/// How many bytes of a line are shown before what is meant, and how many from there on. Published
/// JSON is often one line of megabytes, and a renderer takes its time with each character.
const BEFORE: usize = 60;
const FROM_THERE: usize = 120;

/// The line where a span begins, or the part of it around there.
///
/// A span may be a whole schema; where it begins is enough, and a description may be megabytes.
/// A text that could not be decoded is empty: there is nothing to show of it.
fn excerpt<'a>(text: &'a str, span: &Range<usize>) -> Option<Excerpt<'a>> {
    if text.is_empty() {
        return None;
    }
    let start = boundary(text, span.start.saturating_sub(BEFORE));
    let end = boundary(text, span.start.saturating_add(FROM_THERE));
    let before = text.get(start..span.start)?;
    let from_there = text.get(span.start..end)?;
    let line_start = before.rfind('\n').map(|newline| start + newline + 1);
    let line_end = from_there.find('\n').map(|newline| span.start + newline);
    let is_whole_line = line_start.is_some() || start == 0;
    let start = line_start.unwrap_or(start);
    let shown = text.get(start..line_end.unwrap_or(end))?;
    let shown = shown.strip_suffix('\r').unwrap_or(shown);
    let from = (span.start - start).min(shown.len());
    let to = span.end.saturating_sub(start).clamp(from, shown.len());
    shown.is_char_boundary(to).then_some(Excerpt {
        text: shown,
        span: from..to,
        is_whole_line,
    })
}

/// The next place from `index` on that is not inside a character.
fn boundary(text: &str, index: usize) -> usize {
    (index..text.len())
        .find(|index| text.is_char_boundary(*index))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const TEXT: &str = "paths:\n  /a:\n    get: { $ref: '#/nowhere' }\n    put: {}\n";

    fn location(part: &str, line: usize, column: usize) -> Location {
        let start = TEXT.find(part).expect("part of the text");
        Location {
            file: "spec/a.yaml".to_owned(),
            position: Some((line, column)),
            source: Some((Arc::new(TEXT.to_owned()), start..start + part.len())),
        }
    }

    fn finding(location: Location) -> Finding {
        Finding {
            severity: Severity::Warning,
            code: "dangling-reference",
            message: "`#/nowhere` leads nowhere, so any JSON is taken".to_owned(),
            help: Some("describe it, or correct the reference".to_owned()),
            location,
            related: Vec::new(),
        }
    }

    fn plain(finding: &Finding) -> String {
        strip_str(&render(finding)).to_string()
    }

    #[test]
    fn the_source_is_shown() {
        let mut finding = finding(location("'#/nowhere'", 3, 18));
        finding
            .related
            .push((location("put", 4, 5), "this one is fine".to_owned()));
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
         --> spec/a.yaml:3:18
          |
        3 |     get: { $ref: '#/nowhere' }
          |                  ^^^^^^^^^^^
          |
         ::: spec/a.yaml:4:5
          |
        4 |     put: {}
          |     --- this one is fine
          |
          = help: describe it, or correct the reference
        ");
    }

    #[test]
    fn a_span_of_several_lines_is_shown_by_its_first() {
        let finding = finding(location("get: { $ref: '#/nowhere' }\n    put", 3, 5));
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
         --> spec/a.yaml:3:5
          |
        3 |     get: { $ref: '#/nowhere' }
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: describe it, or correct the reference
        ");
    }

    #[test]
    fn of_a_long_line_a_part_is_shown() {
        let text = format!("{{{} é: here{}}}", "x".repeat(5000), "y".repeat(5000));
        let start = text.find("here").expect("part of the text");
        let mut finding = finding(location("get", 3, 5));
        finding.location.position = Some((1, 5006));
        finding.location.source = Some((Arc::new(text), start..start + 4));
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
         --> spec/a.yaml:1:5006
          |
        1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx é: hereyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy...
          |                                                            ^^^^
          |
          = help: describe it, or correct the reference
        ");
    }

    #[test]
    fn a_file_as_a_whole_has_no_source() {
        let mut finding = finding(location("get", 3, 5));
        finding.location.position = None;
        finding.location.source = None;
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
        --> spec/a.yaml
         = help: describe it, or correct the reference
        ");
    }

    /// As of a file that is not UTF-8: the place is known, and the text is not.
    #[test]
    fn a_text_that_is_not_there_is_not_shown() {
        let mut finding = finding(location("get", 3, 5));
        finding.location.source = Some((Arc::default(), 0..0));
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
        --> spec/a.yaml:3:5
         = help: describe it, or correct the reference
        ");
    }

    #[test]
    fn a_span_outside_of_the_text_is_no_panic() {
        let mut finding = finding(location("get", 3, 5));
        finding.location.source = Some((Arc::new("é".to_owned()), 1..9));
        assert!(plain(&finding).contains("spec/a.yaml:3:5"));
    }
}
