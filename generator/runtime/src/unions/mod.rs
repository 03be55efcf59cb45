//! Unions: a value that is one of several types.
//!
//! [`union!`](crate::union!) implements [`Union`] for an enum, and `Debug`, `PartialEq` and serde's
//! traits through it. A union's JSON is kept as text until it is known which member it is, so that
//! nothing is built twice; and what is not known yet is kept as it came.

mod compare;
mod depth;
mod implement;
mod read;
mod write;

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::value::RawValue;

use crate::inside::Inside;

pub use compare::{is_equal, show};
pub use read::UnionReader;
pub use write::write_tagged;

/// An enum with one type per variant: what [`union!`](crate::union!) implements.
pub trait Union: Sized {
    /// The member of an object that says which variant it is; `None` where none does.
    const TAG: Option<&'static str> = None;

    /// Reads the variant. `tag` is what the tag says, or empty where there is none.
    ///
    /// # Errors
    ///
    /// If the tag is known and its member does not fit.
    fn read(tag: &str, reader: UnionReader<'_>) -> Result<Self, serde_json::Error>;

    /// What the variant is called in Rust, and what is in it.
    fn inside(&self) -> (&'static str, &dyn Inside);
}

/// Reads a [`Union`].
///
/// # Errors
///
/// If there is no JSON, if the JSON is nested too deeply, or if the variant is known by its tag and
/// its member does not fit.
pub fn deserialize<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    read::read(json.get()).map_err(D::Error::custom)
}
