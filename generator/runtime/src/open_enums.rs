//! Enums of strings that stay open: a value that is not listed is kept.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// An enum of strings: what [`open_enum!`](crate::open_enum!) defines.
pub trait OpenEnum: Sized {
    /// The listed variant for this value.
    fn listed(value: &str) -> Option<Self>;

    /// The variant that keeps a value that is not listed.
    fn unrecognized(value: String) -> Self;

    /// The variant for this value: a listed one where there is one.
    #[must_use]
    fn from_text(value: &str) -> Self {
        Self::listed(value).unwrap_or_else(|| Self::unrecognized(value.to_owned()))
    }

    /// The variant for this value: a listed one where there is one.
    #[must_use]
    fn from_string(value: String) -> Self {
        match Self::listed(&value) {
            Some(listed) => listed,
            None => Self::unrecognized(value),
        }
    }
}

/// Reads an [`OpenEnum`]: any string will do.
///
/// # Errors
///
/// If there is something else than a string.
pub fn deserialize<'de, T: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: OpenEnum> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        Ok(T::from_text(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        Ok(T::from_string(value))
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
/// It derives `Debug`, `Clone`, `PartialEq`, `Eq` and `Hash`, and has one more variant,
/// `Unrecognized(String)`. There are `as_str`, `is_known` and the constant `KNOWN`; `Display`,
/// `FromStr`, `From<&str>`, `From<String>`, `AsRef<str>`, comparison with `str` and `&str`, and
/// serde's `Serialize` and `Deserialize`. Every conversion from text gives the listed variant where
/// there is one.
#[macro_export]
macro_rules! open_enum {
    (
        $( #[$attribute:meta] )*
        $visibility:vis enum $enum:ident {
            $( $( #[$on_variant:meta] )* $variant:ident = $value:literal ),* $(,)?
        }
    ) => {
        $( #[$attribute] )*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

        #[allow(deprecated)]
        impl $crate::OpenEnum for $enum {
            fn listed(value: &str) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match value {
                    $( $value => Self::$variant, )*
                    _ => return ::core::option::Option::None,
                })
            }

            fn unrecognized(value: ::std::string::String) -> Self {
                Self::Unrecognized(value)
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
                ::core::result::Result::Ok($crate::OpenEnum::from_text(value))
            }
        }

        impl ::core::convert::From<&str> for $enum {
            fn from(value: &str) -> Self {
                $crate::OpenEnum::from_text(value)
            }
        }

        impl ::core::convert::From<::std::string::String> for $enum {
            fn from(value: ::std::string::String) -> Self {
                $crate::OpenEnum::from_string(value)
            }
        }

        impl ::core::convert::AsRef<str> for $enum {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::cmp::PartialEq<str> for $enum {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $enum {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
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
