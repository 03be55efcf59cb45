//! The envelope, by what deliveries have in common.
//!
//! Whoever takes an id for that of the event, and it is that of an order, loses the second event of
//! the order as one that has come before. So a plain `id` counts only where what the event is about
//! is apart from it, in `data` for example; `event_id` always does. A member has to be in most
//! payloads, as text or a number, beside the one that says which event it is.

use std::collections::BTreeMap;

use openapiv3::{Parameter, ReferenceOr};

use super::names::{Sure, id, id_header, is_api_version, is_content, time};
use crate::api::{Discriminator, Envelope, Piece, Place, Verification};
use crate::lower::context::Context;
use crate::lower::delivery::{Delivery, of_each};
use crate::lower::flat::Flat;
use crate::lower::kind::Kind;

/// What most of `deliveries` have.
pub(super) fn infer<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
    discriminator: &Discriminator,
    verification: Option<&Verification>,
) -> Envelope {
    let path = beside(discriminator);
    let shared = Shared {
        headers: headers(context, deliveries, verification),
        members: members(context, deliveries, path),
        path,
    };
    Envelope {
        id: shared.id(),
        time: shared.time(),
        api_version: shared.api_version(),
        declared: None,
    }
}

/// What most deliveries have.
struct Shared<'a> {
    /// As they are written where they are described first.
    headers: Vec<String>,
    members: Vec<Member>,
    /// Where those are.
    path: &'a [String],
}

/// Where the member is that tells events apart, which others of the envelope are beside.
fn beside(discriminator: &Discriminator) -> &[String] {
    match discriminator {
        Discriminator::Body { path, .. } => path.split_last().map_or(&[], |(_, path)| path),
        _ => &[],
    }
}

/// A member of most payloads, and what it is in most of them.
struct Member {
    name: String,
    is_id: bool,
    is_time: bool,
    is_text: bool,
    is_object: bool,
}

impl Shared<'_> {
    /// A member that is called so for sure, then a header, then a member of an envelope.
    fn id(&self) -> Option<Place> {
        let member = |wanted| {
            let found = |member: &&Member| member.is_id && id(&member.name) == Some(wanted);
            self.member(wanted, found)
        };
        let header = || {
            let ranked = self.headers.iter();
            let ranked = ranked.filter_map(|name| Some((id_header(name)?, name)));
            let (_, name) = ranked.min()?;
            Some(Place::Header(name.clone()))
        };
        member(Sure::Yes)
            .or_else(header)
            .or_else(|| member(Sure::InEnvelope))
    }

    fn time(&self) -> Option<Place> {
        let member = |wanted| {
            let found = |member: &&Member| member.is_time && time(&member.name) == Some(wanted);
            self.member(wanted, found)
        };
        member(Sure::Yes).or_else(|| member(Sure::InEnvelope))
    }

    fn api_version(&self) -> Option<Place> {
        let found = |member: &&Member| member.is_text && is_api_version(&member.name);
        self.member(Sure::Yes, found).or_else(|| {
            let mut headers = self.headers.iter();
            let name = headers.find(|name| is_api_version(name))?;
            Some(Place::Header(name.clone()))
        })
    }

    fn member(&self, sure: Sure, is_it: impl FnMut(&&Member) -> bool) -> Option<Place> {
        let mut contents = self.members.iter();
        let is_envelope = contents.any(|one| one.is_object && is_content(&one.name));
        let found = self.members.iter().find(is_it);
        let found = found.filter(|_| sure == Sure::Yes || is_envelope)?;
        let mut path = self.path.to_vec();
        path.push(found.name.clone());
        Some(Place::Body(path))
    }
}

/// The members that most payloads have in one place, in the order of their names. Those that do not
/// have the place itself do not count.
fn members<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
    path: &[String],
) -> Vec<Member> {
    let mut found = BTreeMap::<String, Tally>::new();
    let mut payloads = 0;
    of_each(context, deliveries, |context, delivery| {
        let Some(flat) = delivery.member_view(context, path) else {
            return;
        };
        payloads += 1;
        for (name, spot) in &flat.properties {
            let flat = context.flat(spot);
            found.entry((*name).to_owned()).or_default().add(&flat);
        }
    });
    let found = found.into_iter();
    let members = found.map(|(name, tally)| Member {
        name,
        is_id: is_most(tally.ids, payloads),
        is_time: is_most(tally.times, payloads),
        is_text: is_most(tally.texts, payloads),
        is_object: is_most(tally.objects, payloads),
    });
    members.collect()
}

/// In how many payloads a member may be what.
#[derive(Default)]
struct Tally {
    ids: usize,
    times: usize,
    texts: usize,
    objects: usize,
}

impl Tally {
    fn add(&mut self, flat: &Flat<'_>) {
        self.ids += usize::from(may_be_id(flat));
        self.times += usize::from(may_be_time(flat));
        self.texts += usize::from(is_text(flat));
        self.objects += usize::from(is_object(flat));
    }
}

/// An event that is added later must not cost the others what they have.
fn is_most(count: usize, all: usize) -> bool {
    count * 2 > all
}

fn is_text(flat: &Flat<'_>) -> bool {
    flat.is_only(Kind::String)
}

/// What says always the same tells no event from another.
fn may_be_id(flat: &Flat<'_>) -> bool {
    flat.values.is_none() && (is_text(flat) || flat.is_only(Kind::Integer))
}

fn may_be_time(flat: &Flat<'_>) -> bool {
    let is_number = flat.is_only(Kind::Integer) || flat.is_only(Kind::Number);
    flat.values.is_none() && (is_number || is_text(flat) && flat.format == Some("date-time"))
}

/// Whether it may be an object, or anything.
fn is_object(flat: &Flat<'_>) -> bool {
    let kinds = flat.kinds.as_ref();
    kinds.is_none_or(|kinds| kinds.contains(&Kind::Object))
}

/// The headers that are signed, and those that most deliveries may have.
fn headers(
    context: &Context<'_>,
    deliveries: &[Delivery<'_>],
    verification: Option<&Verification>,
) -> Vec<String> {
    let mut found: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for delivery in deliveries {
        for name in described(context, delivery) {
            let (_, count) = found.entry(name.to_ascii_lowercase()).or_insert((name, 0));
            *count += 1;
        }
    }
    let most = found.into_values();
    let most = most.filter(|(_, count)| is_most(*count, deliveries.len()));
    let signed = verification.into_iter().flat_map(|one| &one.signed);
    let signed = signed.filter_map(|piece| match piece {
        Piece::At(Place::Header(name)) => Some(name.clone()),
        _ => None,
    });
    signed.chain(most.map(|(name, _)| name)).collect()
}

/// The headers that a delivery is described with.
fn described(context: &Context<'_>, delivery: &Delivery<'_>) -> Vec<String> {
    let parameters = delivery.item.parameters.iter();
    let parameters = parameters.chain(&delivery.operation.parameters);
    let parameters = parameters.filter_map(|parameter| match parameter {
        ReferenceOr::Item(parameter) => Some(parameter),
        ReferenceOr::Reference { reference } => Some(context.document.parameter(reference)?.0),
    });
    let headers = parameters.filter_map(|parameter| match parameter {
        Parameter::Header { parameter_data, .. } => Some(parameter_data.name.clone()),
        _ => None,
    });
    headers.collect()
}
