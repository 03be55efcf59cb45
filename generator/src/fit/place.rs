//! Places in what is described, and ways into what came.

use std::fmt::Write as _;

use crate::api::TypeId;

/// A place in what is described: from something with a name of its own to what stands inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) owner: Owner,
    pub(super) steps: Vec<Step>,
}

/// Something with a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Owner {
    Type(TypeId),
    /// The payload of an event, by its number.
    Event(usize),
    /// The same of what is called back.
    Callback(usize),
}

/// A step from a schema to one inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Step {
    Member(String),
    /// Each element of an array.
    Items,
    /// One of the first elements of an array.
    Element(usize),
    /// Each member of a map.
    Values,
}

/// The same place while it is on the way: nothing is built before something does not fit.
#[derive(Clone, Copy)]
pub(super) enum Spot<'a> {
    Owner(Owner),
    Member(&'a Spot<'a>, &'a str),
    Items(&'a Spot<'a>),
    Element(&'a Spot<'a>, usize),
    Values(&'a Spot<'a>),
}

impl Spot<'_> {
    pub(super) fn place(&self) -> Place {
        match *self {
            Self::Owner(owner) => Place {
                owner,
                steps: Vec::new(),
            },
            Self::Member(outer, name) => outer.with(Step::Member(name.to_owned())),
            Self::Items(outer) => outer.with(Step::Items),
            Self::Element(outer, index) => outer.with(Step::Element(index)),
            Self::Values(outer) => outer.with(Step::Values),
        }
    }

    fn with(&self, step: Step) -> Place {
        let mut place = self.place();
        place.steps.push(step);
        place
    }
}

/// The way into a delivery.
#[derive(Clone, Copy)]
pub(super) enum Way<'a> {
    Root,
    Member(&'a Way<'a>, &'a str),
    Element(&'a Way<'a>, usize),
}

/// One of several events in a delivery, which is held against what is described by itself: alone in
/// the array that it came in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) array: Vec<String>,
    /// Where in it it came.
    pub(super) index: usize,
}

impl Way<'_> {
    /// `$.data.items[0]`, in the delivery that `item` came in.
    pub(super) fn path(&self, item: Option<&Item>) -> String {
        match self {
            Self::Root => "$".to_owned(),
            Self::Member(outer, name) => {
                let mut path = outer.path(item);
                let is_plain = |one: char| one.is_ascii_alphanumeric() || one == '_';
                if name.chars().all(is_plain) && !name.is_empty() {
                    path.push('.');
                    path.push_str(name);
                } else {
                    _ = write!(path, "[{name:?}]");
                }
                path
            }
            Self::Element(outer, index) => {
                let mut path = outer.path(item);
                let item = item.filter(|item| outer.leads_to(&item.array));
                let index = item.map_or(*index, |item| item.index);
                _ = write!(path, "[{index}]");
                path
            }
        }
    }

    fn leads_to(&self, names: &[String]) -> bool {
        match (self, names) {
            (Self::Root, []) => true,
            (Self::Member(outer, name), [rest @ .., last]) => last == name && outer.leads_to(rest),
            _ => false,
        }
    }
}
