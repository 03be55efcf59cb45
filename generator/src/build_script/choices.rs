//! What a build script chooses for the descriptions that it names itself.
//!
//! What `hookgen.toml` says of a description, these say in code. They hold for every description
//! that [`Configuration::compile`] and [`Configuration::description`] name, and for none of
//! [`Configuration::settings`]: where several descriptions need different choices, a `hookgen.toml`
//! says which is for which.

use super::{Configuration, here};
use crate::choices::{Choice, Layout, Part, Received};

impl Configuration {
    /// Calls something by this name in Rust: a type, a property, a value, an operation, a parameter
    /// or an event, by its name in the description or by a reference.
    ///
    /// ```
    /// # let _ =
    /// hookgen::configure()
    ///     .rename("order", "Purchase")
    ///     .rename("order.createdAt", "created")
    /// # ;
    /// ```
    #[track_caller]
    pub fn rename(mut self, thing: impl Into<String>, name: impl Into<String>) -> Self {
        let choice = choice(thing, name);
        self.choices.rename.push(choice);
        self
    }

    /// Generates no type for a schema, and uses the one at this path wherever the schema stands.
    ///
    /// ```
    /// # let _ =
    /// hookgen::configure().extern_path("Money", "crate::Money")
    /// # ;
    /// ```
    ///
    /// It has to be `Debug`, `Clone`, `PartialEq`, and serde's `Serialize` and `Deserialize`.
    #[track_caller]
    pub fn extern_path(mut self, schema: impl Into<String>, path: impl Into<String>) -> Self {
        let choice = choice(schema, path);
        self.choices.replace.push(choice);
        self
    }

    /// Derives this too for the type of a schema; for every type if that is `*`.
    ///
    /// ```
    /// # let _ =
    /// hookgen::configure().type_derive("*", "schemars::JsonSchema")
    /// # ;
    /// ```
    #[track_caller]
    pub fn type_derive(mut self, schema: impl Into<String>, derive: impl Into<String>) -> Self {
        let choice = choice(schema, derive);
        self.choices.derives.push(choice);
        self
    }

    /// Puts this attribute before the type of a schema; before every type if that is `*`.
    ///
    /// ```
    /// # let _ =
    /// hookgen::configure().type_attribute("Order", "#[doc(alias = \"purchase\")]")
    /// # ;
    /// ```
    #[track_caller]
    pub fn type_attribute(
        mut self,
        schema: impl Into<String>,
        attribute: impl Into<String>,
    ) -> Self {
        let choice = choice(schema, attribute);
        self.choices.attributes.push(choice);
        self
    }

    /// Has this crate stand for a format.
    ///
    /// ```
    /// # let _ =
    /// hookgen::configure().format("date-time", "chrono")
    /// # ;
    /// ```
    #[track_caller]
    pub fn format(mut self, format: impl Into<String>, stand_in: impl Into<String>) -> Self {
        let choice = choice(format, stand_in);
        self.choices.formats.push(choice);
        self
    }

    /// Says what is in a file; [`Layout::FilePerRole`] unless this is called.
    pub fn layout(mut self, layout: Layout) -> Self {
        self.choices.layout = layout;
        self
    }

    /// What to demand of what is only received: what the description does, unless this is called.
    ///
    /// ```
    /// # let _ =
    /// hookgen::configure().received(hookgen::Received::Lenient)
    /// # ;
    /// ```
    pub fn received(mut self, received: Received) -> Self {
        self.choices.received = received;
        self
    }

    /// Whether to generate clients. They are generated unless this says otherwise.
    #[track_caller]
    pub fn build_client(self, build: bool) -> Self {
        self.build(Part::Client, build)
    }

    /// Whether to generate events and receivers. They are generated unless this says otherwise.
    #[track_caller]
    pub fn build_receiver(self, build: bool) -> Self {
        self.build(Part::Receiver, build)
    }

    /// Whether to generate types that neither the client nor the receiver needs. They are generated
    /// unless this says otherwise.
    #[track_caller]
    pub fn build_unused_types(self, build: bool) -> Self {
        self.build(Part::Types, build)
    }

    #[track_caller]
    fn build(mut self, part: Part, build: bool) -> Self {
        self.choices.without.retain(|(one, _)| *one != part);
        if !build {
            self.choices.without.push((part, here()));
        }
        self
    }
}

/// A choice, with the place in the build script where it is made.
#[track_caller]
fn choice(key: impl Into<String>, value: impl Into<String>) -> Choice {
    let at = here();
    Choice {
        key: key.into(),
        value: value.into(),
        key_at: at.clone(),
        value_at: at,
    }
}
