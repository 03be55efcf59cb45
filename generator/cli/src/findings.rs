//! A finding as rustc would show it: with its source, a caret under it, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Element, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use hookgen::diagnostics::Severity;
use hookgen::{Finding, Location};

/// A finding, with escape codes for color; nothing at the end.
pub(crate) fn render(finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut group = level
        .primary_title(normalize_untrusted_str(&finding.message))
        .id(finding.code)
        .element(place(&finding.location, AnnotationKind::Primary, None));
    for (location, how) in &finding.related {
        group = group.element(place(location, AnnotationKind::Context, Some(how)));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    Renderer::styled()
        .decor_style(DecorStyle::Ascii)
        .render(&[group])
}

/// The source, where it is known, or only the place.
fn place<'a>(location: &'a Location, kind: AnnotationKind, label: Option<&'a str>) -> Element<'a> {
    let excerpt = location
        .source
        .as_ref()
        .and_then(|(text, span)| excerpt(text, span));
    match (excerpt, location.position) {
        (Some((line, span)), Some((number, _))) => {
            let label = label.map(normalize_untrusted_str);
            Snippet::source(line)
                .line_start(number)
                .path(location.file.as_str())
                .annotation(kind.span(span).label(label))
                .into()
        }
        (_, position) => {
            let mut origin = Origin::path(location.file.as_str());
            if let Some((line, column)) = position {
                origin = origin.line(line).char_column(column);
            }
            origin.into()
        }
    }
}

/// The line where a span begins, and the part of it that is meant.
///
/// A span may be a whole schema; where it begins is enough, and a description may be megabytes.
/// A text that could not be decoded is empty: there is nothing to show of it.
fn excerpt<'a>(text: &'a str, span: &Range<usize>) -> Option<(&'a str, Range<usize>)> {
    if text.is_empty() {
        return None;
    }
    let before = text.get(..span.start)?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text.get(start..)?;
    let line = rest.split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let from = (span.start - start).min(line.len());
    let to = span.end.saturating_sub(start).clamp(from, line.len());
    line.is_char_boundary(to).then_some((line, from..to))
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
            source: Some((Arc::from(TEXT), start..start + part.len())),
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
        anstream::adapter::strip_str(&render(finding)).to_string()
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
        finding.location.source = Some((Arc::from(""), 0..0));
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
        --> spec/a.yaml:3:5
         = help: describe it, or correct the reference
        ");
    }

    #[test]
    fn a_span_outside_of_the_text_is_no_panic() {
        let mut finding = finding(location("get", 3, 5));
        finding.location.source = Some((Arc::from("é"), 1..9));
        assert!(plain(&finding).contains("spec/a.yaml:3:5"));
    }
}
