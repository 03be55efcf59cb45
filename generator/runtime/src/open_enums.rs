//! Enums of strings that stay open: a value that is not listed is kept.
//!
//! A description may have thousands of them, and each function of each is checked by a consumer's
//! compiler. So there are as few as can be, and what would have an arm for each variant is done
//! here, by [`recognize`] and [`debug`].

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// Text, borrowed or owned: what an enum of [`open_enum!`](crate::open_enum!) is made from. One
/// implementation for both costs a consumer's compiler half of two.
pub trait Text {
    /// The text.
    fn as_text(&self) -> &str;

    /// The text, to be kept.
    fn into_text(self) -> String;
}

impl Text for &str {
    fn as_text(&self) -> &str {
        self
    }

    fn into_text(self) -> String {
        self.to_owned()
    }
}

impl Text for String {
    fn as_text(&self) -> &str {
        self
    }

    fn into_text(self) -> String {
        self
    }
}

/// The variant that is listed for a text, or the one that keeps it.
pub fn recognize<T: Text, E: AsRef<str> + Clone>(
    value: T,
    known: &[E],
    unrecognized: fn(String) -> E,
) -> E {
    let text = value.as_text();
    match known.iter().find(|known| known.as_ref() == text) {
        Some(known) => known.clone(),
        None => unrecognized(value.into_text()),
    }
}

/// Shows a value for `Debug`: `EventType("order.captured")`.
///
/// # Errors
///
/// If the formatter fails.
pub fn debug(formatter: &mut fmt::Formatter<'_>, name: &str, value: &str) -> fmt::Result {
    formatter.debug_tuple(name).field(&value).finish()
}

/// Reads an enum of [`open_enum!`](crate::open_enum!): any string will do.
///
/// # Errors
///
/// If there is something else than a string.
pub fn deserialize<'de, T, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>
where
    T: From<String> + for<'a> From<&'a str>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T> Visitor<'_> for TextVisitor<T>
where
    T: From<String> + for<'a> From<&'a str>,
{
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        Ok(T::from(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        Ok(T::from(value))
    }
}

/// Defines an enum of strings that keeps a value that is not listed.
///
/// ```
/// use hookgen_runtime::open_enum;
///
/// open_enum! {
///     /// What happened.
///     pub enum EventType {
///         /// An order is captured.
///         OrderCaptured = "order.captured",
///         /// An order is refunded.
///         OrderRefunded = "order.refunded",
///     }
/// }
///
/// assert_eq!(EventType::from("order.captured"), EventType::OrderCaptured);
///
/// let new: EventType = serde_json::from_str(r#""order.voided""#).unwrap();
/// assert_eq!(new, "order.voided");
/// assert!(!new.is_known());
/// ```
///
/// There is one more variant, `Unrecognized(String)`. There are `as_str`, `is_known` and the constant
/// `KNOWN`; `Clone`, `Eq`, `Hash`, `Display`, `AsRef<str>`, `FromStr`, and `From` text; comparison
/// with itself and with whatever is text; and serde's `Serialize` and `Deserialize`. `Debug` shows the
/// value on the wire: `EventType("order.captured")`. Every conversion from text gives the listed
/// variant where there is one.
#[macro_export]
macro_rules! open_enum {
    (
        $( #[$attribute:meta] )*
        $visibility:vis enum $enum:ident {
            $( $( #[$on_variant:meta] )* $variant:ident = $value:literal ),* $(,)?
        }
    ) => {
        $( #[$attribute] )*
        #[derive(Clone)]
        #[non_exhaustive]
        $visibility enum $enum {
            $(
                $( #[$on_variant] )*
                #[doc = ""]
                #[doc = "On the wire: `"]
                #[doc = $value]
                #[doc = "`."]
                $variant,
            )*
            /// A value that is not listed, as it came.
            Unrecognized(::std::string::String),
        }

        // A deprecated variant is still read and written.
        #[allow(deprecated)]
        impl $enum {
            /// The variants that are listed.
            pub const KNOWN: &'static [Self] = &[ $( Self::$variant, )* ];

            /// The value, as it stands on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $value, )*
                    Self::Unrecognized(value) => value,
                }
            }

            /// Whether the value is one of those that are listed.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unrecognized(_))
            }
        }

        impl ::core::fmt::Debug for $enum {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::open_enums::debug(formatter, ::core::stringify!($enum), self.as_str())
            }
        }

        impl<T: ::core::convert::AsRef<str> + ?::core::marker::Sized> ::core::cmp::PartialEq<T>
            for $enum
        {
            fn eq(&self, other: &T) -> bool {
                self.as_str() == other.as_ref()
            }
        }

        impl ::core::cmp::Eq for $enum {}

        impl ::core::hash::Hash for $enum {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }

        impl ::core::fmt::Display for $enum {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for $enum {
            type Err = ::core::convert::Infallible;

            // Not `Self::Err`: a variant may be called so.
            fn from_str(
                value: &str,
            ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(::core::convert::From::from(value))
            }
        }

        impl<T: $crate::open_enums::Text> ::core::convert::From<T> for $enum {
            fn from(value: T) -> Self {
                $crate::open_enums::recognize(value, Self::KNOWN, Self::Unrecognized)
            }
        }

        impl ::core::convert::AsRef<str> for $enum {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::serde::Serialize for $enum {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $enum {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::open_enums::deserialize(deserializer)
            }
        }

        $crate::__validate_enum!($enum);
    };
}
