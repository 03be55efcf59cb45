//! Types of someone's own in place of the description's.

use std::collections::{BTreeMap, BTreeSet};

use super::mistake::mistake;
use super::places::{Places, Purpose};
use crate::api::{Api, EventNames, Media, Operation, Shape, TokenOperation, Type, TypeId};
use crate::choices::Choice;
use crate::diagnostics::Severity;
use crate::finding::{Finding, Location};
use crate::names::Named;

/// The path that stands for a thing, and where that was chosen.
pub(super) type Replaced = BTreeMap<Named, (String, Location)>;

const PURPOSE: Purpose = Purpose {
    done: "replaced",
    takes: |api, named| match named {
        Named::Type(_) | Named::Parameter(..) => true,
        Named::Member(id, _) => matches!(api.types[id].shape, Shape::Object(_)),
        Named::Operation(_) | Named::Event(_) | Named::Callback(_) => false,
    },
};

/// What the choices are for.
pub(super) fn find(api: &Api, choices: &[Choice], findings: &mut Vec<Finding>) -> Replaced {
    let mut replaced = Replaced::new();
    if choices.is_empty() {
        return replaced;
    }
    let mut places = Places::of(api);
    places.add_properties();
    for choice in choices {
        let Some(named) = places.find(choice, PURPOSE, findings) else {
            continue;
        };
        let entry = (choice.value.clone(), choice.key_at.clone());
        if replaced.insert(named, entry).is_some() {
            let message = format!("`{}` is replaced twice", choice.key);
            let help = Some("take one of the two out".to_owned());
            findings.push(mistake("chosen-twice", &choice.key_at, message, help));
        }
    }
    replaced
}

/// Puts them in; the types that are gone.
pub(super) fn apply(
    api: &mut Api,
    replaced: &Replaced,
    findings: &mut Vec<Finding>,
) -> BTreeSet<TypeId> {
    let mut gone = BTreeMap::new();
    for (named, (path, _)) in replaced {
        let own = Type::Own(path.clone());
        match *named {
            Named::Type(id) => _ = gone.insert(id, own),
            Named::Member(id, index) => {
                if let Some(Shape::Object(object)) = api.types.shape_mut(id)
                    && let Some(field) = object.fields.get_mut(index)
                {
                    field.ty = own;
                }
            }
            Named::Parameter(operation, index) => {
                let operation = api.operations.get_mut(operation);
                if let Some(parameter) = operation.and_then(|one| one.parameters.get_mut(index)) {
                    parameter.ty = own;
                }
            }
            Named::Operation(_) | Named::Event(_) | Named::Callback(_) => {}
        }
    }
    api.each_type(&mut |ty| {
        if let Type::Named(id) = ty
            && let Some(own) = gone.get(id)
        {
            *ty = own.clone();
        }
    });
    for webhooks in api.webhooks.iter_mut().chain(&mut api.callbacks) {
        if let EventNames::Component(id) = webhooks.names
            && gone.contains_key(&id)
        {
            webhooks.names = EventNames::Derived;
        }
    }
    if let Some((_, at)) = replaced.values().next() {
        drop_hidden_tokens(api, at, findings);
        drop_hidden_pages(api, at, findings);
    }
    gone.into_keys().collect()
}

/// A token cannot be taken out of an answer whose members only someone else knows.
fn drop_hidden_tokens(api: &mut Api, at: &Location, findings: &mut Vec<Finding>) {
    for index in 0..api.security.len() {
        let scheme = &api.security[index];
        let Some(token) = &scheme.token else {
            continue;
        };
        let operation = api.operations.iter().find(|one| one.id == token.operation);
        if operation.is_none_or(|operation| is_open(api, operation, token)) {
            continue;
        }
        let message = format!(
            "the client does not fetch the token of `{}` by itself, as `{}` answers with a type that is replaced",
            scheme.name, token.operation
        );
        let help = "call the operation, and give the client the token".to_owned();
        let mut finding = mistake("hidden-token", at, message, Some(help));
        finding.severity = Severity::Warning;
        findings.push(finding);
        api.security[index].token = None;
    }
}

/// What a page consists of cannot be taken out of an answer whose members only someone else knows.
fn drop_hidden_pages(api: &mut Api, at: &Location, findings: &mut Vec<Finding>) {
    for operation in &mut api.operations {
        let Some(pagination) = operation.pagination.take() else {
            continue;
        };
        if pagination.way(operation, &api.types).is_some() {
            operation.pagination = Some(pagination);
            continue;
        }
        let message = format!(
            "the pages of `{}` are not gone through, as it answers with a type that is replaced",
            operation.id
        );
        let help = "ask for each page, or replace what the list consists of".to_owned();
        let mut finding = mistake("hidden-pages", at, message, Some(help));
        finding.severity = Severity::Warning;
        findings.push(finding);
    }
}

/// Whether a token's members can be seen in the operation's answer.
fn is_open(api: &Api, operation: &Operation, token: &TokenOperation) -> bool {
    let names = [Some(&token.token), token.expires.as_ref()];
    let answers = operation
        .responses
        .iter()
        .filter_map(|one| one.body.as_ref());
    answers.into_iter().any(|media| {
        let Media::Json {
            ty: Type::Named(id),
            ..
        } = media
        else {
            return false;
        };
        let Shape::Object(object) = &api.types[*id].shape else {
            return false;
        };
        names.into_iter().flatten().all(|name| {
            let mut fields = object.fields.iter();
            fields.any(|field| field.name == *name && !matches!(field.ty, Type::Own(_)))
        })
    })
}
