//! The values that generated types are made of.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Inside, Rule, Validate, View};
use crate::objects::{Constant, Scalar};
use crate::{DateTime, Maybe, Secret, Tuple};

macro_rules! scalars {
    ( $( $ty:ty: $value:ident => $view:expr; )* ) => {
        $(
            impl Validate for $ty {
                fn view(&self) -> View<'_> {
                    let $value = self;
                    $view
                }
            }
        )*
    };
}

scalars! {
    bool: value => View::Bool(*value);
    i32: value => View::Integer((*value).into());
    i64: value => View::Integer((*value).into());
    u64: value => View::Integer((*value).into());
    f64: value => View::Float(*value);
    String: value => View::Text(value);
    Secret: value => View::Text(value.expose());
    DateTime: value => View::Text(value.as_str());
}

#[cfg(feature = "uuid")]
scalars! {
    uuid::Uuid: value => View::Written(value.to_string());
}

impl Validate for Constant {
    fn view(&self) -> View<'_> {
        match self.value.scalar() {
            Scalar::Bool(value) => View::Bool(value),
            Scalar::Integer(value) => View::Integer(value.into()),
            Scalar::Float(value) => View::Float(value),
            Scalar::Text(value) => View::Text(value),
        }
    }
}

impl Validate for Value {
    fn view(&self) -> View<'_> {
        match self {
            Self::Null => View::Null,
            Self::Bool(value) => View::Bool(*value),
            Self::Number(number) => match number.as_i128() {
                Some(number) => View::Integer(number),
                None => number.as_f64().map_or(View::Opaque, View::Float),
            },
            Self::String(text) => View::Text(text),
            Self::Array(_) => View::Array,
            Self::Object(_) => View::Object,
        }
    }

    fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
        match self {
            Self::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    show(Inside::element(index, element));
                }
            }
            Self::Object(members) => {
                for (name, value) in members {
                    show(Inside::named(name, value));
                }
            }
            _ => {}
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn view(&self) -> View<'_> {
        View::Array
    }

    fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
        for (index, element) in self.iter().enumerate() {
            show(Inside::element(index, element));
        }
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Object
    }

    fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
        for (name, value) in self {
            show(Inside::named(name, value));
        }
    }
}

/// Implements [`Validate`] by the value that there may be; `$nothing` where there is none.
macro_rules! through {
    ($ty:ident, $this:ident => $value:expr, $nothing:expr) => {
        impl<T: Validate> Validate for $ty<T> {
            fn view(&self) -> View<'_> {
                let $this = self;
                $value.map_or($nothing, T::view)
            }

            fn rules(&self) -> &'static [Rule] {
                let $this = self;
                $value.map_or(&[], T::rules)
            }

            fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
                let $this = self;
                if let Some(value) = $value {
                    value.inside(show);
                }
            }
        }
    };
}

through!(Option, this => this.as_ref(), View::Absent);
through!(Box, this => Some(this.as_ref()), View::Absent);
through!(Maybe, this => this.value(), if this.is_null() { View::Null } else { View::Absent });

/// Where the elements of a tuple are.
trait Elements {
    fn elements<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>));
    fn count(&self) -> usize;
}

impl<T: Elements, R: Validate> Validate for Tuple<T, R> {
    fn view(&self) -> View<'_> {
        View::Array
    }

    fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
        self.first.elements(show);
        for (index, element) in self.rest.iter().enumerate() {
            show(Inside::element(self.first.count() + index, element));
        }
    }
}

macro_rules! tuples {
    ( $( $count:literal: $( $position:tt $element:ident ),*; )* ) => {
        $(
            impl< $( $element: Validate ),* > Elements for ( $( $element, )* ) {
                fn elements<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
                    $( show(Inside::element($position, &self.$position)); )*
                }

                fn count(&self) -> usize {
                    $count
                }
            }

            impl< $( $element: Validate ),* > Validate for ( $( $element, )* ) {
                fn view(&self) -> View<'_> {
                    View::Array
                }

                fn inside<'v>(&'v self, show: &mut dyn FnMut(Inside<'v>)) {
                    self.elements(show);
                }
            }
        )*
    };
}

tuples! {
    1: 0 A;
    2: 0 A, 1 B;
    3: 0 A, 1 B, 2 C;
    4: 0 A, 1 B, 2 C, 3 D;
    5: 0 A, 1 B, 2 C, 3 D, 4 E;
    6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F;
    7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G;
    8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H;
    9: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I;
    10: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J;
    11: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K;
    12: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L;
}
