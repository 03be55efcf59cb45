//! What a delivery is called, by what it says in a place.

use std::collections::BTreeSet;

use super::aliases;
use super::candidates::Says;
use crate::lower::delivery::Delivery;

/// How many different names there are.
pub(super) fn distinct<T: Ord>(names: &[Option<T>]) -> usize {
    names.iter().flatten().collect::<BTreeSet<_>>().len()
}

/// The one value that there may be.
pub(super) fn constant(_: &Delivery<'_>, says: &Says) -> Option<String> {
    match says {
        Says::Texts(texts) => match &texts[..] {
            [only] => Some(only.clone()),
            _ => None,
        },
        Says::Any(_) => None,
    }
}

/// The key, if it is one of the values that there may be.
pub(super) fn key_among(delivery: &Delivery<'_>, says: &Says) -> Option<String> {
    match says {
        Says::Texts(texts) => alias_in(delivery, texts),
        Says::Any(_) => None,
    }
}

/// The key, if no example says otherwise.
pub(super) fn key_as_text(delivery: &Delivery<'_>, says: &Says) -> Option<String> {
    match says {
        Says::Any(shown) if shown.is_empty() => {
            aliases(delivery).first().map(|key| (*key).to_owned())
        }
        Says::Any(texts) | Says::Texts(texts) => alias_in(delivery, texts),
    }
}

fn alias_in(delivery: &Delivery<'_>, texts: &[String]) -> Option<String> {
    let mut aliases = aliases(delivery).into_iter();
    let found = aliases.find(|alias| texts.iter().any(|text| text == alias));
    found.map(str::to_owned)
}
