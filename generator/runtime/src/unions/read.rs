//! Reading a union.

use serde::de::{DeserializeOwned, Error};

use super::Union;
use super::depth::is_too_deep;
use crate::json::{Failure, find_member};

/// The JSON of a union, to be read as one of its members.
#[derive(Clone, Copy)]
pub struct UnionReader<'a> {
    json: &'a str,
}

impl UnionReader<'_> {
    /// Reads it as the variant that `variant` makes.
    ///
    /// # Errors
    ///
    /// If it does not fit.
    pub fn member<T: DeserializeOwned, U>(
        self,
        variant: fn(T) -> U,
    ) -> Result<U, serde_json::Error> {
        serde_json::from_str(self.json).map(variant)
    }
}

/// Reads a union from valid JSON. An error is a message that takes along where it was in there.
pub(super) fn read<T: Union>(json: &str) -> Result<T, String> {
    let read = || {
        if is_too_deep(json) {
            return Err(serde_json::Error::custom("nested too deeply"));
        }
        let tag = match T::TAG {
            Some(name) => find_member(json, name)?,
            None => None,
        };
        T::read(tag.as_deref().unwrap_or_default(), UnionReader { json })
    };
    read().map_err(|error| Failure::new(json, &error).wrap(json))
}
