//! Arrays whose first elements have a type each, and more may follow.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::Value;

/// An array whose first elements have a type each, as in `Tuple<(f64, f64)>`, and whatever follows
/// them. Where nothing may follow, generated code has a plain tuple.
///
/// ```
/// use hookgen_runtime::{Tuple, decode};
///
/// let place: Tuple<(f64, f64), String> = decode(br#"[52.5, 13.4, "WGS 84"]"#)?;
/// assert_eq!(place.first, (52.5, 13.4));
/// assert_eq!(place.rest, ["WGS 84"]);
/// # Ok::<(), hookgen_runtime::DecodeError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tuple<T, R = Value> {
    /// The elements that have a type each.
    pub first: T,
    /// Those that follow.
    pub rest: Vec<R>,
}

/// With nothing behind them.
impl<T, R> From<T> for Tuple<T, R> {
    fn from(first: T) -> Self {
        Self {
            first,
            rest: Vec::new(),
        }
    }
}

impl<T: Elements, R: Serialize> Serialize for Tuple<T, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut array = serializer.serialize_seq(Some(T::COUNT + self.rest.len()))?;
        self.first.write(&mut array)?;
        for element in &self.rest {
            array.serialize_element(element)?;
        }
        array.end()
    }
}

impl<'de, T: ReadElements<'de>, R: Deserialize<'de>> Deserialize<'de> for Tuple<T, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(TupleVisitor(PhantomData))
    }
}

struct TupleVisitor<T, R>(PhantomData<(T, R)>);

impl<'de, T: ReadElements<'de>, R: Deserialize<'de>> Visitor<'de> for TupleVisitor<T, R> {
    type Value = Tuple<T, R>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an array of {} elements or more", T::COUNT)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Tuple<T, R>, A::Error> {
        let first = T::read(&mut elements)?;
        let mut rest = Vec::new();
        while let Some(element) = elements.next_element()? {
            rest.push(element);
        }
        Ok(Tuple { first, rest })
    }
}

/// What a [`Tuple`] begins with: a plain tuple.
pub trait Elements {
    /// How many there are.
    const COUNT: usize;

    /// Writes them.
    ///
    /// # Errors
    ///
    /// If the serializer fails.
    fn write<S: SerializeSeq>(&self, array: &mut S) -> Result<(), S::Error>;
}

/// [`Elements`] that can be read.
pub trait ReadElements<'de>: Elements + Sized {
    /// Reads them.
    ///
    /// # Errors
    ///
    /// If one is absent or does not fit.
    fn read<A: SeqAccess<'de>>(array: &mut A) -> Result<Self, A::Error>;
}

macro_rules! elements {
    ($count:literal: $( $position:tt $element:ident ),*) => {
        impl< $( $element: Serialize ),* > Elements for ( $( $element, )* ) {
            const COUNT: usize = $count;

            fn write<Z: SerializeSeq>(&self, array: &mut Z) -> Result<(), Z::Error> {
                $( array.serialize_element(&self.$position)?; )*
                Ok(())
            }
        }

        impl<'de, $( $element: Deserialize<'de> + Serialize ),* > ReadElements<'de>
            for ( $( $element, )* )
        {
            fn read<Z: SeqAccess<'de>>(array: &mut Z) -> Result<Self, Z::Error> {
                Ok(( $( match array.next_element::<$element>()? {
                    Some(element) => element,
                    None => {
                        let expected = concat!("an array of ", $count, " elements or more");
                        return Err(Z::Error::invalid_length($position, &expected));
                    }
                }, )* ))
            }
        }
    };
}

elements!(1: 0 A);
elements!(2: 0 A, 1 B);
elements!(3: 0 A, 1 B, 2 C);
elements!(4: 0 A, 1 B, 2 C, 3 D);
elements!(5: 0 A, 1 B, 2 C, 3 D, 4 E);
elements!(6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F);
elements!(7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G);
elements!(8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H);
elements!(9: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I);
elements!(10: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J);
elements!(11: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K);
elements!(12: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L);
