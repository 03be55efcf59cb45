//! Arrays, tuples and maps: each of what is in them.

use serde_json::{Map, Value};

use super::{Here, Told, Walk};
use crate::api::{Tuple, Type};
use crate::fit::place::{Spot, Way};
use crate::fit::what::What;

impl<T: Told> Walk<'_, T> {
    pub(super) fn array(&mut self, inner: &Type, elements: &[Value], here: Here<'_>) {
        for (index, element) in elements.iter().enumerate() {
            let way = Way::Element(here.way, index);
            self.inside(inner, element, &Spot::Items(here.inside), &way);
        }
    }

    pub(super) fn tuple(&mut self, tuple: &Tuple, elements: &[Value], here: Here<'_>) {
        let count = tuple.elements.len();
        let is_open = tuple.rest.is_some();
        if elements.len() < count || (elements.len() > count && !is_open) {
            self.came(here, What::Length);
        }
        for (index, element) in elements.iter().enumerate() {
            let way = Way::Element(here.way, index);
            match (tuple.elements.get(index), &tuple.rest) {
                (Some(ty), _) => {
                    self.inside(ty, element, &Spot::Element(here.inside, index), &way);
                }
                (None, Some(ty)) => self.inside(ty, element, &Spot::Items(here.inside), &way),
                (None, None) => {}
            }
        }
    }

    pub(super) fn map(&mut self, values: &Type, members: &Map<String, Value>, here: Here<'_>) {
        for (name, value) in members {
            let way = Way::Member(here.way, name);
            self.inside(values, value, &Spot::Values(here.inside), &way);
        }
    }
}
