//! What tells apart what is received.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, Discriminator, Media, Object, Place, Shape, Tagging, Type, TypeId, Types, Union};

/// Members by which it is known what has been received, so that they have to be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apart {
    /// Of some types.
    members: BTreeMap<TypeId, BTreeSet<String>>,
    /// All members of these types.
    whole: BTreeSet<TypeId>,
}

impl Apart {
    /// Those that say which event it is, and those that tell the variants of unions apart.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        let mut apart = Self::of_events(api);
        apart.tokens(api);
        for definition in &api.types.0 {
            if let Shape::Union(union) = &definition.shape {
                apart.variants(&api.types, union);
            }
        }
        apart
    }

    /// Those that say which event it is.
    #[must_use]
    pub fn of_events(api: &Api) -> Self {
        let mut apart = Self::default();
        apart.events(api);
        apart
    }

    /// Whether this member of a type is one.
    #[must_use]
    pub fn tells(&self, id: TypeId, member: &str) -> bool {
        let members = self.members.get(&id);
        self.whole.contains(&id) || members.is_some_and(|members| members.contains(member))
    }

    fn events(&mut self, api: &Api) {
        for webhooks in api.webhooks.iter().chain(&api.callbacks) {
            let paths: Vec<&[String]> = match &webhooks.discriminator {
                Discriminator::Body { path, .. } => vec![path],
                Discriminator::Several { places, .. } => {
                    places.iter().filter_map(Place::in_body).collect()
                }
                _ => Vec::new(),
            };
            for event in &webhooks.events {
                for path in &paths {
                    self.way(&api.types, &event.body, path);
                }
            }
        }
    }

    /// The client takes the token out of these answers.
    fn tokens(&mut self, api: &Api) {
        let schemes = api.security.iter();
        for token in schemes.filter_map(|scheme| scheme.token.as_ref()) {
            let operations = api.operations.iter();
            let answers = operations
                .filter(|operation| operation.id == token.operation)
                .flat_map(|operation| &operation.responses)
                .filter_map(|response| response.body.as_ref().and_then(Media::ty));
            for answer in answers {
                for name in [Some(&token.token), token.expires.as_ref()] {
                    self.way(&api.types, answer, name.map_or(&[], std::slice::from_ref));
                }
            }
        }
    }

    /// All members on the way from a value of type `ty` to what is inside.
    fn way(&mut self, types: &Types, ty: &Type, path: &[String]) {
        let Some((step, rest)) = path.split_first() else {
            // The values that are told apart.
            if let Type::Named(id) = ty {
                self.whole.insert(*id);
            }
            return;
        };
        match ty {
            Type::Array(inner) if step.parse::<usize>().is_ok() => self.way(types, inner, rest),
            Type::Nullable(inner) => self.way(types, inner, path),
            Type::Named(id) => match &types[*id].shape {
                Shape::Object(object) => {
                    let members = self.members.entry(*id).or_default();
                    members.insert(step.clone());
                    let mut fields = object.fields.iter();
                    if let Some(field) = fields.find(|field| field.name == *step) {
                        self.way(types, &field.ty, rest);
                    }
                }
                Shape::Union(union) => {
                    for variant in &union.variants {
                        self.way(types, &variant.ty, path);
                    }
                }
                Shape::Alias(inner) => self.way(types, inner, path),
                Shape::Enum(_) => {}
            },
            _ => {}
        }
    }

    /// What tells the variants of a union apart.
    fn variants(&mut self, types: &Types, union: &Union) {
        match &union.tagging {
            Tagging::Declared(tag) | Tagging::Inferred(tag) => {
                for variant in &union.variants {
                    self.way(types, &variant.ty, std::slice::from_ref(tag));
                }
            }
            Tagging::Untagged => self.tried_in_turn(types, union),
        }
    }

    /// A variant that demanded nothing would take what is meant for the others.
    fn tried_in_turn(&mut self, types: &Types, union: &Union) {
        let variants = union.variants.iter();
        let kinds: Vec<Kind> = variants.map(|one| kind(types, &one.ty)).collect();
        for (index, variant) in union.variants.iter().enumerate() {
            let mut others = kinds.iter().enumerate();
            let is_alone =
                !others.any(|(other, kind)| other != index && kind.is_like(&kinds[index]));
            if is_alone {
                continue;
            }
            let mut others = kinds.iter().enumerate();
            match kinds[index] {
                Kind::Scalar => {}
                Kind::Map | Kind::Array => self.keep(types, &variant.ty),
                Kind::Object(id, object) => {
                    self.whole.insert(id);
                    let takes = |(other, kind): (usize, &Kind)| match kind {
                        _ if other == index => false,
                        Kind::Object(_, another) => {
                            (other > index || demands(another) == demands(object))
                                && !demands_more(object, another)
                        }
                        Kind::Map => other > index,
                        Kind::Array | Kind::Scalar => false,
                    };
                    if others.any(takes) {
                        self.keep(types, &variant.ty);
                    }
                }
            }
        }
    }

    /// Everything in a value of type `ty`.
    fn keep(&mut self, types: &Types, ty: &Type) {
        let mut seen = BTreeSet::new();
        let mut open = ty.mentioned();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                open.extend(types[id].shape.mentioned());
            }
        }
        self.whole.extend(seen);
    }
}

/// What a value begins with.
#[derive(Clone, Copy)]
enum Kind<'a> {
    /// With a brace, and these members.
    Object(TypeId, &'a Object),
    /// With a brace, perhaps.
    Map,
    /// With a bracket.
    Array,
    Scalar,
}

impl Kind<'_> {
    fn is_like(&self, other: &Self) -> bool {
        match self {
            Self::Object(..) | Self::Map => matches!(other, Self::Object(..) | Self::Map),
            Self::Array => matches!(other, Self::Array),
            Self::Scalar => matches!(other, Self::Scalar),
        }
    }
}

fn kind<'a>(types: &'a Types, ty: &Type) -> Kind<'a> {
    match ty {
        Type::Array(_) | Type::Tuple(_) => Kind::Array,
        Type::Any | Type::Map(_) | Type::Own(_) => Kind::Map,
        Type::Nullable(inner) => kind(types, inner),
        Type::Named(id) => match &types[*id].shape {
            Shape::Object(object) => Kind::Object(*id, object),
            Shape::Union(_) => Kind::Map,
            Shape::Alias(inner) => kind(types, inner),
            Shape::Enum(_) => Kind::Scalar,
        },
        _ => Kind::Scalar,
    }
}

/// How many members it demands.
fn demands(object: &Object) -> usize {
    object.constants.len() + required(object).count()
}

/// Whether `one` demands a member that `other` does not have.
fn demands_more(one: &Object, other: &Object) -> bool {
    let knows = |name: &str| {
        let mut constants = other.constants.iter();
        other.fields.iter().any(|field| field.name == name)
            || constants.any(|constant| constant.name == name)
    };
    let constants = one.constants.iter().map(|constant| constant.name.as_str());
    constants.chain(required(one)).any(|name| !knows(name))
}

fn required(object: &Object) -> impl Iterator<Item = &str> {
    let fields = object.fields.iter().filter(|field| field.required);
    fields.map(|field| field.name.as_str())
}
