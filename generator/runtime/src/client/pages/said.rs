//! What a page says, without its type.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::json::{Twice, find_raw, scalar, steps};

/// What a page says, of which all has been read as JSON already.
#[derive(Clone, Copy)]
pub(super) struct Said<'a>(&'a str);

impl<'a> Said<'a> {
    /// Of a body.
    pub(super) fn new(body: &'a [u8]) -> Self {
        Self(std::str::from_utf8(body).unwrap_or_default())
    }

    /// The scalar at a pointer as text; `None` where there is nothing, or nothing in it.
    pub(super) fn text(self, pointer: &str) -> Option<Cow<'a, str>> {
        let text = scalar(self.at(pointer)?).ok().flatten();
        text.filter(|text| !text.is_empty())
    }

    /// Whether it says `true` at a pointer.
    pub(super) fn is_true(self, pointer: &str) -> bool {
        self.at(pointer) == Some("true")
    }

    /// How many elements the array at a pointer has.
    pub(super) fn count(self, pointer: &str) -> usize {
        let elements = self
            .at(pointer)
            .map(serde_json::from_str::<Vec<IgnoredAny>>);
        elements.and_then(Result::ok).map_or(0, |all| all.len())
    }

    /// The JSON at a pointer, in which `-` is an array's last element.
    fn at(self, pointer: &str) -> Option<&'a str> {
        let steps = steps(pointer);
        let mut parts = steps.split(|step| step == "-");
        let mut found = self.inside(parts.next()?)?;
        for part in parts {
            let elements: Vec<&'a RawValue> = serde_json::from_str(found.0).ok()?;
            found = Self(elements.last()?.get()).inside(part)?;
        }
        Some(found.0)
    }

    fn inside(self, steps: &[Cow<'_, str>]) -> Option<Self> {
        if steps.is_empty() {
            return Some(self);
        }
        find_raw(self.0, steps, Twice::LastCounts).ok()?.map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn a_dash_is_the_last_element() {
        let said = Said::new(br#"{"data":[{"id":"a"},{"id":7},{"id":"b"}],"more":true,"n":null}"#);
        assert_eq!(said.text("/data/-/id").as_deref(), Some("b"));
        assert_eq!(said.text("/data/0/id").as_deref(), Some("a"));
        assert_eq!(said.text("/data/1/id").as_deref(), Some("7"));
        assert_eq!(said.count("/data"), 3);
        assert!(said.is_true("/more"));
        for nowhere in ["/data/3/id", "/data/-/name", "/more/-", "/n", "/data", ""] {
            assert_eq!(said.text(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn a_page_may_be_an_array() {
        let said = Said::new(br#"[[1],[2,"x"]]"#);
        assert_eq!(said.count(""), 2);
        assert_eq!(said.text("/-/-").as_deref(), Some("x"));
        assert_eq!(Said::new(b"[]").text("/-/id"), None);
    }
}
