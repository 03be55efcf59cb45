//! What types are called: the nearest named thing, and the way from there.

use std::collections::BTreeMap;

use super::scope::Scope;
use super::status;
use super::word::{Case, identifier};
use crate::api::{Step, TypeDef, TypeName, Types};
use crate::json_pointer;

/// The identifiers of `types`, in their order; those that are `claimed` already are not minted.
///
/// Components come first, so that what stands inside one never takes another's name.
pub(super) fn mint(types: &Types, claimed: Vec<Option<String>>, scope: &mut Scope) -> Vec<String> {
    let called = called(types);
    let is_component = |index: &usize| types.0[*index].name.steps.is_empty();
    let mut names: Vec<String> = claimed.into_iter().map(Option::unwrap_or_default).collect();
    let (components, inline): (Vec<usize>, Vec<usize>) = (0..called.len())
        .filter(|&index| names[index].is_empty())
        .partition(is_component);
    for group in [components, inline] {
        let minted = scope.mint(group.iter().map(|&index| called[index].as_str()));
        for (index, name) in group.into_iter().zip(minted) {
            names[index] = name;
        }
    }
    names
}

/// Every type's name in words, each another. The same words may lead to types in different places:
/// to the body of the operation `token`, and to that of the shared request `token`. The first
/// place in byte order has them for itself, and the others say where they stand.
fn called(types: &Types) -> Vec<String> {
    let mut called: Vec<String> = types.0.iter().map(|ty| words(&ty.name)).collect();
    let mut folded = BTreeMap::<(bool, String), Vec<usize>>::new();
    for (index, ty) in types.0.iter().enumerate() {
        let is_inline = !ty.name.steps.is_empty();
        let folds = match is_inline {
            true => identifier(&called[index], Case::Camel),
            false => called[index].clone(),
        };
        folded.entry((is_inline, folds)).or_default().push(index);
    }
    for mut same in folded.into_values() {
        if same.len() == 1 {
            continue;
        }
        same.sort_by_cached_key(|&index| {
            let ty = &types.0[index];
            let is_elsewhere = !ty.origin.starts_with("#/components/schemas/");
            (
                is_elsewhere,
                &ty.origin,
                ty.is_alias(),
                format!("{:?}", ty.shape),
            )
        });
        let mut before = &types.0[same[0]];
        for (position, &index) in same.iter().enumerate().skip(1) {
            let ty = &types.0[index];
            let apart = match ty.origin == before.origin {
                // A branch of an `allOf` by itself, and together with the others.
                true => unsaid(ty).repeat(position),
                false => apart(ty, &types.0[same[0]]),
            };
            called[index].push_str(&apart);
            before = ty;
        }
    }
    called
}

/// The steps to `ty` that do not lead to `other` too, in words.
fn apart(ty: &TypeDef, other: &TypeDef) -> String {
    let steps = |ty: &TypeDef| -> Vec<String> { json_pointer::names(&ty.origin).collect() };
    let (own, other) = (steps(ty), steps(other));
    let ahead = own.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (own, other) = (&own[ahead..], &other[ahead..]);
    let backwards = own.iter().rev().zip(other.iter().rev());
    let behind = backwards.take_while(|(a, b)| a == b).count();
    let mut words = String::new();
    for step in &own[..own.len() - behind] {
        words.push(' ');
        words.push_str(step);
    }
    words
}

/// The branch of an `allOf` on the way to `ty`, which its name does not say, in words.
fn unsaid(ty: &TypeDef) -> String {
    let steps = json_pointer::names(&ty.origin).skip_while(|step| step != "allOf");
    let branch: Vec<String> = steps.take(2).collect();
    match branch.is_empty() {
        true => " Other".to_owned(),
        false => format!(" {}", branch.join(" ")),
    }
}

/// A type's name in words.
fn words(name: &TypeName) -> String {
    let mut words = name.root.clone();
    for step in &name.steps {
        words.push(' ');
        match step {
            Step::Property(name) | Step::Member(name) | Step::Parameter(name) => {
                words.push_str(name);
            }
            Step::Item => words.push_str("Item"),
            Step::Element(index) => {
                words.push_str("Item ");
                words.push_str(&(index + 1).to_string());
            }
            Step::Entry => words.push_str("Entry"),
            Step::Body => words.push_str("Body"),
            Step::Payload => words.push_str("Payload"),
            Step::Response(status) => words.push_str(&status::words(status)),
            Step::SharedResponse => words.push_str("Response"),
        }
    }
    words
}
