//! The macro that makes a struct an object.

/// Makes a struct a JSON object: implements [`Object`](crate::objects::Object), serde's `Serialize`
/// and `Deserialize`, and `Debug` and `PartialEq` as the derives would.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use hookgen_runtime::{DateTime, Maybe, Value, object};
///
/// #[derive(Clone)]
/// pub struct Hook {
///     pub url: String,
///     pub note: Option<String>,
///     pub label: Maybe<String>,
///     pub created_at: DateTime,
///     pub extra: BTreeMap<String, Value>,
/// }
///
/// object! {
///     Hook {
///         "kind" == "webhook",
///         url,
///         note?,
///         label?,
///         created_at = "createdAt",
///         ..extra
///     }
/// }
///
/// let text = r#"{"kind":"webhook","url":"/","createdAt":"2025-04-12T00:11:01Z","new":1}"#;
/// let hook: Hook = hookgen_runtime::decode(text.as_bytes())?;
/// assert_eq!(hook.extra["new"], 1);
/// assert_eq!(serde_json::to_string(&hook).unwrap(), text);
/// # Ok::<(), hookgen_runtime::DecodeError>(())
/// ```
///
/// In this order, each followed by a comma:
/// - `"name" == value`: a required member that always says the same: text, a number, `true` or
///   `false`. It is checked and written, and no field holds it.
/// - `field`, or `field = "name"` where the wire spells it otherwise. It is always there, so an
///   `Option` is read from `null` and written as that.
/// - `field?` or `field? = "name"`: an [`Option`] or a [`Maybe`](crate::Maybe) that is left out
///   when there is nothing.
/// - `..field`: a `BTreeMap<String, T>` that takes every other member. Without it they are passed
///   over.
///
/// An absent member is nothing where it may be left out, else an error.
#[macro_export]
macro_rules! object {
    (
        $object:ident {
            $( $constant:literal == $value:literal, )*
            $( $field:ident $( ? $( $optional:lifetime )? )? $( = $name:literal )? ),* $(,)?
            $( .. $rest:ident $(,)? )?
        }
    ) => {
        // A deprecated member is still read and written.
        #[allow(deprecated)]
        impl $crate::objects::Object for $object {
            const MEMBERS: $crate::objects::Members = $crate::objects::Members {
                object: ::core::stringify!($object),
                constants: &[
                    $( $crate::objects::Constant { name: $constant, value: &$value }, )*
                ],
                names: &[
                    $(
                        $( $( $optional )? $crate::objects::MAY_BE_ABSENT, )?
                        $( $crate::objects::ON_THE_WIRE, $name, )?
                        ::core::stringify!($field),
                    )*
                ],
            };

            fn visit<'a, V: $crate::objects::Visit<'a>>(&'a self, visit: V) -> V::Output {
                visit.visit(
                    <Self as $crate::objects::Object>::MEMBERS,
                    $crate::__group!( $( (&self.$field $( , $( $optional )? )?) )* ),
                    ( $( ::core::stringify!($rest), &self.$rest )? ),
                )
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $object {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::objects::show(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq for $object {
            fn eq(&self, other: &Self) -> bool {
                $crate::objects::is_equal(self, other)
            }
        }

        impl $crate::serde::Serialize for $object {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::objects::serialize(self, serializer)
            }
        }

        #[allow(deprecated)]
        impl<'de> $crate::serde::Deserialize<'de> for $object {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                // Not `?`: the compiler takes a fifth longer over a crate of such functions.
                match $crate::objects::deserialize(
                    deserializer,
                    <Self as $crate::objects::Object>::MEMBERS,
                ) {
                    ::core::result::Result::Ok(($crate::__group!($($field)*), ($($rest)?))) => {
                        ::core::result::Result::Ok(Self { $( $field, )* $( $rest, )? })
                    }
                    ::core::result::Result::Err(error) => ::core::result::Result::Err(error),
                }
            }
        }

        $crate::__validate_object!($object { $( $field $( = $name )?, )* } $( $rest )?);
    };
}

/// The tuple that [`ReadMembers`](crate::objects::ReadMembers) is implemented for, as a pattern or an
/// expression.
#[doc(hidden)]
#[macro_export]
macro_rules! __group {
    ($a:tt $b:tt $c:tt $d:tt $e:tt $f:tt $g:tt $h:tt $($more:tt)+) => {
        ($a, $b, $c, $d, $e, $f, $g, $h, $crate::__group!($($more)+))
    };
    ($($few:tt)*) => {
        ($($few,)*)
    };
}
