//! What a reference names before its `#`, seen from the file that it stands in.

use std::path::Path;

use crate::document::reference::percent_decoded;
use crate::paths::{folder_of, normalize, slashed};

/// Where a reference leads, whatever is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) enum Way {
    /// Into the file that it stands in.
    Same,
    /// Into the file of this name: the way to it from the folder of the main one.
    File(String),
    /// To a URL.
    Url(String),
}

impl Way {
    /// `file` is a URI (RFC 3986, 4.1) in the file called `from`.
    pub(in crate::document) fn new(file: &str, from: &str) -> Self {
        if file.is_empty() {
            return Self::Same;
        }
        if let Some(path) = local(file) {
            return Self::File(slashed(&normalize(Path::new(&percent_decoded(path)))));
        }
        if is_url(file) {
            return Self::Url(file.to_owned());
        }
        let way = folder_of(Path::new(from)).join(percent_decoded(file));
        Self::File(slashed(&normalize(&way)))
    }
}

/// The path in a `file:` URI of this machine (RFC 8089, 2).
fn local(file: &str) -> Option<&str> {
    let (scheme, rest) = file.split_at_checked("file:".len())?;
    if !scheme.eq_ignore_ascii_case("file:") {
        return None;
    }
    let path = match rest.strip_prefix("//") {
        Some(rest) => rest.strip_prefix("localhost").unwrap_or(rest),
        None => rest,
    };
    path.starts_with('/').then_some(path)
}

/// A scheme of one letter is a drive of Windows.
fn is_url(file: &str) -> bool {
    let scheme = file.split_once(':').map(|(scheme, _)| scheme);
    file.starts_with("//")
        || scheme.is_some_and(|scheme| {
            scheme.len() > 1
                && scheme.starts_with(|one: char| one.is_ascii_alphabetic())
                && scheme
                    .chars()
                    .all(|one| one.is_ascii_alphanumeric() || "+.-".contains(one))
        })
}

/// The file and the fragment that a reference consists of.
pub(in crate::document) fn split(reference: &str) -> (&str, Option<&str>) {
    match reference.split_once('#') {
        Some((file, fragment)) => (file, Some(fragment)),
        None => (reference, None),
    }
}

/// A file's name as a reference spells it: without what would be read as something else.
pub(super) fn spelled(name: &str) -> String {
    name.replace('%', "%25").replace('#', "%23")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Way {
        Way::File(name.to_owned())
    }

    #[test]
    fn a_file_is_found_from_the_one_that_refers_to_it() {
        assert_eq!(Way::new("pet.yaml", ""), file("pet.yaml"));
        assert_eq!(Way::new("./pet.yaml", ""), file("pet.yaml"));
        assert_eq!(
            Way::new("pet.yaml", "schemas/a.yaml"),
            file("schemas/pet.yaml")
        );
        assert_eq!(Way::new("../b.json", "schemas/a.yaml"), file("b.json"));
        assert_eq!(Way::new("../b.json", "a.yaml"), file("../b.json"));
        assert_eq!(Way::new("a%20b.yaml", ""), file("a b.yaml"));
        for file_uri in [
            "file:///x/a%20b.yaml",
            "file://localhost/x/a%20b.yaml",
            "FILE:/x/a%20b.yaml",
        ] {
            assert_eq!(Way::new(file_uri, "schemas/a.yaml"), file("/x/a b.yaml"));
        }
        assert_eq!(Way::new("", "a.yaml"), Way::Same);
    }

    #[test]
    fn a_url_is_no_file() {
        for url in [
            "https://example.com/a.yaml",
            "//example.com/a.yaml",
            "urn:a",
            "file://elsewhere/a.yaml",
        ] {
            assert_eq!(Way::new(url, "a.yaml"), Way::Url(url.to_owned()));
        }
        assert_eq!(Way::new("a/b:c.yaml", ""), file("a/b:c.yaml"));
    }
}
