//! The macro that says which status means which variant.

/// Says which status each variant of an enum is for, and how its body is read: implements
/// [`Reply`](crate::client::Reply) for it, and what an error has: its text tells the variant and
/// what it holds. What stands behind `success` is no error, and has only the former.
///
/// A variant stands behind the status that it is for: `404`, a range as `400..=499`, or `_` for
/// every other one. It holds a body read as `json`, `text` or `binary`, or none. The first that
/// fits counts.
///
/// ```
/// use hookgen_runtime::{Value, responses};
///
/// #[derive(Debug)]
/// pub enum GetHookError {
///     NotFound,
///     ClientError(Value),
///     Other(String),
/// }
///
/// responses! {
///     GetHookError {
///         404 => NotFound,
///         400..=499 => ClientError(json),
///         _ => Other(text),
///     }
/// }
/// ```
#[macro_export]
macro_rules! responses {
    (
        success $responses:ident {
            $( $status:pat => $variant:ident $( ( $body:ident ) )? ),* $(,)?
        }
    ) => {
        impl $crate::client::Reply for $responses {
            type Output = Self;

            const ACCEPT: &'static str = "application/json, */*;q=0.1";

            fn read(
                answer: &$crate::Response<$crate::Bytes>,
            ) -> ::core::option::Option<::core::result::Result<Self, $crate::DecodeError>> {
                // There may be a `_` among the statuses.
                #[allow(unreachable_patterns)]
                match answer.status().as_u16() {
                    $(
                        $status => ::core::option::Option::Some(
                            $crate::__response!(answer, Self::$variant $( , $body )?)
                        ),
                    )*
                    _ => ::core::option::Option::None,
                }
            }
        }
    };
    (
        $responses:ident {
            $( $status:pat => $variant:ident $( ( $body:ident ) )? ),* $(,)?
        }
    ) => {
        $crate::responses! {
            success $responses {
                $( $status => $variant $( ( $body ) )? ),*
            }
        }

        impl ::core::fmt::Display for $responses {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(
                        Self::$variant $( ($body) )? => {
                            $crate::__response_told!(formatter, $variant $( , $body = $body )?)
                        }
                    )*
                }
            }
        }

        impl ::std::error::Error for $responses {}
    };
}

/// Tells the variant of one response, and its body.
#[doc(hidden)]
#[macro_export]
macro_rules! __response_told {
    ($formatter:ident, $variant:ident) => {
        $formatter.write_str(::core::stringify!($variant))
    };
    ($formatter:ident, $variant:ident, json = $body:ident) => {
        ::core::write!($formatter, "{}: {:?}", ::core::stringify!($variant), $body)
    };
    ($formatter:ident, $variant:ident, text = $body:ident) => {
        ::core::write!($formatter, "{}: {}", ::core::stringify!($variant), $body)
    };
    // It may hold what must not be shown, as no type says what is a secret.
    ($formatter:ident, $variant:ident, binary = $body:ident) => {
        ::core::write!(
            $formatter,
            "{}: {} bytes",
            ::core::stringify!($variant),
            $body.len()
        )
    };
}

/// Reads the body of one response.
#[doc(hidden)]
#[macro_export]
macro_rules! __response {
    ($answer:ident, $variant:path) => {
        ::core::result::Result::Ok($variant)
    };
    ($answer:ident, $variant:path, json) => {
        $answer.json().map($variant)
    };
    ($answer:ident, $variant:path, text) => {
        $answer.text().map($variant)
    };
    ($answer:ident, $variant:path, binary) => {
        ::core::result::Result::Ok($variant(::core::clone::Clone::clone($answer.body())))
    };
}
