//! What the deliveries of a provider tell of.

use serde::de::DeserializeOwned;

use super::{Discriminator, UnfitEvent, UnknownEvent, Verification};
use crate::{DecodeError, decode};

/// What the deliveries of a provider tell of: what [`events!`](crate::events!) implements for an
/// enum with one variant an event.
pub trait Deliveries: Sized {
    /// Reads the payload of the event `name`; `None` if it is not described.
    fn decode(name: &str, body: &[u8]) -> Option<Result<Self, DecodeError>>;

    /// Whether the event `name` is described.
    fn knows(name: &str) -> bool;

    /// The variant for an event that is not described.
    fn unknown(event: UnknownEvent) -> Self;

    /// The variant for an event whose payload does not fit.
    fn unfit(event: UnfitEvent) -> Self;
}

/// Deliveries that say themselves which event they are.
pub trait Discriminated: Deliveries {
    /// How they do.
    const DISCRIMINATOR: Discriminator;
}

/// Deliveries that are signed as the description says.
pub trait Verified: Deliveries {
    /// How they are signed.
    const VERIFICATION: Verification;
}

/// Deliveries of which the description does not say how they are signed.
pub trait Unverified: Deliveries {}

/// Reads a payload for the variant that `variant` makes: what [`events!`](crate::events!) calls.
///
/// # Errors
///
/// If the payload does not fit.
pub fn decode_event<T: DeserializeOwned, E>(
    body: &[u8],
    variant: fn(T) -> E,
) -> Result<E, DecodeError> {
    decode(body).map(variant)
}

