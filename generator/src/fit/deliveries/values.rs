//! The values in a text, one behind the other.

use std::fmt;
use std::io::Read;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize as _, Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Deserializer, Value};

/// What is done with each of them.
pub(super) type Take<'a> = &'a mut dyn FnMut(Result<Value, String>);

/// The values in a text, one behind the other; of an array, its elements.
pub(super) fn values(reader: impl Read, take: Take<'_>) -> Result<(), serde_json::Error> {
    let mut deserializer = Deserializer::from_reader(reader);
    // It is an error of no consequence that this was not the end.
    while deserializer.end().is_err() {
        deserializer.deserialize_any(Outermost { take: &mut *take })?;
    }
    Ok(())
}

/// A value that is handed on; an array is not built, but its elements.
struct Outermost<'a> {
    take: Take<'a>,
}

impl Outermost<'_> {
    fn scalar(self, value: impl Into<Value>) {
        (self.take)(Ok(value.into()));
    }
}

impl<'de> Visitor<'de> for Outermost<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deliveries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while let Some(element) = elements.next_element()? {
            (self.take)(Ok(element));
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        let value = Value::deserialize(MapAccessDeserializer::new(members))?;
        (self.take)(Ok(value));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.scalar(Value::Null);
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.scalar(value);
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.scalar(value);
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.scalar(value);
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.scalar(value);
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.scalar(value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is in a text, with a bar between two, and behind it what is wrong.
    fn found(text: &str) -> String {
        let mut found = Vec::new();
        let outcome = values(text.as_bytes(), &mut |value| {
            found.push(value.map_or_else(|error| error, |value| value.to_string()));
        });
        let wrong = outcome.map_or_else(|error| format!(" ({error})"), |()| String::new());
        format!("{}{wrong}", found.join(" | "))
    }

    #[test]
    fn deliveries_stand_one_behind_the_other() {
        assert_eq!(found(r#"{"a":1}"#), r#"{"a":1}"#);
        assert_eq!(found("{\"a\":1}\n{\"b\":2}\n\n"), r#"{"a":1} | {"b":2}"#);
        assert_eq!(
            found(r#"[{"a":1}, {"b":[2]}] [[3]] 4"#),
            r#"{"a":1} | {"b":[2]} | [3] | 4"#
        );
        assert_eq!(found(" "), "");
        assert_eq!(found("[]"), "");
    }

    #[test]
    fn what_comes_before_a_mistake_counts() {
        let cut_off = found(r#"[{"a":1}, {"b":"#);
        assert!(cut_off.starts_with(r#"{"a":1} (EOF"#), "{cut_off}");
        let deep = found(&"[".repeat(100_000));
        assert!(deep.contains("recursion limit"), "{deep}");
        let deep = found(&r#"{"a":"#.repeat(100_000));
        assert!(deep.contains("recursion limit"), "{deep}");
        assert!(found("{'a'}").contains("line 1"));
    }
}
