//! How a page leads to the next one.

/// How a page leads to the next one: a constant of generated code, which is read when a page is
/// there.
///
/// Pointers are those of RFC 6901 into a page, in which `-` stands for an array's last element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pagination {
    pub(super) next: Next,
    pub(super) back: Option<Cursor>,
    pub(super) more: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Cursor(Cursor),
    /// In a header, or at a pointer.
    Link(&'static str),
    Page {
        parameter: &'static str,
        first: u64,
        items: &'static str,
    },
    Offset {
        parameter: &'static str,
        items: &'static str,
    },
}

/// A parameter of the query, and where a page has its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) parameter: &'static str,
    pub(super) from: &'static str,
}

impl Pagination {
    /// `parameter` of the query says where to go on, and has what a page says at the pointer `from`.
    #[must_use]
    pub const fn cursor(parameter: &'static str, from: &'static str) -> Self {
        Self::by(Next::Cursor(Cursor { parameter, from }))
    }

    /// A page has the URL of the next one: at a pointer, which begins with `/`, or else in the
    /// header of this name, as RFC 8288 has it with `rel="next"`.
    #[must_use]
    pub const fn link(from: &'static str) -> Self {
        Self::by(Next::Link(from))
    }

    /// `parameter` of the query counts pages from `first`. One without anything in the array at the
    /// pointer `items` is behind the last.
    #[must_use]
    pub const fn page(parameter: &'static str, first: u64, items: &'static str) -> Self {
        Self::by(Next::Page {
            parameter,
            first,
            items,
        })
    }

    /// `parameter` of the query counts the items before a page, which has its own in the array at
    /// the pointer `items`. One without any is behind the last.
    #[must_use]
    pub const fn offset(parameter: &'static str, items: &'static str) -> Self {
        Self::by(Next::Offset { parameter, items })
    }

    /// Whoever sets `parameter` goes the other way: it then has what a page says at the pointer
    /// `from`.
    #[must_use]
    pub const fn back(self, parameter: &'static str, from: &'static str) -> Self {
        Self {
            back: Some(Cursor { parameter, from }),
            ..self
        }
    }

    /// A page says at this pointer, by `true`, that there is another.
    #[must_use]
    pub const fn more(self, from: &'static str) -> Self {
        Self {
            more: Some(from),
            ..self
        }
    }

    const fn by(next: Next) -> Self {
        Self {
            next,
            back: None,
            more: None,
        }
    }
}
