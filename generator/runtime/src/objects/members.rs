//! The members of an object as tuples: what a macro can name without knowing a type.
//!
//! A struct of eleven fields is read as `(a, b, c, d, e, f, g, h, (i, j, k))` and written from the
//! same shape, so that arities up to eight, and eight with more behind them, are all there is.

use serde::de::{Deserialize, Error, MapAccess};

use super::missing::Missing;
use super::walk::{MemberRef, Walker};
use super::{AbsentNames, NamesLeft};

/// Values that are read by position.
pub trait ReadMembers<'de>: Sized {
    /// What has been read so far.
    type Slots: Default;

    /// Reads the value at `position`.
    ///
    /// # Errors
    ///
    /// If the value does not fit.
    fn read<A: MapAccess<'de>>(
        slots: &mut Self::Slots,
        position: usize,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// Makes absent ones what their type makes of that, once there are no more. The first one is at
    /// the position `first` of all.
    ///
    /// # Errors
    ///
    /// If a value is absent that may not be.
    fn complete<E: Error>(
        slots: &mut Self::Slots,
        first: usize,
        absent: &mut AbsentNames,
    ) -> Result<(), E>;

    /// All of them; `None` if one is absent, which none is once they are complete.
    fn take(slots: Self::Slots) -> Option<Self>;
}

/// References to the members, in their order.
pub trait Refs<'a> {
    /// Goes through them, each with its name.
    fn walk(self, names: &mut NamesLeft, walker: &mut impl Walker<'a>);
}

#[inline]
fn complete<'de, T: Deserialize<'de>, E: Error>(
    slot: &mut Option<T>,
    position: usize,
    names: &mut AbsentNames,
) -> Result<(), E> {
    if slot.is_none() {
        *slot = Some(absent(position, names)?);
    }
    Ok(())
}

/// Apart from what is there, so that this is little code and stands where it is called: else all that
/// has been read is copied on its way.
#[inline(never)]
fn absent<'de, T: Deserialize<'de>, E: Error>(
    position: usize,
    names: &mut AbsentNames,
) -> Result<T, E> {
    T::deserialize(Missing::new(names.at(position)))
}

macro_rules! members {
    ( $( $position:literal $member:ident $value:ident ),* ) => {
        impl<'de, $( $member: Deserialize<'de>, )*> ReadMembers<'de> for ( $( $member, )* ) {
            type Slots = ( $( Option<$member>, )* );

            #[inline]
            fn read<A: MapAccess<'de>>(
                slots: &mut Self::Slots,
                position: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                let ( $( $value, )* ) = slots;
                match position {
                    $( $position => *$value = Some(map.next_value()?), )*
                    _ => {}
                }
                Ok(())
            }

            #[inline]
            fn complete<E: Error>(
                slots: &mut Self::Slots,
                first: usize,
                absent: &mut AbsentNames,
            ) -> Result<(), E> {
                let ( $( $value, )* ) = slots;
                $( complete($value, first + $position, absent)?; )*
                Ok(())
            }

            #[inline]
            fn take(slots: Self::Slots) -> Option<Self> {
                let ( $( $value, )* ) = slots;
                Some(( $( $value?, )* ))
            }
        }

        impl<'a, $( $member: MemberRef<'a>, )* > Refs<'a> for ( $( $member, )* ) {
            fn walk(self, names: &mut NamesLeft, walker: &mut impl Walker<'a>) {
                let ( $( $value, )* ) = self;
                $( $value.walk(names.next().unwrap_or_default(), walker); )*
            }
        }
    };
}

members!(0 A0 a0);
members!(0 A0 a0, 1 A1 a1);
members!(0 A0 a0, 1 A1 a1, 2 A2 a2);
members!(0 A0 a0, 1 A1 a1, 2 A2 a2, 3 A3 a3);
members!(0 A0 a0, 1 A1 a1, 2 A2 a2, 3 A3 a3, 4 A4 a4);
members!(0 A0 a0, 1 A1 a1, 2 A2 a2, 3 A3 a3, 4 A4 a4, 5 A5 a5);
members!(0 A0 a0, 1 A1 a1, 2 A2 a2, 3 A3 a3, 4 A4 a4, 5 A5 a5, 6 A6 a6);
members!(0 A0 a0, 1 A1 a1, 2 A2 a2, 3 A3 a3, 4 A4 a4, 5 A5 a5, 6 A6 a6, 7 A7 a7);

impl<'de> ReadMembers<'de> for () {
    type Slots = ();

    fn read<A: MapAccess<'de>>((): &mut (), _: usize, _: &mut A) -> Result<(), A::Error> {
        Ok(())
    }

    fn complete<E: Error>((): &mut (), _: usize, _: &mut AbsentNames) -> Result<(), E> {
        Ok(())
    }

    fn take((): ()) -> Option<()> {
        Some(())
    }
}

impl<'a> Refs<'a> for () {
    fn walk(self, _: &mut NamesLeft, _: &mut impl Walker<'a>) {}
}

/// Eight, and more behind them.
impl<'de, A, B, C, D, E, F, G, H, More> ReadMembers<'de> for (A, B, C, D, E, F, G, H, More)
where
    (A, B, C, D, E, F, G, H): ReadMembers<'de>,
    More: ReadMembers<'de>,
{
    type Slots = (
        <(A, B, C, D, E, F, G, H) as ReadMembers<'de>>::Slots,
        More::Slots,
    );

    #[inline]
    fn read<M: MapAccess<'de>>(
        slots: &mut Self::Slots,
        position: usize,
        map: &mut M,
    ) -> Result<(), M::Error> {
        match position.checked_sub(8) {
            None => <(A, B, C, D, E, F, G, H)>::read(&mut slots.0, position, map),
            Some(position) => More::read(&mut slots.1, position, map),
        }
    }

    #[inline]
    fn complete<X: Error>(
        slots: &mut Self::Slots,
        first: usize,
        absent: &mut AbsentNames,
    ) -> Result<(), X> {
        <(A, B, C, D, E, F, G, H)>::complete(&mut slots.0, first, absent)?;
        More::complete(&mut slots.1, first + 8, absent)
    }

    #[inline]
    fn take(slots: Self::Slots) -> Option<Self> {
        let (a0, a1, a2, a3, a4, a5, a6, a7) = <(A, B, C, D, E, F, G, H)>::take(slots.0)?;
        let more = More::take(slots.1)?;
        Some((a0, a1, a2, a3, a4, a5, a6, a7, more))
    }
}

impl<'a, A, B, C, D, E, F, G, H, More> Refs<'a> for (A, B, C, D, E, F, G, H, More)
where
    (A, B, C, D, E, F, G, H): Refs<'a>,
    More: Refs<'a>,
{
    fn walk(self, names: &mut NamesLeft, walker: &mut impl Walker<'a>) {
        let (a0, a1, a2, a3, a4, a5, a6, a7, more) = self;
        (a0, a1, a2, a3, a4, a5, a6, a7).walk(names, walker);
        more.walk(names, walker);
    }
}
