//! What a description says of values beside their types, held against a value.
//!
//! It is for who sends: what is received is never refused for it. [`Validate::validate`] finds all
//! that is wrong, in whatever is inside too, each with its JSON path. Rules are data: what
//! [`constraints!`](crate::constraints!) says of a type is a constant, and the walk through a value
//! is the same for all types.

mod implement;
mod pattern;
mod rule;
mod values;
mod violation;
mod walk;

use crate::objects::{Constant, Names, NamesLeft};

pub use rule::Rule;
pub use violation::{Violation, Violations};

/// A value that can be held against what its description says.
pub trait Validate {
    /// What rules look at.
    fn view(&self) -> View<'_>;

    /// What holds of every value of this type.
    fn rules(&self) -> &'static [Rule] {
        &[]
    }

    /// Shows what is inside, one after the other.
    fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
        let _ = show;
    }

    /// Finds all that the description forbids: in this value and in whatever is inside.
    ///
    /// # Errors
    ///
    /// If there is anything.
    fn validate(&self) -> Result<(), Violations>
    where
        Self: Sized,
    {
        walk::walk(self)
    }
}

/// What rules look at.
#[derive(Debug, Clone, PartialEq)]
pub enum View<'v> {
    /// It is not there.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// Another number.
    Float(f64),
    /// Text.
    Text(&'v str),
    /// Text that is kept in another form.
    Written(String),
    /// An array, whose elements are inside.
    Array,
    /// An object, whose members are inside.
    Object,
    /// Nothing is known of it.
    Opaque,
}

/// Something inside a value.
pub struct Inside<'v> {
    step: Step<'v>,
    value: &'v dyn Validate,
    rules: &'static [Rule],
}

/// The way to something inside a value.
#[derive(Debug, Clone, Copy)]
enum Step<'v> {
    Member(&'v str),
    Element(usize),
}

impl<'v> Inside<'v> {
    /// The member of an object that has a field.
    #[must_use]
    pub fn member(names: Names, value: &'v dyn Validate, constraints: &Constraints) -> Self {
        let name = NamesLeft(names).next().unwrap_or_default();
        let found = constraints
            .fields
            .iter()
            .find(|(field, _)| *field == name.field);
        Self {
            step: Step::Member(name.wire),
            value,
            rules: found.map_or(&[], |(_, rules)| rules),
        }
    }

    /// The member of an object that is always the same.
    #[must_use]
    pub fn constant(constant: &'static Constant) -> Self {
        Self::named(constant.name, constant)
    }

    /// The member of an object, or of a map.
    #[must_use]
    pub fn named(name: &'v str, value: &'v dyn Validate) -> Self {
        Self {
            step: Step::Member(name),
            value,
            rules: &[],
        }
    }

    /// The element of an array.
    #[must_use]
    pub fn element(index: usize, value: &'v dyn Validate) -> Self {
        Self {
            step: Step::Element(index),
            value,
            rules: &[],
        }
    }
}

/// What [`constraints!`](crate::constraints!) says of a type.
#[derive(Debug, Clone, Copy)]
pub struct Constraints {
    /// Of the object itself.
    pub own: &'static [Rule],
    /// Of its fields, by their names.
    pub fields: &'static [(&'static str, &'static [Rule])],
}

/// What holds of a type of which [`constraints!`](crate::constraints!) says nothing.
pub trait NoConstraints {
    /// Nothing.
    const CONSTRAINTS: Constraints = Constraints {
        own: &[],
        fields: &[],
    };
}

impl<T: ?Sized> NoConstraints for T {}

/// Asks a field for its value, whatever its type: one that is not generated may know nothing of
/// validation.
pub struct Probe<'v, T>(pub &'v T);

impl<'v, T: Validate> Probe<'v, T> {
    /// The value.
    #[must_use]
    pub fn value(&self) -> &'v dyn Validate {
        self.0
    }
}

/// What a [`Probe`] finds at a type that knows nothing of validation.
pub trait Opaque {
    /// A value of which nothing is known.
    fn value(&self) -> &'static dyn Validate;
}

impl<T> Opaque for Probe<'_, T> {
    fn value(&self) -> &'static dyn Validate {
        &Unknown
    }
}

struct Unknown;

impl Validate for Unknown {
    fn view(&self) -> View<'_> {
        View::Opaque
    }
}
