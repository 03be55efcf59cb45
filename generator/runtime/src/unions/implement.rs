//! The macro that makes an enum a union.

/// Makes an enum with one type per variant a JSON union: implements
/// [`Union`](crate::unions::Union), serde's `Serialize` and `Deserialize`, and `Debug` and `PartialEq`
/// as the derives would.
///
/// Each variant that is named here holds one value, and there is another, `Unknown(Value)`.
///
/// With `by`, a member of the object tells which variant it is. An object with another tag, or with
/// none, is `Unknown`; one whose tag is known has to fit. The tag is written where the variant's
/// own type does not have it, the first one where there are several.
///
/// ```
/// use hookgen_runtime::{Value, object, union};
///
/// pub struct Cat {
///     pub lives: i64,
/// }
///
/// object! { Cat { lives } }
///
/// pub enum Pet {
///     Cat(Box<Cat>),
///     Dog(Value),
///     Unknown(Value),
/// }
///
/// union! {
///     Pet by "petType" {
///         Cat = "cat",
///         Dog = "dog" | "hound",
///     }
/// }
///
/// let text = r#"{"lives":9,"petType":"cat"}"#;
/// let pet: Pet = hookgen_runtime::decode(text.as_bytes())?;
/// assert_eq!(pet, Pet::Cat(Box::new(Cat { lives: 9 })));
/// assert_eq!(serde_json::to_string(&pet).unwrap(), text);
/// # Ok::<(), hookgen_runtime::DecodeError>(())
/// ```
///
/// With `otherwise Dog` behind the braces, an object with another tag or with none is read as that
/// variant, and is `Unknown` only if it does not fit.
///
/// Without `by` the variants are tried in order, and what fits none is `Unknown`.
///
/// ```
/// use hookgen_runtime::{Value, union};
///
/// pub enum Id {
///     Integer(i64),
///     Text(String),
///     Unknown(Value),
/// }
///
/// union! {
///     Id {
///         Integer,
///         Text,
///     }
/// }
///
/// assert_eq!(hookgen_runtime::decode::<Id>(b"7")?, Id::Integer(7));
/// assert_eq!(hookgen_runtime::decode::<Id>(b"null")?, Id::Unknown(Value::Null));
/// # Ok::<(), hookgen_runtime::DecodeError>(())
/// ```
#[macro_export]
macro_rules! union {
    (
        $union:ident by $tag:literal {
            $( $variant:ident = $value:literal $( | $or:literal )* ),* $(,)?
        }
        $( otherwise $otherwise:ident )?
    ) => {
        // A deprecated variant is still read and written. The variant for other tags is written as
        // it is, for it need not have had one.
        #[allow(deprecated, unreachable_patterns)]
        impl $crate::unions::Union for $union {
            const TAG: ::core::option::Option<&'static str> = ::core::option::Option::Some($tag);

            fn read(
                tag: &str,
                reader: $crate::unions::UnionReader<'_>,
            ) -> ::core::result::Result<Self, $crate::serde_json::Error> {
                match tag {
                    $( $value $( | $or )* => reader.member(Self::$variant), )*
                    _ => {
                        $(
                            let member = reader.member(Self::$otherwise);
                            if member.is_ok() {
                                return member;
                            }
                        )?
                        reader.member(Self::Unknown)
                    }
                }
            }

            fn inside(&self) -> (&'static str, &dyn $crate::inside::Inside) {
                match self {
                    $( Self::$variant(member) => (::core::stringify!($variant), member), )*
                    Self::Unknown(value) => ("Unknown", value),
                }
            }
        }

        #[allow(deprecated, unreachable_patterns)]
        impl $crate::serde::Serialize for $union {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(
                        Self::$otherwise(member) => {
                            $crate::serde::Serialize::serialize(member, serializer)
                        }
                    )?
                    $(
                        Self::$variant(member) => {
                            $crate::unions::write_tagged(serializer, $tag, $value, member)
                        }
                    )*
                    Self::Unknown(value) => $crate::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        $crate::__common_union!($union);
        $crate::__validate_union!($union { $( $variant, )* });
    };
    (
        $union:ident {
            $( $variant:ident ),* $(,)?
        }
    ) => {
        // A deprecated variant is still read and written.
        #[allow(deprecated)]
        impl $crate::unions::Union for $union {
            fn read(
                _: &str,
                reader: $crate::unions::UnionReader<'_>,
            ) -> ::core::result::Result<Self, $crate::serde_json::Error> {
                $(
                    let member = reader.member(Self::$variant);
                    if member.is_ok() {
                        return member;
                    }
                )*
                reader.member(Self::Unknown)
            }

            fn inside(&self) -> (&'static str, &dyn $crate::inside::Inside) {
                match self {
                    $( Self::$variant(member) => (::core::stringify!($variant), member), )*
                    Self::Unknown(value) => ("Unknown", value),
                }
            }
        }

        #[allow(deprecated)]
        impl $crate::serde::Serialize for $union {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(
                        Self::$variant(member) => {
                            $crate::serde::Serialize::serialize(member, serializer)
                        }
                    )*
                    Self::Unknown(value) => $crate::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        $crate::__common_union!($union);
        $crate::__validate_union!($union { $( $variant, )* });
    };
}

/// What both kinds of union have in common.
#[doc(hidden)]
#[macro_export]
macro_rules! __common_union {
    ($union:ident) => {
        #[automatically_derived]
        impl ::core::fmt::Debug for $union {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::unions::show(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq for $union {
            fn eq(&self, other: &Self) -> bool {
                $crate::unions::is_equal(self, other)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $union {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::unions::deserialize(deserializer)
            }
        }
    };
}
