//! The macro that says what holds of an object beside its type.

/// Says what holds of an object's members beside their types, for the feature `validate`: without
/// it, this comes to nothing.
///
/// ```
/// use hookgen_runtime::{constraints, object};
///
/// #[derive(Clone)]
/// pub struct Hook {
///     pub url: String,
///     pub tags: Option<Vec<String>>,
/// }
///
/// object! {
///     Hook {
///         url,
///         tags?,
///     }
/// }
///
/// constraints! {
///     Hook {
///         url: [MinLength(1), MaxLength(2048)],
///         tags: [MaxItems(5), Each(&[MinLength(1)])],
///     }
/// }
///
/// # #[cfg(feature = "validate")]
/// # {
/// use hookgen_runtime::Validate;
///
/// let hook = Hook { url: "/".into(), tags: Some(vec![String::new()]) };
/// let violations = hook.validate().unwrap_err();
/// assert_eq!(violations.to_string(), "$.tags[0]: must have 1 character or more");
/// # }
/// ```
///
/// What holds of the object itself stands behind its name: `Hook [MinMembers(1)] { … }`. The rules
/// are those of [`validate::Rule`](crate::validate::Rule).
#[macro_export]
macro_rules! constraints {
    (
        $object:ident $( [ $( $own:expr ),* $(,)? ] )? {
            $( $field:ident: [ $( $rule:expr ),* $(,)? ] ),* $(,)?
        }
    ) => {
        $crate::__constraints! {
            $object [ $( $( $own ),* )? ] { $( $field: [ $( $rule ),* ] )* }
        }
    };
}

#[cfg(not(feature = "validate"))]
mod nothing {
    #[doc(hidden)]
    #[macro_export]
    macro_rules! __constraints {
        ($($all:tt)*) => {};
    }

    #[doc(hidden)]
    #[macro_export]
    macro_rules! __validate_object {
        ($($all:tt)*) => {};
    }

    #[doc(hidden)]
    #[macro_export]
    macro_rules! __validate_union {
        ($($all:tt)*) => {};
    }

    #[doc(hidden)]
    #[macro_export]
    macro_rules! __validate_enum {
        ($($all:tt)*) => {};
    }
}
