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

impl Way<'_> {
    /// `$.data.items[0]`
    pub(super) fn path(&self) -> String {
        match self {
            Self::Root => "$".to_owned(),
            Self::Member(outer, name) => {
                let mut path = outer.path();
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
                let mut path = outer.path();
                _ = write!(path, "[{index}]");
                path
            }
        }
    }
}
