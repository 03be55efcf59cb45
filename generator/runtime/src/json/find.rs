//! Finding one scalar in a JSON text without building the rest.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

/// The scalar at the end of `steps` as text: a string's content, or a number or truth value as it
/// is written. `None` if there is none. Of members with the same name the last one counts, as it
/// does when an object is read.
///
/// # Errors
///
/// If the text is not JSON: all of it is read.
pub(crate) fn find<'t>(
    text: &'t str,
    steps: &[Cow<'_, str>],
) -> Result<Option<Cow<'t, str>>, serde_json::Error> {
    match find_raw(text, steps, Twice::LastCounts)? {
        Some(raw) => scalar(raw),
        None => Ok(None),
    }
}

/// The JSON at the end of `steps`, as it is written. `None` if nothing is there.
///
/// # Errors
///
/// If the text is not JSON: all of it is read. And where a member on the way is there twice, if
/// that is to be refused.
pub(crate) fn find_raw<'t>(
    text: &'t str,
    steps: &[Cow<'_, str>],
    twice: Twice,
) -> Result<Option<&'t str>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let found = Find { steps, twice }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(found)
}

/// What a scalar says, of which `raw` is the JSON; `None` if it is null, an object or an array.
///
/// # Errors
///
/// If it is not JSON.
pub(crate) fn scalar(raw: &str) -> Result<Option<Cow<'_, str>>, serde_json::Error> {
    match raw.as_bytes().first() {
        Some(b'"') => serde_json::from_str::<Text<'_>>(raw).map(|text| Some(text.0)),
        Some(b'{' | b'[' | b'n') | None => Ok(None),
        Some(_) => Ok(Some(Cow::Borrowed(raw))),
    }
}

/// What becomes of an object that has a member twice.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Twice {
    /// The last one counts, as it does when an object is read.
    LastCounts,
    /// It is refused: who checks a text and who reads it could see two things in it.
    #[cfg(feature = "receiver")]
    IsRefused,
}

/// The scalar in an object's member, as [`find`] gives it.
pub(crate) fn find_member<'t>(
    text: &'t str,
    name: &str,
) -> Result<Option<Cow<'t, str>>, serde_json::Error> {
    find(text, &[Cow::Borrowed(name)])
}

/// The steps of a JSON pointer (RFC 6901): `/data/event_type`.
#[cfg(any(feature = "client", feature = "receiver"))]
pub(crate) fn steps(pointer: &str) -> Vec<Cow<'_, str>> {
    pointer.split('/').skip(1).map(unescape).collect()
}

#[cfg(any(feature = "client", feature = "receiver"))]
fn unescape(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(step)
    }
}

/// Goes down by the steps, and takes what is there.
#[derive(Clone, Copy)]
struct Find<'s> {
    steps: &'s [Cow<'s, str>],
    twice: Twice,
}

impl<'de> DeserializeSeed<'de> for Find<'_> {
    type Value = Option<&'de str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.steps.is_empty() {
            return <&'de RawValue>::deserialize(deserializer).map(|raw| Some(raw.get()));
        }
        deserializer.deserialize_any(self)
    }
}

/// A string, borrowed where it has no escapes.
struct Text<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

impl<'de> Visitor<'de> for Find<'_> {
    type Value = Option<&'de str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let twice = self.twice;
        let wanted = self
            .steps
            .split_first()
            .and_then(|(step, steps)| Some((step.parse::<usize>().ok()?, Find { steps, twice })));
        let mut found = None;
        let mut index = 0;
        loop {
            match wanted {
                Some((wanted, find)) if wanted == index => {
                    match elements.next_element_seed(find)? {
                        Some(element) => found = element,
                        None => return Ok(found),
                    }
                }
                _ => {
                    if elements.next_element::<IgnoredAny>()?.is_none() {
                        return Ok(found);
                    }
                }
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let Some((step, steps)) = self.steps.split_first() else {
            while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(None);
        };
        let twice = self.twice;
        let mut found = None;
        let mut is_there = false;
        while let Some(here) = members.next_key_seed(Named(step))? {
            if here {
                if is_there && twice != Twice::LastCounts {
                    return Err(A::Error::custom("a member is there twice"));
                }
                is_there = true;
                found = members.next_value_seed(Find { steps, twice })?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// Whether a member has this name.
struct Named<'s>(&'s str);

impl<'de> DeserializeSeed<'de> for Named<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Named<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::find_member;

    fn kind(text: &str) -> Option<String> {
        find_member(text, "kind").unwrap().map(Into::into)
    }

    #[test]
    fn a_scalar_is_found_wherever_it_stands() {
        assert_eq!(kind(r#"{"kind":"cat"}"#).as_deref(), Some("cat"));
        assert_eq!(
            kind(r#"{"data":{"kind":"no"},"kind":"c\u0061t"}"#).as_deref(),
            Some("cat")
        );
        assert_eq!(kind(r#"{"kind":3}"#).as_deref(), Some("3"));
        assert_eq!(kind(r#"{"kind":"a","kind":"b"}"#).as_deref(), Some("b"));
    }

    #[test]
    fn what_is_no_scalar_is_not_found() {
        for text in [
            "{}",
            "[]",
            "3",
            "null",
            r#"{"kind":null}"#,
            r#"{"kind":{"kind":"x"}}"#,
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }

    #[test]
    fn all_of_the_text_is_read() {
        for text in [r#"{"kind":"cat""#, r#"{"kind":"cat"} x"#, ""] {
            assert!(find_member(text, "kind").is_err(), "{text}");
        }
    }

    #[cfg(feature = "receiver")]
    #[test]
    fn a_pointer_is_followed() {
        let text = r#"{"a/b":[{"~":"x"},{"~":"y"}]}"#;
        let found = super::find(text, &super::steps("/a~1b/1/~0")).unwrap();
        assert_eq!(found.as_deref(), Some("y"));
        assert_eq!(
            super::find(text, &super::steps("/a~1b/2/~0")).unwrap(),
            None
        );
    }
}
