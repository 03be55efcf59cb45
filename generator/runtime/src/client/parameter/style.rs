//! How a parameter's value becomes text.

/// How a parameter's value becomes text (OpenAPI 3.1.1, section 4.8.12.3, "Style Values").
///
/// A style that a place does not have is taken for the place's own: `Simple` in paths and headers,
/// `Form` in queries and cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// `;color=blue`, in a path.
    Matrix,
    /// `.blue`, in a path.
    Label,
    /// `color=blue`, in a query or a cookie.
    Form,
    /// `blue`, in a path or a header.
    Simple,
    /// `color=blue%20black`, in a query.
    SpaceDelimited,
    /// `color=blue%7Cblack`, in a query.
    PipeDelimited,
    /// `color%5BR%5D=100`, in a query. The specification leaves open what becomes of arrays and of
    /// nested values: brackets follow brackets, with an element's index in them.
    DeepObject,
    /// As JSON, in any place: the parameter has a `content` of `application/json`.
    Json,
}

impl Style {
    /// The elements of an array, or the members of an object, each stand for themselves.
    #[must_use]
    pub const fn explode(self) -> Layout {
        Layout {
            explode: true,
            ..self.layout()
        }
    }

    /// Reserved characters are left as they are, in a query or a form.
    #[must_use]
    pub const fn allow_reserved(self) -> Layout {
        self.layout().allow_reserved()
    }

    const fn layout(self) -> Layout {
        Layout {
            style: self,
            explode: false,
            reserved: false,
        }
    }
}

/// A [`Style`], whether arrays and objects are spread, and whether reserved characters are left as
/// they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    pub(super) style: Style,
    pub(super) explode: bool,
    pub(super) reserved: bool,
}

impl Layout {
    /// Reserved characters are left as they are, in a query or a form: but for those that would
    /// end the value or make another one of it (`#`, `&`, `+`, `%` and brackets).
    #[must_use]
    pub const fn allow_reserved(self) -> Self {
        Self {
            reserved: true,
            ..self
        }
    }
}

/// Not spread, with everything encoded.
impl From<Style> for Layout {
    fn from(style: Style) -> Self {
        style.layout()
    }
}
