//! Enums of strings that stay open: a value that is not listed is kept.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// Text, borrowed or owned: what an enum of [`open_enum!`](crate::open_enum!) is made from and
/// compared with. One implementation for both costs a consumer's compiler half of two.
pub trait Text {
    /// The text.
    fn as_text(&self) -> &str;

    /// The text, to be kept.
    fn into_text(self) -> String
    where
        Self: Sized,
    {
        self.as_text().to_owned()
    }
}

impl Text for str {
    fn as_text(&self) -> &str {
        self
    }
}

impl Text for &str {
    fn as_text(&self) -> &str {
        self
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
/// It has `Debug`, `Clone`, `PartialEq`, `Eq` and `Hash`, and one more variant,
/// `Unrecognized(String)`. There are `as_str`, `is_known` and the constant `KNOWN`; `Display`,
/// `FromStr`, `From` and comparison with `&str` and `String`, `AsRef<str>`, and serde's `Serialize`
/// and `Deserialize`. Every conversion from text gives the listed variant where there is one.
#[macro_export]
macro_rules! open_enum {
    (
        $( #[$attribute:meta] )*
        $visibility:vis enum $enum:ident {
            $( $( #[$on_variant:meta] )* $variant:ident = $value:literal ),* $(,)?
        }
    ) => {
        $( #[$attribute] )*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        $visibility enum $enum {
            $(
                $( #[$on_variant] )*
                #[doc = ""]
                #[doc = ::core::concat!("On the wire: `", $value, "`.")]
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

        // Derived, it would have a function that nobody calls.
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

        #[allow(deprecated)]
        impl<T: $crate::open_enums::Text> ::core::convert::From<T> for $enum {
            fn from(value: T) -> Self {
                match $crate::open_enums::Text::as_text(&value) {
                    $( $value => Self::$variant, )*
                    _ => Self::Unrecognized($crate::open_enums::Text::into_text(value)),
                }
            }
        }

        impl ::core::convert::AsRef<str> for $enum {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl<T: $crate::open_enums::Text + ?::core::marker::Sized> ::core::cmp::PartialEq<T>
            for $enum
        {
            fn eq(&self, other: &T) -> bool {
                self.as_str() == $crate::open_enums::Text::as_text(other)
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
