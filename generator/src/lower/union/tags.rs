//! How a value says which member of a union it is.

use std::collections::BTreeSet;

use openapiv3::Discriminator;

use super::Member;
use crate::api::Tagging;
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::flat::Flat;
use crate::lower::kind::Kind;

/// For each member the values of the tag that mean it.
pub(in crate::lower) type Tags = Vec<Vec<String>>;

/// The members that are tried first where several would do: so they are mostly called.
const USUAL: [&str; 5] = ["type", "kind", "object", "event", "action"];

impl<'a> Context<'a> {
    /// The member of all of `members` that tells them apart: each requires it, each allows certain
    /// texts, numbers or truth values only, and none is allowed by two. One value each is better than several, a usual
    /// name better than another, and then the first in the alphabet.
    ///
    /// A member of a usual name need not be required: to try members in turn that may lack it
    /// would take every value for the first of them.
    pub(in crate::lower) fn inferred_tags(
        &mut self,
        members: &[Member<'a>],
    ) -> Option<(Tagging, Tags)> {
        let (first, others) = members.split_first()?;
        if others.is_empty()
            || !members
                .iter()
                .all(|member| member.flat.is_only(Kind::Object))
        {
            return None;
        }
        let usual = |name: &str| USUAL.iter().position(|usual| *usual == name);
        let is_required = |name: &str| {
            let mut members = members.iter();
            members.all(|member| member.flat.required.contains(&name))
        };
        let described = |name: &str| {
            let mut members = members.iter();
            members.all(|member| member.flat.properties.contains_key(name))
        };
        let mut names: Vec<_> = first
            .flat
            .properties
            .keys()
            .copied()
            .filter(|name| described(name) && (usual(name).is_some() || is_required(name)))
            .collect();
        names.sort_by_key(|name| {
            let usual = usual(name).unwrap_or(USUAL.len());
            (!is_required(name), usual, *name)
        });
        let mut several = None;
        for name in names {
            // A tag that is no text is not written for a member that may lack it.
            if !is_required(name) && !self.has_texts_only(name, members) {
                continue;
            }
            if let Some(tags) = self.distinct_tags(name, members) {
                let found = (Tagging::Inferred(name.to_owned()), tags);
                if found.1.iter().all(|tags| tags.len() == 1) {
                    return Some(found);
                }
                several = several.or(Some(found));
            }
        }
        several
    }

    /// The tags by `discriminator`; `None`, and a report, where it does not tell them apart.
    ///
    /// A member's tags are, in this order: the constant that the member itself demands, since
    /// nothing else can be read as it; the keys of the mapping that lead to it, and the one value
    /// that it lists; the values that only it lists; the key of its component.
    pub(in crate::lower) fn declared_tags(
        &mut self,
        discriminator: &Discriminator,
        at: &Pointer,
        members: &[Member<'a>],
    ) -> Option<Tags> {
        let name = discriminator.property_name.as_str();
        let listed: Vec<_> = members
            .iter()
            .map(|member| self.texts_of(name, &member.flat).unwrap_or_default())
            .collect();
        let mut tags = Vec::with_capacity(members.len());
        for (index, member) in members.iter().enumerate() {
            let mapped = mapped(discriminator, member);
            let constant = self.constant_of(name, &member.flat);
            let own = match (constant, listed[index].as_slice()) {
                (Some(constant), _) => vec![constant],
                (None, [only]) if !mapped.is_empty() && !mapped.contains(only) => {
                    let mut both = mapped;
                    both.push(only.clone());
                    both
                }
                _ if !mapped.is_empty() => mapped,
                (None, values) => {
                    let others = (0..).zip(&listed).filter(|(other, _)| *other != index);
                    let others: BTreeSet<_> = others.flat_map(|(_, values)| values).collect();
                    let own = values.iter().filter(|value| !others.contains(value));
                    let own: Vec<_> = own.cloned().collect();
                    match &member.reference {
                        Some(_) if own.is_empty() => vec![member.label.clone()],
                        _ => own,
                    }
                }
            };
            tags.push(own);
        }
        let all: BTreeSet<_> = tags.iter().flatten().collect();
        let distinct = all.len() == tags.iter().map(Vec::len).sum::<usize>();
        let objects = members.iter().all(|member| may_be_object(&member.flat));
        if distinct && objects && tags.iter().all(|tags| !tags.is_empty()) {
            return Some(tags);
        }
        let message = format!(
            "`{name}` does not say of every member which one it is; the members are told apart \
             in another way, or tried in turn"
        );
        if let Some(warning) = self.warn("unusable-discriminator", at, message) {
            warning.help("map one value or more to each member, and each value to one of them");
        }
        None
    }

    /// What each member allows for the member `name`, if none has one of another's.
    fn distinct_tags(&mut self, name: &str, members: &[Member<'a>]) -> Option<Tags> {
        let mut seen = BTreeSet::new();
        let mut tags = Vec::with_capacity(members.len());
        for member in members {
            let spot = member.flat.properties.get(name)?;
            let mut own = self.flat(spot).tags()?;
            let mut once = BTreeSet::new();
            own.retain(|tag| once.insert(tag.clone()));
            if own.is_empty() || !own.iter().all(|tag| seen.insert(tag.clone())) {
                return None;
            }
            tags.push(own);
        }
        Some(tags)
    }

    fn has_texts_only(&mut self, name: &str, members: &[Member<'a>]) -> bool {
        let mut members = members.iter();
        members.all(|member| self.texts_of(name, &member.flat).is_some())
    }

    fn texts_of(&mut self, name: &str, flat: &Flat<'a>) -> Option<Vec<String>> {
        let spot = flat.properties.get(name)?;
        let texts = self.flat(spot).texts()?;
        let mut seen = BTreeSet::new();
        let texts = texts.into_iter().filter(|text| seen.insert(*text));
        Some(texts.map(ToOwned::to_owned).collect())
    }

    /// The text that is the only one that can be read for the required member `name`.
    fn constant_of(&mut self, name: &str, flat: &Flat<'a>) -> Option<String> {
        let spot = flat.properties.get(name)?;
        let value = self.flat(spot);
        let fixed = value.constant && flat.required.contains(&name);
        let texts = value.texts().filter(|_| fixed)?;
        texts.first().map(|text| (*text).to_owned())
    }
}

/// The keys of the mapping whose value means `member`. Sorted, for a mapping has no order.
fn mapped(discriminator: &Discriminator, member: &Member<'_>) -> Vec<String> {
    let mut keys: Vec<_> = discriminator
        .mapping
        .iter()
        .filter(|(_, value)| means(value, member))
        .map(|(key, _)| key.clone())
        .collect();
    keys.sort();
    keys
}

/// Whether `value` means `member`: by its reference, by its component's key, or as the name of a
/// file (OpenAPI 3.1, 4.8.25.1).
fn means(value: &str, member: &Member<'_>) -> bool {
    let Some((reference, _)) = &member.reference else {
        return false;
    };
    let key = reference.rsplit('/').next().unwrap_or_default();
    let last = value.rsplit(['/', '#']).next().unwrap_or_default();
    let stem = [".json", ".yaml", ".yml"]
        .iter()
        .find_map(|extension| last.strip_suffix(extension))
        .unwrap_or(last);
    value == *reference || last == key || stem == key
}

/// What the member is called by that is meant where the tag is missing or not known (OpenAPI 3.2,
/// 4.25.1, `defaultMapping`).
pub(super) fn otherwise(discriminator: &Discriminator, members: &[Member<'_>]) -> Option<String> {
    let extension = discriminator.extensions.get("x-hookgen-defaultMapping");
    let value = extension?.as_str()?;
    let mut members = members.iter();
    let found = members.find(|member| means(value, member));
    found.map(|member| member.label.clone())
}

fn may_be_object(flat: &Flat<'_>) -> bool {
    flat.kinds
        .as_ref()
        .is_none_or(|kinds| kinds.contains(&Kind::Object))
}
