//! What someone chooses for one description: names, types and crates of their own, and what is
//! generated of it at all.
//!
//! Choices are kept as they were written, each with its place: whether they name anything is known
//! once the description is read, and a mistake is shown where it was made.

mod formats;
mod layout;
mod parts;
mod received;

pub use formats::{Format, Formats, StandIn};
pub use layout::Layout;
pub use parts::{Part, Parts};
pub use received::Received;

use crate::finding::Location;

/// What is chosen for one description. Without any choice everything is generated, and is called
/// and typed as the description says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choices {
    /// What something is called in Rust.
    pub rename: Vec<Choice>,
    /// The path of a type that stands for one of the description's.
    pub replace: Vec<Choice>,
    /// A derive that a type has too; `*` is every type.
    pub derives: Vec<Choice>,
    /// An attribute that a type has too; `*` is every type.
    pub attributes: Vec<Choice>,
    /// Which crate stands for a format.
    pub formats: Vec<Choice>,
    /// What is in a file.
    pub layout: Layout,
    /// What is demanded of what is only received.
    pub received: Received,
    /// What is generated, and where that is written; everything if nothing is named.
    pub parts: Vec<(Part, Location)>,
    /// What is not generated, and where that is written.
    pub without: Vec<(Part, Location)>,
}

impl Choices {
    /// Whether any of them is made at a place in this file.
    #[must_use]
    pub fn are_made_in(&self, file: &str) -> bool {
        let lists = [
            &self.rename,
            &self.replace,
            &self.derives,
            &self.attributes,
            &self.formats,
        ];
        let choices = lists.into_iter().flatten().map(|choice| &choice.key_at);
        let parts = self.parts.iter().chain(&self.without).map(|(_, at)| at);
        choices.chain(parts).any(|at| at.file == file)
    }

    /// Which parts are generated.
    #[must_use]
    pub fn parts(&self) -> Parts {
        let chosen = |part: &Part| {
            let is_named = self.parts.is_empty() || self.parts.iter().any(|(one, _)| one == part);
            is_named && !self.without.iter().any(|(one, _)| one == part)
        };
        Parts {
            client: chosen(&Part::Client),
            receiver: chosen(&Part::Receiver),
            types: chosen(&Part::Types),
        }
    }
}

/// Something in the description, and what was chosen for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is for: a name as it stands in the description, or a reference into it.
    pub key: String,
    /// What was chosen.
    pub value: String,
    /// Where `key` is written.
    pub key_at: Location,
    /// Where `value` is written.
    pub value_at: Location,
}
