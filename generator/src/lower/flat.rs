//! All that holds at a place, in one view: `allOf` merged, references followed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use openapiv3::Discriminator;
use serde_json::Value;

use super::kind::Kind;
use super::spot::{Part, Spot};
use crate::api::{Constraints, Docs, TypeName};
use crate::diagnostics::Pointer;

/// All that is said of a value.
#[derive(Debug, Clone, Default)]
pub(super) struct Flat<'a> {
    /// `None`: any. None of them: only `null`.
    pub(super) kinds: Option<BTreeSet<Kind>>,
    /// What its text or number is about.
    pub(super) format: Option<&'a str>,
    /// The only ones there are.
    pub(super) values: Option<Vec<Known<'a>>>,
    /// Whether `values` is there for a `const`, and not for an `enum` of one.
    pub(super) constant: bool,
    /// The members that have a name.
    pub(super) properties: BTreeMap<&'a str, Spot<'a>>,
    /// In the description's order, each once.
    pub(super) required: Vec<&'a str>,
    /// The other members.
    pub(super) rest: Rest<'a>,
    /// An array's first elements, each with a schema of its own.
    pub(super) prefix: Vec<Spot<'a>>,
    /// An array's elements, but for those.
    pub(super) items: Option<Spot<'a>>,
    /// The unions, all of which hold at once.
    pub(super) choices: Vec<Choice<'a>>,
    pub(super) default: Option<&'a Value>,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    /// No value fits, as `false` says.
    pub(super) never: bool,
    /// What holds besides.
    pub(super) constraints: Constraints,
}

/// One of the values that there are.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    pub(super) value: &'a Value,
    pub(super) docs: Docs,
}

/// What is said of an object's members that have no name of their own.
#[derive(Debug, Clone, Default)]
pub(super) enum Rest<'a> {
    /// Nothing.
    #[default]
    Unsaid,
    /// `additionalProperties: true`.
    Open,
    /// `additionalProperties: false`.
    Closed,
    /// `additionalProperties` with a schema.
    Of(Spot<'a>),
}

/// A `oneOf` or `anyOf`.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    /// `…/oneOf`.
    pub(super) at: Pointer,
    /// What the place is called by where it stands.
    pub(super) owner: TypeName,
    /// In the description's order. Shared, for all heirs of a schema have the union of all of them
    /// at first.
    pub(super) members: Rc<[Part<'a>]>,
    /// What stands beside it.
    pub(super) discriminator: Option<&'a Discriminator>,
}

impl<'a> Flat<'a> {
    /// Whether only values of `kind` fit.
    pub(super) fn is_only(&self, kind: Kind) -> bool {
        self.choices.is_empty()
            && self
                .kinds
                .as_ref()
                .is_some_and(|kinds| kinds.len() == 1 && kinds.contains(&kind))
    }

    /// Whether nothing but `null` fits.
    pub(super) fn is_only_null(&self) -> bool {
        self.choices.is_empty() && self.kinds.as_ref().is_some_and(BTreeSet::is_empty)
    }

    /// Whether only members of a union fit, and nothing more is said.
    pub(super) fn is_mere_choice(&self) -> bool {
        let nothing = Flat {
            kinds: None,
            ..Flat::default()
        };
        self.adds_nothing_to(&Flat {
            kinds: self.kinds.clone(),
            choices: self.choices.clone(),
            ..nothing
        }) && self.required.is_empty()
    }

    /// Whether it tells all there is inside of it: names, or that it has no members.
    pub(super) fn says_what_there_is(&self) -> bool {
        let is_plain = self.kinds.as_ref().is_some_and(|kinds| {
            !kinds.is_empty() && !kinds.contains(&Kind::Object) && !kinds.contains(&Kind::Array)
        });
        let is_closed = matches!(self.rest, Rest::Unsaid | Rest::Closed);
        self.choices.is_empty() && (is_plain || is_closed && !self.properties.is_empty())
    }

    /// Whether all that this says is a `type` that no value of `other` has: a slip.
    pub(super) fn is_mere_contradiction(&self, other: &Flat<'a>) -> bool {
        let (Some(own), Some(others)) = (&self.kinds, &other.kinds) else {
            return false;
        };
        let overlap = own.iter().any(|own| {
            let mut others = others.iter();
            others.any(|other| own.includes(*other) || other.includes(*own))
        });
        let says_more = self.format.is_some()
            || self.values.is_some()
            || !self.properties.is_empty()
            || self.items.is_some()
            || !self.prefix.is_empty()
            || !self.choices.is_empty()
            || matches!(self.rest, Rest::Of(_));
        !overlap && !says_more && !own.is_empty() && !others.is_empty()
    }

