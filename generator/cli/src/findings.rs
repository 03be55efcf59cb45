//! A finding as rustc would show it: with its source, a caret under it, and what to do.

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
    let mut origin = Origin::path(location.file.as_str());
    let Some((line, column)) = location.position else {
        return vec![origin.into()];
    };
    let Some(excerpt) = &location.source else {
        return vec![origin.line(line).char_column(column).into()];
    };
    let label = label.map(normalize_untrusted_str);
    let snippet = Snippet::source(excerpt.text.as_str())
        .line_start(line)
        .annotation(kind.span(excerpt.span.clone()).label(label));
    if excerpt.begins_line {
        return vec![snippet.path(location.file.as_str()).into()];
    }
    // The renderer would count columns from where the excerpt begins.
    origin = origin.line(line).char_column(column);
    vec![origin.into(), snippet.into()]
}

#[cfg(test)]
mod tests {
    use hookgen::Excerpt;

    use super::*;

    const TEXT: &str = "paths:\n  /a:\n    get: { $ref: '#/nowhere' }\n    put: {}\n";

    fn location(part: &str, line: usize, column: usize) -> Location {
        let start = TEXT.find(part).expect("part of the text");
        Location {
            file: "spec/a.yaml".to_owned(),
            position: Some((line, column)),
            source: Excerpt::new(TEXT, &(start..start + part.len())),
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
        finding.location.source = Excerpt::new(&text, &(start..start + 4));
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
        finding.location.source = Excerpt::new("", &(0..0));
        insta::assert_snapshot!(plain(&finding), @"
        warning[dangling-reference]: `#/nowhere` leads nowhere, so any JSON is taken
        --> spec/a.yaml:3:5
         = help: describe it, or correct the reference
        ");
    }

    #[test]
    fn a_span_outside_of_the_text_is_no_panic() {
        let mut finding = finding(location("get", 3, 5));
        finding.location.source = Excerpt::new("é", &(1..9));
        assert!(plain(&finding).contains("spec/a.yaml:3:5"));
    }
}