/// Says which event each variant of an enum is for: implements [`Deliveries`] for it, and
/// `Event::name`; and `Event::event_type`, where `as` says which type the names have.
///
/// Each variant that is named here holds its payload; the enum has two more, `Unknown(UnknownEvent)`
/// and `Unfit(UnfitEvent)`. How a delivery says which event it is comes first: `by body "/event"` with
/// a JSON pointer, `by header "x-event"`, or several of these with `and` between them, whose values
/// are joined by dots; `single` where there is one event only, or `by route` where it does not, and
/// [`Receiver::receive_as`](crate::Receiver::receive_as) is told. With `each "/items"` before it every
/// item of an array is an event, which says so `by item "/event"`; a delivery without the array is
/// one event by what stands behind `otherwise`. `with` names the constant that says what all
/// deliveries have, an [`Envelope`](crate::Envelope), and `verified by` the one that says how they
/// are signed; each is left out where that is not known.
///
/// ```
/// use hookgen_runtime::{Algorithm, Receiver, Signature, UnfitEvent, UnknownEvent, Verification};
/// use hookgen_runtime::{Value, events};
///
/// pub enum Event {
///     OrderCaptured(Value),
///     Unknown(UnknownEvent),
///     Unfit(UnfitEvent),
/// }
///
/// pub const VERIFICATION: Verification =
///     Verification::new(Algorithm::HmacSha256).signature(Signature::in_header("X-Signature").hex());
///
/// events! {
///     Event by body "/event" {
///         OrderCaptured = "order.captured",
///     }
///     verified by VERIFICATION
/// }
///
/// let receiver = Receiver::<Event>::new("secret");
/// ```
#[macro_export]
macro_rules! events {
    (
        $events:ident $( by )? single $( as $names:path )? {
            $variant:ident = $name:literal $(,)?
        } $( $tail:tt )*
    ) => {
        $crate::events!(@deliveries $events { $variant = $name });
        $crate::events!(@names $events $( $names )?);
        $crate::events!(@discriminated $events, $crate::Discriminator::Single($name));
        $crate::events!(@enveloped $events $( $tail )*);
    };
    (
        $events:ident by route $( as $names:path )? { $( $body:tt )* } $( $tail:tt )*
    ) => {
        $crate::events!(@deliveries $events { $( $body )* });
        $crate::events!(@names $events $( $names )?);
        $crate::events!(@enveloped $events $( $tail )*);
    };
    (
        $events:ident by $( $place:ident $name:literal )and+ $( as $names:path )? {
            $( $body:tt )*
        } $( $tail:tt )*
    ) => {
        $crate::events!(@deliveries $events { $( $body )* });
        $crate::events!(@names $events $( $names )?);
        $crate::events!(
            @discriminated $events,
            $crate::Discriminator::Said(&[$( $crate::events!(@source $place $name) ),+])
        );
        $crate::events!(@enveloped $events $( $tail )*);
    };
    (
        $events:ident each $items:literal by $( $place:ident $name:literal )and+
        $( otherwise $otherwise:ident $other:literal )? $( as $names:path )? {
            $( $body:tt )*
        } $( $tail:tt )*
    ) => {
        $crate::events!(@deliveries $events { $( $body )* });
        $crate::events!(@names $events $( $names )?);
        impl $crate::receiver::Batched for $events {
            const DISCRIMINATOR: $crate::Discriminator = $crate::Discriminator::Said(
                &[$( $crate::events!(@source $place $name) ),+],
            );
            const EACH: &'static str = $items;
            const OTHERWISE: ::core::option::Option<$crate::Source> =
                $crate::events!(@otherwise $( $otherwise $other )?);
        }
        $crate::events!(@enveloped $events $( $tail )*);
    };
    (@otherwise) => {
        ::core::option::Option::None
    };
    (@otherwise $place:ident $name:literal) => {
        ::core::option::Option::Some($crate::events!(@source $place $name))
    };
    (@source item $pointer:literal) => {
        $crate::receiver::Source::Item($pointer)
    };
    (@source body $pointer:literal) => {
        $crate::receiver::Source::Body($pointer)
    };
    (@source header $name:literal) => {
        $crate::receiver::Source::Header($name)
    };
    (@discriminated $events:ident, $discriminator:expr) => {
        impl $crate::receiver::Discriminated for $events {
            const DISCRIMINATOR: $crate::Discriminator = $discriminator;
        }
    };
    (@names $events:ident) => {};
    (@names $events:ident $names:path) => {
        impl $events {
            /// The event's name, as one of those that are known, or as it came.
            #[must_use]
            pub fn event_type(&self) -> $names {
                <$names as ::core::convert::From<&str>>::from(self.name())
            }
        }
    };
    (@enveloped $events:ident with $envelope:ident $( $tail:tt )*) => {
        impl $crate::receiver::Enveloped for $events {
            const ENVELOPE: $crate::Envelope = $envelope;
        }
        $crate::events!(@verified $events $( $tail )*);
    };
    (@enveloped $events:ident $( $tail:tt )*) => {
        $crate::events!(@verified $events $( $tail )*);
    };
    (@verified $events:ident) => {
        impl $crate::receiver::Unverified for $events {}
    };
    (@verified $events:ident verified by $verification:path) => {
        impl $crate::receiver::Verified for $events {
            const VERIFICATION: $crate::Verification = $verification;
        }
    };
    (
        @deliveries $events:ident { $( $variant:ident = $name:literal $( | $or:literal )* ),* $(,)? }
    ) => {
        // A deprecated event is still received.
        #[allow(deprecated)]
        impl $events {
            /// The event's name on the wire; of one that is not described, or whose payload does
            /// not fit, what came.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $( Self::$variant(_) => $name, )*
                    Self::Unknown(event) => event.name(),
                    Self::Unfit(event) => event.name(),
                }
            }
        }

        #[allow(deprecated)]
        impl $crate::receiver::Deliveries for $events {
            // There may be no event that is described.
            #[allow(unreachable_code)]
            fn decode(
                name: &str,
                body: &[u8],
            ) -> ::core::option::Option<::core::result::Result<Self, $crate::DecodeError>> {
                ::core::option::Option::Some(match name {
                    $(
                        $name $( | $or )* => {
                            $crate::receiver::decode_event(body, Self::$variant)
                        }
                    )*
                    _ => return ::core::option::Option::None,
                })
            }

            fn knows(name: &str) -> bool {
                match name {
                    $( $name $( | $or )* => true, )*
                    _ => false,
                }
            }

            fn unknown(event: $crate::UnknownEvent) -> Self {
                Self::Unknown(event)
            }

            fn unfit(event: $crate::UnfitEvent) -> Self {
                Self::Unfit(event)
            }
        }
    };
}
