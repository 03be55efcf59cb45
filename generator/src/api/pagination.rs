//! How a list that comes page by page is gone through.

use super::{Operation, Shape, Type, TypeId, Types};

/// How one goes on from a page of a list to the next.
///
/// Ways lead into a page by the names of members; `-` stands for an array's last element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pagination {
    /// Where it is said; `None` where it was inferred.
    pub origin: Option<String>,
    /// The array of what the list consists of; empty if the page is that array.
    pub items: Vec<String>,
    /// What leads to the next page.
    pub next: NextPage,
    /// What leads to the page before, if someone asks for that one.
    pub back: Option<Cursor>,
    /// What says whether there is another.
    pub more: Option<Vec<String>>,
}

/// What leads to the next page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextPage {
    /// A value of the page's, in the query.
    Cursor(Cursor),
    /// A header of this name, with the URL among its links.
    Header(String),
    /// A member that is the URL.
    Url(Vec<String>),
    /// A parameter of the query that counts pages.
    Page {
        /// Its name.
        parameter: String,
        /// The number of the first page.
        first: u64,
    },
    /// A parameter of the query, of this name, that counts the items before a page.
    Offset(String),
}

/// A value of a page's that is sent with the request of the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The parameter of the query.
    pub parameter: String,
    /// Where a page has the value.
    pub from: Vec<String>,
}

/// The way to the items of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Way<'a> {
    /// The fields that it leads through: each an object's, by its place in it.
    pub fields: Vec<(TypeId, usize)>,
    /// The type of an item.
    pub item: &'a Type,
}

impl Pagination {
    /// The way to the items of the page that `operation` answers with; `None` if a type on it is
    /// someone's own.
    #[must_use]
    pub fn way<'a>(&self, operation: &'a Operation, types: &'a Types) -> Option<Way<'a>> {
        let all = &operation.responses;
        let success = all.iter().find(|one| one.status.is_success(all))?;
        let mut ty = success.body.as_ref()?.ty()?;
        let mut fields = Vec::new();
        for name in &self.items {
            let Type::Named(id) = types.plain(ty) else {
                return None;
            };
            let Shape::Object(object) = &types[*id].shape else {
                return None;
            };
            let index = object.fields.iter().position(|field| field.name == *name)?;
            fields.push((*id, index));
            ty = &object.fields[index].ty;
        }
        match types.plain(ty) {
            Type::Array(item) => Some(Way { fields, item }),
            _ => None,
        }
    }
}
