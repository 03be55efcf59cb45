//! `x-webhook-discriminator`: what a description says of where events have their names.

use serde_json::Value;

use super::candidates::{Place, Says};
use super::infer::Table;
use super::{Name, Told, aliases, at, several};
use crate::api::{Batch, Rule};
use crate::diagnostics::{Diagnostics, Pointer, Severity};
use crate::lower::context::Context;
use crate::lower::delivery::Delivery;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::{Members, Reader};
use crate::lower::signature::each;

pub(in crate::lower) const NAME: &str = "x-webhook-discriminator";

const HELP: &str = "it may be $request.body#/type or $request.header.NAME, or a list of these";

const HELP_WITH_ITEMS: &str =
    "beside `each` it may be $item#/type or $request.header.NAME, or a list of these";

/// What it says.
pub(super) struct Declared {
    /// One at least. Those in an item are in the first one.
    places: Vec<Place>,
    batch: Option<Batch>,
}

/// What the description says; `None` where it says nothing, or nothing that makes sense.
pub(super) fn declared(context: &mut Context<'_>) -> Option<Declared> {
    let value = context.document.openapi.extensions.get(NAME)?;
    let at = Pointer::default().member(NAME);
    read(value, &at, &mut context.known.diagnostics)
}

impl Declared {
    /// What the deliveries of `table` are told apart by.
    pub(super) fn told<'a>(self, context: &mut Context<'a>, table: &mut Table<'_, 'a>) -> Told {
        table.look(context, &self.places);
        let mut told: Told = match self.places.as_slice() {
            [place] => (at(place.clone(), Rule::Declared), names(table, place)).into(),
            places => (several(places, Rule::Declared), table.declared(places)).into(),
        };
        let otherwise = self.batch.as_ref().and_then(|one| one.otherwise.as_ref());
        if let (Some(batch), Some(path)) = (&self.batch, otherwise) {
            let otherwise = Place::Body(path.clone());
            table.look(context, std::slice::from_ref(&otherwise));
            let names = names(table, &otherwise);
            for ((name, own), delivery) in told.names.iter_mut().zip(names).zip(table.deliveries) {
                if !delivery.has(context, &batch.items) {
                    *name = own;
                }
            }
        }
        told.batch = self.batch;
        told
    }
}

fn read(value: &Value, at: &Pointer, diagnostics: &mut Diagnostics) -> Option<Declared> {
    let mut reader = Reader::new(diagnostics, Severity::Warning, "invalid-discriminator");
    let members = reader.object(value, at, &["each", "from", "otherwise"])?;
    let has_items = members.get("each").is_some();
    let items = match has_items {
        true => Some(each(&members, &mut reader)?),
        false => None,
    };
    let help = if has_items { HELP_WITH_ITEMS } else { HELP };
    let (_, at) = members.required("from", help, &mut reader)?;
    let texts = members.texts("from", &mut reader);
    if texts.is_empty() && reader.mistakes() == 0 {
        reader.mistake(&at, "`from` names no place", help);
    }
    let places = texts.iter().filter_map(|text| {
        let found = match (parse(text), &items) {
            (Some(Expression::Request(Part::Member(path))), None) if !has_items => {
                Some(Place::Body(path))
            }
            (Some(Expression::Item(path)), Some(items)) => {
                let first = [items.as_slice(), &["0".to_owned()]].concat();
                Some(Place::Body([first, path].concat()))
            }
            (Some(Expression::Request(Part::Header(name))), _) => {
                Some(Place::Header(name.to_ascii_lowercase()))
            }
            _ => None,
        };
        if found.is_none() {
            let message = format!("`{text}` is no part of a delivery that could name its event");
            reader.mistake(&at, message, help);
        }
        found
    });
    let places: Vec<_> = places.collect();
    let otherwise = otherwise(&members, has_items, &mut reader);
    // With one of them missing, events would be told apart by less than is wanted.
    let is_sound = reader.mistakes() == 0 && !places.is_empty();
    is_sound.then_some(Declared {
        places,
        batch: items.map(|items| Batch { items, otherwise }),
    })
}

/// `otherwise`: where a delivery without items says which event it is.
fn otherwise(
    members: &Members<'_>,
    has_items: bool,
    reader: &mut Reader<'_>,
) -> Option<Vec<String>> {
    let (text, at) = members.text("otherwise", reader)?;
    if !has_items {
        let message = "`otherwise` means nothing here, as every delivery is one event";
        reader.mistake(
            &at,
            message,
            "say what the items are: each: $request.body#/POINTER",
        );
        return None;
    }
    match parse(text) {
        Some(Expression::Request(Part::Member(path))) => Some(path),
        _ => {
            let message = format!("`{text}` is no part of a delivery that could name its event");
            reader.mistake(&at, message, "it may be $request.body#/type");
            None
        }
    }
}

/// What each delivery is called by in one place.
fn names(table: &Table<'_, '_>, place: &Place) -> Vec<Option<Name>> {
    let says = table.names(place, |_, says| Some(says.clone()));
    let names = table.deliveries.iter().zip(says);
    names
        .map(|(delivery, says)| declared_name(delivery, says.as_ref()).map(Name::from))
        .collect()
}

/// The only value that an event can have there; its key, where it can have several or any.
fn declared_name(delivery: &Delivery<'_>, says: Option<&Says>) -> Option<String> {
    match says {
        Some(Says::Texts(texts)) => match &texts[..] {
            [only] => Some(only.clone()),
            several => aliases(delivery)
                .into_iter()
                .find(|alias| several.iter().any(|text| text == alias))
                .map(str::to_owned),
        },
        Some(Says::Any(_)) | None => aliases(delivery).first().map(|key| (*key).to_owned()),
    }
}
