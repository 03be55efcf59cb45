//! What a JSONPath (RFC 9535) consists of, as far as it matters for how long it takes.
//!
//! The library that evaluates paths keeps what it has read of them to itself. What is read here has
//! been found to be well-formed by it, so only what counts is looked at.

mod scanner;

use scanner::Scanner;

/// One step of a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    /// As it is written: `..[?@.a]`.
    pub(super) text: &'a str,
    /// Whether it goes to everything below: `..a`.
    pub(super) descends: bool,
    /// What it selects there; several in brackets: `['a', 'b']`.
    pub(super) selectors: Vec<Selector<'a>>,
}

/// What a [`Segment`] selects.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Selector<'a> {
    /// As it is written: `?@.a`.
    pub(super) text: &'a str,
    pub(super) kind: Kind<'a>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// A name, or an index.
    One,
    /// A wildcard, or a slice.
    All,
    /// A filter, and what is looked at for it.
    Filter(Vec<Test<'a>>),
}

/// What is looked at for a filter.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Test<'a> {
    /// What a path selects from what is tested.
    Inside(Vec<Segment<'a>>),
    /// What a path selects from the description.
    Whole(Vec<Segment<'a>>),
    /// All of what is tested, when it is compared.
    All,
    /// All of the description, when a part of it is compared with another, or given to a function.
    AllOfWhole,
    /// A pattern, which takes as long as so many values.
    Pattern(u64),
}

/// The steps of a path.
pub(super) fn segments(path: &str) -> Vec<Segment<'_>> {
    Scanner::new(path.trim_start_matches('$')).segments()
}

/// How deep brackets and parentheses stand in each other. For this many of them a parser tries
/// things over and over, so they are counted before there is one.
pub(super) fn nesting(path: &str) -> usize {
    let mut scanner = Scanner::new(path);
    let (mut depth, mut deepest) = (0_usize, 0);
    while let Some(byte) = scanner.peek() {
        match byte {
            b'"' | b'\'' => drop(scanner.string()),
            b'[' | b'(' => {
                depth += 1;
                deepest = deepest.max(depth);
                scanner.skip();
            }
            b']' | b')' => {
                depth = depth.saturating_sub(1);
                scanner.skip();
            }
            _ => scanner.skip(),
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a path, in short: a `d` for what descends, and what is selected.
    fn read(path: &str) -> String {
        serde_json_path::JsonPath::parse(path).expect("a path");
        shown(&segments(path))
    }

    fn shown(segments: &[Segment<'_>]) -> String {
        let shown = segments.iter().map(|segment| {
            let kinds = segment.selectors.iter().map(|one| kind(&one.kind));
            let kinds = kinds.collect::<Vec<_>>().join(",");
            format!("{}{kinds}", if segment.descends { "d" } else { "" })
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    fn kind(kind: &Kind<'_>) -> String {
        match kind {
            Kind::One => "1".to_owned(),
            Kind::All => "*".to_owned(),
            Kind::Filter(tests) => {
                let tests = tests.iter().map(|test| match test {
                    Test::Inside(path) => format!("@{}", shown(path)),
                    Test::Whole(path) => format!("${}", shown(path)),
                    Test::All => "=@".to_owned(),
                    Test::AllOfWhole => "=$".to_owned(),
                    Test::Pattern(weight) => format!("/{weight}/"),
                });
                format!("?({})", tests.collect::<Vec<_>>().join(" "))
            }
        }
    }

    #[test]
    fn steps_are_told_from_each_other() {
        assert_eq!(read("$"), "");
        assert_eq!(read("$.a['b'][\"c\"][0]"), "1 1 1 1");
        assert_eq!(read("$.* ['a,]', *, 1:2 ,-1].ä"), "* 1,*,*,1 1");
        assert_eq!(read("$..a..*..['x\\']']"), "d1 d* d1");
    }

    #[test]
    fn filters_are_looked_into() {
        assert_eq!(read("$[?@.a]"), "?(@1)");
        assert_eq!(
            read("$..[?@..x && !($.y.* || @ == ')]'), 1].z"),
            "d?(@d1 $1 * @),1 1"
        );
        assert_eq!(read("$[?@[?@.a == 1, 'b'] || @.c < -1]"), "?(@?(@1),1 @1)");
        assert_eq!(read("$[?count(@..*) > 1]"), "?(=@ @d*)");
    }

    #[test]
    fn what_is_compared_is_looked_at() {
        assert_eq!(read("$[?@.a == 'b' || 1 != @.c]"), "?(@1 =@ @1)");
        assert_eq!(read("$[?@.a == $.b]"), "?(@1 =@ $1)");
        assert_eq!(read("$[?$.a.b==$.b]"), "?($1 1 =$ $1)");
        assert_eq!(read("$[?length($.a) > 1]"), "?(=$ $1)");
        assert_eq!(
            read("$[?value(@..a) == value($..b)]"),
            "?(=@ @d1 =@ =$ $d1)"
        );
    }

    #[test]
    fn patterns_have_a_weight() {
        assert_eq!(read("$[?match(@.a, 'ab')]"), "?(=@ @1 /1300/)");
        assert_eq!(read("$[?search(@.a, 'a{20}')]"), "?(=@ @1 /26000/)");
        let Kind::Filter(tests) = &segments("$[?match(@.a, $.b)]")[0].selectors[0].kind else {
            panic!("a filter");
        };
        assert!(matches!(tests[2], Test::Pattern(weight) if weight > 1_000_000));
    }

    #[test]
    fn brackets_are_counted() {
        assert_eq!(nesting("$.a['[[['][\"\\\"[[\"]"), 1);
        assert_eq!(nesting("$[?(@[?@.a])][?(@.a)]"), 4 - 1);
        assert_eq!(nesting("$["), 1);
        assert_eq!(nesting("$]]['"), 1);
    }
}
