//! JSON pointers (RFC 6901) as text: how names become steps, and steps names.

/// The JSON pointer that leads by these names: `/data/event_type`.
#[must_use]
pub fn pointer(path: &[String]) -> String {
    path.iter()
        .fold(String::new(), |pointer, name| member(&pointer, name))
}

/// The pointer to the member `name` of what `pointer` leads to.
pub(crate) fn member(pointer: &str, name: &str) -> String {
    let mut inner = String::with_capacity(pointer.len() + 1 + name.len());
    inner.push_str(pointer);
    inner.push('/');
    // Hardly any name has to be escaped, and a description has a great many.
    if name.contains(['~', '/']) {
        inner.push_str(&name.replace('~', "~0").replace('/', "~1"));
    } else {
        inner.push_str(name);
    }
    inner
}

/// The names on the way that a pointer, or what is left of one, leads by.
pub(crate) fn names(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescaped)
}

/// The name that a step of a pointer stands for.
pub(crate) fn unescaped(step: &str) -> String {
    if !step.contains('~') {
        return step.to_owned();
    }
    // In this order: `~01` is `~1`.
    step.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        let path: Vec<String> = ["a/b", "m~n", "~1", "", "plain"].map(str::to_owned).into();
        assert_eq!(pointer(&path), "/a~1b/m~0n/~01//plain");
        assert_eq!(names(&pointer(&path)).collect::<Vec<_>>(), path);
        assert_eq!(names("").count(), 0);
    }
}
