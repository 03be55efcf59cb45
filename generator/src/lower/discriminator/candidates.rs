//! What a delivery's description says of the places that may hold its event's name.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{Example, Parameter, ParameterData, ParameterSchemaOrContent, ReferenceOr};
use serde_json::Value;

use super::infer::is_preferred;
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::delivery::Delivery;
use crate::lower::flat::Flat;
use crate::lower::kind::Kind;
use crate::lower::resolve::resolved;
use crate::lower::spot::{Part, Spot};

/// A place in a delivery.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// A member of the body, by the names on the way to it.
    Body(Vec<String>),
    /// A header, by its name in small letters.
    Header(String),
}

/// What may stand in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Says {
    /// One of these texts; often there is only one.
    Texts(Vec<String>),
    /// Any text. What the examples show.
    Any(Vec<String>),
}

/// How many names deep in the body is looked: `type`, and `data.event_type`. The element of an array
/// that is the body's own member is looked at like a body.
const DEPTH: usize = 2;

/// Everything in a delivery that is text, by its place.
pub(super) fn candidates<'a>(
    context: &mut Context<'a>,
    delivery: &Delivery<'a>,
) -> BTreeMap<Place, Says> {
    let mut found = BTreeMap::new();
    let flat = delivery.member_view(context, &[]);
    if let (Some(payload), Some(flat)) = (&delivery.payload, flat) {
        let shown = shown(
            context,
            payload.media.example.as_ref(),
            &payload.media.examples,
        );
        walk(context, &flat, &mut Vec::new(), DEPTH, &shown, &mut found);
    }
    headers(context, delivery, &mut found);
    found
}

/// What a delivery says of one place in its body, however deep.
pub(super) fn member<'a>(
    context: &mut Context<'a>,
    delivery: &Delivery<'a>,
    names: &[String],
) -> Option<Says> {
    let flat = delivery.member_view(context, names)?;
    said(&flat, true, Vec::new)
}

fn walk<'a>(
    context: &mut Context<'a>,
    flat: &Flat<'a>,
    path: &mut Vec<String>,
    depth: usize,
    shown: &[&Value],
    found: &mut BTreeMap<Place, Says>,
) {
    for (name, spot) in &flat.properties {
        let inner = context.flat(spot);
        let shown: Vec<_> = shown.iter().filter_map(|value| value.get(name)).collect();
        path.push((*name).to_owned());
        if let Some(says) = said(&inner, is_preferred(name), || texts(&shown)) {
            found.insert(Place::Body(path.clone()), says);
        } else if let (1, Some(items)) = (path.len(), &inner.items) {
            let element = context.flat(items);
            let shown: Vec<_> = shown.iter().filter_map(|value| value.get(0)).collect();
            path.push("0".to_owned());
            walk(context, &element, path, DEPTH + 2, &shown, found);
            path.pop();
        } else if path.len() < depth {
            walk(context, &inner, path, depth, &shown, found);
        }
        path.pop();
    }
}

/// Numbers are names where the place is called like one, or declared to have them.
fn said(flat: &Flat<'_>, numbers: bool, shown: impl FnOnce() -> Vec<String>) -> Option<Says> {
    let texts = match numbers {
        true => flat.tags(),
        false => flat
            .texts()
            .map(|texts| texts.into_iter().map(str::to_owned).collect()),
    };
    match texts.filter(|texts| !texts.is_empty()) {
        Some(texts) => Some(Says::Texts(texts)),
        None => flat.is_only(Kind::String).then(|| Says::Any(shown())),
    }
}

/// The headers that a delivery always has.
fn headers<'a>(
    context: &mut Context<'a>,
    delivery: &Delivery<'a>,
    found: &mut BTreeMap<Place, Says>,
) {
    let document = context.document;
    let lists = [
        (&delivery.item.parameters, &delivery.item_at),
        (&delivery.operation.parameters, &delivery.at),
    ];
    for (parameters, at) in lists {
        let at = at.member("parameters");
        for (index, parameter) in parameters.iter().enumerate() {
            let find = |reference: &str| document.parameter(reference);
            let at = at.element(index);
            let header = resolved(
                document,
                parameter,
                &at,
                find,
                &mut context.known.diagnostics,
            );
            let Some((Parameter::Header { parameter_data, .. }, at)) = header else {
                continue;
            };
            if parameter_data.required {
                let says = header_says(context, parameter_data, &at, delivery);
                let name = parameter_data.name.to_ascii_lowercase();
                found.extend(says.map(|says| (Place::Header(name), says)));
            }
        }
    }
}

fn header_says<'a>(
    context: &mut Context<'a>,
    data: &'a ParameterData,
    at: &Pointer,
    delivery: &Delivery<'a>,
) -> Option<Says> {
    let ParameterSchemaOrContent::Schema(schema) = &data.format else {
        return None;
    };
    let mut shown = shown(context, data.example.as_ref(), &data.examples);
    let own = schema.as_item().map(|schema| &schema.schema_data.example);
    shown.extend(own.into_iter().flatten());
    let part = Part::new(schema, at.member("schema"));
    let flat = context.flat(&Spot::new(delivery.name(), part));
    said(&flat, false, || texts(&shown))
}

/// The values of examples.
fn shown<'a>(
    context: &Context<'a>,
    one: Option<&'a Value>,
    several: &'a IndexMap<String, ReferenceOr<Example>>,
) -> Vec<&'a Value> {
    let document = context.document;
    let several = several.values().filter_map(|example| match example {
        ReferenceOr::Item(example) => Some(example),
        ReferenceOr::Reference { reference } => Some(document.example(reference)?.0),
    });
    one.into_iter()
        .chain(several.filter_map(|example| example.value.as_ref()))
        .collect()
}

fn texts(values: &[&Value]) -> Vec<String> {
    let texts = values.iter().filter_map(|value| value.as_str());
    texts.map(str::to_owned).collect()
}
