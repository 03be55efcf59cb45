//! What is inside an object or a union, whatever its type.

use std::any::Any;
use std::fmt::Debug;

/// A value that can be shown, and compared with another of which nobody knows the type.
pub trait Inside: Any + Debug {
    /// Whether `other` is of the same type, and equal.
    fn is_same(&self, other: &dyn Inside) -> bool;
}

impl<T: Debug + PartialEq + 'static> Inside for T {
    fn is_same(&self, other: &dyn Inside) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref::<T>() == Some(self)
    }
}
