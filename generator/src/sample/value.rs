//! A value of a type.

use serde_json::{Map, Value};

use super::number;
use super::place::Goal;
use super::text::{self, Text};
use crate::api::{Constraints, Shape, Type, TypeId, Types};
use crate::document::{Examples, Schema};
use crate::fit::fits;

/// Makes values.
#[derive(Debug)]
pub(super) struct Maker<'a> {
    pub(super) types: &'a Types,
    examples: Option<&'a Examples>,
    is_full: bool,
    /// The types that what is being made is inside of.
    inside: Vec<TypeId>,
    /// How many values may still be made.
    budget: usize,
    pub(super) notes: Vec<String>,
}

/// What is said of a value besides its type.
#[derive(Debug, Clone, Default)]
pub(super) struct Told<'a> {
    pub(super) schema: Option<Schema<'a>>,
    pub(super) constraints: Option<&'a Constraints>,
    /// `default`, as JSON text.
    pub(super) default: Option<&'a str>,
    /// What it is called where it stands.
    pub(super) name: Option<&'a str>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(types: &'a Types, examples: Option<&'a Examples>, is_full: bool) -> Self {
        Self {
            types,
            examples,
            is_full,
            inside: Vec::new(),
            budget: MOST_VALUES,
            notes: Vec::new(),
        }
    }

    /// A value, with the text of `goal` where that has to be; `None` where there is none that
    /// comes to an end.
    pub(super) fn value(
        &mut self,
        ty: &Type,
        told: &Told<'_>,
        goal: Option<Goal<'_>>,
    ) -> Option<Value> {
        self.budget = self.budget.checked_sub(1)?;
        if let Some(text) = goal.and_then(Goal::here) {
            let text = Value::String(text.to_owned());
            if fits(self.types, ty, &text) {
                return Some(text);
            }
        }
        let shown = self.shown(ty, told);
        if let Some(shown) = shown.filter(|shown| goal.is_none_or(|goal| goal.is_met(shown))) {
            return Some(shown);
        }
        self.made(ty, told, goal)
    }

    /// Whether what need not be there is wanted all the same.
    pub(super) fn is_generous(&self) -> bool {
        // Where everything leads to everything, there is no end to it.
        self.is_full && self.inside.len() < DEEPEST && self.budget > MOST_VALUES / 2
    }

    /// Whether the description shows what it is.
    pub(super) fn is_shown(&self, ty: &Type, told: &Told<'_>) -> bool {
        let examples = told.schema.as_ref().map(Schema::examples);
        let mut examples = examples.into_iter().flatten();
        examples.any(|example| self.as_type(ty, example).is_some())
    }

    pub(super) fn note(&mut self, text: &str) {
        if !self.notes.iter().any(|known| known == text) {
            self.notes.push(text.to_owned());
        }
    }

    /// What the description shows: an example, or else the default.
    fn shown(&self, ty: &Type, told: &Told<'_>) -> Option<Value> {
        let examples = told.schema.as_ref().map(Schema::examples);
        let mut examples = examples.into_iter().flatten();
        let shown = examples.find_map(|example| self.as_type(ty, example));
        let value = shown.or_else(|| {
            let default = serde_json::from_str(told.default?).ok()?;
            self.as_type(ty, &default)
        })?;
        let is_whole = !value.is_object() && !value.is_array();
        (is_whole || !self.is_full).then_some(value)
    }

    /// An example, if it is one of the type; people leave out the quotes of what is text.
    fn as_type(&self, ty: &Type, example: &Value) -> Option<Value> {
        if fits(self.types, ty, example) {
            return Some(example.clone());
        }
        let text = match example {
            Value::Number(_) | Value::Bool(_) => Value::String(example.to_string()),
            _ => return None,
        };
        fits(self.types, ty, &text).then_some(text)
    }

    fn made(&mut self, ty: &Type, told: &Told<'_>, goal: Option<Goal<'_>>) -> Option<Value> {
        let none = Constraints::default();
        let constraints = told.constraints.unwrap_or(&none);
        let mut values = constraints.values.iter();
        let listed = values.find_map(|text| {
            let value = serde_json::from_str(text).ok()?;
            fits(self.types, ty, &value).then_some(value)
        });
        if listed.is_some() {
            return listed;
        }
        Some(match ty {
            Type::Any | Type::Own(_) => Value::Object(Map::new()),
            Type::Bool => Value::Bool(true),
            Type::I32 | Type::I64 | Type::U64 => number::whole(constraints),
            Type::F64 => number::any(constraints),
            Type::String | Type::Secret | Type::File => {
                Value::String(self.plain_text(told.schema.as_ref(), constraints, 0))
            }
            Type::DateTime | Type::Date | Type::Decimal | Type::Uri | Type::Uuid => {
                text::of_type(ty).into()
            }
            Type::Nullable(inner) => self.value(inner, told, goal).unwrap_or(Value::Null),
            Type::Array(inner) => self.array(inner, told, constraints, goal)?,
            Type::Tuple(tuple) => {
                let elements = tuple.elements.iter().enumerate();
                let made = elements.map(|(index, ty)| {
                    let goal = goal.and_then(|goal| goal.inside(&index.to_string()));
                    self.value(ty, &element(told, index, None), goal)
                });
                Value::Array(made.collect::<Option<_>>()?)
            }
            Type::Map(inner) => {
                let least = constraints.members.least.unwrap_or(0);
                let least = usize::try_from(least).unwrap_or(usize::MAX);
                let least = least.max(usize::from(self.is_generous()));
                let mut members = Map::new();
                self.entries(inner, told, least, &mut members);
                Value::Object(members)
            }
            Type::Named(id) => self.named(*id, ty, told, goal)?,
        })
    }

    fn named(
        &mut self,
        id: TypeId,
        ty: &Type,
        told: &Told<'_>,
        goal: Option<Goal<'_>>,
    ) -> Option<Value> {
        if self.inside.contains(&id) {
            return None;
        }
        let types = self.types;
        let definition = &types[id];
        let nearer = told.constraints.filter(|said| !said.checks_nothing());
        let told = Told {
            schema: self
                .examples
                .and_then(|examples| examples.schema(&definition.origin)),
            constraints: nearer.or(definition.constraints.as_deref()),
            ..told.clone()
        };
        self.inside.push(id);
        let value = match &definition.shape {
            Shape::Alias(alias) => self.value(alias, &told, goal),
            Shape::Enum(values) => {
                let first = values.values.first();
                Some(first.map_or("text", |first| &first.value).into())
            }
            Shape::Object(object) => match self.shown_here(ty, &told, goal) {
                Some(shown) => Some(shown),
                None => self.object(object, &told, goal),
            },
            Shape::Union(union) => match self.shown_here(ty, &told, goal) {
                Some(shown) => Some(shown),
                None => self.union(ty, union, &told, goal),
            },
        };
        self.inside.pop();
        value
    }

    fn shown_here(&self, ty: &Type, told: &Told<'_>, goal: Option<Goal<'_>>) -> Option<Value> {
        let shown = self.shown(ty, told)?;
        goal.is_none_or(|goal| goal.is_met(&shown)).then_some(shown)
    }

    /// One element, or as many as there have to be; none where it would not come to an end.
    fn array(
        &mut self,
        ty: &Type,
        told: &Told<'_>,
        constraints: &Constraints,
        goal: Option<Goal<'_>>,
    ) -> Option<Value> {
        let least = constraints.items.least.unwrap_or(0).min(MOST_ELEMENTS);
        let count = least.max(1).min(constraints.items.most.unwrap_or(u64::MAX));
        let each = constraints.each.as_deref();
        let mut elements = Vec::new();
        for index in 0..usize::try_from(count).unwrap_or_default() {
            let goal = goal.and_then(|goal| goal.inside(&index.to_string()));
            match self.value(ty, &element(told, index, each), goal) {
                Some(value) => elements.push(match constraints.unique_items {
                    true => self.another(ty, value, &elements),
                    false => value,
                }),
                None if least == 0 => break,
                None => return None,
            }
        }
        Some(Value::Array(elements))
    }

    /// A value that is none of `known`, if that is easily had: the next value of an enum, a higher
    /// number, a longer text.
    fn another(&self, ty: &Type, value: Value, known: &[Value]) -> Value {
        if !known.contains(&value) {
            return value;
        }
        let listed = match ty {
            Type::Named(id) => match &self.types[*id].shape {
                Shape::Enum(values) => values.values.as_slice(),
                _ => &[],
            },
            _ => &[],
        };
        let mut listed = listed.iter().map(|one| Value::from(one.value.as_str()));
        if let Some(next) = listed.find(|one| !known.contains(one)) {
            return next;
        }
        match (&value, ty) {
            (Value::Number(number), _) => match number.as_i64() {
                Some(number) => {
                    Value::from(number.saturating_add(known.len().try_into().unwrap_or(1)))
                }
                None => value,
            },
            (Value::String(text), Type::String) => {
                Value::String(format!("{text}{}", known.len() + 1))
            }
            _ => value,
        }
    }

    /// A text that is of no type of its own; with another `number` another one.
    pub(super) fn plain_text(
        &mut self,
        schema: Option<&Schema<'_>>,
        constraints: &Constraints,
        number: usize,
    ) -> String {
        let text = Text {
            format: schema.and_then(Schema::format),
            length: constraints.length,
            patterns: &constraints.patterns,
        };
        let (text, is_sure) = text.make(number);
        if !is_sure {
            let patterns = constraints.patterns.join("`, `");
            self.note(&format!(
                "`{text}` stands for a text that matches `{patterns}`"
            ));
        }
        text
    }
}

fn element<'a>(told: &Told<'a>, index: usize, each: Option<&'a Constraints>) -> Told<'a> {
    Told {
        schema: told
            .schema
            .as_ref()
            .and_then(|schema| schema.element(index)),
        constraints: each,
        ..Told::default()
    }
}

/// More is not sent for a sample, whatever is demanded.
const MOST_ELEMENTS: u64 = 1000;
/// So many values are made at most for one sample.
const MOST_VALUES: usize = 20_000;
/// So deep what need not be there is there, in a sample of everything.
const DEEPEST: usize = 5;
