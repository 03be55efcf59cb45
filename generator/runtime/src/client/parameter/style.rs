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
    /// `color%5BR%5D=100`, in a query. The specification leaves open what becomes of nested values:
    /// brackets follow brackets, with an element's index in them.
    DeepObject,
    /// As JSON, in any place: the parameter has a `content` of `application/json`.
    Json,
}

impl Style {
    /// The elements of an array, or the members of an object, each stand for themselves.
    #[must_use]
    pub const fn explode(self) -> Layout {
        Layout {
            style: self,
            explode: true,
        }
    }
}

/// A [`Style`], and whether arrays and objects are spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    pub(super) style: Style,
    pub(super) explode: bool,
}

/// Not spread.
impl From<Style> for Layout {
    fn from(style: Style) -> Self {
        Self {
            style,
            explode: false,
        }
    }
}
