//! Templates: the names between braces in a path, or in a server's URL.

/// The names between braces, in their order: `a` and `b` in `/x/{a}/{b}`.
pub(super) fn names(template: &str) -> impl Iterator<Item = &str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|after| after.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| !name.is_empty())
}

/// The path that is sent of what a description has for one: nothing from `#` on, and of what
/// stands behind `?` the pairs that no parameter of the query says.
pub(super) fn sent(path: &str, says: impl Fn(&str) -> bool) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let pairs = query.split('&').filter(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        !(pair.is_empty() || (value.starts_with('{') && says(name)))
    });
    let pairs: Vec<_> = pairs.collect();
    match pairs.as_slice() {
        [] => path.to_owned(),
        pairs => format!("{path}?{}", pairs.join("&")),
    }
}

/// The path without the names in it: two that are the same cannot be told apart by a server.
pub(super) fn nameless(path: &str) -> String {
    let mut found = String::new();
    for (index, part) in path.split('{').enumerate() {
        match part.split_once('}') {
            Some((_, after)) if index > 0 => {
                found.push_str("{}");
                found.push_str(after);
            }
            _ => found.push_str(part),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{nameless, names, sent};

    #[test]
    fn a_path_ends_before_its_query() {
        for (path, expected) in [
            ("/a", "/a"),
            ("/#X-Amz-Target=A.b", "/"),
            ("/?Action=A#x", "/?Action=A"),
            ("/a?b={b}&c={c}&d", "/a?c={c}&d"),
            ("/a?b={b}", "/a"),
        ] {
            assert_eq!(sent(path, |name| name == "b"), expected, "{path}");
        }
    }

    #[test]
    fn names_do_not_tell_paths_apart() {
        assert_eq!(nameless("/a/{b}/c{d}"), nameless("/a/{x}/c{y}"));
        assert_ne!(nameless("/a/{b}"), nameless("/a/b"));
    }

    #[test]
    fn names_stand_between_braces() {
        for (template, expected) in [
            ("/a", &[][..]),
            ("/a/{b}/{c}", &["b", "c"]),
            ("/{a}{b}.{c}", &["a", "b", "c"]),
            ("/{a/b", &[]),
            ("/a}/{}", &[]),
            ("/{a/{b}", &["b"]),
        ] {
            assert_eq!(names(template).collect::<Vec<_>>(), expected, "{template}");
        }
    }
}
