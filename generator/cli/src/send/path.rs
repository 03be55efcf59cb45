//! Changes of a body: `data.items[0].id=7`.

use hookgen::Error;
use serde_json::{Map, Value};

/// A part of a body that is to be another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    /// As it was written.
    path: String,
    steps: Vec<Step>,
    value: Value,
}

/// A step on the way to a part.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Member(String),
    Element(usize),
}

impl Change {
    /// Those that are asked for: with values that are JSON or else text, and with values that are
    /// text.
    pub(super) fn read(set: &[String], set_string: &[String]) -> Result<Vec<Self>, Error> {
        let either = |text: &str| {
            serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
        };
        let set = set.iter().map(|one| Self::one(one, either));
        let text = |text: &str| Value::String(text.to_owned());
        let set_string = set_string.iter().map(|one| Self::one(one, text));
        set.chain(set_string).collect()
    }

    fn one(written: &str, value: impl Fn(&str) -> Value) -> Result<Self, Error> {
        let wrong = || {
            Error::Usage(format!(
                "`{written}` is no change of a body (help: write it as `data.items[0].id=7`; a name with signs in it as `data[\"a.b\"]=7`)"
            ))
        };
        let (steps, rest) = steps(written).ok_or_else(wrong)?;
        let text = rest.strip_prefix('=').ok_or_else(wrong)?;
        Ok(Self {
            path: written[..written.len() - rest.len()].to_owned(),
            steps,
            value: value(text),
        })
    }

    /// Makes it, with objects and elements where there are none yet.
    pub(super) fn make(&self, body: &mut Value) -> Result<(), Error> {
        let mut at = body;
        for step in &self.steps {
            at = inside(at, step).map_err(|problem| {
                Error::Usage(format!("`{}` leads nowhere: {problem}", self.path))
            })?;
        }
        *at = self.value.clone();
        Ok(())
    }
}

/// What is at a step, which is made if it is not there.
fn inside<'a>(value: &'a mut Value, step: &Step) -> Result<&'a mut Value, String> {
    if value.is_null() {
        *value = match step {
            Step::Member(_) => Value::Object(Map::new()),
            Step::Element(_) => Value::Array(Vec::new()),
        };
    }
    match (value, step) {
        (Value::Object(members), Step::Member(name)) => {
            Ok(members.entry(name.as_str()).or_insert(Value::Null))
        }
        (Value::Array(elements), Step::Element(index)) => {
            let count = elements.len();
            if *index == count {
                elements.push(Value::Null);
            }
            elements.get_mut(*index).ok_or_else(|| {
                format!("there is no element {index}, and {count} would be the next")
            })
        }
        (_, Step::Member(name)) => Err(format!("what should have `{name}` in it is no object")),
        (_, Step::Element(index)) => Err(format!("what should have `[{index}]` in it is no array")),
    }
}

/// The steps that a text begins with, and what follows them.
fn steps(text: &str) -> Option<(Vec<Step>, &str)> {
    let mut steps = Vec::new();
    let mut rest = text;
    loop {
        let (step, after) = match rest.strip_prefix('[') {
            Some(inside) => bracket(inside)?,
            None => {
                let rest = match steps.is_empty() {
                    true => rest,
                    false => rest.strip_prefix('.')?,
                };
                let end = rest.find(['.', '[', '='])?;
                let (name, after) = rest.split_at(end);
                (Step::Member(name.to_owned()), after)
            }
        };
        if step == Step::Member(String::new()) {
            return None;
        }
        steps.push(step);
        rest = after;
        if rest.starts_with('=') {
            return Some((steps, rest));
        }
    }
}

/// `0]` or `"a.b"]`, and what follows.
fn bracket(text: &str) -> Option<(Step, &str)> {
    if text.starts_with('"') {
        let mut names = serde_json::Deserializer::from_str(text).into_iter::<String>();
        let name = names.next()?.ok()?;
        let after = text[names.byte_offset()..].strip_prefix(']')?;
        return Some((Step::Member(name), after));
    }
    let (index, after) = text.split_once(']')?;
    Some((Step::Element(index.parse().ok()?), after))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn changed(mut body: Value, set: &str) -> Result<Value, String> {
        let changes = Change::read(&[set.to_owned()], &[]).map_err(|error| error.to_string())?;
        for change in changes {
            change.make(&mut body).map_err(|error| error.to_string())?;
        }
        Ok(body)
    }

    #[test]
    fn a_part_is_changed_or_made() {
        for (body, set, expected) in [
            (json!({ "a": 1 }), "a=2", json!({ "a": 2 })),
            (json!({}), "a.b=x=y", json!({ "a": { "b": "x=y" } })),
            (
                json!({ "a": [1, 2] }),
                "a[1]=null",
                json!({ "a": [1, null] }),
            ),
            (json!({}), "a[0].b=[1]", json!({ "a": [{ "b": [1] }] })),
            (
                json!({}),
                r#"["a.b"].c=true"#,
                json!({ "a.b": { "c": true } }),
            ),
            (json!([0]), "[0]=1", json!([1])),
            (json!({}), "a=", json!({ "a": "" })),
        ] {
            assert_eq!(changed(body, set), Ok(expected), "{set}");
        }
    }

    #[test]
    fn text_is_text_where_that_is_asked_for() {
        let changes = Change::read(&[], &["a=7".to_owned()]).expect("a change");
        let mut body = json!({});
        changes[0].make(&mut body).expect("it leads somewhere");
        assert_eq!(body, json!({ "a": "7" }));
    }

    #[test]
    fn what_leads_nowhere_is_refused() {
        for (body, set, expected) in [
            (json!({ "a": 1 }), "a.b=2", "`a.b` leads nowhere"),
            (json!({ "a": 1 }), "a[0]=2", "`a[0]` leads nowhere"),
            (json!({ "a": [] }), "a[1]=2", "`a[1]` leads nowhere"),
            (json!({}), "a", "`a` is no change"),
            (json!({}), "=1", "`=1` is no change"),
            (json!({}), "a..b=1", "`a..b=1` is no change"),
            (json!({}), "a[x]=1", "`a[x]=1` is no change"),
            (json!({}), "a[\"x=1", "`a[\"x=1` is no change"),
        ] {
            let problem = changed(body, set).expect_err(set);
            assert!(problem.starts_with(expected), "{problem}");
        }
    }
}
