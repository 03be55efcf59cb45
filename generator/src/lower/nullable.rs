//! Where `null` may stand.

use std::collections::BTreeMap;

use openapiv3::{Schema, SchemaKind};
use serde_json::Value;

use super::context::Context;
use super::kind;
use super::members::all_of;
use super::spot::{Node, Part, Spot};
use crate::diagnostics::Pointer;

/// What one question found out about the targets of references; `None` while it is on the way.
#[derive(Default)]
struct Question {
    targets: BTreeMap<Pointer, Option<Null>>,
    /// A target leads back to itself, so that what was found out on the way may be too little.
    cyclic: bool,
}

/// What is said of `null`.
type Null = Option<bool>;

impl<'a> Context<'a> {
    /// Whether `null` fits all that holds at `spot`.
    ///
    /// One yes is not enough where several schemas hold, but a schema that says nothing of the
    /// type does not count. `nullable: true` beside an `allOf` is enough: so it is used, whatever
    /// the specification says (OpenAPI 3.0.3, 4.7.24.1, "nullable").
    pub(super) fn is_nullable(&mut self, spot: &Spot<'a>) -> bool {
        let mut question = Question::default();
        let said = self.null_of_all(&spot.parts, &mut question);
        if !question.cyclic {
            for (at, said) in question.targets {
                self.known.nullables.insert(at, said.flatten());
            }
        }
        said == Some(true)
    }

    fn null_of_all(&mut self, parts: &[Part<'a>], question: &mut Question) -> Null {
        let mut all = None;
        for part in parts {
            match self.null_of(part, question) {
                Some(false) => all = Some(false),
                Some(true) => all = all.or(Some(true)),
                None => {}
            }
        }
        all
    }

    fn null_of(&mut self, part: &Part<'a>, question: &mut Question) -> Null {
        match part.node {
            Node::Inline(schema) => self
                .deeper(&part.at, |context| {
                    context.null_of_schema(schema, part, question)
                })
                .flatten(),
            Node::Reference(reference) => {
                let target = self.target(reference, &part.at)?;
                if let Some(known) = self.known.nullables.get(&target.at) {
                    return *known;
                }
                match question.targets.get(&target.at) {
                    Some(Some(said)) => return *said,
                    Some(None) => {
                        question.cyclic = true;
                        return None;
                    }
                    None => {}
                }
                question.targets.insert(target.at.clone(), None);
                let said = self
                    .deeper(&part.at, |context| {
                        let there = context.part_at(&target.at)?;
                        context.null_of(&there, question)
                    })
                    .flatten();
                question.targets.insert(target.at, Some(said));
                said
            }
        }
    }

    fn null_of_schema(
        &mut self,
        schema: &'a Schema,
        part: &Part<'a>,
        question: &mut Question,
    ) -> Null {
        let SchemaKind::Any(any) = &schema.schema_kind else {
            return None;
        };
        let constant = schema.schema_data.extensions.get("x-hookgen-const");
        if schema.schema_data.nullable
            || constant.is_some_and(Value::is_null)
            || any.enumeration.iter().any(Value::is_null)
        {
            return Some(true);
        }
        let members = [("oneOf", &any.one_of), ("anyOf", &any.any_of)];
        let mut united = None;
        for (keyword, members) in members {
            let at = part.at.member(keyword);
            for (index, member) in members.iter().enumerate() {
                match self.null_of(&Part::new(member, at.element(index)), question) {
                    Some(true) => return Some(true),
                    said => united = united.or(said),
                }
            }
        }
        let own = match kind::kinds(schema, any) {
            Some(_) => Some(false),
            None => united,
        };
        let merged: Vec<_> = all_of(schema, part).collect();
        match (own, self.null_of_all(&merged, question)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (own, merged) => own.or(merged),
        }
    }
}
