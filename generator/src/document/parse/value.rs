//! A value out of whatever format: one visitor for the deserializers of JSON and of YAML.

use std::fmt;

use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::key::Key;
use crate::document::packed;

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Yaml,
}

/// What is noticed while a value is built.
#[derive(Debug)]
pub(super) struct State {
    format: Format,
    /// How much may still be built. Only aliases can use it up: they are the one way for a value
    /// to be larger than its text.
    budget: usize,
    /// Whether an object has a key twice.
    pub(super) duplicates: bool,
    /// Every `$ref`, in no particular order.
    pub(super) references: Vec<String>,
    /// Whether there is an `$anchor`, an `$id` or a `$self`.
    pub(super) has_names: bool,
    /// Why building stopped, where it was us who stopped it.
    pub(super) problem: Option<Problem>,
    /// Whether what is in a [`Place::Packed`] becomes text.
    packs: bool,
}

/// Where in a description a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Root,
    Components,
    /// In `paths` or `components.schemas`.
    Packed,
    Elsewhere,
}

impl Place {
    /// That of the member `key` of the object here.
    fn member(self, key: &str) -> Self {
        match (self, key) {
            (Self::Root, "components") => Self::Components,
            (Self::Root, "paths") | (Self::Components, "schemas") => Self::Packed,
            _ => Self::Elsewhere,
        }
    }
}

/// What a parser lets through and a description must not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// Aliases that multiply into more than can be read.
    Expansion,
    /// A YAML tag: `!include`.
    Tag,
    /// A key that is a list or an object.
    Key,
    /// A merge key whose value is no object and no list of objects.
    Merge,
}

impl State {
    /// For a text of `length` bytes.
    pub(super) fn new(format: Format, length: usize, packs: bool) -> Self {
        Self {
            format,
            packs,
            budget: length.saturating_mul(BUDGET_PER_BYTE) + BUDGET_BASE,
            duplicates: false,
            references: Vec::new(),
            has_names: false,
            problem: None,
        }
    }

    /// What was noticed while each of two parts was built.
    pub(super) fn with(mut self, other: Self) -> Self {
        self.duplicates |= other.duplicates;
        self.has_names |= other.has_names;
        self.references.extend(other.references);
        self
    }

    pub(super) fn spend<E: de::Error>(&mut self, text: usize) -> Result<(), E> {
        match self.budget.checked_sub(COST_PER_VALUE + text) {
            Some(left) => {
                self.budget = left;
                Ok(())
            }
            None => Err(self.stop(Problem::Expansion)),
        }
    }

    pub(super) fn stop<E: de::Error>(&mut self, problem: Problem) -> E {
        self.problem = Some(problem);
        E::custom("not for a description")
    }
}

/// Without aliases a value takes at least two bytes of text, so that 8 + 1 a byte are enough.
const COST_PER_VALUE: usize = 16;
const BUDGET_PER_BYTE: usize = 16;
const BUDGET_BASE: usize = 1 << 20;

/// Under this key `serde_json` hands over numbers, if some crate of the build has turned on its
/// feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// Builds the value of a place, and all below it.
pub(super) struct Node<'a>(pub(super) &'a mut State, pub(super) Place);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::Number(value.into()))
    }

    // A whole number beyond 64 bits is only ever a bound, which is kept as a float anyway.
    #[expect(clippy::cast_precision_loss, reason = "as JSON's own numbers do")]
    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "as JSON's own numbers do")]
    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        self.0.spend(0)?;
        // YAML's `.inf` and `.nan` have no JSON; as text they are reported by whoever wants a number.
        Ok(Number::from_f64(value).map_or_else(|| value.to_string().into(), Value::Number))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        self.0.spend(value.len())?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        self.0.spend(value.len())?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        self.0.spend(0)?;
        let mut list = Vec::new();
        let place = Place::Elsewhere;
        while let Some(element) = elements.next_element_seed(Node(self.0, place))? {
            list.push(element);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.0.spend(0)?;
        let mut object = Map::new();
        let mut merged = Vec::new();
        while let Some(key) = members.next_key_seed(Key(self.0))? {
            let place = self.1.member(&key);
            let value = members.next_value_seed(Node(self.0, place))?;
            match (key.as_str(), &value) {
                (NUMBER, Value::String(digits)) if self.0.format == Format::Json => {
                    return digits.parse().map(Value::Number).map_err(de::Error::custom);
                }
                ("<<", _) if self.0.format == Format::Yaml => {
                    merged.push(value);
                    continue;
                }
                ("$anchor" | "$dynamicAnchor" | "$id" | "$self", Value::String(_)) => {
                    self.0.has_names = true;
                }
                ("$ref", Value::String(reference)) => self.0.references.push(reference.clone()),
                ("mapping", Value::Object(targets)) => {
                    self.0.references.extend(super::mapped(targets));
                }
                _ => {}
            }
            let value = self.packed(value);
            if object.insert(key, value).is_some() {
                self.0.duplicates = true;
            }
        }
        for value in merged {
            let mut others = Map::new();
            merge(&mut others, value).map_err(|problem| self.0.stop(problem))?;
            for (key, value) in others {
                object.entry(key).or_insert_with(|| self.packed(value));
            }
        }
        Ok(Value::Object(object))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        // The value is read, since an error inside it would be told of first otherwise.
        let (_tag, value) = tagged.variant_seed(Key(self.0))?;
        value.newtype_variant_seed(Node(self.0, Place::Elsewhere))?;
        Err(self.0.stop(Problem::Tag))
    }
}

impl Node<'_> {
    /// `value`, a member of what is here, as it is kept.
    fn packed(&self, value: Value) -> Value {
        match self.1 {
            Place::Packed if self.0.packs => packed::packed(value),
            _ => value,
        }
    }
}

/// Adds the members of `value`, or of each of its elements, that `object` does not have: the
/// merge key of YAML 1.1, where what stands in the object itself wins, then what is merged first.
fn merge(object: &mut Map<String, Value>, value: Value) -> Result<(), Problem> {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                object.entry(key).or_insert(value);
            }
            Ok(())
        }
        Value::Array(elements) if elements.iter().all(Value::is_object) => elements
            .into_iter()
            .try_for_each(|element| merge(object, element)),
        _ => Err(Problem::Merge),
    }
}