    /// What is left of it for values of `kind`; `None` where there is none.
    pub(super) fn of_kind(&self, kind: Kind) -> Option<Self> {
        let values = match &self.values {
            None => None,
            Some(values) => {
                let of_kind = |known: &&Known<'a>| {
                    Kind::of(known.value).is_some_and(|found| kind.includes(found))
                };
                let values: Vec<_> = values.iter().filter(of_kind).cloned().collect();
                if values.is_empty() {
                    return None;
                }
                Some(values)
            }
        };
        Some(Self {
            kinds: Some([kind].into()),
            values,
            ..self.clone()
        })
    }

    /// Whether nothing is said of what fits, but for which members are required: `required` alone
    /// in a `oneOf` is a condition, not a type.
    pub(super) fn is_condition(&self) -> bool {
        self.kinds.is_none() && self.values.is_none() && self.choices.is_empty()
    }

    /// The texts that are the only ones there are; `None` where others fit too.
    pub(super) fn texts(&self) -> Option<Vec<&'a str>> {
        let values = self.values.as_ref()?;
        values
            .iter()
            .filter(|known| !known.value.is_null())
            .map(|known| known.value.as_str())
            .collect()
    }

    /// The same of texts, whole numbers and truth values, as they are written.
    pub(super) fn tags(&self) -> Option<Vec<String>> {
        let values = self.values.as_ref()?;
        values
            .iter()
            .filter(|known| !known.value.is_null())
            .map(|known| match known.value {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) if number.is_i64() => Some(number.to_string()),
                Value::Bool(value) => Some(value.to_string()),
                _ => None,
            })
            .collect()
    }

    /// Whether `other` already says what this says: as narrow a kind, as few values, all members.
    /// A member that both have is taken to be right in `other`.
    pub(super) fn adds_nothing_to(&self, other: &Flat<'a>) -> bool {
        let kinds = match (&self.kinds, &other.kinds) {
            (None, _) => true,
            (Some(own), None) => own.is_empty() || !other.choices.is_empty(),
            (Some(own), Some(others)) => {
                let known = |kind: &Kind| own.iter().any(|own| own.includes(*kind));
                own.is_empty() || others.iter().all(known) || self.is_mere_contradiction(other)
            }
        };
        let values = match (&self.values, &other.values) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(others)) => others
                .iter()
                .all(|value| own.iter().any(|known| known.value == value.value)),
        };
        let rest = match (&self.rest, &other.rest) {
            (Rest::Of(_), Rest::Of(_)) => true,
            (Rest::Of(_), _) | (Rest::Open, Rest::Unsaid) => false,
            _ => true,
        };
        kinds
            && values
            && rest
            && self.format.is_none_or(|_| other.format.is_some())
            && (self.items.is_none() || other.items.is_some())
            && self.prefix.len() <= other.prefix.len()
            && (!self.never || other.never)
            && self
                .properties
                .keys()
                .all(|name| other.properties.contains_key(name))
            && self
                .required
                .iter()
                .all(|name| other.required.contains(name))
            && self
                .choices
                .iter()
                .all(|choice| other.choices.iter().any(|known| known.at == choice.at))
    }

    /// Whether a member, an element or the rest is described here otherwise than in `other`.
    pub(super) fn narrows_inside(&self, other: &Flat<'a>) -> bool {
        let differs = |own: &Spot<'a>, others: Option<&Spot<'a>>| {
            !others.is_some_and(|others| others.says_all_of(own))
        };
        let others_rest = match &other.rest {
            Rest::Of(spot) => Some(spot),
            _ => None,
        };
        self.properties
            .iter()
            .any(|(name, spot)| differs(spot, other.properties.get(name)))
            || (self.prefix.iter().enumerate())
                .any(|(index, spot)| differs(spot, other.prefix.get(index)))
            || self
                .items
                .as_ref()
                .is_some_and(|spot| differs(spot, other.items.as_ref()))
            || matches!(&self.rest, Rest::Of(spot) if differs(spot, others_rest))
    }
}
