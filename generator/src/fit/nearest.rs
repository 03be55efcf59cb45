//! Whether a value fits, and which variant of a union it is meant to be.

use serde_json::Value;

use super::place::{Owner, Spot, Way};
use super::walk::{Told, walk};
use super::what::What;
use crate::api::{Type, Types, Union, Variant};

/// Whether a receiver has all of `value` typed.
pub(crate) fn fits(types: &Types, ty: &Type, value: &Value) -> bool {
    struct Known(bool);
    impl Told for Known {
        const ALL: bool = true;
        fn came(&mut self, _: &Spot<'_>, _: &Way<'_>, what: What) {
            self.0 &= !what.is_misfit() && !matches!(what, What::UnknownTag(_));
        }
    }
    let mut known = Known(true);
    walk(types, Owner::Event(0), ty, value, &mut known);
    known.0
}

/// The variant that a value fits, or else the one that is meant, most likely: of those that are of
/// its kind the one of which the least is wrong.
pub(super) fn nearest<'a>(types: &Types, union: &'a Union, value: &Value) -> Option<&'a Variant> {
    let mut nearest = None;
    for variant in &union.variants {
        let wrong = misfits(types, &variant.ty, value);
        if wrong == 0 {
            return Some(variant);
        }
        if wrong < OF_ANOTHER_KIND && nearest.is_none_or(|(least, _)| wrong < least) {
            nearest = Some((wrong, variant));
        }
    }
    nearest.map(|(_, variant)| variant)
}

/// How much is wrong with a value as a whole.
const OF_ANOTHER_KIND: u64 = 1 << 32;

/// How much keeps a receiver from reading `value`: nothing if it can.
pub(super) fn misfits(types: &Types, ty: &Type, value: &Value) -> u64 {
    struct Count(u64);
    impl Told for Count {
        const ALL: bool = false;
        fn came(&mut self, _: &Spot<'_>, way: &Way<'_>, what: What) {
            if what.is_misfit() {
                let is_whole = matches!((way, what), (Way::Root, What::Other { .. }));
                self.0 += if is_whole { OF_ANOTHER_KIND } else { 1 };
            }
        }
    }
    let mut count = Count(0);
    walk(types, Owner::Event(0), ty, value, &mut count);
    count.0
}
