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

#[cfg(test)]
mod tests {
    use super::names;

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
