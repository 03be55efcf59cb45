//! What becomes of the members that have no field.

use std::collections::BTreeMap;

use serde::de::{Deserialize, IgnoredAny, MapAccess};

/// Takes the members that have no field.
pub trait ReadRest<'de>: Default {
    /// Takes the value of the member `name`.
    ///
    /// # Errors
    ///
    /// If the value does not fit.
    fn read<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error>;
}

/// They are passed over.
impl<'de> ReadRest<'de> for () {
    fn read<A: MapAccess<'de>>(&mut self, _: &str, map: &mut A) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

/// They are kept; of two with one name, the last.
impl<'de, T: Deserialize<'de>> ReadRest<'de> for BTreeMap<String, T> {
    fn read<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        self.insert(name.to_owned(), map.next_value()?);
        Ok(())
    }
}
