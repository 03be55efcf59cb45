//! Globs: `*` stands for whatever has no slash in it, `**` for anything at all.
//!
//! Nothing else means anything but itself: a path has braces in it, and a name may have brackets.

/// Whether all of `text` is what `glob` stands for.
pub(super) fn matches(glob: &str, text: &str) -> bool {
    let parts = parts(glob);
    // At which characters the parts so far may end.
    let text: Vec<char> = text.chars().collect();
    let mut ends = vec![false; text.len() + 1];
    ends[0] = true;
    for part in parts {
        let mut next = vec![false; text.len() + 1];
        for at in 0..=text.len() {
            let goes_on = |crosses: bool| crosses || text[at - 1] != '/';
            next[at] = match part {
                Part::One(one) => at > 0 && ends[at - 1] && text[at - 1] == one,
                Part::Any { crosses } => ends[at] || (at > 0 && next[at - 1] && goes_on(crosses)),
            };
        }
        ends = next;
    }
    ends[text.len()]
}

#[derive(Clone, Copy)]
enum Part {
    One(char),
    Any { crosses: bool },
}

fn parts(glob: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = glob.chars().peekable();
    while let Some(one) = rest.next() {
        parts.push(match one {
            '*' => Part::Any {
                crosses: rest.next_if_eq(&'*').is_some(),
            },
            one => Part::One(one),
        });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_ends_at_a_slash_and_two_do_not() {
        assert!(matches("/v1/hooks", "/v1/hooks"));
        assert!(!matches("/v1/hooks", "/v1/hooks/{id}"));
        assert!(matches("/v1/hooks/*", "/v1/hooks/{id}"));
        assert!(!matches("/v1/hooks/*", "/v1/hooks/{id}/test"));
        assert!(matches("/v1/hooks**", "/v1/hooks"));
        assert!(matches("/v1/hooks**", "/v1/hooks/{id}/test"));
        assert!(matches("**/test", "/v1/hooks/{id}/test"));
        assert!(matches("order.*", "order.placed"));
        assert!(!matches("order.*", "orders"));
        assert!(matches("*", ""));
    }

    #[test]
    fn braces_and_brackets_mean_themselves() {
        assert!(matches("/hooks/{id}", "/hooks/{id}"));
        assert!(!matches("/hooks/{id}", "/hooks/id"));
        assert!(matches("a[b]?", "a[b]?"));
        assert!(!matches("a[b]", "ab"));
    }
}
