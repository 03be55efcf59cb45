//! What the runtime's other macros make of a type with the feature `validate`.

#[doc(hidden)]
#[macro_export]
macro_rules! __constraints {
    ($object:ident [ $( $own:expr ),* ] { $( $field:ident: [ $( $rule:expr ),* ] )* }) => {
        impl $object {
            // Comes before the constant of the same name that every type has from `NoConstraints`.
            const CONSTRAINTS: $crate::validate::Constraints = {
                #[allow(unused_imports)]
                use $crate::validate::Rule::*;
                $crate::validate::Constraints {
                    own: &[ $( $own ),* ],
                    fields: &[ $( (stringify!($field), &[ $( $rule ),* ]) ),* ],
                }
            };
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __validate_object {
    ($object:ident { $( $field:ident $( = $name:literal )?, )* } $( $rest:ident )?) => {
        // A deprecated member holds what the others hold.
        #[allow(deprecated)]
        impl $crate::validate::Validate for $object {
            fn view(&self) -> $crate::validate::View<'_> {
                $crate::validate::View::Object
            }

            fn rules(&self) -> &'static [$crate::validate::Rule] {
                #[allow(unused_imports)]
                use $crate::validate::NoConstraints as _;
                Self::CONSTRAINTS.own
            }

            fn inside<'v>(&'v self, show: &mut dyn FnMut($crate::validate::Inside<'v>)) {
                #[allow(unused_imports)]
                use $crate::validate::{NoConstraints as _, Opaque as _};
                $(
                    show($crate::validate::Inside::member(
                        &[ $( $crate::objects::ON_THE_WIRE, $name, )? stringify!($field) ],
                        $crate::validate::Probe(&self.$field).value(),
                        &Self::CONSTRAINTS,
                    ));
                )*
                $(
                    for (name, value) in &self.$rest {
                        show($crate::validate::Inside::named(
                            name,
                            $crate::validate::Probe(value).value(),
                        ));
                    }
                )?
                for constant in <Self as $crate::objects::Object>::MEMBERS.constants {
                    show($crate::validate::Inside::constant(constant));
                }
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __validate_union {
    ($union:ident { $( $variant:ident, )* }) => {
        // A deprecated variant holds what the others hold.
        #[allow(deprecated)]
        impl $union {
            fn member(&self) -> &dyn $crate::validate::Validate {
                #[allow(unused_imports)]
                use $crate::validate::Opaque as _;
                match self {
                    $( Self::$variant(member) => $crate::validate::Probe(member).value(), )*
                    Self::Unknown(value) => value,
                }
            }
        }

        impl $crate::validate::Validate for $union {
            fn view(&self) -> $crate::validate::View<'_> {
                self.member().view()
            }

            fn rules(&self) -> &'static [$crate::validate::Rule] {
                self.member().rules()
            }

            fn inside<'v>(&'v self, show: &mut dyn FnMut($crate::validate::Inside<'v>)) {
                self.member().inside(show);
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __validate_enum {
    ($enum:ident) => {
        impl $crate::validate::Validate for $enum {
            fn view(&self) -> $crate::validate::View<'_> {
                $crate::validate::View::Text(self.as_str())
            }

            fn rules(&self) -> &'static [$crate::validate::Rule] {
                if self.is_known() {
                    &[]
                } else {
                    &[$crate::validate::Rule::Listed]
                }
            }
        }
    };
}
